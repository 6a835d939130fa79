//! An invitation: opened by the key of its link. Its inviter finds the link to pass on; a friend what it is about, and
//! the two answers. Opening it changes nothing.

use super::api::{self, AnswerInvitation};
use super::share::Share;
use crate::components::icon::{family_class, icon};
use crate::components::message::{empty, problem_note, problem_page};
use crate::error::refusal_sentence;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::links::href;
use crate::live::use_live;
use crate::pages::offer::answer::until;
use crate::pages::slot::facts::{head, when_fact, where_fact};
use crate::wire::{read, when_there};
use domain::claiming::Refusal;
use domain::locale::when;
use domain::person::MissingStep;
use domain::view::{InvitationView, Invited};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_location, use_params_map};

/// What stands in the place of the key after a no.
pub const THANKS: &str = "dziekujemy";

/// One invitation.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let live = use_live();
    let params = use_params_map();
    // A form that was refused brings the key back.
    let sent = StoredValue::new(typed::<AnswerInvitation>().map(|form| form.klucz).unwrap_or_default());
    let key = move || params.read().get("key").unwrap_or_else(|| sent.get_value());
    let invitation = read(
        move || (key(), live.people()),
        |(key, _)| async move { if key == THANKS { Ok(None) } else { api::invitation(key).await.map(Some) } },
    );
    let answer = FormAction::<AnswerInvitation>::new();
    let failed = move || answer.value().get().and_then(Result::err).map(|error| problem_note(&error));
    view! {
        <main class="page" id="tresc" tabindex="-1">
            {failed}
            {move || {
                let key = key();
                when_there(async move {
                    match invitation.await {
                        Ok(Some(invitation)) => page(&invitation, &key, answer).into_any(),
                        Ok(None) => thanks().into_any(),
                        Err(error) => problem_page(&error).into_any(),
                    }
                })
            }}
        </main>
    }
}

fn thanks() -> impl IntoView {
    view! {
        <Title text=t!("invite-thanks-title") />
        {empty(&t!("invite-thanks-title"), &t!("invite-thanks"), Some((href("/"), t!("to-calendar"))))}
    }
}

fn page(
    invitation: &InvitationView,
    key: &str,
    answer: FormAction<AnswerInvitation>,
) -> impl IntoView + use<> {
    let card = &invitation.slot;
    let at = until(invitation.until);
    let content = match &invitation.reader {
        Invited::Own => own(invitation, &at).into_any(),
        Invited::Visitor => visitor(invitation, key, answer, &at).into_any(),
        Invited::Can => can(invitation, key, answer, &at).into_any(),
        Invited::Cannot(refusal, missing) => cannot(refusal, missing, key, answer, &at).into_any(),
    };
    view! {
        <Title text=card.title.clone() />
        <article class=format!("slot-page {}", family_class(card.kind.family))>
            {head(card)}
            <dl class="facts">
                {when_fact(card)}
                {where_fact(card, &invitation.place, &card.organisation)}
            </dl>
            <section class="claim" aria-live="polite">{content}</section>
        </article>
    }
}

/// For who made it: the link, once.
fn own(invitation: &InvitationView, at: &str) -> impl IntoView + use<> {
    let card = &invitation.slot;
    let when = when(use_locale(), card.starts_at, card.ends_at);
    let words = t!("invite-share-text", title = card.title.clone(), when = when);
    let back = href(&format!("/termin/{}#zgloszenie", card.id));
    view! {
        <h2>{t!("invite-own")}</h2>
        <p>{t!("invite-own-lede", until = at.to_owned())}</p>
        {invitation.link.clone().map(|link| view! { <Share link words /> })}
        <p class="soft">{t!("invite-own-once")}</p>
        <a class="btn ghost wide" href=back>{t!("invite-back")}</a>
    }
}

fn question(by: &str, at: &str) -> impl IntoView + use<> {
    view! {
        <h2>{t!("invite-question", by = by.to_owned())}</h2>
        <p class="claim-state wait">{icon("clock")}{t!("invite-until", until = at.to_owned())}</p>
    }
}

fn visitor(
    invitation: &InvitationView,
    key: &str,
    answer: FormAction<AnswerInvitation>,
    at: &str,
) -> impl IntoView + use<> {
    let back = use_location().pathname.get_untracked();
    view! {
        {question(&invitation.by, at)}
        <p>{t!("invite-visitor")}</p>
        <div class="claim-act">
            <a class="btn big" href=format!("{}?powrot={back}", href("/wejscie"))>{t!("invite-sign-in")}</a>
        </div>
        {no(key, answer)}
    }
}

fn can(
    invitation: &InvitationView,
    key: &str,
    answer: FormAction<AnswerInvitation>,
    at: &str,
) -> impl IntoView + use<> {
    let (pending, key_too) = (answer.pending(), key.to_owned());
    view! {
        {question(&invitation.by, at)}
        {invitation.pending.then(|| view! { <p>{t!("invite-pending")}</p> })}
        <ActionForm action=answer attr:class="claim-act">
            <input type="hidden" name="klucz" value=key_too />
            <input type="hidden" name="przychodzi" value="true" />
            <button class="btn big" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("invite-yes")}</button>
        </ActionForm>
        {no(key, answer)}
    }
}

fn no(key: &str, answer: FormAction<AnswerInvitation>) -> impl IntoView + use<> {
    let key = key.to_owned();
    view! {
        <ActionForm action=answer attr:class="claim-back">
            <input type="hidden" name="klucz" value=key />
            <input type="hidden" name="przychodzi" value="false" />
            <button class="btn quiet wide" type="submit">{t!("invite-no")}</button>
        </ActionForm>
    }
}

/// A rule says no by now: which, what is missing, and that the place waits.
fn cannot(
    refusal: &Refusal,
    missing: &[MissingStep],
    key: &str,
    answer: FormAction<AnswerInvitation>,
    at: &str,
) -> impl IntoView + use<> {
    let steps = missing.iter().map(|step| {
        let code = step.code();
        view! { <li>{t!(&format!("missing-{code}"))}<small>{t!(&format!("missing-{code}-how"))}</small></li> }
    });
    let profile = matches!(refusal, Refusal::NoBirthDate | Refusal::NotActive);
    view! {
        <h2>{t!("invite-cannot")}</h2>
        <p class="claim-state closed">{icon("info")}{refusal_sentence(use_locale(), refusal)}</p>
        {(!missing.is_empty()).then(|| view! {
            <h3>{t!("missing-title")}</h3>
            <ol class="steps">{steps.collect_view()}</ol>
        })}
        <p>{t!("invite-cannot-held", until = at.to_owned())}</p>
        {profile.then(|| view! { <a class="btn ghost wide" href=href("/profil")>{t!("nav-profile")}</a> })}
        {no(key, answer)}
    }
}
