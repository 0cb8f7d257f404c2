//! All tables as a workbook, a sheet for each, as people expect one: the heading stays
//! in sight and filters, numbers and dates are numbers and dates, and a text is a text.

use std::io::{Read, Seek, SeekFrom};

use memchr::memmem;
use rust_xlsxwriter::{
    Color, DocProperties, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};
use zip::ZipArchive;

use super::{Cell, ColumnKind, Edition, Export, MADE_BY, Matrix, Table, begins_a_formula};
use crate::language::Language;

/// The most characters of a text: a cell holds 32,767, of which some count twice.
const MAX_CHARACTERS: usize = 16_383;
/// The most characters of the department's name in properties and page heads, which
/// hold 255 of all.
const MAX_HEADER_CHARACTERS: usize = 100;
/// The widest column, in pixels; a longer text is read in the line above the sheet.
const WIDEST: u32 = 420;
/// A4, as the file format numbers papers.
const A4: u8 = 9;
/// The file format's number for a date as the reader's own system writes it.
const OWN_DATE: u8 = 14;
/// The largest workbook, in bytes. Of 1,000 people it has some 1,000,000.
const MAX_WORKBOOK_BYTES: u64 = 50_000_000;
/// The most that is read of a part of a workbook.
const MAX_PART_BYTES: u64 = 64 * 1024;
/// Marks in the parts of a workbook that no other program has saved since. Excel changes who
/// saved it last; LibreOffice, which may leave that, changes the program.
const MARKS: [(&str, &[u8]); 3] = [
    ("docProps/core.xml", b"<dc:creator>spind "),
    ("docProps/core.xml", b"<cp:lastModifiedBy>spind "),
    ("docProps/app.xml", b"<AppVersion>12.0000</AppVersion>"),
];

/// The bytes of a workbook.
///
/// # Errors
/// If a table has more rows than a sheet.
pub fn write(export: &Export, language: &Language) -> Result<Vec<u8>, XlsxError> {
    let say = |key: &str| language.say(key, &[]);
    let mut workbook = Workbook::new();
    let period = export.period.as_deref().map(|period| format!(" {period}")).unwrap_or_default();
    let title = super::visible(&format!("{}{period}", export.department));
    let title: String = title.chars().take(MAX_HEADER_CHARACTERS).collect();
    let properties = DocProperties::new()
        .set_title(&title)
        .set_subject(say(edition_key(export.edition)))
        .set_author(MADE_BY)
        .set_creation_datetime(&export.date);
    workbook.set_properties(&properties);
    for table in &export.tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(say(table.question.sheet_key()))?;
        write_table(sheet, table, language)?;
        lay_out(sheet, &say(edition_key(export.edition)), &title);
    }
    if let Some(matrix) = &export.matrix {
        let sheet = workbook.add_worksheet();
        sheet.set_name(say("export-matrix"))?;
        write_matrix(sheet, matrix, language)?;
        lay_out(sheet, &say(edition_key(export.edition)), &title);
    }
    let about = workbook.add_worksheet();
    about.set_name(say("export-about"))?;
    write_about(about, export, language)?;
    lay_out(about, &say(edition_key(export.edition)), &title);
    workbook.save_to_buffer()
}

/// Whether `file` is a workbook that this program wrote and no other has saved since.
pub(crate) fn is_ours(beginning: &[u8], mut file: impl Read + Seek) -> bool {
    // Opening an archive loads its whole directory into memory.
    let mut is_small = || file.seek(SeekFrom::End(0)).is_ok_and(|length| length <= MAX_WORKBOOK_BYTES);
    if !beginning.starts_with(b"PK") || !is_small() {
        return false;
    }
    let Ok(mut archive) = ZipArchive::new(file) else { return false };
    let mut says = |(part, mark): &(&str, &[u8])| {
        let Ok(part) = archive.by_name(part) else { return false };
        let mut bytes = Vec::new();
        part.take(MAX_PART_BYTES).read_to_end(&mut bytes).is_ok() && memmem::find(&bytes, mark).is_some()
    };
    MARKS.iter().all(&mut says)
}

fn edition_key(edition: Edition) -> &'static str {
    match edition {
        Edition::Internal => "booklet-internal",
        Edition::Public => "booklet-public",
    }
}

fn write_table(sheet: &mut Worksheet, table: &Table, language: &Language) -> Result<(), XlsxError> {
    for (column, of) in (0..).zip(table.columns) {
        sheet.write_string_with_format(0, column, language.say(of.heading, &[]), &heading(of.kind))?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for ((column, cell), of) in (0..).zip(cells).zip(table.columns) {
            write_cell(sheet, (row, column), cell, of.kind, language)?;
        }
    }
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    // An empty table is filtered too, so that all sheets look alike.
    sheet.autofilter(0, 0, last_row.max(1), last_column)?;
    for (column, of) in (0..).zip(table.columns) {
        if of.kind == ColumnKind::Identifier {
            sheet.ignore_error_range(1, column, last_row.max(1), column, IgnoreError::NumberStoredAsText)?;
        }
    }
    sheet.set_autofit_max_width(WIDEST).autofit();
    Ok(())
}

/// People by areas, with the number of those who have filled in each and their means below.
fn write_matrix(sheet: &mut Worksheet, matrix: &Matrix, language: &Language) -> Result<(), XlsxError> {
    let text = Cell::text;
    for (column, key) in (0..).zip(["label-school", "label-name"]) {
        sheet.write_string_with_format(0, column, language.say(key, &[]), &heading(ColumnKind::Text))?;
    }
    for (column, area) in (2..).step_by(2).zip(&matrix.areas) {
        for (column, key) in (column..).zip(["template-current", "template-wanted"]) {
            let name = language.say(key, &[("area", area.as_str().into())]);
            sheet.write_string_with_format(0, column, name, &heading(ColumnKind::Whole).set_text_wrap())?;
            sheet.set_column_width(column, 12)?;
        }
    }
    for (row, person) in (1..).zip(&matrix.people) {
        for (column, cell) in (0..).zip([text(&person.school), text(&person.name)]) {
            write_cell(sheet, (row, column), &cell, ColumnKind::Text, language)?;
        }
        for (column, levels) in (2..).step_by(2).zip(&person.levels) {
            let Some((current, wanted)) = *levels else { continue };
            for (column, level) in (column..).zip([current, wanted]) {
                write_cell(sheet, (row, column), &Cell::Whole(level), ColumnKind::Whole, language)?;
            }
        }
    }
    let below = u32::try_from(matrix.people.len()).unwrap_or(u32::MAX).saturating_add(1);
    for (row, key) in (below..).zip(["export-filled-in", "template-mean"]) {
        let name = language.say(key, &[]);
        sheet.write_string_with_format(row, 0, name, &Format::new().set_bold())?;
    }
    for (i, column) in (0..matrix.areas.len()).zip((2_u16..).step_by(2)) {
        let filled: Vec<(i64, i64)> =
            matrix.people.iter().filter_map(|person| person.levels.get(i).copied().flatten()).collect();
        let sums = filled.iter().fold((0, 0), |sums, levels| (sums.0 + levels.0, sums.1 + levels.1));
        for (column, sum) in (column..).zip([sums.0, sums.1]) {
            write_cell(sheet, (below, column), &Cell::count(filled.len()), ColumnKind::Whole, language)?;
            if !filled.is_empty() {
                let mean = Cell::Mean(sum as f64 / filled.len() as f64);
                write_cell(sheet, (below + 1, column), &mean, ColumnKind::Mean, language)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 28)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    kind: ColumnKind,
    language: &Language,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(_) | Cell::List(_) | Cell::Word(..) | Cell::YesNo(_) => {
            let text: String =
                cell.words(language).unwrap_or_default().chars().take(MAX_CHARACTERS).collect();
            if begins_a_formula(&text) {
                // Without the prefix it would become a formula when edited.
                sheet.write_string_with_format(row, column, text, &Format::new().set_quote_prefix())?;
            } else {
                sheet.write_string(row, column, text)?;
            }
        }
        Cell::Whole(whole) => write_number(sheet, (row, column), *whole as f64, kind)?,
        Cell::Mean(mean) => write_number(sheet, (row, column), *mean, kind)?,
        Cell::Hundredths(hundredths) => {
            write_number(sheet, (row, column), *hundredths as f64 / 100.0, kind)?;
        }
        Cell::Date(date) => {
            let format = Format::new().set_num_format_index(OWN_DATE);
            sheet.write_datetime_with_format(row, column, date, &format)?;
        }
    }
    Ok(())
}

fn write_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    number: f64,
    kind: ColumnKind,
) -> Result<(), XlsxError> {
    let shown = match kind {
        ColumnKind::Mean => Some("0.0"),
        ColumnKind::Kroner => Some("#,##0.00"),
        _ => None,
    };
    match shown {
        Some(shown) => {
            sheet.write_number_with_format(row, column, number, &Format::new().set_num_format(shown))?
        }
        None => sheet.write_number(row, column, number)?,
    };
    Ok(())
}

/// What the workbook is, and what a row of each sheet is.
fn write_about(sheet: &mut Worksheet, export: &Export, language: &Language) -> Result<(), XlsxError> {
    let say = |key: &str| language.say(key, &[]);
    let mut facts = vec![
        (say("export-department"), Cell::text(&export.department)),
        (say("export-period"), Cell::known(export.period.as_ref(), Cell::text)),
        (say("export-edition"), Cell::Text(say(edition_key(export.edition)))),
        (say("export-judged-on"), Cell::known(export.judged_on, Cell::Date)),
    ];
    facts.retain(|(_, cell)| *cell != Cell::Empty);
    facts.extend(export.tables.iter().map(|table| {
        let explanation = say(table.question.explanation_key(export.edition));
        (say(table.question.sheet_key()), Cell::Text(explanation))
    }));
    facts.push((say("export-made-by"), Cell::text(MADE_BY)));
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    for (row, (name, cell)) in (0..).zip(&facts) {
        sheet.write_string_with_format(row, 0, name, &label)?;
        match cell {
            Cell::Date(date) => {
                let left = Format::new().set_num_format_index(OWN_DATE).set_align(FormatAlign::Left);
                sheet.write_datetime_with_format(row, 1, date, &left)?;
            }
            cell => {
                let text = cell.words(language).unwrap_or_default();
                let prefixed =
                    if begins_a_formula(&text) { Format::new().set_quote_prefix() } else { Format::new() };
                sheet.write_string_with_format(row, 1, text, &prefixed.set_text_wrap())?;
            }
        }
    }
    sheet.set_autofit_max_width(WIDEST).autofit();
    sheet.set_column_width_pixels(1, WIDEST)?;
    Ok(())
}

/// How a sheet looks on paper, whose head says what it may be used for.
fn lay_out(sheet: &mut Worksheet, edition: &str, title: &str) {
    // An ampersand begins a code here.
    let plain = |text: &str| text.replace('&', "&&");
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_header(format!("&L{}&R{}", plain(title), plain(edition)))
        .set_footer("&L&A&R&P / &N");
}

/// Above its numbers, where those stand.
fn heading(kind: ColumnKind) -> Format {
    let is_number = matches!(
        kind,
        ColumnKind::Whole | ColumnKind::Mean | ColumnKind::Days | ColumnKind::Kroner | ColumnKind::Date
    );
    Format::new()
        .set_align(if is_number { FormatAlign::Right } else { FormatAlign::Left })
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E6_E6E6))
        .set_border_bottom(FormatBorder::Thin)
}
