//! Many people want something at the same moment, and the program is killed in the middle: over HTTP against the real
//! program, on both engines. Beside each race stands a careless program that loses it, so that the race can fail.

mod cancel;
mod careless;
mod crash;
mod crowd;
mod party;
mod place;
mod queue;
mod role;
mod series;

/// Each test on both engines, with so many people, dates and places.
macro_rules! on_both {
    ($($name:ident: $people:expr, $dates:expr, $places:expr;)+) => {
        mod on_sqlite {
            use super::*;
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(Crowd::on_sqlite($people, $dates, $places).await).await;
            })+
        }
        mod on_postgres {
            use super::*;
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(Crowd::on_postgres($people, $dates, $places).await).await;
            })+
        }
    };
}
pub(crate) use on_both;
