//! Screens that are easily forgotten: failed saves, read-only, broken off, blank, too small, ASCII, no colours.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Round, Step};
use kijo::domain::words::Lang;
use kijo::message::Action;
use kijo::screens::Seat;
use kijo::ui::theme::{Frames, Look, Theme};
use ratatui::style::Color;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, at_sizes, both, everywhere};
use crate::stories::{alone, enter, facilitated, responses};

#[test]
fn a_failed_save_is_a_banner_that_stays() {
    everywhere("failed_save", |lang| {
        let mut desk = alone(lang);
        desk.disk_full(true).types("標的型攻撃事案").keys("Tab*2");
        desk
    });
}

#[test]
fn a_number_that_is_none_says_why() {
    both("misread", |lang| {
        let mut desk = alone(lang);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Down*2 Enter").types("夕方ごろ").keys("Tab Shift+Tab");
        desk
    });
}

#[test]
fn a_reader_only_looks() {
    everywhere("read_only", |lang| {
        let mut desk = alone(lang);
        desk.types("標的型攻撃事案").keys("Tab");
        desk.beside(Seat::Reader)
    });
    both("read_only_table", |lang| {
        let mut desk = alone(lang);
        responses(&mut desk, Round::One);
        let mut desk = desk.beside(Seat::Reader);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk
    });
}

#[test]
fn a_real_incident_breaks_off() {
    both("broken_off_asked", |lang| {
        let mut desk = alone(lang);
        desk.does(Action::BreakOff);
        desk
    });
    everywhere("broken_off", |lang| {
        let mut desk = alone(lang);
        desk.command(Actor::Facilitator, Command::BreakOff);
        desk.types("書きかけの文").keys("Tab");
        desk
    });
}

#[test]
fn with_a_facilitator_they_say_when_it_is_over() {
    let mut desk = facilitated(Lang::Ja);
    desk.does(Action::BreakOff).keys("Enter");
    assert!(desk.model.workshop.broken_off, "anybody may say that it is real");
    assert!(desk.screen().contains("進行役が再開するまで"), "{}", desk.screen());
    desk.does(Action::BreakOff);
    assert!(
        desk.model.workshop.broken_off && desk.screen().contains("進行役が行います"),
        "{}",
        desk.screen()
    );
    let mut console = desk.beside(Seat::Facilitator);
    console.does(Action::BreakOff).keys("Enter");
    assert!(!console.model.workshop.broken_off);
    let mut desk = alone(Lang::Ja);
    desk.does(Action::BreakOff).keys("Enter").does(Action::BreakOff).keys("Enter");
    assert!(!desk.model.workshop.broken_off, "a group alone has nobody else");
}

#[test]
fn a_change_of_colours_is_named() {
    let mut desk = alone(Lang::Ja);
    for name in ["明るい背景", "ハイコントラスト", "色なし", "暗い背景"] {
        desk.does(Action::Theme);
        assert!(desk.screen().contains(name), "{}", desk.screen());
    }
}

#[test]
fn blank_and_too_small() {
    both("blank", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+B");
        desk
    });
    at_sizes("too_small", &[(60, 20), (10, 3)], alone);
}

fn plainest(lang: Lang) -> Desk {
    let mut desk = alone(lang);
    desk.model.look = Look { theme: Theme::Plain, frames: Frames::Ascii };
    desk
}

#[test]
fn ascii_frames_are_ascii() {
    both("ascii", |lang| {
        let mut desk = plainest(lang);
        desk.keys("F3");
        desk
    });
    for keys in ["F1", "F2", "F3", "F5", "Ctrl+R", "Ctrl+W", ""] {
        for size in [LEAST, COMMON] {
            let mut desk = plainest(Lang::En);
            desk.size(size.0, size.1).keys(keys);
            let boxes = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
            let screen = desk.screen();
            assert!(!screen.contains(boxes), "{keys}:\n{screen}");
        }
    }
}

#[test]
fn without_colours_there_are_none() {
    for keys in ["F3", "F5", "", "Ctrl+N"] {
        let mut desk = plainest(Lang::Ja);
        desk.disk_full(true).types("文").keys("Tab").keys(keys);
        let buffer = desk.buffer();
        let coloured = buffer.content().iter().any(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset);
        assert!(!coloured, "{keys}");
    }
}

#[test]
fn the_step_says_whether_somebody_facilitates() {
    both("automatic", alone);
    both("facilitated", facilitated);
}
