//! Correction files: a text file for each profile with problems, removed once they are fixed.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{DocumentNames, in_every_language, is_in};
use super::output::Output;
use crate::language::Language;
use crate::problem::{Problem, Problems, Severity, correction};
use crate::storage::OutputError;

/// The file name of problems that belong to the folder itself rather than to a profile.
pub(super) const THE_FOLDER: &str = ".";

/// The outcome of writing correction files.
#[derive(Debug, Default)]
pub(super) struct Corrections {
    /// The correction files that list problems now.
    pub written: Vec<String>,
    /// Files that could not be written or removed, and why.
    pub failures: Vec<(String, OutputError)>,
}

/// The profiles whose correction files a run updates.
#[derive(Clone, Copy)]
pub(super) enum Files<'a> {
    /// Every profile in the folder; correction files of any other profile are removed.
    All(&'a [String]),
    /// A selection; correction files of other profiles stay.
    These(&'a [String]),
}

/// The names of correction files in an output folder or in a folder of the user's choice.
#[derive(Clone, Copy)]
pub(super) struct CorrectionNames {
    /// The names in the department's language.
    pub names: DocumentNames,
    /// Whether they are in a subfolder of their own.
    pub in_folder: bool,
}

impl CorrectionNames {
    fn of(self, file: &str) -> String {
        let folder = if self.in_folder { self.names.corrections() } else { String::new() };
        format!("{folder}{}", self.names.correction(file))
    }

    /// The names for `file` in every language.
    fn all_of(self, file: &str) -> Vec<String> {
        in_every_language(|names| Self { names, ..self }.of(file))
    }
}

/// Writes a correction file for each file with problems, and removes those of the files in
/// scope that no longer have any. `has_plan` returns whether a profile's PDF exists.
pub(super) fn write(
    output: &Output,
    called: CorrectionNames,
    problems: &Problems,
    of: Files<'_>,
    language: &Language,
    has_plan: impl Fn(&str) -> bool,
) -> Corrections {
    let mut by_file: BTreeMap<&str, Vec<&Problem>> = BTreeMap::new();
    // A note is nothing to correct.
    let to_correct =
        |problem: &&Problem| problem.place.file.name != THE_FOLDER && problem.severity != Severity::Note;
    for problem in problems.iter().filter(to_correct) {
        by_file.entry(&problem.place.file.name).or_default().push(problem);
    }
    let mut corrections = Corrections::default();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    for (file, problems) in &by_file {
        let name = called.of(file);
        let errors = problems.iter().any(|problem| problem.severity == Severity::Error);
        let bytes = correction::file(problems, language, errors && has_plan(file));
        wanted.insert(name.clone());
        match output.write_if_changed(&name, &bytes) {
            Ok(()) => corrections.written.push(name),
            Err(error) => corrections.failures.push((name, error)),
        }
    }
    let (known, listed) = match of {
        Files::All(known) => (known, output.listed()),
        Files::These(known) => (known, Vec::new()),
    };
    let is_correction = |name: &String| {
        (!called.in_folder || is_in(name, DocumentNames::corrections)) && name.ends_with(".txt")
    };
    let listed = listed.into_iter().filter(is_correction);
    let mended: BTreeSet<String> = known
        .iter()
        .flat_map(|file| called.all_of(file))
        .chain(listed)
        .filter(|name| !wanted.contains(name))
        .collect();
    for name in mended {
        match output.delete(&name) {
            // The user's own text file of the same name stays untouched.
            Ok(_) | Err(OutputError::Foreign) => {}
            Err(error) => corrections.failures.push((name, error)),
        }
    }
    corrections
}
