//! A cluster leaves nothing behind.

use std::path::Path;
use testkit::{Cluster, Durability};

#[test]
fn a_cluster_goes_with_its_owner() {
    let cluster = Cluster::start(Durability::None).unwrap_or_else(|why| panic!("{why}"));
    let (first, second) = (cluster.database().expect("a database"), cluster.database().expect("another"));
    assert_ne!(Cluster::name_of(&first), Cluster::name_of(&second));
    let copy = cluster.database_like(Cluster::name_of(&first)).expect("a copy");
    let folder = copy.split("host=").nth(1).and_then(|rest| rest.split('&').next()).expect("a socket");
    assert!(Path::new(folder).join(".s.PGSQL.5432").exists());
    drop(cluster);
    assert!(!Path::new(folder).exists());
}

#[test]
fn folders_are_ones_own() {
    let (first, second) =
        (testkit::Folder::new().expect("a folder"), testkit::Folder::new().expect("a folder"));
    assert_ne!(first.path(), second.path());
    let path = first.path().to_owned();
    std::fs::write(path.join("file"), "text").expect("a file");
    drop(first);
    assert!(!path.exists() && second.path().exists());
}
