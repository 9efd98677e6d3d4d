//! Truncated and flipped files: never a silent change, never a panic, never a write.

use std::fs;
use std::path::Path;

use kijo::domain::words::Lang;
use kijo::store::{Access, Blob, EventLog, Harm, SqliteLog, Stored, Trouble, verify};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt as _, SeedableRng as _};
use rusqlite::Connection;

use super::{Place, append, note};

/// A workshop with several pages of entries and material, closed.
struct Sound {
    place: Place,
    bytes: Vec<u8>,
    entries: Vec<Stored>,
    blob: Blob,
}

impl Sound {
    fn new() -> Self {
        let place = Place::new();
        let blob = Blob::new("素材。".repeat(1_500));
        let mut log = SqliteLog::create(&place.path, std::slice::from_ref(&blob)).expect("made");
        for number in 0..3 {
            append(&mut log, &format!("長い記録 {number}").repeat(500));
        }
        let many = (0..60).map(|number| note(&format!("記録 {number}"))).collect();
        log.transact(|_| Ok::<_, ()>(many)).expect("recorded");
        drop(log);
        let (log, entries) = place.open();
        drop(log);
        let bytes = fs::read(&place.path).expect("read");
        Self { place, bytes, entries, blob }
    }

    /// Writes `bytes` in place of the file and checks every promise about what can be read of them.
    fn survives(&self, bytes: &[u8], what: &str) -> Survival {
        let path = &self.place.path;
        fs::write(path, bytes).expect("written");
        let read = self.trusted(SqliteLog::open_read_only(path), what);
        assert!(fs::read(path).expect("read") == bytes, "{what}: reading changed the file");
        let written = self.trusted(SqliteLog::open(path), what);
        // Opening a sound file to write sets its journal mode right, which stands in the header.
        let kept = if written == Survival::Whole { 100 } else { 0 };
        let after = fs::read(path).expect("read");
        assert!(after.get(kept..) == bytes.get(kept..), "{what}: opening changed the file");
        self.found_sound_only_if_it_is(read, what);
        // A flip in the header may forbid writing what can still be read.
        assert!(written <= read, "{what}: writable though not readable");
        for suffix in ["-wal", "-shm"] {
            let mut beside = path.clone().into_os_string();
            beside.push(suffix);
            fs::remove_file(beside).ok();
        }
        read
    }

    fn found_sound_only_if_it_is(&self, read: Survival, what: &str) {
        let path = &self.place.path;
        if verify(path).is_ok_and(|found| found.damage.is_empty()) {
            assert_eq!(read, Survival::Whole, "{what}: found sound");
            let log = SqliteLog::open_read_only(path).expect("a workshop").log;
            let material = log.blob(self.blob.hash()).expect("readable");
            assert!(material.as_deref() == Some(self.blob.bytes()), "{what}: found sound");
        }
    }

    fn trusted(&self, opened: Result<kijo::store::Opened, kijo::store::StoreError>, what: &str) -> Survival {
        let Ok(opened) = opened else {
            return Survival::Refused;
        };
        assert!(self.entries.starts_with(&opened.entries), "{what}: the content changed silently");
        if let Ok(Some(bytes)) = opened.log.blob(self.blob.hash()) {
            assert!(bytes == self.blob.bytes(), "{what}: the material changed silently");
        }
        if opened.entries.len() == self.entries.len() && opened.damage.is_none() {
            return Survival::Whole;
        }
        assert!(opened.damage.is_some(), "{what}: entries went silently");
        assert!(matches!(opened.log.access(), Access::Damaged(_)), "{what}: writable though damaged");
        Survival::Part
    }
}

/// How much of a damaged file could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Survival {
    Refused,
    Part,
    Whole,
}

#[test]
fn truncated_anywhere() {
    let sound = Sound::new();
    let pages = (0..sound.bytes.len()).step_by(4096);
    let odd = [1, 15, 16, 17, 59, 60, 99, 100, 101, 511, 512, 1000, 5000, 20_001];
    let mut partly = 0;
    for length in pages.chain(odd).chain([sound.bytes.len() - 1]) {
        let bytes = sound.bytes.get(..length).expect("shorter");
        match sound.survives(bytes, &format!("cut to {length}")) {
            Survival::Whole => panic!("cut to {length}: nothing was missed"),
            Survival::Part => partly += 1,
            Survival::Refused => {}
        }
    }
    assert!(partly > 0, "a file cut near its end opens as far as it goes");
}

#[test]
fn flipped_anywhere() {
    let sound = Sound::new();
    let mut random = ChaCha8Rng::seed_from_u64(20_261_120);
    let mut noticed = 0;
    for round in 0..400 {
        // The header and the roots of the tables are worth more than their share.
        let end = if round % 4 == 0 { 512 } else { sound.bytes.len() };
        let (place, bit) = (random.random_range(0..end), random.random_range(0..8_u8));
        let mut bytes = sound.bytes.clone();
        *bytes.get_mut(place).expect("inside") ^= 1 << bit;
        if sound.survives(&bytes, &format!("bit {bit} of byte {place}")) != Survival::Whole {
            noticed += 1;
        }
    }
    assert!(noticed > 100, "many flips hit entries: {noticed}");
}

#[test]
fn damage_is_told_by_place_and_kind() {
    // Given a workshop in which somebody changed what the third entry says,
    let sound = Sound::new();
    let path = &sound.place.path;
    change(path, "UPDATE events SET body = '{\"text\":\"嘘\"}' WHERE seq = 3");

    // when it is opened,
    let opened = SqliteLog::open(path).expect("the part before it");

    // then it opens up to there and says why, and it can't be written to.
    let damage = opened.damage.clone().expect("noticed");
    assert_eq!(opened.entries.len(), 2);
    assert_eq!((damage.seq, damage.kind.as_deref()), (Some(3), Some("Noted")));
    assert_eq!(damage.harm, Harm::Altered);
    assert!(damage.describe(Lang::Ja).starts_with("3 番目の記録（Noted）"));
    assert!(damage.describe(Lang::En).starts_with("entry 3 (Noted)"));
    let mut log = opened.log;
    log.transact(|_| Ok::<_, ()>(vec![note("続き")])).expect_err("damaged");
    assert_eq!(log.follow(), Ok(Vec::new()));
    let found = verify(path).expect("readable");
    assert_eq!((found.entries, found.damage.first()), (2, Some(&damage)));
}

#[test]
fn what_is_missing_is_noticed() {
    let harm = |sql: &str| {
        let sound = Sound::new();
        change(&sound.place.path, sql);
        let opened = SqliteLog::open(&sound.place.path).expect("the part before it");
        opened.damage.expect("noticed").harm
    };

    assert_eq!(harm("DELETE FROM events WHERE seq = 7"), Harm::Missing);
    assert_eq!(harm("DELETE FROM events WHERE seq > 50"), Harm::EndMissing(13));
    assert_eq!(harm("UPDATE events SET seq = 900 WHERE seq = 63"), Harm::Missing);
    assert_eq!(harm("DELETE FROM origins"), Harm::Altered);
}

#[test]
fn every_column_counts() {
    let changes = [
        "origin = 'other'",
        "n = n + 1",
        "at = '2026-11-20T16:40:13+09:00'",
        "stated = NULL",
        "actor = '\"Facilitator\"'",
        "audience = '\"Room\"'",
        "team = 3",
        "round = 1",
        "minute = NULL",
        "kind = 'Other'",
        "v = 2",
        "body = '{}'",
        "chain = zeroblob(32)",
    ];
    for set in changes {
        let sound = Sound::new();
        change(&sound.place.path, &format!("UPDATE events SET {set} WHERE seq = 2"));
        let opened = SqliteLog::open(&sound.place.path).expect("the part before it");
        assert_eq!((opened.entries.len(), opened.damage.is_some()), (1, true), "{set}");
    }
}

#[test]
fn changed_material_is_noticed() {
    let sound = Sound::new();
    change(&sound.place.path, "UPDATE blobs SET bytes = x'00'");
    let opened = SqliteLog::open(&sound.place.path).expect("the entries are sound");

    let refused = opened.log.blob(sound.blob.hash()).expect_err("not what was written");

    assert!(matches!(refused.trouble, Trouble::Damaged(_)));
    let found = verify(&sound.place.path).expect("readable");
    assert_eq!(found.damage.len(), 1);
    assert_eq!((found.entries, found.blobs), (63, 0));
}

#[test]
fn damage_that_comes_while_open_stops_writing() {
    let sound = Sound::new();
    let (mut log, entries) = sound.place.open();
    change(
        &sound.place.path,
        "INSERT INTO events SELECT 64, 'x', 9, at, stated, actor, audience, team, round, minute, kind, v, body, chain FROM events WHERE seq = 1",
    );

    log.follow().expect_err("not a fitting entry");
    log.transact(|_| Ok::<_, ()>(vec![note("続き")])).expect_err("not a fitting entry");

    assert_eq!(entries.len(), 63);
}

#[test]
fn a_sound_file_is_found_sound() {
    let sound = Sound::new();
    let found = verify(&sound.place.path).expect("readable");

    assert_eq!((found.entries, found.origins, found.blobs), (63, 1, 1));
    assert_eq!(found.damage, []);
    assert_eq!(found.head, sound.place.open().0.head());
}

/// Changes a file as some other program might.
fn change(path: &Path, sql: &str) {
    let conn = Connection::open(path).expect("a database");
    conn.execute_batch(sql).expect("changed");
    conn.close().expect("closed");
}
