//! How long a durable append takes, and opening a full day of four groups.

#![expect(missing_docs, reason = "criterion_group! makes a public function of the group")]

use criterion::{Criterion, criterion_group, criterion_main};
use kijo::domain::event::{Actor, Audience, Round};
use kijo::domain::id::{GroupId, Minute};
use kijo::store::{EventLog, New, SqliteLog};

/// An answer of ordinary length.
fn revision(number: usize) -> New {
    New {
        at: chrono::Local::now().fixed_offset(),
        stated: None,
        actor: Actor::Facilitator,
        audience: Audience::Group(GroupId(1)),
        group: Some(GroupId(1)),
        round: Some(Round::One),
        minute: Some(Minute(45)),
        kind: "FieldRevised".to_owned(),
        v: 1,
        body: serde_json::json!({
            "cell": ["response-table", format!("row-{}", number % 50), "action"],
            "value": "社外からの通報を受け、該当する端末をネットワークから切り離し、ログの保全を指示した。",
        }),
        blobs: Vec::new(),
    }
}

fn append(log: &mut SqliteLog, entries: Vec<New>) {
    let appended = log.transact(|_| Ok::<_, ()>(entries)).expect("the disk has room");
    assert!(!appended.is_empty());
}

fn durable_append(c: &mut Criterion) {
    for before in [1_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder for passing files");
        let mut log = SqliteLog::create(&folder.path().join("day.kijo"), &[]).expect("a new file");
        append(&mut log, (0..before).map(revision).collect());
        c.bench_function(&format!("one durable append after {before}"), |b| {
            b.iter(|| append(&mut log, vec![revision(1)]));
        });
    }
}

fn opening(c: &mut Criterion) {
    for events in [10_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder for passing files");
        let path = folder.path().join("day.kijo");
        let mut log = SqliteLog::create(&path, &[]).expect("a new file");
        append(&mut log, (0..events).map(revision).collect());
        drop(log);
        let mut group = c.benchmark_group("opening");
        group.sample_size(20);
        group.bench_function(format!("{events} events"), |b| {
            b.iter(|| assert_eq!(SqliteLog::open(&path).expect("opens").entries.len(), events));
        });
        group.finish();
    }
}

criterion_group!(benches, durable_append, opening);
criterion_main!(benches);
