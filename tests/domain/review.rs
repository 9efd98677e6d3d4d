//! In the review every change to what round one used or wrote needs a reason (W-50).

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Place, Step};
use kijo::domain::id::{EntryId, RowId};
use kijo::domain::revision::needs_reason;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::workshop::{Snapshot, Stage};

use super::given::{ONE, TWO, Table, add, at, cell, fact, form, kinds, of_workshop, playing, response, text};

/// Round one with a response written, now in the review.
fn in_review() -> Table {
    let mut table = playing();
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    table.write(&response(ONE, "row", "action"), text("演習中"));
    table.go(Step::Review);
    table
}

fn action() -> Cell {
    response(ONE, "row", "action")
}

#[test]
fn exactly_the_eight_artefacts_and_never_round_two() {
    let mut table = playing();
    let needing = |table: &Table| -> Vec<(Artefact, Option<u8>)> {
        let view = table.view();
        let mut found = Vec::new();
        for artefact in Artefact::ALL {
            if artefact.is_of_a_round() {
                let rounds = [(ONE, 1), (TWO, 2)];
                let asked = rounds.iter().filter(|(round, _)| needs_reason(&view, artefact, Some(*round)));
                found.extend(asked.map(|(_, number)| (artefact, Some(*number))));
            } else if needs_reason(&view, artefact, None) {
                found.push((artefact, None));
            }
        }
        found
    };
    assert_eq!(needing(&table), []);
    let reviewed = [
        (Artefact::Rules, None),
        (Artefact::Policy, None),
        (Artefact::FactSheet, None),
        (Artefact::Stakeholders, None),
        (Artefact::InitialResponse, Some(1)),
        (Artefact::ResponseTable, Some(1)),
        (Artefact::Report, Some(1)),
        (Artefact::Agenda, Some(1)),
    ];
    for step in [Step::Review, Step::Choose(TWO), Step::WrapUp] {
        table.go(step);
        assert_eq!(needing(&table), reviewed, "{step:?}");
    }
}

#[test]
fn without_a_reason_nothing_changes() {
    let mut table = in_review();
    let place = at(Artefact::ResponseTable, ONE);
    let write = table.rewriting(&action(), text("見直し"));
    assert_eq!(table.refused(write), Refusal::ReasonNeeded);
    assert_eq!(table.refused(add(place, "rows", "new")), Refusal::ReasonNeeded);
    let remove = Command::RemoveRow { place, row: RowId::from("row") };
    assert_eq!(table.refused(remove), Refusal::ReasonNeeded);
    assert_eq!(table.value(&action()), text("演習中"));
}

#[test]
fn an_open_change_set_carries_the_reason_for_everything_in_it() {
    let mut table = in_review();
    table.because("代行者が決まっていなかった");
    let set = table.view().group.change_sets[0].clone();
    assert_eq!(set.reason, "代行者が決まっていなかった");
    let events = table.write(&action(), text("見直し"));
    assert!(matches!(&events[0], Event::FieldRevised { change_set: Some(id), .. } if *id == set.id));
    table.write(&fact("proxy", "management"), text("強制"));
    table.because("会見で問われた");
    let events = table.write(&action(), text("再度の見直し"));
    let newer = &table.view().group.change_sets[1].id;
    assert!(matches!(&events[0], Event::FieldRevised { change_set: Some(id), .. } if id == newer));
}

#[test]
fn a_field_may_have_a_reason_of_its_own() {
    let mut table = in_review();
    let write = |reason: &str, base| Command::Revise {
        cell: action(),
        base,
        value: text("見直し"),
        reason: Some(reason.into()),
    };
    let head = table.head(&action());
    assert_eq!(table.refused(write("　", head.clone())), Refusal::EmptyReason);
    table.when(write("記載が事実と違った", head));
    let view = table.view();
    let revision = view.revision(&action()).expect("a revision");
    assert_eq!(revision.reason.as_deref(), Some("記載が事実と違った"));
    assert_eq!(revision.stage, Stage::Review);
    assert_eq!(revision.minute, None, "no exercise clock runs in the review");
}

#[test]
fn a_reason_has_words() {
    let mut table = in_review();
    let empty = Command::OpenChangeSet { id: EntryId::from("set"), reason: " \n".into() };
    assert_eq!(table.refused(empty), Refusal::EmptyReason);
}

#[test]
fn sheets_of_the_workshop_that_are_not_revisable_need_none() {
    let mut table = in_review();
    let place = of_workshop(Artefact::Improvements);
    table.add(place, "improvements", "one");
    table.write(&cell(place, "one", "what"), text("代行者を定める"));
    table.write(&form(of_workshop(Artefact::Critique), "strengths"), text("初動が早い"));
    let question = Command::AskPress {
        round: ONE,
        row: RowId::from("late"),
        text: "その後は".into(),
        asked_by: "講師".into(),
        hostility: 1,
    };
    assert_eq!(table.when(question).len(), 4);
}

#[test]
fn three_snapshots_are_kept_apart() {
    let mut table = in_review();
    let facts = fact("proxy", "management");
    let given = table.value(&facts);
    table.because("ログが役に立たなかった");
    table.write(&action(), text("見直し"));
    table.write(&facts, text("強制した"));
    table.choose(TWO, "leak");
    table.write(&facts, text("二回目に気づいた"));
    let view = table.view();
    let read = |cell: &Cell| -> Vec<Value> {
        [Snapshot::PlayedOne, Snapshot::Reviewed, Snapshot::PlayedTwo]
            .map(|snapshot| view.value_at(cell, snapshot))
            .to_vec()
    };
    assert_eq!(read(&action()), [text("演習中"), text("見直し"), text("見直し")]);
    assert_eq!(read(&facts), [given, text("強制した"), text("二回目に気づいた")]);
}

#[test]
fn round_two_starts_with_blank_sheets_on_the_reviewed_environment() {
    let mut table = in_review();
    table.because("強制していなかった");
    table.write(&fact("proxy", "management"), text("強制"));
    table.choose(TWO, "leak");
    let place: Place = at(Artefact::ResponseTable, TWO);
    assert!(table.view().rows(place, "rows").is_empty());
    let events = table.add(place, "rows", "row");
    assert_eq!(kinds(&events), ["RowAdded"], "no reason is needed");
    assert_eq!(table.value(&response(TWO, "row", "action")), Value::Empty);
    assert_eq!(table.value(&fact("proxy", "management")), text("強制"));
}

#[test]
fn putting_a_row_back_is_a_change_like_any_other() {
    let mut table = playing();
    let place = at(Artefact::ResponseTable, ONE);
    let row = || RowId::from("row");
    table.add(place, "rows", "row");
    table.when(Command::RemoveRow { place, row: row() });
    table.go(Step::Review);
    let restore = || Command::RestoreRow { place, row: row() };
    assert_eq!(table.refused(restore()), Refusal::ReasonNeeded);
    table.because("消したのは誤りだった");
    assert_eq!(kinds(&table.when(restore())), ["RowRestored"]);
}

#[test]
fn settling_in_the_review_has_a_reason_that_somebody_gave() {
    let mut table = playing();
    let name = form(at(Artefact::InitialResponse, ONE), "case-name");
    table.write(&name, text("一方"));
    table.when(super::given::revise(&name, None, text("他方")));
    table.go(Step::Review);
    let settle = |table: &Table, value: Value| Command::Settle {
        conflict: table.view().group.conflicts[0].id.clone(),
        value,
    };
    let command = settle(&table, text("他方"));
    assert_eq!(table.refused(command.clone()), Refusal::ReasonNeeded);
    table.because("名称を実態に合わせた");
    let events = table.when(command);
    assert!(matches!(&events[0], Event::FieldRevised { change_set: Some(_), reason: None, .. }));
}
