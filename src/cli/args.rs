//! The command line: clap's definition of every verb and option, and its help in the user's
//! language.
//!
//! The verbs, their order and their options are defined here alone: help, completions and the
//! manual page are generated from [`command`].

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;

use crate::agreement::record::Signer;
use crate::department::values::Day;
use crate::export::{Edition, Format};
use crate::language::{Language, Tag};
use crate::public::Editions;
use crate::source::spelling::{Word, fold, nearest};
use strum::VariantArray;

use super::usage;

/// The parsed command line.
#[derive(Debug, Parser)]
#[command(name = "spind", version, disable_help_subcommand = true, disable_version_flag = true)]
pub(super) struct CommandLine {
    #[command(subcommand)]
    pub verb: Verb,
    #[command(flatten)]
    pub common: Common,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    Build(Build),
    Check(Check),
    New(New),
    Sign(Sign),
    Verify(Verify),
    Extract(Extract),
    Status(Status),
    Rollover(Rollover),
    Align(Align),
    Forget(Forget),
    Export(Export),
    Needs(Needs),
    Share(Share),
    Watch(Watch),
    Schema(Schema),
    Import(Import),
    Completions(Completions),
    Man,
    Serve(Serve),
    Diploma(Diploma),
}

/// `spind rollover`.
#[derive(Debug, Args)]
pub(super) struct Rollover {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "2027/28")]
    pub to: String,
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    #[arg(long)]
    pub other_archive: bool,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind align`.
#[derive(Debug, Args)]
pub(super) struct Align {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind forget`.
#[derive(Debug, Args)]
pub(super) struct Forget {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub folder_of_name: Option<PathBuf>,
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub archive: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub rettelser: Option<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind export`.
#[derive(Debug, Args)]
pub(super) struct Export {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long = "format", value_name = "xlsx|csv|json", value_parser = export_format)]
    pub export_format: Option<Format>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub export_out: Option<PathBuf>,
    #[arg(long = "edition", value_name = "intern|offentlig", value_parser = export_edition)]
    pub export_edition: Option<Edition>,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub export_today: Option<Date>,
    #[arg(long, conflicts_with_all = ["export_format", "export_edition", "export_today"])]
    pub skabelon: bool,
    #[arg(long)]
    pub open: bool,
}

/// `spind needs`.
#[derive(Debug, Args)]
pub(super) struct Needs {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub sum: Vec<PathBuf>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub needs_out: Option<PathBuf>,
    #[arg(long, requires = "sum")]
    pub pdf: bool,
    #[arg(long)]
    pub vejledere: bool,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub needs_today: Option<Date>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind share`.
#[derive(Debug, Args)]
pub(super) struct Share {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long = "out", short = 'o', value_name = "PACKAGE")]
    pub share_out: PathBuf,
    #[arg(long)]
    pub lokalt: bool,
}

/// `spind import`.
#[derive(Debug, Args)]
pub(super) struct Import {
    #[command(subcommand)]
    pub what: ImportWhat,
}

/// The subcommands of `spind import`.
#[derive(Debug, Subcommand)]
pub(super) enum ImportWhat {
    Kurser(ImportList),
    Medarbejdere(ImportList),
}

/// The list to import, and where to.
#[derive(Debug, Args)]
pub(super) struct ImportList {
    #[arg(value_name = "FILE")]
    pub list: PathBuf,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub import_folder: Option<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: clap_complete::Shell,
}

/// `spind check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = ProblemFormat::Text, hide_possible_values = true, hide_default_value = true)]
    pub format: ProblemFormat,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long, value_name = "CODE")]
    pub explain: Option<String>,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub check_today: Option<Date>,
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// `spind sign`.
#[derive(Debug, Args)]
pub(super) struct Sign {
    #[arg(value_name = "PERSON")]
    pub person: String,
    #[arg(long = "as", value_name = "medarbejder|leder", value_parser = signer)]
    pub signer: Signer,
    #[arg(long = "date", value_name = "DATE", value_parser = date)]
    pub signed_on: Option<Date>,
    #[arg(long = "code", value_name = "CODE")]
    pub code_on_paper: Option<String>,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub folder_of_name: Option<PathBuf>,
}

/// `spind verify`.
#[derive(Debug, Args)]
pub(super) struct Verify {
    #[arg(value_name = "FILE|CODE")]
    pub file_or_code: String,
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// `spind extract`.
#[derive(Debug, Args)]
pub(super) struct Extract {
    #[arg(value_name = "FILE")]
    pub plan: PathBuf,
    #[arg(long = "out", short = 'o', value_name = "DIR")]
    pub extract_out: Option<PathBuf>,
}

/// `spind status`.
#[derive(Debug, Args)]
pub(super) struct Status {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long = "format", value_name = "FORMAT", value_enum, default_value_t = TableFormat::Text, hide_possible_values = true, hide_default_value = true)]
    pub table_format: TableFormat,
    #[arg(long, conflicts_with = "table_format")]
    pub mail: bool,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub status_today: Option<Date>,
}

/// The output format of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum TableFormat {
    Text,
    Json,
    Csv,
}

/// The output format of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ProblemFormat {
    Text,
    Json,
}

/// `spind new`.
#[derive(Debug, Args)]
pub(super) struct New {
    #[command(subcommand)]
    pub what: Option<What>,
    #[arg(value_name = "NAME")]
    pub new_name: Option<String>,
    #[arg(long = "skole", value_name = "SCHOOL")]
    pub new_school: Option<String>,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub department_folder: Option<PathBuf>,
}

/// The subcommands of `spind new`; without one it creates a profile.
#[derive(Debug, Subcommand)]
pub(super) enum What {
    Afdeling {
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        #[arg(long, group = "begun")]
        tom: bool,
        #[arg(long, value_name = "PACKAGE", group = "begun")]
        fra: Option<PathBuf>,
        #[arg(long, value_name = "NAME", requires = "begun")]
        navn: Option<String>,
        #[arg(long, value_name = "A, B, C", requires = "begun", required_if_eq("tom", "true"))]
        skoler: Option<String>,
        #[arg(long, value_name = "1, 2, 3", requires = "tom")]
        skala: Option<String>,
    },
    #[command(name = "forløb")]
    Programme {
        #[arg(value_name = "NAME")]
        programme_name: String,
        #[arg(long = "folder", value_name = "FOLDER")]
        department_folder: Option<PathBuf>,
    },
    #[command(name = "hold")]
    Cohort {
        #[arg(value_name = "PROGRAMME")]
        cohort_programme: String,
        #[arg(value_name = "NAME")]
        cohort_name: String,
        #[arg(long = "folder", value_name = "FOLDER")]
        department_folder: Option<PathBuf>,
    },
    Vejledning {
        #[arg(long, short, value_name = "DIR")]
        out: Option<PathBuf>,
        #[arg(long = "folder", value_name = "FOLDER")]
        department_folder: Option<PathBuf>,
    },
}

/// `spind schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    #[arg(value_name = "profil|afdeling|rollemodel|kurser|…", value_parser = schema_kind)]
    pub schema_kind: crate::schema::SchemaKind,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub department_folder: Option<PathBuf>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub schema_out: Option<PathBuf>,
}

/// `spind diploma`.
#[derive(Debug, Args)]
pub(super) struct Diploma {
    #[arg(value_name = "WHO", required_unless_present = "all", conflicts_with = "all")]
    pub diploma_who: Option<String>,
    #[arg(long)]
    pub all: bool,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub department_folder: Option<PathBuf>,
    #[arg(long = "out", short = 'o', value_name = "DIR")]
    pub diploma_out: Option<PathBuf>,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub diploma_today: Option<Date>,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// Options of every verb.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Common {
    #[arg(long, global = true, value_name = "da|sv|nb|en", value_parser = language_tag)]
    pub lang: Option<Tag>,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

/// `spind watch`.
#[derive(Debug, Args)]
pub(super) struct Watch {
    #[command(flatten)]
    pub build: Build,
    #[arg(long)]
    pub poll: bool,
}

/// Options of every verb that builds.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct BuildOptions {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "WHO")]
    pub only: Vec<String>,
    #[arg(long, value_name = "intern|offentlig|alle", value_parser = editions)]
    pub edition: Option<Editions>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub today: Option<Date>,
    #[arg(long)]
    pub forberedelse: bool,
    #[arg(long, alias = "opfølgning")]
    pub opfoelgning: bool,
    #[arg(long)]
    pub blank: bool,
    #[arg(long)]
    pub per_school: bool,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub rettelser: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// `spind build`.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub options: BuildOptions,
    #[arg(long)]
    pub print: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub charts: bool,
    #[arg(long)]
    pub open: bool,
}

/// `spind serve`.
#[derive(Debug, Default, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub options: BuildOptions,
    #[arg(long)]
    pub poll: bool,
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    #[arg(long = "no-open")]
    pub no_open: bool,
    #[arg(long)]
    pub read_only: bool,
    #[arg(long, value_name = "PERSON")]
    pub edit: Option<String>,
}

impl Verb {
    /// Whether running the verb twice changes files twice.
    pub(super) fn changes_files(&self) -> bool {
        matches!(
            self,
            Self::New(_)
                | Self::Sign(_)
                | Self::Import(_)
                | Self::Rollover(_)
                | Self::Align(_)
                | Self::Forget(_)
        )
    }
}

impl Common {
    /// The language of messages until a department has been read.
    pub(super) fn language(&self) -> &'static Language {
        Language::of(self.lang.unwrap_or_else(Tag::of_system))
    }
}

/// The reason that no verb runs.
pub(super) enum NoVerb {
    /// `--help` or `--version`.
    Help(clap::Error),
    /// Invalid arguments, with the message.
    Misuse(String),
}

/// Parses `words`, of which the first is the program's name. Without a verb, `build` runs.
///
/// # Errors
/// If no verb is to run.
pub(super) fn parse(mut words: Vec<OsString>) -> Result<CommandLine, NoVerb> {
    let language = Language::of(language_of(&words));
    let verbs = verbs();
    if let Some(first) = first_word(&words)
        && let Some(nearest) = similar_verb(first, &verbs)
    {
        return Err(NoVerb::Misuse(usage::neither_verb_nor_folder(first, nearest, language)));
    }
    if !names_a_verb(&words, &verbs) {
        words.insert(1.min(words.len()), DEFAULT_VERB.into());
    }
    let parsed = command(language).try_get_matches_from(words);
    parsed.and_then(|matches| CommandLine::from_arg_matches(&matches)).map_err(|error| {
        if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
            NoVerb::Help(error)
        } else {
            NoVerb::Misuse(usage::message(&error, language))
        }
    })
}

/// The verb that runs without one on the command line.
const DEFAULT_VERB: &str = "build";

/// The names of all verbs.
fn verbs() -> Vec<String> {
    CommandLine::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect()
}

/// The command line with its help in `language`.
pub(super) fn command(language: &Language) -> clap::Command {
    let mut command = in_language(CommandLine::command(), language);
    // Sets the usage name of each verb.
    command.build();
    let typst = typst::utils::version();
    usage_in_language(command, language).version(format!(
        "{} (Typst {})",
        env!("CARGO_PKG_VERSION"),
        typst.raw()
    ))
}

/// The index of the first word that is not a common option.
fn first_other_word(words: &[OsString]) -> Option<usize> {
    let command = CommandLine::command();
    let takes_value = |word: &str| {
        let is_named = |arg: &&clap::Arg| {
            let long = arg.get_long().is_some_and(|long| word.strip_prefix("--") == Some(long));
            long || arg.get_short().is_some_and(|short| word == format!("-{short}"))
        };
        let option = command.get_arguments().filter(|arg| arg.is_global_set()).find(is_named)?;
        Some(option.get_action().takes_values())
    };
    let mut i = 1;
    while let Some(word) = words.get(i) {
        let word = word.to_str().unwrap_or_default();
        match takes_value(word.split_once('=').map_or(word, |(option, _)| option)) {
            Some(true) if !word.contains('=') => i += 2,
            Some(_) => i += 1,
            None => return Some(i),
        }
    }
    None
}

/// The first word, unless it is an option.
fn first_word(words: &[OsString]) -> Option<&str> {
    words.get(first_other_word(words)?)?.to_str().filter(|word| !word.starts_with('-'))
}

/// The verb closest to a word that is neither a verb nor a folder.
fn similar_verb<'a>(word: &str, verbs: &'a [String]) -> Option<&'a str> {
    let like_a_path = word.contains(['/', '\\', '.']) || std::path::Path::new(word).exists();
    let verbs = verbs.iter().map(String::as_str);
    if like_a_path || verbs.clone().any(|verb| verb == word) { None } else { nearest(word, verbs) }
}

/// Whether a verb, `--help` or `--version` comes first.
fn names_a_verb(words: &[OsString], verbs: &[String]) -> bool {
    let top_level = ["-h", "--help", "-V", "--version"];
    let first = first_other_word(words).and_then(|at| words.get(at)?.to_str());
    first.is_some_and(|first| verbs.iter().any(|verb| verb == first) || top_level.contains(&first))
}

/// The language of `--lang`, or the system's.
pub(super) fn language_of(words: &[OsString]) -> Tag {
    let words = words.iter().filter_map(|word| word.to_str());
    let after = words.clone().skip_while(|word| *word != "--lang").nth(1);
    let joined = words.filter_map(|word| word.strip_prefix("--lang=")).next();
    after.or(joined).and_then(Tag::from_locale).unwrap_or_else(Tag::of_system)
}

/// Message key of a command's help. Keys have no Nordic letters.
fn help_key(command: &clap::Command) -> String {
    format!("help-{}", fold(command.get_name()))
}

/// Sets the help of a command and its arguments in `language`.
fn in_language(command: clap::Command, language: &Language) -> clap::Command {
    let about = language.say(&help_key(&command), &[]);
    let headings = [
        ("{usage-heading}", language.say("help-heading-usage", &[])),
        ("{all-args}", "{all-args}".to_owned()),
    ];
    let template = headings.iter().fold(
        "{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}".to_owned(),
        |template, (tag, text)| template.replace(tag, text),
    );
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let names = other_names(command.get_name());
    let mut command = command
        .about(about)
        .aliases(names.iter().copied())
        .help_template(template)
        .subcommand_help_heading(language.say("help-heading-commands", &[]).trim_end_matches(':').to_owned())
        .subcommand_value_name(language.say("help-word-command", &[]))
        .disable_help_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(language.say("help-arg-help", &[])),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
            let heading = language.say(heading, &[]).trim_end_matches(':').to_owned();
            let help = argument_help(&arg, language);
            let takes_values = arg.get_action().takes_values();
            let arg = match option_words(arg.get_id().as_str()) {
                Some(words) => {
                    let own = words[language.tag() as usize];
                    let others = words.into_iter().filter(|word| *word != own).collect::<BTreeSet<_>>();
                    arg.long(own).aliases(others)
                }
                None => arg,
            };
            let arg = match values_in_files(arg.get_id().as_str(), language.tag()) {
                Some(values) => arg.value_name(values.join("|")),
                None => match placeholders(&arg) {
                    Some(names) => arg.value_name(placeholder_in_language(&names, language)),
                    None => arg,
                },
            };
            // The help text lists the values in its own language.
            let arg = arg.help(help).help_heading(heading);
            if takes_values { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
        });
    if let Some(after) = after_help(&command, language) {
        command = command.after_help(after);
    }
    for name in subcommands {
        command = command.mut_subcommand(name, |sub| in_language(sub, language));
    }
    command
}

/// The names of an option that has another in each language; all of them can be typed.
fn option_words(id: &str) -> Option<[&'static str; Tag::VARIANTS.len()]> {
    match id {
        "leder" => Some(["leder", "chef", "leder", "manager"]),
        "rettelser" => Some(["rettelser", "rättelser", "rettelser", "corrections"]),
        "forberedelse" => Some(["forberedelse", "förberedelse", "forberedelse", "preparation"]),
        "opfoelgning" => Some(["opfoelgning", "uppföljning", "oppfølging", "follow-up"]),
        "new_school" => Some(["skole", "skola", "skole", "school"]),
        "tom" => Some(["tom", "tom", "tom", "empty"]),
        "navn" => Some(["navn", "namn", "navn", "name"]),
        "skoler" => Some(["skoler", "skolor", "skoler", "schools"]),
        "skala" => Some(["skala", "skala", "skala", "scale"]),
        "lokalt" => Some(["lokalt", "lokalt", "lokalt", "local"]),
        "vejledere" => Some(["vejledere", "vägledare", "veiledere", "advisers"]),
        "fra" => Some(["fra", "från", "fra", "from"]),
        "skabelon" => Some(["skabelon", "mall", "mal", "template"]),
        _ => None,
    }
}

/// The option of the argument `id` as it is typed in `language`.
pub(super) fn option(id: &str, language: &Language) -> String {
    let own = option_words(id).map(|words| words[language.tag() as usize]);
    format!("--{}", own.unwrap_or(id))
}

/// Other names of the Danish subcommand `name`.
fn other_names(name: &str) -> &'static [&'static str] {
    match name {
        "afdeling" => &["förvaltning", "avdeling", "department"],
        "forløb" => &["forloeb", "program", "forløp", "programme"],
        "hold" => &["årgang", "aargang", "kull", "cohort"],
        "vejledning" => &["vägledning", "veiledning", "guide"],
        "kurser" => &["kurs", "courses"],
        "medarbejdere" => &["medarbetare", "medarbeidere", "employees"],
        _ => &[],
    }
}

/// The fixed words that the value of the argument `id` is one of, in `language`.
fn values_in_files(id: &str, language: Tag) -> Option<Vec<&'static str>> {
    match id {
        "signer" => Some(Signer::words(language)),
        "edition" => Some(Editions::words(language)),
        "export_edition" => Some(Edition::words(language)),
        "schema_kind" => Some(crate::schema::SchemaKind::words(language)),
        _ => None,
    }
}

/// The names that stand for the value of an argument, such as `FILE|CODE`; none for a flag.
fn placeholders(arg: &clap::Arg) -> Option<String> {
    arg.get_value_names().filter(|_| arg.get_action().takes_values())?.first().map(ToString::to_string)
}

/// `names` in `language`. What no message translates is an example of the value itself.
fn placeholder_in_language(names: &str, language: &Language) -> String {
    let name = |name: &str| {
        let key = placeholder_key(name);
        if language.keys().contains(&key) { language.say(&key, &[]) } else { name.to_owned() }
    };
    names.split('|').map(name).collect::<Vec<_>>().join("|")
}

fn placeholder_key(name: &str) -> String {
    format!("help-value-{}", name.to_lowercase())
}

/// The help of an argument, with its possible values and its default.
fn argument_help(arg: &clap::Arg, language: &Language) -> String {
    let mut help = language.say(&format!("help-arg-{}", arg.get_id()), &[]);
    let values: Vec<String> =
        arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let takes_values = arg.get_action().takes_values() && !values.is_empty();
    if takes_values && !arg.is_hide_possible_values_set() {
        help.push_str(&format!(
            " [{}]",
            language.say("help-values", &[("values", values.join(", ").into())])
        ));
    }
    let defaults: Vec<String> =
        arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    if !defaults.is_empty() && arg.get_action().takes_values() && !arg.is_hide_default_value_set() {
        help.push_str(&format!(
            " [{}]",
            language.say("help-default", &[("value", defaults.join(", ").into())])
        ));
    }
    help
}

/// The examples of a verb; for the program itself also the exit codes.
fn after_help(command: &clap::Command, language: &Language) -> Option<String> {
    let key = format!("help-examples-{}", command.get_name());
    let mut parts = Vec::new();
    if language.keys().contains(&key) {
        let examples = language.say(&key, &[]);
        let examples = examples.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
        parts.push(format!("{}\n{examples}", language.say("help-heading-examples", &[])));
    }
    if command.get_name() == "spind" {
        let codes = language.say("help-exit-codes", &[]);
        let codes = codes.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
        parts.push(format!("{}\n{codes}", language.say("help-heading-exit-codes", &[])));
    }
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// Translates the usage lines of a built command.
fn usage_in_language(mut command: clap::Command, language: &Language) -> clap::Command {
    for verb in command.get_subcommands_mut() {
        *verb = usage_in_language(std::mem::take(verb), language);
    }
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage.replace("[OPTIONS]", &format!("[{}]", language.say("help-word-options", &[])));
    command.override_usage(usage)
}

fn language_tag(raw: &str) -> Result<Tag, String> {
    Tag::from_locale(raw).ok_or_else(|| "da, sv, nb, en".to_owned())
}

fn signer(raw: &str) -> Result<Signer, String> {
    Signer::from_word(raw).ok_or_else(|| Signer::words(Tag::of_system()).join(", "))
}

fn editions(raw: &str) -> Result<Editions, String> {
    Editions::from_word(raw).ok_or_else(|| Editions::words(Tag::of_system()).join(", "))
}

fn export_format(raw: &str) -> Result<Format, String> {
    Format::from_word(raw).ok_or_else(|| Format::words(Tag::of_system()).join(", "))
}

fn export_edition(raw: &str) -> Result<Edition, String> {
    Edition::from_word(raw).ok_or_else(|| Edition::words(Tag::of_system()).join(", "))
}

fn schema_kind(raw: &str) -> Result<crate::schema::SchemaKind, String> {
    crate::schema::SchemaKind::from_word(raw)
        .ok_or_else(|| crate::schema::SchemaKind::words(Tag::of_system()).join(", "))
}

fn date(raw: &str) -> Result<Date, String> {
    raw.parse::<Day>().map(|day| day.0).map_err(|_| "2026-12-02".to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// The keys of the help that `command`, its arguments and its commands ask for.
    fn asked_for(command: &clap::Command, keys: &mut BTreeSet<String>) {
        let name = command.get_name();
        keys.extend([help_key(command), format!("help-examples-{name}")]);
        keys.extend(command.get_arguments().map(|arg| format!("help-arg-{}", arg.get_id())));
        let names: String =
            command.get_arguments().filter_map(placeholders).map(|names| names + "|").collect();
        let is_word = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_ascii_uppercase());
        keys.extend(names.split('|').filter(is_word).map(placeholder_key));
        command.get_subcommands().for_each(|command| asked_for(command, keys));
    }

    #[test]
    fn every_help_text_is_of_a_command_or_an_argument() {
        let language = Language::of(Tag::Da);
        let mut keys = BTreeSet::new();
        asked_for(&in_language(CommandLine::command(), Language::of(Tag::En)), &mut keys);
        let code = include_str!("args.rs");
        let is_asked_for = |key: &String| keys.contains(key) || code.contains(&format!("\"{key}\""));
        let help = || language.keys().iter().filter(|key| key.starts_with("help-"));
        let unused: Vec<&String> = help().filter(|key| !is_asked_for(key)).collect();
        assert!(unused.is_empty(), "{unused:#?}");
        // Examples are shown where there are some; all else must have a text.
        let must = |key: &&String| !key.starts_with("help-examples-");
        let missing: Vec<&String> =
            keys.iter().filter(must).filter(|key| !language.keys().contains(key)).collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn the_reference_lists_every_verb_and_option() {
        let reference = include_str!("../../docs/reference.md");
        let words: HashSet<&str> = reference.split(|c: char| !c.is_ascii_alphabetic() && c != '-').collect();
        let mut commands = vec![CommandLine::command()];
        while let Some(command) = commands.pop() {
            for option in command.get_arguments().filter_map(clap::Arg::get_long) {
                let name = command.get_name();
                assert!(words.contains(format!("--{option}").as_str()), "--{option} of {name}");
            }
            commands.extend(command.get_subcommands().cloned());
        }
        for verb in verbs() {
            assert!(reference.contains(&format!("spind {verb}")), "{verb}");
        }
    }
}
