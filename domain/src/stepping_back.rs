//! Why somebody steps back, as far as they want to tell, and when it is late.

use crate::time::Instant;

/// A reason to choose from. None of them says anything about health or family: nobody has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Something came up.
    CameUp,
    /// School or work.
    Duties,
    /// The way there.
    Travel,
    /// Claimed by mistake.
    Mistake,
}

impl Reason {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::CameUp, Self::Duties, Self::Travel, Self::Mistake];

    /// The stable name, as stored, as in forms and in keys of texts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CameUp => "came-up",
            Self::Duties => "duties",
            Self::Travel => "travel",
            Self::Mistake => "mistake",
        }
    }

    /// The reason of this name.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// From when on coordinators and hosts are told at once that somebody stepped back: `hours` before the beginning.
pub fn is_late(now: Instant, starts_at: Instant, hours: i64) -> bool {
    now.plus_minutes(60 * hours) > starts_at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn late_begins_after_the_last_moment() {
        let now = Instant::from_unix(1_000_000);
        assert!(!is_late(now, now.plus_minutes(48 * 60), 48));
        assert!(is_late(now, now.plus_minutes(48 * 60 - 1), 48));
        assert!(!is_late(now, now.plus_minutes(1), 0));
    }

    #[test]
    fn reasons_are_found_by_their_names() {
        for reason in Reason::ALL {
            assert_eq!(Reason::of(reason.code()), Some(reason));
        }
        assert_eq!(Reason::of("nic"), None);
    }
}
