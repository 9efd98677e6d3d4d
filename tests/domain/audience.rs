//! Who may see what: nothing of the facilitator's ever goes to a group or to the room.

use std::collections::BTreeSet;

use kijo::domain::command::{Command, Overrule};
use kijo::domain::event::{Audience, Event, Facilitation, Record, Step};
use kijo::domain::fact_sheet::LogKind;
use kijo::domain::id::{EntryId, GroupId, Minute, ParticipantId, RowId, slug};
use kijo::domain::scenario::Channel;
use kijo::domain::sheet::Artefact;

use super::given::{
    ONE, TWO, Table, at, cell, choice, kinds, of_workshop, participant, response, revise, several, table,
    text,
};
use super::material;

/// A workshop in which every kind of event happens in the second of two groups.
fn everything() -> Vec<Record> {
    let mut table = table(material::small(), Facilitation::Console, 2);
    table.in_group(2);
    people(&mut table);
    table.go(Step::Choose(ONE));
    table.choose(ONE, "leak");
    round(&mut table);
    writing(&mut table);
    table.go(Step::Review);
    table.because("代行者が要る");
    table.choose(TWO, "leak");
    table.put(TWO, "c-01");
    table.add(at(Artefact::ResponseTable, TWO), "rows", "row");
    table.write(&response(TWO, "row", "decision-owner"), several(&["cio"]));
    table.when(Command::BreakOff);
    table.when(Command::Resume);
    table.records
}

fn people(table: &mut Table) {
    let sato = || ParticipantId::from("sato");
    let name = || "佐藤".to_owned();
    table.when(Command::NameGroup { name: "青組".into() });
    table.when(Command::Join { person: sato(), name: name() });
    table.when(Command::Rename { person: sato(), name: name() });
    table.when(Command::Seat { stakeholder: slug("cio"), person: Some(sato()) });
    table.when(Command::HandPen { person: Some(sato()) });
    table.when(Command::Leave { person: sato() });
}

fn round(table: &mut Table) {
    let (round, inject) = (ONE, slug("at-once"));
    table.when(Command::GiveInject { round, inject, text: None });
    table.when(Command::Improvise {
        round,
        inject: slug("new"),
        title: "停電".into(),
        from: "総務".into(),
        channel: Channel::Phone,
        text: "停電です".into(),
        public: true,
    });
    table.when(Command::SkipInject { round, inject: slug("timed") });
    table.when(Command::MoveClock { round, minute: Minute(10) });
    let request = EntryId::from("request");
    table.when(Command::AskLog { round, request: request.clone(), row: slug("proxy"), log: LogKind::Access });
    table.when(Command::AnswerLog {
        round,
        request,
        overrule: Some(Overrule { text: "あります".into(), note: "秘密".into() }),
    });
    table.when(Command::Tick { round, action: slug("preserve"), done: true });
    table.when(Command::TakeNote { id: EntryId::from("note"), text: "迷いが長い".into() });
}

fn writing(table: &mut Table) {
    let place = at(Artefact::ResponseTable, ONE);
    for row in ["a", "b"] {
        table.add(place, "rows", row);
    }
    let row = || RowId::from("a");
    table.when(Command::MoveRow { place, row: row(), after: Some(RowId::from("b")) });
    table.when(Command::RemoveRow { place, row: row() });
    table.when(Command::RestoreRow { place, row: row() });
    let action = response(ONE, "a", "action");
    table.write(&action, text("一"));
    table.when(revise(&action, None, text("二")));
    let conflict = table.view().group.conflicts[0].id.clone();
    table.when(Command::Settle { conflict, value: text("一") });
    table.write(&cell(of_workshop(Artefact::Policy), "escalation", "exists"), choice("yes"));
    let step = Step::ResponseTable(ONE);
    table.when(Command::Close { step });
    table.when(Command::Reopen { step });
}

#[test]
fn the_story_has_every_kind_of_event() {
    let events: Vec<Event> = everything().into_iter().map(|record| record.event).collect();
    let seen: BTreeSet<String> = kinds(&events).into_iter().collect();
    assert_eq!(seen.len(), 34, "a new kind of event belongs into this story: {seen:?}");
}

#[test]
fn the_facilitators_own_events_are_seen_by_the_facilitator_alone() {
    let secret = ["InjectSkipped", "LogResolved", "LogOverruled", "ActionTicked", "FactorPut", "NoteTaken"];
    for record in everything() {
        let kind = kinds(std::slice::from_ref(&record.event)).remove(0);
        if secret.contains(&kind.as_str()) {
            assert_eq!(record.envelope.audience, Audience::Facilitator, "{kind}");
        }
    }
}

#[test]
fn what_a_group_does_other_groups_do_not_see() {
    for record in everything() {
        if record.envelope.group == Some(GroupId(2)) {
            let seen = record.envelope.audience;
            assert_ne!(seen, Audience::Group(GroupId(1)), "{:?}", record.event);
        }
    }
}

#[test]
fn an_audience_is_fixed_by_kind() {
    for record in everything() {
        let event = &record.event;
        assert_eq!(record.envelope.audience, event.audience(record.envelope.group));
    }
}

#[test]
fn a_participant_leaves_no_trace_of_the_facilitator() {
    let mut table = table(material::small(), Facilitation::Console, 1);
    table.choose(ONE, "leak");
    table.by(participant("sato"));
    table.add(at(Artefact::ResponseTable, ONE), "rows", "row");
    let last = &table.records.last().expect("an event").envelope;
    assert_eq!(last.actor, participant("sato"));
    assert_eq!(last.audience, Audience::Group(GroupId(1)));
}

#[test]
fn what_concerns_everybody_is_for_the_room_whoever_said_it() {
    let common = ["WorkshopCreated", "PersonJoined", "PersonRenamed", "PersonLeft", "BrokenOff", "Resumed"];
    for record in everything() {
        let kind = kinds(std::slice::from_ref(&record.event)).remove(0);
        if common.contains(&kind.as_str()) {
            assert_eq!(record.envelope.audience, Audience::Room, "{kind}");
        }
    }
}
