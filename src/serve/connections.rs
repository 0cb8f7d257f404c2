//! A bounded pool of connections that other local users can't exhaust.
//!
//! Every program on the machine can connect. A connection is pending until one of its requests
//! is authenticated. Pending connections are few and short-lived, and a new one replaces the
//! oldest: a program that opens a thousand only replaces its own, while the owner's needs its
//! slot just long enough to read one request.

use std::collections::VecDeque;
use std::future::Future;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::AbortHandle;

/// The most connections without an authenticated request.
const MAX_PENDING: usize = 96;
/// The most authenticated connections; a browser needs about ten.
const MAX_AUTHENTICATED: usize = 64;
/// The most replaced connections that are still closing.
const MAX_CLOSING: usize = 64;
/// The lifetime of a pending connection, whatever it sends or reads meanwhile.
const PENDING_LIFETIME: Duration = Duration::from_secs(3);

/// The pool of open connections.
pub(super) struct Connections {
    open: Mutex<Open>,
    /// A permit for each connection in memory.
    permits: Arc<Semaphore>,
}

/// Tasks of open connections, oldest first.
#[derive(Default)]
struct Open {
    next: u64,
    pending: VecDeque<(u64, AbortHandle)>,
    authenticated: VecDeque<(u64, AbortHandle)>,
}

/// A connection, as an extension of its requests.
pub(super) struct Connection {
    id: u64,
    is_authenticated: AtomicBool,
    connections: Arc<Connections>,
}

impl Connections {
    pub(super) fn new() -> Arc<Self> {
        let permits = Arc::new(Semaphore::new(MAX_PENDING + MAX_AUTHENTICATED + MAX_CLOSING));
        Arc::new(Self { open: Mutex::default(), permits })
    }

    /// Waits for a free slot. This depends only on closing connections, never on a client that sends
    /// or reads slowly.
    pub(super) async fn permit(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.permits).acquire_owned().await.ok()
    }

    /// Spawns the connection that `answer` returns as a pending one, which replaces the oldest if
    /// there are too many.
    pub(super) fn spawn<F>(
        self: &Arc<Self>,
        permit: Option<OwnedSemaphorePermit>,
        answer: impl FnOnce(Arc<Connection>) -> F,
    ) where
        F: Future<Output = ()> + Send + 'static,
    {
        // Locked until the connection is queued, so that it can't be removed before.
        let mut open = self.lock();
        let id = open.next;
        open.next += 1;
        let connection = Arc::new(Connection {
            id,
            is_authenticated: AtomicBool::new(false),
            connections: Arc::clone(self),
        });
        let answering = answer(Arc::clone(&connection));
        let task = tokio::spawn(async move {
            tokio::select! {
                () = answering => {}
                () = connection.pending_too_long() => {}
            }
            drop(permit);
        });
        open.pending.push_back((id, task.abort_handle()));
        let replaced = surplus(&mut open.pending, MAX_PENDING);
        drop(open);
        close(replaced);
    }

    /// Closes the oldest pending connection, for when the system is out of handles.
    pub(super) fn close_oldest(&self) {
        let oldest = self.lock().pending.pop_front();
        close(oldest);
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connection {
    /// Marks the connection as authenticated.
    pub(super) fn authenticate(&self) {
        if self.is_authenticated.swap(true, Ordering::AcqRel) {
            return;
        }
        let mut open = self.connections.lock();
        // It was replaced meanwhile and is closing.
        let Some(place) = position(&open.pending, self.id) else { return };
        let entry = open.pending.remove(place);
        open.authenticated.extend(entry);
        let replaced = surplus(&mut open.authenticated, MAX_AUTHENTICATED);
        drop(open);
        close(replaced);
    }

    /// Completes when the connection has been pending for too long.
    async fn pending_too_long(&self) {
        tokio::time::sleep(PENDING_LIFETIME).await;
        if self.is_authenticated.load(Ordering::Acquire) {
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut open = self.connections.lock();
        if let Some(place) = position(&open.pending, self.id) {
            open.pending.remove(place);
        } else if let Some(place) = position(&open.authenticated, self.id) {
            open.authenticated.remove(place);
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

    /// Sends the number of a connection when it closes.
    struct CloseReporter(usize, mpsc::UnboundedSender<usize>);

    impl Drop for CloseReporter {
        fn drop(&mut self) {
            let _ = self.1.send(self.0);
        }
    }

    fn run<F: Future>(test: F) -> F::Output {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(test)
    }

    /// Opens a connection that stays open; the first one is authenticated.
    async fn open(connections: &Arc<Connections>, reporter: CloseReporter) {
        let permit = connections.permit().await;
        connections.spawn(permit, |connection| async move {
            if reporter.0 == 0 {
                connection.authenticate();
            }
            std::future::pending::<()>().await;
            drop((reporter, connection));
        });
    }

    #[test]
    fn a_new_pending_connection_replaces_only_the_oldest_pending_one() {
        run(async {
            let (closed, mut closes) = mpsc::unbounded_channel();
            let connections = Connections::new();
            for number in 0..1_000 {
                open(&connections, CloseReporter(number, closed.clone())).await;
                tokio::task::yield_now().await;
                let open = connections.lock();
                assert!(open.pending.len() <= MAX_PENDING, "{}", open.pending.len());
            }
            for expected in 1..1_000 - MAX_PENDING {
                assert_eq!(closes.recv().await, Some(expected));
            }
            let open = connections.lock();
            assert_eq!((open.pending.len(), open.authenticated.len()), (MAX_PENDING, 1));
        });
    }

    #[test]
    fn a_stranger_leaves_in_time_and_who_was_admitted_stays() {
        run(async {
            let (closed, mut closes) = mpsc::unbounded_channel();
            let connections = Connections::new();
            for number in 0..2 {
                open(&connections, CloseReporter(number, closed.clone())).await;
            }
            tokio::time::sleep(PENDING_LIFETIME + Duration::from_millis(500)).await;
            assert_eq!(closes.try_recv(), Ok(1));
            assert!(closes.try_recv().is_err());
            let open = connections.lock();
            assert_eq!((open.pending.len(), open.authenticated.len()), (0, 1));
        });
    }

    #[test]
    fn who_was_admitted_replaces_the_oldest_who_was() {
        run(async {
            let connections = Connections::new();
            for _ in 0..MAX_AUTHENTICATED * 3 {
                let permit = connections.permit().await;
                connections.spawn(permit, |connection| async move {
                    connection.authenticate();
                    std::future::pending::<()>().await;
                });
                tokio::task::yield_now().await;
            }
            let open = connections.lock();
            assert_eq!((open.pending.len(), open.authenticated.len()), (0, MAX_AUTHENTICATED));
        });
    }
}
