use super::*;
use domain::ids::{PersonId, SlotId};
use domain::kind::Family;
use domain::person::VolunteerStatus;
use domain::view::{ClaimFacts, KindLabel, RecentDecision, SlotCard, Standing};
use std::str::FromStr;

fn id<Id: FromStr<Err: std::fmt::Debug>>(n: i64) -> Id {
    format!("00000000-0000-0000-0000-{n:012}").parse().expect("an id")
}

fn at(n: i64) -> Instant {
    Instant::from_unix(1_795_000_000 + n)
}

fn claim(n: i64) -> WaitingClaim {
    let slot = SlotCard {
        work_minutes: None,
        id: id::<SlotId>(1),
        title: String::new(),
        kind: KindLabel { code: "office_work".into(), family: Family::Work, short: String::new() },
        organisation: String::new(),
        district: None,
        remote: false,
        starts_at: at(0),
        ends_at: at(3_600),
        min_places: 1,
        max_places: 2,
        lacking: 0,
        taken: 0,
        standing: Standing::Open,
    };
    WaitingClaim {
        claim_id: id(n),
        person_id: id::<PersonId>(n),
        name: n.to_string(),
        status: VolunteerStatus::Active,
        since: at(n),
        slot,
        facts: ClaimFacts::default(),
        warnings: Vec::new(),
        answers: Vec::new(),
        ruling: None,
        role: None,
        places: 1,
        party: None,
        score: None,
        better_use: None,
    }
}

fn view(waiting: &[i64], decided: &[i64]) -> Dashboard {
    let decision = |n: &i64| RecentDecision {
        claim_id: id(*n),
        name: n.to_string(),
        title: String::new(),
        starts_at: at(0),
        state: ClaimState::Approved,
        by: "Anna".into(),
        at: at(9),
        can_undo: false,
    };
    Dashboard {
        seq: 1,
        now: at(100),
        waiting: waiting.iter().map(|n| claim(*n)).collect(),
        waiting_total: 0,
        stepped_back: Vec::new(),
        agreements: Vec::new(),
        recent: decided.iter().map(decision).collect(),
        automatic: Vec::new(),
        handed_in: 0,
    }
}

fn names(rows: &[Row]) -> Vec<&str> {
    rows.iter().map(|row| row.claim.name.as_str()).collect()
}

#[test]
fn nothing_moves_until_the_list_settles() {
    let mut list = rows(&view(&[1, 2, 3], &[]));
    merge(&mut list, &view(&[1, 3, 4], &[2]));
    assert_eq!(names(&list), ["1", "2", "3", "4"]);
    assert_eq!(list[1].fate, Fate::Decided { state: ClaimState::Approved, by: Some(("Anna".into(), at(9))) });
    assert_eq!(list[3].fate, Fate::New);
    settle(&mut list, None);
    assert_eq!(names(&list), ["1", "3", "4"]);
}

#[test]
fn a_withdrawn_claim_says_so_and_the_row_at_hand_stays() {
    let mut list = rows(&view(&[1, 2], &[]));
    merge(&mut list, &view(&[2], &[]));
    assert_eq!(list[0].fate, Fate::Gone);
    settle(&mut list, Some(id(1)));
    assert_eq!(names(&list), ["1", "2"]);
}

#[test]
fn an_undone_claim_waits_again_in_its_place() {
    let mut list = rows(&view(&[1, 2], &[]));
    merge(&mut list, &view(&[2], &[1]));
    merge(&mut list, &view(&[1, 2], &[]));
    assert_eq!(names(&list), ["1", "2"]);
    assert!(list[0].fate.waits());
}

#[test]
fn an_old_answer_does_not_take_back_a_decision_under_way() {
    let mut list = rows(&view(&[1], &[]));
    list[0].fate = Fate::Sending(ClaimState::Approved);
    merge(&mut list, &view(&[1], &[]));
    assert_eq!(list[0].fate, Fate::Sending(ClaimState::Approved));
}

#[test]
fn the_keyboard_goes_from_one_waiting_row_to_the_next() {
    let mut list = rows(&view(&[1, 2, 3], &[]));
    list[1].fate = Fate::Gone;
    assert_eq!(neighbour(&list, None, true), Some(id(1)));
    assert_eq!(neighbour(&list, Some(id(1)), true), Some(id(3)));
    assert_eq!(neighbour(&list, Some(id(3)), false), Some(id(1)));
    assert_eq!(neighbour(&list, Some(id(3)), true), None);
}
