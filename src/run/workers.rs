//! A thread pool over the jobs of one or more departments.
//!
//! Plain threads rather than rayon: Typst uses rayon internally, and a worker that waits for
//! Typst's tasks would steal another document, nesting documents until the stack overflows.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::request::ProgressFn;

/// Number of documents between two evictions of Typst's cache, whose ages are global. Evicting
/// after each document costs 10 % of the time; without eviction each plan retains 2 MB.
pub const DOCUMENTS_BETWEEN_EVICTIONS: usize = 8;
/// Documents typeset since the last eviction, across all runs of this process.
static TYPESET: AtomicUsize = AtomicUsize::new(0);
/// Booklets in progress, across all runs of this process.
static BOOKLETS: AtomicUsize = AtomicUsize::new(0);
/// Number of evictions that an unused cache entry survives.
pub const MAX_AGE: usize = 1;

/// A set of jobs with a common end, such as a department.
pub(super) trait Batch: Send + Sync {
    type Job: Send;

    /// Runs `job` and returns whether it typeset a document.
    fn work(&self, job: Self::Job) -> bool;

    /// The number of ordinary documents whose typesetting takes as much memory as `job`.
    fn weight(_job: &Self::Job) -> usize {
        1
    }

    /// Whether `job` runs so long that the cache must not be evicted meanwhile.
    fn is_long(&self, job: &Self::Job) -> bool;

    /// Called once after the last job.
    fn close(&self);
}

/// Opens `count` batches and runs their jobs on as many threads as there are cores.
///
/// An idle thread opens the next batch, so there are never more batches in memory than threads,
/// and no thread waits for a batch to end.
pub(super) fn run<B: Batch>(
    count: usize,
    open: impl Fn(usize) -> Option<(B, Vec<B::Job>)> + Sync,
    progress: ProgressFn<'_>,
) {
    let pool = Pool { state: Mutex::new(State::new(count)), changed: Condvar::new() };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| pool.work(&open, progress));
        }
    });
}

struct Pool<B: Batch> {
    state: Mutex<State<B>>,
    /// Notified when a batch was opened.
    changed: Condvar,
}

struct State<B: Batch> {
    queue: VecDeque<(Arc<Open<B>>, B::Job)>,
    unopened: std::ops::Range<usize>,
    /// Number of batches being opened.
    opening: usize,
    jobs: usize,
    done: usize,
}

/// An open batch, closed by the thread that finishes its last job.
struct Open<B> {
    batch: B,
    left: AtomicUsize,
}

enum Step<B: Batch> {
    Open(usize),
    Work(Arc<Open<B>>, B::Job),
}

impl<B: Batch> State<B> {
    fn new(count: usize) -> Self {
        Self { queue: VecDeque::new(), unopened: 0..count, opening: 0, jobs: 0, done: 0 }
    }
}

impl<B: Batch> Pool<B> {
    fn work(&self, open: &impl Fn(usize) -> Option<(B, Vec<B::Job>)>, progress: ProgressFn<'_>) {
        while let Some(step) = self.next() {
            match step {
                Step::Open(number) => {
                    let _opening = Opening(self);
                    if let Some((batch, jobs)) = open(number) {
                        self.add(batch, jobs);
                    }
                }
                Step::Work(open, job) => {
                    let weight = B::weight(&job);
                    let typeset = typeset(&open.batch, job);
                    if open.left.fetch_sub(1, Ordering::AcqRel) == 1 {
                        open.batch.close();
                    }
                    let (done, jobs) = {
                        let mut state = self.lock();
                        state.done += 1;
                        (state.done, state.jobs)
                    };
                    progress(done, jobs);
                    if typeset {
                        evict_if_due(weight);
                    }
                }
            }
        }
    }

    fn next(&self) -> Option<Step<B>> {
        let mut state = self.lock();
        loop {
            if let Some((open, job)) = state.queue.pop_front() {
                return Some(Step::Work(open, job));
            }
            if let Some(number) = state.unopened.next() {
                state.opening += 1;
                return Some(Step::Open(number));
            }
            if state.opening == 0 {
                return None;
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn add(&self, batch: B, jobs: Vec<B::Job>) {
        if jobs.is_empty() {
            return batch.close();
        }
        let open = Arc::new(Open { batch, left: AtomicUsize::new(jobs.len()) });
        let mut state = self.lock();
        state.jobs += jobs.len();
        state.queue.extend(jobs.into_iter().map(|job| (Arc::clone(&open), job)));
    }

    fn lock(&self) -> MutexGuard<'_, State<B>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Guard that makes other threads wait while a batch is being opened, even if that panics.
struct Opening<'a, B: Batch>(&'a Pool<B>);

impl<B: Batch> Drop for Opening<'_, B> {
    fn drop(&mut self) {
        self.0.lock().opening -= 1;
        self.0.changed.notify_all();
    }
}

fn typeset<B: Batch>(batch: &B, job: B::Job) -> bool {
    let long = usize::from(batch.is_long(&job));
    BOOKLETS.fetch_add(long, Ordering::AcqRel);
    let typeset = batch.work(job);
    BOOKLETS.fetch_sub(long, Ordering::AcqRel);
    typeset
}

/// Evicts all of Typst's cache before a document that needs much memory, unless a booklet is in
/// progress.
pub(super) fn evict_all() {
    if BOOKLETS.load(Ordering::Acquire) == 0 {
        comemo::evict(0);
    }
}

/// Evicts unused entries of Typst's cache if enough documents were typeset since the last
/// time, but never during a booklet, whose own entries would be lost halfway.
fn evict_if_due(weight: usize) {
    let typeset = TYPESET.fetch_add(weight, Ordering::AcqRel) + weight;
    if typeset >= DOCUMENTS_BETWEEN_EVICTIONS
        && BOOKLETS.load(Ordering::Acquire) == 0
        && TYPESET.swap(0, Ordering::AcqRel) >= DOCUMENTS_BETWEEN_EVICTIONS
    {
        comemo::evict(MAX_AGE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A batch that counts its jobs.
    struct Counting<'a> {
        done: AtomicUsize,
        all: usize,
        closed: &'a Mutex<Vec<usize>>,
    }

    impl Batch for Counting<'_> {
        type Job = usize;

        fn work(&self, _: usize) -> bool {
            self.done.fetch_add(1, Ordering::Relaxed);
            false
        }

        fn is_long(&self, _: &usize) -> bool {
            false
        }

        fn close(&self) {
            assert_eq!(self.done.load(Ordering::Relaxed), self.all);
            self.closed.lock().expect("no thread panicked").push(self.all);
        }
    }

    #[test]
    fn every_batch_is_closed_once_after_its_last_job() {
        let closed = Mutex::new(Vec::new());
        let progress = Mutex::new((0, 0));
        run(
            200,
            |number| {
                // Some fail to open, and some have no jobs.
                let all = number % 7;
                let batch = Counting { done: AtomicUsize::new(0), all, closed: &closed };
                (number % 5 != 0).then(|| (batch, (0..all).collect()))
            },
            &|done, all| {
                let mut progress = progress.lock().expect("no thread panicked");
                *progress = (progress.0.max(done), progress.1.max(all));
            },
        );
        let mut closed = closed.into_inner().expect("no thread panicked");
        let mut expected: Vec<usize> = (0..200).filter(|n| n % 5 != 0).map(|n| n % 7).collect();
        closed.sort_unstable();
        expected.sort_unstable();
        let all: usize = expected.iter().sum();
        assert_eq!(closed, expected);
        assert_eq!(progress.into_inner().expect("no thread panicked"), (all, all));
    }
}
