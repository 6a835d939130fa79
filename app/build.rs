//! Tells builds apart: what one build writes, only the same build reads. See `app::wire`.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The sources in which the types that travel are written, from this folder.
const SOURCES: [&str; 2] = ["src", "../domain/src"];

fn main() {
    let mut hash = DefaultHasher::new();
    for folder in SOURCES {
        println!("cargo::rerun-if-changed={folder}");
        for file in files(Path::new(folder)) {
            hash.write(&fs::read(&file).expect("a source"));
        }
    }
    let [.., first, second, third, fourth] = hash.finish().to_be_bytes();
    let out = env::var("OUT_DIR").expect("cargo says it");
    fs::write(Path::new(&out).join("build.rs"), format!("{:?}", [first, second, third, fourth]))
        .expect("the number can be written");
}

/// Every file in a folder and those in it, in one order on every machine.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
