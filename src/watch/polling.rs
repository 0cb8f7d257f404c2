//! Polling, for drives without change events.
//!
//! A scan compares sizes and modification times, never contents: a shared folder may hold films.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use notify::{Event, EventKind};
use walkdir::{DirEntry, WalkDir};

use crate::source::file_names::{NameClass, classify, is_programmes_folder};
use crate::source::walk::is_walked;

/// The time between two scans.
const INTERVAL: Duration = Duration::from_millis(1_000);
/// Scans after which a change is reported once more: on file systems with coarse clocks, a
/// second change within two seconds has the same modification time.
const LOOKS_UNTIL_AGAIN: usize = 3;
/// The most files and folders that a scan covers.
const MAX_ENTRIES: usize = 50_000;

/// A folder to poll.
#[derive(Clone, Debug)]
pub(super) struct Polled {
    pub path: PathBuf,
    /// Whether it holds profiles, so that only possible department files count.
    pub profiles: bool,
}

/// Scans on a thread of its own until dropped.
pub(super) struct Poller {
    /// Dropping it ends the thread.
    _stop: Sender<()>,
}

/// The metadata that a scan compares.
#[derive(PartialEq, Eq)]
enum Mark {
    Unreadable,
    Folder,
    File { bytes: u64, modified: Option<SystemTime> },
}

type Seen = BTreeMap<PathBuf, Mark>;

impl Poller {
    /// Sends changes in `folders` to `events` from now on.
    pub(super) fn new(folders: Vec<Polled>, events: Sender<notify::Result<Event>>) -> Self {
        let (stop, stopped) = channel();
        let before = look(&folders);
        std::thread::spawn(move || poll(&folders, before, &stopped, &events));
        Self { _stop: stop }
    }
}

fn poll(
    folders: &[Polled],
    mut before: Seen,
    stopped: &Receiver<()>,
    events: &Sender<notify::Result<Event>>,
) {
    let mut again: VecDeque<Vec<PathBuf>> = VecDeque::new();
    while stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
        let now = look(folders);
        let changed = difference(&before, &now);
        before = now;
        again.push_back(changed.clone());
        let due = if again.len() > LOOKS_UNTIL_AGAIN { again.pop_front() } else { None };
        for path in changed.into_iter().chain(due.into_iter().flatten()) {
            if events.send(Ok(Event::new(EventKind::Any).add_path(path))).is_err() {
                return;
            }
        }
    }
}

fn difference(before: &Seen, now: &Seen) -> Vec<PathBuf> {
    let new = now.iter().filter(|(path, mark)| before.get(*path) != Some(mark));
    let gone = before.iter().filter(|(path, _)| !now.contains_key(*path));
    new.chain(gone).map(|(path, _)| path.clone()).collect()
}

fn look(folders: &[Polled]) -> Seen {
    let mut seen = Seen::new();
    for folder in folders {
        let counts = |entry: &DirEntry| !folder.profiles || entry.depth() == 0 || may_be_read(entry);
        for entry in WalkDir::new(&folder.path).into_iter().filter_entry(counts).take(MAX_ENTRIES) {
            match entry {
                Ok(entry) => {
                    let mark = mark(&entry);
                    seen.insert(entry.into_path(), mark);
                }
                Err(error) => {
                    let path = error.path().unwrap_or(&folder.path).to_owned();
                    seen.insert(path, Mark::Unreadable);
                }
            }
        }
    }
    seen
}

/// Whether reading a department would open this entry.
fn may_be_read(entry: &DirEntry) -> bool {
    let type_ = entry.file_type();
    if type_.is_dir() || type_.is_symlink() {
        let name = entry.file_name().to_string_lossy();
        return is_walked(&name) || entry.depth() == 1 && is_programmes_folder(&name);
    }
    // Names of a department's own files count at any depth.
    classify(Path::new(entry.file_name()), false) != NameClass::Nothing
}

fn mark(entry: &DirEntry) -> Mark {
    if entry.file_type().is_dir() {
        return Mark::Folder;
    }
    match entry.metadata() {
        Ok(metadata) => Mark::File { bytes: metadata.len(), modified: metadata.modified().ok() },
        Err(_) => Mark::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::io;

    use super::*;

    #[test]
    fn of_a_department_only_what_may_be_read_is_looked_at() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let folders = |profiles| [Polled { path: root.path().to_owned(), profiles }];
        let files =
            ["afdeling.yaml", "nord/anna.yaml", "nord/film.mp4", ".spind/x.yaml", "nord/forløb/y.yaml"];
        for name in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder"))?;
            fs::write(path, "1")?;
        }
        let seen: Vec<PathBuf> = look(&folders(true)).into_keys().collect();
        let expected = ["", "afdeling.yaml", "nord", "nord/anna.yaml"];
        assert_eq!(
            seen,
            expected.map(|name| if name.is_empty() {
                root.path().to_owned()
            } else {
                root.path().join(name)
            })
        );
        // Folders of templates and fonts count in full.
        assert_eq!(look(&folders(false)).len(), 1 + files.len() + 3);
        Ok(())
    }

    #[test]
    fn size_time_and_what_comes_and_goes_are_changes() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        let folders = [Polled { path: root.path().to_owned(), profiles: true }];
        let path = root.path().join("anna.yaml");
        let changed = |act: &dyn Fn() -> io::Result<()>| -> io::Result<usize> {
            let before = look(&folders);
            act()?;
            Ok(difference(&before, &look(&folders)).len())
        };
        assert_eq!(changed(&|| fs::write(&path, "1"))?, 1);
        assert_eq!(changed(&|| fs::read(&path).map(drop))?, 0);
        assert_eq!(changed(&|| fs::write(&path, "12"))?, 1);
        let later = SystemTime::now() + Duration::from_secs(5);
        assert_eq!(changed(&|| File::options().append(true).open(&path)?.set_modified(later))?, 1);
        assert_eq!(changed(&|| fs::rename(&path, root.path().join("bente.yaml")))?, 2);
        assert_eq!(changed(&|| fs::remove_file(root.path().join("bente.yaml")))?, 1);
        Ok(())
    }
}
