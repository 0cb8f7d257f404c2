//! `spind man`: the manual page, with all verbs on one page.
//!
//! `clap_mangen` has English headings and makes a page for each verb, so this uses only the
//! ROFF writer below it.

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use crate::cli::args;
use crate::cli::exit_status::{CommandResult, ExitStatus};
use crate::cli::terminal::print_bytes;
use crate::language::Language;

pub(crate) fn run(common: &args::Common) -> CommandResult {
    let language = common.language();
    print_bytes(page(&args::command(language), language).as_bytes());
    Ok(ExitStatus::Done)
}

/// The manual page of `command`.
fn page(command: &Command, language: &Language) -> String {
    let say = |key: &str| language.say(key, &[]);
    let version = format!("spind {}", command.get_version().unwrap_or_default());
    let mut page = Roff::new();
    page.control("TH", ["SPIND", "1", "", version.as_str(), ""]);
    page.control("SH", [say("man-name").as_str()]);
    page.text([roman(format!("spind - {}", say("man-in-short")))]);
    page.control("SH", [say("man-synopsis").as_str()]);
    page.text([
        bold("spind"),
        roman(format!(" [{}] [{}] …", say("help-word-command"), say("help-word-options"))),
    ]);
    page.control("SH", [say("man-description").as_str()]);
    page.text([roman(about(command))]);
    page.control("SH", [heading(&say("help-heading-commands")).as_str()]);
    for verb in command.get_subcommands() {
        add_verb(verb, &mut page);
    }
    page.control("SH", [heading(&say("help-heading-options")).as_str()]);
    page.text([roman(say("man-everywhere"))]);
    arguments(command, |arg| arg.is_global_set() || arg.get_id() == "version", &mut page);
    page.control("SH", [heading(&say("help-heading-exit-codes")).as_str()]);
    lines(&say("help-exit-codes"), &mut page);
    page.control("SH", [say("man-environment").as_str()]);
    lines(&say("man-variables"), &mut page);
    page.to_roff()
}

fn add_verb(verb: &Command, page: &mut Roff) {
    let name = verb.get_bin_name().unwrap_or_else(|| verb.get_name());
    let usage = verb.clone().render_usage().to_string();
    let usage = usage.split_once(name).map(|(_, rest)| rest.trim()).unwrap_or_default().to_owned();
    page.control("SS", [name]);
    page.text([bold(name), roman(" "), italic(usage)]);
    page.control("PP", []);
    page.text([roman(about(verb))]);
    arguments(verb, |arg| !arg.is_global_set() && arg.get_id() != "help", page);
    if let Some(examples) = verb.get_after_help() {
        page.control("PP", []);
        lines(&examples.to_string(), page);
    }
    for below in verb.get_subcommands() {
        add_verb(below, page);
    }
}

/// Adds the arguments that pass `filter`, each with its help.
fn arguments(command: &Command, filter: impl Fn(&Arg) -> bool, page: &mut Roff) {
    for arg in command.get_arguments().filter(|arg| filter(arg)) {
        let mut title: Vec<Inline> = Vec::new();
        let short = arg.get_short().map(|short| format!("-{short}"));
        let long = arg.get_long().map(|long| format!("--{long}"));
        title.extend(short.iter().map(|short| bold(short.as_str())));
        title.extend(short.as_ref().and(long.as_ref()).map(|_| roman(", ")));
        title.extend(long.iter().map(|long| bold(long.as_str())));
        if arg.is_positional() || arg.get_action().takes_values() {
            let space = if arg.is_positional() { "" } else { " " };
            let values = arg.get_value_names().unwrap_or_default();
            let values: Vec<&str> = values.iter().map(|value| value.as_str()).collect();
            title.extend([roman(space), italic(values.join(" "))]);
        }
        page.control("TP", []);
        page.text(title);
        page.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}

/// Adds text with its line breaks.
fn lines(text: &str, page: &mut Roff) {
    page.control("nf", []);
    for line in text.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// A heading of the help in the style of manual pages.
fn heading(text: &str) -> String {
    text.trim_end_matches(':').to_uppercase()
}
