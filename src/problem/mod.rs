//! Problems with files, and their messages.
//!
//! A [`Problem`] is a [`Code`] at a place with the arguments of its message. The messages and hints
//! are in `words/*/problems.ftl`.

pub(crate) mod code;
pub mod correction;
pub(crate) mod excerpt;
pub(crate) mod explanation;
pub mod render;

use std::cmp::Ordering;
use std::fmt::Display;
use std::ops::Range;

pub use code::{Code, Severity};

use crate::language::Message;
use crate::source::Place;

/// A problem at a place.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Kind of the problem.
    pub code: Code,
    /// Severity in this case.
    pub severity: Severity,
    /// Where the problem is.
    pub place: Place,
    /// Arguments of the message.
    pub facts: Vec<(&'static str, String)>,
    /// Further sentences, for the argument `details`.
    pub details: Vec<Message>,
    /// The most similar valid word, for "did you mean".
    pub suggestion: Option<String>,
    /// Byte range and its replacement, if the fix is known.
    pub fix: Option<(Range<usize>, String)>,
}

impl Problem {
    /// A problem with the default severity of its code.
    pub(crate) fn new(code: Code, place: Place) -> Self {
        Self {
            code,
            severity: code.severity(),
            place,
            facts: Vec::new(),
            details: Vec::new(),
            suggestion: None,
            fix: None,
        }
    }

    /// Adds an argument of the message.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, fact: impl Display) -> Self {
        self.facts.push((name, fact.to_string()));
        self
    }

    /// Replaces the value of the argument `name`, if the problem has it.
    #[must_use]
    pub(crate) fn replacing(mut self, name: &str, fact: &str) -> Self {
        for (_, own) in self.facts.iter_mut().filter(|(own, _)| *own == name) {
            fact.clone_into(own);
        }
        self
    }

    /// Adds sentences to the details.
    #[must_use]
    pub(crate) fn detailed(mut self, details: impl IntoIterator<Item = Message>) -> Self {
        self.details.extend(details);
        self
    }

    /// Lowers the severity to at most `severity`.
    #[must_use]
    pub(crate) fn lowered_to(mut self, severity: Severity) -> Self {
        self.severity = self.severity.max(severity);
        self
    }

    /// True if the problem means that a file or folder was not read.
    pub(crate) fn leaves_unread(&self) -> bool {
        match self.code {
            Code::CloudFile | Code::TooManyFiles => true,
            Code::FileUnreadable | Code::LinkRefused | Code::NotAPlainFile | Code::DepartmentInside => {
                self.severity == Severity::Error
            }
            _ => false,
        }
    }

    /// Adds the most similar valid word, and uses it as the fix.
    #[must_use]
    pub(crate) fn suggesting(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(str::to_owned);
        match (suggestion, self.place.bytes.clone()) {
            // The value holds several words, and one must not replace them all.
            (Some(_), Some(bytes)) if self.place.file.text[bytes.clone()].contains([',', '(']) => {
                self.suggestion = None;
                self
            }
            (Some(suggestion), Some(bytes)) => self.fixed_by(bytes, suggestion),
            _ => self,
        }
    }

    /// Sets the fix: replace `bytes` by `text`.
    #[must_use]
    pub(crate) fn fixed_by(mut self, bytes: Range<usize>, text: impl Into<String>) -> Self {
        self.fix = Some((bytes, text.into()));
        self
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Limit of problems per file, the last of which reports that more were omitted.
///
/// So many problems have a common cause.
const MAX_PER_FILE: usize = 101;

/// The problems of one run.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds a problem.
    pub(crate) fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    pub(crate) fn retain(&mut self, keep: impl FnMut(&Problem) -> bool) {
        self.0.retain(keep);
    }

    pub(crate) fn extend(&mut self, others: impl IntoIterator<Item = Problem>) {
        self.0.extend(others);
    }

    /// Sorts by file and place, and limits the number per file.
    pub(crate) fn in_order(mut self) -> Self {
        self.sort();
        let mut kept: Vec<Problem> = Vec::with_capacity(self.0.len().min(1000));
        let mut of_this_file = 0;
        for problem in self.0 {
            let same_file = kept.last().is_some_and(|last| last.place.file.name == problem.place.file.name);
            of_this_file = if same_file { of_this_file + 1 } else { 1 };
            match of_this_file.cmp(&MAX_PER_FILE) {
                Ordering::Less => kept.push(problem),
                Ordering::Equal => {
                    let severity = problem.severity;
                    let mut rest = Problem::new(Code::TooManyProblems, Place::whole(&problem.place.file))
                        .with("most", MAX_PER_FILE - 1);
                    rest.severity = severity;
                    kept.push(rest);
                }
                Ordering::Greater => {}
            }
        }
        Self(kept)
    }

    fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            let key = |p: &Problem| (p.place.bytes.as_ref().map(|b| b.start), p.code);
            a.place.file.name.cmp(&b.place.file.name).then_with(|| key(a).cmp(&key(b)))
        });
    }

    /// Iterates over the problems.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// True if there are no problems.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of problems.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// True if any problem is an error.
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Lowers errors to warnings, for files that must never stop a document.
    pub(crate) fn lower_to_warnings(&mut self) {
        for problem in &mut self.0 {
            problem.severity = problem.severity.max(Severity::Warning);
        }
    }
}
