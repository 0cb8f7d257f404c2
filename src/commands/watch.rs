//! `spind watch`: builds again whenever something changes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use fluent_bundle::FluentValue;

use spind::build::targets::Target;
use spind::build::{BuildError, Built, Outcome, build_each};
use spind::language::{Language, Tag};
use spind::problem::Problem;
use spind::problem::render;
use spind::watch::{Change, Watch, touches};

use super::build::{Prepared, prepare, requests, say_build_error, tell_failures, tell_refused, templates};
use super::{NOTHING_BUILT, public_edition, tell_on_stderr};
use crate::args;

/// Documents that are told by name in one go; the others are counted.
const MOST_TOLD: usize = 8;

/// Runs the verb, until it is interrupted.
pub fn run(args: &args::Watch, common: &args::Common) -> ExitCode {
    let language = Language::of(common.lang.unwrap_or_else(Tag::of_system));
    let prepared = match prepare(&args.build, language) {
        Ok(prepared) => prepared,
        Err(message) => {
            tell_on_stderr(&message);
            return ExitCode::from(NOTHING_BUILT);
        }
    };
    let own = [args.build.leder.as_ref(), args.build.templates.as_ref(), args.build.fonts.as_ref()];
    let folders = std::iter::once(&prepared.folder).chain(own.into_iter().flatten()).cloned().collect();
    // Before the first build, so that nothing that changes meanwhile is missed.
    let mut watch = Watch::new(folders, args.poll);
    let mut office = Office {
        args: args.build.clone(),
        common,
        language,
        prepared,
        known: BTreeMap::new(),
        out_of_date: BTreeSet::new(),
        refused: BTreeSet::new(),
    };
    let mut change = Change::Anything;
    loop {
        match change {
            Change::Gone(folder) => {
                let facts = [("folder", folder.display().to_string().into())];
                office.tell("watch-gone", &facts);
            }
            Change::At(paths) => office.build_what_is_at(&paths),
            Change::Anything => office.build_all(),
        }
        change = watch.wait();
    }
}

/// What is built again and again, and what was last told of it.
struct Office<'a> {
    args: args::Build,
    common: &'a args::Common,
    language: &'static Language,
    prepared: Prepared,
    /// The problems of each department.
    known: BTreeMap<String, BTreeSet<String>>,
    /// Documents that lie there from before their profile had an error.
    out_of_date: BTreeSet<PathBuf>,
    /// Documents that would be incomplete.
    refused: BTreeSet<PathBuf>,
}

impl Office<'_> {
    fn build_all(&mut self) {
        self.reload();
        let targets = self.prepared.targets(&self.args).each;
        self.build(&targets);
        self.tell("watch-waiting", &[("folder", self.prepared.folder.display().to_string().into())]);
    }

    fn build_what_is_at(&mut self, paths: &[PathBuf]) {
        let design = [self.args.templates.as_deref(), self.args.fonts.as_deref()];
        let everything = design.into_iter().flatten().any(|folder| touches(paths, folder));
        if everything {
            self.reload();
        }
        let mut targets = self.prepared.targets(&self.args).each;
        targets.retain(|target| {
            let is_new = !self.known.contains_key(&target.department);
            let folders = std::iter::once(&target.folder).chain(&target.leader);
            everything || is_new || folders.into_iter().any(|folder| touches(paths, folder))
        });
        self.build(&targets);
    }

    /// Reads templates and fonts anew, where they are the user's own.
    fn reload(&mut self) {
        if self.args.templates.is_none() && self.args.fonts.is_none() {
            return;
        }
        match templates(&self.args, self.language) {
            Ok(templates) => self.prepared.templates = templates,
            Err(message) => tell_on_stderr(&message),
        }
    }

    fn build(&mut self, targets: &[Target]) {
        let started = Instant::now();
        let outcomes = {
            let requests = requests(targets, &self.args, self.common, &self.prepared.templates);
            build_each(&requests, &|_, _| ())
        };
        // What was asked for once is not made anew with every change.
        self.args.force = false;
        for (target, outcome) in targets.iter().zip(outcomes) {
            self.tell_outcome(target, outcome, started);
        }
    }

    fn tell_outcome(&mut self, target: &Target, outcome: Result<Outcome, BuildError>, started: Instant) {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => return say_build_error(&error, target, self.language),
        };
        self.language = outcome.language;
        self.tell_problems(target, &outcome);
        if let Some(public) = &outcome.public {
            for line in public_edition::told(public, outcome.language, self.common.quiet) {
                tell_on_stderr(&line);
            }
            tell_failures(&public.failures, outcome.language);
        }
        if let Some(built) = &outcome.built {
            tell_failures(&built.failures, outcome.language);
            self.tell_newly_refused(target, built);
            self.tell_documents(built, started);
            self.tell_out_of_date(target, built);
        }
    }

    /// Tells the problems that were not there before, and which files have fewer.
    fn tell_problems(&mut self, target: &Target, outcome: &Outcome) {
        let known = self.known.remove(&target.department).unwrap_or_default();
        let mut now = BTreeSet::new();
        let file = |problem: &Problem| problem.place.file.name_in(&target.department);
        for problem in outcome.problems.iter() {
            let plain =
                render::terminal_in(&target.department, problem, outcome.language, render::Style::Plain);
            if !known.contains(&plain) {
                let told = render::terminal_in(&target.department, problem, outcome.language, super::style());
                tell_on_stderr(&format!("{told}\n"));
            }
            now.insert(plain);
        }
        if outcome.problems.is_empty() && !known.is_empty() {
            self.tell("watch-mended", &[]);
        } else if known.len() > now.len() {
            let files: BTreeSet<String> = outcome.problems.iter().map(file).collect();
            let files = files.into_iter().collect::<Vec<_>>().join(", ");
            self.tell("watch-fewer", &[("problems", now.len().into()), ("files", files.into())]);
        }
        self.known.insert(target.department.clone(), now);
    }

    fn tell_documents(&self, built: &Built, started: Instant) {
        let milliseconds = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        for path in built.made.iter().take(MOST_TOLD) {
            let path = path.display().to_string();
            self.tell("watch-made", &[("path", path.into()), ("milliseconds", milliseconds.into())]);
        }
        if let Some(more) = built.made.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
            self.tell("watch-made-more", &[("more", more.into()), ("milliseconds", milliseconds.into())]);
        }
        for path in &built.removed {
            self.tell("watch-removed", &[("path", path.display().to_string().into())]);
        }
    }

    /// Tells which documents can no longer be made.
    fn tell_newly_refused(&mut self, target: &Target, built: &Built) {
        self.refused.retain(|path| !path.starts_with(&target.out) || built.refused.contains(path));
        let newly = |path: &&PathBuf| self.refused.insert(PathBuf::clone(path));
        let newly: Vec<PathBuf> = built.refused.iter().filter(newly).cloned().collect();
        tell_refused(&newly, self.language);
    }

    /// Tells which documents have become out of date.
    fn tell_out_of_date(&mut self, target: &Target, built: &Built) {
        self.out_of_date.retain(|path| !path.starts_with(&target.out) || built.out_of_date.contains(path));
        for path in &built.out_of_date {
            if self.out_of_date.insert(path.clone()) {
                self.tell("watch-out-of-date", &[("path", path.display().to_string().into())]);
            }
        }
    }

    /// A line with the time of day; none where only problems are wanted.
    fn tell(&self, key: &str, facts: &[(&str, FluentValue<'_>)]) {
        if self.common.quiet {
            return;
        }
        let now = jiff::Zoned::now().time();
        let two = |number: i8| FluentValue::from(format!("{number:02}"));
        let time = [("hour", two(now.hour())), ("minute", two(now.minute())), ("second", two(now.second()))];
        let time = self.language.say("watch-time", &time);
        tell_on_stderr(&format!("{time}  {}", self.language.say(key, facts)));
    }
}
