//! What is not a workshop, or lies where it can't be written.

use std::fs;
use std::path::Path;

use kijo::domain::words::Lang;
use kijo::store::{Access, DraftFile, EventLog, Harm, SqliteLog, Trouble, Unrecorded, verify};
use rusqlite::Connection;

use super::{Place, append, note, skipped, texts};

/// What opening in every way says.
fn opening(path: &Path) -> Trouble {
    let writing = SqliteLog::open(path).expect_err("not to be opened").trouble;
    let reading = SqliteLog::open_read_only(path).expect_err("not to be opened").trouble;
    let checking = verify(path).expect_err("not to be checked").trouble;
    assert_eq!((&writing, &writing), (&reading, &checking));
    writing
}

#[test]
fn nothing_there() {
    let place = Place::new();
    assert_eq!(opening(&place.path), Trouble::NotFound);
    let nowhere = place.folder.path().join("no/folder.kijo");
    assert_eq!(SqliteLog::create(&nowhere, &[]).expect_err("no folder").trouble, Trouble::NotFound);
}

#[test]
fn something_there_already() {
    let place = Place::new();
    fs::write(&place.path, "大切なもの").expect("written");

    let refused = SqliteLog::create(&place.path, &[]).expect_err("it is there");

    assert_eq!(refused.trouble, Trouble::AlreadyExists);
    assert_eq!(fs::read_to_string(&place.path).expect("read"), "大切なもの");
    assert_eq!(fs::read_dir(place.folder.path()).expect("the folder").count(), 1);
}

#[test]
fn folders_and_devices() {
    let place = Place::new();
    assert_eq!(opening(place.folder.path()), Trouble::NotAFile);
    if Path::new("/dev/zero").exists() {
        assert_eq!(opening(Path::new("/dev/zero")), Trouble::NotAFile);
    }
}

#[cfg(unix)]
#[test]
fn pipes_do_not_hang() {
    let place = Place::new();
    let made = std::process::Command::new("mkfifo").arg(&place.path).status();
    if !made.is_ok_and(|status| status.success()) {
        skipped("no pipe can be made here");
        return;
    }
    assert_eq!(opening(&place.path), Trouble::NotAFile);
}

#[cfg(unix)]
#[test]
fn links_lead_to_one_file_and_one_log() {
    let place = Place::new();
    let mut log = place.create();
    let other = tempfile::tempdir().expect("a folder");
    let link = other.path().join("link.kijo");
    std::os::unix::fs::symlink(&place.path, &link).expect("linked");

    let mut linked = SqliteLog::open(&link).expect("a workshop").log;
    append(&mut linked, "一");

    assert_eq!(texts(&log.follow().expect("followed")), ["一"]);
    assert_eq!(SqliteLog::create(&link, &[]).expect_err("it is there").trouble, Trouble::AlreadyExists);
    fs::remove_file(&place.path).expect("removed");
    assert_eq!(opening(&link), Trouble::NotFound);
}

#[test]
fn files_of_something_else() {
    let place = Place::new();
    for content in ["", "text", &"長い文書。".repeat(1_000)] {
        fs::write(&place.path, content).expect("written");
        assert_eq!(opening(&place.path), Trouble::NotAWorkshop);
        assert_eq!(fs::read_to_string(&place.path).expect("read"), content);
    }
}

#[test]
fn databases_of_something_else() {
    let place = Place::new();
    let other = Connection::open(&place.path).expect("a database");
    other.execute_batch("CREATE TABLE events (seq)").expect("a table");
    other.close().expect("closed");

    assert_eq!(opening(&place.path), Trouble::NotAWorkshop);
}

#[test]
fn a_newer_format() {
    let place = Place::new();
    drop(place.create());
    change(&place.path, "PRAGMA user_version = 2");

    assert_eq!(opening(&place.path), Trouble::NewerFormat(2));
}

#[test]
fn tables_that_are_not_ours() {
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    drop(log);
    change(&place.path, "CREATE TRIGGER sly AFTER INSERT ON events BEGIN DELETE FROM events; END");

    let refused = SqliteLog::open(&place.path).expect_err("not ours").trouble;
    assert!(matches!(refused, Trouble::Damaged(damage) if damage.harm == Harm::Tables));
    assert_eq!(verify(&place.path).expect("readable").damage.len(), 1);
}

#[test]
fn another_journal_mode_is_set_right() {
    let place = Place::new();
    drop(place.create());
    change(&place.path, "PRAGMA journal_mode = DELETE");

    let mut log = place.open().0;
    append(&mut log, "一");

    let opened = SqliteLog::open_read_only(&place.path).expect("a workshop");
    assert_eq!(texts(&opened.entries), ["一"]);
}

#[test]
fn reading_only_changes_nothing() {
    // Given a workshop nobody has open,
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    drop(log);
    let before = fs::read(&place.path).expect("read");

    // when it is opened for reading,
    let opened = SqliteLog::open_read_only(&place.path).expect("a workshop");
    let mut log = opened.log;

    // then it can be read and not appended to, and nothing came or changed on disk.
    assert_eq!(log.access(), &Access::Read);
    assert_eq!(texts(&opened.entries), ["一"]);
    assert_eq!(log.follow(), Ok(Vec::new()));
    let refused = log.transact(|_| Ok::<_, ()>(vec![note("二")])).expect_err("read only");
    assert!(matches!(refused, Unrecorded::Failed(error) if error.trouble == Trouble::ReadOnly));
    assert_eq!(fs::read_dir(place.folder.path()).expect("the folder").count(), 1);
    drop(log);
    assert_eq!(fs::read(&place.path).expect("read"), before);
}

#[test]
fn reading_only_follows_a_process_that_writes() {
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");

    let opened = SqliteLog::open_read_only(&place.path).expect("a workshop");
    let mut reader = opened.log;
    append(&mut log, "二");

    assert_eq!(texts(&opened.entries), ["一"]);
    assert_eq!(texts(&reader.follow().expect("followed")), ["二"]);
}

#[cfg(unix)]
#[test]
fn places_that_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt as _;

    // Given a workshop in a folder that can't be written, and one whose process died before merging its log,
    let place = Place::new();
    let mut log = place.create();
    append(&mut log, "一");
    let died = place.folder.path().join("died.kijo");
    for end in ["", "-wal"] {
        let beside = |name: &str| place.folder.path().join(format!("{name}{end}"));
        fs::copy(beside("机上 100%.kijo"), beside("died.kijo")).expect("copied");
    }
    drop(log);
    let mode =
        |mode| fs::set_permissions(place.folder.path(), fs::Permissions::from_mode(mode)).expect("set");
    mode(0o555);
    if fs::write(place.folder.path().join("probe"), "").is_ok() {
        skipped("this user may write anywhere");
        return;
    }

    // then opening it to write, making another and drafting say so, and reading works.
    let writing = SqliteLog::open(&place.path).expect_err("read only").trouble;
    let making = SqliteLog::create(&place.folder.path().join("new.kijo"), &[]).expect_err("read only");
    let drafting = DraftFile::open(&place.path, "0").expect_err("read only");
    let reading = SqliteLog::open_read_only(&place.path).expect("a workshop").entries;
    let unmerged = SqliteLog::open_read_only(&died).expect_err("its log can't be read").trouble;
    mode(0o755);
    assert_eq!(unmerged, Trouble::ReadOnly);
    assert_eq!(texts(&SqliteLog::open(&died).expect("a workshop").entries), ["一"]);
    assert_eq!(writing, Trouble::ReadOnly);
    assert_eq!(making.trouble, Trouble::Permission);
    assert_eq!(drafting.trouble, Trouble::Permission);
    assert_eq!(texts(&reading), ["一"]);
}

#[test]
fn troubles_are_told_in_words_with_a_remedy() {
    let troubles = [
        Trouble::NotFound,
        Trouble::AlreadyExists,
        Trouble::NotAFile,
        Trouble::NotAWorkshop,
        Trouble::NewerFormat(7),
        Trouble::Busy,
        Trouble::DiskFull,
        Trouble::ReadOnly,
        Trouble::Permission,
        Trouble::NetworkDrive("nfs4".to_owned()),
        Trouble::Moved,
        Trouble::Io("EIO".to_owned()),
    ];
    let path = Path::new("演習.kijo");
    for trouble in troubles {
        let error = kijo::store::StoreError::new(path, trouble);
        for lang in [Lang::Ja, Lang::En] {
            let told = error.describe(lang);
            assert!(told.starts_with("演習.kijo"), "{told}");
            assert_eq!(told.lines().count(), 2, "what it is, what to do: {told}");
            assert!(!told.contains("{}"), "{told}");
        }
    }
}

/// Changes a file as some other program might.
fn change(path: &Path, sql: &str) {
    let conn = Connection::open(path).expect("a database");
    conn.execute_batch(sql).expect("changed");
    conn.close().expect("closed");
}
