//! Reading and checking a department without writing.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use jiff::civil::Date;

use crate::agreement::signature_status::{self, Records};
use crate::chart::palette;
use crate::department::{self, Reading, date_checks};
use crate::document::printable;
use crate::language::{Language, Tag};
use crate::problem::{Code, Problem, Problems};
use crate::progress::{self, Step};
use crate::source::spelling::listed;
use crate::source::{FileKind, Place};
use crate::typeface::Typeface;

/// A department that was read and checked.
pub struct Checked {
    /// The department and the parsed files.
    pub reading: Reading,
    /// The signature records.
    pub records: Records,
    /// All problems, by file and position.
    pub problems: Problems,
    /// The language of messages.
    pub language: &'static Language,
}

/// Reads and checks a department without writing. `leader` is the leader's private folder,
/// `language` overrides the department's, and `today` decides what has been kept too long.
///
/// # Errors
/// If the folder can't be listed.
pub fn check(
    folder: &Path,
    leader: Option<&Path>,
    language: Option<Tag>,
    today: Option<Date>,
    typeface: &Typeface,
) -> io::Result<Checked> {
    let _reading = progress::begin(Step::Reading);
    let mut problems = Problems::default();
    let reading = department::read(folder, leader, &mut problems)?;
    reading.parsed.iter().for_each(|parsed| progress::read(&parsed.file.path));
    printable::check(&reading.parsed, typeface, &mut problems);
    let records = match &reading.department {
        Some(department) => {
            palette::check(&department.settings, &mut problems);
            let records = Records::read(department, &mut problems);
            signature_status::check(department, &records, today, &mut problems);
            date_checks::check(department, today, &mut problems);
            report_positions_left_out(&reading, &mut problems);
            records
        }
        None => Records::default(),
    };
    let problems = problems.in_order();
    let tag = language.or(reading.language).unwrap_or_else(Tag::of_system);
    let language = Language::naming_files(tag, reading.file_names);
    Ok(Checked { reading, records, problems, language })
}

/// Reports the positions of people in the public booklet that it does not print.
fn report_positions_left_out(reading: &Reading, problems: &mut Problems) {
    let Some(department) = &reading.department else { return };
    let file = reading.parsed.iter().map(|parsed| &parsed.file).find(|file| file.kind == FileKind::Settings);
    let positions = department.consenting.iter().filter_map(|person| person.position.as_deref());
    let left_out: BTreeSet<&str> =
        positions.filter(|position| !department.settings.is_public_position(position)).collect();
    if let (Some(file), false) = (file, left_out.is_empty()) {
        let problem = Problem::new(Code::PositionNotPublic, Place::whole(file));
        problems.push(problem.with("words", listed(left_out)));
    }
}
