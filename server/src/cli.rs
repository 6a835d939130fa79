//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::commands::Failure;
use crate::commands::admin::{Admin, admin};
use crate::commands::migrate::migrate;
use crate::commands::seed::{Seed, seed};
use crate::commands::serve::serve;
use crate::commands::solve::{Solve, solve};
use crate::commands::worker::worker;
use crate::{config, settings, telemetry};

/// Łącznik: volunteers and the places that need them.
#[derive(Parser, Debug)]
#[command(name = "lacznik", version)]
struct Cli {
    /// The configuration file [default: lacznik.toml, if it is there]
    #[arg(long, global = true, value_name = "FILE", env = "LACZNIK_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve the website and, unless `worker = false`, do the background jobs
    Serve,
    /// Do the background jobs only
    Worker,
    /// Bring the database up to date and end
    Migrate,
    /// Put reference data or a demo into the database
    Seed(Seed),
    /// Create the first administrator
    #[command(subcommand)]
    Admin(Admin),
    /// Solve an instance of the matching yardstick
    Solve(Solve),
    /// List all settings as a table
    Settings,
}

/// Runs the program and returns its exit code.
pub fn run() -> ExitCode {
    match start(Cli::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("lacznik: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn start(cli: Cli) -> Result<(), Failure> {
    match &cli.command {
        Command::Settings => {
            print!("{}", settings::markdown());
            return Ok(());
        }
        Command::Solve(what) => return solve(what),
        _ => {}
    }
    let required = cli.config.is_some();
    let file = cli.config.unwrap_or_else(|| PathBuf::from("lacznik.toml"));
    let config = config::load(&file, required).map_err(|error| Failure(error.to_string()))?;
    telemetry::start(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::during("starting"))?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve => serve(config).await,
            Command::Worker => worker(config).await,
            Command::Migrate => migrate(config).await,
            Command::Seed(what) => seed(config, what).await,
            Command::Admin(what) => admin(config, what).await,
            Command::Settings | Command::Solve(_) => Ok(()),
        }
    })
}
