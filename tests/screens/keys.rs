//! Keys, palette, key bar and the README's table: all from one place, and all true.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use kijo::app::model::Over;
use kijo::config;
use kijo::domain::event::{Event, Facilitation, Round, Step};
use kijo::domain::words::Lang;
use kijo::keymap::{self, BINDINGS, Context};
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
    // Made one after the other: all at once are too large for the stack.
    let places: [fn() -> Desk; 6] =
        [|| alone(Lang::En), at_the_table, console, unsaved, written_twice, several];
    for place in places {
        let mut desk = place();
        desk.keys("F5");
        let Some(Over::Picker(picker)) = &desk.model.over else {
            panic!("the menu is open");
        };
        let listed: Vec<&str> = picker.options.iter().map(|option| option.id.as_str()).collect();
        let named = |action: &&Action| listed.contains(&action.name());
        reached.extend(Action::ALL.iter().filter(named));
    }
    let missing: Vec<&Action> = Action::ALL.iter().filter(|action| !reached.contains(action)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn at_the_table() -> Desk {
    let mut desk = facilitated(Lang::En);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk
}

fn console() -> Desk {
    facilitated(Lang::En).beside(Seat::Facilitator)
}

/// Two groups, and an organiser who wants to know who wrote how much.
fn several() -> Desk {
    let mut desk = Desk::with_groups(Lang::En, Facilitation::Automatic, 2);
    desk.model.contributions = true;
    desk
}

/// A text that the disk has no room for.
fn unsaved() -> Desk {
    let mut desk = alone(Lang::En);
    desk.disk_full(true).types("targeted attack").keys("Tab");
    desk
}

/// A field that two wrote at once, and nobody decided yet.
fn written_twice() -> Desk {
    let mut desk = alone(Lang::En);
    let mut other = desk.beside(Seat::Participants);
    other.types("targeted attack").keys("Tab");
    desk.types("told from outside").keys("Tab Esc");
    desk
}

#[test]
fn the_menu_offers_what_makes_sense_there() {
    let offers = |mut desk: Desk, action: Action| {
        desk.keys("F5");
        let Some(Over::Picker(picker)) = &desk.model.over else {
            panic!("the menu is open");
        };
        picker.options.iter().any(|option| option.id == action.name())
    };
    for action in [Action::Conflicts, Action::SaveAgain, Action::NextGroup, Action::Note] {
        assert!(!offers(alone(Lang::En), action), "{action:?}");
    }
    assert!(offers(written_twice(), Action::Conflicts));
    assert!(offers(unsaved(), Action::SaveAgain));
    for action in [Action::AskPress, Action::AddRow] {
        assert!(
            !offers(prepared(Lang::En, Facilitation::Automatic), action),
            "no incident is chosen: {action:?}"
        );
    }
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
    assert!(
        with_keys(readme) == readme,
        "write them anew: cargo test --test screens write_the_keys -- --ignored"
    );
}

#[test]
#[ignore = "writes README.md"]
fn write_the_keys_into_the_readme() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(path).expect("the README is there");
    fs::write(path, with_keys(&readme)).expect("it can be written");
}

/// The README with the keys between its two marks.
fn with_keys(readme: &str) -> String {
    let (begin, end) = ("<!-- keys:begin -->", "<!-- keys:end -->");
    let (before, rest) = readme.split_once(begin).expect("the first mark");
    let (_, after) = rest.split_once(end).expect("the second mark");
    let tables = LANGS.map(keymap::table).join("\n");
    format!("{before}{begin}\n{tables}{end}{after}")
}

/// A desk with keys of somebody's own.
fn with_own_keys(mut desk: Desk, keys: &str) -> Desk {
    let text = format!("Config(keys: [{keys}])");
    desk.model.keymap = config::parse(Path::new("config.ron"), text.into_bytes()).expect("no problem").keymap;
    desk
}

#[test]
fn own_keys_do_and_show_what_they_are_bound_to() {
    let own = r#"(at: Everywhere, key: "Ctrl+V", does: Help), (at: Everywhere, key: "F11", does: Palette)"#;
    let mut desk = with_own_keys(alone(Lang::En), own);
    assert!(desk.screen().contains("Ctrl+V Help"), "{}", desk.screen());
    desk.keys("F1");
    assert!(desk.model.over.is_none(), "the old key is free");
    desk.keys("Ctrl+V");
    assert!(matches!(desk.model.over, Some(Over::Reading(_))), "{}", desk.screen());
    for shown in ["Ctrl+V      Help", "F11 opens everything one can do"] {
        assert!(desk.screen().contains(shown), "{}", desk.screen());
    }
    desk.keys("Esc F11").types("help");
    assert!(desk.screen().contains("Help  Ctrl+V"), "{}", desk.screen());
    desk.keys("Enter");
    assert!(matches!(desk.model.over, Some(Over::Reading(_))), "{}", desk.screen());
}

#[test]
fn a_key_given_up_goes_to_another_action_of_that_place_alone() {
    let own = r#"(at: Sheet, does: RemoveRow), (at: Sheet, key: "Ctrl+D", does: AddRow)"#;
    let table = |keys| {
        let mut desk = with_own_keys(alone(Lang::En), keys);
        responses(&mut desk, Round::One);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk
    };
    let rows =
        |desk: &Desk| desk.events.iter().filter(|event| matches!(event, Event::RowAdded { .. })).count();
    let mut desk = table(own);
    let before = rows(&desk);
    desk.keys("Down Ctrl+A");
    assert_eq!(rows(&desk), before, "nothing is bound there any more");
    desk.keys("Ctrl+D");
    assert_eq!(rows(&desk), before + 1);
    let sheet = desk.model.keymap.key_for(Context::Sheet, Action::RemoveRow);
    let console = desk.model.keymap.key_for(Context::Console, Action::Skip);
    assert_eq!((sheet, console.as_deref()), (None, Some("Ctrl+D")));
    let mut found = table(own);
    found.keys("F5").types("delete");
    assert!(found.screen().contains("Delete the row"), "the menu still has it");
}

#[test]
fn page_keys_go_from_part_to_part_where_there_is_nothing_more_to_read() {
    let mut desk = facilitated(Lang::En).beside(Seat::Facilitator);
    let heading = |desk: &Desk| desk.model.entries()[desk.model.menu.at].heading.clone();
    let mut parts = Vec::new();
    for _ in 0..40 {
        desk.keys("PageDown");
        parts.extend(heading(&desk));
    }
    parts.dedup();
    assert!(parts.len() > 5, "{parts:?}");
    desk.keys("PageUp*60");
    assert_eq!(desk.model.menu.at, 0);
}
