//! Nothing typed is ever lost, whatever is pressed between two characters and however the disk behaves.

use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::message::Action;
use kijo::screens::Seat;
use proptest::prelude::*;

use crate::desk::{Desk, Speed};
use crate::stories::{alone, because, enter, prepared, responses, text};

/// Something somebody does between two characters.
#[derive(Clone, Debug)]
enum Doing {
    Types,
    Presses(&'static str),
    Does(Action),
    /// Somebody else writes into the field under the cursor.
    OtherWrites,
    /// The disk has no room.
    Full,
    Roomy,
    Slow,
    CatchesUp,
    Rests,
}

/// Keys that erase are left out: what they take away was meant to go.
const KEYS: &[&str] = &[
    "Tab",
    "Shift+Tab",
    "Enter",
    "Esc",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Ctrl+Left",
    "Ctrl+Right",
    "Ctrl+Home",
    "Ctrl+End",
    "Alt+Up",
    "Alt+Down",
    "F1",
    "F2",
    "F3",
    "F4",
    "F5",
    "F6",
    "Ctrl+J",
    "Ctrl+H",
    "Ctrl+U",
    "Ctrl+K",
    "Ctrl+N",
    "Ctrl+W",
    "Ctrl+L",
    "Ctrl+B",
    "Ctrl+R",
    "Ctrl+A",
    "Ctrl+D",
    "Ctrl+E",
    "Ctrl+G",
    "Ctrl+S",
    "Ctrl+X",
    "Ctrl+C",
    "Alt+a",
    "Insert",
];

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        10 => Just(Doing::Types),
        10 => proptest::sample::select(KEYS).prop_map(Doing::Presses),
        3 => proptest::sample::select(Action::ALL).prop_map(Doing::Does),
        1 => Just(Doing::OtherWrites),
        1 => Just(Doing::Full),
        1 => Just(Doing::Roomy),
        1 => Just(Doing::Slow),
        1 => Just(Doing::CatchesUp),
        1 => Just(Doing::Rests),
    ]
}

/// The cell that typing goes to now, if it goes to one.
fn under_cursor(desk: &Desk) -> Option<Cell> {
    let free = desk.model.over.is_none() && !desk.model.blank;
    let editor = desk.model.sheet.as_ref()?.editor.as_ref()?;
    free.then(|| editor.cell.clone())
}

/// Whether a character is anywhere a person could find it again.
fn is_kept(desk: &Desk, c: char) -> bool {
    let unsaved = desk.model.unsaved.values().any(|unsaved| unsaved.text.contains(c));
    let logged = || format!("{:?}", desk.events).contains(c);
    let offered = || {
        let waiting = desk.model.waiting.values();
        waiting.map(|errand| format!("{errand:?}")).any(|errand| errand.contains(c))
    };
    unsaved || offered() || logged()
}

fn run(desk: &mut Desk, doings: &[Doing]) -> Result<(), TestCaseError> {
    let mut typed: Vec<char> = Vec::new();
    let mut other = desk.beside(Seat::Participants);
    for doing in doings {
        match doing {
            Doing::Types => {
                let place = u32::try_from(typed.len()).expect("few characters");
                let c = char::from_u32('一' as u32 + place).expect("a kanji");
                let lands = under_cursor(desk).is_some();
                desk.types(&c.to_string());
                if lands {
                    typed.push(c);
                }
            }
            Doing::Presses(key) => {
                desk.keys(key);
            }
            Doing::Does(Action::Quit) => {}
            Doing::Does(action) => {
                desk.does(*action);
            }
            Doing::OtherWrites => {
                if let Some(cell) = under_cursor(desk).filter(|_| !desk.is_full()) {
                    other.follow();
                    let there = cell.row.as_ref().is_none_or(|row| {
                        let place = kijo::domain::event::Place { artefact: cell.artefact, round: cell.round };
                        other.view().group.sheets.row(place, row).is_some()
                    });
                    let free = matches!(
                        cell.definition().map(|(_, field)| field.kind),
                        Some(kijo::domain::sheet::FieldKind::Text | kijo::domain::sheet::FieldKind::Line)
                    );
                    if there && free && !desk.model.workshop.broken_off && other.may_write() {
                        other.writes(cell, text("elsewhere"));
                        desk.follow();
                    }
                }
            }
            Doing::Full => {
                desk.disk_full(true);
            }
            Doing::Roomy => {
                desk.disk_full(false);
            }
            Doing::Slow => {
                desk.disk(Speed::Slow);
            }
            Doing::CatchesUp => {
                desk.disk(Speed::AtOnce).catch_up();
            }
            Doing::Rests => {
                desk.tell(kijo::message::Message::Rest);
            }
        }
        for c in &typed {
            prop_assert!(is_kept(desk, *c), "{c} is gone after {doing:?}\n{}", desk.screen());
        }
    }
    desk.disk(Speed::AtOnce).catch_up();
    for c in &typed {
        prop_assert!(is_kept(desk, *c), "{c} is gone in the end\n{}", desk.screen());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn on_the_sheets_of_a_round(doings in proptest::collection::vec(doing(), 1..60)) {
        let mut desk = alone(Lang::Ja);
        responses(&mut desk, Round::One);
        run(&mut desk, &doings)?;
    }

    #[test]
    fn on_a_row_of_the_table(doings in proptest::collection::vec(doing(), 1..60)) {
        let mut desk = alone(Lang::Ja);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Enter Tab");
        run(&mut desk, &doings)?;
    }

    #[test]
    fn in_the_review(doings in proptest::collection::vec(doing(), 1..60)) {
        let mut desk = alone(Lang::Ja);
        enter(&mut desk, Step::Review);
        because(&mut desk, "set-1", "講評を受けて");
        desk.keys("Down*2 Enter Down*2 Enter Tab");
        run(&mut desk, &doings)?;
    }
}

#[test]
fn a_text_waits_for_its_reason_however_often_one_goes_away() {
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::Review);
    desk.keys("Down*3 Enter Enter Tab").types("改正案").keys("Tab Esc Esc Esc F3 Esc");
    assert!(is_kept(&desk, '改'));
    enter(&mut desk, Step::WrapUp);
    assert!(is_kept(&desk, '改'));
}

#[test]
fn quitting_sends_what_is_being_typed() {
    let mut desk = alone(Lang::Ja);
    desk.types("書きかけ").keys("Ctrl+Q");
    assert!(desk.left);
    let cell = Cell::form(Artefact::InitialResponse, Some(Round::One), "case-name");
    assert_eq!(desk.text_of(&cell), "書きかけ");
}

#[test]
fn what_was_answered_is_kept_when_the_disk_is_full() {
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    desk.disk_full(true).keys("Down Enter").types("設計部チーム").keys("Enter");
    assert!(desk.model.failure.is_some());
    desk.disk_full(false).does(Action::SaveAgain);
    assert!(desk.screen().contains("設計部チーム"), "{}", desk.screen());
    assert!(desk.model.failure.is_none());
}

#[test]
fn what_was_picked_is_kept_when_the_disk_is_full() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*11").disk_full(true).types("マルウェア").keys("Enter");
    desk.disk_full(false).does(Action::SaveAgain);
    assert!(desk.screen().contains("マルウェア感染"), "{}", desk.screen());
}
