//! A workshop on its log: commands are decided on the fresh state and are on disk before anybody hears of them.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::codec::{decode, encode};
use super::entry::{Blob, New, Stored};
use super::error::{StoreError, Trouble, Unrecorded};
use super::sqlite::{Access, Opened, SqliteLog};
use super::{Damage, EventLog, Harm};
use crate::domain::command::{Command, Context, Refusal};
use crate::domain::event::{Beginning, Event, EventId, Record};
use crate::domain::library::{Library, Material};
use crate::domain::workshop::{Workshop, decide};

/// A workshop and the log it stands in.
#[derive(Debug)]
pub struct Session<L = SqliteLog> {
    log: L,
    workshop: Workshop,
    reading: Reading,
    /// How many entries were written under this opening's own origin.
    written: u64,
}

/// How much of the file this program understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of it.
    Complete,
    /// As far as it is intact; nothing can be added.
    Damaged(Damage),
    /// Up to an event of a newer program; nothing can be added.
    Newer {
        /// The kind of that event.
        kind: String,
    },
}

/// Real time of a command: now, and when it is said to have been, if it was written down later.
#[derive(Clone, Copy, Debug)]
pub struct Time {
    /// Now.
    pub now: DateTime<FixedOffset>,
    /// When it is said to have been.
    pub stated: Option<DateTime<FixedOffset>>,
}

/// A command and who wants it, with its time.
#[derive(Clone, Debug)]
pub struct Order {
    /// What is wanted.
    pub command: Command,
    /// What it is based on.
    pub base: Base,
    /// Who wants it.
    pub context: Context,
    /// When.
    pub time: Time,
}

/// What a writing of a cell is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The revision the command names: somebody had it before them.
    Named,
    /// Whatever is newest: a file of commands can't know the names of revisions.
    Newest,
}

impl Session<SqliteLog> {
    /// A new workshop in a new file, with its material frozen into it.
    pub fn create(
        path: &Path,
        library: &Library,
        beginning: Beginning,
        order: impl FnOnce(Command) -> Order,
    ) -> Result<Self, Unrecorded<Refusal>> {
        let (blobs, hashes) = freeze(library);
        let beginning = Beginning { material: hashes, ..beginning };
        let workshop = Workshop::new(Arc::new(library.clone()));
        let order = order(Command::Create(beginning));
        // Refused before a file is made, so that nothing is left behind.
        decide(&workshop, order.command.clone(), &order.context).map_err(Unrecorded::Refused)?;
        let log = SqliteLog::create(path, &blobs).map_err(Unrecorded::Failed)?;
        let mut session = Self { log, workshop, reading: Reading::Complete, written: 0 };
        session.execute(order)?;
        Ok(session)
    }

    /// A workshop as it stands in its file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::on(SqliteLog::open(path)?)
    }

    /// The same, to be looked at only.
    pub fn open_read_only(path: &Path) -> Result<Self, StoreError> {
        Self::on(SqliteLog::open_read_only(path)?)
    }

    fn on(opened: Opened) -> Result<Self, StoreError> {
        let Opened { log, entries, damage } = opened;
        let reading = damage.map_or(Reading::Complete, Reading::Damaged);
        let workshop = Workshop::new(Arc::new(thaw(&log, &entries)?));
        let mut session = Self { log, workshop, reading, written: 0 };
        session.take_in(&entries);
        Ok(session)
    }

    /// Whether anything can be added.
    pub fn is_writable(&self) -> bool {
        *self.log.access() == Access::Append && self.reading == Reading::Complete
    }

    /// The file.
    pub fn path(&self) -> &Path {
        self.log.path()
    }
}

impl<L: EventLog> Session<L> {
    /// A new workshop on a log that has nothing yet.
    pub fn begin(log: L, library: Library) -> Self {
        Self { log, workshop: Workshop::new(Arc::new(library)), reading: Reading::Complete, written: 0 }
    }

    /// The workshop as last read.
    pub fn workshop(&self) -> &Workshop {
        &self.workshop
    }

    /// How much of the file is understood.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The head of the log's chains, printed in reports.
    pub fn head(&self) -> String {
        self.log.head()
    }

    /// The origin of what is appended here.
    pub fn origin(&self) -> &str {
        self.log.origin()
    }

    /// Decides a command on the fresh state and saves what comes of it. Gives everything that is new here: what
    /// others wrote since, then what this command did.
    pub fn execute(&mut self, order: Order) -> Result<Vec<Record>, Unrecorded<Refusal>> {
        self.execute_all(vec![order]).map_err(|failed| match failed {
            Unrecorded::Refused((_, refusal)) => Unrecorded::Refused(refusal),
            Unrecorded::Failed(error) => Unrecorded::Failed(error),
        })
    }

    /// The same for several, all or nothing. A refusal says which command it was, from 0.
    pub fn execute_all(&mut self, orders: Vec<Order>) -> Result<Vec<Record>, Unrecorded<(usize, Refusal)>> {
        let (workshop, reading) = (&self.workshop, &self.reading);
        let mut names = Names { origin: self.log.origin().to_owned(), n: self.written };
        let stored = self.log.transact(|tail| {
            if *reading != Reading::Complete {
                return Err((0, Refusal::ReadOnly));
            }
            // One command on the state at hand, which is what typing sends, needs no copy of the workshop.
            if let ([order], true) = (orders.as_slice(), tail.is_empty()) {
                let (entries, _) = decided(workshop, order.clone(), &mut names).map_err(|why| (0, why))?;
                return Ok(entries);
            }
            // What a newer program wrote meanwhile can't be decided upon.
            let news: Option<Vec<Record>> = tail.iter().map(decode).collect();
            let news = news.ok_or((0, Refusal::ReadOnly))?;
            let mut fresh = workshop.clone();
            for record in &news {
                fresh.apply(record);
            }
            let mut entries = Vec::new();
            for (place, order) in orders.into_iter().enumerate() {
                let (new, records) = decided(&fresh, order, &mut names).map_err(|why| (place, why))?;
                for record in &records {
                    fresh.apply(record);
                }
                entries.extend(new);
            }
            Ok(entries)
        })?;
        Ok(self.take_in(&stored))
    }

    /// What others wrote since.
    pub fn follow(&mut self) -> Result<Vec<Record>, StoreError> {
        let stored = self.log.follow()?;
        Ok(self.take_in(&stored))
    }

    /// Leaves little beside the main file.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.log.checkpoint()
    }

    fn take_in(&mut self, entries: &[Stored]) -> Vec<Record> {
        let mut records = Vec::with_capacity(entries.len());
        for stored in entries {
            if matches!(self.reading, Reading::Newer { .. }) {
                break;
            }
            self.written += u64::from(stored.entry.envelope.id.origin == self.log.origin());
            let Some(record) = decode(stored) else {
                self.reading = Reading::Newer { kind: stored.entry.kind.clone() };
                break;
            };
            self.workshop.apply(&record);
            records.push(record);
        }
        records
    }
}

/// The names that the log will give to what is appended next.
struct Names {
    origin: String,
    n: u64,
}

impl Names {
    fn next(&mut self) -> EventId {
        self.n += 1;
        EventId { origin: self.origin.clone(), n: self.n }
    }
}

/// What comes of an order: the entries to append, and the records they will be.
fn decided(workshop: &Workshop, order: Order, names: &mut Names) -> Result<(Vec<New>, Vec<Record>), Refusal> {
    let Order { command, base, context, time } = order;
    let command = if base == Base::Newest { rebased(workshop, command, &context) } else { command };
    let mut entries = Vec::new();
    let mut records = Vec::new();
    let mut clock = None;
    for event in decide(workshop, command, &context)? {
        let (round, minute) = workshop.reading(context.group, &event);
        // Events that come of a moved clock happen at its new reading.
        clock = if event.moves_clock() { minute } else { clock };
        let (kind, v, body) = encode(&event);
        let new = New {
            at: time.now,
            stated: time.stated,
            actor: context.actor.clone(),
            audience: event.audience(context.group),
            group: context.group,
            round,
            minute: clock.or(minute),
            kind,
            v,
            body,
            blobs: Vec::new(),
        };
        let envelope = new.clone().named(names.next()).envelope;
        records.push(Record { envelope, event });
        entries.push(new);
    }
    Ok((entries, records))
}

fn rebased(workshop: &Workshop, command: Command, context: &Context) -> Command {
    let Command::Revise { cell, value, reason, .. } = command else {
        return command;
    };
    let group = context.group.or_else(|| workshop.groups.keys().next().copied());
    let view = group.and_then(|group| workshop.view(group));
    let base = view.and_then(|view| view.revision(&cell).map(|head| head.id.clone()));
    Command::Revise { cell, base, value, reason }
}

/// The library as blobs, and their names in order.
fn freeze(library: &Library) -> (Vec<Blob>, Vec<String>) {
    let blob = |piece: &Material| Blob::new(serde_json::to_vec(piece).unwrap_or_default());
    let blobs: Vec<Blob> = library.pieces.iter().map(blob).collect();
    let names = blobs.iter().map(|blob| blob.hash().to_owned()).collect();
    (blobs, names)
}

/// The library that a log's first event names.
fn thaw(log: &SqliteLog, entries: &[Stored]) -> Result<Library, StoreError> {
    let beginning = entries.iter().filter_map(decode).find_map(|record| match record.event {
        Event::WorkshopCreated(beginning) => Some(beginning),
        _ => None,
    });
    let mut library = Library::default();
    for hash in beginning.into_iter().flat_map(|beginning| beginning.material) {
        let bytes = log.blob(&hash)?;
        let piece = bytes.as_deref().and_then(|bytes| serde_json::from_slice(bytes).ok());
        let lost = || {
            let damage = Damage::of_file(Harm::Blob(hash.clone()));
            StoreError::new(log.path(), Trouble::Damaged(damage))
        };
        library.pieces.push(piece.ok_or_else(lost)?);
    }
    Ok(library)
}
