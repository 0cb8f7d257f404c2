//! The view of the regional page: the needs of several departments added up.

use serde::Serialize;

use super::Frame;
use crate::language::Language;
use crate::sharing::sum::{Sum, SumParticipant};
use crate::wording::sum_text;

/// The regional page. It holds only what may be printed.
#[derive(Debug, Serialize)]
pub(crate) struct RegionalView {
    frame: Frame,
    title: String,
    /// The participants.
    participants: String,
    /// From how many on a number is shown.
    rule: String,
    courses: Vec<CourseLine>,
    courses_withheld: Option<String>,
    areas: Vec<AreaLine>,
    /// The largest number of people in an area, for the bars.
    most: usize,
    areas_withheld: Option<String>,
    strengths: Vec<StrengthLine>,
    municipalities: Vec<Municipality>,
}

/// A course to fill together.
#[derive(Debug, Serialize)]
struct CourseLine {
    number: Option<String>,
    title: String,
    people: usize,
    days: Option<String>,
    /// The months that suit all, or that there is none.
    months: Option<String>,
    /// Who needs it.
    participants: String,
}

/// An area in which people want to learn more.
#[derive(Debug, Serialize)]
struct AreaLine {
    name: String,
    people: usize,
    /// Whether all participants are short of it.
    all: bool,
    participants: String,
}

/// Participants who offer the same strengths.
#[derive(Debug, Serialize)]
struct StrengthLine {
    participants: String,
    areas: Vec<String>,
}

/// What a participant says about itself.
#[derive(Debug, Serialize)]
struct Municipality {
    title: String,
    contact: Option<String>,
    focus: Option<String>,
    challenges: Option<String>,
}

/// The regional page of `sum`.
pub(crate) fn view(sum: &Sum, language: &Language) -> RegionalView {
    let all = sum.participants.len();
    let titles: Vec<&str> = sum.participants.iter().map(|participant| participant.title.as_str()).collect();
    let participants = |listed: Vec<&str>| match listed.len() {
        number if number == all => language.say("regional-all", &[]),
        _ => listed.join(", "),
    };
    let courses = sum.courses.iter().filter_map(|course| {
        let shown = course.shown.as_ref()?;
        Some(CourseLine {
            number: course.number.clone(),
            title: course.title.clone(),
            people: shown.people,
            days: course.days.map(|days| language.number(days.hundredths)),
            months: sum_text::months(shown, language),
            participants: participants(sum.names(shown)),
        })
    });
    let areas = sum.areas.iter().filter_map(|area| {
        let shown = area.shown.as_ref()?;
        Some(AreaLine {
            name: area.name.clone(),
            people: shown.people,
            all: shown.participants.len() == all,
            participants: participants(sum.names(shown)),
        })
    });
    let areas: Vec<AreaLine> = areas.collect();
    let withheld_courses = sum.courses.iter().filter(|course| course.shown.is_none());
    let withheld_courses: Vec<String> =
        withheld_courses.map(|course| sum_text::named(course.number.as_deref(), &course.title)).collect();
    let withheld_areas: Vec<String> =
        sum.areas.iter().filter(|area| area.shown.is_none()).map(|area| area.name.clone()).collect();
    RegionalView {
        frame: Frame::of_several(&titles.join(", "), common_period(sum), language),
        title: language.say("regional-title", &[]),
        participants: titles.join(", "),
        rule: sum_text::rule(sum, language),
        courses: courses.collect(),
        courses_withheld: sum_text::withheld_line(&withheld_courses, language),
        most: areas.iter().map(|area| area.people).max().unwrap_or_default(),
        areas,
        areas_withheld: sum_text::withheld_line(&withheld_areas, language),
        strengths: strengths(&sum.participants, &participants),
        municipalities: sum.participants.iter().map(municipality).collect(),
    }
}

/// The period, if all participants have the same.
pub(crate) fn common_period(sum: &Sum) -> Option<String> {
    let first = sum.participants.first()?.period.clone()?;
    sum.participants.iter().all(|participant| participant.period.as_ref() == Some(&first)).then_some(first)
}

/// The strengths by those who offer them, since neighbours mostly offer several together.
fn strengths(participants: &[SumParticipant], listed: &dyn Fn(Vec<&str>) -> String) -> Vec<StrengthLine> {
    let mut by_area: Vec<(&String, Vec<&str>)> = Vec::new();
    for participant in participants {
        for area in &participant.strengths {
            match by_area.iter_mut().find(|(name, _)| *name == area) {
                Some((_, titles)) => titles.push(&participant.title),
                None => by_area.push((area, vec![&participant.title])),
            }
        }
    }
    let mut lines: Vec<StrengthLine> = Vec::new();
    for (area, titles) in by_area {
        let participants = listed(titles);
        match lines.iter_mut().find(|line| line.participants == participants) {
            Some(line) => line.areas.push(area.clone()),
            None => lines.push(StrengthLine { participants, areas: vec![area.clone()] }),
        }
    }
    lines
}

fn municipality(participant: &SumParticipant) -> Municipality {
    Municipality {
        title: participant.title.clone(),
        contact: participant.contact.clone(),
        focus: participant.focus.clone(),
        challenges: participant.challenges.clone(),
    }
}
