//! The attachments of a plan: the agreement and the view that its pages were made from.
//!
//! The PDF is untrusted. The two attachments are located by the byte sequence that this program
//! writes rather than by the PDF's structure: a general PDF reader would decompress whatever a
//! hostile file asks for, and a file that differs by one byte is refused in the end anyway.

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

/// The largest file that is read, in bytes. A plan has about 100,000.
pub const MAX_BYTES: u64 = 20_000_000;
/// The largest decompressed attachment, in bytes.
const MAX_STREAM_BYTES: u64 = 5_000_000;
/// The number of areas of a plan that is typeset again; a radar needs three.
const AREAS_OF_A_RADAR: RangeInclusive<usize> = 3..=100;
/// The bytes between the dictionary of a stream and its data.
const STREAM: &[u8] = b">>\nstream\n";
/// The largest view that is typeset again, in bytes. A long plan has 100,000.
pub const MAX_VIEW_BYTES: usize = 500_000;
/// The longest text that is typeset again, in bytes: line breaking is quadratic in the words of a
/// paragraph.
const LONGEST_TEXT: usize = 20_000;
/// The longest area name that the radar's layout is run for, in bytes.
const LONGEST_LABEL: usize = 1_000;

/// The attachments of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachments {
    /// `aftale.yaml`.
    pub agreement: String,
    /// `visning.json`, the data of the view.
    pub data: Vec<u8>,
}

/// Why a file has no usable attachments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachmentError {
    /// The file is not a PDF.
    #[error("no PDF")]
    NotAPdf,
    /// The PDF lacks the two attachments as plans have them.
    #[error("the PDF carries nothing")]
    CarriesNothing,
    /// An attachment occurs more than once, so it is undecided which counts.
    #[error("the PDF carries several agreements")]
    CarriesSeveral,
    /// An attachment is larger than any plan's.
    #[error("an attachment is too large")]
    TooLarge,
}

/// Extracts the attachments from `pdf`.
///
/// # Errors
/// If it does not have exactly one agreement and one view.
pub fn extract(pdf: &[u8]) -> Result<Attachments, AttachmentError> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(AttachmentError::NotAPdf);
    }
    let agreement = attachment(pdf, "application#2Fyaml")?;
    let data = attachment(pdf, "application#2Fjson")?;
    let agreement = String::from_utf8(agreement).map_err(|_| AttachmentError::CarriesNothing)?;
    Ok(Attachments { agreement, data })
}

/// Name and school in the data of an extracted view.
pub fn whose_data(data: &[u8]) -> Option<(String, String)> {
    let view: PlanView = serde_json::from_slice(data).ok()?;
    Some((view.name, view.school))
}

/// The document id shared by all versions of a plan.
pub fn identity(agreement: &Agreement) -> String {
    format!("plan/{}/{}", agreement.school, agreement.name)
}

/// The only attachment of a media type, decompressed.
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
    // Compressed data marks its own end.
    ZlibDecoder::new(&after[begin..])
        .take(MAX_STREAM_BYTES + 1)
        .read_to_end(&mut unpacked)
        .map_err(|_| AttachmentError::CarriesNothing)?;
    if unpacked.len() as u64 > MAX_STREAM_BYTES { Err(AttachmentError::TooLarge) } else { Ok(unpacked) }
}

/// Why a plan can't be verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanMismatch {
    /// Pages, view and agreement do not match.
    #[error("the document was altered")]
    Altered,
    /// The plan was made by another version of the program or of Typst.
    #[error("another version made it")]
    OtherVersion,
    /// The plan is too large to be typeset again interactively.
    #[error("the document is too large")]
    TooLarge,
    /// The plan was made with other templates or fonts.
    #[error("other templates or fonts made it")]
    OtherTemplates,
    /// The plan withholds a colleague's identity, and no known agreement has its code.
    #[error("only the folder knows the whole agreement")]
    Withheld,
}

impl Attachments {
    /// Verifies that `pdf` is, byte for byte, what the view typesets to, and that the view is
    /// consistent with the agreement.
    ///
    /// # Errors
    /// If it is not, or if this program can't decide.
    pub fn check(&self, pdf: &[u8], templates: &Templates) -> Result<VerifiedPlan, PlanMismatch> {
        self.check_knowing(pdf, templates, |_| None)
    }

    /// As [`Attachments::check`], also for a plan that withholds a colleague's identity and
    /// therefore has no fingerprint: `known` finds the full agreement for its code.
    ///
    /// # Errors
    /// As [`Attachments::check`].
    pub fn check_knowing(
        &self,
        pdf: &[u8],
        templates: &Templates,
        known: impl FnOnce(AgreementCode) -> Option<Agreement>,
    ) -> Result<VerifiedPlan, PlanMismatch> {
        if self.agreement.len().max(self.data.len()) > MAX_VIEW_BYTES {
            return Err(PlanMismatch::TooLarge);
        }
        // Other versions may have another schema.
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
        // On a thread of its own: the data is untrusted, and if it makes the typesetter panic, the
        // plan is merely not verified.
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

    /// Typesets agreement and view, whether or not they match; `None` if that fails.
    pub fn typeset(&self, templates: &Templates) -> Option<Vec<u8>> {
        let agreement = Agreement::from_yaml(&self.agreement).ok()?;
        self.typeset_again(&serde_json::from_slice(&self.data).ok()?, &agreement, templates)
    }

    /// Whether the data is exactly the serialisation of `view`, without additional or repeated
    /// keys.
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

/// A plan with matching pages, view and agreement.
#[derive(Debug)]
pub struct VerifiedPlan {
    /// The plan's agreement.
    pub agreement: Agreement,
    view: PlanView,
}

impl VerifiedPlan {
    /// Whether the pages name `department`: without a department key, the code covers neither its
    /// name nor its municipality.
    pub fn is_of(&self, department: &Department, typeface: &Typeface) -> bool {
        consistency::is_of(&self.view, department, typeface)
    }

    /// Whether the pages use the names of `department` where the code covers a value but not the
    /// name printed with it, such as an area's short name on the radar.
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
