//! `frontend` to WASM: compile, split off the lazy routes, write the JavaScript glue, shrink.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{Profile, Project, cargo, run};

/// What the glue and the module are called: `lacznik.js`, `lacznik_bg.wasm`.
pub const NAME: &str = "lacznik";
/// The loader of the split-off parts, beside the glue.
const SPLIT_GLUE: &str = "./split.js";
/// What rustc and the glue use; nothing that only the newest browsers know.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];
/// Small once packed, which is not small as it is: functions by name stand beside those that are like them, and what
/// is merged with help of a parameter packs worse than what was written twice.
const SMALL: [&str; 4] =
    ["-Oz", "--converge", "--skip-pass=merge-similar-functions", "--reorder-functions-by-name"];
/// Found in the names of every module that has a lazy route.
const SPLIT_MARK: &[u8] = b"__wasm_split_00";

/// Compiles `frontend` and returns the path of the module.
pub fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut command = Command::new(cargo());
    command.current_dir(&project.root);
    command.args([
        "rustc",
        "--quiet",
        "--package",
        "frontend",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    let directory = match profile {
        Profile::Dev => "wasm-dev",
        Profile::Release => "wasm-release",
    };
    command.args(["--profile", directory]);
    // The splitter needs the relocations of the last module only; as a flag of the whole build it
    // would recompile every dependency.
    command.args(["--", "-Clink-args=--emit-relocs"]);
    run(&mut command)?;
    Ok(project.target.join("wasm32-unknown-unknown").join(directory).join("frontend.wasm"))
}

/// Splits, binds and (for a release) optimises the compiled module into `out`.
pub fn bind(project: &Project, profile: Profile, compiled: &Path, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out)?;
    let bytes = std::fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let lazy = bytes.windows(SPLIT_MARK.len()).any(|window| window == SPLIT_MARK);
    let main = if lazy { split(&bytes, out)? } else { without_relocations(&bytes)? };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(NAME, main)
        .web(true)?
        .typescript(false)
        // The split-off parts import the table, the memory and the stack of the main one.
        .keep_lld_exports(lazy)
        .remove_producers_section(true)
        .generate(out)?;
    match (profile, optimiser(project)) {
        (Profile::Release, Some(optimiser)) => {
            optimise(&optimiser, out)?;
            without_hashes(out)
        }
        (Profile::Release, None) => {
            println!("wasm-opt is missing (`npm ci` in end2end brings it): the WASM stays larger");
            Ok(())
        }
        (Profile::Dev, _) => Ok(()),
    }
}

/// Writes numbers for the hashes in the names by which glue and module know each other, and leaves out the glue's
/// comments and indentation. Hashes are what packs worst: these were 4 KB of a first load.
fn without_hashes(directory: &Path) -> Result<()> {
    const LENGTH: usize = 16;
    let (script, module) = (directory.join(format!("{NAME}.js")), directory.join(format!("{NAME}_bg.wasm")));
    let (mut glue, mut code) = (std::fs::read_to_string(&script)?, std::fs::read(&module)?);
    let mut hashes: Vec<String> = glue
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter_map(|name| Some(name.rsplit_once('_')?.1.trim_start_matches('h')))
        .filter(|end| end.len() == LENGTH && end.bytes().all(|digit| digit.is_ascii_hexdigit()))
        .map(str::to_owned)
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    for (number, hash) in hashes.iter().enumerate() {
        let number = format!("{number:0LENGTH$}");
        glue = glue.replace(hash, &number);
        let places: Vec<usize> = memchr::memmem::find_iter(&code, hash).collect();
        for place in places {
            code[place..place + LENGTH].copy_from_slice(number.as_bytes());
        }
    }
    let line = |line: &str| {
        Some(line.trim()).filter(|line| !line.is_empty() && !line.starts_with(['/', '*'])).map(str::to_owned)
    };
    let lines: Vec<String> = glue.lines().filter_map(line).collect();
    std::fs::write(script, lines.join("\n"))?;
    std::fs::write(module, code)?;
    Ok(())
}

/// The module without the sections that only a linker or the splitter reads: they are most of its size.
fn without_relocations(module: &[u8]) -> Result<Vec<u8>> {
    const HEADER: usize = 8;
    let mut kept = module.get(..HEADER).context("no WASM")?.to_vec();
    let mut rest = &module[HEADER..];
    while let Some((&kind, after_kind)) = rest.split_first() {
        let (size, body) = number(after_kind)?;
        let section = rest.len() - body.len() + size;
        let name = if kind == 0 { name(body)? } else { &[] };
        if !name.starts_with(b"reloc.") && name != b"linking" {
            kept.extend(rest.get(..section).context("a section is cut off")?);
        }
        rest = rest.get(section..).context("a section is cut off")?;
    }
    Ok(kept)
}

/// The name of a custom section.
fn name(body: &[u8]) -> Result<&[u8]> {
    let (length, rest) = number(body)?;
    rest.get(..length).context("a name is cut off")
}

/// A LEB128 number and what follows it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let length = bytes.iter().take(5).position(|byte| byte & 0x80 == 0).context("a number is cut off")? + 1;
    let (digits, rest) = bytes.split_at(length);
    let value = digits.iter().rev().fold(0, |value, digit| value << 7 | usize::from(digit & 0x7f));
    Ok((value, rest))
}

/// Writes the lazy parts and their loader into `out` and returns what is left.
fn split(bytes: &[u8], out: &Path) -> Result<Vec<u8>> {
    let main = out.join("main.wasm");
    let glue = format!("./{NAME}.js");
    let mut options = wasm_split_cli_support::Options::new(bytes);
    options.output_dir = out;
    options.main_out_path = &main;
    options.main_module = &glue;
    options.link_name = SPLIT_GLUE;
    let parts = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow::anyhow!("splitting the module: {error:#}"))?;
    println!("{} lazily loaded parts", parts.split_modules.len());
    let left = std::fs::read(&main)?;
    std::fs::remove_file(&main)?;
    Ok(left)
}

/// `wasm-opt` as npm's `binaryen` brings it.
pub fn optimiser(project: &Project) -> Option<PathBuf> {
    let path = project.root.join("end2end/node_modules/.bin/wasm-opt");
    path.is_file().then_some(path)
}

fn optimise(optimiser: &Path, directory: &Path) -> Result<()> {
    for file in crate::publish::files(directory)? {
        if file.extension().is_some_and(|extension| extension == "wasm") {
            let mut command = Command::new(optimiser);
            command.args(SMALL).args(FEATURES);
            run(command.arg(&file).arg("-o").arg(&file))?;
        }
    }
    Ok(())
}
