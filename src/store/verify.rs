//! Reads everything in a workshop file and says what is damaged. It changes nothing.

use std::path::Path;

use rusqlite::Connection;

use super::connect::is_damage;
use super::damage::{Damage, Harm};
use super::entry::name_of;
use super::error::StoreError;
use super::{connect, place, read};

/// What is in a file, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Entries that can be trusted.
    pub entries: u64,
    /// Writers whose chains they belong to.
    pub origins: usize,
    /// Pieces of frozen material that are what was written.
    pub blobs: u64,
    /// Head of the chains over the entries that can be trusted.
    pub head: String,
    /// Everything found wrong; the first one is where the entries end.
    pub damage: Vec<Damage>,
}

/// Reads all of the file at `path`. It fails only when the file can't be read at all.
pub fn verify(path: &Path) -> Result<Verification, StoreError> {
    let real = place::existing(path)?;
    connect::check_marks(&real)?;
    let (conn, intact) = read::salvage(&real)?;
    let mut damage = Vec::from_iter(intact.damage);
    let foreign = damage.iter().any(|damage| damage.harm == Harm::Tables);
    // Tables of somebody else's making are not even looked into: reading them might never end.
    let blobs = if foreign { 0 } else { look_deeper(&conn, &real, &mut damage)? };
    Ok(Verification {
        entries: intact.entries.len() as u64,
        origins: intact.chains.len(),
        blobs,
        head: intact.chains.head().to_string(),
        damage,
    })
}

/// Checks the material and the pages of the file. Returns how many pieces of material are right.
fn look_deeper(conn: &Connection, real: &Path, damage: &mut Vec<Damage>) -> Result<u64, StoreError> {
    let blobs = or_damage(check_blobs(conn, damage), real)?;
    let structure = or_damage(structure(conn), real)?;
    let blobs = blobs.unwrap_or_else(|harm| {
        damage.push(Damage::of_file(harm));
        0
    });
    damage.extend(structure.unwrap_or_else(|harm| vec![Damage::of_file(harm)]));
    Ok(blobs)
}

/// Tells what is broken in the file from what keeps us from reading it.
fn or_damage<T>(found: rusqlite::Result<T>, path: &Path) -> Result<Result<T, Harm>, StoreError> {
    match found {
        Ok(value) => Ok(Ok(value)),
        Err(error) if is_damage(&error) => Ok(Err(Harm::Unreadable(error.to_string()))),
        Err(error) => Err(StoreError::from_sqlite(path, &error)),
    }
}

/// Compares every piece of frozen material with its name. Returns how many are right.
fn check_blobs(conn: &Connection, damage: &mut Vec<Damage>) -> rusqlite::Result<u64> {
    let mut query = conn.prepare("SELECT hash, bytes FROM blobs NOT INDEXED")?;
    let mut rows = query.query([])?;
    let mut right = 0;
    while let Some(row) = rows.next()? {
        let (hash, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
        if name_of(&bytes) == hash {
            right += 1;
        } else {
            damage.push(Damage::of_file(Harm::Blob(hash)));
        }
    }
    Ok(right)
}

/// What the database says of its own pages, tables and indexes.
fn structure(conn: &Connection) -> rusqlite::Result<Vec<Damage>> {
    let mut query = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines = query.query_map([], |row| row.get::<_, String>(0))?;
    lines
        .filter(|line| line.as_deref() != Ok("ok"))
        .map(|line| line.map(|text| Damage::of_file(Harm::Unreadable(text))))
        .collect()
}
