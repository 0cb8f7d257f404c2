//! Parses a file to a tree and reports syntax errors.

use std::ops::Range;
use std::sync::Arc;

use super::corrected_text::CorrectedText;
use super::lines::line_start;
use super::syntax_hints::{self, SyntaxHint};
use super::tree::{self, Node, Parsed};
use super::{FileKind, Place, SourceFile};
use crate::problem::{Code, Problem, Problems, Severity};

/// Syntax errors that are corrected in one file before parsing gives up.
const MAX_CORRECTIONS: usize = 20;
/// Bytes of corrected texts that are parsed for one file. An ordinary profile has 10,000.
const MAX_CORRECTED_BYTES: usize = 400_000;

/// Result of [`parse_with_recovery`].
#[derive(Debug)]
pub(crate) enum Tree {
    /// The valid file; `None` if it is empty or holds only comments.
    Valid(Option<Node>),
    /// The file after corrections, good for finding further problems but not for its values.
    Corrected(Option<Node>),
    /// Only problems.
    Unreadable,
}

/// Parses `file`.
///
/// # Errors
/// The first syntax error, or unsupported YAML: anchors, aliases, tags, several documents, deep
/// nesting. A common mistake that explains a syntax error is reported in its place.
pub(crate) fn parse(file: &Arc<SourceFile>, problems: &mut Problems) -> Result<Option<Node>, Box<Problem>> {
    match first_fault(&file.text, file) {
        Ok(Parsed { root, comments }) => {
            warn_of_comments_in_text(file, &comments, problems);
            Ok(root)
        }
        Err(Fault::Explained(hint)) => Err(Box::new(problem(file, hint))),
        Err(Fault::Unexplained(code, bytes)) => Err(Box::new(Problem::new(code, Place::at(file, bytes)))),
    }
}

/// Parses `file`, corrects each syntax error that has a certain fix and resumes, so that one run
/// reports all mistakes.
///
/// All byte ranges refer to the original file.
pub(crate) fn parse_with_recovery(file: &Arc<SourceFile>, problems: &mut Problems) -> Tree {
    let mut text = CorrectedText::new(&file.text);
    let mut bytes_left = MAX_CORRECTED_BYTES;
    // Where the last syntax error was; each must be further on than the one before.
    let mut last: Option<usize> = None;
    for _ in 0..=MAX_CORRECTIONS {
        let fault = match first_fault(text.text(), file) {
            Ok(Parsed { mut root, comments }) => {
                let comments: Vec<_> = comments.into_iter().map(|bytes| text.original(&bytes)).collect();
                warn_of_comments_in_text(file, &comments, problems);
                if last.is_none() {
                    return Tree::Valid(root);
                }
                if let Some(root) = &mut root {
                    root.for_each_range(&|bytes| *bytes = text.original(bytes));
                }
                return Tree::Corrected(root);
            }
            Err(fault) => fault,
        };
        let hint = match fault {
            Fault::Explained(hint) => hint,
            Fault::Unexplained(code, bytes) => {
                // A correction may have caused this error.
                if last.is_none() || code != Code::NotYaml {
                    problems.push(Problem::new(code, Place::at(file, text.original(&bytes))));
                }
                return Tree::Unreadable;
            }
        };
        let place = text.original(&hint.bytes);
        if last.is_some_and(|last| place.start <= last) {
            return Tree::Unreadable;
        }
        last = Some(place.start);
        let fix = hint.fix.clone().filter(|_| hint.is_certain);
        let in_file = hint.fix.as_ref().filter(|(bytes, _)| text.is_original(bytes));
        let in_file = in_file.map(|(bytes, replacement)| (text.original(bytes), replacement.clone()));
        problems.push(problem(file, SyntaxHint { bytes: place, fix: in_file, ..hint }));
        let Some((bytes, replacement)) = fix else { return Tree::Unreadable };
        text.replace(bytes, &replacement);
        let Some(left) = bytes_left.checked_sub(text.text().len()) else { return Tree::Unreadable };
        bytes_left = left;
    }
    Tree::Unreadable
}

/// Why a text could not be parsed.
enum Fault {
    Explained(SyntaxHint),
    Unexplained(Code, Range<usize>),
}

/// Parses `text`, of `file` with or without corrections, or finds its first fault.
fn first_fault(text: &str, file: &SourceFile) -> Result<Parsed, Fault> {
    // Checked first because the text may be valid YAML, only with another meaning than intended.
    if file.kind == FileKind::Profile
        && let Some(hint) = syntax_hints::commented_out_heading(text)
    {
        return Err(Fault::Explained(hint));
    }
    tree::read(text).map_err(|error| {
        let explain = || syntax_hints::explain(text, error.bytes.start, file.language());
        let hint = if error.is_yaml { None } else { explain() };
        hint.map_or(Fault::Unexplained(error.code, error.bytes), Fault::Explained)
    })
}

fn problem(file: &Arc<SourceFile>, hint: SyntaxHint) -> Problem {
    let mut problem = Problem::new(hint.code, Place::at(file, hint.bytes));
    // Some codes are warnings elsewhere; here they make the file unreadable.
    problem.severity = Severity::Error;
    problem.facts = hint.facts;
    problem.fix = hint.fix;
    problem
}

/// Warns of a `#` that truncates a text, as in `Kontor #2`.
fn warn_of_comments_in_text(file: &Arc<SourceFile>, comments: &[Range<usize>], problems: &mut Problems) {
    for comment in comments {
        let line = line_start(&file.text, comment.start);
        let before = file.text[line..comment.start].trim_end();
        let after = file.text[comment.start..].strip_prefix('#');
        let is_word = after.is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric()));
        if is_word && !before.is_empty() {
            problems.push(Problem::new(Code::HashInText, Place::at(file, comment.start..comment.start + 1)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileKind;
    use crate::source::tree::Value;

    fn file(text: &str) -> Arc<SourceFile> {
        let (name, path) = ("t.yaml".into(), "t.yaml".into());
        Arc::new(SourceFile::new(name, path, FileKind::Profile, text.into()))
    }

    fn parse(file: &Arc<SourceFile>) -> Result<Option<Node>, Box<Problem>> {
        super::parse(file, &mut Problems::default())
    }

    #[test]
    fn scalars_are_raw_with_their_byte_ranges() {
        let file = file("kursus: 040094\nprofil: {it: 3 til 4}\n");
        let node = parse(&file).expect("valid").expect("not empty");
        let mut seen = Vec::new();
        node.scalars(&mut |node, text| seen.push((&file.text[node.bytes.clone()], text)));
        assert_eq!(
            seen,
            [
                ("kursus", "kursus"),
                ("040094", "040094"),
                ("profil", "profil"),
                ("it", "it"),
                ("3 til 4", "3 til 4"),
            ]
        );
    }

    #[test]
    fn duplicate_keys_are_both_kept() {
        let node = parse(&file("it: 1\nit: 2\n")).expect("valid").expect("not empty");
        let Value::Mapping(entries) = node.value else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn an_empty_file_has_no_root() {
        assert!(matches!(parse(&file("# kun en kommentar\n")), Ok(None)));
        assert!(matches!(parse(&file("")), Ok(None)));
    }

    #[test]
    fn unsupported_yaml_is_rejected_at_its_line() {
        for (text, code, line) in [
            ("navn: &a Anne\n", Code::YamlAnchor, 1),
            ("navn: Anne\nskole: *a\n", Code::YamlAlias, 2),
            ("navn: !!str Anne\n", Code::YamlTag, 1),
            ("navn: Anne\n<<: {}\n", Code::YamlMergeKey, 2),
            ("navn: Anne\n---\nnavn: Bo\n", Code::SecondDocument, 2),
            ("navn: Anne\n  skole: x\n", Code::WrongIndentation, 2),
        ] {
            let problem = parse(&file(text)).expect_err(text);
            assert_eq!(problem.code, code, "{text}");
            assert_eq!(problem.place.line_and_column().map(|p| p.0), Some(line), "{text}");
        }
        let deep = parse(&file(&"- ".repeat(10_000))).expect_err("too deep");
        assert_eq!(deep.code, Code::TooDeep);
    }
}
