//! The table of areas: levels, gap, and how important.

use serde::{Deserialize, Serialize};

use super::terms;
use crate::department::Department;
use crate::department::profile::{Priority, Profile};
use crate::department::role_model::{Area, AreaIndex, RoleModel};
use crate::language::Language;

/// One row of the table, and one axis of the radar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaRow {
    /// Its number on the radar, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// Its label on the radar, where that is another.
    pub label: Option<String>,
    /// The level now; `None` where the area is not filled in.
    pub current: Option<i64>,
    /// Whether the area is no part of the person's work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_relevant: bool,
    /// The level wanted.
    pub wanted: Option<i64>,
    /// The gap with its sign; empty where there is none.
    pub gap: String,
    /// How important it is, in words.
    pub priority: String,
    /// Whether it is needed, for emphasis beside the word.
    pub needed: bool,
    /// Steps from the scale's lowest level: now.
    pub current_step: Option<usize>,
    /// Steps from the scale's lowest level: wanted.
    pub wanted_step: Option<usize>,
    /// Steps from the scale's lowest level: the role model's own.
    pub expected_step: Option<usize>,
    /// Steps from the scale's lowest level: last year.
    pub last_year_step: Option<usize>,
    /// The remark; on a person's own plan only.
    pub remark: Option<String>,
}

/// Whether remarks are part of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remarks {
    /// On the person's own plan.
    Shown,
    /// Everywhere else.
    Hidden,
}

/// A gap with its sign; empty where there is none.
pub fn gap(size: i64, language: &Language) -> String {
    if size == 0 { String::new() } else { language.signed(size) }
}

/// The rows of `person`, in the order of the areas.
pub fn rows(
    person: &Profile,
    department: &Department,
    language: &Language,
    remarks: Remarks,
) -> Vec<AreaRow> {
    let role_model = &department.role_model;
    let pairs: Vec<_> =
        person.levels.iter().map(|levels| levels.as_ref().map(|l| (l.current, l.wanted))).collect();
    let mut rows = of_levels(&pairs, role_model, language);
    for (i, row) in rows.iter_mut().enumerate() {
        let levels = person.levels[i].as_ref();
        let priority = levels.and_then(|levels| levels.priority);
        row.priority = terms::priority(priority, language);
        row.not_relevant = person.not_relevant.contains(&AreaIndex(i));
        row.needed = priority == Some(Priority::Need);
        row.last_year_step = person.last_year[i].and_then(|number| role_model.scale.position(number));
        if remarks == Remarks::Shown {
            row.remark = levels.and_then(|levels| levels.remark.clone());
        }
    }
    rows
}

/// The rows of somebody of whom nothing is known but the current and the wanted
/// level of each area.
pub fn of_levels(levels: &[Option<(i64, i64)>], role_model: &RoleModel, language: &Language) -> Vec<AreaRow> {
    let step = |number: i64| role_model.scale.position(number);
    let area_row = |i: usize, area: &Area, levels: Option<(i64, i64)>| AreaRow {
        number: i + 1,
        name: area.name.clone(),
        label: area.short_name.clone(),
        current: levels.map(|(current, _)| current),
        not_relevant: false,
        wanted: levels.map(|(_, wanted)| wanted),
        gap: gap(levels.map_or(0, |(current, wanted)| wanted - current), language),
        priority: String::new(),
        needed: false,
        current_step: levels.and_then(|(current, _)| step(current)),
        wanted_step: levels.and_then(|(_, wanted)| step(wanted)),
        expected_step: area.expected.and_then(step),
        last_year_step: None,
        remark: None,
    };
    let areas = role_model.areas.iter().zip(levels).enumerate();
    areas.map(|(i, (area, levels))| area_row(i, area, *levels)).collect()
}
