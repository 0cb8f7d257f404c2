//! `spind build`: a folder becomes plans and a booklet.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use spind::document::Templates;
use spind::document::pdf::DocumentKind;
use spind::language::Language;
use spind::public::Editions;
use spind::run::targets::{Target, Targets, targets};
use spind::run::{
    BOOKLET, BuildError, BuildRequest, Built, Failure, FailureReason, KeptDocument, Outcome, OutputError,
    PUBLIC_BOOKLET, PublicationState, build_each,
};

use super::public_edition;
use crate::cli::folders::{FolderArgument, unlisted_text};
use crate::cli::messages::{error_text, output_reason, shown};
use crate::cli::outcome::{CommandResult, Status};
use crate::cli::read_department::report_problem;
use crate::cli::terminal::{eprint, progress_bar, stderr_is_terminal};
use crate::cli::{args, design, folders, today};

/// Where documents go, when nobody says.
pub(super) const DEFAULT_OUT: &str = "out";

/// Runs the verb.
pub fn run(args: &args::Build, common: &args::Common) -> CommandResult {
    let started = Instant::now();
    let language = common.language();
    let prepared = prepare(args, language)?;
    let targets = prepared.targets(args);
    let requests = requests(&targets.each, args, common, &prepared.templates);
    let outcomes = with_progress(&requests, common);
    let mut told = BuildReport::new(language);
    for folder in &targets.unlisted {
        eprint(&unlisted_text(folder, language));
        told.codes.push(Status::Partial);
    }
    for (target, outcome) in targets.each.iter().zip(outcomes) {
        told.report(outcome, target, args, common);
    }
    Ok(told.end(args, common, &prepared.out, started))
}

/// What was typed, turned into what is meant.
pub(super) struct Prepared {
    pub folder: PathBuf,
    pub out: PathBuf,
    pub templates: Templates,
}

impl Prepared {
    /// The departments, as they lie there now.
    pub fn targets(&self, args: &args::Build) -> Targets {
        targets(&self.folder, &self.out, args.options.leder.as_deref(), args.options.rettelser.as_deref())
    }
}

/// A request for each of `targets`.
pub(super) fn requests<'a>(
    targets: &'a [Target],
    args: &'a args::Build,
    common: &args::Common,
    templates: &'a Templates,
) -> Vec<BuildRequest<'a>> {
    let today = today::today(args.options.today);
    let request = |target: &'a Target| BuildRequest {
        folder: &target.folder,
        leader: target.leader.as_deref(),
        out: &target.out,
        corrections: target.corrections.as_deref(),
        only: &args.options.only,
        edition: args.options.edition.unwrap_or_default(),
        language: common.lang,
        today,
        charts: args.charts,
        preparations: args.options.forberedelse,
        blank: args.options.blank,
        force: args.force,
        sources: None,
        templates,
    };
    targets.iter().map(request).collect()
}

/// Turns what was typed into what is meant, or a message for the person who typed it.
pub(super) fn prepare(args: &args::Build, language: &Language) -> Result<Prepared, String> {
    let error =
        |key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]| error_text(language, key, facts);
    let folder = folders::departments_folder(args.options.folder.as_deref(), FolderArgument::Word, language)?;
    folders::leader_folder(args.options.leder.as_deref(), language)?;
    let out = match &args.options.out {
        Some(out) => out.clone(),
        // Output does not belong in the shared folder.
        None if is_current_folder(&folder) => return Err(error("build-out-needed", &[])),
        None => PathBuf::from(DEFAULT_OUT),
    };
    Ok(Prepared { folder, out, templates: templates(args, language)? })
}

/// The templates and fonts asked for, with all that the documents asked for need.
pub(super) fn templates(args: &args::Build, language: &Language) -> Result<Templates, String> {
    let typeface = design::typeface(args.options.fonts.as_deref(), language)?;
    let templates = design::templates(args.options.templates.as_deref(), &typeface, language)?;
    design::complete_fonts(args.options.fonts.as_deref(), &templates, language)?;
    let public = args.options.edition.is_some_and(Editions::public);
    let asked_for = [
        (args.options.forberedelse, DocumentKind::Preparation),
        (args.options.blank, DocumentKind::BlankForm),
        (public, DocumentKind::PublicBooklet),
    ];
    for (_, kind) in asked_for.into_iter().filter(|(asked, _)| *asked) {
        if let (Err(error), Some(folder)) = (kind.check(&templates), &args.options.templates) {
            return Err(design::bad_templates(folder, &error, language));
        }
    }
    Ok(templates)
}

pub(super) fn is_current_folder(folder: &Path) -> bool {
    match (fs::canonicalize(folder), std::env::current_dir().and_then(fs::canonicalize)) {
        (Ok(folder), Ok(current)) => folder == current,
        _ => false,
    }
}

fn with_progress(requests: &[BuildRequest<'_>], common: &args::Common) -> Vec<Result<Outcome, BuildError>> {
    let Some(bar) = progress_bar(common.quiet) else { return build_each(requests, &|_, _| ()) };
    let outcomes = build_each(requests, &|done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    outcomes
}

/// What was told of one department after the other, summed up at the end.
struct BuildReport {
    language: &'static Language,
    /// The exit code that each department alone would have.
    codes: Vec<Status>,
    sum: Built,
    problems: usize,
    departments: usize,
}

impl BuildReport {
    fn new(language: &'static Language) -> Self {
        Self { language, codes: Vec::new(), sum: Built::default(), problems: 0, departments: 0 }
    }

    /// Tells problems and failures of a department.
    fn report(
        &mut self,
        outcome: Result<Outcome, BuildError>,
        target: &Target,
        args: &args::Build,
        common: &args::Common,
    ) {
        let code = match outcome {
            Ok(outcome) => self.tell_outcome(outcome, target, args, common),
            Err(error) => {
                say_build_error(&error, target, self.language);
                Status::Nothing
            }
        };
        self.codes.push(code);
    }

    fn tell_outcome(
        &mut self,
        outcome: Outcome,
        target: &Target,
        args: &args::Build,
        common: &args::Common,
    ) -> Status {
        let language = outcome.language;
        self.problems += outcome.problems.len();
        for problem in outcome.problems.iter() {
            report_problem(&target.department, problem, language, common);
        }
        let public = outcome.public.as_ref();
        for line in public.iter().flat_map(|public| public_edition::told(public, language, common.quiet)) {
            eprint(&line);
        }
        let public_failures = public.map_or(&[][..], |public| &public.failures);
        tell_failures(public_failures, language);
        let Some(built) = outcome.built else {
            say_error(language, "build-nothing", &[]);
            return Status::Nothing;
        };
        tell_failures(&built.failures, language);
        tell_refused(&built.refused, language);
        if !common.quiet {
            tell_another_edition(&built, language);
        }
        let asked = args.options.edition.is_some_and(Editions::public);
        let not_made = asked && public.is_some_and(|public| public.fate == PublicationState::Left);
        let failed = outcome.problems.any_error()
            || !built.failures.is_empty()
            || !built.refused.is_empty()
            || !public_failures.is_empty()
            || not_made;
        if !common.quiet {
            tell_kept(&built, language);
        }
        if wants_changes(common) {
            tell_changes(&built, language);
        }
        self.language = language;
        self.add(built);
        if failed { Status::Partial } else { Status::Done }
    }

    fn add(&mut self, built: Built) {
        self.departments += 1;
        // Somebody asked for may be in any of the departments.
        let first = self.departments == 1;
        self.sum.unknown.retain(|who| built.unknown.contains(who));
        if first {
            self.sum.unknown = built.unknown;
        }
        self.sum.with_errors.extend(built.with_errors);
        self.sum.people += built.people;
        self.sum.documents += built.documents;
        self.sum.up_to_date += built.up_to_date;
        self.sum.plans.extend(built.plans);
    }

    /// Tells the sum of it; the exit code.
    fn end(self, args: &args::Build, common: &args::Common, out: &Path, started: Instant) -> Status {
        if self.codes.iter().all(|code| *code == Status::Nothing) {
            return Status::Nothing;
        }
        let with_errors = &self.sum.with_errors;
        for (who, file) in with_errors {
            let facts = [("who", who.as_str().into()), ("file", file.as_str().into())];
            say_error(self.language, "build-person-with-errors", &facts);
        }
        // Of many departments, one that has her file knows more than those that do not.
        let is_unknown = |who: &&String| !with_errors.iter().any(|(other, _)| other == *who);
        for who in self.sum.unknown.iter().filter(is_unknown) {
            say_error(self.language, "build-unknown-person", &[("who", who.as_str().into())]);
        }
        if !args.options.only.is_empty() && self.sum.people == 0 {
            return Status::Nothing;
        }
        if !common.quiet {
            eprint(&self.summary(out, started));
        }
        let made = self.sum.documents + self.sum.up_to_date > 0;
        let opened = !args.open || !made || super::open::open(&self.result(args, out), self.language);
        let failed =
            self.codes.iter().any(|code| *code != Status::Done) || !self.sum.unknown.is_empty() || !opened;
        if failed { Status::Partial } else { Status::Done }
    }

    /// What is shown of all that was made: the one plan that was asked for, else the
    /// booklet, else the folder.
    fn result(&self, args: &args::Build, out: &Path) -> PathBuf {
        let booklet =
            if args.options.edition.unwrap_or_default().internal() { BOOKLET } else { PUBLIC_BOOKLET };
        let only = match &self.sum.plans[..] {
            [plan] if !args.options.only.is_empty() => Some(plan.clone()),
            _ => args.options.only.is_empty().then(|| out.join(booklet)),
        };
        only.filter(|path| path.is_file()).unwrap_or_else(|| out.to_owned())
    }

    fn summary(&self, out: &Path, started: Instant) -> String {
        let hundredths = i64::try_from(started.elapsed().as_millis() / 10).unwrap_or(i64::MAX);
        let facts = [
            ("departments", self.departments.into()),
            ("people", self.sum.people.into()),
            ("documents", self.sum.documents.into()),
            ("current", self.sum.up_to_date.into()),
            ("seconds", self.language.number(hundredths).into()),
            ("problems", self.problems.into()),
            ("out", shown(out).into()),
        ];
        self.language.say("build-summary", &facts)
    }
}

/// Whether each file that changed is listed, and not only their number.
fn wants_changes(common: &args::Common) -> bool {
    !common.quiet && stderr_is_terminal() || common.verbose
}

/// Tells why nothing of a department could be built.
pub(super) fn say_build_error(error: &BuildError, target: &Target, language: &Language) {
    let (key, folder) = build_error_words(error, target);
    say_error(language, key, &[("folder", shown(folder).into())]);
}

/// The key that says why nothing of a department could be built, and the folder at fault.
pub(super) fn build_error_words<'a>(error: &BuildError, target: &'a Target) -> (&'static str, &'a Path) {
    match error {
        BuildError::Folder(_) => ("build-folder-unreadable", &target.folder),
        BuildError::Out(_) => ("build-out-unusable", &target.out),
    }
}

/// Facts of a message.
type Facts = Vec<(&'static str, fluent_bundle::FluentValue<'static>)>;

/// Tells what could not be made or written.
fn tell_failures(failures: &[Failure], language: &Language) {
    for failure in failures {
        let (key, facts) = failure_words(failure, language);
        say_error(language, key, &facts);
    }
}

/// The key and the facts that say what could not be made or written.
pub(super) fn failure_words(failure: &Failure, language: &Language) -> (&'static str, Facts) {
    let path = shown(&failure.path);
    let in_the_way =
        matches!(failure.reason, FailureReason::Output(OutputError::Foreign | OutputError::Link));
    let key = if in_the_way { "build-in-the-way" } else { "build-not-written" };
    (key, vec![("path", path.into()), ("reason", reason(&failure.reason, language).into())])
}

/// Tells which documents would have been incomplete.
pub(super) fn tell_refused(refused: &[PathBuf], language: &Language) {
    if !refused.is_empty() {
        let (key, facts) = refused_words(refused);
        say_error(language, key, &facts);
    }
}

/// Tells that a reader of both plans without names could subtract.
pub(super) fn tell_another_edition(built: &Built, language: &Language) {
    let told = [
        ("build-another-edition", &built.another_edition),
        ("build-unknown-edition", &built.unknown_edition),
    ];
    for (key, path) in told {
        if let Some(path) = path {
            eprint(&language.say(key, &[("path", shown(path).into())]));
        }
    }
}

/// The key and the facts that say which documents would have been incomplete.
pub(super) fn refused_words(refused: &[PathBuf]) -> (&'static str, Facts) {
    let paths: Vec<String> = refused.iter().map(|path| shown(path)).collect();
    ("build-refused", vec![("count", paths.len().into()), ("paths", paths.join(", ").into())])
}

/// Tells what somebody had altered and where it is now.
pub(super) fn tell_kept(built: &Built, language: &Language) {
    for kept in &built.kept {
        eprint(&language.say("build-kept", &kept_facts(kept)));
    }
}

/// The facts that say what was kept and where.
pub(super) fn kept_facts(kept: &KeptDocument) -> Facts {
    let path = |path: &Path| shown(path).into();
    vec![("path", path(&kept.document)), ("kept", path(&kept.kept))]
}

/// A line for each thing that somebody should know.
fn tell_changes(built: &Built, language: &Language) {
    let paths = [
        ("build-out-of-date", &built.out_of_date),
        ("build-removed", &built.removed),
        ("build-correction", &built.corrections),
    ];
    for (key, paths) in paths {
        for path in paths {
            eprint(&language.say(key, &[("path", shown(path).into())]));
        }
    }
}

/// Why a file could not be made, in words that tell what to do.
fn reason(reason: &FailureReason, language: &Language) -> String {
    match reason {
        FailureReason::Typeset(error) => {
            language.say("reason-template", &[("error", error.to_string().into())])
        }
        FailureReason::Chart => language.say("reason-chart", &[]),
        FailureReason::Unlisted => language.say("reason-unlisted", &[]),
        FailureReason::Output(error) => output_reason(error, language),
    }
}

fn say_error(language: &Language, key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]) {
    eprint(&error_text(language, key, facts));
}
