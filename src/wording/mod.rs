//! Wording of results that several outputs show: the terminal, the pages of `serve`, exports and documents.
//!
//! The engines return what happened; what a single output says is worded there.

pub(crate) mod code_text;
pub(crate) mod status_text;
pub(crate) mod sum_text;
