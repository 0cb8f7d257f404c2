//! The command line, and the language in which it explains itself.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;

use spind::agreement::record::Signer;
use spind::department::values::Day;
use spind::edition::Editions;
use spind::export::Edition;
use spind::language::{Language, Tag};
use spind::source::word::Word;

/// The verbs that are typed; without one, `build` is meant.
const VERBS: [&str; 12] = [
    "build", "check", "new", "sign", "verify", "extract", "status", "rollover", "forget", "export", "watch",
    "schema",
];

/// Everything on the command line.
#[derive(Debug, Parser)]
#[command(name = "spind", version, disable_help_subcommand = true, disable_version_flag = true)]
pub struct CommandLine {
    #[command(subcommand)]
    pub verb: Verb,
    #[command(flatten)]
    pub common: Common,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    Build(Build),
    Check(Check),
    New(New),
    Sign(Sign),
    Verify(Verify),
    Extract(Extract),
    Status(Status),
    Rollover(Rollover),
    Forget(Forget),
    Export(Export),
    Watch(Watch),
    Schema(Schema),
}

/// `spind rollover`.
#[derive(Debug, Args)]
pub struct Rollover {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "2027/28")]
    pub to: String,
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

/// `spind forget`.
#[derive(Debug, Args)]
pub struct Forget {
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
pub struct Export {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long = "format", value_name = "xlsx|csv|json", value_parser = export_format)]
    pub export_format: Option<spind::export::Format>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub export_out: Option<PathBuf>,
    #[arg(long = "edition", value_name = "intern|offentlig", value_parser = export_edition)]
    pub export_edition: Option<Edition>,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub export_today: Option<Date>,
}

/// `spind check`.
#[derive(Debug, Args)]
pub struct Check {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text, hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
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
pub struct Sign {
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
pub struct Verify {
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
pub struct Extract {
    #[arg(value_name = "FILE")]
    pub plan: PathBuf,
    #[arg(long = "out", short = 'o', value_name = "DIR")]
    pub extract_out: Option<PathBuf>,
}

/// `spind status`.
#[derive(Debug, Args)]
pub struct Status {
    #[arg(value_name = "FOLDER")]
    pub folder: Option<PathBuf>,
    #[arg(long = "format", value_enum, default_value_t = TableFormat::Text, hide_possible_values = true, hide_default_value = true)]
    pub table_format: TableFormat,
    #[arg(long = "today", value_name = "DATE", value_parser = date)]
    pub status_today: Option<Date>,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum TableFormat {
    Text,
    Json,
    Csv,
}

/// How problems are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Text,
    Json,
}

/// `spind new`.
#[derive(Debug, Args)]
pub struct New {
    #[command(subcommand)]
    pub what: Option<What>,
    #[arg(value_name = "NAME")]
    pub new_name: Option<String>,
    #[arg(long = "skole", value_name = "SCHOOL")]
    pub new_school: Option<String>,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub department_folder: Option<PathBuf>,
}

/// What is to be new, if not a person's profile.
#[derive(Debug, Subcommand)]
pub enum What {
    Afdeling {
        #[arg(value_name = "DIR")]
        dir: PathBuf,
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
pub struct Schema {
    #[arg(value_name = "profil|afdeling|rollemodel|kurser", value_parser = schema_kind)]
    pub schema_kind: spind::schema::Kind,
    #[arg(long = "folder", value_name = "FOLDER")]
    pub department_folder: Option<PathBuf>,
    #[arg(long = "out", short = 'o', value_name = "FILE")]
    pub schema_out: Option<PathBuf>,
}

/// Options that every verb takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "da|sv|nb|en", value_parser = language_tag)]
    pub lang: Option<Tag>,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

/// `spind watch`.
#[derive(Debug, Args)]
pub struct Watch {
    #[command(flatten)]
    pub build: Build,
    #[arg(long)]
    pub poll: bool,
}

/// `spind build`.
#[derive(Clone, Debug, Args)]
pub struct Build {
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
    pub force: bool,
    #[arg(long)]
    pub charts: bool,
    #[arg(long)]
    pub forberedelse: bool,
    #[arg(long)]
    pub blank: bool,
    #[arg(long, value_name = "DIR")]
    pub leder: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub rettelser: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub templates: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub fonts: Option<PathBuf>,
}

/// Reads the command line; prints help or a usage error and ends with clap's
/// own codes (0 and 2) where that is what was asked for or needed.
pub fn parse() -> CommandLine {
    let mut words: Vec<OsString> = std::env::args_os().collect();
    if !names_a_verb(&words) {
        words.insert(1.min(words.len()), "build".into());
    }
    let language = Language::new(language_of(&words));
    let matches = in_language(CommandLine::command(), &language).get_matches_from(words);
    CommandLine::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// Whether a verb, or a call for help or the version, is the first thing said.
fn names_a_verb(words: &[OsString]) -> bool {
    let said = |word: &OsString| word.to_str().map(str::to_owned).unwrap_or_default();
    let top_level = ["-h", "--help", "-V", "--version"];
    match words.get(1).map(said) {
        Some(first) => VERBS.contains(&first.as_str()) || top_level.contains(&first.as_str()),
        None => false,
    }
}

/// The language asked for with `--lang`, else the system's.
fn language_of(words: &[OsString]) -> Tag {
    let said = words.iter().filter_map(|word| word.to_str());
    let after = said.clone().skip_while(|word| *word != "--lang").nth(1);
    let joined = said.filter_map(|word| word.strip_prefix("--lang=")).next();
    after.or(joined).and_then(Tag::from_locale).unwrap_or_else(Tag::of_system)
}

/// Gives a command and its arguments their help in `language`.
fn in_language(command: clap::Command, language: &Language) -> clap::Command {
    let about = language.say(&format!("help-{}", command.get_name()), &[]);
    let headings = [
        ("{usage-heading}", language.say("help-heading-usage", &[])),
        ("{all-args}", "{all-args}".to_owned()),
    ];
    let template = headings.iter().fold(
        "{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}".to_owned(),
        |template, (tag, text)| template.replace(tag, text),
    );
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(language.say("help-heading-commands", &[]))
        .disable_help_flag(true)
        .arg(
            clap::Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(language.say("help-arg-help", &[])),
        )
        .mut_args(|arg| {
            let key = format!("help-arg-{}", arg.get_id());
            let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
            arg.help(language.say(&key, &[])).help_heading(language.say(heading, &[]))
        });
    for name in subcommands {
        command = command.mut_subcommand(name, |sub| in_language(sub, language));
    }
    command
}

fn language_tag(raw: &str) -> Result<Tag, String> {
    Tag::from_locale(raw).ok_or_else(|| "da, sv, nb, en".to_owned())
}

fn signer(raw: &str) -> Result<Signer, String> {
    Signer::from_word(raw).ok_or_else(|| Signer::words().join(", "))
}

fn editions(raw: &str) -> Result<Editions, String> {
    Editions::from_word(raw).ok_or_else(|| Editions::words().join(", "))
}

fn export_format(raw: &str) -> Result<spind::export::Format, String> {
    spind::export::Format::from_word(raw).ok_or_else(|| spind::export::Format::words().join(", "))
}

fn export_edition(raw: &str) -> Result<Edition, String> {
    Edition::from_word(raw).ok_or_else(|| Edition::words().join(", "))
}

fn schema_kind(raw: &str) -> Result<spind::schema::Kind, String> {
    spind::schema::Kind::from_word(raw).ok_or_else(|| spind::schema::Kind::words().join(", "))
}

fn date(raw: &str) -> Result<Date, String> {
    raw.parse::<Day>().map(|day| day.0).map_err(|_| "2026-12-02".to_owned())
}
