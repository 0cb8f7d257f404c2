//! Edits a profile as a form: single answers and plan lines, written into the YAML text in place.
//!
//! [`ProfileText`] reads the [`Answers`] of a profile's text and applies a [`FormChange`] to it. The
//! new text is read by the reader of all profiles; it must give exactly the intended answers, and
//! no other value or comment may change. [`merge`] combines answers with a file that somebody else has
//! changed meanwhile. Nothing here reads or writes files or knows HTTP.

mod answers;
pub(crate) mod leader;
pub(crate) mod merge;
mod writing;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use answers::{Answers, AreaPart, FieldId, LinePart, NOT_RELEVANT, note_item, note_parts};

use crate::department::profile::Profile;
use crate::department::values::Day;
use crate::department::{Department, read_profile};
use crate::problem::{Code, Problem, Problems, Severity};
use crate::source::edit::UnsupportedLayout;
use crate::source::personal_numbers::personal_numbers;
use crate::source::section::ScalarValue as _;
use crate::source::tree::Node;
use crate::source::{FileKind, Place, SourceFile, edit};

/// A profile's text and what it says.
#[derive(Debug)]
pub struct ProfileText {
    file: Arc<SourceFile>,
    root: Node,
    profile: Option<Profile>,
    answers: Answers,
    problems: Problems,
}

/// A change that a form makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormChange {
    /// Sets these answers.
    Set(BTreeMap<FieldId, String>),
    /// Appends a line to the plan; a line without answers is not written.
    AddLine(BTreeMap<LinePart, String>),
    /// Removes a line of the plan.
    RemoveLine(usize),
    /// Moves a line of the plan.
    MoveLine {
        /// The index of the line.
        from: usize,
        /// Its new index.
        to: usize,
    },
}

/// The reason why a change is not made.
#[derive(Debug)]
pub enum FormError {
    /// The text is written in a way that can't be edited safely.
    Layout,
    /// Answers are invalid.
    Invalid(Vec<FieldProblem>),
}

/// What is wrong with an answer.
#[derive(Clone, Debug)]
pub struct FieldProblem {
    /// The field.
    pub field: FieldId,
    /// The problem; its place may be in a text that was never written.
    pub problem: Problem,
}

impl From<UnsupportedLayout> for FormError {
    fn from(_: UnsupportedLayout) -> Self {
        Self::Layout
    }
}

impl ProfileText {
    /// Reads `text`, the content of the profile `name` of `department`.
    ///
    /// # Errors
    /// The problems, if the text is no mapping in valid YAML, so that it has no answers.
    pub fn read(name: &str, text: String, department: &Department) -> Result<Self, Problems> {
        let file = SourceFile::new(name.to_owned(), name.into(), FileKind::Profile, text);
        file.set_language(department.settings.own_language());
        let file = Arc::new(file);
        let mut problems = Problems::default();
        let read = read_profile(&file, department.shared(), &mut problems);
        let Some((root, profile)) = read else { return Err(problems) };
        let answers = Answers::read(&file, &root, department.shared());
        Ok(Self { file, root, profile, answers, problems })
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.file.text
    }

    /// What the text answers.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The profile; `None` if it has errors that leave nothing to build.
    pub fn profile(&self) -> Option<&Profile> {
        self.profile.as_ref()
    }

    /// All problems in the text.
    pub fn problems(&self) -> &Problems {
        &self.problems
    }

    /// `answers`, from a form, as they are read back from a file.
    pub(crate) fn normalized_answers(
        &self,
        answers: &BTreeMap<FieldId, String>,
        department: &Department,
    ) -> BTreeMap<FieldId, String> {
        self.answers.normalized(answers, department.shared())
    }

    /// The field that a problem is about, if it is one of the form's.
    pub(crate) fn field_of(&self, problem: &Problem, department: &Department) -> Option<FieldId> {
        let at = problem.place.bytes.as_ref()?.start;
        let places = answers::places(&self.root, department.shared());
        let around = places.into_iter().filter(|(bytes, _)| bytes.contains(&at) || bytes.start == at);
        around.min_by_key(|(bytes, _)| bytes.len()).map(|(_, field)| field)
    }

    /// The text with `change`.
    ///
    /// # Errors
    /// If an answer is invalid, or the text can't be edited safely.
    pub fn changed(&self, change: &FormChange, department: &Department) -> Result<Self, FormError> {
        let change = self.normalized(change, department);
        let invalid = self.invalid_answers(&change, department);
        if !invalid.is_empty() {
            return Err(FormError::Invalid(invalid));
        }
        let expected = self.answers.with(&change);
        if expected == self.answers {
            return Self::read(&self.file.name, self.file.text.clone(), department)
                .map_err(|_| FormError::Layout);
        }
        let text = writing::write(self, &change, department)?;
        let new = Self::read(&self.file.name, text, department).map_err(|_| FormError::Layout)?;
        let invalid = self.new_errors(&change, &new, department);
        if !invalid.is_empty() {
            return Err(FormError::Invalid(invalid));
        }
        // The edit of each value was verified; the whole must be what was intended too, and no
        // other part of the file may have become invalid.
        let errors =
            |of: &Self| of.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        let is_expected = new.answers == expected && errors(&new) <= errors(self);
        if is_expected && same_comments(self.text(), new.text()) { Ok(new) } else { Err(FormError::Layout) }
    }

    /// `change` with its answers in the form in which they are read back.
    fn normalized(&self, change: &FormChange, department: &Department) -> FormChange {
        match change {
            FormChange::Set(answers) => {
                FormChange::Set(self.answers.normalized(answers, department.shared()))
            }
            FormChange::AddLine(parts) => {
                let parts =
                    parts.iter().map(|(part, answer)| (*part, part.normalized(answer, department.shared())));
                FormChange::AddLine(parts.filter(|(_, answer)| !answer.is_empty()).collect())
            }
            other => other.clone(),
        }
    }

    /// Answers that are refused before anything is edited.
    fn invalid_answers(&self, change: &FormChange, department: &Department) -> Vec<FieldProblem> {
        let place = || Place::whole(&self.file);
        let new = self.new_answers(change);
        let mut invalid = self.personal_numbers_in(&new);
        for (field, answer) in &new {
            let FieldId::Line(_, LinePart::Notes) = field else { continue };
            let mut dates = self.new_items(*field, answer).map(|item| note_parts(item).0);
            if let Some(date) = dates.find(|date| date.parse::<Day>().is_err()) {
                let problem = Problem::new(Day::fault(date), place()).with("value", date);
                invalid.push(FieldProblem { field: *field, problem });
            }
        }
        for (field, answer) in new {
            if !invalid.iter().any(|own| own.field == field)
                && !answers::is_known(field, &answer, department.shared())
            {
                let problem = Problem::new(Code::UnknownLevel, place())
                    .with("value", &answer)
                    .with("levels", department.role_model.scale.numbers());
                invalid.push(FieldProblem { field, problem });
            }
        }
        let expected = self.answers.with(change);
        for area in 0..department.role_model.areas.len() {
            let part = |part| FieldId::Area(area, part);
            let is_changed = |part: &FieldId| expected.get(*part) != self.answers.get(*part);
            let others = [AreaPart::Wanted, AreaPart::Priority, AreaPart::Remark].map(part);
            let needs_level = others.iter().any(|part| is_changed(part) && !expected.get(*part).is_empty());
            if needs_level && expected.get(part(AreaPart::Now)).is_empty() {
                let problem = Problem::new(Code::MissingCurrentLevel, place());
                invalid.push(FieldProblem { field: part(AreaPart::Now), problem });
            }
        }
        invalid
    }

    /// The answers that hold a personal number; of lists, only new items count.
    pub(crate) fn personal_numbers_in(&self, answers: &BTreeMap<FieldId, String>) -> Vec<FieldProblem> {
        let has_number = |field: FieldId, item: &str| {
            // A note's date could be taken for a part of a number.
            let is_note = matches!(field, FieldId::Line(_, LinePart::Notes));
            let text = if is_note { note_parts(item).1 } else { item };
            personal_numbers(text).next().is_some()
        };
        let fields = answers
            .iter()
            .filter(|(field, answer)| self.new_items(**field, answer).any(|item| has_number(**field, item)));
        let problem = || Problem::new(Code::CprNumber, Place::whole(&self.file));
        fields.map(|(field, _)| FieldProblem { field: *field, problem: problem() }).collect()
    }

    /// The items of `answer` to `field` that the file does not have.
    fn new_items<'a>(&'a self, field: FieldId, answer: &'a str) -> impl Iterator<Item = &'a str> {
        let known = self.answers.get(field);
        field.items(answer).filter(move |item| field.items(known).all(|own| own != *item))
    }

    /// The fields that `change` sets to something else, with their new answers.
    fn new_answers(&self, change: &FormChange) -> BTreeMap<FieldId, String> {
        match change {
            FormChange::Set(answers) => answers
                .iter()
                .filter(|(field, answer)| self.answers.get(**field) != answer.as_str())
                .map(|(field, answer)| (*field, answer.clone()))
                .collect(),
            FormChange::AddLine(parts) => {
                let line = self.answers.lines();
                parts.iter().map(|(part, answer)| (FieldId::Line(line, *part), answer.clone())).collect()
            }
            FormChange::RemoveLine(_) | FormChange::MoveLine { .. } => BTreeMap::new(),
        }
    }

    /// The errors in `new` at fields that `change` sets.
    fn new_errors(&self, change: &FormChange, new: &Self, department: &Department) -> Vec<FieldProblem> {
        let changed: Vec<FieldId> = self.new_answers(change).into_keys().collect();
        let errors = new.problems.iter().filter(|problem| problem.severity == Severity::Error);
        errors
            .filter_map(|problem| {
                let field = new.field_of(problem, department).filter(|field| changed.contains(field))?;
                Some(FieldProblem { field, problem: problem.clone() })
            })
            .collect()
    }
}

/// Whether both texts have the same comments, in any order: a moved line takes its own along.
fn same_comments(one: &str, other: &str) -> bool {
    let sorted = |text| {
        let mut comments = edit::comments(text).unwrap_or_default();
        comments.sort_unstable();
        comments.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    sorted(one) == sorted(other)
}
