//! The values that fields hold, as Danish office people write them.

use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use strum::{IntoStaticStr, VariantArray};

use crate::language::{Tag, month_names};
use crate::problem::Code;
use crate::source::characters::is_invisible;
use crate::source::section::ScalarValue;
use crate::source::spelling::{BETWEEN_LEVELS, Word, between_levels};

/// Implements [`ScalarValue`] through `FromStr`.
macro_rules! leaf {
    ($type:ty, |$raw:ident| $fault:expr $(, correction: $correction:expr)?) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let raw = String::deserialize(deserializer)?;
                raw.parse().map_err(|code: Code| D::Error::custom(code.name()))
            }
        }

        impl ScalarValue for $type {
            fn fault($raw: &str) -> Code {
                $fault
            }
            $(
                fn correction(raw: &str, language: Tag) -> Option<String> {
                    $correction(raw, language)
                }
            )?
        }
    };
}

/// A text with at least one visible character, whitespace collapsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text(pub String);

impl FromStr for Text {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let folded = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if folded.chars().any(|c| !is_invisible(c)) { Ok(Self(folded)) } else { Err(Code::EmptyText) }
    }
}

leaf!(Text, |_raw| Code::EmptyText);

/// A date, written `2026-12-02`, `2/12-2026`, `02-12-2026`, `2.12.2026` or `2. december 2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(pub Date);

impl FromStr for Day {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let lower = raw.to_lowercase().replace(['\u{a0}', ','], " ");
        // Skips the words in "onsdag den 2. december 2026 kl. 10".
        let first_digit = lower.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
        let only_words = lower[..first_digit].chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.'));
        let date = if only_words { &lower[first_digit..] } else { &lower };
        let date = date.split_once(" kl").map_or(date, |(date, _)| date);
        let parts: Vec<&str> = date.split([' ', '.', '/', '-']).filter(|part| !part.is_empty()).collect();
        let [first, second, third] = parts[..] else { return Err(Code::NotADate) };
        let number = |part: &str| part.parse::<i16>().map_err(|_| Code::NotADate);
        let month_named = || month_number(second);
        let is_short = |year: &str| year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
        let (year, month, day) = if first.len() == 4 {
            (number(first)?, number(second)?, number(third)?)
        } else if let Some(index) = month_named().filter(|_| is_short(third) && number(first).is_ok()) {
            // After the name of a month, a two-digit number can only be the year.
            (2000 + number(third)?, i16::try_from(index + 1).map_err(|_| Code::NotADate)?, number(first)?)
        } else if third.len() == 4 {
            let month = match month_named() {
                Some(index) => i16::try_from(index + 1).map_err(|_| Code::NotADate)?,
                None => number(second)?,
            };
            (number(third)?, month, number(first)?)
        } else if is_short(third) && number(first).is_ok() {
            return Err(Code::AmbiguousDate);
        } else {
            return Err(Code::NotADate);
        };
        let small = |value: i16| i8::try_from(value).map_err(|_| Code::NoSuchDate);
        if !(1900..=2200).contains(&year) {
            return Err(Code::NoSuchDate);
        }
        Date::new(year, small(month)?, small(day)?).map(Self).map_err(|_| Code::NoSuchDate)
    }
}

leaf!(Day, |raw| raw.parse::<Day>().err().unwrap_or(Code::NotADate));

/// Index of a month, from 0, by its name or an abbreviation of at least three letters.
pub(super) fn month_number(word: &str) -> Option<usize> {
    static MONTHS: LazyLock<Vec<[String; 12]>> = LazyLock::new(month_names);
    let matches = |name: &String| name == word || word.chars().count() >= 3 && name.starts_with(word);
    MONTHS.iter().find_map(|names| names.iter().position(matches))
}

/// A deadline: a date, or the last day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LastDay(pub Date);

impl FromStr for LastDay {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        /// Words before a month that do not change its last day.
        const PREPOSITIONS: [&str; 6] = ["i", "senest", "ultimo", "slutningen", "udgangen", "af"];
        let fault = match raw.parse::<Day>() {
            Ok(Day(day)) => return Ok(Self(day)),
            Err(fault) => fault,
        };
        let lower = raw.to_lowercase();
        let parts = lower.split([' ', '.', '/', '-', '\u{a0}']).filter(|part| !part.is_empty());
        let parts: Vec<&str> = parts.skip_while(|part| PREPOSITIONS.contains(part)).collect();
        let is_year = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        let numbered = |part: &str| part.parse::<usize>().ok().filter(|month| (1..=12).contains(month));
        let month = |part: &str| month_number(part).map(|month| month + 1).or_else(|| numbered(part));
        let found = match parts[..] {
            [first, second] if is_year(second) => month(first).zip(second.parse::<i16>().ok()),
            [first, second] if is_year(first) => month(second).zip(first.parse::<i16>().ok()),
            _ => None,
        };
        let first_day = found
            .filter(|(_, year)| (1900..=2200).contains(year))
            .and_then(|(month, year)| Date::new(year, i8::try_from(month).ok()?, 1).ok());
        if let Some(day) = first_day {
            return Ok(Self(day.last_of_month()));
        }
        let has_year = parts.iter().any(|part| is_year(part));
        Err(if names_a_time(&lower, has_year) { Code::NoLastDay } else { fault })
    }
}

/// A period of whole days, such as `2027-03-02 til 2027-03-03`, or a single day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// First day.
    pub first: Date,
    /// Last day, never before the first.
    pub last: Date,
}

impl Period {
    /// What files of `language` say: the day, or both with a word between them.
    pub(crate) fn written(self, language: Tag) -> String {
        if self.first == self.last {
            self.first.to_string()
        } else {
            format!("{} {} {}", self.first, between_levels(language), self.last)
        }
    }
}

impl FromStr for Period {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        const BETWEEN: [&str; 5] = [" til ", " till ", " to ", " - ", "–"];
        if let Ok(Day(day)) = raw.parse::<Day>() {
            return Ok(Self { first: day, last: day });
        }
        let lower = raw.to_lowercase();
        let parts = BETWEEN.iter().find_map(|between| lower.split_once(between));
        let (first, last) = parts.ok_or_else(|| raw.parse::<Day>().err().unwrap_or(Code::NotADate))?;
        let (Day(first), Day(last)) = (first.trim().parse()?, last.trim().parse()?);
        if last < first { Err(Code::DatesReversed) } else { Ok(Self { first, last }) }
    }
}

leaf!(Period, |raw| raw.parse::<Period>().err().unwrap_or(Code::NotADate));

leaf!(LastDay, |raw| raw.parse::<LastDay>().err().unwrap_or(Code::NotADate));

/// Whether a text in lower case names a time, but no day or month: a season of a year, a week, a
/// quarter, or as soon as possible.
fn names_a_time(text: &str, has_year: bool) -> bool {
    const SEASONS: [&str; 16] = [
        "forår", "foraar", "sommer", "efterår", "efteraar", "vinter", "jul", "påske", "vår", "höst", "haust",
        "høst", "spring", "summer", "autumn", "winter",
    ];
    const OTHERS: [&str; 18] = [
        "uge", "vecka", "uke", "week", "kvartal", "quarter", "halvår", "termin", "semester", "hurtigst",
        "snarest", "løbende", "snarast", "löpande", "løpende", "asap", "soon", "ongoing",
    ];
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| {
        OTHERS.contains(&word) || has_year && SEASONS.iter().any(|season| word.starts_with(season))
    })
}

/// A non-negative decimal number in Danish notation: `1.500` is 1500, `2,5` is two and a half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount {
    /// The number in hundredths.
    pub hundredths: i64,
}

impl FromStr for Amount {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let lower = raw.to_lowercase();
        let bare = lower.trim_end_matches(['.', '-', ',']).trim_end();
        let bare = bare.strip_suffix("kr").unwrap_or(bare).trim();
        let bare: String = bare.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
        let (whole, decimals) = match bare.split_once(',') {
            Some((whole, decimals)) => (whole, decimals),
            None => (bare.as_str(), ""),
        };
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let mut groups = whole.split('.');
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        if !digits(first) || !rest.iter().all(|group| digits(group)) {
            return Err(Code::NotANumber);
        }
        // "1.5" and "1,500" have another meaning in English notation.
        if rest.iter().any(|group| group.len() != 3) || !rest.is_empty() && first.len() > 3 {
            return Err(Code::AmbiguousNumber);
        }
        if bare.contains(',') && !digits(decimals) {
            return Err(Code::NotANumber);
        }
        if decimals.len() > 2 {
            return Err(Code::AmbiguousNumber);
        }
        let whole: i64 = format!("{first}{}", rest.concat()).parse().map_err(|_| Code::NotANumber)?;
        let cents: i64 = format!("{decimals:0<2}").parse().map_err(|_| Code::NotANumber)?;
        let hundredths = whole
            .checked_mul(100)
            .and_then(|h| h.checked_add(cents))
            // Sums over a department must not overflow.
            .filter(|&h| h <= 100_000_000_000)
            .ok_or(Code::NotANumber)?;
        Ok(Self { hundredths })
    }
}

impl Amount {
    /// Formats the number for a file; it parses to the same value.
    pub(crate) fn written(self) -> String {
        let (whole, cents) = (self.hundredths / 100, self.hundredths % 100);
        let digits = whole.to_string();
        let mut grouped = String::with_capacity(digits.len() + 4);
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push('.');
            }
            grouped.push(digit);
        }
        match cents {
            0 => grouped,
            _ => format!("{grouped},{cents:02}").trim_end_matches('0').to_owned(),
        }
    }
}

leaf!(Amount, |raw| raw.parse::<Amount>().err().unwrap_or(Code::NotANumber));

/// A non-negative integer, such as seats or months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Count(pub u32);

impl Count {
    pub(crate) fn as_usize(self) -> usize {
        usize::try_from(self.0).unwrap_or(usize::MAX)
    }
}

impl FromStr for Count {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let amount: Amount = raw.parse().map_err(|_| Code::NotAWholeNumber)?;
        if amount.hundredths % 100 != 0 {
            return Err(Code::NotAWholeNumber);
        }
        u32::try_from(amount.hundredths / 100).map(Self).map_err(|_| Code::NotAWholeNumber)
    }
}

leaf!(Count, |_raw| Code::NotAWholeNumber);

/// Yes or no, as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Answer {
    /// Yes.
    #[strum(serialize = "ja")]
    Yes,
    /// No.
    #[strum(serialize = "nej")]
    No,
}

/// `ja` or `nej` in any language, `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct YesNo(pub bool);

impl FromStr for YesNo {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        match raw.to_lowercase().as_str() {
            "true" => Ok(Self(true)),
            "false" => Ok(Self(false)),
            _ => Answer::from_word(raw).map(|answer| Self(answer == Answer::Yes)).ok_or(Code::NotYesOrNo),
        }
    }
}

leaf!(YesNo, |_raw| Code::NotYesOrNo);

/// A colour, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
}

impl FromStr for Colour {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let hex = raw.strip_prefix('#').filter(|hex| hex.len() == 6).ok_or(Code::NotAColour)?;
        let mut rgb = [0; 3];
        for (i, channel) in rgb.iter_mut().enumerate() {
            let pair = hex.get(2 * i..2 * i + 2).ok_or(Code::NotAColour)?;
            *channel = u8::from_str_radix(pair, 16).map_err(|_| Code::NotAColour)?;
        }
        Ok(Self { rgb })
    }
}

leaf!(Colour, |_raw| Code::NotAColour);

/// The largest number of a level, below zero too.
pub(crate) const LEVEL_LIMIT: i64 = 1000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LevelNumber(pub i64);

impl FromStr for LevelNumber {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let number: i64 = raw.trim().parse().map_err(|_| Code::NotALevel)?;
        if number.abs() <= LEVEL_LIMIT { Ok(Self(number)) } else { Err(Code::NotALevel) }
    }
}

leaf!(LevelNumber, |raw| if raw.parse::<LevelChange>().is_ok() {
    Code::TwoLevelsInOne
} else {
    level_fault(raw)
});

/// The code for a text that is not a level.
fn level_fault(raw: &str) -> Code {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let decimal = raw
        .match_indices([',', '.'])
        .any(|(at, _)| digit(raw[..at].chars().next_back()) && digit(raw[at + 1..].chars().next()));
    if decimal { Code::DecimalLevel } else { Code::NotALevel }
}

/// The short form of an area: `4`, or `3 til 4` for current and wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelChange {
    /// Current level.
    pub current: LevelNumber,
    /// Target level; equal to the current one if only one is given.
    pub wanted: LevelNumber,
}

impl FromStr for LevelChange {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        let lower = raw.to_lowercase();
        for between in BETWEEN_LEVELS {
            if let Some((current, wanted)) = lower.split_once(between) {
                return Ok(Self { current: current.parse()?, wanted: wanted.parse()? });
            }
        }
        let current = lower.parse()?;
        Ok(Self { current, wanted: current })
    }
}

leaf!(LevelChange, |raw| level_fault(raw), correction: corrected_levels);

/// Rewrites `3-4` and `3 – 4` as `3 til 4`, in the words of `language`.
fn corrected_levels(raw: &str, language: Tag) -> Option<String> {
    let (current, wanted) = raw.split_once(['-', '–', '—', '>', '/'])?;
    let change = format!("{} {} {}", current.trim(), between_levels(language), wanted.trim());
    change.parse::<LevelChange>().ok().map(|_| change)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LanguageTag(pub Tag);

impl FromStr for LanguageTag {
    type Err = Code;

    fn from_str(raw: &str) -> Result<Self, Code> {
        Tag::from_locale(raw).map(Self).ok_or(Code::UnknownLanguage)
    }
}

leaf!(LanguageTag, |_raw| Code::UnknownLanguage);

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn dates_parse_in_danish_notations() {
        for raw in [
            "2026-12-02",
            "2/12-2026",
            "2/12 2026",
            "02-12-2026",
            "2.12.2026",
            "2. december 2026",
            "2. dec. 2026",
            "2 December 2026",
            "2. desember 2026",
            "onsdag den 2. december 2026",
            "2. december 2026 kl. 10",
        ] {
            assert_eq!(raw.parse(), Ok(Day(date(2026, 12, 2))), "{raw}");
        }
        assert_eq!("31-02-2027".parse::<Day>(), Err(Code::NoSuchDate));
        assert_eq!("2/12-26".parse::<Day>(), Err(Code::AmbiguousDate));
        assert_eq!("snart".parse::<Day>(), Err(Code::NotADate));
    }

    #[test]
    fn numbers_parse_in_danish_notation() {
        for (raw, hundredths) in [
            ("1.500", 150_000),
            ("1500", 150_000),
            ("2,5", 250),
            ("150.000 kr.", 15_000_000),
            ("1 500", 150_000),
            ("0,75", 75),
            ("1.500,-", 150_000),
        ] {
            assert_eq!(raw.parse(), Ok(Amount { hundredths }), "{raw}");
        }
        for raw in ["1.5", "1,500", "1500.000"] {
            assert_eq!(raw.parse::<Amount>(), Err(Code::AmbiguousNumber), "{raw}");
        }
        for raw in ["", "to", "-3", ",5", "1,"] {
            let _ = raw.parse::<Amount>();
        }
        assert_eq!("mange".parse::<Amount>(), Err(Code::NotANumber));
    }

    #[test]
    fn levels_parse_from_the_short_form() {
        let change =
            |current, wanted| LevelChange { current: LevelNumber(current), wanted: LevelNumber(wanted) };
        assert_eq!("3 til 4".parse(), Ok(change(3, 4)));
        assert_eq!("3 till 4".parse(), Ok(change(3, 4)));
        assert_eq!("4".parse(), Ok(change(4, 4)));
        assert_eq!("4 → 2".parse(), Ok(change(4, 2)));
        assert_eq!("3,5".parse::<LevelChange>(), Err(Code::NotALevel));
    }

    proptest! {
        #[test]
        fn a_written_amount_parses_to_itself(hundredths in 0i64..=100_000_000_000) {
            let amount = Amount { hundredths };
            prop_assert_eq!(amount.written().parse(), Ok(amount));
        }

        #[test]
        fn parsing_never_panics(raw in "\\PC{0,40}") {
            let _ = raw.parse::<Text>();
            let _ = raw.parse::<Day>();
            let _ = raw.parse::<Amount>();
            let _ = raw.parse::<Count>();
            let _ = raw.parse::<Colour>();
            let _ = raw.parse::<LevelChange>();
        }
    }
}
