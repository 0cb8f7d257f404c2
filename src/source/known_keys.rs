//! Sets of keys that tell a key from running text in invalid YAML and in remarks.
//!
//! Matching is fuzzy, and whatever matches a key is shown to others. The sets therefore hold only
//! canonical spellings; other spellings must match exactly.

use std::sync::LazyLock;

use crate::fields::{self, Table, activity, area_levels, consent, leader_view, profile};

/// Every spelling of the key of an area's remark, which is printed only on the person's own plan.
pub(super) static REMARK: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| area_levels::REMARK.spellings().collect());
/// Keys of an area of a profile except the remark.
pub(super) static AREA: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| area_levels::TABLE.keys().filter(|key| *key != area_levels::REMARK.key).collect());
/// Keys of a profile outside its areas.
pub(super) static PROFILE: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| keys_of(&[&profile::TABLE, &activity::TABLE, &consent::TABLE]));
/// Keys of all kinds of files.
pub(super) static ALL: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let tables: Vec<&Table> = fields::FILES.iter().flat_map(|file| file.with_subtables()).collect();
    keys_of(&tables)
});
/// Every spelling of the only key of a leader's view.
pub(super) static LEADER_VIEW: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| leader_view::ASSESSMENT.spellings().collect());

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
