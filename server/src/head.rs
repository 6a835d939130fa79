//! What a public page tells search engines and messengers, see [`app::head`]. Read only for visitors: neither of them
//! signs in.

use app::head::PageHead;
use app::links::{PUBLIC_PAGES, bare};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use backend::context::Cx;
use backend::service::{calendar, feeds};
use domain::actor::Actor;
use domain::feed::{event, events};
use domain::locale::{text, when};
use http::Method;
use leptos::prelude::{provide_context, use_context};

/// Letters of a description; search engines show about as many.
const DESCRIPTION: usize = 160;

/// Puts the head of a visitor's public page on its request.
pub async fn describe(mut request: Request, next: Next) -> Response {
    let path = bare(request.uri().path()).to_owned();
    let named = request.uri().path() != path;
    let read = [Method::GET, Method::HEAD].contains(request.method());
    if let Some(cx) =
        request.extensions().get::<Cx>().filter(|cx| read && cx.actor == Actor::Visitor).cloned()
        && let Some(head) = head(&cx, &path, named).await
    {
        request.extensions_mut().insert(head);
    }
    next.run(request).await
}

/// Hands it to the page being rendered. Call it in the page's context.
pub fn provide() {
    let parts = use_context::<http::request::Parts>();
    if let Some(head) = parts.and_then(|parts| parts.extensions.get::<PageHead>().cloned()) {
        provide_context(head);
    }
}

async fn head(cx: &Cx, path: &str, named: bool) -> Option<PageHead> {
    let head = |title: String, description: &str, events: Option<String>| PageHead {
        locale: cx.locale,
        named,
        url: cx.node.settings.public_url.clone(),
        path: path.to_owned(),
        title,
        description: shortened(description),
        events,
    };
    if let Some((_, title, about)) = PUBLIC_PAGES.iter().find(|(known, ..)| *known == path) {
        return Some(head(text(cx.locale, title, &[]), &text(cx.locale, about, &[]), None));
    }
    if let Some(id) = path.strip_prefix("/termin/") {
        let date = feeds::date(cx, id.parse().ok()?).await.ok()?;
        let about = feeds::about(cx).await.ok()?;
        let when = when(cx.locale, date.starts_at, date.ends_at);
        let description = format!("{when}. {}. {}", date.organisation, date.description);
        let event = event(&date, about.site()).to_string();
        return Some(head(date.title.clone(), &description, Some(event)));
    }
    let id = path.strip_prefix("/oferta/")?.parse().ok()?;
    let page = calendar::opportunity(cx, id).await.ok()?;
    let dates = feeds::of_opportunity(cx, id).await.ok()?;
    let about = feeds::about(cx).await.ok()?;
    let events = (!dates.is_empty()).then(|| events(&dates, about.site()).to_string());
    let description = format!("{}. {}", page.organisation, page.description);
    Some(head(page.title, &description, events))
}

/// One line of whole words.
fn shortened(text: &str) -> String {
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() >= DESCRIPTION {
            return format!("{short} …");
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line_of_whole_words() {
        assert_eq!(shortened(" Gramy\n\ni  rozmawiamy. "), "Gramy i rozmawiamy.");
        let long = shortened(&"żółw ".repeat(100));
        assert!(long.chars().count() <= DESCRIPTION + 2 && long.ends_with("żółw …"), "{long}");
    }
}
