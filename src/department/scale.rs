//! The scale of levels that a role model defines.

use crate::source::spelling::listed;

/// The scale of levels.
#[derive(Debug)]
pub struct Scale {
    /// At least two levels, with increasing numbers.
    pub levels: Vec<ScaleLevel>,
}

#[derive(Debug)]
pub struct ScaleLevel {
    /// The number in profiles.
    pub number: i64,
    /// The meaning.
    pub name: String,
}

impl Scale {
    /// Index of the level with this number.
    pub fn position(&self, number: i64) -> Option<usize> {
        self.levels.iter().position(|level| level.number == number)
    }

    /// The numbers of all levels, as in `0, 1, 2`.
    pub(crate) fn numbers(&self) -> String {
        let numbers: Vec<String> = self.levels.iter().map(|level| level.number.to_string()).collect();
        listed(numbers.iter().map(String::as_str))
    }
}
