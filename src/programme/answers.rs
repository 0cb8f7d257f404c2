//! `forløb/<programme>/<cohort>.svar.yaml`: what participants wrote on unsigned slips at the end.
//!
//! A slip has no name. It is printed only after a person has read all of them and released that many, with the
//! code of their texts: a slip that is added or changed later makes the code wrong, and nothing is printed until
//! it has been read too.

use std::sync::Arc;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::lists::people;
use crate::agreement::code::Fingerprint;
use crate::department::values::{Count, Day, Text};
use crate::fields::{answers, released, slip};
use crate::problem::{Code, Problem, Problems};
use crate::source::SourceFile;
use crate::source::section::Section;
use crate::source::tree::Node;

/// The slips of a cohort.
#[derive(Debug)]
pub struct CohortAnswers {
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
    /// The code of the slips that were read.
    pub code: Option<String>,
}

/// How a release fits the slips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
enum ReleaseStatus {
    /// It covers these slips.
    Current,
    /// It covers another number of slips.
    OtherCount,
    /// It has no code.
    WithoutCode,
    /// It covers other texts.
    OtherTexts,
}

impl CohortAnswers {
    /// Whether a person has released exactly these slips.
    pub(crate) fn are_released(&self) -> bool {
        self.released.as_ref().is_some_and(|release| release.status(&self.slips) == ReleaseStatus::Current)
    }
}

impl Release {
    fn status(&self, slips: &[Slip]) -> ReleaseStatus {
        let typed = |code: &str| -> String {
            code.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
        };
        match &self.code {
            _ if self.count != slips.len() => ReleaseStatus::OtherCount,
            None => ReleaseStatus::WithoutCode,
            Some(code) if typed(code) == typed(&code_of(slips)) => ReleaseStatus::Current,
            Some(_) => ReleaseStatus::OtherTexts,
        }
    }
}

/// The code of the texts of `slips`, in any order, such as `7F3K-9QXM`.
pub fn code_of(slips: &[Slip]) -> String {
    let texts_of = |slip: &Slip| [&slip.gained, &slip.wishes].map(|text| text.clone().unwrap_or_default());
    let mut texts: Vec<[String; 2]> = slips.iter().map(texts_of).collect();
    texts.sort_unstable();
    let mut hash = Sha256::new();
    for text in texts.into_iter().flatten() {
        // Length-prefixed, so that texts can't run into each other.
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    let code = Fingerprint(hash.finalize().into()).code().to_string();
    code.split(' ').take(2).collect::<Vec<_>>().join("-")
}

/// Reads the answers of a cohort.
pub(crate) fn read(file: &Arc<SourceFile>, root: &Node, problems: &mut Problems) -> Option<CohortAnswers> {
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
        let code = section.optional::<Text>(&released::CODE, problems);
        section.finish(problems);
        let count = count?;
        let number = usize::try_from(count.value.0).unwrap_or(usize::MAX);
        let place = code.as_ref().map_or_else(|| count.place.clone(), |code| code.place.clone());
        let code = code.map(|code| code.value.0);
        let release = Release { by: by?.value.0, on, count: number, code };
        let status = release.status(&slips);
        if status != ReleaseStatus::Current {
            let place = if status == ReleaseStatus::OtherCount { count.place } else { place };
            let problem = Problem::new(Code::ReleaseOutdated, place).with("status", <&str>::from(status));
            let problem = problem.with("released", number).with("count", slips.len());
            problems.push(problem.with("code", code_of(&slips)));
        }
        Some(release)
    });
    fields.finish(problems);
    Some(CohortAnswers { file: Arc::clone(file), slips, released })
}
