//! `forløb/<programme>/<cohort>.yaml`: who takes part, when the cohort meets, and what each has done.
//!
//! Presence is the rule: a file lists absences only, and never a reason.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::answers::Answers;
use super::definition::{PartKind, Programme, people, texts};
use super::part_reference::{self, PartNames, read_parts};
use crate::department::person::owner_of;
use crate::department::profile::Profile;
use crate::department::settings::Settings;
use crate::department::values::{Day, Period, Text, YesNo};
use crate::fields::{Field, cohort, cohort_session, moved, participant};
use crate::problem::{Code, Problem, Problems};
use crate::source::section::Section;
use crate::source::spelling::fold;
use crate::source::tree::Node;
use crate::source::{Place, SourceFile, file_names};

/// A cohort of a programme.
#[derive(Debug)]
pub struct Cohort {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The name of its file.
    pub key: String,
    /// The name.
    pub name: String,
    /// Who leads it; the programme's leaders if the file names none.
    pub led_by: Vec<String>,
    /// The sessions by date.
    pub sessions: Vec<CohortSession>,
    /// The participants in file order.
    pub participants: Vec<Participant>,
    /// The day of the close.
    pub closed: Option<Date>,
    /// What participants said at the end.
    pub answers: Option<Answers>,
}

/// A day or more on which a cohort meets for a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CohortSession {
    /// Index of the part.
    pub part: usize,
    /// First and last day.
    pub days: Period,
    /// The time of day, as written.
    pub time: Option<String>,
    /// The town or room.
    pub town: Option<String>,
    /// True if held in half days.
    pub half_days: bool,
}

/// A participant of a cohort.
#[derive(Clone, Debug)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// The workplace: the file's, or the school of the profile.
    pub workplace: Option<String>,
    /// Path of the profile; `None` for a bare name.
    pub profile: Option<String>,
    /// The introductions that are done.
    pub introduced: BTreeSet<usize>,
    /// Joint parts that the participant missed.
    pub absent: BTreeSet<usize>,
    /// Missed parts that were made up for.
    pub made_up: BTreeSet<usize>,
    /// Where these are listed.
    pub made_up_place: Option<Place>,
    /// Own works that were handed in.
    pub handed_in: BTreeSet<usize>,
    /// Own works that were approved.
    pub approved: BTreeSet<usize>,
    /// Parts that the participant knew before.
    pub credited: BTreeSet<usize>,
    /// Parts done in a cohort that the participant moved from.
    pub carried: BTreeSet<usize>,
    /// The move to another cohort.
    pub moved: Option<Move>,
    /// The day on which the participant stopped.
    pub stopped: Option<Date>,
}

/// A move to another cohort.
#[derive(Clone, Debug)]
pub struct Move {
    /// The name of the other cohort's file.
    pub to: String,
    /// Where it is named.
    pub place: Place,
    /// The day of the move.
    pub on: Date,
}

impl Participant {
    /// Path of the profile without extension.
    pub fn profile_stem(&self) -> Option<&str> {
        self.profile.as_deref().map(file_names::stem)
    }

    /// The day on which the participant moved or stopped.
    pub fn left_on(&self) -> Option<Date> {
        self.moved.as_ref().map(|moved| moved.on).into_iter().chain(self.stopped).min()
    }
}

impl Cohort {
    /// The session of a part; of several, the last.
    pub fn session_of(&self, part: usize) -> Option<&CohortSession> {
        self.sessions.iter().rev().find(|session| session.part == part)
    }

    /// First and last day of a term: the programme's if the cohort meets within them or has no session of
    /// the term, else those of its sessions.
    pub fn term_days(&self, programme: &Programme, term: usize) -> Option<(Date, Date)> {
        let own = &programme.terms[term];
        let of_term = || self.sessions.iter().filter(|session| own.parts.contains(&session.part));
        let first = of_term().map(|session| session.days.first).min();
        let last = of_term().map(|session| session.days.last).max();
        let Some((first, last)) = first.zip(last) else { return own.days };
        own.days.filter(|(start, end)| (start..=end).contains(&&first)).or(Some((first, last)))
    }

    /// The last day on which the cohort meets.
    pub fn last_day(&self) -> Option<Date> {
        self.sessions.iter().map(|session| session.days.last).max()
    }

    /// Whether it was closed by the day `on`.
    pub fn is_closed(&self, on: Date) -> bool {
        self.closed.is_some_and(|day| day <= on)
    }
}

/// Who the department knows by a profile.
pub(crate) struct KnownPeople<'a> {
    pub people: &'a [Profile],
    pub broken: &'a [Arc<SourceFile>],
    /// Whether nobody else can have a profile.
    pub complete: bool,
    pub settings: &'a Settings,
}

impl KnownPeople<'_> {
    /// The path and school of the only profile of `name`, or of the one at `workplace`.
    fn find(&self, name: &str, workplace: Option<&str>) -> Option<(&str, &str)> {
        let school = |person: &Profile| self.settings.schools[person.school.0].name.as_str();
        let folded = fold(name);
        let same = || self.people.iter().filter(|person| fold(&person.name.value) == folded);
        let at_work =
            || same().find(|person| workplace.is_none_or(|place| fold(place) == fold(school(person))));
        let found = match same().count() {
            1 if workplace.is_none() => same().next(),
            _ => at_work(),
        };
        found.map(|person| (person.file.name.as_str(), school(person)))
    }

    fn has_broken(&self, name: &str) -> bool {
        self.broken.iter().any(|file| owner_of(file).name.is_some_and(|own| fold(&own) == fold(name)))
    }
}

/// Reads a cohort of `programme`.
pub(crate) fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    programme: &Programme,
    known: &KnownPeople<'_>,
    problems: &mut Problems,
) -> Option<Cohort> {
    let mut fields = Section::open(file, root, &cohort::TABLE, problems)?;
    let key = super::own_stem(file).to_owned();
    let name = fields.value::<Text>(&cohort::NAME, problems).map_or_else(|| key.clone(), |text| text.0);
    let mut led_by = texts(&mut fields, &cohort::LED_BY, problems);
    if led_by.is_empty() {
        led_by.clone_from(&programme.led_by);
    }
    let names = programme.part_names();
    let nodes = people(file, &mut fields, &cohort::SESSIONS, problems).iter();
    let mut sessions: Vec<CohortSession> =
        nodes.filter_map(|node| read_session(file, node, programme, &names, problems)).collect();
    sessions.sort_by_key(|session| (session.days, session.part));
    let mut participants: Vec<Participant> = Vec::new();
    for node in people(file, &mut fields, &cohort::PARTICIPANTS, problems) {
        let Some((participant, place)) = read_participant(file, node, programme, known, problems) else {
            continue;
        };
        let is_same = |other: &&Participant| {
            fold(&other.name) == fold(&participant.name)
                && other.workplace.as_deref().map(fold) == participant.workplace.as_deref().map(fold)
        };
        if participants.iter().any(|other| is_same(&other)) {
            problems.push(Problem::new(Code::ParticipantTwice, place).with("value", &participant.name));
            continue;
        }
        participants.push(participant);
    }
    let closed = fields.value::<Day>(&cohort::CLOSED, problems).map(|day| day.0);
    fields.finish(problems);
    Some(Cohort { file: Arc::clone(file), key, name, led_by, sessions, participants, closed, answers: None })
}

fn read_session(
    file: &Arc<SourceFile>,
    node: &Node,
    programme: &Programme,
    names: &PartNames<'_>,
    problems: &mut Problems,
) -> Option<CohortSession> {
    let mut fields = Section::open(file, node, &cohort_session::TABLE, problems)?;
    let part = fields.required::<Text>(&cohort_session::PART, problems);
    let start = fields.required::<Day>(&cohort_session::START, problems);
    let end = fields.optional::<Day>(&cohort_session::END, problems);
    let time = fields.value::<Text>(&cohort_session::TIME, problems).map(|text| text.0);
    let town = fields.value::<Text>(&cohort_session::TOWN, problems).map(|text| text.0);
    let half_days = fields.value::<YesNo>(&cohort_session::HALF_DAYS, problems).is_some_and(|yes| yes.0);
    fields.finish(problems);
    let part = part?;
    let index = match names.one(&part.value.0) {
        Some(index) => index,
        None => {
            let fault = part_reference::NoPart::Unknown;
            problems.push(part_reference::problem(&part, fault, names));
            return None;
        }
    };
    if !programme.parts[index].kind.is_joint() {
        problems.push(of_another_kind(part.place.clone(), programme, index));
    }
    let first = start?.value.0;
    if let Some(end) = end.as_ref().filter(|end| end.value.0 < first) {
        problems.push(Problem::new(Code::DatesReversed, end.place.clone()));
    }
    let last = end.map_or(first, |end| end.value.0).max(first);
    Some(CohortSession { part: index, days: Period { first, last }, time, town, half_days })
}

/// The problem of a part that is a meeting where an own work is meant, or the other way round.
fn of_another_kind(place: Place, programme: &Programme, part: usize) -> Problem {
    let kind = match programme.parts[part].kind {
        PartKind::OwnWork => "own-work",
        _ => "meeting",
    };
    Problem::new(Code::PartOfAnotherKind, place).with("part", &programme.parts[part].name).with("kind", kind)
}

fn read_participant(
    file: &Arc<SourceFile>,
    node: &Node,
    programme: &Programme,
    known: &KnownPeople<'_>,
    problems: &mut Problems,
) -> Option<(Participant, Place)> {
    let mut fields = Section::open(file, node, &participant::TABLE, problems)?;
    let name = fields.required::<Text>(&participant::NAME, problems);
    let workplace = fields.value::<Text>(&participant::WORKPLACE, problems).map(|text| text.0);
    let introductions = programme.introduction_names();
    let introduced = read_parts(&mut fields, &participant::INTRODUCED, &introductions, problems);
    let names = programme.part_names();
    let mut parts = |field: &'static Field, joint: Option<bool>, problems: &mut Problems| {
        let parts = read_parts(&mut fields, field, &names, problems);
        let is_other =
            |&&part: &&usize| joint.is_some_and(|joint| programme.parts[part].kind.is_joint() != joint);
        if let Some(&part) = parts.iter().find(is_other) {
            let place = fields
                .node(field)
                .map_or_else(|| fields.place().clone(), |node| Place::at(file, node.bytes.clone()));
            problems.push(of_another_kind(place, programme, part));
        }
        parts
    };
    let absent = parts(&participant::ABSENT, Some(true), problems);
    let made_up = parts(&participant::MADE_UP, Some(true), problems);
    let handed_in = parts(&participant::HANDED_IN, Some(false), problems);
    let approved = parts(&participant::APPROVED, Some(false), problems);
    let credited = parts(&participant::CREDITED, None, problems);
    let made_up_place = fields.node(&participant::MADE_UP).map(|node| Place::at(file, node.bytes.clone()));
    let moved = fields.section(&participant::MOVED, problems).and_then(|mut section| {
        let to = section.required::<Text>(&moved::TO, problems);
        let day = section.required::<Day>(&moved::DAY, problems);
        section.finish(problems);
        let to = to?;
        Some(Move { to: to.value.0, place: to.place, on: day?.value.0 })
    });
    let stopped = fields.value::<Day>(&participant::STOPPED, problems).map(|day| day.0);
    fields.finish(problems);
    let name = name?;
    let found = known.find(&name.value.0, workplace.as_deref());
    if found.is_none() && workplace.is_none() && known.complete && !known.has_broken(&name.value.0) {
        let names = known.people.iter().map(|person| person.name.value.as_str());
        let problem = Problem::new(Code::UnknownParticipant, name.place.clone()).with("value", &name.value.0);
        problems.push(problem.suggesting(file.nearest(&name.value.0, names)));
    }
    let profile = found.map(|(profile, _)| profile.to_owned());
    let workplace = workplace.or_else(|| found.map(|(_, school)| school.to_owned()));
    let participant = Participant {
        name: name.value.0,
        workplace,
        profile,
        introduced,
        absent,
        made_up,
        made_up_place,
        handed_in,
        approved,
        credited,
        carried: BTreeSet::new(),
        moved,
        stopped,
    };
    Some((participant, name.place))
}
