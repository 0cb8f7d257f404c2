//! Days and periods as lists write them: `3.-4. marts 2027`, `27/4 - 28/4 2027`, `09.03.27`, `uge 12`.
//!
//! What a date leaves out, it takes from the one behind it, and a year that is nowhere from
//! today: the next time that there is such a day. What could be two dates is refused with both.

use std::sync::LazyLock;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};
use regex::Regex;

use super::sheet::{Cell, Epoch};
use crate::department::values::{self, Day};
use crate::language::{Message, month_names};
use crate::problem::Code;

/// How the dates of a column are to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct DateStyle {
    /// The day by which a missing year is found.
    pub today: Date,
    /// What numbers without a format count from.
    pub epoch: Epoch,
    /// Whether the month goes first, as in the United States.
    pub month_first: bool,
    /// Whether the column's heading is a word for week.
    pub weeks: bool,
}

/// A first and a last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListedPeriod {
    pub start: Date,
    /// The last day, if the text names one.
    pub end: Option<Date>,
    /// The blocks of days, if there are several with working days between them.
    pub blocks: Vec<values::Period>,
    /// What was assumed.
    pub assumed: Option<Assumed>,
    /// The same text with day and month the other way round, if it can be read so.
    pub swapped: Option<Date>,
}

/// What a text leaves open and is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Assumed {
    Year,
    /// That a week is its five working days.
    Week,
    /// That several blocks are one session.
    Blocks,
}

impl Assumed {
    /// Key of the message about it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Year => "import-year-assumed",
            Self::Week => "import-week-assumed",
            Self::Blocks => "import-blocks",
        }
    }
}

/// Why a cell is no period.
#[derive(Debug)]
pub(super) enum PeriodError {
    /// It is no date.
    Code(Code),
    /// Another sentence.
    Message(Message),
}

impl ListedPeriod {
    fn day(start: Date) -> Self {
        Self { start, end: None, blocks: Vec::new(), assumed: None, swapped: None }
    }

    /// Reads a cell.
    pub(super) fn read(cell: &Cell, style: DateStyle) -> Result<Self, PeriodError> {
        match cell {
            Cell::Date(date) if (1900..=2200).contains(&date.year()) => Ok(Self::day(*date)),
            Cell::Number(number) if style.weeks && (1.0..=53.0).contains(number) => {
                week(*number as i8, None, style.today).ok_or(PeriodError::Code(Code::NoSuchDate))
            }
            // A date that has lost its format.
            Cell::Number(number) if style.epoch.date(*number).is_some() => {
                style.epoch.date(*number).map(Self::day).ok_or(PeriodError::Code(Code::NotADate))
            }
            _ => Self::of_text(&cell.text().unwrap_or_default(), style),
        }
    }

    /// Several blocks as one period; blocks that only a weekend separates are one.
    fn of_blocks(blocks: impl IntoIterator<Item = values::Period>) -> Option<Self> {
        let blocks = joined(blocks);
        let (first, last) = (blocks.first()?.first, blocks.last()?.last);
        let assumed = (blocks.len() > 1).then_some(Assumed::Blocks);
        let blocks = if blocks.len() > 1 { blocks } else { Vec::new() };
        let end = (last > first).then_some(last);
        Some(Self { start: first, end, blocks, assumed, swapped: None })
    }

    fn of_text(text: &str, style: DateStyle) -> Result<Self, PeriodError> {
        let plain = simplified(text);
        if let Some(found) = WEEK.captures(&plain) {
            let number = found[1].parse::<i8>().unwrap_or_default();
            let year = found.get(3).and_then(|year| full_year(year.as_str()));
            let first = week(number, year, style.today).ok_or(PeriodError::Code(Code::NoSuchDate))?;
            let Some(last) = found.get(2).and_then(|last| last.as_str().parse::<i8>().ok()) else {
                return Ok(first);
            };
            let year = Some(first.start.iso_week_date().year());
            let last = week(last, year, style.today).ok_or(PeriodError::Code(Code::NoSuchDate))?;
            return if last.start < first.start {
                Err(PeriodError::Code(Code::NoSuchDate))
            } else {
                Ok(Self { end: last.end, ..first })
            };
        }
        if style.weeks
            && let Ok(number) = plain.parse::<i8>()
        {
            return week(number, None, style.today).ok_or(PeriodError::Code(Code::NoSuchDate));
        }
        if let Some(weeks) = weeks(&plain, style.today) {
            return weeks.and_then(Self::of_blocks).ok_or(PeriodError::Code(Code::NoSuchDate));
        }
        let mut blocks = Vec::new();
        for block in BETWEEN_BLOCKS.split(&plain).map(str::trim).filter(|block| !block.is_empty()) {
            blocks.push(ends(block, style).ok_or(()));
        }
        let blocks: Result<Vec<_>, ()> = blocks.into_iter().collect();
        let Ok(mut blocks) = blocks else { return Err(PeriodError::Code(code_of(text))) };
        // From behind: `3. og 4. marts 2027` has one month and one year.
        let mut later: Option<PartialDate> = None;
        let mut assumed = None;
        for (first, last) in blocks.iter_mut().rev() {
            for date in last.iter_mut().chain([first]) {
                date.complete(later);
                later = Some(*date);
            }
        }
        if let Some(last) = later.filter(|date| date.year.is_none()) {
            let year = last.next_year(style.today).ok_or(PeriodError::Code(code_of(text)))?;
            assumed = Some(Assumed::Year);
            for (first, last) in &mut blocks {
                first.year = Some(year);
                last.iter_mut().for_each(|last| last.year = Some(year));
            }
        }
        let mut dates = Vec::new();
        for (first, last) in &blocks {
            let date = |part: &PartialDate| part.date().ok_or(PeriodError::Code(Code::NoSuchDate));
            dates.push((date(first)?, last.as_ref().map(date).transpose()?));
        }
        let in_order = |(first, last): &(Date, Option<Date>)| last.is_none_or(|last| *first <= last);
        let rising = dates.windows(2).all(|two| two[0].1.unwrap_or(two[0].0) < two[1].0);
        if !dates.iter().all(in_order) || !rising {
            return Err(PeriodError::Message(Message::new("problem-dates-reversed")));
        }
        let &[(start, end)] = &dates[..] else {
            let blocks =
                dates.iter().map(|&(first, last)| values::Period { first, last: last.unwrap_or(first) });
            let period = Self::of_blocks(blocks).ok_or(PeriodError::Code(Code::NotADate))?;
            return Ok(Self { assumed: period.assumed.or(assumed), ..period });
        };
        let swapped = blocks.first().and_then(|(first, last)| first.swapped().filter(|_| last.is_none()));
        Ok(Self { start, end, blocks: Vec::new(), assumed, swapped })
    }
}

/// The days of `periods` as blocks in order. Periods that overlap, or that only a weekend separates, are one.
pub(super) fn joined(periods: impl IntoIterator<Item = values::Period>) -> Vec<values::Period> {
    let mut sorted: Vec<values::Period> = periods.into_iter().collect();
    sorted.sort_unstable();
    let mut blocks: Vec<values::Period> = Vec::new();
    for period in sorted {
        match blocks.last_mut() {
            Some(last) if next_working_day(last.last).is_some_and(|next| period.first <= next) => {
                last.last = last.last.max(period.last);
            }
            _ => blocks.push(period),
        }
    }
    blocks
}

/// The working days of a period, at least one.
pub(super) fn working_days(period: values::Period) -> i64 {
    let days = period.first.until(period.last).map_or(0, |span: Span| i64::from(span.get_days())) + 1;
    let first = i64::from(period.first.weekday().to_monday_zero_offset());
    let in_last_week = (0..days % 7).filter(|day| (first + day) % 7 < 5).count() as i64;
    (days / 7 * 5 + in_last_week).max(1)
}

/// Several weeks as blocks, such as `uge 12 og 19` or `uge 12, uge 19, 2027`; the inner `None` if there
/// is no such week.
fn weeks(plain: &str, today: Date) -> Option<Option<Vec<values::Period>>> {
    static WORD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:uger?|uker?|veckor?|v|weeks?)\b\.? *").expect("the pattern is valid")
    });
    if !WORD.is_match(plain) {
        return None;
    }
    let with_year = plain.rsplit_once(' ').filter(|(_, year)| year.len() == 4);
    let (plain, year) = match with_year.and_then(|(before, year)| Some((before, year.parse::<i16>().ok()?))) {
        Some((before, year)) => (before.trim_end_matches(','), Some(year)),
        None => (plain, None),
    };
    let numbers: Option<Vec<i8>> =
        BETWEEN_BLOCKS.split(plain).map(|part| WORD.replace(part, "").parse().ok()).collect();
    let numbers = numbers.filter(|numbers| numbers.len() > 1)?;
    let first = week(*numbers.first()?, year, today);
    let year = year.or(first.as_ref().map(|first| first.start.iso_week_date().year()));
    let blocks = numbers.iter().map(|number| {
        let week = week(*number, year, today)?;
        Some(values::Period { first: week.start, last: week.end.unwrap_or(week.start) })
    });
    Some(blocks.collect())
}

/// The code of what is wrong with a text that is no period, as of a date in a file of the folder.
fn code_of(text: &str) -> Code {
    text.parse::<Day>().err().unwrap_or(Code::NotADate)
}

static WEEK: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(?:uge|uke|vecka|v|week)\.? *(\d{1,2})(?: *(?:-|til|to|till) *(?:uge|uke|vecka|v|week)?\.? *(\d{1,2}))?(?:[ ,/i-]+(\d{4}|\d{2}))?$";
    Regex::new(pattern).expect("the pattern is valid")
});
static BETWEEN_BLOCKS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r" *(?:;|,|&|\+| og | samt | and | och ) *").expect("the pattern is valid"));

/// A text without what surrounds a date: days of the week, times of day.
fn simplified(text: &str) -> String {
    static AROUND: LazyLock<Regex> = LazyLock::new(|| {
        let days = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tisdag|torsdag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|man|tirs|ons|tors|fre|lør|søn";
        let pattern = format!(
            r"(?:\b(?:{days})\b\.?,?(?: +(?:d\.?|den)(?: +|$))?)|(?:\b(?:kl|klokken)\.?[ 0-9:.,–-]*$)|(?:^(?:d\.|den|fra|start:?|dato:?) +)|(?:[ t]\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?\b)"
        );
        Regex::new(&pattern).expect("the pattern is valid")
    });
    let lower =
        text.to_lowercase().replace(['\u{a0}', '\u{202f}'], " ").replace(['–', '—', '−', '‐', '‑'], "-");
    // `2. marts, 2027` is one date.
    static BEFORE_YEAR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r", *(\d{4})\b").expect("the pattern is valid"));
    let lower = BEFORE_YEAR.replace_all(&lower, " $1");
    let without = AROUND.replace_all(&lower, " ");
    // `[{"Startdato": "2027-04-06", "Slutdato": "2027-04-07"}]`
    static LAST_DAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[ ,;]*\bslut(?:dato)?\b[ :=]*").expect("the pattern is valid"));
    static FIRST_DAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\bstart(?:dato)?\b[ :=]*").expect("the pattern is valid"));
    let without = without.replace(['{', '}', '[', ']', '"'], " ");
    let without = LAST_DAY.replace_all(&without, " - ");
    let without = FIRST_DAY.replace_all(&without, " ");
    let without = without.split_whitespace().collect::<Vec<_>>().join(" ");
    // A cell may have a line for each block.
    static NEXT_LINE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"(\d{1,2}[-./]\d{1,2}[-./]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}|\p{L}\.? \d{4}) (\d{1,4}[-./])",
        )
        .expect("the pattern is valid")
    });
    let without = NEXT_LINE.replace_all(&without, "$1; $2");
    without.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A date of which month or year may be left out.
#[derive(Clone, Copy, Debug)]
struct PartialDate {
    day: i8,
    month: Option<i8>,
    year: Option<i16>,
    /// Whether day and month are both numbers with a slash between them, which some write the other way.
    has_slash: bool,
}

impl PartialDate {
    fn complete(&mut self, later: Option<Self>) {
        if let Some(later) = later {
            if self.month.is_none() {
                self.month = later.month;
            }
            if self.year.is_none() {
                // `29. december - 2. januar 2028` begins the year before.
                let earlier = self.month > later.month;
                self.year = later.year.map(|year| if earlier { year - 1 } else { year });
            }
        }
    }

    fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day).ok().filter(|date| (1900..=2200).contains(&date.year()))
    }

    fn swapped(&self) -> Option<Date> {
        let swapped = Self { day: self.month?, month: Some(self.day), ..*self };
        swapped.date().filter(|_| self.has_slash)
    }

    /// The year in which this day comes next.
    fn next_year(&self, today: Date) -> Option<i16> {
        let this = today.year();
        // The twenty-ninth of February comes every fourth year.
        (this..this + 9)
            .find(|&year| Self { year: Some(year), ..*self }.date().is_some_and(|date| date >= today))
    }
}

/// A day, or the two ends of a period.
fn ends(text: &str, style: DateStyle) -> Option<(PartialDate, Option<PartialDate>)> {
    static BETWEEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r" *(?:-|/| til | till | to |t\.o\.m\.?|tom\.?) *").expect("the pattern is valid")
    });
    if let Some(date) = partial(text, style) {
        return Some((date, None));
    }
    BETWEEN.find_iter(text).find_map(|between| {
        let first = partial(text[..between.start()].trim(), style)?;
        let last = partial(text[between.end()..].trim(), style)?;
        // `27/4` alone is a date; a period needs the month of its last day.
        last.month.map(|_| (first, Some(last)))
    })
}

fn partial(text: &str, style: DateStyle) -> Option<PartialDate> {
    static YEAR_FIRST: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$").expect("the pattern is valid"));
    static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(\d{1,2})(?: ?([-./]) ?(\d{1,2})(?: ?([-./ ]) ?(\d{4}|'?\d{2}))?)?\.?$")
            .expect("the pattern is valid")
    });
    static NAMED: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(\d{1,2})\.? ?([a-zæøåäö]{3,})\.?,? ?(\d{4}|'?\d{2})?$").expect("the pattern is valid")
    });
    let small = |text: &str| text.parse::<i8>().ok();
    if let Some(found) = YEAR_FIRST.captures(text) {
        let (year, month, day) = (found[1].parse().ok()?, small(&found[2])?, small(&found[3])?);
        return Some(PartialDate { day, month: Some(month), year: Some(year), has_slash: false });
    }
    if let Some(found) = NUMBERS.captures(text) {
        let year = found.get(5).map(|year| full_year(year.as_str()));
        // `1-2` may be anything.
        if year == Some(None) || year.is_none() && found.get(2).is_some_and(|sign| sign.as_str() == "-") {
            return None;
        }
        let (first, second) = (small(&found[1])?, found.get(3).and_then(|month| small(month.as_str())));
        let has_slash = [2, 4].iter().all(|&sign| found.get(sign).is_some_and(|sign| sign.as_str() == "/"));
        let (day, month) = match second {
            Some(second) if style.month_first && has_slash => (second, Some(first)),
            second => (first, second),
        };
        return Some(PartialDate { day, month, year: year.flatten(), has_slash });
    }
    let found = NAMED.captures(text)?;
    static MONTHS: LazyLock<Vec<[String; 12]>> = LazyLock::new(month_names);
    let word = &found[2];
    let month = MONTHS.iter().find_map(|names| names.iter().position(|name| name.starts_with(word)))?;
    let year = found.get(3).map(|year| full_year(year.as_str()));
    if year == Some(None) {
        return None;
    }
    let month = i8::try_from(month + 1).ok()?;
    Some(PartialDate { day: small(&found[1])?, month: Some(month), year: year.flatten(), has_slash: false })
}

/// A year of two or four digits; a list of courses is of this century.
fn full_year(text: &str) -> Option<i16> {
    let digits = text.trim_start_matches('\'');
    let year: i16 = digits.parse().ok()?;
    Some(if digits.len() == 2 { 2000 + year } else { year })
}

/// The working days of a week; of the next such week if no year is named.
fn week(number: i8, year: Option<i16>, today: Date) -> Option<ListedPeriod> {
    let monday = |year| ISOWeekDate::new(year, number, Weekday::Monday).ok().map(ISOWeekDate::date);
    let friday = |monday: Date| monday.checked_add(Span::new().days(4)).ok();
    let start = match year {
        Some(year) => monday(year)?,
        None => (today.year()..today.year() + 7)
            .filter_map(monday)
            .find(|monday| friday(*monday).is_some_and(|friday| friday >= today))?,
    };
    let assumed = Some(Assumed::Week);
    Some(ListedPeriod { start, end: friday(start), blocks: Vec::new(), assumed, swapped: None })
}

pub(super) fn next_working_day(day: Date) -> Option<Date> {
    let days = match day.weekday() {
        Weekday::Friday => 3,
        Weekday::Saturday => 2,
        _ => 1,
    };
    day.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Tag;

    const STYLE: DateStyle = DateStyle {
        today: Date::constant(2027, 1, 15),
        epoch: Epoch::Year1900,
        month_first: false,
        weeks: false,
    };

    fn read(text: &str, style: DateStyle) -> Option<(String, String)> {
        let period = ListedPeriod::read(&Cell::of(text), style).ok()?;
        Some((period.start.to_string(), period.end.map(|end| end.to_string()).unwrap_or_default()))
    }

    #[test]
    fn periods_are_read_as_lists_write_them() {
        for (text, start, end) in [
            ("3.-4. marts 2027", "2027-03-03", "2027-03-04"),
            ("27/4 - 28/4 2027", "2027-04-27", "2027-04-28"),
            ("27.4.-28.4.2027", "2027-04-27", "2027-04-28"),
            ("27/4-28/4-2027", "2027-04-27", "2027-04-28"),
            ("29. december - 2. januar 2028", "2027-12-29", "2028-01-02"),
            ("09.03.27", "2027-03-09", ""),
            ("9/3-27", "2027-03-09", ""),
            ("9.3.2027", "2027-03-09", ""),
            ("16/03-2027", "2027-03-16", ""),
            ("9. feb 2027", "2027-02-09", ""),
            ("tirsdag d. 11. maj 2027", "2027-05-11", ""),
            ("2027-04-27T08:00:00", "2027-04-27", ""),
            ("02-03-2027 08:00", "2027-03-02", ""),
            ("2. marts 2027 kl. 8", "2027-03-02", ""),
            ("mandag den 1/3 2027 kl. 8.30-15.00", "2027-03-01", ""),
            ("1. marts 2027 til 5. marts 2027", "2027-03-01", "2027-03-05"),
            ("2027-03-01 - 2027-03-05", "2027-03-01", "2027-03-05"),
            ("01-03-2027 - 05-03-2027", "2027-03-01", "2027-03-05"),
            ("3. og 4. marts 2027", "2027-03-03", "2027-03-04"),
            ("3.-4. marts og 10.-11. marts 2027", "2027-03-03", "2027-03-11"),
            ("uge 12 og 19", "2027-03-22", "2027-05-14"),
            ("Uge 12, uge 19, 2028", "2028-03-20", "2028-05-12"),
            ("2027-04-06/2027-04-07;2027-05-11/2027-05-12", "2027-04-06", "2027-05-12"),
            ("06-04-2027 - 07-04-2027 11-05-2027 - 12-05-2027", "2027-04-06", "2027-05-12"),
            ("2. juni", "2027-06-02", ""),
            ("2. januar", "2028-01-02", ""),
            ("uge 12", "2027-03-22", "2027-03-26"),
            ("Uge 12, 2028", "2028-03-20", "2028-03-24"),
            ("uge 12-13 2027", "2027-03-22", "2027-04-02"),
            ("uge 2", "2027-01-11", "2027-01-15"),
            ("uge 1", "2028-01-03", "2028-01-07"),
        ] {
            assert_eq!(read(text, STYLE), Some((start.to_owned(), end.to_owned())), "{text}");
        }
    }

    #[test]
    fn blocks_are_kept_apart() {
        for (text, blocks) in [
            ("3. og 4. marts 2027", ""),
            ("fredag d. 5. og mandag d. 8. marts 2027", ""),
            ("3.-4. marts og 10. marts 2027", "2027-03-03 til 2027-03-04, 2027-03-10"),
            ("7., 14. og 21. september 2027", "2027-09-07, 2027-09-14, 2027-09-21"),
            (
                "2027-04-06/2027-04-07;2027-05-11/2027-05-12",
                "2027-04-06 til 2027-04-07, 2027-05-11 til 2027-05-12",
            ),
            (
                r#"[{"Startdato":"2027-04-06T00:00:00","Slutdato":"2027-04-07T00:00:00"},{"Startdato":"2027-05-11T00:00:00","Slutdato":"2027-05-12T00:00:00"}]"#,
                "2027-04-06 til 2027-04-07, 2027-05-11 til 2027-05-12",
            ),
            (
                "Start: 06-04-2027 Slut: 07-04-2027, Start: 11-05-2027 Slut: 12-05-2027",
                "2027-04-06 til 2027-04-07, 2027-05-11 til 2027-05-12",
            ),
            ("06-04-2027 11-05-2027", "2027-04-06, 2027-05-11"),
            ("6. april 2027 11. maj 2027", "2027-04-06, 2027-05-11"),
        ] {
            let period = ListedPeriod::read(&Cell::of(text), STYLE).expect(text);
            let written: Vec<String> = period.blocks.iter().map(|block| block.written(Tag::Da)).collect();
            assert_eq!(written.join(", "), blocks, "{text}");
        }
        let days = |text: &str| working_days(text.parse().expect("a period"));
        assert_eq!(days("2027-03-05 til 2027-03-08"), 2);
        assert_eq!(days("2027-03-01 til 2027-03-14"), 10);
        assert_eq!(days("2027-03-06"), 1);
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in
            ["snart", "løbende", "31. februar 2027", "uge 54", "5.-4. marts 2027", "32/1 2027", "12", "1-2"]
        {
            assert_eq!(read(text, STYLE), None, "{text}");
        }
    }

    #[test]
    fn months_go_first_where_the_column_says_so() {
        let american = DateStyle { month_first: true, ..STYLE };
        assert_eq!(read("03/02/2027", american), Some(("2027-03-02".into(), String::new())));
        assert_eq!(read("03/02/2027", STYLE), Some(("2027-02-03".into(), String::new())));
        let period = ListedPeriod::read(&Cell::of("03/02/2027"), STYLE).expect("a date");
        assert_eq!(period.swapped, Some(Date::constant(2027, 3, 2)));
    }

    #[test]
    fn numbers_count_from_the_workbooks_epoch() {
        let old = DateStyle { epoch: Epoch::Year1904, ..STYLE };
        let read = |number, style| ListedPeriod::read(&Cell::Number(number), style).ok().map(|p| p.start);
        assert_eq!(read(46_448.0, STYLE), Some(Date::constant(2027, 3, 2)));
        assert_eq!(read(44_986.0, old), Some(Date::constant(2027, 3, 2)));
        for number in [9.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(read(number, STYLE), None, "{number}");
        }
        let weeks = DateStyle { weeks: true, ..STYLE };
        assert_eq!(read(12.0, weeks), Some(Date::constant(2027, 3, 22)));
    }
}
