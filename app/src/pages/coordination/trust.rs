//! Which organisations publish alone: a switch each, with who set it.

use super::posting::{TrustOrganisation, trusted};
use crate::components::fresh::keep_fresh;
use crate::components::message::problem_note;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::wire::read;
use domain::locale::day_short;
use domain::view::TrustRow;
use leptos::prelude::*;

/// The list, behind a fold.
#[component]
pub fn Trust() -> impl IntoView {
    let first = read(|| (), |()| trusted());
    view! {
        <Suspense>
            {move || Suspend::new(async move { first.await.ok().map(|rows| view! { <List rows /> }) })}
        </Suspense>
    }
}

#[component]
fn List(rows: Vec<TrustRow>) -> impl IntoView {
    let action = FormAction::<TrustOrganisation>::new();
    let fresh = keep_fresh(rows, || 0, trusted);
    Effect::new(move || {
        if let Some(Ok(())) = action.value().get() {
            fresh.again();
        }
    });
    let problem = move || action.value().get().and_then(Result::err).map(|error| problem_note(&error));
    view! {
        <section class="section" id="zaufanie">
            <details class="fold">
                <summary>{t!("trust-title")}</summary>
                <div class="stack">
                    <p>{t!("trust-text")}</p>
                    {problem}
                    <ul class="list trust">
                        <For each=move || fresh.view.get() key=|row| (row.organisation_id, row.trusted, row.by.clone()) let:row>
                            {one(row, action)}
                        </For>
                    </ul>
                </div>
            </details>
        </section>
    }
}

fn one(row: TrustRow, action: FormAction<TrustOrganisation>) -> impl IntoView {
    let by = row.by.map(|(name, at)| {
        let key = if row.trusted { "trust-by" } else { "trust-ended-by" };
        t!(key, name = name, day = day_short(use_locale(), at.day().into()))
    });
    let (words, key) =
        if row.trusted { (t!("trust-end"), "trust-end-name") } else { (t!("trust-give"), "trust-give-name") };
    view! {
        <li>
            <div class="grow">
                <b>{row.name.clone()}</b>
                " "
                {row.trusted.then(|| view! { <span class="tag good">{t!("trust-on")}</span> })}
                {by.map(|by| view! { <br /><small class="soft">{by}</small> })}
            </div>
            <ActionForm action>
                <input type="hidden" name="id" value=row.organisation_id.to_string() />
                <input type="hidden" name="trusted" value=(!row.trusted).to_string() />
                <button class="btn small quiet" type="submit" aria-label=t!(key, name = row.name)>{words}</button>
            </ActionForm>
        </li>
    }
}
