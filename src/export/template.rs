//! A workbook to fill in: a row for each person, two columns for each area, and the levels to
//! choose from. `spind import medarbejdere` reads it back.

use std::io;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

use super::{MADE_BY, begins_a_formula, visible};
use crate::analysis::people_order;
use crate::department::Department;
use crate::department::document_date;
use crate::department::profile::{KnownArea, Profile};
use crate::department::role_model::{Area, AreaIndex};
use crate::department::scale::ScaleLevel;
use crate::language::Language;

/// The key of the choice for an area that is no part of somebody's work.
const NOT_RELEVANT: &str = "label-not-relevant";
/// Empty rows below the people, for new ones.
const SPARE_ROWS: u32 = 20;
/// The columns before the areas: name, school and title.
const FACTS: u16 = 3;
/// The width of a level's column, in pixels.
const LEVEL_WIDTH: u32 = 110;
/// The widest other column, in pixels.
const WIDEST: u32 = 420;

/// The bytes of the workbook for `department`, with the levels that are known filled in.
///
/// # Errors
/// If there are more areas or people than a sheet has room for.
pub(crate) fn write(department: &Department, language: &Language) -> io::Result<Vec<u8>> {
    workbook(department, language).map_err(io::Error::other)
}

fn workbook(department: &Department, language: &Language) -> Result<Vec<u8>, XlsxError> {
    let people = people_order::sorted_people(department, language);
    let mut workbook = Workbook::new();
    let date = document_date::of(&department.settings, people.iter().copied());
    let properties = DocProperties::new()
        .set_title(visible(&department.settings.name))
        .set_author(MADE_BY)
        .set_creation_datetime(&date);
    workbook.set_properties(&properties);
    let levels_name = language.say("template-levels", &[]);
    let sheet = workbook.add_worksheet().set_name(language.say("template-people", &[]))?;
    write_people(sheet, &people, department, &levels_name, language)?;
    let sheet = workbook.add_worksheet().set_name(&levels_name)?;
    write_levels(sheet, department, language)?;
    workbook.save_to_buffer()
}

fn write_people(
    sheet: &mut Worksheet,
    people: &[&Profile],
    department: &Department,
    levels_name: &str,
    language: &Language,
) -> Result<(), XlsxError> {
    let heading = heading();
    let areas = &department.role_model.areas;
    let scale = &department.role_model.scale.levels;
    for (column, key) in (0..).zip(["label-name", "label-school", "label-position"]) {
        sheet.write_string_with_format(0, column, language.say(key, &[]), &heading)?;
    }
    for (column, area) in (FACTS..).step_by(2).zip(areas) {
        for (column, key) in (column..).zip(["template-current", "template-wanted"]) {
            let text = language.say(key, &[("area", visible(&area.name).into())]);
            sheet.write_string_with_format(0, column, text, &heading)?;
            sheet.set_column_width_pixels(column, LEVEL_WIDTH)?;
        }
    }
    for (row, person) in (1..).zip(people) {
        let school = &department.settings.schools[person.school.0].name;
        let facts = [Some(&person.name.value), Some(school), person.position.as_ref()];
        for (column, fact) in (0..).zip(facts) {
            write_text(sheet, row, column, fact.map_or("", String::as_str))?;
        }
        for (area, column) in (0..areas.len()).zip((FACTS..).step_by(2)) {
            let numbers = match KnownArea::of(person, AreaIndex(area)) {
                Some(KnownArea::Levels(current, wanted)) => [current, wanted],
                Some(KnownArea::NotRelevant) => {
                    write_text(sheet, row, column, &language.say(NOT_RELEVANT, &[]))?;
                    continue;
                }
                None => continue,
            };
            for (column, number) in (column..).zip(numbers) {
                if let Some(level) = scale.iter().find(|level| level.number == number) {
                    write_text(sheet, row, column, &choice(level))?;
                }
            }
        }
    }
    let last_row = u32::try_from(people.len()).unwrap_or(u32::MAX).saturating_add(SPARE_ROWS);
    let last_column = FACTS + u16::try_from(2 * areas.len()).unwrap_or(u16::MAX - FACTS) - 1;
    // The levels and, below them, that an area is not relevant.
    let choices = format!("='{}'!$A$2:$A${}", levels_name.replace('\'', "''"), scale.len() + 2);
    let validation = DataValidation::new()
        .allow_list_formula(Formula::new(choices))
        .set_error_title(language.say("template-choose-title", &[]))?
        .set_error_message(language.say("template-choose", &[]))?;
    sheet.add_data_validation(1, FACTS, last_row, last_column, &validation)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?.set_landscape();
    for column in 0..FACTS {
        sheet.set_column_width(column, 24)?;
    }
    Ok(())
}

/// The choices for a cell, and the areas, each explained. With two columns it never looks like a list.
fn write_levels(
    sheet: &mut Worksheet,
    department: &Department,
    language: &Language,
) -> Result<(), XlsxError> {
    let heading = heading();
    let model = &department.role_model;
    sheet.write_string_with_format(0, 0, language.say("template-level", &[]), &heading)?;
    sheet.write_string_with_format(0, 1, language.say("template-meaning", &[]), &heading)?;
    let mut row = 1;
    for level in &model.scale.levels {
        write_text(sheet, row, 0, &choice(level))?;
        write_text(sheet, row, 1, &level.name)?;
        row += 1;
    }
    write_text(sheet, row, 0, &language.say(NOT_RELEVANT, &[]))?;
    write_text(sheet, row, 1, &language.say("template-not-relevant", &[]))?;
    row += 2;
    sheet.write_string_with_format(row, 0, language.say("label-area", &[]), &heading)?;
    sheet.write_string_with_format(row, 1, language.say("template-meaning", &[]), &heading)?;
    for area in &model.areas {
        row += 1;
        write_text(sheet, row, 0, &area.name)?;
        write_text(sheet, row, 1, &meaning(area))?;
    }
    sheet.set_autofit_max_width(WIDEST).autofit();
    Ok(())
}

fn meaning(area: &Area) -> String {
    let competencies = area.competencies.iter().map(|competency| competency.text.as_str());
    area.description.clone().unwrap_or_else(|| competencies.collect::<Vec<_>>().join("; "))
}

/// A level as a choice.
fn choice(level: &ScaleLevel) -> String {
    visible(&format!("{} – {}", level.number, level.name))
}

fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let text = visible(text);
    if text.is_empty() {
        return Ok(());
    }
    let format = if begins_a_formula(&text) { Format::new().set_quote_prefix() } else { Format::new() };
    sheet.write_string_with_format(row, column, text, &format)?;
    Ok(())
}

fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E6_E6E6))
        .set_border_bottom(FormatBorder::Thin)
}
