//! Opens files and pages in the system's programs.

use std::path::Path;

use super::messages::{error_text, shown};
use super::terminal::eprint;
use crate::language::Language;

/// Opens `path` in its default program, or prints why not; returns whether it was opened.
pub(super) fn open_file(path: &Path, language: &Language) -> bool {
    // A relative path with a colon could be taken for a URL.
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opened = opener::open(&absolute).is_ok();
    if !opened {
        eprint(&error_text(language, "open-failed", &[("path", shown(path).into())]));
    }
    opened
}

/// Opens a page in the browser and returns whether it was opened.
pub(super) fn open_page(path: &Path) -> bool {
    opener::open_browser(path).is_ok()
}
