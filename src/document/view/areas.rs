//! The table of areas: levels, gaps and priorities.

use serde::{Deserialize, Serialize};

use super::terms;
use crate::department::Department;
use crate::department::profile::{Priority, Profile};
use crate::department::role_model::{Area, AreaIndex, RoleModel};
use crate::language::Language;

/// A row of the table and an axis of the radar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaRow {
    /// The number on the radar, from 1.
    pub(crate) number: usize,
    pub(crate) name: String,
    /// The label on the radar, if different.
    pub(crate) label: Option<String>,
    /// The current level; `None` if not filled in.
    pub(crate) current: Option<i64>,
    /// Whether the area is no part of the person's work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) not_relevant: bool,
    /// The target level.
    pub(crate) wanted: Option<i64>,
    /// The gap with its sign; empty without one.
    pub(crate) gap: String,
    /// The priority in words.
    pub(crate) priority: String,
    /// Whether the priority is the highest, for emphasis.
    pub(crate) needed: bool,
    /// The current level, as steps from the lowest.
    pub(crate) current_step: Option<usize>,
    /// The target level, as steps from the lowest.
    pub(crate) wanted_step: Option<usize>,
    /// The role model's level, as steps from the lowest.
    pub(crate) expected_step: Option<usize>,
    /// Last year's level, as steps from the lowest.
    pub(crate) last_year_step: Option<usize>,
    /// The remark, on a person's own plan only.
    pub(crate) remark: Option<String>,
}

/// Whether the table includes remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remarks {
    /// As on the person's own plan.
    Shown,
    /// As everywhere else.
    Hidden,
}

/// A gap with its sign; empty for zero.
pub fn gap(size: i64, language: &Language) -> String {
    if size == 0 { String::new() } else { language.signed(size) }
}

/// The rows of `person` in the role model's order.
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

/// The rows of a person of whom only the current and target levels are known.
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
