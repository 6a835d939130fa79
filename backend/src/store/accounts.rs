//! Signing in: codes on their way, sessions, and how often somebody tried.

use crate::db::Tx;
use crate::store::events::changes_so_far;
use crate::store::people::AccountRow;
use domain::actor::{Grant, Role};
use domain::ids::{OrganisationId, PersonId, SessionId, SignInId};
use domain::locale::Locale;
use domain::time::Instant;
use sqlx::{Error, FromRow};

/// A sign-in by code that has begun.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct SignInRow {
    pub id: SignInId,
    pub email: String,
    pub name: String,
    pub code_hash: Vec<u8>,
    pub tries: i64,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub used_at: Option<Instant>,
}

/// Begins a sign-in.
///
/// # Errors
/// When the database fails.
pub async fn add_sign_in(tx: &mut Tx, row: &SignInRow) -> Result<(), Error> {
    tx.query(
        "INSERT INTO sign_in (id, email, name, code_hash, tries, created_at, expires_at, used_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(row.id)
    .bind(row.email.clone())
    .bind(row.name.clone())
    .bind(row.code_hash.clone())
    .bind(row.tries)
    .bind(row.created_at)
    .bind(row.expires_at)
    .bind(row.used_at)
    .run()
    .await
    .map(|_| ())
}

/// Counts one try of a sign-in that is alive (unused, in time, fewer than `max_tries`), and gives it; `None` if dead.
/// Counting before comparing keeps two tries at once from being one.
///
/// # Errors
/// When the database fails.
pub async fn try_sign_in(
    tx: &mut Tx,
    id: SignInId,
    now: Instant,
    max_tries: i64,
) -> Result<Option<SignInRow>, Error> {
    tx.query(
        "UPDATE sign_in SET tries = tries + 1 WHERE id = $1 AND used_at IS NULL AND expires_at > $2 AND tries < $3
         RETURNING id, email, name, code_hash, tries, created_at, expires_at, used_at",
    )
    .bind(id)
    .bind(now)
    .bind(max_tries)
    .optional()
    .await
}

/// A sign-in that can still be finished.
///
/// # Errors
/// When the database fails.
pub async fn live_sign_in(tx: &mut Tx, id: SignInId, now: Instant) -> Result<Option<SignInRow>, Error> {
    tx.query(
        "SELECT id, email, name, code_hash, tries, created_at, expires_at, used_at FROM sign_in
         WHERE id = $1 AND used_at IS NULL AND expires_at > $2",
    )
    .bind(id)
    .bind(now)
    .optional()
    .await
}

/// Uses a sign-in up, so that its code works once; `false` when it was used already.
///
/// # Errors
/// When the database fails.
pub async fn use_sign_in(tx: &mut Tx, id: SignInId, now: Instant) -> Result<bool, Error> {
    let used = tx
        .query("UPDATE sign_in SET used_at = $2 WHERE id = $1 AND used_at IS NULL")
        .bind(id)
        .bind(now)
        .run()
        .await?;
    Ok(used == 1)
}

/// A signed-in browser.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct SessionRow {
    pub id: SessionId,
    pub person_id: PersonId,
    pub locale: Locale,
    pub seen_at: Instant,
}

/// Opens a session.
///
/// # Errors
/// When the database fails.
pub async fn add_session(
    tx: &mut Tx,
    id: SessionId,
    token_hash: &[u8],
    person: PersonId,
    now: Instant,
    expires_at: Instant,
) -> Result<(), Error> {
    tx.query(
        "INSERT INTO session (id, token_hash, person_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $4, $5)",
    )
    .bind(id)
    .bind(token_hash.to_vec())
    .bind(person)
    .bind(now)
    .bind(expires_at)
    .run()
    .await
    .map(|_| ())
}

/// A session with one of the person's roles, if they have any.
#[derive(FromRow)]
struct SessionWithRole {
    #[sqlx(flatten)]
    session: SessionRow,
    #[sqlx(flatten)]
    account: AccountRow,
    role: Option<Role>,
    organisation_id: Option<OrganisationId>,
}

/// The session of a token, if it is alive, with all that a page needs of its reader: a page asks but once.
///
/// # Errors
/// When the database fails.
pub async fn session(
    tx: &mut Tx,
    token_hash: &[u8],
    now: Instant,
) -> Result<Option<(SessionRow, AccountRow, Vec<Grant>)>, Error> {
    let rows: Vec<SessionWithRole> = tx
        .query(concat!(
            "SELECT s.id, s.person_id, p.locale, s.seen_at, p.name, v.status, v.birth_on, v.screened_on,
                   v.weekly_limit_minutes, v.qualifications, g.role, g.organisation_id, ",
            changes_so_far!(),
            " FROM session s JOIN person p ON p.id = s.person_id LEFT JOIN volunteer v ON v.person_id = p.id
                   LEFT JOIN role_grant g ON g.person_id = p.id
                 WHERE s.token_hash = $1 AND s.expires_at > $2 ORDER BY g.created_at, g.role"
        ))
        .bind(token_hash.to_vec())
        .bind(now)
        .all()
        .await?;
    let grant = |row: &SessionWithRole| Some(Grant { role: row.role?, organisation_id: row.organisation_id });
    let grants = rows.iter().filter_map(grant).collect();
    Ok(rows.into_iter().next().map(|row| (row.session, row.account, grants)))
}

/// Prolongs a session.
///
/// # Errors
/// When the database fails.
pub async fn touch_session(
    tx: &mut Tx,
    id: SessionId,
    now: Instant,
    expires_at: Instant,
) -> Result<(), Error> {
    tx.query("UPDATE session SET seen_at = $2, expires_at = $3 WHERE id = $1")
        .bind(id)
        .bind(now)
        .bind(expires_at)
        .run()
        .await
        .map(|_| ())
}

/// Ends one session.
///
/// # Errors
/// When the database fails.
pub async fn end_session(tx: &mut Tx, id: SessionId) -> Result<(), Error> {
    tx.query("DELETE FROM session WHERE id = $1").bind(id).run().await.map(|_| ())
}

/// Ends all sessions of a person; how many.
///
/// # Errors
/// When the database fails.
pub async fn end_sessions_of(tx: &mut Tx, person: PersonId) -> Result<u64, Error> {
    tx.query("DELETE FROM session WHERE person_id = $1").bind(person).run().await
}

/// How many live sessions a person has.
///
/// # Errors
/// When the database fails.
pub async fn count_sessions(tx: &mut Tx, person: PersonId, now: Instant) -> Result<i64, Error> {
    let (count,): (i64,) = tx
        .query("SELECT COUNT(*) FROM session WHERE person_id = $1 AND expires_at > $2")
        .bind(person)
        .bind(now)
        .one()
        .await?;
    Ok(count)
}

/// What a person may be.
///
/// # Errors
/// When the database fails.
pub async fn grants(tx: &mut Tx, person: PersonId) -> Result<Vec<Grant>, Error> {
    tx.query("SELECT role, organisation_id FROM role_grant WHERE person_id = $1 ORDER BY created_at, role")
        .bind(person)
        .all()
        .await
}

/// Grants a role.
///
/// # Errors
/// When the database fails.
pub async fn grant(tx: &mut Tx, person: PersonId, grant: Grant, now: Instant) -> Result<(), Error> {
    tx.query("INSERT INTO role_grant (person_id, role, organisation_id, created_at) VALUES ($1, $2, $3, $4)")
        .bind(person)
        .bind(grant.role)
        .bind(grant.organisation_id)
        .bind(now)
        .run()
        .await
        .map(|_| ())
}

/// Counts one use of `key`; the count within the current window, which ends at `ends_at` if a new one begins.
///
/// # Errors
/// When the database fails.
pub async fn count_use(
    tx: &mut Tx,
    key: &str,
    now: Instant,
    ends_at: Instant,
) -> Result<(i64, Instant), Error> {
    tx.query(
        "INSERT INTO rate_limit (key, count, ends_at) VALUES ($1, 1, $3)
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN rate_limit.ends_at <= $2 THEN 1 ELSE rate_limit.count + 1 END,
           ends_at = CASE WHEN rate_limit.ends_at <= $2 THEN excluded.ends_at ELSE rate_limit.ends_at END
         RETURNING count, ends_at",
    )
    .bind(key.to_owned())
    .bind(now)
    .bind(ends_at)
    .one()
    .await
}

/// Forgets sessions, sign-ins and counts that are over.
///
/// # Errors
/// When the database fails.
pub async fn forget_expired(tx: &mut Tx, now: Instant) -> Result<u64, Error> {
    let mut gone = 0;
    for sql in [
        "DELETE FROM session WHERE expires_at <= $1",
        "DELETE FROM sign_in WHERE expires_at <= $1",
        "DELETE FROM rate_limit WHERE ends_at <= $1",
    ] {
        gone += tx.query(sql).bind(now).run().await?;
    }
    Ok(gone)
}
