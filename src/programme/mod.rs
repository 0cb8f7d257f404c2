//! Programmes that a group goes through in terms, and their cohorts.
//!
//! A programme (*forløb*) is a file of the folder `forløb/`; each cohort (*årgang*) is a file in the
//! folder of its programme's name. [`completion`] decides how far a participant is and what is missing for
//! the diploma, [`disclosure`] which figures about a cohort may be printed without names.

pub mod answers;
pub(crate) mod cohort;
pub(crate) mod cohort_file;
pub(crate) mod completion;
pub(crate) mod definition;
pub(crate) mod diploma;
pub(crate) mod disclosure;
mod lists;
pub(crate) mod part_reference;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::department::profile::Profile;
use crate::department::role_model::AreaIndex;
use crate::department::values::Period;
use crate::problem::{Code, Problem, Problems};
use crate::source::spelling::fold;
use crate::source::{Place, SourceFile, file_names};
use answers::CohortAnswers;
use cohort::{Cohort, CohortSession, Participant};
use completion::Completion;
pub use definition::Programme;

/// The programmes of a department.
#[derive(Debug, Default)]
pub struct Programmes {
    /// The programmes without errors, sorted by path.
    pub all: Vec<Programme>,
    /// Files with errors, for which no documents are built.
    pub broken: Vec<Arc<SourceFile>>,
}

/// A participant with their cohort and programme.
#[derive(Clone, Copy, Debug)]
pub struct Participation<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The cohort.
    pub cohort: &'a Cohort,
    /// The participant.
    pub participant: &'a Participant,
}

impl<'a> Participation<'a> {
    /// How far the participant is on the day `on`; without a day, no session has been held.
    pub(crate) fn completion(self, on: Option<Date>) -> Completion {
        Completion::of(self.programme, self.cohort, self.participant, on)
    }

    /// The days on which the participant is away for the sessions of the cohort.
    pub(crate) fn days(self) -> impl Iterator<Item = (Period, bool)> + use<'a> {
        let Self { participant, cohort, .. } = self;
        let comes = |session: &&CohortSession| {
            !participant.has_credit(session.part)
                && participant.is_there_for(session)
                && !participant.absent.contains(&session.part)
        };
        cohort.sessions.iter().filter(comes).map(|session| (session.days, session.half_days))
    }

    /// The lifts of the parts that are still to come for the participant on the day `on`, part by part; none
    /// for somebody who has left, or in a closed cohort.
    pub(crate) fn lifts_to_come(self, on: Option<Date>) -> Vec<LiftToCome> {
        let completion = self.completion(on);
        if !completion.is_active() || self.cohort.is_closed(on) {
            return Vec::new();
        }
        let parts = self.programme.parts.iter().enumerate();
        let to_come = parts.filter(|(number, _)| !completion.states[*number].is_done());
        let lifts = to_come.flat_map(|(number, part)| {
            part.lifts.iter().enumerate().filter_map(move |(area, level)| {
                Some(LiftToCome { area: AreaIndex(area), level: (*level)?, part: number })
            })
        });
        lifts.collect()
    }
}

impl Programmes {
    /// True if there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every cohort with its programme.
    pub fn cohorts(&self) -> impl Iterator<Item = (&Programme, &Cohort)> {
        self.all.iter().flat_map(|programme| programme.cohorts.iter().map(move |cohort| (programme, cohort)))
    }

    /// Every participant of every cohort.
    pub fn participations(&self) -> impl Iterator<Item = Participation<'_>> {
        self.cohorts().flat_map(|(programme, cohort)| {
            let of = move |participant| Participation { programme, cohort, participant };
            cohort.participants.iter().map(of)
        })
    }

    /// The participations of the person with the profile `file`, in the order of programmes and cohorts.
    pub(crate) fn of_profile<'a>(&'a self, file: &'a SourceFile) -> impl Iterator<Item = Participation<'a>> {
        self.participations().filter(|own| own.participant.profile.as_deref() == Some(file.name.as_str()))
    }

    /// The participation that `person` is in on the day `on`.
    pub(crate) fn running<'a>(&'a self, person: &'a Profile, on: Option<Date>) -> Option<Participation<'a>> {
        let is_running =
            |own: &Participation<'_>| !own.cohort.is_closed(on) && own.completion(on).is_active();
        self.of_profile(&person.file).find(is_running)
    }

    /// Whether a coming part of a programme lifts `person` to `level` in `area`.
    pub(crate) fn lift_to(&self, person: &Profile, area: AreaIndex, level: i64, on: Option<Date>) -> bool {
        self.lifts_to_come(person, on).iter().any(|lift| lift.area == area && lift.level >= level)
    }

    /// The lifts of the parts that `person` still has to come, by area and then by part.
    pub(crate) fn lifts_to_come(&self, person: &Profile, on: Option<Date>) -> Vec<LiftToCome> {
        let mut lifts: Vec<LiftToCome> =
            self.of_profile(&person.file).flat_map(|own| own.lifts_to_come(on)).collect();
        lifts.sort_by_key(|lift| (lift.area, lift.part));
        lifts
    }

    /// The participants of `cohort` who go on in one that is not closed on the day `on`, with parts that only
    /// this cohort's file says they have done.
    pub(crate) fn carried_on<'a>(
        programme: &'a Programme,
        cohort: &'a Cohort,
        on: Date,
    ) -> Vec<&'a Participant> {
        let needs_it = |participant: &&Participant| {
            let Some(moved) = &participant.moved else { return false };
            let done = Completion::of(programme, cohort, participant, Some(moved.on)).done();
            let others = programme.cohorts.iter().filter(|other| !other.is_closed(Some(on)));
            let there = others.filter(|other| fold(&other.key) == fold(&moved.to));
            let mut same = there
                .flat_map(|other| &other.participants)
                .filter(|other| fold(&other.name) == fold(&participant.name));
            same.any(|other| !done.is_subset(&other.credited))
        };
        cohort.participants.iter().filter(needs_it).collect()
    }

    /// The days on which the state of some part changes for the people of `cohorts`.
    pub(crate) fn days_of_change<'a>(
        cohorts: impl Iterator<Item = (&'a Programme, &'a Cohort)>,
    ) -> impl Iterator<Item = Date> {
        cohorts.flat_map(|(programme, cohort)| {
            let held = cohort.sessions.iter().map(|session| session.days.last);
            let ends =
                (0..programme.terms.len()).filter_map(|term| Some(programme.term_days(cohort, term)?.1));
            let next = held.chain(ends).filter_map(|day| day.tomorrow().ok());
            let left = cohort.participants.iter().filter_map(Participant::left_on);
            next.chain(cohort.closed).chain(left).collect::<BTreeSet<Date>>()
        })
    }
}

/// The ways to read `who` as a name and a workplace, split at a comma; nothing after it is no workplace.
pub(crate) fn names_with_workplaces(who: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    who.match_indices(',').map(|(at, _)| {
        let workplace = who[at + 1..].trim();
        (who[..at].trim(), Some(workplace).filter(|workplace| !workplace.is_empty()))
    })
}

/// How to type a participant whose name is not the only one.
pub(crate) fn with_workplace(name: &str, workplace: Option<&str>) -> String {
    match workplace {
        Some(workplace) => format!("{name}, {workplace}"),
        None => format!("{name},"),
    }
}

/// A level to which a coming part of a programme lifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LiftToCome {
    pub area: AreaIndex,
    pub level: i64,
    /// Index of the part in its programme.
    pub part: usize,
}

/// Programmes, cohorts and answers as they were read, before they are put together.
pub(crate) struct ProgrammeFiles {
    /// Programmes without errors of their own.
    pub programmes: Vec<Programme>,
    /// Programmes with errors, or that could not be read.
    pub broken: Vec<Arc<SourceFile>>,
}

/// What belongs to a cohort: the folder of its programme, folded, and its own name in there.
pub(crate) fn programme_of(file: &SourceFile) -> String {
    let folder = Path::new(&file.name).parent().and_then(Path::file_name).unwrap_or_default();
    fold(&folder.to_string_lossy())
}

/// The stem of a file's own name.
pub(crate) fn own_stem(file: &SourceFile) -> &str {
    file_names::stem(file.name.rsplit('/').next().unwrap_or_default())
}

/// The cohorts by their programmes, with answers; reports what belongs to nothing.
pub(crate) fn assemble(
    files: ProgrammeFiles,
    cohorts: Vec<Cohort>,
    mut answers: BTreeMap<(String, String), CohortAnswers>,
    problems: &mut Problems,
) -> Programmes {
    let ProgrammeFiles { mut programmes, broken } = files;
    for mut cohort in cohorts {
        let key = programme_of(&cohort.file);
        cohort.answers = answers.remove(&(key.clone(), fold(&cohort.key)));
        if let Some(programme) = programmes.iter_mut().find(|programme| fold(&programme.key) == key) {
            programme.cohorts.push(cohort);
        }
    }
    for ((folder, cohort), left) in answers {
        let is_of = |file: &Arc<SourceFile>| fold(own_stem(file)) == cohort && programme_of(file) == folder;
        if !broken.iter().any(is_of) {
            let problem = Problem::new(Code::UnknownCohort, Place::whole(&left.file));
            problems.push(problem.with("value", own_stem(&left.file)));
        }
    }
    for programme in &mut programmes {
        programme.cohorts.sort_by(|a, b| {
            let first = |cohort: &Cohort| cohort.sessions.first().map(|session| session.days.first);
            (first(a), &a.file.name).cmp(&(first(b), &b.file.name))
        });
        join_moves(programme, &broken, problems);
        check_made_up(programme, problems);
    }
    Programmes { all: programmes, broken }
}

/// Carries over what participants did in the cohorts that they moved from; reports moves to nowhere.
fn join_moves(programme: &mut Programme, broken: &[Arc<SourceFile>], problems: &mut Problems) {
    let names: Vec<String> = programme.cohorts.iter().map(|cohort| cohort.key.clone()).collect();
    // As often as there are cohorts, since a participant may have moved several times.
    for _ in 0..names.len() {
        let mut carried: Vec<(String, String, BTreeSet<usize>)> = Vec::new();
        for cohort in &programme.cohorts {
            for participant in &cohort.participants {
                let Some(moved) = &participant.moved else { continue };
                let done = Completion::of(programme, cohort, participant, Some(moved.on)).done();
                carried.push((fold(&moved.to), fold(&participant.name), done));
            }
        }
        let mut has_changed = false;
        for cohort in &mut programme.cohorts {
            for participant in &mut cohort.participants {
                for (to, name, done) in &carried {
                    if fold(&cohort.key) == *to && fold(&participant.name) == *name {
                        let before = participant.carried.len();
                        participant.carried.extend(done.iter().copied());
                        has_changed |= participant.carried.len() > before;
                    }
                }
            }
        }
        if !has_changed {
            break;
        }
    }
    // A cohort with errors exists too.
    let with_errors = broken.iter().filter(|file| programme_of(file) == fold(&programme.key));
    let names: Vec<String> =
        names.into_iter().chain(with_errors.map(|file| own_stem(file).to_owned())).collect();
    for cohort in &programme.cohorts {
        for moved in cohort.participants.iter().filter_map(|participant| participant.moved.as_ref()) {
            let is_known = names.iter().any(|name| fold(name) == fold(&moved.to) && *name != cohort.key);
            if !is_known {
                let others = names.iter().map(String::as_str).filter(|name| *name != cohort.key);
                let problem = Problem::new(Code::UnknownCohort, moved.place.clone()).with("value", &moved.to);
                problems.push(problem.suggesting(cohort.file.nearest(&moved.to, others)));
            }
        }
    }
}

/// Reports parts that participants made up for without having missed them here or in the cohort they moved
/// from.
fn check_made_up(programme: &Programme, problems: &mut Problems) {
    let everybody = || {
        programme.cohorts.iter().flat_map(|cohort| cohort.participants.iter().map(move |own| (cohort, own)))
    };
    for (cohort, participant) in everybody() {
        let Some(place) = &participant.made_up_place else { continue };
        let was_missed = |part: usize| {
            participant.absent.contains(&part)
                || everybody().any(|(_, other)| {
                    let is_to_here =
                        other.moved.as_ref().is_some_and(|moved| fold(&moved.to) == fold(&cohort.key));
                    is_to_here && fold(&other.name) == fold(&participant.name) && other.absent.contains(&part)
                })
        };
        if let Some(&part) = participant.made_up.iter().find(|part| !was_missed(**part)) {
            let problem = Problem::new(Code::MadeUpNotMissed, place.clone());
            problems.push(problem.with("part", &programme.parts[part].name));
        }
    }
}
