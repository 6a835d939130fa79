//! A program under measurement: a process of its own, its CPU time and its memory.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Linux counts CPU time in hundredths of a second for programs.
const TICKS_PER_SECOND: f64 = 100.0;

/// A running program; ended when dropped.
pub struct Server {
    process: Child,
    /// Where it listens.
    pub address: String,
}

impl Server {
    /// `lacznik serve` on this database.
    pub fn lacznik(program: &Path, database: &str) -> io::Result<Self> {
        let mut command = Command::new(program);
        command.arg("serve").env("LACZNIK_DATABASE_URL", database).env("LACZNIK_LISTEN", "127.0.0.1:0");
        Self::start(command)
    }

    /// The trivial page.
    pub fn trivial() -> io::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("trivial");
        Self::start(command)
    }

    fn start(mut command: Command) -> io::Result<Self> {
        let mut process = command.stderr(Stdio::piped()).spawn()?;
        let log = process.stderr.take().ok_or(io::ErrorKind::BrokenPipe)?;
        let mut lines = BufReader::new(log).lines();
        let mut told = String::new();
        let address = loop {
            let Some(line) = lines.next().transpose()? else {
                return Err(io::Error::other(format!("the program did not start: {told}")));
            };
            if let Some((_, address)) = line.split_once("listening address=") {
                break address.trim().to_owned();
            }
            told.push_str(&line);
        };
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(|line| eprintln!("{line}")));
        Ok(Self { process, address })
    }

    /// Answers a few requests, so that connections to the database are open.
    pub fn warm(&self) -> io::Result<()> {
        for _ in 0..20 {
            let mut connection = TcpStream::connect(&self.address)?;
            write!(connection, "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)?;
            io::copy(&mut connection, &mut io::sink())?;
        }
        Ok(())
    }

    /// CPU time used so far, in milliseconds.
    pub fn cpu_ms(&self) -> io::Result<f64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // The name in brackets may hold spaces; user and system time are the 12th and 13th field after it.
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks =
            |field: usize| fields.get(field).and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or_default();
        Ok((ticks(11) + ticks(12)) * 1_000.0 / TICKS_PER_SECOND)
    }

    /// Memory in use.
    pub fn memory_mb(&self) -> io::Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kilobytes = line.split_whitespace().next().and_then(|size| size.parse::<f64>().ok());
        Ok(kilobytes.unwrap_or_default() / 1_024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; nobody is left to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The machine in a few words.
pub fn machine() -> String {
    let cpus = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    format!("{cpus} cores, {}", model.trim_start_matches([' ', '\t', ':']))
}
