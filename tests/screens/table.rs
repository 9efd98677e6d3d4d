//! The response table when it is long: which columns, what is told in full, filters, orders, suggested phases.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Round, Step};
use kijo::domain::id::{Minute, RowId, Slug, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::message::Action;
use kijo::screens::Seat;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};
use crate::stories::{
    alone, enter, facilitated, responses, row, several, sheet, sixty_rows, text, under_factor,
};

fn at_long_table(lang: Lang) -> Desk {
    let mut desk = alone(lang);
    sixty_rows(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk
}

/// Chooses from the list that `keys` opens, by its place.
fn choose(desk: &mut Desk, keys: &str, place: usize) {
    desk.keys(keys).keys("PageUp*2").keys(&format!("Down*{place} Enter"));
}

/// Numbers of the rows on the screen, in order.
fn numbers(desk: &Desk) -> Vec<u32> {
    let rows = desk.screen();
    let table = rows.lines().skip_while(|line| !line.contains("No ")).skip(1);
    let number =
        |line: &str| line.trim_start_matches(['>', '!', ' ']).split_whitespace().next()?.parse().ok();
    table.map_while(number).collect()
}

fn cell(row: &str, field: &str) -> Cell {
    Cell::row(Artefact::ResponseTable, Some(Round::One), &RowId::from(row), field)
}

#[test]
fn sixty_rows_are_readable() {
    at_sizes("table_long", &[LEAST, COMMON, ROOMY], |lang| {
        let mut desk = at_long_table(lang);
        desk.keys("Down*33");
        desk
    });
    both("table_long_end", |lang| {
        let mut desk = at_long_table(lang);
        desk.keys("PageDown*8");
        desk
    });
}

#[test]
fn the_heads_stay_in_view() {
    let mut desk = at_long_table(Lang::Ja);
    for presses in 0..60 {
        let screen = desk.screen();
        let place = |text: &str| screen.lines().position(|line| line.contains(text));
        let chosen = screen.lines().position(|line| line.starts_with(" >"));
        assert!(
            place("把握した状況  ").is_some_and(|head| Some(head) < chosen),
            "after {presses}:\n{screen}"
        );
        desk.keys("Down");
    }
}

#[test]
fn filters_say_what_they_show() {
    both("table_filters", |lang| {
        let mut desk = at_long_table(lang);
        desk.keys("Alt+Left");
        desk
    });
    both("table_open_rows", |lang| {
        let mut desk = at_long_table(lang);
        choose(&mut desk, "Alt+Left", 1);
        desk.keys("Down*3");
        desk
    });
    both("table_no_owner_by_time", |lang| {
        let mut desk = at_long_table(lang);
        choose(&mut desk, "Alt+Left", 3);
        desk.does(Action::SortRows).keys("Down Enter");
        desk
    });
    both("table_filtered_empty", |lang| {
        let mut desk = at_long_table(lang);
        choose(&mut desk, "Alt+Left", 10);
        desk
    });
}

#[test]
fn each_filter_shows_its_rows() {
    let mut desk = at_long_table(Lang::Ja);
    desk.size(80, 60);
    // Sato, who writes, plays the CSIRT: it decides in rows 1 and 4 of ten, and acts in 1, 8 and 10.
    for (place, first) in [(0, [1, 2, 3]), (1, [2, 3, 4]), (2, [1, 4, 8]), (3, [4, 5, 14])] {
        choose(&mut desk, "Alt+Left", place);
        assert_eq!(numbers(&desk)[..3], first, "{}", desk.screen());
    }
}

#[test]
fn sorted_by_time_the_late_rows_come_later() {
    let mut desk = at_long_table(Lang::Ja);
    desk.does(Action::SortRows).keys("Down Enter");
    assert_eq!(numbers(&desk)[..7], [1, 2, 3, 5, 6, 4, 7], "{}", desk.screen());
    desk.keys("Alt+Down");
    assert!(desk.screen().contains("行を移動できません"), "{}", desk.screen());
    assert_eq!(numbers(&desk)[..7], [1, 2, 3, 5, 6, 4, 7]);
    desk.does(Action::SortRows).keys("Up Enter").keys("Alt+Down");
    assert!(!desk.screen().contains("行を移動できません"), "{}", desk.screen());
}

#[test]
fn a_filter_is_nobody_elses_business() {
    let mut desk = at_long_table(Lang::Ja);
    let before = desk.events.len();
    choose(&mut desk, "Alt+Left", 1);
    desk.does(Action::SortRows).keys("Down Enter");
    assert_eq!(desk.events.len(), before);
    let mut other = desk.beside(Seat::Reader);
    enter(&mut other, Step::ResponseTable(Round::One));
    assert_eq!(numbers(&other)[..3], [1, 2, 3]);
    // Somebody who only looks may filter too.
    choose(&mut other, "Alt+Left", 1);
    assert_eq!(numbers(&other)[..3], [2, 3, 4]);
}

#[test]
fn new_rows_and_opened_rows_stay_whatever_the_filter_says() {
    let mut desk = at_long_table(Lang::Ja);
    choose(&mut desk, "Alt+Left", 3);
    let all = desk.model.listing.clone();
    desk.keys("Ctrl+A Esc").keys("PageDown*9 Up");
    assert_eq!(numbers(&desk).last(), Some(&61), "{}", desk.screen());
    // A row that gets its owner while it is open does not vanish under the writer's hands.
    desk.keys("PageUp*9 Enter Tab*4 Enter").types("広報").keys("Enter Esc");
    assert_eq!(numbers(&desk)[0], 4, "{}", desk.screen());
    assert_ne!(desk.model.listing, all);
    // Set again, the filter holds for all rows.
    choose(&mut desk, "Alt+Left", 3);
    assert_eq!(numbers(&desk)[0], 5, "{}", desk.screen());
}

#[test]
fn the_filter_comes_back_with_the_table() {
    let mut desk = at_long_table(Lang::Ja);
    choose(&mut desk, "Alt+Left", 3);
    desk.keys("F4 F4 F4");
    enter(&mut desk, Step::ResponseTable(Round::One));
    assert_eq!(numbers(&desk)[..2], [4, 5], "{}", desk.screen());
}

#[test]
fn letters_say_what_a_row_needs_and_the_strip_says_it_in_words() {
    at_sizes("table_needs", &[LEAST, COMMON], |lang| {
        let mut desk = under_factor(lang, "c-01");
        responses(&mut desk, Round::Two);
        let exists = Cell::row(Artefact::Policy, None, &RowId::from("escalation"), "exists");
        let because = Command::OpenChangeSet {
            id: kijo::domain::id::EntryId("c".into()),
            reason: "規定を確かめたため".into(),
        };
        let actor = desk.model.context().actor;
        desk.command(actor, because);
        desk.writes(exists, Value::Choice("yes".into()));
        enter(&mut desk, Step::ResponseTable(Round::Two));
        desk.keys("Down");
        desk
    });
}

/// A group with a facilitator: an inject of phase b was given at T+30.
fn told(lang: Lang) -> Desk {
    let mut desk = facilitated(lang);
    responses(&mut desk, Round::One);
    desk.command(Actor::Facilitator, Command::MoveClock { round: Round::One, minute: Minute(30) });
    let give = Command::GiveInject { round: Round::One, inject: slug("av-two-pcs"), text: None };
    desk.command(Actor::Facilitator, give);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk
}

#[test]
fn a_phase_is_suggested_until_somebody_confirms_it() {
    both("row_phase_suggested", |lang| {
        let mut desk = told(lang);
        desk.keys("Down Enter Tab*17");
        desk
    });
    both("row_phase_confirmed", |lang| {
        let mut desk = told(lang);
        desk.keys("Down Enter Tab*17 Alt+Right");
        desk
    });
}

#[test]
fn one_key_confirms_a_phase_from_the_table_too() {
    let mut desk = told(Lang::Ja);
    let held = |desk: &Desk, row: &str| desk.view().value(&cell(row, "phase"));
    assert_eq!(held(&desk, "r1"), Value::Empty);
    desk.keys("Alt+Right Down Alt+Right");
    assert_eq!(held(&desk, "r1"), Value::Choice("a".into()), "before the first inject");
    assert_eq!(held(&desk, "r2"), Value::Choice("b".into()), "the inject of T+30 was known");
    // The third row has no time: nothing is suggested, and it is said.
    desk.keys("Down Alt+Right");
    assert_eq!(held(&desk, "r3"), Value::Empty);
    assert!(desk.screen().contains("確定できる推定がありません"), "{}", desk.screen());
}

#[test]
fn the_named_rule_suggests_a_check_item() {
    let ruled = |lang| {
        let mut desk = told(lang);
        desk.writes(cell("r3", "rule"), several(&["severity"]));
        desk.keys("Down*2");
        desk
    };
    both("row_item_suggested_in_the_table", ruled);
    both("row_item_suggested", |lang| {
        let mut desk = ruled(lang);
        desk.keys("Enter Tab*30");
        desk
    });
    // Where the cursor is on a tag, that tag is confirmed and no other.
    let mut desk = ruled(Lang::Ja);
    desk.writes(cell("r3", "time"), Value::Minute(Minute(40)));
    desk.keys("Enter Tab*30 Alt+Right");
    let held = |desk: &Desk, field: &str| desk.view().value(&cell("r3", field));
    assert_eq!(held(&desk, "item"), Value::Choice("p2-incident-decision".into()));
    assert_eq!(held(&desk, "phase"), Value::Empty);
    desk.keys("Esc Alt+Right");
    assert_eq!(held(&desk, "phase"), Value::Choice("b".into()));
}

#[test]
fn suggested_phases_count_nowhere() {
    let mut desk = told(Lang::Ja);
    let covered = |desk: &Desk, phase: &str| {
        let coverage = kijo::domain::coverage::coverage(&desk.view(), Round::One).expect("it is played");
        let phase =
            coverage.phases.into_iter().find(|one| one.phase == *phase).expect("a phase of the material");
        (phase.rows.len(), phase.suggested.len())
    };
    assert_eq!(covered(&desk, "b"), (0, 1));
    desk.keys("Down Alt+Right");
    assert_eq!(covered(&desk, "b"), (1, 0));
    assert_eq!(desk.view().likely(&cell("r2", "phase")), Slug::new("b"));
}

#[test]
fn a_field_says_who_wrote_it() {
    everywhere("field_authorship", |lang| {
        let mut desk = alone(lang);
        let table = sheet(Artefact::ResponseTable, Round::One);
        row(&mut desk, table, "rows", "r1", &[("situation", text("設計部のPC 3台で不審な通信を確認"))]);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Enter Tab");
        desk
    });
}

#[test]
fn numbers_stand_beside_their_unit() {
    both("number_with_unit", |lang| {
        let mut desk = alone(lang);
        let report = |row: &str| Cell::row(Artefact::Report, Some(Round::One), &RowId::from(row), "count");
        desk.writes(report("records"), Value::Number(1350));
        enter(&mut desk, Step::Report(Round::One));
        // Below three fields and thirteen items.
        desk.keys("Tab*16 Enter").types("１，２００");
        desk
    });
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::Report(Round::One));
    desk.keys("Tab*16 Enter").types("１，２００").keys("Tab");
    assert!(desk.screen().contains("1,200名"), "{}", desk.screen());
}

#[test]
fn the_supplement_is_asked_for_exactly_without_a_rule() {
    let asks = |rule: &[&str], exists: &str| {
        let mut desk = alone(Lang::Ja);
        let policy = Cell::row(Artefact::Policy, None, &RowId::from("logs"), "exists");
        desk.writes(policy, Value::Choice(exists.into()));
        let table = sheet(Artefact::ResponseTable, Round::One);
        row(&mut desk, table, "rows", "r1", &[("rule", crate::stories::several(rule))]);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.size(80, 60).keys("Enter");
        desk.screen().contains("対応上の考慮点")
    };
    assert!(asks(&[], "yes"));
    assert!(!asks(&["logs"], "yes"));
    for exists in ["partly", "no", "unknown"] {
        assert!(asks(&["logs"], exists), "{exists}");
    }
}

#[test]
fn the_cursor_stays_on_a_row_that_moved_while_it_was_open() {
    let mut desk = facilitated(Lang::Ja);
    sixty_rows(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Enter");
    let open = desk.model.sheet.as_ref().and_then(|sheet| sheet.row.clone()).expect("a row is open");
    let place = sheet(Artefact::ResponseTable, Round::One);
    let last = desk.model.view().expect("a group").rows(place, "rows").last().map(|row| row.id.clone());
    desk.command(Actor::Facilitator, Command::MoveRow { place, row: open.clone(), after: last });
    desk.keys("Esc");
    let at_the_table = desk.model.desk().expect("a group");
    let chosen = desk.model.sheet.as_ref().and_then(|sheet| sheet.chosen_row(&at_the_table));
    assert_eq!(chosen, Some(open));
}
