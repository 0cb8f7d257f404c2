//! A person's entries in the files of programmes: as a participant of a cohort, or waiting for one.
//!
//! Cohorts are other people's files too, so an entry is cut out of them and the rest stays as typed.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::department::Department;
use crate::department::person::ProfileOwner;
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
pub(crate) struct ParticipantEntry {
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

    /// The contents of the file once the entries are cut out.
    pub(super) fn rest(&self) -> &[u8] {
        &self.after
    }
}

/// Whom to look for.
pub(super) struct ParticipantQuery {
    /// The name, folded.
    name: String,
    /// The spellings of the workplace, folded; empty if it is unknown.
    workplaces: Vec<String>,
    /// Whether the person has no profile.
    bare: bool,
}

impl ParticipantQuery {
    /// A query for `owner`, who has a profile unless `bare`; `None` if the name is unreadable.
    pub(super) fn new(owner: &ProfileOwner, bare: bool, department: Option<&Department>) -> Option<Self> {
        let typed = owner.school.as_deref();
        let named = department.zip(typed).and_then(|(department, typed)| {
            let settings = &department.settings;
            Some(settings.schools[settings.school(typed)?.0].name.as_str())
        });
        let workplaces = typed.into_iter().chain(named).map(fold).collect();
        Some(Self { name: fold(owner.name.as_deref()?), workplaces, bare })
    }

    /// Whether an entry with this name and workplace is about the person.
    pub(super) fn is_about(&self, name: &str, workplace: Option<&str>) -> bool {
        fold(name) == self.name && self.works_at(workplace)
    }

    /// Whether an entry of the name with this workplace is about the person. One without a workplace is about
    /// the person with a profile, if there is one.
    pub(super) fn works_at(&self, workplace: Option<&str>) -> bool {
        match workplace {
            Some(place) if self.bare || !self.workplaces.is_empty() => self.workplaces.contains(&fold(place)),
            Some(_) => true,
            None => !self.bare || self.workplaces.is_empty(),
        }
    }
}

/// Name and workplace of an item, as far as they are readable.
fn name_and_workplace(item: &Node, name: &Field, workplace: &Field) -> [Option<String>; 2] {
    [name, workplace].map(|field| {
        let raw = item.filled(field)?.value.text()?;
        raw.parse::<Text>().ok().map(|text| text.0)
    })
}

/// The entries of the person in the department at `folder`. A file whose layout is not supported has none
/// here; it is reported as a mention.
pub(super) fn entries(folder: &Path, query: &ParticipantQuery) -> Vec<ParticipantEntry> {
    let Ok(read) = walk::read(folder, &mut Problems::default()) else { return Vec::new() };
    read.programmes.iter().chain(&read.cohorts).filter_map(|file| entry(file, query)).collect()
}

/// The places at which people called `name` work, according to the files of programmes in `folder`; `None` for
/// an entry without a workplace.
pub(crate) fn workplaces(folder: &Path, name: &str) -> Vec<Option<String>> {
    let Ok(read) = walk::read(folder, &mut Problems::default()) else { return Vec::new() };
    let folded = |place: &Option<String>| place.as_deref().map(fold);
    let mut places: Vec<Option<String>> = Vec::new();
    for file in read.programmes.iter().chain(&read.cohorts) {
        let Some(root) = parse::parse(file, &mut Problems::default()).ok().flatten() else { continue };
        let (list, name_field, workplace) = fields(file.kind);
        let items = root.filled(list).map(|entry| entry.value.items()).unwrap_or_default();
        for item in items {
            let [own, place] = name_and_workplace(item, name_field, workplace);
            let is_named = own.is_some_and(|own| fold(&own) == fold(name));
            if is_named && places.iter().all(|other| folded(other) != folded(&place)) {
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

fn entry(file: &Arc<SourceFile>, query: &ParticipantQuery) -> Option<ParticipantEntry> {
    let root = parse::parse(file, &mut Problems::default()).ok().flatten()?;
    let (list, name, workplace) = fields(file.kind);
    let list = root.filled(list)?;
    let items = list.value.items();
    let is_about = |item: &Node| match name_and_workplace(item, name, workplace) {
        [Some(name), workplace] => query.is_about(&name, workplace.as_deref()),
        [None, _] => false,
    };
    let gone: Vec<usize> = (0..items.len()).filter(|&i| is_about(&items[i])).collect();
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
