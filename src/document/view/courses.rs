//! The list of courses and other ways to close gaps, each with the reason for listing it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub(crate) use super::course_name::{name, printed_name};
use super::page_budget;
use crate::analysis::choices::{
    Advancement, CourseChoice, GapChoice, GapClosing, PersonChoices, open_sessions,
};
use crate::analysis::gaps::{Gap, gaps, priority_rank};
use crate::analysis::matching::{LevelFit, Match};
use crate::analysis::mentors::Mentors;
use crate::department::catalogue::{Course, CourseIndex, Session, Teaching};
use crate::department::profile::{Activity, Priority, Profile, What};
use crate::department::role_model::AreaIndex;
use crate::department::settings::Currency;
use crate::department::{Department, course_number};
use crate::language::Language;

/// The size limits of a course list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Limit {
    /// The target number of courses; each gap has at least one.
    pub lines: usize,
    /// The most lines regardless of gaps; further courses are counted.
    pub most: usize,
    /// The most courses for a gap.
    pub per_gap: usize,
}

/// The limits on a person's page in the booklet, page budget permitting.
pub(crate) const IN_BOOKLET: Limit = Limit { lines: 4, most: 12, per_gap: 2 };

/// The most suggestions on a plan.
const MAX_SUGGESTIONS: usize = 3;
/// The most gaps with the full number of mentors.
const MANY_GAPS: usize = 8;
/// The most sessions with dates for a course.
const MAX_SESSIONS: usize = 2;
/// The most later blocks of a session that are listed.
const MAX_BLOCKS: usize = 3;
/// The most gaps with a suggested mentor; halved if there are very many gaps.
const MAX_MENTORS: usize = 6;

/// The courses of a priority.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CourseGroup {
    pub(in crate::document) heading: String,
    /// Whether the priority is the highest, for emphasis.
    pub(in crate::document) needed: bool,
    /// Best first.
    pub(in crate::document) lines: Vec<CourseLine>,
}

/// A course, or a gap without one.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CourseLine {
    /// The number or id; `None` if the catalogue has no course.
    pub(in crate::document) number: Option<String>,
    pub(in crate::document) title: String,
    /// Form, provider and length.
    kind: String,
    pub(in crate::document) reason: String,
    /// Dates, place, price and free seats.
    details: String,
}

impl CourseGroup {
    /// The height in the booklet in millimetres, for texts cut to `letters` characters.
    pub(crate) fn height(&self, letters: usize) -> f64 {
        let cut = |text: &str| text.chars().take(letters).collect::<String>();
        let line =
            |line: &CourseLine| page_budget::course(&cut(&line.title), &cut(&line.reason), &cut(&line.kind));
        page_budget::COURSE_HEADING + self.lines.iter().map(line).sum::<f64>()
    }
}

/// The inputs of a course list.
#[derive(Clone, Copy)]
pub(crate) struct CourseListInputs<'a> {
    pub person: &'a Profile,
    /// The person's course choices.
    pub choices: &'a PersonChoices,
    pub department: &'a Department,
    /// The reference day for which sessions are still ahead.
    pub on: Option<Date>,
    pub language: &'a Language,
}

/// The listed courses by priority, and the number of further ones in the catalogue. Courses of
/// the person's plan come first within `limit`.
pub(crate) fn groups(inputs: CourseListInputs<'_>, limit: Limit) -> (Vec<CourseGroup>, usize) {
    let CourseListInputs { choices, department, language, .. } = inputs;
    let all = &choices.gaps;
    // Every gap has its best course; remaining lines go to the first gaps.
    let mut spare = limit.lines.saturating_sub(all.len());
    let mut listed = BTreeSet::new();
    let mut possible = BTreeSet::new();
    let mut groups: Vec<(u8, CourseGroup)> = Vec::new();
    let mut lines_so_far = 0;
    for choice in all {
        let gap = choice.gap();
        let planned = choices.to_come().filter(|own| is_planned(own) && own.serves.contains(&gap));
        let planned: Vec<CourseIndex> = planned.map(|own| own.course).collect();
        let suggested: Vec<CourseIndex> = inputs.suggested(choice, &planned);
        possible.extend(planned.iter().chain(&suggested).copied());
        // A course that closes two gaps is listed under the first one and counts for both.
        let is_fresh = |course: &CourseIndex| !listed.contains(course);
        let already = planned.iter().chain(&suggested).filter(|course| !is_fresh(course)).count();
        let planned: Vec<CourseIndex> = planned.into_iter().filter(is_fresh).collect();
        let left = limit.most - lines_so_far;
        let allowed = (1 + spare.min(limit.per_gap - 1)).saturating_sub(already + planned.len());
        let suggested: Vec<CourseIndex> = suggested.into_iter().filter(is_fresh).take(allowed).collect();
        let fresh: Vec<CourseIndex> = planned.into_iter().chain(suggested).take(left).collect();
        spare -= fresh.len().saturating_sub(1).min(spare);
        listed.extend(fresh.iter().copied());
        let mut lines: Vec<CourseLine> =
            fresh.iter().map(|&course| inputs.line(course, Some(choice))).collect();
        if choice.way == GapClosing::Nothing && left > 0 {
            lines.push(without_course(gap, department, language));
        }
        lines_so_far += lines.len();
        if lines.is_empty() {
            continue;
        }
        let rank = priority_rank(gap.priority);
        match groups.last_mut().filter(|(last, _)| *last == rank) {
            Some((_, group)) => group.lines.extend(lines),
            None => groups.push((rank, CourseGroup::of(gap.priority, lines, language))),
        }
    }
    let others = choices.to_come().filter(|own| own.serves.is_empty()).map(|own| own.course);
    let others: Vec<CourseIndex> = others.filter(|course| !listed.contains(course)).collect();
    possible.extend(others.iter().copied());
    let others: Vec<CourseIndex> = others.into_iter().take(limit.most - lines_so_far).collect();
    if !others.is_empty() {
        listed.extend(others.iter().copied());
        let lines = others.iter().map(|&course| inputs.line(course, None)).collect();
        let heading = language.say("courses-planned", &[]);
        groups.push((u8::MAX, CourseGroup { heading, needed: false, lines }));
    }
    let more = possible.difference(&listed).count();
    (groups.into_iter().map(|(_, group)| group).collect(), more)
}

/// Suggestions for gaps that the plan leaves open, the most needed first, and the number of further
/// courses in the catalogue for these gaps, by the number of suggestions that are shown.
pub(crate) fn suggestions(inputs: CourseListInputs<'_>) -> (Vec<CourseGroup>, Vec<usize>) {
    let CourseListInputs { choices, department, language, .. } = inputs;
    let planned: Vec<CourseIndex> =
        choices.to_come().filter(|own| is_planned(own)).map(|own| own.course).collect();
    let mut possible = BTreeSet::new();
    let mut candidates: Vec<(bool, usize, usize, Option<CourseIndex>)> = Vec::new();
    for (position, choice) in choices.gaps.iter().enumerate() {
        // Gaps for which the draft proposes another way come last.
        let covered = matches!(choice.way, GapClosing::Other(_));
        let courses = inputs.suggested(choice, &planned);
        possible.extend(courses.iter().copied());
        let courses = courses.into_iter().map(Some);
        let nothing = (choice.way == GapClosing::Nothing).then_some(None);
        let ways = nothing.into_iter().chain(courses).enumerate();
        candidates.extend(ways.map(|(rank, course)| (covered, rank, position, course)));
    }
    candidates.sort_by_key(|(covered, rank, position, _)| (*covered, *rank, *position));
    let mut listed = BTreeSet::new();
    candidates.retain(|(.., course)| course.is_none_or(|course| listed.insert(course)));
    candidates.truncate(MAX_SUGGESTIONS);
    candidates.sort_by_key(|(_, rank, position, _)| (*position, *rank));
    let mut groups: Vec<(u8, CourseGroup)> = Vec::new();
    for (_, _, position, course) in &candidates {
        let choice = &choices.gaps[*position];
        let gap = choice.gap();
        let line = match course {
            Some(course) => inputs.suggestion(*course, choice),
            None => without_course(gap, department, language),
        };
        let rank = priority_rank(gap.priority);
        match groups.last_mut().filter(|(last, _)| *last == rank) {
            Some((_, group)) => group.lines.push(line),
            None => groups.push((rank, CourseGroup::of(gap.priority, vec![line], language))),
        }
    }
    let is_course = |candidate: &&(bool, usize, usize, Option<CourseIndex>)| candidate.3.is_some();
    let shown = (0..=candidates.len()).map(|count| candidates[..count].iter().filter(is_course).count());
    let more = shown.map(|shown| possible.len() - shown).collect();
    (groups.into_iter().map(|(_, group)| group).collect(), more)
}

impl CourseGroup {
    fn of(priority: Option<Priority>, lines: Vec<CourseLine>, language: &Language) -> Self {
        Self { heading: heading(priority, language), needed: priority == Some(Priority::Need), lines }
    }
}

fn is_planned(choice: &CourseChoice) -> bool {
    choice.progress != Advancement::Suggested
}

impl CourseListInputs<'_> {
    /// The suggested courses for a gap besides those `planned` for it, best first; none if the plan
    /// names a course for it or decides otherwise.
    fn suggested(&self, choice: &GapChoice, planned: &[CourseIndex]) -> Vec<CourseIndex> {
        let matches = choice.ways.matches.iter().map(|found| found.course);
        let others = matches.filter(|course| !planned.contains(course));
        match choice.way {
            GapClosing::Course(chosen, Advancement::Suggested) => {
                std::iter::once(chosen).chain(others.filter(|course| *course != chosen)).collect()
            }
            GapClosing::Other(Advancement::Proposed) if self.person.agreed.is_none() => others.collect(),
            _ => Vec::new(),
        }
    }

    /// The line for a course, listed for the gap of `choice`.
    fn line(&self, index: CourseIndex, choice: Option<&GapChoice>) -> CourseLine {
        let CourseListInputs { choices, department, language, .. } = *self;
        let course = &department.catalogue.courses[index.0];
        let own = choices.course(index).filter(|own| own.progress.is_to_come());
        let found = choice.and_then(|choice| found(choice, index));
        let mut sentences: Vec<String> =
            choice.into_iter().flat_map(|choice| self.gap_and_step(index, choice)).collect();
        if let Some(own) = own.filter(|own| is_planned(own)) {
            let status = language.say(own.progress.word_key(), &[]);
            sentences.push(language.say("reason-in-plan", &[("status", status.into())]));
        }
        let also: Vec<AreaIndex> = match (found, own, choice) {
            (Some(found), ..) => found.also.clone(),
            (None, Some(own), Some(choice)) => {
                own.serves.iter().map(|gap| gap.area).filter(|area| *area != choice.gap().area).collect()
            }
            _ => Vec::new(),
        };
        if !also.is_empty() {
            let areas: Vec<&str> =
                also.iter().map(|area| department.role_model.areas[area.0].name.as_str()).collect();
            sentences.push(language.say("reason-also", &[("areas", areas.join(", ").into())]));
        }
        CourseLine {
            number: course_number::printed(&course.number).map(str::to_owned),
            title: course.title.clone(),
            kind: kind(course, department, language),
            reason: sentences.join(" "),
            details: String::new(),
        }
    }

    /// The line for a suggested course, with dates and price.
    fn suggestion(&self, index: CourseIndex, choice: &GapChoice) -> CourseLine {
        let CourseListInputs { department, language, .. } = *self;
        let course = &department.catalogue.courses[index.0];
        let details = dates_and_price(course, None, self.on, department.settings.currency, language);
        CourseLine {
            number: course_number::printed(&course.number).map(str::to_owned),
            title: course.title.clone(),
            kind: kind(course, department, language),
            reason: self.gap_and_step(index, choice).join(" "),
            details: with_mark(details, course, language),
        }
    }

    /// The gap that a course is listed for, and how far the course goes if not all the way.
    fn gap_and_step(&self, index: CourseIndex, choice: &GapChoice) -> Vec<String> {
        let CourseListInputs { department, language, .. } = *self;
        let course = &department.catalogue.courses[index.0];
        let fit = found(choice, index).map(|found| found.fit);
        let step = match (fit, course.from_level, course.to_level) {
            (Some(LevelFit::TooAdvanced), Some(from), _) => Some(("reason-too-advanced", from)),
            (Some(LevelFit::PartOfTheWay), _, Some(to)) => Some(("reason-part-of-the-way", to)),
            _ => None,
        };
        let step = step.map(|(key, level)| language.say(key, &[("level", level.into())]));
        [gap_in_words(&choice.gap(), department, language)].into_iter().chain(step).collect()
    }

    /// The dates, place, length and price of a course of the person's plan.
    pub(crate) fn chosen(&self, index: CourseIndex) -> String {
        let CourseListInputs { choices, department, language, .. } = *self;
        let course = &department.catalogue.courses[index.0];
        let own = choices.course(index).filter(|own| own.progress.is_to_come());
        let mut parts = sessions(course, own, self.on, language);
        parts.extend(length(course, language));
        parts.extend(price(course, department.settings.currency, language));
        with_mark(parts.join(" · "), course, language)
    }
}

/// The match of a course for the gap of `choice`.
fn found(choice: &GapChoice, course: CourseIndex) -> Option<&Match> {
    choice.ways.matches.iter().find(|found| found.course == course)
}

/// The heading for courses that close gaps of a priority.
pub(crate) fn heading(priority: Option<Priority>, language: &Language) -> String {
    let key = match priority {
        Some(Priority::Need) => "courses-need",
        Some(Priority::Nice) => "courses-nice",
        None => "courses-unset",
    };
    language.say(key, &[])
}

fn without_course(gap: Gap, department: &Department, language: &Language) -> CourseLine {
    CourseLine {
        number: None,
        title: language.say("courses-none", &[]),
        kind: String::new(),
        reason: gap_in_words(&gap, department, language),
        details: String::new(),
    }
}

/// The dates and the price of a course, as far as known: the chosen session, else the available
/// ones.
pub(crate) fn dates_and_price(
    course: &Course,
    own: Option<&CourseChoice>,
    on: Option<Date>,
    currency: Currency,
    language: &Language,
) -> String {
    let mut parts = sessions(course, own, on, language);
    parts.extend(price(course, currency, language));
    parts.join(" · ")
}

/// The price after the subsidy, and the full price.
fn price(course: &Course, currency: Currency, language: &Language) -> Vec<String> {
    let money = |key: &str, hundredths: i64| {
        let mut facts = vec![("price", language.number(hundredths).into())];
        facts.extend(currency.facts(language));
        language.say(key, &facts)
    };
    let mut parts = Vec::new();
    if let Some(net) = course.net_price().filter(|net| *net > 0) {
        let has_subsidy = course.subsidy.is_some_and(|subsidy| subsidy.hundredths > 0);
        parts.push(money(if has_subsidy { "course-price-after-subsidy" } else { "course-price" }, net));
    }
    if let Some(full) = course.full_price {
        parts.push(money("course-full-price", full.hundredths));
    }
    parts
}

/// The length in days.
fn length(course: &Course, language: &Language) -> Option<String> {
    course.days.map(|days| {
        let number = language.number(days.hundredths);
        let one = days.hundredths == 100;
        let one = if one { "yes" } else { "no" };
        language.say("course-days", &[("days", number.into()), ("one", one.into())])
    })
}

fn sessions(
    course: &Course,
    own: Option<&CourseChoice>,
    on: Option<Date>,
    language: &Language,
) -> Vec<String> {
    let has_a_seat = own.is_some_and(|own| own.progress.has_a_seat());
    let with_seats = |session: &Session| {
        let free = session.free_seats.filter(|_| !has_a_seat);
        let free = free.map(|free| language.say("course-free-seats", &[("seats", free.into())]));
        [when(session, language)].into_iter().chain(free).collect::<Vec<_>>().join(" · ")
    };
    if let Some(start) = own.and_then(|own| own.session) {
        let known = own.and_then(|own| own.known_session(course));
        return vec![match known {
            Some(known) => with_seats(&course.sessions[known]),
            None => language.short_date(start),
        }];
    }
    if course.sessions.is_empty() {
        return Vec::new();
    }
    if has_a_seat {
        return vec![language.say("course-session-unknown", &[])];
    }
    let open = own.map_or_else(|| open_sessions(course, on), |own| own.open_sessions(course, on));
    if open.is_empty() {
        // Full sessions at least show when the course is held.
        let next = course.sessions.iter().find(|session| on.is_none_or(|on| session.start >= on));
        return next.map(with_seats).into_iter().collect();
    }
    let too_late = own.and_then(|own| own.deadline).is_some_and(|deadline| {
        open.first().is_some_and(|&first| course.sessions[first].last_day() > deadline)
    });
    // The first session in full, the others by date.
    let others: Vec<String> = open
        .iter()
        .skip(1)
        .take(MAX_SESSIONS - 1)
        .map(|&i| language.short_date(course.sessions[i].start))
        .collect();
    let also = (!others.is_empty()).then(|| {
        let dates = others.join(", ");
        language.say("course-also-held", &[("dates", dates.into())])
    });
    let more = open.len().saturating_sub(MAX_SESSIONS);
    let more = (more > 0).then(|| language.say("course-more-sessions", &[("count", more.into())]));
    let late = too_late.then(|| language.say("course-after-deadline", &[]));
    let first = open.first().map(|&first| with_seats(&course.sessions[first]));
    first.into_iter().chain(also).chain(more).chain(late).collect()
}

/// The date, place, blocks and teaching of a session, and its registration deadline.
pub(crate) fn when(session: &Session, language: &Language) -> String {
    let mut when = language.short_date(session.start);
    if let Some(town) = &session.town {
        when = language.say("course-in", &[("date", when.into()), ("town", town.as_str().into())]);
    }
    if let [_, later @ ..] = &session.blocks[..]
        && !later.is_empty()
    {
        let dates = later.iter().take(MAX_BLOCKS).map(|block| language.short_date(block.first));
        let mut dates: Vec<String> = dates.collect();
        dates.extend((later.len() > MAX_BLOCKS).then(|| "…".to_owned()));
        let facts = [("count", session.blocks.len().into()), ("dates", dates.join(", ").into())];
        when = format!("{when} · {}", language.say("course-blocks", &facts));
    }
    if session.half_days {
        when = format!("{when} · {}", language.say("course-half-days", &[]));
    }
    // By day is what everybody expects.
    if let Some(teaching) = session.teaching.filter(|teaching| *teaching != Teaching::Day) {
        when = format!("{when} · {}", language.say(teaching.word_key(), &[]));
    }
    if let Some(last) = session.registration {
        let last = language.say("course-register-by", &[("date", language.short_date(last).into())]);
        when = format!("{when} · {last}");
    }
    if session.guaranteed {
        when = format!("{when} · {}", language.say("course-guaranteed", &[]));
    }
    when
}

fn gap_in_words(gap: &Gap, department: &Department, language: &Language) -> String {
    let area = &department.role_model.areas[gap.area.0].name;
    gap_sentence(area, gap.current, gap.wanted, language)
}

/// The sentence for the gap that a course is listed for.
pub(crate) fn gap_sentence(area: &str, current: i64, wanted: i64, language: &Language) -> String {
    let facts = [("area", area.into()), ("current", current.into()), ("wanted", wanted.into())];
    language.say("reason-gap", &facts)
}

/// The suggested mentor for each gap that has one: name, school and the consent to teach only.
pub(crate) fn mentor_lines(
    person: &Profile,
    department: &Department,
    language: &Language,
    mentors: &Mentors,
) -> Vec<String> {
    let gaps = gaps(person);
    let most = if gaps.len() <= MANY_GAPS { MAX_MENTORS } else { MAX_MENTORS / 2 };
    gaps.iter()
        .filter_map(|gap| {
            let mentor = mentors.mentor(person, gap.area, department)?;
            let area = department.role_model.areas[gap.area.0].name.as_str();
            let school = department.settings.schools[mentor.school.0].name.as_str();
            let name = mentor.name.value.as_str();
            let facts = [("area", area.into()), ("name", name.into()), ("school", school.into())];
            Some(language.say("courses-mentor", &facts))
        })
        .take(most)
        .collect()
}

/// The activity of a line without the person's own words, which a booklet doesn't print.
pub(super) fn activity(line: &Activity, department: &Department, language: &Language) -> String {
    match &line.what {
        What::Course(course) => name(&department.catalogue.courses[course.0]),
        What::Form(form, _) => department.role_model.form_names.printed(*form, language),
        What::Text(_) => language.say("booklet-own-activity", &[]),
        What::Open => String::new(),
    }
}

/// Form, provider and length, such as `AMU · UCH · 2 dage (opdigtet)`.
pub(crate) fn kind(course: &Course, department: &Department, language: &Language) -> String {
    let mut parts = vec![department.role_model.form_names.printed(course.form, language)];
    parts.extend(course.provider.map(|p| department.catalogue.providers[p].name.clone()));
    parts.extend(length(course, language));
    with_mark(parts.join(" · "), course, language)
}

/// The facts of `course`, if any, with a mark if they are invented.
fn with_mark(facts: String, course: &Course, language: &Language) -> String {
    if course.example && !facts.is_empty() {
        format!("{facts} {}", language.say("course-example", &[]))
    } else {
        facts
    }
}
