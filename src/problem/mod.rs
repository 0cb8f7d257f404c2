//! What can be wrong with a file, and how that is told to the person who can mend it.
//!
//! A [`Problem`] is a [`Code`] at a place with the facts of the case. Its words
//! are in `words/*/problems.ftl`, a message and a hint for each code.

pub mod code;
pub mod correction;
pub mod excerpt;
pub mod explanation;
pub mod render;

use std::cmp::Ordering;
use std::fmt::Display;
use std::ops::Range;

pub use code::{Code, Severity};

use crate::language::Message;
use crate::source::Place;

/// One thing wrong, or worth a word, at one place.
#[derive(Clone, Debug)]
pub struct Problem {
    /// What kind of thing.
    pub code: Code,
    /// How bad it is here.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The facts that the message names, by the names used in the language files.
    pub facts: Vec<(&'static str, String)>,
    /// More that is to be said, a sentence each, in the fact `details`.
    pub details: Vec<Message>,
    /// The nearest valid word, for "did you mean".
    pub suggestion: Option<String>,
    /// What to put instead of some bytes of the file to have it right, where that is known.
    pub fix: Option<(Range<usize>, String)>,
}

impl Problem {
    /// A problem with the severity that is usual for its code.
    pub fn new(code: Code, place: Place) -> Self {
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

    /// Adds a fact for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, fact: impl Display) -> Self {
        self.facts.push((name, fact.to_string()));
        self
    }

    /// Gives the fact `name` another value, if the problem has it.
    #[must_use]
    pub fn replacing(mut self, name: &str, fact: &str) -> Self {
        for (_, own) in self.facts.iter_mut().filter(|(own, _)| *own == name) {
            fact.clone_into(own);
        }
        self
    }

    /// Says `details` too, one after the other.
    #[must_use]
    pub fn detailed(mut self, details: impl IntoIterator<Item = Message>) -> Self {
        self.details.extend(details);
        self
    }

    /// Of the same kind, no worse than `severity`.
    #[must_use]
    pub fn lowered_to(mut self, severity: Severity) -> Self {
        self.severity = self.severity.max(severity);
        self
    }

    /// Whether something lies there that was not read, so that what is in it is not known.
    pub fn leaves_unread(&self) -> bool {
        match self.code {
            Code::CloudFile | Code::TooManyFiles => true,
            Code::FileUnreadable | Code::LinkRefused | Code::NotAPlainFile | Code::DepartmentInside => {
                self.severity == Severity::Error
            }
            _ => false,
        }
    }

    /// Adds the nearest valid word, which also mends the place.
    #[must_use]
    pub fn suggesting(mut self, suggestion: Option<&str>) -> Self {
        self.suggestion = suggestion.map(str::to_owned);
        match (suggestion, self.place.bytes.clone()) {
            // Two things in one value can't be mended by one of them.
            (Some(_), Some(bytes)) if self.place.file.text[bytes.clone()].contains([',', '(']) => {
                self.suggestion = None;
                self
            }
            (Some(suggestion), Some(bytes)) => self.fixed_by(bytes, suggestion),
            _ => self,
        }
    }

    /// Says what to put instead of `bytes`.
    #[must_use]
    pub fn fixed_by(mut self, bytes: Range<usize>, text: impl Into<String>) -> Self {
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

/// Problems of one file that are told. A file with more is broken in one way
/// that makes all the others.
const MOST_OF_A_FILE: usize = 101;

/// The problems of one run.
#[derive(Clone, Debug, Default)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Keeps those that `keep` says.
    pub fn retain(&mut self, keep: impl FnMut(&Problem) -> bool) {
        self.0.retain(keep);
    }

    /// Adds all of `others`.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Problem>) {
        self.0.extend(others);
    }

    /// In the order of file and place, of each file no more than anybody reads.
    pub fn in_order(mut self) -> Self {
        self.sort();
        let mut kept: Vec<Problem> = Vec::with_capacity(self.0.len().min(1000));
        let mut of_this_file = 0;
        for problem in self.0 {
            let same_file = kept.last().is_some_and(|last| last.place.file.name == problem.place.file.name);
            of_this_file = if same_file { of_this_file + 1 } else { 1 };
            match of_this_file.cmp(&MOST_OF_A_FILE) {
                Ordering::Less => kept.push(problem),
                Ordering::Equal => {
                    let severity = problem.severity;
                    let mut rest = Problem::new(Code::TooManyProblems, Place::whole(&problem.place.file))
                        .with("most", MOST_OF_A_FILE - 1);
                    rest.severity = severity;
                    kept.push(rest);
                }
                Ordering::Greater => {}
            }
        }
        Self(kept)
    }

    /// In the order of file and place.
    fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            let key = |p: &Problem| (p.place.bytes.as_ref().map(|b| b.start), p.code);
            a.place.file.name.cmp(&b.place.file.name).then_with(|| key(a).cmp(&key(b)))
        });
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether any of them is an error.
    pub fn any_error(&self) -> bool {
        self.0.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Lowers every error to a warning, for files that must never stop a document.
    pub fn lower_to_warnings(&mut self) {
        for problem in &mut self.0 {
            problem.severity = problem.severity.max(Severity::Warning);
        }
    }
}
