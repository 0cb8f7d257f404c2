//! Building again whenever something changes. `watch` and `serve` tell of it, each in
//! its own way.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use spind::language::Language;
use spind::run::targets::{Target, Targets};
use spind::run::{BuildError, Outcome, build_each};
use spind::watch::{FolderChange, FolderWatcher, touches};

use super::build::{Prepared, requests, templates};
use crate::cli::args;
use crate::cli::terminal::eprint;

/// How long a document that another program holds open is left alone before it is tried again.
const RETRY: Duration = Duration::from_secs(3);

/// One time that something was built.
pub(super) struct Rebuild<'a> {
    /// All departments that are in the folder now.
    pub all: &'a Targets,
    /// Those that were built, with what came of it.
    pub built: Vec<(Target, Result<Outcome, BuildError>)>,
    /// Whether everything was looked at, and not only what had changed.
    pub everything: bool,
    /// When it began.
    pub started: Instant,
    /// What was typed, turned into what is meant.
    pub prepared: &'a Prepared,
}

/// Somebody who wants to know of each round.
pub(super) trait RebuildListener {
    /// A folder is not there; the next round comes when it is.
    fn gone(&mut self, folder: &Path);
    /// The system can't tell changes in `folder`, which is looked at every second instead.
    fn polls(&mut self, folder: &Path);
    /// A round has ended.
    fn ended(&mut self, round: Rebuild<'_>);
}

/// What is built again and again.
pub(super) struct RebuildLoop<'a> {
    args: args::Build,
    common: &'a args::Common,
    language: &'static Language,
    prepared: Prepared,
    watch: FolderWatcher,
    /// The departments that were built before.
    known: BTreeSet<String>,
    /// Those with documents that another program holds open.
    held: BTreeSet<String>,
}

impl<'a> RebuildLoop<'a> {
    /// Watches from now on, so that nothing that changes during the first build is missed.
    pub fn new(
        args: &args::Build,
        poll: bool,
        common: &'a args::Common,
        language: &'static Language,
        prepared: Prepared,
    ) -> Self {
        let profiles = std::iter::once(&prepared.folder).chain(&args.options.leder).cloned().collect();
        let design = args.options.templates.iter().chain(&args.options.fonts).cloned().collect();
        let watch = FolderWatcher::new(profiles, design, poll);
        Self {
            args: args.clone(),
            common,
            language,
            prepared,
            watch,
            known: BTreeSet::new(),
            held: BTreeSet::new(),
        }
    }

    /// Builds everything, and then for ever what changes.
    pub fn run(&mut self, listener: &mut dyn RebuildListener) -> ! {
        let mut change = Some(FolderChange::Anything);
        loop {
            match change {
                Some(FolderChange::Gone(folder)) => listener.gone(&folder),
                Some(FolderChange::At(paths)) => self.build_what_is_at(&paths, listener),
                Some(FolderChange::Anything) => self.build_all(listener),
                Some(FolderChange::Polls) => {
                    listener.polls(&self.prepared.folder);
                    self.build_all(listener);
                }
                None => self.build_held(listener),
            }
            let most = if self.held.is_empty() { Duration::MAX } else { RETRY };
            change = self.watch.wait_at_most(most);
        }
    }

    fn build_all(&mut self, listener: &mut dyn RebuildListener) {
        self.reload();
        let all = self.prepared.targets(&self.args);
        let targets = all.each.clone();
        self.build(&all, targets, true, listener);
    }

    fn build_what_is_at(&mut self, paths: &[PathBuf], listener: &mut dyn RebuildListener) {
        let design = [self.args.options.templates.as_deref(), self.args.options.fonts.as_deref()];
        let everything = design.into_iter().flatten().any(|folder| touches(paths, folder));
        if everything {
            self.reload();
        }
        let all = self.prepared.targets(&self.args);
        let is_touched = |target: &&Target| {
            let is_new = !self.known.contains(&target.department);
            let folders = std::iter::once(&target.folder).chain(&target.leader);
            everything || is_new || folders.into_iter().any(|folder| touches(paths, folder))
        };
        let targets = all.each.iter().filter(is_touched).cloned().collect();
        self.build(&all, targets, false, listener);
    }

    /// Tries again what could not be written; nothing tells when the other program lets go.
    fn build_held(&mut self, listener: &mut dyn RebuildListener) {
        let all = self.prepared.targets(&self.args);
        let is_in_use = |target: &&Target| self.held.contains(&target.department);
        let targets = all.each.iter().filter(is_in_use).cloned().collect();
        self.held.clear();
        self.build(&all, targets, false, listener);
    }

    /// Reads templates and fonts anew, where they are the user's own.
    fn reload(&mut self) {
        if self.args.options.templates.is_none() && self.args.options.fonts.is_none() {
            return;
        }
        match templates(&self.args, self.language) {
            Ok(templates) => self.prepared.templates = templates,
            Err(message) => eprint(&message),
        }
    }

    fn build(
        &mut self,
        all: &Targets,
        targets: Vec<Target>,
        everything: bool,
        listener: &mut dyn RebuildListener,
    ) {
        let started = Instant::now();
        let outcomes = {
            let requests = requests(&targets, &self.args, self.common, &self.prepared.templates);
            build_each(&requests, &|_, _| ())
        };
        // What was asked for once is not made anew with every change.
        self.args.force = false;
        let built: Vec<_> = targets.into_iter().zip(outcomes).collect();
        // One that could not be built is tried again with whatever changes.
        let done = built.iter().filter(|(_, outcome)| outcome.is_ok());
        self.known.extend(done.map(|(target, _)| target.department.clone()));
        for (target, outcome) in &built {
            if outcome.as_ref().is_ok_and(Outcome::is_held_up) {
                self.held.insert(target.department.clone());
            } else {
                self.held.remove(&target.department);
            }
        }
        listener.ended(Rebuild { all, built, everything, started, prepared: &self.prepared });
    }
}
