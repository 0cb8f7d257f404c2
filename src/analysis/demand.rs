//! What a department needs to learn: areas by need, and for each course who needs it.
//!
//! A person counts for one course for each gap: the one that her plan names, else
//! the one that fits the gap best, which may be one that she takes for another
//! gap already. So the courses here are those on people's own plans.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::gaps::{Gap, gaps, serves};
use super::matching::ways;
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::profile::{Activity, Priority, Profile, What};
use crate::department::role_model::AreaIndex;

/// Which person of [`Department::people`].
pub type PersonIndex = usize;

/// What a department needs to learn.
#[derive(Debug)]
pub struct Demand {
    /// The areas in which somebody has a gap, the greatest need first.
    pub areas: Vec<AreaNeed>,
    /// The courses that somebody needs, the greatest need first.
    pub courses: Vec<CourseNeed>,
}

/// The need in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaNeed {
    /// The area.
    pub area: AreaIndex,
    /// Who has a gap in it.
    pub people: Vec<PersonIndex>,
    /// The levels that they want to climb, in all.
    pub levels: i64,
    /// For how many it is needed.
    pub needed: usize,
    /// Who has a gap that no course of the catalogue closes.
    pub without_course: Vec<PersonIndex>,
    /// How many have planned another way than a course.
    pub other_ways: usize,
    /// Who has agreed to teach it.
    pub teachers: Vec<PersonIndex>,
}

/// The need for one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseNeed {
    /// The course.
    pub course: CourseIndex,
    /// Who needs it.
    pub people: Vec<PersonIndex>,
    /// Of those, whose plan names it.
    pub planned: usize,
    /// For how many it closes a needed gap.
    pub needed: usize,
    /// The areas for which they need it, and for how many each.
    pub areas: BTreeMap<AreaIndex, usize>,
    /// The levels that they want to climb in these areas, in all.
    pub levels: i64,
}

impl Demand {
    /// The demand of `department`, on the day `on` by which courses have expired.
    pub fn of(department: &Department, on: Option<Date>) -> Self {
        let mut areas: BTreeMap<AreaIndex, AreaNeed> = BTreeMap::new();
        let mut courses: BTreeMap<CourseIndex, CourseNeed> = BTreeMap::new();
        for (i, person) in department.people.iter().enumerate() {
            let choice = Choice::of(person, department, on);
            for gap in gaps(person) {
                let need = areas.entry(gap.area).or_insert_with(|| AreaNeed {
                    area: gap.area,
                    people: Vec::new(),
                    levels: 0,
                    needed: 0,
                    without_course: Vec::new(),
                    other_ways: 0,
                    teachers: teachers(gap.area, department),
                });
                need.people.push(i);
                need.levels += gap.size();
                need.needed += usize::from(gap.priority == Some(Priority::Need));
                if choice.without_course.contains(&gap.area) {
                    need.without_course.push(i);
                }
                need.other_ways += usize::from(choice.other_ways.contains(&gap.area));
            }
            for (course, served) in choice.courses {
                let need = courses.entry(course).or_insert_with(|| CourseNeed {
                    course,
                    people: Vec::new(),
                    planned: 0,
                    needed: 0,
                    areas: BTreeMap::new(),
                    levels: 0,
                });
                need.people.push(i);
                need.planned += usize::from(served.planned);
                need.needed += usize::from(served.gaps.iter().any(|g| g.priority == Some(Priority::Need)));
                for gap in &served.gaps {
                    *need.areas.entry(gap.area).or_default() += 1;
                }
                need.levels += served.gaps.iter().map(Gap::size).sum::<i64>();
            }
        }
        let mut areas: Vec<AreaNeed> = areas.into_values().collect();
        areas.sort_by_key(|need| {
            (Reverse(need.people.len()), Reverse(need.levels), Reverse(need.needed), need.area)
        });
        let mut courses: Vec<CourseNeed> = courses.into_values().collect();
        courses.sort_by_key(|need| {
            (Reverse(need.people.len()), Reverse(need.levels), Reverse(need.needed), need.course)
        });
        Self { areas, courses }
    }

    /// The courses that serve `area`, the greatest need first.
    pub fn courses_for(&self, area: AreaIndex) -> impl Iterator<Item = &CourseNeed> {
        self.courses.iter().filter(move |need| need.areas.contains_key(&area))
    }
}

/// The courses of one person, and the gaps that have none.
#[derive(Default)]
struct Choice {
    courses: BTreeMap<CourseIndex, Served>,
    without_course: BTreeSet<AreaIndex>,
    other_ways: BTreeSet<AreaIndex>,
}

/// What a course is for.
#[derive(Default)]
struct Served {
    gaps: Vec<Gap>,
    planned: bool,
}

impl Choice {
    fn of(person: &Profile, department: &Department, on: Option<Date>) -> Self {
        let mut choice = Self::default();
        for line in person.plan.iter().filter(|line| !line.is_closed()) {
            if let What::Course(course) = line.what {
                choice.courses.entry(course).or_default().planned = true;
            }
        }
        for ways in ways(person, department, on) {
            let gap = ways.gap;
            let planned = person
                .plan
                .iter()
                .filter(|line| !line.is_closed())
                .find(|line| serves(line, gap.area, department));
            match planned {
                // Another way than a course: a colleague, a spell elsewhere, her own words.
                Some(Activity { what: What::Form(..) | What::Text(_), .. }) => {
                    choice.other_ways.insert(gap.area);
                }
                Some(Activity { what: What::Course(course), .. }) => {
                    choice.courses.entry(*course).or_default().gaps.push(gap);
                }
                Some(Activity { what: What::Open, .. }) | None => {
                    let matches = ways.matches.iter().map(|m| m.course);
                    let taken = matches.clone().find(|course| choice.courses.contains_key(course));
                    match taken.or(matches.clone().next()) {
                        Some(course) => choice.courses.entry(course).or_default().gaps.push(gap),
                        None => drop(choice.without_course.insert(gap.area)),
                    }
                }
            }
        }
        choice
    }
}

fn teachers(area: AreaIndex, department: &Department) -> Vec<PersonIndex> {
    let people = department.people.iter().enumerate();
    people.filter(|(_, person)| person.consent.teaches.covers(area)).map(|(i, _)| i).collect()
}

/// What courses cost and take, as far as the catalogue knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Price less subsidy in hundredths of a krone.
    pub kroner: i64,
    /// Days in hundredths.
    pub days: i64,
    /// Courses whose price is not known.
    pub without_price: usize,
    /// Courses whose length is not known.
    pub without_days: usize,
}

impl Cost {
    /// The cost of `course` for so many `people`.
    pub fn of(course: &Course, people: usize) -> Self {
        let people = i64::try_from(people).unwrap_or(i64::MAX);
        let subsidy = course.subsidy.map_or(0, |subsidy| subsidy.hundredths);
        let net = course.price.map(|price| price.hundredths.saturating_sub(subsidy).max(0));
        let days = course.days.map(|days| days.hundredths);
        Self {
            kroner: net.unwrap_or_default().saturating_mul(people),
            days: days.unwrap_or_default().saturating_mul(people),
            without_price: usize::from(net.is_none()),
            without_days: usize::from(days.is_none()),
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            kroner: self.kroner.saturating_add(other.kroner),
            days: self.days.saturating_add(other.days),
            without_price: self.without_price + other.without_price,
            without_days: self.without_days + other.without_days,
        }
    }
}

/// The courses that a budget of so many hundredths of a krone reaches: what is
/// needed by most first, then what most want, then what lifts most for its
/// price. One that no longer fits is passed over, and a cheaper one may still fit.
/// A course without a known price takes nothing from it.
pub fn within_budget(demand: &Demand, department: &Department, budget: i64) -> BTreeSet<CourseIndex> {
    let mut by_urgency: Vec<(&CourseNeed, i64)> = demand
        .courses
        .iter()
        .map(|need| (need, Cost::of(&department.catalogue.courses[need.course.0], need.people.len()).kroner))
        .collect();
    by_urgency.sort_by_key(|(need, kroner)| {
        (Reverse(need.needed), Reverse(need.people.len()), Reverse(need.levels), *kroner, need.course)
    });
    let mut left = budget;
    let mut reached = BTreeSet::new();
    for (need, kroner) in by_urgency {
        if kroner <= left {
            left -= kroner;
            reached.insert(need.course);
        }
    }
    reached
}
