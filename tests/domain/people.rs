//! Who takes part, who plays whom, who writes.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Facilitation};
use kijo::domain::id::{GroupId, ParticipantId, slug};

use super::given::{Table, add, of_workshop, small, table};
use super::material;
use kijo::domain::sheet::Artefact;

fn sato() -> ParticipantId {
    ParticipantId::from("sato")
}

fn join(name: &str) -> Command {
    Command::Join { person: sato(), name: name.into() }
}

fn seat(stakeholder: &str, person: Option<ParticipantId>) -> Command {
    Command::Seat { stakeholder: slug(stakeholder), person }
}

fn with_sato() -> Table {
    let mut table = small();
    table.when(join(" 佐藤　"));
    table
}

#[test]
fn somebody_joins_under_a_name_without_blanks_around_it() {
    let table = with_sato();
    assert_eq!(table.session.workshop().people[&sato()].name, "佐藤");
}

#[test]
fn a_name_is_needed_and_nobody_joins_twice() {
    let mut table = small();
    assert_eq!(table.refused(join(" 　")), Refusal::NameNeeded);
    table.when(join("佐藤"));
    assert_eq!(table.refused(join("佐藤")), Refusal::PersonExists);
}

#[test]
fn a_name_can_be_corrected() {
    let mut table = with_sato();
    table.when(Command::Rename { person: sato(), name: "佐藤 花子".into() });
    assert_eq!(table.session.workshop().people[&sato()].name, "佐藤 花子");
}

#[test]
fn nobody_unknown_is_renamed_seated_or_given_the_pen() {
    let mut table = small();
    let rename = Command::Rename { person: sato(), name: "佐藤".into() };
    assert_eq!(table.refused(rename), Refusal::NoSuchPerson);
    assert_eq!(table.refused(Command::Leave { person: sato() }), Refusal::NoSuchPerson);
    assert_eq!(table.refused(seat("cio", Some(sato()))), Refusal::NoSuchPerson);
    let pen = Command::HandPen { person: Some(sato()) };
    assert_eq!(table.refused(pen), Refusal::NoSuchPerson);
}

#[test]
fn one_person_may_hold_several_seats_and_a_seat_may_fall_empty() {
    let mut table = with_sato();
    table.when(seat("cio", Some(sato())));
    table.when(seat("pr", Some(sato())));
    assert_eq!(table.view().group.seats.len(), 2);
    assert_eq!(table.when(seat("pr", Some(sato()))), []);
    table.when(seat("pr", None));
    assert!(!table.view().group.seats.contains_key("pr"));
}

#[test]
fn only_stakeholders_of_the_list_have_seats_and_added_ones_too() {
    let mut table = with_sato();
    let unknown = Refusal::NoSuchStakeholder(slug("dpo"));
    assert_eq!(table.refused(seat("dpo", Some(sato()))), unknown);
    table.when(add(of_workshop(Artefact::Stakeholders), "stakeholders", "dpo"));
    assert_eq!(table.when(seat("dpo", Some(sato()))).len(), 1);
}

#[test]
fn each_group_seats_its_own_people() {
    let mut table = table(material::small(), Facilitation::Console, 2);
    table.when(join("佐藤"));
    table.in_group(2).when(seat("cio", Some(sato())));
    let workshop = table.session.workshop();
    assert!(workshop.groups[&GroupId(1)].seats.is_empty());
    assert_eq!(workshop.groups[&GroupId(2)].seats.len(), 1);
}

#[test]
fn the_pen_goes_from_hand_to_hand() {
    let mut table = with_sato();
    let hand = |person: Option<ParticipantId>| Command::HandPen { person };
    let events = table.when(hand(Some(sato())));
    assert_eq!(events, [Event::RecorderChanged { person: Some(sato()) }]);
    assert_eq!(table.when(hand(Some(sato()))), []);
    table.when(hand(None));
    assert_eq!(table.view().group.recorder, None);
}

#[test]
fn a_group_names_itself() {
    let mut table = small();
    table.when(Command::NameGroup { name: " 青組 ".into() });
    assert_eq!(table.view().group.name.as_deref(), Some("青組"));
    let nameless = Command::NameGroup { name: String::new() };
    assert_eq!(table.refused(nameless), Refusal::NameNeeded);
}

#[test]
fn whoever_leaves_gives_seats_and_pen_back_and_may_return() {
    let mut table = with_sato();
    table.when(seat("cio", Some(sato())));
    table.when(Command::HandPen { person: Some(sato()) });
    table.when(Command::Leave { person: sato() });
    assert!(table.view().group.seats.is_empty());
    assert_eq!(table.view().group.recorder, None);
    assert_eq!(table.refused(Command::Leave { person: sato() }), Refusal::NoSuchPerson);
    table.when(join("佐藤"));
    assert!(table.session.workshop().people[&sato()].present);
}
