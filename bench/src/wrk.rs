//! Pages under load, by `wrk`.

use crate::process::Server;
use std::io;
use std::process::Command;

const SECONDS: &str = "4s";

/// What one run showed.
pub struct Figures {
    /// CPU of the program for one request.
    pub cpu_ms: f64,
    /// Requests answered in a second.
    pub per_second: f64,
    /// The slowest but one of a hundred.
    pub p99_ms: f64,
    /// Size of one answer with its head.
    pub kilobytes: f64,
}

/// Reads one page again and again.
pub fn run(server: &Server, path: &str, cookie: Option<&str>, connections: usize) -> io::Result<Figures> {
    let mut command = Command::new("wrk");
    command.args([
        "-t1",
        "-c",
        &connections.to_string(),
        "-d",
        SECONDS,
        "--latency",
        "-H",
        "Accept: text/html",
    ]);
    if let Some(cookie) = cookie {
        command.args(["-H", &format!("Cookie: {cookie}")]);
    }
    let before = server.cpu_ms()?;
    let output = command.arg(format!("http://{}{path}", server.address)).output()?;
    let spent = server.cpu_ms()? - before;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if text.contains("Non-2xx") || text.contains("Socket errors") {
        return Err(io::Error::other(format!("{path}: {text}")));
    }
    let (requests, bytes) = totals(&text).ok_or_else(|| io::Error::other(format!("wrk said: {text}")))?;
    Ok(Figures {
        cpu_ms: spent / requests,
        per_second: after(&text, "Requests/sec:").and_then(|rate| rate.parse().ok()).unwrap_or(f64::NAN),
        p99_ms: after(&text, "99%").and_then(milliseconds).unwrap_or(f64::NAN),
        kilobytes: bytes / requests / 1_024.0,
    })
}

/// From `1234 requests in 4.00s, 5.67MB read`.
fn totals(text: &str) -> Option<(f64, f64)> {
    let line = text.lines().find(|line| line.contains("requests in"))?;
    let requests = line.split_whitespace().next()?.parse().ok()?;
    let read = line.split_whitespace().rev().nth(1)?;
    let (number, unit) = read.split_at(read.find(|c: char| c.is_ascii_alphabetic())?);
    let factor = match unit {
        "B" => 1.0,
        "KB" => 1_024.0,
        "MB" => 1_048_576.0,
        "GB" => 1_073_741_824.0,
        _ => return None,
    };
    Some((requests, number.parse::<f64>().ok()? * factor))
}

fn after<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let line = text.lines().find_map(|line| line.trim().strip_prefix(label))?;
    line.split_whitespace().next()
}

fn milliseconds(text: &str) -> Option<f64> {
    let (number, factor) = match text {
        _ if text.ends_with("us") => (text.trim_end_matches("us"), 0.001),
        _ if text.ends_with("ms") => (text.trim_end_matches("ms"), 1.0),
        _ => (text.trim_end_matches('s'), 1_000.0),
    };
    number.parse::<f64>().ok().map(|value| value * factor)
}
