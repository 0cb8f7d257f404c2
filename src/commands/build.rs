//! `spind build`: a folder becomes plans and a booklet.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use spind::build::{
    BOOKLET, BuildError, Built, Failure, FailureReason, Fate, Outcome, OutputError, PUBLIC_BOOKLET, Request,
    build,
};
use spind::document::Templates;
use spind::document::pdf::Kind;
use spind::edition::Editions;
use spind::language::{Language, Tag};

use super::{
    ALL_BUILT, NOTHING_BUILT, SOME_FAILED, error_text, output_reason, public_edition, tell_on_stderr,
};
use crate::args;

/// Where documents go, when nobody says.
pub(super) const DEFAULT_OUT: &str = "out";

/// Runs the verb.
pub fn run(args: &args::Build, common: &args::Common) -> ExitCode {
    let started = Instant::now();
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    match prepare(args, &language) {
        Ok(prepared) => {
            let request = Request {
                folder: &prepared.folder,
                leader: args.leder.as_deref(),
                out: &prepared.out,
                corrections: args.rettelser.as_deref(),
                only: &args.only,
                edition: args.edition.unwrap_or_default(),
                language: common.lang,
                today: args.today.or_else(super::source_date_epoch),
                charts: args.charts,
                preparations: args.forberedelse,
                blank: args.blank,
                templates: &prepared.templates,
            };
            match with_progress(&request, common) {
                Ok(outcome) => ExitCode::from(tell(&outcome, args, common, &prepared.out, started)),
                Err(error) => {
                    let (key, path) = match error {
                        BuildError::Folder(_) => ("build-folder-unreadable", &prepared.folder),
                        BuildError::Out(_) => ("build-out-unusable", &prepared.out),
                    };
                    say_error(&language, key, &[("folder", path.display().to_string().into())]);
                    ExitCode::from(NOTHING_BUILT)
                }
            }
        }
        Err(message) => {
            tell_on_stderr(&message);
            ExitCode::from(NOTHING_BUILT)
        }
    }
}

struct Prepared {
    folder: PathBuf,
    out: PathBuf,
    templates: Templates,
}

/// Turns what was typed into what is meant, or a message for the person who typed it.
fn prepare(args: &args::Build, language: &Language) -> Result<Prepared, String> {
    let error =
        |key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]| error_text(language, key, facts);
    let folder = super::folder(args.folder.as_deref(), language)?;
    let out = match &args.out {
        Some(out) => out.clone(),
        // Output does not belong in the shared folder.
        None if is_current_folder(&folder) => return Err(error("build-out-needed", &[])),
        None => PathBuf::from(DEFAULT_OUT),
    };
    let typeface = super::typeface(args.fonts.as_deref(), language)?;
    let templates = super::templates(args.templates.as_deref(), &typeface, language)?;
    let public = args.edition.is_some_and(Editions::public);
    let asked_for = [
        (args.forberedelse, Kind::Preparation),
        (args.blank, Kind::BlankForm),
        (public, Kind::PublicBooklet),
    ];
    for (_, kind) in asked_for.into_iter().filter(|(asked, _)| *asked) {
        if let (Err(error), Some(folder)) = (kind.check(&templates), &args.templates) {
            return Err(super::bad_templates(folder, &error, language));
        }
    }
    Ok(Prepared { folder, out, templates })
}

pub(super) fn is_current_folder(folder: &Path) -> bool {
    match (fs::canonicalize(folder), std::env::current_dir().and_then(fs::canonicalize)) {
        (Ok(folder), Ok(current)) => folder == current,
        _ => false,
    }
}

fn with_progress(request: &Request<'_>, common: &args::Common) -> Result<Outcome, BuildError> {
    if common.quiet || !stderr().is_terminal() {
        return build(request, &|_, _| ());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    let outcome = build(request, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    outcome
}

/// Tells problems and the summary; returns the exit code.
fn tell(outcome: &Outcome, args: &args::Build, common: &args::Common, out: &Path, started: Instant) -> u8 {
    let language = &outcome.language;
    for problem in outcome.problems.iter() {
        super::tell_problem(problem, language, common);
    }
    let public = outcome.public.as_ref();
    for line in public.iter().flat_map(|public| public_edition::told(public, language, common.quiet)) {
        tell_on_stderr(&line);
    }
    let public_failures = public.map_or(&[][..], |public| &public.failures);
    tell_failures(public_failures, language);
    let Some(built) = &outcome.built else {
        say_error(language, "build-nothing", &[]);
        return NOTHING_BUILT;
    };
    for who in &built.unknown {
        say_error(language, "build-unknown-person", &[("who", who.as_str().into())]);
    }
    tell_failures(&built.failures, language);
    if !args.only.is_empty() && built.people == 0 {
        return NOTHING_BUILT;
    }
    if !common.quiet && stderr().is_terminal() || common.verbose {
        tell_on_stderr(&summary(built, outcome, language, out, started));
    }
    let opened = !args.open || built.documents == 0 || super::open::open(&result(built, args, out), language);
    let asked = args.edition.is_some_and(Editions::public);
    let not_made = asked && public.is_some_and(|public| public.fate == Fate::Left);
    let failures = built.failures.len() + public_failures.len();
    let failed =
        outcome.problems.any_error() || failures > 0 || !built.unknown.is_empty() || not_made || !opened;
    if failed { SOME_FAILED } else { ALL_BUILT }
}

/// What is shown of all that was made: the one plan that was asked for, else the booklet,
/// else the folder.
fn result(built: &Built, args: &args::Build, out: &Path) -> PathBuf {
    let booklet = if args.edition.unwrap_or_default().internal() { BOOKLET } else { PUBLIC_BOOKLET };
    let only = match &built.plans[..] {
        [plan] if !args.only.is_empty() => Some(plan.clone()),
        _ => args.only.is_empty().then(|| out.join(booklet)),
    };
    only.filter(|path| path.is_file()).unwrap_or_else(|| out.to_owned())
}

/// Tells what could not be made or written.
fn tell_failures(failures: &[Failure], language: &Language) {
    for failure in failures {
        let path = failure.path.display().to_string();
        let in_the_way =
            matches!(failure.reason, FailureReason::Output(OutputError::Foreign | OutputError::Link));
        say_error(
            language,
            if in_the_way { "build-in-the-way" } else { "build-not-written" },
            &[("path", path.into()), ("reason", reason(&failure.reason, language).into())],
        );
    }
}

/// One line for what was built, and one for each thing that somebody should know.
fn summary(built: &Built, outcome: &Outcome, language: &Language, out: &Path, started: Instant) -> String {
    let hundredths = i64::try_from(started.elapsed().as_millis() / 10).unwrap_or(i64::MAX);
    let mut lines = Vec::new();
    let paths = [
        ("build-out-of-date", &built.out_of_date),
        ("build-removed", &built.removed),
        ("build-correction", &built.corrections),
    ];
    for (key, paths) in paths {
        lines.extend(
            paths.iter().map(|path| language.say(key, &[("path", path.display().to_string().into())])),
        );
    }
    lines.push(language.say(
        "build-summary",
        &[
            ("people", built.people.into()),
            ("documents", built.documents.into()),
            ("seconds", language.number(hundredths).into()),
            ("problems", outcome.problems.len().into()),
            ("out", out.display().to_string().into()),
        ],
    ));
    lines.join("\n")
}

/// Why a file could not be made, in words that tell what to do.
fn reason(reason: &FailureReason, language: &Language) -> String {
    match reason {
        FailureReason::Typeset(error) => {
            language.say("reason-template", &[("error", error.to_string().into())])
        }
        FailureReason::Unlisted => language.say("reason-unlisted", &[]),
        FailureReason::Output(error) => output_reason(error, language),
    }
}

fn say_error(language: &Language, key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]) {
    tell_on_stderr(&error_text(language, key, facts));
}
