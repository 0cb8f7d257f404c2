//! A list as text with a sign between the cells.

use ::csv::{ByteRecord, ReaderBuilder};

use super::sheet::{Allowance, Cell, MAX_COLUMNS, MAX_ROWS, Row, Sheet, UnclearWord, Unreadable};
use crate::source::decode::{DecodedAs, decode};

/// The signs between cells, in the order in which they are tried.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];
/// The most cells of a line, as many as a spreadsheet has columns. The reader keeps the
/// places of all of them.
const MAX_CELLS_PER_LINE: usize = 16_384;

/// The text split at each separator, of which the heading row decides the one that applies.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let (text, encoding) = decode(bytes);
    let unclear_word = match encoding {
        DecodedAs::Ambiguous { at, read, other } => {
            let (read, other) = differing_cells(&read, &other);
            Some(UnclearWord { row: Lines { text: &text, counted: 0, line: 1 }.at(at), read, other })
        }
        _ => None,
    };
    if text.contains('\0') || text.starts_with("%PDF-") {
        return Err(Unreadable::NotAList);
    }
    // `sep=;` is for the spreadsheet.
    let (said, skipped) = match text.lines().next().and_then(|line| line.trim().strip_prefix("sep=")) {
        Some(sign) => (sign.bytes().next(), text.find('\n').map_or(text.len(), |at| at + 1)),
        None => (None, 0),
    };
    let separators: Vec<u8> = said.into_iter().filter(|sign| SEPARATORS.contains(sign)).collect();
    let separators = if separators.is_empty() { &SEPARATORS[..] } else { &separators };
    let too_long = |line: &[u8]| {
        separators.iter().any(|sign| line.iter().filter(|byte| *byte == sign).count() >= MAX_CELLS_PER_LINE)
    };
    if text.as_bytes().split(|byte| matches!(byte, b'\r' | b'\n')).any(too_long) {
        return Err(Unreadable::TooLarge);
    }
    let lines_before = usize::from(skipped > 0);
    let mut allowance = Allowance::of_a_file();
    let sheets = separators.iter();
    let sheets = sheets.map(|&separator| {
        let sheet = sheet(&text[skipped..], separator, lines_before, &mut allowance)?;
        Ok(Sheet { unclear_word: unclear_word.clone(), ..sheet })
    });
    sheets.collect()
}

/// The first cells in which two readings of a word differ.
fn differing_cells(read: &str, other: &str) -> (String, String) {
    let cells =
        |word: &'_ str| -> Vec<String> { word.split([';', ',', '\t', '"']).map(str::to_owned).collect() };
    let mut pairs = cells(read).into_iter().zip(cells(other));
    pairs.find(|(one, two)| one != two).unwrap_or_else(|| (read.to_owned(), other.to_owned()))
}

fn sheet(
    text: &str,
    separator: u8,
    lines_before: usize,
    allowance: &mut Allowance,
) -> Result<Sheet, Unreadable> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines { text, counted: 0, line: 1 };
    let mut record = ByteRecord::new();
    // Text in memory gives no error.
    while let Ok(true) = reader.read_byte_record(&mut record) {
        let begins = record.position().map_or(0, |position| position.byte());
        let number = lines.at(usize::try_from(begins).unwrap_or(usize::MAX)) + lines_before;
        let mut cells = Vec::new();
        for (column, bytes) in record.iter().take(MAX_COLUMNS).enumerate() {
            let cell = Cell::of(&String::from_utf8_lossy(bytes));
            if cell != Cell::Empty {
                allowance.take(&cell)?;
                cells.push((column, cell));
            }
        }
        rows.extend(Row::new(number, cells));
        if rows.len() > MAX_ROWS {
            return Err(Unreadable::TooManyRows);
        }
    }
    Ok(Sheet { rows, ..Sheet::default() })
}

/// Counts lines on the way through a text.
struct Lines<'a> {
    text: &'a str,
    counted: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the first text from `at` on.
    fn at(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let empty = bytes.iter().skip(at).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let until = (at + empty).min(bytes.len());
        let passed = bytes.get(self.counted..until).unwrap_or_default();
        // A line ends with LF, with CR and LF, or, in files of old Macs, with CR alone.
        let ends = passed.iter().enumerate().filter(|(i, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(self.counted + i + 1) != Some(&b'\n'),
            _ => false,
        });
        self.line += ends.count();
        self.counted = until;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8], at: usize) -> Vec<(usize, Vec<String>)> {
        let rows = sheets(bytes).expect("a list").swap_remove(at).rows;
        let texts = |row: &Row| row.cells().map(|cell| cell.text().unwrap_or_default()).collect();
        rows.iter().map(|row| (row.number, texts(row))).collect()
    }

    #[test]
    fn quotation_marks_hold_signs_and_lines_together() {
        let text = b"a;\"b;\n\"\"c\"\"\"\r\n\r\n;;\r\nd\r\n";
        let rows = [(1, vec!["a".into(), "b; \"c\"".into()]), (5, vec!["d".to_owned()])];
        assert_eq!(cells(text, 0), rows);
    }

    #[test]
    fn lines_of_old_macs_are_counted() {
        let rows = [(1, vec!["a".to_owned(), "b".to_owned()]), (3, vec!["c".to_owned()])];
        assert_eq!(cells(b"a;b\r\rc\r", 0), rows);
    }

    #[test]
    fn a_line_for_the_spreadsheet_says_the_sign() {
        assert_eq!(cells(b"sep=,\r\na,b\r\n", 0), [(2, vec!["a".into(), "b".into()])]);
    }

    #[test]
    fn a_line_longer_than_any_spreadsheets_is_refused() {
        let wide = "a;".repeat(MAX_CELLS_PER_LINE - 1);
        let all = sheets(wide.as_bytes()).expect("a list");
        assert_eq!(all[0].rows.len(), 1);
        assert_eq!(all[0].rows[0].filled(), MAX_COLUMNS);
        for sign in ["a;", ",", "\t"] {
            let line = format!("Nummer;Titel\n{}", sign.repeat(1_000_000));
            assert_eq!(sheets(line.as_bytes()).err(), Some(Unreadable::TooLarge), "{sign}");
        }
    }

    #[test]
    fn more_cells_than_a_list_has_are_refused() {
        let text = format!("{}\n", "a;".repeat(MAX_COLUMNS)).repeat(8_000);
        assert_eq!(sheets(text.as_bytes()).err(), Some(Unreadable::TooLarge));
    }

    #[test]
    fn more_rows_than_a_list_has_are_refused() {
        let text = "45986;x\n".repeat(MAX_ROWS + 1);
        assert_eq!(sheets(text.as_bytes()).err(), Some(Unreadable::TooManyRows));
    }
}
