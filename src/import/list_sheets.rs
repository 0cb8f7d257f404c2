//! Which sheets of a file are lists.

use super::remark::{Remark, RowLocation, count};
use super::sheet::Sheet;
use crate::language::Message;
use crate::source::spelling::listed;

/// A heading row that was found in a sheet.
pub(super) trait HeadingRow {
    /// Which of [`Sheet::rows`] it is.
    fn at(&self) -> usize;
}

/// The sheets with a heading row, each with that row: those of a workbook that are not hidden, or
/// a text parted at the first sign that makes one. Reports what is passed over.
///
/// # Errors
/// The sheets, if none has a heading row.
pub(super) fn find<H: HeadingRow>(
    sheets: Vec<Sheet>,
    heading: impl Fn(&Sheet) -> Option<H>,
    remarks: &mut Vec<Remark>,
) -> Result<Vec<(Sheet, H)>, Vec<Sheet>> {
    let is_workbook = sheets.iter().any(|sheet| sheet.name.is_some());
    let headings: Vec<Option<H>> = sheets.iter().map(heading).collect();
    if headings.iter().all(Option::is_none) {
        return Err(sheets);
    }
    // Where only hidden sheets are lists, they are what is meant.
    let mut with_heading = sheets.iter().zip(&headings).filter(|(_, heading)| heading.is_some());
    let all_hidden = with_heading.all(|(sheet, _)| sheet.is_hidden);
    let mut lists = Vec::new();
    for (sheet, heading) in sheets.into_iter().zip(headings) {
        let about_sheet =
            |key, lost| Remark { sheet: sheet.name.clone(), lost, ..Remark::general(Message::new(key)) };
        match heading {
            Some(_) if sheet.is_hidden && !all_hidden => {
                remarks.push(about_sheet("import-hidden-sheet", false))
            }
            Some(heading) => {
                remarks.extend(hidden_rows(&sheet, heading.at()));
                remarks.extend(unclear_encoding(&sheet));
                lists.push((sheet, heading));
            }
            None if is_workbook && !sheet.is_hidden && is_table(&sheet) => {
                remarks.push(about_sheet("import-sheet-without-headings", true));
            }
            None => {}
        }
        if !is_workbook && !lists.is_empty() {
            break;
        }
    }
    Ok(lists)
}

/// Whether a sheet looks like a list rather than a cover.
fn is_table(sheet: &Sheet) -> bool {
    sheet.rows.iter().filter(|row| row.filled() > 2).count() > 2
}

/// A remark on the hidden rows below the heading row.
fn hidden_rows(sheet: &Sheet, heading: usize) -> Option<Remark> {
    let top = sheet.rows.get(heading).map_or(0, |row| row.number);
    let rows: Vec<String> =
        sheet.hidden_rows.iter().filter(|row| **row > top).map(usize::to_string).collect();
    let shown = listed(rows.iter().map(String::as_str));
    let message = Message::new("import-hidden-rows").with("count", count(rows.len())).with("rows", shown);
    (!rows.is_empty()).then(|| Remark { sheet: sheet.name.clone(), ..Remark::general(message) })
}

/// A remark on a text that may be in either of two encodings.
fn unclear_encoding(sheet: &Sheet) -> Option<Remark> {
    let word = sheet.unclear_word.as_ref()?;
    let message = Message::new("import-unclear-encoding").with("value", word.read.as_str());
    Some(Remark::lost(
        &RowLocation { sheet: None, row: word.row },
        message.with("other", word.other.as_str()),
    ))
}

/// Each of `all` once, in order.
pub(super) fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}
