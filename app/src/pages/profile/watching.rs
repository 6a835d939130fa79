//! What the reader wishes to hear of, and no longer.

use crate::error::UiError;
use crate::forms::{ActionForm, FormAction};
use crate::links::href;
use crate::wire::Wire;
use domain::ids::WatchId;
use domain::view::{ProfileView, Watched, WatchedThing};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use server_fn::codec::PostUrl;

/// Wishes to hear what a kind of help or a facility needs: `kind:<code>`, `organisation:<id>`.
#[server(endpoint = "watch_whole", protocol = Wire<PostUrl>)]
pub async fn watch_whole(what: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::lookout::watch(&cx, &what).await?;
    crate::ssr::redirect_within("/profil#powiadomienia");
    Ok(())
}

/// Ends a wish.
#[server(endpoint = "end_watch", protocol = Wire<PostUrl>)]
pub async fn end_watch(id: WatchId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::lookout::end(&cx, id).await?;
    crate::ssr::redirect_within("/profil#powiadomienia");
    Ok(())
}

/// The section of the profile. The address may name what is to be chosen, for people who come from the filters.
pub fn watching(
    view: &ProfileView,
    add: FormAction<WatchWhole>,
    end: FormAction<EndWatch>,
) -> impl IntoView + use<> {
    let asked = use_query_map().read_untracked().get("pisz").unwrap_or_default();
    let option = |(value, name): (String, String)| {
        let selected = value == asked;
        view! { <option value=value selected=selected>{name}</option> }
    };
    let kinds = view.choices.kinds.iter().map(|kind| (format!("kind:{}", kind.code), kind.name.clone()));
    let places = view.choices.organisations.iter();
    let places = places.map(|choice| (format!("organisation:{}", choice.id), choice.name.clone()));
    let (kinds, places) = (kinds.map(option).collect_view(), places.map(option).collect_view());
    let rows = view.watched.iter().map(|watched| row(watched, end)).collect_view();
    view! {
        <section class="section" id="powiadomienia">
            <h2>{t!("watch-title")}</h2>
            <p>{t!("watch-lede")}</p>
            {if view.watched.is_empty() {
                view! { <p class="soft">{t!("watch-none")}</p> }.into_any()
            } else {
                view! { <ul class="list">{rows}</ul> }.into_any()
            }}
            <ActionForm action=add attr:class="form">
                <div class="field">
                    <label for="f-what">{t!("watch-what")}</label>
                    <select class="select" id="f-what" name="what" required=true>
                        <option value="">{t!("watch-choose")}</option>
                        <optgroup label=t!("watch-kind")>{kinds}</optgroup>
                        <optgroup label=t!("watch-organisation")>{places}</optgroup>
                    </select>
                </div>
                <button class="btn ghost" type="submit">{t!("watch-add")}</button>
            </ActionForm>
        </section>
    }
}

fn row(watched: &Watched, end: FormAction<EndWatch>) -> impl IntoView + use<> {
    let (key, to) = match watched.thing {
        WatchedThing::Kind => ("watch-kind", None),
        WatchedThing::Organisation => ("watch-organisation", None),
        WatchedThing::Slot(id) => ("watch-slot", Some(format!("/termin/{id}"))),
        WatchedThing::Opportunity(id) => ("watch-slot", Some(format!("/oferta/{id}"))),
    };
    let (id, name) = (watched.id.to_string(), watched.name.clone());
    let shown = match to {
        Some(to) => view! { <a href=href(&to)>{name.clone()}</a> }.into_any(),
        None => view! { <b>{name.clone()}</b> }.into_any(),
    };
    view! {
        <li>
            <div class="grow">{shown}<br /><small class="soft">{t!(key)}</small></div>
            <ActionForm action=end>
                <input type="hidden" name="id" value=id />
                <button class="btn small ghost" type="submit">{t!("watch-end")}<span class="sr">": "{name}</span></button>
            </ActionForm>
        </li>
    }
}
