//! The rows of a list of people as facts about each.
//!
//! Personal numbers are cut out of every text before it goes anywhere.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::columns::{PeopleHeading, PersonColumn};
use crate::department::Department;
use crate::department::role_model::{AreaIndex, Scale};
use crate::department::settings::SchoolIndex;
use crate::department::values::{LevelChange, LevelNumber, YesNo};
use crate::import::period::{DateStyle, Period};
use crate::import::remark::{At, Remark};
use crate::import::sheet::{Cell, Row, Sheet};
use crate::language::Message;
use crate::source::personal_numbers::personal_numbers;
use crate::source::spelling::fold;

/// The longest text that is taken over, in characters.
const MOST_OF_A_TEXT: usize = 120;

/// A level now and a wanted one, as far as a list tells them.
pub(super) type ListedLevels = (Option<i64>, Option<i64>);

/// What a row says of a person.
#[derive(Clone, Debug, Default)]
pub(super) struct ListedPerson {
    pub at: At,
    pub name: String,
    /// The school, if one of the units is one.
    pub school: Option<SchoolIndex>,
    /// The first of the units, where none is a school.
    pub unit: Option<String>,
    pub position: Option<String>,
    pub leader: Option<String>,
    /// When she left, if the list says so and it is past.
    pub left: Option<Left>,
    pub levels: BTreeMap<AreaIndex, ListedLevels>,
}

/// The end of an employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The last day.
    On(Date),
    /// The list only says that she is not.
    Unknown,
}

/// `text` without the personal numbers in it, and whether there were any.
pub(super) fn without_personal_numbers(text: &str) -> (String, bool) {
    let mut kept = String::new();
    let mut from = 0;
    for range in personal_numbers(text) {
        kept.push_str(&text[from..range.start]);
        kept.push(' ');
        from = range.end;
    }
    kept.push_str(&text[from..]);
    let had = from > 0;
    let around = |c: char| had && matches!(c, '(' | ')' | ',' | ';' | ':' | '-' | '–' | '/' | ' ' | '.');
    let words = kept.replace("()", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (words.trim_matches(around).to_owned(), had)
}

/// The people below the heading.
pub(super) fn people(
    sheet: &Sheet,
    heading: &PeopleHeading,
    top: usize,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedPerson> {
    let dates = DateStyle { today, epoch: sheet.epoch, month_first: false, weeks: false };
    let rows = sheet.rows.iter().skip(top + 1).filter_map(|row| {
        let at = At { sheet: sheet.name.clone(), row: row.number };
        Reader { row, at, heading, department, dates, remarks }.read()
    });
    rows.collect()
}

struct Reader<'a> {
    row: &'a Row,
    at: At,
    heading: &'a PeopleHeading,
    department: &'a Department,
    dates: DateStyle,
    remarks: &'a mut Vec<Remark>,
}

impl Reader<'_> {
    fn read(mut self) -> Option<ListedPerson> {
        let name = self.name()?;
        let mut person = ListedPerson { at: self.at.clone(), name, ..ListedPerson::default() };
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
            // `Bregnholt, Lone`
            (Some(whole), _) => match whole.split_once(',') {
                Some((last, first)) if !first.contains(',') && !first.trim().is_empty() => {
                    format!("{} {}", first.trim(), last.trim())
                }
                _ => whole,
            },
            (None, [first, last]) => first.or(last)?,
        };
        let heading = self.heading.columns.iter().flatten().map(|(_, heading)| fold(heading));
        // The heading once more on the next page, a title between the rows, or a sum.
        let is_heading = heading.clone().any(|heading| heading == fold(&name));
        let is_sum = ["i_alt", "total", "sum", "antal", "summa", "totalt"].contains(&fold(&name).as_str());
        if is_heading || is_sum || self.row.filled() == 1 || !name.contains(char::is_alphabetic) {
            return None;
        }
        if name.chars().count() > MOST_OF_A_TEXT {
            self.remarks.push(Remark::lost(&self.at, Message::new("import-too-long")));
            return None;
        }
        Some(name)
    }

    /// Whether she has left by today.
    fn left(&mut self) -> Option<Left> {
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
        let last_day = match cell.map(|cell| Period::read(cell, self.dates)) {
            Some(Ok(period)) => Some(period.start),
            // Systems write the year 9999, or a dash, for no end.
            Some(Err(_)) if self.is_open_ended(at) => None,
            Some(Err(_)) => {
                let value = at.and_then(|at| self.text_at(at)).unwrap_or_default();
                let column = at.map(|at| self.heading_at(at));
                let saying = Message::new("problem-not-a-date").with("value", value);
                self.remarks.push(Remark { column, ..Remark::lost(&self.at, saying) });
                None
            }
            None => None,
        };
        let is_gone = word.is_some_and(|word| GONE.contains(&word.as_str()));
        match last_day {
            Some(day) if day < self.dates.today => Some(Left::On(day)),
            _ => is_gone.then_some(Left::Unknown),
        }
    }

    fn is_open_ended(&mut self, at: Option<usize>) -> bool {
        let text = at.and_then(|at| self.row.cell(at).text()).unwrap_or_default();
        text.contains("9999") || text.contains("2999") || !text.contains(|c: char| c.is_alphanumeric())
    }

    fn levels(&mut self, person: &mut ListedPerson) {
        for (at, used) in self.heading.columns.iter().enumerate() {
            let Some((column, heading)) = used else { continue };
            let (PersonColumn::Levels(area) | PersonColumn::Current(area) | PersonColumn::Wanted(area)) =
                *column
            else {
                continue;
            };
            let both = matches!(column, PersonColumn::Levels(_));
            match levels(self.row.cell(at), both, &self.department.role_model.scale) {
                Ok(None) => {}
                Ok(Some((current, wanted))) => {
                    let known = person.levels.entry(area).or_default();
                    match column {
                        PersonColumn::Wanted(_) => known.1 = known.1.or(Some(current)),
                        PersonColumn::Current(_) => known.0 = known.0.or(Some(current)),
                        _ => *known = (known.0.or(Some(current)), known.1.or(wanted)),
                    }
                }
                Err(saying) => {
                    let column = Some(without_personal_numbers(heading).0);
                    self.remarks.push(Remark { column, ..Remark::lost(&self.at, saying) });
                }
            }
        }
        self.row_levels(person);
    }

    /// The levels of a row that is about one area.
    fn row_levels(&mut self, person: &mut ListedPerson) {
        let Some(text) = self.text(PersonColumn::Area) else { return };
        let model = &self.department.role_model;
        let folded = fold(&text);
        let named = |name: &str| fold(name) == folded;
        let area = model.area(&text).or_else(|| {
            model
                .areas
                .iter()
                .position(|area| named(&area.name) || area.short_name.as_deref().is_some_and(named))
                .map(AreaIndex)
        });
        let Some(area) = area else {
            let words = model.areas.iter().map(|area| area.key.as_str()).collect::<Vec<_>>().join(", ");
            let saying = Message::new("problem-unknown-area").with("value", text).with("words", words);
            self.remarks.push(Remark::lost(&self.at, saying));
            return;
        };
        for (column, is_wanted) in [(PersonColumn::RowCurrent, false), (PersonColumn::RowWanted, true)] {
            let Some(at) = self.heading.places(column).next() else { continue };
            match levels(self.row.cell(at), !is_wanted, &model.scale) {
                Ok(None) => {}
                Ok(Some((current, wanted))) => {
                    let known = person.levels.entry(area).or_default();
                    *known = if is_wanted {
                        (known.0, Some(current))
                    } else {
                        (Some(current), known.1.or(wanted))
                    };
                }
                Err(saying) => {
                    let column = Some(self.heading_at(at));
                    self.remarks.push(Remark { column, ..Remark::lost(&self.at, saying) });
                }
            }
        }
    }

    fn text(&mut self, column: PersonColumn) -> Option<String> {
        let at = self.heading.places(column).next()?;
        self.text_at(at)
    }

    /// The text of a cell, without personal numbers; a note where there was one.
    fn text_at(&mut self, at: usize) -> Option<String> {
        let text = self.row.cell(at).text()?;
        let (text, had_number) = without_personal_numbers(&text);
        if had_number {
            let column = Some(self.heading_at(at));
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

/// The level or the two levels of a cell: numbers, or the names of the scale with or without them.
fn levels(cell: &Cell, both: bool, scale: &Scale) -> Result<Option<(i64, Option<i64>)>, Message> {
    if let Cell::Date(date) = cell {
        let typed = format!("{}-{}", date.day(), date.month());
        let saying = Message::new("import-two-meanings").with("value", date.to_string());
        return Err(saying.with("one", typed).with("other", date.to_string()));
    }
    if *cell == Cell::Uncalculated {
        return Err(Message::new("import-formula"));
    }
    let Some(text) = cell.text().filter(|text| !matches!(text.as_str(), "-" | "–" | "—")) else {
        return Ok(None);
    };
    if let Some(level) = level(&text, scale) {
        return Ok(Some((level, None)));
    }
    let is_on_scale = |level: LevelNumber| scale.position(level.0).map(|_| level.0);
    if both
        && let Ok(change) = text.parse::<LevelChange>()
        && let (Some(current), Some(wanted)) = (is_on_scale(change.current), is_on_scale(change.wanted))
    {
        return Ok(Some((current, Some(wanted))));
    }
    let (text, _) = without_personal_numbers(&text);
    Err(Message::new("problem-unknown-level").with("value", text).with("levels", scale.numbers()))
}

fn level(text: &str, scale: &Scale) -> Option<i64> {
    let folded = fold(text);
    let named = scale.levels.iter().find(|level| fold(&level.name) == folded);
    let numbered = || {
        let end =
            text.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit()).map_or(text.len(), |(at, _)| at);
        let number = text.get(..end)?.parse::<i64>().ok()?;
        let level = scale.levels.iter().find(|level| level.number == number)?;
        let name = text[end..].trim_start_matches([' ', '.', ':', '-', '–', '=', ')']);
        (name.is_empty() && text.trim().len() == end || !name.is_empty() && fold(name) == fold(&level.name))
            .then_some(level)
    };
    named.or_else(numbered).map(|level| level.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_numbers_are_cut_out() {
        for (text, kept) in [
            ("Lone Bregnholt 010203-1234", "Lone Bregnholt"),
            ("Lone Bregnholt (010203-1234)", "Lone Bregnholt"),
            ("010203-1234 - Lone", "Lone"),
            ("0102031234", ""),
            ("Lone B.", "Lone B."),
        ] {
            let (without, had) = without_personal_numbers(text);
            assert_eq!((without.as_str(), had), (kept, text != "Lone B."), "{text}");
        }
    }
}
