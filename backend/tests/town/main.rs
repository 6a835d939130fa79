//! The demonstration's town: that it keeps the rules, and what the board makes of it.
#![expect(clippy::unwrap_used, reason = "what goes wrong in a test ends it")]

mod board;
mod seed;
#[expect(dead_code, reason = "each test crate takes what it needs of it")]
#[path = "../support/mod.rs"]
mod support;
mod town;
mod trial;
