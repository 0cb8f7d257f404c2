//! What a plan carries: the agreement and the data that the pages were made from.
//!
//! Reading it believes nothing. The two attachments are found by the form in
//! which this program writes them, rather than by following a PDF's own
//! structure: a general reader would unpack whatever a hostile file asks it to,
//! and a file that is not exactly as written is refused in the end anyway.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::ops::RangeInclusive;
use std::str::FromStr;

use flate2::read::ZlibDecoder;
use jiff::civil::Date;
use memchr::memmem;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::pdf::{Kind, Sheet, TypesetError};
use super::printable::{printable, printable_labels};
use super::view::areas::AreaRow;
use super::view::plan::{self, Mentor, PlanLine, Points, Signature};
use super::view::{self, Fact, ScaleStep, areas, radar as radar_view};
use super::world::{Made, Templates};
use crate::agreement::Agreement;
use crate::chart::palette::Palette;
use crate::chart::{qr, radar};
use crate::department::profile::Priority;
use crate::department::values::Colour;
use crate::language::{Language, Tag};
use crate::typeface::Typeface;

/// The largest file that is looked at, in bytes. A plan has 100,000.
pub const MOST_BYTES: u64 = 20_000_000;
/// The largest attachment that is unpacked, in bytes.
const MOST_OF_A_STREAM: u64 = 5_000_000;
/// The areas that are drawn again; a radar needs three.
const AREAS_OF_A_RADAR: RangeInclusive<usize> = 3..=100;
/// What comes between the description of a stream and its bytes.
const STREAM: &[u8] = b">>\nstream\n";
/// The most data that is typeset again, in bytes. A long plan has 100,000.
const MOST_DATA: usize = 1_000_000;

/// The attachments of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// `aftale.yaml`.
    pub agreement: String,
    /// `visning.json`, the data of the view.
    pub data: Vec<u8>,
}

/// Why a file is no plan that carries anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CarriedError {
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
pub fn extract(pdf: &[u8]) -> Result<Carried, CarriedError> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(CarriedError::NotAPdf);
    }
    let agreement = attachment(pdf, "application#2Fyaml")?;
    let data = attachment(pdf, "application#2Fjson")?;
    let agreement = String::from_utf8(agreement).map_err(|_| CarriedError::CarriesNothing)?;
    Ok(Carried { agreement, data })
}

/// The name by which all versions of a plan know each other.
pub fn identity(agreement: &Agreement) -> String {
    format!("plan/{}/{}", agreement.school, agreement.name)
}

/// The one attachment of this media type, unpacked.
fn attachment(pdf: &[u8], media_type: &str) -> Result<Vec<u8>, CarriedError> {
    let mark = format!("/Type/EmbeddedFile/Filter/FlateDecode/Subtype/{media_type}/Params<<");
    let mut found = memmem::find_iter(pdf, mark.as_bytes());
    let at = found.next().ok_or(CarriedError::CarriesNothing)?;
    if found.next().is_some() {
        return Err(CarriedError::CarriesSeveral);
    }
    let after = &pdf[at + mark.len()..];
    let begin = memmem::find(after, STREAM).ok_or(CarriedError::CarriesNothing)? + STREAM.len();
    let mut unpacked = Vec::new();
    // The packed bytes know their own end.
    ZlibDecoder::new(&after[begin..])
        .take(MOST_OF_A_STREAM + 1)
        .read_to_end(&mut unpacked)
        .map_err(|_| CarriedError::CarriesNothing)?;
    if unpacked.len() as u64 > MOST_OF_A_STREAM { Err(CarriedError::TooLarge) } else { Ok(unpacked) }
}

/// Why a plan is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfaithful {
    /// Pages, data and agreement do not belong together.
    #[error("the document was altered")]
    Altered,
    /// Another version of the program or of Typst made it.
    #[error("another version made it")]
    OtherVersion,
    /// Other templates or fonts made it.
    #[error("other templates or fonts made it")]
    OtherTemplates,
}

impl Carried {
    /// Whether `pdf` is, byte for byte, what the data makes, and the data says what
    /// the agreement says; then the agreement.
    ///
    /// # Errors
    /// If not, or if this program can't tell.
    pub fn check(&self, pdf: &[u8], templates: &Templates) -> Result<Agreement, Unfaithful> {
        let agreement = Agreement::from_yaml(&self.agreement).map_err(|_| Unfaithful::Altered)?;
        if self.data.len() > MOST_DATA || agreement.is_beyond_measure() {
            return Err(Unfaithful::Altered);
        }
        // Other versions may have data of another shape.
        let made: OnlyMade = serde_json::from_slice(&self.data).map_err(|_| Unfaithful::Altered)?;
        let ours = templates.made();
        if (&made.made.program, &made.made.typst) != (&ours.program, &ours.typst) {
            return Err(Unfaithful::OtherVersion);
        }
        if made.made.templates != ours.templates {
            return Err(Unfaithful::OtherTemplates);
        }
        let data: Data = serde_json::from_slice(&self.data).map_err(|_| Unfaithful::Altered)?;
        let typeface = templates.typeface();
        if !data.says(&agreement, typeface) {
            return Err(Unfaithful::Altered);
        }
        match self.typeset_again(&data, &agreement, templates) {
            Ok(again) if again == pdf => Ok(agreement),
            _ => Err(Unfaithful::Altered),
        }
    }

    fn typeset_again(
        &self,
        data: &Data,
        agreement: &Agreement,
        templates: &Templates,
    ) -> Result<Vec<u8>, TypesetError> {
        let typeface = templates.typeface();
        let language = Language::new(data.frame.words_language);
        let mut radar = radar_view::person(&data.areas, &data.scale, &language);
        printable_labels(&mut radar, typeface);
        let drawn = radar::draw(&mut radar, &Palette::with_accent(Some(data.frame.colours.accent)), typeface);
        let qr = qr::draw(&agreement.fingerprint().scanned()).unwrap_or_default();
        let sheet = Sheet {
            kind: Kind::Plan,
            data: self.data.clone(),
            charts: &[&drawn.svg, &qr],
            agreement: Some(&self.agreement),
            identity: &identity(agreement),
            date: data.date,
        };
        sheet.typeset(templates)
    }
}

#[derive(Deserialize)]
struct OnlyMade {
    made: Made,
}

/// What of a plan's data must be as the agreement has it, so that nobody can print
/// another level beside the right code.
#[derive(Deserialize)]
struct Data {
    frame: DataFrame,
    #[serde(deserialize_with = "from_text")]
    date: Date,
    title: String,
    state: String,
    draft: bool,
    name: String,
    school: String,
    facts: Vec<Fact>,
    radar_alt: String,
    scale: Vec<ScaleStep>,
    areas: Vec<AreaRow>,
    summary: Vec<Points>,
    plan: Vec<PlanLine>,
    follow_up: Option<String>,
    signatures: Vec<Signature>,
    code: String,
    code_alt: String,
}

#[derive(Deserialize)]
struct DataFrame {
    #[serde(deserialize_with = "from_text")]
    words_language: Tag,
    colours: DataColours,
    labels: BTreeMap<String, String>,
    department: String,
}

#[derive(Deserialize)]
struct DataColours {
    #[serde(deserialize_with = "from_text")]
    accent: Colour,
    #[serde(flatten)]
    others: BTreeMap<String, String>,
}

impl Data {
    /// Whether all that the code covers reads here as `agreement` has it.
    fn says(&self, agreement: &Agreement, typeface: &Typeface) -> bool {
        let language = Language::new(self.frame.words_language);
        let as_printed = |text: &str| printable(text, typeface).into_owned();
        let words = Words { language: &language, typeface };
        self.name == as_printed(&agreement.name)
            && self.school == as_printed(&agreement.school)
            && self.state == words.say(if self.draft { "plan-draft" } else { "plan-agreed" })
            && self.title == as_printed(&plan::title(&self.state, &self.name))
            && self.says_fact("label-school", Some(&agreement.school), &words)
            && self.says_fact("label-leader", agreement.leader.as_deref(), &words)
            && self.says_scale(agreement, &words)
            && self.says_areas(agreement, &words)
            && self.says_plan(agreement, &words)
            && self.says_signatures(agreement, &words)
            && self.summary_follows(&words)
            && self.frame_is_ours(&words)
            && self.code == as_printed(&plan::printed_code(agreement))
            && self.code_alt == as_printed(&plan::code_alt(agreement, &language))
            && self.radar_alt == as_printed(&radar_view::person_alt(&self.name, &self.areas, &language))
            && self.follow_up == plan::follow_up(agreement.follow_up, &language).map(|text| as_printed(&text))
    }

    fn says_fact(&self, label: &str, value: Option<&str>, words: &Words<'_>) -> bool {
        let label = words.say(label);
        let said: Vec<&str> =
            self.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect();
        said == value.map(|value| words.print(value)).iter().map(String::as_str).collect::<Vec<_>>()
    }

    fn says_scale(&self, agreement: &Agreement, words: &Words<'_>) -> bool {
        let agreed = agreement.scale.iter().map(|(number, name)| (*number, words.print(name)));
        agreed.eq(self.scale.iter().map(|step| (step.number, step.name.clone())))
    }

    fn says_areas(&self, agreement: &Agreement, words: &Words<'_>) -> bool {
        let step = |number: i64| self.scale.iter().position(|step| step.number == number);
        let mut agreed = agreement.areas.iter().filter_map(|area| Some((area, area.levels?)));
        let rows_agree = self.areas.iter().enumerate().all(|(i, row)| {
            let on_scale = [row.expected_step, row.last_year_step].into_iter().flatten();
            if row.number != i + 1 || !on_scale.into_iter().all(|step| step < self.scale.len()) {
                return false;
            }
            let levels = (row.current, row.wanted, row.current_step, row.wanted_step);
            if row.current.is_none() {
                return levels == (None, None, None, None)
                    && row.gap.is_empty()
                    && row.priority.is_empty()
                    && !row.needed;
            }
            let Some((area, agreed)) = agreed.next() else { return false };
            let gap = areas::gap(agreed.wanted.saturating_sub(agreed.current), words.language);
            let priority = agreed.priority.map(|priority| words.say(priority.word_key()));
            row.name == words.print(&area.name)
                && levels
                    == (Some(agreed.current), Some(agreed.wanted), step(agreed.current), step(agreed.wanted))
                && row.gap == words.print(&gap)
                && row.priority == priority.unwrap_or_default()
                && row.needed == (agreed.priority == Some(Priority::Need))
        });
        AREAS_OF_A_RADAR.contains(&self.areas.len()) && rows_agree && agreed.next().is_none()
    }

    fn says_plan(&self, agreement: &Agreement, words: &Words<'_>) -> bool {
        self.plan.len() == agreement.lines.len()
            && self.plan.iter().zip(&agreement.lines).all(|(printed, agreed)| {
                // Whether a colleague is named depends on a consent, which may be withdrawn.
                [Mentor::Named, Mentor::Unnamed].into_iter().any(|mentor| {
                    let department = &self.frame.department;
                    let line = plan::agreed_line(agreed, agreement, mentor, department, words.language);
                    [
                        (&printed.goal, &line.goal),
                        (&printed.area, &line.area),
                        (&printed.what, &line.what),
                        (&printed.responsible, &line.responsible),
                        (&printed.deadline, &line.deadline),
                    ]
                    .into_iter()
                    .all(|(printed, agreed)| *printed == words.print(agreed))
                })
            })
    }

    fn says_signatures(&self, agreement: &Agreement, words: &Words<'_>) -> bool {
        let leader = agreement.leader.as_deref().unwrap_or_default();
        let expected = [("label-employee", agreement.name.as_str()), ("label-leader", leader)];
        let expected = expected.map(|(role, name)| (words.say(role), words.print(name)));
        let printed: Vec<_> = self.signatures.iter().map(|s| (s.role.clone(), s.name.clone())).collect();
        printed == expected
    }

    /// Whether the boxes beside the radar say what the table of areas says.
    fn summary_follows(&self, words: &Words<'_>) -> bool {
        let last_plan = words.say("points-achieved");
        let levels = self.areas.iter().filter_map(|row| {
            let (current, wanted) = row.current.zip(row.wanted)?;
            let change = plan::point_change(&row.name, current, wanted, words.language);
            Some([change, plan::point_level(&row.name, current, words.language)])
        });
        let mut said: BTreeSet<String> = levels.flatten().map(|point| words.print(&point)).collect();
        said.insert(words.say("points-no-lifts"));
        let others = self.summary.iter().filter(|points| points.heading != last_plan);
        others.flat_map(|points| &points.points).all(|point| said.contains(point))
    }

    /// Whether headings are ours, and text is not hidden by its colour.
    fn frame_is_ours(&self, words: &Words<'_>) -> bool {
        let labels = words.language.labels("label-");
        let ours = labels.into_iter().map(|(name, label)| (name, words.print(&label)));
        let colours = view::colours(&Palette::with_accent(Some(self.frame.colours.accent)));
        let others = colours.into_iter().filter(|(role, _)| *role != "accent");
        ours.eq(self.frame.labels.clone())
            && others.map(|(role, colour)| (role.to_owned(), colour)).eq(self.frame.colours.others.clone())
    }
}

/// The program's words and a file's texts as they are printed.
struct Words<'a> {
    language: &'a Language,
    typeface: &'a Typeface,
}

impl Words<'_> {
    fn say(&self, key: &str) -> String {
        self.print(&self.language.say(key, &[]))
    }

    fn print(&self, text: &str) -> String {
        printable(text, self.typeface).into_owned()
    }
}

/// A value from the text that it is printed as.
fn from_text<'de, D: Deserializer<'de>, T: FromStr>(deserializer: D) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| D::Error::custom("not such a value"))
}
