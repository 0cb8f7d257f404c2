//! `aftale.yaml`: an agreement as YAML, attached to a plan and stored in records.
//!
//! The file is only written by the program, so `serde_yaml` is used in both directions. Each
//! agreement has exactly one text; any other text with the same meaning is refused, so that
//! comments, duplicate keys or unknown fields can't hide anything.

use indexmap::IndexMap;
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::code::{from_hex, hex};
use super::{AgreedArea, AgreedForm, AgreedLevels, AgreedLine, AgreedWhat, Agreement, Colleague, Digest};
use crate::department::learning_form::LearningForm;
use crate::department::profile::{Priority, Responsible};
use crate::source::spelling::Word;

/// Limit of opening brackets, since nested flow collections take quadratic time to parse.
const MOST_BRACKETS: usize = 1000;

/// Placeholder for a colleague whose identity is withheld.
const WITHHELD: &str = "ja";

/// The text is not an agreement in the form that the program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no agreement that the program has written")]
pub struct NotAnAgreement;

/// Serialized form of an agreement, with the keys of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// Keyed tag of the department.
    #[serde(rename = "afdeling_mærke", skip_serializing_if = "Option::is_none")]
    department: Option<String>,
    navn: String,
    skole: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    leder: Option<String>,
    profil: IndexMap<String, WrittenLevels>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    plan: Vec<WrittenLine>,
    #[serde(rename = "opfølgning", skip_serializing_if = "Option::is_none")]
    follow_up: Option<String>,
    rollemodel: WrittenRoleModel,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLevels {
    nu: i64,
    #[serde(rename = "ønsket")]
    wanted: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    vigtighed: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLine {
    #[serde(rename = "mål", skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    #[serde(rename = "succeskriterium", skip_serializing_if = "Option::is_none")]
    success: Option<String>,
    #[serde(rename = "område", skip_serializing_if = "Option::is_none")]
    area: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kursus: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    titel: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<String>,
    #[serde(rename = "formnavn", skip_serializing_if = "Option::is_none")]
    form_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hos: Option<String>,
    /// Keyed tag of a colleague's name.
    #[serde(rename = "hos_mærke", skip_serializing_if = "Option::is_none")]
    hos_tag: Option<String>,
    /// SHA-256 of the name of a colleague who is not named, in plans from before keys.
    #[serde(skip_serializing_if = "Option::is_none")]
    hos_sha256: Option<String>,
    /// [`WITHHELD`] for a colleague whose identity is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    hos_udeladt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aktivitet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ansvarlig: Option<String>,
    #[serde(rename = "lederen_gør", skip_serializing_if = "Option::is_none")]
    leader_does: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    frist: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRoleModel {
    navn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    skala: Vec<WrittenLevel>,
    #[serde(rename = "områder")]
    areas: IndexMap<String, WrittenArea>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLevel {
    niveau: i64,
    navn: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenArea {
    navn: String,
}

impl Agreement {
    /// The text of `aftale.yaml`.
    pub fn to_yaml(&self) -> String {
        // Strings, numbers and lists can always be written.
        serde_yaml::to_string(&Written::from(self)).unwrap_or_default()
    }

    /// Parses the output of [`Agreement::to_yaml`].
    ///
    /// # Errors
    /// If the text is not byte for byte what would be written.
    pub fn from_yaml(text: &str) -> Result<Self, NotAnAgreement> {
        let agreement = Self::try_from(read::<Written>(text)?)?;
        if agreement.to_yaml() == text { Ok(agreement) } else { Err(NotAnAgreement) }
    }
}

/// Parses YAML from outside, within limits.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, NotAnAgreement> {
    // The parser's time grows with nesting depth times length.
    if text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() > MOST_BRACKETS {
        return Err(NotAnAgreement);
    }
    serde_yaml::from_str(text).map_err(|_| NotAnAgreement)
}

impl From<&Agreement> for Written {
    fn from(agreement: &Agreement) -> Self {
        let areas = &agreement.areas;
        let filled = areas.iter().filter_map(|area| Some((area.key.clone(), area.levels?)));
        Self {
            department: agreement.department.as_ref().map(|tag| hex(tag)),
            navn: agreement.name.clone(),
            skole: agreement.school.clone(),
            leder: agreement.leader.clone(),
            profil: filled
                .map(|(key, levels)| {
                    let vigtighed = levels.priority.map(|priority| priority.name().to_owned());
                    (key, WrittenLevels { nu: levels.current, wanted: levels.wanted, vigtighed })
                })
                .collect(),
            plan: agreement.lines.iter().map(WrittenLine::from).collect(),
            follow_up: agreement.follow_up.map(|day| day.to_string()),
            rollemodel: WrittenRoleModel {
                navn: agreement.role_model.clone(),
                version: agreement.version.clone(),
                skala: agreement
                    .scale
                    .iter()
                    .map(|(niveau, navn)| WrittenLevel { niveau: *niveau, navn: navn.clone() })
                    .collect(),
                areas: areas
                    .iter()
                    .map(|area| (area.key.clone(), WrittenArea { navn: area.name.clone() }))
                    .collect(),
            },
        }
    }
}

impl From<&AgreedLine> for WrittenLine {
    fn from(line: &AgreedLine) -> Self {
        let mut written = Self {
            goal: line.goal.clone(),
            success: line.success.clone(),
            area: line.area.clone(),
            ansvarlig: line.responsible.as_ref().map(|responsible| responsible.canonical().to_owned()),
            leader_does: line.leader_does.clone(),
            frist: line.deadline.map(|day| day.to_string()),
            ..Self::default()
        };
        match line.what.clone() {
            AgreedWhat::Course { number, title } => {
                written.kursus = Some(number);
                written.titel = Some(title);
            }
            AgreedWhat::Form(AgreedForm { form, name, colleague }) => {
                written.form = Some(<&str>::from(form).to_owned());
                written.form_name = name;
                if let Some(Colleague { name, digest }) = colleague {
                    match digest {
                        Some(Digest::Keyed(tag)) => written.hos_tag = Some(hex(&tag)),
                        // Follows from the name.
                        Some(Digest::Plain(_)) if name.is_some() => {}
                        Some(Digest::Plain(digest)) => written.hos_sha256 = Some(hex(&digest)),
                        None => written.hos_udeladt = Some(WITHHELD.to_owned()),
                    }
                    written.hos = name;
                }
            }
            AgreedWhat::Text(text) => written.aktivitet = Some(text),
            AgreedWhat::Open => {}
        }
        written
    }
}

impl TryFrom<Written> for Agreement {
    type Error = NotAnAgreement;

    fn try_from(written: Written) -> Result<Self, NotAnAgreement> {
        let mut profile = written.profil;
        let mut areas = Vec::new();
        for (key, area) in written.rollemodel.areas {
            let levels = profile.shift_remove(&key).map(AgreedLevels::try_from).transpose()?;
            areas.push(AgreedArea { key, name: area.navn, levels });
        }
        let tag = |digits: String| from_hex(&digits).ok_or(NotAnAgreement);
        let department = written.department.map(tag).transpose()?;
        let lines: Vec<AgreedLine> =
            written.plan.into_iter().map(AgreedLine::try_from).collect::<Result<_, _>>()?;
        // Either all tags are keyed, or none.
        let is_keyed = |colleague: &Colleague| matches!(colleague.digest, Some(Digest::Keyed(_)));
        let mut colleagues = lines.iter().filter_map(|line| line.what.colleague());
        let all_alike = colleagues.all(|who| is_keyed(who) == department.is_some());
        if !profile.is_empty() || !all_alike {
            return Err(NotAnAgreement);
        }
        Ok(Self {
            department,
            name: written.navn,
            school: written.skole,
            leader: written.leder,
            role_model: written.rollemodel.navn,
            version: written.rollemodel.version,
            scale: written.rollemodel.skala.into_iter().map(|level| (level.niveau, level.navn)).collect(),
            areas,
            lines,
            follow_up: written.follow_up.map(day).transpose()?,
        })
    }
}

impl TryFrom<WrittenLevels> for AgreedLevels {
    type Error = NotAnAgreement;

    fn try_from(written: WrittenLevels) -> Result<Self, NotAnAgreement> {
        let priority = written.vigtighed.map(|word| Priority::from_canonical(&word).ok_or(NotAnAgreement));
        Ok(Self { current: written.nu, wanted: written.wanted, priority: priority.transpose()? })
    }
}

impl TryFrom<WrittenLine> for AgreedLine {
    type Error = NotAnAgreement;

    fn try_from(written: WrittenLine) -> Result<Self, NotAnAgreement> {
        let digest = |digits: &str| from_hex(digits).ok_or(NotAnAgreement);
        let colleague =
            match (written.hos, written.hos_tag, written.hos_sha256, written.hos_udeladt.as_deref()) {
                (None, None, None, None) => None,
                (name, Some(tag), None, None) => {
                    Some(Colleague { name, digest: Some(Digest::Keyed(digest(&tag)?)) })
                }
                (Some(name), None, None, None) => Some(Colleague::named(&name, None)),
                (None, None, Some(plain), None) => {
                    Some(Colleague { name: None, digest: Some(Digest::Plain(digest(&plain)?)) })
                }
                (None, None, None, Some(WITHHELD)) => Some(Colleague { name: None, digest: None }),
                _ => return Err(NotAnAgreement),
            };
        if written.form_name.is_some() && written.form.is_none() {
            return Err(NotAnAgreement);
        }
        let what = match (written.kursus, written.titel, written.form, colleague, written.aktivitet) {
            (Some(number), Some(title), None, None, None) => AgreedWhat::Course { number, title },
            (None, None, Some(form), colleague, None) => {
                let form = LearningForm::from_canonical(&form).ok_or(NotAnAgreement)?;
                AgreedWhat::Form(AgreedForm { form, name: written.form_name, colleague })
            }
            (None, None, None, None, Some(text)) => AgreedWhat::Text(text),
            (None, None, None, None, None) => AgreedWhat::Open,
            _ => return Err(NotAnAgreement),
        };
        Ok(Self {
            goal: written.goal,
            success: written.success,
            area: written.area,
            what,
            responsible: written.ansvarlig.map(Responsible::from_canonical),
            leader_does: written.leader_does,
            deadline: written.frist.map(day).transpose()?,
        })
    }
}

fn day(text: String) -> Result<Date, NotAnAgreement> {
    text.parse().map_err(|_| NotAnAgreement)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::agreement::samples::agreement;

    proptest! {
        #[test]
        fn an_agreement_is_read_as_it_was_written(agreement in agreement()) {
            let text = agreement.to_yaml();
            prop_assert_eq!(Agreement::from_yaml(&text), Ok(agreement), "{}", text);
        }

        #[test]
        fn nothing_can_stand_beside_it(agreement in agreement(), at in any::<prop::sample::Index>(), added in "[ #\n\ta]{1,4}") {
            let text = agreement.to_yaml();
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut other = text.clone();
            other.insert_str(places[at.index(places.len())], &added);
            if let Ok(read) = Agreement::from_yaml(&other) {
                prop_assert_ne!(read.to_yaml(), text);
                prop_assert_eq!(read.to_yaml(), other);
            }
        }

        #[test]
        fn no_text_makes_reading_panic(text in any::<String>()) {
            prop_assert!(Agreement::from_yaml(&text).is_err());
        }
    }
}
