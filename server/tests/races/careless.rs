//! What the careless programs have in common: what must not be done.

use super::crowd::Crowd;
use axum::Router;
use backend::context::Node;
use domain::ids::PersonId;
use http::HeaderMap;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;

#[derive(Clone)]
pub struct Careless {
    pub node: Arc<Node>,
    people: Arc<HashMap<String, PersonId>>,
}

impl Careless {
    pub fn of(crowd: &Crowd) -> Self {
        let people = crowd.volunteers.iter().map(|who| (who.cookie.clone(), who.id)).collect();
        Self { node: crowd.node.clone(), people: Arc::new(people) }
    }

    /// Whose request it is.
    pub fn who(&self, headers: &HeaderMap) -> PersonId {
        self.people[headers["cookie"].to_str().expect("text")]
    }

    /// Answers until the task is aborted.
    pub async fn serve(self, routes: Router<Self>) -> (SocketAddr, JoinHandle<()>) {
        let routes = routes.with_state(self);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        (address, tokio::spawn(async move { axum::serve(listener, routes).await.expect("serves") }))
    }
}

/// Between looking and writing, time goes by.
pub async fn dawdle() {
    tokio::time::sleep(Duration::from_millis(5)).await;
}
