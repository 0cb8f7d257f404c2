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

use fluent_bundle::FluentValue;
use serde::Serialize;
use strum::VariantArray;

use super::{Fact, courses};
use crate::analysis::Analysis;
use crate::analysis::averages::{AreaAverage, averages};
use crate::analysis::choices::Commitment;
use crate::analysis::demand::{AreaNeed, Cost, CourseNeed, Demand, Payment, PersonIndex, payments};
use crate::analysis::disclosure::{Disclosure, Visibility};
use crate::analysis::groups::{
    Against, CandidateOutcome, Clash, CourseGroups, Group, Reason, Schedule, office_sizes,
};
use crate::analysis::level_share::{self, LevelShare};
use crate::department::Department;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::profile::Profile;
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
    /// The heading of the courses' costs: the currency.
    cost_heading: String,
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
            Visibility::Shown => (false, Reverse(need.people.len()), need.area),
            _ => (true, Reverse(0), need.area),
        });
        courses.sort_by_key(|need| match disclosure.course(need) {
            Visibility::Shown => (false, Reverse(need.people.len()), need.course),
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
        cost_heading: match department.settings.currency {
            own if own.is_own(language) => language.say("label-kroner", &[]),
            other => other.code().to_owned(),
        },
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
    fn figure(&self, telling: Visibility, figure: impl FnOnce() -> String) -> String {
        match telling {
            Visibility::Shown => figure(),
            Visibility::TooFew => self.few(),
            Visibility::Withheld => no_break(&self.say("figure-withheld")),
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
        let inside = self.audience == Audience::Inside;
        AreaLine {
            rank: (telling == Visibility::Shown).then_some(rank),
            name: self.area_name(need.area).to_owned(),
            told: telling == Visibility::Shown,
            people: self.figure(telling, || need.people.len().to_string()),
            needed: self.figure(self.disclosure.needed(need), || need.needed.to_string()),
            levels: inside.then(|| need.levels.to_string()),
            average: inside.then(|| {
                format!("{} → {}", self.language.mean(average.current), self.language.mean(average.wanted))
            }),
            share: self.share(need.area),
            ways: self.ways(need, courses),
        }
    }

    /// The level that shares are told of; `None` inside, where there are means.
    fn share_level(&self) -> Option<i64> {
        if self.audience == Audience::Inside {
            return None;
        }
        level_share::middle(&self.department.role_model.scale)
    }

    /// How many of those who filled in `area` stand at that level or above.
    fn share(&self, area: AreaIndex) -> Option<String> {
        let level = self.share_level()?;
        let people = self.department.people.iter();
        let levels: Vec<i64> =
            people.filter_map(|person| Some(person.levels[area.0].as_ref()?.current)).collect();
        let telling = self.disclosure.people(levels.len());
        Some(match LevelShare::at_level(&levels, level, self.disclosure.smallest_group()) {
            Some(share) => self.figure(telling, || no_break(&self.say(share.key()))),
            None if telling == Visibility::Shown => self.figure(Visibility::Withheld, String::new),
            None => self.figure(telling, String::new),
        })
    }

    /// The ways to close the gaps of an area: the courses that people need for it,
    /// and the colleagues who agreed to teach it.
    fn ways(&self, need: &AreaNeed, courses: &[&CourseNeed]) -> Vec<String> {
        let mut ways: Vec<String> = courses
            .iter()
            .filter_map(|course| {
                let name = courses::name(self.course_of(course.course));
                if self.audience != Audience::Inside {
                    return course.areas.contains_key(&need.area).then_some(name);
                }
                let people = *course.serves.get(&need.area)?;
                let all = course.people.len();
                // The same number as at the course itself, or both.
                let key = if people == all { "strategy-way-course" } else { "strategy-way-course-of" };
                let facts = [("course", name.into()), ("people", people.into()), ("all", all.into())];
                Some(self.language.say(key, &facts))
            })
            .collect();
        if !need.without_course.is_empty() {
            ways.push(self.say("strategy-way-none"));
        }
        // Their number is told to nobody else: it is what keeps the others from being worked out.
        if self.audience == Audience::Inside {
            let others = [
                ("strategy-way-other", need.other_ways),
                ("strategy-way-postponed", need.postponed),
                ("strategy-way-done", need.done),
            ];
            let others = others.into_iter().filter(|(_, people)| *people > 0);
            ways.extend(others.map(|(key, people)| self.language.say(key, &[("people", people.into())])));
        }
        if self.audience == Audience::Inside {
            if !need.teachers.is_empty() {
                let names = self.names(&need.teachers);
                ways.push(self.language.say("strategy-way-teachers", &[("names", names.into())]));
            }
        } else {
            // All who agreed, whatever their levels: who of them masters the area would tell of those.
            let willing = |person: &&Profile| person.consent.teaches.covers(need.area);
            let willing = self.department.people.iter().filter(willing).count();
            if willing > 0 {
                let telling = self.disclosure.people(willing);
                let people = self.figure(telling, || willing.to_string());
                ways.push(self.language.say("strategy-way-teachers-count", &[("people", people.into())]));
            }
        }
        ways
    }

    fn course(&self, need: &CourseNeed, schedule: &Schedule) -> CourseLine {
        let course = self.course_of(need.course);
        let people = need.people.len();
        let cost = Cost::of(course, people);
        let served = if self.audience == Audience::Inside { &need.serves } else { &need.areas };
        let areas: Vec<&str> = match served.is_empty() {
            true => course.areas.iter().map(|&area| self.area_name(area)).collect(),
            false => served.keys().map(|&area| self.area_name(area)).collect(),
        };
        let telling = self.disclosure.course(need);
        let told = telling == Visibility::Shown;
        let figure = |known: bool, hundredths: i64| match known {
            true => self.figure(telling, || self.language.number(hundredths)),
            false => String::new(),
        };
        let groups = schedule.courses.iter().find(|groups| groups.course == need.course);
        let inside = self.audience == Audience::Inside;
        // How many there are tells of the smallest of them as soon as they are nearly as many
        // as the people.
        let told_groups = groups.filter(|groups| told && self.all_told(groups));
        CourseLine {
            key: need.course.0,
            number: Some(&course.number).filter(|number| courses::is_official(number)).cloned(),
            title: course.title.clone(),
            kind: courses::kind(course, self.department, self.language),
            areas: areas.join(", "),
            told,
            people: self.figure(telling, || people.to_string()),
            cost: figure(cost.without_price == 0, cost.kroner),
            days: figure(cost.without_days == 0, cost.days),
            why: told_groups.and_then(|groups| self.why(groups)),
            groups: told_groups.map(|groups| self.groups(groups, course)).unwrap_or_default(),
            // Where groups name everybody, nobody is named twice.
            who: (inside && groups.is_none()).then(|| self.names(&need.people)),
        }
    }

    /// How many groups a course has, where there is more than one.
    fn why(&self, groups: &CourseGroups) -> Option<String> {
        let count = groups.groups.len();
        (self.audience != Audience::Inside && count > 1)
            .then(|| self.language.say("groups-more", &[("groups", count.into())]))
    }

    /// Whether every group may be told: from all sizes but one, the last can be subtracted.
    fn all_told(&self, groups: &CourseGroups) -> bool {
        let sizes = groups.groups.iter().map(|group| group.people.len()).chain([groups.unknown.len()]);
        sizes.filter(|size| *size > 0).all(|size| self.disclosure.people(size) == Visibility::Shown)
    }

    /// A line for each group, and for those inside what more is to be said of them.
    fn groups(&self, groups: &CourseGroups, course: &Course) -> Vec<String> {
        let lines = groups.groups.iter().enumerate();
        let mut lines: Vec<String> = lines.map(|(i, group)| self.group(i + 1, group, course)).collect();
        if self.audience == Audience::Inside {
            if !groups.unknown.is_empty() {
                let facts = [("names", self.names(&groups.unknown).into())];
                lines.push(self.language.say("group-unknown-session", &facts));
            }
            lines.extend(groups.reasons.iter().map(|reason| self.reason(reason, course)));
        }
        lines
    }

    /// Why some are not where they would rather be.
    fn reason(&self, reason: &Reason, course: &Course) -> String {
        let against = |(session, against): &(usize, Against)| {
            let key = match against {
                Against::Full => "against-full",
                Against::AtAnotherCourse => "against-another-course",
                Against::OfficeEmpty => "against-office-empty",
                Against::OneClassMore => "against-one-class-more",
            };
            let date = self.language.short_date(course.sessions[*session].start);
            self.language.say(key, &[("date", date.into())])
        };
        let mut told: Vec<String> = reason.against.iter().take(MOST_AGAINST).map(against).collect();
        if let Some(more) = reason.against.len().checked_sub(MOST_AGAINST).filter(|more| *more > 0) {
            told.push(self.language.say("against-more", &[("count", more.into())]));
        }
        let against = told;
        let key = match (reason.outcome, against.is_empty()) {
            (CandidateOutcome::Placed, _) => "reason-placed",
            (CandidateOutcome::AfterDeadline, true) => "reason-late",
            (CandidateOutcome::AfterDeadline, false) => "reason-late-because",
            (CandidateOutcome::WithoutDate, true) => "reason-no-session",
            (CandidateOutcome::WithoutDate, false) => "reason-no-date-because",
        };
        let facts = [("names", self.names(&reason.people).into()), ("reasons", against.join("; ").into())];
        self.language.say(key, &facts)
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
            if group.enrolled > 0 {
                let facts = [("enrolled", group.enrolled.into())];
                line = format!("{line} {}", self.language.say("group-enrolled", &facts));
            }
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
        let not_all_tried = (!schedule.is_proven).then(|| self.language.say("clash-not-all-tried", &[]));
        schedule.clashes.iter().map(sentence).chain(not_all_tried).collect()
    }

    /// Each area in which the catalogue has nothing for some: an internal course or
    /// a network, with those who agreed to teach.
    fn without_course(&self, areas: &[&AreaNeed]) -> Vec<Fact> {
        let areas = areas.iter().filter(|need| !need.without_course.is_empty());
        areas
            .map(|need| {
                let telling = self.disclosure.without_course(need);
                let people = self.figure(telling, || need.without_course.len().to_string());
                let key = match (telling, self.audience, need.teachers.is_empty()) {
                    (Visibility::Withheld, ..) => "without-course-withheld",
                    (_, Audience::Inside, false) => "without-course-teachers",
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

    /// What all courses together cost and take, in sentences.
    fn totals(&self, courses: &[&CourseNeed], demand: &Demand) -> Vec<String> {
        if courses.is_empty() {
            return Vec::new();
        }
        let cost = |need: &CourseNeed| Cost::of(self.course_of(need.course), need.people.len());
        let sum = |needs: &mut dyn Iterator<Item = &&CourseNeed>| {
            needs.fold(Cost::default(), |sum, need| sum.and(cost(need)))
        };
        let (told, untold): (Vec<&CourseNeed>, Vec<&CourseNeed>) =
            courses.iter().partition(|need| self.disclosure.course(need) == Visibility::Shown);
        let untold = sum(&mut untold.iter());
        // From a total, what is told of the others could be subtracted.
        let all_told = untold.kroner == 0 && untold.days == 0;
        let shown = sum(&mut told.iter());
        let facts = self.with_currency([
            ("kroner", self.language.number(shown.kroner).into()),
            ("days", self.language.number(shown.days).into()),
        ]);
        let mut sentences = if all_told {
            vec![self.language.say("total-cost", &facts)]
        } else if told.is_empty() {
            vec![self.say("total-hidden")]
        } else {
            vec![self.say("total-hidden"), self.language.say("total-told", &facts)]
        };
        let all = untold.and(shown);
        for (key, courses) in
            [("total-without-price", all.without_price), ("total-without-days", all.without_days)]
        {
            if courses > 0 {
                sentences.push(self.language.say(key, &[("courses", courses.into())]));
            }
        }
        if self.audience == Audience::Inside {
            sentences.extend(self.commitments(demand));
            sentences.extend(self.budget_left(demand));
        } else {
            sentences.extend(self.budget(all_told.then_some(shown.kroner), courses));
        }
        sentences
    }

    /// `facts` and those of the department's currency.
    fn with_currency<'f, const N: usize>(
        &self,
        facts: [(&'static str, FluentValue<'f>); N],
    ) -> Vec<(&'static str, FluentValue<'f>)> {
        facts.into_iter().chain(self.department.settings.currency.facts(self.language)).collect()
    }

    /// What is bound, wished and possible, each in a sentence. For those inside only: of
    /// one course with a known price, the parts of a total tell how many people they are.
    fn commitments(&self, demand: &Demand) -> Vec<String> {
        let sentence = |commitment: &Commitment| {
            let cost = demand.cost(*commitment, self.department);
            let courses = demand.courses.iter().filter(|need| need.people_at(*commitment) > 0).count();
            let facts = self.with_currency([
                ("kroner", self.language.number(cost.kroner).into()),
                ("days", self.language.number(cost.days).into()),
                ("courses", courses.into()),
            ]);
            (courses > 0).then(|| self.language.say(commitment_key(*commitment), &facts))
        };
        Commitment::VARIANTS.iter().filter_map(sentence).collect()
    }

    /// What is left of the budget when what is bound is paid, and what that means for the rest.
    fn budget_left(&self, demand: &Demand) -> Option<String> {
        let budget = self.department.settings.budget?.hundredths;
        let of = |commitment| demand.cost(commitment, self.department).kroner;
        let bound = of(Commitment::Bound);
        let rest = of(Commitment::Wished).saturating_add(of(Commitment::Possible));
        let left = budget.saturating_sub(bound);
        let (key, difference) = match (left, left.saturating_sub(rest)) {
            (..0, _) => ("budget-bound-over", -left),
            (_, 0..) => ("budget-left-enough", left - rest),
            (_, missing) => ("budget-left-short", -missing),
        };
        let number = |hundredths| self.language.number(hundredths).into();
        let facts = [("budget", number(budget)), ("left", number(left)), ("difference", number(difference))];
        let facts = self.with_currency(facts);
        Some(self.language.say(key, &facts))
    }

    /// What is left of the budget, or as much as can be said without a total.
    fn budget(&self, total: Option<i64>, courses: &[&CourseNeed]) -> Option<String> {
        let budget = self.department.settings.budget?.hundredths;
        let few = usize::try_from(self.department.settings.smallest_group).unwrap_or(usize::MAX) - 1;
        // What anybody can work out: as many as there may be at each course.
        let most = courses.iter().try_fold(0_i64, |sum, need| {
            let course = self.course_of(need.course);
            let people = match self.disclosure.course(need) {
                Visibility::Shown => need.people.len(),
                Visibility::TooFew => few,
                Visibility::Withheld if Cost::of(course, 1).kroner > 0 => return None,
                Visibility::Withheld => 0,
            };
            Some(sum.saturating_add(Cost::of(course, people).kroner))
        });
        let (key, difference) = match total {
            Some(total) if total > budget => ("budget-over", total - budget),
            Some(total) => ("budget-within", budget - total),
            None if most.is_some_and(|most| most <= budget) => ("budget-reaches", 0),
            None => ("budget-only", 0),
        };
        let number = |hundredths| self.language.number(hundredths).into();
        let facts = self.with_currency([("budget", number(budget)), ("difference", number(difference))]);
        Some(self.language.say(key, &facts))
    }

    /// What to take first, where the budget does not reach for everything. Inside only: the
    /// order goes by levels and by how many need each course, which nobody else is told.
    fn first(&self, demand: &Demand) -> Vec<String> {
        let cost = |need: &CourseNeed| Cost::of(self.course_of(need.course), need.people.len()).kroner;
        let Some(budget) = self.department.settings.budget else { return Vec::new() };
        let priced: Vec<&CourseNeed> = demand.courses.iter().filter(|need| cost(need) > 0).collect();
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
            let facts = self.with_currency([
                ("course", courses::name(self.course_of(payment.course)).into()),
                ("people", payment.share.people.len().into()),
                ("needed", payment.share.needed.into()),
                ("kroner", self.language.number(payment.kroner).into()),
            ]);
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
