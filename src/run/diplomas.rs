//! Makes the diplomas that are asked for; no build makes any.

use std::io;
use std::path::PathBuf;

use super::failure::{FailureReason, FileFailure};
use super::names::{DocumentNames, department_name};
use super::output::{KeptDocument, Output};
use super::request::BuildRequest;
use super::write_document::{WriteOutcome, write_document};
use crate::chart::qr;
use crate::department::Department;
use crate::document::pdf::{Document, DocumentKind};
use crate::document::view::programme::diploma as view;
use crate::language::Language;
use crate::programme::Participation;
use crate::programme::diploma::Diploma;

/// The outcome of making diplomas.
#[derive(Debug, Default)]
pub(crate) struct Diplomas {
    /// Those that were written.
    pub made: Vec<PathBuf>,
    /// Those that are current already.
    pub current: Vec<PathBuf>,
    /// Those that could not be made.
    pub failures: Vec<FileFailure>,
    /// Earlier ones that were edited by hand, under their new names.
    pub kept: Vec<KeptDocument>,
}

/// Makes `diplomas` in the output folder of `request`.
///
/// # Errors
/// If the folder can't be used.
pub(crate) fn make(
    diplomas: &[Diploma<'_>],
    department: &Department,
    language: &Language,
    request: &BuildRequest<'_>,
) -> io::Result<Diplomas> {
    let names = DocumentNames::of(department);
    let output = Output::open(request.out, &department_name(department))?.naming(names);
    let mut done = Diplomas::default();
    for diploma in diplomas {
        let Participation { programme, cohort, participant } = diploma.participation;
        let number = cohort.participants.iter().position(|other| std::ptr::eq(other, participant));
        let name = names.diploma(programme, cohort, number.unwrap_or_default());
        let path = request.out.join(&name);
        match make_one(diploma, &name, department, language, &output, request) {
            Ok(WriteOutcome::Written) => done.made.push(path),
            Ok(WriteOutcome::UpToDate) => done.current.push(path),
            Err(reason) => done.failures.push(FileFailure { path, reason }),
        }
    }
    done.kept = output.kept();
    output.close_if_held()?;
    Ok(done)
}

fn make_one(
    diploma: &Diploma<'_>,
    name: &str,
    department: &Department,
    language: &Language,
    output: &Output,
    request: &BuildRequest<'_>,
) -> Result<WriteOutcome, FailureReason> {
    let qr = qr::draw(&diploma.fingerprint.scanned()).ok_or(FailureReason::Chart)?;
    let document = Document {
        kind: DocumentKind::Diploma,
        view: &view::view(diploma, department, language),
        charts: &[&qr],
        agreement: None,
        identity: name,
        date: diploma.date,
    };
    write_document(output, name, &document, request, |_| Ok(()))
}
