//! What a department needs to learn: areas by need, and for each course who needs it.
//!
//! It adds up what [`super::choices`] decides for each person, so the courses here are
//! those of people's own plans and those that are suggested to them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use strum::VariantArray;

use super::choices::{Advancement, Commitment, GapClosing, PersonChoices};
use super::gaps::Gap;
use super::mentors::teachers;
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::profile::Priority;
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
    /// How many have put it off to another year.
    pub postponed: usize,
    /// How many have done what their plan says.
    pub done: usize,
    /// Who has agreed to teach it, and can.
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
    /// For how many it serves a needed gap.
    pub needed: usize,
    /// The areas for which it is the one way that counts, and for how many each.
    pub areas: BTreeMap<AreaIndex, usize>,
    /// The areas for which they take it, and how many for each. Who takes two courses
    /// for one area stands here with both.
    pub serves: BTreeMap<AreaIndex, usize>,
    /// The levels that they want to climb in these areas, in all.
    pub levels: i64,
    /// What it means for the budget.
    pub shares: Vec<Share>,
}

/// Those who need a course, as far as it is equally far with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What it means for the budget.
    pub commitment: Commitment,
    /// Who.
    pub people: Vec<PersonIndex>,
    /// For how many of them it serves a needed gap.
    pub needed: usize,
    /// The levels that they want to climb, in all.
    pub levels: i64,
}

impl Demand {
    /// The demand of `department`, on the day `on` by which courses have expired.
    pub fn of(department: &Department, on: Option<Date>) -> Self {
        let people = department.people.iter();
        let choices: Vec<PersonChoices> =
            people.map(|person| PersonChoices::of(person, department, on)).collect();
        Self::of_choices(&choices, department)
    }

    /// The demand of `department`, whose people have made these `choices`.
    pub fn of_choices(choices: &[PersonChoices], department: &Department) -> Self {
        let mut areas: BTreeMap<AreaIndex, AreaNeed> = BTreeMap::new();
        let mut courses: BTreeMap<CourseIndex, CourseNeed> = BTreeMap::new();
        for (i, choices) in choices.iter().enumerate() {
            for choice in &choices.gaps {
                let gap = choice.gap();
                let need = areas.entry(gap.area).or_insert_with(|| AreaNeed::empty(gap.area, department));
                need.people.push(i);
                need.levels += gap.size();
                need.needed += usize::from(gap.priority == Some(Priority::Need));
                match choice.way {
                    GapClosing::Nothing => need.without_course.push(i),
                    GapClosing::Course(_, Advancement::Postponed)
                    | GapClosing::Other(Advancement::Postponed) => {
                        need.postponed += 1;
                    }
                    GapClosing::Course(_, Advancement::Done) | GapClosing::Other(Advancement::Done) => {
                        need.done += 1
                    }
                    GapClosing::Course(..) => {}
                    GapClosing::Other(_) => need.other_ways += 1,
                }
            }
            for choice in choices.to_come() {
                let Some(commitment) = choice.progress.commitment() else { continue };
                let need = courses.entry(choice.course).or_insert_with(|| CourseNeed::empty(choice.course));
                let needed = usize::from(choice.is_needed());
                let levels = choice.serves.iter().map(Gap::size).sum::<i64>();
                need.people.push(i);
                need.planned += usize::from(choice.progress != Advancement::Suggested);
                need.needed += needed;
                need.levels += levels;
                for (gaps, counts) in
                    [(&choice.counts_for, &mut need.areas), (&choice.serves, &mut need.serves)]
                {
                    for gap in gaps {
                        *counts.entry(gap.area).or_default() += 1;
                    }
                }
                if let Some(share) = need.shares.iter_mut().find(|share| share.commitment == commitment) {
                    share.people.push(i);
                    share.needed += needed;
                    share.levels += levels;
                }
            }
        }
        for need in courses.values_mut() {
            need.shares.retain(|share| !share.people.is_empty());
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

    /// The courses that count for `area`, the greatest need first.
    pub fn courses_for(&self, area: AreaIndex) -> impl Iterator<Item = &CourseNeed> {
        self.courses.iter().filter(move |need| need.areas.contains_key(&area))
    }

    /// What is bound, wished or possible, over all courses.
    pub fn cost(&self, commitment: Commitment, department: &Department) -> Cost {
        let shares = self.courses.iter().flat_map(|need| {
            let of_it = need.shares.iter().filter(|share| share.commitment == commitment);
            of_it.map(|share| share.cost(need.course, department))
        });
        shares.fold(Cost::default(), Cost::and)
    }
}

impl AreaNeed {
    fn empty(area: AreaIndex, department: &Department) -> Self {
        Self {
            area,
            people: Vec::new(),
            levels: 0,
            needed: 0,
            without_course: Vec::new(),
            other_ways: 0,
            postponed: 0,
            done: 0,
            teachers: teachers(area, department),
        }
    }
}

impl CourseNeed {
    fn empty(course: CourseIndex) -> Self {
        let share = |&commitment| Share { commitment, people: Vec::new(), needed: 0, levels: 0 };
        Self {
            course,
            people: Vec::new(),
            planned: 0,
            needed: 0,
            areas: BTreeMap::new(),
            serves: BTreeMap::new(),
            levels: 0,
            shares: Commitment::VARIANTS.iter().map(share).collect(),
        }
    }

    /// How many people it is this for.
    pub fn people_at(&self, commitment: Commitment) -> usize {
        self.shares.iter().find(|share| share.commitment == commitment).map_or(0, |share| share.people.len())
    }
}

impl Share {
    /// What `course` costs these people.
    pub fn cost(&self, course: CourseIndex, department: &Department) -> Cost {
        Cost::of(&department.catalogue.courses[course.0], self.people.len())
    }
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

/// A share of a course in the order in which the budget pays for it.
#[derive(Clone, Copy, Debug)]
pub struct Payment<'a> {
    /// The course.
    pub course: CourseIndex,
    /// Those whom it is paid for.
    pub share: &'a Share,
    /// What it costs, in hundredths of a krone.
    pub kroner: i64,
    /// Whether there is money for it. What is bound is paid for whatever there is.
    pub reached: bool,
}

/// What a budget of so many hundredths of a krone pays for, and in which order: what is
/// bound, then what is wished in plans, then what is only possible; of each what is
/// needed by most first, then what most want, then what lifts most, then what costs
/// least. One that no longer fits is passed over, and a cheaper one may still fit. A
/// course without a known price takes nothing from it.
pub fn payments<'a>(demand: &'a Demand, department: &Department, budget: i64) -> Vec<Payment<'a>> {
    let shares = demand.courses.iter().flat_map(|need| need.shares.iter().map(move |share| (need, share)));
    let mut payments: Vec<Payment<'_>> = shares
        .map(|(need, share)| {
            let kroner = share.cost(need.course, department).kroner;
            Payment { course: need.course, share, kroner, reached: false }
        })
        .collect();
    payments.sort_by_key(|payment| {
        let share = payment.share;
        let urgency = (Reverse(share.needed), Reverse(share.people.len()), Reverse(share.levels));
        (share.commitment, urgency, payment.kroner, payment.course)
    });
    let mut left = budget;
    for payment in &mut payments {
        payment.reached = payment.share.commitment == Commitment::Bound || payment.kroner <= left;
        if payment.reached {
            left = left.saturating_sub(payment.kroner);
        }
    }
    payments
}

/// The courses of which the budget pays for everybody.
pub fn within_budget(demand: &Demand, department: &Department, budget: i64) -> BTreeSet<CourseIndex> {
    let payments = payments(demand, department, budget);
    let missed: BTreeSet<CourseIndex> =
        payments.iter().filter(|payment| !payment.reached).map(|payment| payment.course).collect();
    demand.courses.iter().map(|need| need.course).filter(|course| !missed.contains(course)).collect()
}
