//! Months of the year, by name in any language or by number.

use std::sync::{Arc, LazyLock};

use crate::fields::Field;
use crate::language::{Tag, month_names};
use crate::problem::{Code, Problem, Problems};
use crate::source::Placed;
use crate::source::section::Section;
use crate::source::spelling::listed;

use super::values::{Text, month_number};

/// The names by language.
static NAMES: LazyLock<Vec<[String; 12]>> = LazyLock::new(month_names);

/// A month of the year, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(pub i8);

impl Month {
    /// The name in `language`, as files and documents write it.
    pub(crate) fn name(self, language: Tag) -> String {
        let names = &NAMES[language as usize];
        let name =
            names.get(usize::from(self.0.unsigned_abs()).saturating_sub(1)).cloned().unwrap_or_default();
        match language {
            Tag::En => name[..1].to_uppercase() + &name[1..],
            _ => name,
        }
    }

    /// Parses a name in any language, an abbreviation of it, or a number.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let numbered = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let index = month_number(&text).or(numbered).filter(|index| *index < 12)?;
        i8::try_from(index + 1).ok().map(Self)
    }
}

/// Reads a list of months, sorted and without duplicates; reports what is none.
pub(crate) fn read(fields: &mut Section<'_>, field: &'static Field, problems: &mut Problems) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for written in fields.values::<Text>(field, problems) {
        match Month::parse(&written.value.0) {
            Some(month) => months.push(month),
            None => problems.push(not_a_month(written)),
        }
    }
    months.sort_unstable();
    months.dedup();
    months
}

fn not_a_month(written: Placed<Text>) -> Problem {
    let file = Arc::clone(&written.place.file);
    let names = NAMES[file.language() as usize].iter().map(String::as_str);
    Problem::new(Code::UnknownWord, written.place)
        .with("value", &written.value.0)
        .with("words", listed(names.clone()))
        .suggesting(file.nearest(&written.value.0, names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_by_name_abbreviation_and_number() {
        for (text, month) in [("november", 11), ("Nov.", 11), ("maj", 5), ("mai", 5), ("3", 3), ("12", 12)] {
            assert_eq!(Month::parse(text), Some(Month(month)), "{text}");
        }
        for text in ["", "0", "13", "ma", "forår", "-1"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        assert_eq!(Month(10).name(Tag::Da), "oktober");
        assert_eq!(Month(5).name(Tag::En), "May");
    }
}
