//! The pages of the profile form: view models for the HTML templates, which escape every text.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use jiff::civil::Date;
use strum::VariantArray;

use super::pages::{PageFrame, Words};
use super::site::{DepartmentPages, Download, PersonPages, ProblemView, Site};
use crate::analysis::groups::leaves_the_office;
use crate::department::catalogue::Course;
use crate::department::learning_form::LearningForm;
use crate::department::profile::{Priority, ResponsibleRole, Status, Teaches};
use crate::department::role_model::AreaIndex;
use crate::department::{Department, date_checks};
use crate::document::view::{courses, terms};
use crate::language::Language;
use crate::problem::render::words;
use crate::problem::{Code, Problem, Problems, Severity};
use crate::profile_form::{Answers, AreaPart, FieldId, LinePart, NOT_RELEVANT, ProfileText, note_parts};
use crate::source::personal_numbers::{masked, personal_numbers};
use crate::source::spelling::{Word, fold};

/// The most courses that a search lists.
const MAX_COURSES: usize = 20;

/// A page of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FormStep {
    Levels,
    Plan,
    /// A line of the plan; a new one if there is no index.
    Line(Option<usize>),
    LastYear,
    Talk,
    /// Position, leader, roles and finished courses.
    About,
    Consent,
    Text,
    /// The leader's view of the levels.
    Assessment,
    Signatures,
}

impl FormStep {
    /// The pages that the navigation lists.
    pub(super) fn all(is_leader: bool) -> &'static [Self] {
        if is_leader {
            &[Self::Levels, Self::Assessment, Self::LastYear, Self::Plan, Self::Talk, Self::Signatures]
        } else {
            &[Self::Levels, Self::LastYear, Self::Plan, Self::Talk, Self::About, Self::Consent, Self::Text]
        }
    }

    /// The page with fields that follows in the navigation.
    pub(super) fn next(self, is_leader: bool) -> Option<Self> {
        let all = Self::all(is_leader);
        let next = *all.get(all.iter().position(|step| *step == self)? + 1)?;
        (next != Self::Text).then_some(next)
    }

    /// The path below `/profil/`.
    pub(super) fn path(self) -> String {
        match self {
            Self::Levels => "niveauer".to_owned(),
            Self::Plan => "plan".to_owned(),
            Self::Line(None) => "linje/ny".to_owned(),
            Self::Line(Some(line)) => format!("linje/{line}"),
            Self::LastYear => "sidste-aar".to_owned(),
            Self::Talk => "samtalen".to_owned(),
            Self::About => "om-mig".to_owned(),
            Self::Consent => "samtykke".to_owned(),
            Self::Text => "tekst".to_owned(),
            Self::Assessment => "vurdering".to_owned(),
            Self::Signatures => "underskrift".to_owned(),
        }
    }

    /// The message key of the title.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Levels => "edit-levels",
            Self::Plan => "edit-plan",
            Self::Line(None) => "edit-new-line",
            Self::Line(Some(_)) => "edit-line",
            Self::LastYear => "edit-last-year",
            Self::Talk => "edit-talk",
            Self::About => "edit-about",
            Self::Consent => "edit-consent",
            Self::Text => "edit-text",
            Self::Assessment => "edit-assessment",
            Self::Signatures => "edit-signatures",
        }
    }
}

/// The chosen profile as the pages need it.
#[derive(Clone, Copy)]
pub(super) struct Chosen<'a> {
    pub base: &'a str,
    pub site: &'a Site,
    pub department: &'a DepartmentPages,
    pub data: &'a Department,
    /// The person's name, or the file's.
    pub name: &'a str,
    /// `None` until the site has read a new profile.
    pub pages: Option<&'a PersonPages>,
    pub is_leader: bool,
    /// Whether the run begins with a choice of tasks.
    pub has_tasks: bool,
}

impl<'a> Chosen<'a> {
    pub(super) fn words(&self) -> Words {
        Words(self.department.language)
    }

    fn language(&self) -> &'static Language {
        self.department.language
    }

    /// The message key for a plan that does not exist.
    fn no_plan(&self) -> &'static str {
        let is_wrong = |problem: &ProblemView| problem.severity == Severity::Error;
        let has_errors = self.pages.is_some_and(|pages| pages.problems.iter().any(is_wrong));
        if has_errors { "serve-no-plan" } else { "edit-plan-comes" }
    }

    fn frame(&self, title: &str) -> PageFrame<'a> {
        let title =
            if self.name.is_empty() { title.to_owned() } else { format!("{title} – {}", self.name) };
        PageFrame::of_form(self.base, self.site, self.department, &title)
    }
}

/// A link to a page of the form.
pub(super) struct StepLink {
    address: String,
    title: String,
    is_current: bool,
}

/// A message at the top of a page.
pub(super) struct Notice {
    pub class: &'static str,
    pub message: String,
    pub hint: String,
    /// The address and the text of a link.
    pub link: Option<(String, String)>,
}

impl Notice {
    /// The message `key` with its hint, if it has one.
    pub(super) fn of(class: &'static str, key: &str, words: Words) -> Self {
        let hint = words.0.attribute(key, "hint").unwrap_or_default();
        Self { class, message: words.say(key), hint, link: None }
    }
}

/// What is wrong with a field.
pub(super) struct FieldError {
    is_error: bool,
    message: String,
    hint: String,
}

impl FieldError {
    pub(super) fn of(problem: &Problem, own: Words) -> Self {
        let is_error = problem.severity == Severity::Error;
        // The hints of these speak of lines in the file.
        let key = match problem.code {
            Code::MissingCurrentLevel => Some("edit-choose-now"),
            Code::ActivityTwice => Some("edit-choose-way"),
            _ => None,
        };
        match key {
            Some(key) => Self { is_error, ..Self::new(key, own) },
            None => {
                let words = words(problem, own.0);
                Self { is_error, message: words.message, hint: words.hint }
            }
        }
    }

    /// The message key of the severity.
    fn level(&self) -> &'static str {
        if self.is_error { "problem-level-error" } else { "problem-level-warning" }
    }

    pub(super) fn new(key: &str, words: Words) -> Self {
        let hint = words.0.attribute(key, "hint").unwrap_or_default();
        Self { is_error: true, message: words.say(key), hint }
    }

    /// A level that is not one of `scale`.
    pub(super) fn unknown_level(value: &str, scale: &str, words: Words) -> Self {
        let facts = [("value", masked(value).into()), ("levels", scale.into())];
        let message = words.0.say("problem-unknown-level", &facts);
        Self { is_error: true, message, hint: words.0.say_attribute("problem-unknown-level", "hint", &facts) }
    }

    /// A warning that the file has another answer to `field`.
    pub(super) fn in_the_file(field: FieldId, answer: &str, chosen: &Chosen<'_>) -> Self {
        let answer = answer_in_words(field, answer, chosen);
        let message = chosen.words().named("edit-theirs", &answer);
        Self { is_error: false, message, hint: String::new() }
    }

    /// An answer with more than `most` characters.
    pub(super) fn too_long(most: usize, words: Words) -> Self {
        let message = words.0.say("edit-too-long", &[("count", most.into())]);
        Self { is_error: true, message, hint: words.hint("edit-too-long") }
    }
}

/// An option of a field.
pub(super) struct Choice {
    value: String,
    label: String,
    detail: String,
    is_chosen: bool,
}

/// How a field is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Control {
    Text,
    Date,
    Radios,
    Checkboxes,
    Select,
}

/// A field of a form.
pub(super) struct FieldView {
    name: String,
    label: String,
    hint: String,
    errors: Vec<FieldError>,
    control: Control,
    value: String,
    choices: Vec<Choice>,
    /// Suggestions while typing.
    suggestions: Vec<String>,
    /// The message key for a list without choices.
    without_choices: &'static str,
}

impl FieldView {
    fn new(name: String, label: String, control: Control) -> Self {
        Self {
            name,
            label,
            hint: String::new(),
            errors: Vec::new(),
            control,
            value: String::new(),
            choices: Vec::new(),
            suggestions: Vec::new(),
            without_choices: "edit-no-choices",
        }
    }

    pub(super) fn text(name: &str, label: String, value: &str) -> Self {
        Self { value: masked(value), ..Self::new(name.to_owned(), label, Control::Text) }
    }

    pub(super) fn date(name: &str, label: String, value: &str) -> Self {
        Self { control: Control::Date, ..Self::text(name, label, value) }
    }

    pub(super) fn select(name: &str, label: String, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(name.to_owned(), label, Control::Select) }
    }

    pub(super) fn radios(name: &str, label: String, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(name.to_owned(), label, Control::Radios) }
    }

    fn checkboxes(name: &str, label: String, choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::new(name.to_owned(), label, Control::Checkboxes) }
    }

    #[must_use]
    pub(super) fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    #[must_use]
    pub(super) fn with_errors(mut self, errors: Vec<FieldError>) -> Self {
        self.errors = errors;
        self
    }

    /// The field with the choice `value`.
    #[must_use]
    pub(super) fn choosing(mut self, value: &str) -> Self {
        for choice in &mut self.choices {
            choice.is_chosen = choice.value == value;
        }
        self
    }

    fn is(&self, control: &Control) -> bool {
        self.control == *control
    }

    fn is_text(&self) -> bool {
        self.is(&Control::Text) || self.is(&Control::Date)
    }

    fn is_date(&self) -> bool {
        self.is(&Control::Date)
    }

    fn is_select(&self) -> bool {
        self.is(&Control::Select)
    }

    fn input_type(&self) -> &'static str {
        if self.is(&Control::Checkboxes) { "checkbox" } else { "radio" }
    }

    fn is_wrong(&self) -> bool {
        self.errors.iter().any(|error| error.is_error)
    }

    /// The id of the element that an error links to.
    fn target(&self) -> String {
        if self.is_text() || self.is_select() { self.name.clone() } else { format!("{}-0", self.name) }
    }

    /// The ids of hint and errors.
    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let errors = (!self.errors.is_empty()).then(|| format!("{}-fejl", self.name));
        hint.into_iter().chain(errors).collect::<Vec<_>>().join(" ")
    }
}

/// The option `value`, with personal numbers masked.
pub(super) fn choice(value: &str, label: String, chosen: &str) -> Choice {
    Choice { value: masked(value), label: masked(&label), detail: String::new(), is_chosen: value == chosen }
}

/// `choices` with the answer of the file, although none of the known ones is it.
fn with_unknown(mut choices: Vec<Choice>, answer: &str) -> Vec<Choice> {
    if !choices.iter().any(|choice| choice.is_chosen) {
        choices.push(choice(answer, answer.to_owned(), answer));
    }
    choices
}

/// A group of fields.
pub(super) struct SectionView {
    id: String,
    /// The heading; empty on a page with one group.
    title: String,
    description: String,
    /// The title of a list to unfold; empty without one.
    more_title: String,
    more: Vec<String>,
    fields: Vec<FieldView>,
    /// A search button, if the section has a list to search.
    search: bool,
    /// The title of the fields after the second, which are folded away; empty if none are.
    fold: String,
}

impl SectionView {
    pub(super) fn plain(id: &str, title: String, fields: Vec<FieldView>) -> Self {
        Self {
            id: id.to_owned(),
            title: masked(&title),
            description: String::new(),
            more_title: String::new(),
            more: Vec::new(),
            fields,
            search: false,
            fold: String::new(),
        }
    }

    /// Whether the field with this index is the first that is folded away.
    fn folds_at(&self, index: &usize) -> bool {
        *index == 2 && !self.fold.is_empty()
    }

    /// Whether a folded field has an answer or an error.
    fn is_open(&self) -> bool {
        let is_filled = |field: &FieldView| {
            let is_chosen = |choice: &Choice| choice.is_chosen && !choice.value.is_empty();
            !field.value.is_empty() || !field.errors.is_empty() || field.choices.iter().any(is_chosen)
        };
        self.fields.iter().skip(2).any(is_filled)
    }
}

/// Answers with what was typed in their place.
pub(super) struct FormValues<'a> {
    pub answers: &'a Answers,
    pub posted: &'a BTreeMap<FieldId, String>,
    pub errors: BTreeMap<FieldId, Vec<FieldError>>,
}

impl FormValues<'_> {
    fn get(&self, field: FieldId) -> &str {
        self.posted.get(&field).map_or_else(|| self.answers.get(field), String::as_str)
    }

    fn errors(&mut self, field: FieldId, words: Words) -> Vec<FieldError> {
        let mut errors = self.errors.remove(&field).unwrap_or_default();
        let is_masked = |text: &str| personal_numbers(text).next().is_some();
        if is_masked(self.answers.get(field)) && !self.posted.contains_key(&field) {
            errors.push(FieldError { is_error: false, ..FieldError::new("edit-masked", words) });
        }
        errors
    }

    fn text(&mut self, field: FieldId, label: &str, words: Words) -> FieldView {
        let view = FieldView::text(&field.name(), words.say(label), self.get(field));
        view.with_errors(self.errors(field, words))
    }

    fn date(&mut self, field: FieldId, label: String, words: Words) -> FieldView {
        let view = FieldView::date(&field.name(), label, &words.typed_date(self.get(field)));
        view.hint(words.say("edit-date-hint")).with_errors(self.errors(field, words))
    }
}

/// The problems of a text at the fields of the form.
pub(super) fn problems_by_field(
    text: &ProfileText,
    chosen: &Chosen<'_>,
) -> BTreeMap<FieldId, Vec<FieldError>> {
    let mut by_field: BTreeMap<FieldId, Vec<FieldError>> = BTreeMap::new();
    let mut of_dates = Problems::default();
    if let Some(person) = text.profile() {
        date_checks::check_person(person, &chosen.data.settings, Some(chosen.site.today()), &mut of_dates);
    }
    for problem in text.problems().iter().chain(of_dates.iter()) {
        if let Some(field) = text.field_of(problem, chosen.data) {
            by_field.entry(field).or_default().push(FieldError::of(problem, chosen.words()));
        }
    }
    by_field
}

/// The fields of each page.
///
/// `find` is what is sought among courses, and with `is_numbered` the areas have the numbers of the radar.
pub(super) fn sections(
    step: FormStep,
    chosen: &Chosen<'_>,
    mut shown: FormValues<'_>,
    find: &str,
    is_numbered: bool,
) -> Vec<SectionView> {
    match step {
        FormStep::Levels => levels(chosen, &mut shown, is_numbered),
        FormStep::LastYear => last_year(chosen, &mut shown),
        FormStep::Talk => talk(chosen, &mut shown),
        FormStep::About => about(chosen, &mut shown, find),
        FormStep::Consent => consent(chosen, &mut shown),
        FormStep::Line(line) => plan_line(line.unwrap_or(shown.answers.lines()), chosen, &mut shown, find),
        FormStep::Plan | FormStep::Text | FormStep::Assessment | FormStep::Signatures => Vec::new(),
    }
}

fn scale(chosen: &Chosen<'_>, is_chosen: &str) -> Vec<Choice> {
    let levels = chosen.data.role_model.scale.levels.iter();
    levels
        .map(|level| {
            let number = level.number.to_string();
            let label = format!("{number} {}", level.name);
            choice(&number, label, is_chosen)
        })
        .collect()
}

/// Whether a wanted level is another than the current one.
pub(super) fn has_wish(now: &str, wanted: &str) -> bool {
    !wanted.is_empty() && wanted != now
}

fn levels(chosen: &Chosen<'_>, shown: &mut FormValues<'_>, is_numbered: bool) -> Vec<SectionView> {
    let words = chosen.words();
    let areas = chosen.data.role_model.areas.iter().enumerate();
    areas
        .map(|(i, area)| {
            let id = |part| FieldId::Area(i, part);
            let now = shown.get(id(AreaPart::Now)).to_owned();
            let wanted = shown.get(id(AreaPart::Wanted)).to_owned();
            let has_wish = has_wish(&now, &wanted);
            let no_level = |value, label: String| {
                let detail = if has_wish { words.say("edit-wish-goes") } else { String::new() };
                Choice { detail, ..choice(value, label, &now) }
            };
            let mut now_choices = scale(chosen, &now);
            now_choices.push(no_level("", words.say("edit-not-known")));
            now_choices.push(no_level(NOT_RELEVANT, terms::capitalized(&words.say("label-not-relevant"))));
            let mut wanted_choices =
                vec![Choice { is_chosen: !has_wish, ..choice("", words.say("edit-stays"), "-") }];
            wanted_choices.extend(scale(chosen, if has_wish { wanted.as_str() } else { "" }));
            let priority = shown.get(id(AreaPart::Priority)).to_owned();
            let priorities = std::iter::once(choice("", words.say("edit-no-priority"), &priority));
            let known = Priority::VARIANTS
                .iter()
                .map(|word| choice(word.name(), terms::capitalized(&words.say(word.word_key())), &priority));
            let priorities = priorities.chain(known).collect();
            let radios =
                |part, label, choices| FieldView::radios(&id(part).name(), words.say(label), choices);
            let fields = vec![
                radios(AreaPart::Now, "edit-now", now_choices)
                    .with_errors(shown.errors(id(AreaPart::Now), words)),
                radios(AreaPart::Wanted, "edit-wanted", wanted_choices)
                    .with_errors(shown.errors(id(AreaPart::Wanted), words)),
                radios(AreaPart::Priority, "edit-priority", priorities)
                    .with_errors(shown.errors(id(AreaPart::Priority), words)),
                shown.text(id(AreaPart::Remark), "edit-remark", words).hint(words.say("edit-remark-hint")),
            ];
            let more: Vec<String> = area.competencies.iter().map(|own| own.text.clone()).collect();
            let more_title = if more.is_empty() { String::new() } else { words.say("edit-competencies") };
            SectionView {
                description: area.description.clone().unwrap_or_default(),
                more_title,
                more,
                fold: words.say("edit-more"),
                ..SectionView::plain(
                    &format!("omraade-{i}"),
                    if is_numbered { format!("{} {}", i + 1, area.name) } else { area.name.clone() },
                    fields,
                )
            }
        })
        .collect()
}

fn last_year(chosen: &Chosen<'_>, shown: &mut FormValues<'_>) -> Vec<SectionView> {
    let words = chosen.words();
    let goals = shown.answers.past_goals().to_vec();
    goals
        .into_iter()
        .enumerate()
        .map(|(i, goal)| {
            let field = FieldId::Outcome(i);
            let choices = statuses(shown.get(field), words);
            let view = FieldView::radios(&field.name(), words.say("edit-outcome"), choices);
            let title = if goal.is_empty() { words.say("edit-no-goal") } else { goal };
            let fields = vec![view.with_errors(shown.errors(field, words))];
            SectionView::plain(&format!("linje-{i}"), title, fields)
        })
        .collect()
}

fn statuses(chosen: &str, words: Words) -> Vec<Choice> {
    let none = choice("", words.say("edit-no-status"), chosen);
    let known = Status::VARIANTS.iter().map(|status| {
        choice(<&str>::from(*status), terms::capitalized(&terms::status(*status, words.0)), chosen)
    });
    std::iter::once(none).chain(known).collect()
}

fn consent(chosen: &Chosen<'_>, shown: &mut FormValues<'_>) -> Vec<SectionView> {
    let words = chosen.words();
    let booklet = if shown.get(FieldId::Booklet).is_empty() { "nej" } else { "ja" };
    let yes_or_no = |chosen: &str| {
        vec![choice("nej", words.say("edit-no"), chosen), choice("ja", words.say("edit-yes"), chosen)]
    };
    let teaches = shown.get(FieldId::Teaches).to_owned();
    // What was posted may contradict itself: an answer with areas after it.
    let how = match teaches.split(',').next() {
        None | Some("" | "nej") => "nej",
        Some("ja") => "ja",
        Some(_) => "nogle",
    };
    let mut hows = yes_or_no(how);
    if let Some(all) = hows.last_mut() {
        all.label = words.say("edit-yes-all-areas");
    }
    hows.push(choice("nogle", words.say("edit-yes-some-areas"), how));
    let some: Vec<&str> = teaches.split(',').collect();
    let areas = chosen.data.role_model.areas.iter().enumerate().map(|(i, area)| {
        let value = i.to_string();
        let is_chosen = some.contains(&value.as_str());
        Choice { is_chosen, ..choice(&value, area.name.clone(), "") }
    });
    let booklet =
        FieldView::radios(&FieldId::Booklet.name(), words.say("edit-consent-booklet"), yes_or_no(booklet))
            .hint(words.say("edit-consent-booklet-hint"))
            .with_errors(shown.errors(FieldId::Booklet, words));
    let teaches = FieldView::radios(&FieldId::Teaches.name(), words.say("edit-consent-teaches"), hows)
        .hint(words.say("edit-consent-teaches-hint"))
        .with_errors(shown.errors(FieldId::Teaches, words));
    let areas = FieldView::checkboxes("oplaerer-omraade", words.say("edit-consent-areas"), areas.collect());
    vec![
        SectionView::plain("haeftet", words.say("edit-booklet"), vec![booklet]),
        SectionView::plain("oplaering", words.say("edit-teaching"), vec![teaches, areas]),
    ]
}

fn talk(chosen: &Chosen<'_>, shown: &mut FormValues<'_>) -> Vec<SectionView> {
    let words = chosen.words();
    let mut fields = vec![shown.date(FieldId::Talk, words.say("edit-talk-day"), words)];
    if chosen.is_leader {
        let agreed = shown.date(FieldId::Agreed, words.say("edit-agreed-day"), words);
        fields.push(agreed.hint(words.say("edit-agreed-hint")));
    }
    fields.push(shown.date(FieldId::FollowUp, words.say("edit-follow-up-day"), words));
    vec![SectionView::plain("datoer", String::new(), fields)]
}

fn about(chosen: &Chosen<'_>, shown: &mut FormValues<'_>, find: &str) -> Vec<SectionView> {
    let words = chosen.words();
    let work = vec![
        shown.text(FieldId::Position, "edit-position", words),
        shown.text(FieldId::Leader, "edit-leader", words).hint(words.say("edit-leader-hint")),
    ];
    let ticked: Vec<&str> = FieldId::Roles.items(shown.get(FieldId::Roles)).collect();
    let roles = chosen.data.role_model.roles.iter().enumerate().map(|(i, role)| {
        let value = i.to_string();
        let is_chosen = ticked.contains(&value.as_str());
        let detail = masked(role.description.as_deref().unwrap_or_default());
        Choice { is_chosen, detail, ..choice(&value, role.name.clone(), "") }
    });
    let roles = FieldView::checkboxes(&FieldId::Roles.name(), words.say("edit-roles"), roles.collect());
    let roles = FieldView { without_choices: "edit-no-roles", ..roles }
        .hint(words.say("edit-roles-hint"))
        .with_errors(shown.errors(FieldId::Roles, words));
    let search =
        FieldView::text("soeg", words.say("edit-search"), find).hint(words.say("edit-finished-search-hint"));
    let ticked = shown.get(FieldId::Finished).to_owned();
    let finished = finished_field(chosen, find, &ticked, shown.answers.get(FieldId::Finished))
        .with_errors(shown.errors(FieldId::Finished, words));
    let courses = SectionView::plain("kurser", words.say("edit-courses"), vec![search, finished]);
    vec![
        SectionView::plain("arbejde", words.say("edit-work"), work),
        SectionView::plain("rolle", words.say("edit-roles-section"), vec![roles]),
        SectionView { search: true, ..courses },
    ]
}

/// The finished courses: those that are `ticked`, those in the file, and those that a search finds.
fn finished_field(chosen: &Chosen<'_>, find: &str, ticked: &str, on_file: &str) -> FieldView {
    let id = FieldId::Finished;
    let catalogue = &chosen.data.catalogue;
    let ticked: BTreeSet<&str> = id.items(ticked).map(str::trim).collect();
    let listed: BTreeSet<&str> = ticked.iter().copied().chain(id.items(on_file)).collect();
    let view = |item: &str| {
        let known = catalogue.course(item).map(|at| courses::name(&catalogue.courses[at.0]));
        let label = known.unwrap_or_else(|| item.to_owned());
        Choice { is_chosen: ticked.contains(item), ..choice(item, label, "") }
    };
    let found = found_courses(chosen, find, None, |own| !listed.contains(own.number.as_str()));
    let mut choices: Vec<Choice> = listed.iter().map(|item| view(item)).collect();
    choices.extend(found.map(|own| view(&own.number)));
    // Without a catalogue, a course is what is typed.
    if !catalogue.present && !find.trim().is_empty() && !listed.contains(find.trim()) {
        choices.push(view(find.trim()));
    }
    let without_choices = if find.trim().is_empty() { "edit-no-finished" } else { "edit-no-choices" };
    let field = FieldView::checkboxes(&id.name(), chosen.words().say("edit-finished"), choices);
    FieldView { without_choices, ..field }.hint(chosen.words().say("edit-finished-hint"))
}

/// How a goal is reached, as the form asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ActivityKind {
    Course,
    Colleague,
    Office,
    Form,
    Words,
    Open,
}

impl ActivityKind {
    const ALL: [(Self, &'static str, &'static str); 6] = [
        (Self::Course, "kursus", "edit-way-course"),
        (Self::Colleague, "kollega", "edit-way-colleague"),
        (Self::Office, "kontor", "edit-way-office"),
        (Self::Form, "form", "edit-way-form"),
        (Self::Words, "egne", "edit-way-words"),
        (Self::Open, "aaben", "edit-way-open"),
    ];

    fn value(self) -> &'static str {
        Self::ALL.iter().find(|(way, ..)| *way == self).map_or("", |(_, value, _)| value)
    }

    pub(super) fn from_value(value: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == value).map(|(way, ..)| *way)
    }

    /// The way of a line with these answers.
    pub(super) fn of<'b>(get: impl Fn(LinePart) -> &'b str) -> Self {
        match LearningForm::from_canonical(get(LinePart::Form)) {
            _ if !get(LinePart::Course).is_empty() => Self::Course,
            Some(LearningForm::PeerTraining) => Self::Colleague,
            Some(LearningForm::JobRotation) => Self::Office,
            Some(_) => Self::Form,
            None if !get(LinePart::Text).is_empty() => Self::Words,
            None if !get(LinePart::Mentor).is_empty() => Self::Colleague,
            None => Self::Open,
        }
    }
}

fn plan_line(line: usize, chosen: &Chosen<'_>, shown: &mut FormValues<'_>, find: &str) -> Vec<SectionView> {
    let is_new = line >= shown.answers.lines();
    let words = chosen.words();
    let id = |part| FieldId::Line(line, part);
    let name = |part| id(part).name();
    let area = shown.get(id(LinePart::Area)).to_owned();
    let areas = &chosen.data.role_model.areas;
    let mut area_choices = vec![choice("", words.say("edit-no-area"), &area)];
    area_choices.extend(areas.iter().map(|own| choice(&own.key, own.name.clone(), &area)));
    let goal = vec![
        shown.text(id(LinePart::Goal), "edit-goal", words).hint(words.say("edit-goal-hint")),
        shown.text(id(LinePart::Success), "edit-success", words).hint(words.say("edit-success-hint")),
        FieldView::select(&name(LinePart::Area), words.say("edit-area"), with_unknown(area_choices, &area))
            .with_errors(shown.errors(id(LinePart::Area), words)),
    ];
    let way = ActivityKind::of(|part| shown.get(id(part)));
    let ways = ActivityKind::ALL.iter().map(|(_, value, label)| choice(value, words.say(label), way.value()));
    let way_field = FieldView::radios("vej", words.say("edit-way"), ways.collect());
    let course = shown.get(id(LinePart::Course)).to_owned();
    let found = course_field(chosen, line, find, &course, &area);
    let mut mentor_field = shown.text(id(LinePart::Mentor), "edit-mentor", words);
    mentor_field.suggestions = mentors(chosen, &area);
    let form = shown.get(id(LinePart::Form)).to_owned();
    let mut forms = vec![choice("", words.say("edit-no-form"), &form)];
    forms.extend(LearningForm::VARIANTS.iter().map(|own| {
        let name = chosen.data.role_model.form_names.printed(*own, words.0);
        choice(<&str>::from(*own), terms::capitalized(&name), &form)
    }));
    let search = FieldView::text("soeg", words.say("edit-search"), find).hint(words.say("edit-search-hint"));
    let course_fields = vec![search, found.with_errors(shown.errors(id(LinePart::Course), words))];
    let session = shown.date(id(LinePart::Session), words.say("edit-session"), words);
    let other = vec![
        mentor_field.hint(words.say("edit-mentor-hint")),
        FieldView::select(&name(LinePart::Form), words.say("edit-form"), with_unknown(forms, &form))
            .with_errors(shown.errors(id(LinePart::Form), words)),
        shown.text(id(LinePart::Text), "edit-own-words", words),
    ];
    let status = shown.get(id(LinePart::Status)).to_owned();
    let mut responsible = shown
        .text(id(LinePart::Responsible), "edit-responsible", words)
        .hint(words.say("edit-responsible-hint"));
    if let Some(role) = ResponsibleRole::from_canonical(&responsible.value) {
        responsible.value = role.written(words.0.tag()).to_owned();
    }
    responsible.suggestions = ResponsibleRole::words(words.0.tag()).into_iter().map(str::to_owned).collect();
    let who = vec![
        responsible,
        shown
            .text(id(LinePart::LeaderDoes), "edit-leader-does", words)
            .hint(words.say("edit-leader-does-hint")),
        shown.date(id(LinePart::Deadline), words.say("edit-deadline"), words),
        shown.text(id(LinePart::StandIn), "edit-stand-in", words).hint(words.say("edit-stand-in-hint")),
        FieldView::select(
            &name(LinePart::Status),
            words.say("edit-status"),
            with_unknown(statuses(&status, words), &status),
        )
        .with_errors(shown.errors(id(LinePart::Status), words)),
    ];
    let mut course_section = SectionView::plain("kursus", words.say("edit-way-course"), course_fields);
    course_section.search = true;
    course_section.fields.push(session);
    let mut sections = vec![
        SectionView::plain("maal", words.say("edit-goal-section"), goal),
        SectionView::plain("vejen", words.say("edit-way-section"), vec![way_field]),
        course_section,
        SectionView::plain("anden-vej", words.say("edit-other-way"), other),
        SectionView::plain("hvem", words.say("edit-who-section"), who),
    ];
    if !is_new {
        sections.push(SectionView::plain(
            "noter",
            words.say("edit-notes-section"),
            notes(line, chosen, shown),
        ));
    }
    sections
}

/// The name of the field for the text of a new note on a plan line.
pub(super) fn note_name(line: usize) -> String {
    format!("linje-{line}-note")
}

/// The name of the field for the day of a new note on a plan line.
pub(super) fn note_date_name(line: usize) -> String {
    format!("linje-{line}-note-dato")
}

/// The notes on a plan line, and the fields for a new one.
fn notes(line: usize, chosen: &Chosen<'_>, shown: &mut FormValues<'_>) -> Vec<FieldView> {
    let words = chosen.words();
    let id = FieldId::Line(line, LinePart::Notes);
    let errors = shown.errors(id, words);
    let (on_file, answer) = (shown.answers.get(id), shown.get(id));
    let ticked: Vec<&str> = id.items(answer).collect();
    let choices: Vec<Choice> = id
        .items(on_file)
        .map(|item| {
            let (date, text) = note_parts(item);
            let label = format!("{}: {text}", words.typed_date(date));
            Choice { is_chosen: ticked.contains(&item), ..choice(item, label, "") }
        })
        .collect();
    let new = ticked.iter().find(|item| id.items(on_file).all(|known| known != **item));
    let today = chosen.site.today().to_string();
    let (date, text) = new.map_or((today.as_str(), ""), |item| note_parts(item));
    let date_field =
        FieldView::date(&note_date_name(line), words.say("edit-note-date"), &words.typed_date(date));
    let date_field = date_field.hint(words.say("edit-date-hint"));
    let text_field =
        FieldView::text(&note_name(line), words.say("edit-note"), text).hint(words.say("edit-note-hint"));
    let old = FieldView::checkboxes(&id.name(), words.say("edit-notes"), choices);
    let old = FieldView { without_choices: "edit-no-notes", ..old };
    let old = if on_file.is_empty() { old } else { old.hint(words.say("edit-notes-hint")) };
    match new {
        None => vec![old.with_errors(errors), date_field, text_field],
        Some(_) if date.parse::<Date>().is_err() => vec![old, date_field.with_errors(errors), text_field],
        Some(_) => vec![old, date_field, text_field.with_errors(errors)],
    }
}

/// The courses to choose from.
fn course_field(chosen: &Chosen<'_>, line: usize, find: &str, course: &str, area: &str) -> FieldView {
    let name = FieldId::Line(line, LinePart::Course).name();
    let choices = course_choices(chosen, find, course, area);
    let without_choices = if find.trim().is_empty() { "edit-search-first" } else { "edit-no-choices" };
    let field = FieldView::radios(&name, chosen.words().say("edit-course"), choices);
    FieldView { without_choices, ..field }
}

/// Whether the form offers the catalogue's entry as a course; it has other answers for the other ways.
fn is_course(own: &Course) -> bool {
    leaves_the_office(own.form) && own.form != LearningForm::PeerGroup
}

/// The first courses that `is_offered` and that contain every word of `find`; without a word, those for
/// `area`.
fn found_courses<'c>(
    chosen: &Chosen<'c>,
    find: &str,
    area: Option<AreaIndex>,
    is_offered: impl Fn(&Course) -> bool,
) -> impl Iterator<Item = &'c Course> {
    let data = chosen.data;
    let sought: Vec<String> = find.split_whitespace().map(fold).collect();
    let fits = move |own: &&Course| {
        if sought.is_empty() {
            return area.is_some_and(|area| own.areas.contains(&area));
        }
        let text = searchable(own, data);
        sought.iter().all(|word| text.contains(word.as_str()))
    };
    data.catalogue.courses.iter().filter(move |own| is_offered(own)).filter(fits).take(MAX_COURSES)
}

/// The courses to choose from; the chosen one first.
fn course_choices(chosen: &Chosen<'_>, find: &str, course: &str, area: &str) -> Vec<Choice> {
    let catalogue = &chosen.data.catalogue;
    let language = chosen.language();
    let today = chosen.site.today();
    let area = chosen.data.role_model.area(area);
    let is_offered = |own: &Course| is_course(own) && !own.has_expired(Some(today)) && own.number != course;
    let view = |own: &Course| Choice {
        detail: course_details(own, chosen, language, today),
        ..choice(&own.number, courses::name(own), course)
    };
    let current = catalogue.course(course).map(|at| view(&catalogue.courses[at.0]));
    let current = match current {
        // A course that the catalogue does not know stays as it is.
        None if !course.is_empty() => Some(choice(course, course.to_owned(), course)),
        current => current,
    };
    current.into_iter().chain(found_courses(chosen, find, area, is_offered).map(view)).collect()
}

fn course_details(own: &Course, chosen: &Chosen<'_>, language: &Language, today: Date) -> String {
    let kind = courses::kind(own, chosen.data, language);
    let facts = courses::dates_and_price(own, None, Some(today), chosen.data.settings.currency, language);
    if facts.is_empty() { kind } else { format!("{kind} · {facts}") }
}

fn searchable(own: &Course, data: &Department) -> String {
    let provider = own.provider.map(|at| &data.catalogue.providers[at]);
    let areas = own.areas.iter().map(|area| data.role_model.areas[area.0].name.as_str());
    let towns = own.sessions.iter().filter_map(|session| session.town.as_deref());
    let texts = [own.number.as_str(), own.title.as_str()].into_iter().chain(areas).chain(towns);
    let provider =
        provider.into_iter().flat_map(|at| std::iter::once(at.name.as_str()).chain(at.town.as_deref()));
    texts.chain(provider).map(fold).collect::<Vec<_>>().join(" ")
}

/// The colleagues who agreed to teach `area`, or anything if there is no area.
fn mentors(chosen: &Chosen<'_>, area: &str) -> Vec<String> {
    let area = chosen.data.role_model.area(area);
    let agrees = |teaches: &Teaches| match area {
        Some(area) => teaches.covers(area),
        None => *teaches != Teaches::Nothing,
    };
    let people = chosen.data.people.iter().filter(|person| agrees(&person.consent.teaches));
    people.map(|person| masked(&person.name.value)).filter(|name| name != chosen.name).collect()
}

/// What every page of the form begins with.
struct FormHead<'a> {
    title: String,
    intro: String,
    /// The person's name; empty until there is one.
    name: &'a str,
    /// The address of the person's page; empty until there is one.
    person: String,
    /// Whether the run begins with a choice of tasks.
    has_tasks: bool,
    steps: Vec<StepLink>,
    /// The ids of fields with errors, each with its error.
    wrong: Vec<(String, String)>,
    notices: Vec<Notice>,
    can_undo: bool,
    undo_token: String,
    /// The path of this page below the form's.
    page: String,
    /// The address to which the answers are posted.
    action: String,
    token: String,
    digest: String,
}

impl<'a> FormHead<'a> {
    fn new(step: FormStep, chosen: &Chosen<'a>, state: FormState) -> Self {
        let words = chosen.words();
        let intro = |attribute| words.0.attribute(step.title(), attribute);
        let for_leader = if chosen.is_leader { intro("intro-leader") } else { None };
        Self {
            title: words.say(step.title()),
            intro: for_leader.or_else(|| intro("intro")).unwrap_or_default(),
            name: chosen.name,
            person: chosen.pages.map(|own| format!("{}/person/{}", chosen.base, own.id)).unwrap_or_default(),
            has_tasks: chosen.has_tasks,
            steps: step_links(step, chosen),
            wrong: Vec::new(),
            notices: state.notices,
            can_undo: state.can_undo,
            undo_token: state.undo_token,
            page: step.path(),
            action: format!("{}/profil/{}", chosen.base, step.path()),
            token: state.token,
            digest: state.digest,
        }
    }
}

/// A page with fields.
#[derive(Template)]
#[template(path = "form.html")]
pub(super) struct FormPage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    head: FormHead<'a>,
    sections: Vec<SectionView>,
    /// The address of the radar, on the page of levels.
    radar: String,
    radar_description: String,
    plan: Option<&'a Download>,
    /// The message key for a missing plan.
    no_plan: &'static str,
    has_next: bool,
    /// Whether the page shows answers that are not saved.
    is_unsaved: bool,
    save: String,
    /// Whether the plan is shown beside the form.
    has_plan: bool,
    /// The address of the course search, for the script.
    search: String,
    hidden: Vec<(String, String)>,
}

/// What a form page needs besides its fields.
#[derive(Default)]
pub(super) struct FormState {
    pub token: String,
    pub digest: String,
    pub notices: Vec<Notice>,
    pub can_undo: bool,
    pub undo_token: String,
    pub hidden: Vec<(String, String)>,
    pub is_unsaved: bool,
}

impl<'a> FormPage<'a> {
    pub(super) fn new(
        step: FormStep,
        chosen: &Chosen<'a>,
        sections: Vec<SectionView>,
        state: FormState,
    ) -> Self {
        let words = chosen.words();
        let (is_unsaved, hidden) = (state.is_unsaved, state.hidden.clone());
        let mut head = FormHead::new(step, chosen, state);
        head.wrong = wrong(&sections);
        if step == FormStep::LastYear && sections.is_empty() {
            head.intro.clear();
        }
        let is_levels = step == FormStep::Levels;
        let radar = if is_levels {
            format!("{}/profil/radar{}", chosen.base, levels_query(&sections))
        } else {
            String::new()
        };
        Self {
            frame: chosen.frame(&head.title),
            words,
            head,
            sections,
            radar,
            radar_description: words.named("edit-radar", chosen.name),
            plan: chosen.pages.and_then(|pages| pages.plan.as_ref()),
            no_plan: chosen.no_plan(),
            has_next: [FormStep::Levels, FormStep::LastYear, FormStep::Talk, FormStep::About].contains(&step)
                && step.next(chosen.is_leader).is_some(),
            is_unsaved,
            save: words.say(if step == FormStep::Signatures { "edit-note-signature" } else { "edit-save" }),
            has_plan: true,
            search: format!("{}/profil/kurser", chosen.base),
            hidden,
        }
    }

    /// The form that makes a new profile.
    pub(super) fn for_new_profile(chosen: &Chosen<'a>, sections: Vec<SectionView>, state: FormState) -> Self {
        let words = chosen.words();
        let page = Self::new(FormStep::Talk, chosen, sections, state);
        let title = words.say("edit-new-profile");
        Self {
            frame: chosen.frame(&title),
            head: FormHead {
                title,
                intro: words.0.attribute("edit-new-profile", "intro").unwrap_or_default(),
                steps: Vec::new(),
                action: format!("{}/profil/ny", chosen.base),
                ..page.head
            },
            save: words.say("edit-make-profile"),
            has_plan: false,
            has_next: false,
            ..page
        }
    }
}

/// The fields with errors, each with its error, for the summary.
fn wrong(sections: &[SectionView]) -> Vec<(String, String)> {
    let fields = sections.iter().flat_map(|section| section.fields.iter().map(move |field| (section, field)));
    fields
        .filter(|(_, field)| field.is_wrong())
        .flat_map(|(section, field)| {
            let errors = field.errors.iter().filter(|error| error.is_error);
            errors.map(move |error| {
                let title = match section.title.as_str() {
                    "" => field.label.clone(),
                    title => format!("{title}, {}", field.label),
                };
                (field.target(), format!("{title}: {}", error.message))
            })
        })
        .collect()
}

/// The query of a radar of the levels on the page.
fn levels_query(sections: &[SectionView]) -> String {
    let chosen = |at: usize| {
        let fields = sections.iter().map(|section| section.fields.get(at));
        let value = |field: Option<&FieldView>| {
            field?.choices.iter().find(|choice| choice.is_chosen).map(|choice| choice.value.clone())
        };
        fields.map(|field| value(field).unwrap_or_default()).collect::<Vec<_>>().join(",")
    };
    format!("?nu={}&oensket={}", chosen(0), chosen(1))
}

fn step_links(current: FormStep, chosen: &Chosen<'_>) -> Vec<StepLink> {
    let words = chosen.words();
    let is_current =
        |step: FormStep| step == current || step == FormStep::Plan && matches!(current, FormStep::Line(_));
    FormStep::all(chosen.is_leader)
        .iter()
        .map(|&step| StepLink {
            address: format!("{}/profil/{}", chosen.base, step.path()),
            title: words.say(step.title()),
            is_current: is_current(step),
        })
        .collect()
}

/// The courses that a search finds, for the script.
#[derive(Template)]
#[template(path = "courses.html")]
pub(super) struct CoursesPage {
    words: Words,
    field: FieldView,
}

impl CoursesPage {
    /// The courses for a plan line.
    pub(super) fn of_line(chosen: &Chosen<'_>, line: usize, find: &str, course: &str, area: &str) -> Self {
        Self { words: chosen.words(), field: course_field(chosen, line, find, course, area) }
    }

    /// The courses to tick as finished.
    pub(super) fn of_finished(chosen: &Chosen<'_>, find: &str, ticked: &str, on_file: &str) -> Self {
        Self { words: chosen.words(), field: finished_field(chosen, find, ticked, on_file) }
    }
}

/// The lines of the plan.
#[derive(Template)]
#[template(path = "plan_lines.html")]
pub(super) struct PlanPage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    head: FormHead<'a>,
    lines: Vec<PlanRow>,
    plan: Option<&'a Download>,
    no_plan: &'static str,
    new_line: String,
}

struct PlanRow {
    address: String,
    title: String,
    facts: Vec<String>,
    errors: Vec<FieldError>,
}

impl<'a> PlanPage<'a> {
    pub(super) fn new(
        chosen: &Chosen<'a>,
        answers: &Answers,
        mut problems: BTreeMap<FieldId, Vec<FieldError>>,
        state: FormState,
    ) -> Self {
        let words = chosen.words();
        let rows = (0..answers.lines()).map(|line| {
            let get = |part| masked(answers.get(FieldId::Line(line, part)));
            let errors =
                LinePart::VARIANTS.iter().filter_map(|part| problems.remove(&FieldId::Line(line, *part)));
            let course = chosen.data.catalogue.course(&get(LinePart::Course));
            let course = course.map(|at| courses::name(&chosen.data.catalogue.courses[at.0]));
            let form = LearningForm::from_canonical(&get(LinePart::Form));
            let form = form
                .map(|form| terms::capitalized(&chosen.data.role_model.form_names.printed(form, words.0)));
            let status = Status::from_canonical(&get(LinePart::Status));
            let deadline = get(LinePart::Deadline).parse::<Date>().ok();
            let way = [course, form, Some(get(LinePart::Mentor)), Some(get(LinePart::Text))];
            let facts = way
                .into_iter()
                .chain([
                    deadline.map(|day| words.named("edit-by", &words.0.short_date(day))),
                    status.map(|status| terms::status(status, words.0)),
                ])
                .flatten()
                .filter(|fact| !fact.is_empty())
                .collect();
            let goal = get(LinePart::Goal);
            PlanRow {
                address: format!("{}/profil/linje/{line}", chosen.base),
                title: if goal.is_empty() { words.say("edit-no-goal") } else { goal },
                facts,
                errors: errors.flatten().collect(),
            }
        });
        let lines = rows.collect();
        let head = FormHead::new(FormStep::Plan, chosen, state);
        Self {
            frame: chosen.frame(&head.title),
            words,
            head,
            lines,
            plan: chosen.pages.and_then(|pages| pages.plan.as_ref()),
            no_plan: chosen.no_plan(),
            new_line: format!("{}/profil/linje/ny", chosen.base),
        }
    }
}

/// The text of the profile with its problems.
#[derive(Template)]
#[template(path = "text.html")]
pub(super) struct TextPage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    head: FormHead<'a>,
    /// Whether `text` is not saved.
    is_unsaved: bool,
    text: String,
    /// The file's text, if it differs from the one to save.
    theirs: Option<String>,
    problems: Vec<ProblemView>,
}

impl<'a> TextPage<'a> {
    pub(super) fn new(
        chosen: &Chosen<'a>,
        text: &str,
        theirs: Option<&str>,
        problems: Vec<ProblemView>,
        state: FormState,
    ) -> Self {
        let is_unsaved = state.is_unsaved;
        let head = FormHead::new(FormStep::Text, chosen, state);
        Self {
            frame: chosen.frame(&head.title),
            words: chosen.words(),
            head,
            is_unsaved,
            text: masked(text),
            theirs: theirs.map(masked),
            problems,
        }
    }
}

/// The problems of a text, for the script.
#[derive(Template)]
#[template(path = "checked.html")]
pub(super) struct CheckedPage {
    words: Words,
    problems: Vec<ProblemView>,
}

impl CheckedPage {
    pub(super) fn new(problems: Vec<ProblemView>, language: &'static Language) -> Self {
        Self { words: Words(language), problems }
    }
}

/// A question before something is saved: which answer counts, or whether to save at all.
#[derive(Template)]
#[template(path = "question.html")]
pub(super) struct QuestionPage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    title: String,
    explained: String,
    action: String,
    token: String,
    digest: String,
    choices: Vec<FieldView>,
    details: Vec<String>,
    hidden: Vec<(String, String)>,
    go: String,
    back: String,
}

/// What a question asks.
pub(super) struct Question {
    /// The message key of the title; its hint explains it and its `go` is on the button.
    pub key: &'static str,
    pub action: String,
    pub back: String,
    pub choices: Vec<FieldView>,
    /// Facts to list.
    pub details: Vec<String>,
    pub hidden: Vec<(String, String)>,
}

impl<'a> QuestionPage<'a> {
    pub(super) fn new(chosen: &Chosen<'a>, question: Question, state: FormState) -> Self {
        let words = chosen.words();
        let name = [("name", chosen.name.into())];
        Self {
            frame: chosen.frame(&words.0.say(question.key, &name)),
            words,
            title: words.0.say(question.key, &name),
            explained: words.0.say_attribute(question.key, "hint", &name),
            action: question.action,
            token: state.token,
            digest: state.digest,
            choices: question.choices,
            details: question.details,
            hidden: question.hidden,
            go: words.0.say_attribute(question.key, "go", &name),
            back: question.back,
        }
    }
}

/// What a field is called in questions.
pub(super) fn field_label(field: FieldId, chosen: &Chosen<'_>) -> String {
    let words = chosen.words();
    let key = match field {
        FieldId::Talk => "edit-talk-day",
        FieldId::Agreed => "edit-agreed-day",
        FieldId::FollowUp => "edit-follow-up-day",
        FieldId::Position => "edit-position",
        FieldId::Leader => "edit-leader",
        FieldId::Roles => "edit-roles",
        FieldId::Finished => "edit-finished",
        FieldId::Outcome(_) => "edit-outcome",
        FieldId::Booklet => "edit-consent-booklet",
        FieldId::Teaches => "edit-consent-teaches",
        FieldId::Area(area, part) => {
            let part = words.say(match part {
                AreaPart::Now => "edit-now",
                AreaPart::Wanted => "edit-wanted",
                AreaPart::Priority => "edit-priority",
                AreaPart::Remark => "edit-remark",
            });
            let area = chosen.data.role_model.areas.get(area);
            return format!("{}: {part}", area.map_or("", |area| area.name.as_str()));
        }
        FieldId::Line(_, part) => match part {
            LinePart::Goal => "edit-goal",
            LinePart::Success => "edit-success",
            LinePart::Area => "edit-area",
            LinePart::Course => "edit-course",
            LinePart::Form => "edit-form",
            LinePart::Mentor => "edit-mentor",
            LinePart::Text => "edit-own-words",
            LinePart::Responsible => "edit-responsible",
            LinePart::LeaderDoes => "edit-leader-does",
            LinePart::Deadline => "edit-deadline",
            LinePart::Session => "edit-session",
            LinePart::StandIn => "edit-stand-in",
            LinePart::Status => "edit-status",
            LinePart::Notes => "edit-notes",
        },
    };
    words.say(key)
}

/// A choice between two answers to `field`.
pub(super) fn conflict(field: FieldId, mine: &str, theirs: &str, chosen: &Chosen<'_>) -> FieldView {
    let words = chosen.words();
    let option = |value: &str, key: &str| {
        let shown = answer_in_words(field, value, chosen);
        Choice { is_chosen: false, ..choice(value, words.named(key, &shown), "") }
    };
    let choices = vec![option(mine, "edit-mine"), option(theirs, "edit-theirs")];
    FieldView::radios(&field.name(), field_label(field, chosen), choices)
}

/// An answer as people read it.
fn answer_in_words(field: FieldId, answer: &str, chosen: &Chosen<'_>) -> String {
    let words = chosen.words();
    let data = chosen.data;
    let level = |answer: &str| {
        let levels = data.role_model.scale.levels.iter();
        levels
            .filter(|level| level.number.to_string() == answer)
            .map(|level| format!("{answer} {}", level.name))
            .next()
    };
    let course_name = |number: &str| {
        let known = data.catalogue.course(number).map(|at| courses::name(&data.catalogue.courses[at.0]));
        known.unwrap_or_else(|| number.to_owned())
    };
    let known = match field {
        _ if answer.is_empty() => Some(words.say("edit-nothing")),
        FieldId::Talk
        | FieldId::Agreed
        | FieldId::FollowUp
        | FieldId::Line(_, LinePart::Deadline | LinePart::Session) => Some(words.typed_date(answer)),
        FieldId::Area(_, AreaPart::Now) if answer == NOT_RELEVANT => Some(words.say("label-not-relevant")),
        FieldId::Area(_, AreaPart::Now | AreaPart::Wanted) => level(answer),
        FieldId::Area(_, AreaPart::Priority) => {
            Priority::from_canonical(answer).map(|word| words.say(word.word_key()))
        }
        FieldId::Outcome(_) | FieldId::Line(_, LinePart::Status) => {
            Status::from_canonical(answer).map(|status| terms::status(status, words.0))
        }
        FieldId::Teaches if answer != "ja" => {
            let areas =
                answer.split(',').filter_map(|at| data.role_model.areas.get(at.parse::<usize>().ok()?));
            Some(areas.map(|area| area.name.clone()).collect::<Vec<_>>().join(", "))
        }
        FieldId::Roles => {
            let roles =
                field.items(answer).filter_map(|at| data.role_model.roles.get(at.parse::<usize>().ok()?));
            Some(roles.map(|role| role.name.clone()).collect::<Vec<_>>().join(", "))
        }
        FieldId::Finished => Some(field.items(answer).map(course_name).collect::<Vec<_>>().join("; ")),
        FieldId::Line(_, LinePart::Notes) => {
            let note = |item| {
                let (date, text) = note_parts(item);
                format!("{}: {text}", words.typed_date(date))
            };
            Some(field.items(answer).map(note).collect::<Vec<_>>().join("; "))
        }
        FieldId::Line(_, LinePart::Area) => {
            data.role_model.area(answer).map(|at| data.role_model.areas[at.0].name.clone())
        }
        FieldId::Line(_, LinePart::Course) => Some(course_name(answer)),
        _ => None,
    };
    masked(&known.unwrap_or_else(|| answer.to_owned()))
}

/// The tasks to choose from after a double-click.
#[derive(Template)]
#[template(path = "tasks.html")]
pub(super) struct TasksPage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    is_ready: bool,
    departments: Vec<(String, String)>,
    documents: String,
    find: String,
    new_profile: String,
    my_profile: Option<String>,
}

impl<'a> TasksPage<'a> {
    pub(super) fn new(
        base: &'a str,
        site: &'a Site,
        language: &'static Language,
        documents: String,
        has_chosen: bool,
    ) -> Self {
        let departments = site.departments.iter();
        let departments: Vec<(String, String)> = departments
            .map(|department| (format!("{base}/afdeling/{}", department.id), department.name.clone()))
            .collect();
        let all = format!("{base}/afdelinger");
        let find = match &departments[..] {
            [(only, _)] => only.clone(),
            _ => all,
        };
        Self {
            frame: PageFrame::of_all(base, site, language, "edit-tasks"),
            words: Words(language),
            is_ready: site.ready,
            departments,
            documents,
            find,
            new_profile: format!("{base}/profil/ny"),
            my_profile: has_chosen.then(|| format!("{base}/profil")),
        }
    }
}

/// A message instead of a page of the form.
#[derive(Template)]
#[template(path = "form_message.html")]
pub(super) struct MessagePage<'a> {
    frame: PageFrame<'a>,
    words: Words,
    message: String,
    hint: String,
    /// Whether the page asked for comes with a later build.
    is_waiting: bool,
}

impl<'a> MessagePage<'a> {
    /// The page to wait on until the department is read, or can be.
    pub(super) fn waiting(base: &'a str, site: &'a Site, language: &'static Language) -> Self {
        let key = if site.ready { "serve-unusable" } else { "serve-waiting" };
        Self { is_waiting: true, ..Self::new(base, site, language, key) }
    }

    /// A message about the chosen profile.
    pub(super) fn about(chosen: &Chosen<'a>, key: &str) -> Self {
        let frame = chosen.frame(&chosen.words().say(key));
        Self { frame, ..Self::new(chosen.base, chosen.site, chosen.language(), key) }
    }

    fn new(base: &'a str, site: &'a Site, language: &'static Language, key: &str) -> Self {
        let words = Words(language);
        Self {
            frame: PageFrame::of_all(base, site, language, key),
            words,
            message: words.say(key),
            hint: words.0.attribute(key, "hint").unwrap_or_default(),
            is_waiting: false,
        }
    }
}
