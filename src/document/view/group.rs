//! The averages of a group as a radar and the table behind it, the same in all booklets.

use serde::Serialize;

use crate::analysis::averages::AreaAverage;
use crate::department::role_model::RoleModel;
use crate::language::Language;

/// A group's radar and averages.
#[derive(Debug, Serialize)]
pub(crate) struct GroupView {
    /// The number of the radar among the charts.
    pub chart: usize,
    pub radar_alt: String,
    /// Whether the radar's axes are numbered.
    pub numbered: bool,
    pub averages: Vec<AverageRow>,
}

/// The figures of an area, empty if they are missing or withheld.
#[derive(Debug, Serialize)]
pub(crate) struct AverageRow {
    number: usize,
    name: String,
    current: String,
    wanted: String,
    /// The middle half of the current levels, such as `2–4`.
    middle: String,
    /// From the lowest to the highest current level; internal only.
    range: Option<String>,
    /// The number of people who want more; internal only.
    with_gap: Option<usize>,
    people: usize,
}

/// Who reads the averages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// The department itself.
    Internal,
    /// Everybody.
    Public,
}

/// The rows of the areas, by their number of people and the average, where that may be shown.
pub(crate) fn average_rows(
    averages: impl Iterator<Item = (usize, Option<AreaAverage>)>,
    role_model: &RoleModel,
    readers: Readers,
    language: &Language,
) -> Vec<AverageRow> {
    let internal = readers == Readers::Internal;
    let rows = role_model.areas.iter().zip(averages).enumerate();
    rows.map(|(i, (area, (people, average)))| {
        let shown = |text: fn(AreaAverage, &Language) -> String| {
            average.map(|average| text(average, language)).unwrap_or_default()
        };
        AverageRow {
            number: i + 1,
            name: area.name.clone(),
            current: shown(|average, language| language.mean(average.current)),
            wanted: shown(|average, language| language.mean(average.wanted)),
            middle: shown(|average, _| range(average.middle)),
            range: internal.then(|| shown(|average, _| range((average.lowest, average.highest)))),
            with_gap: internal.then(|| average.map_or(0, |average| average.with_gap)),
            people,
        }
    })
    .collect()
}

/// A range of levels; one number if both ends are equal.
fn range((low, high): (i64, i64)) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}
