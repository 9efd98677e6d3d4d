//! The durable store: log, places, damage, drafts, and the log in memory.

mod child;
mod damage;
mod drafts;
mod log;
mod memory;
mod places;

use std::path::PathBuf;

use kijo::domain::event::{Actor, Audience, Round};
use kijo::domain::id::{GroupId, Minute, ParticipantId};
use kijo::store::{EventLog, New, SqliteLog, Stored};
use tempfile::TempDir;

/// A folder of its own, with the name of a workshop in it.
struct Place {
    folder: TempDir,
    path: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for passing files");
        let path = folder.path().join("机上 100%.kijo");
        Self { folder, path }
    }

    fn create(&self) -> SqliteLog {
        SqliteLog::create(&self.path, &[]).expect("a new workshop")
    }

    fn open(&self) -> (SqliteLog, Vec<Stored>) {
        let opened = SqliteLog::open(&self.path).expect("a workshop");
        assert_eq!(opened.damage, None);
        (opened.log, opened.entries)
    }
}

/// Says that a test proved nothing here, and why.
#[expect(clippy::print_stderr, reason = "a skipped test must not look like a passed one")]
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// Something a group wrote.
fn note(text: &str) -> New {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-20T16:40:12.345678901+09:00").expect("a time");
    New {
        at,
        stated: Some(at - chrono::TimeDelta::minutes(3)),
        actor: Actor::Participant(ParticipantId::from("p1")),
        audience: Audience::Group(GroupId(2)),
        group: Some(GroupId(2)),
        round: Some(Round::Two),
        minute: Some(Minute(45)),
        kind: "Noted".to_owned(),
        v: 1,
        body: serde_json::json!({ "text": text }),
        blobs: Vec::new(),
    }
}

/// Appends one note.
fn append(log: &mut impl EventLog, text: &str) -> Vec<Stored> {
    log.transact(|_| Ok::<_, ()>(vec![note(text)])).expect("recorded")
}

/// What was noted, in order.
fn texts(entries: &[Stored]) -> Vec<&str> {
    entries.iter().filter_map(|stored| stored.entry.body.get("text")?.as_str()).collect()
}
