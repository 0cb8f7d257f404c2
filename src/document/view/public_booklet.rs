//! The view of the public booklet, which contains only people who gave their consent.

use serde::Serialize;

use super::areas::{self, AreaRow};
use super::group::{GroupView, Readers, average_rows};
use super::heat_map::{HeatMap, PersonRow};
use super::role_model::{self, RoleModelView};
use super::{Fact, Frame, ScaleStep, colours, courses, page_budget, radar, scale};
use crate::analysis::averages::{AreaAverage, of_levels};
use crate::chart::palette::Palette;
use crate::chart::radar::Radar;
use crate::department::role_model::RoleModel;
use crate::language::Language;
use crate::public::edition::{PublicEdition, PublicPerson};

/// The public booklet. The charts are the people's in order, then that of the group.
#[derive(Debug, Serialize)]
pub struct PublicView {
    frame: Frame,
    /// Name and audience.
    title: String,
    name: String,
    /// The audience.
    edition: String,
    /// The people in it, for the metadata.
    keywords: Vec<String>,
    role_model: RoleModelView,
    scale: Vec<ScaleStep>,
    schools: Vec<SchoolView>,
    /// The group's averages, if it is large enough.
    group: Option<GroupView>,
    /// Levels by person, likewise.
    heat_by_person: Option<HeatMap>,
    courses: Vec<CourseRow>,
}

#[derive(Debug, Serialize)]
struct SchoolView {
    name: String,
    people: Vec<PersonView>,
}

#[derive(Debug, Serialize)]
struct PersonView {
    name: String,
    facts: Vec<Fact>,
    /// The number of the radar among the charts.
    chart: usize,
    radar_alt: String,
    numbered: bool,
    /// The estimated height in millimetres.
    height: f64,
    areas: Vec<AreaRow>,
}

#[derive(Debug, Serialize)]
struct CourseRow {
    number: String,
    title: String,
}

/// The rows of a person.
fn rows(person: &PublicPerson, role_model: &RoleModel, language: &Language) -> Vec<AreaRow> {
    let mut rows = areas::of_levels(&person.levels, role_model, language);
    for area in &person.not_relevant {
        rows[area.0].not_relevant = true;
    }
    rows
}

/// The radar of a person in the public booklet.
pub fn person_radar(person: &PublicPerson, role_model: &RoleModel, language: &Language) -> Radar {
    let rows = rows(person, role_model, language);
    radar::person(&rows, &scale(role_model), language)
}

/// The radar of the group, if it is large enough.
pub fn group_radar(public: &PublicEdition<'_>, language: &Language) -> Option<Radar> {
    let averages = averages(public)?;
    let mut radar = radar::group(&disclosed(&averages, public), public.role_model, language);
    for (axis, average) in radar.axes.iter_mut().zip(&averages) {
        if is_too_few(average, public) {
            axis.levels = language.say("radar-too-few", &[]);
        }
    }
    Some(radar)
}

/// The public booklet. `keywords` identifies the people in it; `numbered` says for each chart
/// whether its axes are numbered.
pub fn view(
    public: &PublicEdition<'_>,
    keywords: Vec<String>,
    language: &Language,
    numbered: &[bool],
) -> PublicView {
    let role_model = public.role_model;
    let is_numbered = |chart: usize| numbered.get(chart).copied().unwrap_or_default();
    let mut schools: Vec<SchoolView> = Vec::new();
    for (chart, person) in public.people.iter().enumerate() {
        let rows = rows(person, role_model, language);
        let position = person
            .position
            .iter()
            .map(|position| Fact { label: language.say("label-position", &[]), value: position.clone() });
        let is_first = schools.last().is_none_or(|last| last.name != person.school);
        let heading = is_first.then_some(person.school.as_str());
        let view = PersonView {
            name: person.name.clone(),
            facts: position.collect(),
            chart,
            radar_alt: radar::person_alt(&person.name, &rows, language),
            numbered: is_numbered(chart),
            height: page_budget::public_person(heading, person.position.is_some(), &rows, is_numbered(chart)),
            areas: rows,
        };
        match schools.last_mut().filter(|last| last.name == person.school) {
            Some(last) => last.people.push(view),
            None => schools.push(SchoolView { name: person.school.clone(), people: vec![view] }),
        }
    }
    let chart = public.people.len();
    let group = averages(public).map(|averages| GroupView {
        chart,
        radar_alt: group_alt(&averages, public, language),
        numbered: is_numbered(chart),
        averages: average_rows(
            &averages,
            &disclosed(&averages, public),
            role_model,
            Readers::Public,
            language,
        ),
    });
    let heat_rows = || public.people.iter().map(person_row);
    let palette = Palette::with_accent(public.accent);
    let heat_by_person = group.is_some().then(|| HeatMap::by_person(heat_rows(), role_model, &palette));
    let name = language.say("booklet-name", &[("role-model", role_model.name.as_str().into())]);
    let edition = language.say("booklet-public", &[]);
    // An id local to the catalogue means nothing on paper.
    let printed = |number: &String| courses::is_official(number).then(|| number.clone());
    let course = |(number, title): &(String, String)| CourseRow {
        number: printed(number).unwrap_or_default(),
        title: title.clone(),
    };
    PublicView {
        frame: frame(public, language),
        title: format!("{name}. {edition}"),
        name,
        edition,
        keywords,
        role_model: role_model::view(role_model, language),
        scale: scale(role_model),
        schools,
        group,
        heat_by_person,
        courses: public.courses.iter().map(course).collect(),
    }
}

fn frame(public: &PublicEdition<'_>, language: &Language) -> Frame {
    Frame {
        language: public.language.unwrap_or(language.tag()).name().to_owned(),
        words_language: language.tag().name().to_owned(),
        colours: colours(&Palette::with_accent(public.accent)),
        labels: language.labels().clone(),
        department: public.department.clone(),
        municipality: None,
        period: public.period.clone(),
    }
}

fn averages(public: &PublicEdition<'_>) -> Option<Vec<AreaAverage>> {
    let of_area = |area: usize| public.people.iter().map(move |person| person.levels[area]);
    public.is_a_group().then(|| of_levels((0..public.role_model.areas.len()).map(of_area)))
}

/// Whether the group behind an area's average is too small to show it.
fn is_too_few(average: &AreaAverage, public: &PublicEdition<'_>) -> bool {
    average.people > 0 && average.people < public.smallest_group
}

/// The averages, with empty ones in place of those that must not be shown.
fn disclosed(averages: &[AreaAverage], public: &PublicEdition<'_>) -> Vec<AreaAverage> {
    let shown =
        |average: &AreaAverage| if is_too_few(average, public) { AreaAverage::default() } else { *average };
    averages.iter().map(shown).collect()
}

fn group_alt(averages: &[AreaAverage], public: &PublicEdition<'_>, language: &Language) -> String {
    let mut sentences = vec![language.say("alt-public-group", &[("people", public.people.len().into())])];
    for (area, average) in public.role_model.areas.iter().zip(averages) {
        let name = area.name.as_str();
        sentences.push(if average.people == 0 {
            language.say("alt-area-missing", &[("area", name.into())])
        } else if is_too_few(average, public) {
            language.say("alt-area-too-few", &[("area", name.into())])
        } else {
            let (current, wanted) = (language.mean(average.current), language.mean(average.wanted));
            let facts = [("area", name.into()), ("current", current.into()), ("wanted", wanted.into())];
            language.say("alt-area", &facts)
        });
    }
    sentences.push(language.say("alt-table", &[("table", language.say("label-averages", &[]).into())]));
    sentences.join(" ")
}

fn person_row(person: &PublicPerson) -> PersonRow<'_> {
    let levels = person.levels.iter().map(|levels| levels.map(|(current, _)| current));
    (&person.school, &person.name, levels.collect())
}
