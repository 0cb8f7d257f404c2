//! The agreement between an employee and their leader, its canonical form and its fingerprint.
//!
//! An agreement is derived from a profile and the department: levels, wishes and the lines of
//! the plan. The canonical form is serialized by hand, field by field and with lengths, so that
//! key order, comments, quoting and spacing in the YAML don't change the fingerprint, and no
//! library's ordering decides about a signed sheet of paper. Submodules print the fingerprint as
//! a code, write agreements as YAML, diff them, and keep records of signatures.

pub(crate) mod code;
pub(crate) mod diff;
pub(crate) mod record;
#[cfg(test)]
mod samples;
pub(crate) mod signature_status;
pub(crate) mod signing;
pub(crate) mod yaml;

use std::collections::BTreeSet;

use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::department::Department;
use crate::department::key::DepartmentKey;
use crate::department::learning_form::LearningForm;
use crate::department::profile::{Activity, MAX_ACTIVITIES, Priority, Profile, Responsible, What};
use crate::department::role_model::MAX_AREAS;
pub use code::Fingerprint;
pub(crate) use code::hex;
pub use record::Signer;
pub use signature_status::{Records, SignatureStatus};

/// Version tag of the canonical form, its first field, in departments without a key. A changed
/// form needs a new tag.
const FORM: &str = "spind-aftale-1";
/// Version tag in departments with a key, whose form contains keyed tags.
const KEYED_FORM: &str = "spind-aftale-2";

/// Accepted lengths of a scale in an agreement that comes from outside.
const LEVELS: std::ops::RangeInclusive<usize> = 2..=100;

/// The part of a profile that the employee and their leader sign. All texts are NFC.
///
/// Everything else may change after signing and is not covered: the leader's view, the date of
/// the agreement, status, remarks, consents, last year, roles, title, the day of the talk, and a
/// course's dates and price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Keyed tag of the department; `None` if it has no key.
    pub department: Option<[u8; 32]>,
    /// Name of the employee.
    pub name: String,
    /// Name of the school.
    pub school: String,
    /// Name of the leader.
    pub leader: Option<String>,
    /// The role model's name.
    pub role_model: String,
    /// The role model's version.
    pub version: Option<String>,
    /// The scale's numbers and names, lowest first.
    pub scale: Vec<(i64, String)>,
    /// Areas that are filled in or named by a line, in the role model's order.
    pub areas: Vec<AgreedArea>,
    /// The lines of the plan, in the file's order.
    pub lines: Vec<AgreedLine>,
    /// Date of the follow-up.
    pub follow_up: Option<Date>,
}

/// An area of an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedArea {
    /// Key in the role model.
    pub key: String,
    /// Name in the role model.
    pub name: String,
    /// The levels; `None` if only a line of the plan names the area.
    pub levels: Option<AgreedLevels>,
}

/// The levels agreed for an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgreedLevels {
    /// Current level.
    pub current: i64,
    /// Wanted level.
    pub wanted: i64,
    /// Priority of closing the gap.
    pub priority: Option<Priority>,
}

/// The agreed part of a plan line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedLine {
    /// Goal in the employee's words.
    pub goal: Option<String>,
    /// What shows that the goal is reached.
    pub success: Option<String>,
    /// Key of the area that the line serves.
    pub area: Option<String>,
    /// Planned activity.
    pub what: AgreedWhat,
    /// The person or role responsible.
    pub responsible: Option<Responsible>,
    /// What the leader does for the line.
    pub leader_does: Option<String>,
    /// Deadline of the line.
    pub deadline: Option<Date>,
}

/// The activity of a plan line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreedWhat {
    /// A course of the catalogue.
    Course {
        /// Course number.
        number: String,
        /// Course title.
        title: String,
    },
    /// A form of learning.
    Form(AgreedForm),
    /// Free text.
    Text(String),
    /// Not decided yet.
    Open,
}

/// A form of learning, optionally with a colleague.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreedForm {
    /// The form.
    pub form: LearningForm,
    /// The role model's own name of the form, as the plan prints it.
    pub name: Option<String>,
    /// The colleague who teaches.
    pub colleague: Option<Colleague>,
}

/// The colleague who teaches. The fingerprint covers the identity; a plan names only colleagues
/// who have consented to be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The name; `None` in a plan's attachment without the colleague's consent.
    name: Option<String>,
    /// Digest of the name; `None` in attachments of departments without a key.
    digest: Option<Digest>,
}

/// A digest that stands for a colleague's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digest {
    /// SHA-256 of the name. A list of staff is enough to reverse it.
    Plain([u8; 32]),
    /// HMAC of the name under the department's key.
    Keyed([u8; 32]),
}

impl Digest {
    /// The digest for the colleague called `name`.
    fn of(name: &str, key: Option<&DepartmentKey>) -> Self {
        match key {
            Some(key) => Self::Keyed(key.colleague_tag(name)),
            None => Self::Plain(Sha256::digest(name).into()),
        }
    }
}

impl Colleague {
    /// The colleague called `name`, in a department with or without a key.
    pub(crate) fn named(name: &str, key: Option<&DepartmentKey>) -> Self {
        let name = composed(name);
        Self { digest: Some(Digest::of(&name, key)), name: Some(name) }
    }

    /// The name, unless it is withheld.
    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// Whether both are the same colleague: by digest, or by name if one is from before the
    /// department had a key.
    fn is(&self, other: &Self) -> bool {
        match (self.digest, other.digest) {
            (Some(Digest::Plain(_)), Some(Digest::Keyed(_)))
            | (Some(Digest::Keyed(_)), Some(Digest::Plain(_))) => {
                self.name.is_some() && self.name == other.name
            }
            (one, other) => one == other,
        }
    }

    /// The colleague as attached to a plan without their consent. A plain digest would reveal the
    /// name and is dropped.
    fn unnamed(&self) -> Self {
        let digest = self.digest.filter(|digest| matches!(digest, Digest::Keyed(_)));
        Self { name: None, digest }
    }

    /// The colleague with a plain digest; `None` if only the keyed tag is known.
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
    /// Whether both are the same activity, regardless of which of them names the colleague.
    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Form(one), Self::Form(other)) => one.is(other),
            (one, other) => one == other,
        }
    }

    fn colleague_mut(&mut self) -> Option<&mut Colleague> {
        if let Self::Form(form) = self { form.colleague.as_mut() } else { None }
    }

    fn colleague(&self) -> Option<&Colleague> {
        if let Self::Form(form) = self { form.colleague.as_ref() } else { None }
    }
}

impl AgreedForm {
    /// Whether both are the same, regardless of which of them names the colleague.
    fn is(&self, other: &Self) -> bool {
        self.form == other.form && self.name == other.name && self.has_colleague_of(other)
    }

    fn has_colleague_of(&self, other: &Self) -> bool {
        match (&self.colleague, &other.colleague) {
            (Some(one), Some(other)) => one.is(other),
            (one, other) => one == other,
        }
    }
}

impl AgreedLevels {
    /// Wanted minus current level; negative for areas that the employee wants to do less of.
    pub(crate) fn gap(self) -> i64 {
        self.wanted.saturating_sub(self.current)
    }
}

impl Agreement {
    /// The agreement that follows from a profile.
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

    /// The agreement as printed on and attached to the plan of `person`: without the names of
    /// colleagues who have not consented to teach. If that drops something that the fingerprint
    /// covers, the result [`Agreement::is_withheld`].
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

    /// Whether a colleague's identity is missing, so that the fingerprint can't be computed.
    pub(crate) fn is_withheld(&self) -> bool {
        self.colleagues().any(|colleague| colleague.digest.is_none())
    }

    /// This agreement with its withheld colleagues filled in from `known`; `None` if the two
    /// differ in anything else.
    #[must_use]
    pub(crate) fn completed_by(&self, known: &Self) -> Option<Self> {
        // Only agreements of departments without a key withhold identities.
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

    /// Whether both are the same agreement: by fingerprint, or by plain fingerprint if one is
    /// from before the department had a key.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let plain = || self.plain_fingerprint().zip(other.plain_fingerprint());
        self.fingerprint() == other.fingerprint() || plain().is_some_and(|(one, other)| one == other)
    }

    /// The fingerprint in a department without a key; `None` if a colleague is known only by a
    /// keyed tag.
    pub(crate) fn plain_fingerprint(&self) -> Option<Fingerprint> {
        self.plain().map(|plain| plain.fingerprint())
    }

    fn plain(&self) -> Option<Self> {
        let mut plain = Self { department: None, ..self.clone() };
        for colleague in plain.lines.iter_mut().filter_map(|line| line.what.colleague_mut()) {
            *colleague = colleague.plain()?;
        }
        Some(plain)
    }

    /// Whether `known`, which has the same fingerprint, names every colleague as this one does. A
    /// keyed fingerprint covers the tag but not the name next to it.
    pub(crate) fn names_agree(&self, known: &Self) -> bool {
        self.colleagues().filter(|colleague| colleague.name.is_some()).all(|colleague| {
            known.colleagues().any(|other| other.is(colleague) && other.name == colleague.name)
        })
    }

    fn colleagues(&self) -> impl Iterator<Item = &Colleague> {
        self.lines.iter().filter_map(|line| line.what.colleague())
    }

    /// Whether at least one area has levels.
    pub(crate) fn is_filled_in(&self) -> bool {
        self.areas.iter().any(|area| area.levels.is_some())
    }

    /// Whether sizes are beyond the limits for agreements from outside.
    pub(crate) fn is_beyond_measure(&self) -> bool {
        !LEVELS.contains(&self.scale.len())
            || self.areas.len() > MAX_AREAS
            || self.lines.len() > MAX_ACTIVITIES
    }

    /// The name of the area with this key, or else the key itself.
    pub(crate) fn area_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.areas.iter().find(|area| area.key == key).map_or(key, |area| area.name.as_str())
    }

    /// SHA-256 of the canonical form.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(Sha256::digest(self.canonical_form()).into())
    }

    /// The canonical form: for each field its name, the length of its value in bytes, and the
    /// value as UTF-8, or `-` if there is none.
    ///
    /// Areas are sorted by key and lines by their own canonical form, so that the order in the
    /// file doesn't matter. A colleague is represented by a digest, so that a plan can carry
    /// everything that its code covers without naming a colleague who has not consented.
    pub(crate) fn canonical_form(&self) -> Vec<u8> {
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
            success: line.success.as_deref().map(composed),
            area: line.area.map(|area| composed(&department.role_model.areas[area.0].key)),
            what: match &line.what {
                What::Course(course) => {
                    let course = &department.catalogue.courses[course.0];
                    AgreedWhat::Course { number: composed(&course.number), title: composed(&course.title) }
                }
                What::Form(form, mentor) => {
                    let key = department.key.as_ref();
                    AgreedWhat::Form(AgreedForm {
                        form: *form,
                        name: department.role_model.form_names.own(*form).map(composed),
                        colleague: mentor.as_ref().map(|mentor| Colleague::named(&mentor.value, key)),
                    })
                }
                What::Text(text) => AgreedWhat::Text(composed(text)),
                What::Open => AgreedWhat::Open,
            },
            responsible: line.responsible.as_ref().map(|who| match who {
                Responsible::Named(name) => Responsible::Named(composed(name)),
                role => role.clone(),
            }),
            leader_does: line.leader_does.as_deref().map(composed),
            deadline: line.deadline,
        }
    }

    /// Whether both lines are the same, regardless of which of them names the colleague.
    fn is(&self, other: &Self) -> bool {
        let what = AgreedWhat::Open;
        self.what.is(&other.what)
            && Self { what: what.clone(), ..self.clone() } == Self { what, ..other.clone() }
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
            AgreedWhat::Form(agreed) => {
                form.field("form", agreed.form.into());
                // Only where there is one, so that codes of plans without it stay as they are.
                if let Some(name) = &agreed.name {
                    form.field("formnavn", name);
                }
                let digest = agreed.colleague.as_ref().map(|who| match who.digest {
                    Some(Digest::Plain(digest) | Digest::Keyed(digest)) => hex(&digest),
                    None => String::new(),
                });
                form.optional("hos", digest.as_deref());
            }
            AgreedWhat::Text(text) => form.field("aktivitet", text),
            AgreedWhat::Open => form.optional("aktivitet", None),
        }
        match &self.responsible {
            // Distinguishes a role from a person who has its name.
            Some(Responsible::Named(name)) => form.field("ansvarlig navn", name),
            role => form.optional("ansvarlig", role.as_ref().map(Responsible::canonical)),
        }
        form.optional("frist", self.deadline.map(|day| day.to_string()).as_deref());
        // Fields from after the first signatures: absent, they leave earlier codes as they are.
        for (name, value) in [("succeskriterium", &self.success), ("lederen_gør", &self.leader_does)] {
            if let Some(value) = value {
                form.field(name, value);
            }
        }
        form.bytes
    }
}

/// `text` in NFC, so that the same word typed on two systems compares equal.
fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Serializer of the canonical form.
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
            // Digests of different kinds are compared by name.
            let before = Colleague::named(&name, None);
            prop_assert!(before.is(&named) && named.is(&before) && !before.is(&other));
            // A plain digest can be reversed with a list of staff.
            prop_assert_eq!(before.unnamed().digest, None);
        }
    }

    #[test]
    fn the_canonical_form_is_what_it_is() {
        // A change here would invalidate the code on every signed sheet of paper.
        let line = AgreedLine {
            goal: Some("Kende budgettet".to_owned()),
            success: None,
            area: Some("økonomi".to_owned()),
            what: AgreedWhat::Course { number: "40094".to_owned(), title: "Budget".to_owned() },
            responsible: Some(Responsible::Leader),
            leader_does: None,
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
        assert_eq!(String::from_utf8(agreement.canonical_form()).as_deref(), Ok(expected.as_str()));
        agreement.lines[0].success = Some("Ingen rykkere".to_owned());
        agreement.lines[0].leader_does = Some("Giver ro".to_owned());
        let deadline = "frist 10\n2027-05-01\n";
        let more = format!("{deadline}succeskriterium 13\nIngen rykkere\nlederen_gør 8\nGiver ro\n");
        let expected = expected.replace(deadline, &more);
        assert_eq!(String::from_utf8(agreement.canonical_form()).as_deref(), Ok(expected.as_str()));
        let name = Some("makkerlæring".to_owned());
        let form = LearningForm::PeerTraining;
        agreement.lines[0].what = AgreedWhat::Form(AgreedForm { form, name, colleague: None });
        let course = "kursus 5\n40094\ntitel 6\nBudget\n";
        let named = "form 18\nsidemandsoplæring\nformnavn 13\nmakkerlæring\nhos -\n";
        assert_eq!(String::from_utf8(agreement.canonical_form()), Ok(expected.replace(course, named)));
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
