//! The town's districts with what is open in each: a picture that keeps neighbours near each other and no distances, and
//! the same as a table.

mod places;

use crate::components::message::problem_page;
use crate::components::paper::paper;
use crate::error::UiError;
use crate::links::href;
use crate::live::use_live;
use crate::wire::{Wire, read};
use domain::view::{MapDistrict, MapView};
use leptos::prelude::*;
use leptos::svg;
use leptos_meta::Title;
use places::{HEIGHT, RIVER, TILE, WIDTH, place};

/// What is open in each district.
#[server(endpoint = "districts", protocol = Wire)]
pub async fn districts() -> Result<MapView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::feeds::districts(&cx).await?)
}

/// The map.
#[component]
pub fn MapPage() -> impl IntoView {
    let live = use_live();
    let view = read(move || (live.slots(), live.claims()), |_| districts());
    view! {
        <Title text=t!("map-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <div class="page-head"><div><h1>{t!("map-title")}</h1><p class="lede">{t!("map-lede")}</p></div></div>
            <Transition>
                {move || Suspend::new(async move {
                    match view.await {
                        Ok(view) => page(&view).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })}
            </Transition>
        </main>
    }
}

/// The calendar of a district.
fn calendar(district: &MapDistrict) -> String {
    href(&format!("/?osiedle={}", district.id))
}

/// How much is open, in words.
fn words(district: &MapDistrict) -> String {
    format!("{}, {}", t!("slot-count", count = district.dates), t!("widget-free", count = district.free))
}

fn page(view: &MapView) -> impl IntoView + use<> {
    let tiles = view.districts.iter().filter_map(tile).collect_view();
    let rows = view.districts.iter().map(row).collect_view();
    let elsewhere = (view.elsewhere > 0).then(|| {
        view! { <p>{t!("map-elsewhere", count = view.elsewhere)}" "<a href=href("/")>{t!("to-calendar")}</a></p> }
    });
    view! {
        <svg class="map" viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="group" aria-label=t!("map-picture")>
            <g aria-hidden="true">
                <path class="map-river" d=RIVER></path>
                <text class="map-water" x="16" y="398">{t!("map-river")}</text>
            </g>
            {tiles}
        </svg>
        <p class="soft">{t!("map-note")}</p>
        {elsewhere}
        <div class="table-wrap">
            <table class="table">
                <caption class="sr">{t!("map-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!("filter-district")}</th>
                        <th scope="col" class="end">{t!("map-dates")}</th>
                        <th scope="col" class="end">{t!("map-free")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {paper("/mapa", "/mapa.pdf", &[])}
    }
}

fn tile(district: &MapDistrict) -> Option<impl IntoView + use<>> {
    let (x, y) = place(&district.name)?;
    let (width, height) = TILE;
    let class = match district.free {
        0 => "map-tile",
        1..=5 => "map-tile some",
        _ => "map-tile many",
    };
    let label = format!("{}: {}", district.name, words(district));
    let (middle, name, count) =
        ((x + width / 2).to_string(), district.name.clone(), district.dates.to_string());
    let (first, second) = name.split_once(' ').map_or((name.as_str(), ""), |(first, second)| (first, second));
    let (first, second) = (first.to_owned(), second.to_owned());
    let inside = view! {
        <g>
            <rect x=x.to_string() y=y.to_string() width=width.to_string() height=height.to_string() rx="10"></rect>
            <text class="map-count" x=middle.clone() y=(y + 28).to_string()>{count}</text>
            <text class="map-name" x=middle.clone() y=(y + 46).to_string()>{first}</text>
            <text class="map-name" x=middle y=(y + 61).to_string()>{second}</text>
        </g>
    };
    Some(
        svg::a()
            .attr("class", class)
            .attr("href", calendar(district))
            .attr("aria-label", label)
            .child(inside),
    )
}

fn row(district: &MapDistrict) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row"><a href=calendar(district)>{district.name.clone()}</a></th>
            <td class="end num">{district.dates}</td>
            <td class="end num">{district.free}</td>
        </tr>
    }
}
