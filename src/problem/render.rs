//! Problems as text for a terminal: the line, a mark under the place, what is
//! wrong and how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use fluent_bundle::FluentValue;

use super::excerpt::{Shown, shown, visible};
use super::{Code, Problem, Severity};
use crate::language::Language;
use crate::source::FileKind;
use crate::source::personal_numbers::personal_numbers;

/// How problems are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// With colours.
    Colour,
    /// Text alone.
    Plain,
}

/// A problem in words, fit for anybody to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// How bad it is, in one word.
    pub level: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to mend it, with "did you mean" where a word is near.
    pub hint: String,
    /// The line as it should be, indentation and all, or several, where that is known.
    pub corrected: Option<String>,
}

impl ProblemText {
    /// The hint and, where it is known, the corrected line to copy.
    pub fn hint_with_line(&self, language: &Language) -> String {
        match &self.corrected {
            Some(lines) if lines.contains('\n') => {
                let heading = language.say("problem-corrected-line", &[("line", "".into())]);
                format!("{} {}\n{lines}", self.hint, heading.trim_end())
            }
            Some(line) => {
                let line = language.say("problem-corrected-line", &[("line", line.trim_start().into())]);
                format!("{} {line}", self.hint)
            }
            None => self.hint.clone(),
        }
    }
}

/// The words for `problem`.
pub fn words(problem: &Problem, language: &Language) -> ProblemText {
    words_for(problem, &shown(problem), language)
}

/// The words for `problem`, of which `shown` may be shown.
pub(super) fn words_for(problem: &Problem, shown: &Shown, language: &Language) -> ProblemText {
    let key = format!("problem-{}", problem.code.name());
    let file = &problem.place.file;
    let is_secret = |name: &str, fact: &str| match name {
        // The key to be written is the program's own word.
        "key" if problem.code == Code::MissingKey => false,
        "value" | "key" | "one" | "other" => {
            shown.secret || file.kind == FileKind::LeaderView && !file.is_known_key(fact)
        }
        "character" => file.kind == FileKind::LeaderView && fact.chars().all(char::is_alphanumeric),
        _ => false,
    };
    let mut facts: Vec<(&str, FluentValue<'_>)> = problem
        .facts
        .iter()
        .map(|(name, fact)| (*name, sayable(name, fact, is_secret(name, fact)).into()))
        .collect();
    if !problem.details.is_empty() {
        let details: Vec<String> = problem
            .details
            .iter()
            .map(|detail| detail.in_language(language).chars().map(visible).collect())
            .collect();
        facts.push(("details", details.join("; ").into()));
    }
    let mut hints = Vec::new();
    if let Some(nearest) = problem.suggestion.as_deref().filter(|_| !shown.secret) {
        let nearest = sayable("nearest", nearest, false);
        hints.push(language.say("problem-did-you-mean", &[("nearest", nearest.into())]));
    }
    hints.push(language.say_attribute(&key, "hint", &facts));
    let level = match problem.severity {
        Severity::Error => "problem-level-error",
        Severity::Warning => "problem-level-warning",
        Severity::Note => "problem-level-note",
    };
    ProblemText {
        level: language.say(level, &[]),
        message: language.say(&key, &facts),
        hint: hints.join(" "),
        corrected: shown.corrected.clone(),
    }
}

/// A fact as a message may say it: nothing secret, no control characters, and of
/// a long text only its beginning.
fn sayable(name: &str, fact: &str, secret: bool) -> String {
    const MOST: usize = 80;
    if secret || personal_numbers(fact).next().is_some() {
        return "…".to_owned();
    }
    let from_a_list = name == "words";
    let short: String = fact.chars().take(if from_a_list { usize::MAX } else { MOST }).collect();
    let ellipsis = if short.len() < fact.len() { "…" } else { "" };
    format!("{}{ellipsis}", short.chars().map(visible).collect::<String>())
}

/// The problem as several lines, without a final line break.
pub fn terminal(problem: &Problem, language: &Language, style: Style) -> String {
    terminal_in("", problem, language, style)
}

/// As [`terminal`], of a department in the folder `department`, where there are many.
pub fn terminal_in(department: &str, problem: &Problem, language: &Language, style: Style) -> String {
    let shown = shown(problem);
    let words = words_for(problem, &shown, language);
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let hint = words.hint_with_line(language);
    let title = level.with_name(words.level).primary_title(words.message);
    let name: String = problem.place.file.name_in(department).chars().map(visible).collect();
    let group = match &shown.excerpt {
        Some(excerpt) => title.element(
            Snippet::source(excerpt.text.as_str())
                .path(name)
                .line_start(excerpt.line)
                .annotation(AnnotationKind::Primary.span(excerpt.mark.clone())),
        ),
        None => Group::with_title(title).element(Origin::path(name)),
    };
    let hint_name = language.say("problem-level-hint", &[]);
    let group = group.element(Level::HELP.with_name(hint_name).message(hint));
    let renderer = match style {
        Style::Colour => Renderer::styled(),
        Style::Plain => Renderer::plain(),
    };
    renderer.render(&[group])
}
