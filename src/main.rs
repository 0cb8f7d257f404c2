//! The `spind` command.

// These panic on a closed pipe; `cli::terminal` handles it.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
