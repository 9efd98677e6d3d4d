//! Making material of one's own: templates, checking, and where names may come from.

use std::fs;

use crate::room::Room;

const KINDS: [&str; 4] = ["scenario", "fact-sheet", "stakeholders", "factor"];

#[test]
fn a_template_is_written_in_the_language_and_says_what_comes_next() {
    let room = Room::new();
    for kind in KINDS {
        let file = format!("{kind}.ron");
        let told = room.kijo(&["new-material", kind, &file]);
        assert_eq!((told.status, told.err.as_str()), (0, ""));
        assert!(told.out.starts_with(&format!("ひな形を書き出しました: {file}\n")), "{}", told.out);
        assert!(told.out.contains(&format!("kijo check {file} ")), "{}", told.out);
        let text = fs::read_to_string(room.path(&file)).expect("the template");
        assert!(text.starts_with("// ") && text.contains("＜記入＞") && !text.contains("<fill in>"));

        let told = room.kijo(&["--lang", "en", "new-material", kind, "en.ron"]);
        assert!(told.out.starts_with("Template written: en.ron\n"), "{}", told.out);
        assert!(told.out.contains("--library FOLDER"), "{}", told.out);
        let text = fs::read_to_string(room.path("en.ron")).expect("the template");
        assert!(text.contains("<fill in>") && !text.contains("＜記入＞"));
        fs::remove_file(room.path("en.ron")).expect("it is there");
    }
}

#[test]
fn a_template_never_overwrites_and_has_the_ending_of_material() {
    let room = Room::new();
    room.write("mine.ron", "of mine");
    let told = room.kijo(&["new-material", "factor", "mine.ron"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("上書きはしません"), "{}", told.err);
    assert_eq!(fs::read_to_string(room.path("mine.ron")).expect("the file"), "of mine");

    for name in ["mine.txt", "mine.kijo", "mine"] {
        let told = room.kijo(&["--lang", "en", "new-material", "factor", name]);
        assert_eq!(told.status, 2);
        assert!(told.err.contains("ends in .ron"), "{}", told.err);
        assert!(!room.path(name).exists());
    }
    assert_eq!(room.kijo(&["new-material", "factor", "nowhere/mine.ron"]).status, 2);
    let told = room.kijo(&["new-material", "guidance", "g.ron"]);
    assert!(told.err.contains("scenario、fact-sheet、stakeholders、factor"), "{}", told.err);
}

#[cfg(unix)]
#[test]
fn a_template_is_readable_by_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let told = room.shell("umask 000; \"$KIJO\" new-material factor f.ron");
    assert_eq!(told.status, 0, "{}", told.err);
    let mode = fs::metadata(room.path("f.ron")).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

/// Writes a template and fills it in.
fn written(room: &Room, kind: &str, file: &str) {
    let told = room.kijo(&["new-material", kind, "draft.ron"]);
    assert_eq!(told.status, 0, "{}", told.err);
    let text = fs::read_to_string(room.path("draft.ron")).expect("the template");
    room.write(file, &text.replace("＜記入＞", "書いた"));
    fs::remove_file(room.path("draft.ron")).expect("it is there");
}

#[test]
fn what_is_left_of_a_template_is_told_by_line_and_column() {
    let room = Room::new();
    room.kijo(&["new-material", "factor", "mine.ron"]);
    let told = room.kijo(&["check", "mine.ron"]);
    assert_eq!(told.status, 1);
    let first = told.out.lines().next().expect("a problem");
    assert!(first.starts_with("mine.ron:") && first.contains("まだ記入されていません"), "{first}");
    let told = room.kijo(&["--lang", "en", "check", "mine.ron"]);
    assert!(told.out.contains(": still to be filled in (`＜記入＞`); "), "{}", told.out);

    written(&room, "factor", "mine.ron");
    let told = room.kijo(&["check", "mine.ron"]);
    assert_eq!((told.status, told.out.as_str()), (0, "問題は見つかりませんでした。\n"));
}

#[test]
fn a_library_of_filled_templates_makes_a_workshop() {
    let room = Room::new();
    for kind in KINDS {
        written(&room, kind, &format!("mine/{kind}.ron"));
    }
    let told = room.kijo(&["check", "mine"]);
    assert_eq!(told.status, 0, "{}", told.out);
    let told = room.kijo(&["--library", "mine", "show", "scenarios"]);
    assert!(told.out.contains("my-scenario") && told.out.contains("mine/scenario.ron"), "{}", told.out);
    let told = room.kijo(&[
        "--library",
        "mine",
        "new",
        "--scenario",
        "my-scenario",
        "--fact-sheet",
        "my-organisation",
        "--stakeholders",
        "my-people",
        "w.kijo",
    ]);
    assert_eq!(told.status, 0, "{}", told.err);
    let told = room.kijo(&["check", "w.kijo"]);
    assert_eq!(told.status, 0, "{}", told.out);
}

const DRAFT: &str = r#"Factors(format: 1, factors: [(
    id: "mine", title: "題", story: "話", observe: "見どころ", strikes: AtStart,
    effects: [Unreachable(["plant-manager"])],
)])"#;

const PEOPLE: &str = r#"Stakeholders(format: 1, id: "people-of-mine", title: "関係者", stakeholders: [(
    id: "plant-manager", side: Inside, name: "工場長", reading: "こうじょうちょう", real_role: "工場の責任者",
    contacts: (), optional: false,
)])"#;

#[test]
fn a_checked_file_may_use_the_names_of_the_library() {
    let room = Room::new();
    room.write("draft.ron", DRAFT);
    let told = room.kijo(&["--lang", "en", "check", "draft.ron"]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("there is no stakeholder `plant-manager`"), "{}", told.out);

    room.write("mine/people.ron", PEOPLE);
    let told = room.kijo(&["--library", "mine", "check", "draft.ron"]);
    assert_eq!(told.status, 0, "{}", told.out);
    // The library that everybody has without saying so counts as well.
    room.write("data/kijo/library/people.ron", PEOPLE);
    assert_eq!(room.kijo(&["check", "draft.ron"]).status, 0);
}

#[test]
fn a_library_lends_its_names_and_nothing_else_to_a_check() {
    let room = Room::new();
    room.write("draft.ron", DRAFT);
    room.write("mine/people.ron", PEOPLE);
    room.write("mine/other.ron", "Policies(format: 1, id: \"x\", topics: [(id: \"a\")])");
    let told = room.kijo(&["--library", "mine", "check", "draft.ron"]);
    assert_eq!(told.status, 0, "problems elsewhere are not this file's: {}", told.out);
    // A file of the library itself is checked once, and replaces itself.
    let told = room.kijo(&["--library", "mine", "check", "mine/people.ron", "draft.ron"]);
    assert_eq!(told.status, 0, "{}", told.out);
    // What is checked replaces the library's piece of the same name, with all its names.
    room.write("people.ron", &PEOPLE.replace("plant-manager", "ship-captain"));
    let told = room.kijo(&["--library", "mine", "check", "people.ron", "draft.ron"]);
    assert!(told.out.contains("plant-manager"), "{}", told.out);

    let told = room.kijo(&["--lang", "en", "--library", "nowhere", "check", "draft.ron"]);
    assert_eq!(told.status, 1);
    assert!(told.out.starts_with("draft.ron:") && told.out.contains("\nnowhere:1:1: "), "{}", told.out);
}
