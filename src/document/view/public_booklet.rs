//! What the department's public booklet says: of those who said yes, and of nobody else.

use serde::Serialize;

use super::areas::{self, AreaRow};
use super::role_model::{self, RoleModelView};
use super::{Fact, Frame, ScaleStep, colours, radar, scale};
use crate::analysis::share::{self, Share};
use crate::chart::palette::Palette;
use crate::chart::radar::Radar;
use crate::department::role_model::{Area, RoleModel};
use crate::edition::public::{Public, PublicPerson};
use crate::language::Language;

/// The public booklet. The charts are the people's in their order.
#[derive(Debug, Serialize)]
pub struct PublicView {
    frame: Frame,
    title: String,
    edition: String,
    /// Who stands in it, for the metadata.
    keywords: Vec<String>,
    role_model: RoleModelView,
    scale: Vec<ScaleStep>,
    schools: Vec<SchoolView>,
    /// The people together, where they are enough.
    group: Option<GroupView>,
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
    areas: Vec<AreaRow>,
}

/// The people together.
#[derive(Debug, Serialize)]
struct GroupView {
    /// What the first shares are of; `None` where no shares are told.
    current_heading: Option<String>,
    /// What the others are of.
    wanted_heading: Option<String>,
    areas: Vec<ShareRow>,
    levels: LevelTable,
}

#[derive(Debug, Serialize)]
struct ShareRow {
    number: usize,
    name: String,
    current: Option<String>,
    wanted: Option<String>,
    people: usize,
}

/// Everybody's current levels, for a table whose cells are shaded.
#[derive(Debug, Serialize)]
struct LevelTable {
    areas: Vec<String>,
    rows: Vec<LevelRow>,
}

#[derive(Debug, Serialize)]
struct LevelRow {
    name: String,
    school: String,
    cells: Vec<LevelCell>,
}

#[derive(Debug, Serialize)]
struct LevelCell {
    text: String,
    /// Steps from the scale's lowest level; `None` where not filled in.
    step: Option<usize>,
}

#[derive(Debug, Serialize)]
struct CourseRow {
    number: String,
    title: String,
}

/// The radar of somebody in the public booklet.
pub fn person_radar(person: &PublicPerson, role_model: &RoleModel, language: &Language) -> Radar {
    let rows = areas::of_levels(&person.levels, role_model, language);
    radar::person(&rows, &scale(role_model), language)
}

/// The public booklet. `keywords` name who stands in it; `numbered` tells for each
/// chart whether its axes bear numbers.
pub fn view(
    public: &Public<'_>,
    keywords: Vec<String>,
    language: &Language,
    numbered: &[bool],
) -> PublicView {
    let role_model = public.role_model;
    let is_numbered = |chart: usize| numbered.get(chart).copied().unwrap_or_default();
    let mut schools: Vec<SchoolView> = Vec::new();
    for (chart, person) in public.people.iter().enumerate() {
        let rows = areas::of_levels(&person.levels, role_model, language);
        let position = person
            .position
            .iter()
            .map(|position| Fact { label: language.say("label-position", &[]), value: position.clone() });
        let view = PersonView {
            name: person.name.clone(),
            facts: position.collect(),
            chart,
            radar_alt: radar::person_alt(&person.name, &rows, language),
            numbered: is_numbered(chart),
            areas: rows,
        };
        match schools.last_mut().filter(|last| last.name == person.school) {
            Some(last) => last.people.push(view),
            None => schools.push(SchoolView { name: person.school.clone(), people: vec![view] }),
        }
    }
    let course =
        |(number, title): &(String, String)| CourseRow { number: number.clone(), title: title.clone() };
    PublicView {
        frame: frame(public, language),
        title: language.say("booklet-title", &[("role-model", role_model.name.as_str().into())]),
        edition: language.say("booklet-public", &[]),
        keywords,
        role_model: role_model::view(role_model, language),
        scale: scale(role_model),
        schools,
        group: public.is_a_group().then(|| group(public, language)),
        courses: public.courses.iter().map(course).collect(),
    }
}

fn frame(public: &Public<'_>, language: &Language) -> Frame {
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

fn group(public: &Public<'_>, language: &Language) -> GroupView {
    let level = share::middle(&public.role_model.scale);
    let heading = |key: &str| level.map(|level| language.say(key, &[("level", level.to_string().into())]));
    let row = |(i, area): (usize, &Area)| {
        let shares = public.shares(i);
        let words = |share: Option<Share>| share.map(|share| language.say(share.key(), &[]));
        ShareRow {
            number: i + 1,
            name: area.name.clone(),
            current: words(shares.current),
            wanted: words(shares.wanted),
            people: shares.people,
        }
    };
    GroupView {
        current_heading: heading("public-share-current"),
        wanted_heading: heading("public-share-wanted"),
        areas: public.role_model.areas.iter().enumerate().map(row).collect(),
        levels: level_table(public),
    }
}

fn level_table(public: &Public<'_>) -> LevelTable {
    let cell = |levels: &Option<(i64, i64)>| {
        let current = levels.map(|(current, _)| current);
        LevelCell {
            text: current.map(|number| number.to_string()).unwrap_or_default(),
            step: current.and_then(|number| public.role_model.scale.position(number)),
        }
    };
    let row = |person: &PublicPerson| LevelRow {
        name: person.name.clone(),
        school: person.school.clone(),
        cells: person.levels.iter().map(cell).collect(),
    };
    LevelTable {
        areas: public.role_model.areas.iter().map(radar::label).collect(),
        rows: public.people.iter().map(row).collect(),
    }
}
