//! What is kept beside the table: the chronology, the decision memo, texts that go out, and the way to them.

use kijo::domain::sheet::Artefact;
use kijo::domain::words::Lang;

use crate::shots::everywhere;
use crate::stories::alone;

#[test]
fn a_line_is_added_to_the_chronology_in_a_second() {
    everywhere("jot", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+x").types("社長に第一報");
        desk
    });
    everywhere("chronology", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+x").types("社長に第一報").keys("Enter");
        desk.keys("F5").types("chronology").keys("Enter");
        desk
    });
}

#[test]
fn every_sheet_of_the_round_is_in_one_list() {
    everywhere("sheets", |lang| {
        let mut desk = alone(lang);
        desk.keys("F12");
        desk
    });
}

#[test]
fn what_only_executives_decide_and_what_goes_out_have_sheets() {
    everywhere("decision_memo", |lang| {
        let mut desk = alone(lang);
        desk.keys("F12").types("memo").keys("Enter Ctrl+a").types("回線を切るか");
        desk
    });
    everywhere("outgoing_texts", |lang| {
        let mut desk = alone(lang);
        desk.keys("F12").types("outgoing").keys("Enter");
        desk
    });
}

#[test]
fn the_other_sheet_of_a_record_is_a_record_too() {
    let mut desk = alone(Lang::Ja);
    desk.keys("F12").types("memo").keys("Enter");
    let mut seen = Vec::new();
    for _ in 0..3 {
        desk.keys("F4");
        let place = desk.model.sheet.as_ref().expect("a sheet").place;
        assert_eq!(place.round, Some(kijo::domain::event::Round::One));
        seen.push(place.artefact);
    }
    assert_eq!(seen, [Artefact::OutgoingTexts, Artefact::Chronology, Artefact::DecisionMemo]);
}

#[test]
fn without_an_incident_there_is_no_chronology() {
    let mut desk = crate::stories::prepared(Lang::Ja, kijo::domain::event::Facilitation::Automatic);
    desk.keys("Ctrl+x");
    assert!(desk.model.over.is_none() && desk.model.notice.is_some(), "{:?}", desk.model.notice);
}
