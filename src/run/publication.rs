//! Publishing and withdrawing the public booklet.
//!
//! The booklet is written only on request, but every run compares the earlier one with the current
//! consents. After a withdrawal it is written again without the person, or deleted.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{FailureReason, FileFailure};
use super::names::{DocumentNames, is_public_booklet, is_public_volume};
use super::output::Output;
use super::request::BuildRequest;
use super::volumes::volumes;
use super::workers::evict_all;
use super::write_document::{WriteOutcome, write_document};
use crate::chart::Chart;
use crate::chart::palette::Palette;
use crate::chart::radar;
use crate::department::settings::Settings;
use crate::department::{Department, Reading};
use crate::document::pdf::{Document, DocumentKind};
use crate::document::view::Fact;
use crate::document::view::public_booklet::{self, PublicPart};
use crate::document::{metadata, printable};
use crate::language::Language;
use crate::public::consent::ConsentAnswer;
use crate::public::edition::{PublicEdition, PublicPerson};
use crate::public::listed::{self, ListedPerson};
use crate::source::spelling::fold;
use crate::source::walk;
use crate::storage;
use crate::typeface::Typeface;

/// The result of a run for the public booklet.
#[derive(Debug)]
pub struct PublicationOutcome {
    /// Path of the booklet.
    pub path: PathBuf,
    /// What the run did with it.
    pub state: PublicationState,
    /// People in the earlier edition without a consent now.
    pub withdrawn: Vec<ListedPerson>,
    /// Whether the earlier edition has no readable list of people, so that it may contain somebody
    /// who withdrew.
    pub unreadable: bool,
    /// People in the new edition who were not in the earlier one.
    pub came_in: Vec<ListedPerson>,
    /// People in the earlier edition who are not in the new one, for whatever reason.
    pub went_out: Vec<ListedPerson>,
    /// People who are included by one file while another file of theirs refuses.
    pub contradicted: Vec<ListedPerson>,
    /// Files that could not be written or deleted.
    pub failures: Vec<FileFailure>,
}

/// What a run did with the public booklet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationState {
    /// Written.
    Built,
    /// Already up to date.
    UpToDate,
    /// Deleted without replacement.
    Deleted,
    /// Not written, as nobody has consented; there was no earlier one.
    Nobody,
    /// Left alone, because unreadable files may contain a withdrawal.
    Left,
    /// Writing or deleting failed.
    Failed,
}

/// The public booklet of an earlier run.
enum PreviousEdition {
    /// There is none.
    Missing,
    /// One without a readable list of people.
    Unreadable,
    /// One with these people.
    Listing(Vec<ListedPerson>),
}

/// Writes the public booklet on request, and writes it again or deletes it if somebody in the earlier
/// one has withdrawn. `None` if there is nothing to report.
pub(crate) fn update(
    request: &BuildRequest<'_>,
    department: Option<&Department>,
    reading: &Reading,
    language: &Language,
    output: &Output,
) -> Option<PublicationOutcome> {
    let requested = request.edition.public() && request.only.is_empty();
    let existing = existing_files(request.out, output);
    let previous = previous_edition(request.out, &existing);
    if matches!(previous, PreviousEdition::Missing) && !requested {
        return None;
    }
    let own_name = department.map(|department| DocumentNames::of(department).public_booklet());
    let path = match own_name.or_else(|| existing.first().cloned()) {
        Some(name) => request.out.join(name),
        None => request.out.join(DocumentNames::default().public_booklet()),
    };
    let mut edition = PublicationOutcome {
        path,
        state: PublicationState::Left,
        withdrawn: Vec::new(),
        unreadable: matches!(previous, PreviousEdition::Unreadable),
        came_in: Vec::new(),
        went_out: Vec::new(),
        contradicted: Vec::new(),
        failures: Vec::new(),
    };
    if !reading.all_readable {
        return Some(edition);
    }
    let typeface = request.templates.typeface();
    let answers: Vec<(ListedPerson, ConsentAnswer)> = reading
        .profiles
        .iter()
        .map(|file| {
            let answer = ConsentAnswer::in_file(file);
            let said = |text: &Option<String>| text.clone().unwrap_or_default();
            let listed = ListedPerson::new(&said(&answer.owner.name), &said(&answer.owner.school), typeface);
            (listed, answer)
        })
        .collect();
    let settings = department.map(|department| &department.settings);
    let before = match previous {
        PreviousEdition::Listing(people) => people,
        _ => Vec::new(),
    };
    let still_says_yes =
        |person: &&ListedPerson| answers.iter().any(|answer| is_yes_of(answer, person, settings));
    edition.withdrawn = before.iter().filter(|person| !still_says_yes(person)).cloned().collect();
    let must_go = edition.unreadable || !edition.withdrawn.is_empty();
    if !requested && !must_go {
        return None;
    }
    let result = match department {
        Some(department) if request.only.is_empty() => write_if_any(department, request, language, output),
        // Without a valid department, or with `--only`, no booklet can be written.
        _ if must_go => None,
        _ => return None,
    };
    match result {
        Some(Ok(Written { people, files, outcome })) => {
            let missing_in = |others: &[ListedPerson], person: &&ListedPerson| {
                !others.iter().any(|other| other.is(person))
            };
            edition.came_in = people.iter().filter(|person| missing_in(&before, person)).cloned().collect();
            edition.went_out = before.iter().filter(|person| missing_in(&people, person)).cloned().collect();
            let says_no = |person: &&ListedPerson| {
                answers.iter().any(|(listed, answer)| !answer.yes && listed.is(person))
            };
            edition.contradicted = people.iter().filter(says_no).cloned().collect();
            edition.state = if outcome == WriteOutcome::Written {
                PublicationState::Built
            } else {
                PublicationState::UpToDate
            };
            let is_earlier = |name: &&String| !files.contains(name);
            for name in existing.iter().filter(is_earlier) {
                if let Err(error) = output.delete(name) {
                    edition.failures.push(FileFailure { path: request.out.join(name), reason: error.into() });
                }
            }
        }
        Some(Err(reason)) => {
            edition.fail(reason);
            // A booklet with a withdrawn person must not stay, even if it can't be replaced.
            if must_go {
                edition.delete(output, request.out, &existing, before);
            }
        }
        None if edition.unreadable || !before.is_empty() => {
            edition.delete(output, request.out, &existing, before);
        }
        None => edition.state = PublicationState::Nobody,
    }
    Some(edition)
}

/// As [`update`], for a folder without a valid department. A folder without a settings file is
/// probably a typo and left alone.
pub(crate) fn update_without_department(
    request: &BuildRequest<'_>,
    reading: &Reading,
    language: &Language,
) -> Option<PublicationOutcome> {
    if !walk::is_department(request.folder) {
        return None;
    }
    // The manifest of the output folder requires the department's name, which is unknown here.
    let edition = update(request, None, reading, language, &Output::guest(request.out))?;
    (edition.state != PublicationState::Nobody).then_some(edition)
}

impl PublicationOutcome {
    fn fail(&mut self, reason: FailureReason) {
        self.state = PublicationState::Failed;
        self.failures.push(FileFailure { path: self.path.clone(), reason });
    }

    /// Deletes the `existing` booklets, which list the people `before`.
    fn delete(&mut self, output: &Output, out: &Path, existing: &[String], before: Vec<ListedPerson>) {
        self.state = PublicationState::Deleted;
        self.went_out = before;
        // The booklet before its volumes, which are of no use without it.
        for name in existing.iter().rev() {
            let path = out.join(name);
            if let Err(error) = output.delete(name) {
                self.went_out.clear();
                self.path = path;
                self.fail(error.into());
            } else if self.state == PublicationState::Deleted {
                self.path = path;
            }
        }
    }
}

/// Whether `answer` is a yes of `person`. If its school is unknown, the name is enough.
fn is_yes_of(
    (listed, answer): &(ListedPerson, ConsentAnswer),
    person: &ListedPerson,
    settings: Option<&Settings>,
) -> bool {
    let school = answer.owner.school.as_deref();
    let unknown = || match (school, settings) {
        (Some(school), Some(settings)) => settings.school(school).is_none(),
        (school, _) => school.is_none(),
    };
    answer.yes && (listed.is(person) || fold(&listed.name) == fold(&person.name) && unknown())
}

/// The names of public booklets and their volumes in `out`: by name, since the number of volumes is
/// in no list that can't be lost.
fn public_files(out: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(out).into_iter().flatten().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| is_public_booklet(name))
}

/// The program's public booklets in `out`, and before them their volumes.
fn existing_files(out: &Path, output: &Output) -> Vec<String> {
    let mut existing: Vec<String> = public_files(out).filter(|name| output.owns(name)).collect();
    existing.sort_by(|a, b| is_public_volume(b).cmp(&is_public_volume(a)).then_with(|| a.cmp(b)));
    existing
}

/// The people in the `existing` booklets, of which there are several after the department's
/// language was changed.
fn previous_edition(out: &Path, existing: &[String]) -> PreviousEdition {
    if existing.is_empty() {
        return PreviousEdition::Missing;
    }
    let people: Option<Vec<Vec<ListedPerson>>> =
        existing.iter().map(|name| people_in(&out.join(name))).collect();
    people.map_or(PreviousEdition::Unreadable, |people| {
        let mut people = people.concat();
        people.sort();
        people.dedup();
        PreviousEdition::Listing(people)
    })
}

/// The people listed in the booklet at `path`; `None` without a readable list.
fn people_in(path: &Path) -> Option<Vec<ListedPerson>> {
    let packet = metadata::own_packet(storage::open_file(path).ok()?).ok()??;
    listed::in_packet(&packet)
}

/// Whether a public booklet or volume in `out` may contain a person called `name`: it lists them, or
/// has no readable list.
pub(crate) fn may_contain(out: &Path, name: &str, typeface: &Typeface) -> bool {
    let name = fold(&printable::printable(name, typeface));
    let lists =
        |path: &Path| people_in(path).is_none_or(|people| people.iter().any(|one| fold(&one.name) == name));
    public_files(out).any(|file| lists(&out.join(file)))
}

/// The public booklet, once it is current.
struct Written {
    people: Vec<ListedPerson>,
    /// The booklet and its volumes.
    files: Vec<String>,
    /// Whether any of them was written.
    outcome: WriteOutcome,
}

/// Makes the public booklet current, the volumes first; `None` if nobody has consented.
fn write_if_any(
    department: &Department,
    request: &BuildRequest<'_>,
    language: &Language,
    output: &Output,
) -> Option<Result<Written, FailureReason>> {
    let public = PublicEdition::of(department, language);
    if public.people.is_empty() {
        return None;
    }
    let names = DocumentNames::of(department);
    let writer = Writer { public: &public, request, language, output };
    Some(writer.write_all(names))
}

/// Writes the files of one public booklet.
struct Writer<'a> {
    public: &'a PublicEdition<'a>,
    request: &'a BuildRequest<'a>,
    language: &'a Language,
    output: &'a Output,
}

impl Writer<'_> {
    fn write_all(&self, names: DocumentNames) -> Result<Written, FailureReason> {
        let schools: Vec<&str> = self.public.people.iter().map(|person| person.school.as_str()).collect();
        let ranges = volumes(&schools);
        let mut files = Vec::new();
        let mut outcome = WriteOutcome::UpToDate;
        let mut lines = Vec::new();
        for (i, range) in ranges.iter().enumerate() {
            let name = names.public_volume(i + 1);
            let mut schools = schools[range.clone()].to_vec();
            schools.dedup();
            lines.push(Fact { label: name.clone(), value: schools.join(", ") });
            let part = PublicPart::Volume { number: i + 1, count: ranges.len(), people: range.clone() };
            // What the last volume left in the cache would come on top of it.
            evict_all();
            if self.write(&name, &name, part)? == WriteOutcome::Written {
                outcome = WriteOutcome::Written;
            }
            files.push(name);
        }
        let part = if ranges.is_empty() { PublicPart::Whole } else { PublicPart::Front(lines) };
        let name = names.public_booklet();
        if self.write(&name, "haefte-offentligt", part)? == WriteOutcome::Written {
            outcome = WriteOutcome::Written;
        }
        files.push(name);
        Ok(Written { people: self.listed(&self.public.people), files, outcome })
    }

    /// The list of `people` for the metadata.
    fn listed(&self, people: &[PublicPerson]) -> Vec<ListedPerson> {
        let typeface = self.request.templates.typeface();
        let listed = people.iter().map(|person| ListedPerson::new(&person.name, &person.school, typeface));
        let mut listed: Vec<ListedPerson> = listed.collect();
        listed.sort();
        listed.dedup();
        listed
    }

    /// Writes the PDF of a part, with the list of its people, to `name`. The part without people's
    /// pages lists everybody.
    fn write(&self, name: &str, identity: &str, part: PublicPart) -> Result<WriteOutcome, FailureReason> {
        let Self { public, language, .. } = *self;
        let typeface = self.request.templates.typeface();
        let palette = Palette::with_accent(public.accent);
        let draw = |mut radar: radar::Radar| {
            printable::printable_labels(&mut radar, typeface);
            radar::draw(&mut radar, &palette, typeface)
        };
        let listed = match &part {
            PublicPart::Volume { people, .. } => self.listed(&public.people[people.clone()]),
            PublicPart::Whole | PublicPart::Front(_) => self.listed(&public.people),
        };
        let person = |person| public_booklet::person_radar(person, public.role_model, language);
        let group = public_booklet::has_group(&part).then(|| public_booklet::group_radar(public, language));
        let radars = part.people(public).iter().map(person).chain(group.flatten());
        let drawn: Vec<radar::RenderedRadar> = radars.map(draw).collect();
        let charts: Vec<&Chart> = drawn.iter().map(|drawn| &drawn.chart).collect();
        let numbered: Vec<bool> = drawn.iter().map(|drawn| drawn.numbered).collect();
        let view = public_booklet::view(public, part, listed::keywords(&listed), language, &numbered);
        let document = Document {
            kind: DocumentKind::PublicBooklet,
            view: &view,
            charts: &charts,
            agreement: None,
            identity,
            date: public.date,
        };
        write_document(self.output, name, &document, self.request, |bytes| {
            // A custom template may omit the list, which would make withdrawals impossible to detect.
            let is_listed = listed::read(bytes).is_some_and(|read| read == listed);
            if is_listed { Ok(()) } else { Err(FailureReason::Unlisted) }
        })
    }
}
