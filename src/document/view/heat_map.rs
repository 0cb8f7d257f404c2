//! Heat maps of levels, by person and by school.

use serde::Serialize;

use super::radar;
use crate::analysis::averages::averages;
use crate::analysis::people_order;
use crate::chart::palette::{Palette, hex};
use crate::department::Department;
use crate::department::profile::Profile;
use crate::department::role_model::RoleModel;
use crate::language::Language;

/// The number of steps between the lightest and the darkest shade; a multiple of the steps of usual
/// scales, so that their levels have evenly spaced shades.
const STEPS: u32 = 60;

/// A table of levels with shaded cells.
#[derive(Debug, Serialize)]
pub(crate) struct HeatMap {
    /// The areas by their short names.
    columns: Vec<String>,
    /// The role model's level for each area; empty if it has none.
    expected: Vec<String>,
    /// The shades that cells refer to, the lightest first.
    shades: Vec<ShadeView>,
    rows: Vec<HeatRow>,
}

/// A shade as colours, `#rrggbb`.
#[derive(Debug, Serialize)]
struct ShadeView {
    ground: String,
    text: String,
}

/// A row of a heat map; without cells, a heading.
#[derive(Debug, Serialize)]
struct HeatRow {
    name: String,
    cells: Vec<HeatCell>,
}

/// A level; empty if not filled in.
#[derive(Debug, Default, Serialize)]
struct HeatCell {
    text: String,
    /// The number of the shade; `None` if not filled in.
    shade: Option<usize>,
    /// Whether the level is below the role model's.
    below: bool,
}

/// A person's row: school, name, and current levels.
pub(crate) type PersonRow<'a> = (&'a str, &'a str, Vec<Option<i64>>);

/// The row of a profile.
pub(crate) fn person_row<'a>(person: &'a Profile, department: &'a Department) -> PersonRow<'a> {
    let levels = person.levels.iter().map(|levels| levels.as_ref().map(|levels| levels.current));
    (&department.settings.schools[person.school.0].name, &person.name.value, levels.collect())
}

impl HeatMap {
    /// Levels by person, grouped by school; `people` are in the booklet's order.
    pub(crate) fn by_person<'a>(
        people: impl IntoIterator<Item = PersonRow<'a>>,
        role_model: &RoleModel,
        palette: &Palette,
    ) -> Self {
        let mut rows: Vec<HeatRow> = Vec::new();
        let mut last_school = None;
        for (school, name, levels) in people {
            if last_school != Some(school) {
                rows.push(HeatRow { name: school.to_owned(), cells: Vec::new() });
                last_school = Some(school);
            }
            let cells = levels.iter().enumerate().map(|(area, level)| match level {
                Some(level) => cell(*level as f64, level.to_string(), area, role_model),
                None => HeatCell::default(),
            });
            rows.push(HeatRow { name: name.to_owned(), cells: cells.collect() });
        }
        Self::new(rows, role_model, palette)
    }

    /// Mean levels by school.
    pub(crate) fn by_school(department: &Department, language: &Language, palette: &Palette) -> Self {
        let role_model = &department.role_model;
        let mut rows = Vec::new();
        for school in people_order::sorted_schools(department, language) {
            let people: Vec<&Profile> =
                department.people.iter().filter(|person| person.school == school).collect();
            if people.is_empty() {
                continue;
            }
            let averages = averages(department, people.iter().copied());
            let cells = averages.iter().enumerate().map(|(area, average)| match average.people {
                0 => HeatCell::default(),
                // As it is printed, so that no 4,0 counts as below 4.
                _ => {
                    let mean = (average.current * 10.0).round() / 10.0;
                    cell(mean, language.mean(average.current), area, role_model)
                }
            });
            let name = department.settings.schools[school.0].name.as_str();
            let facts = [("school", name.into()), ("people", people.len().into())];
            rows.push(HeatRow { name: language.say("heat-school", &facts), cells: cells.collect() });
        }
        Self::new(rows, role_model, palette)
    }

    fn new(rows: Vec<HeatRow>, role_model: &RoleModel, palette: &Palette) -> Self {
        let expected: Vec<String> = (role_model.areas.iter())
            .map(|area| area.expected.map(|level| level.to_string()).unwrap_or_default())
            .collect();
        let shade = |step: u32| {
            let shade = palette.shade(f64::from(step) / f64::from(STEPS));
            ShadeView { ground: hex(shade.ground), text: hex(shade.text) }
        };
        Self {
            columns: role_model.areas.iter().map(radar::label).collect(),
            expected: if expected.iter().all(String::is_empty) { Vec::new() } else { expected },
            shades: (0..=STEPS).map(shade).collect(),
            rows,
        }
    }
}

fn cell(level: f64, text: String, area: usize, role_model: &RoleModel) -> HeatCell {
    let scale = &role_model.scale;
    let steps = (scale.levels.len() - 1) as f64;
    let height = radar::between_steps(scale, level) / steps;
    let expected = role_model.areas[area].expected;
    HeatCell {
        text,
        shade: Some((height * f64::from(STEPS)).round() as usize),
        below: expected.is_some_and(|expected| level < expected as f64),
    }
}
