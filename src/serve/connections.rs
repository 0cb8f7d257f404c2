//! The pool of open connections: bounded, and never a way to keep the owner out.
//!
//! Everybody on the machine can connect. Until a request of a connection is admitted, it is a
//! stranger's: strangers are few and short, and a new one replaces the oldest. So a program that
//! opens a thousand connections only replaces its own, while the owner's needs its place no
//! longer than it takes to read one request.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::AbortHandle;

/// Connections that have not been admitted yet.
const MOST_STRANGERS: usize = 96;
/// Connections that have; a browser needs some ten.
const MOST_ADMITTED: usize = 64;
/// Connections that were replaced and are being closed.
const MOST_CLOSING: usize = 64;
/// Total lifetime of a connection that is not admitted, whatever it sends or reads meanwhile.
const STRANGER_LIFETIME: Duration = Duration::from_secs(3);

/// All open connections.
pub struct Connections {
    open: Mutex<Open>,
    /// One permit for each connection in memory.
    permits: Arc<Semaphore>,
}

/// Each kind with the oldest first.
#[derive(Default)]
struct Open {
    next: u64,
    strangers: VecDeque<(u64, AbortHandle)>,
    admitted: VecDeque<(u64, AbortHandle)>,
}

/// One connection, as its requests know it.
pub struct Visitor {
    id: u64,
    is_admitted: AtomicBool,
    connections: Arc<Connections>,
}

impl Connections {
    /// An empty pool.
    pub fn new() -> Arc<Self> {
        let permits = Arc::new(Semaphore::new(MOST_STRANGERS + MOST_ADMITTED + MOST_CLOSING));
        Arc::new(Self { open: Mutex::default(), permits })
    }

    /// Waits for room for one more connection. Only connections that are being closed are waited
    /// for, never what somebody sends or reads.
    pub async fn room(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.permits).acquire_owned().await.ok()
    }

    /// Runs the connection that `answer` makes, as a stranger's, in place of the oldest if there are
    /// too many.
    pub fn spawn<F>(
        self: &Arc<Self>,
        room: Option<OwnedSemaphorePermit>,
        answer: impl FnOnce(Arc<Visitor>) -> F,
    ) where
        F: Future<Output = ()> + Send + 'static,
    {
        // Held until the connection is in its queue, so that it can't leave before it is there.
        let mut open = self.lock();
        let id = open.next;
        open.next += 1;
        let visitor =
            Arc::new(Visitor { id, is_admitted: AtomicBool::new(false), connections: Arc::clone(self) });
        let answering = answer(Arc::clone(&visitor));
        let task = tokio::spawn(async move {
            tokio::select! {
                () = answering => {}
                () = visitor.overstays() => {}
            }
            drop(room);
        });
        open.strangers.push_back((id, task.abort_handle()));
        let replaced = surplus(&mut open.strangers, MOST_STRANGERS);
        drop(open);
        close(replaced);
    }

    /// Closes the oldest stranger's connection, where the system has no handle left for a new one.
    pub fn close_oldest(&self) {
        let oldest = self.lock().strangers.pop_front();
        close(oldest);
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Visitor {
    /// A request of the connection has shown the cookie or the token.
    pub fn admit(&self) {
        if self.is_admitted.swap(true, Ordering::AcqRel) {
            return;
        }
        let mut open = self.connections.lock();
        // Replaced meanwhile: it is being closed.
        let Some(place) = position(&open.strangers, self.id) else { return };
        let own = open.strangers.remove(place);
        open.admitted.extend(own);
        let replaced = surplus(&mut open.admitted, MOST_ADMITTED);
        drop(open);
        close(replaced);
    }

    /// Ends when the connection has been a stranger's for too long.
    async fn overstays(&self) {
        tokio::time::sleep(STRANGER_LIFETIME).await;
        if self.is_admitted.load(Ordering::Acquire) {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let mut open = self.connections.lock();
        if let Some(place) = position(&open.strangers, self.id) {
            open.strangers.remove(place);
        } else if let Some(place) = position(&open.admitted, self.id) {
            open.admitted.remove(place);
        }
    }
}

fn position(queue: &VecDeque<(u64, AbortHandle)>, id: u64) -> Option<usize> {
    queue.iter().position(|(other, _)| *other == id)
}

fn surplus(queue: &mut VecDeque<(u64, AbortHandle)>, most: usize) -> Option<(u64, AbortHandle)> {
    if queue.len() > most { queue.pop_front() } else { None }
}

fn close(connection: Option<(u64, AbortHandle)>) {
    if let Some((_, task)) = connection {
        task.abort();
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::mpsc;

    use super::*;

    /// A connection that tells its number when it is closed.
    struct Told(usize, mpsc::UnboundedSender<usize>);

    impl Drop for Told {
        fn drop(&mut self) {
            let _ = self.1.send(self.0);
        }
    }

    fn run<F: Future>(test: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(test)
    }

    /// Opens a connection that stays; the first of them is admitted.
    async fn open(connections: &Arc<Connections>, told: Told) {
        let room = connections.room().await;
        connections.spawn(room, |visitor| async move {
            if told.0 == 0 {
                visitor.admit();
            }
            std::future::pending::<()>().await;
            drop((told, visitor));
        });
    }

    #[test]
    fn a_new_stranger_replaces_the_oldest_and_nobody_who_was_admitted() {
        run(async {
            let (closed, mut closes) = mpsc::unbounded_channel();
            let connections = Connections::new();
            for number in 0..1_000 {
                open(&connections, Told(number, closed.clone())).await;
                tokio::task::yield_now().await;
                let open = connections.lock();
                assert!(open.strangers.len() <= MOST_STRANGERS, "{}", open.strangers.len());
            }
            for expected in 1..1_000 - MOST_STRANGERS {
                assert_eq!(closes.recv().await, Some(expected));
            }
            let open = connections.lock();
            assert_eq!((open.strangers.len(), open.admitted.len()), (MOST_STRANGERS, 1));
        });
    }

    #[test]
    fn a_stranger_leaves_in_time_and_who_was_admitted_stays() {
        run(async {
            let (closed, mut closes) = mpsc::unbounded_channel();
            let connections = Connections::new();
            for number in 0..2 {
                open(&connections, Told(number, closed.clone())).await;
            }
            tokio::time::sleep(STRANGER_LIFETIME + Duration::from_millis(500)).await;
            assert_eq!(closes.try_recv(), Ok(1));
            assert!(closes.try_recv().is_err());
            let open = connections.lock();
            assert_eq!((open.strangers.len(), open.admitted.len()), (0, 1));
        });
    }

    #[test]
    fn who_was_admitted_replaces_the_oldest_who_was() {
        run(async {
            let connections = Connections::new();
            for _ in 0..MOST_ADMITTED * 3 {
                let room = connections.room().await;
                connections.spawn(room, |visitor| async move {
                    visitor.admit();
                    std::future::pending::<()>().await;
                });
                tokio::task::yield_now().await;
            }
            let open = connections.lock();
            assert_eq!((open.strangers.len(), open.admitted.len()), (0, MOST_ADMITTED));
        });
    }
}
