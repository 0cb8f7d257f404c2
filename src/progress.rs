//! Progress events: files read and the duration of each step, for `--verbose`.

use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A step of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Reading and checking a department.
    Reading,
    /// Typesetting and writing documents.
    Documents,
    /// Updating the public edition.
    Public,
    /// Reading a course list and comparing it with the catalogue.
    List,
    /// Collecting the tables of an export.
    Tables,
}

/// A progress event.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event<'a> {
    /// A file was read.
    Read(&'a Path),
    /// A step ended after this time.
    Done(Step, Duration),
}

static LISTENER: OnceLock<fn(Event<'_>)> = OnceLock::new();

/// Sends all events to `listener` from now on. Later calls have no effect.
pub(crate) fn listen(listener: fn(Event<'_>)) {
    // Only the first listener counts.
    let _ = LISTENER.set(listener);
}

/// Reports that `path` was read.
pub(crate) fn read(path: &Path) {
    if let Some(listener) = LISTENER.get() {
        listener(Event::Read(path));
    }
}

/// Starts a step, which ends when the returned guard is dropped.
pub(crate) fn begin(step: Step) -> Running {
    Running { step, since: Instant::now() }
}

/// Guard of a running step; reports its duration on drop.
#[must_use = "the step is done when this goes"]
pub(crate) struct Running {
    step: Step,
    since: Instant,
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(listener) = LISTENER.get() {
            listener(Event::Done(self.step, self.since.elapsed()));
        }
    }
}
