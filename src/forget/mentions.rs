//! Where a name still stands: what nobody but the authors of those files can mend.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;
use zip::ZipArchive;

use crate::source::decode::decode;
use crate::source::word::fold;

/// The largest file that is searched, in bytes.
const MAX_FILE_BYTES: u64 = 1_000_000;
/// The largest document of an Office program that is searched, in bytes.
const MOST_OF_AN_ARCHIVE: u64 = 50_000_000;
/// The most of such a document that is unpacked, in bytes.
const MOST_UNPACKED: u64 = 50_000_000;

/// A file in which a name stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The file.
    pub path: PathBuf,
    /// The lines, from 1; none where only the file's own name says it, or the file
    /// can't be searched.
    pub lines: Vec<usize>,
}

impl Mention {
    /// A file that can't be searched.
    pub(super) fn of_file(path: PathBuf) -> Self {
        Self { path, lines: Vec::new() }
    }
}

/// What is looked for in files.
pub struct Sought {
    /// The name in any spelling.
    pattern: Option<Regex>,
    /// What the name of a file may hold: her own, and that of her file.
    names: [String; 2],
}

impl Sought {
    /// A person by name, if it is known, and by the name of her file.
    pub fn new(name: Option<&str>, file_name: &str) -> Self {
        Self { pattern: name.and_then(pattern), names: [fold(name.unwrap_or_default()), fold(file_name)] }
    }

    /// Whether the name stands in `text`.
    pub fn stands_in(&self, text: &str) -> bool {
        let text: String = text.nfc().collect();
        self.pattern.as_ref().is_some_and(|pattern| pattern.is_match(&text))
    }

    /// The file at `path` if she stands in it or in its name.
    pub fn mention(&self, path: &Path) -> Option<Mention> {
        let lines = self.pattern.as_ref().map(|pattern| lines(path, pattern)).unwrap_or_default();
        let own = fold(&path.file_name().unwrap_or_default().to_string_lossy());
        let named = || self.names.iter().any(|name| !name.is_empty() && stands_in(name, &own));
        let told = !lines.is_empty() || named() || self.stands_in_pdf(path) || self.stands_in_archive(path);
        told.then(|| Mention { path: path.to_owned(), lines })
    }

    /// Whether the name stands in what a PDF does not pack, such as its title or a description.
    fn stands_in_pdf(&self, path: &Path) -> bool {
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(MAX_FILE_BYTES).read_to_end(&mut bytes));
        read.is_ok() && bytes.starts_with(b"%PDF-") && self.stands_in(&String::from_utf8_lossy(&bytes))
    }

    /// Whether the name stands in a workbook or a text document, as Office programs save them:
    /// XML in an archive.
    fn stands_in_archive(&self, path: &Path) -> bool {
        let small = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= MOST_OF_AN_ARCHIVE);
        let Some(mut file) = small.then(|| File::open(path).ok()).flatten() else { return false };
        let mut beginning = [0; 2];
        if file.read_exact(&mut beginning).is_err() || beginning != *b"PK" || file.rewind().is_err() {
            return false;
        }
        let Ok(mut archive) = ZipArchive::new(file) else { return false };
        let mut left = MOST_UNPACKED;
        for number in 0..archive.len() {
            let Ok(part) = archive.by_index(number) else { continue };
            if !part.name().is_ok_and(|name| name.ends_with(".xml")) {
                continue;
            }
            let mut bytes = Vec::new();
            // What can't be unpacked to its end is searched as far as it goes.
            let _ = part.take(left).read_to_end(&mut bytes);
            left -= bytes.len() as u64;
            if self.stands_in(&without_tags(&String::from_utf8_lossy(&bytes))) {
                return true;
            }
        }
        false
    }
}

/// The text of an XML document, with a space in the place of each tag.
fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    for part in xml.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    text
}

/// The files under `root` in which she stands, or in whose own names, without those at
/// `gone`. Links are not followed.
pub fn mentions(root: &Path, sought: &Sought, gone: &BTreeSet<PathBuf>) -> Vec<Mention> {
    WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && !gone.contains(entry.path()))
        .filter_map(|entry| sought.mention(entry.path()))
        .collect()
}

/// Whether `word` stands in `text` and is no part of a longer word.
pub(super) fn stands_in(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric() && c != '_')
    })
}

/// A name in any spelling: letters, spaces and hyphens as people vary them, also over two lines.
fn pattern(name: &str) -> Option<Regex> {
    let letter = |c: char| match c {
        'å' => "(?:å|aa)".to_owned(),
        'æ' | 'ä' => "(?:æ|ä|ae)".to_owned(),
        'ø' | 'ö' => "(?:ø|ö|oe)".to_owned(),
        c => regex::escape(&c.to_string()),
    };
    let name: String = name.nfc().flat_map(char::to_lowercase).collect();
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'));
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(|word| word.chars().map(letter).collect()).collect();
    if words.is_empty() {
        return None;
    }
    Regex::new(&format!(r"(?i)(?:^|[^\p{{L}}\p{{N}}]){}(?:$|[^\p{{L}}\p{{N}}])", words.join(r"[\s_-]+"))).ok()
}

/// The lines of a text file on which the pattern begins.
fn lines(path: &Path, pattern: &Regex) -> Vec<usize> {
    let Ok(metadata) = fs::metadata(path) else { return Vec::new() };
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_FILE_BYTES).read_to_end(&mut bytes));
    if metadata.len() > MAX_FILE_BYTES || read.is_err() {
        return Vec::new();
    }
    if bytes.starts_with(b"%PDF-") {
        // It has lines that nobody sees.
        return Vec::new();
    }
    let text: String = decode(&bytes).0.nfc().collect();
    let mut lines = Vec::new();
    let mut from = 0;
    while let Some(found) = pattern.find_at(&text, from) {
        // What stands before the name may be the end of the line above.
        let first = text[found.range()].find(char::is_alphanumeric).unwrap_or_default();
        let line = text[..found.start() + first].matches('\n').count() + 1;
        if lines.last() != Some(&line) {
            lines.push(line);
        }
        from = found.end().saturating_sub(1).max(found.start() + 1);
        while !text.is_char_boundary(from) {
            from -= 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn a_name_is_found_in_any_spelling_and_in_no_longer_name() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let file = |name: &str, text: &[u8]| fs::write(folder.path().join(name), text);
        file("a.yaml", "hos: Åse Ærø\nx: åse-ærø, Åse Ærø\n# aase aeroe\nhos: Åse\n  Ærø\n".as_bytes())?;
        file("b.yaml", "hos: Åse Ærøe\nhos: Låse Ærø\nleder: Åse\n".as_bytes())?;
        file("c.txt", b"med \xC5se \xC6r\xF8\r\n")?;
        file("åse-ærø.docx", &[0, 1, 2])?;
        file("åse.xlsx", &[0, 1, 2])?;
        file("åse-bo.xlsx", &[0, 1, 2])?;
        // A workbook that somebody saved, whose texts are packed.
        let mut archive = zip::ZipWriter::new(File::create(folder.path().join("tal.xlsx"))?);
        archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default())?;
        io::Write::write_all(&mut archive, "<si><t>Bo</t></si><si><t>Åse Ærø</t></si>".as_bytes())?;
        archive.finish()?;
        let found = mentions(folder.path(), &Sought::new(Some("Åse  Ærø"), "åse"), &BTreeSet::new());
        let found: Vec<(String, Vec<usize>)> = found
            .into_iter()
            .map(|m| (m.path.file_name().unwrap_or_default().to_string_lossy().into_owned(), m.lines))
            .collect();
        let expected = [
            ("a.yaml", vec![1, 2, 3, 4]),
            ("c.txt", vec![1]),
            ("tal.xlsx", vec![]),
            ("åse-ærø.docx", vec![]),
            ("åse.xlsx", vec![]),
        ];
        assert_eq!(found, expected.map(|(name, lines)| (name.to_owned(), lines)));
        Ok(())
    }
}
