//! The board: this node's plan for the open slots of the next weeks, kept true while coordinators look at it.
//!
//! [`keep`] reads the [`Facts`] when something changed and hands them to a thread of its own. The thread tells
//! the engine what is different, repairs the plan at once, shows it, and improves it until the next change. Requests
//! read the plan shown last and never wait for the engine. Nothing here writes: a human decides, and the database
//! hears it from the use cases. A board is memory only; a new one is there as soon as the facts are read.

mod facts;
mod planning;
pub mod trial;

pub use facts::{Facts, HORIZON_DAYS, PersonFacts, Seat, SlotFacts};
pub(crate) use facts::{PAST_DAYS, number, slot, volunteer};
pub use planning::{catch_up, difference};

use crate::context::Node;
use crate::error::{Error, Result};
use crate::events::stopped;
use domain::event::{LiveEvent, Topic};
use domain::matching::{Header, Pair, Plan, Planner};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::mpsc;
use std::time::Duration;
use tokio::sync::{Notify, broadcast, watch};
use tokio::time::{Instant, sleep, timeout, timeout_at};

/// A board that nobody looked at for this long rests.
const REST_AFTER: Duration = Duration::from_mins(15);
/// Slots begin and refusals run out without an event.
const READ_AGAIN_AFTER: Duration = Duration::from_mins(1);
/// Changes that follow each other this closely are read together.
const TOGETHER: Duration = Duration::from_millis(20);
/// Reading takes at most one part in so many of the time.
const READING_SHARE: u32 = 4;
/// The longest wait for a board that is being built.
const BUILD: Duration = Duration::from_secs(20);

/// What is shown: facts and the plan for them.
#[derive(Debug)]
pub struct Shown {
    /// What the plan is for.
    pub facts: Arc<Facts>,
    /// The engine with the plan, for questions.
    pub planner: Planner,
    /// The plan.
    pub plan: Plan,
    /// The plan in one line.
    pub header: Header,
    /// The engine has nothing left to try for now.
    pub settled: bool,
    by_slot: HashMap<domain::ids::SlotId, Vec<domain::ids::PersonId>>,
    by_person: HashMap<domain::ids::PersonId, Vec<domain::ids::SlotId>>,
}

impl Shown {
    fn new(facts: Arc<Facts>, planner: Planner, header: Header, settled: bool) -> Self {
        let plan = planner.plan();
        let seated: HashSet<_> = facts
            .slots
            .iter()
            .flat_map(|(&slot, facts)| facts.seated.keys().map(move |&person| (slot, person)))
            .collect();
        let (mut by_slot, mut by_person) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for pair in &plan.pairs {
            if !seated.contains(&(pair.slot, pair.volunteer)) {
                by_slot.entry(pair.slot).or_default().push(pair.volunteer);
                by_person.entry(pair.volunteer).or_default().push(pair.slot);
            }
        }
        Self { facts, planner, plan, header, settled, by_slot, by_person }
    }

    /// Whom the plan suggests for a slot, beside those who have a seat.
    pub fn suggested(&self, slot: domain::ids::SlotId) -> &[domain::ids::PersonId] {
        self.by_slot.get(&slot).map_or(&[], Vec::as_slice)
    }

    /// Somebody at a slot: in the role that they have or ask for, else in the one for which the plan has them, else in
    /// the first.
    pub fn pair(&self, slot: domain::ids::SlotId, volunteer: domain::ids::PersonId) -> Pair {
        let known = self.facts.slots.get(&slot).filter(|facts| facts.roles.contains_key(&volunteer));
        if let Some(facts) = known {
            return facts.pair(volunteer);
        }
        let from = self.plan.pairs.partition_point(|pair| pair.slot < slot);
        let own = self.plan.pairs[from..].iter().take_while(|pair| pair.slot == slot);
        let planned = own.copied().find(|pair| pair.volunteer == volunteer);
        planned.unwrap_or(Pair { slot, role: 0, volunteer })
    }

    /// Where the plan wants somebody, beside the seats they have.
    pub fn wanted(&self, person: domain::ids::PersonId) -> &[domain::ids::SlotId] {
        self.by_person.get(&person).map_or(&[], Vec::as_slice)
    }
}

/// This node's board.
#[derive(Debug)]
pub struct Board {
    wanted: Notify,
    looked: watch::Sender<Option<Instant>>,
    shown: watch::Sender<Option<Arc<Shown>>>,
    kept: watch::Sender<bool>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            wanted: Notify::new(),
            looked: watch::Sender::new(None),
            shown: watch::Sender::new(None),
            kept: watch::Sender::new(false),
        }
    }
}

impl Board {
    /// The plan shown now, if there is one.
    pub fn peek(node: &Node) -> Option<Arc<Shown>> {
        node.board.shown.borrow().clone()
    }

    /// The plan shown now; the first to ask waits until it is built. Where nobody keeps the board (a command, a
    /// test) it is built for this question alone.
    ///
    /// # Errors
    /// When the database fails, or the problem is beyond what the engine counts.
    pub async fn shown(node: &Node) -> Result<Arc<Shown>> {
        let board = &node.board;
        if !*board.kept.borrow() {
            let facts = Facts::read(&node.db, node.clock).await?;
            return planning::once(facts).map(Arc::new).map_err(|error| Error::Internal(error.into()));
        }
        board.looked.send_replace(Some(Instant::now()));
        board.wanted.notify_one();
        let mut shown = board.shown.subscribe();
        let found = timeout(BUILD, shown.wait_for(Option::is_some)).await;
        let found = found.ok().and_then(std::result::Result::ok).and_then(|shown| shown.clone());
        found.ok_or_else(|| Error::Internal("the board was not built in time".into()))
    }
}

/// Keeps the node's board until `stop` turns true: builds it when somebody looks, lets it rest when nobody does.
pub async fn keep(node: Arc<Node>, mut stop: watch::Receiver<bool>) {
    node.board.kept.send_replace(true);
    loop {
        tokio::select! {
            () = node.board.wanted.notified() => {}
            () = stopped(&mut stop) => break,
        }
        tokio::select! {
            () = follow(&node) => {}
            () = stopped(&mut stop) => break,
        }
        node.board.shown.send_replace(None);
    }
    node.board.kept.send_replace(false);
    node.board.shown.send_replace(None);
}

/// Follows the changes until nobody looks any more.
async fn follow(node: &Arc<Node>) {
    let mut events = node.live.subscribe();
    let (news, from_here) = mpsc::channel();
    let shows = Arc::clone(node);
    let show = move |shown: Shown| {
        shows.board.shown.send_replace(Some(Arc::new(shown)));
        shows.live.plan_changed();
    };
    let thread = std::thread::Builder::new().name("board".to_owned());
    if let Err(error) = thread.spawn(move || planning::work(&from_here, show)) {
        tracing::error!(%error, "The board has no thread.");
        return;
    }
    loop {
        let begun = Instant::now();
        match Facts::read(&node.db, node.clock).await {
            Ok(facts) => {
                // The thread ended: the board is built anew by the next who looks.
                if news.send(facts).is_err() {
                    return;
                }
            }
            Err(error) => tracing::error!(%error, "The board could not be read."),
        }
        sleep(begun.elapsed() * READING_SHARE).await;
        if !changed(&mut events, begun + READ_AGAIN_AFTER).await {
            return;
        }
        sleep(TOGETHER).await;
        while events.try_recv().is_ok() {}
        let looked = *node.board.looked.borrow();
        if looked.is_none_or(|looked| looked.elapsed() > REST_AFTER) {
            return;
        }
    }
}

/// Waits for a change that may concern the plan, at most until `deadline`; `false` when there will be none.
async fn changed(events: &mut broadcast::Receiver<Arc<LiveEvent>>, deadline: Instant) -> bool {
    loop {
        match timeout_at(deadline, events.recv()).await {
            Ok(Ok(event)) if event.topic == Topic::Plan => {}
            Ok(Err(broadcast::error::RecvError::Closed)) => return false,
            Ok(Ok(_) | Err(broadcast::error::RecvError::Lagged(_))) | Err(_) => return true,
        }
    }
}
