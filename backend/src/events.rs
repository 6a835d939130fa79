//! The live stream. A change writes an `event` row in its own transaction; the relay numbers rows in commit order
//! and hands them to this node's listeners. Every node runs a relay; whoever is first numbers.

use crate::context::{Cx, Node};
use crate::error::Result;
use crate::store::events as store;
use domain::actor::{Actor, Role};
use domain::event::{LiveEvent, Topic};
use domain::policy::HostScope;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, broadcast};

/// Listeners that fall this far behind are told to read everything again.
const BACKLOG: usize = 1_024;
/// Without any wake-up the relay looks this often.
const IDLE: Duration = Duration::from_secs(2);
/// Events are kept this long for listeners that come back.
pub const KEPT_HOURS: i64 = 24;

/// This node's end of the live stream.
#[derive(Debug)]
pub struct Live {
    woken: Notify,
    generation: AtomicU64,
    seq: AtomicI64,
    sender: broadcast::Sender<Arc<LiveEvent>>,
}

impl Default for Live {
    fn default() -> Self {
        Self {
            woken: Notify::new(),
            generation: AtomicU64::new(0),
            seq: AtomicI64::new(0),
            sender: broadcast::channel(BACKLOG).0,
        }
    }
}

impl Live {
    /// There may be something to relay.
    pub fn wake(&self) {
        self.generation.fetch_add(1, Ordering::AcqRel);
        self.woken.notify_one();
    }

    /// Grows with every change that this node hears of, its own at the commit.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// The number of the last event that this node relayed: whatever is read after asking knows all events up to it.
    pub fn seq(&self) -> i64 {
        self.seq.load(Ordering::Acquire)
    }

    /// Tells this node's listeners that its plan changed.
    pub fn plan_changed(&self) {
        let event = LiveEvent {
            seq: 0,
            topic: Topic::Plan,
            claim_id: None,
            slot_id: None,
            opportunity_id: None,
            organisation_id: None,
            person_id: None,
        };
        // Nobody listening is not an error.
        let _ = self.sender.send(Arc::new(event));
    }

    /// Everything from now on, unfiltered: ask [`concerns`] for each.
    pub fn subscribe(&self) -> broadcast::Receiver<Arc<LiveEvent>> {
        self.sender.subscribe()
    }
}

/// May this actor hear of this event? Slots and opportunities are public; claims, people and the plan are not.
pub fn concerns(event: &LiveEvent, actor: &Actor) -> bool {
    let own = event.person_id.is_some() && event.person_id == actor.person_id();
    let hosted = || match (actor.hosting(), event.organisation_id) {
        (Ok(hosting), Some(organisation)) => match hosting.scope() {
            HostScope::Everywhere => true,
            HostScope::Own(_) => hosting.covers(organisation),
        },
        _ => false,
    };
    match event.topic {
        Topic::Slot | Topic::Opportunity => true,
        Topic::Claim => own || actor.is(Role::Coordinator) || hosted(),
        Topic::Person | Topic::Staffing => own || actor.is(Role::Coordinator),
        Topic::Plan => actor.is(Role::Coordinator),
    }
}

/// Events after `seq` that concern the actor, the oldest first; `None` when they are no longer all there and the
/// listener must read everything again.
///
/// # Errors
/// When the database fails.
pub async fn replay(cx: &Cx, seq: i64) -> Result<Option<Vec<LiveEvent>>> {
    let mut tx = cx.read().await?;
    let (first, last) = store::range(&mut tx).await?;
    if seq > last || seq + 1 < first || last - seq > i64::try_from(BACKLOG).unwrap_or(i64::MAX) {
        return Ok((seq == last).then(Vec::new));
    }
    let mut events = store::after(&mut tx, seq).await?;
    events.retain(|event| concerns(event, &cx.actor));
    Ok(Some(events))
}

/// Relays until `stop` resolves: numbers what was committed and sends it to this node's listeners.
pub async fn relay(node: Arc<Node>, mut stop: tokio::sync::watch::Receiver<bool>) {
    let mut listener = None;
    let mut last = None;
    loop {
        if listener.is_none() {
            listener = node.db.listen().await.unwrap_or_else(|error| {
                tracing::warn!(%error, "The relay cannot listen for other nodes; it looks by itself.");
                None
            });
        }
        match relay_once(&node, last).await {
            Ok(seq) => {
                last = Some(seq);
                node.live.seq.store(seq, Ordering::Release);
            }
            Err(error) => tracing::error!(%error, "The relay could not read events."),
        }
        let elsewhere = async {
            match &mut listener {
                Some(listener) => listener.woken().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = node.live.woken.notified() => {}
            woken = elsewhere => if woken.is_err() { listener = None; tokio::time::sleep(Duration::from_millis(200)).await },
            () = tokio::time::sleep(IDLE) => {}
            () = stopped(&mut stop) => return,
        }
    }
}

/// Returns once the program is asked to stop, or nobody is left to ask.
pub async fn stopped(stop: &mut tokio::sync::watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Numbers waiting events and sends those after `last`; returns the last number. At the first call (`None`) nothing
/// is sent: listeners start from their page's own number.
async fn relay_once(node: &Node, last: Option<i64>) -> Result<i64> {
    let mut tx = node.db.read().await?;
    let waiting = store::waiting(&mut tx).await?;
    drop(tx);
    if waiting {
        let mut tx = node.db.write().await?;
        tx.lock("relay").await?;
        if store::number_waiting(&mut tx).await? > 0 {
            tx.wake_nodes().await?;
        }
        tx.commit().await?;
    }
    let mut tx = node.db.read().await?;
    let Some(last) = last else {
        return Ok(store::range(&mut tx).await?.1);
    };
    let events = store::after(&mut tx, last).await?;
    if !events.is_empty() {
        node.live.generation.fetch_add(1, Ordering::AcqRel);
    }
    let newest = events.last().map_or(last, |event| event.seq);
    for event in events {
        // Nobody listening is not an error.
        let _ = node.live.sender.send(Arc::new(event));
    }
    Ok(newest)
}
