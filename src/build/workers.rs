//! Plain threads over one list of jobs.
//!
//! Not rayon: Typst uses it inside, and when a thread that waits for its parts
//! steals a whole document instead, documents nest on one stack until it
//! overflows.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use super::{Job, Progress};

/// Documents between two evictions of Typst's cache. Its ages are global:
/// evicting after each costs a tenth of the time, and without it every plan
/// leaves two megabytes behind.
const DOCUMENTS_BETWEEN_EVICTIONS: usize = 20;
/// Documents typeset by this process, over all its runs.
static TYPESET: AtomicUsize = AtomicUsize::new(0);
/// Evictions that an unused result survives.
const MAX_AGE: usize = 1;

/// Does every job, in their order, on as many threads as there are cores.
/// Returns how many succeeded.
pub fn run(jobs: &[Job], progress: Progress<'_>, work: impl Fn(&Job) -> bool + Sync) -> usize {
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let succeeded = AtomicUsize::new(0);
    // While a booklet is typeset nothing is evicted: it would be half forgotten
    // before it is done.
    let booklet_under_way = AtomicBool::new(jobs.iter().any(|job| matches!(job, Job::Booklet)));
    let worker = || {
        while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            if work(job) {
                succeeded.fetch_add(1, Ordering::Relaxed);
            }
            if matches!(job, Job::Booklet) {
                booklet_under_way.store(false, Ordering::Relaxed);
            }
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            progress(done, jobs.len());
            let typeset = TYPESET.fetch_add(1, Ordering::Relaxed) + 1;
            if typeset.is_multiple_of(DOCUMENTS_BETWEEN_EVICTIONS)
                && !booklet_under_way.load(Ordering::Relaxed)
            {
                comemo::evict(MAX_AGE);
            }
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(worker);
        }
    });
    succeeded.into_inner()
}
