//! Many rows in one statement; a demonstration has tens of thousands.

use super::plan::{HoursRow, PlannedSlot};
use crate::db::{Query, Tx};
use crate::store::claims::ClaimRow;
use crate::store::opportunities::OpportunityRow;
use crate::store::people::{PersonRow, VolunteerRow};
use domain::actor::Role;
use domain::ids::PersonId;
use domain::time::{Day, Instant};
use sqlx::Error;

/// A row that can be written with others of its kind.
pub(super) trait Row {
    /// `table (column, …)`.
    const INTO: &'static str;

    /// Binds the values in the order of the columns.
    fn bind<'t>(&self, query: Query<'t>) -> Query<'t>;
}

/// Writes all rows.
pub(super) async fn insert<R: Row>(tx: &mut Tx, rows: &[R]) -> Result<(), Error> {
    let columns = R::INTO.matches(',').count() + 1;
    let sql = format!("INSERT INTO {} VALUES $rows", R::INTO);
    tx.rows(&sql, columns, rows, |query, row| row.bind(query)).await.map(|_| ())
}

impl Row for PersonRow {
    const INTO: &'static str = "person (id, name, email, phone, locale, created_at)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query
            .bind(self.id)
            .bind(self.name.clone())
            .bind(self.email.clone())
            .bind(self.phone.clone())
            .bind(self.locale)
            .bind(self.created_at)
    }
}

/// The role of everybody with a volunteer's record.
pub(super) struct VolunteerGrant(pub PersonId, pub Instant);

impl Row for VolunteerGrant {
    const INTO: &'static str = "role_grant (person_id, role, created_at)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query.bind(self.0).bind(Role::Volunteer).bind(self.1)
    }
}

impl Row for VolunteerRow {
    const INTO: &'static str = "volunteer (person_id, status, occupation, birth_on, district_id, preferences, \
         weekly_limit_minutes, screened_on, applied_at, updated_at, qualifications)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query
            .bind(self.person_id)
            .bind(self.status)
            .bind(self.occupation)
            .bind(self.birth_on)
            .bind(self.district_id)
            .bind(self.preferences.clone())
            .bind(self.weekly_limit_minutes)
            .bind(self.screened_on)
            .bind(self.applied_at)
            .bind(self.updated_at)
            .bind(self.qualifications.clone())
    }
}

impl Row for OpportunityRow {
    const INTO: &'static str = "opportunity (id, organisation_id, kind_code, title, description, place, place_folded, \
         district_id, remote, min_age, claim_rule, state, searched, created_by, created_at, updated_at, \
         questions, handed_in_at, sent_back, proposed, requires, roles)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query
            .bind(self.id)
            .bind(self.organisation_id)
            .bind(self.kind_code.clone())
            .bind(self.title.clone())
            .bind(self.description.clone())
            .bind(self.place.clone())
            .bind(self.place_folded.clone())
            .bind(self.district_id)
            .bind(self.remote)
            .bind(self.min_age)
            .bind(self.claim_rule)
            .bind(self.state)
            .bind(self.searched.clone())
            .bind(self.created_by)
            .bind(self.created_at)
            .bind(self.updated_at)
            .bind(self.questions.clone())
            .bind(self.handed_in_at)
            .bind(self.sent_back.clone())
            .bind(self.proposed.clone())
            .bind(self.requires.clone())
            .bind(self.roles.clone())
    }
}

impl Row for PlannedSlot {
    const INTO: &'static str = "slot (id, opportunity_id, starts_at, ends_at, on_day, weekday, starts, ends, \
         min_places, max_places, opens_at, taken, state, work_minutes, series_id, series_day)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        let (starts, ends) = (self.facts.starts_at.civil(), self.facts.ends_at.civil());
        query
            .bind(self.facts.id)
            .bind(self.opportunity_id)
            .bind(self.facts.starts_at)
            .bind(self.facts.ends_at)
            .bind(Day(starts.date()))
            .bind(i64::from(starts.weekday().to_monday_one_offset()))
            .bind(starts.strftime("%H:%M").to_string())
            .bind(ends.strftime("%H:%M").to_string())
            .bind(self.min_places)
            .bind(self.facts.max_places)
            .bind(self.facts.opens_at)
            .bind(self.facts.taken)
            .bind(self.facts.state)
            .bind(self.facts.work_minutes)
            .bind(self.series)
            .bind(self.series.and(self.day))
    }
}

impl Row for ClaimRow {
    const INTO: &'static str = "claim (id, slot_id, person_id, state, places, standing_id, queued_at, asked_again_at, answers, rule, reason, \
         decided_by, decided_at, created_at, role_id)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query
            .bind(self.id)
            .bind(self.slot_id)
            .bind(self.person_id)
            .bind(self.state)
            .bind(self.places)
            .bind(self.standing_id)
            .bind(self.queued_at)
            .bind(self.asked_again_at)
            .bind(self.answers.clone())
            .bind(self.rule.clone())
            .bind(self.reason.clone())
            .bind(self.decided_by)
            .bind(self.decided_at)
            .bind(self.created_at)
            .bind(self.role_id)
    }
}

impl Row for HoursRow {
    const INTO: &'static str = "hours (claim_id, person_id, minutes, confirmed_by, confirmed_at)";

    fn bind<'t>(&self, query: Query<'t>) -> Query<'t> {
        query
            .bind(self.claim_id)
            .bind(self.person_id)
            .bind(self.minutes)
            .bind(self.confirmed_by)
            .bind(self.confirmed_at)
    }
}
