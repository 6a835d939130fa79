//! What somebody can show: a course, a certificate, a licence. Whether it is there and valid is asked on the date that
//! is claimed, nothing else of it is kept. Source: U9, U10.

use crate::claiming::Refusal;
use crate::ids::PersonId;
use crate::text::Code;
use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};

/// Those whose texts are the program's, by their code. Others are the centre's own and are named by their code.
pub const REFERENCE: [&str; 4] = ["first-aid", "sanitary", "driving-b", "safety"];

/// The most characters of the name of an own one.
pub const MAX_NAME: usize = 80;

/// What a volunteer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// What.
    pub code: Code,
    /// The first day on which it holds.
    pub from: Day,
    /// The last one; `None`: it does not run out.
    pub until: Option<Day>,
    /// Who saw it.
    pub by: PersonId,
    /// When that was recorded.
    pub at: Instant,
}

impl Held {
    /// It holds on this day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What is missing of `requires` on a day: not there at all, or run out before.
pub fn missing(requires: &[Code], held: &[Held], day: Day) -> Vec<Refusal> {
    let lacks = |what: &Code| {
        let mine = || held.iter().filter(|held| held.code == *what);
        if mine().any(|held| held.holds_on(day)) {
            return None;
        }
        let ended = mine().filter(|held| held.from <= day).filter_map(|held| held.until).max();
        Some(match ended {
            Some(ends_on) => Refusal::QualificationEnds { ends_on, what: what.clone() },
            None => Refusal::Unqualified { needs: what.clone() },
        })
    };
    requires.iter().filter_map(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(day: i8) -> Day {
        Day(date(2026, 12, day))
    }

    fn held(code: &str, from: i8, until: Option<i8>) -> Held {
        let by = PersonId(uuid::Uuid::nil());
        Held { code: code.into(), from: day(from), until: until.map(day), by, at: Instant::from_unix(0) }
    }

    #[test]
    fn it_holds_from_its_first_to_its_last_day() {
        let needs = [Code::from("safety")];
        let has = [held("safety", 5, Some(10)), held("first-aid", 1, None)];
        for (on, expected) in [
            (4, vec![Refusal::Unqualified { needs: "safety".into() }]),
            (5, vec![]),
            (10, vec![]),
            (11, vec![Refusal::QualificationEnds { what: "safety".into(), ends_on: day(10) }]),
        ] {
            assert_eq!(missing(&needs, &has, day(on)), expected, "on {on}");
        }
    }

    #[test]
    fn a_renewed_one_holds_and_one_that_never_ends_too() {
        let has = [held("safety", 1, Some(5)), held("safety", 6, None)];
        assert_eq!(missing(&["safety".into()], &has, day(28)), []);
        assert_eq!(missing(&[], &[], day(28)), []);
    }
}
