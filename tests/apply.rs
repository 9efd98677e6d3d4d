//! Files of commands: carried out all at once or not at all, with symbols made real and people found by name.

use std::path::Path;

use kijo::begin::{self, Options};
use kijo::commands_file::{Failure, Wrong, apply, parse};
use kijo::domain::event::{Actor, Place, Round, Step};
use kijo::domain::id::GroupId;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::store::Session;
use tempfile::TempDir;

fn workshop(groups: u8) -> (TempDir, Session) {
    let folder = tempfile::tempdir().expect("a folder");
    let library = begin::library(&[], Lang::Ja).expect("the embedded material");
    let options = Options { groups, ..Options::default() };
    let path = folder.path().join("test.kijo");
    let session = begin::create(&path, &library, &options, Lang::Ja).expect("a workshop");
    (folder, session)
}

fn file(commands: &str) -> String {
    format!("(\n    format: 1,\n    commands: [\n{commands}\n    ],\n)\n")
}

fn shown(failure: &Failure, lang: Lang) -> String {
    failure.describe(Path::new("day.ron"), lang)
}

/// What a text is told to have wrong, one line each.
fn wrong(text: &str) -> Vec<String> {
    let mistakes = parse(text).expect_err("something is wrong");
    let lines = mistakes.iter().map(|one| one.show(Path::new("f"), Lang::En));
    lines.collect()
}

#[test]
fn a_day_written_down_is_carried_out() {
    let (_folder, mut session) = workshop(1);
    let text = file(
        r#"
        (by: "facilitator", do: Join(person: "sato", name: "佐藤")),
        (by: "sato", do: HandPen(person: "佐藤")),
        (at: "2026-11-21T10:10:00+09:00", by: "佐藤", do: ChooseIncident(round: One, scenario: "web-exposure")),
        (by: "佐藤", do: AddRow(place: (artefact: ResponseTable, round: One), section: "rows", row: "stop")),
        (by: "佐藤", do: Revise(
            cell: (artefact: ResponseTable, round: One, row: "stop", field: "action"),
            value: Text("公開を止める"),
        )),
        (by: "佐藤", do: Revise(
            cell: (artefact: ResponseTable, round: One, row: "stop", field: "action"),
            value: Text("公開を止め、写しを取る"),
        )),"#,
    );
    assert_eq!(apply(&mut session, &text), Ok(6));

    let workshop = session.workshop();
    let view = workshop.view(GroupId(1)).expect("the group");
    let place = Place { artefact: Artefact::ResponseTable, round: Some(Round::One) };
    let rows = view.rows(place, "rows");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].id.as_str().len(), 32, "the symbol became a random name");
    let cell = Cell::row(Artefact::ResponseTable, Some(Round::One), &rows[0].id, "action");
    assert_eq!(view.value(&cell), Value::Text("公開を止め、写しを取る".into()));
    assert!(view.group.conflicts.is_empty());
    let (person, sato) = workshop.people.iter().next().expect("somebody joined");
    assert_eq!(sato.name, "佐藤");
    assert_eq!(view.group.recorder.as_ref(), Some(person));
}

#[test]
fn a_command_is_recorded_now_and_as_stated_by_whom_it_names() {
    let (_folder, mut session) = workshop(1);
    let path = session.path().to_owned();
    let text = file(
        r#"
        (by: "facilitator", do: Join(person: "sato", name: "佐藤")),
        (at: "2026-11-21T10:10:00+09:00", by: "sato", do: Enter(step: Introduction)),"#,
    );
    apply(&mut session, &text).expect("both");
    let mut again = Session::open_read_only(&path).expect("the file");
    assert!(again.follow().expect("it can be followed").is_empty());
    let log = kijo::store::SqliteLog::open_read_only(&path).expect("the log");
    let last = log.entries.last().expect("an entry").entry.envelope.clone();
    let stated = last.stated.expect("a stated time").to_rfc3339();
    assert_eq!(stated, "2026-11-21T10:10:00+09:00");
    assert!(matches!(last.actor, Actor::Participant(_)));
    assert_eq!(last.group, Some(GroupId(1)));
}

#[test]
fn rows_that_a_file_adds_can_be_named_in_other_cells() {
    let (_folder, mut session) = workshop(1);
    let text = file(
        r#"
        (by: "facilitator", do: AddRow(place: (artefact: Stakeholders), section: "stakeholders", row: "night")),
        (by: "facilitator", do: Seat(stakeholder: "night")),
        (by: "facilitator", do: ChooseIncident(round: One, scenario: "web-exposure")),
        (by: "facilitator", do: AddRow(place: (artefact: ResponseTable, round: One), section: "rows", row: "a")),
        (by: "facilitator", do: Revise(
            cell: (artefact: ResponseTable, round: One, row: "a", field: "decision-owner"),
            value: Several(["night"]),
        )),"#,
    );
    apply(&mut session, &text).expect("all of it");
    apply(&mut session, &file(r#"(by: "facilitator", do: AddRow(place: (artefact: Stakeholders), section: "stakeholders", row: "night")),"#))
        .expect("the same symbol in another file is another row");
}

#[test]
fn a_refusal_leaves_nothing_behind_and_says_which_command() {
    let (_folder, mut session) = workshop(1);
    let before = session.head();
    let text = file(
        r#"        (by: "facilitator", do: Join(person: "sato", name: "佐藤")),
        (by: "facilitator", do: ReleaseScene(round: One, scene: "one")),"#,
    );
    let failure = apply(&mut session, &text).expect_err("no incident is chosen");
    assert_eq!(
        shown(&failure, Lang::En),
        "day.ron:5:9: command 2 was refused. Round one: no incident is chosen yet. Choose one first\nNothing was recorded."
    );
    assert!(shown(&failure, Lang::Ja).starts_with("day.ron:5:9: 2番目の命令を実行できません。"));
    assert_eq!(session.head(), before);
    assert!(session.workshop().people.is_empty());
}

#[test]
fn nobody_may_be_named_who_does_not_take_part() {
    let (_folder, mut session) = workshop(1);
    let text = file(
        r#"        (by: "鈴木", do: Enter(step: Introduction)),
        (by: "facilitator", do: Join(person: "a", name: "佐藤")),
        (by: "facilitator", do: Join(person: "b", name: "佐藤")),
        (by: "佐藤", do: Enter(step: Introduction)),
        (by: "b", do: Enter(step: Introduction)),"#,
    );
    let Err(Failure::Broken(mistakes)) = apply(&mut session, &text) else {
        panic!("two names are nobody's alone");
    };
    let found: Vec<_> = mistakes.iter().map(|one| (one.spot.line, one.wrong.clone())).collect();
    assert_eq!(found, [(4, Wrong::Nobody("鈴木".into())), (7, Wrong::Several("佐藤".into()))]);
}

#[test]
fn a_group_need_not_be_named_where_there_is_only_one() {
    let text = file(r#"(by: "facilitator", do: Enter(step: Introduction)),"#);
    let (_folder, mut alone) = workshop(1);
    apply(&mut alone, &text).expect("there is one group");
    let group = alone.workshop().view(GroupId(1)).expect("the group").group;
    assert_eq!(group.step, Step::Introduction);

    let (_folder, mut two) = workshop(2);
    let failure = apply(&mut two, &text).expect_err("which group?");
    assert!(matches!(failure, Failure::Refused { number: 1, .. }));
}

#[test]
fn every_command_written_wrongly_is_told_with_its_place() {
    let text = file(
        r#"        (by: "facilitator", do: Jion(person: "a", name: "佐藤")),
        (by: "facilitator", do: Join(person: "a",
            nmae: "佐藤")),
        (by: "facilitator", do: Join(person: "a")),
        (at: "きのう", by: "facilitator", do: BreakOff),
        (do: BreakOff),
        (by: "facilitator", do: Revise(cell: (artefact: Report, rwo: "a", field: "x"), value: Empty)),
        (by: "facilitator", group: "1", do: BreakOff),"#,
    );
    let told = wrong(&text);
    assert_eq!(told.len(), 7, "{told:#?}");
    assert!(told[0].starts_with("f:4:33: `Jion` is not known here; known are: Create, "), "{told:#?}");
    assert!(
        told[1].starts_with("f:6:13: there is no field `nmae`; the fields are: person, name"),
        "{told:#?}"
    );
    assert!(told[2].starts_with("f:7:") && told[2].ends_with("the field `name` is missing; add it"));
    assert!(told[3].starts_with("f:8:14: `きのう` is not a time; "), "{told:#?}");
    assert!(told[4].starts_with("f:9:") && told[4].ends_with("the field `by` is missing; add it"));
    assert!(told[5].contains("there is no field `rwo`; "));
    assert!(told[6].contains("a whole number that fits is needed; "));
}

#[test]
fn syntax_and_form_are_told_with_a_remedy() {
    assert_eq!(
        wrong("(format: 1， commands: [])"),
        ["f:1:11: `，` stands where the plain `,` is needed; write `,`"]
    );
    assert_eq!(
        wrong("(format: 2, commands: [])"),
        ["f:1:10: this version of the format can't be read; write `format: 1`, or update the program"]
    );
    for text in [
        "",
        "// nothing",
        "[]",
        "(format: 1)",
        "(format: \"1\", commands: [])",
        "(format: 1, commands: [], x: 1)",
    ] {
        let told = wrong(text);
        assert!(
            told[0].ends_with("not a file of commands; write `(format: 1, commands: [ … ])`"),
            "{text}: {told:#?}"
        );
    }
    assert_eq!(parse("(format: 1, commands: [])").map(|read| read.0.len()), Ok(0));
}

#[test]
fn text_that_would_steer_a_terminal_is_refused() {
    let text = file("(by: \"facilitator\", do: TakeNote(id: \"n\", text: \"\\u{1b}[2J\")),");
    assert_eq!(wrong(&text).len(), 1);
    let plain = file("(by: \"facilitator\", do: TakeNote(id: \"n\", text: \"\u{202e}\")),");
    assert_eq!(wrong(&plain).len(), 1);
}

#[test]
fn a_file_beyond_all_measure_is_refused_unread() {
    let text = " ".repeat(8 * 1024 * 1024 + 1);
    assert_eq!(wrong(&text), ["f:1:1: larger than 8 MiB; split it into several files"]);
}

#[test]
fn windows_line_ends_mean_the_same() {
    let (_folder, mut session) = workshop(1);
    let text = file("(by: \"facilitator\", group: 1, do: TakeNote(id: \"n\", text: \"一\n二\")),");
    apply(&mut session, &text.replace('\n', "\r\n")).expect("a note");
    assert_eq!(session.workshop().notes[0].text, "一\n二");
}

#[test]
fn what_happened_is_what_the_commands_say() {
    let (_folder, mut session) = workshop(1);
    let text = file(
        r#"
        (by: "facilitator", do: ChooseIncident(round: One, scenario: "web-exposure", settings: {"records": Number(500)})),
        (by: "facilitator", do: AskPress(round: One, row: "q1", text: "いつ知りましたか", asked_by: "記者", hostility: 2)),
        (by: "facilitator", do: BreakOff),
        (by: "facilitator", do: Resume),"#,
    );
    assert_eq!(apply(&mut session, &text), Ok(4));
    let log = kijo::store::SqliteLog::open_read_only(session.path()).expect("the log");
    let kinds: Vec<_> = log.entries.iter().map(|stored| stored.entry.kind.as_str()).collect();
    assert_eq!(kinds.first(), Some(&"WorkshopCreated"));
    assert!(kinds.ends_with(&["BrokenOff", "Resumed"]), "{kinds:?}");
}
