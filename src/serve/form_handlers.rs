//! Answers the requests of the profile form: shows its pages, and writes what they post.
//!
//! Every post carries the token of its form, with which answers are written once, and the digest of the
//! text that the form was made from. A changed file is merged field by field, and what both sides have changed
//! is asked about. Files are read and written on blocking threads, since locks may wait.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use askama::Template;
use axum::body::{Body, to_bytes};
use axum::extract::{Path as UrlPath, Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

use super::form_pages::{
    ActivityKind, CheckedPage, Chosen, CoursesPage, FieldError, FormPage, FormState, FormStep, FormValues,
    MessagePage, Notice, PlanPage, Question, QuestionPage, TextPage, conflict, has_wish, note_date_name,
    note_name, problems_by_field, sections,
};
use super::pages::Words;
use super::session::{ChosenProfile, EditingSession, Saved, TokenState, Undo};
use super::site::ProblemView;
use super::{AppState, QueryString, html, missing, see_other};
use crate::agreement::Agreement;
use crate::agreement::record::Record;
use crate::agreement::signature_status::SignatureStatus;
use crate::chart::palette::Palette;
use crate::chart::radar::{RenderedRadar, draw};
use crate::chart::standalone::stand_alone;
use crate::department::Department;
use crate::department::learning_form::LearningForm;
use crate::document::view::{areas, radar as radar_view, scale as scale_steps};
use crate::problem::Problems;
use crate::profile_form::merge::{matching_lines, merge, same_plan};
use crate::profile_form::{
    Answers, AreaPart, FieldId, FormChange, FormError, LinePart, NOT_RELEVANT, ProfileText, note_item,
};
use crate::source::decode::{DecodedAs, decode, encode_like};
use crate::source::file_names::RECORD_EXTENSION;
use crate::source::personal_numbers::{masked, personal_numbers};
use crate::source::walk::MAX_FILE_BYTES;
use crate::source::{file_names, text_lines};
use crate::storage;
use crate::storage::lock;
use crate::typeface::Typeface;

/// The largest body of a form, in bytes; percent encoding triples a text of the largest size.
const MAX_BODY_BYTES: usize = 3 * MAX_FILE_BYTES as usize + 100_000;
/// The timeout for receiving a body.
const BODY_TIMEOUT: Duration = Duration::from_secs(30);
/// The longest new answer to a field, in characters.
const MAX_ANSWER_CHARS: usize = 2_000;

static TYPEFACE: LazyLock<Typeface> = LazyLock::new(Typeface::embedded);

/// A posted form.
pub(super) struct Posted {
    /// The path to which it was posted, below `/profil/`.
    path: String,
    fields: BTreeMap<String, Vec<String>>,
}

impl Posted {
    pub(super) async fn receive(path: &str, body: Body) -> Result<Self, StatusCode> {
        let received = tokio::time::timeout(BODY_TIMEOUT, to_bytes(body, MAX_BODY_BYTES)).await;
        let bytes =
            received.map_err(|_| StatusCode::REQUEST_TIMEOUT)?.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        Ok(Self { path: path.to_owned(), fields: Self::parse(&bytes) })
    }

    fn parse(bytes: &[u8]) -> BTreeMap<String, Vec<String>> {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(bytes) {
            fields.entry(name.into_owned()).or_default().push(value.into_owned());
        }
        fields
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.first().map(String::as_str)
    }

    fn all(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    pub(super) fn token(&self) -> &str {
        self.get("token").unwrap_or_default()
    }

    /// Digest of all that was posted except the token.
    pub(super) fn digest(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        let mut add = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        };
        add(&self.path);
        for (name, values) in self.fields.iter().filter(|(name, _)| *name != "token") {
            for value in values {
                add(name);
                add(value);
            }
        }
        hasher.finalize()
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == Some("ja")
    }

    /// The posted fields of the form by their own names.
    fn answers(&self) -> BTreeMap<FieldId, String> {
        let fields = self.fields.iter();
        fields
            .filter_map(|(name, values)| Some((FieldId::from_name(name)?, values.first()?.clone())))
            .collect()
    }
}

/// The profile as it is in its file.
pub(super) struct OnDisk {
    path: PathBuf,
    bytes: Vec<u8>,
    pub text: String,
    /// Whether two encodings are plausible, so that rewriting could garble letters.
    is_ambiguous: bool,
}

impl OnDisk {
    pub(super) fn read(path: PathBuf) -> io::Result<Self> {
        // A link would lead elsewhere.
        if !path.symlink_metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let bytes = storage::read_up_to(&path, MAX_FILE_BYTES)?;
        let (text, decoded) = decode(&bytes);
        Ok(Self { path, bytes, text, is_ambiguous: matches!(decoded, DecodedAs::Ambiguous { .. }) })
    }

    /// Writes `text` in place of the old one, unless the file has changed meanwhile; returns whether
    /// it was written.
    pub(super) fn write(&self, text: &str, editing: &EditingSession) -> io::Result<bool> {
        let after = encode_like(&self.bytes, text);
        if after.len() as u64 > MAX_FILE_BYTES {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let written = storage::exchange(&self.path, &self.bytes, &after)?;
        if written {
            editing.set_undo(Some(Undo { path: self.path.clone(), before: self.bytes.clone(), after }));
        }
        Ok(written)
    }
}

/// A request about the chosen profile.
pub(super) struct FormRequest<'a> {
    pub state: &'a AppState,
    pub editing: &'a EditingSession,
    pub chosen: Chosen<'a>,
    pub profile: ChosenProfile,
}

/// Runs `answer` for the chosen profile on a blocking thread.
async fn for_chosen(
    state: Arc<AppState>,
    answer: impl FnOnce(&FormRequest<'_>) -> Response + Send + 'static,
) -> Response {
    let answered = tokio::task::spawn_blocking(move || {
        let site = state.site();
        let Some(editing) = &state.editing else { return missing(&state) };
        let Some(profile) = editing.chosen() else { return see_other(&state.base) };
        let department =
            site.departments.iter().find(|department| profile.is(&department.folder, &profile.file));
        let Some((department, (data, _))) =
            department.and_then(|department| Some((department, department.read()?)))
        else {
            return html(StatusCode::OK, &MessagePage::waiting(&state.base, &site, state.language));
        };
        let pages = department.people.get(&profile.file);
        let person = data.people.iter().find(|person| person.file.name == profile.file);
        // A new profile is not among the people before the next build.
        let new = if person.is_none() { read_new(&department.folder, &profile.file, data) } else { None };
        let person = person.or_else(|| new.as_ref()?.profile());
        let name = person.map_or_else(|| file_names::stem(&profile.file), |person| &person.name.value);
        let name = &masked(name);
        let chosen = Chosen {
            base: &state.base,
            site: &site,
            department,
            data,
            name,
            pages,
            is_leader: editing.options.is_leader,
            has_tasks: editing.has_tasks(),
        };
        answer(&FormRequest { state: &state, editing, chosen, profile: profile.clone() })
    });
    answered.await.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

/// The profile `file` in `folder` as it is now.
fn read_new(folder: &Path, file: &str, data: &Department) -> Option<ProfileText> {
    let text = OnDisk::read(folder.join(file)).ok()?.text;
    ProfileText::read(file, text, data).ok()
}

/// Why a request ends early.
pub(super) enum EarlyResponse {
    /// It is answered; boxed, since responses are large.
    Answered(Box<Response>),
    /// A file could not be read or written; the key of the message about it.
    Failed(&'static str),
}

impl From<Response> for EarlyResponse {
    fn from(response: Response) -> Self {
        Self::Answered(Box::new(response))
    }
}

impl EarlyResponse {
    pub(super) fn not_written(error: &io::Error) -> Self {
        Self::Failed(match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "edit-no-permission",
            io::ErrorKind::FileTooLarge => "edit-too-large",
            _ => "edit-not-written",
        })
    }
}

/// What is shown on a page besides the file.
#[derive(Default)]
pub(super) struct Extras {
    pub posted: BTreeMap<FieldId, String>,
    pub errors: BTreeMap<FieldId, Vec<FieldError>>,
    pub notices: Vec<Notice>,
    pub find: String,
    /// Whether to offer to undo the last write.
    pub can_undo: bool,
    /// The digest of the text that the posted form was made from, if it is not the shown one.
    pub digest: Option<String>,
    /// A signature that was not noted.
    pub refused_signature: Option<RefusedSignature>,
}

/// The answers about a signature, and the message key of what is wrong with the field `wrong`.
#[derive(Default)]
pub(super) struct RefusedSignature {
    pub signer: String,
    pub date: String,
    pub code: String,
    pub wrong: &'static str,
    pub key: &'static str,
}

impl RefusedSignature {
    pub(super) fn of(posted: &Posted, wrong: &'static str, key: &'static str) -> Self {
        let typed = |name: &str| posted.get(name).unwrap_or_default().chars().take(500).collect();
        Self { signer: typed("underskriver"), date: typed("dato"), code: typed("kode"), wrong, key }
    }
}

impl Extras {
    pub(super) fn notice(notice: Notice) -> Self {
        Self { notices: vec![notice], ..Self::default() }
    }
}

impl FormRequest<'_> {
    pub(super) fn words(&self) -> Words {
        self.chosen.words()
    }

    fn path(&self) -> PathBuf {
        self.chosen.department.folder.join(&self.profile.file)
    }

    pub(super) fn page(&self, page: &impl Template) -> Response {
        html(StatusCode::OK, page)
    }

    pub(super) fn message(&self, key: &str) -> Response {
        self.page(&MessagePage::about(&self.chosen, key))
    }

    fn new_token(&self) -> Result<String, EarlyResponse> {
        self.editing.new_token().map_err(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response().into())
    }

    pub(super) fn form_state(
        &self,
        text: &str,
        notices: Vec<Notice>,
        can_undo: bool,
    ) -> Result<FormState, EarlyResponse> {
        let token = self.new_token()?;
        let can_undo = can_undo && self.editing.undo().is_some();
        let undo_token = if can_undo { self.new_token()? } else { String::new() };
        let digest = self.editing.remember(text);
        Ok(FormState { token, digest, notices, can_undo, undo_token, ..FormState::default() })
    }

    pub(super) fn read(&self) -> Result<OnDisk, EarlyResponse> {
        OnDisk::read(self.path()).map_err(|_| EarlyResponse::Failed("edit-unreadable"))
    }

    pub(super) fn profile_text(&self, text: &str) -> Result<ProfileText, Problems> {
        ProfileText::read(&self.profile.file, text.to_owned(), self.chosen.data)
    }

    /// The page `step` of the file as it is now.
    pub(super) fn show(&self, step: FormStep, extras: Extras) -> Response {
        let shown = self.read().and_then(|disk| self.show_of(step, &disk.text, extras));
        shown.unwrap_or_else(|refused| self.refuse(refused))
    }

    /// The response to a request with nothing typed that ended early.
    pub(super) fn refuse(&self, refused: EarlyResponse) -> Response {
        match refused {
            EarlyResponse::Answered(response) => *response,
            EarlyResponse::Failed(key) => self.message(key),
        }
    }

    /// The response to a posted page that ended early: after a failure, what was typed is shown again.
    pub(super) fn refuse_post(&self, step: FormStep, posted: &Posted, refused: EarlyResponse) -> Response {
        match refused {
            EarlyResponse::Answered(response) => *response,
            EarlyResponse::Failed(key) => {
                let mut notice = Notice::of("warning", key, self.words());
                if step != FormStep::Plan {
                    notice.hint = format!("{}\n{}", notice.hint, self.words().say("edit-still-here"));
                }
                let extras = Extras {
                    posted: self.mine(step, posted),
                    refused_signature: (step == FormStep::Signatures)
                        .then(|| RefusedSignature::of(posted, "", key)),
                    ..Extras::notice(notice)
                };
                match self.show_typed(step, posted, extras) {
                    Ok(response) => response,
                    Err(EarlyResponse::Answered(response)) => *response,
                    Err(EarlyResponse::Failed(_)) => self.message(key),
                }
            }
        }
    }

    /// The page `step` with the posted answers in `extras`. It is made from the text that the form was made
    /// from, or that it became, so that a later save merges what others have changed meanwhile.
    fn show_typed(
        &self,
        step: FormStep,
        posted: &Posted,
        mut extras: Extras,
    ) -> Result<Response, EarlyResponse> {
        let digest = posted.get("grundlag").map(str::to_owned);
        let digest = match step {
            FormStep::Line(None) => digest,
            _ => self.editing.written_text(posted.token()).or(digest),
        };
        let base = digest.as_deref().and_then(|digest| self.editing.text(digest));
        let on_disk = self.read().map(|disk| disk.text);
        match step {
            FormStep::Text => {
                let text = on_disk.or_else(|error| base.map(|base| base.to_string()).ok_or(error))?;
                self.text_page(Some(&typed_text(posted)), &text, !is_base(posted, &text), extras)
            }
            FormStep::Signatures => self.signatures_page(&on_disk?, extras),
            _ => {
                extras.digest = digest;
                if step == FormStep::Assessment {
                    return self.assessment(extras);
                }
                let has_fields = |text: &&str| self.profile_text(text).is_ok();
                let text = base.as_deref().filter(has_fields);
                let text = text.or_else(|| on_disk.as_deref().ok().filter(has_fields));
                self.show_of(step, text.ok_or(EarlyResponse::Failed("edit-no-fields"))?, extras)
            }
        }
    }

    fn show_of(&self, step: FormStep, text: &str, extras: Extras) -> Result<Response, EarlyResponse> {
        if !is_allowed(step, self.chosen.is_leader) {
            return Err(missing(self.state).into());
        }
        match step {
            FormStep::Text => return self.text_page(None, text, false, extras),
            FormStep::Assessment => return self.assessment(extras),
            FormStep::Signatures => return self.signatures_page(text, extras),
            _ => {}
        }
        let Ok(profile) = self.profile_text(text) else {
            // As text, since it has no fields.
            let mut notices = extras.notices;
            notices.push(Notice::of("warning", "edit-not-readable", self.words()));
            return if self.chosen.is_leader {
                Ok(self.message("edit-not-readable"))
            } else {
                self.text_page(None, text, false, Extras { notices, ..Extras::default() })
            };
        };
        let answers = profile.answers();
        if matches!(step, FormStep::Line(Some(line)) if line >= answers.lines()) {
            return Err(see_other(&format!("{}/profil/plan", self.state.base)).into());
        }
        let mut by_field = problems_by_field(&profile, &self.chosen);
        let mut notices = extras.notices;
        if step == FormStep::LastYear && answers.past_goals().is_empty() {
            notices.push(Notice::of("note", "edit-no-last-year", self.words()));
        }
        let mut form = self.form_state(text, notices, extras.can_undo)?;
        form.is_unsaved = !extras.posted.is_empty();
        form.digest = extras.digest.unwrap_or(form.digest);
        if step == FormStep::Plan {
            return Ok(self.page(&PlanPage::new(&self.chosen, answers, by_field, form)));
        }
        for (field, errors) in extras.errors {
            by_field.insert(field, errors);
        }
        if step == FormStep::Line(None) {
            form.hidden.push(("linje".to_owned(), answers.lines().to_string()));
        }
        let is_numbered = step == FormStep::Levels && drawn_radar(self, &BTreeMap::new()).0.numbered;
        let shown = FormValues { answers, posted: &extras.posted, errors: by_field };
        let sections = sections(step, &self.chosen, shown, &extras.find, is_numbered);
        Ok(self.page(&FormPage::new(step, &self.chosen, sections, form)))
    }

    fn problem_views(&self, problems: &Problems) -> Vec<ProblemView> {
        let department = self.chosen.department;
        problems
            .clone()
            .in_order()
            .into_iter()
            .map(|problem| ProblemView::of(&problem, "", department.language))
            .collect()
    }

    fn problems_of(&self, text: &str) -> Vec<ProblemView> {
        match self.profile_text(text) {
            Ok(profile) => self.problem_views(profile.problems()),
            Err(problems) => self.problem_views(&problems),
        }
    }

    /// The page of the text `on_disk`, or of what was typed in its place. With `show_both`, both are shown.
    fn text_page(
        &self,
        typed: Option<&str>,
        on_disk: &str,
        show_both: bool,
        extras: Extras,
    ) -> Result<Response, EarlyResponse> {
        let mut form = self.form_state(on_disk, extras.notices, extras.can_undo)?;
        form.is_unsaved = typed.is_some();
        let text = typed.unwrap_or(on_disk);
        let theirs = show_both.then_some(on_disk);
        Ok(self.page(&TextPage::new(&self.chosen, text, theirs, self.problems_of(text), form)))
    }

    /// The answers of a posted page.
    pub(super) fn mine(&self, step: FormStep, posted: &Posted) -> BTreeMap<FieldId, String> {
        let mut answers = posted.answers();
        answers.retain(|field, _| belongs_to(*field, step, self.chosen.is_leader));
        if step == FormStep::Assessment {
            let areas = 0..self.chosen.data.role_model.areas.len();
            let posted = areas.filter_map(|area| {
                let answer = posted.get(&format!("vurdering-{area}"))?;
                Some((FieldId::Area(area, AreaPart::Now), answer.to_owned()))
            });
            return posted.collect();
        }
        if posted.is("raw") {
            return answers;
        }
        if step == FormStep::Consent {
            if let Some(booklet) = answers.get_mut(&FieldId::Booklet).filter(|answer| *answer != "ja") {
                booklet.clear();
            }
            if let Some(teaches) = answers.get_mut(&FieldId::Teaches) {
                *teaches = match teaches.as_str() {
                    "ja" => "ja".to_owned(),
                    "nogle" => posted.all("oplaerer-omraade").join(","),
                    _ => String::new(),
                };
            }
        }
        let base = self.base(posted);
        let ticked = |field: FieldId| {
            let before = base.as_ref().map_or("", |base| base.answers().get(field));
            posted.all(&field.name()).iter().map(move |item| unmasked_item(field, before, item))
        };
        // Without a tick, a list is not posted.
        if step == FormStep::About {
            for (field, end) in [(FieldId::Roles, ","), (FieldId::Finished, "\n")] {
                answers.insert(field, ticked(field).collect::<Vec<_>>().join(end));
            }
        }
        let line = answers.keys().find_map(|field| match field {
            FieldId::Line(line, _) => Some(*line),
            _ => None,
        });
        if let Some((line, text)) = line.and_then(|line| Some((line, posted.get(&note_name(line))?))) {
            let field = FieldId::Line(line, LinePart::Notes);
            let today = self.chosen.site.today().to_string();
            let date = posted.get(&note_date_name(line)).filter(|date| !date.trim().is_empty());
            let new = note_item(date.unwrap_or(&today), text);
            let notes: Vec<&str> = ticked(field).chain(new.as_deref()).collect();
            answers.insert(field, notes.join("\n"));
        }
        if let Some((line, way)) = line.zip(posted.get("vej").and_then(ActivityKind::from_value)) {
            // A date is shown in another form than the file's.
            let typed = base.as_ref().map(|base| base.normalized_answers(&answers, self.chosen.data));
            let typed = typed.unwrap_or_else(|| answers.clone());
            let before =
                |part| base.as_ref().map_or("", |base| base.answers().get(FieldId::Line(line, part)));
            if base.is_some() && ActivityKind::of(before) == way {
                // The same way as in the file, which may have more than the way needs.
                return answers;
            }
            let unwanted: &[LinePart] = match way {
                ActivityKind::Course => &[LinePart::Form, LinePart::Mentor, LinePart::Text],
                ActivityKind::Colleague | ActivityKind::Office | ActivityKind::Form => {
                    &[LinePart::Course, LinePart::Session, LinePart::Text]
                }
                ActivityKind::Words => {
                    &[LinePart::Course, LinePart::Session, LinePart::Form, LinePart::Mentor]
                }
                ActivityKind::Open => {
                    &[LinePart::Course, LinePart::Session, LinePart::Form, LinePart::Mentor, LinePart::Text]
                }
            };
            for part in unwanted {
                let field = FieldId::Line(line, *part);
                // What was typed just now is kept, and reported as a second way. Among courses, none is
                // posted if none is chosen.
                let is_course = *part == LinePart::Course;
                if typed.get(&field).map_or(is_course, |answer| answer == before(*part)) {
                    answers.insert(field, String::new());
                }
            }
            let form = match way {
                ActivityKind::Colleague => Some(LearningForm::PeerTraining),
                ActivityKind::Office => Some(LearningForm::JobRotation),
                _ => None,
            };
            let word = form.map(|form| <&str>::from(form).to_owned());
            answers.extend(word.map(|word| (FieldId::Line(line, LinePart::Form), word)));
        }
        answers
    }

    /// The text that a posted form was made from.
    fn base(&self, posted: &Posted) -> Option<ProfileText> {
        let text = self.editing.text(posted.get("grundlag")?)?;
        self.profile_text(&text).ok()
    }

    /// Checks the token of a posted form; the response if nothing may be written with it.
    pub(super) fn check_token(&self, posted: &Posted, step: FormStep) -> Result<(), EarlyResponse> {
        match self.editing.token_state(posted.token(), &posted.digest()) {
            TokenState::Open => Ok(()),
            // A second click on the button.
            TokenState::Written => Err(self.saved(step, Vec::new()).into()),
            state @ (TokenState::WrittenOtherwise | TokenState::Unknown) => {
                Err(EarlyResponse::Failed(if state == TokenState::Unknown {
                    "edit-expired"
                } else {
                    "edit-saved-before"
                }))
            }
        }
    }

    /// Uses up the token of `posted`, which became `text`; leads to the page that shows it with `details`.
    pub(super) fn written(
        &self,
        posted: &Posted,
        text: &str,
        step: FormStep,
        details: Vec<String>,
    ) -> Response {
        self.editing.use_token(posted.token(), posted.digest(), text);
        self.saved(step, details)
    }

    /// Leads to the page that shows what was saved.
    fn saved(&self, step: FormStep, details: Vec<String>) -> Response {
        let key = if step == FormStep::Signatures { "edit-signature-noted" } else { "edit-saved" };
        self.lead_to(step, key, details, "ja")
    }

    /// Leads to the page after a post that changed nothing.
    pub(super) fn unchanged(&self, step: FormStep) -> Response {
        self.lead_to(step, "edit-unchanged", Vec::new(), "nej")
    }

    fn lead_to(
        &self,
        step: FormStep,
        key: &'static str,
        details: Vec<String>,
        was_written: &str,
    ) -> Response {
        let step = if matches!(step, FormStep::Line(_)) { FormStep::Plan } else { step };
        self.editing.set_saved(Saved { page: step.path(), key, details });
        see_other(&format!("{}?gemt={was_written}", self.address(step)))
    }

    /// The page to show after saving `step`: the next one if that was asked for.
    fn shown_next(&self, step: FormStep, posted: &Posted) -> FormStep {
        let next = step.next(self.chosen.is_leader).filter(|_| posted.get("do") == Some("videre"));
        next.unwrap_or(step)
    }

    /// Writes the answers of a posted page.
    fn save(&self, step: FormStep, posted: &Posted) -> Result<Response, EarlyResponse> {
        if !is_allowed(step, self.chosen.is_leader) {
            return Err(missing(self.state).into());
        }
        self.check_token(posted, step)?;
        let mut mine = self.mine(step, posted);
        if let Some(asked) = self.ask_again(step, &mine, posted) {
            return asked;
        }
        if let Some(teaches) = self.unclear_consent(step, posted) {
            let mut shown = mine;
            shown.insert(FieldId::Teaches, teaches);
            let key = if posted.get("oplaerer") == Some("nogle") {
                "edit-choose-areas"
            } else {
                "edit-consent-unclear"
            };
            let error = FieldError::new(key, self.words());
            let errors = BTreeMap::from([(FieldId::Teaches, vec![error])]);
            return self.show_typed(step, posted, Extras { posted: shown, errors, ..Extras::default() });
        }
        if posted.get("do") == Some("soeg") {
            let find = posted.get("soeg").unwrap_or_default().chars().take(200).collect();
            return self.show_typed(step, posted, Extras { posted: mine, find, ..Extras::default() });
        }
        let _lock = self.lock()?;
        let disk = self.read()?;
        let Ok(theirs) = self.profile_text(&disk.text) else {
            return Err(EarlyResponse::Failed("edit-no-fields"));
        };
        let base_text = self.base(posted);
        let base = base_text.as_ref().map(ProfileText::answers);
        // A field that still has its masked text is as it was.
        let shown = base.unwrap_or(theirs.answers());
        mine.retain(|field, answer| !is_masked_answer(shown.get(*field), answer));
        let is_new_line = step == FormStep::Line(None);
        let mine = if is_new_line { mine } else { theirs.normalized_answers(&mine, self.chosen.data) };
        let is_new = |(field, answer): &(&FieldId, &String)| shown.get(**field) != answer.as_str();
        let new = mine.iter().filter(is_new).map(|(field, answer)| (*field, answer.clone())).collect();
        let errors = self.refused(base_text.as_ref().unwrap_or(&theirs), &new);
        if !errors.is_empty() {
            return self.show_typed(step, posted, Extras { posted: mine, errors, ..Extras::default() });
        }
        if is_new_line {
            let parts: BTreeMap<LinePart, String> = mine
                .into_iter()
                .filter_map(|(field, answer)| match field {
                    FieldId::Line(_, part) => Some((part, answer)),
                    _ => None,
                })
                .collect();
            // The line has another index if others have added one.
            let line = theirs.answers().lines();
            let mine =
                parts.iter().map(|(part, answer)| (FieldId::Line(line, *part), answer.clone())).collect();
            return self.write(step, &disk, &theirs, &FormChange::AddLine(parts), &mine, posted);
        }
        let merged = merge(base, &mine, theirs.answers());
        // A line may have another index by now.
        let line_now = |line: usize| match base {
            Some(base) => matching_lines(base, theirs.answers()).get(line).copied().flatten(),
            None => Some(line),
        };
        let step = match step {
            FormStep::Line(Some(line)) => FormStep::Line(Some(line_now(line).unwrap_or(line))),
            step => step,
        };
        if !merged.gone.is_empty() {
            return self.ask_about_a_removed_line(step, &mine, &merged.changes, &disk.text);
        }
        if !merged.conflicts.is_empty() {
            let choices = merged.conflicts.iter();
            let choices =
                choices.map(|own| conflict(own.field, &own.mine, &own.theirs, &self.chosen)).collect();
            let mut hidden = as_hidden(&merged.changes);
            hidden.extend(posted.get("do").map(|action| ("do".to_owned(), action.to_owned())));
            for own in &merged.conflicts {
                hidden.push((CONFLICT.to_owned(), own.field.name()));
                hidden.extend(shown_again(&own.mine).map(|mine| (mine_name(own.field), mine)));
            }
            let question = Question {
                key: "edit-conflict",
                action: self.address(step),
                back: self.address(step),
                choices,
                details: Vec::new(),
                hidden,
            };
            return self.ask(question, &disk.text);
        }
        self.write(step, &disk, &theirs, &FormChange::Set(merged.changes.clone()), &merged.changes, posted)
    }

    /// The question which answers count, if one of them was posted without a choice.
    fn ask_again(
        &self,
        step: FormStep,
        chosen: &BTreeMap<FieldId, String>,
        posted: &Posted,
    ) -> Option<Result<Response, EarlyResponse>> {
        let asked: Vec<FieldId> =
            posted.all(CONFLICT).iter().filter_map(|name| FieldId::from_name(name)).collect();
        if asked.iter().all(|field| chosen.contains_key(field)) {
            return None;
        }
        // The text that the question was made from numbers the lines in the same way.
        let on_disk = || self.profile_text(&self.read().ok()?.text).ok();
        let base = self.base(posted).or_else(on_disk)?;
        let mut hidden = as_hidden(chosen);
        hidden.extend(posted.get("do").map(|action| ("do".to_owned(), action.to_owned())));
        hidden.retain(|(name, _)| asked.iter().all(|field| field.name() != *name));
        let choices = asked.iter().map(|&field| {
            let mine = posted.get(&mine_name(field)).unwrap_or_default();
            hidden.push((CONFLICT.to_owned(), field.name()));
            hidden.extend(shown_again(mine).map(|mine| (mine_name(field), mine)));
            let view = conflict(field, mine, base.answers().get(field), &self.chosen);
            match chosen.get(&field) {
                Some(answer) => view.choosing(answer),
                None => view.with_errors(vec![FieldError::new("edit-choose-answer", self.words())]),
            }
        });
        let choices = choices.collect();
        let (action, back, details) = (self.address(step), self.address(step), Vec::new());
        let question = Question { key: "edit-conflict", action, back, choices, details, hidden };
        Some(self.ask(question, base.text()))
    }

    /// The answer to [`FieldId::Teaches`] to show again, if areas and the answer beside them contradict
    /// each other. Areas of an earlier consent stay ticked when it is withdrawn.
    fn unclear_consent(&self, step: FormStep, posted: &Posted) -> Option<String> {
        if step != FormStep::Consent || self.chosen.is_leader || posted.is("raw") {
            return None;
        }
        let areas = posted.all("oplaerer-omraade");
        let how = posted.get("oplaerer")?;
        let is_unclear = if how == "nogle" {
            areas.is_empty()
        } else {
            let base = self.base(posted);
            let before = base.as_ref().map_or("", |base| base.answers().get(FieldId::Teaches));
            areas.iter().any(|area| before.split(',').all(|known| known != area))
        };
        is_unclear.then(|| {
            std::iter::once(how).chain(areas.iter().map(String::as_str)).collect::<Vec<_>>().join(",")
        })
    }

    /// New answers that are refused whatever the file says.
    fn refused(
        &self,
        theirs: &ProfileText,
        new: &BTreeMap<FieldId, String>,
    ) -> BTreeMap<FieldId, Vec<FieldError>> {
        let mut errors: BTreeMap<FieldId, Vec<FieldError>> = BTreeMap::new();
        for own in theirs.personal_numbers_in(new) {
            errors.entry(own.field).or_default().push(FieldError::of(&own.problem, self.words()));
        }
        for (field, answer) in new {
            if field.items(answer).any(|item| item.chars().count() > MAX_ANSWER_CHARS) {
                let error = FieldError::too_long(MAX_ANSWER_CHARS, self.words());
                errors.entry(*field).or_default().push(error);
            }
        }
        errors
    }

    fn ask_about_a_removed_line(
        &self,
        step: FormStep,
        mine: &BTreeMap<FieldId, String>,
        changes: &BTreeMap<FieldId, String>,
        text: &str,
    ) -> Result<Response, EarlyResponse> {
        let FormStep::Line(_) = step else {
            let notice = Notice::of("warning", "edit-plan-changed", self.words());
            return self.show_of(step, text, Extras { posted: changes.clone(), ..Extras::notice(notice) });
        };
        let question = Question {
            key: "edit-line-gone",
            action: self.address(FormStep::Line(None)),
            back: self.address(FormStep::Plan),
            choices: Vec::new(),
            details: Vec::new(),
            hidden: as_hidden(mine),
        };
        self.ask(question, text)
    }

    pub(super) fn address(&self, step: FormStep) -> String {
        format!("{}/profil/{}", self.state.base, step.path())
    }

    pub(super) fn ask(&self, question: Question, text: &str) -> Result<Response, EarlyResponse> {
        let form = self.form_state(text, Vec::new(), false)?;
        Ok(self.page(&QuestionPage::new(&self.chosen, question, form)))
    }

    /// Locks the shared folder for one file.
    pub(super) fn lock(&self) -> Result<lock::LockGuard, EarlyResponse> {
        let lock = lock::for_file(&self.chosen.department.folder, &self.path());
        let lock = lock.map_err(|error| EarlyResponse::not_written(&error))?;
        lock.remove_leftovers();
        Ok(lock)
    }

    /// Makes `change`, after a question if it is one that should be asked about first.
    fn write(
        &self,
        step: FormStep,
        disk: &OnDisk,
        theirs: &ProfileText,
        change: &FormChange,
        mine: &BTreeMap<FieldId, String>,
        posted: &Posted,
    ) -> Result<Response, EarlyResponse> {
        let failed = |notice: Notice, errors| {
            let notices = vec![notice];
            let posted = mine.clone();
            self.show_of(step, &disk.text, Extras { posted, errors, notices, ..Extras::default() })
        };
        if disk.is_ambiguous {
            return failed(Notice::of("warning", "edit-ambiguous", self.words()), BTreeMap::new());
        }
        let new = match theirs.changed(change, self.chosen.data) {
            Ok(new) => new,
            Err(FormError::Layout) => {
                return failed(Notice::of("warning", "edit-layout", self.words()), BTreeMap::new());
            }
            Err(FormError::Invalid(invalid)) => {
                let mut errors: BTreeMap<FieldId, Vec<FieldError>> = BTreeMap::new();
                for own in invalid {
                    let error = FieldError::of(&own.problem, self.words());
                    errors.entry(own.field).or_default().push(error);
                }
                let extras = Extras { posted: mine.clone(), errors, ..Extras::default() };
                return self.show_of(step, &disk.text, extras);
            }
        };
        if new.text() == disk.text {
            let next = self.shown_next(step, posted);
            return Ok(if next == step { self.unchanged(step) } else { see_other(&self.address(next)) });
        }
        let hidden = || {
            let mut hidden = as_hidden(mine);
            hidden.extend(posted.get("do").map(|action| ("do".to_owned(), action.to_owned())));
            hidden
        };
        if let Some(question) = self.question_before(step, theirs, &new, posted, hidden()) {
            return self.ask(question, &disk.text);
        }
        match disk.write(new.text(), self.editing) {
            Ok(true) => {
                let details = self.removed_wishes(theirs.answers(), new.answers(), posted);
                Ok(self.written(posted, new.text(), self.shown_next(step, posted), details))
            }
            // An editor saved between reading and writing.
            Ok(false) => failed(Notice::of("warning", "edit-just-changed", self.words()), BTreeMap::new()),
            Err(error) => Err(EarlyResponse::not_written(&error)),
        }
    }

    /// A sentence about the areas that lose their wanted level because they have no current one.
    fn removed_wishes(&self, old: &Answers, new: &Answers, posted: &Posted) -> Vec<String> {
        let areas = self.chosen.data.role_model.areas.iter().enumerate();
        let lost = areas.filter(|(i, _)| {
            let id = |part| FieldId::Area(*i, part);
            let had = has_wish(old.get(id(AreaPart::Now)), old.get(id(AreaPart::Wanted)));
            let typed = posted.get(&id(AreaPart::Wanted).name()).is_some_and(|wanted| !wanted.is_empty());
            (had || typed) && new.get(id(AreaPart::Wanted)).is_empty()
        });
        let names: Vec<&str> = lost.map(|(_, area)| area.name.as_str()).collect();
        let sentence = self.words().named("edit-wish-removed", &masked(&names.join(", ")));
        if names.is_empty() { Vec::new() } else { vec![sentence] }
    }

    /// The question to answer before `new` replaces `old`.
    fn question_before(
        &self,
        step: FormStep,
        old: &ProfileText,
        new: &ProfileText,
        posted: &Posted,
        mut hidden: Vec<(String, String)>,
    ) -> Option<Question> {
        let is_agreed_now =
            old.answers().get(FieldId::Agreed).is_empty() && !new.answers().get(FieldId::Agreed).is_empty();
        let mut details = Vec::new();
        let key = if is_agreed_now && !posted.is("mangler") {
            details = self.missing_for_agreement(new.answers());
            hidden.push(("mangler".to_owned(), "ja".to_owned()));
            (!details.is_empty()).then_some("edit-agree-missing")
        } else {
            None
        };
        let key = key.or_else(|| {
            let breaks = !posted.is("bekraeftet") && self.breaks_signature(old, new);
            hidden.extend(breaks.then(|| ("bekraeftet".to_owned(), "ja".to_owned())));
            breaks.then_some("edit-signed")
        })?;
        let action = match step {
            FormStep::Plan => self.address(FormStep::Plan),
            step => self.address(step),
        };
        Some(Question { key, action, back: self.address(step), choices: Vec::new(), details, hidden })
    }

    /// What an agreement would lack, in words.
    fn missing_for_agreement(&self, answers: &Answers) -> Vec<String> {
        let words = self.words();
        let areas = 0..self.chosen.data.role_model.areas.len();
        let is_blank = areas.clone().all(|area| answers.get(FieldId::Area(area, AreaPart::Now)).is_empty());
        let mut missing: Vec<String> =
            is_blank.then(|| words.say("edit-missing-levels")).into_iter().collect();
        for line in 0..answers.lines() {
            let get = |part| answers.get(FieldId::Line(line, part));
            let goal = if get(LinePart::Goal).is_empty() {
                words.say("edit-no-goal")
            } else {
                masked(get(LinePart::Goal))
            };
            if get(LinePart::Deadline).is_empty() {
                missing.push(words.named("edit-missing-deadline", &goal));
            }
            if !get(LinePart::Course).is_empty() && get(LinePart::StandIn).is_empty() {
                missing.push(words.named("edit-missing-stand-in", &goal));
            }
        }
        missing
    }

    /// The record of signatures as it is now.
    pub(super) fn record(&self) -> Option<Record> {
        let path = self
            .chosen
            .department
            .folder
            .join(format!("{}{RECORD_EXTENSION}", file_names::stem(&self.profile.file)));
        let bytes = storage::read_file(&path).ok()?;
        Record::from_text(str::from_utf8(&bytes).ok()?).ok()
    }

    /// Whether `new` differs from an agreement that `old` still is and that was noted as signed.
    fn breaks_signature(&self, old: &ProfileText, new: &ProfileText) -> bool {
        let record = self.record();
        let status = |profile: &ProfileText| {
            let person = profile.profile()?;
            Some(SignatureStatus::of(&Agreement::of(person, self.chosen.data), record.as_ref()))
        };
        let is_current = status(old).is_some_and(|status| status.noted.iter().any(|noted| noted.current));
        is_current && status(new).is_none_or(|status| status.noted.iter().all(|noted| !noted.current))
    }

    /// Moves or removes a line of the plan.
    fn change_plan(&self, posted: &Posted) -> Result<Response, EarlyResponse> {
        self.check_token(posted, FormStep::Plan)?;
        let action = posted.get("do").and_then(|action| action.split_once('-'));
        let action = action.and_then(|(action, line)| Some((action, line.parse::<usize>().ok()?)));
        let Some((action, line)) = action else { return Ok(self.show(FormStep::Plan, Extras::default())) };
        let _lock = self.lock()?;
        let disk = self.read()?;
        let Ok(theirs) = self.profile_text(&disk.text) else {
            return self.show_of(FormStep::Plan, &disk.text, Extras::default());
        };
        let base = self.base(posted);
        let lines = theirs.answers().lines();
        let change = match action {
            "op" if line > 0 && line < lines => FormChange::MoveLine { from: line, to: line - 1 },
            "ned" if line + 1 < lines => FormChange::MoveLine { from: line, to: line + 1 },
            "fjern" if line < lines => FormChange::RemoveLine(line),
            _ => return Ok(self.show(FormStep::Plan, Extras::default())),
        };
        if base.is_none_or(|base| !same_plan(base.answers(), theirs.answers())) {
            let notice = Notice::of("warning", "edit-plan-changed", self.words());
            return self.show_of(FormStep::Plan, &disk.text, Extras::notice(notice));
        }
        self.write(FormStep::Plan, &disk, &theirs, &change, &BTreeMap::new(), posted)
    }

    /// Writes the whole text.
    fn save_text(&self, posted: &Posted) -> Result<Response, EarlyResponse> {
        if self.chosen.is_leader {
            return Err(missing(self.state).into());
        }
        self.check_token(posted, FormStep::Text)?;
        let typed = typed_text(posted);
        let _lock = self.lock()?;
        let disk = self.read()?;
        let again = |disk: &OnDisk, show_both, notice| {
            self.text_page(Some(&typed), &disk.text, show_both, Extras::notice(notice))
        };
        if personal_numbers(&typed).next().is_some() {
            let notice = Notice::of("error", "edit-text-cpr", self.words());
            return again(&disk, false, notice);
        }
        let new = text_lines::with_changed_lines(&disk.text, &typed);
        if new == disk.text {
            return Ok(self.unchanged(FormStep::Text));
        }
        if !is_base(posted, &disk.text) {
            let notice = Notice::of("warning", "edit-text-changed", self.words());
            return again(&disk, true, notice);
        }
        if disk.is_ambiguous {
            let notice = Notice::of("warning", "edit-ambiguous", self.words());
            return again(&disk, false, notice);
        }
        let both = (self.profile_text(&disk.text).ok(), self.profile_text(&new).ok());
        if let (Some(old), Some(new)) = &both
            && !posted.is("bekraeftet")
            && self.breaks_signature(old, new)
        {
            let hidden =
                vec![("tekst".to_owned(), typed.clone()), ("bekraeftet".to_owned(), "ja".to_owned())];
            let (action, back) = (self.address(FormStep::Text), self.address(FormStep::Text));
            let (choices, details) = Default::default();
            return self
                .ask(Question { key: "edit-signed", action, back, choices, details, hidden }, &disk.text);
        }
        match disk.write(&new, self.editing) {
            Ok(true) => Ok(self.written(posted, &new, FormStep::Text, Vec::new())),
            Ok(false) => {
                let notice = Notice::of("warning", "edit-just-changed", self.words());
                again(&disk, true, notice)
            }
            Err(error) => Err(EarlyResponse::not_written(&error)),
        }
    }

    /// Takes the last write back.
    fn undo(&self, posted: &Posted) -> Result<Response, EarlyResponse> {
        let step = posted.get("side").and_then(step_of).unwrap_or(FormStep::Levels);
        // To a page that can be loaded again.
        let said = |undone| Ok(see_other(&format!("{}?fortrudt={undone}", self.address(step))));
        match self.editing.token_state(posted.token(), &posted.digest()) {
            TokenState::Open => {}
            TokenState::Written => return said("ja"),
            TokenState::WrittenOtherwise | TokenState::Unknown => return said("intet"),
        }
        let Some(undo) = self.editing.undo() else { return said("intet") };
        let _lock = self.lock()?;
        match storage::exchange(&undo.path, &undo.after, &undo.before) {
            Ok(true) => {
                self.editing.set_undo(None);
                self.editing.use_token(posted.token(), posted.digest(), "");
                said("ja")
            }
            Ok(false) => {
                self.editing.set_undo(None);
                said("nej")
            }
            Err(error) => Err(EarlyResponse::not_written(&error)),
        }
    }
}

/// The hidden fields that name the fields of a conflict.
const CONFLICT: &str = "valg";

/// The name of the hidden field with the answer that was typed to a field in conflict.
fn mine_name(field: FieldId) -> String {
    format!("mit-{}", field.name())
}

/// An answer to send back; a personal number never is.
fn shown_again(answer: &str) -> Option<String> {
    personal_numbers(answer).next().is_none().then(|| answer.to_owned())
}

/// Whether a posted form was made from `text`.
fn is_base(posted: &Posted, text: &str) -> bool {
    posted.get("grundlag") == Some(blake3::hash(text.as_bytes()).to_hex().as_str())
}

/// The text of a posted text page, with plain line feeds.
fn typed_text(posted: &Posted) -> String {
    posted.get("tekst").unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n")
}

/// Whether `answer` is what a form shows of `before`, which holds a personal number.
fn is_masked_answer(before: &str, answer: &str) -> bool {
    let shown = masked(before);
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    shown != before && words(&shown) == words(answer)
}

/// The item of `before` that a form shows as `item`.
fn unmasked_item<'a>(field: FieldId, before: &'a str, item: &'a str) -> &'a str {
    field.items(before).find(|known| is_masked_answer(known, item)).unwrap_or(item)
}

/// Hidden fields that carry answers to the next page.
fn as_hidden(answers: &BTreeMap<FieldId, String>) -> Vec<(String, String)> {
    let mut hidden = vec![("raw".to_owned(), "ja".to_owned())];
    hidden.extend(answers.iter().filter_map(|(field, answer)| Some((field.name(), shown_again(answer)?))));
    hidden
}

/// Whether a page posts `field`.
fn belongs_to(field: FieldId, step: FormStep, is_leader: bool) -> bool {
    match (step, field) {
        (FormStep::Levels, FieldId::Area(..))
        | (FormStep::LastYear, FieldId::Outcome(_))
        | (FormStep::Talk, FieldId::Talk | FieldId::FollowUp)
        | (FormStep::Line(None), FieldId::Line(..)) => true,
        (FormStep::Talk, FieldId::Agreed) => is_leader,
        (FormStep::About, FieldId::Position | FieldId::Leader | FieldId::Roles | FieldId::Finished)
        | (FormStep::Consent, FieldId::Booklet | FieldId::Teaches) => !is_leader,
        (FormStep::Line(Some(line)), FieldId::Line(other, _)) => line == other,
        _ => false,
    }
}

/// Whether a run of this kind has the page.
fn is_allowed(step: FormStep, is_leader: bool) -> bool {
    match step {
        FormStep::Line(_) => true,
        step => FormStep::all(is_leader).contains(&step),
    }
}

/// The page at a path below `/profil/`.
fn step_of(path: &str) -> Option<FormStep> {
    let fixed = [
        FormStep::Levels,
        FormStep::Plan,
        FormStep::Line(None),
        FormStep::LastYear,
        FormStep::About,
        FormStep::Consent,
        FormStep::Talk,
        FormStep::Text,
        FormStep::Assessment,
        FormStep::Signatures,
    ];
    let line = || path.strip_prefix("linje/")?.parse().ok().map(|line| FormStep::Line(Some(line)));
    fixed.into_iter().find(|step| step.path() == path).or_else(line)
}

/// Leads to the first page of the form.
pub(super) async fn first_page(State(state): State<Arc<AppState>>) -> Response {
    for_chosen(state, |request| {
        let step = match request.chosen.is_leader {
            true if request.chosen.department.leader.is_some() => FormStep::Assessment,
            true => FormStep::Talk,
            false => FormStep::Levels,
        };
        see_other(&request.address(step))
    })
    .await
}

pub(super) async fn show_step(
    State(state): State<Arc<AppState>>,
    UrlPath(path): UrlPath<String>,
    Query(query): QueryString,
) -> Response {
    let Some(step) = step_of(&path) else { return missing(&state) };
    let saved = query.get("gemt").cloned();
    let undone = match query.get("fortrudt").map(String::as_str) {
        Some("ja") => Some(("done", "edit-undone")),
        Some("nej") => Some(("warning", "edit-not-undone")),
        Some("intet") => Some(("note", "edit-nothing-to-undo")),
        _ => None,
    };
    for_chosen(state, move |request| {
        let notice = undone.map(|(class, key)| Notice::of(class, key, request.words()));
        let can_undo = saved.as_deref() == Some("ja");
        let said = saved.and_then(|_| request.editing.take_saved(&step.path())).map(|said| {
            let class = if can_undo { "done" } else { "note" };
            Notice { hint: said.details.join("\n"), ..Notice::of(class, said.key, request.words()) }
        });
        let notices = said.into_iter().chain(notice).collect();
        request.show(step, Extras { can_undo, notices, ..Extras::default() })
    })
    .await
}

pub(super) async fn post_step(
    State(state): State<Arc<AppState>>,
    UrlPath(path): UrlPath<String>,
    body: Body,
) -> Response {
    let Some(step) = step_of(&path) else { return missing(&state) };
    let posted = match Posted::receive(&path, body).await {
        Ok(posted) => posted,
        Err(status) => return status.into_response(),
    };
    for_chosen(state, move |request| {
        let _posting = request.editing.posting();
        let answered = match step {
            FormStep::Plan => request.change_plan(&posted),
            FormStep::Text => request.save_text(&posted),
            FormStep::Assessment => request.save_view(&posted),
            FormStep::Signatures => request.note_signature(&posted),
            step => request.save(step, &posted),
        };
        answered.unwrap_or_else(|refused| request.refuse_post(step, &posted, refused))
    })
    .await
}

pub(super) async fn undo(State(state): State<Arc<AppState>>, body: Body) -> Response {
    let posted = match Posted::receive("fortryd", body).await {
        Ok(posted) => posted,
        Err(status) => return status.into_response(),
    };
    for_chosen(state, move |request| {
        let _posting = request.editing.posting();
        request.undo(&posted).unwrap_or_else(|refused| request.refuse(refused))
    })
    .await
}

/// The problems of a text that is being typed.
pub(super) async fn check_text(State(state): State<Arc<AppState>>, body: Body) -> Response {
    let posted = match Posted::receive("tjek", body).await {
        Ok(posted) => posted,
        Err(status) => return status.into_response(),
    };
    for_chosen(state, move |request| {
        let problems = request.problems_of(posted.get("tekst").unwrap_or_default());
        request.page(&CheckedPage::new(problems, request.chosen.department.language))
    })
    .await
}

/// The courses that a search finds.
pub(super) async fn find_courses(State(state): State<Arc<AppState>>, Query(query): QueryString) -> Response {
    for_chosen(state, move |request| {
        let get = |name: &str| query.get(name).map_or("", String::as_str);
        let line = get("linje").parse().unwrap_or_default();
        let (chosen, find) = (&request.chosen, get("soeg"));
        request.page(&match query.get(&FieldId::Finished.name()) {
            Some(ticked) => {
                let on_disk = request.read().ok().and_then(|disk| request.profile_text(&disk.text).ok());
                let finished = on_disk.as_ref().map_or("", |own| own.answers().get(FieldId::Finished));
                CoursesPage::of_finished(chosen, find, ticked, finished)
            }
            None => CoursesPage::of_line(chosen, line, find, get("kursus"), get("omraade")),
        })
    })
    .await
}

/// The radar of the levels in the query, or else of those in the file.
pub(super) async fn radar(State(state): State<Arc<AppState>>, Query(query): QueryString) -> Response {
    for_chosen(state, move |request| {
        let (drawn, palette) = drawn_radar(request, &query);
        let svg = stand_alone(&drawn.chart, "", "", &palette, &TYPEFACE);
        let Some(svg) = svg else { return missing(request.state) };
        ([(CONTENT_TYPE, "image/svg+xml")], svg).into_response()
    })
    .await
}

fn drawn_radar(request: &FormRequest<'_>, query: &BTreeMap<String, String>) -> (RenderedRadar, Palette) {
    let (data, language) = (request.chosen.data, request.chosen.department.language);
    let role_model = &data.role_model;
    let on_disk = request.read().ok().and_then(|disk| request.profile_text(&disk.text).ok());
    let answers = on_disk.as_ref().map(ProfileText::answers);
    let parts = |name: &str, part| -> Vec<String> {
        match query.get(name) {
            Some(list) => list.split(',').map(str::to_owned).collect(),
            None => {
                let areas = 0..role_model.areas.len();
                areas
                    .map(|area| answers.map_or("", |own| own.get(FieldId::Area(area, part))).to_owned())
                    .collect()
            }
        }
    };
    let (now, wanted) = (parts("nu", AreaPart::Now), parts("oensket", AreaPart::Wanted));
    let level = |answers: &[String], area: usize| -> Option<i64> {
        let number = answers.get(area)?.parse().ok()?;
        role_model.scale.position(number).map(|_| number)
    };
    let levels: Vec<Option<(i64, i64)>> = (0..role_model.areas.len())
        .map(|area| {
            let now = level(&now, area)?;
            Some((now, level(&wanted, area).unwrap_or(now)))
        })
        .collect();
    let mut rows = areas::of_levels(&levels, role_model, language);
    let last_year = on_disk.as_ref().and_then(|profile| Some(&profile.profile()?.last_year));
    for (area, row) in rows.iter_mut().enumerate() {
        row.not_relevant = now.get(area).is_some_and(|now| now == NOT_RELEVANT);
        row.last_year_step = last_year.and_then(|levels| role_model.scale.position(levels[area]?));
    }
    let mut radar = radar_view::person(&rows, &scale_steps(role_model), language);
    let palette = Palette::of(&data.settings);
    (draw(&mut radar, &palette, &TYPEFACE), palette)
}
