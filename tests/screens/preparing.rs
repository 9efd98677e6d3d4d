//! Home, preparation, introduction, the choice of an incident.

use std::path::PathBuf;

use chrono::NaiveDate;
use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::words::Lang;
use kijo::screens::home::{self, Recent};
use kijo::screens::menu::Menu;
use kijo::ui::screen_text;
use kijo::ui::theme::Look;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::desk::Desk;
use crate::shots::{COMMON, LANGS, LEAST, ROOMY, at_sizes, both, everywhere, hold};
use crate::stories::{alone, choose, enter, prepared};

#[test]
fn home_lists_what_can_be_begun_and_gone_on_with() {
    for lang in LANGS {
        let desk = prepared(lang, Facilitation::Automatic);
        let noon = NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|day| day.and_hms_opt(12, 0, 0));
        let recent = [
            Recent {
                path: PathBuf::from("/home/kijo/workshop-2026-11-21-1.kijo"),
                changed: noon.expect("a time of day"),
                about: Some(home::about(&desk.model.workshop, lang)),
            },
            Recent {
                path: PathBuf::from("/home/kijo/autumn\u{1b}[31m.kijo"),
                changed: noon.expect("a time of day"),
                about: None,
            },
        ];
        let entries = home::entries(&recent, "/home/kijo", lang);
        for (width, height) in [LEAST, COMMON, ROOMY] {
            let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("memory is enough");
            let mut menu = Menu::default();
            menu.at = 5;
            let drawn = terminal.draw(|frame| {
                let area = frame.area();
                menu.draw(&entries, area, frame, Look::default());
            });
            let screen = screen_text(drawn.expect("memory is enough").buffer);
            let name = if lang == Lang::Ja { "ja" } else { "en" };
            hold(&format!("home_{name}_{width}x{height}"), &screen);
        }
    }
}

#[test]
fn preparation() {
    at_sizes("preparation_new", &[LEAST], |lang| Desk::new(lang, Facilitation::Automatic));
    at_sizes("preparation", &[LEAST, COMMON, ROOMY], |lang| prepared(lang, Facilitation::Automatic));
}

#[test]
fn the_policy_sheet_asks_topic_by_topic() {
    everywhere("policy", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.keys("Down*2 Enter");
        desk
    });
    everywhere("policy_row", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.keys("Down*2 Enter Enter");
        desk
    });
}

#[test]
fn the_fact_sheet_is_a_sheet_like_others() {
    everywhere("fact_sheet", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.keys("Down*4 Enter");
        desk
    });
}

#[test]
fn closing_a_step_lists_what_is_missing() {
    everywhere("gaps_on_closing", |lang| {
        let mut desk = Desk::new(lang, Facilitation::Automatic);
        desk.keys("Enter");
        desk
    });
}

#[test]
fn introduction() {
    everywhere("introduction", |lang| {
        let mut desk = Desk::new(lang, Facilitation::Automatic);
        desk.keys("Enter Enter");
        assert_eq!(desk.model.step, Step::Introduction);
        desk
    });
}

#[test]
fn choosing_an_incident() {
    everywhere("choose", |lang| {
        let mut desk = Desk::new(lang, Facilitation::Automatic);
        desk.keys("Enter Enter Enter");
        assert_eq!(desk.model.step, Step::Choose(Round::One));
        desk
    });
    both("choose_parameter", |lang| {
        let mut desk = Desk::new(lang, Facilitation::Automatic);
        desk.keys("Enter Enter Enter Down Enter");
        desk
    });
}

#[test]
fn after_choosing_the_first_notice_is_read_first() {
    everywhere("first_notice", |lang| {
        let mut desk = Desk::new(lang, Facilitation::Automatic);
        desk.keys("Enter Enter Enter Enter");
        assert_eq!(desk.model.step, Step::InitialResponse(Round::One));
        desk
    });
}

#[test]
fn a_step_of_a_round_says_that_its_incident_must_be_chosen() {
    both("incident_first", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk
    });
    both("nothing_known_yet", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.keys("F2");
        desk
    });
}

#[test]
fn a_chosen_incident_stays_shown() {
    both("choose_again", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::Choose(Round::One));
        desk
    });
}

#[test]
fn an_incident_of_the_other_round_comes_last_and_says_so() {
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    choose(&mut desk, Round::One, "targeted-attack");
    enter(&mut desk, Step::Choose(Round::Two));
    assert!(!desk.screen().contains("（第一インシデントで選択済み）"), "{}", desk.screen());
    desk.keys("Down*40");
    assert!(desk.screen().contains("（第一インシデントで選択済み）"), "{}", desk.screen());
}

#[test]
fn enter_leaves_the_last_thing_to_be_read() {
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::Introduction);
    desk.keys("Down Enter");
    assert!(desk.screen().contains("> 第一インシデントへ進む"), "{}", desk.screen());
}

#[test]
fn the_menu_offers_a_scene_only_where_one_is_to_come() {
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    desk.keys("F5").types("次の場面");
    assert!(!desk.screen().contains("次の場面へ進める"), "{}", desk.screen());
    let mut desk = alone(Lang::Ja);
    desk.keys("F5").types("次の場面");
    assert!(desk.screen().contains("次の場面へ進める"), "{}", desk.screen());
}

#[test]
fn the_preparation_asks_who_writes() {
    let mut desk = Desk::new(Lang::Ja, Facilitation::Automatic);
    desk.keys("Down*6 Enter").types("法務 花子").keys("Enter Down Enter").types("法務").keys("Enter");
    let screen = desk.screen();
    assert!(screen.lines().next().is_some_and(|top| top.contains("記入者 法務 花子")), "{screen}");
}

#[test]
fn round_two_begins_its_list_with_an_incident_not_played_yet() {
    let mut desk = alone(Lang::Ja);
    let first = desk.view().play(Round::One).map(|play| play.scenario.clone());
    enter(&mut desk, Step::Choose(Round::Two));
    desk.keys("Enter");
    let second = desk.view().play(Round::Two).map(|play| play.scenario.clone());
    assert!(second.is_some() && first != second, "{first:?}, {second:?}");
}
