//! Server functions of posting: handing in, sending back, trust, templates, rules that approve by themselves.

use crate::error::UiError;
use crate::wire::Wire;
use domain::form::RuleForm;
use domain::ids::{ApprovalRuleId, OpportunityId, OrganisationId, TemplateId};
use domain::view::{EditorView, RulesView, TrustRow};
use leptos::prelude::*;
use server_fn::codec::PostUrl;

/// The editor of a new opportunity that starts from a template.
#[server(endpoint = "start_from_template", protocol = Wire)]
pub async fn start_from_template(id: TemplateId) -> Result<EditorView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::templates::start(&cx, id).await?)
}

/// Gives a draft to a coordinator.
#[server(endpoint = "hand_in", protocol = Wire<PostUrl>)]
pub async fn hand_in(id: OpportunityId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::posting::hand_in(&cx, id).await?)
}

/// Gives what was handed in back with a note.
#[server(endpoint = "send_back", protocol = Wire<PostUrl>)]
pub async fn send_back(id: OpportunityId, #[server(default)] note: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::posting::send_back(&cx, id, &note).await?)
}

/// Which organisations publish alone.
#[server(endpoint = "trusted", protocol = Wire)]
pub async fn trusted() -> Result<Vec<TrustRow>, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::posting::trusted(&cx).await?)
}

/// Lets an organisation publish alone, or no longer.
#[server(endpoint = "trust_organisation", protocol = Wire<PostUrl>)]
pub async fn trust_organisation(id: OrganisationId, #[server(default)] trusted: bool) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::posting::trust(&cx, id, trusted).await?)
}

/// Saves what an opportunity says as a template.
#[server(endpoint = "save_template", protocol = Wire<PostUrl>)]
pub async fn save_template(
    from: OpportunityId,
    #[server(default)] name: String,
    #[server(default)] of_centre: bool,
) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::templates::save(&cx, from, &name, of_centre).await?;
    Ok(())
}

/// Gives a template another name.
#[server(endpoint = "rename_template", protocol = Wire<PostUrl>)]
pub async fn rename_template(id: TemplateId, #[server(default)] name: String) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::templates::rename(&cx, id, &name).await?)
}

/// Removes a template.
#[server(endpoint = "remove_template", protocol = Wire<PostUrl>)]
pub async fn remove_template(id: TemplateId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::templates::remove(&cx, id).await?)
}

/// The rules, and what the one that is typed would say.
#[server(name = ReadRules, endpoint = "rules", protocol = Wire)]
pub async fn rules(tried: Option<RuleForm>) -> Result<RulesView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::approval::rules(&cx, tried.as_ref()).await?)
}

/// Adds a rule.
#[server(endpoint = "add_rule", protocol = Wire<PostUrl>)]
pub async fn add_rule(#[server(default)] form: RuleForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::approval::add(&cx, &form).await?;
    crate::ssr::redirect(&format!("/{}/koordynacja/zasady", cx.locale.code()));
    Ok(())
}

/// Ends a rule.
#[server(endpoint = "end_rule", protocol = Wire<PostUrl>)]
pub async fn end_rule(id: ApprovalRuleId) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::approval::end(&cx, id).await?;
    crate::ssr::redirect(&format!("/{}/koordynacja/zasady", cx.locale.code()));
    Ok(())
}
