//! Who writes and for how long, the page between two of them, the clock for the room, the blank screen.

use std::time::Duration;

use kijo::app::model::Over;
use kijo::app::stage;
use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Facilitation, Round, Step};
use kijo::domain::id::{GroupId, Minute, ParticipantId};
use kijo::domain::sheet::{Artefact, Cell};
use kijo::domain::words::Lang;
use kijo::message::{Action, Message};
use kijo::screens::Seat;
use kijo::ui::theme::{Frames, Look, Theme};

use crate::desk::{Desk, Speed};
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};
use crate::stories::{alone, choose, enter, facilitated, prepared, responses};

fn minutes(desk: &mut Desk, minutes: u64) {
    desk.tell(Message::Time(Duration::from_secs(minutes * 60)));
}

fn case_name() -> Cell {
    Cell::form(Artefact::InitialResponse, Some(Round::One), "case-name")
}

fn top_line(desk: &Desk) -> String {
    desk.screen().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn another_writer_begins_on_a_page_that_gives_nothing_away() {
    at_sizes("hand_over", &[LEAST, COMMON, ROOMY], |lang| {
        let mut desk = alone(lang);
        desk.types("標的型攻撃の件").keys("Tab Ctrl+W").types("鈴木").keys("Enter");
        desk
    });
    let mut desk = alone(Lang::Ja);
    desk.types("標的型攻撃の件").keys("Tab Ctrl+W").types("鈴木").keys("Enter");
    assert!(!desk.screen().contains("標的型攻撃の件"), "{}", desk.screen());
    desk.types("紛れこんだ文字").keys("Enter");
    assert!(desk.model.over.is_none());
    assert!(desk.screen().contains("標的型攻撃の件"));
    assert!(!desk.screen().contains("紛れこんだ文字"));
    assert!(top_line(&desk).contains("記入者 鈴木 一郎"));
}

#[test]
fn the_first_writer_and_the_other_screens_see_no_page() {
    let mut desk = Desk::new(Lang::Ja, Facilitation::Automatic);
    let join = Command::Join { person: ParticipantId::from("sato"), name: "佐藤 花子".into() };
    desk.command(Actor::Facilitator, join);
    desk.keys("Ctrl+W").types("佐藤").keys("Enter");
    assert!(desk.model.over.is_none(), "nobody had written before");
    let mut desk = alone(Lang::Ja);
    let mut other = desk.beside(Seat::Participants);
    desk.keys("Ctrl+W").types("鈴木").keys("Enter");
    other.follow();
    assert!(other.model.over.is_none(), "nobody is interrupted on another screen");
}

/// Two groups; the first is in round one, the second has not begun.
fn two_groups(lang: Lang) -> Desk {
    let mut desk = Desk::with_groups(lang, Facilitation::Automatic, 2);
    for (id, name) in [("sato", "佐藤 花子"), ("tanaka", "田中 恵")] {
        let join = Command::Join { person: ParticipantId::from(id), name: name.into() };
        desk.command(Actor::Facilitator, join);
    }
    desk.command(Actor::Facilitator, Command::HandPen { person: Some(ParticipantId::from("sato")) });
    choose(&mut desk, Round::One, "targeted-attack");
    enter(&mut desk, Step::InitialResponse(Round::One));
    desk.keys("F2 Esc");
    desk
}

#[test]
fn another_group_takes_over_without_seeing_anything() {
    everywhere("hand_over_group", |lang| {
        let mut desk = two_groups(lang);
        desk.types("標的型攻撃の件").does(Action::HandGroup);
        desk
    });
    both("handed_over_group", |lang| {
        let mut desk = two_groups(lang);
        desk.types("標的型攻撃の件").does(Action::HandGroup).keys("Enter");
        desk
    });
    let mut desk = two_groups(Lang::Ja);
    desk.types("標的型攻撃の件").does(Action::HandGroup);
    assert!(!desk.screen().contains("標的型"), "{}", desk.screen());
    desk.keys("Enter");
    assert_eq!(desk.model.group, GroupId(2));
    assert_eq!(desk.model.step, Step::Preparation);
    assert!(!desk.screen().contains("標的型"), "{}", desk.screen());
    desk.does(Action::HandGroup).keys("Enter");
    assert_eq!(desk.model.group, GroupId(1));
    assert_eq!(desk.text_of(&case_name()), "標的型攻撃の件");
    assert!(desk.screen().contains("標的型攻撃の件"));
}

#[test]
fn nobody_takes_over_before_everything_is_saved() {
    let mut desk = two_groups(Lang::Ja);
    desk.disk(Speed::Slow).types("標的型攻撃の件").does(Action::HandGroup).keys("Enter");
    assert_eq!(desk.model.group, GroupId(1));
    assert!(desk.screen().contains("保存しています"), "{}", desk.screen());
    desk.catch_up();
    assert!(desk.screen().contains("すべて保存されています"), "{}", desk.screen());
    desk.keys("Enter");
    assert_eq!(desk.model.group, GroupId(2));
    let mut desk = two_groups(Lang::Ja);
    desk.disk_full(true).types("標的型攻撃の件").does(Action::HandGroup).keys("Enter");
    assert_eq!(desk.model.group, GroupId(1));
    assert!(desk.screen().contains("保存されていないもの"), "{}", desk.screen());
    desk.keys("Esc");
    assert!(desk.screen().contains("標的型攻撃の件"));
}

#[test]
fn of_several_groups_one_is_picked() {
    both("hand_over_which", |lang| {
        let mut desk = Desk::with_groups(lang, Facilitation::Automatic, 3);
        desk.does(Action::HandGroup);
        desk
    });
    let mut desk = Desk::with_groups(Lang::Ja, Facilitation::Automatic, 3);
    desk.does(Action::HandGroup).types("3").keys("Enter Enter");
    assert_eq!(desk.model.group, GroupId(3));
}

#[test]
fn what_came_in_for_a_group_is_still_new_when_it_comes_back() {
    let mut desk = two_groups(Lang::Ja);
    desk.does(Action::HandGroup).keys("Enter");
    let first = kijo::domain::command::Context { actor: Actor::Facilitator, group: Some(GroupId(1)) };
    let next = desk.model.workshop.view(GroupId(1)).and_then(|view| {
        let scene = view.play(Round::One)?.next_scene(view.scenario(Round::One)?)?;
        Some(Command::ReleaseScene { round: Round::One, scene: scene.id.clone() })
    });
    desk.command_of(first, next.expect("there is another scene"));
    assert_eq!(desk.model.unseen(), 0, "no news of theirs here");
    desk.does(Action::HandGroup).keys("Enter");
    assert!(desk.model.unseen() > 0);
}

#[test]
fn turns_are_timed_only_where_somebody_wants_it() {
    let mut desk = alone(Lang::Ja);
    minutes(&mut desk, 12);
    assert!(!top_line(&desk).contains("12"), "{}", top_line(&desk));
    assert_eq!(stage::wake_in(&desk.model), None, "nothing has to be drawn again");
    both("turn", |lang| {
        let mut desk = alone(lang);
        desk.model.turn_minutes = Some(15);
        minutes(&mut desk, 12);
        desk
    });
    let mut desk = alone(Lang::Ja);
    desk.model.turn_minutes = Some(15);
    desk.tell(Message::Time(Duration::from_secs(90)));
    assert!(top_line(&desk).contains("1/15分"), "{}", top_line(&desk));
    assert_eq!(stage::wake_in(&desk.model), Some(Duration::from_secs(30)), "once a minute");
    desk.keys("Ctrl+W").types("鈴木").keys("Enter Enter");
    assert!(top_line(&desk).contains("0/15分"), "another turn: {}", top_line(&desk));
}

#[test]
fn who_wrote_how_much_is_told_only_where_somebody_wants_it() {
    let mut desk = alone(Lang::Ja);
    desk.keys("F5").types("記入の内訳");
    assert!(desk.screen().contains("該当するものがありません"), "{}", desk.screen());
    everywhere("contributions", |lang| {
        let mut desk = alone(lang);
        desk.model.contributions = true;
        responses(&mut desk, Round::One);
        desk.types("標的型攻撃の件").keys("Tab").does(Action::Contributions);
        desk
    });
}

#[test]
fn the_clock_can_be_read_from_the_back() {
    at_sizes("clock", &[LEAST, COMMON, ROOMY], |lang| {
        let mut desk = facilitated(lang);
        desk.command(Actor::Facilitator, Command::MoveClock { round: Round::One, minute: Minute(150) });
        minutes(&mut desk, 4);
        desk.does(Action::BigClock);
        desk
    });
    both("clock_late", |lang| {
        let mut desk = facilitated(lang);
        desk.command(
            Actor::Facilitator,
            Command::MoveClock { round: Round::One, minute: Minute(14 * 24 * 60) },
        );
        minutes(&mut desk, 40);
        desk.does(Action::BigClock);
        desk
    });
    both("clock_before", |lang| {
        let mut desk = prepared(lang, Facilitation::Automatic);
        desk.does(Action::BigClock);
        desk
    });
}

#[test]
fn a_clock_is_plain_where_there_are_no_colours() {
    let mut desk = facilitated(Lang::Ja);
    desk.model.look = Look { theme: Theme::Plain, frames: Frames::Ascii };
    desk.does(Action::BigClock);
    let blocks = |c: char| ('\u{2500}'..='\u{259f}').contains(&c);
    assert!(!desk.screen().contains(blocks), "{}", desk.screen());
}

#[test]
fn time_is_drawn_only_while_it_is_shown() {
    let mut desk = facilitated(Lang::Ja);
    assert_eq!(stage::wake_in(&desk.model), None);
    desk.does(Action::BigClock);
    desk.tell(Message::Time(Duration::from_millis(2_300)));
    assert_eq!(stage::wake_in(&desk.model), Some(Duration::from_millis(700)), "once a second");
    desk.keys("Ctrl+B");
    assert_eq!(stage::wake_in(&desk.model), None, "nobody sees it");
    desk.keys("x Esc");
    assert_eq!(stage::wake_in(&desk.model), None);
    let mut desk = prepared(Lang::Ja, Facilitation::Automatic);
    desk.does(Action::BigClock);
    assert_eq!(stage::wake_in(&desk.model), None, "the preparation has no time box");
}

#[test]
fn a_look_at_another_step_does_not_start_the_time_box_again() {
    let mut desk = facilitated(Lang::Ja);
    minutes(&mut desk, 10);
    enter(&mut desk, Step::Review);
    minutes(&mut desk, 11);
    enter(&mut desk, Step::InitialResponse(Round::One));
    minutes(&mut desk, 12);
    desk.does(Action::BigClock);
    // Twenty-five minutes are meant for it; eleven were spent in it.
    assert_eq!(stage::wake_in(&desk.model), Some(Duration::from_secs(1)));
    desk.tell(Message::Time(Duration::from_secs(12 * 60 + 30)));
    let drawn = desk.screen();
    desk.tell(Message::Time(Duration::from_secs(12 * 60 + 31)));
    assert_ne!(desk.screen(), drawn);
}

#[test]
fn a_blank_screen_shows_one_line_and_any_key_brings_it_back() {
    for key in ["x", "Enter", "Esc", "Ctrl+N", "Ctrl+Q", "Ctrl+B", "F5", "F11", "Insert", "Tab", "Ctrl+D"] {
        let mut desk = alone(Lang::Ja);
        desk.types("標的型攻撃の件").keys("Tab F5");
        let before = desk.screen_and_cursor();
        desk.keys("Ctrl+B");
        let lines = desk.screen().lines().filter(|line| !line.trim().is_empty()).count();
        assert_eq!(lines, 1, "{}", desk.screen());
        assert!(desk.screen_and_cursor().ends_with("[no cursor]"));
        minutes(&mut desk, 1);
        assert!(desk.model.blank, "time does not bring it back");
        desk.keys(key);
        assert_eq!(desk.screen_and_cursor(), before, "{key}");
        assert!(!desk.left, "{key}");
    }
}

#[test]
fn a_clock_or_page_lets_a_real_incident_be_seen() {
    let mut desk = facilitated(Lang::Ja);
    desk.does(Action::BigClock);
    desk.command(Actor::Facilitator, Command::BreakOff);
    assert!(desk.screen().contains("実インシデント対応中"), "{}", desk.screen());
    assert!(matches!(desk.model.over, Some(Over::Clock)));
}
