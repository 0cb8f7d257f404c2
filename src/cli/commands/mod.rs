//! The verbs, one file each, with the reporting that several of them share.

pub(super) mod align;
pub(super) mod build;
pub(super) mod check;
pub(super) mod completions;
pub(super) mod diploma;
pub(super) mod double_click;
pub(super) mod export;
pub(super) mod extract;
pub(super) mod forget;
pub(super) mod import_courses;
pub(super) mod import_people;
pub(super) mod man;
pub(super) mod needs;
pub(super) mod new;
mod public_edition;
mod rebuild;
pub(super) mod rollover;
pub(super) mod schema;
pub(super) mod serve;
pub(super) mod share;
pub(super) mod sign;
pub(super) mod status;
pub(super) mod verify;
pub(super) mod watch;
