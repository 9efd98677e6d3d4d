//! Appending, reading back, following.

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::time::Duration;

use kijo::store::{Blob, EventLog, SqliteLog, Stored, Trouble, Unrecorded, orphans, watch};

use super::{Place, append, note, texts};

#[test]
fn what_was_appended_is_read_back_to_the_letter() {
    // Given a workshop with two entries,
    let place = Place::new();
    let mut log = place.create();
    let mut written = append(&mut log, "社外からの通報\u{3099}\n👨‍👩‍👧 \u{0}\"");
    let bare = kijo::store::New { stated: None, group: None, round: None, minute: None, ..note("素") };
    written.extend(log.transact(|_| Ok::<_, ()>(vec![bare])).expect("recorded"));
    let head = log.head();
    drop(log);

    // when it is opened again,
    let (log, entries) = place.open();

    // then they are the same, and so is the head.
    assert_eq!(entries, written);
    assert_eq!(log.head(), head);
    let names: Vec<_> = entries.iter().map(|stored| (stored.seq, stored.entry.envelope.id.n)).collect();
    assert_eq!(names, [(1, 1), (2, 2)]);
}

#[test]
fn every_opening_is_a_new_origin() {
    let place = Place::new();
    let mut first = place.create();
    append(&mut first, "一");
    let (mut second, _) = place.open();
    let entries = append(&mut second, "二");

    assert_ne!(first.origin(), second.origin());
    assert_eq!(second.origin().len(), 32);
    assert_eq!(entries.last().map(|stored| stored.entry.envelope.id.n), Some(1));
}

#[test]
fn decisions_are_made_on_the_fresh_state() {
    // Given two processes,
    let place = Place::new();
    let (mut ours, mut theirs) = (place.create(), place.open().0);
    append(&mut theirs, "theirs");

    // when one decides after the other has written,
    let mut shown = Vec::new();
    let new = ours.transact(|tail| {
        shown = tail.to_vec();
        Ok::<_, ()>(vec![note("ours")])
    });

    // then it was shown that, and gets both.
    assert_eq!(texts(&shown), ["theirs"]);
    assert_eq!(texts(&new.expect("recorded")), ["theirs", "ours"]);
    assert_eq!(texts(&theirs.follow().expect("followed")), ["ours"]);
    assert_eq!(ours.head(), theirs.head());
}

#[test]
fn a_refusal_writes_nothing_and_is_not_remembered() {
    let place = Place::new();
    let (mut ours, mut theirs) = (place.create(), place.open().0);
    append(&mut theirs, "theirs");

    let refused = ours.transact(|_| Err("no"));

    assert_eq!(refused, Err(Unrecorded::Refused("no")));
    assert_eq!(texts(&ours.follow().expect("followed")), ["theirs"]);
    assert_eq!(texts(&append(&mut ours, "ours")), ["ours"]);
    assert_eq!(place.open().1.len(), 2);
}

#[test]
fn wanting_nothing_returns_the_news_and_frees_the_file() {
    let place = Place::new();
    let (mut ours, mut theirs) = (place.create(), place.open().0);
    append(&mut theirs, "theirs");

    let news = ours.transact(|_| Ok::<_, ()>(Vec::new())).expect("nothing to record");

    assert_eq!(texts(&news), ["theirs"]);
    append(&mut theirs, "more");
    assert_eq!(texts(&ours.follow().expect("followed")), ["more"]);
}

#[test]
fn a_panic_while_deciding_leaves_the_log_as_it_was() {
    let place = Place::new();
    let mut log = place.create();
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        log.transact(|_| -> Result<_, ()> { panic!("a mistake") })
    }));

    assert!(caught.is_err());
    assert_eq!(texts(&append(&mut log, "after")), ["after"]);
}

#[test]
fn threads_that_append_at_once_lose_and_double_nothing() {
    // Given several logs on one file,
    const EACH: usize = 40;
    let place = Place::new();
    drop(place.create());

    // when each appends many times, deciding on what it was shown,
    let seen: Vec<Vec<Stored>> = std::thread::scope(|scope| {
        let run = || {
            let (mut log, mut seen) = place.open();
            for _ in 0..EACH {
                let before = seen.len();
                let news = log.transact(|tail| Ok::<_, ()>(vec![note(&(before + tail.len()).to_string())]));
                seen.extend(news.expect("recorded"));
            }
            seen
        };
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(run)).collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });

    // then the file holds each once, in the order that everybody saw.
    let (_, entries) = place.open();
    let expected: Vec<String> = (0..3 * EACH).map(|number| number.to_string()).collect();
    assert_eq!(texts(&entries), expected);
    let ids: BTreeSet<_> = entries.iter().map(|stored| stored.entry.envelope.id.clone()).collect();
    assert_eq!(ids.len(), entries.len());
    assert!(seen.iter().all(|seen| entries.starts_with(seen)));
}

#[test]
fn material_is_kept_once_under_its_hash() {
    // Given a workshop made with material,
    let place = Place::new();
    let (early, late) = (Blob::new("早い素材"), Blob::new(vec![0, 159, 146, 150]));
    let mut log = SqliteLog::create(&place.path, &[early.clone(), early.clone()]).expect("made");

    // when an entry brings more of it,
    let new = kijo::store::New { blobs: vec![early.clone(), late.clone()], ..note("素材") };
    log.transact(|_| Ok::<_, ()>(vec![new])).expect("recorded");

    // then each can be fetched by its hash, by anybody.
    let (log, _) = place.open();
    assert_eq!(log.blob(early.hash()), Ok(Some(early.bytes().to_vec())));
    assert_eq!(log.blob(late.hash()), Ok(Some(late.bytes().to_vec())));
    assert_eq!(log.blob("0"), Ok(None));
    assert_eq!(kijo::store::verify(&place.path).map(|found| found.blobs), Ok(2));
}

#[test]
fn material_of_a_refused_transaction_is_not_kept() {
    let place = Place::new();
    let mut log = place.create();
    let blob = Blob::new("素材");
    log.transact(|_| Err::<Vec<_>, _>("no")).expect_err("refused");

    assert_eq!(log.blob(blob.hash()), Ok(None));
}

#[test]
fn others_are_told_when_it_can_be_seen() {
    // Given one process that waits,
    let place = Place::new();
    let (mut ours, mut theirs) = (place.create(), place.open().0);
    let (tell, told) = mpsc::channel();
    let _watch = watch(&place.path, move || tell.send(()).unwrap_or(())).expect("watched");

    // when the other has written,
    append(&mut theirs, "一");

    // then it is woken until it has seen that.
    let mut news = Vec::new();
    while news.is_empty() {
        told.recv_timeout(Duration::from_secs(20)).expect("woken");
        news = ours.follow().expect("followed");
    }
    assert_eq!(texts(&news), ["一"]);
}

#[test]
fn a_copy_holds_everything_and_lives_its_own_life() {
    // Given a workshop that is open and not merged,
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    let copied = place.folder.path().join("copy.kijo");

    // when it is copied, and both are written to,
    log.copy_to(&copied).expect("copied");
    append(&mut log, "元");
    let opened = SqliteLog::open(&copied).expect("a workshop");
    let mut copy = opened.log;
    append(&mut copy, "控え");

    // then the copy has what there was, and an origin of its own.
    assert_eq!(texts(&opened.entries), ["一"]);
    assert_ne!(copy.origin(), log.origin());
    drop(copy);
    let copy = SqliteLog::open_read_only(&copied).expect("a workshop");
    assert_eq!(texts(&copy.entries), ["一", "控え"]);
    assert_eq!(texts(&place.open().1), ["一", "元"]);

    // And a copy never overwrites.
    let again = log.copy_to(&copied).expect_err("it is there");
    assert_eq!(again.trouble, Trouble::AlreadyExists);
}

#[test]
fn a_checkpoint_puts_everything_into_the_main_file() {
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    log.checkpoint().expect("merged");

    let alone = place.folder.path().join("alone.kijo");
    std::fs::copy(&place.path, &alone).expect("copied");
    assert_eq!(texts(&SqliteLog::open(&alone).expect("a workshop").entries), ["一"]);
}

#[test]
fn a_clean_exit_leaves_one_file() {
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    drop(log);

    assert_eq!(orphans(&place.path).map(|found| found.len()), Ok(0));
    assert_eq!(std::fs::read_dir(place.folder.path()).expect("the folder").count(), 1);
}

#[test]
fn what_moved_away_is_not_written_to_but_can_be_copied() {
    // Given an open workshop,
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");

    // when its file is moved away,
    let elsewhere = place.folder.path().join("elsewhere.kijo");
    std::fs::rename(&place.path, &elsewhere).expect("moved");

    // then appending fails in words, the copy has everything, and once it is back all is well.
    let failed = log.transact(|_| Ok::<_, ()>(vec![note("二")])).expect_err("moved");
    assert!(matches!(failed, Unrecorded::Failed(error) if error.trouble == Trouble::Moved));
    let copied = place.folder.path().join("copy.kijo");
    log.copy_to(&copied).expect("copied");
    assert_eq!(texts(&SqliteLog::open(&copied).expect("a workshop").entries), ["一"]);
    std::fs::rename(&elsewhere, &place.path).expect("moved back");
    assert_eq!(texts(&append(&mut log, "二")), ["二"]);
}
