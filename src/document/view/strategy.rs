//! The strategic training plan: what the department needs to learn, who goes
//! where when, and what it costs.
//!
//! Made once for two audiences. Those inside read names and schools. Everybody
//! else reads neither, and no figure that rests on fewer people than the
//! department's smallest group, nor one from which such a figure could be
//! subtracted.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use super::{Fact, courses};
use crate::analysis::averages::AreaAverage;
use crate::analysis::demand::{AreaNeed, Cost, CourseNeed, Demand, PersonIndex, within_budget};
use crate::analysis::groups::{Clash, CourseGroups, Group, Schedule, Why, office_sizes};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::language::{Language, no_break};

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
    rank: usize,
    name: String,
    people: String,
    levels: String,
    needed: String,
    /// The mean now and wanted, over all who filled it in.
    average: String,
    /// The ways to close the gaps.
    ways: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CourseLine {
    /// For the index.
    key: usize,
    number: String,
    title: String,
    kind: String,
    areas: String,
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
    averages: &[AreaAverage],
    language: &Language,
    audience: Audience,
    on: Option<Date>,
) -> StrategyView {
    let demand = Demand::of(department, on);
    let schedule = Schedule::of(&demand, department, on);
    let offices = office_sizes(department);
    let told = told(&demand, audience);
    let writer = Writer { department, language, audience, offices: &offices, told: &told };
    let shown = writer.shown_courses(&demand);
    let (mut areas, mut courses): (Vec<&AreaNeed>, Vec<&CourseNeed>) =
        (demand.areas.iter().collect(), demand.courses.iter().collect());
    // The order of figures that are not told would tell which of them is larger.
    areas.sort_by_key(|need| (!writer.may_tell(need.people.len())).then_some(need.area));
    courses.sort_by_key(|need| (!told.courses.contains(&need.course)).then_some(need.course));
    StrategyView {
        areas: areas
            .into_iter()
            .enumerate()
            .map(|(i, need)| writer.area(i + 1, need, &averages[need.area.0], &demand))
            .collect(),
        courses: courses.into_iter().map(|need| writer.course(need, &schedule)).collect(),
        clashes: writer.clashes(&schedule),
        without_course: writer.without_course(&demand),
        totals: writer.totals(&demand, &shown),
        first: writer.first(&demand, &shown),
    }
}

/// The figures on people that may be told.
#[derive(Debug)]
struct Told {
    /// Of these courses.
    courses: BTreeSet<CourseIndex>,
    /// On those without a course in these areas.
    without_course: BTreeSet<AreaIndex>,
}

/// Everybody with a gap in an area has one way to close it, so the area's number
/// is the sum of its ways. Where some of them are too small to be told, what is
/// left when the told ones are subtracted must rest on enough people too; so
/// the smallest told one is not told either, until it does.
fn told(demand: &Demand, audience: Audience) -> Told {
    let mut told = Told {
        courses: demand.courses.iter().map(|need| need.course).collect(),
        without_course: demand.areas.iter().map(|need| need.area).collect(),
    };
    let Audience::Anybody { smallest_group } = audience else { return told };
    let enough = |people: usize| people >= smallest_group;
    let people_of = |course: CourseIndex| {
        demand.courses.iter().find(|need| need.course == course).map_or(0, |need| need.people.len())
    };
    told.courses.retain(|&course| enough(people_of(course)));
    told.without_course = demand
        .areas
        .iter()
        .filter(|need| enough(need.people.len()) && enough(need.without_course.len()))
        .map(|need| need.area)
        .collect();
    loop {
        let before = (told.courses.len(), told.without_course.len());
        // Where the area's own number is not told, nothing can be subtracted from it.
        for need in demand.areas.iter().filter(|need| enough(need.people.len())) {
            let ways: BTreeSet<CourseIndex> = demand.courses_for(need.area).map(|way| way.course).collect();
            let told_ways = || ways.iter().copied().filter(|way| told.courses.contains(way));
            let without_told = told.without_course.contains(&need.area);
            let without = need.without_course.len();
            let all_told =
                told_ways().count() == ways.len() && (without_told || without == 0) && need.other_ways == 0;
            let by_course = demand.courses_for(need.area).filter(|way| told.courses.contains(&way.course));
            let sum = by_course.map(|way| way.areas[&need.area]).sum::<usize>()
                + if without_told { without } else { 0 };
            if all_told || enough(need.people.len().saturating_sub(sum)) {
                continue;
            }
            match told_ways().min_by_key(|&way| (people_of(way), way)) {
                Some(smallest) if !without_told || people_of(smallest) <= without => {
                    told.courses.remove(&smallest);
                }
                _ => {
                    told.without_course.remove(&need.area);
                }
            }
        }
        if before == (told.courses.len(), told.without_course.len()) {
            return told;
        }
    }
}

impl StrategyView {
    /// The courses for an index: each in words, and the place it leads to.
    pub(super) fn index(&self) -> Vec<(String, String)> {
        let entry = |course: &CourseLine| {
            (courses::printed_name(&course.number, &course.title), format!("course-{}", course.key))
        };
        self.courses.iter().map(entry).collect()
    }
}

struct Writer<'a> {
    department: &'a Department,
    language: &'a Language,
    audience: Audience,
    offices: &'a [usize],
    told: &'a Told,
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.language.say(key, &[])
    }

    /// Whether a figure on so many people may be told.
    fn may_tell(&self, people: usize) -> bool {
        match self.audience {
            Audience::Inside => true,
            Audience::Anybody { smallest_group } => people >= smallest_group,
        }
    }

    /// A figure that rests on so many people, or that they are too few.
    fn unless_few(&self, people: usize, figure: impl FnOnce() -> String) -> String {
        match self.audience {
            Audience::Anybody { smallest_group } if people < smallest_group => {
                no_break(&self.language.say("figure-few", &[("least", smallest_group.into())]))
            }
            _ => figure(),
        }
    }

    fn count(&self, people: usize) -> String {
        self.unless_few(people, || people.to_string())
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

    fn area(&self, rank: usize, need: &AreaNeed, average: &AreaAverage, demand: &Demand) -> AreaLine {
        let people = need.people.len();
        // What is left of the people must not be too few either.
        let rest = people - need.needed;
        let needed =
            || if rest > 0 && !self.may_tell(rest) { self.count(0) } else { self.count(need.needed) };
        AreaLine {
            rank,
            name: self.area_name(need.area).to_owned(),
            people: self.count(people),
            levels: self.unless_few(people, || need.levels.to_string()),
            needed: needed(),
            average: self.unless_few(average.people, || {
                format!("{} → {}", self.language.mean(average.current), self.language.mean(average.wanted))
            }),
            ways: self.ways(need, demand),
        }
    }

    /// The ways to close the gaps of an area: the courses that people need for it,
    /// and the colleagues who agreed to teach it.
    fn ways(&self, need: &AreaNeed, demand: &Demand) -> Vec<String> {
        let mut ways: Vec<String> = demand
            .courses_for(need.area)
            .map(|course| {
                let name = courses::name(self.course_of(course.course));
                if self.audience != Audience::Inside {
                    return name;
                }
                let facts = [("course", name.into()), ("people", course.people.len().into())];
                self.language.say("strategy-way-course", &facts)
            })
            .collect();
        if !need.without_course.is_empty() {
            ways.push(self.say("strategy-way-none"));
        }
        match (self.audience, &need.teachers[..]) {
            (_, []) => {}
            (Audience::Inside, teachers) => {
                let names = self.names(teachers);
                ways.push(self.language.say("strategy-way-teachers", &[("names", names.into())]));
            }
            (Audience::Anybody { .. }, teachers) => {
                let people = self.count(teachers.len());
                ways.push(self.language.say("strategy-way-teachers-count", &[("people", people.into())]));
            }
        }
        ways
    }

    fn course(&self, need: &CourseNeed, schedule: &Schedule) -> CourseLine {
        let course = self.course_of(need.course);
        let people = need.people.len();
        let cost = Cost::of(course, people);
        let areas: Vec<&str> = need.areas.keys().map(|&area| self.area_name(area)).collect();
        let told = self.told.courses.contains(&need.course);
        let counted = if told { people } else { 0 };
        let figure = |known: bool, hundredths: i64| {
            if known { self.unless_few(counted, || self.language.number(hundredths)) } else { String::new() }
        };
        let groups = schedule.courses.iter().find(|groups| groups.course == need.course);
        let inside = self.audience == Audience::Inside;
        CourseLine {
            key: need.course.0,
            number: course.number.clone(),
            title: course.title.clone(),
            kind: courses::kind(course, self.department, self.language),
            areas: areas.join(", "),
            people: self.count(counted),
            cost: figure(cost.without_price == 0, cost.kroner),
            days: figure(cost.without_days == 0, cost.days),
            why: groups.filter(|_| told).and_then(|groups| self.why(groups)),
            groups: groups.filter(|_| told).map(|groups| self.groups(groups, course)).unwrap_or_default(),
            // Where groups name everybody, nobody is named twice.
            who: (inside && groups.is_none()).then(|| self.names(&need.people)),
        }
    }

    /// Why a course has more than one group.
    fn why(&self, groups: &CourseGroups) -> Option<String> {
        let count = ("groups", groups.groups.len().into());
        let (key, schools) = match &groups.why {
            Why::One => return None,
            Why::Seats => ("groups-by-seats", &[][..]),
            Why::Schools(schools) => ("groups-by-schools", &schools[..]),
            Why::SeatsAndSchools(schools) => ("groups-by-both", &schools[..]),
        };
        if self.audience != Audience::Inside {
            return Some(self.language.say("groups-more", &[count]));
        }
        let schools: Vec<&str> = schools.iter().map(|&school| self.school_name(school)).collect();
        Some(self.language.say(key, &[count, ("schools", schools.join(", ").into())]))
    }

    /// A line for each group.
    fn groups(&self, groups: &CourseGroups, course: &Course) -> Vec<String> {
        // From all sizes but one, the last can be subtracted.
        let tell_sizes = groups.groups.iter().all(|group| self.may_tell(group.people.len()));
        if !tell_sizes {
            return Vec::new();
        }
        let lines = groups.groups.iter().enumerate();
        lines.map(|(i, group)| self.group(i + 1, group, course)).collect()
    }

    fn group(&self, number: usize, group: &Group, course: &Course) -> String {
        let when = match group.session.map(|i| &course.sessions[i]) {
            Some(session) => courses::when(session, self.language),
            None => self.say("group-without-date"),
        };
        let mut line = self.language.say(
            "group-line",
            &[("number", number.into()), ("when", when.into()), ("people", group.people.len().into())],
        );
        if self.audience == Audience::Inside {
            line = format!("{line} {}.", self.names(&group.people));
            let alone: Vec<PersonIndex> = group
                .people
                .iter()
                .copied()
                .filter(|&person| self.offices[self.department.people[person].school.0] < 2)
                .collect();
            if !alone.is_empty() {
                let schools: BTreeSet<SchoolIndex> =
                    alone.iter().map(|&person| self.department.people[person].school).collect();
                let schools: Vec<&str> = schools.into_iter().map(|school| self.school_name(school)).collect();
                let facts = [("schools", schools.join(", ").into())];
                line = format!("{line} {}", self.language.say("group-needs-cover", &facts));
            }
        }
        line
    }

    fn clashes(&self, schedule: &Schedule) -> Vec<String> {
        if self.audience != Audience::Inside {
            return Vec::new();
        }
        let names = |courses: &[CourseIndex]| {
            let names: Vec<String> = courses.iter().map(|&c| courses::name(self.course_of(c))).collect();
            names.join("; ")
        };
        let sentence = |clash: &Clash| match clash {
            Clash::OfficeEmpty(school, courses) => self.language.say(
                "clash-office",
                &[("school", self.school_name(*school).into()), ("courses", names(courses).into())],
            ),
            Clash::TwoAtOnce(person, courses) => self.language.say(
                "clash-person",
                &[("name", self.names(&[*person]).into()), ("courses", names(courses).into())],
            ),
        };
        schedule.clashes.iter().map(sentence).collect()
    }

    /// Each area in which the catalogue has nothing for some: an internal course or
    /// a network, with those who agreed to teach.
    fn without_course(&self, demand: &Demand) -> Vec<Fact> {
        let areas = demand.areas.iter().filter(|need| !need.without_course.is_empty());
        areas
            .map(|need| {
                let told = self.told.without_course.contains(&need.area);
                let people = self.count(if told { need.without_course.len() } else { 0 });
                let key = match (self.audience, need.teachers.is_empty()) {
                    (Audience::Inside, false) => "without-course-teachers",
                    _ => "without-course",
                };
                let facts = [("people", people.into()), ("names", self.names(&need.teachers).into())];
                let mut value = self.language.say(key, &facts);
                if self.audience == Audience::Inside {
                    let who = self.names(&need.without_course);
                    value = format!(
                        "{value} {}",
                        self.language.say("without-course-who", &[("names", who.into())])
                    );
                }
                Fact { label: self.area_name(need.area).to_owned(), value }
            })
            .collect()
    }

    /// The courses whose figures may all be told; `None` where one may not and has
    /// a price, so that no total can be told either.
    fn shown_courses(&self, demand: &Demand) -> Option<Cost> {
        let mut total = Cost::default();
        for need in &demand.courses {
            if !self.told.courses.contains(&need.course) {
                return None;
            }
            total = total.and(Cost::of(self.course_of(need.course), need.people.len()));
        }
        Some(total)
    }

    fn totals(&self, demand: &Demand, total: &Option<Cost>) -> Vec<String> {
        if demand.courses.is_empty() {
            return Vec::new();
        }
        let Some(total) = total else { return vec![self.say("total-hidden")] };
        let kroner = self.language.number(total.kroner);
        let days = self.language.number(total.days);
        let mut sentences =
            vec![self.language.say("total-cost", &[("kroner", kroner.into()), ("days", days.into())])];
        if total.without_price > 0 || total.without_days > 0 {
            let facts = [("price", total.without_price.into()), ("days", total.without_days.into())];
            sentences.push(self.language.say("total-unknown", &facts));
        }
        if let Some(budget) = self.department.settings.budget {
            let over = total.kroner - budget.hundredths;
            let key = if over > 0 { "budget-over" } else { "budget-within" };
            let facts = [
                ("budget", self.language.number(budget.hundredths).into()),
                ("difference", self.language.number(over.abs()).into()),
            ];
            sentences.push(self.language.say(key, &facts));
        }
        sentences
    }

    /// What to take first, where the budget does not reach for everything.
    fn first(&self, demand: &Demand, total: &Option<Cost>) -> Vec<String> {
        let (Some(total), Some(budget)) = (total, self.department.settings.budget) else { return Vec::new() };
        if total.kroner <= budget.hundredths {
            return Vec::new();
        }
        let reached = within_budget(demand, self.department, budget.hundredths);
        let priced = demand
            .courses
            .iter()
            .filter(|need| Cost::of(self.course_of(need.course), need.people.len()).kroner > 0);
        priced
            .map(|need| {
                let cost = Cost::of(self.course_of(need.course), need.people.len());
                let key = if reached.contains(&need.course) { "budget-first" } else { "budget-later" };
                let facts = [
                    ("course", courses::name(self.course_of(need.course)).into()),
                    ("people", self.count(need.people.len()).into()),
                    ("needed", self.count(need.needed).into()),
                    ("kroner", self.language.number(cost.kroner).into()),
                ];
                self.language.say(key, &facts)
            })
            .collect()
    }
}
