//! The demonstration's town with a node on it, and people who act there.

use crate::support::{Bed, noon};
use backend::board::Facts;
use backend::context::{Cx, Node};
use backend::db::Engine;
use backend::seed::{self, DemoOptions, Size};
use backend::store::people;
use domain::actor::{Actor, Grant, Role, SignedIn};
use domain::ids::{PersonId, SessionId};
use domain::locale::Locale;
use std::sync::Arc;
use uuid::Uuid;

const TOWN: DemoOptions = DemoOptions { seed: 1, size: Size::Town };
/// Who decides.
pub const COORDINATOR: &str = "koordynator@example.org";
/// Who sets what counts how much.
pub const ADMINISTRATOR: &str = "admin@example.org";

/// The demonstration's town.
pub async fn town(engine: Engine) -> (Bed, Arc<Node>) {
    let bed = Bed::new(engine).await;
    let node = Arc::new(bed.node(noon()));
    seed::demo(&node, &TOWN).await.unwrap();
    (bed, node)
}

pub fn acting(node: &Arc<Node>, person_id: PersonId, role: Role) -> Cx {
    let grants = vec![Grant { role, organisation_id: None }];
    let session_id = SessionId(Uuid::from_u128(9));
    let actor = Actor::Person(SignedIn { person_id, session_id, grants });
    Cx { node: node.clone(), actor, account: None, locale: Locale::Pl }
}

pub async fn persona(node: &Arc<Node>, email: &str, role: Role) -> Cx {
    let mut tx = node.db.read().await.unwrap();
    let id = people::find_by_email(&mut tx, email).await.unwrap().unwrap().id;
    acting(node, id, role)
}

pub async fn facts(node: &Node) -> Facts {
    Facts::read(&node.db, node.clock).await.unwrap()
}
