//! The data of radars and their alternative texts.

use super::ScaleStep;
use super::areas::AreaRow;
use super::guide::ExampleArea;
use crate::analysis::averages::AreaAverage;
use crate::chart::radar::{Axis, FULL_WIDTH, Legend, Radar};
use crate::department::Department;
use crate::department::role_model::{Area, RoleModel};
use crate::department::scale::Scale;
use crate::language::Language;

/// The height of a person's radar in points, above a table of [`AREAS_ON_FRONT`] rows.
const PERSON_HEIGHT: f64 = 270.0;
/// The least height of a person's radar in points, above a longer table or many remarks.
const LEAST_PERSON_HEIGHT: f64 = 228.0;
/// The number of areas whose table and radar fill the front page.
const AREAS_ON_FRONT: usize = 11;
/// The most areas for which a lower radar keeps the front on one page.
const MOST_AREAS_ON_FRONT: usize = 12;
/// The height gained by the radar for each row fewer, in points.
const ROW_HEIGHT: f64 = 9.0;
/// The height lost by the radar for each row or line of a remark more, in points.
const MORE_ROW_HEIGHT: f64 = 13.0;
/// The characters on a line of a remark.
const REMARK_LINE_CHARS: usize = 36;
/// The least height of the radar on the blank form in points, above a long table.
const BLANK_HEIGHT: f64 = 250.0;
/// The height gained on the blank form for each row fewer, in points.
const BLANK_ROW_HEIGHT: f64 = 16.0;
/// The height of the department's radar in points.
const DEPARTMENT_HEIGHT: f64 = 340.0;

/// The width of an example's radar in points.
const EXAMPLE_WIDTH: f64 = 250.0;
/// The height of an example's radar in points.
const EXAMPLE_HEIGHT: f64 = 204.0;

/// A person's radar, the same on the plan and in the internal booklet. It depends on the table's
/// rows only.
pub fn person(rows: &[AreaRow], scale: &[ScaleStep], language: &Language) -> Radar {
    let position = |steps: Option<usize>| steps.map(|steps| steps as f64);
    let axes = rows.iter().map(|row| Axis {
        label: row.label.as_ref().unwrap_or(&row.name).clone(),
        levels: match (row.current, row.wanted) {
            (Some(current), Some(wanted)) if current == wanted => current.to_string(),
            (Some(current), Some(wanted)) => format!("{current} → {wanted}"),
            _ if row.not_relevant => language.say("label-not-relevant", &[]),
            _ => language.say("radar-missing", &[]),
        },
        current: position(row.current_step),
        wanted: position(row.wanted_step),
        expected: position(row.expected_step),
        last_year: position(row.last_year_step),
        needed: row.needed && row.wanted > row.current,
        ..Axis::default()
    });
    let remarks = rows.iter().filter_map(|row| row.remark.as_ref());
    let remark_lines = remarks.map(|remark| remark.chars().count().div_ceil(REMARK_LINE_CHARS));
    let height = person_height(rows.len(), remark_lines.sum());
    let highest = scale.iter().map(|step| step.number).max().unwrap_or_default();
    Radar {
        axes: axes.collect(),
        any_levels: vec![
            format!("{highest} → {highest}"),
            language.say("radar-missing", &[]),
            language.say("label-not-relevant", &[]),
        ],
        rings: scale.iter().map(|step| step.number.to_string()).collect(),
        width: FULL_WIDTH,
        height,
        legend: legend(language),
        by_hand: false,
    }
}

/// The height of a person's radar with names at its axes, in points, above a table with so many
/// areas and lines of remarks.
pub fn person_height(areas: usize, remark_lines: usize) -> f64 {
    let lines = areas + remark_lines;
    let fewer = ROW_HEIGHT * AREAS_ON_FRONT.saturating_sub(lines) as f64;
    let more = MORE_ROW_HEIGHT * lines.saturating_sub(AREAS_ON_FRONT) as f64;
    if areas > MOST_AREAS_ON_FRONT {
        PERSON_HEIGHT
    } else {
        (PERSON_HEIGHT + fewer - more).max(LEAST_PERSON_HEIGHT)
    }
}

/// A group's radar: means, with the middle half of the current levels as a band.
pub fn group(averages: &[AreaAverage], role_model: &RoleModel, language: &Language) -> Radar {
    let scale = &role_model.scale;
    let axes = role_model.areas.iter().zip(averages).map(|(area, average)| {
        let some = average.people > 0;
        Axis {
            label: label(area),
            levels: if some {
                format!("{} → {}", language.mean(average.current), language.mean(average.wanted))
            } else {
                language.say("radar-missing", &[])
            },
            current: some.then(|| between_steps(scale, average.current)),
            wanted: some.then(|| between_steps(scale, average.wanted)),
            expected: area.expected.and_then(|number| step(scale, number)),
            last_year: None,
            needed: false,
            spread: if some {
                step(scale, average.middle.0).zip(step(scale, average.middle.1))
            } else {
                None
            },
        }
    });
    Radar {
        axes: axes.collect(),
        any_levels: Vec::new(),
        rings: rings(scale),
        width: FULL_WIDTH,
        height: DEPARTMENT_HEIGHT,
        legend: Legend {
            current: language.say("legend-mean-current", &[]),
            wanted: language.say("legend-mean-wanted", &[]),
            ..legend(language)
        },
        by_hand: false,
    }
}

/// A radar to fill in by hand: axes and rings only.
pub fn blank(department: &Department, language: &Language) -> Radar {
    let role_model = &department.role_model;
    let spare_rows = AREAS_ON_FRONT.saturating_sub(role_model.areas.len());
    let axes = role_model.areas.iter().map(|area| Axis { label: label(area), ..Axis::default() });
    Radar {
        axes: axes.collect(),
        any_levels: Vec::new(),
        rings: rings(&role_model.scale),
        width: FULL_WIDTH,
        height: BLANK_HEIGHT + BLANK_ROW_HEIGHT * spare_rows as f64,
        legend: legend(language),
        by_hand: true,
    }
}

/// A small example radar; `keys` labels the axes with the keys in files instead of names.
pub fn example(areas: &[ExampleArea<'_>], keys: bool, scale: &Scale, language: &Language) -> Radar {
    let axes = areas.iter().map(|example| Axis {
        label: if keys { example.area.key.clone() } else { label(example.area) },
        levels: match (scale.levels[example.current].number, scale.levels[example.wanted].number) {
            (current, wanted) if current == wanted => current.to_string(),
            (current, wanted) => format!("{current} → {wanted}"),
        },
        current: Some(example.current as f64),
        wanted: Some(example.wanted as f64),
        ..Axis::default()
    });
    Radar {
        axes: axes.collect(),
        any_levels: Vec::new(),
        rings: rings(scale),
        width: EXAMPLE_WIDTH,
        height: EXAMPLE_HEIGHT,
        legend: legend(language),
        by_hand: false,
    }
}

/// The alternative text of a person's radar: a summary, then each area.
pub fn person_alt(name: &str, rows: &[AreaRow], language: &Language) -> String {
    let filled = rows.iter().filter(|row| row.current.is_some()).count();
    // `None` is less than any level.
    let gaps = rows.iter().filter(|row| row.wanted > row.current).count();
    let mut sentences = vec![language.say(
        "alt-person",
        &[
            ("name", name.into()),
            ("filled", filled.into()),
            ("areas", rows.len().into()),
            ("gaps", gaps.into()),
        ],
    )];
    for row in rows {
        let name = row.name.as_str();
        sentences.push(match (row.current, row.wanted) {
            (Some(current), Some(wanted)) => {
                let facts = [("area", name.into()), ("current", current.into()), ("wanted", wanted.into())];
                let needed = row.needed && wanted > current;
                language.say(if needed { "alt-area-needed" } else { "alt-area" }, &facts)
            }
            _ if row.not_relevant => language.say("alt-area-not-relevant", &[("area", name.into())]),
            _ => language.say("alt-area-missing", &[("area", name.into())]),
        });
    }
    sentences.push(language.say("alt-table", &[("table", language.say("label-areas", &[]).into())]));
    sentences.join(" ")
}

/// The alternative text of a group's radar.
pub fn group_alt(averages: &[AreaAverage], role_model: &RoleModel, language: &Language) -> String {
    let people = averages.iter().map(|average| average.people).max().unwrap_or_default();
    let mut sentences = vec![language.say("alt-group", &[("people", people.into())])];
    for (area, average) in role_model.areas.iter().zip(averages) {
        let name = area.name.as_str();
        sentences.push(if average.people == 0 {
            language.say("alt-area-missing", &[("area", name.into())])
        } else {
            language.say(
                "alt-area",
                &[
                    ("area", name.into()),
                    ("current", language.mean(average.current).into()),
                    ("wanted", language.mean(average.wanted).into()),
                ],
            )
        });
    }
    sentences.push(language.say("alt-table", &[("table", language.say("label-averages", &[]).into())]));
    sentences.join(" ")
}

/// The alternative text of a blank radar.
pub fn blank_alt(department: &Department, language: &Language) -> String {
    let role_model = &department.role_model;
    language.say(
        "alt-blank",
        &[("areas", role_model.areas.len().into()), ("levels", role_model.scale.numbers().into())],
    )
}

/// The label of an area on the radar: its short name.
pub fn label(area: &Area) -> String {
    area.short_name.as_ref().unwrap_or(&area.name).clone()
}

fn legend(language: &Language) -> Legend {
    Legend {
        current: language.say("legend-current", &[]),
        wanted: language.say("legend-wanted", &[]),
        needed: language.say("legend-needed", &[]),
        expected: language.say("legend-expected", &[]),
        last_year: language.say("legend-last-year", &[]),
        spread: language.say("legend-spread", &[]),
    }
}

fn rings(scale: &Scale) -> Vec<String> {
    scale.levels.iter().map(|level| level.number.to_string()).collect()
}

fn step(scale: &Scale, number: i64) -> Option<f64> {
    scale.position(number).map(|steps| steps as f64)
}

/// The position of a mean level on the scale, in steps from the lowest.
pub fn between_steps(scale: &Scale, mean: f64) -> f64 {
    let numbers: Vec<f64> = scale.levels.iter().map(|level| level.number as f64).collect();
    let below = numbers.iter().rposition(|&number| number <= mean).unwrap_or(0);
    match numbers.get(below + 1) {
        Some(above) => below as f64 + (mean - numbers[below]) / (above - numbers[below]),
        None => below as f64,
    }
}
