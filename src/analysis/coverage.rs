//! Who covers the roles of each school: not everyone must master everything; the
//! school must.

use super::demand::PersonIndex;
use crate::department::Department;
use crate::department::profile::Profile;
use crate::department::role_model::{Role, RoleIndex};
use crate::department::settings::SchoolIndex;

/// The roles of one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolCoverage {
    /// The school.
    pub school: SchoolIndex,
    /// For each role of the role model, who of the school stands at the levels it asks.
    pub roles: Vec<Vec<PersonIndex>>,
}

/// The coverage of every school that has people, in the department's order.
pub fn coverage(department: &Department) -> Vec<SchoolCoverage> {
    let schools = (0..department.settings.schools.len()).map(SchoolIndex);
    let people = |school| {
        let all = department.people.iter().enumerate();
        all.filter(move |(_, person)| person.school == school)
    };
    schools
        .filter(|&school| people(school).next().is_some())
        .map(|school| SchoolCoverage {
            school,
            roles: department
                .role_model
                .roles
                .iter()
                .enumerate()
                .map(|(i, role)| {
                    let covering = people(school).filter(|(_, person)| covers(person, RoleIndex(i), role));
                    covering.map(|(person, _)| person).collect()
                })
                .collect(),
        })
        .collect()
}

/// Whether a person stands at every level that a role asks; a role that asks for
/// none is covered by those who say that they have it.
fn covers(person: &Profile, index: RoleIndex, role: &Role) -> bool {
    if role.requires.is_empty() {
        return person.roles.contains(&index);
    }
    role.requires
        .iter()
        .all(|&(area, level)| person.levels[area.0].as_ref().is_some_and(|levels| levels.current >= level))
}
