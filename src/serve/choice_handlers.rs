//! Choosing the profile of a run: an existing one, a new one, or another task.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path as UrlPath, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::form_handlers::{FormRequest, Posted};
use super::form_pages::{
    Chosen, FieldError, FieldView, FormPage, FormState, MessagePage, Question, SectionView, TasksPage, choice,
};
use super::pages::Words;
use super::session::{ChosenProfile, EditingSession, TokenState};
use super::site::Site;
use super::{AppState, html, missing, see_other};
use crate::department;
use crate::department::values::Text;
use crate::problem::Problems;
use crate::scaffold::person::{NewPersonError, new_person};
use crate::source::personal_numbers::{masked, personal_numbers};
use crate::source::walk::{relative_name, shared_file};
use crate::source::{FileKind, file_names};
use crate::storage::lock;

/// Asks whether a person's profile is the one to change in this run.
pub(super) async fn ask_to_choose(
    State(state): State<Arc<AppState>>,
    UrlPath(id): UrlPath<String>,
) -> Response {
    for_person(state, id, |request, profile| {
        if request.editing.chosen().is_some_and(|chosen| chosen != profile) {
            return request.message("edit-other-chosen");
        }
        let question = Question {
            key: if request.chosen.is_leader { "edit-choose-as-leader" } else { "edit-choose" },
            action: format!(
                "{}/profil/vaelg/{}",
                request.state.base,
                request.chosen.pages.map_or("", |pages| &pages.id)
            ),
            back: request.state.base.clone(),
            choices: Vec::new(),
            details: Vec::new(),
            hidden: Vec::new(),
        };
        request.ask(question, "").unwrap_or_else(|refused| request.refuse(refused))
    })
    .await
}

pub(super) async fn choose(
    State(state): State<Arc<AppState>>,
    UrlPath(id): UrlPath<String>,
    body: Body,
) -> Response {
    let posted = match Posted::receive("vaelg", body).await {
        Ok(posted) => posted,
        Err(status) => return status.into_response(),
    };
    for_person(state, id, move |request, profile| {
        if request.editing.token_state(posted.token(), &posted.digest()) == TokenState::Unknown {
            return request.message("edit-expired");
        }
        if request.editing.choose(profile) {
            see_other(&format!("{}/profil", request.state.base))
        } else {
            request.message("edit-other-chosen")
        }
    })
    .await
}

/// Runs `answer` for the person with `id`, chosen or not, on a blocking thread.
async fn for_person(
    state: Arc<AppState>,
    id: String,
    answer: impl FnOnce(&FormRequest<'_>, ChosenProfile) -> Response + Send + 'static,
) -> Response {
    let answered = tokio::task::spawn_blocking(move || {
        let site = state.site();
        let Some(editing) = &state.editing else { return missing(&state) };
        let Some((department, file, pages)) = site.person(&id) else { return missing(&state) };
        let Some((data, _)) = department.read() else { return missing(&state) };
        let profile = ChosenProfile { folder: department.folder.clone(), file: file.to_owned() };
        let person = data.people.iter().find(|person| person.file.name == file);
        let name = person.map_or_else(|| file_names::stem(file), |person| &person.name.value);
        let name = &masked(name);
        let chosen = Chosen {
            base: &state.base,
            site: &site,
            department,
            data,
            name,
            pages: Some(pages),
            is_leader: editing.options.is_leader,
            has_tasks: editing.has_tasks(),
        };
        answer(&FormRequest { state: &state, editing, chosen, profile: profile.clone() }, profile)
    });
    answered.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The form for a new profile.
pub(super) async fn new_profile(State(state): State<Arc<AppState>>) -> Response {
    blocking(state, |state, site, editing| new_profile_page(state, site, editing, "", "", None)).await
}

async fn blocking(
    state: Arc<AppState>,
    answer: impl FnOnce(&AppState, &Site, &EditingSession) -> Response + Send + 'static,
) -> Response {
    let answered = tokio::task::spawn_blocking(move || {
        let site = state.site();
        match &state.editing {
            Some(editing) if !editing.options.is_leader => answer(&state, &site, editing),
            _ => missing(&state),
        }
    });
    answered.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The page for a new profile; `error` is the message key of what was wrong.
fn new_profile_page(
    state: &AppState,
    site: &Site,
    editing: &EditingSession,
    name: &str,
    school: &str,
    error: Option<(&'static str, &'static str)>,
) -> Response {
    let usable = site.departments.iter().filter_map(|department| Some((department, department.read()?.0)));
    let usable: Vec<_> = usable.collect();
    let Some((department, data)) = usable.first() else {
        return html(StatusCode::OK, &MessagePage::waiting(&state.base, site, state.language));
    };
    if editing.chosen().is_some() {
        return see_other(&format!("{}/profil", state.base));
    }
    let words = Words(department.language);
    let mut schools = vec![choice("", words.say("edit-choose-school"), school)];
    for (department, data) in &usable {
        for (i, own) in data.settings.schools.iter().enumerate() {
            let value = format!("{}-{i}", department.id);
            let label = if usable.len() > 1 {
                format!("{} ({})", own.name, department.name)
            } else {
                own.name.clone()
            };
            schools.push(choice(&value, label, school));
        }
    }
    let errors = |field: &str| {
        error
            .filter(|(own, _)| *own == field)
            .map(|(_, key)| FieldError::new(key, words))
            .into_iter()
            .collect()
    };
    let fields = vec![
        FieldView::text("navn", words.say("edit-name"), name).with_errors(errors("navn")),
        FieldView::select("skole", words.say("edit-school"), schools).with_errors(errors("skole")),
    ];
    let section = SectionView::plain("ny-profil", String::new(), fields);
    let Ok(token) = editing.new_token() else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let form = FormState { token, ..FormState::default() };
    let chosen = Chosen {
        base: &state.base,
        site,
        department,
        data,
        name: "",
        pages: None,
        is_leader: false,
        has_tasks: editing.has_tasks(),
    };
    let page = FormPage::for_new_profile(&chosen, vec![section], form);
    html(StatusCode::OK, &page)
}

pub(super) async fn make_profile(State(state): State<Arc<AppState>>, body: Body) -> Response {
    let posted = match Posted::receive("ny", body).await {
        Ok(posted) => posted,
        Err(status) => return status.into_response(),
    };
    blocking(state, move |state, site, editing| {
        let (name, school) =
            (posted.get("navn").unwrap_or_default(), posted.get("skole").unwrap_or_default());
        let refuse = |field, key| new_profile_page(state, site, editing, name, school, Some((field, key)));
        // One at a time, so that a second click finds the profile of the first.
        let _posting = editing.posting();
        if editing.chosen().is_some() {
            return see_other(&format!("{}/profil", state.base));
        }
        if editing.token_state(posted.token(), &posted.digest()) == TokenState::Unknown {
            return new_profile_page(state, site, editing, name, school, None);
        }
        if personal_numbers(name).next().is_some() {
            return refuse("navn", "edit-name-cpr");
        }
        let Ok(Text(name)) = name.parse::<Text>() else { return refuse("navn", "edit-name-missing") };
        let found = school.rsplit_once('-').and_then(|(id, index)| {
            let department = site.department(id)?;
            let (data, _) = department.read()?;
            Some((department, data.settings.schools.get(index.parse::<usize>().ok()?)?.name.clone()))
        });
        let Some((department, school)) = found else { return refuse("skole", "edit-school-missing") };
        let folder = &department.folder;
        let Ok(lock) = lock::for_file(folder, &shared_file(folder, FileKind::Settings)) else {
            return refuse("navn", "edit-not-written");
        };
        let reading = department::read(folder, None, &mut Problems::default());
        let Some(data) = reading.ok().and_then(|reading| reading.department) else {
            return refuse("navn", "serve-unusable");
        };
        match new_person(folder, &data, &name, &school, department.language, &lock) {
            Ok(path) => {
                let file = relative_name(folder, &path);
                editing.choose(ChosenProfile { folder: folder.clone(), file });
                see_other(&format!("{}/profil", state.base))
            }
            Err(NewPersonError::Name) => refuse("navn", "edit-name-missing"),
            Err(NewPersonError::School(_)) => refuse("skole", "edit-school-missing"),
            Err(NewPersonError::Person(_) | NewPersonError::File(_)) => refuse("navn", "edit-name-taken"),
            Err(NewPersonError::Link(_) | NewPersonError::Io(..)) => refuse("navn", "edit-not-written"),
        }
    })
    .await
}

/// The tasks to choose from.
pub(super) fn tasks(state: &AppState, editing: &EditingSession) -> Response {
    let site = state.site();
    let documents = editing.options.documents.as_ref().map(|folder| folder.display().to_string());
    let page = TasksPage::new(
        &state.base,
        &site,
        state.language,
        documents.unwrap_or_default(),
        editing.chosen().is_some(),
    );
    html(StatusCode::OK, &page)
}
