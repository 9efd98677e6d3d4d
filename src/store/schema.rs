//! The tables of a workshop file, and the marks that make it one.
//!
//! A file whose tables read differently is not opened for writing: triggers and views have no place in it.

use rusqlite::Connection;

/// Version of the format that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// `kijo` in ASCII: the mark in the header of every workshop file.
pub const APPLICATION_ID: i32 = 0x6b69_6a6f;

/// The tables in order of name, word for word as they stand in the file.
///
/// - `seq` is the position in this file and the only column the chain leaves out; it counts without gaps instead.
/// - `origins` repeats the end of each chain, so that entries missing at the end are noticed.
const TABLES: [&str; 3] = [
    "CREATE TABLE blobs (
    hash TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT",
    "CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    stated TEXT,
    actor TEXT NOT NULL,
    audience TEXT NOT NULL,
    team INTEGER,
    round INTEGER,
    minute INTEGER,
    kind TEXT NOT NULL,
    v INTEGER NOT NULL,
    body TEXT NOT NULL,
    chain BLOB NOT NULL
) STRICT",
    "CREATE TABLE origins (
    origin TEXT PRIMARY KEY,
    n INTEGER NOT NULL,
    chain BLOB NOT NULL
) STRICT, WITHOUT ROWID",
];

/// Makes an empty database a workshop file.
pub fn lay_down(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(&TABLES.join(";\n"))?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", FORMAT_VERSION)
}

/// Whether the file holds exactly our tables.
pub fn is_ours(conn: &Connection) -> rusqlite::Result<bool> {
    let mut query = conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")?;
    let found = query.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(found == TABLES)
}
