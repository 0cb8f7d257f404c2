//! What the department's booklet says.

use std::cmp::Reverse;

use jiff::civil::Date;
use serde::Serialize;

use super::areas::{AreaRow, Remarks};
use super::courses::{CourseGroup, Limit};
use super::role_model::RoleModelView;
use super::strategy::StrategyView;
use super::{Fact, Frame, ScaleStep, areas, courses, page_budget, radar, role_model, scale, terms};
use crate::analysis::Analysis;
use crate::analysis::averages::{AreaAverage, averages};
use crate::analysis::coverage::{SchoolCoverage, coverage};
use crate::analysis::demand::{AreaNeed, Demand};
use crate::analysis::groups::office_sizes;
use crate::analysis::mentors::can_teach;
use crate::analysis::order::{in_order, order};
use crate::analysis::status::{Deadline, DepartmentStatus, SchoolStatus};
use crate::department::Department;
use crate::department::profile::{Activity, Profile, What};
use crate::department::role_model::{AreaIndex, Role};
use crate::department::settings::SchoolIndex;
use crate::language::Language;

/// The booklet. Chart 0 is the department's radar; the people's follow in their order.
#[derive(Debug, Serialize)]
pub struct BookletView {
    frame: Frame,
    /// What it is and who may see it.
    title: String,
    /// What it is.
    name: String,
    /// Who may see it.
    edition: String,
    role_model: RoleModelView,
    /// How many people and schools, and how many profiles are missing.
    counts: Vec<String>,
    scale: Vec<ScaleStep>,
    radar_alt: String,
    numbered: bool,
    averages: Vec<AverageRow>,
    /// Levels of areas by people, school by school.
    heat_by_person: HeatMap,
    /// Mean levels of areas by school.
    heat_by_school: HeatMap,
    /// What many master and some agreed to teach.
    strengths: Vec<String>,
    /// What most want to lift.
    gaps: Vec<String>,
    coverage: CoverageView,
    strategy: StrategyView,
    wheel: WheelView,
    schools: Vec<SchoolView>,
    index: Vec<IndexSection>,
}

/// A table of levels, the higher the darker.
#[derive(Debug, Serialize)]
struct HeatMap {
    /// The areas, as short as on the radar.
    columns: Vec<String>,
    rows: Vec<HeatRow>,
}

/// A row of a heat map, or a heading where it has no cells.
#[derive(Debug, Serialize)]
struct HeatRow {
    name: String,
    cells: Vec<HeatCell>,
}

/// A level; empty where not filled in.
#[derive(Debug, Serialize)]
struct HeatCell {
    text: String,
    /// From 0, the scale's lowest level, to 1, its highest.
    height: f64,
}

/// Who covers the roles of each school.
#[derive(Debug, Serialize)]
struct CoverageView {
    roles: Vec<String>,
    /// Each school and, for each role, how many cover it.
    rows: Vec<CoverageRow>,
    /// The roles that hang on one person somewhere, or on nobody.
    notes: Vec<CoverageNote>,
}

/// Where a role hangs on one person, and where on nobody.
#[derive(Debug, Serialize)]
struct CoverageNote {
    role: String,
    /// Schools of two or more, where one is enough to lose it.
    one: String,
    nobody: String,
}

#[derive(Debug, Serialize)]
struct CoverageRow {
    school: String,
    cells: Vec<String>,
}

/// The wheel of the year.
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

/// What stands in the index, and the place that it leads to.
#[derive(Debug, Serialize)]
struct IndexEntry {
    text: String,
    target: String,
}

/// A line of a plan as the booklet tells it: neither goal nor free text.
#[derive(Debug, Serialize)]
struct BookletLine {
    /// All of them short enough for a line of a table.
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

/// One area's figures.
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

/// What the internal booklet tells of a person: no remark, no consent, no
/// leader's view. A type of its own, so that nothing else can slip in.
#[derive(Debug, Serialize)]
struct BookletPerson {
    name: String,
    facts: Vec<Fact>,
    /// The number of her radar among the charts.
    chart: usize,
    radar_alt: String,
    numbered: bool,
    areas: Vec<AreaRow>,
    courses: Vec<CourseGroup>,
    more_courses: Option<String>,
    plan: Vec<BookletLine>,
    more_plan: Option<String>,
}

/// Lines of a plan that are told, if there is room for them.
const MOST_LINES: usize = 8;
/// Letters of a text on a person's page, which has no room for a whole paragraph.
const MOST_LETTERS: usize = 110;
/// Schools that are named for a role; of more only the number, since the table has them.
const MOST_SCHOOLS: usize = 12;
/// Strengths and gaps that are told.
const MOST_POINTS: usize = 5;

/// What the booklet is made of, besides the department.
pub struct BookletInputs<'a> {
    /// The means of each area.
    pub averages: &'a [AreaAverage],
    /// For each chart whether its axes bear numbers: the department's first, then
    /// the people's in order.
    pub numbered: &'a [bool],
    /// Where everybody stands in the year.
    pub status: &'a DepartmentStatus,
    /// Who takes what.
    pub analysis: &'a Analysis,
    /// The day by which courses and sessions are judged.
    pub on: Option<Date>,
    /// The day since when all that is judged by a day has stood as it stands.
    pub judged: Option<Date>,
    /// The strategic training plan.
    pub strategy: StrategyView,
}

/// The booklet of everybody.
pub fn view(department: &Department, language: &Language, basis: BookletInputs<'_>) -> BookletView {
    let people = in_order(department, language);
    let mut schools: Vec<SchoolView> = Vec::new();
    for (i, number) in order(department, language).into_iter().enumerate() {
        let person = &department.people[number];
        let school = &department.settings.schools[person.school.0].name;
        let choices = &basis.analysis.choices[number];
        let list = courses::CourseListInputs { person, choices, department, on: basis.on, language };
        let view = booklet_person(list, i + 1, basis.numbered);
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
        basis.judged.map(|day| language.say("booklet-judged", &[("date", language.date(day).into())])),
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
        radar_alt: radar::group_alt(basis.averages, &department.role_model, language),
        numbered: basis.numbered.first().copied().unwrap_or_default(),
        averages: average_rows(basis.averages, department, language),
        heat_by_person: heat_by_person(&people, department),
        heat_by_school: heat_by_school(department, language),
        strengths: strengths(department, language),
        gaps: gaps(&basis.analysis.demand, department, language),
        coverage: coverage_view(department, language),
        index: index(&people, &basis.strategy, department, language),
        strategy: basis.strategy,
        wheel: wheel(basis.status, language),
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
        (person.plan.iter().take(MOST_LINES)).map(|line| booklet_line(line, department, language)).collect();
    let groups = |most| {
        let limit = Limit { most, ..courses::IN_BOOKLET };
        courses::groups(list, limit)
    };
    let mut most = courses::IN_BOOKLET.most;
    let (mut courses, mut more) = groups(most);
    let fixed = page_budget::HEADINGS
        + page_budget::RADAR
        + rows.iter().map(|row| page_budget::area(&row.name)).sum::<f64>();
    // Courses and lines give way in turn, and neither altogether.
    while most > 1
        && page_budget::TWO_PAGES
            < fixed
                + courses.iter().map(|group| group.height(MOST_LETTERS)).sum::<f64>()
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

fn heat_by_person(people: &[&Profile], department: &Department) -> HeatMap {
    let mut rows: Vec<HeatRow> = Vec::new();
    let mut last_school = None;
    for person in people {
        if last_school != Some(person.school) {
            let name = department.settings.schools[person.school.0].name.clone();
            rows.push(HeatRow { name, cells: Vec::new() });
            last_school = Some(person.school);
        }
        let cells = person.levels.iter().map(|levels| match levels {
            Some(levels) => heat_cell(levels.current as f64, levels.current.to_string(), department),
            None => HeatCell { text: String::new(), height: 0.0 },
        });
        rows.push(HeatRow { name: person.name.value.clone(), cells: cells.collect() });
    }
    HeatMap { columns: heat_columns(department), rows }
}

fn heat_by_school(department: &Department, language: &Language) -> HeatMap {
    let mut rows = Vec::new();
    for (i, school) in department.settings.schools.iter().enumerate() {
        let people: Vec<&Profile> = department.people.iter().filter(|person| person.school.0 == i).collect();
        if people.is_empty() {
            continue;
        }
        let averages = averages(department, people.iter().copied());
        let cells = averages.iter().map(|average| match average.people {
            0 => HeatCell { text: String::new(), height: 0.0 },
            _ => heat_cell(average.current, language.mean(average.current), department),
        });
        let facts = [("school", school.name.as_str().into()), ("people", people.len().into())];
        rows.push(HeatRow { name: language.say("heat-school", &facts), cells: cells.collect() });
    }
    rows.sort_by(|a, b| language.compare(&a.name, &b.name));
    HeatMap { columns: heat_columns(department), rows }
}

fn heat_columns(department: &Department) -> Vec<String> {
    department.role_model.areas.iter().map(radar::label).collect()
}

fn heat_cell(level: f64, text: String, department: &Department) -> HeatCell {
    let scale = &department.role_model.scale;
    let steps = (scale.levels.len() - 1) as f64;
    HeatCell { text, height: radar::between_steps(scale, level) / steps }
}

/// The areas in which most stand in the upper half of the scale, and how many of
/// all agreed to teach.
fn strengths(department: &Department, language: &Language) -> Vec<String> {
    let scale = &department.role_model.scale;
    let upper = scale.levels.len().div_ceil(2);
    let mut areas: Vec<(usize, usize)> = (0..department.role_model.areas.len())
        .map(|i| {
            let levels = department.people.iter().filter_map(|person| person.levels[i].as_ref());
            let high = levels.filter(|l| scale.position(l.current).is_some_and(|at| at > upper));
            (high.count(), i)
        })
        .filter(|(high, _)| *high > 0)
        .collect();
    areas.sort_by_key(|&(high, i)| (Reverse(high), i));
    let line = |(high, i): (usize, usize)| {
        let level = scale.levels[(upper + 1).min(scale.levels.len() - 1)].number;
        let teach = department.people.iter().filter(|p| can_teach(p, AreaIndex(i), level)).count();
        let facts = [
            ("area", department.role_model.areas[i].name.as_str().into()),
            ("people", high.into()),
            ("level", level.into()),
            ("teachers", teach.into()),
        ];
        language.say("booklet-strength", &facts)
    };
    areas.into_iter().take(MOST_POINTS).map(line).collect()
}

/// The areas that most want to lift.
fn gaps(demand: &Demand, department: &Department, language: &Language) -> Vec<String> {
    let line = |need: &AreaNeed| {
        let facts = [
            ("area", department.role_model.areas[need.area.0].name.as_str().into()),
            ("people", need.people.len().into()),
            ("needed", need.needed.into()),
        ];
        language.say("booklet-gap", &facts)
    };
    demand.areas.iter().take(MOST_POINTS).map(line).collect()
}

fn coverage_view(department: &Department, language: &Language) -> CoverageView {
    let roles = &department.role_model.roles;
    let all = coverage(department);
    let school = |i: SchoolIndex| department.settings.schools[i.0].name.as_str();
    let offices = office_sizes(department);
    let note = |(i, role): (usize, &Role)| {
        let schools = |count: usize| {
            // Where there is only one secretary, everything hangs on one.
            let told =
                all.iter().filter(|c| c.roles[i].len() == count && (count == 0 || offices[c.school.0] > 1));
            let told: Vec<&str> = told.map(|c| school(c.school)).collect();
            if told.len() <= MOST_SCHOOLS {
                return told.join(", ");
            }
            language.say("coverage-many", &[("count", told.len().into()), ("all", all.len().into())])
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

fn wheel(status: &DepartmentStatus, language: &Language) -> WheelView {
    let deadline = |deadline: &Deadline| Fact {
        label: language.say(deadline.what.word_key(), &[]),
        value: language.date(deadline.date),
    };
    let school = |school: &SchoolStatus| WheelRow {
        school: school.name.clone().unwrap_or_else(|| language.say("status-unknown", &[])),
        cells: [school.people, school.with_errors, school.talks_held, school.agreed, school.overdue]
            .map(|count| count.to_string())
            .to_vec(),
    };
    WheelView {
        deadlines: status.deadlines.iter().map(deadline).collect(),
        schools: status.schools.iter().map(school).collect(),
    }
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
