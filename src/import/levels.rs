//! Levels in the cells of a list.

use super::remark::shown;
use super::sheet::Cell;
use crate::department::level_text::{self, LevelText};
use crate::department::scale::Scale;
use crate::department::values::LevelChange;
use crate::language::Message;

/// The content of a cell for levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellLevels {
    /// The cell is empty, or the level is not known yet.
    NotKnown,
    /// The area is no part of the person's work.
    NotRelevant,
    One(i64),
    /// The level now and the wanted one.
    Change(i64, i64),
}

/// Reads a cell, in any way in which people write levels in a profile.
///
/// # Errors
/// What to report if it is no level of `scale`, or may be either of two.
pub(super) fn read(cell: &Cell, scale: &Scale) -> Result<CellLevels, Message> {
    let two_meanings = |value: String, one: String, other: String| {
        Message::new("import-two-meanings").with("value", value).with("one", one).with("other", other)
    };
    let text = match cell {
        Cell::Date(date) => {
            let typed = format!("{}-{}", date.day(), date.month());
            return Err(two_meanings(date.to_string(), typed, date.to_string()));
        }
        Cell::Uncalculated => return Err(Message::new("import-formula")),
        cell => cell.text().unwrap_or_default(),
    };
    let plain = match level_text::read(&text, scale) {
        LevelText::NotKnown => return Ok(CellLevels::NotKnown),
        LevelText::NotRelevant => return Ok(CellLevels::NotRelevant),
        LevelText::Ambiguous(one, other) => {
            return Err(two_meanings(shown(&text), one.to_string(), other.to_string()));
        }
        LevelText::Levels(plain) => plain,
        LevelText::Other => text.clone(),
    };
    let change = plain.parse::<LevelChange>().ok().map(|change| (change.current.0, change.wanted.0));
    let is_on_scale = |level: i64| scale.position(level).is_some();
    match change.filter(|(current, wanted)| is_on_scale(*current) && is_on_scale(*wanted)) {
        Some((current, wanted)) if current == wanted => Ok(CellLevels::One(current)),
        Some((current, wanted)) => Ok(CellLevels::Change(current, wanted)),
        None => Err(not_one_level(&text, scale)),
    }
}

/// What to report of a text that is no single level.
pub(super) fn not_one_level(text: &str, scale: &Scale) -> Message {
    Message::new("problem-unknown-level").with("value", shown(text)).with("levels", scale.numbers())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::department::scale::ScaleLevel;

    #[test]
    fn a_cell_is_read_as_a_profile_is() {
        let names = ["Ny", "På vej", "Sikker"];
        let level = |(number, name): (i64, &&str)| ScaleLevel { number, name: (*name).to_owned() };
        let scale = Scale { levels: (1..).zip(&names).map(level).collect() };
        for (text, levels) in [
            ("", CellLevels::NotKnown),
            ("?", CellLevels::NotKnown),
            ("ved ikke", CellLevels::NotKnown),
            ("–", CellLevels::NotKnown),
            ("Ikke relevant.", CellLevels::NotRelevant),
            ("2", CellLevels::One(2)),
            ("2 – På vej", CellLevels::One(2)),
            ("2 - på vej", CellLevels::One(2)),
            ("2: på vej", CellLevels::One(2)),
            ("2. på vej", CellLevels::One(2)),
            ("2) På vej", CellLevels::One(2)),
            ("2=paa vej", CellLevels::One(2)),
            ("2 (på vej)", CellLevels::One(2)),
            ("på vej", CellLevels::One(2)),
            ("niveau 2", CellLevels::One(2)),
            ("fra 1 til 3", CellLevels::Change(1, 3)),
            ("1 → 3", CellLevels::Change(1, 3)),
            ("ny til sikker", CellLevels::Change(1, 3)),
        ] {
            assert_eq!(read(&Cell::of(text), &scale), Ok(levels), "{text}");
        }
        assert_eq!(read(&Cell::Number(3.0), &scale), Ok(CellLevels::One(3)));
        for text in ["7", "2,5", "tre", "x", "1 til 9", "2 (010203-1234)"] {
            let message = read(&Cell::of(text), &scale).expect_err(text);
            assert_eq!(message.key, "problem-unknown-level", "{text}");
            assert!(!format!("{message:?}").contains("1234"), "{text}");
        }
        assert_eq!(read(&Cell::of("2 (sikker)"), &scale).expect_err("two").key, "import-two-meanings");
    }
}
