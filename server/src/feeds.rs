//! Calendars to subscribe to, one date to take along, the list for other programs, the widget for other websites. The
//! language is that of the address; without one it is Polish, whoever asks.

use app::widget;
use axum::extract::{OriginalUri, Path, Query};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use backend::context::Cx;
use backend::error::Error;
use backend::service::feeds::{self, Written};
use backend::store::feeds::FeedFilter;
use domain::feed::list;
use domain::locale::Locale;
use domain::problem::Problem;
use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    ETAG, IF_NONE_MATCH,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri};
use serde::Deserialize;

use crate::assets::{page_assets, same_tag, widget_style};
use crate::headers::{ForOthers, WIDGET};
use crate::router::AppState;

const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Everybody's: proxies may keep it for a while.
const SHARED: HeaderValue = HeaderValue::from_static("public, max-age=300");
/// One person's.
const OWN: HeaderValue = HeaderValue::from_static("private, no-cache");
/// The most dates of a list in JSON.
const LIST_MOST: i64 = 500;
/// The most dates of a widget.
const WIDGET_MOST: i64 = 20;

/// The addresses, below every language.
pub fn routes() -> Router<AppState> {
    let languages = ["", "/pl", "/uk", "/en"];
    languages.into_iter().fold(Router::new(), |router, language| {
        router
            .route(&format!("{language}/kalendarz.ics"), get(whole))
            .route(&format!("{language}/kalendarz/placowka/{{file}}"), get(of_organisation))
            .route(&format!("{language}/kalendarz/rodzaj/{{file}}"), get(of_kind))
            .route(&format!("{language}/kalendarz/moje/{{file}}"), get(own))
            .route(&format!("{language}/termin/{{id}}/kalendarz.ics"), get(one))
            .route(&format!("{language}/kalendarz.json"), get(coming))
            .route(&format!("{language}/osadz"), get(embedded))
    })
}

/// Who asks, in the language of the address.
fn speaking(cx: Cx, uri: &Uri) -> Cx {
    let first = uri.path().split('/').nth(1).unwrap_or_default();
    let locale = if app::links::PREFIXES.contains(&first) { Locale::from_code(first) } else { None };
    Cx { locale: locale.unwrap_or_default(), ..cx }
}

async fn whole(Extension(cx): Extension<Cx>, OriginalUri(uri): OriginalUri, asked: HeaderMap) -> Response {
    public(cx, &uri, &asked, FeedFilter::default()).await
}

async fn of_organisation(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Response {
    match file.strip_suffix(".ics").and_then(|id| id.parse().ok()) {
        Some(id) => {
            public(cx, &uri, &asked, FeedFilter { organisation: Some(id), ..FeedFilter::default() }).await
        }
        None => missing(),
    }
}

async fn of_kind(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Response {
    match file.strip_suffix(".ics") {
        Some(code) => {
            public(cx, &uri, &asked, FeedFilter { kind: Some(code.into()), ..FeedFilter::default() }).await
        }
        None => missing(),
    }
}

async fn public(cx: Cx, uri: &Uri, asked: &HeaderMap, filter: FeedFilter) -> Response {
    match feeds::public(&speaking(cx, uri), filter).await {
        Ok(written) => answer(asked, &written, CALENDAR, "inline; filename=\"lacznik.ics\"", SHARED),
        Err(error) => refused(error),
    }
}

/// A secret that is wrong, too old or none at all: the same answer.
async fn own(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Path(file): Path<String>,
    asked: HeaderMap,
) -> Response {
    let secret = file.strip_suffix(".ics").unwrap_or_default();
    match feeds::own(&speaking(cx, &uri), secret).await {
        Ok(written) => {
            let mut response = answer(&asked, &written, CALENDAR, "inline; filename=\"lacznik.ics\"", OWN);
            let robots = HeaderName::from_static("x-robots-tag");
            response.headers_mut().insert(robots, HeaderValue::from_static("noindex"));
            response
        }
        Err(error) => refused(error),
    }
}

async fn one(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Path(id): Path<String>,
    asked: HeaderMap,
) -> Response {
    let Ok(id) = id.parse() else { return missing() };
    match feeds::alone(&speaking(cx, &uri), id).await {
        Ok((date, written)) => {
            let disposition = format!("attachment; filename=\"lacznik-{}.ics\"", date.starts_at.day());
            answer(&asked, &written, CALENDAR, &disposition, SHARED)
        }
        Err(error) => refused(error),
    }
}

/// What narrows a list down. The words are those of the calendar's address.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    placowka: String,
    #[serde(default)]
    rodzaj: String,
    #[serde(default)]
    osiedle: String,
    #[serde(default)]
    ile: String,
}

impl Asked {
    /// The filter; `None` when it names something that cannot be there.
    fn filter(&self) -> Option<FeedFilter> {
        let id = |text: &str| if text.is_empty() { Ok(None) } else { text.parse().map(Some) };
        Some(FeedFilter {
            organisation: id(&self.placowka).ok()?.map(domain::ids::OrganisationId),
            district: id(&self.osiedle).ok()?.map(domain::ids::DistrictId),
            kind: (!self.rodzaj.is_empty()).then(|| self.rodzaj.as_str().into()),
        })
    }

    fn count(&self, usual: i64, most: i64) -> i64 {
        self.ile.parse().unwrap_or(usual).clamp(1, most)
    }

    /// The calendar narrowed down in the same way.
    fn calendar(&self) -> String {
        let pairs = [("rodzaj", &self.rodzaj), ("placowka", &self.placowka), ("osiedle", &self.osiedle)];
        let pairs: Vec<String> = pairs
            .into_iter()
            .filter(|(_, value)| {
                !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
            })
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

async fn coming(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Query(wanted): Query<Asked>,
    asked: HeaderMap,
) -> Response {
    let cx = speaking(cx, &uri);
    let Some(filter) = wanted.filter() else { return missing() };
    let dates = feeds::coming(&cx, &filter, wanted.count(LIST_MOST, LIST_MOST)).await;
    let mut response = match (dates, feeds::about(&cx).await) {
        (Ok(dates), Ok(about)) => {
            let written = Written::from(list(&dates, about.site()).to_string());
            answer(&asked, &written, JSON, "inline; filename=\"lacznik.json\"", SHARED)
        }
        (Err(error), _) | (_, Err(error)) => refused(error),
    };
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.extensions_mut().insert(ForOthers);
    response
}

async fn embedded(
    Extension(cx): Extension<Cx>,
    OriginalUri(uri): OriginalUri,
    Query(wanted): Query<Asked>,
) -> Response {
    let cx = speaking(cx, &uri);
    let Some(filter) = wanted.filter() else { return missing() };
    let dates = feeds::coming(&cx, &filter, wanted.count(5, WIDGET_MOST)).await;
    let mut response = match (dates, feeds::about(&cx).await) {
        (Ok(dates), Ok(about)) => {
            let all = format!("{}{}", about.site().address("/"), wanted.calendar());
            let files = [&*widget_style(), &*page_assets().icon, &*all];
            ([(CACHE_CONTROL, SHARED)], Html(widget::document(&dates, about.site(), files))).into_response()
        }
        (Err(error), _) | (_, Err(error)) => refused(error),
    };
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(WIDGET));
    response.extensions_mut().insert(ForOthers);
    response
}

/// The text, or that the asker has it already.
fn answer(
    asked: &HeaderMap,
    written: &Written,
    media_type: HeaderValue,
    disposition: &str,
    kept: HeaderValue,
) -> Response {
    let known = asked.get(IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let mut response = if known.is_some_and(|tags| tags.split(',').any(|tag| same_tag(tag, &written.tag))) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut response = written.text.clone().into_response();
        response.headers_mut().insert(CONTENT_TYPE, media_type);
        if let Ok(disposition) = HeaderValue::from_str(disposition) {
            response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
        }
        response
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, kept);
    // Weak: the same text travels packed or not.
    if let Ok(tag) = HeaderValue::from_str(&format!("W/{}", written.tag)) {
        headers.insert(ETAG, tag);
    }
    response
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, "Not found\n").into_response()
}

fn refused(error: Error) -> Response {
    match Problem::from(error) {
        Problem::NotFound => missing(),
        problem => (app::ssr::status(&problem), "Not available now\n").into_response(),
    }
}
