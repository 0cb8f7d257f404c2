//! Renders problems as text for a terminal: the line, an underlined place, message and hint.

use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use fluent_bundle::FluentValue;

use super::excerpt::{Shown, shown, visible};
use super::{Code, Problem, Severity};
use crate::language::Language;
use crate::source::FileKind;
use crate::source::personal_numbers::personal_numbers;

/// Style of rendered problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether escape sequences set colours.
    pub colour: bool,
    /// The width to which lines of files are trimmed, in characters. The terminal would wrap
    /// longer ones, and the mark would be under another place.
    pub columns: usize,
}

impl Style {
    /// Text alone, of the same width everywhere.
    pub const PLAIN: Self = Self { colour: false, columns: DEFAULT_TERM_WIDTH };
}

/// The texts of a problem, without confidential values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemText {
    /// The severity in one word.
    pub level: String,
    /// What is wrong, in one sentence.
    pub message: String,
    /// How to fix it, with "did you mean" if there is a suggestion.
    pub hint: String,
    /// The corrected lines with their indentation, if known.
    pub corrected: Option<String>,
}

impl ProblemText {
    /// The hint, followed by the corrected lines if known.
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

/// The texts of `problem`.
pub fn words(problem: &Problem, language: &Language) -> ProblemText {
    words_for(problem, &shown(problem), language)
}

/// The texts of `problem`, given the parts of the file that may be shown.
pub(super) fn words_for(problem: &Problem, shown: &Shown, language: &Language) -> ProblemText {
    let key = format!("problem-{}", problem.code.name());
    let file = &problem.place.file;
    let is_secret = |name: &str, fact: &str| match name {
        // These keys are not from the file.
        "key" if matches!(problem.code, Code::MissingKey | Code::NotKeys) => false,
        "value" | "key" | "one" | "other" => {
            shown.secret || file.kind == FileKind::LeaderView && !file.is_known_key(fact)
        }
        "character" => file.kind == FileKind::LeaderView && fact.chars().all(char::is_alphanumeric),
        _ => false,
    };
    let mut facts: Vec<(&str, FluentValue<'_>)> = problem
        .facts
        .iter()
        .map(|(name, fact)| (*name, printable(name, fact, is_secret(name, fact)).into()))
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
        let nearest = printable("nearest", nearest, false);
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

/// Prepares an argument for a message: redacts, escapes control characters, truncates.
fn printable(name: &str, fact: &str, secret: bool) -> String {
    const MAX_CHARS: usize = 80;
    if secret || personal_numbers(fact).next().is_some() {
        return "…".to_owned();
    }
    // Lists of words are limited already.
    let max_chars = if name == "words" { usize::MAX } else { MAX_CHARS };
    let short: String = fact.chars().take(max_chars).collect();
    let ellipsis = if short.len() < fact.len() { "…" } else { "" };
    format!("{}{ellipsis}", short.chars().map(visible).collect::<String>())
}

/// Renders a problem as several lines, without a final line break.
pub fn terminal(problem: &Problem, language: &Language, style: Style) -> String {
    terminal_in("", problem, language, style)
}

/// Like [`terminal`], for a problem in the folder `department`, one of many departments.
pub(crate) fn terminal_in(department: &str, problem: &Problem, language: &Language, style: Style) -> String {
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
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.columns).render(&[group])
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::language::Tag;
    use crate::source::{Place, SourceFile};

    #[test]
    fn a_long_line_is_trimmed_to_the_terminal_and_its_mark_is_under_the_place() {
        let line = format!("mål: {} Å {}", "æøå ".repeat(20), "abc ".repeat(20));
        let (name, path) = ("a.yaml".to_owned(), "a.yaml".into());
        let file = Arc::new(SourceFile::new(name, path, FileKind::Profile, line.clone()));
        let at = line.find('Å').expect("it is in the line");
        let problem = Problem::new(Code::NotYaml, Place::at(&file, at..at + 'Å'.len_utf8()));
        for columns in [20, 40, 80, 120] {
            let said = terminal(&problem, Language::of(Tag::Da), Style { colour: false, columns });
            let lines: Vec<Vec<char>> = said.lines().map(|line| line.chars().collect()).collect();
            let mark = lines.iter().position(|line| line.contains(&'^')).expect("a mark");
            let column = lines[mark].iter().position(|c| *c == '^').expect("a mark");
            assert_eq!(lines[mark - 1].get(column), Some(&'Å'), "{said}");
            assert!(lines[mark - 1].len() <= columns, "{columns}: {said}");
        }
        for columns in 0..20 {
            terminal(&problem, Language::of(Tag::Da), Style { colour: false, columns });
        }
    }
}
