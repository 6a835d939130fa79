//! The little world that most tests need: a district, an organisation, a kind, an opportunity, people, slots.

use crate::support::{Bed, noon};
use backend::db::Tx;
use backend::store::centre::Organisation;
use backend::store::claims::ClaimRow;
use backend::store::dates::DateRow;
use backend::store::opportunities::OpportunityRow;
use backend::store::people::{PersonRow, VolunteerRow};
use backend::store::{centre, claims, dates, opportunities, people, series, slots};
use domain::approval::{Condition, Effect, Facts, Rule, Ruling};
use domain::claim::ClaimState;
use domain::ids::{
    ApprovalRuleId, ClaimId, DistrictId, OpportunityId, OrganisationId, PersonId, SeriesId, SlotId,
};
use domain::kind::{Family, Kind};
use domain::locale::Locale;
use domain::opportunity::{ClaimRule, OpportunityState, OrganisationType};
use domain::person::{Occupation, Preferences, VolunteerStatus};
use domain::text::{Code, fold};
use domain::time::{Day, Instant};
use sqlx::types::Json;

/// What every test of slots and claims stands on.
pub struct World {
    pub district: DistrictId,
    pub organisation: OrganisationId,
    pub opportunity: OpportunityId,
}

pub fn hours(n: i64) -> Instant {
    noon().plus_minutes(60 * n)
}

pub async fn world(bed: &Bed, tx: &mut Tx) -> World {
    let district = bed.id();
    centre::add_district(tx, district, "Radziwie").await.unwrap();
    centre::add_kind(tx, &kind("day_room", 1)).await.unwrap();
    centre::add_kind(tx, &kind("animals", 2)).await.unwrap();
    let organisation = add_organisation(bed, tx, "Świetlica „Żółw”", Some(district)).await;
    let opportunity = add_opportunity(bed, tx, organisation, "Popołudnie przy planszówkach").await;
    World { district, organisation, opportunity }
}

pub fn kind(code: &str, position: i64) -> Kind {
    Kind {
        code: Code::from(code),
        position,
        family: Family::Children,
        name_pl: "Praca w świetlicy".into(),
        name_en: "Day-room".into(),
        name_uk: "Денний центр".into(),
        short_pl: "Świetlica".into(),
        short_en: "Day-room".into(),
        short_uk: "Центр".into(),
        minor_directed: true,
        minors_may_be_present: true,
        at_home: false,
        remote: false,
        effort: 1,
        min_age: 15,
        confidential: true,
    }
}

pub async fn add_organisation(
    bed: &Bed,
    tx: &mut Tx,
    name: &str,
    district: Option<DistrictId>,
) -> OrganisationId {
    let organisation = Organisation {
        id: bed.id(),
        name: name.to_owned(),
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Żabia 1".to_owned(),
        district_id: district,
    };
    centre::add_organisation(tx, &organisation, noon()).await.unwrap();
    organisation.id
}

pub fn opportunity(bed: &Bed, organisation: OrganisationId, title: &str) -> OpportunityRow {
    OpportunityRow {
        requires: sqlx::types::Json(Vec::new()),
        roles: sqlx::types::Json(Vec::new()),
        id: bed.id(),
        organisation_id: organisation,
        kind_code: Code::from("day_room"),
        title: title.to_owned(),
        description: "Gramy i rozmawiamy.".to_owned(),
        place: "ul. Żabia 1".to_owned(),
        place_folded: fold("ul. Żabia 1"),
        district_id: None,
        remote: false,
        min_age: 15,
        claim_rule: ClaimRule::Instant,
        state: OpportunityState::Published,
        searched: fold(title),
        created_by: None,
        created_at: noon(),
        updated_at: noon(),
        questions: Json(Vec::new()),
        handed_in_at: None,
        sent_back: None,
        proposed: None,
    }
}

pub async fn add_opportunity(
    bed: &Bed,
    tx: &mut Tx,
    organisation: OrganisationId,
    title: &str,
) -> OpportunityId {
    let row = opportunity(bed, organisation, title);
    opportunities::put(tx, &row).await.unwrap();
    row.id
}

/// A slot of two hours.
pub async fn add_slot(
    bed: &Bed,
    tx: &mut Tx,
    opportunity_id: OpportunityId,
    starts_at: Instant,
    places: (i64, i64),
) -> SlotId {
    let ends_at = starts_at.plus_minutes(120);
    let slot = DateRow::new(bed.id(), opportunity_id, (starts_at, ends_at), places);
    dates::add(tx, std::slice::from_ref(&slot)).await.unwrap();
    slot.id
}

/// A series with these dates.
pub async fn add_series(
    bed: &Bed,
    tx: &mut Tx,
    opportunity: OpportunityId,
    percent: i64,
    of: &[SlotId],
) -> SeriesId {
    let row = crate::series::series(bed, opportunity);
    let row = series::SeriesRow { standing_percent: percent, ..row };
    series::put(tx, std::slice::from_ref(&row)).await.unwrap();
    let mut days = Vec::new();
    for date in of {
        let slot = slots::find(tx, *date).await.unwrap().unwrap();
        days.push((*date, Some(row.id), Some(slot.on_day)));
    }
    dates::regroup(tx, &days).await.unwrap();
    row.id
}

pub async fn add_person(bed: &Bed, tx: &mut Tx, name: &str) -> PersonId {
    let person = PersonRow {
        id: bed.id(),
        name: name.to_owned(),
        email: format!("{}@example.org", fold(name).replace(' ', ".")),
        phone: "+48 24 000 00 01".to_owned(),
        locale: Locale::Pl,
        created_at: noon(),
    };
    people::add(tx, &person).await.unwrap();
    person.id
}

pub async fn add_volunteer(
    bed: &Bed,
    tx: &mut Tx,
    name: &str,
    status: VolunteerStatus,
    applied_at: Instant,
) -> PersonId {
    let person_id = add_person(bed, tx, name).await;
    let row = VolunteerRow {
        qualifications: sqlx::types::Json(Vec::new()),
        person_id,
        status,
        occupation: Occupation::Student,
        birth_on: None,
        district_id: None,
        preferences: Json(Preferences::default()),
        weekly_limit_minutes: None,
        screened_on: None,
        applied_at,
        updated_at: applied_at,
    };
    people::put_volunteer(tx, &row).await.unwrap();
    person_id
}

pub fn claim(id: ClaimId, slot_id: SlotId, person_id: PersonId, state: ClaimState) -> ClaimRow {
    ClaimRow::new(id, slot_id, person_id, state, noon())
}

pub async fn add_claim(
    bed: &Bed,
    tx: &mut Tx,
    slot: SlotId,
    person: PersonId,
    state: ClaimState,
) -> ClaimRow {
    let row = claim(bed.id(), slot, person, state);
    claims::add(tx, &row).await.unwrap();
    row
}

/// A ruling that approves.
pub fn ruling(organisation: OrganisationId) -> Ruling {
    let rule = Rule {
        id: ApprovalRuleId(uuid::Uuid::from_u128(1)),
        name: "Znamy się".into(),
        effect: Effect::Approve,
        conditions: vec![Condition::CameHere(3), Condition::Adult],
        organisation_id: None,
    };
    let facts = Facts {
        organisation_id: organisation,
        kind: Code::from("day_room"),
        asked_on: Day(noon().day()),
        days_ahead: 3,
        came_here: 4,
        came_to_kind: 5,
        missed_on: None,
        age: Some(30),
        ready: true,
    };
    Ruling { rule, facts }
}
