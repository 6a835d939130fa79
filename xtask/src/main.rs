//! Build steps that cargo does not know: the browser's half of the program, and a watch loop.
//!
//! `cargo xtask assets [--release]` fills `<target>/site/{dev,release}`, which the server embeds.
//! `cargo xtask dev -- <arguments of lacznik>` rebuilds and restarts on every change.

mod dev;
mod phone;
mod publish;
mod style;
mod wasm;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

const USAGE: &str = "\
cargo xtask assets [--release]   build WASM, glue and style into <target>/site/{dev,release}
cargo xtask dev [ARGS…]          build, run `lacznik ARGS…` (default: serve), repeat on every change";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["assets"] => Project::find().and_then(|project| assets(&project, Profile::Dev)),
        ["assets", "--release"] => Project::find().and_then(|project| assets(&project, Profile::Release)),
        ["dev", rest @ ..] => Project::find().and_then(|project| dev::watch(&project, rest)),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Which of the two sites to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// The directory below `<target>/site`.
    pub fn site(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }
}

/// Where things are.
#[derive(Debug)]
pub struct Project {
    /// The workspace's root.
    pub root: PathBuf,
    /// Cargo's target directory, which need not be below the root.
    pub target: PathBuf,
}

impl Project {
    fn find() -> Result<Self> {
        let output = Command::new(cargo())
            .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
            .output()
            .context("cargo metadata")?;
        ensure!(output.status.success(), "cargo metadata failed");
        let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
        let path = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).with_context(|| format!("cargo metadata has no {key}"))
        };
        Ok(Self { root: path("workspace_root")?, target: path("target_directory")? })
    }
}

/// The cargo that runs this program.
fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Runs a command to its end and fails when it does.
fn run(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("{program} could not be started"))?;
    if !status.success() {
        bail!("{program} failed ({status})");
    }
    Ok(())
}

/// Builds the site of a profile, unless its inputs are those of the last time.
fn assets(project: &Project, profile: Profile) -> Result<()> {
    let started = Instant::now();
    let place = project.target.join("site");
    std::fs::create_dir_all(&place)?;
    // Held until this returns: two at once would clear each other's work.
    let alone = std::fs::File::create(place.join("lock"))?;
    alone.lock()?;
    let compiled = wasm::compile(project, profile)?;
    let site = place.join(profile.site());
    let stamp = place.join(format!("{}.stamp", profile.site()));
    let inputs = inputs(project, &compiled)?;
    if site.join(publish::MANIFEST).is_file()
        && std::fs::read_to_string(&stamp).is_ok_and(|old| old == inputs)
    {
        println!("site/{}: unchanged", profile.site());
        return Ok(());
    }
    let work = place.join(format!("{}.work", profile.site()));
    publish::clear(&work)?;
    wasm::bind(project, profile, &compiled, &work.join("program"))?;
    for (name, texts) in domain::locale::FILES {
        let file = work.join("program").join(name);
        std::fs::create_dir_all(file.parent().context("a file has a directory")?)?;
        std::fs::write(file, texts)?;
    }
    let scripts = project.root.join("phone");
    phone::page_scripts(&scripts, &work.join("program"))?;
    style::bundle(&project.root.join("style"), &work.join("style"))?;
    publish::publish(&work, &scripts, &site, profile)?;
    std::fs::write(&stamp, inputs)?;
    println!("site/{}: built in {:.1} s", profile.site(), started.elapsed().as_secs_f32());
    Ok(())
}

/// Everything the site is made of, as text to compare: names, sizes and times of change.
fn inputs(project: &Project, compiled: &Path) -> Result<String> {
    let mut files = publish::files(&project.root.join("style"))?;
    files.extend(publish::files(&project.root.join("phone"))?);
    files.push(compiled.to_owned());
    files.push(std::env::current_exe()?);
    files.extend(wasm::optimiser(project));
    let mut lines = String::new();
    for file in files {
        let about = std::fs::metadata(&file)?;
        let changed = about.modified()?.duration_since(std::time::UNIX_EPOCH)?.as_nanos();
        writeln!(lines, "{} {} {changed}", file.display(), about.len())?;
    }
    Ok(lines)
}
