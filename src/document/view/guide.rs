//! The view of the guide: a page on filling in a profile, with the department's own areas, levels
//! and schools.

use serde::Serialize;

use super::{Frame, ScaleStep, scale};
use crate::department::Department;
use crate::department::role_model::Area;
use crate::fields::profile;
use crate::language::Language;
use crate::source::spelling::between_levels;

/// The view of the guide.
#[derive(Debug, Serialize)]
pub(crate) struct GuideView {
    frame: Frame,
    title: String,
    lead: String,
    /// The name of the example file.
    file_name: String,
    /// The alternative text of the example file.
    file_alt: String,
    lines: Vec<FileLine>,
    /// The explanations of the numbered marks.
    explanations: Vec<String>,
    radar_alt: String,
    scale: Vec<ScaleStep>,
    mistake: Mistake,
    remember: Vec<String>,
}

/// A line of the example file.
#[derive(Debug, Serialize)]
struct FileLine {
    text: String,
    /// Whether the line is nested.
    indented: bool,
    /// The number of the explanation.
    mark: Option<usize>,
}

/// A typical mistake, its message, and the corrected line.
#[derive(Debug, Serialize)]
struct Mistake {
    before: String,
    after: String,
    message: String,
    hint: String,
}

/// An area of the example, with levels as steps from the lowest.
pub struct ExampleArea<'a> {
    pub area: &'a Area,
    /// The current step.
    pub current: usize,
    /// The target step.
    pub wanted: usize,
}

/// The areas of the example: the first `most` of the role model.
pub(crate) fn example(department: &Department, most: usize) -> Vec<ExampleArea<'_>> {
    let role_model = &department.role_model;
    let highest = role_model.scale.levels.len() - 1;
    let middle = highest.div_ceil(2);
    // A gap first, then none, then a mix.
    let steps = [(0, 1), (1, 0), (-1, 1), (1, -1), (0, 0), (-1, 0), (0, 1), (1, 0)];
    let step = |by: i64| middle.saturating_add_signed(by as isize).min(highest);
    let areas = role_model.areas.iter().take(most).zip(steps.iter().cycle());
    areas
        .map(|(area, (now, lift))| ExampleArea { area, current: step(*now), wanted: step(now + lift) })
        .collect()
}

/// The guide for `department`, with the radar of `areas`.
pub(crate) fn view(department: &Department, areas: &[ExampleArea<'_>], language: &Language) -> GuideView {
    let say = |key: &str| language.say(key, &[]);
    let lines = lines(department, areas, language);
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let somebody = say("new-file-somebody");
    let short = areas.get(1).map(|second| (&second.area.key, number(department, second.current)));
    let (key, level) = short.map(|(key, level)| (key.as_str(), level)).unwrap_or_default();
    GuideView {
        frame: Frame::new(department, language),
        title: say("guide-title"),
        lead: say("guide-lead"),
        file_name: format!("{}.yaml", somebody.to_lowercase().replace(' ', "-")),
        file_alt: language.say("guide-file-alt", &[("lines", texts.join("; ").into())]),
        lines,
        explanations: ["guide-key", "guide-hash", "guide-from-to", "guide-indent"].map(say).into(),
        radar_alt: radar_alt(department, areas, language),
        scale: scale(&department.role_model),
        mistake: Mistake {
            before: format!("{key}:{level}"),
            after: format!("{key}: {level}"),
            message: say("problem-no-space-after-colon"),
            hint: language.say_attribute("problem-no-space-after-colon", "hint", &[]),
        },
        remember: ["guide-save", "guide-corrections", "guide-private", "guide-help"].map(say).into(),
    }
}

fn number(department: &Department, step: usize) -> i64 {
    department.role_model.scale.levels[step].number
}

fn lines(department: &Department, areas: &[ExampleArea<'_>], language: &Language) -> Vec<FileLine> {
    let line = |text: String, mark: Option<usize>| FileLine { text, indented: false, mark };
    let own = department.settings.own_language();
    let school = department.settings.schools.first().map_or("", |school| school.name.as_str());
    let mut lines = vec![
        line(format!("{}: {}", profile::NAME.key_in(own), language.say("new-file-somebody", &[])), Some(1)),
        line(format!("{}: {school}", profile::SCHOOL.key_in(own)), None),
        line(format!("# {}", language.say("guide-note", &[])), Some(2)),
        line(format!("{}:", profile::LEVELS.key_in(own)), None),
    ];
    for (i, example) in areas.iter().take(3).enumerate() {
        let (current, wanted) = (number(department, example.current), number(department, example.wanted));
        let levels = match between_levels(own) {
            _ if current == wanted => current.to_string(),
            to => format!("{current} {to} {wanted}"),
        };
        let mark = [Some(3), None, Some(4)][i];
        let text = format!("{}: {levels}", example.area.key);
        lines.push(FileLine { text, indented: true, mark });
    }
    lines
}

fn radar_alt(department: &Department, areas: &[ExampleArea<'_>], language: &Language) -> String {
    let mut sentences = vec![language.say("guide-radar-alt", &[("areas", areas.len().into())])];
    for example in areas {
        sentences.push(language.say(
            "alt-area",
            &[
                ("area", example.area.name.as_str().into()),
                ("current", number(department, example.current).into()),
                ("wanted", number(department, example.wanted).into()),
            ],
        ));
    }
    sentences.join(" ")
}
