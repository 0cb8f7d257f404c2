//! The output folder: its lock, and the ownership of the files in it.
//!
//! Only the program's own files are ever replaced or deleted: those that the manifest lists
//! or that contain the program's mark.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

use super::manifest::{self, Counted, Manifest, Origin};
use super::names::{DocumentNames, in_every_language};
use crate::calendar_file;
use crate::document::cache_key::Key;
use crate::document::metadata;
use crate::export;
use crate::problem::correction;
use crate::storage::{self, OutputError, in_use};

/// The name of the lock file in the output folder.
const LOCK: &str = ".spind.lock";
/// The mark in the first line of a standalone chart.
pub(crate) const SVG_MARK: &str = "<!-- spind ";
/// The length of the head that is searched for the mark in files other than PDFs, in bytes.
const MARK_WITHIN: u64 = 64 * 1024;

/// An output folder, locked by one run at a time.
pub(crate) struct Output {
    root: PathBuf,
    manifest: Mutex<Manifest>,
    names: DocumentNames,
    /// Documents that this run has moved aside.
    kept: Mutex<Vec<KeptDocument>>,
    /// Released on drop.
    _lock: Option<File>,
}

/// A hand-edited document that was moved aside before its next version was written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KeptDocument {
    /// The original path.
    pub document: PathBuf,
    /// The path after the move.
    pub kept: PathBuf,
}

impl Output {
    /// Locks `root` for `department`, waiting for any other run to finish.
    ///
    /// # Errors
    /// If the folder can't be created or locked.
    pub(crate) fn open(root: &Path, department: &str) -> io::Result<Self> {
        fs::create_dir_all(root)?;
        // A link in their place would lead elsewhere, and a pipe would block.
        for own in [LOCK, manifest::NAME] {
            let there = fs::symlink_metadata(root.join(own));
            if there.is_ok_and(|metadata| !metadata.is_file()) {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, own));
            }
        }
        let lock = File::options().create(true).truncate(false).write(true).open(root.join(LOCK))?;
        storage::lock::acquire(&lock, root)?;
        remove_leftovers(root);
        let manifest = Mutex::new(Manifest::read(root, department));
        let names = DocumentNames::default();
        Ok(Self { root: root.to_owned(), manifest, names, kept: Mutex::default(), _lock: Some(lock) })
    }

    /// With `names` for the documents that it moves aside; Danish ones otherwise.
    #[must_use]
    pub(crate) fn naming(self, names: DocumentNames) -> Self {
        Self { names, ..self }
    }

    /// A folder that is not an output folder, such as the shared folder: without lock and
    /// manifest, so only files with the mark are replaced or deleted.
    pub(crate) fn guest(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            manifest: Mutex::default(),
            names: DocumentNames::default(),
            kept: Mutex::default(),
            _lock: None,
        }
    }

    /// Writes `bytes` atomically to `name` in the folder.
    ///
    /// # Errors
    /// If a foreign file is there, a component of the path is a link, or the system refuses; the
    /// old file is intact then.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        self.write_as(name, bytes, None)
    }

    /// As [`Output::write`], but leaves a file that already has these contents, so that its
    /// modification time changes only with them.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub(crate) fn write_if_changed(&self, name: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let same = self.read(name).is_ok_and(|there| there == bytes);
        if same && self.owns(name) {
            self.change(|manifest| drop(manifest.files.insert(name.to_owned(), None)));
            return Ok(());
        }
        self.write(name, bytes)
    }

    /// As [`Output::write`], recording the cache key of the inputs.
    ///
    /// # Errors
    /// As [`Output::write`].
    pub(crate) fn write_from(&self, name: &str, bytes: &[u8], key: &Key) -> Result<(), OutputError> {
        let content = Key::of([bytes]).to_string();
        self.write_as(name, bytes, Some(Origin { from: key.to_string(), content }))
    }

    fn write_as(&self, name: &str, bytes: &[u8], origin: Option<Origin>) -> Result<(), OutputError> {
        self.is_free(name)?;
        let path = self.path(name)?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        storage::replace(&path, bytes)?;
        self.change(|manifest| drop(manifest.files.insert(name.to_owned(), origin)));
        Ok(())
    }

    /// Whether `name` is unchanged since it was written from the inputs of `key`. Hashes the whole
    /// file, since neither size nor time proves that it was not edited.
    pub(crate) fn is_current(&self, name: &str, key: &Key) -> bool {
        let origin = self.manifest.lock().ok().and_then(|manifest| manifest.files.get(name).cloned());
        let Some(origin) = origin.flatten().filter(|origin| origin.from == key.to_string()) else {
            return false;
        };
        self.read(name).is_ok_and(|bytes| Key::of([bytes.as_slice()]).to_string() == origin.content)
    }

    /// Moves the document `name` to a free name beside it if it was edited since it was made.
    /// `new` is its replacement, if any; `is_as_made` returns whether bytes are exactly what the
    /// program makes, or `None` if that can't be decided.
    ///
    /// The manifest decides by the hash of the written contents. Without an entry (a lost manifest
    /// or a killed run), a reproducible document is not kept, and an undecidable one is kept if a
    /// PDF revision was appended to it.
    ///
    /// # Errors
    /// If it can't be moved; it must not be replaced then.
    pub(crate) fn keep_if_altered(
        &self,
        name: &str,
        new: Option<&[u8]>,
        is_as_made: impl FnOnce(&[u8]) -> Option<bool>,
    ) -> Result<bool, OutputError> {
        let path = self.path(name)?;
        if !path.is_file() || !self.is_ours(name, &path) {
            return Ok(false);
        }
        let listed =
            self.manifest.lock().ok().and_then(|manifest| manifest.files.get(name).cloned()).flatten();
        let altered = match self.read(name) {
            Ok(there) if there.is_empty() || Some(there.as_slice()) == new => false,
            Ok(there) => match listed {
                Some(origin) if Key::of([there.as_slice()]).to_string() == origin.content => false,
                Some(_) => is_as_made(&there) != Some(true),
                None => !is_as_made(&there).unwrap_or_else(|| metadata::is_first_revision(&there)),
            },
            // Larger than any document of this program.
            Err(OutputError::Foreign) => true,
            Err(error) => return Err(error),
        };
        if altered {
            self.keep(name, &path)?;
        }
        Ok(altered)
    }

    fn keep(&self, name: &str, path: &Path) -> Result<(), OutputError> {
        for number in 1.. {
            let name_kept = self.names.kept(name, number);
            let kept = self.path(&name_kept)?;
            match storage::rename_to_free(path, &kept) {
                Ok(()) => {
                    self.change(|manifest| {
                        manifest.files.remove(name);
                        manifest.kept.insert(name_kept);
                    });
                    let moved = KeptDocument { document: path.to_owned(), kept };
                    self.kept.lock().map(|mut all| all.push(moved)).unwrap_or_default();
                    break;
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// The documents that this run has moved aside so far, sorted.
    pub(crate) fn kept(&self) -> Vec<KeptDocument> {
        let mut kept = self.kept.lock().map(|kept| kept.clone()).unwrap_or_default();
        kept.sort();
        kept
    }

    fn read(&self, name: &str) -> Result<Vec<u8>, OutputError> {
        let path = self.path(name)?;
        let metadata = fs::metadata(&path)?;
        if !metadata.is_file() || metadata.len() > metadata::MAX_BYTES {
            return Err(OutputError::Foreign);
        }
        Ok(fs::read(path)?)
    }

    /// Whether `name` may be written: the path is unused or holds a file of this program.
    ///
    /// # Errors
    /// If a foreign file is there, or a component of the path is a link.
    pub(crate) fn is_free(&self, name: &str) -> Result<(), OutputError> {
        let path = self.path(name)?;
        if fs::symlink_metadata(&path).is_ok() && !self.is_ours(name, &path) {
            return Err(OutputError::Foreign);
        }
        Ok(())
    }

    /// Deletes `name` if the program owns it, and returns whether it existed.
    ///
    /// # Errors
    /// If the system refuses.
    pub(crate) fn delete(&self, name: &str) -> Result<bool, OutputError> {
        let path = self.path(name)?;
        let there = fs::symlink_metadata(&path).is_ok();
        if there && !self.is_ours(name, &path) {
            return Err(OutputError::Foreign);
        }
        if there {
            in_use::retry_while_in_use(|| fs::remove_file(&path))?;
        }
        self.change(|manifest| {
            manifest.files.remove(name);
            manifest.kept.remove(name);
        });
        self.remove_empty_folders(&path);
        Ok(there)
    }

    /// Whether `name` exists.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| path.is_file())
    }

    /// Whether `name` exists and the program owns it.
    pub(crate) fn owns(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| self.is_ours(name, &path))
    }

    /// The files in the manifest.
    pub(crate) fn listed(&self) -> Vec<String> {
        self.manifest.lock().map(|manifest| manifest.files.keys().cloned().collect()).unwrap_or_default()
    }

    /// Replaces the manifest's correction files outside the output folder that this run
    /// `is_about` by those written `now`, and returns the old ones as absolute paths.
    pub(crate) fn exchange_corrections_elsewhere(
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

    /// Records whom the strategic plan counts, and returns whether its predecessor counted other
    /// people in the same period; `None` if the manifest does not record that.
    pub(crate) fn exchange_counted(&self, now: Counted) -> Option<bool> {
        let before = self.manifest.lock().ok()?.counted.replace(now.clone())?;
        Some(before.period == now.period && before.people != now.people)
    }

    /// The contents of `name`, if it exists and the program owns it.
    pub(crate) fn bytes_of(&self, name: &str) -> Option<Vec<u8>> {
        self.owns(name).then(|| self.read(name).ok()).flatten()
    }

    /// Writes the manifest.
    ///
    /// # Errors
    /// If it can't be written.
    pub(crate) fn close(&self) -> io::Result<()> {
        match self.manifest.lock() {
            Ok(manifest) => manifest.write(&self.root),
            Err(_) => Ok(()),
        }
    }

    /// As [`Output::close`]; a folder without a lock has no manifest.
    ///
    /// # Errors
    /// If the manifest can't be written.
    pub(crate) fn close_if_held(&self) -> io::Result<()> {
        if self._lock.is_some() { self.close() } else { Ok(()) }
    }

    fn change(&self, change: impl FnOnce(&mut Manifest)) {
        if let Ok(mut manifest) = self.manifest.lock() {
            change(&mut manifest);
        }
    }

    /// The path of `name`; refused if a component below the folder is a link.
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

    /// Whether the program owns the file. A listed file counts only while it has the expected type.
    fn is_ours(&self, name: &str, path: &Path) -> bool {
        let listed = self.manifest.lock().is_ok_and(|manifest| manifest.lists(name));
        path.is_file() && (listed || bears_mark(path).unwrap_or(false))
    }

    fn remove_empty_folders(&self, path: &Path) {
        let mut folder = path.parent();
        // Stops at the first folder that is not empty.
        while let Some(empty) = folder.filter(|f| *f != self.root && fs::remove_dir(f).is_ok()) {
            folder = empty.parent();
        }
    }
}

/// Removes temporary files of killed runs. The lock is held, so no other run is writing.
fn remove_leftovers(root: &Path) {
    // Only where the program writes: the folder may be the root of a drive.
    let top = walkdir::WalkDir::new(root).max_depth(1);
    let own_folders = [DocumentNames::plans, DocumentNames::corrections, DocumentNames::prints]
        .into_iter()
        .flat_map(in_every_language);
    let below = own_folders.map(|folder| walkdir::WalkDir::new(root.join(folder)));
    for entry in std::iter::once(top).chain(below).flatten().filter_map(Result::ok) {
        if storage::is_temporary(&entry.file_name().to_string_lossy()) && entry.file_type().is_file() {
            // A later run retries.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a file contains the mark that the program leaves in everything it writes.
pub(crate) fn bears_mark(path: &Path) -> io::Result<bool> {
    // Opening a pipe would block.
    if !fs::symlink_metadata(path)?.is_file() {
        return Ok(false);
    }
    let mut file = File::open(path)?;
    let mut bytes = Vec::new();
    (&mut file).take(MARK_WITHIN).read_to_end(&mut bytes)?;
    if [correction::MARK, SVG_MARK, calendar_file::MARK].iter().any(|mark| bytes.starts_with(mark.as_bytes()))
    {
        return Ok(true);
    }
    if !bytes.starts_with(b"%PDF-") {
        return Ok(export::is_ours(&bytes, file));
    }
    Ok(metadata::own_packet(bytes.chain(file))?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(root: &Path) -> Output {
        Output::open(root, "d").expect("the folder can be opened")
    }

    #[test]
    fn a_file_is_replaced_atomically() -> Result<(), OutputError> {
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
    fn a_foreign_file_is_neither_replaced_nor_deleted() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("x.pdf"), "%PDF-1.7 mine")?;
        let output = open(folder.path());
        assert!(matches!(output.write("x.pdf", b"new"), Err(OutputError::Foreign)));
        assert!(matches!(output.delete("x.pdf"), Err(OutputError::Foreign)));
        assert_eq!(fs::read(folder.path().join("x.pdf"))?, b"%PDF-1.7 mine");
        Ok(())
    }

    /// A minimal PDF with the program's mark.
    fn pdf(text: &str) -> Vec<u8> {
        let packet = "<?xpacket begin=\"\"?><xmp:CreatorTool>spind 1</xmp:CreatorTool><?xpacket end=\"r\"?>";
        format!("%PDF-1.7\n{text}{packet}\nstartxref\n9\n%%EOF").into_bytes()
    }

    #[test]
    fn an_edited_document_is_moved_to_a_free_name() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let [at, kept, second] =
            ["s/a.pdf", "s/a-gemt.pdf", "s/a-gemt-2.pdf"].map(|name| folder.path().join(name));
        let key = Key::of([b"view".as_slice()]);
        let keep = |output: &Output, as_made| output.keep_if_altered("s/a.pdf", None, |_| as_made);
        {
            let output = open(folder.path());
            output.write_from("s/a.pdf", &pdf("made"), &key)?;
            assert!(!keep(&output, None)?, "it is unchanged");
            output.close()?;
        }
        fs::write(&at, "signed")?;
        let output = open(folder.path());
        assert!(!keep(&output, Some(true))?, "it can be made again");
        assert!(!output.keep_if_altered("s/a.pdf", Some(b"signed"), |_| None)?, "nothing takes its place");
        assert!(keep(&output, None)?);
        assert!(!at.exists() && fs::read(&kept)? == b"signed");
        assert!(output.kept().iter().any(|moved| moved.document == at && moved.kept == kept));
        assert!(output.owns("s/a-gemt.pdf") && output.listed().is_empty());
        output.write_from("s/a.pdf", &pdf("made"), &key)?;
        fs::write(&at, "signed again")?;
        assert!(keep(&output, None)?);
        assert_eq!((fs::read(&kept)?, fs::read(&second)?), (b"signed".to_vec(), b"signed again".to_vec()));
        output.close()?;
        drop(output);
        // The manifest lets one without the mark be deleted later.
        let output = open(folder.path());
        assert!(output.delete("s/a-gemt.pdf")? && output.delete("s/a-gemt-2.pdf")?);
        Ok(())
    }

    #[test]
    fn without_a_manifest_an_appended_revision_is_found() -> Result<(), OutputError> {
        let folder = tempfile::tempdir()?;
        let output = open(folder.path());
        let name = "a.pdf";
        let keep = || output.keep_if_altered(name, None, |_| None);
        fs::write(folder.path().join(name), pdf("made"))?;
        assert!(!keep()?);
        fs::write(folder.path().join(name), [pdf("made"), b"\nx\nstartxref\n2\n%%EOF".to_vec()].concat())?;
        assert!(keep()?);
        fs::write(folder.path().join(name), "%PDF-1.7 foreign")?;
        assert!(!keep()?, "what is not ours stays where it is");
        Ok(())
    }

    #[test]
    fn a_mark_is_found_in_a_file_of_any_size() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("a.pdf");
        let large = " ".repeat(300_000);
        fs::write(&path, pdf(&large))?;
        assert!(bears_mark(&path)?);
        fs::write(&path, [pdf(&large), large.clone().into_bytes()].concat())?;
        assert!(bears_mark(&path)?);
        fs::write(&path, &pdf(&large)[5..])?;
        assert!(!bears_mark(&path)?, "a film is no PDF");
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
    fn the_manifest_is_kept_for_the_same_department() -> Result<(), OutputError> {
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

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_path_is_refused() -> Result<(), OutputError> {
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
    fn written_files_are_readable_by_others() -> Result<(), OutputError> {
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
