//! The `spind` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    spind::cli::run()
}
