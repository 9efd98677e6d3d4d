//! Tests that need a process of their own: this test binary, started again by a shell that sets the stage.

use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use kijo::store::{DraftFile, EventLog, SqliteLog};

use super::{Place, append, note, skipped, texts};

const WORKSHOP: &str = "KIJO_TEST_WORKSHOP";

/// Runs the ignored test `name` behind `stage`, the start of a line of shell that ends in the command. `None`, saying so, where there is no shell.
fn staged(stage: &str, name: &str, workshop: &Path) -> Option<ExitStatus> {
    let binary = std::env::current_exe().expect("the test binary has a path");
    let shell = Command::new("sh")
        .args(["-c", &format!("{stage} \"$0\" --exact child::{name} --ignored")])
        .arg(binary)
        .env(WORKSHOP, workshop)
        .stdout(Stdio::null())
        .status();
    if shell.is_err() {
        skipped("there is no shell to set the stage");
    }
    shell.ok()
}

fn workshop() -> std::path::PathBuf {
    std::env::var_os(WORKSHOP).expect("only as a child").into()
}

#[cfg(unix)]
#[test]
fn everything_is_its_owners_alone_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;

    // Given a shell without a umask, when a workshop is made, written to, drafted beside and copied there,
    let place = Place::new();
    let Some(status) = staged("umask 000; exec", "makes_files", &place.path) else {
        return;
    };
    assert!(status.success());

    // then every file was for its owner alone, while open and afterwards.
    let modes = std::fs::read_to_string(place.folder.path().join("modes")).expect("noted by the child");
    assert_eq!(modes.lines().count(), 4, "file, -wal, -shm, draft: {modes}");
    let listed = std::fs::read_dir(place.folder.path()).expect("the folder");
    let left = listed.map(|item| item.expect("an item")).filter(|item| item.file_name() != "modes");
    let left = left.map(|item| format!("{:o}", item.metadata().expect("there").permissions().mode() & 0o777));
    assert!(modes.lines().all(|mode| mode == "600"), "{modes}");
    assert!(left.collect::<Vec<_>>().iter().all(|mode| mode == "600"));
}

#[cfg(unix)]
#[test]
#[ignore = "run as a child"]
fn makes_files() {
    use std::os::unix::fs::PermissionsExt as _;

    let path = workshop();
    let mut log = SqliteLog::create(&path, &[]).expect("a new workshop");
    append(&mut log, "一");
    let mut draft = DraftFile::open(&path, log.origin()).expect("a draft file");
    draft.record("cell", None, "書きかけ").expect("recorded");
    let folder = path.parent().expect("in a folder");
    let modes: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder")
        .map(|item| item.expect("an item").metadata().expect("there").permissions().mode() & 0o777)
        .map(|mode| format!("{mode:o}\n"))
        .collect();
    std::fs::write(folder.join("modes"), modes.concat()).expect("written");
    log.copy_to(&folder.join("copy.kijo")).expect("copied");
}

#[cfg(unix)]
#[test]
fn what_was_not_written_is_never_called_saved() {
    // Given files that may not grow beyond a limit, when a process appends until that fails, and goes on trying,
    let place = Place::new();
    drop(place.create());
    let stage = "trap '' XFSZ; ulimit -f 300; exec";
    let Some(status) = staged(stage, "fills_up", &place.path) else {
        return;
    };
    assert!(status.success());

    // then exactly what it was told to be saved is there, and its drafts are as it was told.
    let (_, entries) = place.open();
    let told = std::fs::read_to_string(place.folder.path().join("told")).expect("noted by the child");
    let lengths: Vec<String> = texts(&entries).iter().map(|text| text.len().to_string()).collect();
    assert_eq!(lengths, told.lines().collect::<Vec<_>>());
    let orphans = kijo::store::orphans(&place.path).expect("listed");
    let [orphan] = orphans.as_slice() else {
        panic!("one process drafted: {orphans:?}");
    };
    let drafts: Vec<&str> = orphan.drafts.iter().map(|draft| draft.text.as_str()).collect();
    assert_eq!(drafts, ["前", "後"]);
}

#[cfg(unix)]
#[test]
#[ignore = "run as a child"]
fn fills_up() {
    let path = workshop();
    let mut log = SqliteLog::open(&path).expect("a workshop").log;
    let mut draft = DraftFile::open(&path, log.origin()).expect("a draft file");
    let mut told = Vec::new();
    let mut failures = 0;
    for length in [3_000, 50_000, 90_000, 200_000, 1_000, 70_000, 90, 300_000, 5_000, 20] {
        let big = note(&"x".repeat(length));
        match log.transact(|_| Ok::<_, ()>(vec![big])) {
            Ok(entries) => {
                assert_eq!(entries.len(), 1);
                told.push(length.to_string());
            }
            Err(_) => failures += 1,
        }
    }
    assert!(failures > 0, "the limit was not felt");
    draft.record("a", None, "前").expect("room");
    draft.record("a", None, &"大".repeat(200_000)).expect_err("no room");
    draft.record("b", None, "後").expect("room");
    std::fs::write(path.with_file_name("told"), told.join("\n")).expect("written");
}

#[cfg(target_os = "linux")]
#[test]
fn a_failing_system_call_is_never_taken_for_success() {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
    if !works.is_ok_and(|status| status.success()) {
        skipped("strace can't run here");
        return;
    }
    let faults = ["fsync:error=EIO", "pwrite64:error=EIO", "pwrite64:error=ENOSPC"];
    let moments = [1, 3, 8, 21, 55];
    for (fault, when) in faults.iter().flat_map(|fault| moments.map(|when| (fault, when))) {
        for lasting in ["", "+"] {
            // Given a system call that fails, once or for good, while a process goes on appending,
            let place = Place::new();
            drop(place.create());
            let inject = format!("inject={fault}:when={when}{lasting}");
            let path = place.path.display();
            let stage = format!("exec strace -f -o /dev/null -P '{path}' -P '{path}-wal' -e {inject}");
            let status = staged(&stage, "keeps_trying", &place.path);
            assert!(status.is_some_and(|status| status.success()), "{inject}");

            // then what it was told to be saved is there; at most one last attempt is too, whose sync alone had failed.
            let told = std::fs::read_to_string(place.folder.path().join("told")).expect("noted by the child");
            let (_, entries) = place.open();
            let mut found = texts(&entries);
            if found.len() > told.lines().count() {
                found.pop();
            }
            assert_eq!(found, told.lines().collect::<Vec<_>>(), "{inject}");
        }
    }
}

#[test]
#[ignore = "run as a child"]
fn keeps_trying() {
    let path = workshop();
    let mut log = SqliteLog::open(&path).expect("a workshop").log;
    let told: String = (0..12)
        .map(|number| format!("{number}\n"))
        .filter(|text| log.transact(|_| Ok::<_, ()>(vec![note(text.trim_end())])).is_ok())
        .collect();
    std::fs::write(path.with_file_name("told"), told).expect("written");
}

#[test]
fn processes_that_append_at_once_lose_and_double_nothing() {
    // Given one workshop, when four processes append to it at once,
    let place = Place::new();
    drop(place.create());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let binary = std::env::current_exe().expect("the test binary has a path");
                let status = Command::new(binary)
                    .args(["--exact", "child::appends_fifty", "--ignored"])
                    .env(WORKSHOP, &place.path)
                    .stdout(Stdio::null())
                    .status();
                assert!(status.expect("started").success());
            });
        }
    });

    // then everything is there once, and each decided on the number before.
    let (_, entries) = place.open();
    let expected: Vec<String> = (0..200).map(|number| number.to_string()).collect();
    assert_eq!(texts(&entries), expected);
}

#[test]
#[ignore = "run as a child"]
fn appends_fifty() {
    let opened = SqliteLog::open(&workshop()).expect("a workshop");
    let (mut log, mut count) = (opened.log, opened.entries.len());
    for _ in 0..50 {
        let decide =
            |tail: &[kijo::store::Stored]| Ok::<_, ()>(vec![note(&(count + tail.len()).to_string())]);
        count += log.transact(decide).expect("recorded").len();
    }
}
