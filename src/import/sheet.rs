//! A list as rows of cells, whatever program wrote it.

use std::sync::Arc;

use jiff::civil::Date;

use crate::source::characters::{is_invisible, is_noncharacter};
use crate::source::decode::repair_mojibake;

/// The most rows of a list. All of AMU has some 3,000 courses.
pub(crate) const MAX_ROWS: usize = 20_000;
/// The most columns that are read.
pub(super) const MAX_COLUMNS: usize = 200;
/// The longest text of a cell, in characters; of a longer one only so much is looked at.
const MAX_CELL_CHARACTERS: usize = 1_000;

/// The most cells that hold something, in all sheets of a file together.
const MAX_CELLS: usize = 1_500_000;
/// The total size of the texts of all cells, in bytes. A workbook can share one text among all cells.
const MAX_TEXT: usize = 30_000_000;

/// How much more of a file is taken into memory.
#[derive(Debug)]
pub(super) struct Allowance {
    cells: usize,
    text: usize,
}

impl Allowance {
    /// For a whole file.
    pub(super) fn of_a_file() -> Self {
        Self { cells: MAX_CELLS, text: MAX_TEXT }
    }

    /// Counts a cell that is to be kept.
    pub(super) fn take(&mut self, cell: &Cell) -> Result<(), Unreadable> {
        let text = if let Cell::Text(text) = cell { text.len() } else { 0 };
        self.cells = self.cells.checked_sub(1).ok_or(Unreadable::TooLarge)?;
        self.text = self.text.checked_sub(text).ok_or(Unreadable::TooLarge)?;
        Ok(())
    }
}

/// Rows of cells.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Its name in a workbook.
    pub name: Option<Arc<str>>,
    /// The rows that are not empty, without those that are hidden.
    pub rows: Vec<Row>,
    /// The numbers of rows that hold something and that are hidden, by hand or by a filter.
    pub hidden_rows: Vec<usize>,
    /// The hidden columns, from 0.
    pub hidden_columns: Vec<usize>,
    /// Whether the whole sheet is hidden.
    pub is_hidden: bool,
    /// The day from which its numbers count.
    pub epoch: Epoch,
    /// A word of a text that may be in either of two encodings.
    pub unclear_word: Option<UnclearWord>,
}

/// A word that reads differently in two encodings.
#[derive(Clone, Debug)]
pub(super) struct UnclearWord {
    /// The row that it is in.
    pub row: usize,
    /// The word as it was read.
    pub read: String,
    /// The word in the other encoding.
    pub other: String,
}

/// The day from which a workbook counts its dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// As Excel on Windows does, with a leap day in 1900.
    #[default]
    Year1900,
    /// As Excel on old Macs did.
    Year1904,
}

impl Epoch {
    /// The date that is `days` after the epoch, if it may be one of a list.
    pub(super) fn date(self, days: f64) -> Option<Date> {
        let first = match self {
            Self::Year1900 => Date::constant(1899, 12, 30),
            Self::Year1904 => Date::constant(1904, 1, 1),
        };
        let days = (30_000.0..73_051.0).contains(&days).then_some(days.trunc() as i64)?;
        let date = first.checked_add(jiff::Span::new().days(days)).ok()?;
        (2000..2100).contains(&date.year()).then_some(date)
    }
}

/// One row.
#[derive(Debug)]
pub(super) struct Row {
    /// The number of the row, from 1.
    pub number: usize,
    /// Those of its cells that hold something, each with its column, in order. A row with
    /// a cell far out is no longer than others.
    cells: Vec<(usize, Cell)>,
}

/// The value of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text without surrounding white space and invisible characters.
    Text(String),
    /// A number that a spreadsheet knows as one.
    Number(f64),
    /// A date that a spreadsheet knows as one.
    Date(Date),
    /// A formula whose result the file does not hold.
    Uncalculated,
}

/// Why a file holds no list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is larger than a list can be, or becomes so when it is unpacked.
    #[error("too large")]
    TooLarge,
    /// It has more rows than a list can have.
    #[error("too many rows")]
    TooManyRows,
    /// It is a workbook of an old kind, or one behind a password.
    #[error("an old or protected workbook")]
    OldWorkbook,
    /// It is packed like a workbook and is none, or a broken one.
    #[error("not a workbook")]
    NotAWorkbook,
    /// It is a PDF, a picture or another file that is no text.
    #[error("not a list")]
    NotAList,
}

impl Row {
    /// A row of the cells that hold something, with their columns in order, unless there
    /// are none.
    pub(super) fn new(number: usize, mut cells: Vec<(usize, Cell)>) -> Option<Self> {
        cells.shrink_to_fit();
        if cells.is_empty() { None } else { Some(Self { number, cells }) }
    }

    /// Its cells from the first column to the last that holds something.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        let columns = self.cells.last().map_or(0, |(column, _)| column + 1);
        (0..columns).map(|column| self.cell(column))
    }

    /// The cell in column `at`.
    pub(super) fn cell(&self, at: usize) -> &Cell {
        let found = self.cells.binary_search_by_key(&at, |(column, _)| *column);
        found.ok().and_then(|found| self.cells.get(found)).map_or(&Cell::Empty, |(_, cell)| cell)
    }

    /// How many cells hold something.
    pub(super) fn filled(&self) -> usize {
        self.cells.len()
    }
}

impl Cell {
    /// A cell with `text`.
    pub(super) fn of(text: &str) -> Self {
        // `="040094"` is how some programs keep a spreadsheet from dropping the zero.
        let quoted = text.trim().strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
        let seen: String = quoted
            .unwrap_or(text)
            .chars()
            .take(MAX_CELL_CHARACTERS)
            .filter(|c| c.is_whitespace() || !is_invisible(*c) && !is_noncharacter(*c))
            .collect();
        let folded = seen.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.is_empty() { Self::Empty } else { Self::Text(repair_mojibake(&folded).into_owned()) }
    }

    /// The value as text; a whole number has no decimals.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Empty => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string().replace('.', ",")),
            Self::Date(date) => Some(date.to_string()),
            Self::Uncalculated => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_no_part_of_a_cell() {
        assert_eq!(Cell::of(" \u{feff}Dansk \r\n på\u{200b} skrift\t"), Cell::Text("Dansk på skrift".into()));
        assert_eq!(Cell::of("=\"040094\""), Cell::Text("040094".into()));
        assert_eq!(Cell::of(" \u{a0}\u{200e}"), Cell::Empty);
    }

    #[test]
    fn a_number_is_written_as_a_dane_writes_it() {
        assert_eq!(Cell::Number(40094.0).text().as_deref(), Some("40094"));
        assert_eq!(Cell::Number(2.5).text().as_deref(), Some("2,5"));
    }
}
