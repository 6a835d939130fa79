//! Dates in other places: in a calendar program, on another website, in another program.

use crate::components::paper::paper;
use crate::components::subscribe::{subscribe, webcal, whole_address};
use crate::error::UiError;
use crate::links::href;
use crate::wire::{Wire, read};
use domain::view::Choices;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// What calendars there are and what a widget can be narrowed down to.
#[server(endpoint = "feed_choices", protocol = Wire)]
pub async fn feed_choices() -> Result<Choices, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::feeds::choices(&cx).await?)
}

/// What the reader chose for the widget: what it is narrowed down to, how many dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wanted {
    pairs: Vec<(&'static str, String)>,
    count: String,
}

impl Wanted {
    /// From the page's address. Only what may stand in an address without being packed.
    fn read() -> Self {
        let params = use_query_map();
        let params = params.read_untracked();
        let plain = |text: &String| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        let get = |name| params.get(name).filter(|text| !text.is_empty()).filter(plain);
        let pairs = ["placowka", "rodzaj", "osiedle"].into_iter().filter_map(|name| Some((name, get(name)?)));
        let count = get("ile").filter(|count| count.parse().is_ok_and(|count: u8| (1..=20).contains(&count)));
        Self { pairs: pairs.collect(), count: count.unwrap_or_else(|| "5".to_owned()) }
    }

    fn value(&self, name: &str) -> String {
        self.pairs
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    fn path(&self) -> String {
        let pairs = self.pairs.iter().map(|(name, value)| format!("{name}={value}&"));
        format!("/osadz?{}ile={}", pairs.collect::<String>(), self.count)
    }

    /// The HTML that another website takes.
    fn snippet(&self) -> String {
        let address = whole_address(&self.path());
        let title = t!("widget-title");
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"560\" loading=\"lazy\"></iframe>"
        )
    }
}

/// Dates in other places.
#[component]
pub fn SharePage() -> impl IntoView {
    let choices = read(|| (), |()| feed_choices());
    view! {
        <Title text=t!("share-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("share-title")}</h1><p class="lede">{t!("share-lede")}</p></div></div>
            {subscribe("/kalendarz.ics")}
            <Suspense>
                {move || Suspend::new(async move { choices.await.ok().map(|choices| chosen(&choices)) })}
            </Suspense>
            <section class="section prose">
                <h2>{t!("share-own-title")}</h2>
                <p>{t!("share-own")}" "<a href=href("/profil")>{t!("nav-profile")}</a></p>
                <h2>{t!("share-json-title")}</h2>
                <p>{t!("share-json")}</p>
                <p><a rel="external" href=whole_address("/kalendarz.json")>{whole_address("/kalendarz.json")}</a></p>
            </section>
            {paper("/udostepnianie", "/udostepnianie.pdf", &[])}
        </main>
    }
}

fn chosen(choices: &Choices) -> impl IntoView + use<> {
    let kinds: Vec<(String, String)> =
        choices.kinds.iter().map(|kind| (kind.code.to_string(), kind.name.clone())).collect();
    let organisations: Vec<(String, String)> =
        choices.organisations.iter().map(|each| (each.id.to_string(), each.name.clone())).collect();
    let districts: Vec<(String, String)> =
        choices.districts.iter().map(|each| (each.id.to_string(), each.name.clone())).collect();
    view! {
        {calendars(t!("share-organisations"), "placowka", &organisations)}
        {calendars(t!("share-kinds"), "rodzaj", &kinds)}
        {widget(kinds, organisations, districts)}
    }
}

fn calendars(title: String, part: &'static str, entries: &[(String, String)]) -> impl IntoView + use<> {
    let entry = |(code, name): &(String, String)| {
        let address = whole_address(&format!("/kalendarz/{part}/{code}.ics"));
        let label = format!("{}: {name}", t!("subscribe-file"));
        view! {
            <li>
                <div class="grow"><a rel="external" href=webcal(&address)>{name.clone()}</a></div>
                <a class="btn quiet small" rel="external" href=address aria-label=label>".ics"</a>
            </li>
        }
    };
    view! {
        <details class="fold">
            <summary>{title}</summary>
            <div><ul class="list">{entries.iter().map(entry).collect_view()}</ul></div>
        </details>
    }
}

fn widget(
    kinds: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
    districts: Vec<(String, String)>,
) -> impl IntoView {
    let wanted = Wanted::read();
    view! {
        <section class="section stack" id="widget">
            <h2>{t!("share-widget-title")}</h2>
            <p>{t!("share-widget")}</p>
            <form class="form" method="get" action=format!("{}#widget", href("/udostepnianie"))>
                {select("placowka", t!("filter-organisation"), organisations, &wanted)}
                {select("rodzaj", t!("filter-kind"), kinds, &wanted)}
                {select("osiedle", t!("filter-district"), districts, &wanted)}
                <div class="field">
                    <label for="f-ile">{t!("share-widget-count")}</label>
                    <input class="input short" type="number" id="f-ile" name="ile" min="1" max="20" value=wanted.count.clone() />
                </div>
                <div class="form-end"><button class="btn ghost" type="submit">{t!("share-widget-do")}</button></div>
            </form>
            <div class="field">
                <label for="f-kod">{t!("share-widget-code")}</label>
                <textarea class="textarea code-text" id="f-kod" rows="5" readonly spellcheck="false">{wanted.snippet()}</textarea>
            </div>
            <p><a rel="external" href=whole_address(&wanted.path())>{t!("share-widget-look")}</a></p>
        </section>
    }
}

fn select(
    name: &'static str,
    label: String,
    choices: Vec<(String, String)>,
    wanted: &Wanted,
) -> impl IntoView + use<> {
    let chosen = wanted.value(name);
    let option = move |(value, text): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    let id = format!("f-{name}");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="select" id=id name=name>
                <option value="">{t!("share-all")}</option>
                {choices.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}
