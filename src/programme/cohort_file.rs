//! Reads `forløb/<programme>/<cohort>.yaml`.
//!
//! Presence is the rule: a file lists absences only, and never a reason.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cohort::{Cohort, CohortSession, Move, Participant};
use super::definition::{PartKind, Programme};
use super::lists::{people, texts};
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
use crate::source::{Place, SourceFile};

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
            let fault = part_reference::PartError::Unknown;
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
