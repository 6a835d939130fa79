//! The two trees of migrations make the same database.

use crate::support::Bed;
use backend::db::{Db, Engine, SQLITE_FLOOR, Tx};
use std::collections::BTreeSet;

/// What is compared of a column: table, name, SQLite's name of the type, nullable.
type Column = (String, String, String, bool);
/// What is compared of an index: table, unique, columns, the words in quotes of its condition, its own name.
type Index = (String, bool, String, String, String);
/// Table, column, table referred to.
type ForeignKey = (String, String, String);

#[derive(Debug, PartialEq)]
struct Schema {
    columns: BTreeSet<Column>,
    indexes: BTreeSet<Index>,
    foreign_keys: BTreeSet<ForeignKey>,
}

async fn sqlite(tx: &mut Tx) -> Schema {
    let columns: Vec<Column> = tx
        .query(
            "SELECT m.name, c.name, c.type, c.\"notnull\" = 0 AND c.pk = 0
             FROM sqlite_master m JOIN pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite%'",
        )
        .all()
        .await
        .unwrap();
    let indexes: Vec<(String, bool, String, String, String)> = tx
        .query(
            "SELECT m.name, i.\"unique\", (SELECT GROUP_CONCAT(c.name, ',' ORDER BY c.seqno) FROM pragma_index_info(i.name) c),
               COALESCE((SELECT s.sql FROM sqlite_master s WHERE s.name = i.name), ''),
               CASE WHEN i.origin = 'c' THEN i.name ELSE '' END
             FROM sqlite_master m JOIN pragma_index_list(m.name) i
             WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\'",
        )
        .all()
        .await
        .unwrap();
    let foreign_keys: Vec<ForeignKey> = tx
        .query(
            "SELECT m.name, f.\"from\", f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
             WHERE m.type = 'table'",
        )
        .all()
        .await
        .unwrap();
    Schema {
        columns: columns.into_iter().collect(),
        indexes: indexes
            .into_iter()
            .map(|(table, unique, on, sql, name)| (table, unique, on, quoted(&sql), name))
            .collect(),
        foreign_keys: foreign_keys.into_iter().collect(),
    }
}

async fn postgres(tx: &mut Tx) -> Schema {
    let columns: Vec<Column> = tx
        .query(
            "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES'
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'",
        )
        .all()
        .await
        .unwrap();
    let indexes: Vec<Index> = tx
        .query(
            "SELECT t.relname::text, x.indisunique,
               (SELECT STRING_AGG(a.attname, ',' ORDER BY k.n) FROM UNNEST(x.indkey::int2[]) WITH ORDINALITY AS k(attnum, n)
                JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum),
               COALESCE(pg_get_expr(x.indpred, x.indrelid), ''),
               CASE WHEN c.oid IS NULL THEN i.relname::text ELSE '' END
             FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
             JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = 'public'
             LEFT JOIN pg_constraint c ON c.conindid = i.oid AND c.contype IN ('p', 'u')
             WHERE t.relname NOT LIKE '\\_%'",
        )
        .all()
        .await
        .unwrap();
    let foreign_keys: Vec<ForeignKey> = tx
        .query(
            "SELECT t.relname::text, a.attname::text, r.relname::text FROM pg_constraint c
             JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] WHERE c.contype = 'f'",
        )
        .all()
        .await
        .unwrap();
    Schema {
        columns: columns
            .into_iter()
            .map(|(table, name, kind, null)| (table, name, as_sqlite(&kind), null))
            .collect(),
        indexes: indexes
            .into_iter()
            .map(|(table, unique, on, sql, name)| (table, unique, on, quoted(&sql), name))
            .collect(),
        foreign_keys: foreign_keys.into_iter().collect(),
    }
}

/// What SQLite stores such a value as.
fn as_sqlite(kind: &str) -> String {
    match kind {
        "uuid" | "bytea" => "BLOB",
        "bigint" | "boolean" => "INTEGER",
        "text" | "date" | "jsonb" | "timestamp with time zone" => "TEXT",
        other => other,
    }
    .to_owned()
}

/// The words in quotes: engines write a condition differently, but not its values.
fn quoted(sql: &str) -> String {
    sql.split('\'').skip(1).step_by(2).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn both_trees_make_the_same_database() {
    let on = |engine| async move { Bed::new(engine).await };
    let (small, large) = (on(Engine::Sqlite).await, on(Engine::Postgres).await);
    let small = sqlite(&mut small.db.read().await.unwrap()).await;
    let large = postgres(&mut large.db.read().await.unwrap()).await;
    assert!(
        small.columns.len() > 100 && small.indexes.len() > 30 && small.foreign_keys.len() > 15,
        "{small:?}"
    );
    let differing =
        |a: &BTreeSet<Column>, b: &BTreeSet<Column>| a.symmetric_difference(b).cloned().collect::<Vec<_>>();
    assert_eq!(differing(&small.columns, &large.columns), []);
    // SQLite finds the centre's one row by its number, without an index.
    let centre = ("centre".to_owned(), true, "id".to_owned(), String::new(), String::new());
    assert_eq!(small.indexes.symmetric_difference(&large.indexes).collect::<Vec<_>>(), [&centre]);
    assert_eq!(small.foreign_keys, large.foreign_keys);
}

#[test]
fn both_trees_have_the_same_files() {
    let files = |engine: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations").join(engine);
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        names.collect::<BTreeSet<_>>()
    };
    assert_eq!(files("sqlite"), files("postgres"));
}

#[tokio::test]
async fn migrating_again_changes_nothing() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        Bed::new(engine).await.db.migrate().await.unwrap();
    }
}

#[tokio::test]
async fn sqlite_is_new_enough() {
    let bed = Bed::new(Engine::Sqlite).await;
    let mut tx = bed.db.read().await.unwrap();
    let (version,): (String,) = tx.query("SELECT sqlite_version()").one().await.unwrap();
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts.as_slice() >= SQLITE_FLOOR.as_slice(), "{version}");
}

#[tokio::test]
async fn a_wrong_address_is_named() {
    let error = Db::connect("mysql://localhost/x").await.unwrap_err();
    assert!(error.to_string().contains("sqlite:"), "{error}");
}
