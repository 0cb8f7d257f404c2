//! `spind completions`: the completion script of a shell.

use crate::cli::args;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::terminal::print_bytes;

pub(crate) fn run(args: &args::Completions, common: &args::Common) -> CommandResult {
    let mut script = Vec::new();
    let mut command = args::command(common.language());
    clap_complete::generate(args.shell, &mut command, "spind", &mut script);
    print_bytes(&script);
    Ok(ExitStatus::Done)
}
