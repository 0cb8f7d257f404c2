//! `<person>.underskrift`: which signatures on paper were noted, and of what.
//!
//! Written by the program beside the profile. It keeps each agreement that was
//! signed, so that a later change can be shown and not only told. Each is kept
//! with its fingerprint, so that an edit of what was signed does not pass. That somebody signed is
//! only noted: whoever may write the file can make a record, so it is never proof.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use super::yaml::{Written, read};
use super::{Agreement, Fingerprint};
use crate::source::spelling::{Word, words};

/// Who signs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, IntoStaticStr, Serialize,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Signer {
    /// The person whose plan it is.
    #[strum(serialize = "medarbejder")]
    Employee,
    /// Her leader.
    #[strum(serialize = "leder")]
    Leader,
}

words! {
    Signer {
        Employee: "responsible-employee" "also-responsible-employee";
        Leader: "responsible-leader" "also-responsible-leader";
    }
}

/// A signature on paper, as somebody noted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub signer: Signer,
    /// Her or his name in the agreement that was signed.
    pub name: Option<String>,
    /// The day of the signature.
    pub date: Date,
    /// What was signed.
    pub fingerprint: Fingerprint,
    /// Whether the code on the paper was compared.
    pub compared: bool,
    /// Who noted it, by the name under which the system knows whoever ran the program; `None` in
    /// records from before it was noted.
    pub noted_by: Option<String>,
}

/// The signatures of one person's plans, oldest first, and what they are under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The signatures in the order in which they were noted.
    pub signatures: Vec<Signature>,
    /// The agreements that were signed.
    pub agreements: BTreeMap<Fingerprint, Agreement>,
}

/// Why a text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// It is no text that the program wrote.
    #[error("this is no record of signatures")]
    NotARecord,
    /// An agreement in it is not the one that its fingerprint names, or is missing.
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

/// Characters of a user's name; systems allow fewer.
const MOST_OF_A_NAME: usize = 100;

/// Words for whether the code was compared.
const COMPARED: [&str; 2] = ["nej", "ja"];

impl Record {
    /// Notes `signature` of `agreement`. One by the same person under the same
    /// agreement takes the place of an earlier one.
    pub fn note(&mut self, signature: Signature, agreement: Agreement) {
        self.signatures
            .retain(|old| (old.signer, old.fingerprint) != (signature.signer, signature.fingerprint));
        self.agreements.insert(signature.fingerprint, agreement);
        self.signatures.push(signature);
    }

    /// The newest date in the record.
    pub fn newest(&self) -> Option<Date> {
        self.signatures.iter().map(|signature| signature.date).max()
    }

    /// The last signature of `signer`.
    pub fn last(&self, signer: Signer) -> Option<&Signature> {
        self.signatures.iter().rfind(|signature| signature.signer == signer)
    }

    /// The text of the file; `remark` stands at its top, a line each, for whoever opens it.
    pub fn to_text(&self, remark: &str) -> String {
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

    /// The record that [`Record::to_text`] wrote as `text`.
    ///
    /// # Errors
    /// If it is no record, or not the one that was written.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
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

/// Whether a text can be the name of whoever runs a program: one short line.
pub fn is_a_name(text: &str) -> bool {
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
