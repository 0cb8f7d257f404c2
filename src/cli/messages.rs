//! The wording of messages, and how paths and texts from files appear in them.

use std::io::{self, ErrorKind};
use std::path::Path;

use fluent_bundle::FluentValue;

use crate::language::Language;
use crate::source::characters::is_invisible;
use crate::storage::OutputError;
use crate::storage::in_use::is_in_use;

/// The error message `key` with its hint: `fejl: …` and `sådan rettes det: …`.
pub(super) fn error_text(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> String {
    format!(
        "{}: {}\n{}: {}",
        language.say("problem-level-error", &[]),
        language.say(key, facts),
        language.say("problem-level-hint", &[]),
        language.say_attribute(key, "hint", facts),
    )
}

/// The message for a folder that can't be read.
pub(super) fn folder_unreadable(folder: &Path, language: &Language) -> String {
    error_text(language, "build-folder-unreadable", &[("folder", shown(folder).into())])
}

/// A path for a message.
///
/// Uses the system's separators throughout: names in a department have `/` and are joined to
/// what the user typed. Strips the `\\?\` prefix of Windows' verbatim paths.
pub(super) fn shown(path: &Path) -> String {
    let path = path.to_string_lossy();
    visible(&if cfg!(windows) { windows_form(&path) } else { path.into_owned() })
}

fn windows_form(path: &str) -> String {
    let path = path.replace('/', r"\");
    match (path.strip_prefix(r"\\?\UNC\"), path.strip_prefix(r"\\?\")) {
        (Some(share), _) => format!(r"\\{share}"),
        (None, Some(local)) => local.to_owned(),
        (None, None) => path,
    }
}

/// A text from a file as part of one line: line breaks and control characters become visible.
pub(super) fn visible(text: &str) -> String {
    text.chars().map(|c| if is_invisible(c) { '\u{fffd}' } else { c }).collect()
}

/// The reason that a file was neither written nor deleted.
pub(super) fn output_reason(error: &OutputError, language: &Language) -> String {
    match error {
        OutputError::Foreign => language.say("reason-foreign", &[]),
        OutputError::Link => language.say("reason-link", &[]),
        OutputError::Io(error) => system_reason(error, language),
    }
}

/// The reason that the system refused to write, with what to do about it.
pub(super) fn system_reason(error: &io::Error, language: &Language) -> String {
    let key = match error.kind() {
        _ if is_in_use(error) => "reason-busy",
        ErrorKind::PermissionDenied => "reason-permission",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "reason-full",
        ErrorKind::ReadOnlyFilesystem => "reason-read-only",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "reason-busy",
        ErrorKind::IsADirectory | ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "reason-folder",
        ErrorKind::InvalidFilename => "reason-name",
        _ => "reason-unknown",
    };
    language.say(key, &[])
}

/// The reason that something could not be read.
pub(super) fn read_reason(error: &io::Error, language: &Language) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => language.say("reason-no-access", &[]),
        ErrorKind::NotFound => language.say("reason-not-there", &[]),
        ErrorKind::InvalidData => language.say("reason-not-text", &[]),
        _ => system_reason(error, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_on_windows_have_one_separator_and_no_prefix() {
        for (path, expected) in [
            (r"wout\planer/nordskolen/anne.pdf", r"wout\planer\nordskolen\anne.pdf"),
            (r"H:/Skoleafdelingen\profiler", r"H:\Skoleafdelingen\profiler"),
            (r"\\?\C:\Users\Åse\x.pdf", r"C:\Users\Åse\x.pdf"),
            (r"\\?\UNC\fil01\skole\x.pdf", r"\\fil01\skole\x.pdf"),
            (r"\\fil01\skole/x.pdf", r"\\fil01\skole\x.pdf"),
        ] {
            assert_eq!(windows_form(path), expected);
        }
    }
}
