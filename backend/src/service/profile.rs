//! My profile.

use crate::context::Cx;
use crate::db::Tx;
use crate::error::{Result, not_found};
use crate::service::{calendar, lookout, qualifications, trace};
use crate::store::{accounts, centre, people};
use domain::form::{FieldProblem, InputProblem, Profile, ProfileForm};
use domain::locale::Locale;
use domain::person::missing_steps;
use domain::time::Day;
use domain::view::ProfileView;
use sqlx::types::Json;

/// What is stored about the reader. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], or when the database fails.
pub async fn show(cx: &Cx) -> Result<ProfileView> {
    let me = cx.member()?.person_id();
    let mut tx = cx.read().await?;
    let Some(person) = people::find(&mut tx, me).await? else { return not_found() };
    let volunteer = people::volunteer(&mut tx, me).await?;
    let mut form = ProfileForm { name: person.name, phone: person.phone, ..ProfileForm::default() };
    if let Some(row) = &volunteer {
        let wishes = &row.preferences.0;
        form.birth_on = row.birth_on.map(|day| day.to_string()).unwrap_or_default();
        form.district_id = row.district_id.map(|id| id.to_string()).unwrap_or_default();
        row.occupation.code().clone_into(&mut form.occupation);
        form.languages = wishes.languages.join(", ");
        form.skills = wishes.skills.join(", ");
        form.kinds = wishes.kinds.iter().map(ToString::to_string).collect();
        form.free = wishes.free.iter().map(|free| format!("{}-{}", free.weekday, free.part.code())).collect();
        form.weekly_hours =
            row.weekly_limit_minutes.map(|minutes| (minutes / 60).to_string()).unwrap_or_default();
    }
    let held = volunteer.as_ref().map(|row| row.qualifications.0.clone()).unwrap_or_default();
    Ok(ProfileView {
        form,
        email: person.email,
        locale: person.locale,
        status: volunteer.as_ref().map(|row| row.status),
        missing: volunteer.as_ref().map(|row| missing_steps(row.status, row.birth_on)).unwrap_or_default(),
        choices: calendar::choices(cx, &mut tx).await?,
        qualifications: qualifications::rows(cx, &mut tx, &held).await?,
        sessions: accounts::count_sessions(&mut tx, me, cx.now()).await?,
        watched: lookout::mine(cx, &mut tx, me).await?,
    })
}

/// Saves the reader's profile. For every person who signed in; people who are not volunteers only keep name and phone.
///
/// # Errors
/// [`domain::problem::Problem::Invalid`], or when the database fails.
pub async fn save(cx: &Cx, form: &ProfileForm) -> Result<()> {
    let me = cx.member()?.person_id();
    let now = cx.now();
    let mut form = form.clone();
    if form.occupation.is_empty() {
        "other".clone_into(&mut form.occupation);
    }
    let profile = form.check(Day(now.day()))?;
    let mut tx = cx.write().await?;
    choices_exist(&mut tx, &profile).await?;
    people::rename(&mut tx, me, &profile.name, &profile.phone).await?;
    if let Some(row) = people::volunteer(&mut tx, me).await? {
        // A birth date decides what a person may claim: told once, only the coordinator corrects it.
        let birth_on = row.birth_on.or(profile.birth_on);
        let row = people::VolunteerRow {
            birth_on,
            occupation: profile.occupation,
            district_id: profile.district_id,
            preferences: Json(profile.preferences),
            weekly_limit_minutes: profile.weekly_limit_minutes,
            updated_at: now,
            ..row
        };
        people::put_volunteer(&mut tx, &row).await?;
    }
    trace::person_event(cx, &mut tx, me).await?;
    trace::audit(cx, &mut tx, "save_profile", "person", me.0, serde_json::json!({})).await?;
    cx.commit(tx).await
}

async fn choices_exist(tx: &mut Tx, profile: &Profile) -> Result<()> {
    let mut problems = Vec::new();
    let mut add = |field: &str| {
        problems.push(FieldProblem { field: field.to_owned(), problem: InputProblem::NotAChoice });
    };
    if let Some(id) = profile.district_id
        && !centre::districts(tx).await?.iter().any(|district| district.id == id)
    {
        add("district_id");
    }
    let kinds = centre::kinds(tx).await?;
    if !profile.preferences.kinds.iter().all(|code| kinds.iter().any(|kind| kind.code == *code)) {
        add("kinds");
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Changes the language of the reader's messages. For every person who signed in.
///
/// # Errors
/// [`domain::problem::Problem::SignInFirst`], or when the database fails.
pub async fn set_locale(cx: &Cx, locale: Locale) -> Result<()> {
    let me = cx.member()?.person_id();
    let mut tx = cx.write().await?;
    people::set_locale(&mut tx, me, locale).await?;
    trace::audit(cx, &mut tx, "set_locale", "person", me.0, serde_json::json!({ "locale": locale })).await?;
    cx.commit(tx).await
}
