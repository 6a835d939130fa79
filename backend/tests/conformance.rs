//! Every store method on both engines. A test is written once, as `async fn name(bed: &Bed)`, and listed once, below;
//! the macro runs it on SQLite and on PostgreSQL, each time in an empty database of its own.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

#[path = "conformance/accounts.rs"]
mod accounts;
#[path = "conformance/approval.rs"]
mod approval;
#[path = "conformance/audit.rs"]
mod audit;
#[path = "conformance/centre.rs"]
mod centre;
#[path = "conformance/changes.rs"]
mod changes;
#[path = "conformance/claims.rs"]
mod claims;
#[path = "conformance/dashboard.rs"]
mod dashboard;
#[path = "conformance/dates.rs"]
mod dates;
#[path = "conformance/engine.rs"]
mod engine;
#[path = "conformance/events.rs"]
mod events;
#[path = "conformance/feeds.rs"]
mod feeds;
#[path = "conformance/fixtures.rs"]
mod fixtures;
#[path = "conformance/hosting.rs"]
mod hosting;
#[path = "conformance/invitations.rs"]
mod invitations;
#[path = "conformance/jobs.rs"]
mod jobs;
#[path = "conformance/locks.rs"]
mod locks;
#[path = "conformance/mails.rs"]
mod mails;
#[path = "conformance/matching.rs"]
mod matching;
#[path = "conformance/migrations.rs"]
mod migrations;
#[path = "conformance/narrowing.rs"]
mod narrowing;
#[path = "conformance/offers.rs"]
mod offers;
#[path = "conformance/opportunities.rs"]
mod opportunities;
#[path = "conformance/parties.rs"]
mod parties;
#[path = "conformance/people.rs"]
mod people;
#[path = "conformance/places.rs"]
mod places;
#[path = "conformance/presence.rs"]
mod presence;
#[path = "conformance/roles.rs"]
mod roles;
#[path = "conformance/series.rs"]
mod series;
#[path = "conformance/slots.rs"]
mod slots;
#[path = "conformance/standing.rs"]
mod standing;
#[expect(dead_code, reason = "each test crate takes what it needs of it")]
mod support;
#[path = "conformance/templates.rs"]
mod templates;
#[path = "conformance/watches.rs"]
mod watches;
#[path = "conformance/windows.rs"]
mod windows;

macro_rules! conformance {
    ($($noun:ident { $($name:ident),+ $(,)? })+) => {
        mod on_sqlite {
            $(mod $noun { $(
                #[tokio::test]
                async fn $name() {
                    let bed = crate::support::Bed::new(backend::db::Engine::Sqlite).await;
                    crate::$noun::$name(&bed).await;
                }
            )+ })+
        }
        mod on_postgres {
            $(mod $noun { $(
                #[tokio::test]
                async fn $name() {
                    let bed = crate::support::Bed::new(backend::db::Engine::Postgres).await;
                    crate::$noun::$name(&bed).await;
                }
            )+ })+
        }
    };
}

conformance! {
    accounts {
        a_code_can_be_tried_only_so_often,
        a_code_works_once_and_in_time,
        sessions_live_until_they_end,
        a_persons_sessions_end_together,
        grants_keep_their_order,
        uses_are_counted_in_windows,
        what_is_over_is_forgotten,
    }
    approval {
        rules_hold_until_they_end,
        what_is_known_of_the_past,
        the_last_requests,
    }
    audit { entries_come_latest_first }
    centre {
        a_centre_is_set_up_once,
        districts_are_unique,
        organisations_come_by_name,
        kinds_come_in_their_order,
        trust_is_given_and_taken_back,
    }
    changes {
        the_latest_change_comes_first,
        every_action_comes_back,
    }
    claims {
        a_claim_comes_back_as_it_was_written,
        the_history_of_a_claim_is_kept_in_order,
        who_waits_comes_in_turn,
        one_live_claim_per_person_and_slot,
        whoever_comes_second_changes_nothing,
        engagements_within_a_time,
        everybodys_engagements,
        past_help_is_counted,
        the_live_claim_of_a_pair,
        who_stepped_back_is_noted,
        what_waits_and_what_holds_on_coming_slots,
        what_comes_and_what_was,
        live_claims_in_their_order,
        names_in_a_slot,
        a_persons_history,
        hours_are_put_and_taken_back,
    }
    dashboard {
        waiting_claims_oldest_first,
        decisions_latest_first,
        what_rules_approved_latest_first,
    }
    engine {
        dropped_writes_are_gone,
        a_glance_sees_what_was_committed_meanwhile,
        both_say_when_something_is_not_unique,
        a_lock_lets_one_in_at_a_time,
        foreign_keys_hold,
    }
    events {
        numbers_follow_the_order_of_commits,
        a_batch_is_at_most_two_thousand,
        forgetting_keeps_the_last,
    }
    feeds {
        tasks_without_an_hour_are_there_until_they_end,
        districts_count_what_can_be_claimed,
        visitors_see_published_dates_and_what_was_cancelled,
        revisions_count_changes_of_date_and_text,
        own_dates_are_ones_own,
        a_calendar_has_one_secret,
    }
    hosting { own_slots_with_their_people }
    invitations {
        a_key_opens_one_that_is_open,
        one_open_invitation_per_claim,
        what_nobody_answered_in_time,
        what_is_over_takes_its_mail_back,
    }
    jobs {
        a_lease_is_exclusive_until_it_ends,
        leases_are_limited_and_oldest_first,
        workers_at_once_never_share_a_job,
        failed_jobs_come_back_or_stay,
    }
    mails {
        a_mail_is_sent_and_forgotten,
        unsent_mails_can_be_recalled,
        unsent_mails_of_an_offer_can_be_recalled,
        latest_mails_first,
    }
    matching {
        a_pair_is_locked_once_and_while_its_slot_comes,
        exclusions_hold_until_their_end,
        decisions_come_latest_first_with_their_reasons,
        the_weights_saved_last_hold,
        who_looks_at_what,
    }
    narrowing {
        by_part_of_the_day_remote_series_and_age,
        the_first_of_each_day,
        nights_run_into_the_next_day,
        the_ways_on_where_nothing_matches,
    }
    offers {
        an_offer_comes_back_as_written,
        one_open_offer_per_pair,
        an_offer_is_answered_once,
        open_offers_the_most_urgent_first,
        offers_of_slots,
        what_nobody_answered,
        what_is_asked_about_a_claim,
    }
    opportunities {
        an_opportunity_is_written_and_changed,
        its_district_or_its_organisations,
        lists_drafts_then_what_comes,
        its_dates_with_those_who_wait,
        what_it_asks,
        what_waits_for_a_look,
    }
    parties {
        a_group_comes_back_as_written,
        names_come_in_their_order,
        names_that_are_due,
        names_are_forgotten_some_time_after,
    }
    people {
        a_person_comes_back_as_written,
        addresses_are_unique,
        volunteers_with_and_without_facts,
        lists_by_status,
        volunteers_with_their_names,
        personas_in_the_order_asked_for,
        coordinators_and_hosts_are_responsible,
    }
    places {
        a_search_ends_once_and_may_begin_anew,
        companions_came_to_the_same_dates_of_the_organisation,
        places_of_other_dates_can_be_exchanged,
        who_gave_a_place_up,
    }
    dates {
        many_dates_are_written_at_once,
        the_week_of_those_who_plan,
        how_well_days_are_covered,
        a_date_is_moved_only_while_open,
        cancelling_frees_places,
        days_of_a_series_change_hands,
        claims_of_many_dates_change_at_once,
        a_moved_date_is_not_the_one_that_was_seen,
    }
    roles {
        a_place_of_a_role_is_taken_only_while_the_role_has_room,
        roles_of_dates_are_replaced_and_counted_anew,
        what_people_can_show,
    }
    series {
        a_series_comes_back_as_written,
    }
    slots {
        a_slot_comes_with_its_surroundings,
        the_calendar_shows_open_slots_of_published_opportunities,
        filters_narrow_it_down,
        words_match_without_diacritics,
        counts_by_day,
        capacity_is_guarded_by_the_statement,
        racing_for_places_takes_exactly_what_is_there,
        coming_dates_of_an_opportunity,
        open_slots_between_two_moments,
    }
    presence {
        a_place_has_one_code_that_can_be_made_anew,
        what_was_said_counts_once,
        own_dates_with_what_was_said,
    }
    templates { templates_of_an_organisation_and_of_the_centre }
    watches {
        a_wish_is_told_once_and_can_be_taken_back,
        kinds_and_facilities_are_watched_until_it_ends,
    }
    standing {
        a_standing_place_begins_once_and_ends,
        coming_dates_of_a_series,
        what_standing_people_hold,
    }
    locks {
        several_are_held_once_each_until_the_end,
    }
    windows {
        a_task_is_widened_and_nobody_loses_a_place,
        public_tasks_that_can_be_done_on_some_days,
        work_is_noted_and_taken_back,
        who_is_ready_is_noted,
        a_task_is_no_slot_with_hours,
    }
}

/// Nothing of the stores stays unproven: each of their functions is called by name somewhere in this suite.
#[test]
fn every_store_method_is_in_the_suite() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = |folder: &str| {
        let read = std::fs::read_dir(root.join(folder)).unwrap();
        read.map(|entry| entry.unwrap().path()).map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path.file_stem().unwrap().to_string_lossy().into_owned(), text)
        })
    };
    let suite: String = files("tests/conformance").map(|(_, text)| text).collect();
    let mut methods = 0;
    for (noun, text) in files("src/store") {
        for part in text.split("pub async fn ").skip(1) {
            let name = part.split(['(', '<']).next().unwrap();
            assert!(suite.contains(&format!("{noun}::{name}(")), "{noun}::{name} is not called in the suite");
            methods += 1;
        }
    }
    assert!(methods > 70, "{methods}: the scan finds nothing");
}
