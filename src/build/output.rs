//! Writing a file so that whoever opens it finds the old one or the new one, never a half.
//!
//! Only files of this program are ever replaced or deleted. A file is this
//! program's if the manifest names it or if it bears the program's mark.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempPath;

use super::manifest::{self, Manifest, Origin};
use crate::document::key::Key;
use crate::export;
use crate::held;
use crate::problem::correction;

/// The lock's name in the output folder.
const LOCK: &str = ".spind.lock";
/// The mark in a PDF's metadata, which PDF/A keeps uncompressed.
const PDF_MARK: &[u8] = b"<xmp:CreatorTool>spind ";
/// The mark in the first line of a chart that stands alone.
pub const SVG_MARK: &str = "<!-- spind ";
/// How much of a file is searched for the mark, from its beginning and its end.
const MARK_WITHIN: u64 = 64 * 1024;

/// A folder of documents, held by one run at a time.
pub struct Output {
    root: PathBuf,
    manifest: Mutex<Manifest>,
    /// Holds the lock while it lives.
    _lock: Option<File>,
}

/// Why a file was not written or deleted.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Somebody else's file or folder is in its place.
    #[error("foreign file")]
    Foreign,
    /// A part of the path under the output folder is a link.
    #[error("link")]
    Link,
}

impl Output {
    /// Opens `root` for `department`, waiting for another run to be done with it.
    ///
    /// # Errors
    /// If the folder can't be made or locked.
    pub fn open(root: &Path, department: &str) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        // A link or a pipe in their place would lead elsewhere, or wait forever.
        for own in [LOCK, manifest::NAME] {
            let there = fs::symlink_metadata(root.join(own));
            if there.is_ok_and(|metadata| !metadata.is_file()) {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, own));
            }
        }
        let lock = File::options().create(true).truncate(false).write(true).open(root.join(LOCK))?;
        lock.lock()?;
        remove_leftovers(root);
        let manifest = Mutex::new(Manifest::read(root, department));
        Ok(Self { root: root.to_owned(), manifest, _lock: Some(lock) })
    }

    /// A folder that is not the program's own, such as the shared folder: without
    /// a lock or a list, so only what bears the mark is replaced or deleted.
    pub fn guest(root: &Path) -> Self {
        Self { root: root.to_owned(), manifest: Mutex::default(), _lock: None }
    }

    /// Writes `bytes` to `name` under the folder.
    ///
    /// # Errors
    /// If somebody else's file is there, a link is on the way, or the system
    /// refuses; the old file is whole then.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.write_as(name, bytes, None)
    }

    /// As [`Output::write`], but a file of this program's that holds `bytes` already is
    /// left as it is, so that nobody who watches the folder thinks that it is new.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_if_changed(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let same = self.path(name).and_then(|path| Ok(fs::read(path)?)).is_ok_and(|there| there == bytes);
        if same && self.owns(name) {
            self.change(|manifest| drop(manifest.files.insert(name.to_owned(), None)));
            return Ok(());
        }
        self.write(name, bytes)
    }

    /// As [`Output::write`], of what `key` stands for.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub fn write_from(&self, name: &str, bytes: &[u8], key: &Key) -> Result<(), OutputError> {
        let content = Key::of([bytes]).to_string();
        self.write_as(name, bytes, Some(Origin { from: key.to_string(), content }))
    }

    fn write_as(&self, name: &str, bytes: &[u8], origin: Option<Origin>) -> Result<(), OutputError> {
        self.is_free(name)?;
        let path = self.path(name)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        replace(&path, bytes)?;
        self.change(|manifest| drop(manifest.files.insert(name.to_owned(), origin)));
        Ok(())
    }

    /// Whether `name` is there as it was written from what `key` stands for. All of it
    /// is read: neither its size nor its time tells that nobody has edited it.
    pub fn is_current(&self, name: &str, key: &Key) -> bool {
        let origin = self.manifest.lock().ok().and_then(|manifest| manifest.files.get(name).cloned());
        let Some(origin) = origin.flatten().filter(|origin| origin.from == key.to_string()) else {
            return false;
        };
        let there = self.path(name).ok().filter(|path| path.is_file()).and_then(|path| fs::read(path).ok());
        there.is_some_and(|bytes| Key::of([bytes.as_slice()]).to_string() == origin.content)
    }

    /// Whether `name` may be written: nothing is there, or a file of this program's.
    ///
    /// # Errors
    /// If somebody else's file is there, or a link is on the way.
    pub fn is_free(&self, name: &str) -> Result<(), OutputError> {
        let path = self.path(name)?;
        if fs::symlink_metadata(&path).is_ok() && !self.is_ours(name, &path) {
            return Err(OutputError::Foreign);
        }
        Ok(())
    }

    /// Deletes `name` if it is this program's; whether there was one.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn delete(&self, name: &str) -> Result<bool, OutputError> {
        let path = self.path(name)?;
        let there = fs::symlink_metadata(&path).is_ok();
        if there && !self.is_ours(name, &path) {
            return Err(OutputError::Foreign);
        }
        if there {
            held::patiently(|| fs::remove_file(&path))?;
        }
        self.change(|manifest| drop(manifest.files.remove(name)));
        self.remove_empty_folders(&path);
        Ok(there)
    }

    /// Whether `name` is there.
    pub fn has(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| path.is_file())
    }

    /// Whether `name` is there and is this program's.
    pub fn owns(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| self.is_ours(name, &path))
    }

    /// The files that earlier runs listed.
    pub fn listed(&self) -> Vec<String> {
        self.manifest.lock().map(|manifest| manifest.files.keys().cloned().collect()).unwrap_or_default()
    }

    /// The correction files, as whole paths, that earlier runs wrote to folders of others and
    /// that this one `is_about`; what is written there `now` takes their place.
    pub fn exchange_corrections_elsewhere(
        &self,
        now: &BTreeSet<String>,
        is_about: impl Fn(&String) -> bool,
    ) -> BTreeSet<String> {
        let Ok(mut manifest) = self.manifest.lock() else { return BTreeSet::new() };
        let listed = std::mem::take(&mut manifest.corrections_elsewhere);
        let (before, kept) = listed.into_iter().partition(is_about);
        manifest.corrections_elsewhere = &kept | now;
        before
    }

    /// Writes the list of this program's files.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn close(&self) -> io::Result<()> {
        match self.manifest.lock() {
            Ok(manifest) => manifest.write(&self.root),
            Err(_) => Ok(()),
        }
    }

    /// As [`Output::close`]; a guest keeps no list.
    ///
    /// # Errors
    /// If the list can't be written.
    pub fn close_if_held(&self) -> io::Result<()> {
        if self._lock.is_some() { self.close() } else { Ok(()) }
    }

    fn change(&self, change: impl FnOnce(&mut Manifest)) {
        if let Ok(mut manifest) = self.manifest.lock() {
            change(&mut manifest);
        }
    }

    /// Where `name` lies; refused where a part of it under the folder is a link.
    fn path(&self, name: &str) -> Result<PathBuf, OutputError> {
        let mut path = self.root.clone();
        for part in Path::new(name).components() {
            let Component::Normal(part) = part else { return Err(OutputError::Foreign) };
            path.push(part);
            if fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink()) {
                return Err(OutputError::Link);
            }
        }
        Ok(path)
    }

    /// A listed file is only this program's while it is of the kind that it wrote.
    fn is_ours(&self, name: &str, path: &Path) -> bool {
        let listed = self.manifest.lock().is_ok_and(|manifest| manifest.files.contains_key(name));
        path.is_file() && (listed || bears_mark(path).unwrap_or(false))
    }

    fn remove_empty_folders(&self, path: &Path) {
        let mut folder = path.parent();
        // A folder that is not empty is not removed, and neither is what is above it.
        while let Some(empty) = folder.filter(|f| *f != self.root && fs::remove_dir(f).is_ok()) {
            folder = empty.parent();
        }
    }
}

/// Writes `bytes` to a temporary file beside `path` and renames it into place.
/// The result is readable by colleagues as any new file is.
///
/// # Errors
/// If it can't be written; then what was there is whole.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, None)
}

/// As [`replace`], for a file of the shared folder: whoever may read the old one
/// may read the new one, and nobody else.
pub(crate) fn rewrite(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let permissions = fs::metadata(path)?.permissions();
    // Elsewhere the folder's rights decide who may replace a file; there, somebody ticked a box.
    if cfg!(windows) && permissions.readonly() {
        return Err(io::ErrorKind::ReadOnlyFilesystem.into());
    }
    put(path, bytes, Some(permissions))
}

/// As [`replace`], for a file that must not be there yet.
///
/// # Errors
/// If it is there (`AlreadyExists`), also where it came while this one was written, or
/// if it can't be written.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (temporary, path) = temporary(path, bytes, None)?;
    temporary.persist_noclobber(path).map_err(|error| error.error)
}

fn put(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let (mut temporary, path) = temporary(path, bytes, permissions)?;
    held::rename(&temporary, &path)?;
    temporary.disable_cleanup(true);
    Ok(())
}

/// A temporary file beside `path`, and the path in a form that may be long.
fn temporary(
    path: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<(TempPath, PathBuf)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let folder = if cfg!(windows) { any_length(folder) } else { folder.to_owned() };
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(TEMPORARY_SUFFIX);
    // As any new file: tempfile's own are for secrets, and marked on Windows as not worth a sync.
    let mut file = builder.make_in(&folder, |path| File::create_new(path))?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    Ok((file.into_temp_path(), folder.join(name)))
}

/// A path that Windows takes at any length, where there is one: tempfile asks for what it is
/// given, and only verbatim paths may have more than 260 characters everywhere.
fn any_length(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Whether a file of this name is one that [`replace`] was writing.
pub(crate) fn is_temporary(name: &str) -> bool {
    name.starts_with(TEMPORARY_PREFIX) && name.ends_with(TEMPORARY_SUFFIX)
}

/// The folders in the output folder that are all this program's.
const OWN_FOLDERS: [&str; 2] = ["planer", "rettelser"];
const TEMPORARY_PREFIX: &str = ".spind-";
const TEMPORARY_SUFFIX: &str = ".tmp";

/// Removes temporary files of a run that was killed; the lock is held, so no
/// other run is writing them now.
fn remove_leftovers(root: &Path) {
    // Only where this program writes: the folder may be the root of a whole drive.
    let top = walkdir::WalkDir::new(root).max_depth(1);
    let below = OWN_FOLDERS.iter().map(|folder| walkdir::WalkDir::new(root.join(folder)));
    for entry in std::iter::once(top).chain(below).flatten().filter_map(Result::ok) {
        if is_temporary(&entry.file_name().to_string_lossy()) && entry.file_type().is_file() {
            // Another run clears away what this one can't.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file bears the mark that this program leaves in all that it writes.
pub(super) fn bears_mark(path: &Path) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    (&mut file).take(MARK_WITHIN).read_to_end(&mut bytes)?;
    let correction = format!("\u{feff}{}", correction::MARK);
    if bytes.starts_with(correction.as_bytes()) || bytes.starts_with(SVG_MARK.as_bytes()) {
        return Ok(true);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Ok(export::is_ours(&bytes, file));
    }
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(MARK_WITHIN)))?;
    file.read_to_end(&mut bytes)?;
    Ok(bytes.windows(PDF_MARK.len()).any(|window| window == PDF_MARK))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(root: &Path) -> Output {
        Output::open(root, "d").expect("the folder can be opened")
    }

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let output = open(folder.path());
        output.write("a/b.pdf", b"old")?;
        output.write("a/b.pdf", b"new")?;
        assert_eq!(fs::read(folder.path().join("a/b.pdf"))?, b"new");
        assert_eq!(fs::read_dir(folder.path().join("a"))?.count(), 1);
        Ok(())
    }

    #[test]
    fn a_file_is_current_as_long_as_it_and_what_it_was_made_from_are_the_same() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let key = |text: &str| Key::of([text.as_bytes()]);
        let output = open(folder.path());
        assert!(!output.is_current("a.pdf", &key("view")));
        output.write_from("a.pdf", b"bytes", &key("view"))?;
        output.close()?;
        drop(output);
        let output = open(folder.path());
        assert!(output.is_current("a.pdf", &key("view")));
        assert!(!output.is_current("a.pdf", &key("another")));
        // Of the same size.
        fs::write(folder.path().join("a.pdf"), "bytEs")?;
        assert!(!output.is_current("a.pdf", &key("view")));
        fs::remove_file(folder.path().join("a.pdf"))?;
        assert!(!output.is_current("a.pdf", &key("view")));
        Ok(())
    }

    #[test]
    fn somebody_elses_file_is_neither_replaced_nor_deleted() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("x.pdf"), "%PDF-1.7 mine")?;
        let output = open(folder.path());
        assert!(matches!(output.write("x.pdf", b"new"), Err(OutputError::Foreign)));
        assert!(matches!(output.delete("x.pdf"), Err(OutputError::Foreign)));
        assert_eq!(fs::read(folder.path().join("x.pdf"))?, b"%PDF-1.7 mine");
        Ok(())
    }

    #[test]
    fn nothing_is_written_outside_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let output = open(folder.path());
        for name in ["../x.pdf", "/tmp/x.pdf", "a/../../x.pdf"] {
            assert!(output.write(name, b"x").is_err(), "{name}");
        }
    }

    #[test]
    fn what_is_listed_is_known_in_the_next_run_of_the_same_department() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let output = open(folder.path());
        output.write("a/b.txt", b"x")?;
        output.close()?;
        drop(output);
        assert_eq!(open(folder.path()).listed(), ["a/b.txt"]);
        let other = Output::open(folder.path(), "another")?;
        assert!(other.listed().is_empty());
        Ok(())
    }

    #[test]
    fn what_is_there_is_not_created_again() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("x.yaml");
        create(&path, b"first")?;
        assert_eq!(create(&path, b"second").map_err(|e| e.kind()), Err(io::ErrorKind::AlreadyExists));
        assert_eq!(fs::read(&path)?, b"first");
        assert_eq!(fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_on_the_way_is_refused() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let elsewhere = tempfile::tempdir()?;
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("a"))?;
        let output = open(folder.path());
        assert!(matches!(output.write("a/b.pdf", b"x"), Err(OutputError::Link)));
        assert_eq!(fs::read_dir(elsewhere.path())?.count(), 0);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_the_shared_folder_stays_as_open_as_it_was() -> Result<(), OutputError> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("x.yaml");
        for mode in [0o600, 0o664] {
            fs::write(&path, b"old")?;
            fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
            rewrite(&path, b"new")?;
            assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o777, mode);
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn colleagues_can_read_what_was_written() -> Result<(), OutputError> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let ordinary = folder.path().join("ordinary");
        fs::write(&ordinary, b"x")?;
        open(folder.path()).write("x.pdf", b"x")?;
        let mode = |path: &Path| fs::metadata(path).map(|m| m.permissions().mode());
        assert_eq!(mode(&folder.path().join("x.pdf"))?, mode(&ordinary)?);
        Ok(())
    }
}
