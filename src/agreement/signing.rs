//! Noting that a plan was signed on paper.
//!
//! The paper is the proof. What is written beside the profile is only a note of
//! it: who, when, and what the files said, so that a later change can be shown.

use std::io;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::agreement::Agreement;
use crate::agreement::record::{Record, RecordError, Signature, Signer, is_a_name};
use crate::department::profile::Profile;
use crate::source::file_names::{self, RECORD_ENDING};
use crate::storage;
use crate::storage::lock::LockGuard;

/// How often a record is read again that changes while it is written, where the drive has no locks.
const TRIES: usize = 5;

/// Why a signature could not be noted.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The record that is there is not as the program wrote it.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// It could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Where the record of `person` lies: beside the profile.
pub fn record_path(person: &Profile) -> PathBuf {
    let file_name = person.file.path.file_name().unwrap_or_default().to_string_lossy();
    person.file.path.with_file_name(format!("{}{RECORD_ENDING}", file_names::stem(&file_name)))
}

/// What a signature is, besides what it is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnPaper {
    /// Who signed.
    pub signer: Signer,
    /// When.
    pub date: Date,
    /// Whether the code on the paper was compared.
    pub compared: bool,
}

/// The name under which the system knows whoever runs the program. It tells colleagues whom to ask,
/// and proves nothing.
pub fn user() -> Option<String> {
    let names = if cfg!(windows) { &["USERNAME"][..] } else { &["USER", "LOGNAME"] };
    names.iter().filter_map(|name| std::env::var(name).ok()).find(|name| is_a_name(name))
}

/// Notes a signature of `person` under `agreement` in her record; `remark` stands at the top of
/// the file for whoever opens it. The record is replaced whole or not at all, and what another
/// run has noted in it stays. Whoever may read the profile may read a new record.
///
/// # Errors
/// If the record that is there can't be read, so that nothing in it is lost, or if
/// the new one can't be written.
pub fn note(
    person: &Profile,
    on_paper: OnPaper,
    agreement: Agreement,
    remark: &str,
    _: &LockGuard,
) -> Result<(), SigningError> {
    let path = record_path(person);
    let name = match on_paper.signer {
        Signer::Employee => Some(agreement.name.clone()),
        Signer::Leader => agreement.leader.clone(),
    };
    let fingerprint = agreement.fingerprint();
    let OnPaper { signer, date, compared } = on_paper;
    let signature = Signature { signer, name, date, fingerprint, compared, noted_by: user() };
    for _ in 0..TRIES {
        let before = match storage::read_file(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error.into()),
        };
        let mut record = match &before {
            Some(bytes) => Record::from_text(str::from_utf8(bytes).map_err(|_| RecordError::NotARecord)?)?,
            None => Record::default(),
        };
        record.note(signature.clone(), agreement.clone());
        let after = record.to_text(remark);
        let written = match before {
            Some(before) => storage::exchange(&path, &before, after.as_bytes())?,
            None => match storage::create_like(&path, after.as_bytes(), &person.file.path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => false,
                created => created.map(|()| true)?,
            },
        };
        if written {
            return Ok(());
        }
    }
    Err(io::Error::from(io::ErrorKind::ResourceBusy).into())
}
