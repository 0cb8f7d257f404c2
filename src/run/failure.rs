//! Files that a build could not make or write.

use std::path::PathBuf;

use crate::document::pdf::TypesetError;
use crate::storage::OutputError;

/// A file that could not be made or written.
#[derive(Debug)]
pub struct FileFailure {
    /// The target path.
    pub path: PathBuf,
    /// The cause.
    pub reason: FailureReason,
}

/// Why a file could not be made or written.
#[derive(Debug, thiserror::Error)]
pub enum FailureReason {
    /// The output refused the file.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// A template failed.
    #[error(transparent)]
    Typeset(#[from] TypesetError),
    /// The chart can't be converted to a standalone SVG.
    #[error("the chart is no SVG")]
    Chart,
    /// The template does not list who is in the public edition, so a consent could not be
    /// withdrawn later.
    #[error("the template does not list the people in the edition")]
    Unlisted,
}
