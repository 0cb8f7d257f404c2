//! `--open`: what was made is shown in the program that the system has for it.

use std::path::Path;

use spind::language::Language;

use super::{error_text, shown, tell_on_stderr};

/// Opens `path`; whether that could be begun.
pub fn open(path: &Path, language: &Language) -> bool {
    // A path that begins with a word and a colon could be taken for an address.
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opened = opener::open(&absolute);
    if opened.is_err() {
        let facts = [("path", shown(path).into())];
        tell_on_stderr(&error_text(language, "open-failed", &facts));
    }
    opened.is_ok()
}
