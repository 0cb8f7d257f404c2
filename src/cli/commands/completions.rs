//! `spind completions`: what a shell needs to complete the command line.

use crate::cli::args;
use crate::cli::outcome::{CommandResult, Status};
use crate::cli::terminal::print_bytes;

/// Runs the verb.
pub fn run(args: &args::Completions, common: &args::Common) -> CommandResult {
    let language = common.language();
    let mut script = Vec::new();
    let mut command = args::command(&language);
    clap_complete::generate(args.shell, &mut command, "spind", &mut script);
    print_bytes(&script);
    Ok(Status::Done)
}
