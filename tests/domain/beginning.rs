//! How a workshop begins.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Actor, Audience, Beginning, Event, Facilitation, Round, Step};
use kijo::domain::id::{GroupId, slug};
use kijo::domain::sheet::Artefact;
use kijo::store::{MemoryLog, Session};

use super::given::{Table, at, beginning, of_workshop, shipped, small, table};
use super::material;

fn begin(change: impl Fn(&mut Beginning)) -> Result<Vec<Event>, Refusal> {
    let library = material::small();
    let mut beginning = beginning(&library, Facilitation::Console, 1);
    change(&mut beginning);
    let mut table = Table::on(Session::begin(MemoryLog::default(), library));
    table.for_the_room().tried(Command::Create(beginning))
}

#[test]
fn nothing_can_be_done_before_it_began() {
    let mut table = Table::on(Session::begin(MemoryLog::default(), material::small()));
    let enter = Command::Enter { step: Step::Review };
    assert_eq!(table.refused(enter), Refusal::NotBegun);
    assert_eq!(table.refused(Command::BreakOff), Refusal::NotBegun);
}

#[test]
fn it_begins_once() {
    let again = beginning(&material::small(), Facilitation::Console, 1);
    assert_eq!(small().refused(Command::Create(again)), Refusal::AlreadyBegun);
}

#[test]
fn one_to_eight_groups_play() {
    for groups in [1, 8] {
        assert!(begin(|beginning| beginning.groups = groups).is_ok());
    }
    for groups in [0, 9, 255] {
        let refused = begin(|beginning| beginning.groups = groups);
        assert_eq!(refused, Err(Refusal::Groups(groups)));
    }
}

#[test]
fn every_group_has_its_own_sheets() {
    let table = table(material::small(), Facilitation::Console, 8);
    let workshop = table.session.workshop();
    assert_eq!(workshop.groups.len(), 8);
    for number in 1..=8 {
        let view = workshop.view(GroupId(number)).expect("a group");
        assert_eq!(view.rows(of_workshop(Artefact::FactSheet), "facts").len(), 3);
        assert_eq!(view.group.step, Step::Preparation);
    }
    assert!(workshop.view(GroupId(9)).is_none());
}

#[test]
fn material_that_is_not_there_is_named() {
    let absent = || Err(Refusal::NoSuchMaterial("absent".to_owned()));
    assert_eq!(begin(|one| one.fact_sheet = slug("absent")), absent());
    assert_eq!(begin(|one| one.stakeholders = slug("absent")), absent());
    assert_eq!(begin(|one| one.policies = slug("absent")), absent());
    assert_eq!(begin(|one| one.guidance = slug("absent")), absent());
    assert_eq!(begin(|one| one.scenarios.push(slug("absent"))), absent());
}

#[test]
fn the_beginning_is_for_everybody_and_on_no_clock() {
    let table = small();
    let envelope = &table.records[0].envelope;
    assert_eq!(envelope.audience, Audience::Room);
    assert_eq!(envelope.actor, Actor::Facilitator);
    assert_eq!((envelope.group, envelope.round, envelope.minute), (None, None, None));
}

#[test]
fn a_group_that_is_not_there_gets_nothing() {
    let mut table = small();
    let enter = || Command::Enter { step: Step::Review };
    assert_eq!(table.in_group(2).refused(enter()), Refusal::NoSuchGroup);
    assert_eq!(table.for_the_room().refused(enter()), Refusal::GroupNeeded);
}

#[test]
fn the_shipped_material_begins_with_its_own_rows() {
    let mut table = shipped();
    let sheet = table.session.workshop().fact_sheet().expect("a fact sheet");
    let rows = sheet.rows().count();
    let view = table.view();
    assert_eq!(view.rows(of_workshop(Artefact::FactSheet), "facts").len(), rows);
    assert!(view.has_stakeholder(&slug("cio")));
    let place = at(Artefact::InitialResponse, Round::One);
    assert!(view.rows(place, "axis").is_empty(), "the time axis comes with an incident");
    table.choose(Round::One, "targeted-attack");
    let slots = table.session.workshop().guidance().expect("guidance").slots.len();
    assert_eq!(table.view().rows(place, "axis").len(), slots);
}
