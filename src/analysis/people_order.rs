//! The order of people in documents, tables and lists: by school, then name, in the alphabet of a
//! language.

use std::cmp::Ordering;

use crate::department::profile::Profile;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::language::Language;

/// School and name of a person, as far as they are known.
pub(crate) type SchoolAndName<'a> = (Option<&'a str>, Option<&'a str>);

/// Compares two people by school, then name. Unknown ones are last.
pub(crate) fn compare(a: SchoolAndName<'_>, b: SchoolAndName<'_>, language: &Language) -> Ordering {
    let texts = |a: Option<&str>, b: Option<&str>| match (a, b) {
        (Some(a), Some(b)) => language.compare(a, b),
        (a, b) => a.is_none().cmp(&b.is_none()),
    };
    texts(a.0, b.0).then_with(|| texts(a.1, b.1))
}

/// The indexes of the department's people in this order.
pub fn sorted(department: &Department, language: &Language) -> Vec<PersonIndex> {
    let key = |person: PersonIndex| -> SchoolAndName<'_> {
        let person = &department.people[person];
        let school = &department.settings.schools[person.school.0];
        (Some(&school.name), Some(&person.name.value))
    };
    let mut order: Vec<PersonIndex> = (0..department.people.len()).collect();
    order.sort_by(|&a, &b| compare(key(a), key(b), language));
    order
}

/// The department's people in this order.
pub(crate) fn sorted_people<'a>(department: &'a Department, language: &Language) -> Vec<&'a Profile> {
    sorted(department, language).into_iter().map(|person| &department.people[person]).collect()
}

/// The department's schools in this order.
pub(crate) fn sorted_schools(department: &Department, language: &Language) -> Vec<SchoolIndex> {
    let schools = &department.settings.schools;
    let mut order: Vec<SchoolIndex> = (0..schools.len()).map(SchoolIndex).collect();
    order.sort_by(|a, b| language.compare(&schools[a.0].name, &schools[b.0].name));
    order
}
