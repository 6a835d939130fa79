//! Names by content, packs and lists what the other steps made.
//!
//! Each bundle goes into a directory named by the hash of everything in it, so that relative
//! references inside a bundle (glue to WASM, style to font) keep working and every address can be
//! cached for ever.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use domain::locale::LOCALES;
use sha2::{Digest, Sha256};

use crate::Profile;

/// The list of logical names and addresses, read by the server's build script.
pub const MANIFEST: &str = "assets.json";
/// Below this a packed copy costs more than it saves.
const WORTH_PACKING: usize = 512;

/// Removes a directory with all it has.
pub fn clear(directory: &Path) -> Result<()> {
    if directory.exists() {
        std::fs::remove_dir_all(directory).with_context(|| directory.display().to_string())?;
    }
    Ok(())
}

/// All files below a directory, sorted; hidden ones left out.
pub fn files(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry?.path();
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            match (hidden, path.is_dir()) {
                (true, _) => {}
                (false, true) => open.push(path),
                (false, false) => found.push(path),
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Makes `site` from the bundles in `work`: `pkg/<hash>/…`, web manifests, the service worker, the list of names.
pub fn publish(work: &Path, scripts: &Path, site: &Path, profile: Profile) -> Result<()> {
    clear(site)?;
    let mut names = BTreeMap::new();
    for bundle in ["program", "style"] {
        let directory = work.join(bundle);
        let hash = hash(&directory)?;
        for file in files(&directory)? {
            let name = file.strip_prefix(&directory)?.to_string_lossy().replace('\\', "/");
            let address = format!("pkg/{hash}/{name}");
            put(&site.join(&address), &std::fs::read(&file)?, profile)?;
            names.insert(name, address);
        }
    }
    put(&site.join("sw.js"), crate::phone::worker(scripts, &names)?.as_bytes(), profile)?;
    for locale in LOCALES {
        let name = format!("manifest.{}.webmanifest", locale.code());
        put(&site.join(&name), crate::phone::manifest(locale, &names).as_bytes(), profile)?;
    }
    std::fs::write(site.join(MANIFEST), serde_json::to_vec_pretty(&names)?)?;
    clear(work)
}

fn hash(directory: &Path) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in files(directory)? {
        hasher.update(file.strip_prefix(directory)?.to_string_lossy().as_bytes());
        hasher.update([0]);
        hasher.update(std::fs::read(&file)?);
    }
    let digest = hasher.finalize();
    let start = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    Ok(format!("{start:016x}"))
}

/// Writes a file and, where they are smaller, its brotli and gzip copies.
fn put(path: &Path, bytes: &[u8], profile: Profile) -> Result<()> {
    std::fs::create_dir_all(path.parent().context("a file has a directory")?)?;
    std::fs::write(path, bytes)?;
    let extension = path.extension().map(|text| text.to_string_lossy().into_owned()).unwrap_or_default();
    let text =
        ["js", "css", "wasm", "svg", "json", "postcard", "webmanifest", "txt"].contains(&extension.as_str());
    if !text || bytes.len() < WORTH_PACKING {
        return Ok(());
    }
    let (brotli_quality, gzip_level) = match profile {
        Profile::Dev => (2, 1),
        Profile::Release => (11, 9),
    };
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(gzip_level));
    gzip.write_all(bytes)?;
    let mut brotli = brotli::CompressorWriter::new(Vec::new(), 1 << 16, brotli_quality, 22);
    brotli.write_all(bytes)?;
    for (suffix, packed) in [("gz", gzip.finish()?), ("br", brotli.into_inner())] {
        if packed.len() < bytes.len() {
            std::fs::write(path.with_file_name(format!("{}.{suffix}", file_name(path))), &packed)?;
        }
        if profile == Profile::Release && suffix == "br" {
            println!("{:>9} {:>9} br  {}", bytes.len(), packed.len(), file_name(path));
        }
    }
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
