//! `spind completions`: what a shell needs to complete the command line.

use std::process::ExitCode;

use spind::language::{Language, Tag};

use super::ALL_BUILT;
use crate::args;
use crate::terminal::tell_bytes;

/// Runs the verb.
pub fn run(args: &args::Completions, common: &args::Common) -> ExitCode {
    let language = Language::new(common.lang.unwrap_or_else(Tag::of_system));
    let mut script = Vec::new();
    let mut command = args::command(&language);
    clap_complete::generate(args.shell, &mut command, "spind", &mut script);
    tell_bytes(&script);
    ExitCode::from(ALL_BUILT)
}
