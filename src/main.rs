//! The `spind` program.

// A closed pipe makes these panic; `cli::terminal` does not.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
