//! The centre, and who is reading.

use crate::context::Cx;
use crate::error::Result;
use crate::service::calendar;
use crate::store::{events, people};
use domain::view::Me;

/// Who is reading: for the frame around every page. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn me(cx: &Cx) -> Result<Me> {
    let mut tx = cx.read().await?;
    let reference = calendar::reference(cx, &mut tx).await?;
    let mut me = Me {
        centre: reference.centre.as_ref().map(|centre| centre.name.clone()).unwrap_or_default(),
        demo: cx.node.demo,
        seq: events::range(&mut tx).await?.1,
        coordinates: cx.actor.coordination().is_ok(),
        hosts: cx.actor.hosting().is_ok(),
        person_id: cx.actor.person_id(),
        roles: cx.actor.grants().iter().map(|grant| grant.role).collect(),
        ..Me::default()
    };
    if let Some(id) = cx.actor.person_id() {
        me.name = people::name(&mut tx, id).await?;
        me.status = people::volunteer(&mut tx, id).await?.map(|volunteer| volunteer.status);
    }
    Ok(me)
}
