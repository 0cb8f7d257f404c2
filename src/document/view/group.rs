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

/// The rows for `averages`; an average without people in `shown` is withheld.
pub(crate) fn average_rows(
    averages: &[AreaAverage],
    shown: &[AreaAverage],
    role_model: &RoleModel,
    readers: Readers,
    language: &Language,
) -> Vec<AverageRow> {
    let internal = readers == Readers::Internal;
    let rows = role_model.areas.iter().zip(averages.iter().zip(shown)).enumerate();
    rows.map(|(i, (area, (average, shown)))| {
        let some = |text: String| if shown.people > 0 { text } else { String::new() };
        AverageRow {
            number: i + 1,
            name: area.name.clone(),
            current: some(language.mean(shown.current)),
            wanted: some(language.mean(shown.wanted)),
            middle: some(range(shown.middle)),
            range: internal.then(|| some(range((shown.lowest, shown.highest)))),
            with_gap: internal.then_some(shown.with_gap),
            people: average.people,
        }
    })
    .collect()
}

/// A range of levels; one number if both ends are equal.
fn range((low, high): (i64, i64)) -> String {
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}
