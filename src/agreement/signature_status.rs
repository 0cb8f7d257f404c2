//! Signature status: whose signatures are noted under an agreement, and whether the files still
//! match what was signed.
//!
//! Combines profiles and records, and reports agreements that changed after signing as well as
//! files that are older than the department's retention period.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::Date;

use super::diff::{AgreementChange, Origin, changes};
use super::record::{Record, Signature, Signer};
use super::{Agreement, Fingerprint};
use crate::department::Department;
use crate::department::profile::Profile;
use crate::language::Message;
use crate::problem::{Code, Problem, Problems};
use crate::source::{Place, file_names};

/// The readable records of a department, by the path of the profile without its extension.
#[derive(Debug, Default)]
pub struct Records(BTreeMap<String, Record>);

impl Records {
    /// Parses the records of `department`. An invalid one is reported and skipped.
    pub fn read(department: &Department, problems: &mut Problems) -> Self {
        let mut records = BTreeMap::new();
        for (stem, file) in &department.records {
            match Record::from_text(&file.text) {
                Ok(record) => drop(records.insert(stem.clone(), record)),
                Err(_) => problems.push(Problem::new(Code::RecordUnusable, Place::whole(file))),
            }
        }
        Self(records)
    }

    /// The record of a profile.
    pub(crate) fn of(&self, person: &Profile) -> Option<&Record> {
        self.0.get(file_names::stem(&person.file.name))
    }

    /// All records with the path of the profile without its extension.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.0.iter().map(|(stem, record)| (stem.as_str(), record))
    }
}

/// A signature and whether it covers the current agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedSignature {
    /// Role of the signer.
    pub signer: Signer,
    /// Date of the signature.
    pub date: Date,
    /// Whether the code on the paper was compared.
    pub compared: bool,
    /// Name of the user who noted it, if recorded.
    pub by: Option<String>,
    /// Fingerprint of the signed agreement.
    pub fingerprint: Fingerprint,
    /// Whether the signed agreement is the current one.
    pub current: bool,
}

/// The signatures under an agreement and its changes since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureStatus {
    /// The last signature of each role, the employee's first.
    pub noted: Vec<NotedSignature>,
    /// Changes since the oldest signature that is not current.
    pub changes: Vec<AgreementChange>,
}

impl SignatureStatus {
    /// The status of `agreement` according to the person's record.
    pub fn of(agreement: &Agreement, record: Option<&Record>) -> Self {
        let Some(record) = record else { return Self { noted: Vec::new(), changes: Vec::new() } };
        let now = agreement.fingerprint();
        let last = |signer| record.last(signer);
        let is_same = |signed| record.agreements.get(&signed).is_some_and(|then| then.is_same(agreement));
        let noted: Vec<NotedSignature> = [Signer::Employee, Signer::Leader]
            .into_iter()
            .filter_map(last)
            .map(|signature: &Signature| NotedSignature {
                signer: signature.signer,
                date: signature.date,
                compared: signature.compared,
                by: signature.noted_by.clone(),
                fingerprint: signature.fingerprint,
                current: signature.fingerprint == now || is_same(signature.fingerprint),
            })
            .collect();
        let outdated = noted.iter().filter(|noted| !noted.current).min_by_key(|noted| noted.date);
        let then = outdated.and_then(|noted| record.agreements.get(&noted.fingerprint));
        let changes = then.map(|then| changes(then, agreement)).unwrap_or_default();
        Self { noted, changes }
    }

    /// The signature of `signer`.
    pub(crate) fn by(&self, signer: Signer) -> Option<&NotedSignature> {
        self.noted.iter().find(|noted| noted.signer == signer)
    }

    /// Whether both have signed the same agreement, current or not.
    pub(crate) fn both_signed(&self) -> bool {
        matches!(
            &self.noted[..],
            [one, other] if one.fingerprint == other.fingerprint || one.current && other.current
        )
    }

    /// Whether the agreement has changed since a signature.
    pub(crate) fn is_changed(&self) -> bool {
        self.noted.iter().any(|noted| !noted.current)
    }

    /// Whether all changes come from the role model or the catalogue.
    pub(crate) fn only_shared_changed(&self) -> bool {
        self.is_changed() && self.changes.iter().all(|change| change.from == Origin::Shared)
    }
}

/// Reports agreements that changed after signing and, if `today` is given, files past the
/// department's retention period.
pub(crate) fn check(
    department: &Department,
    records: &Records,
    today: Option<Date>,
    problems: &mut Problems,
) {
    for person in &department.people {
        let Some(record) = records.of(person) else { continue };
        let status = SignatureStatus::of(&Agreement::of(person, department), Some(record));
        if status.is_changed() {
            let code = if status.only_shared_changed() {
                Code::SharedChangedSinceSigned
            } else {
                Code::ChangedSinceSigned
            };
            let changes = status.changes.into_iter().map(|change| change.message);
            problems.push(Problem::new(code, Place::whole(&person.file)).detailed(changes));
        }
    }
    let limit = department.settings.retention_months.zip(today).and_then(|(months, today)| {
        let oldest = today.checked_sub(Span::new().try_months(months).ok()?).ok()?;
        Some((months, oldest))
    });
    let Some((months, oldest)) = limit else { return };
    let profiles = department.people.iter().map(|person| (&person.file, newest_date(person)));
    let record = |(stem, record): (&str, &Record)| Some((department.records.get(stem)?, record.newest()));
    let cohorts = department.programmes.cohorts().flat_map(|(_, cohort)| {
        let newest = cohort.closed.max(cohort.last_day());
        let answers = cohort.answers.as_ref().map(|answers| (&answers.file, newest));
        std::iter::once((&cohort.file, newest)).chain(answers)
    });
    for (file, newest) in profiles.chain(records.iter().filter_map(record)).chain(cohorts) {
        if let Some(newest) = newest.filter(|newest| *newest < oldest) {
            problems.push(
                Problem::new(Code::KeptTooLong, Place::whole(file))
                    .with("months", months)
                    .detailed([Message::new("kept-newest-date").with("date", newest)]),
            );
        }
    }
}

/// The latest date in a profile.
fn newest_date(person: &Profile) -> Option<Date> {
    let deadlines = person.plan.iter().filter_map(|line| line.deadline);
    [person.agreed, person.talk, person.follow_up].into_iter().flatten().chain(deadlines).max()
}
