//! Documents: view models, and typesetting them to PDF.
//!
//! A [`view`] is the complete content of a document as plain data. It reaches Typst as a JSON
//! file, never as Typst source, so text of a profile can't become code. Templates define the
//! layout only. [`pdf`] typesets a view; [`attachments`] reads a plan back and verifies it.

pub mod attachments;
pub(crate) mod cache_key;
mod consistency;
pub(crate) mod guide;
mod letter_parts;
pub(crate) mod metadata;
pub(crate) mod pdf;
pub(crate) mod printable;
pub(crate) mod shared_needs;
pub mod view;
mod world;

pub use pdf::{Document, DocumentKind, TypesettingInput};
pub use printable::printable;
pub use world::{Provenance, TemplateError, Templates};
