//! The catalogue that is there before an import.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::error::ImportError;
use crate::department::{Department, ParsedFile};
use crate::fields::{catalogue, course};
use crate::source::decode::decode;
use crate::source::tree::{Node, Value};
use crate::source::{FileKind, SourceFile, walk};
use crate::storage;

/// The catalogue's file as it is.
pub(super) struct ExistingCatalogue {
    pub file: Arc<SourceFile>,
    /// `None` if there is no such file.
    pub bytes: Option<Vec<u8>>,
    /// `None` if the file is empty.
    pub root: Option<Node>,
}

impl ExistingCatalogue {
    pub(super) fn find(
        folder: &Path,
        department: &Department,
        parsed: &[ParsedFile],
    ) -> Result<Self, ImportError> {
        let path = walk::shared_file(folder, FileKind::Catalogue);
        if let Some(there) = Self::parsed(parsed) {
            let io = |error| ImportError::Io { path: there.file.path.clone(), error };
            let bytes = storage::read_file(&there.file.path).map_err(io)?;
            if decode(&bytes).0 != there.file.text {
                return Err(ImportError::Changed);
            }
            return Ok(Self { bytes: Some(bytes), ..there });
        }
        // A file that can't be read may be unfinished work, and is kept.
        let empty = match storage::read_file(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(ImportError::Io { path, error }),
        };
        let text = empty.as_deref().map(|bytes| decode(bytes).0).unwrap_or_default();
        let only_comments = text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#'));
        if department.catalogue.present || !only_comments {
            return Err(ImportError::Catalogue);
        }
        let name = walk::relative_name(folder, &path);
        let file = SourceFile::new(name, path, FileKind::Catalogue, text);
        file.set_language(department.settings.own_language());
        Ok(Self { file: Arc::new(file), bytes: empty, root: None })
    }

    pub(super) fn parsed(parsed: &[ParsedFile]) -> Option<Self> {
        let parsed = parsed.iter().find(|parsed| parsed.file.kind == FileKind::Catalogue)?;
        Some(Self { file: Arc::clone(&parsed.file), bytes: None, root: Some(parsed.root.clone()) })
    }

    /// The numbers of all courses in the file, sound or not.
    pub(super) fn numbers(&self) -> Vec<String> {
        let number = |course: &Node| {
            course.entry(&course::NUMBER).and_then(|entry| entry.value.text()).map(str::to_owned)
        };
        self.root.iter().flat_map(courses).filter_map(number).collect()
    }
}

/// The courses of a catalogue in the file's order.
pub(super) fn courses(root: &Node) -> &[Node] {
    match root.entry(&catalogue::COURSES).map(|entry| &entry.value) {
        Some(Node { value: Value::Sequence(items), .. }) => items,
        Some(node @ Node { value: Value::Mapping(_), .. }) => std::slice::from_ref(node),
        _ => &[],
    }
}
