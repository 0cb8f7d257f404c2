//! Correction files: each person's own problems, where she sees them, gone once mended.

use std::collections::{BTreeMap, BTreeSet};

use super::output::{Output, OutputError};
use crate::language::Language;
use crate::problem::{Problem, Problems, Severity, correction};
use crate::source::file_names;

/// The name under which the folder itself has problems, which are nobody's own.
pub(super) const THE_FOLDER: &str = ".";

/// What became of the correction files.
#[derive(Debug, Default)]
pub struct Corrections {
    /// The files that hold something to mend now.
    pub written: Vec<String>,
    /// What could not be written or removed.
    pub failures: Vec<(String, OutputError)>,
}

/// The files whose corrections a run is about.
#[derive(Clone, Copy)]
pub enum Files<'a> {
    /// All that are there; what was said of others is taken away.
    All(&'a [String]),
    /// These; what was said of others stays.
    These(&'a [String]),
}

/// The correction file for the problems of `file`, in the folder `prefix`.
pub(super) fn name_for(prefix: &str, file: &str) -> String {
    format!("{prefix}{}", file_names::correction(file_names::stem(file)))
}

/// Writes a file for each file with problems, and removes those of the files `of` which
/// the run is that have none any more. `has_plan` tells whether a file's PDF lies there.
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
            // A text file of her own of the same name is nobody's business.
            Ok(_) | Err(OutputError::Foreign) => {}
            Err(error) => corrections.failures.push((name, error)),
        }
    }
    corrections
}
