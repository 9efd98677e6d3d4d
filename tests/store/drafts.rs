//! Typing survives the process that it was typed into.

use std::fs;
use std::path::PathBuf;

use kijo::store::{Draft, DraftFile, Trouble, orphans};
use proptest::prelude::*;

use super::Place;

fn draft(cell: &str, text: &str) -> Draft {
    Draft { cell: cell.to_owned(), base: None, text: text.to_owned() }
}

/// A workshop and the path of its only draft file.
fn drafting() -> (Place, DraftFile, PathBuf) {
    let place = Place::new();
    drop(place.create());
    let file = DraftFile::open(&place.path, "0123").expect("a draft file");
    let path = place.folder.path().join("机上 100%.kijo.draft-0123");
    (place, file, path)
}

#[test]
fn a_living_process_has_no_orphans_and_a_dead_one_has() {
    // Given a process that types,
    let (place, mut file, _) = drafting();
    file.record("a", Some("r1"), "通報").expect("recorded");
    file.record("b", None, "切り離し").expect("recorded");
    file.record("a", Some("r1"), "通報を受けた").expect("recorded");
    assert!(orphans(&place.path).expect("listed").is_empty());

    // when it dies,
    drop(file);

    // then what it typed is offered, to one process at a time, and stays until it is discarded.
    let mut found = orphans(&place.path).expect("listed");
    let a = Draft { base: Some("r1".to_owned()), ..draft("a", "通報を受けた") };
    let orphan = found.pop().expect("one");
    assert_eq!(orphan.drafts, [a, draft("b", "切り離し")]);
    assert!(orphans(&place.path).expect("listed").is_empty());
    drop(orphan);
    let orphan = orphans(&place.path).expect("listed").pop().expect("offered again");
    orphan.discard().expect("removed");
    assert!(orphans(&place.path).expect("listed").is_empty());
}

#[test]
fn cleared_cells_are_forgotten_and_an_empty_file_goes() {
    let (place, mut file, path) = drafting();
    file.record("a", None, "一").expect("recorded");
    file.record("b", None, "二").expect("recorded");
    file.clear("a").expect("cleared");
    file.clear("never typed into").expect("nothing to do");
    assert_eq!(file.drafts(), [draft("b", "二")]);
    file.clear("b").expect("cleared");
    assert_eq!(fs::metadata(&path).expect("there").len(), 0);

    // Typed into again, a cell starts from nothing.
    file.record("a", None, "三").expect("recorded");
    file.sync().finish().expect("synced");
    file.finish().expect("kept");
    let orphan = orphans(&place.path).expect("listed").pop().expect("one");
    assert_eq!(orphan.drafts, [draft("a", "三")]);
    orphan.discard().expect("removed");

    let mut file = DraftFile::open(&place.path, "4567").expect("a draft file");
    file.record("a", None, "四").expect("recorded");
    file.clear("a").expect("cleared");
    file.finish().expect("removed");
    assert_eq!(fs::read_dir(place.folder.path()).expect("the folder").count(), 1);
}

#[test]
fn an_empty_orphan_is_tidied_away() {
    let (place, file, path) = drafting();
    drop(file);

    assert!(orphans(&place.path).expect("listed").is_empty());
    assert!(!path.exists());
}

#[test]
fn clearing_never_waits_for_a_disk_that_still_syncs() {
    // Given a draft that is on its way to disk,
    let (place, mut file, path) = drafting();
    file.record("a", None, "一").expect("recorded");
    let sync = file.sync();
    assert!(file.is_being_synced());

    // when it is cleared, that is only noted,
    file.clear("a").expect("cleared");
    assert_ne!(fs::metadata(&path).expect("there").len(), 0);
    sync.finish().expect("synced");

    // and cut when nothing is in the way.
    file.record("a", None, "二").expect("recorded");
    file.clear("a").expect("cleared");
    assert_eq!(fs::metadata(&path).expect("there").len(), 0);

    // A process that dies in between leaves nothing that could be offered.
    file.record("a", None, "三").expect("recorded");
    let sync = file.sync();
    file.clear("a").expect("cleared");
    drop((file, sync));
    assert!(orphans(&place.path).expect("listed").is_empty());
    assert!(!path.exists());
}

#[test]
fn what_is_not_ours_is_left_alone() {
    // Given things with the name of a draft that nobody drafted,
    let place = Place::new();
    drop(place.create());
    let named = |end: &str| place.folder.path().join(format!("机上 100%.kijo.draft-{end}"));
    fs::create_dir(named("folder")).expect("made");
    fs::write(named("text"), "買い物\n牛乳\n").expect("written");
    fs::write(
        named("misfit"),
        "{\"Edit\":{\"cell\":\"a\",\"base\":null,\"prefix\":9,\"removed\":9,\"text\":\"\"}}\n",
    )
    .expect("written");

    // then nothing is offered and nothing removed.
    assert!(orphans(&place.path).expect("listed").is_empty());
    assert_eq!(fs::read_dir(place.folder.path()).expect("the folder").count(), 4);
}

#[test]
fn two_processes_never_share_a_file() {
    let (place, file, _) = drafting();
    let again = DraftFile::open(&place.path, "0123").expect_err("taken");

    assert_eq!(again.trouble, Trouble::AlreadyExists);
    drop(file);
}

/// Something done to a draft file: a cell and its new text, or nothing when it is cleared.
fn steps() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let text = prop_oneof![
        4 => "[あいう漢\u{3099}👨a ]{0,12}".prop_map(Some),
        1 => any::<String>().prop_map(Some),
        1 => Just(None),
    ];
    prop::collection::vec(("[abc]".prop_map(String::from), text), 0..25)
}

/// Takes the steps; returns what was drafted before each and at the end.
fn take(file: &mut DraftFile, steps: Vec<(String, Option<String>)>) -> Vec<Vec<Draft>> {
    let mut states = vec![file.drafts().to_vec()];
    for (cell, text) in steps {
        match text {
            Some(text) => file.record(&cell, None, &text).expect("recorded"),
            None => file.clear(&cell).expect("cleared"),
        }
        states.push(file.drafts().to_vec());
    }
    states
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_typing_replays_to_its_last_state(steps in steps()) {
        let (place, mut file, _) = drafting();
        let states = take(&mut file, steps);
        drop(file);

        let found = orphans(&place.path).expect("listed").pop().map(|orphan| orphan.drafts);

        prop_assert_eq!(found.unwrap_or_default(), states.last().cloned().unwrap_or_default());
    }

    #[test]
    fn any_truncation_replays_to_some_earlier_state(steps in steps(), cut in 0.0..1.0_f64) {
        let (place, mut file, path) = drafting();
        let states = take(&mut file, steps);
        drop(file);
        let bytes = fs::read(&path).expect("read");
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a place inside a small file")]
        let length = (bytes.len() as f64 * cut) as usize;
        fs::write(&path, bytes.get(..length).expect("shorter")).expect("written");

        let found = orphans(&place.path).expect("listed").pop().map(|orphan| orphan.drafts);

        prop_assert!(states.contains(&found.unwrap_or_default()));
    }
}
