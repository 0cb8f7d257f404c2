//! A file's text to its tree, with problems for what can't be read.

use std::sync::Arc;

use super::tree::{self, Node, Parsed};
use super::{Place, SourceFile, syntax_hints};
use crate::problem::{Code, Problem, Problems, Severity};

/// Parses `file`; `None` where it holds no value at all (empty or comments only).
///
/// # Errors
/// The first place where the text stops being YAML, or holds what profiles
/// don't use: anchors, aliases, tags, several documents, deep nesting. Where a
/// usual slip explains it, the slip is what is blamed.
pub fn parse(file: &Arc<SourceFile>, problems: &mut Problems) -> Result<Option<Node>, Box<Problem>> {
    match tree::read(&file.text) {
        Ok(Parsed { root, comments }) => {
            cut_off_texts(file, &comments, problems);
            Ok(root)
        }
        Err(refusal) => {
            let slip =
                if refusal.is_yaml { None } else { syntax_hints::explain(&file.text, refusal.bytes.start) };
            let Some(slip) = slip else {
                return Err(Box::new(Problem::new(refusal.code, Place::at(file, refusal.bytes))));
            };
            let mut problem = Problem::new(slip.code, Place::at(file, slip.bytes));
            // Whatever a slip is elsewhere, here the file can't be read for it.
            problem.severity = Severity::Error;
            problem.facts = slip.facts;
            problem.fix = slip.fix;
            Err(Box::new(problem))
        }
    }
}

/// Warns of `Kontor #2`, where a comment cuts a text off.
fn cut_off_texts(file: &Arc<SourceFile>, comments: &[std::ops::Range<usize>], problems: &mut Problems) {
    for comment in comments {
        let line_start = file.text[..comment.start].rfind('\n').map_or(0, |at| at + 1);
        let before = file.text[line_start..comment.start].trim_end();
        let glued = file.text[comment.start + 1..].starts_with(|c: char| c.is_alphanumeric());
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
