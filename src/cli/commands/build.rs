//! `spind build`: builds the documents of the departments in a folder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::public_edition;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::folders::{FolderArgument, unlisted_text};
use crate::cli::messages::{error_text, output_reason, shown};
use crate::cli::read_department::report_problem;
use crate::cli::terminal::{eprint, progress_bar, stderr_is_terminal};
use crate::cli::{args, clock, design, folders, viewer};
use crate::department;
use crate::document::Templates;
use crate::document::pdf::DocumentKind;
use crate::language::{Language, Tag};
use crate::problem::Problems;
use crate::public::Editions;
use crate::run::targets::{Target, Targets, targets};
use crate::run::{
    BuildError, BuildRequest, Built, DocumentNames, FailureReason, FileFailure, KeptDocument, Outcome,
    PublicationState, build_each, in_every_language,
};
use crate::storage::{OutputError, canonical};

/// The default output folder.
pub(super) const DEFAULT_OUT: &str = "out";

pub(crate) fn run(args: &args::Build, common: &args::Common) -> CommandResult {
    let started = Instant::now();
    let language = common.language();
    let prepared = prepare(args, language)?;
    let targets = prepared.targets(args);
    let requests = requests(&targets.each, args, common, &prepared.templates);
    let outcomes = with_progress(&requests, common);
    let mut report = BuildReport::new(language);
    for folder in &targets.unlisted {
        eprint(&unlisted_text(folder, language));
        report.statuses.push(ExitStatus::Partial);
    }
    for (target, outcome) in targets.each.iter().zip(outcomes) {
        report.department(outcome, target, args, common);
    }
    Ok(report.end(args, common, &prepared.out, started))
}

/// The resolved folders and templates of a build.
pub(super) struct Prepared {
    pub folder: PathBuf,
    pub out: PathBuf,
    pub templates: Templates,
}

impl Prepared {
    /// The departments in the folder now.
    pub(super) fn targets(&self, args: &args::Build) -> Targets {
        targets(&self.folder, &self.out, args.options.leder.as_deref(), args.options.rettelser.as_deref())
    }

    /// The language of a run that reports on all departments: that of `--lang`, else the one in
    /// which all departments are, else the system's.
    pub(super) fn language(&self, args: &args::Build, common: &args::Common) -> &'static Language {
        let targets = self.targets(args);
        let mut languages = targets.each.iter().map(|target| settings_language(&target.folder));
        let shared = languages.next().flatten().filter(|first| languages.all(|other| other == Some(*first)));
        common.lang.or(shared).map_or_else(|| common.language(), Language::of)
    }
}

/// The language in a department's settings.
fn settings_language(folder: &Path) -> Option<Tag> {
    let reading = department::read(folder, None, &mut Problems::default()).ok()?;
    reading.department?.settings.language
}

/// The build request of each target.
pub(super) fn requests<'a>(
    targets: &'a [Target],
    args: &'a args::Build,
    common: &args::Common,
    templates: &'a Templates,
) -> Vec<BuildRequest<'a>> {
    let today = clock::today(args.options.today);
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
        follow_ups: args.options.opfoelgning,
        print: args.print,
        blank: args.options.blank,
        per_school: args.options.per_school,
        force: args.force,
        keep_snapshot: false,
        sources: None,
        templates,
    };
    targets.iter().map(request).collect()
}

/// Resolves the arguments of a build.
///
/// # Errors
/// The message for an argument that can't be used.
pub(super) fn prepare(args: &args::Build, language: &Language) -> Result<Prepared, String> {
    let error =
        |key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]| error_text(language, key, facts);
    let folder =
        folders::departments_folder(args.options.folder.as_deref(), FolderArgument::Positional, language)?;
    folders::leader_folder(args.options.leder.as_deref(), language)?;
    let out = match &args.options.out {
        Some(out) => out.clone(),
        // Output does not belong in the shared folder.
        None if is_current_folder(&folder) => return Err(error("build-out-needed", &[])),
        None => PathBuf::from(DEFAULT_OUT),
    };
    Ok(Prepared { folder, out, templates: templates(args, language)? })
}

/// The templates and fonts, checked to have what the requested documents need.
pub(super) fn templates(args: &args::Build, language: &Language) -> Result<Templates, String> {
    let typeface = design::typeface(args.options.fonts.as_deref(), language)?;
    let templates = design::templates(args.options.templates.as_deref(), &typeface, language)?;
    design::complete_fonts(args.options.fonts.as_deref(), &templates, language)?;
    let public = args.options.edition.is_some_and(Editions::public);
    let requested = [
        (args.options.forberedelse, DocumentKind::Preparation),
        (args.options.opfoelgning, DocumentKind::FollowUp),
        (args.options.blank, DocumentKind::BlankForm),
        (args.print, DocumentKind::Print),
        (public, DocumentKind::PublicBooklet),
    ];
    for (_, kind) in requested.into_iter().filter(|(requested, _)| *requested) {
        if let (Err(error), Some(folder)) = (kind.check(&templates), &args.options.templates) {
            return Err(design::bad_templates(folder, &error, language));
        }
    }
    Ok(templates)
}

pub(super) fn is_current_folder(folder: &Path) -> bool {
    match (canonical(folder), canonical(Path::new("."))) {
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

/// Reports the outcome of each department and sums up for the end.
struct BuildReport {
    language: &'static Language,
    /// The exit status that each department alone would have.
    statuses: Vec<ExitStatus>,
    sum: Built,
    problems: usize,
    departments: usize,
}

impl BuildReport {
    fn new(language: &'static Language) -> Self {
        Self { language, statuses: Vec::new(), sum: Built::default(), problems: 0, departments: 0 }
    }

    /// Prints problems and failures of a department.
    fn department(
        &mut self,
        outcome: Result<Outcome, BuildError>,
        target: &Target,
        args: &args::Build,
        common: &args::Common,
    ) {
        let status = match outcome {
            Ok(outcome) => self.outcome(outcome, target, args, common),
            Err(error) => {
                report_build_error(&error, target, self.language);
                ExitStatus::Nothing
            }
        };
        self.statuses.push(status);
    }

    fn outcome(
        &mut self,
        outcome: Outcome,
        target: &Target,
        args: &args::Build,
        common: &args::Common,
    ) -> ExitStatus {
        let language = outcome.language;
        self.problems += outcome.problems.len();
        for problem in outcome.problems.iter() {
            report_problem(&target.department, problem, language, common);
        }
        let public = outcome.public.as_ref();
        for line in public.iter().flat_map(|public| public_edition::messages(public, language, common.quiet))
        {
            eprint(&line);
        }
        let public_failures = public.map_or(&[][..], |public| &public.failures);
        report_failures(public_failures, language);
        let Some(built) = outcome.built else {
            print_error(language, "build-nothing", &[]);
            return ExitStatus::Nothing;
        };
        report_failures(&built.failures, language);
        report_refused(&built.refused, language);
        if !common.quiet {
            warn_of_another_edition(&built, language);
        }
        let wants_public = args.options.edition.is_some_and(Editions::public);
        let not_made = wants_public && public.is_some_and(|public| public.state == PublicationState::Left);
        let failed = outcome.problems.any_error()
            || !built.failures.is_empty()
            || !built.refused.is_empty()
            || !public_failures.is_empty()
            || not_made;
        if !common.quiet {
            report_kept(&built.kept, language);
        }
        if wants_changes(common) {
            report_changes(&built, language);
        }
        self.language = language;
        self.add(built);
        if failed { ExitStatus::Partial } else { ExitStatus::Done }
    }

    fn add(&mut self, built: Built) {
        self.departments += 1;
        // A selected person may be in any of the departments.
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

    /// Prints the summary and opens the result if requested.
    fn end(self, args: &args::Build, common: &args::Common, out: &Path, started: Instant) -> ExitStatus {
        if self.statuses.iter().all(|status| *status == ExitStatus::Nothing) {
            return ExitStatus::Nothing;
        }
        let with_errors = &self.sum.with_errors;
        for (who, file) in with_errors {
            let facts = [("who", who.as_str().into()), ("file", file.as_str().into())];
            print_error(self.language, "build-person-with-errors", &facts);
        }
        // Of many departments, one that has her file knows more than those that do not.
        let is_unknown = |who: &&String| !with_errors.iter().any(|(other, _)| other == *who);
        for who in self.sum.unknown.iter().filter(is_unknown) {
            print_error(self.language, "build-unknown-person", &[("who", who.as_str().into())]);
        }
        if !args.options.only.is_empty() && self.sum.people == 0 {
            return ExitStatus::Nothing;
        }
        if !common.quiet {
            eprint(&self.summary(out, started));
        }
        let made = self.sum.documents + self.sum.up_to_date > 0;
        let opened = !args.open || !made || viewer::open_file(&self.result(args, out), self.language);
        let failed = self.statuses.iter().any(|status| *status != ExitStatus::Done)
            || !self.sum.unknown.is_empty()
            || !opened;
        if failed { ExitStatus::Partial } else { ExitStatus::Done }
    }

    /// The path that `--open` opens: the only requested plan, else the booklet, else the folder.
    fn result(&self, args: &args::Build, out: &Path) -> PathBuf {
        let is_internal = args.options.edition.unwrap_or_default().internal();
        let booklet = if is_internal { DocumentNames::booklet } else { DocumentNames::public_booklet };
        let booklet =
            || in_every_language(booklet).into_iter().map(|name| out.join(name)).find(|path| path.is_file());
        let only = match &self.sum.plans[..] {
            [plan] if !args.options.only.is_empty() => Some(plan.clone()),
            _ => args.options.only.is_empty().then(booklet).flatten(),
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

/// Prints why nothing of a department could be built.
pub(super) fn report_build_error(error: &BuildError, target: &Target, language: &Language) {
    let (key, folder) = build_error_words(error, target);
    print_error(language, key, &[("folder", shown(folder).into())]);
}

/// The message key for a build error, and the folder at fault.
pub(super) fn build_error_words<'a>(error: &BuildError, target: &'a Target) -> (&'static str, &'a Path) {
    match error {
        BuildError::Folder(_) => ("build-folder-unreadable", &target.folder),
        BuildError::Out(_) => ("build-out-unusable", &target.out),
    }
}

/// Arguments of a message.
type Facts = Vec<(&'static str, fluent_bundle::FluentValue<'static>)>;

/// Prints which files could not be made or written.
fn report_failures(failures: &[FileFailure], language: &Language) {
    for failure in failures {
        let (key, facts) = failure_words(failure, language);
        print_error(language, key, &facts);
    }
}

/// The message key and facts for a file that could not be made or written.
pub(super) fn failure_words(failure: &FileFailure, language: &Language) -> (&'static str, Facts) {
    let path = shown(&failure.path);
    let is_blocked =
        matches!(failure.reason, FailureReason::Output(OutputError::Foreign | OutputError::Link));
    let key = if is_blocked { "build-in-the-way" } else { "build-not-written" };
    (key, vec![("path", path.into()), ("reason", reason(&failure.reason, language).into())])
}

/// Prints which documents were refused because they would have been incomplete.
pub(super) fn report_refused(refused: &[PathBuf], language: &Language) {
    if !refused.is_empty() {
        let (key, facts) = refused_words(refused);
        print_error(language, key, &facts);
    }
}

/// Warns if two versions of the strategic plan count different people.
pub(super) fn warn_of_another_edition(built: &Built, language: &Language) {
    let warnings = [
        ("build-another-edition", &built.another_edition),
        ("build-unknown-edition", &built.unknown_edition),
    ];
    for (key, path) in warnings {
        if let Some(path) = path {
            eprint(&language.say(key, &[("path", shown(path).into())]));
        }
    }
}

/// The message key and facts for refused documents.
pub(super) fn refused_words(refused: &[PathBuf]) -> (&'static str, Facts) {
    let paths: Vec<String> = refused.iter().map(|path| shown(path)).collect();
    ("build-refused", vec![("count", paths.len().into()), ("paths", paths.join(", ").into())])
}

/// Prints which hand-edited documents were moved aside.
pub(super) fn report_kept(kept: &[KeptDocument], language: &Language) {
    for kept in kept {
        eprint(&language.say("build-kept", &kept_facts(kept)));
    }
}

/// The facts of a document that was moved aside.
pub(super) fn kept_facts(kept: &KeptDocument) -> Facts {
    let path = |path: &Path| shown(path).into();
    vec![("path", path(&kept.document)), ("kept", path(&kept.kept))]
}

/// Prints out-of-date plans, removed documents and correction files.
fn report_changes(built: &Built, language: &Language) {
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

/// Why a file could not be made, with what to do about it.
pub(super) fn reason(reason: &FailureReason, language: &Language) -> String {
    match reason {
        FailureReason::Typeset(error) => {
            language.say("reason-template", &[("error", error.to_string().into())])
        }
        FailureReason::Chart => language.say("reason-chart", &[]),
        FailureReason::Unlisted => language.say("reason-unlisted", &[]),
        FailureReason::Output(error) => output_reason(error, language),
    }
}

fn print_error(language: &Language, key: &str, facts: &[(&str, fluent_bundle::FluentValue<'_>)]) {
    eprint(&error_text(language, key, facts));
}
