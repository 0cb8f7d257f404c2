//! The view of the public booklet, which contains only people who gave their consent.

use std::ops::Range;

use serde::Serialize;

use super::areas::{self, AreaRow};
use super::group::{GroupView, Readers, average_rows};
use super::heat_map::{HeatMap, PersonRow};
use super::role_model::{self, RoleModelView};
use super::{Fact, Frame, ScaleStep, colours, page_budget, radar, scale, volume_name};
use crate::chart::palette::Palette;
use crate::chart::radar::Radar;
use crate::department::course_number;
use crate::department::role_model::RoleModel;
use crate::language::Language;
use crate::public::edition::{PublicAverage, PublicEdition, PublicPerson};

/// A part of the public booklet.
#[derive(Clone, Debug)]
pub(crate) enum PublicPart {
    /// All of it.
    Whole,
    /// All but the people's pages. Label and value are the file and the schools of each volume.
    Front(Vec<Fact>),
    /// The people's pages of some schools.
    Volume {
        /// From 1.
        number: usize,
        /// The number of volumes.
        count: usize,
        /// The indexes of the people in the edition.
        people: Range<usize>,
    },
}

impl PublicPart {
    /// The people with a page in this part.
    pub(crate) fn people<'a>(&self, public: &'a PublicEdition<'_>) -> &'a [PublicPerson] {
        match self {
            Self::Whole => &public.people,
            Self::Front(_) => &[],
            Self::Volume { people, .. } => &public.people[people.clone()],
        }
    }
}

/// Whether this part has a radar of the group, as its last chart.
pub(crate) fn has_group(part: &PublicPart) -> bool {
    !matches!(part, PublicPart::Volume { .. })
}

/// The public booklet. The charts are the people's in order, then that of the group.
#[derive(Debug, Serialize)]
pub(crate) struct PublicView {
    frame: Frame,
    /// Name and audience.
    title: String,
    name: String,
    /// The audience.
    edition: String,
    /// The number of the volume.
    part: Option<String>,
    /// The people in it, for the metadata.
    keywords: Vec<String>,
    /// `None` in a volume.
    role_model: Option<RoleModelView>,
    scale: Vec<ScaleStep>,
    /// Whether the role model has levels, which the level marks show.
    has_tick: bool,
    /// The volumes that hold the people's pages, with their schools.
    volumes: Vec<Fact>,
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
pub(crate) fn person_radar(person: &PublicPerson, role_model: &RoleModel, language: &Language) -> Radar {
    let rows = rows(person, role_model, language);
    radar::person(&rows, &scale(role_model), language)
}

/// The radar of the group, if it is large enough.
pub(crate) fn group_radar(public: &PublicEdition<'_>, language: &Language) -> Option<Radar> {
    let averages = public.averages()?;
    let levels = averages.iter().map(|average| average.levels.unwrap_or_default());
    let mut radar = radar::group(&levels.collect::<Vec<_>>(), public.role_model, language);
    for (axis, average) in radar.axes.iter_mut().zip(&averages) {
        if average.is_of_too_few() {
            axis.levels = language.say("radar-too-few", &[]);
        }
    }
    Some(radar)
}

/// A part of the public booklet. `keywords` identifies the people in it; `numbered` says for each chart
/// whether its axes are numbered.
pub(crate) fn view(
    public: &PublicEdition<'_>,
    part: PublicPart,
    keywords: Vec<String>,
    language: &Language,
    numbered: &[bool],
) -> PublicView {
    let role_model = public.role_model;
    let is_numbered = |chart: usize| numbered.get(chart).copied().unwrap_or_default();
    let mut schools: Vec<SchoolView> = Vec::new();
    let people = part.people(public);
    for (chart, person) in people.iter().enumerate() {
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
    let chart = people.len();
    let is_front = has_group(&part);
    let averages = public.averages();
    // With volumes, each has its own people's.
    let has_map = averages.is_some() && !people.is_empty();
    let group = averages.filter(|_| is_front).map(|averages| GroupView {
        chart,
        radar_alt: group_alt(&averages, public, language),
        numbered: is_numbered(chart),
        averages: average_rows(
            averages.iter().map(|average| (average.people, average.levels)),
            role_model,
            Readers::Public,
            language,
        ),
    });
    let heat_rows = || people.iter().map(person_row);
    let palette = Palette::with_accent(public.accent);
    let heat_by_person = has_map.then(|| HeatMap::by_person(heat_rows(), role_model, &palette));
    let name = language.say("booklet-name", &[("role-model", role_model.name.as_str().into())]);
    let edition = language.say("booklet-public", &[]);
    let course = |(number, title): &(String, String)| CourseRow {
        number: course_number::printed(number).unwrap_or_default().to_owned(),
        title: title.clone(),
    };
    let part_name = match &part {
        PublicPart::Volume { number, count, .. } => Some(volume_name(*number, *count, language)),
        PublicPart::Whole | PublicPart::Front(_) => None,
    };
    let title = [Some(name.as_str()), part_name.as_deref(), Some(edition.as_str())];
    let courses = if is_front { public.courses.iter().map(course).collect() } else { Vec::new() };
    PublicView {
        frame: frame(public, language),
        title: title.into_iter().flatten().collect::<Vec<_>>().join(". "),
        part: part_name,
        volumes: match part {
            PublicPart::Front(volumes) => volumes,
            _ => Vec::new(),
        },
        name,
        edition,
        keywords,
        role_model: is_front.then(|| role_model::view(role_model, language)),
        scale: scale(role_model),
        has_tick: role_model.areas.iter().any(|area| area.expected.is_some()),
        schools,
        group,
        heat_by_person,
        courses,
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

fn group_alt(averages: &[PublicAverage], public: &PublicEdition<'_>, language: &Language) -> String {
    let mut sentences = vec![language.say("alt-public-group", &[("people", public.people.len().into())])];
    for (area, average) in public.role_model.areas.iter().zip(averages) {
        let name = area.name.as_str();
        sentences.push(if let Some(levels) = average.levels {
            let (current, wanted) = (language.mean(levels.current), language.mean(levels.wanted));
            let facts = [("area", name.into()), ("current", current.into()), ("wanted", wanted.into())];
            language.say("alt-area", &facts)
        } else if average.is_of_too_few() {
            language.say("alt-area-too-few", &[("area", name.into())])
        } else {
            language.say("alt-area-missing", &[("area", name.into())])
        });
    }
    sentences.push(language.say("alt-table", &[("table", language.say("label-averages", &[]).into())]));
    sentences.join(" ")
}

fn person_row(person: &PublicPerson) -> PersonRow<'_> {
    let levels = person.levels.iter().map(|levels| levels.map(|(current, _)| current));
    (&person.school, &person.name, levels.collect())
}
