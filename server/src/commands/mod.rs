//! One file for each subcommand.

pub mod admin;
pub mod migrate;
pub mod seed;
pub mod serve;
pub mod solve;
pub mod worker;

use std::fmt::{self, Display, Formatter};

/// Why a command ended badly, in words for the person who ran it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

impl Failure {
    /// Prefixes an error with what was being done.
    pub fn during<E: Display>(what: impl Display) -> impl FnOnce(E) -> Self {
        move |error| Self(format!("{what}: {error}"))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
