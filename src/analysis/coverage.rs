//! Coverage of the role model's roles by each school's staff: the school as a whole must master
//! them, not every person.

use crate::department::profile::Profile;
use crate::department::role_model::{Role, RoleIndex};
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};

/// Coverage of the roles in one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolCoverage {
    /// The school concerned.
    pub school: SchoolIndex,
    /// For each role of the role model, the people of the school who cover it.
    pub roles: Vec<Vec<PersonIndex>>,
}

/// The coverage of each school with people, in the department's order.
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

/// Whether a person reaches every level that a role requires. A role without requirements is
/// covered by the people whose profile lists it.
fn covers(person: &Profile, index: RoleIndex, role: &Role) -> bool {
    if role.requires.is_empty() {
        return person.roles.contains(&index);
    }
    role.requires
        .iter()
        .all(|&(area, level)| person.levels[area.0].as_ref().is_some_and(|levels| levels.current >= level))
}
