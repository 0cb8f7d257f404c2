//! Search for mentions of a person in files that the program does not own.
//!
//! [`NameSearch`] decides what a mention is, in text files, Office documents, uncompressed parts of
//! PDFs, and names of files and folders. The program only reports mentions; the authors of the files
//! must remove them.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Seek};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use zip::ZipArchive;

use crate::document::metadata;
use crate::source::decode::decode;
use crate::source::name_search::NameSearch;
use crate::source::spelling::fold;
use crate::storage;

/// Size limit of a searched file, in bytes.
const MAX_FILE_BYTES: u64 = 1_000_000;
/// Size limit of a searched Office document, in bytes.
const MOST_OF_AN_ARCHIVE: u64 = 50_000_000;
/// Limit of uncompressed data per document, in bytes.
const MOST_UNPACKED: u64 = 50_000_000;

/// A file that mentions the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Path of the file.
    pub path: PathBuf,
    /// Line numbers from 1; empty if only the file name matches or lines are unknown.
    pub lines: Vec<usize>,
}

impl Mention {
    /// A mention without line numbers.
    pub(super) fn of_file(path: PathBuf) -> Self {
        Self { path, lines: Vec::new() }
    }
}

/// The result of searching a file or folder.
pub(super) enum SearchResult {
    /// The contents or the name mention the person.
    Named(Mention),
    /// Not searchable: compressed, a picture, too large, or a link.
    Unsearched,
    /// No mention.
    Nothing,
}

/// A search for a person.
pub(super) struct PersonQuery {
    /// The name in text.
    text_search: NameSearch,
    /// The person's name and their file's name, folded, as parts of file names.
    names: [String; 2],
    /// The same if they have several words.
    file_name_search: NameSearch,
}

impl PersonQuery {
    /// A query by name, if known, and by the name of the profile's file.
    pub(super) fn new(name: Option<&str>, file_name: &str) -> Self {
        let (mut text_search, mut file_name_search) = (NameSearch::default(), NameSearch::default());
        name.into_iter().for_each(|name| text_search.add_person(name));
        let has_several_words = |name: &&str| name.trim().contains(|c: char| !c.is_alphanumeric());
        let names = name.into_iter().chain([file_name]).filter(has_several_words);
        names.for_each(|name| file_name_search.add_person(name));
        let names = [fold(name.unwrap_or_default()), fold(file_name)];
        Self { text_search, names, file_name_search }
    }

    /// Whether `text` contains the name.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.text_search.is_in(text)
    }

    /// Whether a file or folder with this name is named after the person.
    pub(super) fn matches_file_name(&self, name: &str) -> bool {
        let own = fold(name);
        self.names.iter().any(|name_part| !name_part.is_empty() && contains_word(name_part, &own))
            || self.file_name_search.is_in(name)
    }

    /// Searches the regular file at `path`.
    pub(super) fn search_file(&self, path: &Path) -> SearchResult {
        let mention = |lines| SearchResult::Named(Mention { path: path.to_owned(), lines });
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let named = self.matches_file_name(&name);
        let mut bytes = Vec::new();
        let read =
            storage::open_file(path).and_then(|file| file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes));
        let too_large = read.is_err() || bytes.len() as u64 > MAX_FILE_BYTES;
        let searched = if bytes.starts_with(b"%PDF-") {
            // Uncompressed parts such as the title are searched. PDFs of this program are identified
            // by the caller.
            match self.is_in(&String::from_utf8_lossy(&bytes)) {
                true => Some(true),
                false => is_our_pdf(path).then_some(false),
            }
        } else if bytes.starts_with(b"PK") {
            self.is_in_archive(path)
        } else if is_binary(&bytes) || too_large {
            None
        } else {
            let lines = self.text_search.lines_in(&decode(&bytes).0);
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

    /// Searches the text `bytes` that the file at `path` is to have.
    pub(super) fn search_text(&self, path: &Path, bytes: &[u8]) -> Option<Mention> {
        let lines = self.text_search.lines_in(&decode(bytes).0);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_named = !lines.is_empty() || self.matches_file_name(&name);
        is_named.then(|| Mention { path: path.to_owned(), lines })
    }

    /// Whether the folder at `path` is named after the person and is not emptied by deleting
    /// `to_delete`.
    pub(super) fn search_folder(&self, path: &Path, to_delete: &BTreeSet<PathBuf>) -> SearchResult {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if !self.matches_file_name(&name) {
            return SearchResult::Nothing;
        }
        let mut files = WalkDir::new(path).into_iter().filter_map(Result::ok);
        let mut files = files.by_ref().filter(|entry| !entry.file_type().is_dir()).peekable();
        let empty = files.peek().is_none();
        let goes = !empty && files.all(|entry| to_delete.contains(entry.path()));
        if goes { SearchResult::Nothing } else { SearchResult::Named(Mention::of_file(path.to_owned())) }
    }

    /// Searches the name and the target's path of a link, which is not followed.
    pub(super) fn search_link(&self, path: &Path) -> SearchResult {
        let target = fs::read_link(path).unwrap_or_default();
        let names = path.file_name().into_iter().chain(target.iter());
        if names.map(|name| name.to_string_lossy()).any(|name| self.matches_file_name(&name)) {
            return SearchResult::Named(Mention::of_file(path.to_owned()));
        }
        SearchResult::Unsearched
    }

    /// Searches the XML parts of an Office document, or the file names in any zip archive. `None` if
    /// that is inconclusive.
    fn is_in_archive(&self, path: &Path) -> Option<bool> {
        let small = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= MOST_OF_AN_ARCHIVE);
        let mut file = small.then(|| storage::open_file(path).ok()).flatten()?;
        file.rewind().ok()?;
        let mut archive = ZipArchive::new(file).ok()?;
        let names = archive.file_names().filter_map(Result::ok).collect::<Vec<_>>();
        if names.iter().any(|name| name.split(['/', '\\']).any(|part| self.matches_file_name(part))) {
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
            // A damaged part is searched as far as it can be unpacked.
            let _ = part.take(left).read_to_end(&mut bytes);
            left -= bytes.len() as u64;
            if self.is_in(&without_tags(&String::from_utf8_lossy(&bytes))) {
                return Some(true);
            }
        }
        (is_office && left > 0).then_some(false)
    }
}

/// Whether the PDF at `path` was made by this program.
fn is_our_pdf(path: &Path) -> bool {
    let packet = storage::open_file(path).ok().and_then(|file| metadata::own_packet(file).ok().flatten());
    packet.is_some()
}

/// Whether the bytes contain control characters that don't occur in text.
fn is_binary(bytes: &[u8]) -> bool {
    let is_utf_16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_typed = |byte: &u8| !byte.is_ascii_control() || byte.is_ascii_whitespace() || *byte == 0x1b;
    !is_utf_16 && !bytes.iter().all(is_typed)
}

/// The text of an XML document, with each tag replaced by a space.
fn without_tags(xml: &str) -> String {
    let mut text = String::new();
    for part in xml.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    text
}

/// The files and folders under `root` that mention the person, except those `to_delete`. Adds what
/// can't be searched to `unsearched`. Links are not followed.
pub(super) fn mentions(
    root: &Path,
    query: &PersonQuery,
    to_delete: &BTreeSet<PathBuf>,
    unsearched: &mut BTreeSet<PathBuf>,
) -> Vec<Mention> {
    let entries = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter().filter_map(Result::ok);
    let mut found = Vec::new();
    for entry in entries.filter(|entry| !to_delete.contains(entry.path())) {
        let own = || is_internal(&entry.file_name().to_string_lossy());
        let result = match entry.file_type() {
            type_ if type_.is_dir() => query.search_folder(entry.path(), to_delete),
            type_ if type_.is_symlink() => query.search_link(entry.path()),
            type_ if type_.is_file() => query.search_file(entry.path()),
            _ => SearchResult::Nothing,
        };
        match result {
            SearchResult::Named(mention) => found.push(mention),
            SearchResult::Unsearched if !own() => drop(unsearched.insert(entry.into_path())),
            _ => {}
        }
    }
    found
}

/// Whether a file of this name is internal to the program.
fn is_internal(name: &str) -> bool {
    name.starts_with(storage::OWN_FOLDER)
}

/// Whether `text` contains `word`, and not as a part of a longer word.
pub(super) fn contains_word(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric() && c != '_')
    })
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
        // A workbook whose texts are compressed.
        let mut archive = zip::ZipWriter::new(fs::File::create(folder.path().join("tal.xlsx"))?);
        archive.start_file("[Content_Types].xml", zip::write::SimpleFileOptions::default())?;
        archive.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default())?;
        io::Write::write_all(&mut archive, "<si><t>Bo</t></si><si><t>Åse Ærø</t></si>".as_bytes())?;
        archive.finish()?;
        file("hendes/Scan.pdf", b"%PDF-1.7 \x01")?;
        file("Ærø, Åse.png", &[0])?;
        let mut unsearched = BTreeSet::new();
        let query = PersonQuery::new(Some("Åse  Ærø"), "åse");
        let found = mentions(folder.path(), &query, &BTreeSet::new(), &mut unsearched);
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
