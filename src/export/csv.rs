//! A table as text with semicolons, as the spreadsheets of Danish offices read it.
//!
//! It begins with a byte order mark, by which they know UTF-8. A text that would
//! begin a formula gets an apostrophe before it, as OWASP advises; so does one that
//! follows a sign at which another country's spreadsheet may part the cells.

use std::io;

use ::csv::{QuoteStyle, Writer, WriterBuilder};
use strum::VariantArray;

use super::{Cell, Column, Edition, Table, begins_a_formula};
use crate::language::{Language, Tag};

const BYTE_ORDER_MARK: &str = "\u{feff}";
/// Signs at which a spreadsheet of some country parts the cells.
const PARTS_CELLS: [char; 4] = [',', ';', '\t', '|'];

/// The text of `table`.
///
/// # Errors
/// None that is known: it is written to memory.
pub fn write(table: &Table, language: &Language) -> io::Result<Vec<u8>> {
    write_rows(headings(table.columns, language), &table.rows, language)
}

/// The text of any `rows` under `headings`: every CSV of the program is written here.
///
/// # Errors
/// If a row has another number of cells than there are headings.
pub(crate) fn write_rows(
    headings: impl IntoIterator<Item = String>,
    rows: &[Vec<Cell>],
    language: &Language,
) -> io::Result<Vec<u8>> {
    let mut csv = writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    csv.write_record(headings.into_iter().collect::<Vec<_>>())?;
    for row in rows {
        csv.write_record(row.iter().map(|cell| written(cell, language)))?;
    }
    csv.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

/// Whether `bytes` begin with the headings of one of the tables.
pub(crate) fn is_ours(bytes: &[u8]) -> bool {
    let Some(line) = bytes.split(|&byte| byte == b'\n').next().filter(|line| line.len() < bytes.len()) else {
        return false;
    };
    line.starts_with(BYTE_ORDER_MARK.as_bytes())
        && Tag::VARIANTS.iter().any(|&tag| {
            let language = Language::new(tag);
            let tables = Edition::VARIANTS.iter().flat_map(|edition| edition.columns());
            tables.clone().any(|(_, columns)| first_line(columns, &language).is_ok_and(|own| own == line))
        })
}

fn first_line(columns: &[Column], language: &Language) -> io::Result<Vec<u8>> {
    let mut csv = writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    csv.write_record(headings(columns, language))?;
    let mut line = csv.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    line.pop();
    Ok(line)
}

fn writer(bytes: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().delimiter(b';').quote_style(QuoteStyle::Necessary).from_writer(bytes)
}

fn headings<'a>(columns: &'a [Column], language: &'a Language) -> impl Iterator<Item = String> + 'a {
    columns.iter().map(|column| language.say(column.heading, &[]))
}

fn written(cell: &Cell, language: &Language) -> String {
    let number = |number: String| if language.tag() == Tag::En { number } else { number.replace('.', ",") };
    match cell {
        Cell::Whole(whole) => whole.to_string(),
        Cell::Mean(mean) => number(mean.to_string()),
        Cell::Hundredths(hundredths) => number((*hundredths as f64 / 100.0).to_string()),
        Cell::Date(date) => date.to_string(),
        Cell::Empty | Cell::Text(_) | Cell::List(_) | Cell::Word(..) | Cell::YesNo(_) => {
            guarded(&cell.words(language).unwrap_or_default())
        }
    }
}

/// `text` with an apostrophe before whatever would begin a formula.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for (i, c) in text.char_indices() {
        if begins && begins_a_formula(&text[i..]) && !c.is_whitespace() {
            guarded.push('\'');
        }
        // A quotation mark may begin a cell too.
        begins = PARTS_CELLS.contains(&c) || begins && (c.is_whitespace() || c == '"');
        guarded.push(c);
    }
    guarded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{ColumnKind, Question};

    const COLUMNS: &[Column] = &[
        Column::new("name", "label-name", ColumnKind::Text),
        Column::new("mean", "export-mean-current", ColumnKind::Mean),
    ];

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        Table { question: Question::Areas, columns: COLUMNS, rows }
    }

    fn text(table: &Table, tag: Tag) -> String {
        let bytes = write(table, &Language::new(tag)).expect("memory takes it");
        String::from_utf8(bytes).expect("it is UTF-8")
    }

    #[test]
    fn numbers_have_the_decimal_sign_of_the_language() {
        let rows = vec![
            vec![Cell::text("a"), Cell::Mean(2.5)],
            vec![Cell::text("b"), Cell::Hundredths(-150_000)],
            vec![Cell::text("c"), Cell::Hundredths(1_205)],
        ];
        let table = table(rows);
        assert_eq!(
            text(&table, Tag::Da).lines().skip(1).collect::<Vec<_>>(),
            ["a;2,5", "b;-1500", "c;12,05"]
        );
        assert_eq!(
            text(&table, Tag::En).lines().skip(1).collect::<Vec<_>>(),
            ["a;2.5", "b;-1500", "c;12.05"]
        );
    }

    #[test]
    fn no_text_begins_a_formula() {
        for (plain, safe) in [
            ("=1+1", "'=1+1"),
            ("@x", "'@x"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("Anne,=1", "Anne,'=1"),
            ("Anne; -1", "Anne; '-1"),
            ("\"=1", "\"'=1"),
            ("＝1", "'＝1"),
            ("Anne-Marie = 1", "Anne-Marie = 1"),
            ("", ""),
        ] {
            assert_eq!(guarded(plain), safe);
        }
    }

    #[test]
    fn a_table_of_ours_is_known_by_its_headings() {
        for &edition in Edition::VARIANTS {
            for &(question, columns) in edition.columns() {
                let table = Table { question, columns, rows: Vec::new() };
                for &tag in Tag::VARIANTS {
                    assert!(is_ours(text(&table, tag).as_bytes()), "{question:?} {tag:?}");
                }
            }
        }
        assert!(!is_ours("\u{feff}Skole;Navn\nNordskolen;Anne\n".as_bytes()));
        assert!(!is_ours(b""));
    }
}
