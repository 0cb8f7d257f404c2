//! Skips what can't be tested on this machine: loudly, and never in CI.

use std::io::Write as _;
use std::process::Command;

/// Reports a skipped test on the real standard error, which the test harness doesn't capture.
///
/// # Panics
///
/// In CI (`CI=true`), where everything must be tested.
pub fn skip(reason: &str) {
    assert!(std::env::var("CI").as_deref() != Ok("true"), "CI may skip nothing: {reason}");
    report(reason);
}

/// Reports a test that is not run on the real standard error.
#[expect(clippy::disallowed_methods, reason = "the harness captures what eprintln! writes")]
pub fn report(reason: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_owned();
    let _ = writeln!(std::io::stderr(), "SKIPPED: {reason} ({test})");
}

/// Whether `program` is installed; otherwise skips what tests it. CI fails only where it has the program.
pub fn is_installed(program: &str, ci_has_it: bool) -> bool {
    let installed = Command::new(program).arg("--version").output().is_ok();
    if !installed {
        let reason = format!("{program} is not installed");
        if ci_has_it { skip(&reason) } else { report(&reason) }
    }
    installed
}
