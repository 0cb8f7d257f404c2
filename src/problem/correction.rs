//! Formats the problems of one profile as a text file for Notepad.

use super::excerpt::shown;
use super::render::words_for;
use super::{Problem, Severity};
use crate::language::Language;
use crate::source::FileKind;

/// Start of every correction file, with a byte order mark; identifies files of the program.
pub(crate) const MARK: &str = "\u{feff}spind: ";

/// The correction file for `problems`, all of one file: UTF-8 with a byte order mark and Windows
/// line breaks.
///
/// `out_of_date` adds a note that older documents of the person still exist.
pub fn file(problems: &[&Problem], language: &Language, out_of_date: bool) -> Vec<u8> {
    let name = problems.first().map_or("", |problem| problem.place.file.name.as_str());
    let is_profile = problems.iter().any(|problem| problem.place.file.kind == FileKind::Profile);
    let introduction = if is_profile { "correction-in-profile" } else { "correction-in-file" };
    let mut lines = vec![
        format!("{MARK}{}", language.say(introduction, &[])),
        language.say("correction-title", &[("file", name.into())]),
        String::new(),
    ];
    let errors = problems.iter().any(|problem| problem.severity == Severity::Error);
    if errors {
        lines.push(language.say("correction-stopped", &[]));
    }
    if out_of_date {
        lines.push(language.say("correction-out-of-date", &[]));
    }
    if errors || out_of_date {
        lines.push(String::new());
    }
    for problem in problems {
        let shown = shown(problem);
        let words = words_for(problem, &shown, language);
        match shown.excerpt {
            Some(excerpt) => {
                lines.push(language.say("correction-line", &[("line", excerpt.line.into())]));
                lines.push(format!("    {}", excerpt.text));
                let before = excerpt.text[..excerpt.mark.start].chars().count();
                let marked = excerpt.text[excerpt.mark].chars().count().max(1);
                lines.push(format!("    {}{}", " ".repeat(before), "^".repeat(marked)));
            }
            None => lines.push(language.say("correction-whole-file", &[])),
        }
        lines.push(format!("{}: {}", words.level, words.message));
        lines.push(words.hint);
        if let Some(corrected) = words.corrected {
            lines.push(language.say("problem-corrected-line", &[("line", "".into())]).trim_end().to_owned());
            lines.extend(corrected.lines().map(|line| format!("    {line}")));
        }
        lines.push(String::new());
    }
    lines.join("\r\n").into_bytes()
}
