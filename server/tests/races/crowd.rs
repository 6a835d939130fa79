//! A crowd of volunteers, slots to claim, and the real program as a process of its own.

use backend::context::{Clock, Cx, Node, NodeSettings, Rng};
use backend::db::Db;
use backend::events::Live;
use backend::seed;
use backend::service::{dates, opportunities};
use backend::session::{Token, cookie_name};
use backend::store::centre::{self, Organisation};
use backend::store::claims::{self, ClaimRow};
use backend::store::people::{self, PersonRow, VolunteerRow};
use backend::store::{accounts, slots};
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::calendar::plus_days;
use domain::form::{OpportunityForm, SlotsForm};
use domain::ids::{OpportunityId, OrganisationId, PersonId, SessionId, SlotId};
use domain::locale::Locale;
use domain::opportunity::OrganisationType;
use domain::person::{Occupation, Preferences, VolunteerStatus};
use domain::problem::Problem;
use domain::time::Day;
use futures::future::join_all;
use jiff::civil::date;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use testkit::{Database, Template};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A volunteer with an open session.
#[derive(Clone, Debug)]
pub struct Volunteer {
    pub id: PersonId,
    pub cookie: String,
}

/// A centre on a database of its own.
pub struct Crowd {
    pub node: Arc<Node>,
    pub url: String,
    pub coordinator: Volunteer,
    pub volunteers: Vec<Volunteer>,
    pub opportunity: OpportunityId,
    pub slots: Vec<SlotId>,
    _database: Database,
}

/// What every centre begins with.
static BEGINNING: Template = Template::new();

async fn begin(url: &str) {
    let node = node(url).await;
    node.db.migrate().await.expect("migrations run");
    seed::reference(&node).await.expect("reference data");
    node.db.close().await;
}

async fn node(url: &str) -> Arc<Node> {
    Arc::new(Node {
        db: Db::connect(url).await.expect("the database opens"),
        clock: Clock::System,
        rng: Rng::system(),
        live: Live::default(),
        board: backend::board::Board::default(),
        public: backend::service::calendar::Public::default(),
        settings: NodeSettings {
            public_url: "http://127.0.0.1".to_owned(),
            declaration: domain::declaration::Declaration::default(),
        },
        demo: false,
    })
}

impl Crowd {
    /// So many volunteers, and a slot with so many places in each of the coming `weeks`; on a new file.
    pub async fn on_sqlite(volunteers: usize, weeks: i64, places: i64) -> Self {
        Self::on(BEGINNING.sqlite(begin).await.expect("a file"), volunteers, weeks, places).await
    }

    /// The same on PostgreSQL.
    pub async fn on_postgres(volunteers: usize, weeks: i64, places: i64) -> Self {
        Self::on(BEGINNING.postgres(begin).await.expect("PostgreSQL"), volunteers, weeks, places).await
    }

    async fn on(database: Database, volunteers: usize, weeks: i64, places: i64) -> Self {
        let node = node(&database.url).await;
        let (coordinator, opportunity) = post(&node, weeks, places).await;
        let (url, people, slots) = (database.url.clone(), Vec::new(), Vec::new());
        let mut crowd =
            Self { node, url, coordinator, volunteers: people, opportunity, slots, _database: database };
        crowd.slots = crowd.coming(opportunity).await;
        for number in 0..volunteers {
            let volunteer = add_volunteer(&crowd.node, number).await;
            crowd.volunteers.push(volunteer);
        }
        crowd
    }

    /// The coordinator at work.
    pub fn desk(&self) -> Cx {
        acting(&self.node, self.coordinator.id, Role::Coordinator)
    }

    /// A volunteer at work, without a browser.
    pub fn volunteering(&self, who: &Volunteer) -> Cx {
        acting(&self.node, who.id, Role::Volunteer)
    }

    async fn coming(&self, opportunity: OpportunityId) -> Vec<SlotId> {
        let mut tx = self.node.db.read().await.expect("a transaction");
        let now = self.node.clock.now();
        let rows = slots::coming_of(&mut tx, opportunity, now, 200).await.expect("slots");
        rows.into_iter().map(|row| row.id).collect()
    }

    /// The places a slot says are taken, and what its claims hold.
    pub async fn places(&self, slot: SlotId) -> (i64, i64) {
        let mut tx = self.node.db.read().await.expect("a transaction");
        let taken = slots::find(&mut tx, slot).await.expect("a look").expect("the slot").taken;
        let live = claims::live_of_slot(&mut tx, slot).await.expect("claims");
        (taken, live.iter().map(ClaimRow::places_held).sum())
    }
}

fn acting(node: &Arc<Node>, person_id: PersonId, role: Role) -> Cx {
    let grants = vec![Grant { role, organisation_id: None }];
    let session_id: SessionId = node.new_id();
    let actor = Actor::Person(SignedIn { person_id, session_id, grants });
    Cx { node: node.clone(), actor, account: None, locale: Locale::Pl }
}

async fn post(node: &Arc<Node>, weeks: i64, places: i64) -> (Volunteer, OpportunityId) {
    let now = node.clock.now();
    let organisation = Organisation {
        id: node.new_id::<OrganisationId>(),
        name: "Świetlica".to_owned(),
        organisation_type: OrganisationType::DayRoom,
        address: "ul. Przykładowa 1".to_owned(),
        district_id: None,
    };
    let (coordinator, grant) = (node.new_id(), Grant { role: Role::Coordinator, organisation_id: None });
    let token = Token::new(&node.rng);
    let mut tx = node.db.write().await.expect("a transaction");
    centre::add_organisation(&mut tx, &organisation, now).await.expect("an organisation");
    people::add(&mut tx, &person(node, coordinator, "koordynator")).await.expect("a person");
    accounts::grant(&mut tx, coordinator, grant, now).await.expect("a role");
    accounts::add_session(&mut tx, node.new_id(), &token.hash(), coordinator, now, now.plus_days(1))
        .await
        .expect("a session");
    tx.commit().await.expect("a commit");
    let cx = acting(node, coordinator, Role::Coordinator);
    let form = OpportunityForm {
        organisation_id: organisation.id.to_string(),
        kind: "office_work".to_owned(),
        title: "Porządki w archiwum".to_owned(),
        description: "Układamy teczki.".to_owned(),
        place: "ul. Przykładowa 1".to_owned(),
        min_age: "16".to_owned(),
        claim_rule: "instant".to_owned(),
        ..OpportunityForm::default()
    };
    let opportunity = opportunities::create(&cx, &form).await.expect("an opportunity");
    let first = plus_days(Day(now.day()), 7);
    let form = SlotsForm {
        pattern: "weekly".to_owned(),
        day: first.to_string(),
        starts: "10:00".to_owned(),
        ends: "11:00".to_owned(),
        min_places: "1".to_owned(),
        max_places: places.to_string(),
        repeat_until: plus_days(first, 7 * (weeks - 1)).to_string(),
        ..SlotsForm::default()
    };
    dates::add(&cx, opportunity, &form).await.expect("dates");
    opportunities::publish(&cx, opportunity).await.expect("published");
    let cookie = format!("{}={}", cookie_name(false), token.as_str());
    (Volunteer { id: coordinator, cookie }, opportunity)
}

fn person(node: &Node, id: PersonId, name: &str) -> PersonRow {
    PersonRow {
        id,
        name: name.to_owned(),
        email: format!("{name}@example.org"),
        phone: String::new(),
        locale: Locale::Pl,
        created_at: node.clock.now(),
    }
}

/// A coordinator with an open session.
pub async fn add_coordinator(node: &Arc<Node>, name: &str) -> Volunteer {
    let (id, now) = (node.new_id(), node.clock.now());
    let token = Token::new(&node.rng);
    let mut tx = node.db.write().await.expect("a transaction");
    people::add(&mut tx, &person(node, id, name)).await.expect("a person");
    let grant = Grant { role: Role::Coordinator, organisation_id: None };
    accounts::grant(&mut tx, id, grant, now).await.expect("a role");
    accounts::add_session(&mut tx, node.new_id(), &token.hash(), id, now, now.plus_days(1))
        .await
        .expect("a session");
    tx.commit().await.expect("a commit");
    Volunteer { id, cookie: format!("{}={}", cookie_name(false), token.as_str()) }
}

async fn add_volunteer(node: &Arc<Node>, number: usize) -> Volunteer {
    let (id, now) = (node.new_id(), node.clock.now());
    let row = VolunteerRow {
        qualifications: Vec::new().into(),
        person_id: id,
        status: VolunteerStatus::Active,
        occupation: Occupation::Employed,
        birth_on: Some(Day(date(1990, 5, 5))),
        district_id: None,
        preferences: Preferences::default().into(),
        weekly_limit_minutes: None,
        screened_on: Some(Day(date(2026, 1, 1))),
        applied_at: now,
        updated_at: now,
    };
    let token = Token::new(&node.rng);
    let mut tx = node.db.write().await.expect("a transaction");
    people::add(&mut tx, &person(node, id, &format!("ochotnik{number}"))).await.expect("a person");
    accounts::grant(&mut tx, id, Grant { role: Role::Volunteer, organisation_id: None }, now)
        .await
        .expect("a role");
    people::put_volunteer(&mut tx, &row).await.expect("a volunteer");
    accounts::add_session(&mut tx, node.new_id(), &token.hash(), id, now, now.plus_days(1))
        .await
        .expect("a session");
    tx.commit().await.expect("a commit");
    Volunteer { id, cookie: format!("{}={}", cookie_name(false), token.as_str()) }
}

/// `lacznik serve` as a process; killed when dropped.
pub struct Program {
    process: Child,
    pub address: SocketAddr,
}

impl Program {
    /// Starts it on this database and waits until it listens.
    pub fn start(url: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_lacznik"))
            .arg("serve")
            .env("LACZNIK_DATABASE_URL", url)
            .env("LACZNIK_LISTEN", "127.0.0.1:0")
            .env("LACZNIK_SMTP_HOST", "localhost")
            .env("LACZNIK_SMTP_FROM", "lacznik@example.org")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut log = BufReader::new(process.stderr.take().expect("its log"));
        let mut told = String::new();
        let address = loop {
            let mut line = String::new();
            let read = log.read_line(&mut line).expect("a line of the log");
            assert!(read > 0, "the program ended: {told}");
            if let Some((_, address)) = line.trim().split_once("listening address=") {
                break address.parse().expect("an address");
            }
            told.push_str(&line);
        };
        // Whoever writes into a full pipe waits for ever.
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::stderr()));
        Self { process, address }
    }

    /// What `kill -9` does.
    pub fn kill(&mut self) {
        self.process.kill().expect("the process was there");
        self.process.wait().expect("the process ended");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have been killed by the test already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the program answered: status and body.
pub type Answer = (u16, String);

/// An open connection to the program.
pub async fn connect(address: SocketAddr) -> std::io::Result<TcpStream> {
    TcpStream::connect(address).await
}

/// Claims a place as the page's form does.
///
/// # Errors
/// When the connection breaks before the whole answer is here.
pub async fn claim(connection: TcpStream, cookie: &str, slot: SlotId) -> std::io::Result<Answer> {
    send(connection, cookie, "claim", &format!("slot_id={slot}")).await
}

/// Sends a form to a server function as a page does.
///
/// # Errors
/// When the connection breaks before the whole answer is here.
pub async fn send(
    mut connection: TcpStream,
    cookie: &str,
    function: &str,
    body: &str,
) -> std::io::Result<Answer> {
    let request = format!(
        "POST /api/{function} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nAccept: application/json\r\n\
         Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n{body}",
        body.len()
    );
    connection.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await?;
    let end = memchr::memmem::find(&answer, b"\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let (head, body) = (String::from_utf8_lossy(&answer[..end]), &answer[end + 4..]);
    assert!(!head.contains("chunked"), "the test reads plain bodies only");
    let status =
        head.get(9..12).and_then(|status| status.parse().ok()).ok_or(std::io::ErrorKind::InvalidData)?;
    Ok((status, if status < 400 { String::new() } else { said(body) }))
}

/// A problem by its names, as JSON has them; anything else as it is.
fn said(body: &[u8]) -> String {
    let problem = app::wire::unpack::<Problem>(body).ok();
    problem
        .and_then(|problem| serde_json::to_string(&problem).ok())
        .unwrap_or_else(|| String::from_utf8_lossy(body).into_owned())
}

/// Two who want what only one can have. In the first round the one is done before the other begins, in the second the
/// other way round, so that there are both outcomes; then they begin at almost the same moment, in turn.
pub async fn in_turn<A, B>(
    round: usize,
    one: impl Future<Output = A>,
    other: impl Future<Output = B>,
) -> (A, B) {
    let pause = |first: bool| {
        tokio::time::sleep(Duration::from_micros(if first { 0 } else { 150 * (round as u64 % 8) }))
    };
    match round {
        0 => {
            let done = one.await;
            (done, other.await)
        }
        1 => {
            let done = other.await;
            (one.await, done)
        }
        _ => {
            let first = round.is_multiple_of(2);
            let one = async {
                pause(first).await;
                one.await
            };
            let other = async {
                pause(!first).await;
                other.await
            };
            tokio::join!(one, other)
        }
    }
}

/// All volunteers send the same form at once, on connections that are open already.
pub async fn rush(address: SocketAddr, crowd: &Crowd, function: &str, body: &str) -> Vec<Answer> {
    let connections = join_all(crowd.volunteers.iter().map(|_| connect(address))).await;
    let answers = crowd.volunteers.iter().zip(connections).map(|(volunteer, connection)| async move {
        let connection = connection.expect("a connection");
        send(connection, &volunteer.cookie, function, body).await.expect("an answer")
    });
    join_all(answers).await
}

/// How many were told yes.
pub fn winners(answers: &[Answer]) -> usize {
    answers.iter().filter(|(status, _)| *status == 200).count()
}

/// Everybody else was refused for this reason.
pub fn assert_refused(answers: &[Answer], reason: &str) {
    let reason = format!("\"{reason}\"");
    for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
        assert!((400..500).contains(status) && body.contains(&reason), "{status} {body}");
    }
}
