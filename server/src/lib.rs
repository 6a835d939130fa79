//! The axum router, its middleware and the command line of `lacznik`.
//!
//! No business rule and no SQL lives here: pages come from `app`, use cases from `backend`.

pub mod assets;
pub mod cache;
pub mod cli;
pub mod client;
pub mod commands;
pub mod config;
pub mod crawlers;
pub mod feeds;
pub mod head;
pub mod headers;
pub mod health;
pub mod live;
pub mod node;
pub mod papers;
pub mod phone;
pub mod refused;
pub mod remembered;
pub mod router;
pub mod session;
pub mod settings;
pub mod status;
pub mod telemetry;
