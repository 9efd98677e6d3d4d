//! Exercise time: minutes from T0, moved by scenes and by hand, only forward.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::Event;
use kijo::domain::id::{Minute, slug};
use kijo::domain::play::DisclosureKind;

use super::given::{ONE, TWO, kinds, participant, playing, small, text};
use kijo::domain::sheet::Artefact;

fn scene(id: &str) -> Command {
    Command::ReleaseScene { round: ONE, scene: slug(id) }
}

fn clock(minute: u32) -> Command {
    Command::MoveClock { round: ONE, minute: Minute(minute) }
}

#[test]
fn a_scene_moves_the_clock_to_its_time() {
    let mut table = playing();
    assert_eq!(
        table
            .view()
            .play(ONE)
            .and_then(|play| { play.next_scene(table.view().scenario(ONE)?).map(|scene| scene.id.clone()) }),
        Some(slug("later"))
    );
    let events = table.when(scene("later"));
    assert!(matches!(&events[0], Event::SceneReleased { minute: Minute(120), .. }));
    assert_eq!(table.play(ONE).minute, Minute(120));
    let last = table.play(ONE).disclosed.last().expect("something was told");
    assert_eq!((last.kind, last.minute), (DisclosureKind::Scene, Minute(120)));
}

#[test]
fn every_event_carries_the_reading_of_the_clock() {
    let mut table = playing();
    table.until(ONE, 35);
    table.add(super::given::at(Artefact::ResponseTable, ONE), "rows", "row");
    table.write(&super::given::response(ONE, "row", "action"), text("遮断"));
    let last = &table.records.last().expect("events").envelope;
    assert_eq!((last.round, last.minute), (Some(ONE), Some(Minute(35))));
    let view = table.view();
    let revision = view.revision(&super::given::response(ONE, "row", "action"));
    assert_eq!(revision.and_then(|one| one.minute), Some(Minute(35)));
}

#[test]
fn the_clock_never_goes_back_nor_stands_still_on_command() {
    let mut table = playing();
    table.when(clock(60));
    for minute in [0, 59, 60] {
        assert_eq!(table.refused(clock(minute)), Refusal::ClockGoesBack);
    }
    assert_eq!(table.play(ONE).minute, Minute(60));
}

#[test]
fn a_scene_is_released_once_and_must_be_one() {
    let mut table = playing();
    table.when(scene("later"));
    assert_eq!(table.refused(scene("later")), Refusal::AlreadyGiven(slug("later")));
    assert_eq!(table.refused(scene("absent")), Refusal::NoSuchScene(slug("absent")));
}

#[test]
fn each_round_has_its_own_clock() {
    let mut table = playing();
    table.when(clock(300));
    table.choose(TWO, "leak");
    assert_eq!(table.play(TWO).minute, Minute(0));
    assert_eq!(table.play(ONE).minute, Minute(300));
    let last = &table.records.last().expect("events").envelope;
    assert_eq!((last.round, last.minute), (Some(TWO), Some(Minute(0))));
}

#[test]
fn what_follows_from_a_moved_clock_happens_at_its_new_reading() {
    let mut table = small();
    table.choose(TWO, "leak");
    table.put(TWO, "c-02");
    let events = table.until(TWO, 130);
    assert_eq!(kinds(&events), ["ClockMoved", "FactorStruck"]);
    let struck = &table.records.last().expect("events").envelope;
    assert_eq!(struck.minute, Some(Minute(130)));
}

#[test]
fn only_the_facilitator_moves_time() {
    let mut table = playing();
    table.by(participant("sato"));
    assert_eq!(table.refused(clock(5)), Refusal::FacilitatorOnly);
    assert_eq!(table.refused(scene("later")), Refusal::FacilitatorOnly);
}

#[test]
fn a_round_that_has_not_begun_has_no_clock() {
    let mut table = small();
    assert_eq!(table.refused(clock(5)), Refusal::NoIncident(ONE));
    assert_eq!(table.refused(scene("later")), Refusal::NoIncident(ONE));
}

#[test]
fn a_scene_that_the_clock_has_passed_opens_late_rather_than_never() {
    let mut table = playing();
    table.when(clock(200));
    let events = table.when(scene("later"));
    assert!(matches!(&events[0], Event::SceneReleased { minute: Minute(200), .. }));
    assert_eq!(table.play(ONE).minute, Minute(200));
    let view = table.view();
    let next = table.play(ONE).next_scene(view.scenario(ONE).expect("an incident"));
    assert_eq!(next.map(|scene| scene.id.as_str()), Some("day"));
}
