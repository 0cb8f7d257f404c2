//! What the program is doing, to be told if asked for (`--verbose`).

use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A step of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading a department and looking for what is wrong.
    Reading,
    /// Typesetting and writing documents.
    Documents,
    /// Looking after the public edition.
    Public,
    /// Reading a list and comparing it with the catalogue.
    List,
    /// Gathering the tables of an export.
    Tables,
}

/// Something that has happened.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// A file was read.
    Read(&'a Path),
    /// A step is done and took so long.
    Done(Step, Duration),
}

static LISTENER: OnceLock<fn(Event<'_>)> = OnceLock::new();

/// From now on, tells `listener` of everything; only the first one counts.
pub fn listen(listener: fn(Event<'_>)) {
    // A second listener would tell everything twice.
    let _ = LISTENER.set(listener);
}

/// Tells that `path` was read.
pub fn read(path: &Path) {
    if let Some(tell) = LISTENER.get() {
        tell(Event::Read(path));
    }
}

/// Begins a step, which is done when what is returned goes.
pub fn begin(step: Step) -> Running {
    Running { step, since: Instant::now() }
}

/// A step under way.
#[must_use = "the step is done when this goes"]
pub struct Running {
    step: Step,
    since: Instant,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(tell) = LISTENER.get() {
            tell(Event::Done(self.step, self.since.elapsed()));
        }
    }
}
