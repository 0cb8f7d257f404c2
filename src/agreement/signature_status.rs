//! How a person's agreement stands: who is noted as having signed it on paper,
//! and whether the files still say what was signed.

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

/// The records of a department that can be read, by the path of the profile
/// without its ending.
#[derive(Debug, Default)]
pub struct Records(BTreeMap<String, Record>);

impl Records {
    /// Reads the records of `department`; one that is not as the program wrote it is told and left out.
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

    /// The record of `person`.
    pub fn of(&self, person: &Profile) -> Option<&Record> {
        self.0.get(file_names::stem(&person.file.name))
    }

    /// Every record, and the path of its profile without its ending.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Record)> {
        self.0.iter().map(|(stem, record)| (stem.as_str(), record))
    }
}

/// A signature, and whether it stands under what the files say now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotedSignature {
    /// Who signed.
    pub signer: Signer,
    /// The day of the signature.
    pub date: Date,
    /// Whether the code on the paper was compared.
    pub compared: bool,
    /// Who noted it, where the record says so.
    pub by: Option<String>,
    /// What was signed.
    pub fingerprint: Fingerprint,
    /// Whether that is what the files say now.
    pub current: bool,
}

/// How an agreement stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureStatus {
    /// The last signature of each who has signed, the person's own first.
    pub noted: Vec<NotedSignature>,
    /// What has changed since the oldest of them that is not current.
    pub changes: Vec<AgreementChange>,
}

impl SignatureStatus {
    /// How the agreement of a person stands, who has this record.
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
    pub fn by(&self, signer: Signer) -> Option<&NotedSignature> {
        self.noted.iter().find(|noted| noted.signer == signer)
    }

    /// Whether both have signed the same, be it what the files say now or not.
    pub fn both_signed(&self) -> bool {
        matches!(
            &self.noted[..],
            [one, other] if one.fingerprint == other.fingerprint || one.current && other.current
        )
    }

    /// Whether anything has changed since somebody signed.
    pub fn is_changed(&self) -> bool {
        self.noted.iter().any(|noted| !noted.current)
    }

    /// Whether only the role model or the catalogue has changed since.
    pub fn only_shared_changed(&self) -> bool {
        self.is_changed() && self.changes.iter().all(|change| change.from == Origin::Shared)
    }
}

/// Warns of every agreement that is not what was signed, and on the day `today` of
/// what has been kept longer than the department allows.
pub fn check(department: &Department, records: &Records, today: Option<Date>, problems: &mut Problems) {
    for person in &department.people {
        let Some(record) = records.of(person) else { continue };
        let standing = SignatureStatus::of(&Agreement::of(person, department), Some(record));
        if standing.is_changed() {
            let code = if standing.only_shared_changed() {
                Code::SharedChangedSinceSigned
            } else {
                Code::ChangedSinceSigned
            };
            let changes = standing.changes.into_iter().map(|change| change.saying);
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
    for (file, newest) in profiles.chain(records.iter().filter_map(record)) {
        if let Some(newest) = newest.filter(|newest| *newest < oldest) {
            problems.push(
                Problem::new(Code::KeptTooLong, Place::whole(file))
                    .with("months", months)
                    .detailed([Message::new("kept-newest-date").with("date", newest)]),
            );
        }
    }
}

/// The newest date in a profile.
fn newest_date(person: &Profile) -> Option<Date> {
    let deadlines = person.plan.iter().filter_map(|line| line.deadline);
    [person.agreed, person.talk, person.follow_up].into_iter().flatten().chain(deadlines).max()
}
