//! Sets papers: one at once, few waiting, the last ones of visitors kept.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;
use backend::context::Cx;
use backend::error::Error;
use backend::service::papers;
use documents::Paper;
use domain::actor::Actor;
use domain::problem::Problem;
use tokio::sync::Semaphore;

/// Papers set at once. One takes a core for a tenth of a second, and some megabytes.
const AT_ONCE: usize = 1;
/// Requests that wait for that at most; further ones are told to come again.
const WAITING: usize = 12;
/// Papers kept at most, and their bytes.
const KEPT: usize = 32;
const KEPT_BYTES: usize = 2 * 1024 * 1024;

/// Where papers are set.
#[derive(Clone, Debug)]
pub struct Press {
    at_once: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
    /// By fingerprint, the newest last.
    kept: Arc<Mutex<VecDeque<(String, Bytes)>>>,
}

impl Default for Press {
    fn default() -> Self {
        Self {
            at_once: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: Arc::new(Semaphore::new(WAITING)),
            kept: Arc::default(),
        }
    }
}

impl Press {
    /// The PDF of a paper: kept, or set now and counted for the client.
    ///
    /// # Errors
    /// [`Problem::TooMany`] when this client had many; [`Problem::Unreachable`] when too many wait; an internal error
    /// when it cannot be set.
    pub async fn set(&self, cx: &Cx, client: &str, paper: &Paper) -> Result<Bytes, Error> {
        let fingerprint = paper.fingerprint();
        if let Some(pdf) = self.find(&fingerprint) {
            return Ok(pdf);
        }
        let _place = self.waiting.try_acquire().map_err(|_| Problem::Unreachable)?;
        papers::count(cx, client).await?;
        let turn = Arc::clone(&self.at_once).acquire_owned().await.map_err(|_| Problem::Unreachable)?;
        // Somebody before us may have wanted the same.
        if let Some(pdf) = self.find(&fingerprint) {
            return Ok(pdf);
        }
        let own = paper.clone();
        let set = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            own.pdf()
        });
        let joined = set.await.map_err(|error| Error::Internal(error.into()))?;
        let pdf: Bytes = joined.map_err(|error| Error::Internal(error.into()))?.into();
        if cx.actor == Actor::Visitor {
            self.keep(fingerprint, pdf.clone());
        }
        Ok(pdf)
    }

    fn find(&self, fingerprint: &str) -> Option<Bytes> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(known, _)| known == fingerprint).map(|(_, pdf)| pdf.clone())
    }

    fn keep(&self, fingerprint: String, pdf: Bytes) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((fingerprint, pdf));
        while kept.len() > KEPT || kept.iter().map(|(_, pdf)| pdf.len()).sum::<usize>() > KEPT_BYTES {
            kept.pop_front();
        }
    }
}
