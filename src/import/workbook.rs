//! A list as an Excel workbook.
//!
//! The file is untrusted. Its parts are decompressed to a sink first, to measure them, and its
//! cells are read one by one: a table of a whole sheet with one cell in the far corner fits no memory.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::sync::LazyLock;

use calamine::{DataRef, Dimensions, Reader, SheetVisible, Xlsx};
use jiff::civil::Date;
use regex::bytes::Regex;
use zip::ZipArchive;

use super::hidden::{HiddenParts, sheet_paths};
use super::sheet::{Allowance, Cell, Epoch, MAX_COLUMNS, MAX_ROWS, Row, Sheet, Unreadable};

/// What a workbook may become when it is unpacked, in bytes.
const MAX_UNPACKED: u64 = 100_000_000;
/// What a single sheet may become. Its cells are read one by one, a text in it at once.
const MAX_SHEET: u64 = 50_000_000;
/// What the texts that cells share may become, all of which are in memory.
const MAX_SHARED_TEXTS: u64 = 20_000_000;
/// What the formats of cells may become, a few bytes of which are a font or a border in memory.
const MAX_STYLES: u64 = 2_000_000;
/// What any other part may become, such as the names of all sheets, or a picture.
const MAX_OTHER_PART: u64 = 10_000_000;
/// The most parts; a sheet has a handful.
const MAX_PARTS: usize = 5_000;
/// The most sheets that are looked at.
const MAX_SHEETS: usize = 50;
/// The most merged cells of a sheet that are looked at.
const MAX_MERGED: usize = 5_000;
/// The most rows that these are filled down to, one after the other.
const MAX_FILLED: usize = 1_000_000;

/// The cells of a sheet that hold something, by row and column.
type Rows = BTreeMap<u32, Vec<(usize, Cell)>>;

/// The sheets of a workbook, in its order.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let mut archive = weigh(bytes)?;
    let broken = |_| Unreadable::NotAWorkbook;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = workbook.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible));
    let names: Vec<_> = names.take(MAX_SHEETS).collect();
    let epoch = if workbook.has_1904_epoch() { Epoch::Year1904 } else { Epoch::Year1900 };
    let paths = sheet_paths(&mut archive);
    let mut sheets = Vec::new();
    let mut allowance = Allowance::of_a_file();
    for (i, (name, visible)) in names.into_iter().enumerate() {
        // A chart's sheet has no cells.
        let Some(mut rows) = rows(&mut workbook, &name, &mut allowance)? else { continue };
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        fill_merged(&mut rows, &merged, &mut allowance)?;
        let hidden = paths.get(i).and_then(|path| HiddenParts::read(&mut archive, path.as_deref()?));
        let hidden = hidden.unwrap_or_default();
        let rows = rows.into_iter().filter_map(|(at, cells)| Row::new(at as usize + 1, cells));
        let (hidden_rows, rows): (Vec<Row>, Vec<Row>) = rows.partition(|row| hidden.has_row(row.number));
        sheets.push(Sheet {
            name: Some(name.into()),
            rows,
            hidden_rows: hidden_rows.iter().map(|row| row.number).collect(),
            hidden_columns: hidden.columns,
            is_hidden: visible != SheetVisible::Visible,
            epoch,
            unclear_word: None,
        });
    }
    Ok(sheets)
}

/// Unpacks all parts to a sink, since the sizes in the archive can't be trusted. Returns the archive
/// if none is too large.
fn weigh(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Unreadable> {
    let broken = |_| Unreadable::NotAWorkbook;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MAX_PARTS {
        return Err(Unreadable::TooLarge);
    }
    let mut left = MAX_UNPACKED;
    for i in 0..archive.len() {
        let part = archive.by_index(i).map_err(|_| Unreadable::NotAWorkbook)?;
        let name = part.name().map_err(|_| Unreadable::NotAWorkbook)?.to_lowercase();
        let most = most_of_part(&name).min(left);
        let mut part = part.take(most + 1);
        let size = if name.ends_with(SHARED_TEXTS) {
            let mut texts = Vec::new();
            let size = part.read_to_end(&mut texts).map(|size| size as u64);
            if promised(&texts).is_some_and(|count| count > texts.len() / LEAST_OF_A_TEXT) {
                return Err(Unreadable::NotAWorkbook);
            }
            size
        } else {
            io::copy(&mut part, &mut io::sink())
        };
        let size = size.map_err(|_| Unreadable::NotAWorkbook)?;
        if size > most {
            return Err(Unreadable::TooLarge);
        }
        left -= size;
    }
    Ok(archive)
}

/// How the name of the part ends that holds the texts that cells share.
const SHARED_TEXTS: &str = "sharedstrings.xml";
/// What such a text takes at least, `<si/>`.
const LEAST_OF_A_TEXT: usize = 5;

/// What the part of this name, in small letters, may become.
fn most_of_part(name: &str) -> u64 {
    match name {
        name if name.ends_with(SHARED_TEXTS) => MAX_SHARED_TEXTS,
        name if name.ends_with("styles.xml") => MAX_STYLES,
        name if name.contains("worksheets") => MAX_SHEET,
        _ => MAX_OTHER_PART,
    }
}

/// The largest number of texts that a part promises: the reader allocates as many before it
/// has seen one.
fn promised(texts: &[u8]) -> Option<usize> {
    static COUNT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#"uniqueCount\s*=\s*["']?\s*\+?(\d+)"#).expect("the pattern is valid"));
    let counts = COUNT.captures_iter(texts).map(|found| {
        let digits = std::str::from_utf8(&found[1]).unwrap_or_default();
        digits.parse().unwrap_or(usize::MAX)
    });
    counts.max()
}

/// The rows of a sheet by their place; `None` if it has no cells.
fn rows(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    allowance: &mut Allowance,
) -> Result<Option<Rows>, Unreadable> {
    let Ok(mut cells) = workbook.worksheet_cells_reader(name) else { return Ok(None) };
    let mut rows = Rows::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| Unreadable::NotAWorkbook)? {
        let (row, column) = cell.pos;
        let value = match read(&cell.value) {
            Cell::Empty if cell.formula.is_some() => Cell::Uncalculated,
            value => value,
        };
        let column = column as usize;
        if value == Cell::Empty || column >= MAX_COLUMNS {
            continue;
        }
        allowance.take(&value)?;
        put(rows.entry(row).or_default(), column, value);
        if rows.len() > MAX_ROWS {
            return Err(Unreadable::TooManyRows);
        }
    }
    Ok(Some(rows))
}

/// The cell in this column, or where it belongs.
fn find(row: &[(usize, Cell)], column: usize) -> Result<usize, usize> {
    row.binary_search_by_key(&column, |(at, _)| *at)
}

fn put(row: &mut Vec<(usize, Cell)>, column: usize, value: Cell) {
    match find(row, column) {
        Ok(at) => row[at].1 = value,
        Err(at) => row.insert(at, (column, value)),
    }
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

/// Copies a value that is merged over several rows into each of them.
fn fill_merged(rows: &mut Rows, merged: &[Dimensions], allowance: &mut Allowance) -> Result<(), Unreadable> {
    let mut left = MAX_FILLED;
    for area in merged.iter().take(MAX_MERGED).filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        if column >= MAX_COLUMNS {
            continue;
        }
        let above = rows.get(&area.start.0).and_then(|row| row.get(find(row, column).ok()?));
        let Some((_, above)) = above.cloned() else { continue };
        for (_, row) in rows.range_mut(area.start.0 + 1..=area.end.0) {
            left = left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
            if let Err(at) = find(row, column) {
                allowance.take(&above)?;
                row.insert(at, (column, above.clone()));
            }
        }
    }
    Ok(())
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
        let rows: Vec<_> =
            sheets[0].rows.iter().map(|row| (row.number, row.cells().cloned().collect::<Vec<_>>())).collect();
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
        for row in 0..320 {
            for column in 0..100 {
                sheet.write(row, column, text.as_str()).expect("a cell");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a workbook");
        assert!(bytes.len() < 500_000, "{}", bytes.len());
        assert_eq!(sheets(&bytes).err(), Some(Unreadable::TooLarge));
    }

    /// A workbook of these parts beside those that each has.
    fn packed(sheets: usize, parts: &[(&str, &[u8])]) -> Vec<u8> {
        let named = |i: usize| format!(r#"<sheet name="s{i}" sheetId="{i}" r:id="r{i}"/>"#);
        let related = |i: usize| {
            let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
            format!(r#"<Relationship Id="r{i}" Type="{kind}" Target="worksheets/sheet{i}.xml"/>"#)
        };
        let all = |of: &dyn Fn(usize) -> String| (1..=sheets).map(of).collect::<String>();
        let root = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
        let names = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
        let packages = r#"xmlns="http://schemas.openxmlformats.org/package/2006/relationships""#;
        let common = [
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships {packages}><Relationship Id="r" Type="{root}" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            ("xl/workbook.xml", format!("<workbook {names}><sheets>{}</sheets></workbook>", all(&named))),
            (
                "xl/_rels/workbook.xml.rels",
                format!("<Relationships {packages}>{}</Relationships>", all(&related)),
            ),
        ];
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let mut add = |name: &str, bytes: &[u8]| {
            archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
            archive.write_all(bytes).expect("it is written");
        };
        common.iter().for_each(|(name, text)| add(name, text.as_bytes()));
        parts.iter().for_each(|(name, bytes)| add(name, bytes));
        archive.finish().expect("a zip file").into_inner()
    }

    /// A sheet of these rows, with `after` behind its cells.
    fn sheet(rows: impl Iterator<Item = String>, after: &str) -> Vec<u8> {
        format!("<worksheet><sheetData>{}</sheetData>{after}</worksheet>", rows.collect::<String>())
            .into_bytes()
    }

    #[test]
    fn far_cells_take_no_more_room_than_near_ones() {
        let rows = |rows: usize| {
            sheet((1..=rows).map(|r| format!(r#"<row r="{r}"><c r="GR{r}"><v>1</v></c></row>"#)), "")
        };
        let far = rows(1_000);
        let bytes = packed(3, &[("xl/worksheets/sheet1.xml", &far), ("xl/worksheets/sheet3.xml", &far)]);
        let sheets = sheets(&bytes).expect("a workbook");
        assert_eq!(sheets.iter().map(|sheet| sheet.rows.len()).collect::<Vec<_>>(), [1_000, 1_000]);
        let kept: usize = sheets.iter().flat_map(|sheet| &sheet.rows).map(Row::filled).sum();
        assert_eq!(kept, 2_000);
        assert_eq!(sheets[1].rows[999].cell(199), &Cell::Number(1.0));
    }

    #[test]
    fn more_cells_than_a_list_has_are_refused() {
        let row = |r: usize| format!(r#"<row r="{r}">{}</row>"#, "<c><v>1</v></c>".repeat(180));
        let full = sheet((1..=9_000).map(row), "");
        assert_eq!(
            sheets(&packed(1, &[("xl/worksheets/sheet1.xml", &full)])).err(),
            Some(Unreadable::TooLarge)
        );
    }

    #[test]
    fn merged_cells_fill_no_more_than_a_list_has() {
        let row = |r: usize| format!(r#"<row r="{r}"><c r="GR{r}"><v>1</v></c></row>"#);
        let first = r#"<row r="1"><c r="A1"><v>7</v></c></row>"#.to_owned();
        let rows = || std::iter::once(first.clone()).chain((2..=18_000).map(row));
        let merged = |area: &str, times: usize| {
            let one = format!(r#"<mergeCell ref="{area}"/>"#);
            sheet(rows(), &format!("<mergeCells>{}</mergeCells>", one.repeat(times)))
        };
        let once = merged("A1:A18000", 1);
        let read = sheets(&packed(1, &[("xl/worksheets/sheet1.xml", &once)])).expect("a workbook");
        assert_eq!(read[0].rows[17_999].cell(0), &Cell::Number(7.0));
        let often = merged("A1:A18000", 100);
        assert_eq!(
            sheets(&packed(1, &[("xl/worksheets/sheet1.xml", &often)])).err(),
            Some(Unreadable::TooLarge)
        );
    }

    #[test]
    fn a_part_that_promises_more_than_it_holds_gets_no_room() {
        let row = sheet(std::iter::once(r#"<row r="1"><c t="s"><v>0</v></c></row>"#.to_owned()), "");
        for count in ["99999999999999999999", "18446744073709551615", "4000000000", "100"] {
            let texts = format!(r#"<sst uniqueCount="{count}"><si><t>Nummer</t></si></sst>"#);
            let parts = [("xl/worksheets/sheet1.xml", &row[..]), ("xl/SharedStrings.xml", texts.as_bytes())];
            assert_eq!(sheets(&packed(1, &parts)).err(), Some(Unreadable::NotAWorkbook), "{count}");
        }
        let texts = br#"<sst uniqueCount="1"><si><t>Nummer</t></si></sst>"#;
        let parts = [("xl/worksheets/sheet1.xml", &row[..]), ("xl/sharedStrings.xml", &texts[..])];
        assert_eq!(sheets(&packed(1, &parts)).expect("a workbook")[0].rows[0].cell(0), &Cell::of("Nummer"));
    }

    #[test]
    fn parts_that_grow_in_memory_are_smaller_than_sheets() {
        let bomb = |name: &str, piece: &str, size: usize| {
            let text = piece.repeat(size / piece.len() + 1);
            sheets(&packed(1, &[(name, text.as_bytes())])).err()
        };
        let (texts, other) = (MAX_SHARED_TEXTS as usize, MAX_OTHER_PART as usize);
        assert_eq!(bomb("xl/sharedStrings.xml", "<si><t>a</t></si>", texts), Some(Unreadable::TooLarge));
        assert_eq!(bomb("xl/styles.xml", "<font/>", MAX_STYLES as usize), Some(Unreadable::TooLarge));
        assert_eq!(bomb("xl/media/image1.png", "picture", other), Some(Unreadable::TooLarge));
        let many: Vec<String> = (0..=MAX_PARTS).map(|i| format!("xl/media/{i}")).collect();
        let parts: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
        assert_eq!(sheets(&packed(1, &parts)).err(), Some(Unreadable::TooLarge));
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
