//! Dates as schema.org events (JSON-LD), for search engines.

use super::{FeedDate, Site};
use serde_json::{Value, json};

/// One date with its context.
pub fn event(date: &FeedDate, site: Site<'_>) -> Value {
    let mut value = bare(date, site);
    value["@context"] = json!("https://schema.org");
    value
}

/// Several dates of one page.
pub fn events(dates: &[FeedDate], site: Site<'_>) -> Value {
    let events: Vec<Value> = dates.iter().map(|date| bare(date, site)).collect();
    json!({ "@context": "https://schema.org", "@graph": events })
}

fn bare(date: &FeedDate, site: Site<'_>) -> Value {
    let page = site.page(date);
    let (starts, ends) = if date.whole_days() {
        (date.starts_at.day().to_string(), date.last_day().to_string())
    } else {
        (date.starts_at.with_offset(), date.ends_at.with_offset())
    };
    let location =
        if date.remote { json!({ "@type": "VirtualLocation", "url": page }) } else { place(date, site) };
    let status = if date.cancelled { "EventCancelled" } else { "EventScheduled" };
    let attendance = if date.remote { "OnlineEventAttendanceMode" } else { "OfflineEventAttendanceMode" };
    let mut offer = json!({
        "@type": "Offer", "price": 0, "priceCurrency": "PLN", "url": page,
        "availability": format!("https://schema.org/{}", availability(date)),
    });
    if let Some(opens_at) = date.opens_at {
        offer["validFrom"] = json!(opens_at.with_offset());
    }
    json!({
        "@type": "Event",
        "@id": format!("{page}#wydarzenie"),
        "name": date.title,
        "description": date.description,
        "url": page,
        "inLanguage": "pl",
        "startDate": starts,
        "endDate": ends,
        "eventStatus": format!("https://schema.org/{status}"),
        "eventAttendanceMode": format!("https://schema.org/{attendance}"),
        "location": location,
        "organizer": { "@type": "Organization", "name": date.organisation, "url": site.address("/") },
        "maximumAttendeeCapacity": date.max_places,
        "remainingAttendeeCapacity": date.free(),
        "isAccessibleForFree": true,
        "typicalAgeRange": format!("{}-", date.min_age),
        "keywords": date.kind_name,
        "offers": offer,
    })
}

fn availability(date: &FeedDate) -> &'static str {
    match date.opens_at {
        _ if date.cancelled || date.free() == 0 => "SoldOut",
        Some(_) => "PreOrder",
        None => "InStock",
    }
}

fn place(date: &FeedDate, site: Site<'_>) -> Value {
    let mut address =
        json!({ "@type": "PostalAddress", "streetAddress": date.place, "addressCountry": "PL" });
    if !site.town.is_empty() {
        address["addressLocality"] = json!(site.town);
    }
    let name = date
        .district
        .as_ref()
        .map_or_else(|| date.organisation.clone(), |district| format!("{} ({district})", date.organisation));
    json!({ "@type": "Place", "name": name, "address": address })
}
