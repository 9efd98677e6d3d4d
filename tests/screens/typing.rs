//! Typing: fields, Enter and Esc, undo, languages, arrivals, disks that fail.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Round, Step};
use kijo::domain::id::{RowId, slug};
use kijo::domain::scenario::Channel;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::message::Action;
use kijo::screens::Seat;

use crate::desk::{Desk, Speed};
use crate::shots::both;
use crate::stories::{alone, enter, facilitated, responses, row, several, sheet, text};

fn form(field: &str) -> Cell {
    Cell::form(Artefact::InitialResponse, Some(Round::One), field)
}

fn response(row: &str, field: &str) -> Cell {
    Cell::row(Artefact::ResponseTable, Some(Round::One), &RowId::from(row), field)
}

fn cursor_of(desk: &Desk) -> String {
    let screen = desk.screen_and_cursor();
    screen.lines().last().unwrap_or_default().to_owned()
}

fn typing_in(desk: &Desk) -> Option<Cell> {
    let editor = desk.model.sheet.as_ref()?.editor.as_ref()?;
    Some(editor.cell.clone())
}

#[test]
fn enter_goes_on_from_a_short_field() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型").keys("Enter");
    assert_eq!(typing_in(&desk), Some(form("edition")));
    assert_eq!(desk.text_of(&form("case-name")), "標的型");
}

#[test]
fn enter_is_a_new_line_in_a_long_field() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*9").types("一行目").keys("Enter").types("二行目").keys("Tab");
    assert_eq!(desk.text_of(&form("verbatim")), "一行目\n二行目");
}

#[test]
fn keys_of_input_methods_do_nothing() {
    let mut desk = alone(Lang::Ja);
    desk.types("変換");
    let before = desk.screen_and_cursor();
    for key in ["Ctrl+J", "Ctrl+H", "Ctrl+I", "Ctrl+K", "Ctrl+O", "Ctrl+P", "Ctrl+T", "Ctrl+U", "Ctrl+M"] {
        desk.keys(key);
        assert_eq!(desk.screen_and_cursor(), before, "{key}");
    }
    for key in ["F6", "F7", "F8", "F9", "F10"] {
        desk.keys(key);
        assert_eq!(desk.screen_and_cursor(), before, "{key}");
    }
}

#[test]
fn escape_leaves_and_keeps_the_text() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型攻撃").keys("Esc");
    assert_eq!(desk.text_of(&form("case-name")), "標的型攻撃");
    // Nothing is behind the sheet of a step: no list opens that would swallow what one types next.
    desk.types("事案").keys("Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型攻撃事案");
}

#[test]
fn escape_says_how_one_goes_elsewhere_where_nothing_is_behind() {
    both("nothing_behind", |lang| {
        let mut desk = alone(lang);
        desk.keys("Esc");
        desk
    });
}

#[test]
fn escape_on_another_sheet_comes_back_to_that_of_the_step() {
    let mut desk = alone(Lang::Ja);
    let begun = |desk: &Desk| desk.model.sheet.as_ref().map(|sheet| sheet.place.artefact);
    for ways in ["F4 F4 Esc", "F4 Esc", "F12 Down*5 Enter Esc"] {
        desk.keys(ways);
        assert_eq!(begun(&desk), Some(Artefact::InitialResponse), "{ways}");
    }
}

#[test]
fn undo_takes_back_a_burst() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型").tell(kijo::message::Message::Rest);
    desk.types("攻撃").keys("Ctrl+Z Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型");
    desk.keys("Shift+Tab").types("事案").keys("Ctrl+Z Ctrl+Y Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型事案");
}

#[test]
fn another_language_keeps_text_and_place() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型攻撃").keys("Left*2");
    let cursor = cursor_of(&desk);
    desk.keys("Ctrl+L");
    assert_eq!(cursor_of(&desk), cursor);
    assert!(desk.screen().contains("Case name"));
    desk.types("の").keys("Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型の攻撃");
}

#[test]
fn material_is_shown_in_the_language_of_the_screen() {
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::Preparation);
    desk.keys("Down*5 Enter Enter");
    let japanese = desk.screen();
    desk.keys("Ctrl+L");
    let english = desk.screen();
    assert_ne!(japanese, english);
    assert!(english.contains("Client") || english.contains("Information security"), "{english}");
    desk.keys("Down Up");
    assert_eq!(desk.screen(), english, "moving about shows nothing else");
}

#[test]
fn a_time_that_is_none_stays_and_says_why() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Down*2 Enter").types("夕方").keys("Tab");
    assert!(desk.screen().contains("夕方"));
    assert_eq!(desk.view().value(&response("r3", "time")), Value::Empty);
    desk.keys("Shift+Tab");
    assert!(desk.screen().contains("T0からの時間"), "{}", desk.screen());
    desk.keys("Backspace*2").types("1h30m").keys("Tab");
    assert!(desk.screen().contains("T＋1時間30分"), "{}", desk.screen());
}

#[test]
fn a_full_disk_keeps_the_text_until_there_is_room() {
    let mut desk = alone(Lang::Ja);
    desk.disk_full(true).types("標的型攻撃").keys("Tab");
    assert!(desk.screen().contains("保存できません"));
    assert!(desk.screen().contains("標的型攻撃"));
    assert!(desk.drafts.contains_key(&form("case-name")));
    desk.types("第1報").keys("Tab");
    desk.disk_full(false).does(Action::SaveAgain);
    assert!(!desk.screen().contains("保存できません"));
    assert_eq!(desk.text_of(&form("case-name")), "標的型攻撃");
    assert_eq!(desk.text_of(&form("edition")), "第1報");
    assert!(desk.drafts.is_empty());
}

#[test]
fn nothing_is_called_saved_before_it_is() {
    let mut desk = alone(Lang::Ja);
    desk.disk(Speed::Slow).types("標的型").keys("Tab");
    assert!(desk.screen().contains("保存中"), "{}", desk.screen());
    desk.catch_up();
    assert!(desk.screen().contains("保存済み"));
}

#[test]
fn typing_goes_on_while_a_slow_disk_saves() {
    let mut desk = alone(Lang::Ja);
    desk.disk(Speed::Slow).types("標的型").keys("Tab Shift+Tab");
    desk.types("攻撃").catch_up();
    assert_eq!(typing_in(&desk), Some(form("case-name")));
    desk.types("事案").keys("Tab").catch_up();
    assert_eq!(desk.text_of(&form("case-name")), "標的型攻撃事案");
    assert!(desk.view().group.conflicts.is_empty());
}

#[test]
fn an_arrival_neither_moves_the_cursor_nor_touches_the_text() {
    let mut desk = facilitated(Lang::Ja);
    desk.types("標的型攻撃").keys("Left*2");
    let cursor = cursor_of(&desk);
    let inject = Command::Improvise {
        round: Round::One,
        inject: slug("spot"),
        title: "社長から電話".into(),
        from: "社長室".into(),
        channel: Channel::Phone,
        text: "いつ公表するのか".into(),
        public: false,
    };
    desk.command(Actor::Facilitator, inject);
    assert_eq!(cursor_of(&desk), cursor);
    assert!(desk.screen().contains("新しい情報"));
    desk.types("の").keys("Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型の攻撃");
}

#[test]
fn rows_that_others_add_do_not_move_the_cursor() {
    let mut desk = alone(Lang::Ja);
    let agenda = sheet(Artefact::Agenda, Round::One);
    row(&mut desk, agenda, "qa", "qa1", &[("qa-question", text("原因は"))]);
    enter(&mut desk, Step::Press(Round::One));
    desk.keys("Down*10");
    let chosen = |desk: &Desk| {
        let seen = desk.model.desk().expect("the group is there");
        let sheet = desk.model.sheet.as_ref().expect("the agenda is open");
        sheet.chosen(&seen)
    };
    let before = chosen(&desk);
    let mut other = desk.beside(Seat::Participants);
    row(&mut other, agenda, "speakers", "s1", &[]);
    desk.follow();
    assert_eq!(chosen(&desk), before);
}

#[test]
fn fields_that_others_hide_do_not_move_the_cursor() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Down Enter");
    while typing_in(&desk) != Some(response("r2", "evidence")) {
        desk.keys("Tab");
    }
    desk.types("ディスクの写し");
    let mut other = desk.beside(Seat::Participants);
    let exists = Cell::row(Artefact::Policy, None, &RowId::from("escalation"), "exists");
    other.writes(exists, Value::Choice("yes".into()));
    other.writes(response("r2", "rule"), several(&["escalation"]));
    desk.follow();
    assert_eq!(typing_in(&desk), Some(response("r2", "evidence")));
    desk.types("を取る").keys("Esc");
    assert_eq!(desk.text_of(&response("r2", "evidence")), "ディスクの写しを取る");
}

#[test]
fn two_texts_for_one_field_are_both_shown_and_both_kept() {
    let mut desk = alone(Lang::Ja);
    let mut other = desk.beside(Seat::Participants);
    other.types("標的型攻撃の疑い").keys("Tab");
    desk.types("外部からの通報").keys("Tab");
    assert!(desk.screen().contains("標的型攻撃の疑い"));
    assert!(desk.screen().contains("外部からの通報"));
    desk.keys("Down*2 Enter");
    let kept = desk.text_of(&form("case-name"));
    assert_eq!(kept, "標的型攻撃の疑い / 外部からの通報");
}

#[test]
fn a_very_long_conflict_still_can_be_settled() {
    let mut desk = alone(Lang::Ja);
    let mut other = desk.beside(Seat::Participants);
    other.keys("Tab*9").types(&"先の文。".repeat(2000)).keys("Tab");
    desk.keys("Tab*9").types(&"後の文。".repeat(2000)).keys("Tab");
    let screen = desk.screen();
    assert!(screen.contains("あとから書かれたほう"), "{screen}");
    assert!(screen.contains("両方を残す"), "{screen}");
}

#[test]
fn texts_left_behind_come_back_into_their_fields() {
    let mut desk = alone(Lang::Ja);
    desk.finds(vec![(form("edition"), "第1報".into())]);
    assert!(desk.screen().contains("書きかけ"));
    desk.keys("Enter");
    assert_eq!(desk.text_of(&form("edition")), "第1報");
}

#[test]
fn a_mark_can_be_taken_away_again() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Enter Tab*4 Enter Tab Enter");
    assert_eq!(desk.view().value(&response("r1", "action-owner")), several(&["operator"]));
    desk.keys("Enter Tab Enter");
    assert!(desk.view().value(&response("r1", "action-owner")).is_empty());
}

#[test]
fn a_version_can_be_taken_back_as_a_new_one() {
    let mut desk = alone(Lang::Ja);
    desk.types("標的型").keys("Tab Shift+Tab").types("攻撃").keys("Ctrl+E");
    assert!(desk.screen().contains("標的型攻撃"), "what was being typed is a version too");
    desk.keys("Down Enter");
    assert_eq!(desk.text_of(&form("case-name")), "標的型");
    let history = desk.view().group.sheets.history(&form("case-name"));
    assert_eq!(history.map(|history| history.revisions.len()), Some(3));
}

#[test]
fn scrolling_past_the_end_costs_nothing_on_the_way_back() {
    let mut desk = alone(Lang::Ja);
    desk.keys("F2 PageDown*30");
    let end = desk.screen();
    desk.keys("Up");
    assert_ne!(desk.screen(), end);
}

#[test]
fn reading_only_means_looking_without_being_scolded() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    let mut reader = desk.beside(Seat::Reader);
    for step in kijo::domain::flow::STEPS {
        enter(&mut reader, step);
        assert!(reader.model.notice.is_none(), "{step:?}: {}", reader.screen());
    }
    enter(&mut reader, Step::ResponseTable(Round::One));
    reader.keys("Ctrl+A");
    assert!(reader.screen().contains("閲覧のみです"), "{}", reader.screen());
}

#[test]
fn the_first_save_that_succeeds_takes_the_others_along() {
    let mut desk = alone(Lang::Ja);
    desk.disk_full(true).types("標的型攻撃").keys("Tab");
    desk.disk_full(false).types("第1報").keys("Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型攻撃");
    assert!(!desk.screen().contains("保存できません"));
}

#[test]
fn a_row_of_the_review_is_added_once_its_reason_is_given() {
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::Review);
    desk.keys("Down*2 Enter Enter").types("規程が見当たらない").keys("Enter");
    let rules = kijo::domain::event::Place { artefact: Artefact::Rules, round: None };
    assert_eq!(desk.view().rows(rules, "rules").len(), 1, "{}", desk.screen());
    assert!(typing_in(&desk).is_some(), "and is open to be written in");
}

#[test]
fn what_was_typed_in_a_field_that_others_hide_is_saved() {
    let mut desk = alone(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Down Enter");
    while typing_in(&desk) != Some(response("r2", "no-rule-grounds")) {
        desk.keys("Tab");
    }
    desk.types("前例に倣った");
    let mut other = desk.beside(Seat::Participants);
    let exists = Cell::row(Artefact::Policy, None, &RowId::from("escalation"), "exists");
    other.writes(exists, Value::Choice("yes".into()));
    other.writes(response("r2", "rule"), several(&["escalation"]));
    desk.follow();
    assert_eq!(desk.text_of(&response("r2", "no-rule-grounds")), "前例に倣った");
}

#[test]
fn a_group_is_left_only_with_everything_saved() {
    let mut desk = Desk::with_groups(Lang::Ja, kijo::domain::event::Facilitation::Automatic, 2);
    crate::stories::choose(&mut desk, Round::One, "targeted-attack");
    enter(&mut desk, Step::InitialResponse(Round::One));
    desk.keys("F2 Esc").types("第一グループの事案").does(Action::NextGroup);
    desk.does(Action::NextGroup);
    assert_eq!(desk.model.group, kijo::domain::id::GroupId(2));
    assert!(desk.model.unsaved.is_empty());
    assert_eq!(desk.text_of(&form("case-name")), "");
    desk.does(Action::NextGroup);
    assert_eq!(desk.text_of(&form("case-name")), "第一グループの事案");
}

#[test]
fn a_pasted_text_of_several_lines_fits_a_short_field() {
    let mut desk = alone(Lang::Ja);
    desk.pastes("標的型\n攻撃").keys("Tab");
    assert_eq!(desk.text_of(&form("case-name")), "標的型 攻撃");
}

#[test]
fn a_date_says_how_it_is_written_before_it_is() {
    let mut desk = alone(Lang::Ja);
    desk.keys("Tab*4");
    assert!(desk.screen().contains("日付と時刻で記入してください"), "{}", desk.screen());
    desk.types("2026年11月20日 16時31分");
    assert!(!desk.screen().contains("日付と時刻で記入してください"), "{}", desk.screen());
    desk.keys("Tab");
    assert!(desk.screen().contains("2026年11月20日（金）16:31"), "{}", desk.screen());
}
