//! Signing in by a code that is mailed. The answer is the same for addresses we know and do not know.

use crate::context::{Cx, Node};
use crate::db::{Tx, is_unique_violation};
use crate::error::{Error, Result, not_found};
use crate::mail::{self, Letter, Template};
use crate::service::trace;
use crate::session::{SESSION_DAYS, TOUCH_MINUTES, Token, hash};
use crate::store::accounts::{self, SignInRow};
use crate::store::people::AccountRow;
use crate::store::{mails, people};
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::form::{FieldProblem, InputProblem, SignInForm};
use domain::ids::{PersonId, SignInId};
use domain::locale::Locale;
use domain::person::{Occupation, Preferences, VolunteerStatus, age_on};
use domain::problem::Problem;
use domain::time::Instant;
use domain::view::{Persona, SentMail, SignInView};
use sqlx::types::Json;
use std::sync::Arc;
use subtle::ConstantTimeEq;

/// Minutes a code is valid.
pub const CODE_MINUTES: i64 = 10;
/// Tries a code allows.
pub const CODE_TRIES: i64 = 5;
/// Codes that one address may ask for in an hour.
const CODES_PER_HOUR: i64 = 6;
/// Sign-ins that one client may begin in an hour; many people share the centre's own address.
const CLIENT_PER_HOUR: i64 = 60;

/// The sign-in page. Open to everyone; personas and the mailed code only in demonstration data.
///
/// # Errors
/// When the database fails.
pub async fn view(cx: &Cx, begun: Option<SignInId>) -> Result<SignInView> {
    let mut tx = cx.read().await?;
    let begun = match begun {
        Some(id) => accounts::live_sign_in(&mut tx, id, cx.now()).await?,
        None => None,
    };
    let mut view = SignInView { code_sent: begun.is_some(), ..SignInView::default() };
    if cx.node.demo {
        let today = cx.now().day().into();
        let persona = |row: people::PersonaRow| Persona {
            person_id: row.id,
            name: row.name,
            role: row.role,
            status: row.status,
            age: row.birth_on.map(|birth| age_on(birth, today)),
        };
        view.personas =
            people::personas(&mut tx, crate::seed::PERSONAS).await?.into_iter().map(persona).collect();
        if let Some(begun) = begun {
            view.mail =
                mails::latest(&mut tx, Some(&begun.email), 1).await?.into_iter().next().map(sent_mail);
        }
    }
    Ok(view)
}

pub(super) fn sent_mail(row: mails::MailRow) -> SentMail {
    SentMail { id: row.id, recipient: row.recipient, subject: row.subject, body: row.body, at: row.due_at }
}

/// Begins a sign-in: mails a code of six digits. Open to everyone; `client` is the address the request came from.
///
/// # Errors
/// [`Problem::Invalid`], [`Problem::TooMany`], or when the database fails.
pub async fn begin(cx: &Cx, form: &SignInForm, client: &str) -> Result<SignInId> {
    let (name, email) = form.check()?;
    let now = cx.now();
    limit(cx, &format!("client:{client}"), CLIENT_PER_HOUR).await?;
    limit(cx, &format!("code:{email}"), CODES_PER_HOUR).await?;
    let id: SignInId = cx.new_id();
    let code = new_code(cx);
    let row = SignInRow {
        id,
        email: email.clone(),
        name,
        code_hash: code_hash(id, &code),
        tries: 0,
        created_at: now,
        expires_at: now.plus_minutes(CODE_MINUTES),
        used_at: None,
    };
    let mut tx = cx.write().await?;
    accounts::add_sign_in(&mut tx, &row).await?;
    let values = vec![("code", code.into()), ("minutes", CODE_MINUTES.into())];
    let letter =
        Letter { template: Template::Code, claim_id: None, offer_id: None, delay_seconds: 0, values };
    mail::post_to(cx, &mut tx, &email, cx.locale, None, letter).await?;
    cx.commit(tx).await?;
    Ok(id)
}

/// Finishes a sign-in with its code. A newcomer becomes an applicant. Open to everyone.
///
/// # Errors
/// [`Problem::Invalid`] on `code`: wrong, or dead (too late, too many tries, used); or when the database fails.
pub async fn finish(cx: &Cx, id: SignInId, typed: &str) -> Result<Token> {
    let now = cx.now();
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let mut tx = cx.write().await?;
    let Some(row) = accounts::try_sign_in(&mut tx, id, now, CODE_TRIES).await? else {
        return code_problem(InputProblem::DeadCode);
    };
    let right: bool = row.code_hash.ct_eq(&code_hash(id, &digits)).into();
    if !right {
        tx.commit().await?;
        return code_problem(InputProblem::WrongCode);
    }
    if !accounts::use_sign_in(&mut tx, id, now).await? {
        return code_problem(InputProblem::DeadCode);
    }
    let person = match people::find_by_email(&mut tx, &row.email).await? {
        Some(person) => person.id,
        None => add_applicant(cx, &mut tx, &row).await?,
    };
    let token = open_session(cx, &mut tx, person).await?;
    cx.commit(tx).await?;
    Ok(token)
}

/// Signs in as one of the demonstration's personas. Only in demonstration data.
///
/// # Errors
/// [`Problem::NotFound`] outside a demonstration or for anyone who is not a persona.
pub async fn as_persona(cx: &Cx, person: PersonId) -> Result<Token> {
    if !cx.node.demo {
        return not_found();
    }
    let mut tx = cx.write().await?;
    if !people::personas(&mut tx, crate::seed::PERSONAS).await?.iter().any(|persona| persona.id == person) {
        return not_found();
    }
    let token = open_session(cx, &mut tx, person).await?;
    cx.commit(tx).await?;
    Ok(token)
}

/// Ends this session.
///
/// # Errors
/// [`Problem::SignInFirst`] for a visitor, or when the database fails.
pub async fn out(cx: &Cx) -> Result<()> {
    let member = cx.member()?;
    let mut tx = cx.write().await?;
    accounts::end_session(&mut tx, member.session_id()).await?;
    trace::audit(cx, &mut tx, "sign_out", "session", member.session_id().0, serde_json::json!({})).await?;
    // Ends this session's live streams, on whichever node they are.
    trace::person_event(cx, &mut tx, member.person_id()).await?;
    cx.commit(tx).await
}

/// Ends all sessions of this person.
///
/// # Errors
/// [`Problem::SignInFirst`] for a visitor, or when the database fails.
pub async fn out_everywhere(cx: &Cx) -> Result<()> {
    let member = cx.member()?;
    let mut tx = cx.write().await?;
    let ended = accounts::end_sessions_of(&mut tx, member.person_id()).await?;
    let detail = serde_json::json!({ "ended": ended });
    trace::audit(cx, &mut tx, "sign_out_everywhere", "person", member.person_id().0, detail).await?;
    trace::person_event(cx, &mut tx, member.person_id()).await?;
    cx.commit(tx).await
}

/// Who a token belongs to.
#[derive(Clone, Debug)]
pub struct Resumed {
    /// Who asks.
    pub actor: Actor,
    /// What pages need of them.
    pub account: Arc<AccountRow>,
    /// Their language.
    pub locale: Locale,
}

/// Who a token belongs to; `None` if to nobody (any more). Prolongs the session now and then.
///
/// # Errors
/// When the database fails.
pub async fn resume(node: &Arc<Node>, token: &Token) -> Result<Option<Resumed>> {
    let now = node.clock.now();
    let mut tx = node.db.glance().await?;
    let Some((session, account, grants)) = accounts::session(&mut tx, &token.hash(), now).await? else {
        return Ok(None);
    };
    drop(tx);
    if now.minutes_since(session.seen_at) >= TOUCH_MINUTES {
        let mut tx = node.db.write().await?;
        accounts::touch_session(&mut tx, session.id, now, now.plus_days(SESSION_DAYS)).await?;
        tx.commit().await?;
    }
    let signed_in = SignedIn { person_id: session.person_id, session_id: session.id, grants };
    Ok(Some(Resumed { actor: Actor::Person(signed_in), account: Arc::new(account), locale: session.locale }))
}

/// Makes a person with this address an administrator and coordinator, adding them if they are new. For the command
/// line and administrators.
///
/// # Errors
/// [`Problem::Denied`], [`Problem::Invalid`], or when the database fails.
pub async fn create_administrator(cx: &Cx, name: &str, email: &str) -> Result<PersonId> {
    cx.actor.administration()?;
    let (name, email) = SignInForm { name: name.to_owned(), email: email.to_owned() }.check()?;
    let now = cx.now();
    let mut tx = cx.write().await?;
    let id = match people::find_by_email(&mut tx, &email).await? {
        Some(person) => person.id,
        None => add_person(cx, &mut tx, &name, &email).await?,
    };
    let held = accounts::grants(&mut tx, id).await?;
    for role in [Role::Administrator, Role::Coordinator] {
        if !held.iter().any(|grant| grant.role == role) {
            accounts::grant(&mut tx, id, Grant { role, organisation_id: None }, now).await?;
        }
    }
    trace::audit(
        cx,
        &mut tx,
        "grant",
        "person",
        id.0,
        serde_json::json!({ "roles": ["administrator", "coordinator"] }),
    )
    .await?;
    cx.commit(tx).await?;
    Ok(id)
}

async fn open_session(cx: &Cx, tx: &mut Tx, person: PersonId) -> Result<Token> {
    let (token, now) = (Token::new(&cx.node.rng), cx.now());
    let id = cx.new_id();
    accounts::add_session(tx, id, &token.hash(), person, now, now.plus_days(SESSION_DAYS)).await?;
    trace::audit(cx, tx, "sign_in", "person", person.0, serde_json::json!({})).await?;
    Ok(token)
}

async fn add_person(cx: &Cx, tx: &mut Tx, name: &str, email: &str) -> Result<PersonId> {
    let fallback = email.split('@').next().unwrap_or_default();
    let person = people::PersonRow {
        id: cx.new_id(),
        name: if name.is_empty() { fallback.to_owned() } else { name.to_owned() },
        email: email.to_owned(),
        phone: String::new(),
        locale: cx.locale,
        created_at: cx.now(),
    };
    people::add(tx, &person).await.map_err(|error| {
        if is_unique_violation(&error) { Error::Problem(Problem::TooLate) } else { error.into() }
    })?;
    Ok(person.id)
}

async fn add_applicant(cx: &Cx, tx: &mut Tx, row: &SignInRow) -> Result<PersonId> {
    let id = add_person(cx, tx, &row.name, &row.email).await?;
    let now = cx.now();
    accounts::grant(tx, id, Grant { role: Role::Volunteer, organisation_id: None }, now).await?;
    let volunteer = people::VolunteerRow {
        qualifications: sqlx::types::Json(Vec::new()),
        person_id: id,
        status: VolunteerStatus::Applied,
        occupation: Occupation::default(),
        birth_on: None,
        district_id: None,
        preferences: Json(Preferences::default()),
        weekly_limit_minutes: None,
        screened_on: None,
        applied_at: now,
        updated_at: now,
    };
    people::put_volunteer(tx, &volunteer).await?;
    trace::person_event(cx, tx, id).await?;
    Ok(id)
}

/// Counts a use; refuses when there were more than `max` in the hour.
pub(super) async fn limit(cx: &Cx, key: &str, max: i64) -> Result<()> {
    let now: Instant = cx.now();
    let mut tx = cx.write().await?;
    let (count, ends_at) = accounts::count_use(&mut tx, key, now, now.plus_minutes(60)).await?;
    tx.commit().await?;
    if count > max {
        return Err(Problem::TooMany { minutes: ends_at.minutes_since(now).max(1) }.into());
    }
    Ok(())
}

/// Six digits, each as likely as the other.
fn new_code(cx: &Cx) -> String {
    loop {
        let mut bytes = [0; 4];
        cx.node.rng.fill(&mut bytes);
        let number = u32::from_le_bytes(bytes);
        if number < 4_294_000_000 {
            return format!("{:06}", number % 1_000_000);
        }
    }
}

fn code_hash(id: SignInId, code: &str) -> Vec<u8> {
    hash(format!("{id}:{code}").as_bytes()).to_vec()
}

fn code_problem<T>(problem: InputProblem) -> Result<T> {
    Err(vec![FieldProblem { field: "code".to_owned(), problem }].into())
}
