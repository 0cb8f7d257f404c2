//! The public edition: made when asked for, and looked at in every run, because a
//! withdrawn consent counts from the next one.

use std::path::{Path, PathBuf};

use crate::chart::Chart;
use crate::chart::palette::Palette;
use crate::chart::radar;
use crate::department::settings::Settings;
use crate::department::{Department, Reading};
use crate::document::pdf::{Document, DocumentKind};
use crate::document::view::public_booklet;
use crate::document::{date, metadata, printable};
use crate::language::Language;
use crate::public::consent::ConsentAnswer;
use crate::public::edition::PublicEdition;
use crate::public::listed::{self, ListedPerson};
use crate::run::failure::{Failure, FailureReason};
use crate::run::output::Output;
use crate::run::request::BuildRequest;
use crate::run::write_document::{WriteOutcome, write_document};
use crate::source::spelling::fold;
use crate::source::walk;
use crate::storage;
use crate::typeface::Typeface;

/// The public booklet's name in the output folder.
pub const PUBLIC_BOOKLET: &str = "haefte-offentligt.pdf";

/// What became of the public edition in a run.
#[derive(Debug)]
pub struct PublicationOutcome {
    /// Its path.
    pub path: PathBuf,
    /// What became of it.
    pub fate: PublicationState,
    /// Those in the earlier edition whose yes is no longer there.
    pub withdrawn: Vec<ListedPerson>,
    /// Whether the earlier edition did not tell who stood in it, so that somebody in
    /// it may have withdrawn.
    pub unreadable: bool,
    /// Who stands in the new one and did not in the earlier one.
    pub came_in: Vec<ListedPerson>,
    /// Who stood in the earlier one and does no longer, withdrawn or not.
    pub went_out: Vec<ListedPerson>,
    /// Who stands in it by one file while another file of the same person says no.
    pub contradicted: Vec<ListedPerson>,
    /// What could not be made, written or deleted.
    pub failures: Vec<Failure>,
}

/// What became of the public edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationState {
    /// It was made.
    Built,
    /// It lies there as it would be made.
    UpToDate,
    /// The earlier one was deleted, and none was made.
    Deleted,
    /// Nobody has said yes, so none was made; there was no earlier one.
    Nobody,
    /// Something in the folder can't be read, so nobody can tell who has withdrawn:
    /// neither made nor deleted.
    Left,
    /// It should have been made or deleted, and could not be.
    Failed,
}

/// What an earlier run left.
enum Earlier {
    /// Nothing of this program's.
    Nothing,
    /// An edition that does not tell who stands in it.
    Unreadable,
    /// An edition with these people.
    Of(Vec<ListedPerson>),
}

/// Makes the public edition if it was asked for, makes it again if somebody in the
/// earlier one has withdrawn, or else deletes it. `None` where there is nothing to say.
pub(crate) fn update(
    request: &BuildRequest<'_>,
    department: Option<&Department>,
    reading: &Reading,
    language: &Language,
    output: &Output,
) -> Option<PublicationOutcome> {
    let asked = request.edition.public() && request.only.is_empty();
    let earlier = earlier(request.out, output);
    if matches!(earlier, Earlier::Nothing) && !asked {
        return None;
    }
    let path = request.out.join(PUBLIC_BOOKLET);
    let mut edition = PublicationOutcome {
        path,
        fate: PublicationState::Left,
        withdrawn: Vec::new(),
        unreadable: matches!(earlier, Earlier::Unreadable),
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
    let before = match earlier {
        Earlier::Of(people) => people,
        _ => Vec::new(),
    };
    let still_says_yes =
        |person: &&ListedPerson| answers.iter().any(|answer| is_yes_of(answer, person, settings));
    edition.withdrawn = before.iter().filter(|person| !still_says_yes(person)).cloned().collect();
    let due = edition.unreadable || !edition.withdrawn.is_empty();
    if !asked && !due {
        return None;
    }
    let made = match department {
        Some(department) if request.only.is_empty() => make(department, request, language, output),
        // Without its own files a department has no booklet, and `--only` makes none.
        _ if due => None,
        _ => return None,
    };
    match made {
        Some(Ok((people, made))) => {
            let missing_in = |others: &[ListedPerson], person: &&ListedPerson| {
                !others.iter().any(|other| other.is(person))
            };
            edition.came_in = people.iter().filter(|person| missing_in(&before, person)).cloned().collect();
            edition.went_out = before.iter().filter(|person| missing_in(&people, person)).cloned().collect();
            let says_no = |person: &&ListedPerson| {
                answers.iter().any(|(listed, answer)| !answer.yes && listed.is(person))
            };
            edition.contradicted = people.iter().filter(says_no).cloned().collect();
            edition.fate = if made == WriteOutcome::Written {
                PublicationState::Built
            } else {
                PublicationState::UpToDate
            };
        }
        Some(Err(reason)) => {
            edition.fail(reason);
            // What could not be made again must not stay either.
            if due {
                edition.delete(output, before);
            }
        }
        None if edition.unreadable || !before.is_empty() => edition.delete(output, before),
        None => edition.fate = PublicationState::Nobody,
    }
    Some(edition)
}

/// Looks at the public edition where the department itself can't be made out.
/// A folder without settings is no department; perhaps it was mistyped.
pub(crate) fn update_without_department(
    request: &BuildRequest<'_>,
    reading: &Reading,
    language: &Language,
) -> Option<PublicationOutcome> {
    if !walk::is_department(request.folder) {
        return None;
    }
    // The list of an output folder belongs to a department by its name, which is not known here.
    let edition = update(request, None, reading, language, &Output::guest(request.out))?;
    (edition.fate != PublicationState::Nobody).then_some(edition)
}

impl PublicationOutcome {
    fn fail(&mut self, reason: FailureReason) {
        self.fate = PublicationState::Failed;
        self.failures.push(Failure { path: self.path.clone(), reason });
    }

    fn delete(&mut self, output: &Output, before: Vec<ListedPerson>) {
        match output.delete(PUBLIC_BOOKLET) {
            Ok(_) => {
                self.fate = PublicationState::Deleted;
                self.went_out = before;
            }
            Err(error) => self.fail(error.into()),
        }
    }
}

/// Whether `answer` is a yes of `person`. Where its school is misspelt, the name is enough.
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

fn earlier(out: &Path, output: &Output) -> Earlier {
    if !output.owns(PUBLIC_BOOKLET) {
        return Earlier::Nothing;
    }
    people_in(&out.join(PUBLIC_BOOKLET)).map_or(Earlier::Unreadable, Earlier::Of)
}

/// Who stands in the edition at `path`; `None` where it does not tell.
fn people_in(path: &Path) -> Option<Vec<ListedPerson>> {
    let packet = metadata::own_packet(storage::open_file(path).ok()?).ok()??;
    listed::in_packet(&packet)
}

/// Whether a person called `name` may stand in the public edition in `out`, which
/// is so too where it does not tell.
pub fn may_stand_in_public(out: &Path, name: &str, typeface: &Typeface) -> bool {
    let name = fold(&printable::printable(name, typeface));
    people_in(&out.join(PUBLIC_BOOKLET)).is_none_or(|people| people.iter().any(|one| fold(&one.name) == name))
}

/// Who stands in the edition that is there now, and whether it was made anew; `None`
/// where nobody has said yes.
type Edition = Option<Result<(Vec<ListedPerson>, WriteOutcome), FailureReason>>;

fn make(
    department: &Department,
    request: &BuildRequest<'_>,
    language: &Language,
    output: &Output,
) -> Edition {
    let settings = &department.settings;
    let public = PublicEdition::new(
        settings,
        &department.role_model,
        &department.catalogue,
        &department.consenting,
        date::of_period(settings),
        language,
    );
    if public.people.is_empty() {
        return None;
    }
    let typeface = request.templates.typeface();
    let mut people: Vec<ListedPerson> = public
        .people
        .iter()
        .map(|person| ListedPerson::new(&person.name, &person.school, typeface))
        .collect();
    people.sort();
    people.dedup();
    Some(write(&public, &people, request, language, output).map(|made| (people, made)))
}

/// Writes the PDF of `public`, which tells that `people` stand in it.
fn write(
    public: &PublicEdition<'_>,
    people: &[ListedPerson],
    request: &BuildRequest<'_>,
    language: &Language,
    output: &Output,
) -> Result<WriteOutcome, FailureReason> {
    let typeface = request.templates.typeface();
    let palette = Palette::with_accent(public.accent);
    let draw = |mut radar: radar::Radar| {
        printable::printable_labels(&mut radar, typeface);
        radar::draw(&mut radar, &palette, typeface)
    };
    let person = |person| public_booklet::person_radar(person, public.role_model, language);
    let radars = public.people.iter().map(person).chain(public_booklet::group_radar(public, language));
    let drawn: Vec<radar::RenderedRadar> = radars.map(draw).collect();
    let charts: Vec<&Chart> = drawn.iter().map(|drawn| &drawn.chart).collect();
    let numbered: Vec<bool> = drawn.iter().map(|drawn| drawn.numbered).collect();
    let view = public_booklet::view(public, listed::keywords(people), language, &numbered);
    let document = Document {
        kind: DocumentKind::PublicBooklet,
        view: &view,
        charts: &charts,
        agreement: None,
        identity: "haefte-offentligt",
        date: public.date,
    };
    write_document(output, PUBLIC_BOOKLET, &document, request, |bytes| {
        // Somebody else's template may forget it; then nobody could withdraw.
        if listed::read(bytes).as_deref() == Some(people) { Ok(()) } else { Err(FailureReason::Unlisted) }
    })
}
