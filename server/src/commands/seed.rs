//! `lacznik seed`: reference data, or a whole invented town for a demo.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Failure;
use crate::config::Config;

/// What to put into the database.
#[derive(Args, Clone, Debug)]
pub struct Seed {
    /// Fill an empty database with an invented centre and mark it as a demo
    #[arg(long)]
    pub demo: bool,
    /// How large the demo is
    #[arg(long, value_enum, default_value_t = Size::Town, requires = "demo")]
    pub size: Size,
    /// The same number gives the same demo
    #[arg(long, default_value_t = 1, requires = "demo")]
    pub seed: u64,
    /// Also write what load tools need (demo databases only)
    #[arg(long, value_name = "FILE", requires = "demo")]
    pub load_file: Option<PathBuf>,
}

/// How large a demo is.
#[derive(ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A believable town: 300 volunteers
    Town,
    /// The size at which comparable systems were measured: 5,000 volunteers
    Peers,
}

/// Fills the database.
///
/// # Errors
/// Says what went wrong.
pub async fn seed(_config: Config, _what: Seed) -> Result<(), Failure> {
    Err(Failure("`seed` is not built yet".to_owned()))
}
