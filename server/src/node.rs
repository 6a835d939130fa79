//! Opens what a command needs: the database, brought up to date, and the node on it.

use std::sync::Arc;

use backend::context::{Clock, Node, NodeSettings, Rng};
use backend::db::Db;
use backend::events::Live;
use backend::mail::Post;
use backend::store::centre;
use domain::time::Instant;
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

use crate::commands::Failure;
use crate::config::{Config, Smtp, SmtpTls};

/// Opens the database, brings it up to date, and makes the node.
///
/// # Errors
/// Says what went wrong: the database cannot be opened, or a demo's setting is used on a real one.
pub async fn open(config: &Config) -> Result<Arc<Node>, Failure> {
    let failed = |error: &dyn std::fmt::Display| Failure(format!("the database: {error}"));
    let db = Db::connect_with(&config.database_url, config.database_connections)
        .await
        .map_err(|error| failed(&error))?;
    db.migrate().await.map_err(|error| failed(&error))?;
    let mut tx = db.read().await.map_err(|error| failed(&error))?;
    let demo =
        centre::find(&mut tx).await.map_err(|error| failed(&error))?.is_some_and(|centre| centre.is_demo);
    drop(tx);
    Ok(Arc::new(Node {
        db,
        clock: clock(config)?,
        rng: Rng::system(),
        live: Live::default(),
        board: backend::board::Board::default(),
        public: backend::service::calendar::Public::default(),
        settings: NodeSettings {
            public_url: config.public_url.clone(),
            declaration: config.declaration.clone(),
        },
        demo,
    }))
}

/// The machine's clock, or the moment at which a demonstration stands still.
fn clock(config: &Config) -> Result<Clock, Failure> {
    let Some(now) = &config.demo_now else { return Ok(Clock::System) };
    let at: Instant = now.parse().map_err(|_| {
        Failure("LACZNIK_DEMO_NOW must be an instant such as 2026-03-02T08:00:00Z".to_owned())
    })?;
    Ok(Clock::Fixed(at))
}

/// Refuses what only a demonstration may do, and a real centre without a mail server.
///
/// # Errors
/// Says what to set.
pub fn check(config: &Config, node: &Node) -> Result<(), Failure> {
    if node.demo {
        return Ok(());
    }
    if config.demo_now.is_some() {
        return Err(Failure("LACZNIK_DEMO_NOW holds only for a demo database; remove it".to_owned()));
    }
    if config.smtp.is_none() {
        return Err(Failure(
            "people sign in with a code that is mailed, and there is no mail server: set LACZNIK_SMTP_HOST and \
             LACZNIK_SMTP_FROM, or fill an empty database with `lacznik seed --demo` to look around"
                .to_owned(),
        ));
    }
    Ok(())
}

/// How mails leave this node. A demonstration never sends any.
///
/// # Errors
/// Says which setting of the mail server cannot be used.
pub fn post(config: &Config, node: &Node) -> Result<Post, Failure> {
    match &config.smtp {
        Some(smtp) if !node.demo => {
            Ok(Post::Smtp { transport: Box::new(transport(smtp)?), from: Box::new(sender(smtp)?) })
        }
        _ => Ok(Post::Shown),
    }
}

fn sender(smtp: &Smtp) -> Result<Mailbox, Failure> {
    smtp.from.parse().map_err(|error| Failure(format!("LACZNIK_SMTP_FROM is not a mail address: {error}")))
}

fn transport(smtp: &Smtp) -> Result<AsyncSmtpTransport<Tokio1Executor>, Failure> {
    type Transport = AsyncSmtpTransport<Tokio1Executor>;
    let wrong = |error| Failure(format!("LACZNIK_SMTP_HOST cannot be used: {error}"));
    let builder = match smtp.tls {
        SmtpTls::StartTls => Transport::starttls_relay(&smtp.host).map_err(wrong)?,
        SmtpTls::Tls => Transport::relay(&smtp.host).map_err(wrong)?,
        SmtpTls::None => Transport::builder_dangerous(&smtp.host),
    };
    let builder = builder.port(smtp.port);
    Ok(match &smtp.login {
        Some((user, password)) => {
            builder.credentials(Credentials::new(user.clone(), password.clone())).build()
        }
        None => builder.build(),
    })
}
