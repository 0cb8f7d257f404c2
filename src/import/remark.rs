//! Remarks on places of a list.

use std::sync::Arc;

use crate::language::Message;

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

/// A number of things as a fact of a message.
pub(super) fn count(things: usize) -> i64 {
    i64::try_from(things).unwrap_or(i64::MAX)
}
