//! The mouse: what is clicked gets the cursor, what is under the wheel scrolls.

use kijo::app::model::Over;
use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::message::Message;

use crate::desk::Desk;
use crate::shots::COMMON;
use crate::stories::{alone, enter, prepared, responses};

/// Where `words` stand on the screen.
fn place_of(desk: &Desk, words: &str) -> (u16, u16) {
    let screen = desk.screen();
    let found = screen.lines().enumerate().find_map(|(y, line)| {
        let (before, _) = line.split_once(words)?;
        Some((kijo::ui::width::width(before), y))
    });
    let (x, y) = found.unwrap_or_else(|| panic!("{words} is missing on\n{screen}"));
    (u16::try_from(x).expect("on the screen"), u16::try_from(y).expect("on the screen"))
}

fn click(desk: &mut Desk, words: &str) {
    let (x, y) = place_of(desk, words);
    desk.tell(Message::Click(x, y));
}

fn wheel(desk: &mut Desk, words: &str, rows: i16) {
    let (x, y) = place_of(desk, words);
    for _ in 0..rows.abs() {
        desk.tell(Message::Wheel(x, y, rows.signum()));
    }
}

fn chosen(desk: &Desk) -> String {
    let screen = desk.screen();
    let mut marked = screen.lines().filter(|line| line.contains('>'));
    marked.next_back().unwrap_or_default().to_owned()
}

#[test]
fn an_entry_is_chosen_by_one_click_and_opened_by_the_next() {
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    click(&mut desk, "ステークホルダーリスト");
    assert!(chosen(&desk).contains("ステークホルダーリスト"), "{}", desk.screen());
    assert!(desk.model.sheet.is_none());
    click(&mut desk, "ステークホルダーリスト");
    let place = desk.model.sheet.as_ref().map(|sheet| sheet.place.artefact);
    assert_eq!(place, Some(Artefact::Stakeholders));
}

#[test]
fn the_entry_that_is_clicked_is_the_one_that_is_shown() {
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    desk.keys("PageUp").keys("Down*18");
    let lines: Vec<String> = desk.screen().lines().map(str::to_owned).collect();
    let here = lines.iter().position(|line| line.contains('>')).expect("something is chosen");
    let wanted = lines[here - 2].trim().to_owned();
    let words = wanted.split("  ").next().expect("a title").to_owned();
    click(&mut desk, &words);
    assert!(chosen(&desk).contains(&words), "{words}\n{}", desk.screen());
}

#[test]
fn every_row_of_a_title_and_of_a_table_is_its_entry() {
    let mut desk = prepared(Lang::En, Facilitation::Automatic);
    enter(&mut desk, Step::WrapUp);
    click(&mut desk, "and other people");
    assert!(chosen(&desk).contains("Fix today the date"), "{}", desk.screen());
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    click(&mut desk, "審な通信を確認");
    assert!(chosen(&desk).contains("> 2 "), "{}", desk.screen());
}

#[test]
fn a_field_gets_the_cursor_and_keeps_what_was_typed_before() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型攻撃の件");
    click(&mut desk, "通報者");
    assert!(chosen(&desk).contains("通報者"), "{}", desk.screen());
    let cell = Cell::form(Artefact::InitialResponse, Some(Round::One), "case-name");
    assert_eq!(desk.text_of(&cell), "標的型攻撃の件");
}

#[test]
fn a_row_is_chosen_by_one_click_and_opened_by_the_next() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    click(&mut desk, " 2 ");
    click(&mut desk, " 2 ");
    let row = desk.model.sheet.as_ref().and_then(|sheet| sheet.row.clone());
    assert_eq!(row.map(|row| row.0).as_deref(), Some("r2"));
}

#[test]
fn a_step_of_the_rail_is_entered() {
    let mut desk = alone(Lang::Ja);
    desk.size(COMMON.0, COMMON.1);
    click(&mut desk, "インシデント対応表");
    assert_eq!(desk.model.step, Step::ResponseTable(Round::One));
}

#[test]
fn an_option_is_picked_and_of_several_marked() {
    let mut desk = alone(Lang::Ja);
    desk.keys("F3");
    click(&mut desk, "インシデント報告書");
    assert_eq!(desk.model.step, Step::Report(Round::One));
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Enter Tab*4 Enter");
    let (x, y) = place_of(&desk, "[ ] ");
    desk.tell(Message::Click(x, y));
    let Some(Over::Picker(picker)) = &desk.model.over else {
        panic!("it is still open:\n{}", desk.screen());
    };
    assert!(picker.options.iter().any(|option| option.marked));
    let marked = desk.screen().lines().nth(y.into()).map(str::to_owned).unwrap_or_default();
    assert!(marked.contains("[x]"), "{}", desk.screen());
}

#[test]
fn a_click_beside_a_list_does_nothing() {
    let mut desk = alone(Lang::Ja);
    desk.keys("F3");
    let before = desk.screen();
    desk.tell(Message::Click(0, 0)).tell(Message::Click(79, 23));
    assert_eq!(desk.screen(), before);
}

#[test]
fn the_wheel_scrolls_a_sheet_and_leaves_the_cursor_where_it_is() {
    let mut desk = alone(Lang::Ja);
    desk.types("不審な");
    wheel(&mut desk, "事案名", 9);
    assert!(!desk.screen().contains("不審な"), "{}", desk.screen());
    assert!(desk.drafts.len() == 1, "the field was not left");
    desk.types("通信");
    assert!(desk.screen().contains("不審な通信"), "{}", desk.screen());
}

#[test]
fn the_wheel_scrolls_what_is_under_it() {
    let mut desk = alone(Lang::Ja);
    desk.size(COMMON.0, 24);
    desk.keys("F2 Tab*7 Esc");
    let before = desk.screen();
    desk.tell(Message::Wheel(100, 10, 1)).tell(Message::Wheel(100, 10, 1));
    assert_ne!(desk.screen(), before, "the panel");
    assert_eq!(desk.model.sheet.as_ref().map(|sheet| sheet.top), Some(0), "and only the panel");
    desk.tell(Message::Wheel(100, 10, -1)).tell(Message::Wheel(100, 10, -1));
    assert_eq!(desk.screen(), before);
    desk.size(80, 24).keys("F2");
    let before = desk.screen();
    wheel(&mut desk, "[期限]", 3);
    assert_ne!(desk.screen(), before, "a text over the screen");
}
