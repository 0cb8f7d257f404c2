//! Sharing between departments that never see each other's folder: needs that are added up, and
//! packages of a role model and a catalogue.
//!
//! Everything here leaves the department. So each file is composed from named fields and never
//! copied, and a text that mentions somebody or a workplace is left out ([`mentions`]).

pub(crate) mod canonical;
pub(crate) mod mentions;
pub mod needs;
pub mod needs_file;
pub mod package;
pub(crate) mod sum;
pub mod unpack;

pub use mentions::KnownNames;
pub use sum::{ShownSum, Sum};
