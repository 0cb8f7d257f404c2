//! `spind sign`: records that a plan was signed on paper.

use super::verify::code_error;
use crate::agreement::diff::{label, responsible, what};
use crate::agreement::signature_status::SignatureStatus;
use crate::agreement::signing::{PaperSignature, SigningError, note, record_path};
use crate::agreement::{AgreedLine, Agreement};
use crate::cli::exit_status::{CommandResult, ExitStatus, fail};
use crate::cli::messages::{error_text, shown, system_reason};
use crate::cli::read_department::{read_department, report_problem};
use crate::cli::terminal::print;
use crate::cli::{args, clock, folders, locks, terminal};
use crate::department;
use crate::department::profile::Profile;
use crate::document::view::plan::follow_up;
use crate::language::Language;
use crate::problem::{Problems, Severity};
use crate::storage::lock;
use crate::typeface::Typeface;
use crate::verify::CodeQuery;
use crate::wording::code_text;

pub(crate) fn run(args: &args::Sign, common: &args::Common) -> CommandResult {
    let language = common.language();
    let found = folders::person(&args.person, args.folder_of_name.as_deref(), language)?;
    let typeface = Typeface::embedded();
    let (checked, department) = read_department(&found.folder, common, language, &typeface)?;
    let language = checked.language;
    let Some(person) = department.people.iter().find(|person| person.file.name == found.file.name) else {
        for problem in checked.problems.iter() {
            if problem.place.file.name == found.file.name && problem.severity == Severity::Error {
                report_problem("", problem, language, common);
            }
        }
        return fail(language, "sign-has-errors", &[("file", found.file.name.as_str().into())]);
    };
    let named = [("name", person.name.value.as_str().into())];
    if !person.is_filled_in() {
        return fail(language, "sign-not-filled-in", &named);
    }
    let Some(agreed) = person.agreed else {
        return fail(language, "sign-not-agreed", &named);
    };
    let today = clock::today(None);
    let date = args.signed_on.unwrap_or(today);
    if date > today {
        return fail(language, "sign-in-the-future", &[("date", language.date(date).into())]);
    }
    let agreement = Agreement::of(person, &department);
    if !common.quiet {
        for line in summary(&agreement, agreed, language) {
            print(&line);
        }
    }
    let compared = compared(args, &agreement, language)?;
    let on_paper = PaperSignature { signer: args.signer, date, compared };
    let remark = language.say("record-remark", &[]);
    let path = record_path(person);
    let lock = locks::acquire(lock::for_file(&found.folder, &path), &found.folder, common, language)?;
    // Files may have changed while waiting for the lock or the answer.
    let now = department::read(&found.folder, None, &mut Problems::default());
    let now = now.ok().and_then(|reading| reading.department);
    let is_same = now.is_some_and(|now| {
        let person = now.people.iter().find(|person| person.file.name == found.file.name);
        person.is_some_and(|person| {
            person.agreed.is_some() && Agreement::of(person, &now).fingerprint() == agreement.fingerprint()
        })
    });
    if !is_same {
        return fail(language, "sign-stale", &named);
    }
    note(person, on_paper, agreement.clone(), &remark, &lock).map_err(|error| {
        let key = match error {
            SigningError::Record(_) => "sign-record-unusable",
            SigningError::Io(_) => "sign-not-written",
        };
        error_text(language, key, &[("path", shown(&path).into())])
    })?;
    if !common.quiet {
        for line in report(person, &agreement, &path, language) {
            print(&line);
        }
    }
    Ok(ExitStatus::Done)
}

/// The code and what it covers, as lines of text.
fn summary(agreement: &Agreement, agreed: jiff::civil::Date, language: &Language) -> Vec<String> {
    let mut lines = vec![
        language.say(
            "sign-plan",
            &[
                ("name", agreement.name.as_str().into()),
                ("school", agreement.school.as_str().into()),
                ("date", language.date(agreed).into()),
            ],
        ),
        language.say("sign-code", &[("code", agreement.fingerprint().code().to_string().into())]),
        String::new(),
    ];
    let leader = agreement.leader.as_ref();
    lines.extend(leader.map(|leader| format!("  {}: {leader}", language.say("label-leader", &[]))));
    for area in &agreement.areas {
        let Some(levels) = area.levels else { continue };
        let priority = levels.priority.map(|priority| language.say(priority.word_key(), &[]));
        let priority = priority.map(|priority| format!(" ({priority})")).unwrap_or_default();
        lines.push(format!("  {}: {} → {}{priority}", area.name, levels.current, levels.wanted));
    }
    lines.push(String::new());
    let before = lines.len();
    lines.extend(agreement.lines.iter().map(|line| format!("  - {}", line_in_words(line, language))));
    lines.extend(follow_up(agreement.follow_up, language).map(|sentence| format!("  {sentence}")));
    if lines.len() > before {
        lines.push(String::new());
    }
    lines
}

fn line_in_words(line: &AgreedLine, language: &Language) -> String {
    let mut parts = vec![label(line).in_words(language)];
    if line.goal.is_some() {
        parts.push(what(&line.what).in_words(language));
    }
    parts.extend(line.responsible.as_ref().map(|who| responsible(who).in_words(language)));
    parts.extend(line.deadline.map(|day| language.date(day)));
    parts.join(", ")
}

/// Whether the code was compared with the one on paper.
///
/// # Errors
/// If the paper has another code.
fn compared(args: &args::Sign, agreement: &Agreement, language: &Language) -> Result<bool, String> {
    if let Some(typed) = &args.code_on_paper {
        let sought = CodeQuery::from_typed(typed).map_err(|error| code_error(error, typed, language))?;
        return if sought.is_of(agreement) {
            Ok(true)
        } else {
            Err(error_text(language, "sign-another-code", &[]))
        };
    }
    if !terminal::stdin_is_terminal() {
        return Ok(false);
    }
    let answer = terminal::ask(&language.say("sign-question", &[]));
    let answer = answer.map_err(|error| system_reason(&error, language))?;
    if answer.is_some_and(|answer| terminal::is_yes(&answer)) {
        Ok(true)
    } else {
        Err(error_text(language, "sign-another-code", &[]))
    }
}

/// The lines to print once the signature is recorded.
fn report(
    person: &Profile,
    agreement: &Agreement,
    path: &std::path::Path,
    language: &Language,
) -> Vec<String> {
    let text = crate::storage::read_file(path)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default();
    let record = crate::agreement::record::Record::from_text(&text).ok();
    let status = SignatureStatus::of(agreement, record.as_ref());
    let mut lines = vec![language.say("sign-noted", &[("name", person.name.value.as_str().into())])];
    lines.extend(code_text::signatures(&status, language));
    lines.push(language.say("sign-build-again", &[]));
    lines
}
