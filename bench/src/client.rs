//! Claims over HTTP on connections that stay open, as browsers keep them.

use crate::load::{Contended, Shot};
use crate::process::Server;
use crate::stats::percentile;
use futures::future::{join_all, try_join_all};
use std::io;
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What one run showed.
pub struct Figures {
    /// CPU of the program for one claim.
    pub cpu_ms: f64,
    /// Claims answered in a second.
    pub per_second: f64,
    /// Half were faster.
    pub p50_ms: f64,
    /// The slowest but one of a hundred.
    pub p99_ms: f64,
}

/// Makes all claims, so many at a time; every one must succeed.
pub async fn claims(server: &Server, shots: &[Shot], connections: usize) -> io::Result<Figures> {
    let before = server.cpu_ms()?;
    let started = Instant::now();
    let lanes = (0..connections).map(|lane| async move {
        let mut connection = Connection::open(server).await?;
        let mut took = Vec::new();
        for shot in shots.iter().skip(lane).step_by(connections) {
            let sent = Instant::now();
            let (status, body) = connection.post(&shot.path, &shot.cookie, &shot.body).await?;
            if status != 200 {
                return Err(io::Error::other(format!("a claim was refused: {status} {body}")));
            }
            took.push(milliseconds(sent));
        }
        Ok(took)
    });
    let took: Vec<f64> = try_join_all(lanes).await?.into_iter().flatten().collect();
    let wall_ms = milliseconds(started);
    let count = f64::from(u32::try_from(shots.len()).unwrap_or(u32::MAX));
    Ok(Figures {
        cpu_ms: (server.cpu_ms()? - before) / count,
        per_second: count * 1_000.0 / wall_ms,
        p50_ms: percentile(took.clone(), 50),
        p99_ms: percentile(took, 99),
    })
}

/// Everybody wants the same slot at once: after how many milliseconds all are answered, and how many got a place.
pub async fn race(server: &Server, contended: &Contended) -> io::Result<(f64, usize)> {
    let connections = try_join_all(contended.cookies.iter().map(|_| Connection::open(server))).await?;
    let started = Instant::now();
    let claims = contended.cookies.iter().zip(connections).map(|(cookie, mut connection)| async move {
        connection.post(&contended.path, cookie, &contended.body).await
    });
    let answers = join_all(claims).await.into_iter().collect::<io::Result<Vec<_>>>()?;
    let wall_ms = milliseconds(started);
    let refused = |(status, _): &&(u16, String)| *status == 409;
    let won = answers.iter().filter(|(status, _)| *status == 200).count();
    if won + answers.iter().filter(refused).count() != answers.len() {
        return Err(io::Error::other(format!("neither a place nor a refusal: {answers:?}")));
    }
    Ok((wall_ms, won))
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

struct Connection {
    stream: TcpStream,
    host: String,
}

impl Connection {
    async fn open(server: &Server) -> io::Result<Self> {
        let stream = TcpStream::connect(&server.address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host: server.address.clone() })
    }

    /// Sends a form as the page's own script does.
    async fn post(&mut self, path: &str, cookie: &str, body: &str) -> io::Result<(u16, String)> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nAccept: application/json\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{body}",
            self.host,
            body.len()
        );
        self.stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        loop {
            let mut chunk = [0; 4_096];
            let read = self.stream.read(&mut chunk).await?;
            if read == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            answer.extend_from_slice(&chunk[..read]);
            if let Some(whole) = whole(&answer) {
                return Ok(whole);
            }
        }
    }
}

/// Status and body, once all of the body is here.
fn whole(answer: &[u8]) -> Option<(u16, String)> {
    let end = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n")?;
    let (head, body) = (std::str::from_utf8(&answer[..end]).ok()?, &answer[end + 4..]);
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let status = head.get(9..12)?.parse().ok()?;
    (body.len() >= length.unwrap_or(0_usize)).then(|| (status, String::from_utf8_lossy(body).into_owned()))
}
