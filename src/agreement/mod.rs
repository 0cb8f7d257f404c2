//! What two people agreed, and the code by which a sheet of paper names it.
//!
//! The agreement is what both answer for: levels, wishes, and the lines of the
//! plan. Its canonical form is written here by hand, field by field, so that
//! neither the order of keys nor comments, quoting or spacing change it, and so
//! that it never follows a library's idea of order.

pub mod code;
pub mod diff;
pub mod record;
#[cfg(test)]
mod samples;
pub mod signature_status;
pub mod signing;
pub mod yaml;

use std::collections::BTreeSet;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::department::Department;
use crate::department::catalogue::LearningForm;
use crate::department::key::DepartmentKey;
use crate::department::profile::{Activity, MAX_ACTIVITIES, Priority, Profile, Responsible, What};

/// The name of the form, its first field. Another form gets another name. This is the form of
/// departments without a key.
const FORM: &str = "spind-aftale-1";
/// The form of departments with a key, whose tags stand in it.
const KEYED_FORM: &str = "spind-aftale-2";

/// The levels of a scale in an agreement that is looked at.
const LEVELS: std::ops::RangeInclusive<usize> = 2..=100;
/// The most areas of an agreement that is looked at.
const MOST_AREAS: usize = 100;

/// The SHA-256 of an agreement's canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// What a person and her leader agree: nothing else of her profile. All texts are
/// composed (NFC).
///
/// Not part of it, so that they may change afterwards: the leader's view, the
/// date of the agreement, status, remarks, consents, last year, roles, title, the
/// day of the talk, and a course's dates and price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The department's tag; `None` where the department has no key.
    pub department: Option<[u8; 32]>,
    /// Her name.
    pub name: String,
    /// Her school.
    pub school: String,
    /// Her leader.
    pub leader: Option<String>,
    /// The role model's name.
    pub role_model: String,
    /// The role model's version.
    pub version: Option<String>,
    /// The scale's numbers and names, lowest first.
    pub scale: Vec<(i64, String)>,
    /// The areas that she has filled in or that a line serves, in the role model's order.
    pub areas: Vec<AgreedArea>,
    /// The lines of the plan, in the file's order.
    pub lines: Vec<AgreedLine>,
    /// When the plan is followed up.
    pub follow_up: Option<Date>,
}

/// An area of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedArea {
    /// Its key in the role model.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Her levels; `None` where only a line of the plan names the area.
    pub levels: Option<AgreedLevels>,
}

/// The levels agreed for an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedLevels {
    /// The level now.
    pub current: i64,
    /// The level wanted.
    pub wanted: i64,
    /// How important it is.
    pub priority: Option<Priority>,
}

/// A line of the plan, as far as it is agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedLine {
    /// The goal.
    pub goal: Option<String>,
    /// The key of the area that it serves.
    pub area: Option<String>,
    /// What is done.
    pub what: AgreedWhat,
    /// Who sees to it.
    pub responsible: Option<Responsible>,
    /// When it is to be done.
    pub deadline: Option<Date>,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreedWhat {
    /// A course.
    Course {
        /// Its number in the catalogue.
        number: String,
        /// Its title.
        title: String,
    },
    /// A form of learning, perhaps with a colleague.
    Form(LearningForm, Option<Colleague>),
    /// Free text.
    Text(String),
    /// Not said yet.
    Open,
}

/// The colleague with whom something is learned. The code covers who it is; a plan
/// names only who has agreed to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The name; `None` in what a plan carries of somebody who has not agreed.
    name: Option<String>,
    /// Who it is, without the name; `None` in what a plan of a department without a key carries.
    digest: Option<Digest>,
}

/// Who a colleague is, without the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digest {
    /// The SHA-256 of the name. Whoever has a list of staff can find the name by it.
    Plain([u8; 32]),
    /// The tag of the name under the department's key.
    Keyed([u8; 32]),
}

impl Digest {
    /// What an agreement writes for the colleague called `name`.
    fn of(name: &str, key: Option<&DepartmentKey>) -> Self {
        match key {
            Some(key) => Self::Keyed(key.colleague_tag(name)),
            None => Self::Plain(Sha256::digest(name).into()),
        }
    }
}

impl Colleague {
    /// The colleague called `name`, in a department with or without a key.
    pub fn named(name: &str, key: Option<&DepartmentKey>) -> Self {
        let name = composed(name);
        Self { digest: Some(Digest::of(&name, key)), name: Some(name) }
    }

    /// The name, where it may be known.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether both are the same colleague, as far as both tell it: by what stands for the name, or
    /// by the name where one is from before the department had a key.
    fn is(&self, other: &Self) -> bool {
        match (self.digest, other.digest) {
            (Some(Digest::Plain(_)), Some(Digest::Keyed(_)))
            | (Some(Digest::Keyed(_)), Some(Digest::Plain(_))) => {
                self.name.is_some() && self.name == other.name
            }
            (one, other) => one == other,
        }
    }

    /// As a plan carries somebody who is not named. A plain digest would tell the name.
    fn unnamed(&self) -> Self {
        let digest = self.digest.filter(|digest| matches!(digest, Digest::Keyed(_)));
        Self { name: None, digest }
    }

    /// As in a department without a key; `None` where only the key's tag is known.
    fn plain(&self) -> Option<Self> {
        let digest = match (&self.name, self.digest) {
            (Some(name), _) => Digest::of(name, None),
            (None, Some(digest @ Digest::Plain(_))) => digest,
            (None, _) => return None,
        };
        Some(Self { name: self.name.clone(), digest: Some(digest) })
    }
}

impl AgreedWhat {
    /// Whether both are the same, whichever of them names a colleague.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Form(form, Some(colleague)), Self::Form(same, Some(other))) => {
                form == same && colleague.is(other)
            }
            (one, other) => one == other,
        }
    }

    fn colleague_mut(&mut self) -> Option<&mut Colleague> {
        if let Self::Form(_, colleague) = self { colleague.as_mut() } else { None }
    }

    fn colleague(&self) -> Option<&Colleague> {
        if let Self::Form(_, colleague) = self { colleague.as_ref() } else { None }
    }
}

impl AgreedLevels {
    /// Wanted minus current; below zero where she wants to let go.
    pub fn gap(self) -> i64 {
        self.wanted.saturating_sub(self.current)
    }
}

impl Agreement {
    /// What `person` and her leader agree.
    pub fn of(person: &Profile, department: &Department) -> Self {
        let role_model = &department.role_model;
        let key = department.key.as_ref();
        let named: BTreeSet<usize> =
            person.plan.iter().filter_map(|line| line.area).map(|area| area.0).collect();
        let areas = role_model.areas.iter().zip(&person.levels).enumerate();
        Self {
            department: key.map(DepartmentKey::department_tag),
            name: composed(&person.name.value),
            school: composed(&department.settings.schools[person.school.0].name),
            leader: person.leader.as_deref().map(composed),
            role_model: composed(&role_model.name),
            version: role_model.version.as_deref().map(composed),
            scale: role_model
                .scale
                .levels
                .iter()
                .map(|level| (level.number, composed(&level.name)))
                .collect(),
            areas: areas
                .filter(|(i, (_, levels))| levels.is_some() || named.contains(i))
                .map(|(_, (area, levels))| AgreedArea {
                    key: composed(&area.key),
                    name: composed(&area.name),
                    levels: levels.as_ref().map(|levels| AgreedLevels {
                        current: levels.current,
                        wanted: levels.wanted,
                        priority: levels.priority,
                    }),
                })
                .collect(),
            lines: person.plan.iter().map(|line| AgreedLine::of(line, department)).collect(),
            follow_up: person.follow_up,
        }
    }

    /// The agreement as the plan of `person` prints and carries it: a colleague who
    /// has not agreed to teach is not named, and can't be found by a list of names. Where that
    /// leaves less than the fingerprint covers, the agreement [`Agreement::is_withheld`].
    #[must_use]
    pub fn as_printed(mut self, person: &Profile, department: &Department) -> Self {
        for (agreed, line) in self.lines.iter_mut().zip(&person.plan) {
            if let Some(colleague) = agreed.what.colleague_mut()
                && !department.mentor_is_named(line)
            {
                *colleague = colleague.unnamed();
            }
        }
        self
    }

    /// Whether it does not tell who a colleague is, so that it has no fingerprint of its own.
    pub fn is_withheld(&self) -> bool {
        self.colleagues().any(|colleague| colleague.digest.is_none())
    }

    /// This agreement with the colleagues that it withholds, as `known` tells them; `None` where
    /// the two are not the same otherwise.
    #[must_use]
    pub fn completed_by(&self, known: &Self) -> Option<Self> {
        // Only agreements without a key withhold anything.
        let known = known.plain()?;
        let mut completed = self.clone();
        let mut lines: Vec<&AgreedLine> = known.lines.iter().collect();
        for line in &mut completed.lines {
            let like = |other: &&AgreedLine| {
                let mut other = (*other).clone();
                if let Some(colleague) = other.what.colleague_mut() {
                    *colleague = colleague.unnamed();
                }
                other == *line
            };
            let is_withheld = line.what.colleague().is_some_and(|colleague| colleague.digest.is_none());
            if is_withheld {
                let found = lines.remove(lines.iter().position(like)?);
                let digest = found.what.colleague().and_then(|colleague| colleague.digest);
                if let Some(colleague) = line.what.colleague_mut() {
                    colleague.digest = digest;
                }
            }
        }
        (completed.fingerprint() == known.fingerprint()).then_some(completed)
    }

    /// Whether both are one agreement: by their fingerprints, or by those that both would have in a
    /// department without a key, where one is from before the department had one.
    pub fn is_same(&self, other: &Self) -> bool {
        let plain = || self.plain_fingerprint().zip(other.plain_fingerprint());
        self.fingerprint() == other.fingerprint() || plain().is_some_and(|(one, other)| one == other)
    }

    /// The fingerprint that it would have in a department without a key; `None` where a colleague
    /// is only known by the key.
    pub fn plain_fingerprint(&self) -> Option<Fingerprint> {
        self.plain().map(|plain| plain.fingerprint())
    }

    fn plain(&self) -> Option<Self> {
        let mut plain = Self { department: None, ..self.clone() };
        for colleague in plain.lines.iter_mut().filter_map(|line| line.what.colleague_mut()) {
            *colleague = colleague.plain()?;
        }
        Some(plain)
    }

    /// Whether `known`, of the same fingerprint, calls every colleague as this one does. A keyed
    /// fingerprint covers who it is, and not which name stands beside.
    pub fn names_agree(&self, known: &Self) -> bool {
        self.colleagues().filter(|colleague| colleague.name.is_some()).all(|colleague| {
            known.colleagues().any(|other| other.is(colleague) && other.name == colleague.name)
        })
    }

    fn colleagues(&self) -> impl Iterator<Item = &Colleague> {
        self.lines.iter().filter_map(|line| line.what.colleague())
    }

    /// Whether it says anything: a level in at least one area.
    pub fn is_filled_in(&self) -> bool {
        self.areas.iter().any(|area| area.levels.is_some())
    }

    /// Whether it is larger or smaller than any agreement of people is.
    pub fn is_beyond_measure(&self) -> bool {
        !LEVELS.contains(&self.scale.len())
            || self.areas.len() > MOST_AREAS
            || self.lines.len() > MAX_ACTIVITIES
    }

    /// The name of the area with this key; the key itself if there is none.
    pub fn area_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.areas.iter().find(|area| area.key == key).map_or(key, |area| area.name.as_str())
    }

    /// The fingerprint of the canonical form.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(Sha256::digest(self.canonical_form()).into())
    }

    /// The canonical form: for each field its name, the length of its value in
    /// bytes, and the value as UTF-8; `-` where there is none. Areas
    /// stand in the order of their keys and lines in the order of their own
    /// canonical forms, so that the order of a file changes nothing. A colleague
    /// stands in it as a digest of the name, so that a plan can carry all that
    /// its code covers without naming who has not agreed to it.
    pub fn canonical_form(&self) -> Vec<u8> {
        let mut form = Form::default();
        match &self.department {
            Some(tag) => {
                form.field("form", KEYED_FORM);
                form.field("afdeling", &hex(tag));
            }
            None => form.field("form", FORM),
        }
        form.field("navn", &self.name);
        form.field("skole", &self.school);
        form.optional("leder", self.leader.as_deref());
        form.field("rollemodel", &self.role_model);
        form.optional("version", self.version.as_deref());
        for (number, name) in &self.scale {
            form.field("niveau", &number.to_string());
            form.field("niveaunavn", name);
        }
        let mut areas: Vec<&AgreedArea> = self.areas.iter().collect();
        areas.sort_by(|a, b| a.key.cmp(&b.key));
        for area in areas {
            form.field("område", &area.key);
            form.field("områdenavn", &area.name);
            let levels = area.levels;
            form.optional("nu", levels.map(|l| l.current.to_string()).as_deref());
            form.optional("ønsket", levels.map(|l| l.wanted.to_string()).as_deref());
            form.optional("vigtighed", levels.and_then(|l| l.priority).map(Priority::name));
        }
        let mut lines: Vec<Vec<u8>> = self.lines.iter().map(AgreedLine::canonical_form).collect();
        lines.sort();
        for line in lines {
            form.bytes.extend(line);
        }
        form.optional("opfølgning", self.follow_up.map(|day| day.to_string()).as_deref());
        form.bytes
    }
}

impl AgreedLine {
    fn of(line: &Activity, department: &Department) -> Self {
        Self {
            goal: line.goal.as_deref().map(composed),
            area: line.area.map(|area| composed(&department.role_model.areas[area.0].key)),
            what: match &line.what {
                What::Course(course) => {
                    let course = &department.catalogue.courses[course.0];
                    AgreedWhat::Course { number: composed(&course.number), title: composed(&course.title) }
                }
                What::Form(form, mentor) => {
                    let key = department.key.as_ref();
                    AgreedWhat::Form(
                        *form,
                        mentor.as_ref().map(|mentor| Colleague::named(&mentor.value, key)),
                    )
                }
                What::Text(text) => AgreedWhat::Text(composed(text)),
                What::Open => AgreedWhat::Open,
            },
            responsible: line.responsible.as_ref().map(|who| match who {
                Responsible::Named(name) => Responsible::Named(composed(name)),
                role => role.clone(),
            }),
            deadline: line.deadline,
        }
    }

    /// Whether both agree on the same, whichever of them names a colleague.
    fn is(&self, other: &Self) -> bool {
        let rest =
            |line: &Self| (line.goal.clone(), line.area.clone(), line.responsible.clone(), line.deadline);
        self.what.is(&other.what) && rest(self) == rest(other)
    }

    fn canonical_form(&self) -> Vec<u8> {
        let mut form = Form::default();
        form.optional("mål", self.goal.as_deref());
        form.optional("planområde", self.area.as_deref());
        match &self.what {
            AgreedWhat::Course { number, title } => {
                form.field("kursus", number);
                form.field("titel", title);
            }
            AgreedWhat::Form(learning, mentor) => {
                form.field("form", (*learning).into());
                let digest = mentor.as_ref().map(|who| match who.digest {
                    Some(Digest::Plain(digest) | Digest::Keyed(digest)) => hex(&digest),
                    None => String::new(),
                });
                form.optional("hos", digest.as_deref());
            }
            AgreedWhat::Text(text) => form.field("aktivitet", text),
            AgreedWhat::Open => form.optional("aktivitet", None),
        }
        match &self.responsible {
            // A role and a person of the same name are two things.
            Some(Responsible::Named(name)) => form.field("ansvarlig navn", name),
            role => form.optional("ansvarlig", role.as_ref().map(Responsible::canonical)),
        }
        form.optional("frist", self.deadline.map(|day| day.to_string()).as_deref());
        form.bytes
    }
}

/// `bytes` in hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The 32 bytes that these hexadecimal digits are.
fn from_hex(digits: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if digits.len() != 2 * bytes.len() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// `text` in composed form, so that the same word typed on two systems is one.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

#[derive(Default)]
struct Form {
    bytes: Vec<u8>,
}

impl Form {
    fn field(&mut self, name: &str, value: &str) {
        self.bytes.extend(format!("{name} {}\n{value}\n", value.len()).bytes());
    }

    fn optional(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.field(name, value),
            None => self.bytes.extend(format!("{name} -\n").bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::agreement::samples::agreement;

    proptest! {
        #[test]
        fn the_order_of_areas_and_lines_changes_no_code(agreement in agreement(), by in 0..5_usize) {
            let mut other = agreement.clone();
            let (areas, lines) = (other.areas.len(), other.lines.len());
            other.areas.rotate_left(by % areas.max(1));
            other.areas.reverse();
            other.lines.rotate_left(by % lines.max(1));
            other.lines.reverse();
            prop_assert_eq!(other.fingerprint(), agreement.fingerprint());
        }

        #[test]
        fn a_colleague_who_is_not_named_is_the_same_colleague(name in crate::agreement::samples::text()) {
            let key = crate::agreement::samples::key();
            let named = Colleague::named(&name, Some(&key));
            prop_assert!(named.is(&named.unnamed()) && named.unnamed().digest.is_some());
            let other = Colleague::named(&format!("{name}x"), Some(&key));
            prop_assert!(!other.is(&named.unnamed()));
            // From before the department had a key, the name tells.
            let before = Colleague::named(&name, None);
            prop_assert!(before.is(&named) && named.is(&before) && !before.is(&other));
            // A digest that tells the name to whoever has a list of staff goes nowhere.
            prop_assert_eq!(before.unnamed().digest, None);
        }
    }

    #[test]
    fn the_canonical_form_is_what_it_is() {
        // Another form would give every signed sheet of paper another code.
        let line = AgreedLine {
            goal: Some("Kende budgettet".to_owned()),
            area: Some("økonomi".to_owned()),
            what: AgreedWhat::Course { number: "40094".to_owned(), title: "Budget".to_owned() },
            responsible: Some(Responsible::Leader),
            deadline: Some(jiff::civil::date(2027, 5, 1)),
        };
        let levels = AgreedLevels { current: 1, wanted: 3, priority: Some(Priority::Need) };
        let mut agreement = Agreement {
            department: None,
            name: "Anna Vest".to_owned(),
            school: "Nordskolen".to_owned(),
            leader: None,
            role_model: "Den gode rollemodel".to_owned(),
            version: Some("1".to_owned()),
            scale: vec![(0, "Nej".to_owned()), (1, "Ja".to_owned())],
            areas: vec![AgreedArea {
                key: "økonomi".to_owned(),
                name: "Økonomi".to_owned(),
                levels: Some(levels),
            }],
            lines: vec![line],
            follow_up: Some(jiff::civil::date(2027, 6, 15)),
        };
        let expected = "form 14\nspind-aftale-1\nnavn 9\nAnna Vest\nskole 10\nNordskolen\nleder -\n\
            rollemodel 19\nDen gode rollemodel\nversion 1\n1\nniveau 1\n0\nniveaunavn 3\nNej\n\
            niveau 1\n1\nniveaunavn 2\nJa\nområde 8\nøkonomi\nområdenavn 8\nØkonomi\nnu 1\n1\n\
            ønsket 1\n3\nvigtighed 10\nnødvendig\nmål 15\nKende budgettet\nplanområde 8\nøkonomi\n\
            kursus 5\n40094\ntitel 6\nBudget\nansvarlig 5\nleder\nfrist 10\n2027-05-01\n\
            opfølgning 10\n2027-06-15\n";
        assert_eq!(String::from_utf8(agreement.canonical_form()).as_deref(), Ok(expected));
        agreement.department = Some([0xab; 32]);
        let keyed = format!("form 14\nspind-aftale-2\nafdeling 64\n{}\n", "ab".repeat(32));
        let expected = expected.replace("form 14\nspind-aftale-1\n", &keyed);
        assert_eq!(String::from_utf8(agreement.canonical_form()), Ok(expected));
    }

    proptest! {
        #[test]
        fn what_a_plan_withholds_is_completed_by_the_agreement_itself_alone(
            agreement in agreement(),
            other in agreement(),
        ) {
            // With a key, a plan carries a tag of each colleague and withholds nothing.
            let plain = agreement.plain();
            prop_assume!(plain.is_some());
            let agreement = plain.expect("it was assumed");
            let mut withheld = agreement.clone();
            for colleague in withheld.lines.iter_mut().filter_map(|line| line.what.colleague_mut()) {
                *colleague = colleague.unnamed();
            }
            prop_assume!(!agreement.is_withheld());
            let completed = withheld.completed_by(&agreement);
            prop_assert_eq!(completed.map(|completed| completed.fingerprint()), Some(agreement.fingerprint()));
            if other.fingerprint() != agreement.fingerprint() {
                prop_assert!(withheld.completed_by(&other).is_none_or(|completed| completed.is_same(&other)));
            }
        }
    }
}
