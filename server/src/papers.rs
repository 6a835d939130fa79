//! Pages as files: `/pl/kalendarz.pdf?widok=month` is the PDF of `/pl/?widok=month`, and so on. What stands on a paper
//! comes from the use case of its page, so that whoever may not see the page gets no paper either.
//!
//! Setting one is work: it is done where blocking is allowed, one at once, and counted for each address. Papers of
//! visitors are kept by what stands on them, never by who asked.

mod press;
mod refusal;

pub use press::Press;

use app::pages::calendar::query;
use axum::body::Body;
use axum::extract::{Query, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::context::Cx;
use backend::error::Error;
use backend::service::{calendar, centre, feeds, hosting, schedule};
use backend::session::ClientAddress;
use documents::{Frame, Paper, Sheet};
use domain::actor::Actor;
use domain::problem::Problem;
use domain::text::fold;
use http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_NONE_MATCH, VARY,
};
use http::request::Parts;
use http::{HeaderMap, Method, StatusCode, Uri};
use leptos_router::params::ParamsMap;

/// Shows the file in the browser instead of saving it: `?druk=1`.
const SHOW: &str = "druk";

/// Which paper an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    Calendar,
    Slot(String),
    Opportunity(String),
    Poster(String, Sheet),
    Schedule,
    Host,
    HostWeek,
    About,
    Join,
    Map,
    Easy,
    Share,
    Declaration,
}

impl Wanted {
    /// Reads the path; `None` if it is not a paper's.
    fn read(path: &str) -> Option<Self> {
        let name = app::links::bare(path).strip_prefix('/')?.strip_suffix(".pdf")?;
        Some(match name.split('/').collect::<Vec<_>>().as_slice() {
            ["kalendarz"] => Self::Calendar,
            ["moje"] => Self::Schedule,
            ["placowka"] => Self::Host,
            ["placowka", "tydzien"] => Self::HostWeek,
            ["o-programie"] => Self::About,
            ["dolacz"] => Self::Join,
            ["mapa"] => Self::Map,
            ["jak-pomagac"] => Self::Easy,
            ["udostepnianie"] => Self::Share,
            ["deklaracja-dostepnosci"] => Self::Declaration,
            ["termin", id] => Self::Slot((*id).to_owned()),
            ["oferta", id] => Self::Opportunity((*id).to_owned()),
            ["oferta", id, "plakat-a4"] => Self::Poster((*id).to_owned(), Sheet::A4),
            ["oferta", id, "plakat-a3"] => Self::Poster((*id).to_owned(), Sheet::A3),
            _ => return None,
        })
    }

    /// The page that shows the same, without its language.
    fn page(&self, uri: &Uri) -> String {
        match self {
            Self::Calendar => query::write(&query::read(&params(uri))),
            Self::Slot(id) => format!("/termin/{id}"),
            Self::Opportunity(id) | Self::Poster(id, _) => format!("/oferta/{id}"),
            Self::Schedule => "/moje".to_owned(),
            Self::Host | Self::HostWeek => "/placowka".to_owned(),
            Self::About => "/o-programie".to_owned(),
            Self::Join => "/dolacz".to_owned(),
            Self::Map => "/mapa".to_owned(),
            Self::Easy => "/jak-pomagac".to_owned(),
            Self::Share => "/udostepnianie".to_owned(),
            Self::Declaration => "/deklaracja-dostepnosci".to_owned(),
        }
    }
}

fn params(uri: &Uri) -> ParamsMap {
    let pairs =
        Query::<Vec<(String, String)>>::try_from_uri(uri).map(|Query(pairs)| pairs).unwrap_or_default();
    let mut params = ParamsMap::new();
    for (name, value) in pairs {
        params.insert(name, value);
    }
    params
}

/// Answers addresses of papers; hands on everything else.
pub async fn serve(State(press): State<Press>, request: Request, next: Next) -> Response {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let wanted = Wanted::read(request.uri().path()).filter(|_| reads);
    let (Some(wanted), Some(cx)) = (wanted, request.extensions().get::<Cx>().cloned()) else {
        return next.run(request).await;
    };
    let (parts, _) = request.into_parts();
    let page = wanted.page(&parts.uri);
    let answer = match paper(&cx, &wanted, &parts.uri, &page).await {
        Ok(paper) => answer(&press, &cx, &paper, &parts).await,
        Err(error) => Err(error),
    };
    answer.unwrap_or_else(|error| refusal::page(cx.locale, &Problem::from(error), &page))
}

/// What stands on the paper.
async fn paper(cx: &Cx, wanted: &Wanted, uri: &Uri, page: &str) -> Result<Paper, Error> {
    let contact = centre::contact(cx).await?;
    let site = cx.node.settings.public_url.as_str();
    let frame = Frame { locale: cx.locale, contact: &contact, now: cx.now(), site, path: page };
    Ok(match wanted {
        Wanted::Calendar => {
            let view = calendar::browse(cx, query::read(&params(uri))).await?;
            let path = query::write(&view.query);
            documents::calendar(Frame { path: &path, ..frame }, &view)
        }
        Wanted::Slot(id) => {
            documents::slot(frame, &calendar::slot(cx, id.parse().map_err(|_| Problem::NotFound)?).await?)
        }
        Wanted::Opportunity(id) => documents::opportunity(frame, &opportunity(cx, id).await?),
        Wanted::Poster(id, sheet) => documents::poster(frame, &opportunity(cx, id).await?, *sheet),
        Wanted::Schedule => {
            let view = schedule::mine(cx).await?;
            documents::schedule(frame, &view, &centre::me(cx).await?.name)
        }
        Wanted::Host => documents::host(frame, &hosting::overview(cx).await?),
        Wanted::HostWeek => {
            let view = hosting::week(cx, query::read(&params(uri)).day).await?;
            let path = query::write(&view.query);
            documents::facility_week(Frame { path: &path, ..frame }, &view)
        }
        Wanted::About => documents::about(frame, &calendar::kinds(cx).await?),
        Wanted::Join => documents::join(frame),
        Wanted::Map => documents::map(frame, &feeds::districts(cx).await?),
        Wanted::Easy => documents::easy(frame),
        Wanted::Share => documents::share(frame, &feeds::choices(cx).await?),
        Wanted::Declaration => documents::declaration(frame, &centre::declaration(cx).await?),
    })
}

async fn opportunity(cx: &Cx, id: &str) -> Result<domain::view::OpportunityView, Error> {
    calendar::opportunity(cx, id.parse().map_err(|_| Problem::NotFound)?).await
}

async fn answer(press: &Press, cx: &Cx, paper: &Paper, asked: &Parts) -> Result<Response, Error> {
    let etag = format!("\"{}\"", paper.fingerprint());
    let headers = headers(cx, paper, &etag, &asked.uri);
    if asked_already(&asked.headers, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    if asked.method == Method::HEAD {
        return Ok((headers, Body::empty()).into_response());
    }
    let client = asked.extensions.get::<ClientAddress>().map_or("", |client| client.0.as_str());
    Ok((headers, Body::from(press.set(cx, client, paper).await?)).into_response())
}

/// The browser has exactly this.
fn asked_already(headers: &HeaderMap, etag: &str) -> bool {
    let known = headers.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    known.flat_map(|value| value.split(',')).any(|value| value.trim().trim_start_matches("W/") == etag)
}

fn headers(cx: &Cx, paper: &Paper, etag: &str, uri: &Uri) -> [(HeaderName, HeaderValue); 5] {
    let value = |text: &str| HeaderValue::from_str(text).unwrap_or(HeaderValue::from_static(""));
    // What belongs to one person is left nowhere on a shared machine.
    let kept = if cx.actor == Actor::Visitor { "private, no-cache" } else { "no-store" };
    let shows = params(uri).get(SHOW).is_some();
    [
        (CONTENT_TYPE, HeaderValue::from_static("application/pdf")),
        (CONTENT_DISPOSITION, value(&disposition(paper.title(), shows))),
        (ETAG, value(etag)),
        (CACHE_CONTROL, HeaderValue::from_static(kept)),
        (VARY, HeaderValue::from_static("cookie, accept-language")),
    ]
}

/// The name of the file: in plain letters for old programs, and as it is (RFC 8187).
fn disposition(title: &str, shows: bool) -> String {
    let how = if shows { "inline" } else { "attachment" };
    let plain: Vec<String> = fold(title).split(' ').take(8).map(str::to_owned).collect();
    let allowed =
        |letter: char| if r#"/\:*?"<>|"#.contains(letter) || letter.is_control() { '-' } else { letter };
    let whole: String = title.chars().map(allowed).filter(|letter| *letter != '\u{200b}').take(80).collect();
    let encoded: String = whole
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("{how}; filename=\"{}.pdf\"; filename*=UTF-8''{encoded}.pdf", plain.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_papers() {
        assert_eq!(Wanted::read("/pl/kalendarz.pdf"), Some(Wanted::Calendar));
        assert_eq!(Wanted::read("/moje.pdf"), Some(Wanted::Schedule));
        assert_eq!(Wanted::read("/uk/oferta/7/plakat-a3.pdf"), Some(Wanted::Poster("7".into(), Sheet::A3)));
        for path in ["/pl/kalendarz", "/oferta/7/plakat-a5.pdf", "/pkg/x.pdf", "/pl/termin/1/2.pdf", "/.pdf"]
        {
            assert_eq!(Wanted::read(path), None, "{path}");
        }
    }

    #[test]
    fn files_have_polish_names() {
        assert_eq!(
            disposition("Kalendarz pomocy: grudzień 2026", false),
            "attachment; filename=\"kalendarz-pomocy-grudzien-2026.pdf\"; \
             filename*=UTF-8''Kalendarz%20pomocy-%20grudzie%C5%84%202026.pdf"
        );
        let hostile = disposition("a\"\r\nX-Evil: 1; ../../etc", true);
        assert!(HeaderValue::from_str(&hostile).is_ok() && !hostile.contains('/'), "{hostile}");
    }
}
