//! A file's text to its tree, with problems for what can't be read.

use std::ops::Range;
use std::sync::Arc;

use super::mended::MendedText;
use super::syntax_hints::{self, SyntaxHint};
use super::tree::{self, Node, Parsed};
use super::{FileKind, Place, SourceFile};
use crate::problem::{Code, Problem, Problems, Severity};

/// How many mistakes of one file are corrected to read on.
const MAX_CORRECTIONS: usize = 20;
/// How many bytes of corrected texts are parsed for one file. An ordinary profile has 10,000.
const MAX_CORRECTED_BYTES: usize = 400_000;

/// What could be read of a file.
#[derive(Debug)]
pub enum Tree {
    /// The file as it is; `None` where it holds no value at all (empty or comments only).
    Sound(Option<Node>),
    /// The file as its author most likely meant it, for finding what else is wrong with it.
    Mended(Option<Node>),
    /// Nothing beyond the problems.
    Unreadable,
}

/// Parses `file`.
///
/// # Errors
/// The first place where the text stops being YAML, or holds what no file uses: anchors,
/// aliases, tags, several documents, deep nesting. Where a usual slip explains it, that
/// is the problem.
pub fn parse(file: &Arc<SourceFile>, problems: &mut Problems) -> Result<Option<Node>, Box<Problem>> {
    match first_fault(&file.text, file) {
        Ok(Parsed { root, comments }) => {
            cut_off_texts(file, &comments, problems);
            Ok(root)
        }
        Err(Fault::Slip(slip)) => Err(Box::new(problem(file, slip))),
        Err(Fault::Unexplained(code, bytes)) => Err(Box::new(Problem::new(code, Place::at(file, bytes)))),
    }
}

/// Parses `file`; where a usual slip stops it, reports the slip and reads on with the corrected
/// text, so that one run reports all mistakes. Places are those of the file.
pub fn parse_on(file: &Arc<SourceFile>, problems: &mut Problems) -> Tree {
    let mut text = MendedText::new(&file.text);
    let mut bytes_left = MAX_CORRECTED_BYTES;
    let mut last: Option<usize> = None;
    for _ in 0..=MAX_CORRECTIONS {
        let fault = match first_fault(text.text(), file) {
            Ok(Parsed { mut root, comments }) => {
                let comments: Vec<_> = comments.into_iter().map(|bytes| text.original(&bytes)).collect();
                cut_off_texts(file, &comments, problems);
                if last.is_none() {
                    return Tree::Sound(root);
                }
                if let Some(root) = &mut root {
                    root.for_each_place(&|bytes| *bytes = text.original(bytes));
                }
                return Tree::Mended(root);
            }
            Err(fault) => fault,
        };
        let slip = match fault {
            Fault::Slip(slip) => slip,
            Fault::Unexplained(code, bytes) => {
                // What a correction may have caused is not reported.
                if last.is_none() || code != Code::NotYaml {
                    problems.push(Problem::new(code, Place::at(file, text.original(&bytes))));
                }
                return Tree::Unreadable;
            }
        };
        let place = text.original(&slip.bytes);
        if last.is_some_and(|last| place.start <= last) {
            return Tree::Unreadable;
        }
        last = Some(place.start);
        let fix = slip.fix.clone().filter(|_| slip.is_sure);
        let in_file = slip.fix.as_ref().filter(|(bytes, _)| text.is_original(bytes));
        let in_file = in_file.map(|(bytes, put)| (text.original(bytes), put.clone()));
        problems.push(problem(file, SyntaxHint { bytes: place, fix: in_file, ..slip }));
        let Some((bytes, put)) = fix else { return Tree::Unreadable };
        text.replace(bytes, &put);
        let Some(left) = bytes_left.checked_sub(text.text().len()) else { return Tree::Unreadable };
        bytes_left = left;
    }
    Tree::Unreadable
}

/// Why a text can't be read as it is.
enum Fault {
    Slip(SyntaxHint),
    Unexplained(Code, Range<usize>),
}

/// Parses `text`, of `file` with or without corrections, or finds its first fault.
fn first_fault(text: &str, file: &SourceFile) -> Result<Parsed, Fault> {
    // Such a text may well be YAML, only not with the meaning that its author sees.
    if file.kind == FileKind::Profile
        && let Some(slip) = syntax_hints::switched_off_heading(text)
    {
        return Err(Fault::Slip(slip));
    }
    tree::read(text).map_err(|refusal| {
        let explain = || syntax_hints::explain(text, refusal.bytes.start, file.language());
        let slip = if refusal.is_yaml { None } else { explain() };
        slip.map_or(Fault::Unexplained(refusal.code, refusal.bytes), Fault::Slip)
    })
}

fn problem(file: &Arc<SourceFile>, slip: SyntaxHint) -> Problem {
    let mut problem = Problem::new(slip.code, Place::at(file, slip.bytes));
    // Even a slip that elsewhere is a warning keeps this file from being read.
    problem.severity = Severity::Error;
    problem.facts = slip.facts;
    problem.fix = slip.fix;
    problem
}

/// Warns of `Kontor #2`, where a comment cuts a text off.
fn cut_off_texts(file: &Arc<SourceFile>, comments: &[Range<usize>], problems: &mut Problems) {
    for comment in comments {
        let line_start = file.text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
        let before = file.text[line_start..comment.start].trim_end();
        let after = file.text[comment.start..].strip_prefix('#');
        let glued = after.is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric()));
        if glued && !before.is_empty() {
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
    fn scalars_are_raw_and_know_their_bytes() {
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
    fn equal_keys_are_both_kept() {
        let node = parse(&file("it: 1\nit: 2\n")).expect("valid").expect("not empty");
        let Value::Mapping(entries) = node.value else { panic!("a mapping") };
        assert_eq!(entries.len(), 2);
    }

    #[test]
    fn an_empty_file_holds_nothing() {
        assert!(matches!(parse(&file("# kun en kommentar\n")), Ok(None)));
        assert!(matches!(parse(&file("")), Ok(None)));
    }

    #[test]
    fn what_profiles_do_not_use_is_refused_with_its_place() {
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
