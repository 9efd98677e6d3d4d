//! What lies over a screen: help, palette, steps, pickers, reference, conflicts, drafts left behind.

use std::path::Path;

use kijo::config;
use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::domain::workshop::Stage;
use kijo::screens::Seat;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, at_sizes, both, everywhere};
use crate::stories::{alone, enter, prepared, responses, text};

fn case_name() -> Cell {
    Cell::form(Artefact::InitialResponse, Some(Round::One), "case-name")
}

#[test]
fn help_for_where_one_is() {
    everywhere("help_sheet", |lang| {
        let mut desk = alone(lang);
        desk.keys("F1");
        desk
    });
    both("help_menu", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.keys("F1");
        desk
    });
    both("help_console", |lang| {
        let mut desk = alone(lang).beside(Seat::Facilitator);
        desk.keys("F1");
        desk
    });
}

#[test]
fn help_names_the_keys_of_ones_own() {
    both("help_own_keys", |lang| {
        let own =
            br#"Config(keys: [(at: Everywhere, key: "F11", does: Palette), (at: Sheet, does: AskLog)])"#;
        let config = config::parse(Path::new("config.ron"), own.to_vec()).expect("nothing is wrong");
        let mut desk = alone(lang);
        desk.model.keymap = config.keymap;
        desk.keys("F1");
        desk
    });
}

#[test]
fn the_palette_is_filtered_in_either_language() {
    everywhere("palette", |lang| {
        let mut desk = alone(lang);
        desk.keys("F5");
        desk
    });
    let searched = |name: &str, wanted: &str| {
        both(name, |lang| {
            let mut desk = alone(lang);
            responses(&mut desk, Round::One);
            enter(&mut desk, Step::ResponseTable(Round::One));
            desk.keys("F5").types(wanted);
            desk
        });
    };
    searched("palette_by_english", "row");
    searched("palette_by_japanese", "行");
    searched("palette_by_reading", "ぎょう うえ");
    searched("palette_by_letters", "mvr");
    searched("palette_by_both", "row 追");
    both("palette_nothing", |lang| {
        let mut desk = alone(lang);
        desk.keys("F5").types("xyz");
        desk
    });
}

#[test]
fn steps() {
    everywhere("steps", |lang| {
        let mut desk = alone(lang);
        desk.keys("F3");
        desk
    });
}

#[test]
fn what_is_played_is_not_ended_by_mistake() {
    both("review_asked", |lang| {
        let mut desk = alone(lang);
        desk.keys("F3").types(if lang == Lang::Ja { "改善点" } else { "Review" }).keys("Enter");
        desk
    });
    let mut desk = alone(Lang::Ja);
    let jump = |desk: &mut Desk, name: &str| {
        desk.keys("F3").types(name).keys("Enter");
    };
    for name in ["改善点", "ラップアップ", "付加要因"] {
        jump(&mut desk, name);
        desk.keys("Esc");
        assert_eq!(desk.model.step, Step::InitialResponse(Round::One), "{name}");
        assert_eq!(desk.view().group.stage, Stage::RoundOne, "{name}");
    }
    jump(&mut desk, "記者会見");
    assert_eq!(desk.model.step, Step::Press(Round::One), "inside a round nothing is asked");
    jump(&mut desk, "改善点");
    desk.keys("Enter");
    assert_eq!((desk.model.step, desk.view().group.stage), (Step::Review, Stage::Review));
    jump(&mut desk, "第一インシデント：初期");
    jump(&mut desk, "改善点");
    assert_eq!(desk.model.step, Step::Review, "it is asked once");
}

#[test]
fn people_are_found_by_how_they_are_read() {
    both("picker_by_reading", |lang| {
        let mut desk = alone(lang);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Enter Tab*3").types("こうほう");
        desk
    });
    everywhere("picker_several", |lang| {
        let mut desk = alone(lang);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Enter Tab*4 Enter");
        desk
    });
    both("picker_choice", |lang| {
        let mut desk = alone(lang);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Enter Tab*8 Enter");
        desk
    });
    both("picker_pen", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+W");
        desk
    });
}

#[test]
fn reference_tab_by_tab() {
    let tabs =
        ["known", "chronology", "beside", "facts", "people", "policy", "guidance", "deadlines", "glossary"];
    for (place, tab) in tabs.into_iter().enumerate() {
        everywhere(&format!("reference_{tab}"), |lang| {
            let mut desk = alone(lang);
            responses(&mut desk, Round::One);
            desk.keys("F2").keys(&format!("Tab*{place}"));
            desk
        });
    }
}

#[test]
fn two_texts_in_one_field() {
    let clashed = |lang| {
        let mut desk = alone(lang);
        let mut other = desk.beside(Seat::Participants);
        other.types("標的型攻撃の疑い").keys("Tab");
        desk.types("外部からの通報").keys("Tab");
        desk
    };
    everywhere("conflict", clashed);
    both("conflict_banner", |lang| {
        let mut desk = clashed(lang);
        desk.keys("Esc");
        desk
    });
    everywhere("history", |lang| {
        let mut desk = clashed(lang);
        desk.keys("Down Enter Ctrl+E");
        desk
    });
}

#[test]
fn texts_left_behind_are_offered() {
    everywhere("orphans", |lang: Lang| {
        let mut desk = alone(lang);
        desk.writes(case_name(), text("標的型攻撃事案"));
        let grounds = Cell::form(Artefact::InitialResponse, Some(Round::One), "grounds");
        desk.finds(vec![
            (case_name(), "標的型攻撃事案 2026-11#1".into()),
            (grounds, "設計図面が置かれたサーバーへの通信が続いており、".into()),
        ]);
        desk
    });
}

#[test]
fn history_of_a_field() {
    at_sizes("history_empty", &[LEAST, COMMON], |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+E");
        desk
    });
}
