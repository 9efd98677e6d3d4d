//! Cells are written on what stood there; two texts for one cell are both kept until somebody settles it.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Facilitation};
use kijo::domain::id::{Minute, RevisionId};
use kijo::domain::revision::LONGEST_TEXT;
use kijo::domain::sheet::{Artefact, Cell, Value};

use super::given::{
    ONE, Table, at, cell, choice, fact, form, kinds, participant, playing, response, revise, several, text,
};

fn name() -> Cell {
    form(at(Artefact::InitialResponse, ONE), "case-name")
}

fn settle(table: &Table, value: Value) -> Command {
    Command::Settle { conflict: table.view().group.conflicts[0].id.clone(), value }
}

/// Sato wrote 「佐藤案」; Suzuki, who had the empty cell before them, wrote 「鈴木案」.
fn in_conflict() -> Table {
    let mut table = playing();
    table.by(participant("sato")).write(&name(), text("佐藤案"));
    let late = revise(&name(), None, text("鈴木案"));
    assert_eq!(kinds(&table.by(participant("suzuki")).when(late)), ["FieldConflict"]);
    table
}

#[test]
fn every_writing_names_what_it_was_written_on() {
    let mut table = playing();
    let bases: Vec<Option<RevisionId>> = ["一", "二", "三"]
        .iter()
        .map(|words| {
            let head = table.head(&name());
            let events = table.write(&name(), text(words));
            let [Event::FieldRevised { base, .. }] = events.as_slice() else {
                panic!("{events:?} is no single writing");
            };
            assert_eq!(*base, head);
            base.clone()
        })
        .collect();
    assert_eq!(bases[0], None);
    assert!(bases[1].is_some() && bases[1] != bases[2]);
    let view = table.view();
    let history = view.group.sheets.history(&name()).expect("a history");
    assert_eq!(history.revisions.len(), 3);
}

#[test]
fn writing_what_stands_there_already_is_nothing() {
    let mut table = playing();
    assert_eq!(table.write(&name(), Value::Empty), []);
    table.write(&name(), text("事案"));
    assert_eq!(table.write(&name(), text("事案")), []);
    let on_nothing = revise(&name(), None, text("事案"));
    assert_eq!(table.when(on_nothing), [], "two people agree");
}

#[test]
fn the_second_of_two_texts_is_kept_beside_the_first() {
    let table = in_conflict();
    assert_eq!(table.value(&name()), text("佐藤案"));
    let view = table.view();
    let [conflict] = view.group.conflicts.as_slice() else {
        panic!("one conflict");
    };
    assert_eq!((&conflict.value, &conflict.actor), (&text("鈴木案"), &participant("suzuki")));
    let gaps = view.gaps(kijo::domain::event::Step::InitialResponse(ONE));
    assert!(gaps.contains(&kijo::domain::gaps::Gap::Conflict(conflict.id.clone())));
}

#[test]
fn settling_for_the_second_text_writes_it() {
    let mut table = in_conflict();
    let head = table.head(&name());
    let command = settle(&table, text("鈴木案"));
    let events = table.when(command);
    assert_eq!(kinds(&events), ["FieldRevised", "ConflictSettled"]);
    assert!(matches!(&events[0], Event::FieldRevised { base, .. } if *base == head));
    assert_eq!(table.value(&name()), text("鈴木案"));
    assert!(table.view().group.conflicts.is_empty());
}

#[test]
fn settling_for_the_first_text_writes_nothing() {
    let mut table = in_conflict();
    let command = settle(&table, text("佐藤案"));
    assert_eq!(kinds(&table.when(command.clone())), ["ConflictSettled"]);
    assert_eq!(table.refused(command), Refusal::NoSuchConflict);
}

#[test]
fn settling_takes_only_what_the_field_takes() {
    let mut table = in_conflict();
    let command = settle(&table, Value::Number(3));
    assert_eq!(table.refused(command), Refusal::WrongKind("case-name".into()));
    assert_eq!(table.view().group.conflicts.len(), 1);
}

#[test]
fn twenty_thousand_characters_and_no_more() {
    let mut table = playing();
    let cell = form(at(Artefact::InitialResponse, ONE), "verbatim");
    table.write(&cell, text(&"漏".repeat(LONGEST_TEXT)));
    let longer = table.rewriting(&cell, text(&"漏".repeat(LONGEST_TEXT + 1)));
    assert_eq!(table.refused(longer), Refusal::TooLong);
}

#[test]
fn texts_stay_as_typed() {
    let mut table = playing();
    // Compatibility ideographs and variation selectors are part of people's names.
    let typed = text("神\u{FA19}　葛\u{E0100}\r\n\tが\u{3099}");
    table.write(&name(), typed.clone());
    assert_eq!(table.value(&name()), typed);
}

#[test]
fn a_field_takes_its_own_kind_of_value_only() {
    let mut table = playing();
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let count = cell(at(Artefact::Report, ONE), "persons", "count");
    let wrong = [
        (name(), Value::Number(1)),
        (name(), choice("leak")),
        (name(), several(&["cio"])),
        (response(ONE, "row", "time"), Value::Number(90)),
        (response(ONE, "row", "time"), text("90")),
        (response(ONE, "row", "status"), choice("finished")),
        (response(ONE, "row", "status"), text("done")),
        (response(ONE, "row", "decision-owner"), choice("cio")),
        (response(ONE, "row", "decision-owner"), several(&["cio", "nobody"])),
        (response(ONE, "row", "rule"), several(&["nothing"])),
        (response(ONE, "row", "phase"), choice("z")),
        (response(ONE, "row", "phase"), several(&["a"])),
        (count.clone(), text("500")),
        (count, Value::Minute(Minute(5))),
        (fact("proxy", "log-kinds"), several(&["gossip"])),
        (fact("proxy", "encrypted"), choice("perhaps")),
        (form(at(Artefact::InitialResponse, ONE), "aware"), text("そのうち")),
    ];
    for (cell, value) in wrong {
        let command = table.rewriting(&cell, value);
        assert_eq!(table.refused(command), Refusal::WrongKind(cell.field));
    }
}

#[test]
fn every_kind_of_field_takes_its_value_and_nothing() {
    let mut table = playing();
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let right = [
        (response(ONE, "row", "time"), Value::Minute(Minute(90))),
        (response(ONE, "row", "action"), text("遮断\nと保全")),
        (response(ONE, "row", "status"), choice("done")),
        (response(ONE, "row", "decision-owner"), several(&["cio", "pr"])),
        (response(ONE, "row", "phase"), choice("a")),
        (form(at(Artefact::InitialResponse, ONE), "severity"), choice("s3")),
        (form(at(Artefact::InitialResponse, ONE), "aware"), text("2026-11-20 16:40")),
        (cell(at(Artefact::Report, ONE), "persons", "count"), Value::Number(500)),
        (fact("proxy", "log-kinds"), several(&["access", "change"])),
    ];
    for (cell, value) in right {
        table.write(&cell, value.clone());
        assert_eq!(table.value(&cell), value);
        table.write(&cell, Value::Empty);
        assert_eq!(table.value(&cell), Value::Empty);
    }
}

#[test]
fn fields_that_a_sheet_does_not_have_are_refused() {
    let mut table = playing();
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let missing = [
        form(at(Artefact::InitialResponse, ONE), "colour"),
        // A field of rows without a row, and a field of a form with one.
        form(at(Artefact::ResponseTable, ONE), "action"),
        cell(at(Artefact::InitialResponse, ONE), "axis-1h", "case-name"),
    ];
    for cell in missing {
        let refusal = table.refused(revise(&cell, None, text("x")));
        assert_eq!(refusal, Refusal::NoSuchField(cell.field));
    }
    let other_section = cell(at(Artefact::InitialResponse, ONE), "axis-1h", "contact-how");
    let refusal = table.refused(revise(&other_section, None, text("電話")));
    assert!(matches!(refusal, Refusal::NoSuchRow(_)));
}

#[test]
fn what_the_material_says_is_written_over_but_stays_in_both_languages_until_then() {
    let mut table = playing();
    let management = fact("proxy", "management");
    assert!(matches!(table.value(&management), Value::Material(_)));
    table.write(&management, text("全社で強制"));
    assert_eq!(table.value(&management), text("全社で強制"));
    table.write(&management, Value::Empty);
    assert_eq!(table.value(&management), Value::Empty, "emptied is not untouched");
}

#[test]
fn the_facilitator_writes_for_all_groups_where_they_are_alike() {
    let mut table = super::given::table(super::material::small(), Facilitation::Console, 2);
    let management = fact("proxy", "management");
    table.for_the_room().write(&management, text("強制"));
    for group in [1, 2] {
        assert_eq!(table.in_group(group).value(&management), text("強制"));
    }
    table.in_group(2).write(&management, text("二班の案"));
    let head_of_one = table.in_group(1).head(&management);
    let overwriting = revise(&management, head_of_one, text("全員にこう"));
    assert_eq!(table.for_the_room().refused(overwriting), Refusal::GroupNeeded);
    assert_eq!(table.in_group(2).value(&management), text("二班の案"));
    assert_eq!(table.in_group(1).value(&management), text("強制"));
}

#[test]
fn from_round_one_on_every_group_writes_for_itself() {
    let mut table = playing();
    let write = revise(&fact("proxy", "management"), None, text("強制"));
    assert_eq!(table.for_the_room().refused(write.clone()), Refusal::GroupNeeded);
    table.by(participant("sato"));
    assert_eq!(table.refused(write), Refusal::FacilitatorOnly);
}

#[test]
fn what_the_material_said_can_be_put_back_in_both_languages() {
    let mut table = playing();
    let management = fact("proxy", "management");
    let given = table.value(&management);
    table.write(&management, text("強制"));
    table.write(&management, given.clone());
    assert_eq!(table.value(&management), given);
    let elsewhere = table.rewriting(&fact("proxy", "environment"), given);
    assert_eq!(table.refused(elsewhere), Refusal::WrongKind("environment".into()));
}
