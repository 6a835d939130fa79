//! Lists the files of the site (made by `cargo xtask assets`) so that the program embeds them.
//!
//! The site is `$LACZNIK_SITE`, else `<target>/site/{dev,release}`, whichever was built like the
//! server. A missing one is an empty one: the program builds and its tests run, and `serve` says
//! what to do.

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=LACZNIK_SITE");
    if env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|libc| libc == "gnu") {
        // Else the list of addresses to mend at the start is 4 MB, all of it read and then kept in memory.
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let site = match env::var("LACZNIK_SITE") {
        Ok(path) => PathBuf::from(path),
        Err(_) => target_directory(&out)?.join("site").join(flavour()),
    };
    fs::create_dir_all(&site)?;
    println!("cargo::rerun-if-changed={}", site.display());

    let mut found = BTreeSet::new();
    collect(&site, &mut found)?;
    let mut table = String::from("pub static FILES: &[File] = &[\n");
    let mut sorted: Vec<&PathBuf> = found.iter().collect();
    // By text, as the program searches, not by path component.
    sorted.sort_by_key(|path| path.as_os_str());
    for path in sorted {
        if ["br", "gz"].iter().any(|packed| path.extension().is_some_and(|end| end == *packed)) {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(&fs::read(path)?);
        writeln!(
            table,
            "File {{ path: {:?}, etag: \"\\\"{:016x}\\\"\", identity: include_bytes!({:?}), brotli: {}, gzip: {} }},",
            text(path.strip_prefix(&site)?)?,
            hasher.finish(),
            text(path)?,
            packed(&found, path, "br")?,
            packed(&found, path, "gz")?,
        )?;
    }
    table.push_str("];\n");
    fs::write(out.join("site.rs"), table)?;
    Ok(())
}

/// The site that was built like the server.
fn flavour() -> &'static str {
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") { "release" } else { "dev" }
}

/// Cargo marks its target directory with a file; `OUT_DIR` is somewhere below.
fn target_directory(out: &Path) -> Result<PathBuf, String> {
    out.ancestors()
        .find(|directory| directory.join("CACHEDIR.TAG").is_file())
        .or_else(|| out.ancestors().nth(4))
        .map(Path::to_owned)
        .ok_or_else(|| "no target directory above OUT_DIR: set LACZNIK_SITE".to_owned())
}

fn text(path: &Path) -> Result<&str, String> {
    path.to_str().ok_or_else(|| format!("{} is not UTF-8", path.display()))
}

fn packed(found: &BTreeSet<PathBuf>, path: &Path, suffix: &str) -> Result<String, String> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{suffix}"));
    let copy = PathBuf::from(name);
    if found.contains(&copy) {
        Ok(format!("Some(include_bytes!({:?}))", text(&copy)?))
    } else {
        Ok("None".to_owned())
    }
}

fn collect(directory: &Path, found: &mut BTreeSet<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}
