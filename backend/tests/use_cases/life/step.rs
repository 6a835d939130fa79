//! What people try.

use domain::form::Turn;
use domain::presence::Tap;
use rand::Rng;
use rand::rngs::StdRng;

pub const NAMES: [&str; 6] = ["Basia", "Czarek", "Dorota", "Edek", "Franka", "Grzegorz"];
pub const SLOTS: usize = 7;
pub const SCOPES: [&str; 3] = ["this", "following", "all"];

/// Something that somebody tries. Numbers choose the person and the date; what does not fit is refused.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    Volunteer {
        who: usize,
        slot: usize,
        role: usize,
        act: Act,
    },
    Coordinator {
        by: usize,
        who: usize,
        slot: usize,
        role: usize,
        decision: Decision,
    },
    CancelDate {
        by: usize,
        slot: usize,
        scope: usize,
    },
    MoveDate {
        by: usize,
        slot: usize,
        scope: usize,
        day: u8,
        hour: u8,
        room: [u8; 2],
    },
    AddDate {
        by: usize,
        opportunity: usize,
        day: u8,
        hour: u8,
    },
    CancelOpportunity {
        by: usize,
        opportunity: usize,
    },
    /// Claims of people who came before are approved by themselves, or no longer.
    Rule {
        by: usize,
        on: bool,
    },
    Wait {
        minutes: i64,
    },
    /// Until so many minutes after a date of somebody's begins.
    WaitFor {
        who: usize,
        minutes: i64,
    },
}

/// What volunteers do.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    Claim,
    Queue,
    Withdraw,
    Seek,
    StopSeeking,
    Keep,
    TakeStanding,
    EndStanding,
    Watch { on: bool },
    Answer { yes: bool },
    ClaimWithFriend,
    Invite,
    Uninvite,
    Join { inviter: usize, yes: bool },
    Group { places: i64, queue: bool },
    Name { count: usize },
    Resize { places: i64 },
    ClaimDates,
    SeekNamed { whom: usize },
    Swap { whom: usize, other: usize },
    WatchKind { on: bool },
    Note { day: u8 },
    Finish,
    Say { tap: Tap, minutes: i64 },
}

/// What coordinators do with one person and date.
#[derive(Clone, Copy, Debug)]
pub enum Decision {
    ToQueue,
    Turn { to: Turn },
    Allow { yes: bool },
    Guest { came: Option<bool> },
    Approve,
    Refuse,
    Undo,
    Ask,
    TakeBack,
    Presence { came: Option<bool> },
}

impl Step {
    pub fn random(dice: &mut StdRng) -> Self {
        let (by, who, slot) =
            (dice.random_range(0..2), dice.random_range(0..NAMES.len()), dice.random_range(0..SLOTS));
        let (day, hour) = (dice.random_range(1..5), dice.random_range(8..19));
        let (scope, role) = (dice.random_range(0..SCOPES.len()), dice.random_range(0..2));
        let room = [dice.random_range(0..3), dice.random_range(0..3)];
        let act = |act| Self::Volunteer { who, slot, role, act };
        let decide = |decision| Self::Coordinator { by, who, slot, role, decision };
        let friend = dice.random_range(0..NAMES.len());
        match dice.random_range(0..166) {
            100..106 => act(Act::ClaimWithFriend),
            106..111 => act(Act::Invite),
            111..113 => act(Act::Uninvite),
            113..120 => act(Act::Join { inviter: friend, yes: dice.random_bool(0.8) }),
            120..125 => act(Act::Group { places: dice.random_range(2..4), queue: dice.random_bool(0.5) }),
            125..127 => act(Act::Name { count: dice.random_range(0..4) }),
            127..130 => act(Act::Resize { places: dice.random_range(2..4) }),
            130..132 => act(Act::ClaimDates),
            132..135 => act(Act::SeekNamed { whom: friend }),
            135..138 => act(Act::Swap { whom: friend, other: dice.random_range(0..SLOTS) }),
            138..140 => act(Act::WatchKind { on: dice.random_bool(0.7) }),
            140..143 => act(Act::Note { day: dice.random_range(1..12) }),
            143..144 => act(Act::Finish),
            144..147 => decide(Decision::Allow { yes: dice.random_bool(0.7) }),
            147..149 => {
                decide(Decision::Guest { came: [Some(true), Some(false), None][dice.random_range(0..3)] })
            }
            149..150 => Self::Rule { by, on: dice.random_bool(0.7) },
            150..160 => {
                act(Act::Say { tap: Tap::ALL[dice.random_range(0..2)], minutes: dice.random_range(-40..200) })
            }
            160..166 => Self::WaitFor { who, minutes: dice.random_range(-30..130) },
            0..17 => act(Act::Claim),
            17..20 => act(Act::TakeStanding),
            20..22 => act(Act::EndStanding),
            22..24 => act(Act::Watch { on: dice.random_bool(0.8) }),
            24..30 => act(Act::Queue),
            30..37 => act(Act::Withdraw),
            37..42 => act(Act::Seek),
            42..43 => act(Act::StopSeeking),
            43..45 => act(Act::Keep),
            45..59 => act(Act::Answer { yes: dice.random_bool(0.7) }),
            59..61 => decide(Decision::ToQueue),
            61..62 => decide(Decision::Turn { to: Turn::ALL[dice.random_range(0..Turn::ALL.len())] }),
            62..70 => decide(Decision::Approve),
            70..73 => decide(Decision::Refuse),
            73..76 => decide(Decision::Undo),
            76..83 => decide(Decision::Ask),
            83..85 => decide(Decision::TakeBack),
            85..87 => Self::CancelDate { by, slot, scope },
            87..91 => Self::MoveDate { by, slot, scope, day, hour, room },
            91..93 => Self::AddDate { by, opportunity: dice.random_range(0..2), day, hour },
            93 if dice.random_bool(0.2) => {
                Self::CancelOpportunity { by, opportunity: dice.random_range(0..2) }
            }
            93..95 => {
                decide(Decision::Presence { came: [Some(true), Some(false), None][dice.random_range(0..3)] })
            }
            95 => Self::Wait { minutes: dice.random_range(600..4_000) },
            _ => Self::Wait { minutes: dice.random_range(1..600) },
        }
    }
}
