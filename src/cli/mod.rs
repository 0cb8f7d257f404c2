//! The command line: parses the arguments, runs the verb and prints its failure, if any.
//!
//! A verb returns a [`CommandResult`](exit_status::CommandResult): an exit status, or a message for
//! [`terminal`] to print. No other module writes to a standard stream or reads stdin.

mod args;
mod clock;
mod commands;
mod design;
mod exit_status;
mod folders;
mod locks;
mod messages;
mod notices;
mod read_department;
mod terminal;
mod usage;
mod viewer;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::language::Language;
use args::{CommandLine, ImportWhat, NoVerb, Verb};
use commands::double_click;
use commands::serve::FirstPage;
use exit_status::{CommandResult, ExitStatus};
use terminal::print_failure;

/// Runs the command line of this process and returns its exit code.
pub fn run() -> ExitCode {
    if let Some(status) = double_click::run_if_double_clicked() {
        return status.into();
    }
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = Language::of(args::language_of(&words));
    let (status, acts) = match args::parse(words) {
        Ok(command_line) => (print_failure(dispatch(&command_line)), command_line.verb.changes_files()),
        Err(NoVerb::Help(help)) => {
            terminal::print_help(&help);
            (ExitStatus::Done, false)
        }
        Err(NoVerb::Misuse(message)) => (print_failure(Err(message.into())), false),
    };
    terminal::end(status, acts, language).into()
}

fn dispatch(CommandLine { verb, common, .. }: &CommandLine) -> CommandResult {
    notices::enable(common);
    match verb {
        Verb::Build(args) => commands::build::run(args, common),
        Verb::Check(args) => commands::check::run(args, common),
        Verb::New(args) => commands::new::run(args, common),
        Verb::Sign(args) => commands::sign::run(args, common),
        Verb::Verify(args) => commands::verify::run(args, common),
        Verb::Extract(args) => commands::extract::run(args, common),
        Verb::Status(args) => commands::status::run(args, common),
        Verb::Rollover(args) => commands::rollover::run(args, common),
        Verb::Align(args) => commands::align::run(args, common),
        Verb::Forget(args) => commands::forget::run(args, common),
        Verb::Export(args) => commands::export::run(args, common),
        Verb::Needs(args) => commands::needs::run(args, common),
        Verb::Share(args) => commands::share::run(args, common),
        Verb::Watch(args) => commands::watch::run(args, common),
        Verb::Schema(args) => commands::schema::run(args, common),
        Verb::Import(args) => match &args.what {
            ImportWhat::Kurser(args) => commands::import_courses::run(args, common),
            ImportWhat::Medarbejdere(args) => commands::import_people::run(args, common),
        },
        Verb::Completions(args) => commands::completions::run(args, common),
        Verb::Man => commands::man::run(common),
        Verb::Serve(args) => commands::serve::run(args, common, FirstPage::People),
        Verb::Diploma(args) => commands::diploma::run(args, common),
    }
}
