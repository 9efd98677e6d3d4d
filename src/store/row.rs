//! An entry as a row of the table `events`, and back.
//!
//! Reading gives the raw columns first: the chain is checked over what stands in the file, before anything is parsed.

use std::error::Error;

use chrono::DateTime;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Row};

use super::chain::{Hash, Link};
use super::entry::{Entry, Stored};
use crate::domain::event::{Actor, Audience, Envelope, EventId, Round};
use crate::domain::id::{GroupId, Minute};

/// The columns that the chain covers, in order.
const COLUMNS: usize = 12;

/// Every column in order: `seq`, those the chain covers, `chain`.
pub const SELECT: &str =
    "SELECT seq, origin, n, at, stated, actor, audience, team, round, minute, kind, v, body, chain
     FROM events WHERE seq > ? ORDER BY seq";

const INSERT: &str = "INSERT INTO events
     (seq, origin, n, at, stated, actor, audience, team, round, minute, kind, v, body, chain)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// The columns of an entry that the chain covers.
pub struct Columns([Value; COLUMNS]);

impl Columns {
    /// The columns of `entry`.
    pub fn of(entry: &Entry) -> Self {
        let Entry { envelope, kind, v, body } = entry;
        let round = envelope.round.map(|round| match round {
            Round::One => 1_i64,
            Round::Two => 2,
        });
        Self([
            envelope.id.origin.clone().into(),
            envelope.id.n.cast_signed().into(),
            envelope.at.to_rfc3339().into(),
            envelope.stated.map(|at| at.to_rfc3339()).into(),
            json(&envelope.actor).into(),
            json(&envelope.audience).into(),
            envelope.group.map(|GroupId(group)| i64::from(group)).into(),
            round.into(),
            envelope.minute.map(|Minute(minute)| i64::from(minute)).into(),
            kind.clone().into(),
            i64::from(*v).into(),
            body.to_string().into(),
        ])
    }

    /// The columns as the chain takes them.
    pub fn raw(&self) -> [ValueRef<'_>; COLUMNS] {
        self.0.each_ref().map(ValueRef::from)
    }

    /// Appends the entry at position `seq`.
    pub fn insert(self, conn: &Connection, seq: u64, chain: Hash) -> rusqlite::Result<()> {
        let mut values = vec![Value::from(seq.cast_signed())];
        values.extend(self.0);
        values.push(Value::from(chain.0.to_vec()));
        conn.prepare_cached(INSERT)?.execute(rusqlite::params_from_iter(values)).map(drop)
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("enums of strings and numbers are always JSON")
}

/// A row as it stands in the file.
pub struct Raw<'a> {
    /// Position in the file.
    pub seq: i64,
    /// The columns that the chain covers.
    pub columns: [ValueRef<'a>; COLUMNS],
    /// Number in its origin and chain hash, as the row says.
    pub link: Link,
}

impl<'a> Raw<'a> {
    /// The columns of `row`.
    pub fn read(row: &'a Row<'_>) -> rusqlite::Result<Self> {
        let mut columns = [ValueRef::Null; COLUMNS];
        for (place, column) in columns.iter_mut().enumerate() {
            *column = row.get_ref(place + 1)?;
        }
        let link = Link { n: row.get::<_, i64>(2)?.cast_unsigned(), chain: Hash(row.get(COLUMNS + 1)?) };
        let seq = row.get(0)?;
        Ok(Self { seq, columns, link })
    }

    /// Who wrote it.
    pub fn origin(&self) -> rusqlite::Result<&'a str> {
        Ok(self.columns[0].as_str()?)
    }

    /// Which event it says it is, if that can be read.
    pub fn kind(&self) -> Option<String> {
        self.columns[9].as_str().ok().map(str::to_owned)
    }

    /// The entry.
    pub fn parse(&self) -> Result<Stored, Box<dyn Error>> {
        let [origin, _, at, stated, actor, audience, group, round, minute, kind, v, body] = self.columns;
        let time = |text: ValueRef<'_>| -> Result<_, Box<dyn Error>> {
            Ok(DateTime::parse_from_rfc3339(text.as_str()?)?)
        };
        let envelope = Envelope {
            id: EventId { origin: origin.as_str()?.to_owned(), n: self.link.n },
            at: time(at)?,
            stated: (stated != ValueRef::Null).then(|| time(stated)).transpose()?,
            actor: serde_json::from_str::<Actor>(actor.as_str()?)?,
            audience: serde_json::from_str::<Audience>(audience.as_str()?)?,
            group: group.as_i64_or_null()?.map(u8::try_from).transpose()?.map(GroupId),
            round: match round.as_i64_or_null()? {
                None => None,
                Some(1) => Some(Round::One),
                Some(2) => Some(Round::Two),
                Some(other) => return Err(format!("round {other}").into()),
            },
            minute: minute.as_i64_or_null()?.map(u32::try_from).transpose()?.map(Minute),
        };
        let entry = Entry {
            envelope,
            kind: kind.as_str()?.to_owned(),
            v: u32::try_from(v.as_i64()?)?,
            body: serde_json::from_str(body.as_str()?)?,
        };
        Ok(Stored { seq: self.seq.cast_unsigned(), entry, chain: self.link.chain })
    }
}
