//! The view of the internal booklet: of the department, of one school, or a volume of people.

use jiff::civil::Date;
use serde::Serialize;

use super::areas::{AreaRow, Remarks};
use super::calendar::CalendarView;
use super::courses::{CourseGroup, Limit};
use super::decision::DecisionView;
use super::evaluation::{self, EvaluationView};
use super::group::{GroupView, Readers, average_rows};
use super::heat_map::{HeatMap, person_row};
use super::overview::{self, Overview, OverviewInputs};
use super::role_model::RoleModelView;
use super::strategy::StrategyView;
use super::year::YearView;
use super::{
    Fact, Frame, ScaleStep, areas, courses, page_budget, radar, role_model, scale, terms, volume_name,
};
use crate::analysis::Analysis;
use crate::analysis::averages::AreaAverage;
use crate::analysis::coverage::{RoleGap, SchoolCoverage, role_gaps};
use crate::analysis::evaluation::Evaluation;
use crate::analysis::gaps::{AreaStrength, area_strengths};
use crate::analysis::groups::office_sizes;
use crate::analysis::mentors::can_teach;
use crate::analysis::status::DepartmentStatus;
use crate::chart::palette::Palette;
use crate::department::profile::Activity;
use crate::department::settings::SchoolIndex;
use crate::department::{Department, PersonIndex};
use crate::language::Language;
use crate::programme::cohort::{Cohort, Participant};
use crate::programme::completion::Completion;
use crate::programme::definition::Programme;

/// The internal booklet. Chart 0 is the radar of the group, if the part has one; the people's follow
/// in order.
#[derive(Debug, Serialize)]
pub struct BookletView {
    frame: Frame,
    /// Name, audience and part.
    title: String,
    name: String,
    /// The audience.
    edition: String,
    /// The school, or the number of the volume.
    part: Option<String>,
    /// Numbers of people, schools and missing profiles.
    counts: Vec<String>,
    scale: Vec<ScaleStep>,
    decision: Option<DecisionView>,
    year: Option<YearView>,
    calendar: Option<CalendarView>,
    /// Whether the document lists in its keywords the pages on which people begin.
    lists_pages: bool,
    /// Whether there is a table of contents.
    contents: bool,
    strategy: Option<StrategyView>,
    coverage: CoverageView,
    /// Levels by person, grouped by school.
    heat_by_person: Option<HeatMap>,
    /// Mean levels by school.
    heat_by_school: Option<HeatMap>,
    /// The areas that many people master.
    strengths: Vec<String>,
    group: Option<GroupView>,
    evaluation: Option<EvaluationView>,
    /// The cohorts of programmes.
    cohorts: Vec<BookletCohort>,
    role_model: Option<RoleModelView>,
    /// The volumes that hold the people's pages, with their schools.
    volumes: Vec<Fact>,
    schools: Vec<SchoolView>,
    index: Vec<IndexSection>,
}

/// A cohort with its participants: how far each is, and nothing about absences.
#[derive(Debug, Serialize)]
struct BookletCohort {
    heading: String,
    leaders: String,
    rows: Vec<BookletParticipant>,
}

#[derive(Debug, Serialize)]
struct BookletParticipant {
    name: String,
    workplace: String,
    done: String,
    /// The share of the parts that is done, from 0 to 1.
    length: f64,
}

impl BookletCohort {
    /// The cohort on the day `on`, with those who have not left.
    fn of(programme: &Programme, cohort: &Cohort, on: Date, language: &Language) -> Self {
        let participants = cohort.participants_by_name(language);
        let row = |participant: &Participant| {
            let completion = Completion::of(programme, cohort, participant, Some(on));
            let (done, all) = (completion.done().len(), completion.states.len());
            let facts = [("done", done.into()), ("all", all.into())];
            completion.is_active().then(|| BookletParticipant {
                name: participant.name.clone(),
                workplace: participant.workplace.clone().unwrap_or_default(),
                done: language.say("staircase-of", &facts),
                length: done as f64 / all.max(1) as f64,
            })
        };
        Self {
            heading: format!("{} · {}", programme.name, cohort.name),
            leaders: cohort.led_by.join(", "),
            rows: participants.into_iter().filter_map(row).collect(),
        }
    }
}

/// The part of the department that a booklet covers.
#[derive(Clone, Debug)]
pub enum Part {
    /// All of it.
    Whole,
    /// All but the people's pages, which are in these volumes.
    Front(Vec<Volume>),
    /// The people's pages of some schools.
    Volume {
        /// From 1.
        number: usize,
        /// The number of volumes.
        count: usize,
    },
    /// What concerns one school.
    School(SchoolIndex),
}

/// A volume of people's pages, once it is made.
#[derive(Clone, Debug)]
pub struct Volume {
    /// The name of its file.
    pub file: String,
    /// The schools, by name.
    pub schools: Vec<String>,
    /// The page on which each person begins, in the booklet's order; empty if unknown.
    pub pages: Vec<usize>,
    /// The number of people.
    pub people: usize,
}

/// The coverage of roles by school.
#[derive(Debug, Serialize)]
struct CoverageView {
    roles: Vec<String>,
    /// For each school, the number of people who cover each role; of one school, their names.
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

/// A section of the index.
#[derive(Debug, Serialize)]
struct IndexSection {
    heading: String,
    entries: Vec<IndexEntry>,
}

/// An entry of the index.
#[derive(Debug, Serialize)]
struct IndexEntry {
    text: String,
    /// The link target in this document.
    target: Option<String>,
    /// The volume and page, for a person in a volume.
    place: Option<String>,
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
    /// The link target of the index.
    key: usize,
    radar_alt: String,
    numbered: bool,
    /// The estimated height in millimetres.
    height: f64,
    areas: Vec<AreaRow>,
    courses: Vec<CourseGroup>,
    more_courses: Option<String>,
    plan: Vec<BookletLine>,
    more_plan: Option<String>,
}

/// The most plan lines of a person, page budget permitting.
const MAX_LINES: usize = 24;
/// The longest text on a person's page, in characters.
const MAX_CHARS: usize = 110;
/// The most schools that are named for a role; more are counted, since the table lists them.
const MAX_SCHOOLS: usize = 12;
/// The most strengths.
const MAX_POINTS: usize = 5;

/// The inputs of the booklet's view besides the department.
pub struct BookletInputs<'a> {
    /// The part of the department.
    pub part: Part,
    /// The people of this part, in the booklet's order.
    pub people: &'a [PersonIndex],
    /// The mean levels of each area over these people.
    pub averages: &'a [AreaAverage],
    /// For each chart whether its axes are numbered.
    pub numbered: &'a [bool],
    /// The progress of these people through the year.
    pub status: &'a DepartmentStatus,
    /// Course choices and demand of these people.
    pub analysis: &'a Analysis,
    /// The reference day for courses and sessions.
    pub today: Date,
    /// The day since which that judgement has been the same.
    pub judged: Option<Date>,
    /// The strategic training plan; `None` in a volume.
    pub strategy: Option<StrategyView>,
}

/// The internal booklet of `department`.
pub fn view(department: &Department, language: &Language, inputs: BookletInputs<'_>) -> BookletView {
    let BookletInputs { part, people, analysis, status, .. } = &inputs;
    let school = match part {
        Part::School(school) => Some(*school),
        _ => None,
    };
    let is_volume = matches!(part, Part::Volume { .. });
    let is_department = matches!(part, Part::Whole | Part::Front(_));
    let schools = overview::schools(people, department, language);
    let covered = overview::coverage_of(&schools, department);
    let overview = (!is_volume).then(|| {
        overview::view(OverviewInputs {
            department,
            language,
            people,
            analysis,
            status,
            on: inputs.today,
            school,
        })
    });
    let (decision, year, calendar) = match overview {
        Some(Overview { decision, year, calendar }) => (Some(decision), Some(year), Some(calendar)),
        None => (None, None, None),
    };
    let palette = Palette::of(&department.settings);
    let profiles = || people.iter().map(|&person| &department.people[person]);
    let rows = || profiles().map(|person| person_row(person, department));
    let heat_by_person = || HeatMap::by_person(rows(), &department.role_model, &palette);
    let has_group = has_group(part);
    let group = has_group.then(|| GroupView {
        chart: 0,
        radar_alt: radar::group_alt(inputs.averages, &department.role_model, language),
        numbered: inputs.numbered.first().copied().unwrap_or_default(),
        averages: average_rows(
            inputs.averages.iter().map(|area| (area.people, (area.people > 0).then_some(*area))),
            &department.role_model,
            Readers::Internal,
            language,
        ),
    });
    let evaluation = (is_department)
        .then(|| evaluation::view(&Evaluation::of(department, profiles()), department, language))
        .flatten();
    let name = language.say("booklet-name", &[("role-model", department.role_model.name.as_str().into())]);
    let edition = language.say("booklet-internal", &[]);
    let part_name = match part {
        Part::School(school) => Some(department.settings.schools[school.0].name.clone()),
        Part::Volume { number, count } => Some(volume_name(*number, *count, language)),
        Part::Whole | Part::Front(_) => None,
    };
    let title = [Some(name.as_str()), part_name.as_deref(), Some(edition.as_str())];
    let shown = match part {
        Part::Front(_) => Vec::new(),
        _ => school_views(department, language, &inputs, usize::from(has_group)),
    };
    BookletView {
        frame: Frame::new(department, language),
        title: title.into_iter().flatten().collect::<Vec<_>>().join(". "),
        counts: counts(department, language, &inputs, schools.len()),
        scale: scale(&department.role_model),
        decision,
        year,
        calendar,
        lists_pages: is_volume,
        contents: is_department,
        coverage: coverage_view(&covered, school, department, language),
        // Hundreds of rows, each cell of which is tagged, take much memory: with volumes, each has its
        // own people's. Of one person it would repeat her page.
        heat_by_person: (!matches!(part, Part::Front(_)) && people.len() > 1).then(heat_by_person),
        heat_by_school: is_department.then(|| HeatMap::by_school(department, language, &palette)),
        strengths: if is_department { strengths(department, language) } else { Vec::new() },
        group,
        evaluation,
        cohorts: if is_department { cohorts(department, inputs.today, language) } else { Vec::new() },
        role_model: is_department.then(|| role_model::view(&department.role_model, language)),
        volumes: match part {
            Part::Front(volumes) => volumes.iter().map(volume_line).collect(),
            _ => Vec::new(),
        },
        index: if is_department { index(&inputs, department, language) } else { Vec::new() },
        schools: shown,
        strategy: inputs.strategy,
        name,
        edition,
        part: part_name,
    }
}

/// The cohorts that are not closed on the day `on`.
fn cohorts(department: &Department, on: Date, language: &Language) -> Vec<BookletCohort> {
    let running = department.programmes.cohorts().filter(|(_, cohort)| !cohort.is_closed(Some(on)));
    let cohorts = running.map(|(programme, cohort)| BookletCohort::of(programme, cohort, on, language));
    cohorts.filter(|cohort| !cohort.rows.is_empty()).collect()
}

/// Whether this part has a radar of the group, as chart 0.
pub fn has_group(part: &Part) -> bool {
    matches!(part, Part::Whole | Part::Front(_))
}

fn volume_line(volume: &Volume) -> Fact {
    Fact { label: volume.file.clone(), value: volume.schools.join(", ") }
}

fn counts(
    department: &Department,
    language: &Language,
    inputs: &BookletInputs<'_>,
    schools: usize,
) -> Vec<String> {
    let facts = [("people", inputs.people.len().into()), ("schools", schools.into())];
    let mut counts = vec![language.say("booklet-counts", &facts)];
    let missing = inputs.status.profiles.with_errors;
    if missing > 0 && !matches!(inputs.part, Part::Volume { .. }) {
        counts.push(language.say("booklet-missing", &[("count", missing.into())]));
    }
    counts.extend(
        inputs.judged.map(|day| language.say("booklet-judged", &[("date", language.date(day).into())])),
    );
    counts.extend(
        (department.role_model.source.iter())
            .filter(|_| has_group(&inputs.part))
            .map(|source| format!("{}: {source}", language.say("label-source", &[]))),
    );
    counts
}

/// The people's pages; the first of their charts has the number `first_chart`.
fn school_views(
    department: &Department,
    language: &Language,
    inputs: &BookletInputs<'_>,
    first_chart: usize,
) -> Vec<SchoolView> {
    let mut schools: Vec<SchoolView> = Vec::new();
    for (i, &number) in inputs.people.iter().enumerate() {
        let person = &department.people[number];
        let school = &department.settings.schools[person.school.0].name;
        let choices = &inputs.analysis.choices[number];
        let on = Some(inputs.today);
        let list = courses::CourseListInputs { person, choices, department, on, language };
        let is_first = schools.last().is_none_or(|last| last.name != *school);
        let heading = is_first.then_some(school.as_str());
        let view = booklet_person(list, i, heading, first_chart, inputs.numbered);
        match schools.last_mut().filter(|last| last.name == *school) {
            Some(last) => last.people.push(view),
            None => schools.push(SchoolView { name: school.clone(), people: vec![view] }),
        }
    }
    schools
}

/// A person; `school` for the first one of it, whose page bears its name.
fn booklet_person(
    list: courses::CourseListInputs<'_>,
    key: usize,
    school: Option<&str>,
    first_chart: usize,
    numbered: &[bool],
) -> BookletPerson {
    let courses::CourseListInputs { person, department, language, .. } = list;
    let mut facts = Vec::new();
    if let Some(position) = &person.position {
        facts.push(Fact { label: language.say("label-position", &[]), value: position.clone() });
    }
    let rows = areas::rows(person, department, language, Remarks::Hidden);
    let line = |line: &Activity| booklet_line(line, department, language);
    let mut plan: Vec<BookletLine> = person.plan.iter().take(MAX_LINES).map(line).collect();
    let groups = |most| {
        let limit = Limit { most, ..courses::IN_BOOKLET };
        courses::groups(list, limit)
    };
    let mut most = courses::IN_BOOKLET.most;
    let (mut courses, mut more) = groups(most);
    let chart = first_chart + key;
    let numbered = numbered.get(chart).copied().unwrap_or_default();
    let fixed = page_budget::head(school, !facts.is_empty())
        + page_budget::radar(&rows, numbered)
        + page_budget::areas(&rows);
    let height = |courses: &[CourseGroup], plan: &[BookletLine]| {
        let heights = [
            courses.iter().map(|group| group.height(MAX_CHARS)).sum::<f64>(),
            plan.iter().map(BookletLine::height).sum::<f64>(),
        ];
        let sections = heights.into_iter().filter(|height| *height > 0.0);
        let notes = 1.0 + if plan.len() < person.plan.len() { 1.0 } else { 0.0 };
        fixed + sections.map(|height| height + page_budget::SECTION).sum::<f64>() + notes * page_budget::NOTE
    };
    let allowed = page_budget::allowed(height(&courses, &plan));
    // Shortens courses and lines in turn, keeping at least one of each.
    while most > 1 && allowed < height(&courses, &plan) {
        if plan.len() > 1 && plan.len() * 2 > most {
            plan.pop();
        } else {
            most -= 1;
            (courses, more) = groups(most);
        }
    }
    // A course leaves more room than was missing.
    for more in person.plan.iter().take(MAX_LINES).skip(plan.len()).map(line) {
        plan.push(more);
        if height(&courses, &plan) > allowed {
            plan.pop();
            break;
        }
    }
    let more_lines = person.plan.len() - plan.len();
    BookletPerson {
        name: person.name.value.clone(),
        facts,
        chart,
        key,
        radar_alt: radar::person_alt(&person.name.value, &rows, language),
        numbered,
        height: height(&courses, &plan),
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
        what: courses::activity(line, department, language),
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

/// The coverage of the schools; of one `school`, with the names of those who cover a role.
fn coverage_view(
    covered: &[SchoolCoverage],
    school: Option<SchoolIndex>,
    department: &Department,
    language: &Language,
) -> CoverageView {
    let roles = &department.role_model.roles;
    let name = |school: SchoolIndex| department.settings.schools[school.0].name.as_str();
    let listed = |schools: &[SchoolIndex]| {
        if schools.len() <= MAX_SCHOOLS {
            return schools.iter().map(|&school| name(school)).collect::<Vec<_>>().join(", ");
        }
        language.say("coverage-many", &[("count", schools.len().into()), ("all", covered.len().into())])
    };
    let note = |gap: RoleGap| CoverageNote {
        role: roles[gap.role.0].name.clone(),
        one: listed(&gap.one),
        nobody: listed(&gap.vacant),
    };
    let notes = || role_gaps(covered, &office_sizes(department)).into_iter().map(note).collect();
    let cell = |people: &Vec<PersonIndex>| {
        if school.is_none() {
            return people.len().to_string();
        }
        let names = people.iter().map(|&person| department.people[person].name.value.as_str());
        names.collect::<Vec<_>>().join(", ")
    };
    let row = |coverage: &SchoolCoverage| CoverageRow {
        school: name(coverage.school).to_owned(),
        cells: coverage.roles.iter().map(cell).collect(),
    };
    CoverageView {
        roles: roles.iter().map(|role| role.name.clone()).collect(),
        rows: if roles.is_empty() { Vec::new() } else { covered.iter().map(row).collect() },
        notes: if school.is_none() { notes() } else { Vec::new() },
    }
}

fn index(inputs: &BookletInputs<'_>, department: &Department, language: &Language) -> Vec<IndexSection> {
    let here = |(text, target): (String, String)| IndexEntry { text, target: Some(target), place: None };
    let name = |person: PersonIndex| department.people[person].name.value.clone();
    let people: Vec<IndexEntry> = match &inputs.part {
        Part::Front(volumes) => {
            let places = volumes.iter().enumerate().flat_map(|(i, volume)| {
                (0..volume.people).map(move |person| (i + 1, volume.pages.get(person)))
            });
            let place = |(volume, page): (usize, Option<&usize>)| match page {
                Some(page) => {
                    language.say("index-volume-page", &[("volume", volume.into()), ("page", (*page).into())])
                }
                None => language.say("index-volume", &[("volume", volume.into())]),
            };
            let people = inputs.people.iter().zip(places);
            people
                .map(|(&person, at)| IndexEntry { text: name(person), target: None, place: Some(place(at)) })
                .collect()
        }
        _ => {
            let people = inputs.people.iter().enumerate();
            people.map(|(i, &person)| here((name(person), format!("person-{i}")))).collect()
        }
    };
    let areas = department.role_model.areas.iter().enumerate();
    let areas = areas.map(|(i, area)| here((area.name.clone(), format!("area-{i}")))).collect();
    let courses = inputs.strategy.iter().flat_map(StrategyView::index).map(here).collect();
    let sections = [("label-people", people), ("index-areas", areas), ("index-courses", courses)];
    sections
        .into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(heading, mut entries): (&str, Vec<IndexEntry>)| {
            entries.sort_by(|a, b| language.compare(&a.text, &b.text));
            IndexSection { heading: language.say(heading, &[]), entries }
        })
        .collect()
}
