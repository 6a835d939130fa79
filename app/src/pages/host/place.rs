//! The host's side of checking in: the places, the poster, the number on a screen.

use crate::components::icon::{icon, mark};
use crate::components::message::{problem_note, problem_page};
use crate::forms::{ActionForm, FormAction};
use crate::links::href;
use crate::pages::presence::api::{self, PreparePlace};
use crate::wire::{read, when_there};
use domain::view::{PlaceRow, PosterView, QrCode, ScreenView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
#[cfg(not(feature = "ssr"))]
use std::time::Duration;

/// Seconds after which a number that did not arrive is asked for again.
#[cfg(not(feature = "ssr"))]
const AGAIN: i64 = 10;

/// The places that the reader looks after.
#[component]
pub fn PlacesPage() -> impl IntoView {
    let prepare = FormAction::<PreparePlace>::new();
    let places = read(move || prepare.version().get(), |_| api::host_places());
    let failed = move || prepare.value().get().and_then(Result::err).map(|error| problem_note(&error));
    view! {
        <Title text=t!("places-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <a class="back" href=href("/placowka")>{icon("chevron-left")}{t!("host-title")}</a>
            <div class="page-head"><div><h1>{t!("places-title")}</h1><p class="lede">{t!("places-lede")}</p></div></div>
            {failed}
            {move || when_there(async move {
                match places.await {
                    Ok(places) => {
                        let rows = places.iter().map(|place| row(place, prepare)).collect_view();
                        view! { <ul class="list">{rows}</ul> }.into_any()
                    }
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn row(place: &PlaceRow, prepare: FormAction<PreparePlace>) -> impl IntoView + use<> {
    let (id, name) = (place.id.to_string(), place.name.clone());
    let said = name.clone();
    let link = |part: &str, key: &str| {
        let to = href(&format!("/placowka/{id}/{part}"));
        view! { <a class="btn small ghost" href=to>{t!(key)}<span class="sr">": "{said.clone()}</span></a> }
    };
    let links =
        place.ready.then(|| view! { {link("kod", "places-screen")}{link("plakat", "places-poster")} });
    let make = |key: &'static str| {
        let (id, said) = (id.clone(), said.clone());
        view! {
            <ActionForm action=prepare>
                <input type="hidden" name="id" value=id />
                <button class="btn small" type="submit">{t!(key)}<span class="sr">": "{said}</span></button>
            </ActionForm>
        }
    };
    let (first, again) = if place.ready {
        (None, Some(make("places-renew-do")))
    } else {
        (Some(make("places-prepare")), None)
    };
    let again = again.map(|again| {
        view! {
            <details class="fold group">
                <summary>{t!("places-renew")}<span class="sr">": "{said.clone()}</span></summary>
                <p class="soft">{t!("places-renew-how")}</p>
                {again}
            </details>
        }
    });
    view! {
        <li>
            <b class="grow">{name}</b>
            <div class="btn-row">{links}{first}</div>
            {again}
        </li>
    }
}

/// What hangs at a place.
#[component]
pub fn PosterPage() -> impl IntoView {
    let params = use_params_map();
    let poster = read(move || params.read().get("id").unwrap_or_default(), api::place_poster);
    view! {
        <Title text=t!("poster-title") />
        <main class="page page-narrow" id="tresc" tabindex="-1">
            {move || when_there(async move {
                match poster.await {
                    Ok(poster) => poster_of(&poster).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn poster_of(poster: &PosterView) -> impl IntoView + use<> {
    let print = move |_| {
        // Where a window cannot print, nothing happens.
        #[cfg(not(feature = "ssr"))]
        let _ = window().print();
    };
    view! {
        <div class="no-print stack tight">
            <a class="back" href=href("/placowka/obecnosc")>{icon("chevron-left")}{t!("places-title")}</a>
            <p class="soft">{t!("poster-how")}</p>
            <div class="btn-row"><button class="btn" type="button" on:click=print>{icon("print")}{t!("poster-print")}</button></div>
        </div>
        <article class="poster">
            {mark()}
            <h1>{t!("poster-head")}</h1>
            <p class="lede">{poster.name.clone()}</p>
            {picture(&poster.code, &t!("poster-code"))}
            <p>{t!("poster-text")}</p>
            <p class="poster-address">{poster.address.clone()}</p>
        </article>
    }
}

/// The code as a picture: dark on light, also in the dark.
fn picture(code: &QrCode, label: &str) -> impl IntoView + use<> {
    view! {
        <svg class="qr" viewBox=format!("0 0 {0} {0}", code.size) role="img" aria-label=label.to_owned()>
            <path d=code.path.clone()></path>
        </svg>
    }
}

/// The number that a host's screen shows this minute.
#[component]
pub fn ScreenPage() -> impl IntoView {
    let params = use_params_map();
    let turn = RwSignal::new(0_u64);
    let screen = read(
        move || (params.read().get("id").unwrap_or_default(), turn.get()),
        |(id, _)| api::place_screen(id),
    );
    #[cfg(not(feature = "ssr"))]
    Effect::new(move |_| {
        let Some(answer) = screen.get() else { return };
        let seconds = answer.map_or(AGAIN, |screen| screen.seconds.clamp(1, 60));
        let next = move || {
            let _ = turn.try_update(|turn| *turn += 1);
        };
        set_timeout(next, Duration::from_secs(seconds.unsigned_abs()));
    });
    view! {
        <Title text=t!("screen-title") />
        <main class="page page-narrow" id="tresc" tabindex="-1">
            <a class="back" href=href("/placowka/obecnosc")>{icon("chevron-left")}{t!("places-title")}</a>
            {move || when_there(async move {
                match screen.await {
                    Ok(screen) => number(&screen).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn number(screen: &ScreenView) -> impl IntoView + use<> {
    let number = screen.number.clone();
    let (first, last) = number.split_at_checked(3).unwrap_or((&number, ""));
    view! {
        <article class="poster">
            <h1>{t!("screen-title")}</h1>
            <p class="lede">{screen.name.clone()}</p>
            {picture(&screen.code, &t!("poster-code"))}
            <p class="poster-number num">{format!("{first} {last}")}</p>
            <p class="soft">{t!("screen-text")}</p>
        </article>
    }
}
