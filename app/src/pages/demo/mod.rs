//! The demonstration's mails: what would have been sent.

use crate::components::message::problem_page;
use crate::error::UiError;
use crate::i18n::use_locale;
use crate::wire::{Wire, read, when_there};
use domain::locale::{day_short, time};
use domain::view::SentMail;
use leptos::prelude::*;
use leptos_meta::Title;

/// The mails that would have been sent, the newest first.
#[server(endpoint = "demo_mails", protocol = Wire)]
pub async fn demo_mails() -> Result<Vec<SentMail>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::demo::mails(&cx).await?)
}

/// The demonstration's mails.
#[component]
pub fn MailsPage() -> impl IntoView {
    let mails = read(|| (), |()| demo_mails());
    view! {
        <main class="page page-text" id="tresc" tabindex="-1">
            {move || when_there(async move {
                match mails.await {
                    Ok(mails) => page(&mails).into_any(),
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
        </main>
    }
}

fn page(mails: &[SentMail]) -> impl IntoView + use<> {
    let locale = use_locale();
    let mail = |mail: &SentMail| {
        let at = format!("{}, {}", day_short(locale, mail.at.day().into()), time(mail.at));
        view! {
            <li>
                <details class="fold">
                    <summary>{mail.subject.clone()}" "<small class="soft">{mail.recipient.clone()}" · "{at}</small></summary>
                    <div><pre class="mail-text">{mail.body.clone()}</pre></div>
                </details>
            </li>
        }
    };
    view! {
        <Title text=t!("nav-demo-mails") />
        <div class="page-head"><div><h1>{t!("nav-demo-mails")}</h1><p class="lede">{t!("demo-mails-lede")}</p></div></div>
        {mails.is_empty().then(|| view! { <p>{t!("demo-mails-none")}</p> })}
        <ul class="list">{mails.iter().map(mail).collect_view()}</ul>
    }
}
