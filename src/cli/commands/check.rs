//! `spind check`: reports the problems in a folder without building.

use std::path::Path;

use serde::Serialize;

use crate::cli::args::{self, ProblemFormat};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::folders::{FolderArgument, unlisted_text};
use crate::cli::messages::folder_unreadable;
use crate::cli::read_department::report_problem;
use crate::cli::terminal::{eprint, print_json};
use crate::cli::{clock, design, folders, terminal};
use crate::language::Language;
use crate::problem::explanation::explanation;
use crate::problem::render::words;
use crate::problem::{Code, Problem};
use crate::run::targets::targets;
use crate::run::{Checked, check};
use crate::source::spelling::nearest;

/// A problem as a line of JSON.
#[derive(Serialize)]
struct JsonProblem {
    /// Relative to the folder on the command line, with `/`.
    file: String,
    /// From 1; null for the whole file.
    line: Option<usize>,
    /// From 1, in characters; null for the whole file.
    column: Option<usize>,
    severity: &'static str,
    code: &'static str,
    message: String,
    hint: String,
}

pub(crate) fn run(args: &args::Check, common: &args::Common) -> CommandResult {
    let language = common.language();
    if let Some(code) = &args.explain {
        return explain(code, language);
    }
    folders::leader_folder(args.leder.as_deref(), language)?;
    let folder = folders::departments_folder(args.folder.as_deref(), FolderArgument::Positional, language)?;
    let typeface = design::typeface(args.fonts.as_deref(), language)?;
    let today = clock::today(args.check_today);
    let mut statuses = Vec::new();
    let targets = targets(&folder, Path::new(""), args.leder.as_deref(), None);
    for target in &targets.each {
        let checked =
            match check(&target.folder, target.leader.as_deref(), common.lang, Some(today), &typeface) {
                Ok(checked) => checked,
                Err(_) => {
                    eprint(&folder_unreadable(&target.folder, language));
                    statuses.push(ExitStatus::Nothing);
                    continue;
                }
            };
        match args.format {
            ProblemFormat::Text => report(&checked, &target.department, common),
            ProblemFormat::Json => report_json(&checked, &target.department),
        }
        statuses.push(status(&checked));
    }
    for folder in &targets.unlisted {
        eprint(&unlisted_text(folder, language));
        statuses.push(ExitStatus::Partial);
    }
    Ok(ExitStatus::of_all(&statuses))
}

fn status(checked: &Checked) -> ExitStatus {
    if checked.reading.department.is_none() {
        ExitStatus::Nothing
    } else if checked.problems.any_error() {
        ExitStatus::Partial
    } else {
        ExitStatus::Done
    }
}

fn report(checked: &Checked, department: &str, common: &args::Common) {
    for problem in checked.problems.iter() {
        report_problem(department, problem, checked.language, common);
    }
    if !common.quiet {
        let facts = [("problems", checked.problems.len().into())];
        eprint(&checked.language.say("check-summary", &facts));
    }
}

fn report_json(checked: &Checked, department: &str) {
    for problem in checked.problems.iter() {
        let line = serde_json::to_string(&json(problem, department, checked.language));
        print_json(&line.expect("text and numbers are JSON"));
    }
}

fn json(problem: &Problem, department: &str, language: &Language) -> JsonProblem {
    let place = problem.place.line_and_column();
    let words = words(problem, language);
    JsonProblem {
        file: problem.place.file.name_in(department),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        severity: problem.severity.into(),
        code: problem.code.name(),
        hint: words.hint_with_line(language),
        message: words.message,
    }
}

fn explain(name: &str, language: &Language) -> CommandResult {
    let Some(code) = Code::from_name(name) else {
        let near = nearest(name, Code::names()).unwrap_or_default();
        let facts = [("code", name.into()), ("nearest", near.into())];
        return fail(language, "check-unknown-code", &facts);
    };
    terminal::print(explanation(code, language).trim_end());
    Ok(ExitStatus::Done)
}
