//! The ways of connecting to a workshop file: looking at its marks, reading, writing.
//!
//! Only `SQLite` ever opens the main file. Closing any other descriptor of it would drop the locks that this process
//! holds on it (POSIX), and another process could then take away the log beside it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::error::{StoreError, Trouble};
use super::place;
use super::schema::{APPLICATION_ID, FORMAT_VERSION};

/// How long to wait for another process. A commit takes milliseconds; only a stopped process holds the file longer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Checks that `path` carries the marks of a workshop file this program can read. Touches nothing, needs no lock.
pub fn check_marks(path: &Path) -> Result<(), StoreError> {
    let marks = || -> rusqlite::Result<(i32, u32)> {
        let conn = immutable(path)?;
        // A truncated file still has its marks; without this they could not be read.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
        let id: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let version: i32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        Ok((id, version.cast_unsigned()))
    };
    let trouble = match marks() {
        Ok((APPLICATION_ID, FORMAT_VERSION)) => return Ok(()),
        Ok((APPLICATION_ID, version)) if version > FORMAT_VERSION => Trouble::NewerFormat(version),
        Ok(_) => Trouble::NotAWorkshop,
        // The file is there and ordinary, so what can't be opened may not be.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => Trouble::Permission,
        Err(error) => Trouble::from_sqlite(&error),
    };
    Err(StoreError::new(path, trouble))
}

/// A connection that may append to a file whose marks were checked.
pub fn writing(path: &Path) -> Result<Connection, StoreError> {
    let connect = || {
        let conn = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
        configure(&conn)?;
        conn.pragma_update(None, "synchronous", "FULL")?;
        Ok(conn)
    };
    let conn = connect().map_err(|error| StoreError::from_sqlite(path, &error))?;
    match conn.is_readonly("main") {
        Ok(false) => Ok(conn),
        Ok(true) => Err(StoreError::new(path, Trouble::ReadOnly)),
        Err(error) => Err(StoreError::from_sqlite(path, &error)),
    }
}

/// A connection that reads and leaves the main file as it is, in places that can't be written too.
///
/// With a `-wal` beside it the file may be in use or hold entries only there, so it is opened in the ordinary way.
pub fn reading(path: &Path) -> Result<Connection, StoreError> {
    let connect = || {
        let unmerged = std::fs::metadata(place::wal_of(path)).map(|wal| wal.len());
        let Ok(unmerged) = unmerged else {
            return immutable(path);
        };
        let ordinary = Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY))
            .and_then(|conn| configure(&conn).map(|()| conn))
            .and_then(|conn| probe(&conn).map(|()| conn));
        match ordinary {
            Err(_) if unmerged == 0 => immutable(path),
            other => other,
        }
    };
    connect().map_err(|error| StoreError::from_sqlite(path, &error))
}

/// Whether anything can be read: the first read is what finds the files beside missing and not to be made.
fn probe(conn: &Connection) -> rusqlite::Result<()> {
    match conn.pragma_query_value(None, "schema_version", |_| Ok(())) {
        // Damage is met, and described, by whoever reads the entries.
        Err(error) if is_damage(&error) => Ok(()),
        other => other,
    }
}

/// Whether `SQLite` found the content broken, rather than the way to it.
pub fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown | ErrorCode::TooBig)
    ) || matches!(
        error,
        rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

fn immutable(path: &Path) -> rusqlite::Result<Connection> {
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(place::immutable_uri(path), flags(access))?;
    configure(&conn)?;
    Ok(conn)
}

fn flags(access: OpenFlags) -> OpenFlags {
    access | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// What holds for every connection: wait for others, trust nothing written in the file, leave it alone on closing.
fn configure(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    conn.pragma_update(None, "cell_size_check", true)
}
