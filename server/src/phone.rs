//! What a phone may keep of a page for when there is no network, and for whom.
//!
//! Every page says in `lacznik-reader` who reads, as something that names nobody: the service worker forgets all it has
//! when that changes. Pages with `lacznik-keep` may be kept. Staff's never: they show other people's data.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use backend::context::Cx;
use backend::session::hash;
use domain::actor::{Actor, Role};
use http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, StatusCode};

/// Whose page it is.
pub const READER: HeaderName = HeaderName::from_static("lacznik-reader");
/// The page may be kept.
pub const KEEP: HeaderName = HeaderName::from_static("lacznik-keep");

/// Pages that may be kept, without what is asked of them after `?`.
const KEPT: [&str; 6] = ["/", "/moje", "/o-programie", "/dolacz", "/jak-pomagac", "/deklaracja-dostepnosci"];
/// Pages of one thing each that may be kept.
const KEPT_EACH: [&str; 2] = ["/termin/", "/oferta/"];

/// Puts both on pages. Inside of the layer that knows who asks.
pub async fn mark(request: Request, next: Next) -> Response {
    let reader = request.extensions().get::<Cx>().map(reader);
    let may = request.method() == Method::GET && kept(request.uri().path(), request.uri().query());
    let mut response = next.run(request).await;
    let html =
        response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let Some(reader) = reader.filter(|_| html) else { return response };
    let keep = may && reader != "staff" && response.status() == StatusCode::OK;
    if let Ok(reader) = HeaderValue::from_str(&reader) {
        response.headers_mut().insert(READER, reader);
    }
    if keep {
        response.headers_mut().insert(KEEP, HeaderValue::from_static("1"));
    }
    response
}

/// `visitor`, `staff`, or a mark of this session of a volunteer that leads back to nobody.
fn reader(cx: &Cx) -> String {
    match &cx.actor {
        Actor::Person(person) if person.grants.iter().all(|grant| grant.role == Role::Volunteer) => {
            let digest = hash(format!("phone:{}", person.session_id).as_bytes());
            digest.iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
        }
        Actor::Person(_) | Actor::System => "staff".to_owned(),
        Actor::Visitor => "visitor".to_owned(),
    }
}

fn kept(path: &str, query: Option<&str>) -> bool {
    let page = app::links::bare(path);
    query.is_none_or(str::is_empty)
        && (KEPT.contains(&page) || KEPT_EACH.iter().any(|each| page.strip_prefix(each).is_some_and(is_id)))
}

fn is_id(rest: &str) -> bool {
    !rest.is_empty() && !rest.contains('/')
}

#[cfg(test)]
mod tests {
    use super::kept;

    #[test]
    fn only_pages_to_read_are_kept() {
        for path in ["/", "/pl", "/uk/moje", "/moje", "/termin/7", "/en/oferta/7", "/o-programie"] {
            assert!(kept(path, None), "{path}");
        }
        for path in [
            "/koordynacja",
            "/koordynacja/termin/7",
            "/placowka",
            "/wejscie",
            "/wejscie/kod",
            "/propozycja/7",
            "/profil",
            "/demo/poczta",
            "/api/mine",
            "/termin/",
            "/termin/7/zmiana",
        ] {
            assert!(!kept(path, None), "{path}");
        }
        assert!(!kept("/termin/7", Some("klucz=ab")), "what was asked may be a secret");
    }
}
