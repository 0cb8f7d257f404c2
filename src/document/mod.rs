//! From people to PDF: what each document says, and how it is typeset.
//!
//! A view ([`view`]) is everything a document shows, as plain data. It reaches
//! Typst as a JSON file, never as Typst source, so text of a profile can't
//! become code. Templates decide how it looks, and nothing else.

pub mod attachments;
pub mod cache_key;
mod consistency;
pub mod date;
pub mod guide;
pub mod metadata;
pub mod pdf;
pub mod printable;
pub mod status_text;
pub mod view;
mod world;

pub use world::{Provenance, TemplateError, Templates};
