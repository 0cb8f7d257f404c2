//! Prices, lengths and seats as lists write them, with their units.

use std::sync::LazyLock;

use regex::Regex;

use super::remark::shown;
use super::sheet::Cell;
use crate::department::values::{Amount, Count};
use crate::language::Message;
use crate::problem::Code;
use crate::source::spelling::fold;

/// The hours of a course day in the labour-market system (AMU), in hundredths.
const HOURS_OF_A_DAY: i64 = 740;
/// The lessons of such a day.
const LESSONS_OF_A_DAY: i64 = 8;
const DAYS_OF_A_WEEK: i64 = 5;
/// What a day's length is rounded to, in hundredths.
const HALF_A_DAY: i64 = 50;
/// Beyond this no sum of a department is possible, in hundredths.
const MAX_AMOUNT: i64 = 100_000_000_000;

/// An amount, and what was calculated to get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Calculated {
    pub amount: Amount,
    /// The text that was read otherwise than as a plain number.
    pub from: Option<String>,
}

/// Why a cell is no amount.
#[derive(Debug)]
pub(super) enum AmountError {
    /// It is no number.
    Code(Code),
    /// Another sentence.
    Message(Message),
}

impl From<Code> for AmountError {
    fn from(code: Code) -> Self {
        Self::Code(code)
    }
}

fn ambiguous(text: &str, one: &str, other: &str) -> AmountError {
    let message = Message::new("import-two-meanings").with("value", shown(text));
    AmountError::Message(message.with("one", one).with("other", other))
}

/// A price per person. One by the day or the week takes the course's length, in hundredths of a day.
pub(super) fn price(cell: &Cell, days: Option<Amount>) -> Result<Calculated, AmountError> {
    if let Some(amount) = number(cell)? {
        return Ok(Calculated { amount, from: None });
    }
    let text = cell.text().unwrap_or_default();
    let lower = text.to_lowercase();
    const FREE: [&str; 9] = [
        "gratis",
        "frit",
        "vederlagsfrit",
        "ingen",
        "ingen_betaling",
        "kostnadsfri",
        "kostnadsfritt",
        "free",
        "ingen_avgift",
    ];
    if FREE.contains(&fold(lower.trim_end_matches(['.', '!'])).as_str()) {
        return Ok(Calculated { amount: Amount { hundredths: 0 }, from: Some(text) });
    }
    static PRICE: LazyLock<Regex> = LazyLock::new(|| {
        let unit = r"(?:kr\.?|kroner|kronor|dkk|sek|nok)";
        let pattern = format!(
            r"^(?:pris:? *)?{unit}? *(\d[\d., ]*?)(?:,-|\.-|:-)? *{unit}? *(?:/|(?:pr|per|om|i)\.? +|pro +)?(dag|dagen|uge|ugen|time|timen|day|week|hour|vecka|uke|person|pers\.?|deltager|deltagar[en]*|kursist|elev|kursus|kurs|stk\.?)?(?:,? *\(?(?:ekskl?|eksklusive|inkl|inklusive|incl|excl|uden|med|ex)\.? *(?:moms|mva|vat)\.?\)?)?$"
        );
        Regex::new(&pattern).expect("the pattern is valid")
    });
    let Some(found) = PRICE.captures(lower.trim()) else {
        return Err(match range(&lower) {
            Some((first, last)) => ambiguous(&text, &first, &last),
            None => lower.parse::<Amount>().err().unwrap_or(Code::NotANumber).into(),
        });
    };
    let amount = parsed(&found[1])?;
    let Some(per) = found.get(2).map(|unit| unit.as_str()) else {
        return Ok(Calculated { amount, from: None });
    };
    let days = days.map(|days| days.hundredths);
    let whole = match per {
        "dag" | "dagen" | "day" => Some((1, 100)),
        "uge" | "ugen" | "week" | "vecka" | "uke" => Some((1, 100 * DAYS_OF_A_WEEK)),
        "time" | "timen" | "hour" => Some((HOURS_OF_A_DAY, 10_000)),
        _ => None,
    };
    match (whole, days) {
        (None, _) => Ok(Calculated { amount, from: None }),
        (Some((times, by)), Some(days)) => {
            let product = amount.hundredths.checked_mul(days).and_then(|product| product.checked_mul(times));
            let hundredths = product.map(|product| product / by).filter(|amount| *amount <= MAX_AMOUNT);
            let hundredths = hundredths.ok_or(Code::NotANumber)?;
            Ok(Calculated { amount: Amount { hundredths }, from: Some(text) })
        }
        (Some(_), None) => {
            Err(AmountError::Message(Message::new("import-price-by-day").with("value", shown(&text))))
        }
    }
}

/// A length in days, in the unit of the cell or else of `heading`.
pub(super) fn days(cell: &Cell, heading: &str) -> Result<Calculated, AmountError> {
    let in_heading = UNITS.find(&heading.to_lowercase()).map(|unit| unit.as_str().to_owned());
    if let Some(amount) = number(cell)? {
        return in_days(amount, in_heading.as_deref(), &cell.text().unwrap_or_default());
    }
    let text = cell.text().unwrap_or_default();
    let lower = with_decimals(&text.to_lowercase());
    if let Some((first, last)) = range(&lower) {
        return Err(ambiguous(&text, &first, &last));
    }
    static LENGTH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:ca\.? *)?(\d[\d.,]*) *(?:á|a|x)? *([a-zåäöæø]+)?\.?(?: *(?:pr\. *hold|i alt|\(.*\)|[áàx] .*|a .*|,.*|/.*))?$")
            .expect("the pattern is valid")
    });
    let found = LENGTH.captures(lower.trim()).ok_or(Code::NotANumber)?;
    let amount = parsed(&found[1])?;
    let unit = found.get(2).map(|unit| unit.as_str()).or(in_heading.as_deref());
    if unit.is_some_and(|unit| UNITS.find(unit).is_none_or(|known| known.as_str() != unit)) {
        return Err(Code::NotANumber.into());
    }
    in_days(amount, unit, &text)
}

static UNITS: LazyLock<Regex> = LazyLock::new(|| {
    let days = "dages|dage|dag|dagar|dager|days|day";
    let others =
        "timers|timer|time|timmar|hours|hour|lektioner|lektion|lektioners|uger|uge|ugers|veckor|uker|weeks";
    Regex::new(&format!(r"\b(?:{days}|{others})\b")).expect("the pattern is valid")
});

fn in_days(amount: Amount, unit: Option<&str>, text: &str) -> Result<Calculated, AmountError> {
    let unit = unit.unwrap_or("dage");
    let rounded = |days: i64| ((days + HALF_A_DAY / 2) / HALF_A_DAY * HALF_A_DAY).max(HALF_A_DAY);
    let calculated = |hundredths: i64| {
        let from = Some(text.to_owned());
        Ok(Calculated { amount: Amount { hundredths: rounded(hundredths) }, from })
    };
    if unit.starts_with("tim") || unit.starts_with("hour") {
        calculated(amount.hundredths * 100 / HOURS_OF_A_DAY)
    } else if unit.starts_with("lektion") {
        calculated(amount.hundredths / LESSONS_OF_A_DAY)
    } else if unit.starts_with('u') || unit.starts_with("veck") || unit.starts_with("week") {
        calculated(amount.hundredths * DAYS_OF_A_WEEK)
    } else {
        Ok(Calculated { amount, from: None })
    }
}

/// The amount of a cell that a spreadsheet knows as a number; `None` for a text.
fn number(cell: &Cell) -> Result<Option<Amount>, AmountError> {
    match cell {
        Cell::Number(number) => {
            let hundredths = (number * 100.0).round();
            if !(0.0..=MAX_AMOUNT as f64).contains(&hundredths) {
                return Err(Code::NotANumber.into());
            }
            Ok(Some(Amount { hundredths: hundredths as i64 }))
        }
        // Spreadsheets take `1-2` for the first of February.
        Cell::Date(date) => {
            let typed = format!("{}-{}", date.day(), date.month());
            Err(ambiguous(&date.to_string(), &typed, &date.to_string()))
        }
        Cell::Uncalculated | Cell::Empty | Cell::Text(_) => Ok(None),
    }
}

/// A number as Danes write it, or as others do where it can mean nothing else: `1,500.00`, `1500.00`.
fn parsed(text: &str) -> Result<Amount, Code> {
    static OTHERS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:\d{1,3}(?:,\d{3})+\.\d{1,2}|\d+\.\d{2})$").expect("the pattern is valid")
    });
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.trim_end_matches(['.', ',']);
    if OTHERS.is_match(bare) {
        return bare.replace(',', "").replace('.', ",").parse();
    }
    bare.parse()
}

/// `1½` and `1 1/2` with decimals.
fn with_decimals(text: &str) -> String {
    static FRACTION: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\d+)? *(½|¼|¾|\b1/2\b)").expect("the pattern is valid"));
    let decimals = FRACTION.replace_all(text, |found: &regex::Captures<'_>| {
        let whole = found.get(1).map_or("0", |whole| whole.as_str());
        let part = match &found[2] {
            "¼" => "25",
            "¾" => "75",
            _ => "5",
        };
        format!("{whole},{part}")
    });
    decimals.into_owned()
}

/// The two numbers of `1-2 dage`, with what follows them.
fn range(text: &str) -> Option<(String, String)> {
    static RANGE: LazyLock<Regex> = LazyLock::new(|| {
        let number = r"(?:kr\.? *)?(\d[\d.,]*)(?: *kr\.?)?";
        Regex::new(&format!(r"^{number} *(?:-|–|—|til|eller|to|or) *{number}( *\D*)$"))
            .expect("the pattern is valid")
    });
    let found = RANGE.captures(text.trim())?;
    let with_unit = |number: &str| format!("{number}{}", &found[3]);
    Some((with_unit(&found[1]), with_unit(&found[2])))
}

/// The words for no seats left, folded.
pub(super) const FULL: [&str; 22] = [
    "fuld",
    "fuldt",
    "fuldt_hold",
    "fuldtegnet",
    "fuldt_booket",
    "fuldt_optaget",
    "fuldbooket",
    "udsolgt",
    "venteliste",
    "optaget",
    "lukket",
    "lukket_for_tilmelding",
    "tilmelding_lukket",
    "fullt",
    "full",
    "fulltecknad",
    "fulltegnet",
    "vaentelista",
    "ingen_ledige_pladser",
    "fully_booked",
    "sold_out",
    "waiting_list",
];

/// A whole number, with or without the word behind it: `12 pladser`.
pub(super) fn count(cell: &Cell) -> Result<u32, Code> {
    let text = cell.text().unwrap_or_default();
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let is_word = |rest: &str| rest.trim().chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.'));
    let number = if is_word(&text[digits.len()..]) { digits } else { &text };
    number.parse::<Count>().map(|count| count.0)
}

/// Seats not taken, and seats in all if the cell has both, as in `3 af 12`.
pub(super) fn free_seats(cell: &Cell) -> Result<(u32, Option<u32>), Code> {
    static BOTH: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(\d{1,5})(?: \w+)? (?:af|ud af|av|of) (\d{1,5})(?: \w+)?$")
            .expect("the pattern is valid")
    });
    let text = cell.text().unwrap_or_default();
    let folded = fold(&text);
    if FULL.contains(&folded.as_str()) || matches!(folded.as_str(), "ingen" | "inga" | "none" | "0") {
        return Ok((0, None));
    }
    if let Some(found) = BOTH.captures(&text.to_lowercase())
        && let (Ok(free), Ok(all)) = (found[1].parse(), found[2].parse())
    {
        return Ok((free, Some(all)));
    }
    count(cell).map(|free| (free, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_days(text: &str) -> Option<i64> {
        days(&Cell::of(text), "Varighed").ok().map(|days| days.amount.hundredths)
    }

    fn kroner(text: &str, days: Option<i64>) -> Option<i64> {
        let days = days.map(|hundredths| Amount { hundredths });
        price(&Cell::of(text), days).ok().map(|price| price.amount.hundredths)
    }

    #[test]
    fn prices_are_read_with_their_units() {
        for text in [
            "1.500",
            "1500",
            "1.500,00 kr.",
            "kr. 1.500",
            "DKK 1.500,00",
            "1.500,-",
            "1 500 kr",
            "1500kr",
            "1,500.00",
            "1500.00",
            "1.500 kr ekskl. moms",
            "1.500 kr. pr. deltager",
            "1.500 kr. (ekskl. moms)",
            "kr. 1.500,-",
        ] {
            assert_eq!(kroner(text, None), Some(150_000), "{text}");
        }
        assert_eq!(kroner("Gratis", None), Some(0));
        assert_eq!(kroner("0,00", None), Some(0));
        assert_eq!(kroner("650 kr./dag", Some(200)), Some(130_000));
        assert_eq!(kroner("208 kr. pr. dag", Some(200)), Some(41_600));
        assert_eq!(kroner("1.040,00 kr. pr. uge", Some(300)), Some(62_400));
        assert_eq!(kroner("100 kr. pr. time", Some(100)), Some(74_000));
        for text in ["1.5", "-100", "37 timer", "208 kr. pr. dag", "efter aftale", "1.000-1.500 kr."] {
            assert_eq!(kroner(text, None), None, "{text}");
        }
        let number = |number| price(&Cell::Number(number), None).ok().map(|price| price.amount.hundredths);
        assert_eq!(number(1_250.5), Some(125_050));
        for refused in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
            assert_eq!(number(refused), None, "{refused}");
        }
    }

    #[test]
    fn lengths_are_days() {
        for (text, hundredths) in [
            ("2,5 dage", 250),
            ("1 dag", 100),
            ("3", 300),
            ("14,8 timer", 200),
            ("3 dage (22,2 timer)", 300),
            ("½", 50),
            ("1½ dag", 150),
            ("1 1/2 dag", 150),
            ("37 timer", 500),
            ("8 lektioner", 100),
            ("2 uger", 1_000),
            ("7,4 t", -1),
        ] {
            assert_eq!(in_days(text), Some(hundredths).filter(|days| *days > 0), "{text}");
        }
        let of_hours = days(&Cell::Number(14.8), "Varighed (timer)").ok().map(|days| days.amount.hundredths);
        assert_eq!(of_hours, Some(200));
    }

    #[test]
    fn two_numbers_are_told_with_both() {
        for cell in
            [Cell::of("1-2 dage"), Cell::of("1 eller 2 dage"), Cell::Date(jiff::civil::date(2027, 2, 1))]
        {
            let Err(AmountError::Message(message)) = days(&cell, "Dage") else { panic!("{cell:?}") };
            assert_eq!(message.key, "import-two-meanings", "{cell:?}");
        }
    }

    #[test]
    fn seats_may_be_said_in_words() {
        assert_eq!(free_seats(&Cell::of("Venteliste")).ok(), Some((0, None)));
        assert_eq!(free_seats(&Cell::of("Fuldt booket")).ok(), Some((0, None)));
        assert_eq!(free_seats(&Cell::of("3 af 12")).ok(), Some((3, Some(12))));
        assert_eq!(free_seats(&Cell::of("5 pladser")).ok(), Some((5, None)));
        assert_eq!(free_seats(&Cell::Number(7.0)).ok(), Some((7, None)));
        assert!(free_seats(&Cell::of("mange")).is_err());
    }
}
