//! Coverage of the role model's roles by each school's staff: the school as a whole must master
//! them, not every person.

use crate::department::profile::Profile;
use crate::department::role_model::{Role, RoleIndex};
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};

/// The schools in which a role depends on one person or on none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleGap {
    /// The role concerned.
    pub role: RoleIndex,
    /// Schools with two or more people, of whom one covers the role. At a school with one person
    /// every role depends on that person.
    pub one: Vec<SchoolIndex>,
    /// Schools at which nobody covers it.
    pub vacant: Vec<SchoolIndex>,
}

/// The roles with such schools, in the role model's order. `offices` is the size of each school's
/// office.
pub(crate) fn role_gaps(coverage: &[SchoolCoverage], offices: &[usize]) -> Vec<RoleGap> {
    let roles = coverage.first().map_or(0, |school| school.roles.len());
    let gap = |role: usize| {
        let schools = |people: usize| -> Vec<SchoolIndex> {
            let has = |school: &&SchoolCoverage| {
                school.roles[role].len() == people && (people == 0 || offices[school.school.0] > 1)
            };
            coverage.iter().filter(has).map(|school| school.school).collect()
        };
        RoleGap { role: RoleIndex(role), one: schools(1), vacant: schools(0) }
    };
    (0..roles).map(gap).filter(|gap| !(gap.one.is_empty() && gap.vacant.is_empty())).collect()
}

/// Coverage of the roles in one school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SchoolCoverage {
    /// The school concerned.
    pub school: SchoolIndex,
    /// For each role of the role model, the people of the school who cover it.
    pub roles: Vec<Vec<PersonIndex>>,
}

/// The coverage of each school with people, in the department's order.
pub(crate) fn coverage(department: &Department) -> Vec<SchoolCoverage> {
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
