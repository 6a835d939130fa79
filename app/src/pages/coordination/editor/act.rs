//! Cancelling an opportunity.

use super::{open, outcome, wrong};
use crate::components::field::FieldProblem;
use crate::components::fresh::Fresh;
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::pages::coordination::api::CancelOpportunity;
use domain::ids::OpportunityId;
use domain::opportunity::OpportunityState;
use domain::view::EditorView;
use leptos::prelude::*;

/// Cancelling everything, behind a fold and with a reason.
pub(super) fn cancellation(
    id: OpportunityId,
    fresh: Fresh<EditorView>,
    state: Memo<OpportunityState>,
) -> impl IntoView + use<> {
    let action = FormAction::<CancelOpportunity>::new();
    let typed = typed::<CancelOpportunity>().map(|typed| typed.reason);
    let unfolded = typed.is_some();
    let may = move || {
        let alone = fresh.view.with(|view| view.power.publishes);
        open(state) && (alone || state.get() == OpportunityState::Draft)
    };
    view! {
        <section class="section">
            {outcome(action, Some(fresh), |told| t!("offer-told", count = *told))}
            <details class="fold" open=unfolded hidden=move || !may()>
                <summary>{t!("offer-cancel")}</summary>
                <div class="stack">
                    <p>{t!("offer-cancel-text")}</p>
                    <ActionForm action attr:class="form">
                        <input type="hidden" name="id" value=id.to_string() />
                        {reason("offer", typed, wrong(action))}
                        <div class="form-end">
                            <button class="btn danger" aria-busy=move || action.pending().get().then_some("true")>
                                {t!("offer-cancel-now")}
                            </button>
                        </div>
                    </ActionForm>
                </div>
            </details>
        </section>
    }
}

/// The reason that people read in their message.
pub(super) fn reason(
    prefix: &str,
    typed: Option<String>,
    wrong: Signal<Option<UiError>>,
) -> impl IntoView + use<> {
    let locale = use_locale();
    let id = format!("reason-{prefix}");
    let error_id = format!("{id}-e");
    let sentence = Memo::new(move |_| wrong.get().and_then(|error| error.field_sentence(locale, "reason")));
    view! {
        <div class="field">
            <label for=id.clone()>{t!("offer-cancel-reason")}" "<span class="optional">{t!("dates-optional")}</span></label>
            <textarea
                class="textarea"
                id=id
                name="reason"
                rows="2"
                aria-describedby=error_id.clone()
                aria-invalid=move || sentence.get().map(|_| "true")
            >
                {typed}
            </textarea>
            <FieldProblem id=error_id sentence />
        </div>
    }
}
