//! The reader's own calendar: its secret address, made anew when they wish.

use crate::components::icon::icon;
use crate::components::message::problem_note;
use crate::components::subscribe::webcal;
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction};
use crate::i18n::use_locale;
use crate::wire::{Wire, read};
use domain::locale::day_long;
use domain::view::CalendarLink;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// The address of the reader's calendar, as far as this browser may still see it.
#[server(endpoint = "own_calendar_link", protocol = Wire)]
pub async fn own_calendar_link() -> Result<CalendarLink, UiError> {
    let cx = crate::ssr::cx()?;
    let secret = crate::ssr::calendar_secret(&cx);
    Ok(backend::service::feeds::link(&cx, secret.as_deref()).await?)
}

/// Gives the reader's calendar a new address.
#[server(endpoint = "reset_calendar_link", protocol = Wire<PostUrl>)]
pub async fn reset_calendar_link() -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let token = backend::service::feeds::reset_link(&cx).await?;
    crate::ssr::remember_calendar_secret(&cx, &token);
    Ok(())
}

/// The part of the profile.
#[component]
pub fn OwnCalendar() -> impl IntoView {
    let reset = FormAction::<ResetCalendarLink>::new();
    let link = read(move || reset.version().get(), |_| own_calendar_link());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                // Who did not sign in reads so above.
                link.await.ok().map(|link| part(&link, reset))
            })}
        </Suspense>
        <div aria-live="polite">
            {move || reset.value().get().and_then(Result::err).map(|error| problem_note(&error))}
        </div>
    }
}

fn part(link: &CalendarLink, reset: FormAction<ResetCalendarLink>) -> impl IntoView + use<> {
    let since = link.since.map(|at| day_long(use_locale(), at.day().into()));
    let address = link.address.clone().map(|address| {
        view! {
            <div class="note good" role="status">{icon("check-circle")}<p>{t!("own-calendar-now")}</p></div>
            <div class="field">
                <label for="f-own-calendar">{t!("own-calendar-address")}</label>
                <input class="input" type="url" id="f-own-calendar" readonly value=address.clone() />
            </div>
            <p class="btn-row"><a class="btn" rel="external" href=webcal(&address)>{icon("calendar")}{t!("subscribe-do")}</a></p>
        }
    });
    let known = link.address.is_some();
    view! {
        <section class="section stack" id="kalendarz">
            <h2>{t!("own-calendar-title")}</h2>
            <p>{t!("own-calendar")}</p>
            {address}
            {since.clone().filter(|_| !known).map(|day| view! { <p>{t!("own-calendar-since", day = day)}</p> })}
            <ActionForm action=reset attr:class="form">
                <div class="form-end">
                    <button class="btn ghost" type="submit">
                        {if since.is_some() { t!("own-calendar-reset") } else { t!("own-calendar-make") }}
                    </button>
                </div>
            </ActionForm>
        </section>
    }
}
