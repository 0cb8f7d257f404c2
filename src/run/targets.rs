//! Where the departments of a folder lie, and where the documents of each go.

use std::path::{Path, PathBuf};

use crate::source::walk;

/// A department's folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its path relative to the folder that was named, with `/`; empty where it is that.
    pub department: String,
    /// Its files.
    pub folder: PathBuf,
    /// Its documents.
    pub out: PathBuf,
    /// A folder of the leader's own.
    pub leader: Option<PathBuf>,
    /// A folder for correction files.
    pub corrections: Option<PathBuf>,
}

/// The folders of each department, and those in which there may be more.
#[derive(Debug, PartialEq, Eq)]
pub struct Targets {
    /// In the order of their paths; the folder itself where it is one or holds none.
    pub each: Vec<Target>,
    /// Folders that could not be listed.
    pub unlisted: Vec<PathBuf>,
}

/// Finds the departments in `folder`. Where they are many, `out` and the other folders
/// have a folder for each, of the same path.
pub fn targets(folder: &Path, out: &Path, leader: Option<&Path>, corrections: Option<&Path>) -> Targets {
    let departments = walk::departments(folder);
    let each = departments.folders.into_iter().map(|department| {
        // Joined to nothing, a path would get a separator at its end.
        let within = |root: &Path| {
            if department.is_empty() { root.to_owned() } else { root.join(&department) }
        };
        Target {
            folder: within(folder),
            out: within(out),
            // A leader of one department only has no folder for the others.
            leader: leader.map(within).filter(|leader| department.is_empty() || leader.is_dir()),
            corrections: corrections.map(within),
            department,
        }
    });
    Targets { each: each.collect(), unlisted: departments.unlisted }
}
