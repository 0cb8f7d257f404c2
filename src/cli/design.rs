//! The fonts and templates of a run: embedded, or from a folder on the command line.

use std::path::Path;

use super::messages::{error_text, read_reason, shown, visible};
use crate::document::{TemplateError, Templates};
use crate::language::Language;
use crate::typeface::{FontError, Typeface};

/// The fonts in `folder`, or the embedded ones.
pub(super) fn typeface(folder: Option<&Path>, language: &Language) -> Result<Typeface, String> {
    let Some(folder) = folder else { return Ok(Typeface::embedded()) };
    Typeface::from_folder(folder).map_err(|error| {
        let reason = match error {
            FontError::NoFonts => language.say("reason-no-fonts", &[]),
            FontError::Io(error) => read_reason(&error, language),
        };
        let folder = shown(folder);
        error_text(language, "build-bad-fonts", &[("folder", folder.into()), ("reason", reason.into())])
    })
}

/// The templates in `folder`, or the embedded ones.
pub(super) fn templates(
    folder: Option<&Path>,
    typeface: &Typeface,
    language: &Language,
) -> Result<Templates, String> {
    let Some(folder) = folder else { return Ok(Templates::embedded(typeface)) };
    Templates::from_folder(folder, typeface).map_err(|error| bad_templates(folder, &error, language))
}

/// Checks that the fonts have the faces that `templates` need.
///
/// # Errors
/// The message with the missing faces.
pub(super) fn complete_fonts(
    fonts: Option<&Path>,
    templates: &Templates,
    language: &Language,
) -> Result<(), String> {
    let missing = templates.missing_faces();
    let Some(folder) = fonts.filter(|_| !missing.is_empty()) else { return Ok(()) };
    let facts = [("folder", shown(folder).into()), ("faces", visible(&missing.join(", ")).into())];
    Err(error_text(language, "build-missing-fonts", &facts))
}

/// The message for templates that can't be used.
pub(super) fn bad_templates(folder: &Path, error: &TemplateError, language: &Language) -> String {
    let reason = match error {
        TemplateError::Missing(name) => language.say("reason-missing", &[("name", (*name).into())]),
        TemplateError::Io(error) => read_reason(error, language),
    };
    let folder = shown(folder);
    error_text(language, "build-bad-templates", &[("folder", folder.into()), ("reason", reason.into())])
}
