//! The strategic training plan: the department's needs, the people, groups and dates of each
//! course, and the cost.
//!
//! There are two audiences. Inside readers get names and schools. All others get neither, and no
//! figure that is based on fewer people than the department's smallest group or from which such a
//! figure could be derived by subtraction. Their plan counts people and contains nothing computed
//! from levels except a coarse share: from a sum of levels and a count of people, or from an
//! order by that sum, a reader could infer the goals of individuals.

mod budget;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use fluent_bundle::FluentValue;
use serde::Serialize;

use super::{Fact, courses, radar};
use crate::analysis::Analysis;
use crate::analysis::averages::{AreaAverage, averages};
use crate::analysis::choices::PersonChoices;
use crate::analysis::cost::Cost;
use crate::analysis::demand::{AreaNeed, CourseNeed, STAGES};
use crate::analysis::disclosure::{Disclosure, Visibility};
use crate::analysis::groups::{
    CandidateOutcome, Clash, CourseGroups, Group, Obstacle, Reason, Schedule, office_sizes,
};
use crate::analysis::level_share::{self, LevelShare};
use crate::analysis::people_order;
use crate::department::catalogue::{Course, CourseIndex};
use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex, course_number};
use crate::language::{Language, no_break};

/// The most unavailable sessions that are listed one by one.
const MAX_UNAVAILABLE_LISTED: usize = 4;
/// The most colleagues who have a row each in the table of teachers; more are listed by school.
const MAX_TEACHER_ROWS: usize = 40;

/// The audience of a strategic plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The department's leaders, who see names and schools.
    Inside,
    /// The public: no names, and no figure on a small group.
    Anybody {
        /// The smallest group that a figure may be based on.
        smallest_group: usize,
    },
}

/// The view of the strategic plan.
#[derive(Debug, Serialize)]
pub struct StrategyView {
    /// The most people of an area, and of a course, whose figures are disclosed: the length of
    /// the longest bar.
    pub(crate) most_in_area: usize,
    pub(crate) most_on_course: usize,
    /// The areas with gaps, greatest need first.
    pub(crate) areas: Vec<AreaLine>,
    /// The column heading of the areas' shares; `None` without shares.
    pub(crate) share_heading: Option<String>,
    /// The needed courses, greatest need first.
    pub(crate) courses: Vec<CourseLine>,
    /// The heading of the courses' costs: the currency.
    pub(crate) cost_heading: String,
    /// Conflicting dates, as sentences.
    pub(crate) clashes: Vec<String>,
    /// Areas in which the catalogue lacks courses, with advice.
    pub(crate) without_course: Vec<Fact>,
    /// Total cost and time, and whether the budget suffices.
    pub(crate) totals: Vec<String>,
    /// The order of priority if the budget does not suffice.
    pub(crate) first: Vec<String>,
    /// The colleagues who agreed to teach; inside only.
    pub(crate) teachers: Option<TeacherTable>,
}

/// The colleagues who agreed to teach an area and master it.
#[derive(Debug, Serialize)]
pub(crate) struct TeacherTable {
    /// The areas by their short names.
    pub(crate) areas: Vec<String>,
    pub(crate) rows: Vec<TeacherRow>,
    /// The schools with their colleagues and what each teaches, in place of too many rows.
    pub(crate) schools: Vec<Fact>,
}

impl TeacherTable {
    /// The areas that the colleague of `row` teaches.
    pub(crate) fn taught_by(&self, row: &TeacherRow) -> String {
        let taught = self.areas.iter().zip(&row.cells).filter(|(_, teaches)| **teaches);
        taught.map(|(area, _)| area.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct TeacherRow {
    pub(crate) name: String,
    pub(crate) school: String,
    /// Whether they teach each of the areas.
    pub(crate) cells: Vec<bool>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaLine {
    /// The rank; `None` if the ranking figure is withheld.
    pub(crate) rank: Option<usize>,
    pub(crate) name: String,
    /// Whether the figures are disclosed.
    pub(crate) told: bool,
    pub(crate) people: String,
    pub(crate) needed: String,
    /// The numbers of people and of those who need it, for the bar; `None` if not disclosed.
    pub(crate) bar: Option<(usize, usize)>,
    /// The total of missing levels; inside only.
    pub(crate) levels: Option<String>,
    /// The mean current and target levels of those who filled it in; inside only.
    pub(crate) average: Option<String>,
    /// The share of them in the upper half of the scale; outside only.
    pub(crate) share: Option<String>,
    /// The ways to close the gaps.
    pub(crate) ways: Vec<String>,
    /// The number of colleagues who agreed to teach it, as far as it is disclosed; outside only.
    pub(crate) willing: Option<Willing>,
}

/// A number of colleagues who agreed to teach an area.
#[derive(Debug, Serialize)]
pub(crate) struct Willing {
    /// Whether the figure is disclosed.
    pub(crate) told: bool,
    pub(crate) people: String,
}

#[derive(Debug, Serialize)]
pub(crate) struct CourseLine {
    /// The link target of the index.
    pub(crate) key: usize,
    /// The official number, if any.
    pub(crate) number: Option<String>,
    pub(crate) title: String,
    pub(crate) kind: String,
    pub(crate) areas: String,
    /// Whether the figures are disclosed.
    pub(crate) told: bool,
    pub(crate) people: String,
    /// The numbers of enrolled, agreed, proposed and suggested; inside only.
    pub(crate) stages: Option<[usize; STAGES.len()]>,
    pub(crate) cost: String,
    pub(crate) days: String,
    pub(crate) groups: Vec<GroupLine>,
}

/// A group of people in one session, or the people without one.
#[derive(Debug, Serialize)]
pub(crate) struct GroupLine {
    /// The number, date, place and size.
    pub(crate) heading: String,
    /// The members by school, unless `notes` name all of them; inside only.
    pub(crate) names: Option<String>,
    /// Why members are in no better session, and the offices that need cover; inside only.
    pub(crate) notes: Vec<String>,
}

/// The strategic plan of `department` for `audience`.
pub fn view(
    department: &Department,
    language: &Language,
    audience: Audience,
    analysis: &Analysis,
) -> StrategyView {
    view_of(department, language, audience, analysis, &department.people.iter().collect::<Vec<_>>())
}

/// The inside plan of the `people` of one school, with their part of the department's `analysis`.
pub fn school_view(
    department: &Department,
    language: &Language,
    analysis: &Analysis,
    people: &[&Profile],
) -> StrategyView {
    let view = view_of(department, language, Audience::Inside, analysis, people);
    // The budget pays for all schools.
    StrategyView { totals: Vec::new(), first: Vec::new(), ..view }
}

fn view_of(
    department: &Department,
    language: &Language,
    audience: Audience,
    analysis: &Analysis,
    people: &[&Profile],
) -> StrategyView {
    let Analysis { demand, schedule, .. } = analysis;
    let offices = office_sizes(department);
    let disclosure = match audience {
        Audience::Inside => Disclosure::everything(demand),
        Audience::Anybody { smallest_group } => Disclosure::to_anybody(demand, smallest_group),
    };
    let choices = &analysis.choices;
    let order = people_order::sorted(department, language);
    let writer = Writer {
        department,
        language,
        audience,
        choices,
        offices: &offices,
        disclosure: &disclosure,
        order: &order,
    };
    let (mut areas, mut courses): (Vec<&AreaNeed>, Vec<&CourseNeed>) =
        (demand.areas.iter().collect(), demand.courses.iter().collect());
    if audience != Audience::Inside {
        // Sorting by a withheld figure would disclose which is larger.
        areas.sort_by_key(|need| match disclosure.area(need) {
            Visibility::Shown => (false, Reverse(need.people.len()), need.area),
            _ => (true, Reverse(0), need.area),
        });
        courses.sort_by_key(|need| match disclosure.course(need) {
            Visibility::Shown => (false, Reverse(need.people.len()), need.course),
            _ => (true, Reverse(0), need.course),
        });
    }
    let averages = averages(department, people.iter().copied());
    let shown = |visibility: Visibility, people: usize| (visibility == Visibility::Shown).then_some(people);
    let in_area = areas.iter().filter_map(|need| shown(disclosure.area(need), need.people.len()));
    let on_course = courses.iter().filter_map(|need| shown(disclosure.course(need), need.people.len()));
    StrategyView {
        most_in_area: in_area.max().unwrap_or_default(),
        most_on_course: on_course.max().unwrap_or_default(),
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
        teachers: writer.teachers(&areas),
    }
}

impl StrategyView {
    /// The courses for the index: text and link target.
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
    choices: &'a [PersonChoices],
    offices: &'a [usize],
    disclosure: &'a Disclosure<'a>,
    /// All people in the order of documents.
    order: &'a [PersonIndex],
}

impl Writer<'_> {
    fn say(&self, key: &str) -> String {
        self.language.say(key, &[])
    }

    /// A figure, or why it is withheld.
    fn figure(&self, visibility: Visibility, figure: impl FnOnce() -> String) -> String {
        match visibility {
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

    /// Names with schools.
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

    /// Names in the order of documents, with each school once.
    fn names_by_school(&self, people: &[PersonIndex]) -> String {
        let people: BTreeSet<PersonIndex> = people.iter().copied().collect();
        let sorted: Vec<PersonIndex> =
            self.order.iter().copied().filter(|person| people.contains(person)).collect();
        let school = |person: PersonIndex| self.department.people[person].school;
        let of_school = |people: &[PersonIndex]| {
            let names = people.iter().map(|&person| self.department.people[person].name.value.as_str());
            let names = names.collect::<Vec<_>>().join(", ");
            let facts = [("name", names.into()), ("school", self.school_name(school(people[0])).into())];
            self.language.say("name-and-school", &facts)
        };
        let schools = sorted.chunk_by(|&a, &b| school(a) == school(b));
        schools.map(of_school).collect::<Vec<_>>().join("; ")
    }

    fn area(&self, rank: usize, need: &AreaNeed, average: &AreaAverage, courses: &[&CourseNeed]) -> AreaLine {
        let visibility = self.disclosure.area(need);
        let inside = self.audience == Audience::Inside;
        AreaLine {
            rank: (visibility == Visibility::Shown).then_some(rank),
            name: self.area_name(need.area).to_owned(),
            told: visibility == Visibility::Shown,
            people: self.figure(visibility, || need.people.len().to_string()),
            needed: self.figure(self.disclosure.needed(need), || need.needed.to_string()),
            bar: (visibility == Visibility::Shown).then(|| {
                let is_shown = self.disclosure.needed(need) == Visibility::Shown;
                (need.people.len(), if is_shown { need.needed } else { 0 })
            }),
            levels: inside.then(|| need.levels.to_string()),
            average: inside.then(|| {
                format!("{} → {}", self.language.mean(average.current), self.language.mean(average.wanted))
            }),
            share: self.share(need.area),
            ways: self.ways(need, courses),
            willing: if inside { None } else { self.willing(need) },
        }
    }

    /// The level above which shares are counted; `None` inside, where there are means.
    fn share_level(&self) -> Option<i64> {
        if self.audience == Audience::Inside {
            return None;
        }
        level_share::middle(&self.department.role_model.scale)
    }

    /// The share of those who filled in `area` at or above that level.
    fn share(&self, area: AreaIndex) -> Option<String> {
        let level = self.share_level()?;
        let people = self.department.people.iter();
        let levels: Vec<i64> =
            people.filter_map(|person| Some(person.levels[area.0].as_ref()?.current)).collect();
        let visibility = self.disclosure.people(levels.len());
        Some(match LevelShare::at_level(&levels, level, self.disclosure.smallest_group()) {
            Some(share) => self.figure(visibility, || no_break(&self.say(share.key()))),
            None if visibility == Visibility::Shown => self.figure(Visibility::Withheld, String::new),
            None => self.figure(visibility, String::new),
        })
    }

    /// The ways to close the gaps of an area: courses, and colleagues who agreed to teach it.
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
                // The same number as at the course, or both numbers.
                let key = if people == all { "strategy-way-course" } else { "strategy-way-course-of" };
                let facts = [("course", name.into()), ("people", people.into()), ("all", all.into())];
                Some(self.language.say(key, &facts))
            })
            .collect();
        if !need.without_course.is_empty() {
            ways.push(self.say("strategy-way-none"));
        }
        // Withheld outside: with this number the others could be derived.
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
            let teachers = need.teachers.len();
            if teachers > 0 {
                ways.push(self.language.say("strategy-way-teachers-count", &[("people", teachers.into())]));
            }
        }
        ways
    }

    /// All who agreed to teach an area, whatever their levels: a selection by level would disclose
    /// levels.
    fn willing(&self, need: &AreaNeed) -> Option<Willing> {
        let willing = |person: &&Profile| person.consent.teaches.covers(need.area);
        let willing = self.department.people.iter().filter(willing).count();
        let visibility = self.disclosure.people(willing);
        (willing > 0).then(|| Willing {
            told: visibility == Visibility::Shown,
            people: self.figure(visibility, || willing.to_string()),
        })
    }

    fn course(&self, need: &CourseNeed, schedule: &Schedule) -> CourseLine {
        let course = self.course_of(need.course);
        let people = need.people.len();
        let cost = Cost::of(course, people);
        let inside = self.audience == Audience::Inside;
        let served = if inside { &need.serves } else { &need.areas };
        let areas: Vec<&str> = match served.is_empty() {
            true => course.areas.iter().map(|&area| self.area_name(area)).collect(),
            false => served.keys().map(|&area| self.area_name(area)).collect(),
        };
        let visibility = self.disclosure.course(need);
        let told = visibility == Visibility::Shown;
        let figure = |known: bool, hundredths: i64| match known {
            true => self.figure(visibility, || self.language.number(hundredths)),
            false => String::new(),
        };
        let groups = schedule.courses.iter().find(|groups| groups.course == need.course);
        // The number of groups discloses the smallest one if there are nearly as many groups as
        // people.
        let disclosed_groups = groups.filter(|groups| told && self.all_disclosed(groups));
        CourseLine {
            key: need.course.0,
            number: course_number::printed(&course.number).map(str::to_owned),
            title: course.title.clone(),
            kind: courses::kind(course, self.department, self.language),
            areas: areas.join(", "),
            told,
            people: self.figure(visibility, || people.to_string()),
            stages: inside.then(|| need.people_by_stage(self.choices)),
            cost: figure(cost.without_price == 0, cost.kroner),
            days: figure(cost.without_days == 0, cost.days),
            groups: match groups {
                // A course without sessions, such as self-study.
                None if inside => vec![GroupLine {
                    heading: self.say("group-none"),
                    names: Some(self.names_by_school(&need.people)),
                    notes: Vec::new(),
                }],
                _ => disclosed_groups.map(|groups| self.groups(groups, course)).unwrap_or_default(),
            },
        }
    }

    /// Whether all groups may be disclosed: if one is withheld, its size can be derived from the
    /// others.
    fn all_disclosed(&self, groups: &CourseGroups) -> bool {
        let sizes = groups.groups.iter().map(|group| group.people.len()).chain([groups.unknown.len()]);
        sizes.filter(|size| *size > 0).all(|size| self.disclosure.people(size) == Visibility::Shown)
    }

    /// The lines for the groups.
    fn groups(&self, groups: &CourseGroups, course: &Course) -> Vec<GroupLine> {
        let lines = groups.groups.iter().enumerate();
        let lines = lines.map(|(i, group)| self.group(i + 1, group, &groups.reasons, course));
        let unknown = (self.audience == Audience::Inside && !groups.unknown.is_empty()).then(|| GroupLine {
            heading: self.say("group-unknown-session"),
            names: Some(self.names_by_school(&groups.unknown)),
            notes: Vec::new(),
        });
        lines.chain(unknown).collect()
    }

    /// The reason why `people` are not in their preferred session.
    fn reason(&self, reason: &Reason, people: &[PersonIndex], course: &Course) -> String {
        let against = |(session, against): &(usize, Obstacle)| {
            let key = match against {
                Obstacle::Full => "against-full",
                Obstacle::AtAnotherCourse => "against-another-course",
                Obstacle::OfficeEmpty => "against-office-empty",
                Obstacle::OneClassMore => "against-one-class-more",
            };
            let date = self.language.short_date(course.sessions[*session].start);
            self.language.say(key, &[("date", date.into())])
        };
        let mut listed: Vec<String> =
            reason.against.iter().take(MAX_UNAVAILABLE_LISTED).map(against).collect();
        if let Some(more) = reason.against.len().checked_sub(MAX_UNAVAILABLE_LISTED).filter(|more| *more > 0)
        {
            listed.push(self.language.say("against-more", &[("count", more.into())]));
        }
        let against = listed;
        let key = match (reason.outcome, against.is_empty()) {
            (CandidateOutcome::Placed, _) => "reason-placed",
            (CandidateOutcome::AfterDeadline, true) => "reason-late",
            (CandidateOutcome::AfterDeadline, false) => "reason-late-because",
            (CandidateOutcome::WithoutDate, true) => "reason-no-session",
            (CandidateOutcome::WithoutDate, false) => "reason-no-date-because",
        };
        let names = self.names_by_school(people);
        let facts = [("names", names.into()), ("reasons", against.join("; ").into())];
        self.language.say(key, &facts)
    }

    fn group(&self, number: usize, group: &Group, reasons: &[Reason], course: &Course) -> GroupLine {
        let when = match group.session.map(|i| &course.sessions[i]) {
            Some(session) => courses::when(session, self.language),
            None => self.say("group-without-date"),
        };
        let heading = self.language.say(
            "group-line",
            &[("number", number.into()), ("when", when.into()), ("people", group.people.len().into())],
        );
        if self.audience != Audience::Inside {
            return GroupLine { heading, names: None, notes: Vec::new() };
        }
        let enrolled = (group.enrolled > 0)
            .then(|| self.language.say("group-enrolled", &[("enrolled", group.enrolled.into())]));
        let members: BTreeSet<PersonIndex> = group.people.iter().copied().collect();
        let explained = |reason: &Reason| -> Vec<PersonIndex> {
            reason.people.iter().copied().filter(|person| members.contains(person)).collect()
        };
        let reasons: Vec<(&Reason, Vec<PersonIndex>)> = reasons
            .iter()
            .map(|reason| (reason, explained(reason)))
            .filter(|(_, people)| !people.is_empty())
            .collect();
        let named: BTreeSet<PersonIndex> = reasons.iter().flat_map(|(_, people)| people).copied().collect();
        let reasons = reasons.iter().map(|(reason, people)| self.reason(reason, people, course));
        let mut notes: Vec<String> = enrolled.into_iter().chain(reasons).collect();
        let alone: BTreeSet<SchoolIndex> = (group.people.iter())
            .map(|&person| self.department.people[person].school)
            .filter(|school| self.offices[school.0] < 2)
            .collect();
        if !alone.is_empty() {
            let schools: Vec<&str> = alone.into_iter().map(|school| self.school_name(school)).collect();
            let facts = [("schools", schools.join(", ").into())];
            notes.push(self.language.say("group-needs-cover", &facts));
        }
        GroupLine { heading, names: (named != members).then(|| self.names_by_school(&group.people)), notes }
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

    /// The areas in which the catalogue lacks courses: advice for an internal course or a network,
    /// with those who agreed to teach.
    fn without_course(&self, areas: &[&AreaNeed]) -> Vec<Fact> {
        let areas = areas.iter().filter(|need| !need.without_course.is_empty());
        areas
            .map(|need| {
                let visibility = self.disclosure.without_course(need);
                let people = self.figure(visibility, || need.without_course.len().to_string());
                let key = match (visibility, self.audience, need.teachers.is_empty()) {
                    (Visibility::Withheld, ..) => "without-course-withheld",
                    (_, Audience::Inside, false) => "without-course-teachers",
                    _ => "without-course",
                };
                let facts = [("people", people.into()), ("names", self.names(&need.teachers).into())];
                let mut value = self.language.say(key, &facts);
                if self.audience == Audience::Inside {
                    let who = self.names_by_school(&need.without_course);
                    value = format!(
                        "{value} {}",
                        self.language.say("without-course-who", &[("names", who.into())])
                    );
                }
                Fact { label: self.area_name(need.area).to_owned(), value }
            })
            .collect()
    }

    /// The colleagues who agreed to teach the areas with gaps.
    fn teachers(&self, areas: &[&AreaNeed]) -> Option<TeacherTable> {
        let taught: Vec<&&AreaNeed> = areas.iter().filter(|need| !need.teachers.is_empty()).collect();
        if self.audience != Audience::Inside || taught.is_empty() {
            return None;
        }
        let row = |person: PersonIndex| TeacherRow {
            name: self.department.people[person].name.value.clone(),
            school: self.school_name(self.department.people[person].school).to_owned(),
            cells: taught.iter().map(|need| need.teachers.contains(&person)).collect(),
        };
        let label = |need: &&&AreaNeed| radar::label(&self.department.role_model.areas[need.area.0]);
        let rows = self.order.iter().copied().map(row).filter(|row| row.cells.contains(&true));
        let mut table = TeacherTable {
            areas: taught.iter().map(label).collect(),
            rows: rows.collect(),
            schools: Vec::new(),
        };
        if table.rows.len() > MAX_TEACHER_ROWS {
            let schools = table.rows.chunk_by(|a, b| a.school == b.school);
            table.schools = schools.map(|rows| self.teachers_of_school(rows, &table)).collect();
        }
        Some(table)
    }

    /// The colleagues of one school, and what each teaches.
    fn teachers_of_school(&self, rows: &[TeacherRow], table: &TeacherTable) -> Fact {
        let teacher = |row: &TeacherRow| {
            let not_taught: Vec<&str> = (table.areas.iter().zip(&row.cells))
                .filter(|(_, teaches)| !**teaches)
                .map(|(area, _)| area.as_str())
                .collect();
            let areas = match not_taught.len() {
                0 => self.say("teaches-all"),
                missing if missing * 3 > table.areas.len() => table.taught_by(row),
                _ => self.language.say("teaches-all-but", &[("areas", not_taught.join(", ").into())]),
            };
            self.language.say("teacher-areas", &[("name", row.name.as_str().into()), ("areas", areas.into())])
        };
        Fact { label: rows[0].school.clone(), value: rows.iter().map(teacher).collect::<Vec<_>>().join("; ") }
    }

    /// `facts` and those of the department's currency.
    pub(super) fn with_currency<'f, const N: usize>(
        &self,
        facts: [(&'static str, FluentValue<'f>); N],
    ) -> Vec<(&'static str, FluentValue<'f>)> {
        facts.into_iter().chain(self.department.settings.currency.facts(self.language)).collect()
    }
}
