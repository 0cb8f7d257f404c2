//! `spind watch`: rebuilds after every change, and reports only what is new.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use fluent_bundle::FluentValue;

use super::build::{
    failure_words, kept_facts, prepare, report_build_error, report_refused, warn_of_another_edition,
};
use super::public_edition;
use super::rebuild::{Rebuild, RebuildListener, RebuildLoop};
use crate::cli::exit_status::CommandResult;
use crate::cli::messages::{error_text, shown};
use crate::cli::terminal::{eprint, eprint_problem};
use crate::cli::{args, notices};
use crate::language::Language;
use crate::problem::Problem;
use crate::problem::render;
use crate::run::targets::Target;
use crate::run::{BuildError, Built, Outcome};

/// The most documents that are named after one rebuild; the rest are counted.
const MAX_LISTED: usize = 8;

/// Runs until it is interrupted.
pub(crate) fn run(args: &args::Watch, common: &args::Common) -> CommandResult {
    let prepared = prepare(&args.build, common.language())?;
    let language = prepared.language(&args.build, common);
    notices::set_language(language);
    let mut rebuilds = RebuildLoop::new(&args.build, args.poll, common, language, prepared);
    rebuilds.run(&mut Reporter::new(common, language))
}

/// Reports rebuilds on the terminal. Remembers what it last reported of each department.
pub(super) struct Reporter<'a> {
    common: &'a args::Common,
    language: &'static Language,
    /// Problems, by department.
    known: BTreeMap<String, BTreeSet<String>>,
    /// Documents from before their profile had errors.
    out_of_date: BTreeSet<PathBuf>,
    /// Documents refused because they would be incomplete.
    refused: BTreeSet<PathBuf>,
    /// Messages about the public edition, by department.
    public: BTreeMap<String, Vec<String>>,
    /// Failures, by department.
    failures: BTreeMap<String, BTreeSet<String>>,
}

impl RebuildListener for Reporter<'_> {
    fn gone(&mut self, folder: &Path) {
        self.print("watch-gone", &[("folder", shown(folder).into())]);
    }

    fn polls(&mut self, folder: &Path) {
        self.print("watch-polls", &[("folder", shown(folder).into())]);
    }

    fn finished(&mut self, rebuild: Rebuild<'_>) {
        for (target, outcome) in &rebuild.built {
            self.report_outcome(target, outcome, rebuild.started);
        }
        if rebuild.everything {
            let folder = shown(&rebuild.prepared.folder);
            self.print("watch-waiting", &[("folder", folder.into())]);
        }
    }
}

impl<'a> Reporter<'a> {
    pub(super) fn new(common: &'a args::Common, language: &'static Language) -> Self {
        Self {
            common,
            language,
            known: BTreeMap::new(),
            out_of_date: BTreeSet::new(),
            refused: BTreeSet::new(),
            public: BTreeMap::new(),
            failures: BTreeMap::new(),
        }
    }

    fn report_outcome(&mut self, target: &Target, outcome: &Result<Outcome, BuildError>, started: Instant) {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => return report_build_error(error, target, self.language),
        };
        self.language = outcome.language;
        self.report_problems(target, outcome);
        self.report_public(target, outcome);
        self.report_failures(target, outcome);
        if let Some(built) = &outcome.built {
            self.report_new_refusals(target, built);
            if !self.common.quiet {
                warn_of_another_edition(built, outcome.language);
            }
            self.report_documents(built, started);
            self.report_out_of_date(target, built);
        }
    }

    /// Prints new problems, and which files still have some if there are fewer.
    fn report_problems(&mut self, target: &Target, outcome: &Outcome) {
        let known = self.known.remove(&target.department).unwrap_or_default();
        let mut now = BTreeSet::new();
        let file = |problem: &Problem| problem.place.file.name_in(&target.department);
        for problem in outcome.problems.iter() {
            let plain =
                render::terminal_in(&target.department, problem, outcome.language, render::Style::PLAIN);
            if !known.contains(&plain) {
                eprint_problem(&target.department, problem, outcome.language);
            }
            now.insert(plain);
        }
        if outcome.problems.is_empty() && !known.is_empty() {
            self.print("watch-mended", &[]);
        } else if known.len() > now.len() {
            let files: BTreeSet<String> = outcome.problems.iter().map(file).collect();
            let files = files.into_iter().collect::<Vec<_>>().join(", ");
            self.print("watch-fewer", &[("problems", now.len().into()), ("files", files.into())]);
        }
        self.known.insert(target.department.clone(), now);
    }

    /// Prints the messages about the public edition, unless they are unchanged.
    fn report_public(&mut self, target: &Target, outcome: &Outcome) {
        let messages = |public| public_edition::messages(public, outcome.language, self.common.quiet);
        let lines: Vec<String> = outcome.public.iter().flat_map(messages).collect();
        if self.public.get(&target.department) != Some(&lines) {
            lines.iter().for_each(|line| eprint(line));
        }
        self.public.insert(target.department.clone(), lines);
    }

    /// Prints new failures.
    fn report_failures(&mut self, target: &Target, outcome: &Outcome) {
        let known = self.failures.remove(&target.department).unwrap_or_default();
        let in_words = |failure| {
            let (key, facts) = failure_words(failure, outcome.language);
            error_text(outcome.language, key, &facts)
        };
        let now: BTreeSet<String> = outcome.failures().map(in_words).collect();
        let newly: Vec<_> = now.difference(&known).collect();
        newly.iter().for_each(|message| eprint(message));
        if !newly.is_empty() && outcome.is_held_up() {
            self.print("watch-held", &[]);
        }
        self.failures.insert(target.department.clone(), now);
    }

    fn report_documents(&self, built: &Built, started: Instant) {
        let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        for path in built.made.iter().take(MAX_LISTED) {
            let path = shown(path);
            self.print("watch-made", &[("path", path.into()), ("milliseconds", milliseconds.into())]);
        }
        if let Some(more) = built.made.len().checked_sub(MAX_LISTED).filter(|more| *more > 0) {
            self.print("watch-made-more", &[("more", more.into()), ("milliseconds", milliseconds.into())]);
        }
        for kept in &built.kept {
            self.print("build-kept", &kept_facts(kept));
        }
        for path in &built.removed {
            self.print("watch-removed", &[("path", shown(path).into())]);
        }
    }

    /// Prints which documents are newly refused.
    fn report_new_refusals(&mut self, target: &Target, built: &Built) {
        self.refused.retain(|path| !path.starts_with(&target.out) || built.refused.contains(path));
        let newly = |path: &&PathBuf| self.refused.insert(PathBuf::clone(path));
        let newly: Vec<PathBuf> = built.refused.iter().filter(newly).cloned().collect();
        report_refused(&newly, self.language);
    }

    /// Prints which documents have become out of date.
    fn report_out_of_date(&mut self, target: &Target, built: &Built) {
        self.out_of_date.retain(|path| !path.starts_with(&target.out) || built.out_of_date.contains(path));
        for path in &built.out_of_date {
            if self.out_of_date.insert(path.clone()) {
                self.print("watch-out-of-date", &[("path", shown(path).into())]);
            }
        }
    }

    /// Prints a message with the time of day, unless only problems are wanted.
    fn print(&self, key: &str, facts: &[(&str, FluentValue<'_>)]) {
        if self.common.quiet {
            return;
        }
        let now = jiff::Zoned::now().time();
        let two = |number: i8| FluentValue::from(format!("{number:02}"));
        let time = [("hour", two(now.hour())), ("minute", two(now.minute())), ("second", two(now.second()))];
        let time = self.language.say("watch-time", &time);
        eprint(&format!("{time}  {}", self.language.say(key, facts)));
    }
}
