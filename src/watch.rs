//! Waiting until something in folders changes.
//!
//! Events come from the system, or from looking again and again where it has none, as
//! on network drives. They only say *that* something may have changed, and where; what
//! it means is found out by building.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use same_file::Handle;

/// How long nothing may happen before a change counts as done. Programs save in several
/// steps: empty the file, write it, rename it, touch it.
const QUIET: Duration = Duration::from_millis(15);
/// How long is waited for that at most.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often it is seen whether the folders are still the same.
const PULSE: Duration = Duration::from_millis(500);
/// How often everything is looked at where the system tells nothing.
const POLLING: Duration = Duration::from_millis(1_000);

/// What has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Something at these paths.
    At(Vec<PathBuf>),
    /// Perhaps anything: events were lost, or a folder was gone for a while.
    Anything,
    /// This folder is not there.
    Gone(PathBuf),
}

/// Folders that are watched.
pub struct Watch {
    folders: Vec<PathBuf>,
    polls: bool,
    eyes: Option<Eyes>,
}

/// A watcher of folders that are there.
struct Eyes {
    events: Receiver<notify::Result<Event>>,
    /// What it could not look at. Polling tells that each time it looks, which is no news.
    unseen: BTreeSet<String>,
    /// Which folders were there when it began to look, in the order of the paths.
    seen: Vec<Handle>,
    _watcher: Box<dyn Watcher + Send>,
}

impl Watch {
    /// Watches `folders` and all below them. With `polls` by looking again and again,
    /// for drives whose changes the system does not tell.
    pub fn new(folders: Vec<PathBuf>, polls: bool) -> Self {
        let mut watch = Self { folders, polls, eyes: None };
        watch.eyes = watch.open().ok();
        watch
    }

    /// Waits until something changes and is quiet again.
    pub fn wait(&mut self) -> Change {
        loop {
            if let Some(change) = self.wait_at_most(Duration::MAX) {
                return change;
            }
        }
    }

    /// As [`Watch::wait`], but `None` if nothing has changed within `most`. A folder that is
    /// not there is waited for in any case.
    pub fn wait_at_most(&mut self, most: Duration) -> Option<Change> {
        let Some(mut eyes) = self.eyes.take() else { return Some(self.wait_for_folders()) };
        let begun = Instant::now();
        loop {
            match eyes.events.recv_timeout(PULSE) {
                Ok(event) => {
                    let mut told = Told::default();
                    told.hear(event, &mut eyes.unseen);
                    told.listen(&mut eyes);
                    if !self.are_the_same(&eyes) {
                        break;
                    }
                    if let Some(change) = told.change() {
                        self.eyes = Some(eyes);
                        return Some(change);
                    }
                }
                Err(RecvTimeoutError::Timeout) if self.are_the_same(&eyes) => {
                    if begun.elapsed() >= most {
                        self.eyes = Some(eyes);
                        return None;
                    }
                }
                Err(_) => break,
            }
        }
        // A folder was replaced, moved or deleted; the old watcher would look at what it was.
        self.eyes = self.open().ok();
        match (&self.eyes, self.missing()) {
            (Some(_), _) | (None, None) => Some(Change::Anything),
            (None, Some(folder)) => Some(Change::Gone(folder)),
        }
    }

    /// Waits until all folders are there.
    fn wait_for_folders(&mut self) -> Change {
        loop {
            std::thread::sleep(PULSE);
            self.eyes = self.open().ok();
            if self.eyes.is_some() {
                return Change::Anything;
            }
        }
    }

    fn missing(&self) -> Option<PathBuf> {
        self.folders.iter().find(|folder| !folder.is_dir()).cloned()
    }

    fn are_the_same(&self, eyes: &Eyes) -> bool {
        let is_same =
            |(folder, seen): (&PathBuf, &Handle)| Handle::from_path(folder).is_ok_and(|now| now == *seen);
        self.folders.iter().zip(&eyes.seen).all(is_same)
    }

    fn open(&self) -> notify::Result<Eyes> {
        let (sender, events) = channel();
        let seen = self.folders.iter().map(Handle::from_path).collect::<Result<_, _>>()?;
        let mut watcher = self.watcher(sender)?;
        for folder in &self.folders {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(Eyes { events, unseen: BTreeSet::new(), seen, _watcher: watcher })
    }

    fn watcher(&self, sender: Sender<notify::Result<Event>>) -> notify::Result<Box<dyn Watcher + Send>> {
        if self.polls {
            // Time and size are not enough on drives with coarse clocks.
            let config = Config::default().with_poll_interval(POLLING).with_compare_contents(true);
            return Ok(Box::new(PollWatcher::new(sender, config)?));
        }
        Ok(Box::new(RecommendedWatcher::new(sender, Config::default())?))
    }
}

/// What events told until it was quiet.
#[derive(Default)]
struct Told {
    paths: Vec<PathBuf>,
    anything: bool,
}

impl Told {
    fn hear(&mut self, event: notify::Result<Event>, unseen: &mut BTreeSet<String>) {
        match event {
            Ok(event) if event.need_rescan() => self.anything = true,
            Ok(event) if tells_of_a_change(&event.kind) => self.paths.extend(event.paths),
            Ok(_) => {}
            Err(error) => self.anything |= error.paths.is_empty() || unseen.insert(format!("{error:?}")),
        }
    }

    /// Hears all events until none comes for a while.
    fn listen(&mut self, eyes: &mut Eyes) {
        let begun = Instant::now();
        while let Ok(event) = eyes.events.recv_timeout(QUIET) {
            self.hear(event, &mut eyes.unseen);
            if begun.elapsed() > PATIENCE {
                break;
            }
        }
    }

    fn change(mut self) -> Option<Change> {
        self.paths.sort();
        self.paths.dedup();
        match self {
            Self { anything: true, .. } => Some(Change::Anything),
            Self { paths, .. } if paths.is_empty() => None,
            Self { paths, .. } => Some(Change::At(paths)),
        }
    }
}

/// Building reads the folder, which is no change.
fn tells_of_a_change(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// Whether something at one of `paths` is in `folder`.
pub fn touches(paths: &[PathBuf], folder: &Path) -> bool {
    // Events name paths as the system does, which may be another way to the same folder.
    let real = std::fs::canonicalize(folder);
    let real = real.as_deref().unwrap_or(folder);
    paths.iter().any(|path| {
        path.starts_with(folder)
            || path.starts_with(real)
            || std::fs::canonicalize(path).is_ok_and(|path| path.starts_with(real))
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io;

    use super::*;

    /// What the next change is, found out while `act` happens.
    fn seen_when(watch: &mut Watch, act: impl FnOnce() -> io::Result<()> + Send) -> io::Result<Change> {
        std::thread::scope(|scope| {
            let acting = scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(100));
                act()
            });
            let change = watch.wait();
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
            let mut watch = Watch::new(vec![folder.path().to_owned()], polls);
            let acts: [&(dyn Fn() -> io::Result<()> + Sync); 4] = [
                &|| {
                    // Reading alone would not end the waiting.
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
                let Change::At(paths) = &change else { panic!("{change:?}") };
                assert!(touches(paths, folder.path()), "{paths:?}");
            }
        }
        Ok(())
    }

    #[test]
    fn what_cannot_be_looked_at_is_news_once() {
        let mut unseen = BTreeSet::new();
        let mut changes = |path: &str| {
            let refused = notify::Error::generic("refused").add_path(path.into());
            let mut told = Told::default();
            told.hear(Err(refused), &mut unseen);
            told.change()
        };
        assert_eq!(changes("nordskolen"), Some(Change::Anything));
        assert_eq!(changes("nordskolen"), None);
        assert_eq!(changes("sydskolen"), Some(Change::Anything));
        // Lost events say nothing of a place, and each time something may be missed.
        for _ in 0..2 {
            let mut told = Told::default();
            told.hear(Err(notify::Error::generic("lost")), &mut unseen);
            assert_eq!(told.change(), Some(Change::Anything));
        }
    }

    #[test]
    fn a_folder_that_vanishes_is_missed_until_it_returns() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let (folder, away) = (root.path().join("profiler"), root.path().join("andetsteds"));
        fs::create_dir(&folder)?;
        let mut watch = Watch::new(vec![folder.clone()], false);
        let change = seen_when(&mut watch, || fs::rename(&folder, &away))?;
        assert_eq!(change, Change::Gone(folder.clone()));
        let change = seen_when(&mut watch, || fs::rename(&away, &folder))?;
        assert_eq!(change, Change::Anything);
        let change = seen_when(&mut watch, || fs::write(folder.join("a.yaml"), "1"))?;
        assert!(matches!(change, Change::At(_)), "{change:?}");
        // Another folder of the same name.
        let change = seen_when(&mut watch, || {
            fs::rename(&folder, &away)?;
            fs::create_dir(&folder)
        })?;
        assert_eq!(change, Change::Anything);
        Ok(())
    }
}
