//! The rows and columns of a workbook that its author has hidden, which the reader of cells does
//! not report.

use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use regex::Regex;
use zip::ZipArchive;

use super::sheet::MAX_COLUMNS;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is hidden in one sheet.
#[derive(Debug, Default)]
pub(super) struct HiddenParts {
    /// The numbers of the rows, from 1, in order.
    pub rows: Vec<usize>,
    /// The columns, from 0.
    pub columns: Vec<usize>,
}

impl HiddenParts {
    /// What is hidden in the sheet that is the part `path` of the archive, whose size has been checked.
    pub(super) fn read(archive: &mut Archive<'_>, path: &str) -> Option<Self> {
        let text = part(archive, path)?;
        let mut hidden = Self::default();
        let mut row = 0_usize;
        for tag in tags(&text, &["row", "col"]) {
            let is_hidden = matches!(tag.value("hidden"), Some("1" | "true"));
            if tag.name == "col" {
                let number = |name| tag.value(name).and_then(|text| text.parse::<usize>().ok());
                if let (true, Some(first), Some(last)) = (is_hidden, number("min"), number("max")) {
                    let columns = first.saturating_sub(1)..last.min(MAX_COLUMNS);
                    hidden.columns.extend(columns.take(MAX_COLUMNS));
                    hidden.columns.truncate(MAX_COLUMNS);
                }
                continue;
            }
            row = tag.value("r").and_then(|text| text.parse().ok()).unwrap_or(row.saturating_add(1));
            if is_hidden {
                hidden.rows.push(row);
            }
        }
        hidden.rows.sort_unstable();
        Some(hidden)
    }

    /// Whether the row of this number is hidden.
    pub(super) fn has_row(&self, number: usize) -> bool {
        self.rows.binary_search(&number).is_ok()
    }
}

/// The parts of the archive that hold the sheets, in the workbook's order; `None` where it names none.
pub(super) fn sheet_paths(archive: &mut Archive<'_>) -> Vec<Option<String>> {
    let Some(workbook) = part(archive, "xl/workbook.xml") else { return Vec::new() };
    let relations = part(archive, "xl/_rels/workbook.xml.rels").unwrap_or_default();
    let targets: HashMap<String, String> = tags(&relations, &["Relationship"])
        .filter_map(|tag| Some((tag.value("Id")?.to_owned(), tag.value("Target")?.to_owned())))
        .collect();
    let path = |target: &String| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    };
    tags(&workbook, &["sheet"]).map(|tag| targets.get(tag.value("id")?).map(path)).collect()
}

/// The text of a part.
fn part(archive: &mut Archive<'_>, path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(path).ok()?.read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The opening tag of an XML element.
struct Tag<'a> {
    name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, by its name without a namespace.
    fn value(&self, name: &str) -> Option<&'a str> {
        static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"(?:^|\s)(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')"#)
                .expect("the pattern is valid")
        });
        ATTRIBUTE
            .captures_iter(self.attributes)
            .find(|found| &found[1] == name)
            .and_then(|found| Some(found.get(2).or(found.get(3))?.as_str()))
    }
}

/// The tags of these names, without a namespace, in order.
fn tags<'a>(text: &'a str, names: &'a [&str]) -> impl Iterator<Item = Tag<'a>> {
    static TAG: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"<(?:\w+:)?(row|col|sheet|Relationship)(\s[^<>]*)?>").expect("the pattern is valid")
    });
    TAG.captures_iter(text).filter_map(|found| {
        let name = found.get(1)?.as_str();
        let attributes = found.get(2).map_or("", |attributes| attributes.as_str());
        names.contains(&name).then_some(Tag { name, attributes })
    })
}
