//! The next dates as a small page that other websites show inside their own: no script, no cookies, no form.

use domain::claiming::Refusal;
use domain::feed::{FeedDate, Site};
use domain::locale::{refusal_words, when};
use leptos::prelude::*;

/// The whole document. `style` and `icon` are the addresses of its style sheet and its icon, `all` that of the whole
/// calendar.
pub fn document(dates: &[FeedDate], site: Site<'_>, [style, icon, all]: [&str; 3]) -> String {
    Owner::new().with(|| {
        provide_context(site.locale);
        let items = dates.iter().map(|date| item(date, site)).collect_view();
        let list = if dates.is_empty() {
            view! { <p>{t!("widget-empty")}</p> }.into_any()
        } else {
            view! { <ul>{items}</ul> }.into_any()
        };
        let page = view! {
            <html lang=site.locale.code()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <meta name="robots" content="noindex" />
                    <title>{t!("widget-title")}</title>
                    <link rel="stylesheet" href=style.to_owned() />
                    <link rel="icon" href=icon.to_owned() type="image/svg+xml" />
                </head>
                <body>
                    <main>
                        <h1>{t!("widget-title")}</h1>
                        {list}
                        <p class="all"><a href=all.to_owned() target="_blank" rel="noopener">{t!("widget-all")}</a></p>
                    </main>
                </body>
            </html>
        };
        format!("<!DOCTYPE html>{}", page.to_html())
    })
}

fn item(date: &FeedDate, site: Site<'_>) -> impl IntoView + use<> {
    let when = when(site.locale, date.starts_at, date.ends_at);
    let free = date.free();
    let (class, places) = match date.opens_at {
        _ if free == 0 => ("full", t!("widget-full")),
        Some(opens_at) => ("full", refusal_words(site.locale, "refusal", &Refusal::NotYetOpen { opens_at })),
        None => ("free", t!("widget-free", count = free)),
    };
    view! {
        <li>
            <p class="when"><time datetime=date.starts_at.with_offset()>{when}</time></p>
            <h2><a href=site.page(date) target="_blank" rel="noopener">{date.title.clone()}</a></h2>
            <p class="where">{date.organisation.clone()}" · "{date.location(site.locale)}</p>
            <p class=class>{places}</p>
        </li>
    }
}
