//! Selection of mentors: colleagues who master an area and have consented to teach it
//! (*sidemandsoplæring*).
//!
//! A colleague's level decides only whether they qualify, never their rank, because it must not
//! show in somebody else's document. Qualified colleagues are ranked by school, load and order.

use std::collections::BTreeMap;

use super::gaps::gaps;
use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::department::{Department, PersonIndex};

/// The suggested mentors of a department.
#[derive(Debug, Default)]
pub struct Mentors {
    /// Mentors by learner and area, as indexes into the department's people.
    by_gap: BTreeMap<(usize, AreaIndex), usize>,
}

impl Mentors {
    /// Selects a mentor for each gap, and spreads the load over those who qualify.
    pub fn of(department: &Department) -> Self {
        let people = &department.people;
        let mut load = vec![0_usize; people.len()];
        let mut by_gap = BTreeMap::new();
        for (learner, person) in people.iter().enumerate() {
            for gap in gaps(person) {
                let mentor = (0..people.len())
                    .filter(|&i| i != learner && can_teach(&people[i], gap.area, gap.wanted))
                    // Other schools first: learning from a colleague in the same office needs no plan.
                    .min_by_key(|&i| (people[i].school == person.school, load[i], i));
                if let Some(mentor) = mentor {
                    load[mentor] += 1;
                    by_gap.insert((learner, gap.area), mentor);
                }
            }
        }
        Self { by_gap }
    }

    /// The mentor for the gap of `learner` in `area`.
    pub fn mentor<'a>(
        &self,
        learner: &Profile,
        area: AreaIndex,
        department: &'a Department,
    ) -> Option<&'a Profile> {
        let learner = department.people.iter().position(|person| std::ptr::eq(person, learner))?;
        self.by_gap.get(&(learner, area)).map(|&mentor| &department.people[mentor])
    }
}

/// Whether a person has consented to teach `area` and has at least `level`.
pub(crate) fn can_teach(person: &Profile, area: AreaIndex, level: i64) -> bool {
    person.consent.teaches.covers(area)
        && person.levels[area.0].as_ref().is_some_and(|levels| levels.current >= level)
}

/// The people who can close somebody else's whole gap in `area`, and so may be a mentor.
pub(crate) fn teachers(area: AreaIndex, department: &Department) -> Vec<PersonIndex> {
    let people = &department.people;
    let wanted: Vec<Option<i64>> = people
        .iter()
        .map(|person| person.levels[area.0].as_ref().filter(|levels| levels.gap() > 0))
        .map(|levels| levels.map(|levels| levels.wanted))
        .collect();
    (0..people.len())
        .filter(|&i| {
            let others = wanted.iter().enumerate().filter(|(learner, _)| *learner != i);
            let lowest = others.filter_map(|(_, wanted)| *wanted).min();
            lowest.is_some_and(|level| can_teach(&people[i], area, level))
        })
        .collect()
}
