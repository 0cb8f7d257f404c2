//! Whether a plan on paper or in a file is what the folder holds now.
//!
//! A page is not believed: the data that a file carries is typeset again and must
//! give the same bytes, the data must say what the agreement says, and the
//! agreement must be one that the folder holds or has noted as signed.

use std::io::{self, Read};
use std::path::Path;

use crate::agreement::code::{AgreementCode, CodeError};
use crate::agreement::diff::{AgreementChange, changes};
use crate::agreement::record::{Record, Signer};
use crate::agreement::signature_status::{Records, SignatureStatus};
use crate::agreement::{Agreement, Fingerprint};
use crate::department::Department;
use crate::document::Templates;
use crate::document::attachments::{self, AttachmentError, Attachments, PlanMismatch, VerifiedPlan};
use crate::language::Language;
use crate::source::file_names;
use crate::storage;

/// What a typed, scanned or carried code turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeStatus {
    /// What the folder holds now.
    Current {
        /// The agreement.
        agreement: Box<Agreement>,
        /// Who is noted as having signed.
        standing: SignatureStatus,
    },
    /// What was signed, and has changed since.
    Changed {
        /// The agreement that was signed.
        agreement: Box<Agreement>,
        /// Who is noted as having signed it.
        signed: SignatureStatus,
        /// What has changed; `None` where the profile is gone or has errors.
        changes: Option<Vec<AgreementChange>>,
    },
    /// Not issued here, or altered: the folder knows no such agreement.
    Unknown,
}

/// Why a file could not be compared with the folder.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// It can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It carries nothing.
    #[error(transparent)]
    Attachments(#[from] AttachmentError),
    /// It is not what it seems, or was made in another way than this program's.
    #[error(transparent)]
    PlanMismatch(#[from] PlanMismatch),
}

/// What is looked for: a whole fingerprint, or the part of it that is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeQuery {
    /// A fingerprint, scanned or carried.
    Fingerprint(Fingerprint),
    /// A code, typed.
    Code(AgreementCode),
}

impl CodeQuery {
    /// What somebody typed or scanned.
    ///
    /// # Errors
    /// If it is no code, or one with a slip in it.
    pub fn from_typed(text: &str) -> Result<Self, CodeError> {
        match Fingerprint::from_scanned(text) {
            Some(fingerprint) => Ok(Self::Fingerprint(fingerprint)),
            None => text.parse().map(Self::Code),
        }
    }

    /// Whether it stands for `agreement`, also as it was before its department had a key.
    pub fn is_of(self, agreement: &Agreement) -> bool {
        self.is(agreement.fingerprint()) || agreement.plain_fingerprint().is_some_and(|plain| self.is(plain))
    }

    /// Whether it stands for this fingerprint.
    fn is(self, fingerprint: Fingerprint) -> bool {
        match self {
            Self::Fingerprint(sought) => sought == fingerprint,
            Self::Code(code) => code == fingerprint.code(),
        }
    }
}

impl CodeStatus {
    /// The agreement, where the folder knows it.
    pub fn agreement(&self) -> Option<&Agreement> {
        match self {
            Self::Current { agreement, .. } | Self::Changed { agreement, .. } => Some(agreement),
            Self::Unknown => None,
        }
    }

    /// As [`CodeStatus::in_words`] to a code alone, without a page: one from before the department had a
    /// key does not say of which department it is.
    pub fn to_code_in_words(&self, code: CodeQuery, language: &Language) -> Vec<String> {
        let mut lines = self.in_words(language);
        let is_of_any =
            |agreement: &Agreement| agreement.department.is_none() || !code.is(agreement.fingerprint());
        if self.agreement().is_some_and(is_of_any) {
            lines.push(language.say("verify-no-department", &[]));
        }
        lines
    }

    /// The answer, a line each.
    pub fn in_words(&self, language: &Language) -> Vec<String> {
        let owner_of = |key: &str, agreement: &Agreement| {
            let facts =
                [("name", agreement.name.as_str().into()), ("school", agreement.school.as_str().into())];
            language.say(key, &facts)
        };
        match self {
            Self::Current { agreement, standing } => {
                let mut lines = vec![owner_of(current_key(standing), agreement)];
                lines.extend(signatures(standing, language));
                lines.push(language.say("verify-covers", &[]));
                lines
            }
            Self::Changed { agreement, signed, changes } => {
                let mut lines = vec![owner_of("verify-changed", agreement)];
                lines.extend(signatures(signed, language));
                match changes {
                    Some(changes) => {
                        lines.extend(changes.iter().map(|c| format!("- {}", c.saying.in_language(language))));
                    }
                    None => lines.push(language.say("verify-profile-missing", &[])),
                }
                lines
            }
            Self::Unknown => {
                vec![
                    language.say("verify-unknown", &[]),
                    language.say_attribute("verify-unknown", "hint", &[]),
                ]
            }
        }
    }
}

/// Takes the attachments out of the PDF at `path`.
///
/// # Errors
/// If it can't be read, is larger than any plan, or carries nothing.
pub fn extract(path: &Path) -> Result<(Vec<u8>, Attachments), VerifyError> {
    let mut pdf = Vec::new();
    // One byte past the limit tells a file that is too large.
    storage::open_file(path)?.take(attachments::MAX_BYTES + 1).read_to_end(&mut pdf)?;
    if pdf.len() as u64 > attachments::MAX_BYTES {
        return Err(AttachmentError::TooLarge.into());
    }
    let carried = attachments::extract(&pdf)?;
    Ok((pdf, carried))
}

/// The plan at `path`, if it is what its data makes.
///
/// # Errors
/// If not, or if that can't be told.
pub fn faithful(path: &Path, templates: &Templates) -> Result<VerifiedPlan, VerifyError> {
    faithful_knowing(path, templates, |_| None)
}

/// As [`faithful`], also for a plan that withholds who a colleague is: `known` finds the agreement of
/// its code.
///
/// # Errors
/// If not, or if that can't be told.
pub fn faithful_knowing(
    path: &Path,
    templates: &Templates,
    known: impl FnOnce(AgreementCode) -> Option<Agreement>,
) -> Result<VerifiedPlan, VerifyError> {
    let (pdf, carried) = extract(path)?;
    Ok(carried.check_knowing(&pdf, templates, known)?)
}

/// What `department` and its records know of an agreement.
pub fn look_up(sought: CodeQuery, department: &Department, records: &Records) -> CodeStatus {
    for person in &department.people {
        let agreement = Agreement::of(person, department);
        if sought.is_of(&agreement) {
            let standing = SignatureStatus::of(&agreement, records.of(person));
            return CodeStatus::Current { agreement: Box::new(agreement), standing };
        }
    }
    for (stem, record) in records.iter() {
        let Some(signed) = record.agreements.iter().find(|(_, agreement)| sought.is_of(agreement)) else {
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

/// The part of a record that is about one agreement.
fn only(record: &Record, fingerprint: Fingerprint) -> Record {
    let mut only = record.clone();
    only.signatures.retain(|signature| signature.fingerprint == fingerprint);
    only.agreements.retain(|other, _| *other == fingerprint);
    only
}

/// Who is noted as having signed, a line each.
pub fn signatures(standing: &SignatureStatus, language: &Language) -> Vec<String> {
    let roles = [(Signer::Employee, "label-employee"), (Signer::Leader, "label-leader")];
    let line = |(signer, role)| {
        let role = language.say(role, &[]);
        let Some(noted) = standing.by(signer).filter(|noted| noted.current) else {
            return language.say("verify-not-noted", &[("role", role.into())]);
        };
        let key = if noted.compared { "verify-noted" } else { "verify-noted-not-compared" };
        let by = match &noted.by {
            Some(who) => language.say("verify-noted-by", &[("who", who.as_str().into())]),
            None => language.say("verify-noted-by-unknown", &[]),
        };
        let noted = language.say(key, &[("role", role.into()), ("date", language.date(noted.date).into())]);
        format!("{noted} {by}")
    };
    let mut lines = roles.map(line).to_vec();
    if !standing.noted.is_empty() {
        lines.push(language.say("verify-only-noted", &[]));
    }
    lines
}

/// The key of the first line about an agreement that the folder holds: whether it is noted as signed.
fn current_key(standing: &SignatureStatus) -> &'static str {
    match standing.noted.iter().filter(|noted| noted.current).count() {
        0 if standing.noted.is_empty() => "verify-current-unsigned",
        0 => "verify-current-changed",
        1 => "verify-current-by-one",
        _ => "verify-current",
    }
}
