//! Rows come, move, go and come back; what was written in them stays.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::Place;
use kijo::domain::id::{RowId, slug};
use kijo::domain::sheet::Artefact;

use super::given::{ONE, Table, add, at, cell, choice, kinds, of_workshop, playing, response, several, text};

fn table_of_responses() -> Place {
    at(Artefact::ResponseTable, ONE)
}

fn remove(place: Place, row: &str) -> Command {
    Command::RemoveRow { place, row: RowId::from(row) }
}

fn restore(place: Place, row: &str) -> Command {
    Command::RestoreRow { place, row: RowId::from(row) }
}

fn shift(place: Place, row: &str, after: Option<&str>) -> Command {
    Command::MoveRow { place, row: RowId::from(row), after: after.map(RowId::from) }
}

/// Rows a, b and c.
fn three() -> Table {
    let mut table = playing();
    for row in ["a", "b", "c"] {
        table.add(table_of_responses(), "rows", row);
    }
    table
}

fn order(table: &Table) -> Vec<String> {
    let rows = table.view().rows(table_of_responses(), "rows");
    rows.into_iter().map(|row| row.id.to_string()).collect()
}

#[test]
fn a_row_goes_behind_the_one_named_or_last() {
    let mut table = three();
    table.when(Command::AddRow {
        place: table_of_responses(),
        section: "rows".into(),
        row: RowId::from("between"),
        after: Some(RowId::from("a")),
    });
    assert_eq!(order(&table), ["a", "between", "b", "c"]);
}

#[test]
fn rows_move_behind_others_and_to_the_front() {
    let mut table = three();
    table.when(shift(table_of_responses(), "a", Some("b")));
    assert_eq!(order(&table), ["b", "a", "c"]);
    table.when(shift(table_of_responses(), "c", None));
    assert_eq!(order(&table), ["c", "b", "a"]);
}

#[test]
fn a_row_added_twice_or_to_no_section_is_refused() {
    let mut table = three();
    let place = table_of_responses();
    let exists = Refusal::RowExists(RowId::from("a"));
    assert_eq!(table.refused(add(place, "rows", "a")), exists);
    table.when(remove(place, "a"));
    assert_eq!(table.refused(add(place, "rows", "a")), exists, "its name is not free again");
    let absent = Refusal::NoSuchSection("absent".into());
    assert_eq!(table.refused(add(place, "absent", "d")), absent);
}

#[test]
fn given_sections_take_no_rows() {
    let mut table = playing();
    let report = at(Artefact::Report, ONE);
    for (place, section) in [
        (report, "items"),
        (report, "head"),
        (of_workshop(Artefact::Policy), "topics"),
        (of_workshop(Artefact::Critique), "checks"),
    ] {
        let refusal = table.refused(add(place, section, "new"));
        assert_eq!(refusal, Refusal::NoSuchSection(section.into()));
    }
}

#[test]
fn a_sheet_is_of_a_round_or_of_the_workshop_never_both() {
    let mut table = playing();
    let misplaced = [(of_workshop(Artefact::ResponseTable), "rows"), (at(Artefact::FactSheet, ONE), "facts")];
    for (place, section) in misplaced {
        let refusal = table.refused(add(place, section, "new"));
        assert!(matches!(refusal, Refusal::NoSuchSection(_)), "{refusal:?}");
    }
}

#[test]
fn rows_that_are_not_there_cannot_be_touched() {
    let mut table = three();
    let place = table_of_responses();
    let absent = || Refusal::NoSuchRow(RowId::from("absent"));
    assert_eq!(table.refused(remove(place, "absent")), absent());
    assert_eq!(table.refused(restore(place, "absent")), absent());
    assert_eq!(table.refused(shift(place, "absent", None)), absent());
    assert_eq!(table.refused(shift(place, "a", Some("absent"))), absent());
    let write = table.rewriting(&response(ONE, "absent", "action"), text("遮断"));
    assert_eq!(table.refused(write), absent());
}

#[test]
fn a_row_taken_out_keeps_its_text_and_comes_back_with_it() {
    let mut table = three();
    let action = response(ONE, "b", "action");
    table.write(&action, text("プロキシを遮断"));
    assert_eq!(kinds(&table.when(remove(table_of_responses(), "b"))), ["RowRemoved"]);
    assert_eq!(order(&table), ["a", "c"]);
    assert_eq!(table.when(remove(table_of_responses(), "b")), []);
    assert_eq!(table.value(&action), text("プロキシを遮断"));
    table.when(restore(table_of_responses(), "b"));
    assert_eq!(order(&table), ["a", "b", "c"]);
    assert_eq!(table.value(&action), text("プロキシを遮断"));
    assert_eq!(table.when(restore(table_of_responses(), "b")), []);
}

#[test]
fn writing_to_a_row_that_somebody_took_out_brings_it_back() {
    let mut table = three();
    table.when(remove(table_of_responses(), "b"));
    let events = table.write(&response(ONE, "b", "action"), text("遮断"));
    assert_eq!(kinds(&events), ["RowRestored", "FieldRevised"]);
    assert_eq!(order(&table), ["a", "b", "c"]);
}

#[test]
fn rows_of_the_material_stay() {
    let mut table = playing();
    let given = [
        (of_workshop(Artefact::FactSheet), "proxy"),
        (of_workshop(Artefact::Stakeholders), "cio"),
        (of_workshop(Artefact::Policy), "escalation"),
        (at(Artefact::Report, ONE), "cause"),
    ];
    for (place, row) in given {
        let refusal = table.refused(remove(place, row));
        assert_eq!(refusal, Refusal::GivenRow(RowId::from(row)));
    }
}

#[test]
fn slots_of_the_time_axis_may_go() {
    let mut table = playing();
    let place = at(Artefact::InitialResponse, ONE);
    table.when(remove(place, "axis-1h"));
    assert!(table.view().rows(place, "axis").is_empty());
}

#[test]
fn a_fact_that_the_group_adds_is_one_like_any_other() {
    let mut table = playing();
    let place = of_workshop(Artefact::FactSheet);
    table.add(place, "facts", "siem");
    table.write(&cell(place, "siem", "name"), text("SIEM"));
    let facts = table.view().options(kijo::domain::sheet::Source::Facts);
    assert!(facts.iter().any(|(id, words)| id == "siem" && words.ja == "SIEM"));
    table.when(remove(place, "siem"));
    let facts = table.view().options(kijo::domain::sheet::Source::Facts);
    assert!(facts.iter().all(|(id, _)| id != "siem"));
}

#[test]
fn a_row_behind_itself_stays_where_it_is() {
    let mut table = three();
    assert_eq!(table.when(shift(table_of_responses(), "b", Some("b"))), []);
    assert_eq!(order(&table), ["a", "b", "c"]);
}

#[test]
fn rows_of_the_material_keep_their_places() {
    let mut table = playing();
    let facts = of_workshop(Artefact::FactSheet);
    let refusal = table.refused(shift(facts, "file-server", None));
    assert_eq!(refusal, Refusal::GivenRow(RowId::from("file-server")));
}

#[test]
fn the_first_named_rule_that_has_a_check_item_suggests_it() {
    let mut table = playing();
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let tag = response(ONE, "row", "item");
    assert_eq!(table.view().suggested(&tag), None, "no rule is named");
    table.write(&response(ONE, "row", "rule"), several(&["escalation"]));
    assert_eq!(table.view().suggested(&tag), None, "the rule is about no check item");
    table.write(&response(ONE, "row", "rule"), several(&["escalation", "publication"]));
    assert_eq!(table.view().suggested(&tag), Some(slug("p2-fact-check")));
    assert!(table.view().value(&tag).is_empty(), "a suggestion is nothing that is written");
    table.write(&tag, choice("p2-mail"));
    assert_eq!(table.view().suggested(&tag), None, "somebody has decided");
    assert_eq!(table.view().likely(&tag), Some(slug("p2-mail")));
}
