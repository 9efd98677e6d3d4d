//! What terminals and input methods do to a program: sizes, pastes, odd keys, plain borders.

use crate::hands::{CTRL_END, ctrl};
use crate::pty::{Room, Terminal};

/// A critique with the cursor in a long text.
fn writing(room: &Room, arguments: &[&str]) -> Terminal {
    let made = room.run(&["new", "--automatic", "day.kijo"]);
    assert!(made.status.success(), "{made:?}");
    let mut screen = room.open(&[arguments, &["open", "day.kijo"]].concat(), (80, 24));
    screen.see("準備を終えて");
    screen.step_to("ラップアップ");
    screen.choose("講評と次のステップ");
    screen.go_to("改善すべき点");
    screen
}

#[test]
fn any_size_is_borne_and_the_text_comes_back() {
    let room = Room::new();
    let mut screen = writing(&room, &[]);
    screen.write("改善すべき点", "残る文。");
    for (columns, rows) in [(79, 24), (80, 23), (20, 5), (2, 1), (1, 1)] {
        screen.resize(columns, rows);
        if columns >= 40 {
            screen.see("画面が小さすぎます");
        }
        screen.press("、");
    }
    for (columns, rows) in [(80, 24), (120, 36), (200, 60), (300, 100), (80, 24)] {
        screen.resize(columns, rows);
        screen.see("残る文。、、、、、");
    }
}

#[test]
fn a_dialog_bears_any_size() {
    let room = Room::new();
    let mut screen = writing(&room, &[]);
    for (open, title) in [("\x1b[15~", "何をしますか"), ("\x1bOR", "どの工程へ"), ("\x1bOP", "ヘルプ")]
    {
        screen.press(open);
        screen.see(title);
        for (columns, rows) in [(30, 8), (3, 2), (200, 60), (80, 24)] {
            screen.resize(columns, rows);
            if columns >= 80 {
                screen.see(title);
            }
        }
        screen.close();
    }
}

#[test]
fn a_paste_of_three_thousand_characters_shows() {
    let room = Room::new();
    let mut screen = writing(&room, &[]);
    let long = "工場の端末が暗号化された。\r\n".repeat(220);
    screen.press(&format!("\x1b[200~{long}ここで終わる。\x1b[201~"));
    screen.see("ここで終わる。");
    screen.until("its label, too", |shown| shown.chosen().starts_with("改善すべき点"));
    screen.saved();
    let printed = room.run(&["log", "--json", "day.kijo"]);
    let printed = String::from_utf8(printed.stdout).expect("UTF-8");
    assert_eq!(printed.matches("工場の端末が暗号化された。\\n").count(), 220);
}

#[test]
fn what_input_methods_send_is_text_and_wipes_nothing() {
    let room = Room::new();
    let mut screen = writing(&room, &[]);
    screen.press("かな\n\n");
    screen.see("かな");
    // Escape and what is committed right behind it arrive as one.
    screen.press("\x1bうまく");
    screen.see("かなうまく");
    for letter in ['j', 'k', 'o', 'p', 't', 'u'] {
        screen.press(&ctrl(letter));
    }
    screen.press("続く。");
    screen.see("かなうまく続く。");
    screen.press(CTRL_END);
    screen.press("\u{30ab}\u{3099}👨‍👩‍👧葛\u{e0100}");
    screen.press("終");
    screen.see("終");
}

#[test]
fn ascii_draws_no_box_characters() {
    let room = Room::new();
    let mut screen = writing(&room, &["--ascii"]);
    screen.press("\x1bOP");
    screen.see("ヘルプ");
    let printed = String::from_utf8_lossy(&screen.printed).into_owned();
    let boxed: Vec<char> = printed.chars().filter(|c| matches!(c, '\u{2500}'..='\u{259F}')).collect();
    assert!(boxed.is_empty(), "{boxed:?}");
}
