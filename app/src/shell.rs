//! The HTML document around [`App`]: what the browser reads before anything else.

use std::borrow::Cow;
use std::sync::Arc;

use domain::locale::{LOCALES, Part};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::App;
use crate::forms::Typed;
use crate::head::page_head;

/// Addresses of the files that a page needs, named by their content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet of every page.
    pub style: Arc<str>,
    /// What the pages of staff need beside it.
    pub staff_style: Arc<str>,
    /// The JavaScript glue, a module.
    pub script: Arc<str>,
    /// The WASM that the glue loads.
    pub wasm: Arc<str>,
    /// The folder of the texts: one file for each part of the program and language, see [`domain::locale::FILES`].
    pub texts: Arc<str>,
    /// The icon, empty if there is none.
    pub icon: Arc<str>,
    /// The icon for home screens that take no manifest, empty if there is none.
    pub touch_icon: Arc<str>,
    /// The web manifest for the home screen in each language.
    pub manifests: [Arc<str>; 3],
    /// The script for phones, with its words in each language.
    pub phone: [Arc<str>; 3],
}

/// The language of the page for `<html lang>`, provided as a context before [`shell`] runs.
///
/// Without it a page says `pl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLang(pub Cow<'static, str>);

/// The reader is staff and goes to their pages, provided like [`PageLang`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOfStaff;

/// The whole document. Runs on the server only.
pub fn shell(assets: Assets) -> impl IntoView {
    let lang = use_context::<PageLang>().map_or(Cow::Borrowed("pl"), |lang| lang.0);
    // The answer to a form stands at the form's address: the program would not know which page it is.
    let runs = use_context::<Typed>().is_none();
    let position = LOCALES.iter().position(|locale| locale.code() == lang).unwrap_or_default();
    let own = |each: &[Arc<str>; 3]| each.get(position).cloned().unwrap_or_default();
    let (manifest, phone) = (own(&assets.manifests), own(&assets.phone));
    let texts = format!("{}/{lang}", assets.texts);
    let staff = use_context::<PageOfStaff>().is_some();
    view! {
        <!DOCTYPE html>
        <html lang=lang>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf7f2" />
                <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#11181a" />
                <link rel="stylesheet" href=assets.style.to_string() />
                {staff.then(|| view! { <link rel="stylesheet" href=assets.staff_style.to_string() /> })}
                {(!assets.icon.is_empty())
                    .then(|| view! { <link rel="icon" href=assets.icon.to_string() type="image/svg+xml" /> })}
                {(!assets.touch_icon.is_empty())
                    .then(|| view! { <link rel="apple-touch-icon" href=assets.touch_icon.to_string() /> })}
                <link rel="manifest" href=manifest.to_string() />
                {runs.then(|| view! { <Hydration script=assets.script wasm=assets.wasm staff=assets.staff_style texts phone /> })}
                {page_head(LOCALES.get(position).copied().unwrap_or_default())}
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Starts the program once the page was painted: until then the network is the page's. Between the steps the browser may
/// do something else. `texts` fetches those of other parts, each once, and `staffStyle` what the pages of staff look like,
/// for who came as somebody else.
#[component]
fn Hydration(
    script: Arc<str>,
    wasm: Arc<str>,
    staff: Arc<str>,
    texts: String,
    phone: Arc<str>,
) -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let first = Part::Calendar.code();
    let program = format!(
        "const known={{}};globalThis.texts=part=>known[part]??=fetch({texts:?}+`/${{part}}.postcard`)\
         .then(answer=>answer.ok?answer.arrayBuffer().then(bytes=>new Uint8Array(bytes)):Promise.reject(answer))\
         .catch(error=>{{delete known[part];throw error}});\
         globalThis.staffStyle=async()=>document.querySelector('link[href={staff:?}]')??await new Promise(done=>\
         document.head.append(Object.assign(document.createElement('link'),\
         {{rel:'stylesheet',href:{staff:?},onload:done,onerror:done}})));\
         const painted=()=>new Promise(done=>new PerformanceObserver(done).observe({{type:'paint',buffered:true}}));\
         const pause=()=>new Promise(done=>setTimeout(done));\
         const run=async()=>{{await painted();await pause();\
         const wasm=fetch({wasm:?}),words=texts({first:?}),{{default:start,hydrate}}=await import({script:?});\
         await start({{module_or_path:wasm}});\
         const said=await words;await pause();hydrate(said)}};\
         addEventListener('DOMContentLoaded',run);addEventListener('load',()=>import({phone:?}));"
    );
    view! { <script nonce=nonce inner_html=program></script> }
}
