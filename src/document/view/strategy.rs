//! The strategic training plan: what the department needs to learn, who goes
//! where when, and what it costs.
//!
//! Made once for two audiences. Those inside read names and schools. Everybody
//! else reads neither, and no figure that rests on fewer people than the
//! department's smallest group, nor one from which such a figure could be
//! subtracted. That plan counts people and says nothing that is reckoned from their
//! levels, but for a coarse share: a sum of levels, less a count of people, would tell
//! how far single people want to go, and so would an order by it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use serde::Serialize;
use strum::VariantArray;

use super::{Fact, courses};
use crate::analysis::Analysis;
use crate::analysis::averages::{AreaAverage, averages};
use crate::analysis::choices::Commitment;
use crate::analysis::demand::{
    AreaNeed, Cost, CourseNeed, Demand, Payment, PersonIndex, payments,
};
use crate::analysis::disclosure::{Disclosure, Telling};
use crate::analysis::groups::{Against, Clash, CourseGroups, Group, Outcome, Reason, Schedule, office_sizes};
use crate::analysis::share::{self, Share};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::language::{Language, no_break};

/// Sessions that could not be had, told one by one.
const MOST_AGAINST: usize = 4;

/// Who reads a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The department's own leaders, who see names and schools.
    Inside,
    /// Anybody: no names, and no figure on a group smaller than this.
    Anybody {
        /// The smallest group that a figure may rest on.
        smallest_group: usize,
    },
}

/// The plan.
#[derive(Debug, Serialize)]
pub struct StrategyView {
    /// The areas in which somebody has a gap, the greatest need first.
    areas: Vec<AreaLine>,
    /// What the areas' shares are of; `None` where no shares are told.
    share_heading: Option<String>,
    /// The courses that somebody needs, the greatest need first.
    courses: Vec<CourseLine>,
    /// Dates that don't go together, in sentences.
    clashes: Vec<String>,
    /// Areas in which the catalogue has nothing for some, and what to do.
    without_course: Vec<Fact>,
    /// What it all costs and takes, and whether the budget reaches.
    totals: Vec<String>,
    /// What to take first where the budget does not reach.
    first: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AreaLine {
    /// Its place; `None` where the number that ranks it is not told.
    rank: Option<usize>,
    name: String,
    /// Whether its figures are told.
    told: bool,
    people: String,
    needed: String,
    /// The levels to climb in all; inside only.
    levels: Option<String>,
    /// The mean now and wanted, over all who filled it in; inside only.
    average: Option<String>,
    /// How many of them stand at the middle of the scale or above; outside only.
    share: Option<String>,
    /// The ways to close the gaps.
    ways: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CourseLine {
    /// For the index.
    key: usize,
    /// Its number, unless that is an id of the catalogue's own.
    number: Option<String>,
    title: String,
    kind: String,
    areas: String,
    /// Whether its figures are told.
    told: bool,
    people: String,
    cost: String,
    days: String,
    /// Why there are so many groups.
    why: Option<String>,
    groups: Vec<String>,
    /// Who needs it; nobody's name outside.
    who: Option<String>,
}

/// The strategic plan of `department` for `audience`.
pub fn view(
    department: &Department,
    language: &Language,
    audience: Audience,
    analysis: &Analysis,
) -> StrategyView {
    let Analysis { demand, schedule, .. } = analysis;
    let offices = office_sizes(department);
    let disclosure = match audience {
        Audience::Inside => Disclosure::everything(demand),
        Audience::Anybody { smallest_group } => Disclosure::to_anybody(demand, smallest_group),
    };
    let writer = Writer { department, language, audience, offices: &offices, disclosure: &disclosure };
    let (mut areas, mut courses): (Vec<&AreaNeed>, Vec<&CourseNeed>) =
        (demand.areas.iter().collect(), demand.courses.iter().collect());
    if audience != Audience::Inside {
        // An order by anything that is not told would tell which of it is larger.
        areas.sort_by_key(|need| match disclosure.area(need) {
            Telling::Told => (false, Reverse(need.people.len()), need.area),
            _ => (true, Reverse(0), need.area),
        });
        courses.sort_by_key(|need| match disclosure.course(need) {
            Telling::Told => (false, Reverse(need.people.len()), need.course),
            _ => (true, Reverse(0), need.course),
        });
    }
    let averages = averages(department, department.people.iter());
    StrategyView {
        share_heading: writer
            .share_level()
            .map(|level| language.say("strategy-share-heading", &[("level", level.to_string().into())])),
        areas: areas
            .iter()
            .enumerate()
            .map(|(i, need)| writer.area(i + 1, need, &averages[need.area.0], &courses))
            .collect(),
        courses: courses.iter().map(|need| writer.course(need, schedule)).collect(),
        clashes: writer.clashes(schedule),
        without_course: writer.without_course(&areas),
        totals: writer.totals(&courses, demand),
        first: writer.first(demand),
    }
}

impl StrategyView {
    /// The courses for an index: each in words, and the place it leads to.
    pub(super) fn index(&self) -> Vec<(String, String)> {
        let entry = |course: &CourseLine| {
            (
                courses::printed_name(course.number.as_deref().unwrap_or_default(), &course.title),
                format!("course-{}", course.key),
            )
        };
        self.courses.iter().map(entry).collect()
    }
}

struct Writer<'a> {
    department: &'a Department,
    language: &'a Language,
    audience: Audience,
    offices: &'a [usize],
    disclosure: &'a Disclosure<'a>,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.language.say(key, &[])
    }

    /// A figure, or why it is not told.
    fn figure(&self, telling: Telling, figure: impl FnOnce() -> String) -> String {
        match telling {
            Telling::Told => figure(),
            Telling::TooFew => self.few(),
            Telling::Withheld => no_break(&self.say("figure-withheld")),
        }
    }

    fn few(&self) -> String {
        let least = self.department.settings.smallest_group;
        no_break(&self.language.say("figure-few", &[("least", least.into())]))
    }

    fn course_of(&self, course: CourseIndex) -> &Course {
        &self.department.catalogue.courses[course.0]
    }

    fn area_name(&self, area: AreaIndex) -> &str {
        &self.department.role_model.areas[area.0].name
    }

    fn school_name(&self, school: SchoolIndex) -> &str {
        &self.department.settings.schools[school.0].name
    }

    /// Names, each with its school.
    fn names(&self, people: &[PersonIndex]) -> String {
        let name = |&person: &PersonIndex| {
            let person = &self.department.people[person];
            let facts = [
                ("name", person.name.value.as_str().into()),
                ("school", self.school_name(person.school).into()),
            ];
            self.language.say("name-and-school", &facts)
        };
        people.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    fn area(&self, rank: usize, need: &AreaNeed, average: &AreaAverage, courses: &[&CourseNeed]) -> AreaLine {
        let telling = self.disclosure.area(need);
        let total = priced.iter().map(|need| cost(need)).sum::<i64>();
        if self.audience != Audience::Inside || total <= budget.hundredths {
            return Vec::new();
        }
        self.payments(demand, budget.hundredths)
    }

    /// In which order the budget pays, each with the reason: what is bound first.
    fn payments(&self, demand: &Demand, budget: i64) -> Vec<String> {
        let line = |payment: &Payment<'_>| {
            let key = match (payment.share.commitment, payment.reached) {
                (Commitment::Bound, _) => "budget-bound",
                (Commitment::Wished, true) => "budget-first-wished",
                (Commitment::Possible, true) => "budget-first-possible",
                (Commitment::Wished, false) => "budget-later-wished",
                (Commitment::Possible, false) => "budget-later-possible",
            };
            let facts = [
                ("course", courses::name(self.course_of(payment.course)).into()),
                ("people", payment.share.people.len().into()),
                ("needed", payment.share.needed.into()),
                ("kroner", self.language.number(payment.kroner).into()),
            ];
            self.language.say(key, &facts)
        };
        let payments = payments(demand, self.department, budget);
        let priced = payments.iter().filter(|payment| payment.kroner > 0);
        let (first, later): (Vec<&Payment<'_>>, Vec<&Payment<'_>>) =
            priced.partition(|payment| payment.reached);
        first.into_iter().chain(later).map(line).collect()
    }
}

/// The sentence of what is so far.
fn commitment_key(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::Bound => "total-bound",
        Commitment::Wished => "total-wished",
        Commitment::Possible => "total-possible",
    }
}
