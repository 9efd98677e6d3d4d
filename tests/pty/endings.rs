//! However it ends: what was typed is safe, the terminal is given back, and nobody waits.

use std::time::Duration;

use kijo::domain::id::GroupId;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::store::{Session, orphans};

use crate::hands::ctrl;
use crate::pty::{Room, Terminal};

/// Generous for a busy machine; a program that waits for something never ends.
const AT_ONCE: Duration = Duration::from_secs(10);
const TYPED: &str = "まだ欄を離れていない文。";

/// A critique that is being written.
fn writing(room: &Room) -> Terminal {
    let made = room.run(&["new", "--automatic", "day.kijo"]);
    assert!(made.status.success(), "{made:?}");
    typing(room.open(&["open", "day.kijo"], (80, 24)))
}

fn typing(mut screen: Terminal) -> Terminal {
    screen.see("準備を終えて");
    screen.step_to("ラップアップ");
    screen.choose("講評と次のステップ");
    screen.write("改善すべき点", TYPED);
    screen
}

fn assert_recorded(room: &Room) {
    let file = room.path("day.kijo");
    let session = Session::open_read_only(&file).expect("it opens");
    let view = session.workshop().view(GroupId(1)).expect("the group");
    let value = view.value(&Cell::form(Artefact::Critique, None, "to-improve"));
    assert_eq!(value, Value::Text(TYPED.to_owned()));
    assert!(orphans(&file).expect("a folder").is_empty(), "nothing is left to be asked about");
}

#[test]
fn leaving_from_the_home_screen_ends_at_once() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("新しいワークショップ");
    screen.press(&ctrl('q'));
    let ended = screen.end();
    assert_eq!(ended.code, 0);
    assert!(ended.took < AT_ONCE, "{:?}", ended.took);
    ended.assert_given_back();
}

#[test]
fn leaving_records_what_is_being_typed() {
    let room = Room::new();
    let mut screen = writing(&room);
    screen.press(&ctrl('q'));
    let ended = screen.end();
    assert_eq!(ended.code, 0);
    assert!(ended.took < AT_ONCE, "{:?}", ended.took);
    ended.assert_given_back();
    assert_recorded(&room);
}

#[test]
fn being_ended_by_a_signal_records_what_is_being_typed() {
    for name in ["TERM", "INT", "HUP"] {
        let room = Room::new();
        let screen = writing(&room);
        screen.signal(name);
        let ended = screen.end();
        assert!(ended.took < AT_ONCE, "{name}: {:?}", ended.took);
        ended.assert_given_back();
        assert_recorded(&room);
    }
}

#[test]
fn a_terminal_that_goes_without_a_signal_is_noticed() {
    let room = Room::new();
    let made = room.run(&["new", "--automatic", "day.kijo"]);
    assert!(made.status.success(), "{made:?}");
    let mut screen = typing(room.open_as_guest(&["open", "day.kijo"], (80, 24)));
    screen.close_window();
    let ended = screen.end();
    assert!(ended.took < AT_ONCE, "{:?}", ended.took);
    assert_recorded(&room);
}

#[test]
fn closing_the_window_records_what_is_being_typed() {
    let room = Room::new();
    let mut screen = writing(&room);
    screen.close_window();
    let ended = screen.end();
    assert!(ended.took < AT_ONCE, "{:?}", ended.took);
    assert_recorded(&room);
}
