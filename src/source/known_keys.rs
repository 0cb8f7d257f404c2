//! Sets of keys that tell a key from running text in invalid YAML and in remarks.
//!
//! Matching is fuzzy, and whatever matches a key is shown to others. The sets therefore hold only
//! canonical spellings; other spellings must match exactly.

use std::sync::LazyLock;

use super::spelling::{fold, nearest};
use crate::fields::{self, Field, Table, activity, area_levels, consent, leader_view, note, profile};

/// The keys of what only a person and their leader may read: remarks on areas, and notes.
static CONFIDENTIAL: [&Field; 3] = [&area_levels::REMARK, &activity::NOTES, &note::TEXT];
/// The spellings of these keys, the long ones and the short ones.
static CONFIDENTIAL_SPELLINGS: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(|| {
    let spellings = CONFIDENTIAL.iter().flat_map(|field| field.spellings());
    let (long, short) = spellings.partition(|key| key.chars().count() >= MIN_LONG_CHARS);
    [long, short]
});
/// The length of a key, in characters, from which a similar word can hardly be another.
const MIN_LONG_CHARS: usize = 6;
/// Keys of an area of a profile except the remark.
pub(super) static AREA: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| area_levels::TABLE.keys().filter(|key| !is_confidential_key(key)).collect());
/// Keys of a profile outside its areas except notes.
pub(super) static PROFILE: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut keys = keys_of(&[&profile::TABLE, &activity::TABLE, &consent::TABLE]);
    keys.retain(|key| !is_confidential_key(key));
    keys
});
/// Keys of all kinds of files.
pub(super) static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let tables: Vec<&Table> = fields::FILES.iter().flat_map(|file| file.with_subtables()).collect();
    keys_of(&tables)
});
/// Every spelling of the only key of a leader's view.
pub(super) static LEADER_VIEW: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| leader_view::ASSESSMENT.spellings().collect());

/// True if `key` is that of a remark or of notes, or a likely misspelling of it, and not exactly
/// another key.
pub(super) fn is_confidential_key(key: &str) -> bool {
    if CONFIDENTIAL.iter().any(|field| field.is(key)) {
        return true;
    }
    let [long, short] = &*CONFIDENTIAL_SPELLINGS;
    let is_a_letter_off = |short: &&str| strsim::osa_distance(&fold(key), &fold(short)) <= 1;
    let is_similar =
        || nearest(key, long.iter().copied()).is_some() || is_short(key) && short.iter().any(is_a_letter_off);
    is_similar() && !is_key(key)
}

/// True if `key` may be a letter off a short key.
fn is_short(key: &str) -> bool {
    key.chars().count() <= MIN_LONG_CHARS
}

/// True if `key` is exactly a spelling of a key of any kind of file.
pub(super) fn is_key(key: &str) -> bool {
    fields::FILES.iter().flat_map(|file| file.with_subtables()).any(|table| table.field(key).is_some())
}

/// True if `key` is exactly a spelling of a key of a profile outside its areas.
pub(super) fn is_profile_key(key: &str) -> bool {
    [&profile::TABLE, &activity::TABLE, &consent::TABLE].iter().any(|table| table.field(key).is_some())
}

/// Canonical keys of `tables`, sorted and without duplicates.
fn keys_of(tables: &[&Table]) -> Vec<&'static str> {
    let mut keys: Vec<&str> = tables.iter().flat_map(|table| table.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
