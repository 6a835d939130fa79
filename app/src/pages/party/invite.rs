//! On a slot's page: claiming with a friend, inviting one afterwards, where the invitation stands.

use super::api::{InviteFriend, RenewInvitation, TakeBackInvitation};
use crate::components::field::Field;
use crate::components::icon::icon;
use crate::components::message::problem_note;
use crate::forms::{ActionForm, FormAction, typed};
use crate::links::href;
use crate::live::use_live;
use crate::pages::offer::answer::until;
use crate::pages::party::words::party_words;
use crate::pages::slot::api::Claim;
use crate::pages::slot::draft::Draft;
use domain::time::Instant;
use domain::view::{OwnPlace, SlotPage};
use leptos::prelude::*;

/// What the inviter can do. It outlives each fresh reading of the page.
#[derive(Clone, Copy)]
pub struct Acts {
    invite: FormAction<InviteFriend>,
    renew: FormAction<RenewInvitation>,
    back: FormAction<TakeBackInvitation>,
}

impl Acts {
    pub fn new() -> Self {
        let acts = Self { invite: FormAction::new(), renew: FormAction::new(), back: FormAction::new() };
        let live = use_live();
        Effect::new(move |_| {
            let done = (acts.invite.version().get(), acts.renew.version().get(), acts.back.version().get());
            if done != (0, 0, 0) {
                live.refresh();
            }
        });
        acts
    }

    /// What was not done, in words. What concerns a field stands at the field.
    pub fn failed(self) -> impl IntoView {
        move || {
            let invited = self.invite.value().get().and_then(Result::err);
            let renewed = self.renew.value().get().and_then(Result::err);
            let error = invited.or(renewed).or(self.back.value().get().and_then(Result::err))?;
            error.fields().is_empty().then(|| problem_note(&error))
        }
    }
}

/// Claiming and inviting in one go, where nothing else is asked; and the way for groups.
pub fn with_claim(slot: &SlotPage, claim: FormAction<Claim>, draft: Draft) -> impl IntoView + use<> {
    let card = &slot.card;
    let room = card.max_places - card.taken >= 2 && card.work_minutes.is_none();
    let id = card.id.to_string();
    let unfolded = draft.is_on("friend", false);
    let friend = (room && slot.questions.is_empty() && slot.roles.is_empty()).then(|| {
        view! {
            <details class="fold" id="z-kims" open=unfolded on:toggle=move |event| draft.fold("friend", &event)>
                <summary>{t!("invite-title")}</summary>
                <div class="stack">
                    <p class="soft">{t!("invite-lede")}</p>
                    <ActionForm action=claim>
                        <input type="hidden" name="slot_id" value=id />
                        <input type="hidden" name="form[friend]" value="on" />
                        <button class="btn ghost wide" type="submit">{t!("invite-claim")}</button>
                    </ActionForm>
                </div>
            </details>
        }
    });
    view! { {friend}{group_link(slot)} }
}

/// The way for groups, where they can come.
pub fn group_link(slot: &SlotPage) -> impl IntoView + use<> {
    let to = href(&format!("/termin/{}/grupa", slot.card.id));
    slot.group.map(|_| view! { <a class="btn quiet wide" href=to>{t!("party-link")}</a> })
}

/// The reader's own company: the group, the friend who was invited, or the wish to invite one.
pub fn own(own: &OwnPlace, claim_id: &str, acts: Acts, draft: Draft) -> impl IntoView + use<> {
    let group = own.party.as_ref().map(|line| {
        let to = href(&format!("/grupa/{}", line.claim_id));
        view! {
            <p class="others">{icon("people")}<span>{party_words(line)}</span></p>
            <a class="btn wide" href=to>{t!("party-list")}</a>
        }
    });
    let alone = (own.party.is_some() || own.company.invited.is_some())
        .then(|| view! { <p class="soft">{t!("party-alone-note")}</p> });
    view! {
        {acts.failed()}
        {group}
        {own.company.invited.map(|until| invited(until, claim_id.to_owned(), acts))}
        {own.company.can_invite.then(|| invite(claim_id.to_owned(), acts, draft))}
        {alone}
    }
}

fn invited(at: Instant, claim_id: String, acts: Acts) -> impl IntoView {
    let id = claim_id.clone();
    view! {
        <p class="note wait">{icon("people")}<span>{t!("invite-waiting", until = until(at))}</span></p>
        <div class="claim-back stack tight">
            <ActionForm action=acts.renew>
                <input type="hidden" name="claim_id" value=id />
                <button class="btn ghost wide" type="submit" aria-describedby="nowy-link">{t!("invite-again")}</button>
            </ActionForm>
            <p class="hint" id="nowy-link">{t!("invite-again-hint")}</p>
            <ActionForm action=acts.back>
                <input type="hidden" name="claim_id" value=claim_id />
                <button class="btn quiet wide" type="submit">{t!("invite-take-back")}</button>
            </ActionForm>
        </div>
    }
}

fn invite(claim_id: String, acts: Acts, draft: Draft) -> impl IntoView {
    let refused = typed::<InviteFriend>();
    let unfolded = draft.is_on("invite", refused.is_some());
    let sent = refused.map(|typed| typed.form.email).unwrap_or_default();
    let email = draft.text("form[email]", &sent);
    let wrong = Signal::derive(move || acts.invite.value().get().and_then(Result::err));
    let pending = acts.invite.pending();
    view! {
        <details class="fold" id="z-kims" open=unfolded on:toggle=move |event| draft.fold("invite", &event)>
            <summary>{t!("invite-title")}</summary>
            <div class="stack">
                <p class="soft">{t!("invite-lede")}</p>
                <ActionForm action=acts.invite attr:class="form">
                    <input type="hidden" name="claim_id" value=claim_id />
                    <Field name="form[email]" field="friend-email" label=format!("{} ({})", t!("invite-email"), t!("dates-optional")) hint=t!("invite-email-hint") kind="email" value=email wrong=renamed(wrong) />
                    <button class="btn ghost" type="submit" aria-busy=move || pending.get().then_some("true")>{t!("invite-do")}</button>
                </ActionForm>
            </div>
        </details>
    }
}

/// The address of the friend has an id of its own: the search for a stand-in asks for an address too.
fn renamed(wrong: Signal<Option<crate::error::UiError>>) -> Signal<Option<crate::error::UiError>> {
    Signal::derive(move || {
        let mut error = wrong.get()?;
        if let domain::problem::Problem::Invalid(fields) = &mut error.0 {
            for field in fields.iter_mut().filter(|field| field.field == "email") {
                "friend-email".clone_into(&mut field.field);
            }
        }
        Some(error)
    })
}
