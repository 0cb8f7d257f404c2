//! The department's figures as tables, for spreadsheets and other programs.
//!
//! A table is plain data: a name, columns, rows. Tables of the whole department are
//! gathered in [`internal`], those of the public edition in [`public`], and neither
//! knows how they will be written ([`workbook`], [`csv`], [`json`]). No table has a
//! column for remarks, leaders' views, consents or codes.

pub mod csv;
pub mod internal;
pub mod json;
pub mod public;
pub(crate) mod template;
pub mod workbook;

use std::io::{Read, Seek};

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use crate::language::shared_files::Names;
use crate::language::{Language, output_names};
use crate::source::characters::{is_invisible, is_noncharacter};
use crate::source::spelling::words;

/// The author of every export.
pub(crate) const MADE_BY: &str = concat!("spind ", env!("CARGO_PKG_VERSION"));

/// The tables of a department.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Whom the tables are for.
    pub edition: Edition,
    /// The department's name.
    pub department: String,
    /// The period of the plans.
    pub period: Option<String>,
    /// The date of the files, which is never the clock's.
    pub date: Date,
    /// The day by which anything is overdue, held or expired; `None` where nothing is judged.
    pub judged_on: Option<Date>,
    /// The tables, one for each question.
    pub tables: Vec<Table>,
    /// Everybody's levels with a column for each area, for workbooks; `None` in the public edition.
    pub matrix: Option<Matrix>,
}

/// A row for each person and a column for each level of an area.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The areas' names.
    pub areas: Vec<String>,
    /// The people in order.
    pub people: Vec<MatrixRow>,
}

/// A person's levels.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Her school.
    pub school: String,
    /// Her name.
    pub name: String,
    /// Now and wanted for each area, `None` where not filled in.
    pub levels: Vec<Option<(i64, i64)>>,
}

/// Whom an export is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum Edition {
    /// The department itself.
    #[default]
    #[strum(serialize = "intern")]
    Internal,
    /// Everybody; made of [`crate::public::edition::PublicEdition`] alone.
    #[strum(serialize = "offentlig")]
    Public,
}

/// How an export is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub(crate) enum Format {
    /// A workbook with a sheet for each table.
    #[default]
    Xlsx,
    /// A file for each table.
    Csv,
    /// One object with a list for each table.
    Json,
}

words! {
    Edition {
        Internal: "spelled-edition-internal";
        Public: "spelled-edition-public";
    }
    Format {
        Xlsx: ;
        Csv: ;
        Json: ;
    }
}

/// The question that a table answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Question {
    /// Which levels does everybody have, and want?
    Levels,
    /// How far is everybody in the year?
    People,
    /// Which course closes whose gap?
    Matches,
    /// Who goes when?
    Groups,
    /// Who covers the roles of each school?
    Coverage,
    /// What does the department need to learn?
    Areas,
    /// Which courses are needed, and what do they cost?
    Courses,
}

/// A question and its answer in columns and rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The question.
    pub question: Question,
    /// The columns.
    pub columns: &'static [Column],
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for programs; it is the same in every language and stays.
    pub name: &'static str,
    /// The key of its heading.
    pub heading: &'static str,
    /// What its cells hold, where they are not empty.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A text.
    Text,
    /// A text that may look like a number, such as a course's.
    Identifier,
    /// A word with one meaning in every language.
    Word,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Whole,
    /// A mean.
    Mean,
    /// A number of days, which may be half.
    Days,
    /// Danish kroner.
    Kroner,
    /// A date.
    Date,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing is known.
    Empty,
    /// A text, without anything that can't be seen.
    Text(String),
    /// Several texts, for people with commas between them.
    List(Vec<String>),
    /// A word: its name for programs, and the key of what people read.
    Word(&'static str, &'static str),
    /// Yes or no.
    YesNo(bool),
    /// A whole number.
    Whole(i64),
    /// A mean.
    Mean(f64),
    /// A number in hundredths.
    Hundredths(i64),
    /// A date.
    Date(Date),
}

impl Cell {
    /// A text as programs that calculate may hold it.
    pub(crate) fn text(text: impl AsRef<str>) -> Self {
        Self::Text(visible(text.as_ref()))
    }

    /// Several texts, as [`Cell::text`].
    pub(crate) fn list<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        Self::List(texts.into_iter().map(|text| visible(text.as_ref())).collect())
    }

    /// A number of things.
    pub(crate) fn count(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// What `cell` makes of a value, if there is one.
    pub(crate) fn known<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Empty, cell)
    }

    /// The word of `key`, whose name for programs is what follows `prefix`.
    pub(crate) fn word(key: &'static str, prefix: &str) -> Self {
        Self::Word(key.strip_prefix(prefix).unwrap_or(key), key)
    }

    /// Its text for people, if it has one.
    fn words(&self, language: &Language) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::List(texts) => Some(texts.join(", ")),
            Self::Word(_, key) => Some(language.say(key, &[])),
            Self::YesNo(yes) => Some(language.say(if *yes { "answer-yes" } else { "answer-no" }, &[])),
            Self::Empty | Self::Whole(_) | Self::Mean(_) | Self::Hundredths(_) | Self::Date(_) => None,
        }
    }
}

/// `text` without anything that can't be seen.
fn visible(text: &str) -> String {
    text.chars().filter(|&c| !is_invisible(c) && !is_noncharacter(c)).collect()
}

/// Whether a text would begin a formula if a spreadsheet took it for one.
fn begins_a_formula(text: &str) -> bool {
    // The wide forms are what some Asian keyboards type for the same signs.
    text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

impl Edition {
    /// The columns of each table of this edition.
    fn columns(self) -> &'static [(Question, &'static [Column])] {
        match self {
            Self::Internal => internal::TABLES,
            Self::Public => public::TABLES,
        }
    }
}

impl Question {
    /// Its name for programs.
    pub(crate) fn name(self) -> &'static str {
        self.into()
    }

    pub(crate) fn file_names(self) -> &'static Names {
        match self {
            Self::Levels => &output_names::LEVELS,
            Self::People => &output_names::PEOPLE,
            Self::Matches => &output_names::MATCHES,
            Self::Groups => &output_names::GROUPS,
            Self::Coverage => &output_names::COVERAGE,
            Self::Areas => &output_names::AREAS,
            Self::Courses => &output_names::COURSES,
        }
    }

    /// The key of its sheet's name.
    fn sheet_key(self) -> &'static str {
        match self {
            Self::Levels => "export-levels",
            Self::People => "export-people",
            Self::Matches => "export-matches",
            Self::Groups => "export-groups",
            Self::Coverage => "export-coverage",
            Self::Areas => "export-areas",
            Self::Courses => "export-courses",
        }
    }

    /// The key of the sentence that explains a row.
    fn explanation_key(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Self::Levels, _) => "export-about-levels",
            (Self::People, _) => "export-about-people",
            (Self::Matches, _) => "export-about-matches",
            (Self::Groups, _) => "export-about-groups",
            (Self::Coverage, _) => "export-about-coverage",
            (Self::Areas, Edition::Internal) => "export-about-areas",
            (Self::Areas, Edition::Public) => "export-about-areas-public",
            (Self::Courses, Edition::Internal) => "export-about-courses",
            (Self::Courses, Edition::Public) => "export-about-courses-public",
        }
    }
}

impl Column {
    const fn new(name: &'static str, heading: &'static str, kind: ColumnKind) -> Self {
        Self { name, heading, kind }
    }
}

/// Whether an export wrote `file`, of which `beginning` is the first part. A table
/// bears no mark and is known by its headings; a workbook that somebody has saved
/// since is theirs.
pub(crate) fn is_ours(beginning: &[u8], file: impl Read + Seek) -> bool {
    json::is_ours(beginning) || csv::is_ours(beginning) || workbook::is_ours(beginning, file)
}

/// Columns that several tables have.
mod columns {
    use super::{Column, ColumnKind};

    pub(super) const SCHOOL: Column = Column::new("school", "label-school", ColumnKind::Text);
    pub(super) const NAME: Column = Column::new("name", "label-name", ColumnKind::Text);
    pub(super) const POSITION: Column = Column::new("position", "label-position", ColumnKind::Text);
    pub(super) const AREA: Column = Column::new("area", "label-area", ColumnKind::Text);
    pub(super) const CURRENT: Column = Column::new("current", "label-current", ColumnKind::Whole);
    pub(super) const WANTED: Column = Column::new("wanted", "label-wanted", ColumnKind::Whole);
    pub(super) const PRIORITY: Column = Column::new("priority", "label-priority", ColumnKind::Word);
    pub(super) const ROLE_MODEL: Column = Column::new("role_model", "export-role-model", ColumnKind::Whole);
    pub(super) const FILLED_IN: Column = Column::new("filled_in", "export-filled-in", ColumnKind::Whole);
    pub(super) const MEAN_CURRENT: Column =
        Column::new("mean_current", "export-mean-current", ColumnKind::Mean);
    pub(super) const MEAN_WANTED: Column = Column::new("mean_wanted", "export-mean-wanted", ColumnKind::Mean);
    pub(super) const NUMBER: Column = Column::new("number", "export-course-number", ColumnKind::Identifier);
    pub(super) const TITLE: Column = Column::new("title", "export-course-title", ColumnKind::Text);
    pub(super) const FORM: Column = Column::new("form", "label-course-kind", ColumnKind::Word);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_begins_a_formula_is_known() {
        for text in ["=1+1", "+45 12345678", "-1", "@sum", "\t=1", " =1", "＝1"] {
            assert!(begins_a_formula(text), "{text:?}");
        }
        for text in ["", "Anne", "a=1", "1-2", "'=1"] {
            assert!(!begins_a_formula(text), "{text:?}");
        }
    }

    #[test]
    fn a_text_holds_nothing_that_cannot_be_seen() {
        let text = Cell::text("\u{feff}=A\u{202e}\u{0}\u{fffe}\u{1fffe}nne");
        assert_eq!(text, Cell::Text("=Anne".to_owned()));
    }

    #[test]
    fn no_table_has_a_column_twice() {
        for &edition in Edition::VARIANTS {
            for (question, columns) in edition.columns() {
                let names: BTreeSet<&str> = columns.iter().map(|column| column.name).collect();
                assert_eq!(names.len(), columns.len(), "{question:?}");
            }
        }
    }
}
