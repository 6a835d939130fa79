//! Templates: starting from one, saving one, keeping them.

use super::{Base, outcome, wrong};
use crate::components::field::Field;
use crate::components::icon::icon;
use crate::forms::{ActionForm, FormAction, typed};
use crate::links::href;
use crate::pages::coordination::posting::{RemoveTemplate, RenameTemplate, SaveTemplate};
use domain::ids::OpportunityId;
use domain::view::{EditorView, TemplateRow};
use leptos::prelude::*;
use server_fn::ServerFn;

/// What a new opportunity can start from.
pub(super) fn offered(view: &EditorView) -> impl IntoView + use<> {
    let Base(base) = expect_context();
    let problem = FormAction::<RenameTemplate>::new().value().get_untracked().and_then(Result::err);
    let rows: Vec<_> = view.templates.iter().map(|row| template(row, base)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="section" aria-labelledby="wzory">
                <div class="section-head"><h2 id="wzory">{t!("templates-title")}</h2></div>
                {problem.map(|error| crate::components::message::problem_note(&error))}
                <ul class="card pad templates">{rows}</ul>
            </section>
        }
    })
}

/// One template: a link that starts from it; renaming and removing behind a fold.
fn template(row: &TemplateRow, base: &str) -> impl IntoView + use<> {
    let to = href(&format!("{base}/nowa?wzor={}", row.id));
    let whose = row.organisation.clone().unwrap_or_else(|| t!("templates-centre"));
    let (id, name) = (row.id.to_string(), row.name.clone());
    let field = format!("nazwa-{id}");
    view! {
        <li class="row">
            <p class="grow"><a href=to rel="external">{row.name.clone()}</a>" "<small class="soft">{whose}</small></p>
            {row.mine.then(|| view! {
                <details class="fold template-more">
                    <summary aria-label=t!("templates-more-name", name = name.clone())>{t!("more")}</summary>
                    <form class="row" method="post" action=RenameTemplate::url()>
                        <input type="hidden" name="id" value=id.clone() />
                        <div class="field grow">
                            <label for=field.clone()>{t!("templates-name")}</label>
                            <input class="input" id=field name="name" required maxlength="80" value=name.clone() />
                        </div>
                        <button class="btn small" type="submit">{t!("save")}</button>
                        <button class="btn small danger" type="submit" formnovalidate formaction=RemoveTemplate::url() aria-label=t!("templates-remove-name", name = name.clone())>
                            {t!("templates-remove")}
                        </button>
                    </form>
                </details>
            })}
        </li>
    }
}

/// Saving what is stored as a template, behind a fold.
pub(super) fn save(id: OpportunityId, coordinates: bool) -> impl IntoView {
    let action = FormAction::<SaveTemplate>::new();
    let typed = typed::<SaveTemplate>();
    let unfolded = typed.is_some();
    let name = typed.map(|typed| typed.name).unwrap_or_default();
    let wrong = wrong(action);
    view! {
        <section class="section">
            {outcome(action, None, |()| t!("templates-saved"))}
            <details class="fold" open=unfolded>
                <summary>{icon("plus")}{t!("templates-save")}</summary>
                <ActionForm action attr:class="form">
                    <input type="hidden" name="from" value=id.to_string() />
                    <p>{t!("templates-save-text")}</p>
                    <Field name="name" field="name" label=t!("templates-name") value=name required=true wrong />
                    {coordinates.then(|| view! {
                        <label class="check">
                            <input type="checkbox" name="of_centre" value="true" />
                            <span>{t!("templates-of-centre")}</span>
                        </label>
                    })}
                    <div class="form-end">
                        <button class="btn" aria-busy=move || action.pending().get().then_some("true")>{t!("templates-save-now")}</button>
                    </div>
                </ActionForm>
            </details>
        </section>
    }
}
