//! The rows of a list as facts about courses.
//!
//! A cell that can't be read costs only itself, and what would say something else
//! without it: the row without its number, a time that a course is held without its days.

use jiff::civil::Date;

use super::Remark;
use super::columns::{Column, Heading};
use super::sheet::{Cell, Row, Sheet};
use crate::department::Department;
use crate::department::catalogue::LearningForm;
use crate::department::role_model::AreaIndex;
use crate::department::values::{Amount, Count, Day, LevelNumber, YesNo};
use crate::fields::{course, session};
use crate::language::Message;
use crate::problem::Code;
use crate::source::spelling::{Word, fold, nearest};

/// The longest text of a cell, in characters. A longer one has swallowed others.
const MOST_OF_A_TEXT: usize = 300;
/// The longest number of a course.
const MOST_OF_A_NUMBER: usize = 60;

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListedRow {
    /// Where it stands.
    pub row: usize,
    /// The course's number as it stands there.
    pub number: String,
    /// The course's title.
    pub title: Option<String>,
    /// What kind of learning it is.
    pub form: Option<LearningForm>,
    /// The areas it covers.
    pub areas: Option<Vec<AreaIndex>>,
    /// Index into the catalogue's providers.
    pub provider: Option<usize>,
    /// The lowest level that it helps on.
    pub from_level: Option<i64>,
    /// The level that it leads to.
    pub to_level: Option<i64>,
    /// Length in days.
    pub days: Option<Amount>,
    /// Danish kroner per person.
    pub price: Option<Amount>,
    /// Danish kroner per person that funds give back.
    pub subsidy: Option<Amount>,
    /// The last day on which it can be taken.
    pub expires: Option<Date>,
    /// Whether the list calls it withdrawn.
    pub withdrawn: bool,
    /// A time that it is held.
    pub session: Option<ListedSession>,
}

/// One time that a course is held.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ListedSession {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// The town.
    pub town: Option<String>,
    /// Seats in all.
    pub seats: Option<u32>,
    /// Seats not taken.
    pub free_seats: Option<u32>,
    /// Held in half days.
    pub half_days: Option<bool>,
}

/// The rows below the heading that say something of a course.
pub(super) fn rows(
    sheet: &Sheet,
    heading: &Heading,
    department: &Department,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedRow> {
    let below = sheet.rows.iter().skip(heading.at + 1);
    below.filter_map(|row| Reader { row, heading, department, remarks }.read()).collect()
}

struct Reader<'a> {
    row: &'a Row,
    heading: &'a Heading,
    department: &'a Department,
    remarks: &'a mut Vec<Remark>,
}

/// Why a cell can't be read.
struct Fault {
    saying: Message,
}

impl Reader<'_> {
    fn read(mut self) -> Option<ListedRow> {
        let number = self.number()?;
        let mut listed = ListedRow { row: self.row.number, number, ..ListedRow::default() };
        listed.title = self.cell(Column::Of(&course::TITLE), |cell, _| text(cell, MOST_OF_A_TEXT));
        listed.form = self.cell(Column::Of(&course::FORM), form);
        listed.areas = self.cell(Column::Of(&course::AREAS), areas);
        listed.provider = self.cell(Column::Of(&course::PROVIDER), provider);
        listed.from_level = self.cell(Column::Of(&course::FROM_LEVEL), level);
        listed.to_level = self.cell(Column::Of(&course::TO_LEVEL), level);
        listed.days = self.cell(Column::Of(&course::DAYS), |cell, _| amount(cell));
        listed.price = self.cell(Column::Of(&course::PRICE), |cell, _| amount(cell));
        listed.subsidy = self.cell(Column::Of(&course::SUBSIDY), |cell, _| amount(cell));
        listed.expires = self.cell(Column::Of(&course::EXPIRES), |cell, _| day(cell));
        match self.cell(Column::Withdrawn, |cell, _| Ok(standing(cell))) {
            Some(Availability::Withdrawn(since)) => {
                listed.withdrawn = true;
                listed.expires = listed.expires.or(since);
            }
            Some(Availability::Cancelled) => {
                self.remark(Some(Column::Withdrawn), Message::new("import-cancelled"));
                return Some(listed);
            }
            Some(Availability::Held) | None => {}
        }
        listed.session = self.session();
        Some(listed)
    }

    /// The course's number; `None` where the row is no course's.
    fn number(&mut self) -> Option<String> {
        let (at, heading) = self.heading.place(Column::Of(&course::NUMBER))?;
        let number = self.row.cell(at).text();
        let known = self.heading.columns.iter().enumerate().filter(|(_, used)| used.is_some());
        let filled = known.filter(|(at, _)| *self.row.cell(*at) != Cell::Empty).count();
        match number {
            // A title between the rows, or the heading once more on the next page.
            Some(number) if self.row.filled() == 1 && !self.is_known(&number) => None,
            None if filled < 2 => None,
            Some(number) if number == heading => None,
            Some(number) if number.chars().count() <= MOST_OF_A_NUMBER => Some(number),
            Some(_) => {
                self.remark(Some(Column::Of(&course::NUMBER)), Message::new("import-too-long"));
                None
            }
            None => {
                self.remark(Some(Column::Of(&course::NUMBER)), Message::new("import-no-number"));
                None
            }
        }
    }

    fn is_known(&self, number: &str) -> bool {
        self.department.catalogue.course(number).is_some()
    }

    /// A time that the course is held, if the row tells its first day.
    fn session(&mut self) -> Option<ListedSession> {
        let before = self.remarks.len();
        let start = self.cell(Column::Of(&session::START), |cell, _| day(cell));
        let end = self.cell(Column::Of(&session::END), |cell, _| day(cell));
        let unread = self.remarks.len() > before;
        let town = self.cell(Column::Of(&session::TOWN), |cell, _| text(cell, MOST_OF_A_TEXT));
        let seats = self.cell(Column::Of(&session::SEATS), |cell, _| count(cell));
        let free_seats = self.cell(Column::Of(&session::FREE_SEATS), |cell, _| free_seats(cell));
        let half_days = self.cell(Column::Of(&session::HALF_DAYS), |cell, _| yes_or_no(cell));
        if unread {
            return None;
        }
        let Some(start) = start else {
            if end.is_some() {
                self.remark(Some(Column::Of(&session::START)), Message::new("import-no-start"));
            }
            return None;
        };
        if end.is_some_and(|end| end < start) {
            self.remark(Some(Column::Of(&session::END)), Message::new("problem-dates-reversed"));
            return None;
        }
        Some(ListedSession { start, end, town, seats, free_seats, half_days })
    }

    /// What `read` makes of the cell in `column`; a remark where it can't.
    fn cell<T>(
        &mut self,
        column: Column,
        read: impl FnOnce(&Cell, &Department) -> Result<T, Fault>,
    ) -> Option<T> {
        let (at, _) = self.heading.place(column)?;
        let cell = self.row.cell(at);
        if *cell == Cell::Empty
            || matches!(cell, Cell::Text(text) if matches!(text.as_str(), "-" | "–" | "—"))
        {
            return None;
        }
        match read(cell, self.department) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.remark(Some(column), fault.saying);
                None
            }
        }
    }

    fn remark(&mut self, column: Option<Column>, saying: Message) {
        let language = self.department.settings.own_language();
        let heading = column.map(|column| {
            self.heading.place(column).map_or(column.key(language), |(_, heading)| heading).to_owned()
        });
        self.remarks.push(Remark { row: Some(self.row.number), column: heading, saying, lost: true });
    }
}

/// What is said of a value, as of the same value in a file of the folder.
fn fault(code: Code, value: &str) -> Fault {
    let key = match code {
        Code::AmbiguousNumber => "problem-ambiguous-number",
        Code::NotADate => "problem-not-a-date",
        Code::AmbiguousDate => "problem-ambiguous-date",
        Code::NoSuchDate => "problem-no-such-date",
        Code::NotAWholeNumber => "problem-not-a-whole-number",
        Code::NotYesOrNo => "problem-not-yes-or-no",
        _ => "problem-not-a-number",
    };
    Fault { saying: Message::new(key).with("value", short(value)) }
}

/// The beginning of a text that may be long.
fn short(text: &str) -> String {
    const MOST: usize = 80;
    let beginning: String = text.chars().take(MOST).collect();
    if beginning.len() < text.len() { format!("{beginning}…") } else { beginning }
}

fn text(cell: &Cell, most: usize) -> Result<String, Fault> {
    let text = cell.text().unwrap_or_default();
    if text.chars().count() > most {
        Err(Fault { saying: Message::new("import-too-long") })
    } else {
        Ok(text)
    }
}

fn form(cell: &Cell, department: &Department) -> Result<LearningForm, Fault> {
    let text = cell.text().unwrap_or_default();
    // "AMU-kursus" is AMU.
    let first = text.split([' ', '-', '/']).next().unwrap_or_default();
    LearningForm::from_word(&text).or_else(|| LearningForm::from_word(first)).ok_or_else(|| {
        let words = LearningForm::words(department.settings.own_language()).join(", ");
        Fault {
            saying: Message::new("problem-unknown-word").with("value", short(&text)).with("words", words),
        }
    })
}

fn areas(cell: &Cell, department: &Department) -> Result<Vec<AreaIndex>, Fault> {
    let model = &department.role_model;
    let text = cell.text().unwrap_or_default();
    let mut found = Vec::new();
    // The name of an area may hold a comma, and then the cell is that name.
    let whole = area(&text, department).map(|area| vec![area]);
    for part in text.split([',', ';', '|', '/']).map(str::trim).filter(|part| !part.is_empty()) {
        match area(part, department) {
            Some(area) if found.contains(&area) => {}
            Some(area) => found.push(area),
            None if whole.is_some() => break,
            None => {
                let keys = model.areas.iter().map(|area| area.key.as_str());
                let words = keys.clone().collect::<Vec<_>>().join(", ");
                let saying = match nearest(part, keys) {
                    Some(near) => Message::new("import-unknown-area-near").with("nearest", near),
                    None => Message::new("problem-unknown-area").with("words", words),
                };
                return Err(Fault { saying: saying.with("value", short(part)) });
            }
        }
    }
    whole.or(Some(found).filter(|found| !found.is_empty())).ok_or_else(|| fault(Code::EmptyText, &text))
}

/// The area of this key, name or short name.
fn area(text: &str, department: &Department) -> Option<AreaIndex> {
    let model = &department.role_model;
    let folded = fold(text);
    model.area(text).or_else(|| {
        let named = |name: &str| fold(name) == folded;
        let is_it = |area: &crate::department::role_model::Area| {
            named(&area.name) || area.short_name.as_deref().is_some_and(named)
        };
        model.areas.iter().position(is_it).map(AreaIndex)
    })
}

/// The provider of this key or name.
fn provider(cell: &Cell, department: &Department) -> Result<usize, Fault> {
    let text = cell.text().unwrap_or_default();
    let folded = fold(&text);
    let providers = &department.catalogue.providers;
    let found = providers.iter().position(|p| fold(&p.key) == folded || fold(&p.name) == folded);
    found
        .ok_or_else(|| Fault { saying: Message::new("problem-unknown-provider").with("value", short(&text)) })
}

fn level(cell: &Cell, department: &Department) -> Result<i64, Fault> {
    let scale = &department.role_model.scale;
    let text = cell.text().unwrap_or_default();
    let number = text.parse::<LevelNumber>().ok().map(|level| level.0);
    number.filter(|number| scale.position(*number).is_some()).ok_or_else(|| Fault {
        saying: Message::new("problem-unknown-level")
            .with("value", short(&text))
            .with("levels", scale.numbers()),
    })
}

/// A number, with or without its unit.
fn amount(cell: &Cell) -> Result<Amount, Fault> {
    if let Cell::Number(number) = cell {
        let hundredths = (number * 100.0).round();
        // Beyond this no sum of a department is told.
        if !(0.0..=1e11).contains(&hundredths) {
            return Err(fault(Code::NotANumber, &number.to_string()));
        }
        return Ok(Amount { hundredths: hundredths as i64 });
    }
    let text = cell.text().unwrap_or_default();
    let lower = text.to_lowercase();
    let units = ["kr.", "kr", "dkk", "sek", "nok", "dage", "dag", "dagar", "dager", "days", "day"];
    let mut bare = lower.trim();
    for unit in units {
        bare = bare.strip_prefix(unit).unwrap_or(bare).trim();
        bare = bare.strip_suffix(unit).unwrap_or(bare).trim();
    }
    bare.parse::<Amount>().map_err(|code| fault(code, &text))
}

fn count(cell: &Cell) -> Result<u32, Fault> {
    let text = cell.text().unwrap_or_default();
    text.parse::<Count>().map(|count| count.0).map_err(|code| fault(code, &text))
}

/// Seats not taken; a list may say in a word that there are none.
fn free_seats(cell: &Cell) -> Result<u32, Fault> {
    let none =
        ["fuld", "fuldt", "fuldt_hold", "fuldtegnet", "udsolgt", "venteliste", "optaget", "fullt", "full"];
    let also_none = ["fulltecknad", "fulltegnet", "vaentelista", "ingen", "inga", "none", "waiting_list"];
    let text = cell.text().unwrap_or_default();
    let folded = fold(&text);
    if none.iter().chain(&also_none).any(|word| *word == folded) { Ok(0) } else { count(cell) }
}

fn yes_or_no(cell: &Cell) -> Result<bool, Fault> {
    let text = cell.text().unwrap_or_default();
    if text.eq_ignore_ascii_case("x") {
        return Ok(true);
    }
    text.parse::<YesNo>().map(|yes| yes.0).map_err(|code| fault(code, &text))
}

/// A day; a time of day behind it is left out.
fn day(cell: &Cell) -> Result<Date, Fault> {
    match cell {
        Cell::Date(date) if (1900..=2200).contains(&date.year()) => Ok(*date),
        // A date that has lost its format is the days since 1900.
        Cell::Number(number) if (36_526.0..73_051.0).contains(number) => {
            let days = jiff::Span::new().days(number.trunc() as i64);
            let date = Date::constant(1899, 12, 30).checked_add(days);
            date.map_err(|_| fault(Code::NotADate, &number.to_string()))
        }
        _ => {
            let text = cell.text().unwrap_or_default();
            let day = text.parse::<Day>().or_else(|code| without_time(&text).parse().map_err(|_| code));
            day.map(|day: Day| day.0).map_err(|code| fault(code, &text))
        }
    }
}

fn without_time(text: &str) -> &str {
    let is_time = |time: &str| {
        time.contains([':', '.']) && time.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | 'Z'))
    };
    match text.rsplit_once([' ', 'T']) {
        Some((date, time)) if is_time(time) => date,
        _ => text,
    }
}

/// How it stands with a course, or with a time that it is held.
enum Availability {
    Held,
    Cancelled,
    Withdrawn(Option<Date>),
}

fn standing(cell: &Cell) -> Availability {
    if let Ok(date) = day(cell) {
        return Availability::Withdrawn(Some(date));
    }
    let folded = fold(&cell.text().unwrap_or_default());
    const WITHDRAWN: [&str; 16] = [
        "udgaaet",
        "udgaar",
        "udloebet",
        "nedlagt",
        "ophoert",
        "utgaatt",
        "utgaar",
        "upphoert",
        "nedlagd",
        "opphoert",
        "withdrawn",
        "discontinued",
        "expired",
        "ja",
        "x",
        "yes",
    ];
    const CANCELLED: [&str; 6] = ["aflyst", "annulleret", "instaelld", "avlyst", "cancelled", "canceled"];
    if WITHDRAWN.contains(&folded.as_str()) {
        Availability::Withdrawn(None)
    } else if CANCELLED.contains(&folded.as_str()) {
        Availability::Cancelled
    } else {
        Availability::Held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn price(text: &str) -> Option<i64> {
        amount(&Cell::of(text)).ok().map(|amount| amount.hundredths)
    }

    #[test]
    fn amounts_are_read_with_their_units() {
        for text in ["1.500", "1500", "1.500,00 kr.", "kr. 1.500", "DKK 1.500,00", "1.500,-", "1 500 kr"] {
            assert_eq!(price(text), Some(150_000), "{text}");
        }
        assert_eq!(price("2,5 dage"), Some(250));
        assert_eq!(price("1 dag"), Some(100));
        for text in ["gratis", "1.5", "-100", "37 timer"] {
            assert_eq!(price(text), None, "{text}");
        }
        assert_eq!(amount(&Cell::Number(1_250.5)).ok().map(|a| a.hundredths), Some(125_050));
        for number in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert!(amount(&Cell::Number(number)).is_err(), "{number}");
        }
    }

    #[test]
    fn days_are_read_with_a_time_and_without_their_format() {
        let march = Date::constant(2027, 3, 2);
        for text in
            ["2027-03-02", "02-03-2027 08:00", "2027-03-02T08:00:00", "2. marts 2027 kl. 8", "2/3-2027"]
        {
            assert_eq!(day(&Cell::of(text)).ok(), Some(march), "{text}");
        }
        assert_eq!(day(&Cell::Number(46_448.0)).ok(), Some(march));
        for cell in [Cell::of("2/3-27"), Cell::of("uge 9"), Cell::Number(9.0), Cell::Number(f64::NAN)] {
            assert!(day(&cell).is_err(), "{cell:?}");
        }
    }

    #[test]
    fn no_seats_may_be_said_in_a_word() {
        assert_eq!(free_seats(&Cell::of("Venteliste")).ok(), Some(0));
        assert_eq!(free_seats(&Cell::Number(7.0)).ok(), Some(7));
        assert!(free_seats(&Cell::of("mange")).is_err());
    }
}
