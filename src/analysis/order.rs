//! The order in which people are listed.

use crate::department::Department;
use crate::department::profile::Profile;
use crate::language::Language;

/// The people by school, then by name, as indices into [`Department::people`].
pub fn order(department: &Department, language: &Language) -> Vec<usize> {
    let people = &department.people;
    let school = |person: &Profile| department.settings.schools[person.school.0].name.as_str();
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&people[a], &people[b]);
        language.compare(school(a), school(b)).then_with(|| language.compare(&a.name.value, &b.name.value))
    });
    order
}

/// The people in that order.
pub fn in_order<'a>(department: &'a Department, language: &Language) -> Vec<&'a Profile> {
    order(department, language).into_iter().map(|person| &department.people[person]).collect()
}
