//! Signing in: name and address, then the mailed code. Plain forms; the page after signing in is loaded anew.

mod api;

use crate::components::field::Field;
use crate::components::icon::icon;
use crate::components::message::{problem_note, problem_page};
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::links::{href, safe_return};
use crate::wire::{read, when_there};
use api::{BeginSignIn, FinishSignIn};
use domain::view::{Persona, SignInView};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// Where to go after signing in: a path of this site from the address.
fn way_back() -> String {
    let asked = use_query_map().read_untracked().get("powrot").unwrap_or_default();
    match safe_return(&asked) {
        "/" => href("/"),
        path => path.to_owned(),
    }
}

/// The first step.
#[component]
pub fn SignInPage() -> impl IntoView {
    let begin = FormAction::<BeginSignIn>::new();
    let view = read(|| (), |()| api::sign_in_offer());
    let typed = typed::<BeginSignIn>();
    let back = typed.as_ref().map_or_else(way_back, |typed| typed.back.clone());
    let form = typed.map(|typed| typed.form).unwrap_or_default();
    let return_path = back.clone();
    let wrong = Signal::derive(move || begin.value().get().and_then(Result::err));
    let failed =
        move || wrong.get().filter(|error| error.fields().is_empty()).map(|error| problem_note(&error));
    view! {
        <Title text=t!("title-sign-in") />
        <main class="page page-narrow" id="tresc" tabindex="-1">
            <div class="sign-in">
                <h1>{t!("title-sign-in")}</h1>
                <p class="lede">{t!("sign-in-lede")}</p>
                {failed}
                <ActionForm action=begin attr:class="form">
                    <input type="hidden" name="back" value=return_path />
                    <input type="hidden" name="prefix" value=href("") />
                    <Field name="form[email]" field="email" label=t!("email") kind="email" autocomplete="email" required=true value=form.email wrong=wrong />
                    <Field name="form[name]" field="name" label=t!("your-name") hint=t!("your-name-hint") autocomplete="name" value=form.name wrong=wrong />
                    <button class="btn big" type="submit">{icon("mail")}{t!("send-code")}</button>
                </ActionForm>
                <p class="hint">{t!("sign-in-privacy")}</p>
            </div>
            {move || {
                let back = back.clone();
                when_there(async move { view.await.ok().and_then(|view| personas(&view, &back)) })
            }}
        </main>
    }
}

fn personas(view: &SignInView, back: &str) -> Option<impl IntoView + use<>> {
    if view.personas.is_empty() {
        return None;
    }
    let back = back.to_owned();
    let items = view.personas.iter().map(|persona| persona_button(persona, back.clone())).collect_view();
    Some(view! {
        <section class="demo">
            <h2>{t!("demo-title")}</h2>
            <p>{t!("demo-lede")}</p>
            <ul class="personas">{items}</ul>
        </section>
    })
}

fn persona_button(persona: &Persona, back: String) -> impl IntoView + use<> {
    let initials: String =
        persona.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).collect();
    let status = persona.status.map(|status| t!(&format!("status-{}", status.code())));
    let age = persona.age.map(|age| t!("years", count = age));
    let parts = [Some(t!(&format!("role-{}", persona.role.code()))), age, status];
    let about = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <li>
            <form method="post" action="/api/sign_in_as">
                <input type="hidden" name="person_id" value=persona.person_id.to_string() />
                <input type="hidden" name="back" value=back />
                <button class="persona" type="submit">
                    <span class="avatar" aria-hidden="true">{initials}</span>
                    <span><strong>{persona.name.clone()}</strong><small>{about}</small></span>
                </button>
            </form>
        </li>
    }
}

/// The second step.
#[component]
pub fn CodePage() -> impl IntoView {
    let finish = FormAction::<FinishSignIn>::new();
    let view = read(|| (), |()| api::sign_in_offer());
    let typed = typed::<FinishSignIn>();
    let back = typed.as_ref().map_or_else(way_back, |typed| typed.back.clone());
    let code = typed.map(|typed| typed.code).unwrap_or_default();
    let wrong = Signal::derive(move || finish.value().get().and_then(Result::err));
    let failed =
        move || wrong.get().filter(|error| error.fields().is_empty()).map(|error| problem_note(&error));
    view! {
        <Title text=t!("title-code") />
        <main class="page page-narrow" id="tresc" tabindex="-1">
            <div class="sign-in">
                <h1>{t!("title-code")}</h1>
                <p class="lede">{t!("code-lede")}</p>
                {failed}
                <form method="post" action="/api/finish_sign_in" class="form">
                    <input type="hidden" name="back" value=back />
                    <Field name="code" field="code" label=t!("code") class="input code" autocomplete="one-time-code" required=true value=code wrong=wrong />
                    <button class="btn big" type="submit">{t!("sign-in-do")}</button>
                </form>
                <a class="btn quiet" href=href("/wejscie")>{t!("code-again")}</a>
            </div>
            {move || when_there(async move {
                match view.await {
                    Ok(view) => demo_mail(&view).into_any(),
                    Err(error) => problem_page(&UiError(error.0)).into_any(),
                }
            })}
        </main>
    }
}

/// In a demonstration: the mail that would have been sent.
fn demo_mail(view: &SignInView) -> Option<impl IntoView + use<>> {
    let mail = view.mail.clone()?;
    Some(view! {
        <section class="demo">
            <h2>{t!("demo-mail")}</h2>
            <p><strong>{mail.subject}</strong></p>
            <p class="soft">{mail.recipient}</p>
        </section>
    })
}
