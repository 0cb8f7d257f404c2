//! What a verb returns: an exit status, or a message that explains why nothing was done.

use std::process::ExitCode;

use fluent_bundle::FluentValue;

use spind::language::Language;

use super::messages::error_text;

/// How far a verb got; its number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Status {
    /// Everything was done.
    Done = 0,
    /// Some files have errors, or an output could not be written; the rest was done.
    Partial = 1,
    /// Nothing could be done.
    Nothing = 2,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status as u8)
    }
}

/// Why a verb stopped: a message with its hint, and the exit status.
#[derive(Debug)]
pub struct Failure {
    /// The message as it is printed, in the user's language.
    pub message: String,
    /// The exit status.
    pub status: Status,
}

impl From<String> for Failure {
    /// A failure before anything was done.
    fn from(message: String) -> Self {
        Self { message, status: Status::Nothing }
    }
}

/// What every verb returns.
pub type CommandResult = Result<Status, Failure>;

/// Stops a verb with the message `key` and its hint, before anything was done.
pub fn fail(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> CommandResult {
    Err(error_text(language, key, facts).into())
}
