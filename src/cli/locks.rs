//! Taking locks, with the message when that fails.

use std::io;
use std::path::Path;

use super::args::Common;
use super::messages::{error_text, shown, system_reason};
use super::terminal::eprint;
use crate::language::Language;
use crate::storage::lock::LockGuard;

/// Removes the leftovers of killed runs in `folder`, once it is locked.
///
/// # Errors
/// The message, if it could not be locked.
pub(super) fn acquire(
    locked: io::Result<LockGuard>,
    folder: &Path,
    common: &Common,
    language: &Language,
) -> Result<LockGuard, String> {
    let lock = locked.map_err(|error| {
        let reason = system_reason(&error, language);
        error_text(language, "lock-failed", &[("folder", shown(folder).into()), ("reason", reason.into())])
    })?;
    for path in lock.remove_leftovers() {
        if !common.quiet {
            eprint(&language.say("lock-leftover", &[("path", shown(&path).into())]));
        }
    }
    Ok(lock)
}
