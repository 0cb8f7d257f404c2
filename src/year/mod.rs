//! Closing a year: what becomes of each file, and in which order, so that nothing
//! is lost wherever it stops.

pub mod archive;
mod period;
mod profile;
pub mod rollover;

pub use profile::Moved;
