//! Locks: waiting for other runs, and what killed ones left.

use std::io;
use std::path::Path;
use std::sync::OnceLock;

use spind::language::{Language, Tag};
use spind::storage::lock::{self, LockGuard};

use super::args::Common;
use super::messages::{error_text, shown, system_reason};
use super::terminal::eprint;

static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// From now on, says so when this run waits for another, in `said` or the system's language.
pub fn report_waits(said: Option<Tag>) {
    LANGUAGE.get_or_init(|| Language::new(said.unwrap_or_else(Tag::of_system)));
    lock::on_wait(tell);
}

/// What was locked in `folder`, after what killed runs left there has been removed.
///
/// # Errors
/// The message, if it could not be locked.
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
