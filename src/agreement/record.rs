//! The record of signatures, `<person>.underskrift`, which the program writes next to a profile.
//!
//! A record contains the signatures on paper that were noted, and the agreements that were signed,
//! so that later changes can be shown in detail. Each agreement is stored with its fingerprint,
//! which detects edits by hand. A record is a note and never proof: anyone with write access to
//! the folder can create one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::yaml::{Written, read};
use super::{Agreement, Fingerprint};
use crate::source::spelling::{Word, words};

/// The role in which somebody signs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr, Serialize,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Signer {
    /// The person whose plan it is.
    #[strum(serialize = "medarbejder")]
    Employee,
    /// The employee's leader.
    #[strum(serialize = "leder")]
    Leader,
}

words! {
    Signer {
        Employee: "responsible-employee" "also-responsible-employee";
        Leader: "responsible-leader" "also-responsible-leader";
    }
}

/// A noted signature on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Role of the signer.
    pub signer: Signer,
    /// Name of the signer in the signed agreement.
    pub name: Option<String>,
    /// Date of the signature.
    pub date: Date,
    /// Fingerprint of the signed agreement.
    pub fingerprint: Fingerprint,
    /// Whether the code on the paper was compared.
    pub compared: bool,
    /// Name of the system user who noted it; `None` in older records.
    pub noted_by: Option<String>,
}

/// The signatures under one person's plans and the agreements they are for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Signatures in the order in which they were noted.
    pub signatures: Vec<Signature>,
    /// Signed agreements.
    pub agreements: BTreeMap<Fingerprint, Agreement>,
}

/// The reason why a text is not a valid record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum RecordError {
    /// Not a file that the program wrote.
    #[error("this is no record of signatures")]
    NotARecord,
    /// An agreement is missing or does not match its fingerprint.
    #[error("the record was changed by hand")]
    Changed,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRecord {
    underskrifter: Vec<WrittenSignature>,
    aftaler: Vec<WrittenAgreement>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSignature {
    som: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    navn: Option<String>,
    dato: String,
    aftale: String,
    #[serde(rename = "kode_sammenlignet")]
    compared: String,
    #[serde(default, rename = "noteret_af", skip_serializing_if = "Option::is_none")]
    noted_by: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAgreement {
    sha256: String,
    kode: String,
    aftale: Written,
}

/// Limit of characters in a user's name; systems allow fewer.
const MOST_OF_A_NAME: usize = 100;

/// Values of `kode_sammenlignet`.
const COMPARED: [&str; 2] = ["nej", "ja"];

impl Record {
    /// Adds `signature` of `agreement`, and replaces an earlier one of the same role under the
    /// same agreement.
    pub(crate) fn note(&mut self, signature: Signature, agreement: Agreement) {
        self.signatures
            .retain(|old| (old.signer, old.fingerprint) != (signature.signer, signature.fingerprint));
        self.agreements.insert(signature.fingerprint, agreement);
        self.signatures.push(signature);
    }

    /// The latest date of a signature.
    pub(crate) fn newest(&self) -> Option<Date> {
        self.signatures.iter().map(|signature| signature.date).max()
    }

    /// The signature of `signer` that was noted last.
    pub(crate) fn last(&self, signer: Signer) -> Option<&Signature> {
        self.signatures.iter().rfind(|signature| signature.signer == signer)
    }

    /// The text of the file, with `remark` as comment lines at the top.
    pub(crate) fn to_text(&self, remark: &str) -> String {
        let written = WrittenRecord {
            underskrifter: self.signatures.iter().map(WrittenSignature::from).collect(),
            aftaler: self
                .agreements
                .iter()
                .map(|(fingerprint, agreement)| WrittenAgreement {
                    sha256: fingerprint.hex(),
                    kode: fingerprint.code().to_string(),
                    aftale: Written::from(agreement),
                })
                .collect(),
        };
        let remark: String = remark.lines().map(|line| format!("# {line}\n")).collect();
        // Strings, numbers and lists can always be written.
        remark + &serde_yaml::to_string(&written).unwrap_or_default()
    }

    /// Parses the output of [`Record::to_text`].
    ///
    /// # Errors
    /// If the text is not a record or was edited.
    pub(crate) fn from_text(text: &str) -> Result<Self, RecordError> {
        let written: WrittenRecord = read(text).map_err(|_| RecordError::NotARecord)?;
        let mut record = Self::default();
        for WrittenAgreement { sha256, kode, aftale } in written.aftaler {
            let agreement = Agreement::try_from(aftale).map_err(|_| RecordError::NotARecord)?;
            let fingerprint = agreement.fingerprint();
            if fingerprint.hex() != sha256 || fingerprint.code().to_string() != kode {
                return Err(RecordError::Changed);
            }
            record.agreements.insert(fingerprint, agreement);
        }
        for written in written.underskrifter {
            let signature = Signature::try_from(written)?;
            if !record.agreements.contains_key(&signature.fingerprint) {
                return Err(RecordError::Changed);
            }
            record.signatures.push(signature);
        }
        Ok(record)
    }
}

impl From<&Signature> for WrittenSignature {
    fn from(signature: &Signature) -> Self {
        Self {
            som: <&str>::from(signature.signer).to_owned(),
            navn: signature.name.clone(),
            dato: signature.date.to_string(),
            aftale: signature.fingerprint.hex(),
            compared: COMPARED[usize::from(signature.compared)].to_owned(),
            noted_by: signature.noted_by.clone(),
        }
    }
}

impl TryFrom<WrittenSignature> for Signature {
    type Error = RecordError;

    fn try_from(written: WrittenSignature) -> Result<Self, RecordError> {
        let compared = COMPARED.iter().position(|word| *word == written.compared);
        Ok(Self {
            signer: Signer::from_canonical(&written.som).ok_or(RecordError::NotARecord)?,
            name: written.navn,
            date: written.dato.parse().map_err(|_| RecordError::NotARecord)?,
            fingerprint: Fingerprint::from_hex(&written.aftale).ok_or(RecordError::NotARecord)?,
            compared: compared.ok_or(RecordError::NotARecord)? == 1,
            noted_by: written.noted_by.filter(|who| is_a_name(who)),
        })
    }
}

/// Whether a text is plausible as a user's name: one short line.
pub(crate) fn is_a_name(text: &str) -> bool {
    !text.trim().is_empty() && text.chars().count() <= MOST_OF_A_NAME && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::agreement::samples::agreement;

    fn signature(signer: Signer, agreement: &Agreement, day: i8, compared: bool) -> Signature {
        let fingerprint = agreement.fingerprint();
        Signature {
            signer,
            name: Some(agreement.name.clone()),
            date: date(2026, 1, day),
            fingerprint,
            compared,
            noted_by: compared.then(|| "lone havtorn".to_owned()),
        }
    }

    proptest! {
        #[test]
        fn a_record_is_read_as_it_was_written(
            agreements in prop::collection::vec((agreement(), any::<bool>(), 1..28_i8, any::<bool>()), 0..4),
            remark in "[a-zå\n]{0,20}",
        ) {
            let mut record = Record::default();
            for (agreement, by_leader, day, compared) in agreements {
                let signer = if by_leader { Signer::Leader } else { Signer::Employee };
                record.note(signature(signer, &agreement, day, compared), agreement);
            }
            let text = record.to_text(&remark);
            prop_assert_eq!(Record::from_text(&text), Ok(record), "{}", text);
        }

        #[test]
        fn an_edit_of_what_was_signed_is_noticed(before in agreement(), after in agreement()) {
            prop_assume!(before.fingerprint() != after.fingerprint());
            let mut record = Record::default();
            record.note(signature(Signer::Leader, &before, 1, true), before.clone());
            let fingerprint = before.fingerprint();
            record.agreements.insert(fingerprint, after);
            prop_assert_eq!(Record::from_text(&record.to_text("")), Err(RecordError::Changed));
            record.agreements.clear();
            prop_assert_eq!(Record::from_text(&record.to_text("")), Err(RecordError::Changed));
        }
    }
}
