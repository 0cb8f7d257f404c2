//! The rows of a list of people as facts about each.
//!
//! Personal numbers are removed from every text first.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::columns::{Owner, PeopleHeading, PersonColumn};
use crate::department::Department;
use crate::department::role_model::AreaIndex;
use crate::department::scale::Scale;
use crate::department::settings::SchoolIndex;
use crate::department::values::YesNo;
use crate::import::columns::area_of;
use crate::import::levels::{self, CellLevels};
use crate::import::period::{DateStyle, ListedPeriod};
use crate::import::remark::{Remark, RowLocation};
use crate::import::sheet::{Cell, Row, Sheet};
use crate::language::Message;
use crate::source::personal_numbers::without_personal_numbers;
use crate::source::spelling::fold;

/// The longest text that is used, in characters.
const MAX_TEXT: usize = 120;

/// The level now and the wanted one of an area, as far as a list has them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListedArea {
    pub current: Option<ListedLevel>,
    pub wanted: Option<ListedLevel>,
}

/// A level in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListedLevel {
    Number(i64),
    /// The area is no part of the person's work.
    NotRelevant,
}

impl ListedArea {
    fn is_empty(self) -> bool {
        self.current.is_none() && self.wanted.is_none()
    }

    /// Adds what is not known yet; whether `other` contradicts what is.
    pub(super) fn add(&mut self, other: Self) -> bool {
        let contradicts = |one: Option<ListedLevel>, other: Option<ListedLevel>| {
            one.zip(other).is_some_and(|(one, other)| one != other)
        };
        let contradiction =
            contradicts(self.current, other.current) || contradicts(self.wanted, other.wanted);
        self.current = self.current.or(other.current);
        self.wanted = self.wanted.or(other.wanted);
        contradiction
    }
}

/// A person on a list.
#[derive(Clone, Debug, Default)]
pub(super) struct ListedEmployee {
    pub at: RowLocation,
    pub name: String,
    /// The school, if one of the units is one.
    pub school: Option<SchoolIndex>,
    /// The first of the units, where none is a school.
    pub unit: Option<String>,
    pub position: Option<String>,
    pub leader: Option<String>,
    /// The end of her employment, if it is past.
    pub left: Option<EmploymentEnd>,
    pub areas: BTreeMap<AreaIndex, ListedArea>,
}

/// The end of an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EmploymentEnd {
    /// The last day.
    On(Date),
    /// A day that the list does not have.
    Unknown,
}

/// The people below the heading, or the one whom the whole sheet is about.
pub(super) fn people(
    sheet: &Sheet,
    heading: &PeopleHeading,
    top: usize,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedEmployee> {
    let dates = DateStyle { today, epoch: sheet.epoch, month_first: false, weeks: false };
    if let Some(owner) = &heading.owner {
        return of_sheet(sheet, heading, owner, top, department, dates, remarks).into_iter().collect();
    }
    let rows = sheet.rows.iter().skip(top + 1).filter_map(|row| {
        let at = RowLocation { sheet: sheet.name.clone(), row: row.number };
        Reader { row, at, heading, department, dates, remarks }.read()
    });
    rows.collect()
}

/// The person whom a sheet of areas and levels is about, with the levels of its rows.
fn of_sheet(
    sheet: &Sheet,
    heading: &PeopleHeading,
    owner: &Owner,
    top: usize,
    department: &Department,
    dates: DateStyle,
    remarks: &mut Vec<Remark>,
) -> Option<ListedEmployee> {
    let row = sheet.rows.get(top)?;
    let at = RowLocation { sheet: sheet.name.clone(), row: row.number };
    let mut person = ListedEmployee { at: at.clone(), ..ListedEmployee::default() };
    let mut reader = Reader { row, at: at.clone(), heading, department, dates, remarks };
    let name = owner.name().and_then(|name| reader.clean(&name, "")).or_else(|| {
        let name = without_personal_numbers(sheet.name.as_deref()?).0;
        person_of_sheet(&name, department)
    });
    person.name = name.map(|name| in_order(&name)).unwrap_or_default();
    for (column, value) in &owner.facts {
        let Some(text) = reader.clean(value, "") else { continue };
        match column {
            PersonColumn::Unit if person.school.is_none() => {
                person.school = department.settings.school(&text);
                if person.school.is_some() {
                    person.unit = None;
                } else {
                    person.unit.get_or_insert(text);
                }
            }
            PersonColumn::Position => person.position = Some(text),
            PersonColumn::Leader => person.leader = Some(text),
            _ => {}
        }
    }
    for row in sheet.rows.iter().skip(top + 1) {
        let at = RowLocation { row: row.number, ..at.clone() };
        Reader { row, at, heading, department, dates, remarks }.row_levels(&mut person);
    }
    if person.name.is_empty() || person.name.chars().count() > MAX_TEXT {
        remarks.push(Remark::lost(&at, Message::new("import-sheet-of-whom")));
        return None;
    }
    Some(person)
}

/// The person after whom a sheet is named, if it is not named after something else.
fn person_of_sheet(name: &str, department: &Department) -> Option<String> {
    /// The longest name of a sheet in Excel, which cuts off the rest.
    const MAX_SHEET_NAME: usize = 31;
    let folded = fold(name);
    let names = || department.people.iter().map(|person| &person.name.value);
    if let Some(known) = names().find(|known| fold(known) == folded) {
        return Some(known.clone());
    }
    if name.chars().count() >= MAX_SHEET_NAME {
        let mut longer = names().filter(|known| fold(known).starts_with(folded.as_str()));
        return longer.next().filter(|_| longer.next().is_none()).cloned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_name =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '.' | '\'' | '’' | ','));
    (words.len() > 1 && words.iter().all(is_name)).then(|| name.to_owned())
}

/// `Bregnholt, Lone` with the first name first.
fn in_order(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => {
            format!("{} {}", first.trim(), last.trim())
        }
        _ => name.to_owned(),
    }
}

struct Reader<'a> {
    row: &'a Row,
    at: RowLocation,
    heading: &'a PeopleHeading,
    department: &'a Department,
    dates: DateStyle,
    remarks: &'a mut Vec<Remark>,
}

impl Reader<'_> {
    fn read(mut self) -> Option<ListedEmployee> {
        let name = self.name()?;
        let mut person = ListedEmployee { at: self.at.clone(), name, ..ListedEmployee::default() };
        for at in self.heading.places(PersonColumn::Unit).collect::<Vec<_>>() {
            let Some(unit) = self.text_at(at) else { continue };
            if let Some(school) = self.department.settings.school(&unit) {
                person.school = Some(school);
                person.unit = None;
                break;
            }
            person.unit.get_or_insert(unit);
        }
        person.position = self.text(PersonColumn::Position);
        // Some lists tick who is a leader.
        person.leader = self.text(PersonColumn::Leader).filter(|leader| leader.parse::<YesNo>().is_err());
        person.left = self.left();
        self.levels(&mut person);
        Some(person)
    }

    fn name(&mut self) -> Option<String> {
        let whole = self.text(PersonColumn::Name);
        let parts = [PersonColumn::FirstName, PersonColumn::LastName].map(|column| self.text(column));
        let name = match (whole, parts) {
            (_, [Some(first), Some(last)]) => format!("{first} {last}"),
            (Some(whole), _) => in_order(&whole),
            (None, [first, last]) => first.or(last)?,
        };
        let heading = self.heading.columns.iter().flatten().map(|(_, heading)| fold(heading));
        // The heading once more on the next page, a title between the rows, or a sum.
        let is_heading = heading.clone().any(|heading| heading == fold(&name));
        let is_sum = ["i_alt", "total", "sum", "antal", "summa", "totalt"].contains(&fold(&name).as_str());
        if is_heading || is_sum || self.row.filled() == 1 || !name.contains(char::is_alphabetic) {
            return None;
        }
        if name.chars().count() > MAX_TEXT {
            self.remarks.push(Remark::lost(&self.at, Message::new("import-too-long")));
            return None;
        }
        Some(name)
    }

    /// Whether she has left by today.
    fn left(&mut self) -> Option<EmploymentEnd> {
        const GONE: [&str; 10] = [
            "fratraadt",
            "ophoert",
            "inaktiv",
            "passiv",
            "stoppet",
            "tidligere",
            "slutat",
            "sluttet",
            "inactive",
            "terminated",
        ];
        let word = self.text(PersonColumn::Employment).map(|word| fold(&word));
        let at = self.heading.places(PersonColumn::LastDay).next();
        let cell = at.map(|at| self.row.cell(at)).filter(|cell| **cell != Cell::Empty);
        let last_day = match cell.map(|cell| ListedPeriod::read(cell, self.dates)) {
            Some(Ok(period)) => Some(period.start),
            // Systems write the year 9999, or a dash, for no end.
            Some(Err(_)) if self.is_open_ended(at) => None,
            Some(Err(_)) => {
                let value = at.and_then(|at| self.text_at(at)).unwrap_or_default();
                let column = at.map(|at| self.heading_at(at));
                let message = Message::new("problem-not-a-date").with("value", value);
                self.remarks.push(Remark { column, ..Remark::lost(&self.at, message) });
                None
            }
            None => None,
        };
        let is_gone = word.is_some_and(|word| GONE.contains(&word.as_str()));
        match last_day {
            Some(day) if day < self.dates.today => Some(EmploymentEnd::On(day)),
            _ => is_gone.then_some(EmploymentEnd::Unknown),
        }
    }

    fn is_open_ended(&mut self, at: Option<usize>) -> bool {
        let text = at.and_then(|at| self.row.cell(at).text()).unwrap_or_default();
        text.contains("9999") || text.contains("2999") || !text.contains(|c: char| c.is_alphanumeric())
    }

    fn levels(&mut self, person: &mut ListedEmployee) {
        for (at, used) in self.heading.columns.iter().enumerate() {
            match used {
                Some((PersonColumn::Levels(area), _)) => self.area(*area, at, LevelColumn::Both, person),
                Some((PersonColumn::Current(area), _)) => self.area(*area, at, LevelColumn::Current, person),
                Some((PersonColumn::Wanted(area), _)) => self.area(*area, at, LevelColumn::Wanted, person),
                _ => {}
            }
        }
        self.row_levels(person);
    }

    /// The levels of a row that is about one area.
    fn row_levels(&mut self, person: &mut ListedEmployee) {
        let columns =
            [(PersonColumn::RowCurrent, LevelColumn::Both), (PersonColumn::RowWanted, LevelColumn::Wanted)];
        let columns = columns.map(|(column, kind)| (self.heading.places(column).next(), kind));
        let has_level = columns.iter().any(|(at, _)| at.is_some_and(|at| *self.row.cell(at) != Cell::Empty));
        let Some(text) = self.text(PersonColumn::Area) else { return };
        let model = &self.department.role_model;
        let Some(area) = area_of(&text, model) else {
            // Without levels it is a heading between the areas, or a note.
            if has_level && !self.is_heading_again() {
                let words = model.areas.iter().map(|area| area.key.as_str()).collect::<Vec<_>>().join(", ");
                let message = Message::new("problem-unknown-area").with("value", text).with("words", words);
                self.remarks.push(Remark::lost(&self.at, message));
            }
            return;
        };
        for (at, kind) in columns {
            if let Some(at) = at {
                self.area(area, at, kind, person);
            }
        }
    }

    /// Whether the row is the heading once more, as on the next page.
    fn is_heading_again(&self) -> bool {
        let mut headings = self.heading.columns.iter().enumerate();
        headings.any(|(at, used)| {
            used.as_ref().is_some_and(|(column, heading)| {
                matches!(column, PersonColumn::RowCurrent | PersonColumn::RowWanted)
                    && self.row.cell(at).text().is_some_and(|text| fold(&text) == fold(heading))
            })
        })
    }

    /// Adds the levels of `area` in column `at`.
    fn area(&mut self, area: AreaIndex, at: usize, kind: LevelColumn, person: &mut ListedEmployee) {
        let message = match listed_area(self.row.cell(at), kind, &self.department.role_model.scale) {
            Ok(listed) if listed.is_empty() => return,
            Ok(listed) => {
                if !person.areas.entry(area).or_default().add(listed) {
                    return;
                }
                let name = self.department.role_model.areas[area.0].name.as_str();
                Message::new("import-area-twice").with("area", name)
            }
            Err(message) => message,
        };
        let column = Some(self.heading_at(at));
        self.remarks.push(Remark { column, ..Remark::lost(&self.at, message) });
    }

    fn text(&mut self, column: PersonColumn) -> Option<String> {
        let at = self.heading.places(column).next()?;
        self.text_at(at)
    }

    /// The text of a cell without personal numbers.
    fn text_at(&mut self, at: usize) -> Option<String> {
        let text = self.row.cell(at).text()?;
        let column = self.heading_at(at);
        self.clean(&text, &column)
    }

    /// `text` without personal numbers, with a note if there were any; `None` if nothing is left.
    fn clean(&mut self, text: &str, column: &str) -> Option<String> {
        let (text, had_number) = without_personal_numbers(text);
        if had_number {
            let column = Some(column.to_owned()).filter(|column| !column.is_empty());
            let note = Remark::note(&self.at, Message::new("import-personal-number"));
            let note = Remark { column, ..note };
            if !self.remarks.contains(&note) {
                self.remarks.push(note);
            }
        }
        let is_nothing = text.is_empty() || matches!(text.as_str(), "-" | "–" | "—");
        (!is_nothing).then_some(text)
    }

    fn heading_at(&self, at: usize) -> String {
        let heading = self.heading.columns.get(at).and_then(Option::as_ref);
        heading.map_or_else(String::new, |(_, heading)| without_personal_numbers(heading).0)
    }
}

/// The levels that a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LevelColumn {
    /// The level now, or both.
    Both,
    Current,
    Wanted,
}

/// The levels in a cell of a column for `kind`.
fn listed_area(cell: &Cell, kind: LevelColumn, scale: &Scale) -> Result<ListedArea, Message> {
    let single = |level: ListedLevel| match kind {
        LevelColumn::Wanted => ListedArea { current: None, wanted: Some(level) },
        _ => ListedArea { current: Some(level), wanted: None },
    };
    match levels::read(cell, scale)? {
        CellLevels::NotKnown => Ok(ListedArea::default()),
        CellLevels::NotRelevant => Ok(single(ListedLevel::NotRelevant)),
        CellLevels::One(level) => Ok(single(ListedLevel::Number(level))),
        CellLevels::Change(current, wanted) if kind == LevelColumn::Both => Ok(ListedArea {
            current: Some(ListedLevel::Number(current)),
            wanted: Some(ListedLevel::Number(wanted)),
        }),
        CellLevels::Change(..) => Err(levels::not_one_level(&cell.text().unwrap_or_default(), scale)),
    }
}
