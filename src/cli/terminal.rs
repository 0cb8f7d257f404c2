//! The terminal: writing to stdout and stderr, prompts, colours and the progress bar.
//!
//! Texts from files and from the command line may contain control characters, so every text is
//! sanitised here. A failed write is recorded rather than returned to each caller, and [`end`]
//! turns it into the exit status.

use std::borrow::Cow;
use std::io::{self, ErrorKind, IsTerminal, Write, stdin};
use std::sync::OnceLock;

use crate::department::values::YesNo;
use crate::language::Language;
use crate::problem::Problem;
use crate::problem::render::{self, Style};
use crate::source::characters::is_invisible;
use indicatif::{ProgressBar, ProgressStyle};
use terminal_size::Width;

use super::exit_status::{CommandResult, ExitStatus};
use super::messages::{error_text, system_reason};

static STDOUT: Stream = Stream { failure: OnceLock::new() };
static STDERR: Stream = Stream { failure: OnceLock::new() };

/// A standard stream of this process.
struct Stream {
    /// The first failed write, which ends the stream.
    failure: OnceLock<io::Error>,
}

impl Stream {
    fn write(&self, mut to: impl Write, bytes: &[u8]) {
        if self.failure.get().is_none() {
            self.note(to.write_all(bytes));
        }
    }

    fn note(&self, written: io::Result<()>) {
        if let Err(error) = written {
            // Another thread may have been faster.
            let _ = self.failure.set(error);
        }
    }

    /// Why output was lost. A reader that closes the pipe early is no failure.
    fn loss(&self) -> Option<&io::Error> {
        self.failure.get().filter(|error| error.kind() != ErrorKind::BrokenPipe)
    }
}

/// Prints a line to stdout.
pub(super) fn print(text: &str) {
    STDOUT.write(stdout(), format!("{}\n", harmless(text)).as_bytes());
}

/// Prints a line to stderr.
pub(super) fn eprint(text: &str) {
    STDERR.write(stderr(), format!("{}\n", harmless(text)).as_bytes());
}

/// Prints a problem and an empty line to stderr. `department` is its folder if there are several,
/// else empty. The renderer sanitises texts from files itself and adds colours.
pub(super) fn eprint_problem(department: &str, problem: &Problem, language: &Language) {
    let rendered = render::terminal_in(department, problem, language, style());
    STDERR.write(stderr(), format!("{rendered}\n\n").as_bytes());
}

/// Prints the message of a failure, if any, and returns the exit status.
pub(super) fn print_failure(result: CommandResult) -> ExitStatus {
    result.unwrap_or_else(|failure| {
        eprint(&failure.message);
        failure.status
    })
}

/// Writes bytes for another program to stdout, unchanged.
pub(super) fn print_bytes(bytes: &[u8]) {
    STDOUT.write(stdout(), bytes);
}

/// Writes JSON to stdout with control characters escaped. They occur only in strings, so the
/// value is the same.
pub(super) fn print_json(json: &str) {
    let mut escaped = String::with_capacity(json.len() + 1);
    for c in json.chars() {
        if is_control(c) {
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            escaped.push(c);
        }
    }
    escaped.push('\n');
    STDOUT.write(stdout(), escaped.as_bytes());
}

/// Prints the help or version as laid out by clap.
pub(super) fn print_help(help: &clap::Error) {
    STDOUT.note(help.print());
}

/// A progress bar on stderr; `None` with `--quiet` or without a terminal.
pub(super) fn progress_bar(quiet: bool) -> Option<ProgressBar> {
    if quiet || !stderr_is_terminal() {
        return None;
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    Some(bar)
}

fn stdout_is_terminal() -> bool {
    stdout().is_terminal()
}

pub(super) fn stdin_is_terminal() -> bool {
    stdin().is_terminal()
}

pub(super) fn stderr_is_terminal() -> bool {
    stderr().is_terminal()
}

/// Whether stderr is a terminal that interprets escape sequences. A Windows console has to be
/// switched to it; old ones refuse.
fn stderr_shows_colours() -> bool {
    stderr_is_terminal()
        && anstyle_query::term_supports_color()
        && anstyle_query::windows::enable_ansi_colors() != Some(false)
}

/// Whether output to stdout was lost.
pub(super) fn stdout_is_lost() -> bool {
    STDOUT.loss().is_some()
}

/// The final exit status of a run: at least [`ExitStatus::Partial`] if output was lost. `acts` says
/// whether the verb changes files that a second run would change again.
pub(super) fn end(status: ExitStatus, acts: bool, language: &Language) -> ExitStatus {
    STDOUT.note(stdout().flush());
    if let Some(error) = STDOUT.loss() {
        let reason = system_reason(error, language);
        let acted = acts && status != ExitStatus::Nothing;
        let key = if acted { "report-not-written" } else { "stdout-not-written" };
        eprint(&error_text(language, key, &[("reason", reason.into())]));
    }
    let lost = STDOUT.loss().or(STDERR.loss()).is_some();
    if lost { status.max(ExitStatus::Partial) } else { status }
}

#[expect(clippy::disallowed_methods, reason = "all of stdout is written here")]
fn stdout() -> io::Stdout {
    io::stdout()
}

#[expect(clippy::disallowed_methods, reason = "all of stderr is written here")]
fn stderr() -> io::Stderr {
    io::stderr()
}

/// `text` with control characters replaced.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.contains(is_control) {
        text.chars().map(|c| if is_control(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
    } else {
        text.into()
    }
}

/// Whether a character, other than a line break, controls the terminal or reorders text.
fn is_control(c: char) -> bool {
    c != '\n' && is_invisible(c)
}

/// The style of problems on stderr, which has the terminal's width. `NO_COLOR` overrides `CLICOLOR_FORCE`, which overrides the
/// terminal's capabilities.
fn style() -> Style {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let forced = variable("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let declined =
        variable("NO_COLOR").is_some() || !forced && variable("CLICOLOR").is_some_and(|value| value == "0");
    let columns = terminal_size::terminal_size_of(stderr()).map(|(Width(columns), _)| columns);
    Style {
        colour: !declined && (forced || stderr_shows_colours()),
        // Consoles of Windows wrap a line that fills the width.
        columns: columns.map_or(Style::PLAIN.columns, |columns| usize::from(columns).saturating_sub(1)),
    }
}

/// Whether the user can answer questions.
pub(super) fn is_interactive() -> bool {
    stdin_is_terminal() && stdout_is_terminal()
}

/// Prints a question with the cursor after it, and returns the trimmed answer; `None` if stdin
/// has ended.
///
/// # Errors
/// If stdin can't be read.
pub(super) fn ask(question: &str) -> io::Result<Option<String>> {
    STDOUT.write(stdout(), format!("{} ", harmless(question)).as_bytes());
    STDOUT.note(stdout().flush());
    let mut answer = String::new();
    let is_end = stdin().read_line(&mut answer)? == 0;
    Ok((!is_end).then(|| answer.trim().to_owned()))
}

/// Asks for confirmation, which `yes` gives in advance.
///
/// # Errors
/// The message, if the answer is no or the program is not interactive.
pub(super) fn confirm(yes: bool, question: &str, language: &Language) -> Result<(), String> {
    if yes {
        return Ok(());
    }
    if !is_interactive() {
        return Err(error_text(language, "confirm-nobody", &[]));
    }
    let answer = ask(question).ok().flatten();
    if answer.is_some_and(|answer| is_yes(&answer)) {
        Ok(())
    } else {
        Err(language.say("confirm-declined", &[]))
    }
}

/// Waits until the user presses Enter, or stdin is closed.
pub(super) fn wait_for_enter() {
    let _ = stdin().read_line(&mut String::new());
}

/// Whether an answer means yes, in any of the languages.
pub(super) fn is_yes(answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    answer.parse() == Ok(YesNo(true)) || matches!(answer.as_str(), "j" | "y")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_replaced() {
        let hostile = "a\u{1b}[2J\u{9b}31m\u{1b}]0;x\u{7}\u{202e}b\u{2066}\u{85}\r\u{8}\u{7f}\u{200b}\nc";
        let shown = harmless(hostile);
        assert!(shown.chars().all(|c| c == '\n' || !is_invisible(c)), "{shown:?}");
        assert!(shown.starts_with("a\u{fffd}[2J") && shown.ends_with("\nc"), "{shown:?}");
        assert_eq!(harmless("Åse Bæk\n– „ok“"), "Åse Bæk\n– „ok“");
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        for yes in ["ja\n", "J\r\n", "yes", " Y ", "Ja"] {
            assert!(is_yes(yes), "{yes:?}");
        }
        for no in ["", "\n", "nej", "n", "måske", "jaja", "jamen", "j a"] {
            assert!(!is_yes(no), "{no:?}");
        }
    }
}
