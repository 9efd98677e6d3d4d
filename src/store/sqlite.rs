//! The log as a file: `SQLite` in WAL mode, every commit synced.
//!
//! It only appends. What is damaged is opened for reading as far as it can be trusted, and never written to.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};

use super::chain::{self, Chains, Link};
use super::damage::{Damage, Harm};
use super::entry::{Blob, New, Stored, name_of};
use super::error::{StoreError, Trouble, Unrecorded};
use super::place::Identity;
use super::read::{self, Intact};
use super::row::Columns;
use super::{EventLog, build, connect, place};
use crate::domain::event::EventId;

/// An open workshop file.
#[derive(Debug)]
pub struct SqliteLog {
    conn: Connection,
    path: PathBuf,
    access: Access,
    origin: String,
    /// The ends of all chains up to `seen`.
    chains: Chains,
    /// Position of the last entry that was returned.
    seen: u64,
    /// `PRAGMA data_version` when others' entries were last looked for.
    version: i64,
    identity: Identity,
    /// The log beside the file, to tell others about commits; `None` when nothing may be appended.
    wal: Option<File>,
}

/// What may be done with an open file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and append.
    Append,
    /// Read only, because somebody wanted it so.
    Read,
    /// Read only, because it is damaged.
    Damaged(Damage),
}

/// A file just opened.
#[derive(Debug)]
pub struct Opened {
    /// The file.
    pub log: SqliteLog,
    /// All entries that can be trusted, in order.
    pub entries: Vec<Stored>,
    /// What is wrong after the last of them; the log is read-only then.
    pub damage: Option<Damage>,
}

impl SqliteLog {
    /// Makes a new workshop file with this frozen material. An existing file is refused.
    pub fn create(path: &Path, blobs: &[Blob]) -> Result<Self, StoreError> {
        let real = place::vacant(path)?;
        build::new_file(&real, blobs)?;
        Self::open(&real).map(|opened| opened.log)
    }

    /// Opens a workshop file to append to, as a new origin. A damaged one opens for reading, as far as it goes.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        let real = place::existing(path)?;
        connect::check_marks(&real)?;
        let conn = connect::writing(&real)?;
        match read_all(&conn) {
            Ok((intact, version)) if intact.damage.is_none() => Self::to_append(conn, real, intact, version),
            Err(error) if !connect::is_damage(&error) => Err(StoreError::from_sqlite(&real, &error)),
            _ => {
                drop(conn);
                Self::as_far_as_it_goes(real)
            }
        }
    }

    /// Opens a workshop file for reading only; works in places that can't be written.
    pub fn open_read_only(path: &Path) -> Result<Opened, StoreError> {
        let real = place::existing(path)?;
        connect::check_marks(&real)?;
        Self::as_far_as_it_goes(real)
    }

    /// What may be done with the file.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// The real path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Saves a copy of all that is committed under a new name. What is written to the copy later has its own origin.
    pub fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        build::copy(&self.conn, &place::vacant(path)?)
    }
}

impl EventLog for SqliteLog {
    fn transact<R>(
        &mut self,
        decide: impl FnOnce(&[Stored]) -> Result<Vec<New>, R>,
    ) -> Result<Vec<Stored>, Unrecorded<R>> {
        self.may_append()?;
        let fails = |error: rusqlite::Error| StoreError::from_sqlite(&self.path, &error);
        let moment = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate).map_err(fails)?;
        let tail = read::after(&moment, self.seen, self.chains.clone()).map_err(fails)?;
        let mut tail = self.undamaged(tail)?;
        let wanted = decide(&tail.entries).map_err(Unrecorded::Refused)?;
        if wanted.is_empty() {
            drop(moment);
        } else {
            append(&moment, &self.origin, self.seen, &mut tail, wanted).map_err(fails)?;
            moment.commit().map_err(fails)?;
            self.tell_others();
        }
        Ok(self.returned(tail))
    }

    fn follow(&mut self) -> Result<Vec<Stored>, StoreError> {
        if let Access::Damaged(_) = self.access {
            return Ok(Vec::new());
        }
        let fails = |error: rusqlite::Error| StoreError::from_sqlite(&self.path, &error);
        let version = data_version(&self.conn).map_err(fails)?;
        if version == self.version {
            return Ok(Vec::new());
        }
        let tail = read::after(&self.conn, self.seen, self.chains.clone()).map_err(fails)?;
        let tail = self.undamaged(tail)?;
        self.version = version;
        Ok(self.returned(tail))
    }

    fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let bytes: Option<Vec<u8>> = self
            .conn
            .prepare_cached("SELECT bytes FROM blobs WHERE hash = ?")
            .and_then(|mut query| query.query_row([hash], |row| row.get(0)).optional())
            .map_err(|error| StoreError::from_sqlite(&self.path, &error))?;
        match bytes {
            Some(bytes) if name_of(&bytes) != hash => {
                let damage = Damage::of_file(Harm::Blob(hash.to_owned()));
                Err(StoreError::new(&self.path, Trouble::Damaged(damage)))
            }
            bytes => Ok(bytes),
        }
    }

    fn checkpoint(&mut self) -> Result<(), StoreError> {
        if self.access != Access::Append {
            return Ok(());
        }
        // Passive: it merges what it can and waits for nobody who still reads.
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            .map_err(|error| StoreError::from_sqlite(&self.path, &error))
    }

    fn head(&self) -> String {
        self.chains.head().to_string()
    }

    fn origin(&self) -> &str {
        &self.origin
    }
}

impl SqliteLog {
    fn to_append(
        conn: Connection,
        path: PathBuf,
        intact: Intact,
        version: i64,
    ) -> Result<Opened, StoreError> {
        prepare_to_append(&conn).map_err(|error| StoreError::from_sqlite(&path, &error))?;
        // SQLite never locks the file it logs to, so a descriptor of our own does no harm there.
        let wal = File::options()
            .write(true)
            .open(place::wal_of(&path))
            .map_err(|error| StoreError::from_io(&path, &error))?;
        Self::opened(conn, path, intact, version, Some(wal))
    }

    fn as_far_as_it_goes(path: PathBuf) -> Result<Opened, StoreError> {
        let (conn, intact) = read::salvage(&path)?;
        let version = data_version(&conn).unwrap_or_default();
        Self::opened(conn, path, intact, version, None)
    }

    fn opened(
        conn: Connection,
        path: PathBuf,
        intact: Intact,
        version: i64,
        wal: Option<File>,
    ) -> Result<Opened, StoreError> {
        let access = match (&intact.damage, &wal) {
            (Some(damage), _) if intact.entries.is_empty() => {
                return Err(StoreError::new(&path, Trouble::Damaged(damage.clone())));
            }
            (Some(damage), _) => Access::Damaged(damage.clone()),
            (None, Some(_)) => Access::Append,
            (None, None) => Access::Read,
        };
        let log = Self {
            identity: Identity::of(&path).map_err(|error| StoreError::from_io(&path, &error))?,
            seen: intact.entries.len() as u64,
            origin: format!("{:032x}", rand::random::<u128>()),
            chains: intact.chains,
            conn,
            path,
            access,
            version,
            wal,
        };
        Ok(Opened { log, entries: intact.entries, damage: intact.damage })
    }

    /// Refuses to append where that is not allowed, or where nobody would find it again.
    fn may_append(&self) -> Result<(), StoreError> {
        let trouble = match &self.access {
            Access::Read => Trouble::ReadOnly,
            Access::Damaged(damage) => Trouble::Damaged(damage.clone()),
            Access::Append if self.is_in_place() => return Ok(()),
            Access::Append => Trouble::Moved,
        };
        Err(StoreError::new(&self.path, trouble))
    }

    /// Whether the file and the log beside it are still the ones that were opened. Else SQLite would write, and report
    /// success, into files that have no name any more.
    fn is_in_place(&self) -> bool {
        let same =
            |identity: &Identity, path: &Path| Identity::of(path).is_ok_and(|found| found == *identity);
        let wal = self.wal.as_ref().and_then(|wal| Identity::of_open(wal).ok());
        same(&self.identity, &self.path) && wal.is_some_and(|wal| same(&wal, &place::wal_of(&self.path)))
    }

    fn undamaged(&self, tail: Intact) -> Result<Intact, StoreError> {
        match tail.damage {
            Some(damage) => Err(StoreError::new(&self.path, Trouble::Damaged(damage))),
            None => Ok(tail),
        }
    }

    /// From here on the entries of `tail` count as seen.
    fn returned(&mut self, tail: Intact) -> Vec<Stored> {
        self.seen += tail.entries.len() as u64;
        self.chains = tail.chains;
        tail.entries
    }

    /// Touches the log beside the file, which others watch. Its content was written before the commit could be seen, so
    /// that alone would wake them too early. Failing to touch it delays them and harms nothing.
    fn tell_others(&self) {
        if let Some(wal) = &self.wal {
            wal.set_modified(SystemTime::now()).ok();
        }
    }
}

/// Appends `wanted` to `tail` and to the file, behind position `seen` and the entries of `tail`.
fn append(
    moment: &Transaction<'_>,
    origin: &str,
    seen: u64,
    tail: &mut Intact,
    wanted: Vec<New>,
) -> rusqlite::Result<()> {
    for new in wanted {
        build::keep_blobs(moment, &new.blobs)?;
        let end = tail.chains.end(origin);
        let n = end.n + 1;
        let seq = seen + tail.entries.len() as u64 + 1;
        let entry = new.named(EventId { origin: origin.to_owned(), n });
        let columns = Columns::of(&entry);
        let chain = chain::next(end.chain, &columns.raw());
        columns.insert(moment, seq, chain)?;
        tail.chains.extend(origin, Link { n, chain });
        tail.entries.push(Stored { seq, entry, chain });
    }
    let end = tail.chains.end(origin);
    moment
        .prepare_cached("INSERT OR REPLACE INTO origins (origin, n, chain) VALUES (?, ?, ?)")?
        .execute((origin, end.n.cast_signed(), end.chain.0))
        .map(drop)
}

fn read_all(conn: &Connection) -> rusqlite::Result<(Intact, i64)> {
    // The version first: what is written in between is then looked for once too often, not once too little.
    let version = data_version(conn)?;
    Ok((read::whole(conn)?, version))
}

/// A number that changes when another connection has committed.
fn data_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))
}

/// Some other program may have changed the journal mode; the first read is what opens the log beside the file.
fn prepare_to_append(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_query_value(None, "schema_version", |_| Ok(()))
}
