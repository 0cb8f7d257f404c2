//! Problems as text for a terminal: the line, a mark under the place, what is
//! wrong and how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Problem, Severity};
use crate::language::Language;

/// How problems are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours.
    Colour,
    /// Text alone.
    Plain,
}

/// What is wrong, in one sentence.
pub fn message(problem: &Problem, language: &Language) -> String {
    language.say(&format!("problem-{}", problem.code.name()), &facts(problem))
}

/// How to mend it, in one sentence; with "did you mean" where a word is near.
pub fn hint(problem: &Problem, language: &Language) -> String {
    let hint = language.say_attribute(&format!("problem-{}", problem.code.name()), "hint", &facts(problem));
    match &problem.suggestion {
        Some(nearest) => {
            let did_you_mean = language.say("problem-did-you-mean", &[("nearest", nearest.as_str().into())]);
            format!("{did_you_mean} {hint}")
        }
        None => hint,
    }
}

/// The problem as several lines, without a final line break.
pub fn terminal(problem: &Problem, language: &Language, style: Style) -> String {
    let level_name = language.say(
        match problem.severity {
            Severity::Error => "problem-level-error",
            Severity::Warning => "problem-level-warning",
            Severity::Note => "problem-level-note",
        },
        &[],
    );
    let message = visible(&message(problem, language));
    let hint = visible(&hint(problem, language));
    let hint_name = language.say("problem-level-hint", &[]);
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.with_name(level_name).primary_title(message);
    let file = &problem.place.file;
    let name = visible(&file.name);
    let group = match problem.place.bytes.clone() {
        Some(bytes) => {
            let end = bytes.end.min(file.text.len());
            let start = bytes.start.min(end);
            // A mark of many lines helps nobody: it ends with its first line.
            let first_line = file.text[start..end].find(['\n', '\r']).map_or(end, |i| start + i);
            title.element(
                Snippet::source(file.text.as_str())
                    .path(name)
                    .annotation(AnnotationKind::Primary.span(start..first_line)),
            )
        }
        None => Group::with_title(title).element(Origin::path(name)),
    };
    let group = group.element(Level::HELP.with_name(hint_name).message(hint));
    let renderer = match style {
        Style::Colour => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    renderer.render(&[group])
}

fn facts(problem: &Problem) -> Vec<(&str, fluent_bundle::FluentValue<'_>)> {
    problem.facts.iter().map(|(name, fact)| (*name, fact.as_str().into())).collect()
}

/// Control characters as `\u{1b}`, so that a file's text can't steer a terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { c.escape_unicode().to_string() } else { c.to_string() })
        .collect()
}
