//! `testkit postgres`: a private PostgreSQL for as long as standard input stays open; `--durable` for measuring.

use std::io::{Read, Write};
use std::process::ExitCode;
use testkit::{Cluster, Durability};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let durability = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["postgres"] => Durability::None,
        ["postgres", "--durable"] => Durability::Full,
        _ => {
            eprintln!("Usage: testkit postgres [--durable]");
            return ExitCode::FAILURE;
        }
    };
    match run(durability) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the address of an empty database and waits.
fn run(durability: Durability) -> Result<(), String> {
    let cluster = Cluster::start(durability)?;
    let mut out = std::io::stdout();
    writeln!(out, "{}", cluster.database()?).and_then(|()| out.flush()).map_err(|error| error.to_string())?;
    let mut rest = Vec::new();
    std::io::stdin().read_to_end(&mut rest).map(|_| ()).map_err(|error| error.to_string())
}
