//! What an input method needs of every place where one types, and what it sends that must do no harm.
//!
//! What of it is the field's own stands in `ui_text_field`, the terminal's in `ui_terminal` and `ui_screen`, and what
//! the running program sends and when in `pty::tempo`.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Facilitation, Round, Step};
use kijo::domain::id::slug;
use kijo::domain::scenario::Channel;
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::message::{Action, Message};
use kijo::screens::Seat;
use kijo::ui::text_field::CAPACITY;
use ratatui::layout::Position;

use crate::desk::{Desk, Speed};
use crate::stories::{alone, enter, facilitated, prepared, responses};

fn verbatim() -> Cell {
    Cell::form(Artefact::InitialResponse, Some(Round::One), "verbatim")
}

/// A place where one types: its name, and how to get there.
type Named = (&'static str, fn() -> Desk);

/// A short field, a long one, one in a row, a question, the filter of a list.
fn places() -> Vec<Named> {
    fn with(mut desk: Desk, keys: &str) -> Desk {
        desk.keys(keys);
        desk
    }
    vec![
        ("short", || alone(Lang::Ja)),
        ("long", || with(alone(Lang::Ja), "Tab*9")),
        ("row", || {
            let mut desk = alone(Lang::Ja);
            responses(&mut desk, Round::One);
            enter(&mut desk, Step::ResponseTable(Round::One));
            with(desk, "Enter Tab")
        }),
        ("question", || with(prepared(Lang::Ja, Facilitation::Automatic), "Down Enter")),
        ("note", || with(facilitated(Lang::Ja).beside(Seat::Facilitator), "Ctrl+E")),
        ("list", || with(alone(Lang::Ja), "F5")),
    ]
}

/// The cell at which the terminal shows what is being composed.
fn cursor(desk: &Desk) -> Position {
    desk.cursor().expect("the real cursor is shown")
}

#[test]
fn what_is_composed_appears_where_it_will_stand() {
    for (name, place) in places() {
        for width in [80, 81] {
            let mut desk = place();
            desk.size(width, 24).types(&"あ漢ア字".repeat(5));
            let mut before = cursor(&desk);
            // Full rows are met on the way.
            for number in 0..20 {
                desk.types("間");
                let after = cursor(&desk);
                let rolled = (after.y, after.x) <= (before.y, before.x);
                let there = desk.buffer()[before].symbol() == "間";
                assert!(there || rolled, "{name}, {width} columns, {number}\n{}", desk.screen_and_cursor());
                before = after;
            }
        }
    }
}

#[test]
fn what_is_laid_out_for_a_key_is_what_all_of_it_would_be() {
    for (name, place) in places() {
        let mut desk = place();
        let text = "工場の端末が三台、暗号化された。".repeat(3);
        let written = text.chars().map(String::from).chain([text.repeat(4)]);
        let keys = "Enter Up*3 Home Delete*5 Down*2 End Backspace*20 Ctrl+Z Ctrl+Home Ctrl+Y Right*4";
        let compare = |desk: &mut Desk, what: &str| {
            let shown = desk.screen_and_cursor();
            desk.size(80, 24);
            assert_eq!(desk.screen_and_cursor(), shown, "{name}: {what}");
        };
        for text in written {
            desk.types(&text);
            compare(&mut desk, &text);
        }
        if name == "long" {
            for key in keys.split(' ') {
                desk.keys(key);
                compare(&mut desk, key);
            }
        }
    }
}

#[test]
fn every_printable_key_is_text() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*9");
    let printable: String = (' '..='~').collect();
    for c in printable.chars() {
        desk.press(crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Char(c)));
    }
    desk.keys("Tab");
    assert_eq!(desk.text_of(&verbatim()), printable);
}

#[test]
fn keys_of_input_methods_do_nothing_anywhere() {
    let controls = "UIOPTKJHM".chars().map(|c| format!("Ctrl+{c}"));
    let keys: Vec<String> = controls.chain((6..=10).map(|n| format!("F{n}"))).collect();
    for (name, place) in places() {
        let mut desk = place();
        desk.types("変");
        let before = desk.screen_and_cursor();
        for key in &keys {
            desk.keys(key);
            assert_eq!(desk.screen_and_cursor(), before, "{name}: {key}");
        }
    }
}

#[test]
fn escape_costs_no_text() {
    for (name, place) in places() {
        if name == "list" {
            continue;
        }
        let mut desk = place();
        desk.types("長い変換の途中").keys("Esc");
        let again = match name {
            "question" | "row" => desk.keys("Enter"),
            "note" => desk.keys("Ctrl+E"),
            _ => desk.keys("Esc"),
        };
        assert!(again.screen().contains("長い変換の途中"), "{name}\n{}", again.screen());
    }
}

#[test]
fn an_answer_that_was_given_is_not_offered_again() {
    let mut desk = facilitated(Lang::Ja).beside(Seat::Facilitator);
    desk.keys("Ctrl+E").types("代行者").keys("Esc Ctrl+E").types("がいない").keys("Enter");
    assert_eq!(desk.model.workshop.notes[0].text, "代行者がいない");
    desk.keys("Ctrl+E").types("次のメモ").keys("Enter");
    assert_eq!(desk.model.workshop.notes[1].text, "次のメモ");
}

#[test]
fn a_text_that_was_wiped_is_not_offered_again() {
    let mut desk = facilitated(Lang::Ja).beside(Seat::Facilitator);
    desk.keys("Ctrl+E").types("代").keys("Esc Ctrl+E Backspace Esc Ctrl+E").types("行").keys("Enter");
    assert_eq!(desk.model.workshop.notes[0].text, "行");
}

#[test]
fn nothing_changes_on_the_screen_while_somebody_composes() {
    // Given a half-written text on a slow disk, and other texts on their way,
    let mut desk = alone(Lang::Ja);
    desk.disk(Speed::Slow).keys("Tab").types("第一報").keys("Tab").types("佐");
    let before = desk.screen_and_cursor();
    // when typing rests, nothing is to be seen of it,
    desk.tell(Message::Rest);
    assert_eq!(desk.screen_and_cursor(), before);
    // and when a save is done, only the line of states changes: the cursor stays.
    desk.catch_up();
    let after = desk.screen_and_cursor();
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
    let changed: Vec<(&str, &str)> = changed.collect();
    assert_eq!(changed.len(), 1, "{changed:?}");
    assert!(changed[0].0.contains("保存中"), "{changed:?}");
}

#[test]
fn news_leave_the_place_of_composition_alone() {
    for keys in ["", "Tab*9"] {
        let mut desk = facilitated(Lang::Ja);
        desk.keys(keys).types("標的型");
        let before = cursor(&desk);
        let inject = Command::Improvise {
            round: Round::One,
            inject: slug("spot"),
            title: "社長から電話".into(),
            from: "社長室".into(),
            channel: Channel::Phone,
            text: "いつ公表するのか".into(),
            public: false,
        };
        desk.command(Actor::Facilitator, inject);
        assert_eq!(cursor(&desk), before);
    }
}

#[test]
fn what_a_paste_holds_presses_no_key() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*9").pastes("一\u{11}\r\u{1b}[15~二\t\u{1b}\u{3}三");
    assert!(!desk.left && desk.model.over.is_none());
    desk.keys("Tab");
    assert_eq!(desk.text_of(&verbatim()), "一\n二 三");
}

#[test]
fn a_paste_without_end_is_cut_and_says_so() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*9").pastes(&"あ".repeat(CAPACITY + 12));
    assert!(desk.screen().contains("12"), "{}", desk.screen());
    assert!(desk.model.notice.is_some());
    desk.keys("Tab");
    assert_eq!(desk.text_of(&verbatim()).chars().count(), CAPACITY);
}

#[test]
fn half_width_kana_take_the_cells_they_are_drawn_in() {
    let mut desk = alone(Lang::Ja);
    let before = cursor(&desk);
    for (text, cells) in [("ｶﾞｷﾞｸﾞ", 6), ("ﾊﾟ", 2), ("か\u{3099}", 2), ("葛\u{e0100}", 2), ("👨‍👩‍👧", 2)]
    {
        desk.types(text);
        assert_eq!(cursor(&desk).x, before.x + cells, "{text}");
        desk.keys("Ctrl+Z");
        assert_eq!(cursor(&desk), before, "{text}");
    }
}

#[test]
fn moving_and_erasing_never_halve_what_was_composed() {
    for whole in ["か\u{3099}", "ｶﾞ", "👨‍👩‍👧", "葛\u{e0100}", "☁\u{fe0f}", "🇯🇵"] {
        let mut desk = alone(Lang::Ja);
        desk.keys("Tab*9").types("前").types(whole).types("後");
        desk.keys("Left*2").types("、").keys("Right Backspace Tab");
        assert_eq!(desk.text_of(&verbatim()), "前、後", "{whole}");
    }
}

#[test]
fn a_draft_is_kept_with_every_key() {
    let mut desk = alone(Lang::Ja);
    let cell = Cell::form(Artefact::InitialResponse, Some(Round::One), "case-name");
    let mut typed = String::new();
    for c in "標的型攻撃".chars() {
        desk.types(&c.to_string());
        typed.push(c);
        assert_eq!(desk.drafts.get(&cell).map(|(_, text)| text.as_str()), Some(typed.as_str()));
    }
    desk.does(Action::Next);
    assert!(desk.drafts.is_empty());
}
