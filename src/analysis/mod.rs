//! Analysis of a department: gaps, strengths, matching courses, demand, groups, averages, status.
//!
//! Pure functions of the department and a date. The results are data without wording or layout,
//! so that all documents, exports and pages agree on them.

pub(crate) mod absences;
mod assignment;
pub(crate) mod averages;
pub(crate) mod choices;
pub(crate) mod cost;
pub(crate) mod coverage;
pub(crate) mod demand;
pub(crate) mod disclosure;
pub(crate) mod evaluation;
pub(crate) mod gaps;
pub(crate) mod groups;
pub mod judgement_date;
pub(crate) mod level_share;
pub(crate) mod matching;
pub(crate) mod mentors;
pub mod people_order;
pub(crate) mod session_absence;
pub(crate) mod status;
pub(crate) mod year;

use jiff::civil::Date;

use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
pub use absences::Absences;
pub use assignment::Obstacle;
pub use averages::averages;
pub use choices::{Advancement, Commitment, CourseChoice, PersonChoices, open_sessions};
pub use demand::{Demand, payments};
use groups::Schedule;
pub use groups::{CandidateOutcome, Clash, CourseGroups, Reason, leaves_the_office, office_sizes};
pub use matching::ways;
pub use mentors::Mentors;
pub use status::status;

/// The analysis of a whole department on one day, shared by all documents about it.
#[derive(Debug)]
pub struct Analysis {
    /// Each person's courses and ways to close gaps, in the order of [`Department::people`].
    pub choices: Vec<PersonChoices>,
    /// The demand that they add up to.
    pub demand: Demand,
    /// The course groups with their dates.
    pub schedule: Schedule,
}

/// The analysis of `department` without groups, which take the longest: everybody's choices on the day `on`, and
/// the demand that they add up to.
pub(crate) fn choices_and_demand(department: &Department, on: Option<Date>) -> (Vec<PersonChoices>, Demand) {
    let people = department.people.iter();
    let choices: Vec<PersonChoices> =
        people.map(|person| PersonChoices::of(person, department, on)).collect();
    let demand = Demand::of_choices(&choices, department);
    (choices, demand)
}

impl Analysis {
    /// Analyses `department`; courses and sessions before the day `on` are over.
    pub fn of(department: &Department, on: Option<Date>) -> Self {
        let (choices, demand) = choices_and_demand(department, on);
        let schedule = Schedule::of(&demand, &choices, department, on);
        Self { choices, demand, schedule }
    }

    /// The part of the analysis that concerns the people of `school`: their demand, and their places
    /// in the groups of the whole department.
    pub(crate) fn of_school(&self, department: &Department, school: SchoolIndex) -> Self {
        let is_own = |person: PersonIndex| department.people[person].school == school;
        let choices: Vec<PersonChoices> = (self.choices.iter().enumerate())
            .map(|(i, own)| if is_own(i) { own.clone() } else { PersonChoices::default() })
            .collect();
        let demand = Demand::of_choices(&choices, department);
        let schedule = self.schedule.of_people(&choices, school, is_own);
        Self { choices, demand, schedule }
    }
}
