//! Remarks on places of a list.

use std::borrow::Cow;
use std::sync::Arc;

use crate::language::Message;
use crate::source::personal_numbers::without_personal_numbers;

/// A row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RowLocation {
    /// The sheet of a workbook.
    pub sheet: Option<Arc<str>>,
    /// The row, as a spreadsheet or an editor counts it.
    pub row: usize,
}

/// Something to report about a place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The sheet of a workbook.
    pub sheet: Option<Arc<str>>,
    /// The row of the list, as a spreadsheet or an editor counts it.
    pub row: Option<usize>,
    /// The heading of the column.
    pub column: Option<String>,
    pub message: Message,
    /// Whether something in the list is dropped.
    pub lost: bool,
}

impl RowLocation {
    /// The row as another row's remark refers to it.
    pub(super) fn seen_from(&self, other: &Self) -> String {
        match &self.sheet {
            Some(sheet) if self.sheet != other.sheet => format!("{} ({sheet})", self.row),
            _ => self.row.to_string(),
        }
    }
}

impl Remark {
    /// A remark on a whole row; something is lost.
    pub(super) fn lost(at: &RowLocation, message: Message) -> Self {
        Self { sheet: at.sheet.clone(), row: Some(at.row), column: None, message, lost: true }
    }

    /// A remark on a row that costs nothing.
    pub(super) fn note(at: &RowLocation, message: Message) -> Self {
        Self { lost: false, ..Self::lost(at, message) }
    }

    /// A remark on no row of its own.
    pub(super) fn general(message: Message) -> Self {
        Self { sheet: None, row: None, column: None, message, lost: false }
    }
}

/// A text of the list as a message shows it: its beginning if it is long, without personal numbers.
pub(super) fn shown(text: &str) -> String {
    const MAX_SHOWN: usize = 80;
    let text = match without_personal_numbers(text) {
        (without, true) => Cow::Owned(without),
        (_, false) => Cow::Borrowed(text),
    };
    let beginning: String = text.chars().take(MAX_SHOWN).collect();
    if beginning.len() < text.len() { format!("{beginning}…") } else { beginning }
}

/// A number of things as a fact of a message.
pub(super) fn count(things: usize) -> i64 {
    i64::try_from(things).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_text_is_short_and_without_personal_numbers() {
        for (text, expected) in [
            ("Dansk, 2. del ()", "Dansk, 2. del ()"),
            ("Bo Ask (010190-1234)", "Bo Ask"),
            ("3 (010190-1234)", "3"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
        let long = format!("{}010190-1234", "æ ".repeat(60));
        assert_eq!(shown(&long), format!("{}…", "æ ".repeat(40)));
    }
}
