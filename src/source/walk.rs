//! Walking the shared folder: which file is what.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;

use super::decode::{DecodedAs, decode};
use super::{Place, SourceFile};
use crate::problem::{Code, Problem, Problems};

/// The name of a department's settings file; the folder that holds it is the department.
pub const SETTINGS_FILE: &str = "afdeling.yaml";
/// The name of the role model's file.
pub const ROLE_MODEL_FILE: &str = "rollemodel.yaml";
/// The name of the catalogue's file.
pub const CATALOGUE_FILE: &str = "kurser.yaml";
/// The folder reserved for programmes, which holds no profiles.
const PROGRAMMES_FOLDER: &str = "forløb";
/// The largest file that is read, in bytes. A long profile has 10,000.
const MAX_FILE_BYTES: u64 = 1_000_000;

/// The text files of one department.
#[derive(Debug, Default)]
pub struct Folder {
    /// `afdeling.yaml`.
    pub settings: Option<Arc<SourceFile>>,
    /// `rollemodel.yaml`.
    pub role_model: Option<Arc<SourceFile>>,
    /// `kurser.yaml`.
    pub catalogue: Option<Arc<SourceFile>>,
    /// One file per secretary, in the order of their paths.
    pub profiles: Vec<Arc<SourceFile>>,
    /// The leaders' views, in the order of their paths.
    pub leader_views: Vec<Arc<SourceFile>>,
    /// Profiles that are there but could not be read.
    pub unreadable_profiles: Vec<Arc<SourceFile>>,
}

/// What a file in the shared folder is, told from its path alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Settings,
    RoleModel,
    Catalogue,
    Profile,
    LeaderView,
}

/// Reads every YAML file of the department in `root`, in the order of their paths.
///
/// # Errors
/// If `root` itself can't be listed. A single file that can't be read is a problem of its own.
pub fn read(root: &Path, problems: &mut Problems) -> io::Result<Folder> {
    std::fs::read_dir(root)?;
    let mut folder = Folder::default();
    let walk = WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(|entry| {
        entry.depth() == 0
            || !(is_hidden(entry.file_name())
                || entry.file_type().is_dir() && is_programmes(entry.file_name()))
    });
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = error.path().unwrap_or(root).to_owned();
                let file = unread(root, path);
                problems.push(Problem::new(Code::FileUnreadable, Place::whole(&file)));
                continue;
            }
        };
        let Some(kind) = kind_of(root, entry.path()) else { continue };
        if entry.file_type().is_dir() {
            continue;
        }
        if !entry.file_type().is_file() {
            let file = unread(root, entry.into_path());
            problems.push(Problem::new(Code::NotAPlainFile, Place::whole(&file)));
            continue;
        }
        match read_file(root, entry.path()) {
            Ok((file, decoded)) => {
                if decoded == DecodedAs::Windows1252 {
                    problems.push(Problem::new(Code::OldEncoding, Place::whole(&file)));
                }
                folder.add(kind, file);
            }
            Err(error) => {
                let file = unread(root, entry.into_path());
                let code = if error.kind() == io::ErrorKind::FileTooLarge {
                    Code::FileTooLarge
                } else {
                    Code::FileUnreadable
                };
                problems.push(Problem::new(code, Place::whole(&file)));
                if kind == Kind::Profile {
                    folder.unreadable_profiles.push(file);
                }
            }
        }
    }
    Ok(folder)
}

impl Folder {
    fn add(&mut self, kind: Kind, file: Arc<SourceFile>) {
        match kind {
            Kind::Settings => self.settings = Some(file),
            Kind::RoleModel => self.role_model = Some(file),
            Kind::Catalogue => self.catalogue = Some(file),
            Kind::Profile => self.profiles.push(file),
            Kind::LeaderView => self.leader_views.push(file),
        }
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with(['.', '~'])
}

fn is_programmes(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().nfc().eq(PROGRAMMES_FOLDER.chars())
}

fn kind_of(root: &Path, path: &Path) -> Option<Kind> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let stem = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml"))?;
    let in_root = path.parent() == Some(root);
    Some(match stem {
        "afdeling" if in_root => Kind::Settings,
        "rollemodel" if in_root => Kind::RoleModel,
        "kurser" if in_root => Kind::Catalogue,
        stem if stem.ends_with(".leder") => Kind::LeaderView,
        _ => Kind::Profile,
    })
}

/// Reads and decodes one file.
///
/// # Errors
/// If it can't be read, or is larger than a megabyte (`FileTooLarge`).
fn read_file(root: &Path, path: &Path) -> io::Result<(Arc<SourceFile>, DecodedAs)> {
    let mut bytes = Vec::new();
    // One byte past the limit tells a file that grows while it is read, too.
    File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let (text, decoded) = decode(&bytes);
    let file = SourceFile { name: relative_name(root, path), path: path.to_owned(), text };
    Ok((Arc::new(file), decoded))
}

fn unread(root: &Path, path: PathBuf) -> Arc<SourceFile> {
    Arc::new(SourceFile { name: relative_name(root, &path), path, text: String::new() })
}

fn relative_name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_apart_by_their_names() {
        let root = Path::new("p");
        for (path, kind) in [
            ("p/afdeling.yaml", Some(Kind::Settings)),
            ("p/AFDELING.YML", Some(Kind::Settings)),
            ("p/skole/afdeling.yaml", Some(Kind::Profile)),
            ("p/skole/anne.yaml", Some(Kind::Profile)),
            ("p/skole/anne.leder.yaml", Some(Kind::LeaderView)),
            ("p/skole/anne.underskrift", None),
            ("p/skole/anne.docx", None),
        ] {
            assert_eq!(kind_of(root, Path::new(path)), kind, "{path}");
        }
    }

    #[test]
    fn a_folder_is_read_in_the_order_of_its_paths() -> io::Result<()> {
        let root = tempfile::tempdir()?;
        for name in ["b/x.yaml", "a/y.yml", "forløb/p.yaml", ".skjult/z.yaml", "afdeling.yaml"] {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent"))?;
            std::fs::write(path, "navn: x\n")?;
        }
        let mut problems = Problems::default();
        let folder = read(root.path(), &mut problems)?;
        let names: Vec<_> = folder.profiles.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["a/y.yml", "b/x.yaml"]);
        assert!(folder.settings.is_some());
        assert!(problems.is_empty());
        Ok(())
    }
}
