//! The first minutes: three Enters into a playing workshop, and the practice played by what stands on the screen.

use crate::hands::{ENTER, ESC, ctrl, key};
use crate::pty::{Room, Shown, Terminal};

#[test]
fn three_enters_lead_into_a_playing_workshop() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("すぐに始める");
    screen.press(ENTER);
    screen.see("約束ごと");
    screen.press(ENTER);
    screen.see("この事案で始める");
    screen.press(ENTER);
    screen.see("第一報");
    screen.close();
    screen.see("初期対応シート");
    screen.press("不審な通信の件");
    screen.see("不審な通信の件");
    screen.saved();
    assert_eq!(room.workshops().len(), 1);
}

/// The words of the lesson on the screen, below its heading.
fn lesson(shown: &Shown) -> Option<(String, String)> {
    let place = shown.rows.iter().position(|row| row.contains("操作の練習 ") && row.contains("Esc"))?;
    let words = shown.rows[place + 1..].iter().map(|row| row.trim()).collect();
    let heading = shown.rows[place].split('（').next().unwrap_or_default();
    Some((heading.to_owned(), words))
}

/// What a lesson asks for: keys in brackets, and texts in quotes that it says are to be typed.
fn asked(words: &str) -> Vec<String> {
    let parts = words.split(['[', '「']).skip(1);
    let press = |part: &str| match (part.split_once(']'), part.split_once('」')) {
        (Some((name, _)), _) => Some(key(name).unwrap_or_else(|| panic!("no such key: {name}"))),
        (None, Some((text, after))) => after.starts_with("と打って").then(|| text.to_owned()),
        (None, None) => None,
    };
    parts.filter_map(press).collect()
}

#[test]
fn the_practice_is_played_with_what_stands_on_the_screen() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("操作の練習");
    screen.choose("操作の練習");
    let mut lessons = 0;
    loop {
        screen.until("a lesson", |shown| lesson(shown).is_some());
        let (heading, words) = lesson(&screen.shown()).expect("a lesson");
        lessons += 1;
        for press in asked(&words) {
            screen.press(&press);
        }
        let next = format!("what comes after {heading} {words}");
        screen.until(&next, |shown| lesson(shown).is_none_or(|(other, _)| other != heading));
        if lesson(&screen.shown()).is_none() {
            break;
        }
    }
    assert_eq!(lessons, 8);
    screen.see("すぐに始める");
    assert!(room.workshops().is_empty(), "nothing was saved");
}

#[test]
fn the_practice_ends_with_escape() {
    let room = Room::new();
    let mut screen: Terminal = room.open(&[], (80, 24));
    screen.see("操作の練習");
    screen.choose("操作の練習");
    screen.see("操作の練習 1/8");
    screen.press("文");
    screen.see("改善すること");
    screen.press(ESC);
    screen.see("すぐに始める");
    screen.press(&ctrl('q'));
    assert_eq!(screen.end().code, 0);
}

/// A click as the terminal sends it, at a row of the screen.
fn click(row: usize) -> String {
    let y = row + 1;
    format!("\x1b[<0;8;{y}M\x1b[<0;8;{y}m")
}

#[test]
fn the_home_screen_takes_clicks() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("操作の練習");
    let row = screen.shown().rows.iter().position(|row| row.contains("操作の練習")).expect("a row");
    screen.press(&click(row));
    screen.until("the entry", |shown| shown.chosen().starts_with("操作の練習"));
    screen.press(&click(row));
    screen.see("操作の練習 1/8");
}

#[test]
fn the_big_clock_goes_on_by_itself() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("すぐに始める");
    screen.press(ENTER);
    screen.see("約束ごと");
    screen.act("大きな時計");
    screen.see("残り時間（30分のうち）");
    let before = screen.shown();
    screen.until("the next second", |shown| *shown != before);
    screen.press(ESC);
    screen.see("約束ごと");
}

#[test]
fn home_says_how_far_a_workshop_has_come() {
    let room = Room::new();
    let mut screen = room.open(&[], (80, 24));
    screen.see("すぐに始める");
    screen.press(ENTER);
    screen.see("約束ごと");
    screen.press(&ctrl('q'));
    assert_eq!(screen.end().code, 0);
    let mut screen = room.open(&[], (80, 24));
    screen.see("続きから");
    screen.go_to("workshop-");
    screen.see("グループ1：イントロダクション");
    screen.press(&ctrl('l'));
    screen.see("Group 1: Introduction");
    screen.press(ENTER);
    screen.see("Ground rules");
}

#[test]
fn a_broken_configuration_keeps_nobody_from_the_workshop() {
    let room = Room::new();
    let folder = room.path("config").join("kijo");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("config.ron"), "Config(theme: Blue)").expect("a file");
    let mut screen = room.open(&[], (80, 24));
    screen.see("設定ファイルに誤りがあるため、標準の設定で動いています。");
    screen.press(ENTER);
    screen.see("約束ごと");
    screen.press(&ctrl('q'));
    let ended = screen.end();
    assert_eq!(ended.code, 0);
    assert!(ended.printed.contains("config.ron:1:15: `Blue` は使えません。"), "{}", ended.printed);
}
