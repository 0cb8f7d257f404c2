//! References to parts of a programme: a name, a number, or a range such as `1-8`.

use std::collections::BTreeSet;

use crate::department::values::Text;
use crate::fields::Field;
use crate::problem::{Code, Problem, Problems};
use crate::source::Placed;
use crate::source::section::Section;
use crate::source::spelling::{enumerated, fold};

/// What separates the first and the last part of a range; words have blanks around them.
const RANGE: [&str; 6] = ["–", "-", " til ", " till ", " to ", "—"];

/// The names of the parts that can be meant.
pub(crate) struct PartNames<'a> {
    names: Vec<&'a str>,
    folded: Vec<String>,
}

/// Why a text means no part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartError {
    /// No part has this name or number.
    Unknown,
    /// A part with more words behind it, such as a reason.
    MoreThanAPart,
}

impl<'a> PartNames<'a> {
    pub(crate) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = names.collect();
        Self { folded: names.iter().map(|name| fold(name)).collect(), names }
    }

    /// The parts that `text` means.
    pub(crate) fn find(&self, text: &str) -> Result<Vec<usize>, PartError> {
        if let Some(part) = self.one(text) {
            return Ok(vec![part]);
        }
        if let Some(range) = self.range(text) {
            return Ok(range);
        }
        let several = enumerated(text);
        let parts: Option<Vec<Vec<usize>>> = several
            .iter()
            .map(|part| self.one(part).map(|one| vec![one]).or_else(|| self.range(part)))
            .collect();
        match parts {
            Some(parts) if several.len() > 1 => Ok(parts.concat()),
            _ if self.begins_with_a_part(text) => Err(PartError::MoreThanAPart),
            _ => Err(PartError::Unknown),
        }
    }

    /// The part with this name or number, the first being 1.
    pub(crate) fn one(&self, text: &str) -> Option<usize> {
        let folded = fold(text);
        let named = self.folded.iter().position(|name| *name == folded);
        let number = || text.trim().trim_end_matches('.').parse::<usize>().ok()?.checked_sub(1);
        named.or_else(|| number().filter(|part| *part < self.names.len()))
    }

    fn range(&self, text: &str) -> Option<Vec<usize>> {
        let (first, last) = RANGE.iter().find_map(|between| {
            let (first, last) = text.split_once(between)?;
            Some((self.one(first)?, self.one(last)?))
        })?;
        (first <= last).then(|| (first..=last).collect())
    }

    /// Whether a text goes on after a part: `4 (syg)` or `4 syg`.
    fn begins_with_a_part(&self, text: &str) -> bool {
        let first = text.split(|c: char| c.is_whitespace() || "(:,;".contains(c)).next().unwrap_or_default();
        let folded = fold(text);
        let names_one = |name: &String| {
            let rest = folded.strip_prefix(name.as_str());
            rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
        };
        first.len() < text.trim().len() && self.one(first).is_some() || self.folded.iter().any(names_one)
    }

    /// The names, for suggestions.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.iter().copied()
    }
}

/// The parts that the list `field` names; the others are reported.
pub(crate) fn read_parts(
    fields: &mut Section<'_>,
    field: &'static Field,
    names: &PartNames<'_>,
    problems: &mut Problems,
) -> BTreeSet<usize> {
    let mut parts = BTreeSet::new();
    for text in fields.values::<Text>(field, problems) {
        match names.find(&text.value.0) {
            Ok(found) => parts.extend(found),
            Err(fault) => {
                let problem = problem(&text, fault, names);
                // Words may be a reason, which belongs in no message.
                let has_words = text.value.0.contains(char::is_alphabetic);
                problems.push(if has_words { problem.replacing("value", "…") } else { problem });
            }
        }
    }
    parts
}

/// The problem with a text that means no part.
pub(super) fn problem(text: &Placed<Text>, fault: PartError, names: &PartNames<'_>) -> Problem {
    match fault {
        // The words behind a part may be a reason, which belongs in no message either.
        PartError::MoreThanAPart => Problem::new(Code::AbsenceReason, text.place.clone()),
        PartError::Unknown => {
            let nearest = text.place.file.nearest(&text.value.0, names.names());
            let problem = Problem::new(Code::UnknownPart, text.place.clone());
            problem.with("value", &text.value.0).with("count", names.names.len()).suggesting(nearest)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_meant_by_name_by_number_or_in_a_range() {
        let names = PartNames::of(["Værdier", "Samtalen", "Eget arbejde 1", "Jura og etik"].into_iter());
        for (text, expected) in [
            ("Samtalen", Ok(vec![1])),
            ("SAMTALEN", Ok(vec![1])),
            ("2", Ok(vec![1])),
            ("2.", Ok(vec![1])),
            ("1-3", Ok(vec![0, 1, 2])),
            ("1 – 3", Ok(vec![0, 1, 2])),
            ("2 til 4", Ok(vec![1, 2, 3])),
            ("1 og 4", Ok(vec![0, 3])),
            ("1-2, 4", Ok(vec![0, 1, 3])),
            ("Jura og etik", Ok(vec![3])),
            ("5", Err(PartError::Unknown)),
            ("0", Err(PartError::Unknown)),
            ("3-1", Err(PartError::MoreThanAPart)),
            ("Samtaler", Err(PartError::Unknown)),
            ("2 (syg)", Err(PartError::MoreThanAPart)),
            ("2 barns sygdom", Err(PartError::MoreThanAPart)),
            ("samtalen: syg", Err(PartError::MoreThanAPart)),
        ] {
            let found = names.find(text);
            if text == "3-1" {
                assert!(found.is_err(), "{text}");
            } else {
                assert_eq!(found, expected, "{text}");
            }
        }
    }
}
