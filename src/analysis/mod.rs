//! What follows from the files: gaps, strengths, the ways to close a gap, averages.
//!
//! Everything here is a pure function of the department and a date; nothing
//! here knows how it will be printed.

mod assignment;
pub mod averages;
pub mod choices;
pub mod coverage;
pub mod demand;
pub mod disclosure;
pub mod gaps;
pub mod groups;
pub mod judgement_date;
pub mod level_share;
pub mod matching;
pub mod mentors;
pub mod order;
pub mod status;

use jiff::civil::Date;

use crate::department::Department;
use choices::PersonChoices;
use demand::Demand;
use groups::Schedule;

/// What is known of a whole department on one day. Every document about everybody
/// reads the same.
#[derive(Debug)]
pub struct Analysis {
    /// What each person takes, in the order of [`Department::people`].
    pub choices: Vec<PersonChoices>,
    /// What that adds up to.
    pub demand: Demand,
    /// Who goes with which group.
    pub schedule: Schedule,
}

impl Analysis {
    /// The analysis of `department`, judged on the day `on`.
    pub fn of(department: &Department, on: Option<Date>) -> Self {
        let people = department.people.iter();
        let choices: Vec<PersonChoices> =
            people.map(|person| PersonChoices::of(person, department, on)).collect();
        let demand = Demand::of_choices(&choices, department);
        let schedule = Schedule::of(&demand, &choices, department, on);
        Self { choices, demand, schedule }
    }
}
