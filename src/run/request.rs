//! The options of a build.

use std::path::Path;

use jiff::civil::Date;

use crate::document::Templates;
use crate::language::Tag;
use crate::public::Editions;

/// The options of a build.
pub struct BuildRequest<'a> {
    /// The department's folder.
    pub folder: &'a Path,
    /// A private folder with the leader's own views of the profiles.
    pub leader: Option<&'a Path>,
    /// The output folder.
    pub out: &'a Path,
    /// The folder for correction files; `rettelser` in `out` if `None`.
    pub corrections: Option<&'a Path>,
    /// Limits the build to the plans of these people; empty builds everything.
    pub only: &'a [String],
    /// The booklets to make.
    pub edition: Editions,
    /// Overrides the department's language for the program's own words.
    pub language: Option<Tag>,
    /// The day that decides which deadlines are past or near and which courses have expired.
    pub today: Date,
    /// Also writes each radar as a standalone SVG.
    pub charts: bool,
    /// Also makes each person's preparation sheet.
    pub preparations: bool,
    /// Also makes each person's follow-up sheet and calendar file. Those of earlier runs are kept
    /// current in any case.
    pub follow_ups: bool,
    /// Also makes a file with all plans to print, and one for each school.
    pub print: bool,
    /// Also makes the department's blank form.
    pub blank: bool,
    /// Also makes a booklet of each school. Those of earlier runs are kept current in any case.
    pub per_school: bool,
    /// Rebuilds documents that are current.
    pub force: bool,
    /// Keeps the department in the outcome.
    pub keep_snapshot: bool,
    /// Writes each document's Typst inputs to a folder of its name here instead of a PDF, to
    /// compare with other ways of typesetting.
    pub sources: Option<&'a Path>,
    /// The templates and fonts.
    pub templates: &'a Templates,
}

impl<'a> BuildRequest<'a> {
    /// The plain build of `folder` into `out`, in the department's language: plans and internal booklet.
    pub fn new(folder: &'a Path, out: &'a Path, today: Date, templates: &'a Templates) -> Self {
        Self {
            folder,
            leader: None,
            out,
            corrections: None,
            only: &[],
            edition: Editions::Internal,
            language: None,
            today,
            charts: false,
            preparations: false,
            follow_ups: false,
            print: false,
            blank: false,
            per_school: false,
            force: false,
            keep_snapshot: false,
            sources: None,
            templates,
        }
    }
}

/// Progress callback: the number of finished documents, and of all.
pub type ProgressFn<'a> = &'a (dyn Fn(usize, usize) + Sync);
