//! The `spind` command.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// The system's allocator takes more memory and time for a large department. docs/ydelse.md
/// has the figures.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    spind::cli::run()
}
