//! Makes workshop files: new ones, and copies of open ones.
//!
//! A file is built under a passing name and gets its own only when it is whole and on disk. Nothing is ever overwritten.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use tempfile::TempPath;

use super::entry::Blob;
use super::error::{StoreError, Trouble};
use super::{place, schema};

/// Makes an empty workshop file with this frozen material, readable by its owner only.
pub fn new_file(real: &Path, blobs: &[Blob]) -> Result<(), StoreError> {
    build(real, |conn| {
        let moment = conn.transaction()?;
        schema::lay_down(&moment)?;
        keep_blobs(&moment, blobs)?;
        moment.commit()?;
        conn.pragma_update(None, "journal_mode", "WAL")
    })
}

/// Copies everything that is committed in `from`, whoever else is writing to it.
pub fn copy(from: &Connection, real: &Path) -> Result<(), StoreError> {
    build(real, |conn| {
        let all = -1;
        match Backup::new(from, conn)?.step(all)? {
            StepResult::Done => Ok(()),
            _ => Err(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
                None,
            )),
        }
    })
}

/// Stores `blobs` that are not there yet.
pub fn keep_blobs(conn: &Connection, blobs: &[Blob]) -> rusqlite::Result<()> {
    let mut insert = conn.prepare_cached("INSERT OR IGNORE INTO blobs (hash, bytes) VALUES (?, ?)")?;
    for blob in blobs {
        insert.execute((blob.hash(), blob.bytes()))?;
    }
    Ok(())
}

fn build(real: &Path, fill: impl FnOnce(&mut Connection) -> rusqlite::Result<()>) -> Result<(), StoreError> {
    let passing = passing_name(real)?;
    let filled = || {
        let mut conn = Connection::open(&passing)?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        fill(&mut conn)?;
        // Closing merges the log beside it, and a failure to do so must not pass for success.
        conn.close().map_err(|(_, error)| error)
    };
    filled().map_err(|error| StoreError::from_sqlite(real, &error))?;
    if place::wal_of(&passing).exists() {
        return Err(StoreError::new(real, Trouble::Io("unmerged -wal".to_owned())));
    }
    passing.persist_noclobber(real).map_err(|error| StoreError::from_io(real, &error.error))?;
    place::sync_folder(real).map_err(|error| StoreError::from_io(real, &error))
}

/// An empty file of mode 0600 beside the one that is to be made; removed unless it gets that name.
fn passing_name(real: &Path) -> Result<TempPath, StoreError> {
    tempfile::Builder::new()
        .prefix(".kijo-")
        .tempfile_in(place::folder_of(real))
        .map(tempfile::NamedTempFile::into_temp_path)
        .map_err(|error| StoreError::from_io(real, &error))
}
