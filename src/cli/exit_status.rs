//! The result of a verb: an exit status, or the message of a failure.

use std::process::ExitCode;

use fluent_bundle::FluentValue;

use super::messages::error_text;
use crate::language::Language;

/// The exit status; its discriminant is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum ExitStatus {
    /// Complete success.
    Done = 0,
    /// Some files have errors or some output could not be written; the rest is done.
    Partial = 1,
    /// Failure before anything was done.
    Nothing = 2,
}

impl ExitStatus {
    /// The status of a verb that did each of several things: one that failed does not affect the others.
    pub(crate) fn of_all(each: &[Self]) -> Self {
        let worst = each.iter().copied().max().unwrap_or(Self::Nothing);
        if each.iter().all(|status| *status == Self::Nothing) {
            Self::Nothing
        } else {
            worst.min(Self::Partial)
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status as u8)
    }
}

/// A failure of a verb: the message with its hint, and the exit status.
#[derive(Debug)]
pub(super) struct Failure {
    /// In the user's language, ready to print.
    pub message: String,
    pub status: ExitStatus,
}

impl From<String> for Failure {
    /// A failure with [`ExitStatus::Nothing`].
    fn from(message: String) -> Self {
        Self { message, status: ExitStatus::Nothing }
    }
}

/// What every verb returns.
pub(super) type CommandResult = Result<ExitStatus, Failure>;

/// A failure with the message `key` and its hint, before anything was done.
pub(super) fn fail(language: &Language, key: &str, facts: &[(&str, FluentValue<'_>)]) -> CommandResult {
    Err(error_text(language, key, facts).into())
}
