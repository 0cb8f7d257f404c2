//! Builds that are made once per process.
//!
//! [`FullBuild`] has every kind of document, for tests that only read documents. [`OutputFolder`] has
//! what a build writes by default, also for tests that start from an earlier build.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::fixture::{ANNA, PROFILE};
use crate::program::{Files, build, copy, department, files, project, said, spind};

/// The folders under `tests/departments`.
pub const DEPARTMENTS: [&str; 6] =
    ["hostile-text", "long-words", "norwegian", "swedish", "three-areas", "twenty-four-areas"];

/// The options that ask for every kind of document.
pub const EVERY_DOCUMENT: [&str; 8] = [
    "--edition",
    "alle",
    "--forberedelse",
    "--opfoelgning",
    "--blank",
    "--charts",
    "--print",
    "--per-school",
];

/// What a build wrote and said.
pub struct FullBuild {
    /// Bytes by path under the output folder, with Danish names; in memory, as a static has no end at which to delete a folder.
    files: BTreeMap<String, Vec<u8>>,
    /// The messages of the build.
    pub messages: String,
}

/// The path of a document with the names that a Danish department has, by which tests ask for it.
fn in_danish(mut path: String) -> String {
    use spind::language::output_names::{
        BLANK_FORM, BOOKLET, FOLLOW_UP, PREPARATION, PUBLIC_BOOKLET, STRATEGIC_PLAN,
    };
    for names in [BLANK_FORM, BOOKLET, FOLLOW_UP, PREPARATION, PUBLIC_BOOKLET, STRATEGIC_PLAN] {
        let [danish, others @ ..] = names;
        for other in others {
            path = path.replace(&format!("{other}.pdf"), &format!("{danish}.pdf"));
        }
    }
    path
}

impl FullBuild {
    /// The sample in `profiles`.
    pub fn of_sample() -> &'static Self {
        static BUILD: OnceLock<FullBuild> = OnceLock::new();
        BUILD.get_or_init(|| Self::new(&sample()))
    }

    /// One of [`DEPARTMENTS`].
    pub fn of_department(name: &str) -> &'static Self {
        static BUILDS: [OnceLock<FullBuild>; DEPARTMENTS.len()] =
            [const { OnceLock::new() }; DEPARTMENTS.len()];
        let at = DEPARTMENTS.iter().position(|other| *other == name);
        let at = at.unwrap_or_else(|| panic!("{name} is not under tests/departments"));
        BUILDS[at].get_or_init(|| Self::new(&department(name)))
    }

    fn new(folder: &Path) -> Self {
        let out = tempfile::tempdir().expect("a folder");
        let args = [folder.as_os_str(), "-o".as_ref(), out.path().as_os_str()];
        let output = spind(args.into_iter().chain(EVERY_DOCUMENT.map(OsStr::new)));
        assert_eq!(output.status.code(), Some(0), "{}: {}", folder.display(), said(&output));
        let bytes = |name: String| {
            let bytes = fs::read(out.path().join(&name)).expect("a file that was written");
            (in_danish(name), bytes)
        };
        Self { files: files(out.path()).into_iter().map(bytes).collect(), messages: said(&output) }
    }

    /// The bytes of a file.
    pub fn file(&self, name: &str) -> &[u8] {
        self.files.get(name).unwrap_or_else(|| panic!("{name} is not among {:?}", self.files.keys()))
    }

    /// Every file with its bytes, by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..]))
    }

    /// Every PDF.
    pub fn pdfs(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files().filter(|(name, _)| name.ends_with(".pdf"))
    }

    /// Every person's plan.
    pub fn plans(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let is_plan = |name: &str| name.starts_with("planer/") && !name.ends_with("/blanket.pdf");
        let is_other =
            |name: &str| ["-forberedelse.pdf", "-opfoelgning.pdf"].iter().any(|end| name.ends_with(end));
        self.pdfs().filter(move |(name, _)| is_plan(name) && !is_other(name))
    }
}

/// The sample department.
pub fn sample() -> PathBuf {
    project().join("profiles")
}

/// An output folder with its manifest, as a build with the default options leaves it; made once per process.
///
/// A build of the same department finds all its documents up to date there. Tests of something else
/// place it to avoid typesetting.
pub struct OutputFolder(Files);

impl OutputFolder {
    /// Of the sample in `profiles`.
    pub fn of_sample() -> &'static Self {
        static FOLDER: OnceLock<OutputFolder> = OnceLock::new();
        FOLDER.get_or_init(|| Self::new(&sample()))
    }

    /// Of the department `three-areas`.
    pub fn of_three_areas() -> &'static Self {
        static FOLDER: OnceLock<OutputFolder> = OnceLock::new();
        FOLDER.get_or_init(|| Self::new(&department("three-areas")))
    }

    /// Of `tests/broken/base` with Anna's agreed plan.
    pub fn of_anna() -> &'static Self {
        static FOLDER: OnceLock<OutputFolder> = OnceLock::new();
        FOLDER.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            copy(&project().join("tests/broken/base"), folder.path()).expect("a department");
            fs::write(folder.path().join(PROFILE), ANNA).expect("a profile");
            Self::new(folder.path())
        })
    }

    fn new(folder: &Path) -> Self {
        let out = tempfile::tempdir().expect("a folder");
        let output = build(folder, out.path());
        assert_eq!(output.status.code(), Some(0), "{}: {}", folder.display(), said(&output));
        Self(Files::of(out.path()).expect("documents that can be read"))
    }

    /// Writes all files into `out`.
    pub fn place(&self, out: &Path) -> io::Result<()> {
        self.0.write(out)
    }

    /// The bytes of a document.
    pub fn document(&self, name: &str) -> &[u8] {
        let found = self.documents().find(|(other, _)| *other == name);
        found.unwrap_or_else(|| panic!("{name} is not there")).1
    }

    /// Every document with its bytes, by name.
    pub fn documents(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().filter(|(name, _)| !name.starts_with('.'))
    }
}
