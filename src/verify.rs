//! Verification of plans: is a printed code or a PDF what the folder contains?
//!
//! A PDF's pages are not trusted. Its attached data is typeset again and must give the same
//! bytes, the data must match the attached agreement, and the agreement must be current in the
//! folder or recorded as signed.

use std::io;
use std::path::Path;

use jiff::civil::Date;

use crate::agreement::code::{AgreementCode, CodeError};
use crate::agreement::diff::{AgreementChange, changes};
use crate::agreement::record::Record;
use crate::agreement::signature_status::{Records, SignatureStatus};
use crate::agreement::{Agreement, Fingerprint};
use crate::department::Department;
use crate::document::Templates;
use crate::document::attachments::{self, AttachmentError, Attachments, PlanMismatch, VerifiedPlan};
use crate::programme::diploma::Diploma;
use crate::source::file_names;
use crate::storage;

/// The result of looking up a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeStatus {
    /// The code of a current agreement.
    Current {
        /// The agreement.
        agreement: Box<Agreement>,
        /// Its signatures.
        status: SignatureStatus,
    },
    /// The code of a signed agreement that has changed since.
    Changed {
        /// The signed agreement.
        agreement: Box<Agreement>,
        /// Its signatures.
        signed: SignatureStatus,
        /// Changes since; `None` if the profile is missing or has errors.
        changes: Option<Vec<AgreementChange>>,
    },
    /// Not in this folder: issued elsewhere, or altered.
    Unknown,
}

/// The reason why a PDF could not be verified.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The file can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file has no valid attachments.
    #[error(transparent)]
    Attachments(#[from] AttachmentError),
    /// The pages don't match the data, or come from other templates or another version.
    #[error(transparent)]
    PlanMismatch(#[from] PlanMismatch),
}

/// A fingerprint or a printed code to look up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeQuery {
    /// A whole fingerprint, scanned or from an attachment.
    Fingerprint(Fingerprint),
    /// A typed code.
    Code(AgreementCode),
}

impl CodeQuery {
    /// Parses typed or scanned text.
    ///
    /// # Errors
    /// If the text is not a valid code.
    pub(crate) fn from_typed(text: &str) -> Result<Self, CodeError> {
        match Fingerprint::from_scanned(text) {
            Some(fingerprint) => Ok(Self::Fingerprint(fingerprint)),
            None => text.parse().map(Self::Code),
        }
    }

    /// Whether this is the code of `agreement`, also from before the department had a key.
    pub(crate) fn is_of(self, agreement: &Agreement) -> bool {
        self.is(agreement.fingerprint()) || agreement.plain_fingerprint().is_some_and(|plain| self.is(plain))
    }

    /// Whether this is the code of a fingerprint.
    fn is(self, fingerprint: Fingerprint) -> bool {
        match self {
            Self::Fingerprint(query) => query == fingerprint,
            Self::Code(code) => code == fingerprint.code(),
        }
    }
}

impl CodeStatus {
    /// The agreement, if it is in the folder.
    pub fn agreement(&self) -> Option<&Agreement> {
        match self {
            Self::Current { agreement, .. } | Self::Changed { agreement, .. } => Some(agreement),
            Self::Unknown => None,
        }
    }

    /// Whether `code` identifies the department too. A code from before the department had a key does not.
    pub(crate) fn identifies_department(&self, code: CodeQuery) -> bool {
        self.agreement()
            .is_some_and(|agreement| agreement.department.is_some() && code.is(agreement.fingerprint()))
    }
}

/// Extracts the attachments of the PDF at `path`.
///
/// # Errors
/// If the file can't be read, is too large, or has no valid attachments.
pub(crate) fn extract(path: &Path) -> Result<(Vec<u8>, Attachments), VerifyError> {
    let pdf = storage::read_up_to(path, attachments::MAX_BYTES).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => VerifyError::Attachments(AttachmentError::TooLarge),
        _ => VerifyError::Io(error),
    })?;
    let attached = attachments::extract(&pdf)?;
    Ok((pdf, attached))
}

/// Verifies that the plan at `path` is exactly what its attached data produces.
///
/// # Errors
/// If it is not, or can't be checked.
pub(crate) fn verify_plan(path: &Path, templates: &Templates) -> Result<VerifiedPlan, VerifyError> {
    verify_plan_with(path, templates, |_| None)
}

/// As [`verify_plan`], also for a plan that withholds a colleague's identity: `known` looks up the
/// agreement of its code.
///
/// # Errors
/// As [`verify_plan`].
pub fn verify_plan_with(
    path: &Path,
    templates: &Templates,
    known: impl FnOnce(AgreementCode) -> Option<Agreement>,
) -> Result<VerifiedPlan, VerifyError> {
    let (pdf, attached) = extract(path)?;
    Ok(attached.check_knowing(&pdf, templates, known)?)
}

/// Looks up a code in `department` and its records.
pub fn look_up(query: CodeQuery, department: &Department, records: &Records) -> CodeStatus {
    for person in &department.people {
        let agreement = Agreement::of(person, department);
        if query.is_of(&agreement) {
            let status = SignatureStatus::of(&agreement, records.of(person));
            return CodeStatus::Current { agreement: Box::new(agreement), status };
        }
    }
    for (stem, record) in records.iter() {
        let Some(signed) = record.agreements.iter().find(|(_, agreement)| query.is_of(agreement)) else {
            continue;
        };
        let person = department.people.iter().find(|person| file_names::stem(&person.file.name) == stem);
        let now = person.map(|person| Agreement::of(person, department));
        return CodeStatus::Changed {
            agreement: Box::new(signed.1.clone()),
            signed: SignatureStatus::of(signed.1, Some(&only(record, *signed.0))),
            changes: now.map(|now| changes(signed.1, &now)),
        };
    }
    CodeStatus::Unknown
}

/// Looks up the code of a diploma that `department` has given by the day `on`.
pub(crate) fn look_up_diploma(query: CodeQuery, department: &Department, on: Date) -> Option<Diploma<'_>> {
    Diploma::all(department, on).find(|diploma| query.is(diploma.fingerprint))
}

/// The part of a record about one agreement.
fn only(record: &Record, fingerprint: Fingerprint) -> Record {
    let mut only = record.clone();
    only.signatures.retain(|signature| signature.fingerprint == fingerprint);
    only.agreements.retain(|other, _| *other == fingerprint);
    only
}
