//! Use cases over the database. Each one is a transaction: authorise → read → ask the domain → write, enqueue,
//! emit → commit. Refusals are values ([`error::Error`]), never panics.
//!
//! To add a use case: its permission in `domain::policy`, its statements in the [`store`] of its noun (and a line in
//! the conformance suite), the function in [`service`], a row in the role × use-case test, a server function in `app`.
#![deny(missing_docs)]

pub mod board;
pub mod context;
pub mod db;
pub mod error;
pub mod events;
pub mod jobs;
pub mod kept;
pub mod mail;
pub mod order;
pub mod qr;
pub mod recurrence;
pub mod seed;
pub mod service;
pub mod session;
pub mod store;
