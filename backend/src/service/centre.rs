//! The centre, and who is reading.

use crate::context::Cx;
use crate::error::{Result, not_found};
use crate::service::{calendar, trace};
use crate::store::centre::{self as store, Centre};
use domain::declaration::{Declaration, DeclarationView};
use domain::form::CentreForm;
use domain::view::{CentreView, Contact, Me};

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

/// What is set for the whole centre. For coordinators and administrators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], or when the database fails.
pub async fn settings(cx: &Cx) -> Result<CentreView> {
    let may_save = cx.actor.administration().is_ok();
    if !may_save {
        cx.actor.coordination().map_err(|_| cx.denied())?;
    }
    let mut tx = cx.read().await?;
    let Some(centre) = store::find(&mut tx).await? else { return not_found() };
    Ok(CentreView { form: CentreForm::of(&centre.rules), may_save })
}

/// Sets it; it holds from now on, also for dates and claims that are there. For administrators.
///
/// # Errors
/// [`domain::problem::Problem::Denied`], [`domain::problem::Problem::Invalid`].
pub async fn set(cx: &Cx, form: &CentreForm) -> Result<()> {
    cx.actor.administration().map_err(|_| cx.denied())?;
    let rules = form.check()?;
    let mut tx = cx.write().await?;
    tx.lock("centre").await?;
    let Some(before) = store::find(&mut tx).await? else { return not_found() };
    let was = CentreForm::of(&before.rules);
    store::put(&mut tx, &Centre { rules, ..before }).await?;
    trace::settings_event(cx, &mut tx).await?;
    let detail = serde_json::json!({ "from": was, "to": CentreForm::of(&rules) });
    trace::audit(cx, &mut tx, "set", "centre", uuid::Uuid::nil(), detail).await?;
    cx.commit(tx).await
}
