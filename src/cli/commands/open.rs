//! `--open`: opens a file in the system's default program.

use std::path::Path;

use crate::cli::messages::{error_text, shown};
use crate::cli::terminal::eprint;
use spind::language::Language;

/// Opens `path` and returns whether the program could be started.
pub fn open(path: &Path, language: &Language) -> bool {
    // A relative path with a colon could be taken for a URL.
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opened = opener::open(&absolute);
    if opened.is_err() {
        let facts = [("path", shown(path).into())];
        eprint(&error_text(language, "open-failed", &facts));
    }
    opened.is_ok()
}
