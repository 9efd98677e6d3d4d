//! Verbs that read and write workshop files without a screen.

use std::fs;

use crate::room::Room;

fn workshop() -> Room {
    let room = Room::new();
    let made = room.kijo(&["new", "--title", "EXERCISE-TITLE", "w.kijo"]);
    assert_eq!(made.status, 0, "{}", made.err);
    room
}

const ROUND_ONE: &str = r#"
    (by: "facilitator", do: Join(person: "sato", name: "佐藤")),
    (by: "sato", do: ChooseIncident(round: One, scenario: "web-exposure")),
    (by: "sato", do: Enter(step: InitialResponse(One))),
    (at: "2026-11-21T10:15:00+09:00", by: "佐藤", do: Revise(
        cell: (artefact: InitialResponse, round: One, field: "case-name"), value: Text("第一の事案"))),
    (by: "facilitator", do: TakeNote(id: "n", text: "進行役の控え")),
"#;

#[test]
fn commands_are_applied_and_logged() {
    let room = workshop();
    room.write("day.ron", &format!("(format: 1, commands: [{ROUND_ONE}])"));
    let told = room.kijo(&["--lang", "en", "apply", "w.kijo", "day.ron"]);
    assert_eq!((told.status, told.out.as_str()), (0, "5 commands carried out: w.kijo\n"));

    let log = room.kijo(&["log", "w.kijo"]).out;
    assert!(log.contains("  進行役  [全員]  参加：佐藤\n"), "{log}");
    let case = "2026-11-21 10:15:00（後から記入）  T＋0分  佐藤  [グループ1]  記入：第一インシデント：初期対応シート／事案名＝「第一の事案」\n";
    assert!(log.contains(case), "{log}");
    assert!(log.contains("[進行役のみ]  メモ：進行役の控え"), "{log}");
    let log = room.kijo(&["--lang", "en", "log", "w.kijo"]).out;
    assert!(log.contains("(written later)  T+0 min  佐藤  [Group 1]  Written: Round one: Initial response sheet / Case name = \"第一の事案\"\n"), "{log}");

    let records = room.log("w.kijo");
    let revised = records.iter().find(|record| record["kind"] == "FieldRevised").expect("a revision");
    assert_eq!(revised["stated"], "2026-11-21T10:15:00+09:00");
    assert_eq!(revised["audience"], serde_json::json!({"Group": 1}));
    assert_eq!((&revised["round"], &revised["minute"], &revised["v"]), (&"One".into(), &0.into(), &1.into()));
    assert_eq!(revised["body"]["value"]["Text"], "第一の事案");
    for record in &records {
        assert_eq!(record["chain"].as_str().map(str::len), Some(64));
        assert!(record["id"]["origin"].is_string() && record["seq"].is_u64());
    }
}

#[test]
fn a_refused_command_records_nothing() {
    let room = workshop();
    let before = room.kijo(&["log", "--json", "w.kijo"]).out;
    let text = format!("(format: 1, commands: [{ROUND_ONE}\n    (by: \"佐藤\", do: BreakUp),\n])");
    let told = room.fed(&["--lang", "en", "apply", "w.kijo", "-"], &text);
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("-:9:20: `BreakUp` is not known here; "), "{}", told.err);

    let text = format!(
        "(format: 1, commands: [{ROUND_ONE}\n    (by: \"佐藤\", do: ReleaseScene(round: Two, scene: \"x\")),\n])"
    );
    let told = room.fed(&["--lang", "en", "apply", "w.kijo", "-"], &text);
    assert_eq!((told.status, told.out.as_str()), (1, ""));
    assert!(told.err.starts_with("-:9:5: command 6 was refused. "), "{}", told.err);
    assert_eq!(room.kijo(&["log", "--json", "w.kijo"]).out, before);

    let told = room.fed(&["apply", "w.kijo", "-"], "(format: 1, commands: [(by: \"鈴木\", do: BreakOff)])");
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("-:1:29: 「鈴木」という参加者はいません。"), "{}", told.err);
}

#[test]
fn files_that_are_no_commands_are_refused() {
    let room = workshop();
    for (name, text) in
        [("marked.ron", "\u{feff}(format: 1, commands: [])"), ("empty.ron", ""), ("folder/x.ron", "")]
    {
        room.write(name, text);
    }
    for name in ["marked.ron", "empty.ron", "folder", "missing.ron"] {
        let told = room.kijo(&["--lang", "en", "apply", "w.kijo", name]);
        assert_eq!(told.status, 2, "{name}");
        assert!(told.err.starts_with(&format!("{name}:1:1: ")), "{}", told.err);
    }
    let told = room.fed(&["apply", "nowhere.kijo", "-"], "(format: 1, commands: [])");
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("nowhere.kijo：見つかりません。"), "{}", told.err);
}

#[test]
fn material_is_checked_line_by_line() {
    let room = Room::new();
    room.write("good/factors.ron", "Factors(format: 1, id: \"mine\", factors: [])");
    room.write("bad.ron", "Scenario(format: 1,\n  id: \"Großes\",\n  nmae: 3)");
    let told = room.kijo(&["--lang", "en", "check", "bad.ron"]);
    assert_eq!(told.status, 1);
    assert!(told.out.lines().any(|line| line.starts_with("bad.ron:3:3: ")), "{}", told.out);
    assert!(told.out.ends_with(" problems found.\n"), "{}", told.out);
    let told = room.kijo(&["--lang", "en", "check", "missing.ron"]);
    assert_eq!(told.status, 2);
    assert!(told.err.starts_with("missing.ron: not found."), "{}", told.err);
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios");
    let told = room.kijo(&["check", shipped]);
    assert_eq!((told.status, told.out.as_str()), (0, "問題は見つかりませんでした。\n"));
}

#[test]
fn a_workshop_file_is_verified() {
    let room = workshop();
    room.apply("w.kijo", ROUND_ONE);
    let told = room.kijo(&["--lang", "en", "check", "w.kijo"]);
    assert_eq!(told.status, 0, "{}", told.out);
    assert!(
        told.out.starts_with("w.kijo: ") && told.out.contains(" records by 2 writers, head of the log "),
        "{}",
        told.out
    );
    assert!(told.out.ends_with("No problems found.\n"), "{}", told.out);
}

/// Changes one byte of a text that stands in a file.
fn damage(room: &Room, text: &str) -> Vec<u8> {
    let mut bytes = fs::read(room.path("w.kijo")).expect("the file");
    let found = bytes.windows(text.len()).position(|window| window == text.as_bytes());
    bytes[found.expect("the text")] ^= 1;
    fs::write(room.path("w.kijo"), &bytes).expect("the damage");
    bytes
}

#[test]
fn a_damaged_workshop_file_is_told_and_never_written_to() {
    let room = workshop();
    room.apply("w.kijo", ROUND_ONE);
    room.apply("w.kijo", "(by: \"facilitator\", do: TakeNote(id: \"n\", text: \"LAST-NOTE\")),");
    let bytes = damage(&room, "LAST-NOTE");
    let told = room.kijo(&["--lang", "en", "check", "w.kijo"]);
    assert_eq!(told.status, 1, "{}", told.out);
    let (line, _) = told.out.split_once('\n').expect("lines");
    assert!(
        line.starts_with("w.kijo: damaged: entry ") && line.contains("it is not what was written."),
        "{line}"
    );
    let told = room.kijo(&["check", "w.kijo"]);
    assert!(told.out.contains("壊れています") && told.out.contains("問題が 1 件あります。"), "{}", told.out);

    let told = room.kijo(&["--lang", "en", "log", "w.kijo"]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("第一の事案") && !told.out.contains("NOTE"), "{}", told.out);
    assert!(told.err.contains("damaged: entry "), "{}", told.err);
    let report = room.kijo(&["--lang", "en", "report", "w.kijo"]);
    assert!(report.status == 0 && report.err.contains("damaged: entry "), "{}", report.err);
    let told =
        room.fed(&["apply", "w.kijo", "-"], "(format: 1, commands: [(by: \"facilitator\", do: BreakOff)])");
    assert_eq!(told.status, 2, "{}", told.err);
    assert_eq!(fs::read(room.path("w.kijo")).expect("the file"), bytes);
}

#[test]
fn a_file_damaged_from_the_start_is_refused_with_the_reason() {
    let room = workshop();
    damage(&room, "EXERCISE-TITLE");
    let told = room.kijo(&["--lang", "en", "check", "w.kijo"]);
    assert_eq!(told.status, 1, "{}", told.out);
    assert!(
        told.out.starts_with("w.kijo: damaged: entry 1 (WorkshopCreated): it is not what was written."),
        "{}",
        told.out
    );
    let told = room.kijo(&["--lang", "en", "log", "w.kijo"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("entry 1 (WorkshopCreated)"), "{}", told.err);
}

#[test]
fn what_is_no_workshop_is_refused() {
    let room = Room::new();
    room.write("text.kijo", "this is no workshop");
    let told = room.kijo(&["--lang", "en", "log", "text.kijo"]);
    assert_eq!(told.status, 2);
    assert!(
        told.err.starts_with("text.kijo: not a workshop file.")
            || told.err.contains("text.kijo: not a workshop file."),
        "{}",
        told.err
    );
    let told = room.kijo(&["check", "text.kijo"]);
    assert_eq!(told.status, 1, "{}", told.out);
}

#[test]
fn reports_come_in_editions_and_are_never_overwritten() {
    let room = workshop();
    room.apply("w.kijo", ROUND_ONE);
    let participants = room.kijo(&["report", "w.kijo"]);
    assert_eq!(participants.status, 0, "{}", participants.err);
    assert!(participants.out.contains("第一の事案") && !participants.out.contains("進行役の控え"));
    let facilitator = room.kijo(&["report", "--edition", "facilitator", "--format", "text", "w.kijo"]);
    assert!(facilitator.out.contains("進行役の控え"), "{}", facilitator.out);
    let press = room.kijo(&["--lang", "en", "report", "--edition", "press", "w.kijo"]);
    assert!(press.out.contains("Press edition") && !press.out.contains("第一の事案"), "{}", press.out);

    let written = room.kijo(&["report", "--out", "r.md", "w.kijo"]);
    assert_eq!((written.status, written.out.as_str()), (0, "書き出しました: r.md\n"));
    assert_eq!(fs::read_to_string(room.path("r.md")).expect("the report"), participants.out);
    let again = room.kijo(&["report", "--out", "w.kijo", "w.kijo"]);
    assert_eq!(again.status, 2);
    assert!(again.err.contains("上書きはしません"), "{}", again.err);
    assert_eq!(room.kijo(&["report", "--group", "3", "w.kijo"]).status, 2);
    assert_eq!(room.kijo(&["report", "--out", "no/r.md", "w.kijo"]).status, 2);
}

#[test]
fn a_difference_is_an_answer_of_one() {
    let room = workshop();
    room.apply("w.kijo", ROUND_ONE);
    let told = room.kijo(&["--lang", "en", "diff", "w.kijo"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("nothing to compare"), "{}", told.err);

    room.apply("w.kijo", r#"(by: "facilitator", do: Enter(step: Review)),"#);
    let told = room.kijo(&["diff", "--with", "review", "w.kijo"]);
    assert_eq!(told.status, 0, "{}", told.out);
    assert!(told.out.contains("違いはありません。") || !told.out.contains("[-"), "{}", told.out);

    room.apply(
        "w.kijo",
        r#"
        (by: "佐藤", do: OpenChangeSet(id: "why", reason: "名前がわかりにくい")),
        (by: "佐藤", do: Revise(
            cell: (artefact: InitialResponse, round: One, field: "case-name"), value: Text("顧客情報の閲覧"))),
        (by: "佐藤", do: ChooseIncident(round: Two, scenario: "targeted-attack")),"#,
    );
    let told = room.kijo(&["diff", "--with", "review", "--format", "json", "w.kijo"]);
    assert_eq!(told.status, 1, "{}", told.err);
    let entries: Vec<serde_json::Value> = serde_json::from_str(&told.out).expect("JSON");
    let case = entries.iter().find(|entry| entry["field"] == "case-name").expect("the case name");
    assert_eq!((&case["before"], &case["after"]), (&"第一の事案".into(), &"顧客情報の閲覧".into()));
    let told = room.kijo(&["diff", "w.kijo"]);
    assert_eq!(told.status, 1, "{}", told.err);
}

#[test]
fn the_example_is_a_workshop_like_any_other() {
    let room = Room::new();
    let told = room.kijo(&["--lang", "en", "example", "--out", "e.kijo"]);
    assert_eq!((told.status, told.err.as_str()), (0, ""));
    assert!(told.out.starts_with("Example written: ") && told.out.contains("kijo diff "), "{}", told.out);
    assert_eq!(room.kijo(&["check", "e.kijo"]).status, 0);
    assert_eq!(room.kijo(&["report", "e.kijo"]).status, 0);
    assert_eq!(room.kijo(&["diff", "e.kijo"]).status, 1);
    assert_eq!(room.kijo(&["example", "--out", "e.kijo"]).status, 2);
    let log = room.kijo(&["log", "e.kijo"]).out;
    assert_eq!(log.lines().count(), room.log("e.kijo").len());
    assert!(log.lines().all(|line| !line.ends_with("]  ")), "every event has words");

    let told = room.kijo(&["example"]);
    assert_eq!(told.status, 2, "there is no terminal");
    let left: Vec<_> = fs::read_dir(room.path("")).expect("the folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
