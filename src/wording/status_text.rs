//! Wording of the [status](crate::analysis::status), shared by `status`, the pages of `serve` and
//! exports.

use crate::agreement::record::Signer;
use crate::analysis::status::{
    CohortStatus, Deadline, DepartmentStatus, MissingStep, PersonStatus, ProfileCounts, SchoolStatus,
    SignatureNote,
};
use crate::language::Language;

/// How far a cohort is.
pub(crate) fn cohort(cohort: &CohortStatus, language: &Language) -> String {
    let next = cohort.next.map_or_else(|| "none".to_owned(), |day| language.date(day));
    let facts = [
        ("programme", cohort.programme.as_str().into()),
        ("cohort", cohort.cohort.as_str().into()),
        ("people", cohort.participants.into()),
        ("finished", cohort.finished.into()),
        ("lacking", cohort.lacking.into()),
        ("next", next.into()),
    ];
    language.say("status-cohort", &facts)
}

/// Message keys of the column titles of [`school_rows`].
pub(crate) const SCHOOL_COLUMNS: [&str; 8] = [
    "label-school",
    "status-people",
    "status-with-errors",
    "status-talks-held",
    "status-plans-agreed",
    "status-signed",
    "status-overdue",
    "status-up-to-date",
];

/// A row with the [`SCHOOL_COLUMNS`] for each school, followed by a total if there are several.
pub(crate) fn school_rows(status: &DepartmentStatus, language: &Language) -> Vec<[String; 8]> {
    let total = SchoolStatus { name: Some(language.say("status-all", &[])), ..status.total() };
    let total = (status.schools.len() > 1).then_some(&total);
    status.schools.iter().chain(total).map(|school| school_row(school, language)).collect()
}

/// Message keys of the column titles of [`department_rows`].
pub(crate) const DEPARTMENT_COLUMNS: [&str; 8] = {
    let mut columns = SCHOOL_COLUMNS;
    columns[0] = "status-department";
    columns
};

/// A row with the [`DEPARTMENT_COLUMNS`] for each department, followed by a total.
pub(crate) fn department_rows<'a>(
    statuses: impl Iterator<Item = &'a DepartmentStatus>,
    language: &Language,
) -> Vec<Vec<String>> {
    let mut total = SchoolStatus { name: Some(language.say("status-all", &[])), ..SchoolStatus::default() };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for status in statuses {
        let department = SchoolStatus { name: Some(status.department.clone()), ..status.total() };
        total += &department;
        rows.push(school_row(&department, language).into());
    }
    rows.push(school_row(&total, language).into());
    rows
}

fn school_row(school: &SchoolStatus, language: &Language) -> [String; 8] {
    let share =
        language.say("status-share", &[("some", school.up_to_date.into()), ("all", school.people.into())]);
    [
        school.name.clone().unwrap_or_else(|| language.say("status-unknown", &[])),
        school.people.to_string(),
        school.with_errors.to_string(),
        school.talks_held.to_string(),
        school.agreed.to_string(),
        school.signed.to_string(),
        school.overdue.to_string(),
        share,
    ]
}

/// A sentence with the number of profiles by state.
pub(crate) fn profiles(counts: ProfileCounts, language: &Language) -> String {
    let facts = [
        ("filled", counts.filled_in.into()),
        ("all", (counts.filled_in + counts.open + counts.with_errors).into()),
        ("open", counts.open.into()),
        ("errors", counts.with_errors.into()),
    ];
    language.say("status-profiles", &facts)
}

/// A sentence with the task, its date, and how many of `people` are done.
pub(crate) fn deadline(deadline: &Deadline, people: usize, language: &Language) -> String {
    let when = if deadline.days < 0 { "due-past" } else { "due-coming" };
    let when = language.say(when, &[("days", deadline.days.abs().into())]);
    let done = deadline.done.map(|done| {
        let done = language.say("due-done", &[("done", done.into()), ("all", people.into())]);
        format!(", {done}")
    });
    let facts = [
        ("what", language.say(deadline.what.word_key(), &[]).into()),
        ("date", language.date(deadline.date).into()),
        ("when", when.into()),
    ];
    format!("{}{}", language.say("due-line", &facts), done.unwrap_or_default())
}

/// The state of a person's plan: profile with errors, open, draft, or the date of the agreement.
pub(crate) fn plan(person: &PersonStatus, language: &Language) -> String {
    let say = |key| language.say(key, &[]);
    match (person.has_errors, person.agreed) {
        (true, _) => say("status-profile-error"),
        (false, None) if !person.filled_in => say("status-profile-open"),
        (false, None) => say("status-plan-draft"),
        (false, Some(date)) => format!("{} {}", say("status-plan-agreed"), language.short_date(date)),
    }
}

/// The roles that have signed a person's plan, or that it has changed since; empty without
/// signatures.
pub(crate) fn signatures(person: &PersonStatus, language: &Language) -> String {
    let say = |key| language.say(key, &[]);
    if person.changed_since_signed {
        return say("status-changed-since");
    }
    match (person.signed_by_employee, person.signed_by_leader) {
        (Some(_), Some(_)) => say("status-by-both"),
        (Some(_), None) => say("status-by-employee"),
        (None, Some(_)) => say("status-by-leader"),
        (None, None) => String::new(),
    }
}

/// What a person is to be reminded of; a talk that is still ahead is not.
pub(crate) fn missing(person: &PersonStatus, language: &Language) -> Vec<String> {
    let word_key = |step: MissingStep| match step {
        MissingStep::SoundProfile => Some("missing-error"),
        MissingStep::Levels => Some("missing-levels"),
        MissingStep::TalkDay => Some("missing-talk"),
        MissingStep::Talk => None,
        MissingStep::Agreement => Some("missing-agreement"),
        MissingStep::Signatures => Some("missing-signature"),
        MissingStep::SignaturesAgain => Some("missing-signed-again"),
        MissingStep::Activities => Some("missing-overdue"),
    };
    let keys = person.missing_steps().into_iter().filter_map(word_key);
    keys.map(|key| language.say(key, &[("count", person.overdue.into())])).collect()
}

/// A note about a signature as one line.
pub(crate) fn note(note: &SignatureNote, language: &Language) -> String {
    let role = match note.signer {
        Signer::Employee => "label-employee",
        Signer::Leader => "label-leader",
    };
    let unknown = || language.say("status-unknown", &[]);
    let facts = [
        ("role", language.say(role, &[]).into()),
        ("date", language.short_date(note.date).into()),
        ("who", note.noted_by.clone().unwrap_or_else(unknown).into()),
    ];
    language.say(if note.code_compared { "status-note" } else { "status-note-not-compared" }, &facts)
}
