//! What a phone keeps the program with: a web manifest for each language, the service worker, the script of pages.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use domain::locale::{LOCALES, Locale, Part, keys, text};
use serde_json::{Map, Value, json};

/// How the keys of texts begin that only these scripts show.
const WORDS: &str = "phone-";
/// The part of the program that only staff fetch, see `app::parts`.
const STAFF: &str = "split_coordinating.wasm";

/// Writes the script of pages and that of checking in, each with its words, for each language.
pub fn page_scripts(from: &Path, out: &Path) -> Result<()> {
    let (page, taps) =
        (read(&from.join("page.js"))?, read(&from.join("queue.js"))? + &read(&from.join("taps.js"))?);
    for locale in LOCALES {
        for (name, own, script) in [("phone", false, &page), ("taps", true, &taps)] {
            let whole = format!("const SAY = {};\n{script}", Value::from(words(locale, own)));
            std::fs::write(out.join(format!("{name}.{}.js", locale.code())), whole)?;
        }
    }
    Ok(())
}

/// The service worker of a site with these files.
pub fn worker(from: &Path, names: &BTreeMap<String, String>) -> Result<String> {
    let address = |name: &str| names.get(name).map(|path| format!("/{path}"));
    let all = |wanted: &dyn Fn(&str) -> bool| -> Vec<String> {
        names.iter().filter(|(name, _)| wanted(name)).map(|(_, path)| format!("/{path}")).collect()
    };
    let mut folders: Vec<&str> = names.values().filter_map(|path| path.split('/').nth(1)).collect();
    folders.sort_unstable();
    folders.dedup();
    let each = |of: &dyn Fn(Locale) -> Value| -> Map<String, Value> {
        LOCALES.map(|locale| (locale.code().to_owned(), of(locale))).into_iter().collect()
    };
    let addressed = |list: &[&str]| -> Vec<_> { list.iter().map(|name| address(name)).collect() };
    let build = json!({
        "folders": folders,
        "first": addressed(&["style.css", "favicon.svg"]),
        "main": addressed(&["lacznik.js", "lacznik_bg.wasm", "split.js"]),
        "volunteers": all(&|name| (name.starts_with("split_") && name != STAFF) || name.starts_with("chunk_")),
        "texts": each(&|locale| {
            let code = locale.code();
            let texts = [Part::Calendar, Part::Volunteering].map(|part| format!("{code}/{}.postcard", part.code()));
            json!(texts.iter().chain([&format!("phone.{code}.js")]).map(|name| address(name)).collect::<Vec<_>>())
        }),
        "taps": each(&|locale| address(&format!("taps.{}.js", locale.code())).into()),
        "words": each(&|locale| words(locale, false).into()),
    });
    let (queue, worker) = (read(&from.join("queue.js"))?, read(&from.join("worker.js"))?);
    Ok(format!("const BUILD = {build};\n{queue}{worker}"))
}

/// What a phone needs to put the program on its home screen, in one language.
pub fn manifest(locale: Locale, names: &BTreeMap<String, String>) -> String {
    let say = |key: &str| text(locale, &format!("{WORDS}{key}"), &[]);
    let icon = |(name, sizes, purpose): (&str, &str, &str)| {
        let kind = if name.ends_with("svg") { "image/svg+xml" } else { "image/png" };
        let address = format!("/{}", names.get(name)?);
        Some(json!({ "src": address, "sizes": sizes, "type": kind, "purpose": purpose }))
    };
    let icons: Vec<Value> = [
        ("favicon.svg", "any", "any"),
        ("icon-192.png", "192x192", "any"),
        ("icon-512.png", "512x512", "any"),
        ("maskable.svg", "any", "maskable"),
        ("maskable-512.png", "512x512", "maskable"),
    ]
    .into_iter()
    .filter_map(icon)
    .collect();
    let shortcut = |key: &str, url: &str| {
        let own: Vec<Value> = icon(("icon-192.png", "192x192", "any")).into_iter().collect();
        json!({ "name": say(key), "url": url, "icons": own })
    };
    json!({
        "id": "/", "start_url": "/", "scope": "/", "display": "standalone", "dir": "ltr",
        "lang": locale.code(), "name": say("app-name"), "short_name": say("app-short"), "description": say("app-about"),
        // The colours of paper; in the dark a page's own `theme-color` says its.
        "theme_color": "#faf7f2", "background_color": "#faf7f2",
        "icons": icons,
        "shortcuts": [shortcut("app-calendar", "/"), shortcut("app-mine", "/moje")],
    })
    .to_string()
}

/// The words of the script of checking in, or of the others; a variable stands in them as `{name}`.
fn words(locale: Locale, taps: bool) -> Map<String, Value> {
    let variables = ["time", "day", "title"].map(|name| (name, format!("{{{name}}}").into()));
    let own = keys().filter_map(|key| Some((key.strip_prefix(WORDS)?, key)));
    own.filter(|(name, _)| !name.starts_with("app-") && name.starts_with("tap-") == taps)
        .map(|(name, key)| (name.to_owned(), text(locale, key, &variables).into()))
        .collect()
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}
