//! Keys as sets, to tell a key from running text where a file is no YAML or a remark
//! runs on.
//!
//! These sets are compared loosely, and what counts as a key is shown. So they hold the
//! canonical spellings alone; other spellings count where they are exact.

use std::sync::LazyLock;

use crate::fields::{self, Table, activity, area_levels, consent, leader_view, profile};

/// The remark of an area, printed on a person's own plan only, in every spelling.
pub(super) static REMARK: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| area_levels::REMARK.spellings().collect());
/// What an area of a profile holds, the remark excepted.
pub(super) static AREA: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| area_levels::TABLE.keys().filter(|key| *key != area_levels::REMARK.key).collect());
/// The other keys of a profile.
pub(super) static PROFILE: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| keys_of(&[&profile::TABLE, &activity::TABLE, &consent::TABLE]));
/// The keys of all files.
pub(super) static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let tables: Vec<&Table> = fields::FILES.iter().flat_map(|file| file.with_subtables()).collect();
    keys_of(&tables)
});
/// The key of a leader's view, in every spelling.
pub(super) static LEADER_VIEW: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| leader_view::ASSESSMENT.spellings().collect());

/// Whether `key` is a key of some file in exactly one of its spellings.
pub(super) fn is_key(key: &str) -> bool {
    fields::FILES.iter().flat_map(|file| file.with_subtables()).any(|table| table.field(key).is_some())
}

/// Whether `key` is one of a profile outside its areas, in exactly one of its spellings.
pub(super) fn is_profile_key(key: &str) -> bool {
    [&profile::TABLE, &activity::TABLE, &consent::TABLE].iter().any(|table| table.field(key).is_some())
}

/// The canonical keys of `tables`, each once.
fn keys_of(tables: &[&Table]) -> Vec<&'static str> {
    let mut keys: Vec<&str> = tables.iter().flat_map(|table| table.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
