//! `forløb/<programme>/<cohort>.svar.yaml`: what participants wrote on unsigned slips at the end.
//!
//! A slip has no name. It is printed only after a person has read all of them and released that many: a slip
//! that is added later makes the number wrong, and nothing is printed until somebody has read it too.

use std::sync::Arc;

use jiff::civil::Date;

use super::definition::people;
use crate::department::values::{Count, Day, Text};
use crate::fields::{answers, released, slip};
use crate::problem::{Code, Problem, Problems};
use crate::source::SourceFile;
use crate::source::section::Section;
use crate::source::tree::Node;

/// The slips of a cohort.
#[derive(Debug)]
pub struct Answers {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The slips in file order.
    pub slips: Vec<Slip>,
    /// Who released them.
    pub released: Option<Release>,
}

/// An unsigned slip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// What the participant gained.
    pub gained: Option<String>,
    /// What the participant wishes to learn next.
    pub wishes: Option<String>,
}

/// The release of slips that a person has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The reader.
    pub by: String,
    /// The day.
    pub on: Option<Date>,
    /// The number of slips that were read.
    pub count: usize,
}

impl Answers {
    /// Whether a person has released exactly these slips.
    pub fn are_released(&self) -> bool {
        self.released.as_ref().is_some_and(|release| release.count == self.slips.len())
    }
}

/// Reads the answers of a cohort.
pub(crate) fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<Answers> {
    let mut fields = Section::open(file, root, &answers::TABLE, problems)?;
    if fields.node(&answers::SLIPS).is_none() {
        fields.report_missing(&answers::SLIPS);
    }
    let slips = people(file, &mut fields, &answers::SLIPS, problems).iter().filter_map(|node| {
        let mut fields = Section::open(file, node, &slip::TABLE, problems)?;
        let mut text = |field| fields.value::<Text>(field, problems).map(|text| text.0);
        let slip = Slip { gained: text(&slip::GAINED), wishes: text(&slip::WISHES) };
        fields.finish(problems);
        Some(slip)
    });
    let slips: Vec<Slip> = slips.collect();
    let released = fields.section(&answers::RELEASED, problems).and_then(|mut section| {
        let by = section.required::<Text>(&released::BY, problems);
        let on = section.value::<Day>(&released::DAY, problems).map(|day| day.0);
        let count = section.required::<Count>(&released::COUNT, problems);
        section.finish(problems);
        let count = count?;
        let number = usize::try_from(count.value.0).unwrap_or(usize::MAX);
        if number != slips.len() {
            let problem = Problem::new(Code::ReleaseOutdated, count.place);
            problems.push(problem.with("released", number).with("count", slips.len()));
        }
        Some(Release { by: by?.value.0, on, count: number })
    });
    fields.finish(problems);
    Some(Answers { file: Arc::clone(file), slips, released })
}
