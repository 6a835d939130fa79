//! The sign-in's server functions. They answer with the next page, so they work before WASM has loaded.

use crate::error::UiError;
use crate::wire::Wire;
use domain::form::SignInForm;
use domain::view::SignInView;
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// The sign-in page.
#[server(endpoint = "sign_in_offer", protocol = Wire)]
pub async fn sign_in_offer() -> Result<SignInView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::sign_in::view(&cx, crate::ssr::begun_sign_in(&cx)).await?)
}

/// Mails a code and asks for it.
#[server(endpoint = "begin_sign_in", protocol = Wire<PostUrl>)]
pub async fn begin_sign_in(form: SignInForm, back: String, prefix: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = backend::service::sign_in::begin(&cx, &form, &crate::ssr::client()).await?;
    crate::ssr::remember_sign_in(&cx, id);
    let prefix = crate::links::PREFIXES.into_iter().find(|known| prefix == format!("/{known}"));
    let prefix = prefix.map(|known| format!("/{known}")).unwrap_or_default();
    crate::ssr::redirect(&format!("{prefix}/wejscie/kod?powrot={}", crate::links::safe_return(&back)));
    Ok(())
}

/// Takes the code and signs this browser in.
#[server(endpoint = "finish_sign_in", protocol = Wire<PostUrl>)]
pub async fn finish_sign_in(code: String, back: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = crate::ssr::begun_sign_in(&cx).ok_or(domain::problem::Problem::Invalid(vec![
        domain::form::FieldProblem {
            field: "code".to_owned(),
            problem: domain::form::InputProblem::DeadCode,
        },
    ]))?;
    let token = backend::service::sign_in::finish(&cx, id, &code).await?;
    crate::ssr::open_session(&cx, &token);
    crate::ssr::redirect(crate::links::safe_return(&back));
    Ok(())
}

/// Signs this browser in as one of the demonstration's people.
#[server(endpoint = "sign_in_as", protocol = Wire<PostUrl>)]
pub async fn sign_in_as(person_id: String, back: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    let id = person_id.parse().map_err(|_| domain::problem::Problem::NotFound)?;
    let token = backend::service::sign_in::as_persona(&cx, id).await?;
    crate::ssr::open_session(&cx, &token);
    crate::ssr::redirect(crate::links::safe_return(&back));
    Ok(())
}
