//! The table of areas: levels, gap, and how important.

use serde::{Deserialize, Serialize};

use super::terms;
use crate::department::Department;
use crate::department::profile::Profile;
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
    let step = |number: i64| role_model.scale.position(number);
    role_model
        .areas
        .iter()
        .zip(&person.levels)
        .enumerate()
        .map(|(i, (area, levels))| {
            let levels = levels.as_ref();
            let gap = levels.map_or(0, |levels| levels.gap());
            AreaRow {
                number: i + 1,
                name: area.name.clone(),
                label: area.short_name.clone(),
                current: levels.map(|levels| levels.current),
                wanted: levels.map(|levels| levels.wanted),
                gap: self::gap(gap, language),
                priority: terms::priority(levels.and_then(|levels| levels.priority), language),
                needed: levels.is_some_and(|levels| {
                    levels.priority == Some(crate::department::profile::Priority::Need)
                }),
                current_step: levels.and_then(|levels| step(levels.current)),
                wanted_step: levels.and_then(|levels| step(levels.wanted)),
                expected_step: area.expected.and_then(step),
                last_year_step: person.last_year[i].and_then(step),
                remark: match remarks {
                    Remarks::Shown => levels.and_then(|levels| levels.remark.clone()),
                    Remarks::Hidden => None,
                },
            }
        })
        .collect()
}
