//! The log in memory keeps the promises of the one on disk, and fails when told to.

use kijo::store::{Blob, EventLog, Fault, MemoryLog, Repeat, Trouble, Unrecorded};

use super::{append, note, texts};

fn attempt(log: &mut MemoryLog, text: &str) -> Result<usize, Trouble> {
    match log.transact(|_| Ok::<_, ()>(vec![note(text)])) {
        Ok(news) => Ok(news.len()),
        Err(Unrecorded::Failed(error)) => Err(error.trouble),
        Err(Unrecorded::Refused(())) => panic!("nobody refused"),
    }
}

#[test]
fn several_share_one_log() {
    let blob = Blob::new("素材");
    let mut ours = MemoryLog::new(std::slice::from_ref(&blob));
    let mut theirs = ours.another();
    append(&mut theirs, "theirs");

    assert_eq!(ours.transact(|_| Err("no")), Err(Unrecorded::Refused("no")));
    assert_eq!(texts(&append(&mut ours, "ours")), ["theirs", "ours"]);
    assert_eq!(texts(&theirs.follow().expect("followed")), ["ours"]);
    assert_eq!(theirs.follow().expect("followed"), []);
    assert_eq!(ours.head(), theirs.head());
    assert_eq!(theirs.blob(blob.hash()), Ok(Some(blob.bytes().to_vec())));
}

#[test]
fn it_fails_once_at_the_attempt_named() {
    let mut log = MemoryLog::default();
    log.fail(Fault { at: 2, repeat: Repeat::Once, trouble: Trouble::DiskFull });

    let told: Vec<_> = ["一", "二", "三"].iter().map(|text| attempt(&mut log, text)).collect();

    assert_eq!(told, [Ok(1), Err(Trouble::DiskFull), Ok(1)]);
    assert_eq!(texts(&log.another().follow().expect("followed")), ["一", "三"]);
}

#[test]
fn it_fails_for_good_until_healed() {
    let mut log = MemoryLog::default();
    log.fail(Fault { at: 1, repeat: Repeat::ForGood, trouble: Trouble::Busy });

    assert_eq!(attempt(&mut log, "一"), Err(Trouble::Busy));
    assert_eq!(attempt(&mut log, "一"), Err(Trouble::Busy));
    log.heal();
    assert_eq!(attempt(&mut log, "一"), Ok(1));
    assert_eq!(texts(&log.another().follow().expect("followed")), ["一"]);
}
