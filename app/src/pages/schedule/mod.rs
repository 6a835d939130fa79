//! My schedule.

use crate::components::icon::icon;
use crate::components::message::{empty, problem_note, problem_page};
use crate::components::paper::paper;
use crate::components::slot_card::slot_card;
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction};
use crate::links::href;
use crate::live::use_live;
use crate::pages::offer::answer::{self, Looks};
use crate::pages::offer::api::{AnswerOffer, my_offers};
use crate::pages::party::words::party_words;
use crate::pages::slot::api::{StillSuits, Withdraw};
use crate::pages::taking_part::{self, Acts, api::my_standing};
use crate::wire::{Wire, read, when_there};
use domain::view::{MyClaim, MySchedule, OfferView};
use leptos::prelude::*;
use leptos_meta::Title;

/// The two answers to an offer, side by side.
const SMALL: Looks = Looks { forms: ["", ""], buttons: ["btn small", "btn small ghost"] };

/// What the reader holds, asked for and did.
#[server(endpoint = "mine", protocol = Wire)]
pub async fn mine() -> Result<MySchedule, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::schedule::mine(&cx).await?)
}

/// My schedule.
#[component]
pub fn SchedulePage() -> impl IntoView {
    let live = use_live();
    let withdraw = FormAction::<Withdraw>::new();
    let keep = FormAction::<StillSuits>::new();
    let acts = Acts::new();
    let source = move || (live.tick(), withdraw.version().get(), keep.version().get());
    let schedule = read(source, |_| async { Ok::<_, UiError>((mine().await?, my_standing().await?)) });
    let offers = read(move || live.staffing(), |_| my_offers());
    let answering = answer::answering();
    let failed = move || keep.value().get().and_then(Result::err).map(|error| problem_note(&error));
    view! {
        <Title text=t!("title-mine") />
        <main class="page page-text" id="tresc" tabindex="-1">
            {failed}
            {answer::refused(answering)}
            {acts.outcome()}
            {move || when_there(async move {
                match (schedule.await, offers.await) {
                    (Ok((mut schedule, standing)), Ok(offers)) => {
                        // A standing place shows its own dates.
                        let grouped = |claim: &MyClaim| standing.iter().any(|one| one.holds(claim.card.id));
                        schedule.coming.retain(|claim| !grouped(claim));
                        let groups = taking_part::groups(&standing, withdraw, acts);
                        page(&schedule, keep, (asked(&offers, answering), groups)).into_any()
                    }
                    (Err(error), _) | (_, Err(error)) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

/// So many dates that are over stand there at once; the others unfold.
const LATEST: usize = 5;

fn page(
    schedule: &MySchedule,
    keep: FormAction<StillSuits>,
    (asked, standing): (Option<AnyView>, Option<AnyView>),
) -> impl IntoView + use<> {
    let steps = schedule.missing.iter().map(|step| {
        let code = step.code();
        view! { <li>{t!(&format!("missing-{code}"))}<small>{t!(&format!("missing-{code}-how"))}</small></li> }
    });
    let missing = (!schedule.missing.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{t!("missing-title")}</h2>
                <ol class="steps">{steps.collect_view()}</ol>
                <a class="btn ghost" href=href("/profil")>{t!("nav-profile")}</a>
            </section>
        }
    });
    let coming = if schedule.coming.is_empty() && standing.is_some() {
        ().into_any()
    } else if schedule.coming.is_empty() {
        empty(&t!("schedule-empty-title"), &t!("schedule-empty"), Some((href("/"), t!("to-calendar"))))
            .into_any()
    } else {
        let items = schedule.coming.iter().map(|claim| view! { <li>{own(claim, keep)}</li> }).collect_view();
        view! { <ul class="day-slots">{items}</ul> }.into_any()
    };
    let past = past(schedule, keep);
    view! {
        <div class="page-head">
            <div><h1>{t!("title-mine")}</h1></div>
            {(!schedule.coming.is_empty())
                .then(|| view! { <a class="btn ghost" href=href("/obecnosc")>{icon("check-circle")}{t!("presence-title")}</a> })}
        </div>
        {asked}
        {missing}
        {standing}
        <section class="section" aria-live="polite">
            <h2>{t!("schedule-coming")}</h2>
            {coming}
        </section>
        {past}
        {paper("/moje", "/moje.pdf", &[])}
    }
}

/// What is over, with the hours of it all.
fn past(schedule: &MySchedule, keep: FormAction<StillSuits>) -> Option<impl IntoView + use<>> {
    let (hours, minutes) = (schedule.total_minutes / 60, schedule.total_minutes % 60);
    (!schedule.past.is_empty()).then(|| {
        let items = |claims: &[MyClaim]| {
            let items = claims.iter().map(|claim| view! { <li>{own(claim, keep)}</li> }).collect_view();
            view! { <ul class="day-slots">{items}</ul> }
        };
        let (latest, earlier) = schedule.past.split_at(schedule.past.len().min(LATEST));
        let count = i64::try_from(earlier.len()).unwrap_or_default();
        let earlier = (count > 0).then(|| {
            view! {
                <details class="fold">
                    <summary>{t!("schedule-earlier", count = count)}</summary>
                    {items(earlier)}
                </details>
            }
        });
        view! {
            <section class="section">
                <div class="section-head">
                    <h2>{t!("schedule-past")}</h2>
                    <p class="num">{t!("hours-total", hours = hours, minutes = minutes)}</p>
                </div>
                {items(latest)}
                {earlier}
            </section>
        }
    })
}

/// Places that the reader is asked to take, if there are any.
fn asked(offers: &[OfferView], answering: FormAction<AnswerOffer>) -> Option<AnyView> {
    let item = |offer: &OfferView| {
        let actions = view! {
            {offer.role.clone().map(|role| view! { <span>{t!("roles-as", role = role)}</span> })}
            {answer::because(offer).map(|why| view! { <span>{why}</span> })}
            <span class="soft">{t!("asked-until-short", until = answer::until(offer.until))}</span>
            {answer::answers(offer, "", answering, SMALL)}
        };
        view! { <li>{slot_card(&offer.slot, true, Some(actions.into_any()))}</li> }
    };
    let section = view! {
        <section class="section" aria-live="polite">
            <h2>{t!("asked-title")}</h2>
            <ul class="day-slots">{offers.iter().map(item).collect_view()}</ul>
        </section>
    };
    (!offers.is_empty()).then(|| section.into_any())
}

/// One claim: its card, what is to be said about it, and the way to change something.
fn own(claim: &MyClaim, keep: FormAction<StillSuits>) -> impl IntoView + use<> {
    let title = claim.card.title.clone();
    let to = href(&format!("/termin/{}#zgloszenie", claim.card.id));
    let change = claim.can_withdraw.then(|| {
        view! { <a class="btn small ghost" href=to>{t!("stepping-title")}<span class="sr">" "{title.clone()}</span></a> }
    });
    let id = claim.claim_id.to_string();
    let again = claim.own.asked_again.then(|| {
        view! {
            <strong class="wait">{t!("again-title")}</strong>
            <ActionForm action=keep>
                <input type="hidden" name="claim_id" value=id />
                <button class="btn small" type="submit">{t!("again-yes")}<span class="sr">": "{title}</span></button>
            </ActionForm>
        }
    });
    let minutes =
        claim.minutes.map(|minutes| t!("hours-total", hours = minutes / 60, minutes = minutes % 60));
    let reason = claim.reason.clone().filter(|reason| !reason.is_empty());
    let turn = claim.own.turn.map(|turn| t!("waiting-turn", turn = turn));
    let kept = claim.own.kept.map(|(_, at)| t!("kept-until", until = answer::until(at)));
    let seeking = match claim.own.seeking {
        _ if claim.own.agreed => Some(t!("instead-agreed")),
        until => until.map(|until| t!("instead-seeking", until = answer::until(until))),
    };
    let role = claim.role.clone().map(|role| t!("roles-as", role = role));
    let invited = claim.own.company.invited.map(|at| t!("invite-waiting", until = answer::until(at)));
    let group = claim.own.party.as_ref().map(|line| {
        let to = href(&format!("/grupa/{}", line.claim_id));
        view! { <span class="soft">{party_words(line)}</span><a class="btn small ghost" href=to>{t!("party-list")}</a> }
    });
    let said = [role, minutes, reason, turn, kept, seeking, invited].into_iter().flatten();
    let said: Vec<String> = said.collect();
    let has = claim.can_withdraw || !said.is_empty();
    let actions = view! {
        {said.into_iter().map(|text| view! { <span class="soft">{text}</span> }).collect_view()}
        {group}
        {again}
        {change}
    };
    slot_card(&claim.card, true, has.then(|| actions.into_any()))
}
