//! `forløb/<programme>.yaml`: terms with their parts, what a diploma needs, and who waits.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use strum::{IntoStaticStr, VariantArray};

use super::cohort::Cohort;
use super::lists::{people, texts, too_large};
use super::part_reference::{PartNames, read_parts};
use crate::department::shared::Shared;
use crate::department::values::{Count, Day, Text, YesNo};
use crate::fields::{diploma, part, programme, term, waiting};
use crate::problem::{Code, Problem, Problems};
use crate::source::SourceFile;
use crate::source::section::Section;
use crate::source::spelling::{fold, words};
use crate::source::tree::Node;

/// Limit of the parts of a programme; a file with more is a mistake.
const MAX_PARTS: usize = 200;

/// A programme.
#[derive(Debug)]
pub struct Programme {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The name of its file, which is also that of the folder of its cohorts.
    pub key: String,
    /// The name.
    pub name: String,
    /// For whom it is.
    pub audience: Option<String>,
    /// Who leads it.
    pub led_by: Vec<String>,
    /// The terms; at least one.
    pub terms: Vec<Term>,
    /// The parts of all terms in order, without introductions.
    pub parts: Vec<Part>,
    /// What comes before the first term.
    pub introductions: Vec<Part>,
    /// What a diploma needs.
    pub rules: DiplomaRules,
    /// Who waits for the next cohort, longest first.
    pub waiting: Vec<Waiting>,
    /// The cohorts, by their first session.
    pub cohorts: Vec<Cohort>,
}

/// A term of a programme.
#[derive(Debug)]
pub struct Term {
    pub theme: String,
    /// First and last day, where all cohorts share them.
    pub days: Option<(Date, Date)>,
    /// The parts, as indexes into [`Programme::parts`].
    pub parts: Range<usize>,
}

/// A part of a programme.
#[derive(Debug)]
pub struct Part {
    pub name: String,
    pub kind: PartKind,
    pub lecturers: Vec<String>,
    /// The level to which it lifts, by area.
    pub lifts: Vec<Option<i64>>,
    /// What an introduction goes through.
    pub checklist: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, IntoStaticStr)]
pub enum PartKind {
    /// A meeting of the cohort.
    #[strum(serialize = "møde")]
    Meeting,
    /// Work of one's own, to be approved.
    #[strum(serialize = "eget arbejde")]
    OwnWork,
    /// A lecture that the cohort hears together.
    #[strum(serialize = "forelæsning")]
    Lecture,
    /// What a new person goes through before the first term.
    #[strum(serialize = "introduktion")]
    Introduction,
}

words! {
    PartKind {
        Meeting: "word-part-meeting" "spelled-part-meeting";
        OwnWork: "word-part-own-work" "spelled-part-own-work";
        Lecture: "word-part-lecture" "spelled-part-lecture";
        Introduction: "word-part-introduction";
    }
}

impl PartKind {
    /// Whether the cohort meets for it, so that attendance counts.
    pub(crate) fn is_joint(self) -> bool {
        matches!(self, Self::Meeting | Self::Lecture)
    }

    /// Message key of the kind.
    pub(crate) fn word_key(self) -> &'static str {
        match self {
            Self::Meeting => "word-part-meeting",
            Self::OwnWork => "word-part-own-work",
            Self::Lecture => "word-part-lecture",
            Self::Introduction => "word-part-introduction",
        }
    }
}

/// What a diploma needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiplomaRules {
    /// All own works approved.
    pub own_works: bool,
    /// Joint parts that must be attended, made up for or credited.
    pub meetings: usize,
    /// Absences that need not be made up for.
    pub absence: usize,
    /// How an absence is made up for.
    pub made_up_by: Option<String>,
}

/// Somebody who waits for the next cohort.
#[derive(Debug)]
pub struct Waiting {
    pub name: String,
    pub workplace: Option<String>,
    /// The day on which they began to wait.
    pub since: Option<Date>,
    /// The introductions that are done.
    pub introduced: BTreeSet<usize>,
}

impl Programme {
    /// The joint parts, as indexes.
    pub(crate) fn joint_parts(&self) -> impl Iterator<Item = usize> + Clone {
        (0..self.parts.len()).filter(|&part| self.parts[part].kind.is_joint())
    }

    /// The own works, as indexes.
    pub(crate) fn own_works(&self) -> impl Iterator<Item = usize> + Clone {
        (0..self.parts.len()).filter(|&part| self.parts[part].kind == PartKind::OwnWork)
    }

    /// The index of the term that `part` belongs to.
    pub(crate) fn term_of(&self, part: usize) -> usize {
        self.terms.iter().position(|term| term.parts.contains(&part)).unwrap_or_default()
    }

    /// First and last day of a term for `cohort`: the programme's if the cohort meets within them or has no
    /// session of the term, else those of its sessions.
    pub(crate) fn term_days(&self, cohort: &Cohort, term: usize) -> Option<(Date, Date)> {
        let own = &self.terms[term];
        let of_term = || cohort.sessions.iter().filter(|session| own.parts.contains(&session.part));
        let first = of_term().map(|session| session.days.first).min();
        let last = of_term().map(|session| session.days.last).max();
        let Some((first, last)) = first.zip(last) else { return own.days };
        own.days.filter(|(start, end)| (start..=end).contains(&&first)).or(Some((first, last)))
    }

    /// The names of the parts, for references to them.
    pub(crate) fn part_names(&self) -> PartNames<'_> {
        PartNames::of(self.parts.iter().map(|part| part.name.as_str()))
    }

    /// The names of the introductions, for references to them.
    pub(crate) fn introduction_names(&self) -> PartNames<'_> {
        PartNames::of(self.introductions.iter().map(|part| part.name.as_str()))
    }
}

/// Reads a programme; `None` if it has no name or no parts.
pub(crate) fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    shared: Shared<'_>,
    problems: &mut Problems,
) -> Option<Programme> {
    let mut fields = Section::open(file, root, &programme::TABLE, problems)?;
    let name = fields.required::<Text>(&programme::NAME, problems);
    let audience = fields.value::<Text>(&programme::AUDIENCE, problems).map(|text| text.0);
    let led_by = texts(&mut fields, &programme::LED_BY, problems);
    if fields.node(&programme::TERMS).is_none() {
        fields.report_missing(&programme::TERMS);
    }
    let mut read = TermsRead::default();
    for node in fields.list(&programme::TERMS) {
        read.term(file, node, shared, problems);
    }
    let TermsRead { terms, parts, introductions, .. } = read;
    let joint = parts.iter().filter(|part| part.kind.is_joint()).count();
    let rules = read_rules(&mut fields, joint, problems);
    let mut programme = Programme {
        file: Arc::clone(file),
        key: super::own_stem(file).to_owned(),
        name: String::new(),
        audience,
        led_by,
        terms,
        parts,
        introductions,
        rules,
        waiting: Vec::new(),
        cohorts: Vec::new(),
    };
    let waiting = people(file, &mut fields, &programme::WAITING, problems).iter();
    programme.waiting = waiting.filter_map(|node| read_waiting(file, node, &programme, problems)).collect();
    programme.waiting.sort_by_key(|person| (person.since.is_none(), person.since));
    fields.finish(problems);
    programme.name = name?.value.0;
    (!programme.parts.is_empty()).then_some(programme)
}

/// The terms read so far.
#[derive(Default)]
struct TermsRead {
    terms: Vec<Term>,
    parts: Vec<Part>,
    introductions: Vec<Part>,
    names: BTreeMap<String, usize>,
}

impl TermsRead {
    fn term(&mut self, file: &Arc<SourceFile>, node: &Node, shared: Shared<'_>, problems: &mut Problems) {
        let Some(mut fields) = Section::open(file, node, &term::TABLE, problems) else { return };
        let theme = fields.required::<Text>(&term::THEME, problems);
        let start = fields.value::<Day>(&term::START, problems).map(|day| day.0);
        let end = fields.optional::<Day>(&term::END, problems);
        if fields.node(&term::PARTS).is_none() {
            fields.report_missing(&term::PARTS);
        }
        let first = self.parts.len();
        let nodes = fields.list(&term::PARTS);
        let left = MAX_PARTS.saturating_sub(self.parts.len() + self.introductions.len());
        if let Some(beyond) = nodes.get(left) {
            let count = MAX_PARTS - left + nodes.len();
            problems.push(too_large(file, beyond, count, MAX_PARTS));
        }
        for node in nodes.iter().take(left) {
            self.part(file, node, shared, problems);
        }
        fields.finish(problems);
        if let Some(end) = end.as_ref().filter(|end| start.is_some_and(|start| end.value.0 < start)) {
            problems.push(Problem::new(Code::DatesReversed, end.place.clone()));
        }
        if let Some(theme) = theme {
            let days = start.zip(end.map(|end| end.value.0));
            self.terms.push(Term { theme: theme.value.0, days, parts: first..self.parts.len() });
        }
    }

    fn part(&mut self, file: &Arc<SourceFile>, node: &Node, shared: Shared<'_>, problems: &mut Problems) {
        let Some(mut fields) = Section::open(file, node, &part::TABLE, problems) else { return };
        let name = fields.required::<Text>(&part::NAME, problems);
        let kind = fields.word::<PartKind>(&part::KIND, problems);
        if fields.node(&part::KIND).is_none() {
            fields.report_missing(&part::KIND);
        }
        let lecturers = texts(&mut fields, &part::LECTURERS, problems);
        let lifts = match fields.node(&part::LIFTS) {
            Some(node) => shared.role_model.levels_in(file, node, problems),
            None => vec![None; shared.role_model.areas.len()],
        };
        let checklist = texts(&mut fields, &part::CHECKLIST, problems);
        fields.finish(problems);
        let (Some(name), Some(kind)) = (name, kind) else { return };
        let line = name.place.line().unwrap_or_default();
        if let Some(first) = self.names.insert(fold(&name.value.0), line) {
            let problem = Problem::new(Code::DuplicatePart, name.place.clone());
            problems.push(problem.with("value", &name.value.0).with("line", first));
        }
        let kind = kind.value;
        let part = Part { name: name.value.0, kind, lecturers, lifts, checklist };
        if kind == PartKind::Introduction { self.introductions.push(part) } else { self.parts.push(part) }
    }
}

/// The rules; without any, all own works must be approved and every absence made up for.
fn read_rules(fields: &mut Section<'_>, joint: usize, problems: &mut Problems) -> DiplomaRules {
    let mut rules = DiplomaRules { own_works: true, meetings: joint, absence: 0, made_up_by: None };
    let Some(mut section) = fields.section(&programme::DIPLOMA, problems) else { return rules };
    if let Some(answer) = section.value::<YesNo>(&diploma::OWN_WORKS, problems) {
        rules.own_works = answer.0;
    }
    let mut count = |field, problems: &mut Problems| {
        let count = section.optional::<Count>(field, problems)?;
        let number = usize::try_from(count.value.0).unwrap_or(usize::MAX);
        if number > joint {
            let problem = Problem::new(Code::MoreMeetingsThanParts, count.place.clone());
            problems.push(problem.with("value", number).with("most", joint));
        }
        Some(number.min(joint))
    };
    let (meetings, absence) = (count(&diploma::MEETINGS, problems), count(&diploma::ABSENCE, problems));
    rules.meetings = meetings.unwrap_or(joint - absence.unwrap_or(0));
    rules.absence = absence.unwrap_or(joint - rules.meetings);
    rules.made_up_by = section.value::<Text>(&diploma::MADE_UP_BY, problems).map(|text| text.0);
    section.finish(problems);
    rules
}

fn read_waiting(
    file: &Arc<SourceFile>,
    node: &Node,
    programme: &Programme,
    problems: &mut Problems,
) -> Option<Waiting> {
    let mut fields = Section::open(file, node, &waiting::TABLE, problems)?;
    let name = fields.required::<Text>(&waiting::NAME, problems);
    let workplace = fields.value::<Text>(&waiting::WORKPLACE, problems).map(|text| text.0);
    let since = fields.value::<Day>(&waiting::SINCE, problems).map(|day| day.0);
    let names = programme.introduction_names();
    let introduced = read_parts(&mut fields, &waiting::INTRODUCED, &names, problems);
    fields.finish(problems);
    Some(Waiting { name: name?.value.0, workplace, since, introduced })
}
