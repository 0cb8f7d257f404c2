//! Records that a plan was signed on paper.
//!
//! The paper is the proof. The record next to the profile notes who signed, when, and the
//! agreement at that time, so that later changes can be shown.

use std::io;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::agreement::Agreement;
use crate::agreement::record::{Record, RecordError, Signature, Signer, is_a_name};
use crate::department::profile::Profile;
use crate::source::file_names::{self, RECORD_EXTENSION};
use crate::storage;
use crate::storage::lock::LockGuard;

/// Number of retries if another run changes the record meanwhile, on drives without locks.
const TRIES: usize = 5;

/// The reason why a signature was not recorded.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SigningError {
    /// The existing record is invalid.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The record can't be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Path of the record of `person`, next to the profile.
pub(crate) fn record_path(person: &Profile) -> PathBuf {
    let file_name = person.file.path.file_name().unwrap_or_default().to_string_lossy();
    person.file.path.with_file_name(format!("{}{RECORD_EXTENSION}", file_names::stem(&file_name)))
}

/// A signature as seen on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PaperSignature {
    /// Role of the signer.
    pub signer: Signer,
    /// Date of the signature.
    pub date: Date,
    /// Whether the code on the paper was compared.
    pub compared: bool,
}

/// Name of the current system user, from the environment, so that colleagues know whom to ask. It
/// proves nothing.
pub(crate) fn user() -> Option<String> {
    let names = if cfg!(windows) { &["USERNAME"][..] } else { &["USER", "LOGNAME"] };
    names.iter().filter_map(|name| std::env::var(name).ok()).find(|name| is_a_name(name))
}

/// Adds a signature under `agreement` to the record of `person`, with `remark` as a comment at the
/// top of the file. The file is replaced atomically and keeps what other runs have added. A new
/// record gets the profile's access rights.
///
/// # Errors
/// If the existing record is invalid, which leaves it untouched, or the new one can't be written.
pub(crate) fn note(
    person: &Profile,
    on_paper: PaperSignature,
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
    let PaperSignature { signer, date, compared } = on_paper;
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
