//! Diplomas of participants who have finished, and their codes.
//!
//! The code covers the department, the programme, the cohort, the name and the day. It stays the same when a
//! workplace or the name of a part changes later, so a framed diploma can still be verified.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::Participation;
use super::completion::ParticipantStatus;
use crate::agreement::Fingerprint;
use crate::department::Department;

/// The diploma of a participant who has finished.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Diploma<'a> {
    /// Who finished what.
    pub participation: Participation<'a>,
    /// The day of the diploma.
    pub date: Date,
    /// The hash of what the code covers.
    pub fingerprint: Fingerprint,
}

impl<'a> Diploma<'a> {
    /// The diploma of `participation`.
    ///
    /// # Errors
    /// If there is none yet or never will be.
    pub(crate) fn of(
        participation: Participation<'a>,
        department: &Department,
        on: Date,
    ) -> Result<Self, ParticipantStatus> {
        match participation.completion(Some(on)).status {
            ParticipantStatus::Finished(date) => {
                let fingerprint = fingerprint(participation, department, date);
                Ok(Self { participation, date, fingerprint })
            }
            other => Err(other),
        }
    }

    /// All diplomas of a department on the day `on`.
    pub(crate) fn all(department: &'a Department, on: Date) -> impl Iterator<Item = Self> {
        department.programmes.participations().filter_map(move |own| Self::of(own, department, on).ok())
    }
}

fn fingerprint(participation: Participation<'_>, department: &Department, date: Date) -> Fingerprint {
    let Participation { programme, cohort, participant } = participation;
    let mut hash = Sha256::new();
    let mut add = |part: &[u8]| {
        // Length-prefixed, so that parts can't run into each other.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    };
    add(b"spind-diplom-1");
    match &department.key {
        Some(key) => add(&key.department_tag()),
        None => add(department.settings.name.as_bytes()),
    }
    for text in [&programme.name, &cohort.key, &participant.name] {
        add(text.as_bytes());
    }
    add(date.to_string().as_bytes());
    Fingerprint(hash.finalize().into())
}
