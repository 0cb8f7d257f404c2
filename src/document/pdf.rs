//! A view to the bytes of a PDF that is PDF/UA-1 and PDF/A at once.

use jiff::civil::Date;
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::printable::printable_json;
use crate::agreement::Agreement;

use super::world::{
    BLANK_FORM, BOOKLET, DocumentWorld, GUIDE, PLAN, PREPARATION, PUBLIC, STRATEGIC_PLAN, TemplateError,
    Templates,
};

/// The kinds of document, each with its template and its archival level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A person's plan: PDF/A-3a, because it carries what was agreed.
    Plan,
    /// The department's booklet: PDF/A-2a, which carries nothing.
    Booklet,
    /// The strategic training plan without names: PDF/A-2a.
    StrategicPlan,
    /// What a person writes on before the talk: PDF/A-2a.
    Preparation,
    /// The department's form without a person: PDF/A-2a.
    BlankForm,
    /// The department's public booklet: PDF/A-2a, which carries nothing.
    PublicBooklet,
    /// The page that shows how to fill in a profile: PDF/A-2a.
    Guide,
}

impl Kind {
    fn template(self) -> &'static str {
        match self {
            Self::Plan => PLAN,
            Self::Booklet => BOOKLET,
            Self::StrategicPlan => STRATEGIC_PLAN,
            Self::Preparation => PREPARATION,
            Self::BlankForm => BLANK_FORM,
            Self::PublicBooklet => PUBLIC,
            Self::Guide => GUIDE,
        }
    }

    /// Whether `templates` have what this kind is made with.
    ///
    /// # Errors
    /// If its template is missing.
    pub fn check(self, templates: &Templates) -> Result<(), TemplateError> {
        let name = self.template();
        if templates.has(name) { Ok(()) } else { Err(TemplateError::Missing(name)) }
    }
}

/// Everything that a PDF is made from.
pub struct Document<'a, V> {
    /// Its kind.
    pub kind: Kind,
    /// What it shows.
    pub view: &'a V,
    /// Its charts, as SVG, by the numbers that the view names.
    pub charts: &'a [&'a str],
    /// What is agreed; carried by plans, beside the data of the view.
    pub agreement: Option<&'a Agreement>,
    /// A name that stays the same from one version of the document to the next.
    pub identity: &'a str,
    /// The date it bears.
    pub date: Date,
}

/// Why a document could not be typeset: a fault in a template, not in a profile.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct TypesetError(Vec<String>);

/// Typesets `document`.
///
/// # Errors
/// If the template fails, or the result breaks one of the PDF standards.
pub fn typeset<V: Serialize>(
    document: &Document<'_, V>,
    templates: &Templates,
) -> Result<Vec<u8>, TypesetError> {
    let mut data = serde_json::to_value(document.view).map_err(|e| TypesetError(vec![e.to_string()]))?;
    printable_json(&mut data, templates.typeface());
    let data = serde_json::to_vec(&data).map_err(|e| TypesetError(vec![e.to_string()]))?;
    let agreement = document.agreement.map(Agreement::to_yaml);
    let sheet = Sheet {
        kind: document.kind,
        data,
        charts: document.charts,
        agreement: agreement.as_deref(),
        identity: document.identity,
        date: document.date,
    };
    sheet.typeset(templates)
}

/// A document whose data is ready to be printed.
pub(super) struct Sheet<'a> {
    pub kind: Kind,
    pub data: Vec<u8>,
    pub charts: &'a [&'a str],
    pub agreement: Option<&'a str>,
    pub identity: &'a str,
    pub date: Date,
}

impl Sheet<'_> {
    pub fn typeset(self, templates: &Templates) -> Result<Vec<u8>, TypesetError> {
        let options = options(&self);
        let world =
            DocumentWorld::new(templates, self.kind.template(), self.data, self.charts, self.agreement);
        let paged = typst::compile::<PagedDocument>(&world).output.map_err(describe)?;
        typst_pdf::pdf(&paged, &options).map_err(describe)
    }
}

fn options(document: &Sheet<'_>) -> PdfOptions {
    let archival = match document.kind {
        Kind::Plan => PdfStandard::A_3a,
        Kind::Booklet
        | Kind::StrategicPlan
        | Kind::Preparation
        | Kind::BlankForm
        | Kind::PublicBooklet
        | Kind::Guide => PdfStandard::A_2a,
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

/// The program's mark in every PDF, by which it knows its own files.
pub fn creator() -> String {
    format!("spind {}", env!("CARGO_PKG_VERSION"))
}

fn describe(errors: impl IntoIterator<Item = SourceDiagnostic>) -> TypesetError {
    TypesetError(errors.into_iter().map(|error| error.message.to_string()).collect())
}
