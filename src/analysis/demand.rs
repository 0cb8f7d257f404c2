//! Demand of a department: the need in each area, the need for each course, and its cost.
//!
//! Sums up the [`super::choices`] of all people, so it covers courses in plans as well as
//! suggested ones.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use strum::VariantArray;

use super::choices::{Advancement, Commitment, GapClosing, PersonChoices};
use super::cost::Cost;
use super::gaps::Gap;
use super::mentors::teachers;
use crate::department::catalogue::CourseIndex;
use crate::department::profile::Priority;
use crate::department::role_model::AreaIndex;
use crate::department::{Department, PersonIndex};

/// The demand of a department.
#[derive(Debug)]
pub struct Demand {
    /// Areas with gaps, the greatest need first.
    pub areas: Vec<AreaNeed>,
    /// Courses that people need, the greatest need first.
    pub courses: Vec<CourseNeed>,
}

/// The need in one area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaNeed {
    /// Index in the role model.
    pub area: AreaIndex,
    /// People with a gap.
    pub people: Vec<PersonIndex>,
    /// Sum of the gaps in levels.
    pub levels: i64,
    /// Number of people with the highest priority.
    pub needed: usize,
    /// People whose gap nothing in plan or catalogue closes.
    pub without_course: Vec<PersonIndex>,
    /// Number of people who plan something other than a course.
    pub other_ways: usize,
    /// Number of people who have postponed it to another year.
    pub postponed: usize,
    /// Number of people who have finished what they planned.
    pub done: usize,
    /// People who can teach it and have consented to.
    pub teachers: Vec<PersonIndex>,
}

/// The need for one course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseNeed {
    /// Index in the catalogue.
    pub course: CourseIndex,
    /// People who need it.
    pub people: Vec<PersonIndex>,
    /// Number of those people whose plan names it.
    pub planned: usize,
    /// Number of people for whom it serves a gap of the highest priority.
    pub needed: usize,
    /// Areas for which it is the way that counts, with the number of people.
    pub areas: BTreeMap<AreaIndex, usize>,
    /// Areas for which people take it, with their number. Somebody who takes two courses for one
    /// area is counted for both.
    pub serves: BTreeMap<AreaIndex, usize>,
    /// Sum of these gaps in levels.
    pub levels: i64,
    /// The need by commitment.
    pub shares: Vec<Share>,
}

/// The part of a course's need with the same commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// How firmly the budget is committed.
    pub commitment: Commitment,
    /// People in this part.
    pub people: Vec<PersonIndex>,
    /// Number of them for whom it serves a gap of the highest priority.
    pub needed: usize,
    /// Sum of their gaps in levels.
    pub levels: i64,
}

/// The stages of a course that still lies ahead, the furthest first.
pub(crate) const STAGES: [Advancement; 4] =
    [Advancement::Enrolled, Advancement::Agreed, Advancement::Proposed, Advancement::Suggested];

impl Demand {
    /// How firmly each person takes `course`.
    pub(crate) fn commitments(&self, course: CourseIndex) -> impl Fn(PersonIndex) -> Commitment + '_ {
        let need = self.courses.iter().find(|need| need.course == course);
        move |person| {
            let mut shares = need.iter().flat_map(|need| &need.shares);
            let own = shares.find(|share| share.people.contains(&person));
            own.map_or(Commitment::Possible, |share| share.commitment)
        }
    }

    /// The demand that the `choices` of the department's people add up to.
    pub(crate) fn of_choices(choices: &[PersonChoices], department: &Department) -> Self {
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

    /// The courses that count towards `area`, the greatest need first.
    pub(crate) fn courses_for(&self, area: AreaIndex) -> impl Iterator<Item = &CourseNeed> {
        self.courses.iter().filter(move |need| need.areas.contains_key(&area))
    }

    /// The total cost with this commitment.
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

    /// Number of people at each of the [`STAGES`]; a course that has begun counts as enrolled.
    pub(crate) fn people_by_stage(&self, choices: &[PersonChoices]) -> [usize; STAGES.len()] {
        let stage = |&person: &PersonIndex| {
            let progress = choices[person].course(self.course)?.progress;
            let progress = if progress.has_a_seat() { Advancement::Enrolled } else { progress };
            STAGES.iter().position(|stage| *stage == progress)
        };
        let mut counts = [0; STAGES.len()];
        for stage in self.people.iter().filter_map(stage) {
            counts[stage] += 1;
        }
        counts
    }

    /// Number of people with this commitment.
    pub(crate) fn people_at(&self, commitment: Commitment) -> usize {
        self.shares.iter().find(|share| share.commitment == commitment).map_or(0, |share| share.people.len())
    }
}

impl Share {
    /// The cost of `course` for these people.
    pub(crate) fn cost(&self, course: CourseIndex, department: &Department) -> Cost {
        Cost::of(&department.catalogue.courses[course.0], self.people.len())
    }
}

/// The department's budget and what claims it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BudgetPosition {
    /// The budget in hundredths, if it is set.
    pub budget: Option<i64>,
    /// Agreed, enrolled or started.
    pub bound: Cost,
    /// Proposed in plans.
    pub wished: Cost,
    /// Suggested by the program.
    pub possible: Cost,
}

impl BudgetPosition {
    /// The position for `demand`.
    pub(crate) fn of(demand: &Demand, department: &Department) -> Self {
        Self {
            budget: department.settings.budget.map(|budget| budget.hundredths),
            bound: demand.cost(Commitment::Bound, department),
            wished: demand.cost(Commitment::Wished, department),
            possible: demand.cost(Commitment::Possible, department),
        }
    }

    /// The budget less what is bound; negative if it does not suffice.
    pub(crate) fn left_after_bound(&self) -> Option<i64> {
        Some(self.budget?.saturating_sub(self.bound.kroner))
    }

    /// The budget less what is bound and wished; negative if it does not suffice.
    pub(crate) fn left_after_wished(&self) -> Option<i64> {
        Some(self.left_after_bound()?.saturating_sub(self.wished.kroner))
    }
}

/// A part of a course's need as the budget pays for it.
#[derive(Clone, Copy, Debug)]
pub struct Payment<'a> {
    /// Index in the catalogue.
    pub course: CourseIndex,
    /// The people it is paid for.
    pub share: &'a Share,
    /// Cost in hundredths of a krone.
    pub kroner: i64,
    /// Whether the budget covers it. Bound courses are always covered.
    pub reached: bool,
}

/// The payments from a budget in hundredths of a krone, in order: bound, wished, then possible
/// courses; within each by number of people in need, number of people, levels, and lowest cost.
///
/// A course that exceeds the rest of the budget is skipped, and a cheaper one may still fit. A
/// course without a price costs nothing.
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

/// The courses that the budget covers for everybody who needs them.
pub(crate) fn within_budget(demand: &Demand, department: &Department, budget: i64) -> BTreeSet<CourseIndex> {
    let payments = payments(demand, department, budget);
    let missed: BTreeSet<CourseIndex> =
        payments.iter().filter(|payment| !payment.reached).map(|payment| payment.course).collect();
    demand.courses.iter().map(|need| need.course).filter(|course| !missed.contains(course)).collect()
}
