//! Background work: enqueued in the transaction that wants it, done at least once, tried again with growing pauses.

use crate::context::{Cx, Node};
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::events;
use crate::mail::Post;
use crate::service::{lookout, offers};
use crate::store::{accounts, events as event_store, jobs as store, mails, parties};
use domain::ids::MailId;
use domain::party::NAMES_KEPT_DAYS;
use domain::time::Instant;
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use std::sync::Arc;
use std::time::Duration;

/// What can be done in the background.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// Send a mail of the outbox.
    SendMail {
        /// Which.
        mail_id: MailId,
    },
}

impl Task {
    const fn name(&self) -> &'static str {
        match self {
            Self::SendMail { .. } => "send_mail",
        }
    }
}

const LEASE_SECONDS: i64 = 120;
const MAX_ATTEMPTS: i64 = 8;
const PAUSE: Duration = Duration::from_secs(1);
const HOUSEKEEPING_SECONDS: i64 = 600;
/// Whoever waits for a place waits no longer than this for what others did not answer.
const ENDING_SECONDS: i64 = 20;

/// Enqueues tasks, each with the moment from which it is due, in the transaction that wants them.
///
/// # Errors
/// When the database fails.
pub async fn enqueue(cx: &Cx, tx: &mut Tx, tasks: &[(Task, Instant)]) -> Result<()> {
    let job = |(task, due_at): &(Task, Instant)| {
        let payload = serde_json::to_value(task).map_err(|error| Error::Internal(error.into()))?;
        let (id, task, payload) = (cx.new_id(), task.name().to_owned(), Json(payload));
        Ok(store::JobRow { id, task, payload, due_at: *due_at, attempts: 0 })
    };
    let jobs = tasks.iter().map(job).collect::<Result<Vec<_>>>()?;
    Ok(store::add(tx, &jobs).await?)
}

/// Works until `stop` turns true.
pub async fn work(node: Arc<Node>, post: Post, mut stop: tokio::sync::watch::Receiver<bool>) {
    let (mut tidied, mut ended) = (Instant::from_unix(0), Instant::from_unix(0));
    loop {
        match run_due(&node, &post).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => tracing::error!(%error, "The worker could not take jobs."),
        }
        let now = node.clock.now();
        if now.unix() - tidied.unix() >= HOUSEKEEPING_SECONDS {
            tidied = now;
            if let Err(error) = tidy(&node).await {
                tracing::error!(%error, "The worker could not tidy up.");
            }
        }
        if now.unix() - ended.unix() >= ENDING_SECONDS {
            ended = now;
            if let Err(error) = offers::end_unanswered(&Cx::system(Arc::clone(&node))).await {
                tracing::error!(%error, "The worker could not end what nobody answered.");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            () = events::stopped(&mut stop) => return,
        }
    }
}

/// Does the jobs that are due now, at most 20; how many were taken.
///
/// # Errors
/// When the database fails; a job that fails is not an error.
pub async fn run_due(node: &Arc<Node>, post: &Post) -> Result<usize> {
    let now = node.clock.now();
    let mut tx = node.db.read().await?;
    if store::open(&mut tx).await? == 0 {
        return Ok(0);
    }
    drop(tx);
    let mut tx = node.db.write().await?;
    let jobs = store::lease(&mut tx, now, now.plus_seconds(LEASE_SECONDS), 20).await?;
    tx.commit().await?;
    for job in &jobs {
        let outcome = run(node, post, job).await;
        let mut tx = node.db.write().await?;
        match outcome {
            Ok(()) => store::done(&mut tx, job.id).await?,
            Err(error) if job.attempts >= MAX_ATTEMPTS => {
                tracing::error!(job.id = %job.id, job.task, %error, "A job failed for good.");
                store::give_up(&mut tx, job.id, &error.to_string()).await?;
            }
            Err(error) => {
                tracing::warn!(job.id = %job.id, job.task, %error, "A job failed and will be tried again.");
                store::retry(&mut tx, job.id, now.plus_seconds(15 << job.attempts.clamp(0, 10))).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(jobs.len())
}

async fn run(node: &Arc<Node>, post: &Post, job: &store::JobRow) -> Result<()> {
    let task =
        serde_json::from_value(job.payload.0.clone()).map_err(|error| Error::Internal(error.into()))?;
    match task {
        Task::SendMail { mail_id } => send_mail(node, post, mail_id).await,
    }
}

/// Sends a mail unless it was sent or taken back.
async fn send_mail(node: &Arc<Node>, post: &Post, mail_id: MailId) -> Result<()> {
    let mut tx = node.db.read().await?;
    let mail = mails::find(&mut tx, mail_id).await?;
    drop(tx);
    let Some(mail) = mail.filter(|mail| mail.sent_at.is_none()) else { return Ok(()) };
    post.send(&mail).await.map_err(|error| Error::Internal(error.into()))?;
    let mut tx = node.db.write().await?;
    mails::sent(&mut tx, mail_id, node.clock.now(), node.demo).await?;
    Ok(tx.commit().await?)
}

/// Forgets what is over: sessions, codes, counts, old events, names of groups. Ends offers that nobody answered in time;
/// whoever looks at them hears of it. Tells watchers what is new.
///
/// # Errors
/// When the database fails.
pub async fn tidy(node: &Arc<Node>) -> Result<()> {
    let cx = Cx::system(Arc::clone(node));
    let now = cx.now();
    let mut tx = cx.write().await?;
    accounts::forget_expired(&mut tx, now).await?;
    event_store::forget(&mut tx, now.plus_minutes(-60 * events::KEPT_HOURS)).await?;
    parties::forget(&mut tx, now.plus_days(-NAMES_KEPT_DAYS)).await?;
    cx.commit(tx).await?;
    offers::end_unanswered(&cx).await?;
    lookout::tell_news(&cx).await
}
