//! The practice: every lesson by its own keys, in both languages; what it leaves out says so.

use kijo::app::{tour, update};
use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Facilitation};
use kijo::domain::id::RowId;
use kijo::domain::words::Lang;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};

fn practice(lang: Lang) -> Desk {
    let mut desk = Desk::new(lang, Facilitation::Automatic);
    let row = RowId::from("row");
    let add =
        Command::AddRow { place: tour::SHEET, section: tour::SECTION.into(), row: row.clone(), after: None };
    desk.command(Actor::Facilitator, add);
    update::practised(&mut desk.model, &row);
    desk
}

/// The number of the lesson on the screen.
fn heading(desk: &Desk) -> String {
    let screen = desk.screen();
    let mut found = screen.lines().filter_map(|line| line.split_once("/8"));
    found.next().map(|(number, _)| number.trim().to_owned()).unwrap_or_default()
}

fn picking(lang: Lang) -> Desk {
    let mut desk = practice(lang);
    desk.types("連絡先の一覧を印刷しておく").keys("Tab Tab");
    desk.types(if lang == Lang::Ja { "会見" } else { "press" });
    desk
}

#[test]
fn lessons_as_they_are_seen() {
    at_sizes("tour_first", &[LEAST, COMMON, ROOMY], practice);
    both("tour_picking", picking);
    everywhere("tour_palette", |lang| {
        let mut desk = picking(lang);
        desk.keys("Enter F2 Esc Ctrl+A F5");
        desk
    });
    everywhere("tour_last", |lang| {
        let mut desk = picking(lang);
        desk.keys("Enter F2 Esc Ctrl+A F5").types("help").keys("Enter");
        desk
    });
}

#[test]
fn each_lesson_is_over_when_it_has_been_done() {
    for lang in [Lang::Ja, Lang::En] {
        let mut desk = practice(lang);
        let mut seen = vec![heading(&desk)];
        let pick = if lang == Lang::Ja { "会見" } else { "press" };
        let play: [(&str, &str); 8] = [
            ("連絡先の一覧", ""),
            ("", "Tab"),
            ("", "Tab"),
            (pick, "Enter"),
            ("", "F2"),
            ("", "Esc"),
            ("", "Ctrl+A"),
            ("", "F5"),
        ];
        for (text, keys) in play {
            if !text.is_empty() {
                desk.types(text);
            }
            desk.keys(keys);
            seen.push(heading(&desk));
        }
        desk.types("help").keys("Enter");
        seen.push(heading(&desk));
        seen.dedup();
        assert_eq!(seen.len(), 8, "{seen:#?}");
        desk.keys("Enter");
        assert!(desk.left);
    }
}

#[test]
fn a_lesson_waits_until_it_has_been_done() {
    let mut desk = practice(Lang::Ja);
    let first = heading(&desk);
    desk.keys("Tab Shift+Tab F2").keys("Esc Ctrl+A F5").keys("Esc Ctrl+N F4 F3");
    assert_eq!(heading(&desk), first);
    assert!(desk.screen().contains("練習では使いません"), "{}", desk.screen());
}

#[test]
fn escape_closes_what_is_open_and_then_the_practice() {
    let mut desk = picking(Lang::Ja);
    desk.keys("Esc");
    assert!(!desk.left, "it closed the list");
    desk.keys("Esc");
    assert!(desk.left);
}

#[test]
fn the_practice_ends_with_enter_however_the_help_was_closed() {
    for way in ["Enter", "Esc Enter"] {
        let mut desk = picking(Lang::Ja);
        desk.keys("Enter F2 Esc Ctrl+A F5").types("help").keys("Enter");
        assert!(heading(&desk).ends_with('8'), "{}", desk.screen());
        desk.keys(way);
        assert!(desk.left, "{way}: {}", desk.screen());
    }
}
