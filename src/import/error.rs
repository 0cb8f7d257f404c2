//! Why an import changes nothing.

use std::io;
use std::path::PathBuf;

use super::sheet::Unreadable;

/// Why there is nothing to import.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The list can't be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The system refused to read a file.
    #[error("{}: {error}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Its answer.
        error: io::Error,
    },
    /// No row of the list is a heading row.
    #[error("no column holds the courses' numbers")]
    NoHeading {
        /// The headings of the row that is most like one, that are known.
        known: Vec<String>,
        /// The others of that row.
        unknown: Vec<String>,
    },
    /// No row of the list is a heading row with people's names.
    #[error("no column holds people's names")]
    NoNames,
    /// There are two catalogues, relative to the folder.
    #[error("two catalogues")]
    TwoCatalogues(String, String),
    /// The catalogue itself can't be read.
    #[error("the catalogue can't be read")]
    Catalogue,
    /// The catalogue has an unsupported layout.
    #[error("the catalogue is written in an unusual way")]
    UnsupportedLayout,
    /// The catalogue would exceed the size limit.
    #[error("the catalogue would be too large")]
    TooLarge,
    /// The catalogue changed meanwhile.
    #[error("the catalogue changed")]
    Changed,
}
