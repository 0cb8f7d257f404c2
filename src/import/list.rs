//! The rows of a list as facts about courses.
//!
//! An unreadable cell costs only itself, and what it would leave with another meaning:
//! a row without its number, a session without its days.

use std::sync::LazyLock;

use jiff::Span;
use jiff::civil::Date;
use regex::Regex;

use super::amounts::{self, AmountError, Calculated};
use super::columns::{Column, Heading, area_of};
use super::levels::{self, CellLevels};
use super::period::{self, DateStyle, ListedPeriod, PeriodError};
use super::remark::{Remark, RowLocation, count, shown};
use super::sheet::{Cell, Row, Sheet};
use crate::department::Department;
use crate::department::catalogue::Teaching;
use crate::department::learning_form::LearningForm;
use crate::department::role_model::AreaIndex;
use crate::department::values::{self, Amount, YesNo};
use crate::fields::{course, session};
use crate::language::Message;
use crate::problem::Code;
use crate::source::spelling::{Word, fold, nearest};

/// The longest text of a cell, in characters. A longer one has swallowed others.
const MAX_CHARACTERS: usize = 300;
/// The longest number of a course.
const MAX_NUMBER_CHARACTERS: usize = 60;

/// The facts in a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ListedRow {
    /// The row.
    pub at: RowLocation,
    /// The course's number as written.
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
    /// Danish kroner per person outside the target group.
    pub full_price: Option<Amount>,
    /// Danish kroner per person that funds give back.
    pub subsidy: Option<Amount>,
    /// The last day on which it can be taken.
    pub expires: Option<Date>,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    pub sessions: Vec<ListedSession>,
}

/// One time that a course is held, or one meeting of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ListedSession {
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Option<Date>,
    /// The blocks of days, if there are several.
    pub blocks: Vec<values::Period>,
    /// The town, or a whole address.
    pub town: Option<String>,
    /// Seats in all.
    pub seats: Option<u32>,
    /// Seats not taken.
    pub free_seats: Option<u32>,
    /// Held in half days.
    pub half_days: Option<bool>,
    /// The last day on which people can register.
    pub registration: Option<Date>,
    /// Whether it is held however few register.
    pub guaranteed: Option<bool>,
    /// How it is taught.
    pub teaching: Option<Teaching>,
    /// The provider's name of the group.
    pub group: Option<String>,
    /// Whether it is cancelled.
    pub cancelled: bool,
}

/// The rows below the heading that are about a course.
pub(super) fn rows(
    sheet: &Sheet,
    heading: &Heading,
    department: &Department,
    today: Date,
    remarks: &mut Vec<Remark>,
) -> Vec<ListedRow> {
    let below = || sheet.rows.iter().skip(heading.at + 1);
    let dates =
        DateStyle { today, epoch: sheet.epoch, month_first: month_first(sheet, heading), weeks: false };
    let rows = below().filter_map(|row| {
        let at = RowLocation { sheet: sheet.name.clone(), row: row.number };
        Reader { row, at, heading, department, dates, remarks, lost: 0 }.read()
    });
    rows.collect()
}

/// Whether the list writes the month before the day: some date has no other reading, and none has the usual.
fn month_first(sheet: &Sheet, heading: &Heading) -> bool {
    static SLASHES: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(\d{1,2})/(\d{1,2})/\d{2,4}\b").expect("the pattern is valid"));
    let columns =
        [&session::START, &session::END, &session::BLOCKS].map(|field| heading.place(Column::Of(field)));
    let (mut american, mut danish) = (false, false);
    for row in sheet.rows.iter().skip(heading.at + 1) {
        for (at, _) in columns.iter().flatten() {
            let Cell::Text(text) = row.cell(*at) else { continue };
            let Some(found) = SLASHES.captures(text) else { continue };
            let above_twelve = |i: usize| found[i].parse::<u32>().is_ok_and(|number| number > 12);
            danish |= above_twelve(1);
            american |= above_twelve(2);
        }
    }
    american && !danish
}

struct Reader<'a> {
    row: &'a Row,
    at: RowLocation,
    heading: &'a Heading,
    department: &'a Department,
    dates: DateStyle,
    remarks: &'a mut Vec<Remark>,
    /// How many remarks so far are of something lost.
    lost: usize,
}

/// Why a cell can't be read.
struct Fault {
    message: Message,
}

impl From<Message> for Fault {
    fn from(message: Message) -> Self {
        Self { message }
    }
}

impl Reader<'_> {
    fn read(mut self) -> Option<ListedRow> {
        let number = self.number()?;
        let known = self.department.catalogue.course(&number);
        let known_days = known.and_then(|index| self.department.catalogue.courses[index.0].days);
        let mut listed = ListedRow { at: self.at.clone(), number, ..ListedRow::default() };
        listed.title = self.cell(Column::Of(&course::TITLE), |cell, _| text(cell, MAX_CHARACTERS));
        listed.form = self.cell(Column::Of(&course::FORM), form);
        listed.areas = self.cell(Column::Of(&course::AREAS), areas);
        listed.provider = self.cell(Column::Of(&course::PROVIDER), provider);
        listed.from_level = self.cell(Column::Of(&course::FROM_LEVEL), level).flatten();
        listed.to_level = self.cell(Column::Of(&course::TO_LEVEL), level).flatten();
        let column = Column::Of(&course::DAYS);
        let heading = self.heading.place(column).map_or("", |(_, heading)| heading).to_owned();
        listed.days = self.amount(column, |cell| amounts::days(cell, &heading));
        let days = listed.days.or(known_days);
        listed.price = self.amount(Column::Of(&course::PRICE), |cell| amounts::price(cell, days));
        listed.full_price = self.amount(Column::Of(&course::FULL_PRICE), |cell| amounts::price(cell, days));
        listed.subsidy = self.subsidy(days);
        let dates = self.dates;
        listed.expires = self.cell(Column::Of(&course::EXPIRES), |cell, _| day(cell, dates));
        let status = self.cell(Column::Availability, |cell, _| Ok(availability(cell, dates)));
        let status = status.unwrap_or(Availability::Held);
        let cancelled = self.cell(Column::Cancelled, |cell, _| yes_or_no(cell)).unwrap_or(false);
        listed.sessions = self.sessions(days);
        if listed.sessions.is_empty() {
            if matches!(status, Availability::Cancelled | Availability::Full) {
                self.remark(Some(Column::Availability), Message::new("import-status-of-what"));
            }
            if cancelled {
                self.remark(Some(Column::Cancelled), Message::new("import-status-of-what"));
            }
        }
        for session in &mut listed.sessions {
            match status {
                Availability::Cancelled => session.cancelled = true,
                Availability::Full => session.free_seats = Some(0),
                Availability::Guaranteed => session.guaranteed = Some(true),
                Availability::Held | Availability::Withdrawn(_) => {}
            }
            session.cancelled |= cancelled;
        }
        if let Availability::Withdrawn(since) = status {
            listed.withdrawn = true;
            listed.expires = listed.expires.or(since);
        }
        Some(listed)
    }

    /// The course's number; `None` where the row is no course's.
    fn number(&mut self) -> Option<String> {
        let (at, heading) = self.heading.place(Column::Of(&course::NUMBER))?;
        if *self.row.cell(at) == Cell::Uncalculated {
            self.remark(Some(Column::Of(&course::NUMBER)), Message::new("import-formula"));
            return None;
        }
        let number = self.row.cell(at).text().map(|number| bare_number(&number));
        let known = self.heading.columns.iter().enumerate().filter(|(_, used)| used.is_some());
        let filled = known.filter(|(at, _)| *self.row.cell(*at) != Cell::Empty).count();
        if is_sum(self.row) {
            return None;
        }
        match number {
            // A title between the rows, or the heading once more on the next page.
            Some(number) if self.row.filled() == 1 && !self.is_known(&number) => None,
            None if filled < 2 => None,
            Some(number) if number == heading => None,
            Some(number) if number.chars().count() <= MAX_NUMBER_CHARACTERS => Some(number),
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

    /// The sessions in the row, as far as it has dates; several if each block of days is as long as
    /// the course, which takes `days`.
    fn sessions(&mut self, days: Option<Amount>) -> Vec<ListedSession> {
        let Some(session) = self.session(days) else { return Vec::new() };
        let is_official = self
            .heading
            .place(Column::Of(&session::BLOCKS))
            .is_some_and(|(_, heading)| fold(heading).starts_with("fagperiode"));
        let is_whole_course = |block: &values::Period| {
            days.is_some_and(|days| period::working_days(*block) * 100 == (days.hundredths + 99) / 100 * 100)
        };
        let is_half = session.half_days == Some(true) || session.teaching == Some(Teaching::Evening);
        if is_official || is_half || session.blocks.is_empty() || !session.blocks.iter().all(is_whole_course)
        {
            return vec![session];
        }
        let one = |block: &values::Period| ListedSession {
            start: block.first,
            end: (block.last > block.first).then_some(block.last),
            blocks: Vec::new(),
            ..session.clone()
        };
        session.blocks.iter().map(one).collect()
    }

    /// The session in the row, if it has a first day. `days` is the course's length.
    fn session(&mut self, days: Option<Amount>) -> Option<ListedSession> {
        let before = self.lost;
        let in_weeks = |heading: Option<(usize, &str)>| {
            let folded = fold(heading.map_or("", |(_, heading)| heading));
            ["uge", "uke", "vecka", "week"].iter().any(|word| folded.starts_with(word))
        };
        let weeks = in_weeks(self.heading.place(Column::Of(&session::START)));
        let style = DateStyle { weeks, ..self.dates };
        let start = self.period(Column::Of(&session::START), style);
        let weeks = in_weeks(self.heading.place(Column::Of(&session::END)));
        let end = self.period(Column::Of(&session::END), DateStyle { weeks, ..self.dates });
        let listed_blocks = self.period(Column::Of(&session::BLOCKS), self.dates);
        let unread = self.lost > before;
        let town = self.cell(Column::Of(&session::TOWN), |cell, _| text(cell, MAX_CHARACTERS));
        let seats = self.cell(Column::Of(&session::SEATS), |cell, _| {
            amounts::count(cell).map_err(|code| fault_of(code, cell))
        });
        let free = self.cell(Column::Of(&session::FREE_SEATS), |cell, _| {
            amounts::free_seats(cell).map_err(|code| fault_of(code, cell))
        });
        let half_days = self.cell(Column::Of(&session::HALF_DAYS), |cell, _| yes_or_no(cell));
        let dates = self.dates;
        let registration = self.cell(Column::Of(&session::REGISTRATION), |cell, _| day(cell, dates));
        let guaranteed = self.cell(Column::Of(&session::GUARANTEED), |cell, _| yes_or_no(cell));
        let teaching = self.cell(Column::Of(&session::TEACHING), teaching);
        let group = self.cell(Column::Group, |cell, _| text(cell, MAX_CHARACTERS));
        if unread {
            return None;
        }
        let Some(start) = start.or(listed_blocks.clone()) else {
            if end.is_some() {
                self.remark(Some(Column::Of(&session::START)), Message::new("import-no-start"));
            }
            return None;
        };
        let swapped = start.swapped.zip(match &end {
            Some(end) => end.swapped.map(Some),
            None => Some(None),
        });
        let last = end.map(|end| end.end.unwrap_or(end.start)).or(start.end);
        let first = start.start;
        if last.is_some_and(|last| last < first) {
            self.remark(Some(Column::Of(&session::END)), Message::new("problem-dates-reversed"));
            return None;
        }
        if let Some((swapped, Some(swapped_end))) = swapped
            && let Some(last) = last
            && is_month_first(days, (first, last), (swapped, swapped_end))
        {
            let message = Message::new("import-two-periods").with("start", first).with("end", last);
            let message = message.with("other_start", swapped).with("other_end", swapped_end);
            self.remark(Some(Column::Of(&session::START)), message);
            return None;
        }
        let blocks = match listed_blocks {
            Some(listed) if !listed.blocks.is_empty() => {
                let span = (listed.start, listed.end.unwrap_or(listed.start));
                if span.0 != first || last.is_some_and(|last| last != span.1) {
                    let column = Column::Of(&session::BLOCKS);
                    let message =
                        Message::new("import-other-blocks").with("start", span.0).with("end", span.1);
                    let message = message.with("other_start", first).with("other_end", last.unwrap_or(first));
                    self.remark(Some(column), message);
                    Vec::new()
                } else {
                    listed.blocks
                }
            }
            _ if last == start.end => start.blocks,
            _ => Vec::new(),
        };
        let last = last.or(blocks.last().map(|block| block.last));
        let (free_seats, all) = free.unzip();
        Some(ListedSession {
            start: first,
            end: last,
            blocks,
            town,
            seats: seats.or(all.flatten()),
            free_seats,
            half_days,
            registration,
            guaranteed,
            teaching,
            group,
            cancelled: false,
        })
    }

    /// A period, and a note of what was assumed to read it.
    fn period(&mut self, column: Column, style: DateStyle) -> Option<ListedPeriod> {
        let read = |cell: &Cell, _: &Department| {
            ListedPeriod::read(cell, style).map_err(|error| unclear(error, cell))
        };
        let period = self.cell(column, read)?;
        if let Some(assumed) = period.assumed {
            let text = self.text_in(column);
            let message = Message::new(assumed.key()).with("value", shown(&text)).with("start", period.start);
            let message = message.with("count", count(period.blocks.len()));
            self.note(column, message.with("end", period.end.unwrap_or(period.start)));
        }
        Some(period)
    }

    /// An amount, and a note of what was calculated to get it.
    fn amount(
        &mut self,
        column: Column,
        read: impl FnOnce(&Cell) -> Result<Calculated, AmountError>,
    ) -> Option<Amount> {
        let calculated = self.cell(column, |cell, _| {
            read(cell).map_err(|error| match error {
                AmountError::Code(code) => fault_of(code, cell),
                AmountError::Message(message) => message.into(),
            })
        })?;
        if let Some(from) = &calculated.from {
            let message = Message::new("import-calculated").with("value", shown(from));
            self.note(column, message.with("amount", calculated.amount.written()));
        }
        Some(calculated.amount)
    }

    /// The subsidy. Many lists have only whether there is one.
    fn subsidy(&mut self, days: Option<Amount>) -> Option<Amount> {
        let column = Column::Of(&course::SUBSIDY);
        let text = self.text_in(column);
        if yes_or_no(&Cell::of(&text)).is_ok() {
            self.note(column, Message::new("import-subsidy-without-amount").with("value", text));
            return None;
        }
        self.amount(column, |cell| amounts::price(cell, days))
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
        let value = match cell {
            Cell::Uncalculated => Err(Message::new("import-formula").into()),
            cell => read(cell, self.department),
        };
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.remark(Some(column), fault.message);
                None
            }
        }
    }

    fn text_in(&self, column: Column) -> String {
        let cell = self.heading.place(column).map(|(at, _)| self.row.cell(at));
        cell.and_then(Cell::text).unwrap_or_default()
    }

    fn remark(&mut self, column: Option<Column>, message: Message) {
        let column = column.map(|column| self.heading_of(column));
        self.lost += 1;
        self.remarks.push(Remark { column, ..Remark::lost(&self.at, message) });
    }

    fn note(&mut self, column: Column, message: Message) {
        let column = Some(self.heading_of(column));
        self.remarks.push(Remark { column, ..Remark::note(&self.at, message) });
    }

    fn heading_of(&self, column: Column) -> String {
        let language = self.department.settings.own_language();
        self.heading.place(column).map_or(column.key(language), |(_, heading)| heading).to_owned()
    }
}

/// Whether a period with day and month swapped fits the course, and as it is written does not.
fn is_month_first(days: Option<Amount>, as_written: (Date, Date), swapped: (Date, Date)) -> bool {
    /// Without the course's length: a list's longest session that looks right, and the shortest that does not.
    const USUAL: i64 = 7;
    const UNUSUAL: i64 = 21;
    let length = |(first, last): (Date, Date)| {
        first.until(last).map_or(i64::MAX, |span: Span| i64::from(span.get_days())) + 1
    };
    let (written, other) = (length(as_written), length(swapped));
    match days.map(|days| (days.hundredths + 99) / 100) {
        Some(days) => other == days && written > 3 * days.max(2),
        None => (1..=USUAL).contains(&other) && written >= UNUSUAL,
    }
}

/// Whether a row sums up others.
fn is_sum(row: &Row) -> bool {
    const SUMS: [&str; 9] =
        ["i_alt", "ialt", "sum", "total", "totalt", "subtotal", "summa", "samlet", "antal_kurser"];
    let first = row.cells().find_map(|cell| match cell {
        Cell::Text(text) => Some(fold(text.trim_end_matches(':'))),
        _ => None,
    });
    first.is_some_and(|first| SUMS.iter().any(|sum| first == *sum || first.starts_with(&format!("{sum}_"))))
        && row.filled() < 8
}

/// A number without the word before it: `AMU 45948` is 45948.
fn bare_number(number: &str) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        let words = "amu|amu-nr|amu-kursus|uvm|uvm-fag|fag|fagkode|kursus|kursusnr|kode|nr|no";
        Regex::new(&format!(r"^(?i:{words})\.?[ :.-]*(\d{{4,6}})$")).expect("the pattern is valid")
    });
    NUMBER.captures(number.trim()).map_or_else(|| number.to_owned(), |found| found[1].to_owned())
}

fn unclear(error: PeriodError, cell: &Cell) -> Fault {
    match error {
        PeriodError::Code(code) => fault_of(code, cell),
        PeriodError::Message(message) => message.into(),
    }
}

fn fault_of(code: Code, cell: &Cell) -> Fault {
    fault(code, &cell.text().unwrap_or_default())
}

/// The fault of a value, in the words for the same value in a file of the folder.
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
    Fault { message: Message::new(key).with("value", shown(value)) }
}

fn text(cell: &Cell, most: usize) -> Result<String, Fault> {
    let text = cell.text().unwrap_or_default();
    if text.chars().count() > most {
        Err(Fault { message: Message::new("import-too-long") })
    } else {
        Ok(text)
    }
}

fn form(cell: &Cell, department: &Department) -> Result<LearningForm, Fault> {
    let text = cell.text().unwrap_or_default();
    // "AMU-kursus" is AMU.
    let first = text.split([' ', '-', '/']).next().unwrap_or_default();
    let names = &department.role_model.form_names;
    names.form(&text).or_else(|| LearningForm::from_word(first)).ok_or_else(|| {
        let words = LearningForm::words(department.settings.own_language()).join(", ");
        Fault {
            message: Message::new("problem-unknown-word").with("value", shown(&text)).with("words", words),
        }
    })
}

fn areas(cell: &Cell, department: &Department) -> Result<Vec<AreaIndex>, Fault> {
    let model = &department.role_model;
    let text = cell.text().unwrap_or_default();
    let mut found = Vec::new();
    // The name of an area may hold a comma, and then the cell is that name.
    let whole = area_of(&text, model).map(|area| vec![area]);
    for part in text.split([',', ';', '|', '/']).map(str::trim).filter(|part| !part.is_empty()) {
        match area_of(part, model) {
            Some(area) if found.contains(&area) => {}
            Some(area) => found.push(area),
            None if whole.is_some() => break,
            None => {
                let keys = model.areas.iter().map(|area| area.key.as_str());
                let words = keys.clone().collect::<Vec<_>>().join(", ");
                let message = match nearest(part, keys) {
                    Some(near) => Message::new("import-unknown-area-near").with("nearest", near),
                    None => Message::new("problem-unknown-area").with("words", words),
                };
                return Err(Fault { message: message.with("value", shown(part)) });
            }
        }
    }
    whole.or(Some(found).filter(|found| !found.is_empty())).ok_or_else(|| fault(Code::EmptyText, &text))
}

/// The provider of this key or name.
fn provider(cell: &Cell, department: &Department) -> Result<usize, Fault> {
    let text = cell.text().unwrap_or_default();
    let folded = fold(&text);
    let providers = &department.catalogue.providers;
    let found = providers.iter().position(|p| fold(&p.key) == folded || fold(&p.name) == folded);
    found.ok_or_else(|| Fault {
        message: Message::new("problem-unknown-provider").with("value", shown(&text)),
    })
}

/// A single level; `None` if it is not known.
fn level(cell: &Cell, department: &Department) -> Result<Option<i64>, Fault> {
    let scale = &department.role_model.scale;
    match levels::read(cell, scale)? {
        CellLevels::NotKnown | CellLevels::NotRelevant => Ok(None),
        CellLevels::One(level) => Ok(Some(level)),
        CellLevels::Change(..) => Err(levels::not_one_level(&cell.text().unwrap_or_default(), scale).into()),
    }
}

fn yes_or_no(cell: &Cell) -> Result<bool, Fault> {
    let text = cell.text().unwrap_or_default();
    match text.to_lowercase().as_str() {
        "x" | "j" | "y" | "1" => Ok(true),
        "n" | "0" => Ok(false),
        _ => text.parse::<YesNo>().map(|yes| yes.0).map_err(|code| fault(code, &text)),
    }
}

/// A single day.
fn day(cell: &Cell, style: DateStyle) -> Result<Date, Fault> {
    ListedPeriod::read(cell, style)
        .map(|period| period.end.unwrap_or(period.start))
        .map_err(|error| unclear(error, cell))
}

fn teaching(cell: &Cell, department: &Department) -> Result<Teaching, Fault> {
    const ONLINE: [&str; 8] =
        ["fjern", "online", "virtuel", "digital", "distan", "e_learning", "nett", "webinar"];
    const EVENING: [&str; 6] = ["aften", "kvael", "kveld", "weekend", "evening", "loerdag"];
    const DAY: [&str; 5] = ["dag", "fremmoede", "tilstedevaer", "fysisk", "day"];
    let text = cell.text().unwrap_or_default();
    if let Some(teaching) = Teaching::from_word(&text) {
        return Ok(teaching);
    }
    let folded = fold(&text);
    let names = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    let all: Vec<Teaching> = [(Teaching::Online, names(&ONLINE)), (Teaching::Evening, names(&EVENING))]
        .into_iter()
        .filter_map(|(teaching, named)| named.then_some(teaching))
        .collect();
    match all[..] {
        [one] => Ok(one),
        [] if names(&DAY) => Ok(Teaching::Day),
        _ => {
            let words = Teaching::words(department.settings.own_language()).join(", ");
            Err(Message::new("problem-unknown-word").with("value", shown(&text)).with("words", words).into())
        }
    }
}

/// The status of a course or of one of its sessions.
enum Availability {
    Held,
    Guaranteed,
    Full,
    Cancelled,
    Withdrawn(Option<Date>),
}

fn availability(cell: &Cell, style: DateStyle) -> Availability {
    if let Ok(date) = day(cell, style) {
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
    const CANCELLED: [&str; 7] =
        ["aflyst", "annulleret", "instaelld", "avlyst", "cancelled", "canceled", "gennemfoeres_ikke"];
    const GUARANTEED: [&str; 5] = ["garanti", "garanteret", "garantihold", "garantikursus", "guaranteed"];
    let is_one_of = |words: &[&str]| words.contains(&folded.as_str());
    if is_one_of(&WITHDRAWN) {
        Availability::Withdrawn(None)
    } else if is_one_of(&CANCELLED) {
        Availability::Cancelled
    } else if is_one_of(&amounts::FULL) {
        Availability::Full
    } else if is_one_of(&GUARANTEED) {
        Availability::Guaranteed
    } else {
        Availability::Held
    }
}
