//! Reads the department that a verb works on and prints its problems.

use std::path::Path;

use super::args::Common;
use super::messages::{error_text, folder_unreadable};
use super::terminal::eprint_problem;
use crate::department::Department;
use crate::language::Language;
use crate::problem::{Code, Problem, Severity};
use crate::run::{Checked, check};
use crate::typeface::Typeface;

/// Reads a department that must be usable. Prints unreadable files in any case, and all
/// problems if the department is unusable.
pub(super) fn read_department(
    folder: &Path,
    common: &Common,
    language: &Language,
    typeface: &Typeface,
) -> Result<(Checked, Department), String> {
    read_one_of("", folder, common, language, typeface)
}

/// As [`read_department`], for the department in the subfolder `name` of a folder of several.
pub(super) fn read_one_of(
    name: &str,
    folder: &Path,
    common: &Common,
    language: &Language,
    typeface: &Typeface,
) -> Result<(Checked, Department), String> {
    let mut checked =
        check(folder, None, common.lang, None, typeface).map_err(|_| folder_unreadable(folder, language))?;
    match checked.reading.department.take() {
        Some(department) => {
            let is_reported =
                |problem: &&Problem| problem.code == Code::YearHalfClosed || is_left_out(problem);
            for problem in checked.problems.iter().filter(is_reported) {
                report_problem(name, problem, checked.language, common);
            }
            Ok((checked, department))
        }
        None => {
            for problem in checked.problems.iter() {
                report_problem(name, problem, checked.language, common);
            }
            Err(error_text(checked.language, "build-nothing", &[]))
        }
    }
}

/// Prints that a rollover was interrupted in the folder.
pub(super) fn report_half_closed(checked: &Checked, common: &Common) {
    for problem in checked.problems.iter().filter(|problem| problem.code == Code::YearHalfClosed) {
        report_problem("", problem, checked.language, common);
    }
}

/// Prints which files were skipped because they are unreadable or duplicates.
pub(super) fn report_unread(checked: &Checked, common: &Common) {
    for problem in checked.problems.iter().filter(|problem| is_left_out(problem)) {
        report_problem("", problem, checked.language, common);
    }
}

/// Whether a file was skipped because of `problem`.
fn is_left_out(problem: &Problem) -> bool {
    problem.leaves_unread() || problem.code == Code::DuplicateFile
}

/// Prints a problem and an empty line; with `--quiet` only errors. `department` is its folder
/// if there are several, else empty.
pub(super) fn report_problem(department: &str, problem: &Problem, language: &Language, common: &Common) {
    if problem.severity == Severity::Error || !common.quiet {
        eprint_problem(department, problem, language);
    }
}
