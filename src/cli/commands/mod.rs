//! The verbs, one file each, with the reporting that several of them share.

pub mod align;
pub mod build;
pub mod check;
pub mod completions;
pub mod diploma;
pub mod double_click;
pub mod export;
pub mod extract;
pub mod forget;
pub mod import_courses;
pub mod import_people;
pub mod man;
pub mod needs;
pub mod new;
mod public_edition;
mod rebuild;
pub mod rollover;
pub mod schema;
pub mod serve;
pub mod share;
pub mod sign;
pub mod status;
pub mod verify;
pub mod watch;
