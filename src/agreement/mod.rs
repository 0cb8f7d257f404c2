//! What two people agreed, and the code by which a sheet of paper names it.
//!
//! The agreement is what both answer for: levels, wishes, and the lines of the
//! plan. Its canonical form is written here by hand, field by field, so that
//! neither the order of keys nor comments, quoting or spacing change it, and so
//! that it never follows a library's idea of order.

pub mod code;

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use crate::department::Department;
use crate::department::profile::{Activity, Priority, Profile, Responsible, What};

/// The name of the form, its first field. Another form gets another name.
const FORM: &str = "spind-aftale-1";

/// The SHA-256 of an agreement's canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u8; 32]);

/// The fingerprint of what `person` and her leader agree.
pub fn fingerprint(person: &Profile, department: &Department) -> Fingerprint {
    Fingerprint(Sha256::digest(canonical_form(person, department)).into())
}

/// The canonical form: for each field its name, the length of its value in
/// bytes, and the value as composed UTF-8; `-` where there is none.
///
/// Covered: name, school, leader; of each area filled in its key, name, levels
/// and priority; of each plan line goal, area, activity, responsible and
/// deadline; follow-up; the scale; the role model's name and version. Not
/// covered, so that they may change afterwards: the leader's view, the date of
/// the agreement, status, remarks, consents, last year, roles, title, the day of
/// the talk, and a course's dates and price.
pub fn canonical_form(person: &Profile, department: &Department) -> Vec<u8> {
    let role_model = &department.role_model;
    let mut form = Form::default();
    form.field("form", FORM);
    form.field("navn", &person.name.value);
    form.field("skole", &department.settings.schools[person.school.0].name);
    form.optional("leder", person.leader.as_deref());
    form.field("rollemodel", &role_model.name);
    form.optional("version", role_model.version.as_deref());
    for level in &role_model.scale.levels {
        form.field("niveau", &level.number.to_string());
        form.field("niveaunavn", &level.name);
    }
    for (area, levels) in role_model.areas.iter().zip(&person.levels) {
        let Some(levels) = levels else { continue };
        form.field("område", &area.key);
        form.field("områdenavn", &area.name);
        form.field("nu", &levels.current.to_string());
        form.field("ønsket", &levels.wanted.to_string());
        form.optional("vigtighed", levels.priority.map(Into::<&str>::into as fn(Priority) -> &'static str));
    }
    for line in &person.plan {
        form.line(line, department);
    }
    form.optional("opfølgning", person.follow_up.map(|day| day.to_string()).as_deref());
    form.bytes
}

#[derive(Default)]
struct Form {
    bytes: Vec<u8>,
}

impl Form {
    fn field(&mut self, name: &str, value: &str) {
        let value: String = value.nfc().collect();
        self.bytes.extend(format!("{name} {}\n{value}\n", value.len()).bytes());
    }

    fn optional(&mut self, name: &str, value: Option<&str>) {
        match value {
            Some(value) => self.field(name, value),
            None => self.bytes.extend(format!("{name} -\n").bytes()),
        }
    }

    fn line(&mut self, line: &Activity, department: &Department) {
        self.optional("mål", line.goal.as_deref());
        let area = line.area.map(|area| department.role_model.areas[area.0].key.as_str());
        self.optional("planområde", area);
        match &line.what {
            What::Course(course) => {
                let course = &department.catalogue.courses[course.0];
                self.field("kursus", &course.number);
                self.field("titel", &course.title);
            }
            What::Form(form, mentor) => {
                self.field("form", (*form).into());
                self.optional("hos", mentor.as_ref().map(|mentor| mentor.value.as_str()));
            }
            What::Text(text) => self.field("aktivitet", text),
            What::Open => self.optional("aktivitet", None),
        }
        match &line.responsible {
            // A role and a person of the same name are two things.
            Some(Responsible::Leader) => self.field("ansvarlig", "leder"),
            Some(Responsible::Employee) => self.field("ansvarlig", "medarbejder"),
            Some(Responsible::Department) => self.field("ansvarlig", "skoleafdelingen"),
            Some(Responsible::Named(name)) => self.field("ansvarlig navn", name),
            None => self.optional("ansvarlig", None),
        }
        self.optional("frist", line.deadline.map(|day| day.to_string()).as_deref());
    }
}
