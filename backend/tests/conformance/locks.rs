//! Locks by name.

use crate::support::Bed;
use backend::db::Engine;
use backend::store::locks;

pub async fn several_are_held_once_each_until_the_end(bed: &Bed) {
    let mut tx = bed.write().await;
    locks::hold(&mut tx, vec!["slot:b".into(), "person:a".into(), "slot:b".into()]).await.unwrap();
    locks::hold(&mut tx, Vec::new()).await.unwrap();
    if tx.engine() == Engine::Postgres {
        let sql = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()";
        let (held,): (i64,) = tx.query(sql).one().await.unwrap();
        assert_eq!(held, 2);
    }
}
