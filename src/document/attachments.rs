//! What a plan carries: the agreement and the data that the pages were made from.
//!
//! Reading it believes nothing. The two attachments are found by the form in
//! which this program writes them, rather than by following a PDF's own
//! structure: a general reader would unpack whatever a hostile file asks it to,
//! and a file that is not exactly as written is refused in the end anyway.

use std::io::Read;
use std::ops::RangeInclusive;
use std::thread;

use flate2::read::ZlibDecoder;
use memchr::memmem;
use serde::Deserialize;
use serde_json::Value;

use super::consistency::{self, ConsistencyCheck};
use super::pdf::{DocumentKind, TypesettingInput};
use super::printable::printable_labels;
use super::view::areas::AreaRow;
use super::view::plan::PlanView;
use super::view::radar as radar_view;
use super::world::{Provenance, Templates};
use crate::agreement::Agreement;
use crate::agreement::code::AgreementCode;
use crate::chart::{qr, radar};
use crate::department::Department;
use crate::language::Language;
use crate::typeface::Typeface;

/// The largest file that is looked at, in bytes. A plan has 100,000.
pub const MOST_BYTES: u64 = 20_000_000;
/// The largest attachment that is unpacked, in bytes.
const MOST_OF_A_STREAM: u64 = 5_000_000;
/// The areas that are drawn again; a radar needs three.
const AREAS_OF_A_RADAR: RangeInclusive<usize> = 3..=100;
/// What comes between the description of a stream and its bytes.
const STREAM: &[u8] = b">>\nstream\n";
/// The most of an attachment that is typeset again, in bytes. A long plan has 100,000.
pub const MOST_DATA: usize = 500_000;
/// The longest text that is typeset again, in bytes: breaking a paragraph into lines
/// takes as long as it has words, times as many.
const LONGEST_TEXT: usize = 20_000;
/// The longest name of an area for which room is looked for around a radar, in bytes.
const LONGEST_LABEL: usize = 1_000;

/// The attachments of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachments {
    /// `aftale.yaml`.
    pub agreement: String,
    /// `visning.json`, the data of the view.
    pub data: Vec<u8>,
}

/// Why a file is no plan that carries anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentError {
    /// It is no PDF.
    #[error("no PDF")]
    NotAPdf,
    /// It is a PDF without the two attachments in the form in which plans carry them.
    #[error("the PDF carries nothing")]
    CarriesNothing,
    /// It has more than one of an attachment, so that nobody can tell which counts.
    #[error("the PDF carries several agreements")]
    CarriesSeveral,
    /// An attachment is larger than any plan's.
    #[error("an attachment is too large")]
    TooLarge,
}

/// Takes the attachments out of `pdf`.
///
/// # Errors
/// If it does not carry exactly one agreement and one view's data, as a plan does.
pub fn extract(pdf: &[u8]) -> Result<Attachments, AttachmentError> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(AttachmentError::NotAPdf);
    }
    let agreement = attachment(pdf, "application#2Fyaml")?;
    let data = attachment(pdf, "application#2Fjson")?;
    let agreement = String::from_utf8(agreement).map_err(|_| AttachmentError::CarriesNothing)?;
    Ok(Attachments { agreement, data })
}

/// Name and school in the data of a plan's view, as it was taken out of the plan.
pub fn whose_data(data: &[u8]) -> Option<(String, String)> {
    let view: PlanView = serde_json::from_slice(data).ok()?;
    Some((view.name, view.school))
}

/// The name by which all versions of a plan know each other.
pub fn identity(agreement: &Agreement) -> String {
    format!("plan/{}/{}", agreement.school, agreement.name)
}

/// The one attachment of this media type, unpacked.
fn attachment(pdf: &[u8], media_type: &str) -> Result<Vec<u8>, AttachmentError> {
    let mark = format!("/Type/EmbeddedFile/Filter/FlateDecode/Subtype/{media_type}/Params<<");
    let mut found = memmem::find_iter(pdf, mark.as_bytes());
    let at = found.next().ok_or(AttachmentError::CarriesNothing)?;
    if found.next().is_some() {
        return Err(AttachmentError::CarriesSeveral);
    }
    let after = &pdf[at + mark.len()..];
    let begin = memmem::find(after, STREAM).ok_or(AttachmentError::CarriesNothing)? + STREAM.len();
    let mut unpacked = Vec::new();
    // The packed bytes know their own end.
    ZlibDecoder::new(&after[begin..])
        .take(MOST_OF_A_STREAM + 1)
        .read_to_end(&mut unpacked)
        .map_err(|_| AttachmentError::CarriesNothing)?;
    if unpacked.len() as u64 > MOST_OF_A_STREAM { Err(AttachmentError::TooLarge) } else { Ok(unpacked) }
}

/// Why a plan is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanMismatch {
    /// Pages, data and agreement do not belong together.
    #[error("the document was altered")]
    Altered,
    /// Another version of the program or of Typst made it.
    #[error("another version made it")]
    OtherVersion,
    /// It is larger than can be typeset again while somebody waits.
    #[error("the document is too large")]
    TooLarge,
    /// Other templates or fonts made it.
    #[error("other templates or fonts made it")]
    OtherTemplates,
    /// It withholds who a colleague is, and nobody knows an agreement of its code.
    #[error("only the folder knows the whole agreement")]
    Withheld,
}

impl Attachments {
    /// Whether `pdf` is, byte for byte, what the data makes, and the data says what
    /// the agreement says; then both.
    ///
    /// # Errors
    /// If not, or if this program can't tell.
    pub fn check(&self, pdf: &[u8], templates: &Templates) -> Result<VerifiedPlan, PlanMismatch> {
        self.check_knowing(pdf, templates, |_| None)
    }

    /// As [`Attachments::check`], also for a plan that withholds who a colleague is and so has no
    /// fingerprint of its own: the agreement that `known` finds for its code completes it.
    ///
    /// # Errors
    /// If not, or if this program can't tell.
    pub fn check_knowing(
        &self,
        pdf: &[u8],
        templates: &Templates,
        known: impl FnOnce(AgreementCode) -> Option<Agreement>,
    ) -> Result<VerifiedPlan, PlanMismatch> {
        if self.agreement.len().max(self.data.len()) > MOST_DATA {
            return Err(PlanMismatch::TooLarge);
        }
        // Other versions may have data of another shape.
        let made: OnlyMade = serde_json::from_slice(&self.data).map_err(|_| PlanMismatch::Altered)?;
        let ours = templates.made();
        if (&made.made.program, &made.made.typst) != (&ours.program, &ours.typst) {
            return Err(PlanMismatch::OtherVersion);
        }
        if made.made.templates != ours.templates {
            return Err(PlanMismatch::OtherTemplates);
        }
        let mut agreement = Agreement::from_yaml(&self.agreement).map_err(|_| PlanMismatch::Altered)?;
        let data: Value = serde_json::from_slice(&self.data).map_err(|_| PlanMismatch::Altered)?;
        if longest_text(&data) > LONGEST_TEXT {
            return Err(PlanMismatch::TooLarge);
        }
        let view: PlanView = serde_json::from_slice(&self.data).map_err(|_| PlanMismatch::Altered)?;
        let labels = view.areas.iter().flat_map(|row| [Some(&row.name), row.label.as_ref()]).flatten();
        if labels.into_iter().any(|label| label.len() > LONGEST_LABEL) {
            return Err(PlanMismatch::TooLarge);
        }
        if agreement.is_beyond_measure() || !self.is_written_as(&view) {
            return Err(PlanMismatch::Altered);
        }
        if agreement.is_withheld() {
            let known = view.code.parse().ok().and_then(known).ok_or(PlanMismatch::Withheld)?;
            agreement = agreement.completed_by(&known).ok_or(PlanMismatch::Altered)?;
        }
        let comparison = ConsistencyCheck::new(&view, &agreement, templates.typeface());
        if !comparison.is_some_and(|comparison| comparison.agrees()) {
            return Err(PlanMismatch::Altered);
        }
        // On a thread of its own: the data is a stranger's, and if it finds a fault in
        // the typesetter, that is no more than a plan which is not believed.
        let again = thread::scope(|scope| {
            let typesetting = scope.spawn(|| self.typeset_again(&view, &agreement, templates));
            typesetting.join().ok().flatten()
        });
        if again.is_some_and(|again| again == pdf) {
            Ok(VerifiedPlan { agreement, view })
        } else {
            Err(PlanMismatch::Altered)
        }
    }

    /// The PDF that agreement and data make, whether or not they belong together;
    /// `None` if they make none.
    pub fn typeset(&self, templates: &Templates) -> Option<Vec<u8>> {
        let agreement = Agreement::from_yaml(&self.agreement).ok()?;
        self.typeset_again(&serde_json::from_slice(&self.data).ok()?, &agreement, templates)
    }

    /// Whether the data is what the program writes for `view`, with nothing beside
    /// it and nothing twice.
    fn is_written_as(&self, view: &PlanView) -> bool {
        let again = serde_json::to_value(view).and_then(|value| serde_json::to_vec(&value));
        again.is_ok_and(|again| again == self.data)
    }

    fn typeset_again(
        &self,
        view: &PlanView,
        agreement: &Agreement,
        templates: &Templates,
    ) -> Option<Vec<u8>> {
        let steps =
            |row: &AreaRow| [row.current_step, row.wanted_step, row.expected_step, row.last_year_step];
        let on_scale = view.areas.iter().flat_map(steps).flatten().all(|step| step < view.scale.len());
        if !AREAS_OF_A_RADAR.contains(&view.areas.len()) || !on_scale || view.scale.is_empty() {
            return None;
        }
        let typeface = templates.typeface();
        let palette = view.frame.palette()?;
        let language = Language::new(view.frame.words_language.parse().ok()?);
        let mut radar = radar_view::person(&view.areas, &view.scale, &language);
        printable_labels(&mut radar, typeface);
        let drawn = radar::draw(&mut radar, &palette, typeface);
        let qr = qr::draw(&agreement.fingerprint().scanned())?;
        let sheet = TypesettingInput {
            kind: DocumentKind::Plan,
            data: serde_json::from_slice(&self.data).ok()?,
            view: self.data.clone(),
            charts: &[&drawn.chart, &qr],
            agreement: Some(self.agreement.clone()),
            identity: &identity(agreement),
            date: view.date.parse().ok()?,
        };
        sheet.typeset(templates).ok().filter(|_| view.numbered == drawn.numbered)
    }
}

/// A plan whose pages, data and agreement belong together.
#[derive(Debug)]
pub struct VerifiedPlan {
    /// What is agreed.
    pub agreement: Agreement,
    view: PlanView,
}

impl VerifiedPlan {
    /// Whether the pages say that the plan is of `department`: the code of a department without a
    /// key covers neither its name nor its municipality.
    pub fn is_of(&self, department: &Department, typeface: &Typeface) -> bool {
        consistency::is_of(&self.view, department, typeface)
    }

    /// Whether the pages use the names that `department` has, where the code
    /// covers something that is printed under a name which it does not cover: an
    /// area's short name on the radar.
    pub fn uses_names_of(&self, department: &Department, typeface: &Typeface) -> bool {
        consistency::uses_names_of(&self.view, &self.agreement, department, typeface)
    }
}

/// The length of the longest text in `data`, in bytes.
fn longest_text(data: &Value) -> usize {
    match data {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(longest_text).max().unwrap_or_default(),
        Value::Object(fields) => {
            fields.iter().map(|(key, value)| key.len().max(longest_text(value))).max().unwrap_or_default()
        }
        _ => 0,
    }
}

#[derive(Deserialize)]
struct OnlyMade {
    made: Provenance,
}
