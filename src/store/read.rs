//! Reads entries for as long as they can be trusted, and says where that ends.
//!
//! It repairs nothing and guesses nothing: what follows the first damage is not returned.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Row};

use super::chain::{Chains, Hash, Link};
use super::connect::{self, is_damage};
use super::damage::{Damage, Harm};
use super::entry::Stored;
use super::error::StoreError;
use super::row::{Raw, SELECT};
use super::schema;

/// What could be read.
#[derive(Debug, Default)]
pub struct Intact {
    /// The entries up to the first damage.
    pub entries: Vec<Stored>,
    /// The ends of their chains.
    pub chains: Chains,
    /// The first damage.
    pub damage: Option<Damage>,
}

/// Reads a whole file, the entries and the ends of their chains at the same moment.
pub fn whole(conn: &Connection) -> rusqlite::Result<Intact> {
    let moment = conn.unchecked_transaction()?;
    if !schema::is_ours(&moment)? {
        return Ok(Intact { damage: Some(Damage::of_file(Harm::Tables)), ..Intact::default() });
    }
    let mut intact = after(&moment, 0, Chains::default())?;
    if intact.damage.is_none() {
        intact.damage = match missing_at_end(&moment, &intact.chains) {
            Err(error) if is_damage(&error) => Some(Damage::of_file(Harm::Unreadable(error.to_string()))),
            found => found?,
        };
    }
    Ok(intact)
}

/// Reads what a damaged file still gives, without touching it.
pub fn salvage(path: &Path) -> Result<(Connection, Intact), StoreError> {
    let conn = connect::reading(path)?;
    let read = || {
        // Lets SQLite read a file that is shorter than its header says. The connection can't write.
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
        whole(&conn)
    };
    match read() {
        Ok(intact) => Ok((conn, intact)),
        Err(error) => Err(StoreError::from_sqlite(path, &error)),
    }
}

/// Reads the entries after position `seen`, whose chains end in `chains`.
pub fn after(conn: &Connection, seen: u64, chains: Chains) -> rusqlite::Result<Intact> {
    let mut intact = Intact { chains, ..Intact::default() };
    let mut query = conn.prepare_cached(SELECT)?;
    let mut rows = query.query([seen.cast_signed()])?;
    let mut next = seen + 1;
    loop {
        let step = match rows.next() {
            Ok(None) => return Ok(intact),
            Ok(Some(row)) => trusted(row, next, &mut intact.chains),
            Err(error) if is_damage(&error) => Err(unreadable(next, &error.to_string())),
            Err(error) => return Err(error),
        };
        match step {
            Ok(stored) => intact.entries.push(stored),
            Err(damage) => {
                intact.damage = Some(damage);
                return Ok(intact);
            }
        }
        next += 1;
    }
}

/// The entry in `row`, if it is the one that must come next.
fn trusted(row: &Row<'_>, next: u64, chains: &mut Chains) -> Result<Stored, Damage> {
    let unreadable = |error: &dyn std::fmt::Display| unreadable(next, &error.to_string());
    let raw = Raw::read(row).map_err(|error| unreadable(&error))?;
    let damaged = |harm| Damage { seq: Some(next), kind: raw.kind(), harm };
    if raw.seq.cast_unsigned() != next {
        return Err(damaged(Harm::Missing));
    }
    let origin = raw.origin().map_err(|error| unreadable(&error))?;
    chains.check(origin, raw.link, &raw.columns).map_err(damaged)?;
    raw.parse().map_err(|error| unreadable(&error))
}

fn unreadable(seq: u64, reason: &str) -> Damage {
    Damage { seq: Some(seq), kind: None, harm: Harm::Unreadable(reason.to_owned()) }
}

/// Compares the chains as read with their ends as noted: only this shows that the last entries are gone.
fn missing_at_end(conn: &Connection, chains: &Chains) -> rusqlite::Result<Option<Damage>> {
    let mut noted = Chains::default();
    let mut query = conn.prepare("SELECT origin, n, chain FROM origins")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let link = Link { n: row.get::<_, i64>(1)?.cast_unsigned(), chain: Hash(row.get(2)?) };
        noted.extend(row.get_ref(0)?.as_str()?, link);
    }
    if noted == *chains {
        return Ok(None);
    }
    let lost = |(origin, end): (&str, Link)| end.n.saturating_sub(chains.end(origin).n);
    let harm = match noted.iter().map(lost).fold(0, u64::saturating_add) {
        0 => Harm::Altered,
        count => Harm::EndMissing(count),
    };
    Ok(Some(Damage::of_file(harm)))
}
