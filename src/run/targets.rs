//! Finds the departments in a folder and assigns each its output folders.

use std::path::{Path, PathBuf};

use crate::source::walk;
use crate::storage::canonical;

/// A department and its folders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The path relative to the folder on the command line, with `/`; empty for that folder itself.
    pub department: String,
    /// The department's folder.
    pub folder: PathBuf,
    /// The output folder.
    pub out: PathBuf,
    /// The leader's private folder.
    pub leader: Option<PathBuf>,
    /// The folder for correction files.
    pub corrections: Option<PathBuf>,
}

/// The departments in a folder, and subfolders that may hold more.
#[derive(Debug, PartialEq, Eq)]
pub struct Targets {
    /// Sorted by path; the folder itself if it is a department or holds none.
    pub each: Vec<Target>,
    /// Subfolders that could not be listed.
    pub unlisted: Vec<PathBuf>,
}

impl Targets {
    /// Whether the folder holds departments instead of being one.
    pub(crate) fn are_many(&self) -> bool {
        self.each.iter().any(|target| !target.department.is_empty())
    }
}

/// Finds the departments in `folder`. If there are several, each gets its own subfolder, of the
/// same relative path, in `out` and in the other folders.
pub fn targets(folder: &Path, out: &Path, leader: Option<&Path>, corrections: Option<&Path>) -> Targets {
    let departments = walk::departments(folder);
    let each = departments.folders.into_iter().map(|department| {
        // Joining an empty path would append a separator.
        let within = |root: &Path| {
            if department.is_empty() { root.to_owned() } else { root.join(&department) }
        };
        Target {
            folder: within(folder),
            out: within(out),
            // A leader of one department has no folder for the others.
            leader: leader.map(within).filter(|leader| department.is_empty() || leader.is_dir()),
            corrections: corrections.map(within),
            department,
        }
    });
    Targets { each: each.collect(), unlisted: departments.unlisted }
}

/// Whether `inner` is `outer` or below it; false if either does not exist.
pub(crate) fn is_inside(inner: &Path, outer: &Path) -> bool {
    let inner = inner.ancestors().find_map(|ancestor| {
        let there = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        canonical(there).ok()
    });
    match (inner, canonical(outer)) {
        (Some(inner), Ok(outer)) => inner.starts_with(outer),
        _ => false,
    }
}
