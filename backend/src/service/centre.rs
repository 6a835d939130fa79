//! The centre, and who is reading.

use crate::context::Cx;
use crate::error::Result;
use crate::service::calendar;
use domain::view::Me;

/// Who is reading: for the frame around every page. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn me(cx: &Cx) -> Result<Me> {
    let mut tx = cx.glance().await?;
    let reference = calendar::reference(cx, &mut tx).await?;
    let mut me = Me {
        centre: reference.centre.as_ref().map(|centre| centre.name.clone()).unwrap_or_default(),
        demo: cx.node.demo,
        seq: cx.node.live.seq(),
        coordinates: cx.actor.coordination().is_ok(),
        hosts: cx.actor.hosting().is_ok(),
        person_id: cx.actor.person_id(),
        roles: cx.actor.grants().iter().map(|grant| grant.role).collect(),
        ..Me::default()
    };
    if let Some(account) = cx.account(&mut tx).await? {
        (me.name, me.status) = (account.name.clone(), account.status);
    }
    Ok(me)
}
