//! Watches folders and waits for changes.
//!
//! Events come from the system, or from polling where the system has none (network drives) or
//! has run out of watches. An event means only that something at a path may have changed; the
//! next build finds out what.

mod polling;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Zoned;
use jiff::civil::Date;
use notify::event::{AccessKind, AccessMode};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use same_file::Handle;

use polling::{Polled, Poller};

use crate::storage::canonical;

/// The pause that ends a change. Programs save in several steps: truncate, write, rename, touch.
const SETTLE_TIME: Duration = Duration::from_millis(15);
/// The longest wait for that pause.
const MAX_SETTLE_TIME: Duration = Duration::from_millis(250);
/// The interval at which the identity of the watched folders is checked.
const CHECK_INTERVAL: Duration = Duration::from_millis(500);

/// A change in the watched folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FolderChange {
    /// These paths may have changed.
    At(Vec<PathBuf>),
    /// Rescan everything: events were lost, a folder was missing for a while, or a new day began,
    /// which moves deadlines and expires courses.
    Anything,
    /// This folder does not exist.
    Gone(PathBuf),
    /// Rescan everything; the system has too few watches, so the folders are polled from now on.
    Polls,
}

/// Opens the system's watcher; tests replace it.
type OpenWatcher = fn(Sender<notify::Result<Event>>) -> notify::Result<Box<dyn Watcher + Send>>;

/// A watcher of folders that may disappear and come back.
pub(crate) struct FolderWatcher {
    folders: Vec<Polled>,
    polls: bool,
    /// Whether a fallback to polling has yet to be reported.
    falls_back: bool,
    system: OpenWatcher,
    active: Option<ActiveWatcher>,
    /// The day of the last change or check.
    day: Date,
}

/// A running watcher; all of its folders exist.
struct ActiveWatcher {
    events: Receiver<notify::Result<Event>>,
    /// Errors already reported. Polling repeats them on each scan.
    known_errors: BTreeSet<String>,
    /// The identities of the folders at the start, in the order of the paths.
    identities: Vec<Handle>,
    _source: Source,
}

/// The source of events; dropping it ends them.
enum Source {
    System { _watcher: Box<dyn Watcher + Send> },
    Polling { _poller: Poller },
}

impl FolderWatcher {
    /// Watches the folders in `profiles` and those of templates and fonts in `design`, recursively.
    /// `polls` forces polling, for drives without change events.
    pub(crate) fn new(profiles: Vec<PathBuf>, design: Vec<PathBuf>, polls: bool) -> Self {
        let system: OpenWatcher = |events| Ok(Box::new(RecommendedWatcher::new(events, Config::default())?));
        Self::with(profiles, design, polls, system)
    }

    fn with(profiles: Vec<PathBuf>, design: Vec<PathBuf>, polls: bool, system: OpenWatcher) -> Self {
        let profiles = profiles.into_iter().map(|path| Polled { path, profiles: true });
        let folders =
            profiles.chain(design.into_iter().map(|path| Polled { path, profiles: false })).collect();
        let mut watch =
            Self { folders, polls, falls_back: false, system, active: None, day: Zoned::now().date() };
        watch.active = watch.open();
        watch
    }

    /// Waits for a change and for the pause after it; returns `None` after `most` without a change. It waits
    /// for a missing folder in any case.
    pub(crate) fn wait_at_most(&mut self, most: Duration) -> Option<FolderChange> {
        if std::mem::take(&mut self.falls_back) {
            return Some(FolderChange::Polls);
        }
        let Some(mut active) = self.active.take() else { return Some(self.wait_for_folders()) };
        let start = Instant::now();
        loop {
            match active.events.recv_timeout(CHECK_INTERVAL) {
                Ok(event) => {
                    let mut batch = EventBatch::default();
                    batch.add(event, &mut active.known_errors);
                    batch.collect(&mut active);
                    if batch.out_of_watches {
                        // It may be a new folder that the watcher does not cover.
                        drop(active);
                        self.polls = true;
                        self.active = self.open();
                        return Some(FolderChange::Polls);
                    }
                    if !self.are_unchanged(&active) {
                        break;
                    }
                    if let Some(change) = batch.change() {
                        self.active = Some(active);
                        return Some(change);
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.are_unchanged(&active) => {
                    if self.is_new_day() {
                        self.active = Some(active);
                        return Some(FolderChange::Anything);
                    }
                    if start.elapsed() >= most {
                        self.active = Some(active);
                        return None;
                    }
                }
                Err(_) => break,
            }
        }
        // A folder was replaced, moved or deleted; the old watcher still follows the old one.
        self.active = self.open();
        match (&self.active, self.missing()) {
            (Some(_), _) | (None, None) => Some(FolderChange::Anything),
            (None, Some(folder)) => Some(FolderChange::Gone(folder)),
        }
    }

    /// Waits until all folders exist.
    fn wait_for_folders(&mut self) -> FolderChange {
        loop {
            std::thread::sleep(CHECK_INTERVAL);
            self.active = self.open();
            if self.active.is_some() {
                return FolderChange::Anything;
            }
        }
    }

    /// Whether midnight has passed since the last check.
    fn is_new_day(&mut self) -> bool {
        let today = Zoned::now().date();
        std::mem::replace(&mut self.day, today) != today
    }

    fn missing(&self) -> Option<PathBuf> {
        self.folders.iter().map(|folder| &folder.path).find(|folder| !folder.is_dir()).cloned()
    }

    fn are_unchanged(&self, active: &ActiveWatcher) -> bool {
        let is_same = |(folder, identities): (&Polled, &Handle)| {
            Handle::from_path(&folder.path).is_ok_and(|now| now == *identities)
        };
        self.folders.iter().zip(&active.identities).all(is_same)
    }

    /// Starts watching; `None` if a folder does not exist. Falls back to polling if the system
    /// refuses although all exist.
    fn open(&mut self) -> Option<ActiveWatcher> {
        // A folder may disappear while the watcher starts, which is no reason to poll.
        for _ in 0..2 {
            let identities = self.folders.iter().map(|folder| Handle::from_path(&folder.path));
            let identities: Vec<Handle> = identities.collect::<Result<_, _>>().ok()?;
            let (sender, events) = channel();
            let source = if self.polls {
                Source::Polling { _poller: Poller::new(self.folders.clone(), sender) }
            } else {
                match self.watcher(sender) {
                    Ok(watcher) => Source::System { _watcher: watcher },
                    Err(_) => continue,
                }
            };
            return Some(ActiveWatcher {
                events,
                known_errors: BTreeSet::new(),
                identities,
                _source: source,
            });
        }
        if self.polls || self.missing().is_some() {
            return None;
        }
        self.polls = true;
        self.falls_back = true;
        self.open()
    }

    fn watcher(&self, sender: Sender<notify::Result<Event>>) -> notify::Result<Box<dyn Watcher + Send>> {
        let mut watcher = (self.system)(sender)?;
        for folder in &self.folders {
            watcher.watch(&folder.path, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    }
}

/// The events of one change.
#[derive(Default)]
struct EventBatch {
    paths: Vec<PathBuf>,
    anything: bool,
    /// Whether the system ran out of watches.
    out_of_watches: bool,
}

impl EventBatch {
    fn add(&mut self, event: notify::Result<Event>, known_errors: &mut BTreeSet<String>) {
        match event {
            Ok(event) if event.need_rescan() => self.anything = true,
            Ok(event) if is_change(&event.kind) => self.paths.extend(event.paths),
            Ok(_) => {}
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => self.out_of_watches = true,
            Err(error) => {
                self.anything |= error.paths.is_empty() || known_errors.insert(format!("{error:?}"))
            }
        }
    }

    /// Collects events until the pause that ends a change.
    fn collect(&mut self, active: &mut ActiveWatcher) {
        let start = Instant::now();
        while let Ok(event) = active.events.recv_timeout(SETTLE_TIME) {
            self.add(event, &mut active.known_errors);
            if start.elapsed() > MAX_SETTLE_TIME {
                break;
            }
        }
    }

    fn change(mut self) -> Option<FolderChange> {
        self.paths.sort();
        self.paths.dedup();
        match self {
            Self { anything: true, .. } => Some(FolderChange::Anything),
            Self { paths, .. } if paths.is_empty() => None,
            Self { paths, .. } => Some(FolderChange::At(paths)),
        }
    }
}

/// Whether an event may mean a change. Access events don't: building reads the folder.
fn is_change(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// Whether one of `paths` is in `folder`.
pub(crate) fn touches(paths: &[PathBuf], folder: &Path) -> bool {
    // Events have the system's own paths, which may reach the same folder another way.
    let real = canonical(folder);
    let real = real.as_deref().unwrap_or(folder);
    paths.iter().any(|path| {
        path.starts_with(folder)
            || path.starts_with(real)
            || canonical(path).is_ok_and(|path| path.starts_with(real))
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;

    use super::*;

    /// The next change while `act` runs.
    fn seen_when(
        watch: &mut FolderWatcher,
        act: impl FnOnce() -> io::Result<()> + Send,
    ) -> io::Result<FolderChange> {
        std::thread::scope(|scope| {
            let acting = scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(100));
                act()
            });
            let change = watch.wait_at_most(Duration::MAX).expect("a change");
            acting.join().expect("nothing panics")?;
            Ok(change)
        })
    }

    #[test]
    fn a_saved_replaced_renamed_or_deleted_file_is_seen_and_a_read_one_is_not() -> io::Result<()> {
        for polls in [false, true] {
            let folder = tempfile::tempdir()?;
            let path = folder.path().join("a.yaml");
            let other = folder.path().join("b.yaml");
            fs::write(&path, "1")?;
            let mut watch = FolderWatcher::new(vec![folder.path().to_owned()], Vec::new(), polls);
            let acts: [&(dyn Fn() -> io::Result<()> + Sync); 4] = [
                &|| {
                    // Reading alone is no change.
                    fs::read(&path)?;
                    fs::write(&path, "2")
                },
                &|| {
                    fs::write(folder.path().join("new"), "3")?;
                    fs::rename(folder.path().join("new"), &path)
                },
                &|| fs::rename(&path, &other),
                &|| fs::remove_file(&other),
            ];
            for act in acts {
                let change = seen_when(&mut watch, act)?;
                let FolderChange::At(paths) = &change else { panic!("{change:?}") };
                assert!(touches(paths, folder.path()), "{paths:?}");
            }
        }
        Ok(())
    }

    /// A watcher backend that is out of watches from the start.
    struct Exhausted;

    impl Watcher for Exhausted {
        fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Ok(Self)
        }

        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            Err(notify::Error::new(ErrorKind::MaxFilesWatch).add_path(path.to_owned()))
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    /// A watcher backend that accepts the folders and runs out when one more is created.
    struct Exhausting(Sender<notify::Result<Event>>);

    impl Watcher for Exhausting {
        fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Err(notify::Error::generic("made with its sender"))
        }

        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            let full = notify::Error::new(ErrorKind::MaxFilesWatch).add_path(path.join("ny"));
            self.0.send(Err(full)).map_err(|_| notify::Error::generic("no receiver"))
        }

        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }

        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    #[test]
    fn folders_that_cannot_be_watched_are_polled_and_reported_once() -> io::Result<()> {
        let systems: [OpenWatcher; 3] = [
            |_| Ok(Box::new(Exhausted)),
            |_| Err(notify::Error::io(io::Error::other("no more inotify instances"))),
            |sender| Ok(Box::new(Exhausting(sender))),
        ];
        for system in systems {
            let folder = tempfile::tempdir()?;
            let mut watch = FolderWatcher::with(vec![folder.path().to_owned()], Vec::new(), false, system);
            assert_eq!(watch.wait_at_most(Duration::MAX), Some(FolderChange::Polls));
            fs::create_dir(folder.path().join("ny"))?;
            let path = folder.path().join("ny/anna.yaml");
            let change = seen_when(&mut watch, || fs::write(&path, "1"))?;
            assert!(matches!(change, FolderChange::At(_)), "{change:?}");
        }
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_no_reason_to_poll() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let folder = root.path().join("profiler");
        let mut watch = FolderWatcher::new(vec![folder.clone()], Vec::new(), false);
        assert_eq!(seen_when(&mut watch, || fs::create_dir(&folder))?, FolderChange::Anything);
        assert!(!watch.polls);
        Ok(())
    }

    #[test]
    fn what_cannot_be_looked_at_is_news_once() {
        let mut known_errors = BTreeSet::new();
        let mut changes = |path: &str| {
            let refused = notify::Error::generic("refused").add_path(path.into());
            let mut batch = EventBatch::default();
            batch.add(Err(refused), &mut known_errors);
            batch.change()
        };
        assert_eq!(changes("nordskolen"), Some(FolderChange::Anything));
        assert_eq!(changes("nordskolen"), None);
        assert_eq!(changes("sydskolen"), Some(FolderChange::Anything));
        // Lost events have no path, and each time something may be missed.
        for _ in 0..2 {
            let mut batch = EventBatch::default();
            batch.add(Err(notify::Error::generic("lost")), &mut known_errors);
            assert_eq!(batch.change(), Some(FolderChange::Anything));
        }
    }

    #[test]
    fn a_folder_that_vanishes_is_missed_until_it_returns() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let (folder, away) = (root.path().join("profiler"), root.path().join("andetsteds"));
        fs::create_dir(&folder)?;
        let mut watch = FolderWatcher::new(vec![folder.clone()], Vec::new(), false);
        let change = seen_when(&mut watch, || fs::rename(&folder, &away))?;
        assert_eq!(change, FolderChange::Gone(folder.clone()));
        let change = seen_when(&mut watch, || fs::rename(&away, &folder))?;
        assert_eq!(change, FolderChange::Anything);
        let change = seen_when(&mut watch, || fs::write(folder.join("a.yaml"), "1"))?;
        assert!(matches!(change, FolderChange::At(_)), "{change:?}");
        // A different folder under the same name.
        let change = seen_when(&mut watch, || {
            fs::rename(&folder, &away)?;
            fs::create_dir(&folder)
        })?;
        assert_eq!(change, FolderChange::Anything);
        Ok(())
    }
}
