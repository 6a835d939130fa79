//! Server functions of coming with others. Ids that are no ids answer like ids that do not exist, and so do wrong keys.

use crate::error::UiError;
use crate::wire::Wire;
use domain::form::{InviteForm, NamesForm, PartyForm, ResizeForm};
use domain::view::{InvitationView, PartyView};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// Holds a place for a friend, and goes on to the link.
#[server(endpoint = "invite_friend", protocol = Wire<PostUrl>)]
pub async fn invite_friend(claim_id: String, #[server(default)] form: InviteForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let key = backend::service::invitations::invite(&cx, claim_of(&claim_id)?, &form).await?;
    crate::ssr::redirect_within(&format!("/zaproszenie/{key}"));
    Ok(())
}

/// Another link for the same friend.
#[server(endpoint = "renew_invitation", protocol = Wire<PostUrl>)]
pub async fn renew_invitation(claim_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let key = backend::service::invitations::renew(&cx, claim_of(&claim_id)?).await?;
    crate::ssr::redirect_within(&format!("/zaproszenie/{key}"));
    Ok(())
}

/// Gives up the friend's place.
#[server(endpoint = "take_back_invitation", protocol = Wire<PostUrl>)]
pub async fn take_back_invitation(claim_id: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::invitations::take_back(&cx, claim_of(&claim_id)?).await?)
}

/// An open invitation, for whoever has its key.
#[server(endpoint = "invitation", protocol = Wire)]
pub async fn invitation(key: String) -> Result<InvitationView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::invitations::show(&cx, &key).await?)
}

/// Says yes or no, and goes on to the date, or to thanks.
#[server(endpoint = "answer_invitation", protocol = Wire<PostUrl>)]
pub async fn answer_invitation(klucz: String, przychodzi: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let slot = backend::service::invitations::answer(&cx, &klucz, przychodzi).await?;
    crate::ssr::redirect_within(&if przychodzi {
        format!("/termin/{slot}")
    } else {
        format!("/zaproszenie/{}", super::invitation::THANKS)
    });
    Ok(())
}

/// Asks for places for a group, and goes on to its list.
#[server(endpoint = "claim_group", protocol = Wire<PostUrl>)]
pub async fn claim_group(slot_id: String, #[server(default)] form: PartyForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = slot_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    let claim = backend::service::parties::claim(&cx, id, &form).await?;
    crate::ssr::redirect_within(&format!("/grupa/{claim}"));
    Ok(())
}

/// A group with its names.
#[server(endpoint = "group", protocol = Wire)]
pub async fn group(claim_id: String) -> Result<PartyView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::parties::show(&cx, claim_of(&claim_id)?).await?)
}

/// Writes the names of a group.
#[server(endpoint = "save_names", protocol = Wire<PostUrl>)]
pub async fn save_names(claim_id: String, #[server(default)] form: NamesForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::parties::save_names(&cx, claim_of(&claim_id)?, &form).await?)
}

/// Changes the number of places of a group.
#[server(endpoint = "resize_group", protocol = Wire<PostUrl>)]
pub async fn resize_group(claim_id: String, #[server(default)] form: ResizeForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::parties::resize(&cx, claim_of(&claim_id)?, &form).await?)
}

/// The id of a claim; what is none answers like one that does not exist.
#[cfg(feature = "ssr")]
fn claim_of(id: &str) -> Result<domain::ids::ClaimId, UiError> {
    id.parse().map_err(|_| domain::problem::Problem::NotFound.into())
}
