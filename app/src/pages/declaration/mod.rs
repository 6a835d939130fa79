//! The declaration of accessibility. Ids and headings are those that the ministry's monitor looks for
//! (Source: domain.md section 7).

use crate::components::message::problem_page;
use crate::components::paper::paper;
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::wire::{Wire, read};
use domain::declaration::{Conformance, DeclarationView};
use domain::locale::day_with_year;
use domain::time::Day;
use leptos::prelude::*;
use leptos_meta::Title;

/// The declaration.
#[server(endpoint = "declaration", protocol = Wire)]
pub async fn declaration() -> Result<DeclarationView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::centre::declaration(&cx).await?)
}

/// The declaration of accessibility.
#[component]
pub fn DeclarationPage() -> impl IntoView {
    let view = read(|| (), |()| declaration());
    view! {
        <Title text=t!("declaration-title") />
        <main class="page page-text" id="tresc" tabindex="-1">
            <Suspense>
                {move || Suspend::new(async move {
                    match view.await {
                        Ok(view) => page(&view).into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })}
            </Suspense>
        </main>
    }
}

/// `23 listopada 2026`, with the day for programs.
fn day(id: &'static str, day: Day) -> impl IntoView {
    let words = day_with_year(use_locale(), day);
    view! { <time id=id datetime=day.to_string()>{words}</time> }
}

fn page(view: &DeclarationView) -> impl IntoView + use<> {
    view! {
        <div class="page-head"><div><h1>{t!("declaration-title")}</h1></div></div>
        <div class="prose">
            {intro(view)}
            {state(view.declaration.status)}
            {prepared(view)}
            {contact(view)}
            <h2>{t!("declaration-procedure-title")}</h2>
            <div id="a11y-procedura">
                <p>{t!("declaration-procedure-1")}</p>
                <p>{t!("declaration-procedure-2")}</p>
                <p>
                    {t!("declaration-procedure-3")}" "
                    <a href="https://bip.brpo.gov.pl" rel="noopener">{t!("declaration-ombudsman")}</a>"."
                </p>
            </div>
            {others(view)}
        </div>
        {paper("/deklaracja-dostepnosci", "/deklaracja-dostepnosci.pdf", &[])}
    }
}

fn intro(view: &DeclarationView) -> impl IntoView + use<> {
    let own = &view.declaration;
    view! {
        <p id="a11y-wstep"><span id="a11y-podmiot">{view.centre.clone()}</span>" "{t!("declaration-commits")}</p>
        <p>
            <span id="a11y-zakres">{t!("declaration-scope")}</span>" "
            <a id="a11y-url" href=view.url.clone() rel="external">{view.url.clone()}</a>"."
        </p>
        <ul>
            <li>{t!("declaration-published")}" "{day("a11y-data-publikacja", own.published)}</li>
            <li>{t!("declaration-updated")}" "{day("a11y-data-aktualizacja", own.updated)}</li>
        </ul>
    }
}

fn state(status: Conformance) -> impl IntoView {
    let gaps = (status != Conformance::Full).then(|| {
        view! {
            <h2>{t!("declaration-gaps-title")}</h2>
            <p>{t!("declaration-gaps")}</p>
            <ul>{(1..=3).map(|gap| view! { <li>{t!(&format!("declaration-gap-{gap}"))}</li> }).collect_view()}</ul>
        }
    });
    view! {
        <h2>{t!("declaration-state-title")}</h2>
        <p id="a11y-status">{t!(&format!("declaration-status-{}", status.code()))}</p>
        <p>{t!("declaration-made")}</p>
        {gaps}
    }
}

fn prepared(view: &DeclarationView) -> impl IntoView + use<> {
    let reviewed = view.declaration.reviewed.map(|reviewed| {
        view! { <p>{t!("declaration-reviewed")}" "{day("a11y-data-przeglad", reviewed)}</p> }
    });
    view! {
        <h2>{t!("declaration-prepared-title")}</h2>
        <p>{t!("declaration-prepared")}" "{day("a11y-data-sporzadzenie", view.declaration.prepared)}</p>
        {reviewed}
        <p>{t!("declaration-how")}</p>
    }
}

fn contact(view: &DeclarationView) -> impl IntoView + use<> {
    let own = &view.declaration;
    let call = format!("tel:{}", own.phone.replace(' ', ""));
    view! {
        <h2>{t!("declaration-contact-title")}</h2>
        <p>{t!("declaration-contact")}</p>
        <ul>
            <li>{t!("declaration-who")}" "<span id="a11y-kontakt">{own.contact.clone()}</span></li>
            <li>{t!("declaration-email")}" "<a id="a11y-email" href=format!("mailto:{}", own.email)>{own.email.clone()}</a></li>
            <li>{t!("declaration-phone")}" "<a id="a11y-telefon" href=call>{own.phone.clone()}</a></li>
        </ul>
    }
}

fn others(view: &DeclarationView) -> impl IntoView + use<> {
    let building = if view.declaration.building.is_empty() {
        view! { <p>{t!("declaration-building", address = view.address.clone())}</p> }.into_any()
    } else {
        view! { <p>{view.address.clone()}</p><p lang="pl">{view.declaration.building.clone()}</p> }.into_any()
    };
    view! {
        <h2>{t!("declaration-others-title")}</h2>
        <h3>{t!("declaration-apps-title")}</h3>
        <p>{t!("declaration-apps")}</p>
        <h3>{t!("declaration-building-title")}</h3>
        <div id="a11y-architektura">{building}</div>
        <h3>{t!("declaration-talk-title")}</h3>
        <div id="a11y-komunikacja"><p>{t!("declaration-talk")}</p></div>
    }
}
