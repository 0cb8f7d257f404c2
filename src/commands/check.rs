//! `spind check`: what is wrong in a folder, without making anything.

use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use spind::build::targets::targets;
use spind::build::{Checked, check};
use spind::language::{Language, Tag};
use spind::problem::explanation::explanation;
use spind::problem::render::words;
use spind::problem::{Code, Problem};
use spind::source::word::nearest;

use super::{
    ALL_BUILT, FolderArgument, NOTHING_BUILT, SOME_FAILED, error_text, shown, tell_on_stderr, unlisted_text,
};
use crate::args::{self, Format};
use crate::terminal;

/// One problem as a line of JSON.
#[derive(Serialize)]
struct JsonProblem {
    /// Relative to the folder that was named, with `/`.
    file: String,
    /// From 1; null for a whole file.
    line: Option<usize>,
    /// From 1, in characters; null for a whole file.
    column: Option<usize>,
    severity: &'static str,
    code: &'static str,
    message: String,
    hint: String,
}

/// Runs the verb.
pub fn run(args: &args::Check, common: &args::Common) -> ExitCode {
    let language = Language::of(common.lang.unwrap_or_else(Tag::of_system));
    if let Some(code) = &args.explain {
        return explain(code, language);
    }
    let prepared = super::leader_folder(args.leder.as_deref(), language)
        .and_then(|()| super::departments_folder(args.folder.as_deref(), FolderArgument::Word, language))
        .and_then(|folder| Ok((folder, super::typeface(args.fonts.as_deref(), language)?)));
    let (folder, typeface) = match prepared {
        Ok(prepared) => prepared,
        Err(message) => {
            tell_on_stderr(&message);
            return ExitCode::from(NOTHING_BUILT);
        }
    };
    let today = super::today(args.check_today);
    let mut codes = Vec::new();
    let targets = targets(&folder, Path::new(""), args.leder.as_deref(), None);
    for target in &targets.each {
        let checked =
            match check(&target.folder, target.leader.as_deref(), common.lang, Some(today), &typeface) {
                Ok(checked) => checked,
                Err(_) => {
                    tell_unreadable(&target.folder, language);
                    codes.push(NOTHING_BUILT);
                    continue;
                }
            };
        match args.format {
            Format::Text => tell(&checked, &target.department, common),
            Format::Json => tell_json(&checked, &target.department),
        }
        codes.push(exit_code(&checked));
    }
    for folder in &targets.unlisted {
        tell_on_stderr(&unlisted_text(folder, language));
        codes.push(SOME_FAILED);
    }
    // One department that can't be used is no error of the others.
    let all_unusable = codes.iter().all(|code| *code == NOTHING_BUILT);
    let worst = codes.into_iter().max().unwrap_or(NOTHING_BUILT);
    ExitCode::from(if all_unusable { NOTHING_BUILT } else { worst.min(SOME_FAILED) })
}

fn tell_unreadable(folder: &Path, language: &Language) {
    let facts = [("folder", shown(folder).into())];
    tell_on_stderr(&error_text(language, "build-folder-unreadable", &facts));
}

fn exit_code(checked: &Checked) -> u8 {
    if checked.reading.department.is_none() {
        NOTHING_BUILT
    } else if checked.problems.any_error() {
        SOME_FAILED
    } else {
        ALL_BUILT
    }
}

fn tell(checked: &Checked, department: &str, common: &args::Common) {
    for problem in checked.problems.iter() {
        super::tell_problem(department, problem, checked.language, common);
    }
    if !common.quiet {
        let facts = [("problems", checked.problems.len().into())];
        tell_on_stderr(&checked.language.say("check-summary", &facts));
    }
}

fn tell_json(checked: &Checked, department: &str) {
    for problem in checked.problems.iter() {
        let line = serde_json::to_string(&json(problem, department, checked.language));
        terminal::tell_json(&line.expect("text and numbers are JSON"));
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

fn explain(name: &str, language: &Language) -> ExitCode {
    let Some(code) = Code::from_name(name) else {
        let near = nearest(name, Code::names()).unwrap_or_default();
        let facts = [("code", name.into()), ("nearest", near.into())];
        tell_on_stderr(&error_text(language, "check-unknown-code", &facts));
        return ExitCode::from(NOTHING_BUILT);
    };
    terminal::tell(explanation(code, language).trim_end());
    ExitCode::from(ALL_BUILT)
}
