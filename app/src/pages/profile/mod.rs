//! My profile.

pub mod feed;
mod watching;

pub use watching::{EndWatch, WatchWhole};

use crate::components::field::Field;
use crate::components::message::{good_note, problem_note, problem_page};
use crate::error::UiError;
use crate::forms::{ActionForm, FormAction, typed};
use crate::i18n::use_locale;
use crate::pages::people::held;
use crate::wire::{Wire, read, when_there};
use domain::form::ProfileForm;
use domain::locale::{LOCALES, Locale, weekday_short};
use domain::person::{ALL_OCCUPATIONS, ALL_PARTS};
use domain::view::ProfileView;
use leptos::prelude::*;
use leptos_meta::Title;
use server_fn::codec::PostUrl;

/// What is stored about the reader.
#[server(endpoint = "profile", protocol = Wire)]
pub async fn profile() -> Result<ProfileView, UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::profile::show(&cx).await?)
}

/// Saves the profile.
#[server(endpoint = "save_profile", protocol = Wire<PostUrl>)]
pub async fn save_profile(form: ProfileForm) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    Ok(backend::service::profile::save(&cx, &form).await?)
}

/// Chooses the language of messages and of pages without a prefix.
#[server(endpoint = "set_locale", protocol = Wire<PostUrl>)]
pub async fn set_locale(locale: Locale) -> Result<(), UiError> {
    let cx = crate::ssr::cx()?;
    backend::service::profile::set_locale(&cx, locale).await?;
    crate::ssr::remember_locale(&cx, locale);
    crate::ssr::redirect(&format!("/{}/profil", locale.code()));
    Ok(())
}

/// My profile.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let save = FormAction::<SaveProfile>::new();
    let (add, end) = (FormAction::<WatchWhole>::new(), FormAction::<EndWatch>::new());
    let source = move || (add.version().get(), end.version().get());
    let view = read(source, |_| profile());
    // What became of what was sent last; a watch that was taken shows itself.
    let saved = move || save.value().get().map(|saved| saved.map(|()| t!("profile-saved")));
    let watched =
        move |watch: RwSignal<Option<Result<(), UiError>>>| watch.get().and_then(Result::err).map(Err);
    let all = [add.value(), end.value()];
    let last = RwSignal::new(untrack(|| all.into_iter().find_map(watched).or_else(saved)));
    Effect::new(move |_| saved().into_iter().for_each(|saved| last.set(Some(saved))));
    for watch in all {
        Effect::new(move |_| watched(watch).into_iter().for_each(|failed| last.set(Some(failed))));
    }
    let outcome = move || match last.get()? {
        Ok(saved) => Some(good_note(&saved).into_any()),
        Err(error) => Some(problem_note(&error).into_any()),
    };
    view! {
        <Title text=t!("nav-profile") />
        <main class="page page-text" id="tresc" tabindex="-1">
            {move || when_there(async move {
                match view.await {
                    Ok(mut view) => {
                        if let Some(typed) = typed::<SaveProfile>() {
                            view.form = typed.form;
                        }
                        page(&view, save, (add, end)).into_any()
                    }
                    Err(error) => problem_page(&error).into_any(),
                }
            })}
            <div aria-live="polite">{outcome}</div>
            <feed::OwnCalendar />
        </main>
    }
}

fn page(
    view: &ProfileView,
    save: FormAction<SaveProfile>,
    (add, end): (FormAction<WatchWhole>, FormAction<EndWatch>),
) -> impl IntoView + use<> {
    let form = view.form.clone();
    let wrong = Signal::derive(move || save.value().get().and_then(Result::err));
    let volunteer = view.status.is_some();
    let status = view
        .status
        .map(|status| view! { <span class="tag accent">{t!(&format!("status-{}", status.code()))}</span> });
    let steps = view.missing.iter().map(|step| {
        let code = step.code();
        view! { <li>{t!(&format!("missing-{code}"))}<small>{t!(&format!("missing-{code}-how"))}</small></li> }
    });
    let about = volunteer.then(|| volunteer_fields(view, wrong));
    view! {
        <div class="page-head"><div><h1>{t!("nav-profile")}</h1><p class="lede">{view.email.clone()}" "{status}</p></div></div>
        {(!view.missing.is_empty()).then(|| view! {
            <section class="section"><h2>{t!("missing-title")}</h2><ol class="steps">{steps.collect_view()}</ol></section>
        })}
        <ActionForm action=save attr:class="form">
            <fieldset class="form-part">
                <legend>{t!("profile-about")}</legend>
                <Field name="form[name]" field="name" label=t!("your-name") autocomplete="name" required=true value=form.name wrong=wrong />
                <Field name="form[phone]" field="phone" label=t!("phone") kind="tel" autocomplete="tel" value=form.phone wrong=wrong />
            </fieldset>
            {about}
            <div class="form-end"><button class="btn" type="submit">{t!("save")}</button></div>
        </ActionForm>
        {volunteer.then(|| qualifications(view))}
        {watching::watching(view, add, end)}
        {settings(view)}
    }
}

/// What coordinators recorded; only they change it.
fn qualifications(view: &ProfileView) -> impl IntoView + use<> {
    let rows = view.qualifications.iter().map(|row| view! { <li>{held(row)}</li> });
    view! {
        <section class="section" aria-labelledby="uprawnienia">
            <h2 id="uprawnienia">{t!("qualifications-title")}</h2>
            {if view.qualifications.is_empty() {
                view! { <p class="soft">{t!("qualifications-none-own")}</p> }.into_any()
            } else {
                view! { <ul class="list panel held">{rows.collect_view()}</ul> }.into_any()
            }}
            <p class="soft tiny">{t!("qualifications-own")}</p>
        </section>
    }
}

fn volunteer_fields(view: &ProfileView, wrong: Signal<Option<UiError>>) -> impl IntoView + use<> {
    let form = &view.form;
    let known = !form.birth_on.is_empty();
    let hint = if known { t!("birth-known") } else { t!("birth-hint") };
    let districts =
        view.choices.districts.iter().map(|choice| (choice.id.to_string(), choice.name.clone())).collect();
    let occupations =
        ALL_OCCUPATIONS.map(|o| (o.code().to_owned(), t!(&format!("occupation-{}", o.code())))).to_vec();
    let kinds = view.choices.kinds.iter().map(|kind| {
        let code = kind.code.to_string();
        let checked = form.kinds.contains(&code);
        view! { <label class="pick"><input type="checkbox" name="form[kinds][]" value=code checked=checked /><span>{kind.short.clone()}</span></label> }
    });
    view! {
        <fieldset class="form-part">
            <legend>{t!("profile-volunteer")}</legend>
            <Field name="form[birth_on]" field="birth_on" label=t!("birth-date") hint=hint kind="date" autocomplete="bday" value=form.birth_on.clone() wrong=wrong />
            {select("form[district_id]", "district_id", t!("filter-district"), Some(t!("not-said")), districts, &form.district_id)}
            {select("form[occupation]", "occupation", t!("occupation"), None, occupations, &form.occupation)}
            <Field name="form[languages]" field="languages" label=t!("languages") hint=t!("languages-hint") value=form.languages.clone() wrong=wrong />
            <Field name="form[skills]" field="skills" label=t!("skills") hint=t!("skills-hint") value=form.skills.clone() wrong=wrong />
            <Field name="form[weekly_hours]" field="weekly_hours" label=t!("weekly-hours") hint=t!("weekly-hours-hint") kind="number" class="input short" value=form.weekly_hours.clone() wrong=wrong />
            <fieldset class="field"><legend>{t!("kinds-liked")}</legend><div class="picks">{kinds.collect_view()}</div></fieldset>
            {free_time(&form.free)}
        </fieldset>
    }
}

fn select(
    name: &'static str,
    id: &'static str,
    label: String,
    none: Option<String>,
    choices: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let id = format!("f-{id}");
    let chosen = chosen.to_owned();
    let option = move |(value, text): (String, String)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select class="select" id=id name=name>
                {none.map(|none| view! { <option value="">{none}</option> })}
                {choices.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// The weekly grid: seven days, three parts.
fn free_time(free: &[String]) -> impl IntoView + use<> {
    let locale = use_locale();
    let head = ALL_PARTS.map(|part| view! { <th scope="col">{t!(&format!("part-{}", part.code()))}</th> });
    let rows = (1..=7).map(|day: i8| {
        let weekday = domain::locale::text(locale, &format!("weekday-{day}"), &[]);
        let cells = ALL_PARTS.map(|part| {
            let value = format!("{day}-{}", part.code());
            let checked = free.contains(&value);
            let label = format!("{weekday}, {}", t!(&format!("part-{}", part.code())));
            view! {
                <td>
                    <label>
                        <input type="checkbox" name="form[free][]" value=value checked=checked aria-label=label />
                        <span aria-hidden="true">"✓"</span>
                    </label>
                </td>
            }
        });
        view! { <tr><th scope="row">{weekday_short(locale, day)}</th>{cells.collect_view()}</tr> }
    });
    view! {
        <fieldset class="field">
            <legend>{t!("free-time")}</legend>
            <table class="avail"><thead><tr><td></td>{head.collect_view()}</tr></thead><tbody>{rows.collect_view()}</tbody></table>
        </fieldset>
    }
}

/// Language of messages, and signing out everywhere.
fn settings(view: &ProfileView) -> impl IntoView + use<> {
    let languages = LOCALES.map(|locale| (locale.code().to_owned(), locale.own_name().to_owned())).to_vec();
    view! {
        <section class="section">
            <h2>{t!("settings")}</h2>
            <form class="form" method="post" action="/api/set_locale">
                {select("locale", "locale", t!("language-messages"), None, languages, view.locale.code())}
                <button class="btn ghost" type="submit">{t!("save")}</button>
            </form>
        </section>
        <section class="section">
            <h2>{t!("sign-out-title")}</h2>
            <p>{t!("sessions", count = view.sessions)}</p>
            <div class="btn-row">
                <form method="post" action="/api/sign_out"><button class="btn ghost" type="submit">{t!("sign-out")}</button></form>
                <form method="post" action="/api/sign_out_everywhere"><button class="btn danger" type="submit">{t!("sign-out-everywhere")}</button></form>
            </div>
        </section>
    }
}
