//! The view of the internal booklet.

use jiff::civil::Date;
use serde::Serialize;

use super::areas::{AreaRow, Remarks};
use super::courses::{CourseGroup, Limit};
use super::heat_map::HeatMap;
use super::role_model::RoleModelView;
use super::strategy::StrategyView;
use super::{Fact, Frame, ScaleStep, areas, courses, page_budget, radar, role_model, scale, terms};
use crate::analysis::Analysis;
use crate::analysis::averages::AreaAverage;
use crate::analysis::coverage::{SchoolCoverage, coverage};
use crate::analysis::demand::{AreaNeed, Demand};
use crate::analysis::gaps::{AreaStrength, area_strengths};
use crate::analysis::groups::office_sizes;
use crate::analysis::mentors::can_teach;
use crate::analysis::people_order;
use crate::analysis::status::{Deadline, DepartmentStatus, SchoolStatus};
use crate::department::Department;
use crate::department::catalogue::Course;
use crate::department::profile::{Activity, Profile, What};
use crate::department::role_model::Role;
use crate::department::settings::SchoolIndex;
use crate::language::Language;

/// The internal booklet. Chart 0 is the department's radar; the people's follow in order.
#[derive(Debug, Serialize)]
pub struct BookletView {
    frame: Frame,
    /// Name and audience.
    title: String,
    name: String,
    /// The audience.
    edition: String,
    role_model: RoleModelView,
    /// Numbers of people, schools and missing profiles.
    counts: Vec<String>,
    scale: Vec<ScaleStep>,
    radar_alt: String,
    numbered: bool,
    averages: Vec<AverageRow>,
    /// Levels by person, grouped by school.
    heat_by_person: HeatMap,
    /// Mean levels by school.
    heat_by_school: HeatMap,
    /// The areas that many people master.
    strengths: Vec<String>,
    /// The areas that most people want to improve.
    gaps: Vec<String>,
    coverage: CoverageView,
    strategy: StrategyView,
    wheel: WheelView,
    schools: Vec<SchoolView>,
    index: Vec<IndexSection>,
}

/// The coverage of roles by school.
#[derive(Debug, Serialize)]
struct CoverageView {
    roles: Vec<String>,
    /// For each school, the number of people who cover each role.
    rows: Vec<CoverageRow>,
    /// The roles that depend on one person at some school, or are vacant.
    notes: Vec<CoverageNote>,
}

/// The schools where a role depends on one person or is vacant.
#[derive(Debug, Serialize)]
struct CoverageNote {
    role: String,
    /// Schools with two or more people, of whom one covers the role.
    one: String,
    nobody: String,
}

#[derive(Debug, Serialize)]
struct CoverageRow {
    school: String,
    cells: Vec<String>,
}

/// The annual cycle.
#[derive(Debug, Serialize)]
struct WheelView {
    deadlines: Vec<Fact>,
    schools: Vec<WheelRow>,
}

#[derive(Debug, Serialize)]
struct WheelRow {
    school: String,
    cells: Vec<String>,
}

/// A section of the index.
#[derive(Debug, Serialize)]
struct IndexSection {
    heading: String,
    entries: Vec<IndexEntry>,
}

/// An entry of the index with its link target.
#[derive(Debug, Serialize)]
struct IndexEntry {
    text: String,
    target: String,
}

/// A line of a plan without goal and free text.
#[derive(Debug, Serialize)]
struct BookletLine {
    /// Shortened, like the other texts, to fit a table row.
    area: String,
    what: String,
    responsible: String,
    deadline: String,
    status: String,
}

impl BookletLine {
    fn height(&self) -> f64 {
        page_budget::plan_line(&self.area, &self.what, &self.responsible)
    }
}

/// The figures of an area.
#[derive(Debug, Serialize)]
struct AverageRow {
    number: usize,
    name: String,
    current: String,
    wanted: String,
    lowest: String,
    highest: String,
    with_gap: usize,
    people: usize,
}

/// A school and its people.
#[derive(Debug, Serialize)]
struct SchoolView {
    name: String,
    people: Vec<BookletPerson>,
}

/// A person in the internal booklet: a separate type, so that remarks, consents and the leader's
/// view can't leak in.
#[derive(Debug, Serialize)]
struct BookletPerson {
    name: String,
    facts: Vec<Fact>,
    /// The number of the person's radar among the charts.
    chart: usize,
    radar_alt: String,
    numbered: bool,
    areas: Vec<AreaRow>,
    courses: Vec<CourseGroup>,
    more_courses: Option<String>,
    plan: Vec<BookletLine>,
    more_plan: Option<String>,
}

/// The most plan lines of a person, page budget permitting.
const MAX_LINES: usize = 8;
/// The longest text on a person's page, in characters.
const MAX_CHARS: usize = 110;
/// The most schools that are named for a role; more are counted, since the table lists them.
const MAX_SCHOOLS: usize = 12;
/// The most registration deadlines of the annual cycle.
const MAX_REGISTRATIONS: usize = 12;
/// The most strengths, and the most gaps.
const MAX_POINTS: usize = 5;

/// The inputs of the booklet's view besides the department.
pub struct BookletInputs<'a> {
    /// The mean levels of each area.
    pub averages: &'a [AreaAverage],
    /// For each chart, the department's first, whether its axes are numbered.
    pub numbered: &'a [bool],
    /// The progress of each person through the year.
    pub status: &'a DepartmentStatus,
    /// Course choices and demand.
    pub analysis: &'a Analysis,
    /// The reference day for courses and sessions.
    pub on: Option<Date>,
    /// The day since which that judgement has been the same.
    pub judged: Option<Date>,
    /// The strategic training plan.
    pub strategy: StrategyView,
}

/// The internal booklet of `department`.
pub fn view(department: &Department, language: &Language, inputs: BookletInputs<'_>) -> BookletView {
    let people = people_order::sorted_people(department, language);
    let mut schools: Vec<SchoolView> = Vec::new();
    for (i, number) in people_order::sorted(department, language).into_iter().enumerate() {
        let person = &department.people[number];
        let school = &department.settings.schools[person.school.0].name;
        let choices = &inputs.analysis.choices[number];
        let list = courses::CourseListInputs { person, choices, department, on: inputs.on, language };
        let view = booklet_person(list, i + 1, inputs.numbered);
        match schools.last_mut().filter(|last| last.name == *school) {
            Some(last) => last.people.push(view),
            None => schools.push(SchoolView { name: school.clone(), people: vec![view] }),
        }
    }
    let mut counts = vec![language.say(
        "booklet-counts",
        &[("people", department.people.len().into()), ("schools", schools.len().into())],
    )];
    if !department.broken.is_empty() {
        counts.push(language.say("booklet-missing", &[("count", department.broken.len().into())]));
    }
    counts.extend(
        inputs.judged.map(|day| language.say("booklet-judged", &[("date", language.date(day).into())])),
    );
    let name = language.say("booklet-name", &[("role-model", department.role_model.name.as_str().into())]);
    let edition = language.say("booklet-internal", &[]);
    BookletView {
        frame: Frame::new(department, language),
        title: format!("{name}. {edition}"),
        name,
        edition,
        role_model: role_model::view(&department.role_model, language),
        counts,
        scale: scale(&department.role_model),
        radar_alt: radar::group_alt(inputs.averages, &department.role_model, language),
        numbered: inputs.numbered.first().copied().unwrap_or_default(),
        averages: average_rows(inputs.averages, department, language),
        heat_by_person: HeatMap::by_person(&people, department),
        heat_by_school: HeatMap::by_school(department, language),
        strengths: strengths(department, language),
        gaps: gaps(&inputs.analysis.demand, department, language),
        coverage: coverage_view(department, language),
        index: index(&people, &inputs.strategy, department, language),
        wheel: WheelView {
            deadlines: deadlines(&inputs, department, language),
            schools: wheel_rows(inputs.status, department, language),
        },
        strategy: inputs.strategy,
        schools,
    }
}

fn booklet_person(list: courses::CourseListInputs<'_>, chart: usize, numbered: &[bool]) -> BookletPerson {
    let courses::CourseListInputs { person, department, language, .. } = list;
    let mut facts = Vec::new();
    if let Some(position) = &person.position {
        facts.push(Fact { label: language.say("label-position", &[]), value: position.clone() });
    }
    let rows = areas::rows(person, department, language, Remarks::Hidden);
    let mut plan: Vec<BookletLine> =
        (person.plan.iter().take(MAX_LINES)).map(|line| booklet_line(line, department, language)).collect();
    let groups = |most| {
        let limit = Limit { most, ..courses::IN_BOOKLET };
        courses::groups(list, limit)
    };
    let mut most = courses::IN_BOOKLET.most;
    let (mut courses, mut more) = groups(most);
    let fixed = page_budget::HEADINGS
        + page_budget::RADAR
        + rows.iter().map(|row| page_budget::area(&row.name)).sum::<f64>();
    // Shortens courses and lines in turn, keeping at least one of each.
    while most > 1
        && page_budget::TWO_PAGES
            < fixed
                + courses.iter().map(|group| group.height(MAX_CHARS)).sum::<f64>()
                + plan.iter().map(BookletLine::height).sum::<f64>()
    {
        if plan.len() > 1 && plan.len() * 2 > most {
            plan.pop();
        } else {
            most -= 1;
            (courses, more) = groups(most);
        }
    }
    let more_lines = person.plan.len() - plan.len();
    BookletPerson {
        name: person.name.value.clone(),
        facts,
        chart,
        radar_alt: radar::person_alt(&person.name.value, &rows, language),
        numbered: numbered.get(chart).copied().unwrap_or_default(),
        areas: rows,
        courses,
        more_courses: (more > 0).then(|| language.say("courses-more", &[("count", more.into())])),
        plan,
        more_plan: (more_lines > 0)
            .then(|| language.say("booklet-more-lines", &[("count", more_lines.into())])),
    }
}

fn booklet_line(line: &Activity, department: &Department, language: &Language) -> BookletLine {
    let area = line.area.map(|area| department.role_model.areas[area.0].name.clone());
    let responsible =
        line.responsible.as_ref().map(|who| terms::responsible(who, &department.settings.name, language));
    BookletLine {
        area: area.unwrap_or_default(),
        what: match &line.what {
            What::Course(course) => courses::name(&department.catalogue.courses[course.0]),
            What::Form(form, _) => terms::form(*form, language),
            What::Text(_) => language.say("booklet-own-activity", &[]),
            What::Open => String::new(),
        },
        responsible: responsible.unwrap_or_default(),
        deadline: line.deadline.map(|day| language.short_date(day)).unwrap_or_default(),
        status: line.status.map(|status| terms::status(status, language)).unwrap_or_default(),
    }
}

/// The areas in which most people are strong, and how many of all have consented to teach.
fn strengths(department: &Department, language: &Language) -> Vec<String> {
    let line = |AreaStrength { area, level, people }: AreaStrength| {
        let teach = department.people.iter().filter(|person| can_teach(person, area, level)).count();
        let facts = [
            ("area", department.role_model.areas[area.0].name.as_str().into()),
            ("people", people.into()),
            ("level", level.into()),
            ("teachers", teach.into()),
        ];
        language.say("booklet-strength", &facts)
    };
    area_strengths(department).into_iter().take(MAX_POINTS).map(line).collect()
}

/// The areas that most people want to improve.
fn gaps(demand: &Demand, department: &Department, language: &Language) -> Vec<String> {
    let line = |need: &AreaNeed| {
        let facts = [
            ("area", department.role_model.areas[need.area.0].name.as_str().into()),
            ("people", need.people.len().into()),
            ("needed", need.needed.into()),
        ];
        language.say("booklet-gap", &facts)
    };
    demand.areas.iter().take(MAX_POINTS).map(line).collect()
}

fn coverage_view(department: &Department, language: &Language) -> CoverageView {
    let roles = &department.role_model.roles;
    let all = coverage(department);
    let school = |i: SchoolIndex| department.settings.schools[i.0].name.as_str();
    let offices = office_sizes(department);
    let note = |(i, role): (usize, &Role)| {
        let schools = |count: usize| {
            // At a school with a single secretary every role depends on one person.
            let affected =
                all.iter().filter(|c| c.roles[i].len() == count && (count == 0 || offices[c.school.0] > 1));
            let names: Vec<&str> = affected.map(|c| school(c.school)).collect();
            if names.len() <= MAX_SCHOOLS {
                return names.join(", ");
            }
            language.say("coverage-many", &[("count", names.len().into()), ("all", all.len().into())])
        };
        CoverageNote { role: role.name.clone(), one: schools(1), nobody: schools(0) }
    };
    let notes = roles.iter().enumerate().map(note);
    let notes = notes.filter(|note| !(note.one.is_empty() && note.nobody.is_empty())).collect();
    let row = |coverage: &SchoolCoverage| CoverageRow {
        school: school(coverage.school).to_owned(),
        cells: coverage.roles.iter().map(|people| people.len().to_string()).collect(),
    };
    CoverageView {
        roles: roles.iter().map(|role| role.name.clone()).collect(),
        rows: if roles.is_empty() { Vec::new() } else { all.iter().map(row).collect() },
        notes,
    }
}

/// The deadlines of the year, followed by those for registration.
fn deadlines(inputs: &BookletInputs<'_>, department: &Department, language: &Language) -> Vec<Fact> {
    let of_year = inputs.status.deadlines.iter().map(|deadline: &Deadline| Fact {
        label: language.say(deadline.what.word_key(), &[]),
        value: language.date(deadline.date),
    });
    let mut registrations = registrations(inputs, department);
    let more = registrations.len().saturating_sub(MAX_REGISTRATIONS);
    registrations.truncate(MAX_REGISTRATIONS);
    let registrations = registrations.into_iter().map(|(last, start, course, people)| {
        let facts = [
            ("course", courses::name(course).into()),
            ("start", language.short_date(start).into()),
            ("people", people.into()),
        ];
        Fact { label: language.say("wheel-registration", &facts), value: language.date(last) }
    });
    let more = (more > 0).then(|| Fact {
        label: language.say("wheel-more-registrations", &[("count", more.into())]),
        value: language.say("wheel-see-strategy", &[]),
    });
    of_year.chain(registrations).chain(more).collect()
}

/// The sessions for which somebody still has to register: the last day to do so, the first day of
/// the session, the course, and the number of people; the earliest first.
fn registrations<'a>(
    inputs: &BookletInputs<'_>,
    department: &'a Department,
) -> Vec<(Date, Date, &'a Course, usize)> {
    let mut registrations = Vec::new();
    for groups in &inputs.analysis.schedule.courses {
        let course = &department.catalogue.courses[groups.course.0];
        for group in &groups.groups {
            let Some(session) = group.session.and_then(|session| course.sessions.get(session)) else {
                continue;
            };
            let people = group.people.len() - group.enrolled;
            if let Some(last) = session.registration.filter(|_| people > 0) {
                registrations.push((last, session.start, course, people));
            }
        }
    }
    registrations.sort_by_key(|(last, start, ..)| (*last, *start));
    registrations
}

fn wheel_rows(status: &DepartmentStatus, department: &Department, language: &Language) -> Vec<WheelRow> {
    let school = |school: &SchoolStatus| WheelRow {
        school: school.name.clone().unwrap_or_else(|| language.say("status-unknown", &[])),
        cells: [school.people, school.with_errors, school.talks_held, school.agreed, school.overdue]
            .map(|count| count.to_string())
            .to_vec(),
    };
    // As in the coverage table, in the department's own order.
    let mut schools: Vec<&SchoolStatus> = status.schools.iter().collect();
    schools.sort_by_key(|school| {
        let known = department.settings.schools.iter().position(|s| Some(&s.name) == school.name.as_ref());
        (known.unwrap_or(usize::MAX), &school.name)
    });
    schools.into_iter().map(school).collect()
}

fn index(
    people: &[&Profile],
    strategy: &StrategyView,
    department: &Department,
    language: &Language,
) -> Vec<IndexSection> {
    let mut sections = vec![
        (
            "label-people",
            people
                .iter()
                .enumerate()
                .map(|(i, person)| (person.name.value.clone(), format!("person-{}", i + 1)))
                .collect::<Vec<_>>(),
        ),
        (
            "index-areas",
            department
                .role_model
                .areas
                .iter()
                .enumerate()
                .map(|(i, area)| (area.name.clone(), format!("area-{i}")))
                .collect(),
        ),
        ("index-courses", strategy.index()),
    ];
    sections.retain(|(_, entries)| !entries.is_empty());
    sections
        .into_iter()
        .map(|(heading, mut entries)| {
            entries.sort_by(|a, b| language.compare(&a.0, &b.0));
            let entries = entries.into_iter().map(|(text, target)| IndexEntry { text, target });
            IndexSection { heading: language.say(heading, &[]), entries: entries.collect() }
        })
        .collect()
}

fn average_rows(averages: &[AreaAverage], department: &Department, language: &Language) -> Vec<AverageRow> {
    department
        .role_model
        .areas
        .iter()
        .zip(averages)
        .enumerate()
        .map(|(i, (area, average))| {
            let some = |text: String| if average.people > 0 { text } else { String::new() };
            AverageRow {
                number: i + 1,
                name: area.name.clone(),
                current: some(language.mean(average.current)),
                wanted: some(language.mean(average.wanted)),
                lowest: some(average.lowest.to_string()),
                highest: some(average.highest.to_string()),
                with_gap: average.with_gap,
                people: average.people,
            }
        })
        .collect()
}
