//! `--open`: what was made is shown in the program that the system has for it.

use std::path::Path;

use crate::cli::messages::{error_text, shown};
use crate::cli::terminal::eprint;
use spind::language::Language;

/// Opens `path`; whether that could be begun.
pub fn open(path: &Path, language: &Language) -> bool {
    // A path that begins with a word and a colon could be taken for an address.
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opened = opener::open(&absolute);
    if opened.is_err() {
        let facts = [("path", shown(path).into())];
        eprint(&error_text(language, "open-failed", &facts));
    }
    opened.is_ok()
}
