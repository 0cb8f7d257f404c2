//! Where a name still stands: what nobody but the authors of those files can mend.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use regex::Regex;
use unicode_normalization::UnicodeNormalization;
use walkdir::WalkDir;
use zip::ZipArchive;

use crate::document::metadata;
use crate::source::decode::decode;
use crate::source::spelling::fold;
use crate::storage;

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

/// What a file or folder says of her.
pub enum SearchResult {
    /// She stands in it, or in its name.
    Named(Mention),
    /// It is packed, a picture, too large or a link, so that nobody but its reader can tell.
    Unsearched,
    /// Nothing.
    Nothing,
}

/// What is looked for in files.
pub struct PersonQuery {
    /// The name in any spelling.
    pattern: Option<Regex>,
    /// What the name of a file may hold: her own, and that of her file.
    names: [String; 2],
    /// The same where they are of several words, in either order and before others.
    patterns: Vec<Regex>,
}

impl PersonQuery {
    /// A person by name, if it is known, and by the name of her file.
    pub fn new(name: Option<&str>, file_name: &str) -> Self {
        let patterns = name.into_iter().chain([file_name]).flat_map(patterns_of_file_names).collect();
        let names = [fold(name.unwrap_or_default()), fold(file_name)];
        Self { pattern: name.and_then(pattern), names, patterns }
    }

    /// Whether the name stands in `text`.
    pub fn stands_in(&self, text: &str) -> bool {
        let text: String = text.nfc().collect();
        self.pattern.as_ref().is_some_and(|pattern| pattern.is_match(&text))
    }

    /// Whether a file or folder of this name is hers by it.
    pub fn is_name_of_hers(&self, name: &str) -> bool {
        let (own, name): (String, String) = (fold(name), name.nfc().collect());
        self.names.iter().any(|of_hers| !of_hers.is_empty() && stands_in(of_hers, &own))
            || self.patterns.iter().any(|pattern| pattern.is_match(&name))
    }

    /// What the plain file at `path` says of her.
    pub fn look(&self, path: &Path) -> SearchResult {
        let mention = |lines| SearchResult::Named(Mention { path: path.to_owned(), lines });
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let named = self.is_name_of_hers(&name);
        let mut bytes = Vec::new();
        let read =
            storage::open_file(path).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes));
        let too_large = read.is_err() || bytes.len() as u64 > MAX_FILE_BYTES;
        let searched = if bytes.starts_with(b"%PDF-") {
            // What a PDF does not pack, such as its title, can be read. What this program makes
            // tells of whom it is elsewhere.
            match self.stands_in(&String::from_utf8_lossy(&bytes)) {
                true => Some(true),
                false => is_our_pdf(path).then_some(false),
            }
        } else if bytes.starts_with(b"PK") {
            self.stands_in_archive(path)
        } else if is_binary(&bytes) || too_large {
            None
        } else {
            let lines = self.pattern.as_ref().map(|pattern| lines(&bytes, pattern)).unwrap_or_default();
            if !lines.is_empty() {
                return mention(lines);
            }
            Some(false)
        };
        match searched {
            _ if named => mention(Vec::new()),
            Some(true) => mention(Vec::new()),
            Some(false) => SearchResult::Nothing,
            None => SearchResult::Unsearched,
        }
    }

    /// Whether the name of the folder at `path` is hers, and more lies in it than goes anyway.
    pub fn look_at_folder(&self, path: &Path, gone: &BTreeSet<PathBuf>) -> SearchResult {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !self.is_name_of_hers(&name) {
            return SearchResult::Nothing;
        }
        let mut files = WalkDir::new(path).into_iter().filter_map(Result::ok);
        let mut files = files.by_ref().filter(|entry| !entry.file_type().is_dir()).peekable();
        let empty = files.peek().is_none();
        let goes = !empty && files.all(|entry| gone.contains(entry.path()));
        if goes { SearchResult::Nothing } else { SearchResult::Named(Mention::of_file(path.to_owned())) }
    }

    /// What a link, which is not followed, says of her by its name or by where it leads.
    pub fn look_at_link(&self, path: &Path) -> SearchResult {
        let target = fs::read_link(path).unwrap_or_default();
        let names = path.file_name().into_iter().chain(target.iter());
        if names.map(|name| name.to_string_lossy()).any(|name| self.is_name_of_hers(&name)) {
            return SearchResult::Named(Mention::of_file(path.to_owned()));
        }
        SearchResult::Unsearched
    }

    /// Whether the name stands in a workbook or a text document, as Office programs save them:
    /// XML in an archive; or as that of a file in any archive. `None` where that can't be told.
    fn stands_in_archive(&self, path: &Path) -> Option<bool> {
        let small = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= MOST_OF_AN_ARCHIVE);
        let mut file = small.then(|| storage::open_file(path).ok()).flatten()?;
        file.rewind().ok()?;
        let mut archive = ZipArchive::new(file).ok()?;
        let names = archive.file_names().filter_map(Result::ok).collect::<Vec<_>>();
        if names.iter().any(|name| name.split(['/', '\\']).any(|part| self.is_name_of_hers(part))) {
            return Some(true);
        }
        let is_office = names.iter().any(|name| name == "[Content_Types].xml" || name == "mimetype");
        let mut left = MOST_UNPACKED;
        for number in 0..archive.len() {
            let Ok(part) = archive.by_index(number) else { return None };
            if !part.name().is_ok_and(|name| name.ends_with(".xml")) {
                continue;
            }
            let mut bytes = Vec::new();
            // What can't be unpacked to its end is searched as far as it goes.
            let _ = part.take(left).read_to_end(&mut bytes);
            left -= bytes.len() as u64;
            if self.stands_in(&without_tags(&String::from_utf8_lossy(&bytes))) {
                return Some(true);
            }
        }
        (is_office && left > 0).then_some(false)
    }
}

/// Whether the PDF at `path` is this program's.
fn is_our_pdf(path: &Path) -> bool {
    let packet = storage::open_file(path).ok().and_then(|file| metadata::own_packet(file).ok().flatten());
    packet.is_some()
}

/// Whether the bytes are no text: nobody types such characters.
fn is_binary(bytes: &[u8]) -> bool {
    let is_utf_16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_typed = |byte: &u8| !byte.is_ascii_control() || byte.is_ascii_whitespace() || *byte == 0x1b;
    !is_utf_16 && !bytes.iter().all(is_typed)
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

/// The files and folders under `root` in which she stands, or in whose own names, without those
/// at `gone`; and what could not be searched. Links are not followed.
pub fn mentions(
    root: &Path,
    sought: &PersonQuery,
    gone: &BTreeSet<PathBuf>,
    unsearched: &mut BTreeSet<PathBuf>,
) -> Vec<Mention> {
    let entries = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter().filter_map(Result::ok);
    let mut found = Vec::new();
    for entry in entries.filter(|entry| !gone.contains(entry.path())) {
        let own = || is_temporary_or_own(&entry.file_name().to_string_lossy());
        let look = match entry.file_type() {
            type_ if type_.is_dir() => sought.look_at_folder(entry.path(), gone),
            type_ if type_.is_symlink() => sought.look_at_link(entry.path()),
            type_ if type_.is_file() => sought.look(entry.path()),
            _ => SearchResult::Nothing,
        };
        match look {
            SearchResult::Named(mention) => found.push(mention),
            SearchResult::Unsearched if !own() => drop(unsearched.insert(entry.into_path())),
            _ => {}
        }
    }
    found
}

/// Whether a file of this name is one that the program keeps for itself.
fn is_temporary_or_own(name: &str) -> bool {
    name.starts_with(storage::OWN_FOLDER)
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
    let name: String = name.nfc().collect();
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'));
    joined(&words.filter(|word| !word.is_empty()).collect::<Vec<_>>(), r"[\s_-]+")
}

/// Words in any spelling with `between` between them, and not in a longer word.
fn joined(words: &[&str], between: &str) -> Option<Regex> {
    let letter = |c: char| match c {
        'å' => "(?:å|aa)".to_owned(),
        'æ' | 'ä' => "(?:æ|ä|ae)".to_owned(),
        'ø' | 'ö' => "(?:ø|ö|oe)".to_owned(),
        c => regex::escape(&c.to_string()),
    };
    if words.is_empty() {
        return None;
    }
    let spelled = |word: &&str| word.chars().flat_map(char::to_lowercase).map(letter).collect();
    let words: Vec<String> = words.iter().map(spelled).collect();
    Regex::new(&format!(r"(?i)(?:^|[^\p{{L}}\p{{N}}]){}(?:$|[^\p{{L}}\p{{N}}])", words.join(between))).ok()
}

/// A name of several words in the name of a file: in its order or the last word first, with any
/// sign between them and anything around it.
fn patterns_of_file_names(name: &str) -> Vec<Regex> {
    let name: String = name.nfc().collect();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let Some((last, first)) = words.split_last().filter(|(_, first)| !first.is_empty()) else {
        return Vec::new();
    };
    let turned: Vec<&str> = std::iter::once(*last).chain(first.iter().copied()).collect();
    [words.as_slice(), &turned].into_iter().filter_map(|words| joined(words, r"[\s_.,+-]*")).collect()
}

/// The lines of a text on which the pattern begins.
fn lines(bytes: &[u8], pattern: &Regex) -> Vec<usize> {
    let text: String = decode(bytes).0.nfc().collect();
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
        for name in ["hendes", "ÅSE ÆRØ 2025", "Åse Ærøen"] {
            fs::create_dir(folder.path().join(name))?;
        }
        file("a.yaml", "hos: Åse Ærø\nx: åse-ærø, Åse Ærø\n# aase aeroe\nhos: Åse\n  Ærø\n".as_bytes())?;
        file("b.yaml", "hos: Åse Ærøe\nhos: Låse Ærø\nleder: Åse\n".as_bytes())?;
        file("c.txt", b"med \xC5se \xC6r\xF8\r\n")?;
        file("åse-ærø.docx", &[0, 1, 2])?;
        file("åse.xlsx", &[0, 1, 2])?;
        file("åse-bo.xlsx", &[0, 1, 2])?;
        // A workbook that somebody saved, whose texts are packed.
        let mut archive = zip::ZipWriter::new(fs::File::create(folder.path().join("tal.xlsx"))?);
        archive.start_file("[Content_Types].xml", zip::write::SimpleFileOptions::default())?;
        archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default())?;
        io::Write::write_all(&mut archive, "<si><t>Bo</t></si><si><t>Åse Ærø</t></si>".as_bytes())?;
        archive.finish()?;
        file("hendes/Scan.pdf", b"%PDF-1.7 \x01")?;
        file("Ærø, Åse.png", &[0])?;
        let mut unsearched = BTreeSet::new();
        let sought = PersonQuery::new(Some("Åse  Ærø"), "åse");
        let found = mentions(folder.path(), &sought, &BTreeSet::new(), &mut unsearched);
        let found: Vec<(String, Vec<usize>)> = found
            .into_iter()
            .map(|m| (m.path.file_name().unwrap_or_default().to_string_lossy().into_owned(), m.lines))
            .collect();
        let expected = [
            ("a.yaml", vec![1, 2, 3, 4]),
            ("c.txt", vec![1]),
            ("tal.xlsx", vec![]),
            ("ÅSE ÆRØ 2025", vec![]),
            ("Ærø, Åse.png", vec![]),
            ("åse-ærø.docx", vec![]),
            ("åse.xlsx", vec![]),
        ];
        assert_eq!(found, expected.map(|(name, lines)| (name.to_owned(), lines)));
        let unsearched: Vec<_> =
            unsearched.iter().filter_map(|path| path.strip_prefix(folder.path()).ok()).collect();
        assert_eq!(unsearched, [Path::new("hendes/Scan.pdf"), Path::new("åse-bo.xlsx")]);
        Ok(())
    }
}
