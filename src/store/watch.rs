//! Tells when another process may have written to a workshop file. What it wrote is for [`follow`] to find out.
//!
//! It waits for the system to report a change of the log beside the file; where the system can't, it asks to look once
//! a second. It reads nothing itself, and its own process's commits are reported too.
//!
//! [`follow`]: super::EventLog::follow

use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, WatcherKind};

use super::error::StoreError;
use super::place;

const WITHOUT_NOTIFICATION: Duration = Duration::from_secs(1);

/// A watch over one file; it ends when this is dropped.
#[derive(Debug)]
pub enum Watch {
    /// The system reports changes.
    Notified(RecommendedWatcher),
    /// The system can't: a look once a second. The thread ends with its channel.
    EverySecond(Sender<()>),
}

/// Calls `on_change`, on a thread of its own, whenever the workshop file at `path` may have grown.
pub fn watch(path: &Path, on_change: impl Fn() + Send + Clone + 'static) -> Result<Watch, StoreError> {
    let real = place::existing(path)?;
    Ok(notified(&real, on_change.clone()).unwrap_or_else(|_| every_second(on_change)))
}

/// Watches the log beside the file, which stays for as long as anybody has the file open. Not the folder: whoever types
/// drafts into a file there, and would be woken by every key of their own.
fn notified(real: &Path, on_change: impl Fn() + Send + 'static) -> notify::Result<Watch> {
    if RecommendedWatcher::kind() == WatcherKind::PollWatcher {
        return Err(notify::Error::generic("nothing to be notified by"));
    }
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // A watcher in trouble may have missed something: look.
        if event.is_ok_and(|event| matches!(event.kind, EventKind::Access(_))) {
            return;
        }
        on_change();
    })?;
    watcher.watch(&place::wal_of(real), RecursiveMode::NonRecursive)?;
    Ok(Watch::Notified(watcher))
}

fn every_second(on_change: impl Fn() + Send + 'static) -> Watch {
    let (stop, stopped) = mpsc::channel();
    thread::spawn(move || {
        while stopped.recv_timeout(WITHOUT_NOTIFICATION) == Err(RecvTimeoutError::Timeout) {
            on_change();
        }
    });
    Watch::EverySecond(stop)
}
