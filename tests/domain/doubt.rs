//! What factors throw into doubt: owners who cannot be reached, numbers gone stale, facts that were false.

use kijo::domain::event::{Event, Step};
use kijo::domain::gaps::{Flag, Gap};
use kijo::domain::id::{Minute, RowId, slug};
use kijo::domain::sheet::{Artefact, Value};

use super::given::{ONE, TWO, Table, at, cell, choice, in_round_two, kinds, response, several, shipped};

fn flags(table: &Table, artefact: Artefact, row: &str) -> Vec<Flag> {
    table.view().flags(at(artefact, TWO), &RowId::from(row))
}

/// Round two with a response row, the CIO and the executive out of reach.
fn nobody_answers() -> Table {
    let mut table = in_round_two();
    table.put(TWO, "c-01");
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
    table
}

fn on_the_row(table: &Table) -> Vec<Flag> {
    flags(table, Artefact::ResponseTable, "row")
}

#[test]
fn whoever_picks_the_cio_learns_that_nobody_answers() {
    let mut table = nobody_answers();
    let owner = response(TWO, "row", "decision-owner");
    let events = table.write(&owner, several(&["cio"]));
    assert_eq!(kinds(&events), ["FieldRevised", "ContactFailed"]);
    assert!(matches!(&events[1], Event::ContactFailed { stakeholder, .. } if *stakeholder == "cio"));
    assert_eq!(table.view().group.contact_failures.len(), 1);
    assert_eq!(table.value(&owner), several(&["cio"]), "the choice stands all the same");
    let both = table.write(&owner, several(&["cio", "executive"]));
    assert!(matches!(&both[1], Event::ContactFailed { stakeholder, .. } if *stakeholder == "executive"));
    assert_eq!(both.len(), 2, "the CIO was tried before");
}

#[test]
fn the_row_stays_flagged_until_somebody_who_answers_stands_in() {
    let mut table = nobody_answers();
    table.write(&response(TWO, "row", "decision-owner"), several(&["cio"]));
    assert_eq!(on_the_row(&table), [Flag::Unreachable(slug("cio"))]);
    let gaps = table.view().gaps(Step::ResponseTable(TWO));
    let place = at(Artefact::ResponseTable, TWO);
    let flagged = Gap::Flagged(place, RowId::from("row"), Flag::Unreachable(slug("cio")));
    assert!(gaps.contains(&flagged));
    table.write(&response(TWO, "row", "deputy"), several(&["csirt"]));
    assert_eq!(on_the_row(&table), []);
}

#[test]
fn a_deputy_who_does_not_answer_either_helps_nobody() {
    let mut table = nobody_answers();
    table.write(&response(TWO, "row", "decision-owner"), several(&["cio"]));
    let events = table.write(&response(TWO, "row", "deputy"), several(&["executive"]));
    assert_eq!(kinds(&events), ["FieldRevised", "ContactFailed"]);
    assert_eq!(on_the_row(&table), [Flag::Unreachable(slug("cio"))]);
}

#[test]
fn rows_written_before_are_flagged_too_and_others_are_not() {
    let mut table = in_round_two();
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
    table.add(at(Artefact::ResponseTable, TWO), "rows", "other");
    table.write(&response(TWO, "row", "action-owner"), several(&["executive", "cio"]));
    table.write(&response(TWO, "other", "action-owner"), several(&["csirt"]));
    assert_eq!(on_the_row(&table), []);
    table.put(TWO, "c-01");
    let both = [Flag::Unreachable(slug("cio")), Flag::Unreachable(slug("executive"))];
    assert_eq!(on_the_row(&table), both);
    assert_eq!(flags(&table, Artefact::ResponseTable, "other"), []);
    let round_one = at(Artefact::ResponseTable, ONE);
    assert_eq!(table.view().flags(round_one, &RowId::from("row")), []);
}

#[test]
fn the_time_axis_is_flagged_like_the_response_table() {
    let mut table = nobody_answers();
    let place = at(Artefact::InitialResponse, TWO);
    table.write(&cell(place, "axis-1h", "axis-decision-owner"), several(&["executive"]));
    assert_eq!(flags(&table, Artefact::InitialResponse, "axis-1h"), [Flag::Unreachable(slug("executive"))]);
    table.write(&cell(place, "axis-1h", "axis-deputy"), several(&["csirt"]));
    assert_eq!(flags(&table, Artefact::InitialResponse, "axis-1h"), []);
}

#[test]
fn the_shipped_first_factor_silences_executive_and_cio() {
    let mut table = shipped();
    table.choose(TWO, "targeted-attack");
    table.put(TWO, "c-01");
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
    let events = table.write(&response(TWO, "row", "decision-owner"), several(&["cio", "executive", "pr"]));
    assert_eq!(kinds(&events), ["FieldRevised", "ContactFailed", "ContactFailed"]);
}

#[test]
fn numbers_written_before_a_rise_are_stale_and_those_after_are_not() {
    let mut table = in_round_two();
    table.put(TWO, "c-02");
    table.until(TWO, 100);
    let report = at(Artefact::Report, TWO);
    table.write(&cell(report, "persons", "count"), Value::Number(1_000));
    assert_eq!(flags(&table, Artefact::Report, "persons"), []);
    table.until(TWO, 250);
    table.write(&cell(report, "records", "count"), Value::Number(1_500));
    let stale = Flag::Stale { risen: Minute(200) };
    assert_eq!(flags(&table, Artefact::Report, "persons"), [stale]);
    assert_eq!(flags(&table, Artefact::Report, "records"), []);
    assert_eq!(flags(&table, Artefact::Report, "cards"), [], "nothing was written there");
    table.until(TWO, 300);
    let stale = Flag::Stale { risen: Minute(300) };
    assert_eq!(flags(&table, Artefact::Report, "records"), [stale]);
    table.write(&cell(report, "records", "count"), Value::Number(2_000));
    assert_eq!(flags(&table, Artefact::Report, "records"), []);
}

/// Round two just before it comes out that the personal data were not encrypted.
fn relying() -> Table {
    let mut table = in_round_two();
    table.put(TWO, "c-05");
    let report = at(Artefact::Report, TWO);
    table.write(&cell(report, "to-persons", "relies"), several(&["personal-data"]));
    table.write(&cell(report, "persons", "count-relies"), several(&["proxy", "personal-data"]));
    table.write(&cell(report, "cause", "relies"), several(&["proxy"]));
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
    table.write(&response(TWO, "row", "facts"), several(&["personal-data"]));
    table
}

#[test]
fn what_relied_on_encryption_is_flagged_when_it_turns_out_false() {
    let mut table = relying();
    table.until(TWO, 1_439);
    assert_eq!(on_the_row(&table), []);
    table.until(TWO, 1_440);
    let falsified = [Flag::Falsified(slug("personal-data"))];
    assert_eq!(on_the_row(&table), falsified);
    assert_eq!(flags(&table, Artefact::Report, "to-persons"), falsified);
    assert_eq!(flags(&table, Artefact::Report, "persons"), falsified);
    assert_eq!(flags(&table, Artefact::Report, "cause"), []);
    table.write(&response(TWO, "row", "facts"), several(&["proxy"]));
    assert_eq!(on_the_row(&table), []);
}

#[test]
fn duties_decided_before_that_are_open_again() {
    let mut table = relying();
    let decision = cell(at(Artefact::Report, TWO), "authority", "duty-decision");
    table.write(&decision, choice("not-needed"));
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
    table.until(TWO, 1_440);
    assert_eq!(flags(&table, Artefact::Report, "authority"), [Flag::Reopened]);
    table.write(&decision, choice("notify"));
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
}

#[test]
fn duties_nobody_decided_are_simply_undecided() {
    let mut table = relying();
    table.until(TWO, 1_440);
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
}

#[test]
fn order_counts_where_the_clock_stands_still() {
    let mut table = in_round_two();
    let decision = cell(at(Artefact::Report, TWO), "authority", "duty-decision");
    table.until(TWO, 1_440);
    table.write(&decision, choice("not-needed"));
    table.put(TWO, "c-05");
    assert_eq!(flags(&table, Artefact::Report, "authority"), [Flag::Reopened]);
    table.write(&decision, choice("notify"));
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
}

#[test]
fn what_was_emptied_is_missing_and_not_in_doubt() {
    let mut table = relying();
    table.put(TWO, "c-02");
    let report = at(Artefact::Report, TWO);
    let (decision, count) = (cell(report, "authority", "duty-decision"), cell(report, "persons", "count"));
    table.write(&decision, choice("pending"));
    table.write(&count, Value::Number(5));
    table.write(&decision, Value::Empty);
    table.write(&count, Value::Empty);
    table.until(TWO, 100);
    table.until(TWO, 1_440);
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
    let falsified = [Flag::Falsified(slug("personal-data"))];
    assert_eq!(flags(&table, Artefact::Report, "persons"), falsified);
}

#[test]
fn to_decide_the_same_once_more_settles_the_doubt() {
    let mut table = relying();
    table.put(TWO, "c-02");
    let report = at(Artefact::Report, TWO);
    let (decision, count) = (cell(report, "authority", "duty-decision"), cell(report, "records", "count"));
    table.write(&decision, choice("notify"));
    table.write(&count, Value::Number(1_000));
    assert_eq!(table.write(&decision, choice("notify")), [], "nothing is in doubt yet");
    table.until(TWO, 100);
    table.until(TWO, 1_440);
    assert_eq!(kinds(&table.write(&decision, choice("notify"))), ["FieldRevised"]);
    assert_eq!(kinds(&table.write(&count, Value::Number(1_000))), ["FieldRevised"]);
    assert_eq!(flags(&table, Artefact::Report, "authority"), []);
    assert_eq!(flags(&table, Artefact::Report, "records"), []);
    assert_eq!(table.write(&count, Value::Number(1_000)), []);
}
