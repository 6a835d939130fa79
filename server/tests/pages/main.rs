//! The whole program inside the test process: what it answers to pages, browsers, other programs and forgers, and the
//! settings it reads.

mod bad_input;
mod config;
#[path = "../demo/mod.rs"]
mod demo;
mod documents;
mod feeds;
mod found;
mod http;
mod live;
mod offers;
mod presence;
mod sessions;
