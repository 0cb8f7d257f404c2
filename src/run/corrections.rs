//! Correction files: a text file for each profile with problems, removed once they are fixed.

use std::collections::{BTreeMap, BTreeSet};

use super::output::{Output, OutputError};
use crate::language::Language;
use crate::problem::{Problem, Problems, Severity, correction};
use crate::source::file_names;

/// The file name of problems that belong to the folder itself rather than to a profile.
pub(super) const THE_FOLDER: &str = ".";

/// The outcome of writing correction files.
#[derive(Debug, Default)]
pub struct Corrections {
    /// The correction files that list problems now.
    pub written: Vec<String>,
    /// Files that could not be written or removed, and why.
    pub failures: Vec<(String, OutputError)>,
}

/// The profiles whose correction files a run updates.
#[derive(Clone, Copy)]
pub enum Files<'a> {
    /// Every profile in the folder; correction files of any other profile are removed.
    All(&'a [String]),
    /// A selection; correction files of other profiles stay.
    These(&'a [String]),
}

/// The correction file for the problems of `file`, in the folder `prefix`.
pub(super) fn name_for(prefix: &str, file: &str) -> String {
    format!("{prefix}{}", file_names::correction(file_names::stem(file)))
}

/// Writes a correction file for each file with problems, and removes those of the files in
/// scope that no longer have any. `has_plan` returns whether a profile's PDF exists.
pub fn write(
    output: &Output,
    prefix: &str,
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
        let name = name_for(prefix, file);
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
    let listed = listed.into_iter().filter(|name| name.starts_with(prefix) && name.ends_with(".txt"));
    let mended: BTreeSet<String> = known
        .iter()
        .map(|file| name_for(prefix, file))
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
