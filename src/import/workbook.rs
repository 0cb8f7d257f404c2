//! A list as an Excel workbook.
//!
//! Whoever sent it may mean harm: it is unpacked to nowhere first, to see how large it
//! becomes, and its cells are read one by one, as one at the far corner of a sheet makes a
//! table of the whole sheet larger than any memory.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{DataRef, Dimensions, Reader, Xlsx};
use jiff::civil::Date;

use super::MAX_ROWS;
use super::sheet::{Cell, MAX_COLUMNS, Row, Sheet, Unreadable};

/// What a workbook may become when it is unpacked, in bytes.
const MAX_UNPACKED: u64 = 100_000_000;
/// What the texts of all cells may be together, in bytes. One text that stands once in a
/// file can stand in every cell.
const MAX_TEXT: usize = 30_000_000;
/// The most sheets that are looked at.
const MAX_SHEETS: usize = 50;
/// The most merged cells of a sheet that are looked at.
const MAX_MERGED: usize = 5_000;

/// The sheets of a workbook, in its order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    weigh(bytes)?;
    let broken = |_| Unreadable::NotAWorkbook;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = workbook.sheet_names();
    let mut sheets = Vec::new();
    let mut text_left = MAX_TEXT;
    for name in names.into_iter().take(MAX_SHEETS) {
        // A chart's sheet has no cells.
        let Some(mut rows) = rows(&mut workbook, &name, &mut text_left)? else { continue };
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        fill_merged(&mut rows, &merged);
        let rows = rows.into_iter().filter_map(|(at, cells)| Row::new(at as usize + 1, cells));
        sheets.push(Sheet { rows: rows.collect(), name: Some(name) });
    }
    Ok(sheets)
}

/// Unpacks all parts to nowhere; what they say of their own size is not believed.
fn weigh(bytes: &[u8]) -> Result<(), Unreadable> {
    let broken = |_| Unreadable::NotAWorkbook;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = MAX_UNPACKED;
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(|_| Unreadable::NotAWorkbook)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink());
        left = left.checked_sub(size.map_err(|_| Unreadable::NotAWorkbook)?).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// The rows of a sheet by their place; `None` if it has no cells.
fn rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    text_left: &mut usize,
) -> Result<Option<BTreeMap<u32, Vec<Cell>>>, Unreadable> {
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { return Ok(None) };
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::NotAWorkbook)? {
        let (row, column) = cell.get_position();
        let value = read(cell.get_value());
        let column = column as usize;
        if value == Cell::Empty || column >= MAX_COLUMNS {
            continue;
        }
        if let Cell::Text(text) = &value {
            *text_left = text_left.checked_sub(text.len()).ok_or(Unreadable::TooLarge)?;
        }
        let row = rows.entry(row).or_default();
        if row.len() <= column {
            row.resize(column + 1, Cell::Empty);
        }
        row[column] = value;
        if rows.len() > MAX_ROWS {
            return Err(Unreadable::TooManyRows);
        }
    }
    Ok(Some(rows))
}

fn read(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::of(&number.to_string()),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Bool(yes) => Cell::Text(if *yes { "ja" } else { "nej" }.to_owned()),
        // Less than a day is a time of day.
        DataRef::DateTime(time) if time.is_duration() || time.as_f64() < 1.0 => Cell::Number(time.as_f64()),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            let date = i16::try_from(year)
                .ok()
                .and_then(|year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok());
            date.map_or(Cell::Number(time.as_f64()), Cell::Date)
        }
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::of(text),
        DataRef::Error(error) => Cell::Text(error.to_string()),
    }
}

/// What is merged over several rows stands in each of them.
fn fill_merged(rows: &mut BTreeMap<u32, Vec<Cell>>, merged: &[Dimensions]) {
    for area in merged.iter().take(MAX_MERGED).filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        if column >= MAX_COLUMNS {
            continue;
        }
        let above = rows.get(&area.start.0).and_then(|row| row.get(column)).cloned();
        let Some(above) = above.filter(|cell| *cell != Cell::Empty) else { continue };
        for (_, row) in rows.range_mut(area.start.0 + 1..=area.end.0) {
            if row.len() <= column {
                row.resize(column + 1, Cell::Empty);
            }
            if row[column] == Cell::Empty {
                row[column] = above.clone();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;
    use rust_xlsxwriter::{Format, Workbook};

    use super::*;

    fn workbook() -> Vec<u8> {
        let mut workbook = Workbook::new();
        let format = Format::new();
        let sheet = workbook.add_worksheet().set_name("Hold").expect("a name");
        let cells = |result: Result<&mut rust_xlsxwriter::Worksheet, _>| {
            result.map(|_| ()).expect("the cell is written");
        };
        cells(sheet.merge_range(0, 0, 0, 3, "Kurser i 2027", &format));
        cells(sheet.write(2, 0, "Nummer"));
        cells(sheet.write(2, 1, "Start"));
        cells(sheet.merge_range(3, 0, 4, 0, "", &format));
        cells(sheet.write(3, 0, 40094));
        let date = Format::new().set_num_format("dd-mm-yyyy");
        let day = |day| Date::constant(2027, 3, day);
        cells(sheet.write_with_format(3, 1, &day(2), &date));
        cells(sheet.write_with_format(4, 1, &day(9), &date));
        cells(sheet.write(4, 2, true));
        workbook.save_to_buffer().expect("a workbook")
    }

    #[test]
    fn numbers_dates_and_merged_cells_are_read_as_they_are_meant() {
        let sheets = sheets(&workbook()).expect("a workbook");
        assert_eq!(sheets[0].name.as_deref(), Some("Hold"));
        let rows: Vec<_> = sheets[0].rows.iter().map(|row| (row.number, row.cells.clone())).collect();
        let day = |day| Cell::Date(Date::constant(2027, 3, day));
        assert_eq!(
            rows,
            [
                (1, vec![Cell::of("Kurser i 2027")]),
                (3, vec![Cell::of("Nummer"), Cell::of("Start")]),
                (4, vec![Cell::Number(40094.0), day(2)]),
                (5, vec![Cell::Number(40094.0), day(9), Cell::of("ja")]),
            ]
        );
    }

    /// A zip file with one part that is much larger than it looks.
    #[test]
    fn what_becomes_too_large_is_not_unpacked() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default())
            .expect("a part");
        let zeroes = vec![b' '; 1_000_000];
        for _ in 0..=MAX_UNPACKED / 1_000_000 {
            archive.write_all(&zeroes).expect("it is written");
        }
        let bytes = archive.finish().expect("a zip file").into_inner();
        assert!(bytes.len() < 1_000_000);
        assert_eq!(sheets(&bytes).err(), Some(Unreadable::TooLarge));
    }

    #[test]
    fn a_cell_in_the_far_corner_takes_no_room() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.write(0, 0, "Nummer").expect("a cell");
        sheet.write(1_048_575, 16_383, 1).expect("a cell");
        sheet.write(1_048_575, 0, 2).expect("a cell");
        let sheets = sheets(&workbook.save_to_buffer().expect("a workbook")).expect("a workbook");
        assert_eq!(sheets[0].rows.len(), 2);
        assert_eq!(sheets[0].rows[1].number, 1_048_576);
    }

    #[test]
    fn one_long_text_in_every_cell_is_refused() {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let text = "Nummer ".repeat(4_000);
        for row in 0..400 {
            for column in 0..100 {
                sheet.write(row, column, text.as_str()).expect("a cell");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a workbook");
        assert!(bytes.len() < 500_000, "{}", bytes.len());
        assert_eq!(sheets(&bytes).err(), Some(Unreadable::TooLarge));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn no_broken_workbook_makes_a_panic(
            changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
            cut in proptest::option::of(any::<prop::sample::Index>()),
        ) {
            // The parts as they are, changed, and packed again: else a check sum would find all of it.
            let whole = workbook();
            let mut archive = zip::ZipArchive::new(Cursor::new(&whole[..])).expect("a zip file");
            let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
            for i in 0..archive.len() {
                let mut part = archive.by_index(i).expect("a part");
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).expect("it is read");
                for (at, byte) in &changes {
                    if !bytes.is_empty() {
                        let at = at.index(bytes.len());
                        bytes[at] = *byte;
                    }
                }
                packed.start_file(part.name().expect("a name"), zip::write::SimpleFileOptions::default()).expect("a part");
                packed.write_all(&bytes).expect("it is written");
            }
            let mut bytes = packed.finish().expect("a zip file").into_inner();
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            let _ = sheets(&bytes);
        }
    }
}
