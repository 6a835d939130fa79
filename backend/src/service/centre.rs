//! The centre, and who is reading.

use crate::context::Cx;
use crate::error::Result;
use crate::service::calendar;
use domain::declaration::{Declaration, DeclarationView};
use domain::view::{Contact, Me};

/// Who is reading: for the frame around every page. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn me(cx: &Cx) -> Result<Me> {
    let mut me = Me {
        demo: cx.node.demo,
        seq: cx.node.live.seq(),
        coordinates: cx.actor.coordination().is_ok(),
        hosts: cx.actor.hosting().is_ok(),
        person_id: cx.actor.person_id(),
        roles: cx.actor.grants().iter().map(|grant| grant.role).collect(),
        ..Me::default()
    };
    // A page brings it with its session, a visitor has none: then nothing is asked of the database.
    let account = match &cx.account {
        None if me.person_id.is_some() => cx.account(&mut cx.glance().await?).await?,
        known => known.clone(),
    };
    if let Some(account) = account {
        (me.name, me.status) = (account.name.clone(), account.status);
    }
    Ok(me)
}

/// How the centre is reached. Open to everyone; empty until it has been set up.
///
/// # Errors
/// When the database fails.
pub async fn contact(cx: &Cx) -> Result<Contact> {
    let mut tx = cx.glance().await?;
    let reference = calendar::reference(cx, &mut tx).await?;
    let contact = reference.centre.as_ref().map(|centre| Contact {
        name: centre.name.clone(),
        address: centre.address.clone(),
        phone: centre.phone.clone(),
        email: centre.email.clone(),
    });
    Ok(contact.unwrap_or_default())
}

/// The declaration of accessibility. Open to everyone.
///
/// # Errors
/// When the database fails.
pub async fn declaration(cx: &Cx) -> Result<DeclarationView> {
    let centre = contact(cx).await?;
    let own = cx.node.settings.declaration.clone();
    let or = |own: String, centre: &str| if own.is_empty() { centre.to_owned() } else { own };
    let declaration = Declaration {
        contact: or(own.contact, &centre.name),
        email: or(own.email, &centre.email),
        phone: or(own.phone, &centre.phone),
        ..own
    };
    let url = cx.node.settings.public_url.clone();
    Ok(DeclarationView { declaration, centre: centre.name, address: centre.address, url })
}
