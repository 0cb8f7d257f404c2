//! Documents: view models, and typesetting them to PDF.
//!
//! A [`view`] is the complete content of a document as plain data. It reaches Typst as a JSON
//! file, never as Typst source, so text of a profile can't become code. Templates define the
//! layout only. [`pdf`] typesets a view; [`attachments`] reads a plan back and verifies it.

pub mod attachments;
pub(crate) mod cache_key;
mod consistency;
pub mod date;
pub mod guide;
pub(crate) mod metadata;
pub mod pdf;
pub mod printable;
pub mod shared_needs;
pub mod status_text;
pub mod view;
mod world;

pub use world::{Provenance, TemplateError, Templates};
