//! Answering an offer: two plain forms, yes and no. Both answers are equally good.

use super::api::AnswerOffer;
use crate::components::message::problem_note;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::live::use_live;
use domain::ids::OfferId;
use domain::locale::{day_short, time};
use domain::offer::OfferCause;
use domain::time::Instant;
use domain::view::OfferView;
use leptos::prelude::*;

/// The answer on its way. It outlives each fresh reading of the page, so that its outcome stays visible.
pub fn answering() -> FormAction<AnswerOffer> {
    let action = FormAction::new();
    let live = use_live();
    Effect::new(move |_| {
        if action.version().get() != 0 {
            live.refresh();
        }
    });
    action
}

/// What was not done, in words.
pub fn refused(action: FormAction<AnswerOffer>) -> impl IntoView {
    move || action.value().get().and_then(Result::err).map(|error| problem_note(&error))
}

/// How the two forms look.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// The classes of the forms: yes, no.
    pub forms: [&'static str; 2],
    /// The classes of their buttons.
    pub buttons: [&'static str; 2],
}

/// The two forms. Each button also says what it is about, where there are several.
pub fn answers(
    offer: &OfferView,
    key: &str,
    action: FormAction<AnswerOffer>,
    looks: Looks,
) -> impl IntoView + use<> {
    about(offer.id, offer.cause, &offer.slot.title, key, action, looks)
}

/// The two forms of one offer, in the words of its cause.
pub fn about(
    id: OfferId,
    cause: OfferCause,
    title: &str,
    key: &str,
    action: FormAction<AnswerOffer>,
    looks: Looks,
) -> impl IntoView + use<> {
    let pending = action.pending();
    let kept = cause == OfferCause::Waitlist;
    let form = |yes: bool| {
        let at = usize::from(!yes);
        let (id, key, title) = (id.to_string(), key.to_owned(), title.to_owned());
        let label = match (kept, yes) {
            (true, true) => t!("kept-yes"),
            (true, false) => t!("kept-no"),
            (false, true) => t!("asked-yes"),
            (false, false) => t!("asked-no"),
        };
        view! {
            <ActionForm action=action attr:class=looks.forms[at]>
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="klucz" value=key />
                <input type="hidden" name="przyjmuje" value=yes.to_string() />
                <button class=looks.buttons[at] type="submit" aria-busy=move || pending.get().then_some("true")>
                    {label}<span class="sr">": "{title}</span>
                </button>
            </ActionForm>
        }
    };
    view! { {form(true)}{form(false)} }
}

/// Why the reader is asked, where it is not a coordinator who asks.
pub fn because(offer: &OfferView) -> Option<String> {
    let by = offer.by.clone().unwrap_or_default();
    match offer.cause {
        OfferCause::Coordinator => None,
        OfferCause::Waitlist => Some(t!("asked-by-waitlist")),
        OfferCause::StandIn => Some(t!("asked-by-stand_in", by = by)),
        OfferCause::Swap => {
            Some(t!("asked-by-swap", by = by, other = offer.other.clone().unwrap_or_default()))
        }
    }
}

/// Until when, in words.
pub fn until(at: Instant) -> String {
    let locale = use_locale();
    format!("{}, {}", day_short(locale, at.day().into()), time(at))
}
