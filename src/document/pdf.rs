//! Typesets a view to a PDF that conforms to both PDF/UA-1 and PDF/A.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::cache_key::Key;
use super::letter_parts;
use super::printable::printable_json;
use super::world::{
    AGREEMENT, BLANK_FORM, BOOKLET, CAREERS, DATA, DocumentWorld, FOLLOW_UP, FRAME, GUIDE, PLAN, PREPARATION,
    PRINT, PUBLIC, REGIONAL, STRATEGIC_PLAN, TemplateError, Templates, VIEW, chart_name, creator,
    letters_name,
};
use crate::agreement::Agreement;
use crate::chart::Chart;
use crate::typeface::Typeface;

/// A kind of document, with its template and PDF/A conformance level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// A person's plan: PDF/A-3a, which allows attachments.
    Plan,
    /// The department's internal booklet: PDF/A-2a.
    Booklet,
    /// The strategic training plan without names: PDF/A-2a.
    StrategicPlan,
    /// A person's preparation sheet for the talk: PDF/A-2a.
    Preparation,
    /// A person's sheet to follow the plan up: PDF/A-2a.
    FollowUp,
    /// Several plans to print, without attachments: PDF/A-2a.
    Print,
    /// The department's blank form: PDF/A-2a.
    BlankForm,
    /// The department's public booklet: PDF/A-2a.
    PublicBooklet,
    /// The guide to filling in a profile: PDF/A-2a.
    Guide,
    /// The needs of several departments: PDF/A-2a.
    Regional,
    /// The page for careers advisers: PDF/A-2a.
    Careers,
    /// The diploma of a participant of a programme: PDF/A-2a.
    Diploma,
    /// A participant's card with the staircase of terms: PDF/A-2a.
    Staircase,
    /// The programme sheets of a cohort's terms: PDF/A-2a.
    TermSheets,
    /// The attendance list of a cohort to sign: PDF/A-2a.
    Attendance,
    /// Who lacks what in a cohort: PDF/A-2a.
    Lacking,
    /// Who waits for the next cohort: PDF/A-2a.
    WaitingList,
    /// The closing page of a cohort, without names: PDF/A-2a.
    Closing,
}

impl DocumentKind {
    fn template(self) -> &'static str {
        match self {
            Self::Plan => PLAN,
            Self::Booklet => BOOKLET,
            Self::StrategicPlan => STRATEGIC_PLAN,
            Self::Preparation => PREPARATION,
            Self::FollowUp => FOLLOW_UP,
            Self::Print => PRINT,
            Self::BlankForm => BLANK_FORM,
            Self::PublicBooklet => PUBLIC,
            Self::Guide => GUIDE,
            Self::Regional => REGIONAL,
            Self::Careers => CAREERS,
            Self::Diploma => "diploma.typ",
            Self::Staircase => "staircase-card.typ",
            Self::TermSheets => "term-sheet.typ",
            Self::Attendance => "attendance.typ",
            Self::Lacking => "lacking.typ",
            Self::WaitingList => "waiting-list.typ",
            Self::Closing => "closing-page.typ",
        }
    }

    /// Whether the document is about one person, who may annotate or sign it.
    pub fn is_of_one_person(self) -> bool {
        matches!(self, Self::Plan | Self::Preparation | Self::FollowUp | Self::Diploma)
    }

    /// Checks that `templates` has the template of this kind.
    ///
    /// # Errors
    /// If the template is missing.
    pub fn check(self, templates: &Templates) -> Result<(), TemplateError> {
        let name = self.template();
        if templates.has(name) { Ok(()) } else { Err(TemplateError::Missing(name)) }
    }
}

/// The inputs of a PDF.
pub struct Document<'a, V> {
    /// The kind.
    pub kind: DocumentKind,
    /// The content.
    pub view: &'a V,
    /// The charts, in the order of their numbers in the view.
    pub charts: &'a [&'a Chart],
    /// The agreement, attached to plans beside the view.
    pub agreement: Option<&'a Agreement>,
    /// A document id that is equal for all versions of the document.
    pub identity: &'a str,
    /// The creation date.
    pub date: Date,
}

/// A failure to typeset a document, caused by a template and never by a profile.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct TypesetError(Vec<String>);

/// The complete input of typesetting. Equal input, templates and program give equal bytes.
pub struct TypesettingInput<'a> {
    pub(super) kind: DocumentKind,
    /// The view with printable texts.
    pub(super) data: Value,
    /// The same as JSON, as attached to a plan.
    pub(super) view: Vec<u8>,
    pub(super) charts: &'a [&'a Chart],
    pub(super) agreement: Option<String>,
    pub(super) identity: &'a str,
    pub(super) date: Date,
}

impl<'a> TypesettingInput<'a> {
    /// The input for `document`, with every character that `typeface` lacks replaced.
    ///
    /// # Errors
    /// If the view can't be serialised.
    pub fn of<V: Serialize>(document: &Document<'a, V>, typeface: &Typeface) -> Result<Self, TypesetError> {
        let mut data = serde_json::to_value(document.view)?;
        printable_json(&mut data, typeface);
        Ok(Self {
            kind: document.kind,
            view: serde_json::to_vec(&data)?,
            data,
            charts: document.charts,
            agreement: document.agreement.map(Agreement::to_yaml),
            identity: document.identity,
            date: document.date,
        })
    }

    /// The files that the template opens, by name. Data shared by all documents of a run is a
    /// separate file, so that Typst's cache can reuse its evaluation.
    ///
    /// # Errors
    /// If the view can't be serialised.
    pub fn files(mut self) -> Result<Vec<(String, Vec<u8>)>, TypesetError> {
        let frame = self.data.as_object_mut().and_then(|fields| fields.remove("frame"));
        let mut files = vec![
            (FRAME.to_owned(), serde_json::to_vec(&frame)?),
            (DATA.to_owned(), serde_json::to_vec(&self.data)?),
        ];
        for (n, chart) in self.charts.iter().enumerate() {
            files.push((chart_name(n), chart.svg.as_bytes().to_vec()));
            let letters = chart.letters.iter().map(|letters| letters.to_json().into_bytes());
            files.extend(letters.map(|letters| (letters_name(n), letters)));
        }
        if let Some(agreement) = self.agreement {
            files.extend([(AGREEMENT.to_owned(), agreement.into_bytes()), (VIEW.to_owned(), self.view)]);
        }
        Ok(files)
    }

    /// The cache key of a PDF made from this input with `templates`.
    pub fn key(&self, templates: &Templates) -> Key {
        let date = self.date.to_string();
        let counts = [self.charts.len(), usize::from(self.agreement.is_some())].map(|n| n.to_string());
        let fixed = [templates.key().as_bytes(), self.kind.template().as_bytes(), self.identity.as_bytes()];
        let counts = counts.iter().map(String::as_bytes);
        let charts: Vec<[Cow<'_, str>; 2]> = self.charts.iter().map(|chart| chart.parts()).collect();
        let charts = charts.iter().flatten().map(|part| part.as_bytes());
        let agreement = self.agreement.as_deref().unwrap_or_default();
        let texts = [date.as_bytes(), &self.view, agreement.as_bytes()];
        Key::of(fixed.into_iter().chain(counts).chain(charts).chain(texts))
    }

    /// Typesets the document and exports it as PDF.
    ///
    /// # Errors
    /// If the template fails or the result violates one of the PDF standards.
    pub fn typeset(self, templates: &Templates) -> Result<Vec<u8>, TypesetError> {
        self.lay_out(templates)?.export()
    }

    /// Lays out the pages.
    ///
    /// # Errors
    /// If the template fails.
    pub fn lay_out(self, templates: &Templates) -> Result<Pages, TypesetError> {
        let options = options(&self);
        let world = DocumentWorld::new(templates, self.kind.template(), self.files()?);
        let paged = typst::compile::<PagedDocument>(&world).output.map_err(describe)?;
        Ok(Pages { paged: letter_parts::separate(paged), options })
    }
}

/// The pages of a document before export.
pub struct Pages {
    paged: PagedDocument,
    options: PdfOptions,
}

impl Pages {
    /// Exports the pages as PDF.
    ///
    /// # Errors
    /// If the pages violate one of the PDF standards.
    pub fn export(&self) -> Result<Vec<u8>, TypesetError> {
        typst_pdf::pdf(&self.paged, &self.options).map_err(describe)
    }
}

fn options(document: &TypesettingInput<'_>) -> PdfOptions {
    let archival = match document.kind {
        DocumentKind::Plan => PdfStandard::A_3a,
        _ => PdfStandard::A_2a,
    };
    let date = document.date;
    let month_and_day = |value: i8| u8::try_from(value).unwrap_or(1);
    let datetime =
        Datetime::from_ymd(i32::from(date.year()), month_and_day(date.month()), month_and_day(date.day()));
    PdfOptions {
        ident: Smart::Custom(document.identity.to_owned()),
        creator: Smart::Custom(Some(creator())),
        timestamp: datetime.map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1, archival])
            .expect("PDF/UA-1 goes with PDF/A-2 and PDF/A-3"),
        ..PdfOptions::default()
    }
}

impl From<serde_json::Error> for TypesetError {
    fn from(error: serde_json::Error) -> Self {
        Self(vec![error.to_string()])
    }
}

fn describe(errors: impl IntoIterator<Item = SourceDiagnostic>) -> TypesetError {
    TypesetError(errors.into_iter().map(|error| error.message.to_string()).collect())
}
