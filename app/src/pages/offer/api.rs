//! Server functions of offers. Ids that are no ids answer like ids that do not exist, and so do wrong keys.

use crate::error::UiError;
use crate::wire::Wire;
use domain::offer::OfferState;
use domain::view::OfferView;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// One offer: for the person who was asked, or whoever has the key of its mail.
#[server(endpoint = "offer", protocol = Wire)]
pub async fn offer(id: String, klucz: String) -> Result<OfferView, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::offers::show(&cx, id, &klucz).await?)
}

/// The reader's open offers.
#[server(endpoint = "my_offers", protocol = Wire)]
pub async fn my_offers() -> Result<Vec<OfferView>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::offers::mine(&cx).await?)
}

/// Says yes or no.
#[server(endpoint = "answer_offer", protocol = Wire<PostUrl>)]
pub async fn answer_offer(
    id: String,
    #[server(default)] klucz: String,
    przyjmuje: bool,
) -> Result<OfferState, UiError> {
    let cx = crate::ssr::cx()?;
    let id = id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    Ok(backend::service::offers::answer(&cx, id, &klucz, przyjmuje).await?)
}
