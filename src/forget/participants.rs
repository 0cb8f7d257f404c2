//! A person's entries in the files of programmes: as a participant of a cohort, or waiting for one.
//!
//! Cohorts are other people's files too, so an entry is cut out of them and the rest stays as typed.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::department::values::Text;
use crate::fields::{Field, cohort, participant, programme, waiting};
use crate::problem::Problems;
use crate::source::decode::{decode, encode_like};
use crate::source::edit::{Edit, comments};
use crate::source::spelling::fold;
use crate::source::tree::Node;
use crate::source::{FileKind, SourceFile, parse, walk};
use crate::storage;

/// A file from which entries of a person are to be cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParticipantEntry {
    /// Path of the file.
    pub path: PathBuf,
    /// Lines of the entries, from 1.
    pub lines: Vec<usize>,
    before: Vec<u8>,
    after: Vec<u8>,
}

impl ParticipantEntry {
    /// Cuts the entries out; `false` if the file has changed meanwhile.
    ///
    /// # Errors
    /// If the file can't be written.
    pub(super) fn cut(&self) -> std::io::Result<bool> {
        storage::exchange(&self.path, &self.before, &self.after)
    }
}

/// Whom to look for.
pub(super) struct ParticipantQuery<'a> {
    pub name: &'a str,
    /// The school of the profile, in the spelling of files; `None` for a bare name.
    pub workplace: Option<&'a str>,
}

impl ParticipantQuery<'_> {
    /// Whether an item of a list is about the person. An entry without a workplace is.
    fn is_about(&self, item: &Node, name: &Field, workplace: &Field) -> bool {
        let text = |field: &Field| {
            let raw = item.filled(field)?.value.text()?;
            raw.parse::<Text>().ok().map(|text| fold(&text.0))
        };
        let own = self.workplace.map(fold);
        text(name) == Some(fold(self.name))
            && text(workplace).is_none_or(|place| own.is_none_or(|own| own == place))
    }
}

/// The entries of the person in the department at `folder`. A file whose layout is not supported has none
/// here; it is reported as a mention.
pub(super) fn entries(folder: &Path, query: &ParticipantQuery<'_>) -> Vec<ParticipantEntry> {
    let Ok(read) = walk::read(folder, &mut Problems::default()) else { return Vec::new() };
    read.programmes.iter().chain(&read.cohorts).filter_map(|file| entry(file, query)).collect()
}

/// The places at which people called `name` work, according to the files of programmes in `folder`.
pub fn workplaces(folder: &Path, name: &str) -> Vec<Option<String>> {
    let Ok(read) = walk::read(folder, &mut Problems::default()) else { return Vec::new() };
    let query = ParticipantQuery { name, workplace: None };
    let mut places = Vec::new();
    for file in read.programmes.iter().chain(&read.cohorts) {
        let Some(root) = parse::parse(file, &mut Problems::default()).ok().flatten() else { continue };
        let (list, name, workplace) = fields(file.kind);
        let items = root.filled(list).map(|entry| entry.value.items()).unwrap_or_default();
        for item in items.iter().filter(|item| query.is_about(item, name, workplace)) {
            let place = item.filled(workplace).and_then(|entry| entry.value.text()).map(str::to_owned);
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    places
}

/// The list of people in a file of this kind, and the keys of name and workplace.
fn fields(kind: FileKind) -> (&'static Field, &'static Field, &'static Field) {
    match kind {
        FileKind::Programme => (&programme::WAITING, &waiting::NAME, &waiting::WORKPLACE),
        _ => (&cohort::PARTICIPANTS, &participant::NAME, &participant::WORKPLACE),
    }
}

fn entry(file: &Arc<SourceFile>, query: &ParticipantQuery<'_>) -> Option<ParticipantEntry> {
    let root = parse::parse(file, &mut Problems::default()).ok().flatten()?;
    let (list, name, workplace) = fields(file.kind);
    let list = root.filled(list)?;
    let items = list.value.items();
    let gone: Vec<usize> = (0..items.len()).filter(|&i| query.is_about(&items[i], name, workplace)).collect();
    if gone.is_empty() {
        return None;
    }
    let mut edit = Edit::new(&file.text)?;
    edit.remove_items(&list.value, &gone).ok()?;
    let text = edit.finish();
    let before = storage::read_file(&file.path).ok()?;
    if decode(&before).0 != file.text || !says_the_rest(file, &text, items, &gone) {
        return None;
    }
    let lines = gone.iter().map(|&i| file.line(items[i].bytes.start).0 + 1).collect();
    let after = encode_like(&before, &text);
    Some(ParticipantEntry { path: file.path.clone(), lines, before, after })
}

/// Whether `text` has exactly the other items of the list, and every comment.
fn says_the_rest(file: &SourceFile, text: &str, items: &[Node], gone: &[usize]) -> bool {
    let new = Arc::new(SourceFile::new(file.name.clone(), PathBuf::new(), file.kind, text.to_owned()));
    let Some(root) = parse::parse(&new, &mut Problems::default()).ok().flatten() else { return false };
    let list = root.filled(fields(file.kind).0);
    let now: Vec<Node> =
        list.map(|entry| entry.value.items().iter().map(placeless).collect()).unwrap_or_default();
    let kept = (0..items.len()).filter(|i| !gone.contains(i)).map(|i| placeless(&items[i]));
    kept.eq(now) && comments(&file.text) == comments(text)
}

/// The value without its places, which move when something before it is cut.
fn placeless(node: &Node) -> Node {
    let mut node = node.clone();
    node.for_each_range(&|bytes: &mut Range<usize>| *bytes = 0..0);
    node
}
