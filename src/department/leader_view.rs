//! `<school>/<person>.leder.yaml`: the leader's assessment of a secretary's levels.

use std::sync::Arc;

use super::role_model::RoleModel;
use crate::fields::leader_view;
use crate::problem::Problems;
use crate::source::SourceFile;
use crate::source::section::Section;
use crate::source::tree::Node;

#[derive(Debug)]
pub struct LeaderView {
    pub file: Arc<SourceFile>,
    /// Level by area of the role model; `None` if not given.
    pub levels: Vec<Option<i64>>,
}

/// Reads a leader's view.
pub(crate) fn read(
    file: &Arc<SourceFile>,
    root: &Node,
    role_model: &RoleModel,
    problems: &mut Problems,
) -> Option<LeaderView> {
    let mut fields = Section::open(file, root, &leader_view::TABLE, problems)?;
    let levels = match fields.node(&leader_view::ASSESSMENT) {
        Some(node) => role_model.levels_in(file, node, problems),
        None => {
            fields.report_missing(&leader_view::ASSESSMENT);
            vec![None; role_model.areas.len()]
        }
    };
    fields.finish(problems);
    Some(LeaderView { file: Arc::clone(file), levels })
}
