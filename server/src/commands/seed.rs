//! `lacznik seed`: reference data, or a whole invented town for a demo.

use std::path::PathBuf;

use backend::seed::DemoOptions;
use clap::{Args, ValueEnum};

use super::Failure;
use crate::config::Config;
use crate::node;

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
pub async fn seed(config: Config, what: Seed) -> Result<(), Failure> {
    let node = node::open(&config).await?;
    if what.demo {
        let size = match what.size {
            Size::Town => backend::seed::Size::Town,
            Size::Peers => backend::seed::Size::Peers,
        };
        let options = DemoOptions { seed: what.seed, size };
        let report = backend::seed::demo(&node, &options).await.map_err(Failure::during("the demo"))?;
        println!("{report}");
    } else {
        backend::seed::reference(&node).await.map_err(Failure::during("reference data"))?;
    }
    if let Some(path) = &what.load_file {
        backend::seed::load_file(&node, path).await.map_err(Failure::during("the file for load tools"))?;
    }
    node.db.close().await;
    Ok(())
}
