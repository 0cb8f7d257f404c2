//! Heat maps of levels, by person and by school.

use serde::Serialize;

use super::radar;
use crate::analysis::averages::averages;
use crate::department::Department;
use crate::department::profile::Profile;
use crate::language::Language;

/// A table of levels with shaded cells.
#[derive(Debug, Serialize)]
pub struct HeatMap {
    /// The areas by their short names.
    columns: Vec<String>,
    rows: Vec<HeatRow>,
}

/// A row of a heat map; without cells, a heading.
#[derive(Debug, Serialize)]
struct HeatRow {
    name: String,
    cells: Vec<HeatCell>,
}

/// A level; empty if not filled in.
#[derive(Debug, Serialize)]
struct HeatCell {
    text: String,
    /// The shade, from 0 for the lowest level to 1 for the highest.
    height: f64,
}

impl HeatMap {
    /// Levels by person, grouped by school; `people` are in the booklet's order.
    pub fn by_person(people: &[&Profile], department: &Department) -> Self {
        let mut rows: Vec<HeatRow> = Vec::new();
        let mut last_school = None;
        for person in people {
            if last_school != Some(person.school) {
                let name = department.settings.schools[person.school.0].name.clone();
                rows.push(HeatRow { name, cells: Vec::new() });
                last_school = Some(person.school);
            }
            let cells = person.levels.iter().map(|levels| match levels {
                Some(levels) => cell(levels.current as f64, levels.current.to_string(), department),
                None => HeatCell { text: String::new(), height: 0.0 },
            });
            rows.push(HeatRow { name: person.name.value.clone(), cells: cells.collect() });
        }
        Self { columns: columns(department), rows }
    }

    /// Mean levels by school.
    pub fn by_school(department: &Department, language: &Language) -> Self {
        let mut rows = Vec::new();
        for (i, school) in department.settings.schools.iter().enumerate() {
            let people: Vec<&Profile> =
                department.people.iter().filter(|person| person.school.0 == i).collect();
            if people.is_empty() {
                continue;
            }
            let averages = averages(department, people.iter().copied());
            let cells = averages.iter().map(|average| match average.people {
                0 => HeatCell { text: String::new(), height: 0.0 },
                _ => cell(average.current, language.mean(average.current), department),
            });
            let facts = [("school", school.name.as_str().into()), ("people", people.len().into())];
            rows.push(HeatRow { name: language.say("heat-school", &facts), cells: cells.collect() });
        }
        rows.sort_by(|a, b| language.compare(&a.name, &b.name));
        Self { columns: columns(department), rows }
    }
}

fn columns(department: &Department) -> Vec<String> {
    department.role_model.areas.iter().map(radar::label).collect()
}

fn cell(level: f64, text: String, department: &Department) -> HeatCell {
    let scale = &department.role_model.scale;
    let steps = (scale.levels.len() - 1) as f64;
    HeatCell { text, height: radar::between_steps(scale, level) / steps }
}
