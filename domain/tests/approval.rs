//! Rules that approve by themselves: conditions at their edges, and what holds for all sets of rules.

use domain::approval::{Condition, Effect, Facts, Rule, decide};
use domain::ids::{ApprovalRuleId, OrganisationId};
use domain::text::Code;
use domain::time::Day;
use jiff::civil::date;
use proptest::prelude::*;
use uuid::Uuid;

fn here() -> OrganisationId {
    OrganisationId(Uuid::from_u128(1))
}

fn facts() -> Facts {
    Facts {
        organisation_id: here(),
        kind: Code::from("day_room"),
        asked_on: Day(date(2026, 11, 22)),
        days_ahead: 5,
        came_here: 3,
        came_to_kind: 4,
        missed_on: Some(Day(date(2026, 5, 22))),
        age: Some(18),
        ready: true,
    }
}

#[test]
fn conditions_at_their_edges() {
    let table = [
        (Condition::CameHere(3), true),
        (Condition::CameHere(4), false),
        (Condition::CameToKind(4), true),
        (Condition::CameToKind(5), false),
        (Condition::NeverHere, false),
        (Condition::Ready, true),
        (Condition::MoreDaysThan(4), true),
        (Condition::MoreDaysThan(5), false),
        (Condition::FewerDaysThan(6), true),
        (Condition::FewerDaysThan(5), false),
        (Condition::Kind(Code::from("day_room")), true),
        (Condition::Kind(Code::from("animals")), false),
        (Condition::Missed(6), true),
        (Condition::Missed(5), false),
        (Condition::NotMissed(6), false),
        (Condition::NotMissed(5), true),
        (Condition::Adult, true),
        (Condition::Minor, false),
    ];
    for (condition, holds) in table {
        assert_eq!(condition.holds(&facts()), holds, "{condition:?}");
    }
    let young = Facts { age: Some(17), ..facts() };
    assert!(!Condition::Adult.holds(&young) && Condition::Minor.holds(&young));
    let unknown = Facts { age: None, ..facts() };
    assert!(!Condition::Adult.holds(&unknown) && !Condition::Minor.holds(&unknown));
    assert!(Condition::NotMissed(60).holds(&Facts { missed_on: None, ..facts() }));
}

#[test]
fn a_rule_of_another_organisation_or_without_conditions_says_nothing() {
    let rule = |conditions, organisation_id| Rule {
        id: ApprovalRuleId(Uuid::from_u128(1)),
        name: "Znamy się".into(),
        effect: Effect::Approve,
        conditions,
        organisation_id,
    };
    assert!(rule(vec![Condition::Adult], None).holds(&facts()));
    assert!(rule(vec![Condition::Adult], Some(here())).holds(&facts()));
    assert!(!rule(vec![Condition::Adult], Some(OrganisationId(Uuid::from_u128(2)))).holds(&facts()));
    assert!(!rule(Vec::new(), None).holds(&facts()));
}

fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        (0..6_i64).prop_map(Condition::CameHere),
        (0..6_i64).prop_map(Condition::CameToKind),
        Just(Condition::NeverHere),
        Just(Condition::Ready),
        (0..9_i64).prop_map(Condition::MoreDaysThan),
        (0..9_i64).prop_map(Condition::FewerDaysThan),
        prop_oneof!["day_room", "animals"].prop_map(|code| Condition::Kind(Code(code))),
        (1..12_i64).prop_map(Condition::NotMissed),
        (1..12_i64).prop_map(Condition::Missed),
        Just(Condition::Adult),
        Just(Condition::Minor),
    ]
}

prop_compose! {
    fn rule()(
        id in any::<u128>(),
        name in "[a-c]",
        leaves in proptest::bool::weighted(0.3),
        conditions in proptest::collection::vec(condition(), 0..3),
        organisation in proptest::option::of(1..3_u128),
    ) -> Rule {
        Rule {
            id: ApprovalRuleId(Uuid::from_u128(id)),
            name,
            effect: if leaves { Effect::Leave } else { Effect::Approve },
            conditions,
            organisation_id: organisation.map(|n| OrganisationId(Uuid::from_u128(n))),
        }
    }
}

prop_compose! {
    fn any_facts()(
        organisation in 1..3_u128,
        animals in any::<bool>(),
        days_ahead in 0..10_i64,
        came_here in 0..6_i64,
        more in 0..3_i64,
        missed in proptest::option::of(0..400_i64),
        age in proptest::option::of(13..30_i64),
        ready in any::<bool>(),
    ) -> Facts {
        Facts {
            organisation_id: OrganisationId(Uuid::from_u128(organisation)),
            kind: Code::from(if animals { "animals" } else { "day_room" }),
            days_ahead,
            came_here,
            came_to_kind: came_here + more,
            missed_on: missed.map(|days| domain::calendar::plus_days(facts().asked_on, -days)),
            age,
            ready,
            ..facts()
        }
    }
}

proptest! {
    #[test]
    fn a_blocking_rule_that_holds_always_leaves_it_to_a_person(
        mut rules in proptest::collection::vec(rule(), 0..8), facts in any_facts()
    ) {
        let blocked = rules.iter().any(|rule| rule.effect == Effect::Leave && rule.holds(&facts));
        let wanted = rules.iter().any(|rule| rule.effect == Effect::Approve && rule.holds(&facts));
        let approved = decide(&rules, &facts).is_some_and(|ruling| ruling.approves());
        prop_assert_eq!(approved, wanted && !blocked);
        // One more that blocks everybody wins over all of them.
        let id = ApprovalRuleId(Uuid::from_u128(7));
        let block = Rule { id, name: "z".into(), effect: Effect::Leave, conditions: vec![Condition::MoreDaysThan(-1)], organisation_id: None };
        rules.push(block);
        prop_assert!(decide(&rules, &facts).is_some_and(|ruling| !ruling.approves()));
    }

    #[test]
    fn the_order_of_the_rules_does_not_matter(
        (rules, shuffled) in proptest::collection::vec(rule(), 0..8)
            .prop_flat_map(|rules| (Just(rules.clone()), Just(rules).prop_shuffle())),
        facts in any_facts()
    ) {
        prop_assert_eq!(decide(&rules, &facts), decide(&shuffled, &facts));
    }

    #[test]
    fn a_ruling_can_be_checked_by_anybody(rules in proptest::collection::vec(rule(), 0..8), facts in any_facts()) {
        if let Some(ruling) = decide(&rules, &facts) {
            prop_assert!(rules.contains(&ruling.rule) && ruling.rule.holds(&ruling.facts));
            let stored = serde_json::to_string(&ruling).unwrap();
            prop_assert_eq!(serde_json::from_str::<domain::approval::Ruling>(&stored).unwrap(), ruling);
        }
    }
}
