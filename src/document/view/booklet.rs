//! What the department's booklet says.

use serde::Serialize;

use super::areas::{AreaRow, Remarks};
use super::courses::CourseGroup;
use super::role_model::RoleModelView;
use super::{Fact, Frame, ScaleStep, areas, courses, radar, role_model, scale};
use crate::analysis::averages::AreaAverage;
use crate::department::Department;
use crate::department::profile::Profile;
use crate::language::Language;
use jiff::civil::Date;

/// The booklet. Chart 0 is the department's radar; the people's follow in their order.
#[derive(Debug, Serialize)]
pub struct BookletView {
    frame: Frame,
    title: String,
    edition: String,
    role_model: RoleModelView,
    /// How many people and schools, and how many profiles are missing.
    counts: Vec<String>,
    scale: Vec<ScaleStep>,
    radar_alt: String,
    numbered: bool,
    averages: Vec<AverageRow>,
    schools: Vec<SchoolView>,
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
}

/// The people of a department by school and name, in the language's alphabet.
pub fn in_order<'a>(department: &'a Department, language: &Language) -> Vec<&'a Profile> {
    let mut people: Vec<&Profile> = department.people.iter().collect();
    let school = |person: &Profile| department.settings.schools[person.school.0].name.as_str();
    people.sort_by(|a, b| {
        language.compare(school(a), school(b)).then_with(|| language.compare(&a.name.value, &b.name.value))
    });
    people
}

/// The booklet of everybody. `numbered` tells for each chart whether its axes
/// bear numbers: the department's first, then the people's in order.
pub fn view(
    department: &Department,
    averages: &[AreaAverage],
    language: &Language,
    on: impl Fn(&Profile) -> Option<Date>,
    numbered: &[bool],
) -> BookletView {
    let mut schools: Vec<SchoolView> = Vec::new();
    for (i, person) in in_order(department, language).into_iter().enumerate() {
        let school = &department.settings.schools[person.school.0].name;
        let (courses, more) = courses::groups(person, department, on(person), language, courses::IN_BOOKLET);
        let mut facts = Vec::new();
        if let Some(position) = &person.position {
            facts.push(Fact { label: language.say("label-position", &[]), value: position.clone() });
        }
        let rows = areas::rows(person, department, language, Remarks::Hidden);
        let view = BookletPerson {
            name: person.name.value.clone(),
            facts,
            chart: i + 1,
            radar_alt: radar::person_alt(&person.name.value, &rows, language),
            numbered: numbered.get(i + 1).copied().unwrap_or_default(),
            areas: rows,
            courses,
            more_courses: (more > 0).then(|| language.say("courses-more", &[("count", more.into())])),
        };
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
    BookletView {
        frame: Frame::new(department, language),
        title: language.say("booklet-title", &[("role-model", department.role_model.name.as_str().into())]),
        edition: language.say("booklet-internal", &[]),
        role_model: role_model::view(department, language),
        counts,
        scale: scale(department),
        radar_alt: radar::group_alt(averages, department, language),
        numbered: numbered.first().copied().unwrap_or_default(),
        averages: average_rows(averages, department, language),
        schools,
    }
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
