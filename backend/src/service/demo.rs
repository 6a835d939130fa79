//! What only a demonstration shows.

use crate::context::Cx;
use crate::error::{Result, not_found};
use crate::service::sign_in::sent_mail;
use crate::store::mails;
use domain::view::SentMail;

/// The mails that would have been sent, the newest first. Open to everyone, in demonstration data only.
///
/// # Errors
/// [`domain::problem::Problem::NotFound`] outside a demonstration.
pub async fn mails(cx: &Cx) -> Result<Vec<SentMail>> {
    if !cx.node.demo {
        return not_found();
    }
    let mut tx = cx.read().await?;
    Ok(mails::latest(&mut tx, None, 50).await?.into_iter().map(sent_mail).collect())
}
