//! The rebuild loop of `watch` and `serve`: builds everything once, then whatever changes, and
//! passes each outcome to a listener.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::build::{Prepared, requests, templates};
use crate::cli::args;
use crate::cli::terminal::eprint;
use crate::language::Language;
use crate::run::targets::{Target, Targets};
use crate::run::{BuildError, Outcome, build_each};
use crate::watch::{FolderChange, FolderWatcher, touches};

/// The delay before retrying a document that another program has locked.
const RETRY_DELAY: Duration = Duration::from_secs(3);

/// A finished rebuild.
pub(super) struct Rebuild<'a> {
    /// All departments in the folder now.
    pub all: &'a Targets,
    /// The rebuilt departments, with their outcomes.
    pub built: Vec<(Target, Result<Outcome, BuildError>)>,
    /// Whether all departments were rebuilt, rather than changed ones only.
    pub everything: bool,
    pub started: Instant,
    pub prepared: &'a Prepared,
}

/// Receives the events of a rebuild loop.
pub(super) trait RebuildListener {
    /// A folder is missing; the next rebuild happens when it is back.
    fn gone(&mut self, folder: &Path);
    /// The system can't watch `folder`, which is polled every second instead.
    fn polls(&mut self, folder: &Path);
    /// A rebuild has finished.
    fn finished(&mut self, rebuild: Rebuild<'_>);
}

/// The state between rebuilds.
pub(super) struct RebuildLoop<'a> {
    args: args::Build,
    common: &'a args::Common,
    language: &'static Language,
    prepared: Prepared,
    watch: FolderWatcher,
    /// The departments that were built successfully.
    known: BTreeSet<String>,
    /// Departments with documents that another program has locked.
    locked: BTreeSet<String>,
}

impl<'a> RebuildLoop<'a> {
    /// Starts watching at once, so that changes during the first build are not missed.
    pub(super) fn new(
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
            locked: BTreeSet::new(),
        }
    }

    /// Builds everything, then rebuilds what changes, forever.
    pub(super) fn run(&mut self, listener: &mut dyn RebuildListener) -> ! {
        let mut change = Some(FolderChange::Anything);
        loop {
            match change {
                Some(FolderChange::Gone(folder)) => listener.gone(&folder),
                Some(FolderChange::At(paths)) => self.build_changed(&paths, listener),
                Some(FolderChange::Anything) => self.build_all(listener),
                Some(FolderChange::Polls) => {
                    listener.polls(&self.prepared.folder);
                    self.build_all(listener);
                }
                None => self.build_locked(listener),
            }
            let most = if self.locked.is_empty() { Duration::MAX } else { RETRY_DELAY };
            change = self.watch.wait_at_most(most);
        }
    }

    fn build_all(&mut self, listener: &mut dyn RebuildListener) {
        self.reload();
        let all = self.prepared.targets(&self.args);
        let targets = all.each.clone();
        self.build(&all, targets, true, listener);
    }

    fn build_changed(&mut self, paths: &[PathBuf], listener: &mut dyn RebuildListener) {
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

    /// Retries locked documents; no event reports that another program has released one.
    fn build_locked(&mut self, listener: &mut dyn RebuildListener) {
        let all = self.prepared.targets(&self.args);
        let is_locked = |target: &&Target| self.locked.contains(&target.department);
        let targets = all.each.iter().filter(is_locked).cloned().collect();
        self.locked.clear();
        self.build(&all, targets, false, listener);
    }

    /// Reloads custom templates and fonts.
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
            let mut requests = requests(&targets, &self.args, self.common, &self.prepared.templates);
            // The pages of `serve` show what the documents were made from.
            requests.iter_mut().for_each(|request| request.keep_snapshot = true);
            build_each(&requests, &|_, _| ())
        };
        // `--force` applies to the first build only.
        self.args.force = false;
        let built: Vec<_> = targets.into_iter().zip(outcomes).collect();
        // A failed department is retried with any change.
        let done = built.iter().filter(|(_, outcome)| outcome.is_ok());
        self.known.extend(done.map(|(target, _)| target.department.clone()));
        for (target, outcome) in &built {
            if outcome.as_ref().is_ok_and(Outcome::is_held_up) {
                self.locked.insert(target.department.clone());
            } else {
                self.locked.remove(&target.department);
            }
        }
        listener.finished(Rebuild { all, built, everything, started, prepared: &self.prepared });
    }
}
