//! New programmes and cohorts: files that are sound as they are, with what can be filled in.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::skeleton::Page;
use crate::department::Department;
use crate::department::values::Text;
use crate::fields::{Field, cohort, cohort_session, diploma, part, participant, programme, term};
use crate::language::shared_files;
use crate::programme::definition::{PartKind, Programme};
use crate::schema::SchemaKind;
use crate::source::edit::value;
use crate::source::file_names;
use crate::source::spelling::{Word, fold};
use crate::source::walk;
use crate::storage;
use crate::storage::lock::LockGuard;

/// Terms of a new programme.
const TERMS: usize = 2;

/// Why no file was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NewProgrammeError {
    /// No file can have this name.
    #[error("not a name")]
    Name,
    /// The department has no such programme.
    #[error("no such programme")]
    Programme,
    /// The file exists.
    #[error("{} exists", .0.display())]
    File(PathBuf),
    /// The system refused.
    #[error("{}: {error}", path.display())]
    Io {
        /// Path of the file.
        path: PathBuf,
        /// Error of the system.
        error: io::Error,
    },
}

/// Makes the file of a programme called `name` in the department's folder.
///
/// # Errors
/// If it exists, can't be named so or can't be written.
pub(crate) fn new_programme(
    folder: &Path,
    department: &Department,
    name: &str,
    _: &LockGuard,
) -> Result<PathBuf, NewProgrammeError> {
    let Ok(Text(name)) = name.parse::<Text>() else { return Err(NewProgrammeError::Name) };
    let stem = file_stem(&name)?;
    let tag = department.settings.own_language();
    let own = walk::programmes_folders(folder).into_iter().next();
    let own = own.unwrap_or_else(|| folder.join(shared_files::PROGRAMMES[tag as usize]));
    let mut page = Page::new(SchemaKind::Programme, tag, 1);
    page.comment("new-programme-head");
    page.line("");
    page.field(&programme::NAME, &value(&name));
    page.field_off(&programme::AUDIENCE, &value(&page.say("new-programme-audience")));
    page.field_off(&programme::LED_BY, &format!("[{}]", page.say("new-file-somebody")));
    page.line("");
    page.field(&programme::TERMS, "");
    let key = |field: &Field| field.key_in(tag);
    let kind = |kind: PartKind| kind.written(tag);
    let entry = |name: String, of: PartKind| {
        format!(
            "      - {{{}: {}, {}: {}}}",
            key(&part::NAME),
            value(&name),
            key(&part::KIND),
            value(kind(of))
        )
    };
    for number in 1..=TERMS {
        page.line(&format!(
            "  - {}: {}",
            key(&term::THEME),
            value(&page.numbered("new-programme-theme", number))
        ));
        page.line(&format!("    {}:", key(&term::PARTS)));
        if number == 1 {
            page.line(&entry(page.say("new-programme-introduction"), PartKind::Introduction));
        }
        for meeting in [2 * number - 1, 2 * number] {
            page.line(&entry(page.numbered("new-programme-meeting", meeting), PartKind::Meeting));
        }
        page.line(&entry(page.numbered("new-programme-work", number), PartKind::OwnWork));
    }
    page.line("");
    page.comment("new-programme-rules");
    page.field(&programme::DIPLOMA, "");
    page.nested(&diploma::OWN_WORKS, crate::department::values::Answer::Yes.written(tag));
    page.nested(&diploma::ABSENCE, "1");
    page.nested(&diploma::MADE_UP_BY, &value(&page.say("new-programme-made-up")));
    create(&own.join(format!("{stem}.yaml")), &page.text)
}

/// Makes the file of a cohort called `name` of the programme called `of`.
///
/// # Errors
/// If there is no such programme, or the file exists, can't be named so or can't be written.
pub(crate) fn new_cohort(
    department: &Department,
    of: &str,
    name: &str,
    _: &LockGuard,
) -> Result<PathBuf, NewProgrammeError> {
    let Ok(Text(name)) = name.parse::<Text>() else { return Err(NewProgrammeError::Name) };
    let stem = file_stem(&name)?;
    let all = &department.programmes.all;
    let is_it = |known: &&Programme| fold(&known.name) == fold(of) || fold(&known.key) == fold(of);
    let known = all.iter().find(is_it).ok_or(NewProgrammeError::Programme)?;
    let tag = department.settings.own_language();
    let mut page = Page::new(SchemaKind::Cohort, tag, 2);
    page.comment("new-cohort-head");
    page.line("");
    page.field(&cohort::NAME, &value(&name));
    page.line("");
    page.comment("new-cohort-sessions");
    page.field(&cohort::SESSIONS, "");
    let key = |field: &Field| field.key_in(tag);
    for index in known.joint_parts() {
        page.line(&format!(
            "#  - {{{}: {}, {}: }}  # {}",
            key(&cohort_session::PART),
            index + 1,
            key(&cohort_session::START),
            known.parts[index].name
        ));
    }
    page.line("");
    page.comment("new-cohort-participants");
    page.field(&cohort::PARTICIPANTS, "");
    page.line(&format!(
        "#  - {{{}: {}, {}: …}}",
        key(&participant::NAME),
        page.say("new-file-somebody"),
        key(&participant::WORKPLACE)
    ));
    let folder = known.file.path.with_file_name(&known.key);
    create(&folder.join(format!("{stem}.yaml")), &page.text)
}

/// The name of a file for `name`.
fn file_stem(name: &str) -> Result<String, NewProgrammeError> {
    let stem = file_names::slug(name);
    let is_usable = !stem.is_empty() && file_names::invalid_on_windows(&stem).is_none();
    if is_usable { Ok(stem) } else { Err(NewProgrammeError::Name) }
}

fn create(path: &Path, text: &str) -> Result<PathBuf, NewProgrammeError> {
    let failed = |error: io::Error| NewProgrammeError::Io { path: path.to_owned(), error };
    if path.symlink_metadata().is_ok() {
        return Err(NewProgrammeError::File(path.to_owned()));
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    storage::create(path, text.as_bytes()).map_err(failed)?;
    Ok(path.to_owned())
}
