//! Measures the release build: pages beside a trivial one, claims, a race, memory, and what a browser sees. Prints a
//! Markdown table. `bench/run` starts it.
//!
//! `LACZNIK_BENCH_PROGRAM` names the program (else the release build), `LACZNIK_BENCH_RUNS` how often everything is
//! repeated (else 5); figures are medians.
#![deny(missing_docs)]

mod browser;
mod client;
mod load;
mod process;
mod stats;
mod trivial;
mod wrk;

use load::{Field, Load};
use process::Server;
use stats::median;
use std::io;

/// Connections that are open at once for every page.
const CONNECTIONS: usize = 16;
/// Connections, and claims made on them in one run.
const CLAIMS: [(usize, usize); 3] = [(1, 400), (16, 2_000), (64, 4_000)];

#[tokio::main]
async fn main() -> io::Result<()> {
    if std::env::args().nth(1).as_deref() == Some("trivial") {
        return trivial::serve().await;
    }
    let runs = std::env::var("LACZNIK_BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(5);
    let field = Field::seed()?;
    println!("Medians of {runs} runs, everything on this machine ({}).\n", process::machine());
    pages(&field, runs)?;
    claims(&field, runs).await?;
    race(&field, runs).await?;
    in_a_browser(&field)
}

fn pages(field: &Field, runs: usize) -> io::Result<()> {
    let Load { day, cookie, pages, .. } = &field.load;
    let month = pages.iter().find(|page| page.contains("month")).cloned().unwrap_or_default();
    let server = field.server()?;
    let trivial = Server::trivial()?;
    server.warm()?;
    let idle = server.memory_mb()?;
    let shown: [(&str, &Server, &str, Option<&str>); 5] = [
        ("trivial axum page, 20 KB", &trivial, "/", None),
        ("day with 24 slots, signed in", &server, day, Some(cookie)),
        ("agenda, signed in", &server, "/", Some(cookie)),
        ("agenda, visitor", &server, "/", None),
        ("month, visitor", &server, &month, None),
    ];
    println!(
        "| page ({CONNECTIONS} connections) | KB | CPU ms/request | requests/s | p99 ms |\n|---|--:|--:|--:|--:|"
    );
    for (name, server, path, cookie) in shown {
        let measured =
            (0..runs).map(|_| wrk::run(server, path, cookie, CONNECTIONS)).collect::<io::Result<Vec<_>>>()?;
        let of = |figure: fn(&wrk::Figures) -> f64| median(measured.iter().map(figure));
        println!(
            "| {name} | {:.0} | {:.3} | {:.0} | {:.1} |",
            of(|run| run.kilobytes),
            of(|run| run.cpu_ms),
            of(|run| run.per_second),
            of(|run| run.p99_ms)
        );
    }
    println!(
        "\n| memory | MB |\n|---|--:|\n| idle | {idle:.0} |\n| after the pages | {:.0} |",
        server.memory_mb()?
    );
    Ok(())
}

async fn claims(field: &Field, runs: usize) -> io::Result<()> {
    println!("\n| claims | CPU ms/claim | claims/s | p50 ms | p99 ms |\n|---|--:|--:|--:|--:|");
    let mut memory = 0.0_f64;
    for (connections, count) in CLAIMS {
        let mut measured = Vec::new();
        for _ in 0..runs {
            let server = field.fresh_server()?;
            server.warm()?;
            measured.push(client::claims(&server, &field.load.claims[..count], connections).await?);
            memory = memory.max(server.memory_mb()?);
        }
        let of = |figure: fn(&client::Figures) -> f64| median(measured.iter().map(figure));
        println!(
            "| {connections} connections, {count} claims | {:.2} | {:.0} | {:.1} | {:.1} |",
            of(|run| run.cpu_ms),
            of(|run| run.per_second),
            of(|run| run.p50_ms),
            of(|run| run.p99_ms)
        );
    }
    println!("\nMemory after claims: {memory:.0} MB at most.");
    Ok(())
}

async fn race(field: &Field, runs: usize) -> io::Result<()> {
    let mut walls = Vec::new();
    for _ in 0..runs {
        let server = field.fresh_server()?;
        server.warm()?;
        let (wall_ms, won) = client::race(&server, &field.load.contended).await?;
        assert_eq!(won, 5, "the slot has 5 places");
        walls.push(wall_ms);
    }
    let people = field.load.contended.cookies.len();
    println!("\nRace: {people} people for 5 places are all answered after {:.0} ms.", median(walls));
    Ok(())
}

fn in_a_browser(field: &Field) -> io::Result<()> {
    let server = field.server()?;
    println!("\n| first load (brotli) | requests | KB | readable after ms |\n|---|--:|--:|--:|");
    print!("{}", browser::first_load(&server)?);
    let day = field.load.day.rsplit('=').next().unwrap_or_default();
    println!(
        "\n| view change, CPU 4 times slower | slots | ms | at most | of which the answer |\n|---|--:|--:|--:|--:|"
    );
    print!("{}", browser::view_changes(&server, day)?);
    println!(
        "\n| Lighthouse, mobile | performance | accessibility | best practices | SEO | LCP s | TBT ms | CLS | KB |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|"
    );
    print!("{}", browser::lighthouse(&server, &field.load.cookie)?);
    Ok(())
}
