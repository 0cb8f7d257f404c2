//! Typst's `World`: the templates, the data of one document, and the fonts.
//!
//! Typst interns file ids globally (65,535 in all, never released), so all documents use the same
//! few names, and no name comes from a user's folder.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::Path;
use std::sync::{LazyLock, OnceLock};

use include_dir::{Dir, include_dir};
use regex::Regex;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use walkdir::WalkDir;

use super::cache_key::Key;
use crate::agreement::hex;
use crate::typeface::Typeface;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// The versions and templates that a document was made with; others give other bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The program with its version.
    pub program: String,
    /// The version of Typst.
    pub typst: String,
    /// The SHA-256 of all templates and fonts.
    pub templates: String,
}

/// The program's mark in every PDF, by which it recognises its own files.
pub(super) fn creator() -> String {
    format!("spind {}", env!("CARGO_PKG_VERSION"))
}

/// The code that determines a document's bytes besides its data: PDF options, the `World`, and
/// the versions of all libraries. It is part of the cache key, so that a development build with
/// changed code rebuilds documents.
const TYPESETTING: [&[u8]; 3] = [
    include_bytes!("pdf.rs"),
    include_bytes!("world.rs"),
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")),
];

/// The templates and fonts of a run, shared by all documents.
pub struct Templates {
    made: OnceLock<Provenance>,
    key: OnceLock<Key>,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    typeface: Typeface,
    sources: BTreeMap<String, Template>,
}

/// A template, parsed on first use.
struct Template {
    text: String,
    parsed: OnceLock<Source>,
}

/// Why a folder of templates can't be used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A file or the folder could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A required template is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// The required templates.
const NAMES: [&str; 3] = [PLAN, BOOKLET, STRATEGIC_PLAN];
/// The template of a person's plan.
pub(super) const PLAN: &str = "plan.typ";
/// The template of the department's booklet.
pub(super) const BOOKLET: &str = "booklet.typ";
/// The template of the preparation sheet.
pub(super) const PREPARATION: &str = "preparation.typ";
/// The template of the follow-up sheet.
pub(super) const FOLLOW_UP: &str = "follow-up.typ";
/// The template of the blank form.
pub(super) const BLANK_FORM: &str = "blank-form.typ";
/// The template of the public booklet.
pub(super) const PUBLIC: &str = "public.typ";
/// The template of the strategic training plan.
pub(super) const STRATEGIC_PLAN: &str = "strategic-plan.typ";
/// The template of a file with several plans to print.
pub(super) const PRINT: &str = "print.typ";
/// The template of the guide.
pub(super) const GUIDE: &str = "guide.typ";
/// The template of the needs of several departments.
pub(super) const REGIONAL: &str = "regional.typ";
/// The template of the page for careers advisers.
pub(super) const CAREERS: &str = "careers.typ";
/// The file of the data shared by all documents of a run.
pub(super) const FRAME: &str = "frame.json";
/// The file of the rest of a document's data.
pub(super) const DATA: &str = "data.json";
/// The file of the complete view, to be attached.
pub(super) const VIEW: &str = "visning.json";
/// The file of the agreement, to be attached.
pub(super) const AGREEMENT: &str = "aftale.yaml";

/// The file of chart number `n`.
pub(super) fn chart_name(n: usize) -> String {
    format!("charts/{n}.svg")
}

/// The file of the text of chart number `n`.
pub(super) fn letters_name(n: usize) -> String {
    format!("charts/{n}.json")
}

impl Templates {
    /// The embedded templates.
    pub fn embedded(typeface: &Typeface) -> Self {
        let sources = EMBEDDED
            .files()
            .filter_map(|file| Some((file.path().to_str()?.to_owned(), file.contents_utf8()?.to_owned())));
        Self::new(sources.collect(), typeface)
    }

    /// The templates in `folder`; they can't open files outside it.
    ///
    /// # Errors
    /// If the folder can't be read or lacks a required template.
    pub fn from_folder(folder: &Path, typeface: &Typeface) -> Result<Self, TemplateError> {
        let mut sources = BTreeMap::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(io::Error::from)?;
            let is_template = entry.path().extension().is_some_and(|ending| ending == "typ");
            if entry.file_type().is_file() && is_template {
                let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                sources.insert(parts.join("/"), std::fs::read_to_string(entry.path())?);
            }
        }
        for name in NAMES {
            if !sources.contains_key(name) {
                return Err(TemplateError::Missing(name));
            }
        }
        Ok(Self::new(sources, typeface))
    }

    fn new(sources: BTreeMap<String, String>, typeface: &Typeface) -> Self {
        // Enables row headers (`pdf.header-cell`).
        let features = [Feature::A11yExtras].into_iter().collect();
        let library = Library::builder().with_features(features).build();
        Self {
            made: OnceLock::new(),
            key: OnceLock::new(),
            library: LazyHash::new(library),
            book: LazyHash::new(typeface.book()),
            typeface: typeface.clone(),
            sources: sources
                .into_iter()
                .map(|(name, text)| (name, Template { text, parsed: OnceLock::new() }))
                .collect(),
        }
    }

    /// The font faces that templates name and the fonts lack. Typst would silently set no glyphs in
    /// them.
    pub fn missing_faces(&self) -> Vec<String> {
        static ASKED: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r#"\bfont:\s*"([^"]+)""#).expect("a valid pattern"));
        let texts = self.sources.values().map(|template| template.text.as_str());
        let families: BTreeSet<&str> =
            texts.flat_map(|text| ASKED.captures_iter(text).map(|found| found.extract::<1>().1[0])).collect();
        families.into_iter().flat_map(|family| self.typeface.missing_faces(family)).collect()
    }

    /// Whether the template `name` exists.
    pub(super) fn has(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// The versions and templates of documents made with these templates.
    pub fn made(&self) -> &Provenance {
        self.made.get_or_init(|| {
            let mut hash = Sha256::new();
            let mut add = |part: &[u8]| {
                hash.update((part.len() as u64).to_be_bytes());
                hash.update(part);
            };
            for (name, source) in &self.sources {
                add(name.as_bytes());
                add(source.text.as_bytes());
            }
            for font in self.typeface.fonts() {
                add(font.data());
            }
            let templates = hex(&hash.finalize());
            let typst = typst::utils::version().raw().to_owned();
            Provenance { program: creator(), typst, templates }
        })
    }

    /// The part of every document's cache key for templates and program.
    pub(super) fn key(&self) -> &Key {
        self.key.get_or_init(|| {
            let made = self.made();
            let texts = [&made.program, &made.typst, &made.templates].map(|text| text.as_bytes());
            Key::of(TYPESETTING.into_iter().chain(texts))
        })
    }

    /// The fonts that the templates are set in.
    pub fn typeface(&self) -> &Typeface {
        &self.typeface
    }
}

/// The world of one document.
pub(super) struct DocumentWorld<'a> {
    templates: &'a Templates,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl<'a> DocumentWorld<'a> {
    /// A world of `template` and the files that it may open.
    pub(crate) fn new(templates: &'a Templates, template: &str, files: Vec<(String, Vec<u8>)>) -> Self {
        let files = files.into_iter().map(|(name, bytes)| (file_id(&name), Bytes::new(bytes)));
        Self { templates, main: file_id(template), files: files.collect() }
    }
}

impl World for DocumentWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.templates.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.templates.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let template =
            self.templates.sources.get(id.vpath().get_without_slash()).ok_or_else(|| not_found(id))?;
        Ok(template.parsed.get_or_init(|| Source::new(id, template.text.clone())).clone())
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.templates.typeface.fonts().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        // Equal files must give equal bytes on any day.
        None
    }
}

fn file_id(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("our own names are plain relative paths");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
