//! Background work. A job is enqueued in the transaction that wants it, leased by a worker, and deleted when done.

use crate::db::{Engine, Tx};
use domain::ids::JobId;
use domain::time::Instant;
use serde_json::Value as JsonValue;
use sqlx::{Error, FromRow, types::Json};

/// A job.
#[derive(Clone, Debug, FromRow)]
#[expect(missing_docs, reason = "the columns, as in the migration")]
pub struct JobRow {
    pub id: JobId,
    pub task: String,
    pub payload: Json<JsonValue>,
    pub due_at: Instant,
    pub attempts: i64,
}

/// Enqueues jobs.
///
/// # Errors
/// When the database fails.
pub async fn add(tx: &mut Tx, jobs: &[JobRow]) -> Result<(), Error> {
    tx.rows("INSERT INTO job (id, task, payload, due_at, attempts) VALUES $rows", 5, jobs, |query, job| {
        query
            .bind(job.id)
            .bind(job.task.clone())
            .bind(job.payload.clone())
            .bind(job.due_at)
            .bind(job.attempts)
    })
    .await
    .map(|_| ())
}

/// Leases up to `limit` due jobs until a moment, the oldest first, and counts the attempt.
///
/// # Errors
/// When the database fails.
pub async fn lease(tx: &mut Tx, now: Instant, until: Instant, limit: i64) -> Result<Vec<JobRow>, Error> {
    // Only PostgreSQL has several workers at once; they pass over each other's rows.
    let skip = match tx.engine() {
        Engine::Postgres => "FOR UPDATE SKIP LOCKED",
        Engine::Sqlite => "",
    };
    let sql = format!(
        "UPDATE job SET locked_until = $2, attempts = attempts + 1 WHERE id IN (
           SELECT id FROM job WHERE due_at <= $1 AND failed IS NULL AND (locked_until IS NULL OR locked_until <= $1)
           ORDER BY due_at, id LIMIT $3 {skip})
         RETURNING id, task, payload, due_at, attempts"
    );
    tx.assembled(sql).bind(now).bind(until).bind(limit).all().await
}

/// A job is done.
///
/// # Errors
/// When the database fails.
pub async fn done(tx: &mut Tx, id: JobId) -> Result<(), Error> {
    tx.query("DELETE FROM job WHERE id = $1").bind(id).run().await.map(|_| ())
}

/// A job failed and is tried again later.
///
/// # Errors
/// When the database fails.
pub async fn retry(tx: &mut Tx, id: JobId, due_at: Instant) -> Result<(), Error> {
    tx.query("UPDATE job SET due_at = $2, locked_until = NULL WHERE id = $1")
        .bind(id)
        .bind(due_at)
        .run()
        .await
        .map(|_| ())
}

/// A job failed for good; it stays for a person to look at.
///
/// # Errors
/// When the database fails.
pub async fn give_up(tx: &mut Tx, id: JobId, why: &str) -> Result<(), Error> {
    tx.query("UPDATE job SET failed = $2, locked_until = NULL WHERE id = $1")
        .bind(id)
        .bind(why.to_owned())
        .run()
        .await
        .map(|_| ())
}

/// Jobs that are neither done nor given up.
///
/// # Errors
/// When the database fails.
pub async fn open(tx: &mut Tx) -> Result<i64, Error> {
    let (count,): (i64,) = tx.query("SELECT COUNT(*) FROM job WHERE failed IS NULL").one().await?;
    Ok(count)
}
