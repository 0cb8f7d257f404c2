//! All tables as one object, for programs: names in English that stay.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use super::{Cell, Edition, Export, MADE_BY, Table};

/// What every file begins with, by which it is known.
const MARK: &[u8] = b"{\n  \"made_by\": \"spind ";

#[derive(Serialize)]
struct Object<'a> {
    // First, as it is the mark.
    made_by: &'a str,
    edition: &'a str,
    department: &'a str,
    period: Option<&'a str>,
    judged_on: Option<String>,
    #[serde(flatten)]
    tables: IndexMap<&'a str, Vec<IndexMap<&'a str, Value>>>,
}

/// The text of `export`.
///
/// # Errors
/// None that is known: it is written to memory.
pub fn write(export: &Export) -> serde_json::Result<Vec<u8>> {
    let object = Object {
        made_by: MADE_BY,
        edition: match export.edition {
            Edition::Internal => "internal",
            Edition::Public => "public",
        },
        department: &export.department,
        period: export.period.as_deref(),
        judged_on: export.judged_on.map(|day| day.to_string()),
        tables: export.tables.iter().map(|table| (table.question.name(), rows(table))).collect(),
    };
    let mut text = serde_json::to_vec_pretty(&object)?;
    text.push(b'\n');
    Ok(text)
}

/// Whether `bytes` begin as these files do.
pub(crate) fn is_ours(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

fn rows(table: &Table) -> Vec<IndexMap<&'static str, Value>> {
    let names = || table.columns.iter().map(|column| column.name);
    table.rows.iter().map(|row| names().zip(row.iter().map(value)).collect()).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        Cell::List(texts) => texts.as_slice().into(),
        Cell::Word(name, _) => (*name).into(),
        Cell::YesNo(yes) => (*yes).into(),
        Cell::Whole(whole) => (*whole).into(),
        Cell::Hundredths(whole) if whole % 100 == 0 => (whole / 100).into(),
        Cell::Hundredths(hundredths) => (*hundredths as f64 / 100.0).into(),
        Cell::Mean(mean) => (*mean).into(),
        Cell::Date(date) => date.to_string().into(),
    }
}
