//! The log in memory, with the promises of the one on disk, for tests: it can be told to fail.
//!
//! Clones of one [`MemoryLog`] made by [`MemoryLog::another`] stand for several processes on one file. Nothing lasts.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::EventLog;
use super::chain::{self, Chains, Link};
use super::entry::{Blob, New, Stored};
use super::error::{StoreError, Trouble, Unrecorded};
use super::row::Columns;
use crate::domain::event::EventId;

/// A log in memory.
#[derive(Debug)]
pub struct MemoryLog {
    shared: Arc<Mutex<Shared>>,
    origin: String,
    seen: usize,
    chains: Chains,
    appends: u64,
    fault: Option<Fault>,
}

#[derive(Debug, Default)]
struct Shared {
    entries: Vec<Stored>,
    chains: Chains,
    blobs: BTreeMap<String, Vec<u8>>,
}

/// A failure to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which attempt to append fails, counted from 1 since the log was made.
    pub at: u64,
    /// Whether later attempts fail too.
    pub repeat: Repeat,
    /// What it fails with.
    pub trouble: Trouble,
}

/// Whether a fault stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It fails once; the next attempt works.
    Once,
    /// It fails from then on.
    ForGood,
}

impl Default for MemoryLog {
    fn default() -> Self {
        Self::new(&[])
    }
}

impl MemoryLog {
    /// An empty log with this frozen material.
    pub fn new(blobs: &[Blob]) -> Self {
        let mut shared = Shared::default();
        shared.keep(blobs);
        Self::on(Arc::new(Mutex::new(shared)))
    }

    /// Another process with the same log; it has seen nothing yet.
    #[must_use]
    pub fn another(&self) -> Self {
        Self::on(Arc::clone(&self.shared))
    }

    /// Makes a later attempt to append fail. A fault replaces the one before it.
    pub fn fail(&mut self, fault: Fault) {
        self.fault = Some(fault);
    }

    /// Takes the fault away: the disk has room again.
    pub fn heal(&mut self) {
        self.fault = None;
    }

    fn on(shared: Arc<Mutex<Shared>>) -> Self {
        Self {
            shared,
            origin: format!("{:032x}", rand::random::<u128>()),
            seen: 0,
            chains: Chains::default(),
            appends: 0,
            fault: None,
        }
    }

    fn fault_now(&mut self) -> Result<(), StoreError> {
        self.appends += 1;
        match &self.fault {
            Some(fault) if fault.strikes(self.appends) => Err(trouble(fault.trouble.clone())),
            _ => Ok(()),
        }
    }
}

impl Fault {
    fn strikes(&self, attempt: u64) -> bool {
        match self.repeat {
            Repeat::Once => attempt == self.at,
            Repeat::ForGood => attempt >= self.at,
        }
    }
}

impl Shared {
    fn keep(&mut self, blobs: &[Blob]) {
        for blob in blobs {
            self.blobs.insert(blob.hash().to_owned(), blob.bytes().to_vec());
        }
    }

    fn append(&mut self, origin: &str, new: New) {
        self.keep(&new.blobs);
        let end = self.chains.end(origin);
        let n = end.n + 1;
        let entry = new.named(EventId { origin: origin.to_owned(), n });
        let chain = chain::next(end.chain, &Columns::of(&entry).raw());
        self.chains.extend(origin, Link { n, chain });
        let seq = self.entries.len() as u64 + 1;
        self.entries.push(Stored { seq, entry, chain });
    }
}

impl EventLog for MemoryLog {
    fn transact<R>(
        &mut self,
        decide: impl FnOnce(&[Stored]) -> Result<Vec<New>, R>,
    ) -> Result<Vec<Stored>, Unrecorded<R>> {
        let all = Arc::clone(&self.shared);
        let mut shared = locked(&all);
        let tail = shared.entries.get(self.seen..).unwrap_or_default();
        let wanted = decide(tail).map_err(Unrecorded::Refused)?;
        if !wanted.is_empty() {
            self.fault_now()?;
        }
        for new in wanted {
            shared.append(&self.origin, new);
        }
        Ok(self.returned(&shared))
    }

    fn follow(&mut self) -> Result<Vec<Stored>, StoreError> {
        let all = Arc::clone(&self.shared);
        Ok(self.returned(&locked(&all)))
    }

    fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(locked(&self.shared).blobs.get(hash).cloned())
    }

    fn checkpoint(&mut self) -> Result<(), StoreError> {
        Ok(())
    }

    fn head(&self) -> String {
        self.chains.head().to_string()
    }

    fn origin(&self) -> &str {
        &self.origin
    }
}

impl MemoryLog {
    fn returned(&mut self, shared: &Shared) -> Vec<Stored> {
        let tail = shared.entries.get(self.seen..).unwrap_or_default().to_vec();
        self.seen = shared.entries.len();
        self.chains = shared.chains.clone();
        tail
    }
}

/// A panic inside `decide` leaves the entries as they were, so a poisoned lock is as good as any.
fn locked(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn trouble(trouble: Trouble) -> StoreError {
    StoreError::new(&PathBuf::from("memory"), trouble)
}
