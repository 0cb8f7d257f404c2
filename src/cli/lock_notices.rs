//! Locks a folder, with notices about waiting for other runs and leftovers of killed ones.

use std::io;
use std::path::Path;
use std::sync::OnceLock;

use spind::language::{Language, Tag};
use spind::storage::lock::{self, LockGuard};

use super::args::Common;
use super::messages::{error_text, shown, system_reason};
use super::terminal::eprint;

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// Prints a notice whenever this run waits for another, in `lang` or the system's language.
pub fn report_waits(said: Option<Tag>) {
    LANGUAGE.get_or_init(|| Language::new(said.unwrap_or_else(Tag::of_system)));
    lock::on_wait(tell);
}

/// Locks `folder` and removes leftovers of killed runs.
///
/// # Errors
/// The message, if the folder can't be locked.
pub fn hold(
    locked: io::Result<LockGuard>,
    folder: &Path,
    common: &Common,
    language: &Language,
) -> Result<LockGuard, String> {
    let held = locked.map_err(|error| {
        let reason = system_reason(&error, language);
        error_text(language, "lock-failed", &[("folder", shown(folder).into()), ("reason", reason.into())])
    })?;
    for path in held.remove_leftovers() {
        if !common.quiet {
            eprint(&language.say("lock-leftover", &[("path", shown(&path).into())]));
        }
    }
    Ok(held)
}

fn tell(folder: &Path) {
    let Some(language) = LANGUAGE.get() else { return };
    eprint(&language.say("lock-waiting", &[("folder", shown(folder).into())]));
}
