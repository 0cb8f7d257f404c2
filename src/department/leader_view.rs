//! `<school>/<person>.leder.yaml`: the leader's view of one secretary's levels.

use std::sync::Arc;

use super::role_model::RoleModel;
use super::values::LevelNumber;
use crate::problem::Problems;
use crate::source::section::{Section, leaf, named_entries};
use crate::source::tree::Node;
use crate::source::{Place, SourceFile};

/// A leader's view.
#[derive(Debug)]
pub struct LeaderView {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The leader's level for each area of the role model, `None` where not given.
    pub levels: Vec<Option<i64>>,
}

/// Reads a leader's view; nothing in it ever stops a document.
pub fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Option<LeaderView> {
    let mut fields = Section::open(file, root, problems)?;
    let mut levels = vec![None; role_model.areas.len()];
    match fields.node("vurdering") {
        Some(node) => {
            for (key, entry) in named_entries(file, node, problems) {
                let place = Place::at(file, entry.key.bytes.clone());
                let area = role_model.area_at(key, place, problems);
                let level = leaf::<LevelNumber>(file, &entry.value, problems)
                    .and_then(|level| role_model.scale.check(level, problems));
                if let Some(area) = area {
                    levels[area.0] = level;
                }
            }
        }
        None => fields.missing("vurdering"),
    }
    fields.finish(problems);
    Some(LeaderView { file: Arc::clone(file), levels })
}
