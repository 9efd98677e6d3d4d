//! Keys, palette, key bar and the README's table: all from one place, and all true.

use std::collections::BTreeSet;

use kijo::app::model::Over;
use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::words::Lang;
use kijo::keymap::{self, BINDINGS};
use kijo::message::Action;
use kijo::screens::Seat;

use crate::desk::Desk;
use crate::shots::LANGS;
use crate::stories::{alone, enter, facilitated, prepared, responses};

#[test]
fn everything_has_a_name_in_both_languages() {
    for action in Action::ALL {
        for lang in LANGS {
            assert!(!action.label().get(lang).is_empty(), "{action:?}");
        }
        assert_ne!(action.label().get(Lang::Ja), action.label().get(Lang::En), "{action:?}");
    }
}

#[test]
fn everything_is_on_a_key_or_in_the_menu() {
    let mut reached: BTreeSet<Action> = BINDINGS.iter().map(|binding| binding.action).collect();
    let alone = alone(Lang::En);
    let console = facilitated(Lang::En).beside(Seat::Facilitator);
    let mut table = facilitated(Lang::En);
    enter(&mut table, Step::ResponseTable(Round::One));
    for mut desk in [alone, console, table] {
        desk.keys("F5");
        let Some(Over::Picker(picker)) = &desk.model.over else {
            panic!("the menu is open");
        };
        let listed: Vec<&str> = picker.options.iter().map(|option| option.id.as_str()).collect();
        let named = |action: &&Action| listed.contains(&format!("{action:?}").as_str());
        reached.extend(Action::ALL.iter().filter(named));
    }
    let missing: Vec<&Action> = Action::ALL.iter().filter(|action| !reached.contains(action)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// A place in the program: its name, and how to get there.
type Named = (&'static str, fn() -> Desk);

/// Screens with their key bars.
fn places() -> Vec<Named> {
    fn table() -> Desk {
        let mut desk = alone(Lang::En);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Down");
        desk
    }
    fn with(mut desk: Desk, keys: &str) -> Desk {
        desk.keys(keys);
        desk
    }
    vec![
        ("preparation", || with(prepared(Lang::En, Facilitation::Automatic), "Down")),
        ("sheet", || with(alone(Lang::En), "Down")),
        ("table", table),
        ("row", || with(table(), "Enter Down")),
        ("console", || {
            let desk = facilitated(Lang::En);
            with(desk.beside(Seat::Facilitator), "Down*20")
        }),
        ("menu", || with(alone(Lang::En), "F5 Down")),
        ("help", || with(alone(Lang::En), "F1 Down")),
        ("reference", || with(alone(Lang::En), "F2 Down")),
        ("gaps", || with(prepared(Lang::En, Facilitation::Automatic), "Ctrl+N Down")),
        ("prompt", || with(prepared(Lang::En, Facilitation::Automatic), "Down Enter")),
        ("yes", || {
            let desk = facilitated(Lang::En);
            with(desk.beside(Seat::Facilitator), "Enter")
        }),
        ("reader", || {
            let mut desk = alone(Lang::En);
            responses(&mut desk, Round::One);
            let mut reader = desk.beside(Seat::Reader);
            enter(&mut reader, Step::ResponseTable(Round::One));
            with(reader, "Down")
        }),
    ]
}

/// The keys named in the last row of the screen.
fn shown_keys(desk: &Desk) -> Vec<String> {
    let screen = desk.screen();
    let bar = screen.lines().last().unwrap_or_default();
    let known: BTreeSet<String> = BINDINGS.iter().map(|binding| binding.key.label()).collect();
    bar.split("  ")
        .filter_map(|part| part.split_whitespace().next().map(str::to_owned))
        .filter(|word| known.contains(word))
        .collect()
}

#[test]
fn the_key_bar_shows_what_works_there() {
    for (name, place) in places() {
        let mut sample = place();
        sample.size(160, 40);
        let shown = shown_keys(&sample);
        assert!(!shown.is_empty(), "{name}: {}", sample.screen());
        for key in shown {
            let mut desk = place();
            desk.size(160, 40);
            let before = desk.screen_and_cursor();
            desk.keys(&key);
            let refused = desk.model.notice.is_some();
            let works = desk.left || desk.screen_and_cursor() != before;
            assert!(works, "{name}: {key} does nothing\n{before}");
            assert!(!refused, "{name}: {key}\n{}", desk.screen());
        }
    }
}

#[test]
fn the_readme_has_the_keys_as_they_are() {
    let readme = include_str!("../../README.md");
    let part = readme
        .split_once("<!-- keys:begin -->")
        .and_then(|(_, rest)| rest.split_once("<!-- keys:end -->"))
        .map(|(part, _)| part.trim());
    let expected = LANGS.map(keymap::table).join("\n");
    assert_eq!(part, Some(expected.trim()), "put this between the markers:\n{expected}");
}
