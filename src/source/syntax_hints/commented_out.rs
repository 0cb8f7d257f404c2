//! Headings and list items that are still commented out although the lines below them are not.

use std::ops::Range;

use super::SyntaxHint;
use super::line::{Line, has_nested_lines, is_area, tokenize};
use crate::fields::{Table, activity, area_levels, consent, past_activity, profile};
use crate::problem::code::Code;

/// A commented-out heading or first line of a list item.
struct CommentedOut {
    /// Bytes to remove to uncomment the line.
    mark: Range<usize>,
    /// Line number, from 1.
    line: usize,
    key: String,
    /// Column of the item's keys once uncommented; 0 for a heading.
    column: usize,
    /// Keys that belong below; `None` for a level for each area.
    table: Option<&'static Table>,
    is_item: bool,
}

impl CommentedOut {
    fn parse(line: &Line<'_>, number: usize) -> Option<Self> {
        let rest = line.text[line.indent()..].strip_prefix('#')?;
        let bare = rest.trim_start_matches([' ', '#']);
        let (dash, body) = bare.strip_prefix("- ").map_or(("", bare), |body| ("- ", body.trim_start()));
        let (key, value) = body.split_once(':')?;
        let is_item = !dash.is_empty();
        let has_no_value = value.trim().is_empty() || value.trim_start().starts_with('#');
        let heading =
            profile::TABLE.field(key).filter(|field| !is_item && has_no_value && has_nested_lines(field));
        let is_item_key =
            [&activity::TABLE, &past_activity::TABLE].iter().any(|table| table.field(key).is_some());
        if heading.is_none() && !(is_item && is_item_key) {
            return None;
        }
        // An item keeps its indentation; a heading starts at the margin.
        let hash = line.indent_end;
        let spaces = if is_item { 0 } else { rest.len() - bare.len() };
        Some(Self {
            mark: hash..hash + 1 + spaces,
            line: number + 1,
            key: format!("{dash}{key}"),
            column: if is_item { rest.len() - body.len() } else { 0 },
            table: heading.map_or(Some(&activity::TABLE), |field| field.form.table()),
            is_item,
        })
    }

    /// True if `line` belongs below the commented-out line.
    fn owns(&self, line: &Line<'_>, text: &str) -> bool {
        let key = line.key(text);
        let is_nested_area = || line.indent() > 0 && !line.is_item() && is_area(line, text);
        match (self.is_item, self.table) {
            (_, None) => is_nested_area(),
            (true, Some(table)) => {
                !line.is_item() && line.column() == self.column && table.field(key).is_some()
            }
            (false, Some(table)) if std::ptr::eq(table, &area_levels::TABLE) => is_nested_area(),
            (false, Some(table)) => {
                let is_list = !std::ptr::eq(table, &consent::TABLE);
                (line.is_item() && is_list || line.indent() > 0 && !key.is_empty())
                    && table.field(key).is_some()
            }
        }
    }
}

/// Finds the first commented-out heading or list item whose contents are not commented out.
///
/// New profiles have their optional sections commented out, and it is easy to overlook the first
/// line when filling one in. Its contents then parse as part of the section above, possibly as a
/// level.
pub(in crate::source) fn commented_out_heading(text: &str) -> Option<SyntaxHint> {
    let mut last: Option<CommentedOut> = None;
    for (number, line) in tokenize(text).iter().enumerate() {
        if line.is_blank() {
            last = CommentedOut::parse(line, number).or(last);
            continue;
        }
        if let Some(heading) = last.take().filter(|heading| heading.owns(line, text)) {
            let end = line.colon.unwrap_or(line.end);
            return Some(
                SyntaxHint::new(Code::HeadingSwitchedOff, line.content..end)
                    .with("key", heading.key)
                    .with("line", heading.line)
                    .fixed(heading.mark, ""),
            );
        }
    }
    None
}
