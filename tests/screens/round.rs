//! The sheets of a round: initial response, table, report, agenda, press; logs asked for, people not reached.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Round, Step};
use kijo::domain::id::{RowId, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};
use crate::stories::{alone, enter, facilitated, responses, row, several, sheet, text, under_factor};

#[test]
fn the_initial_response_sheet_empty() {
    everywhere("initial_response_empty", alone);
}

#[test]
fn the_initial_response_sheet_filled() {
    let filled = |lang| {
        let mut desk = alone(lang);
        desk.types("標的型攻撃事案 2026-11#1").keys("Tab").types("第1報").keys("Tab");
        desk.types("佐藤 花子").keys("Tab*3").types("2026-11-20 16:40").keys("Tab*4");
        desk.types("「御社のPCが不審なサーバーと通信しています」").keys("Enter");
        desk.types("「至急ご確認ください」").keys("Tab");
        desk.types("JPCERT/CCの公開番号へ折り返して確かめる");
        desk
    };
    at_sizes("initial_response_filled", &[LEAST, COMMON, ROOMY], filled);
}

fn at_table(lang: Lang) -> Desk {
    let mut desk = alone(lang);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk
}

#[test]
fn the_response_table() {
    at_sizes("table", &[LEAST, COMMON, ROOMY], at_table);
    both("table_empty", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk
    });
}

#[test]
fn a_row_with_a_rule_asks_for_no_supplement() {
    both("row_by_rule", |lang| {
        let mut desk = at_table(lang);
        let exists = Cell::row(Artefact::Policy, None, &RowId::from("escalation"), "exists");
        desk.writes(exists, Value::Choice("yes".into()));
        desk.keys("Enter Tab*7");
        desk
    });
    everywhere("row_without_rule", |lang| {
        let mut desk = at_table(lang);
        desk.keys("Down Enter Tab*10");
        desk
    });
    everywhere("row_top", |lang| {
        let mut desk = at_table(lang);
        desk.keys("Enter Tab");
        desk
    });
}

#[test]
fn the_report() {
    let reported = |lang| {
        let mut desk = alone(lang);
        let report =
            |row: &str, field: &str| Cell::row(Artefact::Report, Some(Round::One), &RowId::from(row), field);
        desk.writes(report("persons", "count"), Value::Number(1200));
        enter(&mut desk, Step::Report(Round::One));
        desk.keys("Tab*3");
        desk
    };
    everywhere("report", reported);
    everywhere("report_numbers", |lang| {
        let mut desk = reported(lang);
        desk.keys("PageDown*2");
        desk
    });
}

#[test]
fn the_agenda_marks_what_is_internal() {
    everywhere("agenda", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::Press(Round::One));
        desk.types("記者クラブ各社");
        desk
    });
    everywhere("agenda_speaker", |lang| {
        let mut desk = alone(lang);
        let speaker = [
            ("speaker-position", text("代表取締役社長")),
            ("speaker-name", text("山本 太郎")),
            ("speaker-role", text("お詫びと総括")),
        ];
        row(&mut desk, sheet(Artefact::Agenda, Round::One), "speakers", "s1", &speaker);
        enter(&mut desk, Step::Press(Round::One));
        // Below the nine fields of the conference.
        desk.keys("Tab*9 Enter");
        desk.keys("Tab*2");
        desk
    });
}

#[test]
fn the_press_asks() {
    let asked = |lang: Lang| {
        let mut desk = facilitated(lang);
        for (id, question, hostility) in [
            ("q1", "いつ気づいたのですか。なぜ公表が遅れたのですか。", 3),
            ("q2", "被害者への補償はどうなりますか。", 2),
        ] {
            let ask = Command::AskPress {
                round: Round::One,
                row: RowId::from(id),
                text: question.into(),
                asked_by: "城北新聞".into(),
                hostility,
            };
            desk.command(Actor::Facilitator, ask);
        }
        enter(&mut desk, Step::Press(Round::One));
        desk.keys("F4");
        desk
    };
    everywhere("press", asked);
    everywhere("press_row", |lang| {
        let mut desk = asked(lang);
        desk.keys("Enter Tab*4").types("11月20日の16時40分に外部からの連絡で知りました。");
        desk
    });
    both("press_empty", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::Press(Round::One));
        desk.keys("F4");
        desk
    });
}

#[test]
fn asking_for_a_log() {
    everywhere("log_row", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+R");
        desk
    });
    everywhere("log_kind", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+R").types("proxy").keys("Enter");
        desk
    });
    everywhere("log_answer", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+R").types("proxy").keys("Enter Enter F2");
        desk
    });
    both("log_being_checked", |lang| {
        let mut desk = facilitated(lang);
        desk.keys("Ctrl+R").types("proxy").keys("Enter Enter F2");
        desk
    });
}

#[test]
fn a_log_nobody_keeps_is_answered_in_words() {
    both("log_nothing_to_find", |lang| {
        let mut desk = alone(lang);
        desk.keys("Ctrl+R").types("printers").keys("Enter Enter F2");
        desk
    });
}

#[test]
fn an_unreachable_owner_is_asked_about() {
    let named = |lang| {
        let mut desk = under_factor(lang, "c-01");
        responses(&mut desk, Round::Two);
        enter(&mut desk, Step::ResponseTable(Round::Two));
        // The owner of the third row is picked by keyboard.
        desk.keys("Down*2 Enter Tab*3 Enter").types("CIO").keys("Enter");
        desk
    };
    both("unreachable_question", named);
    at_sizes("unreachable_flag", &[LEAST, COMMON], |lang| {
        let mut desk = named(lang);
        desk.keys("Esc Esc");
        desk
    });
    both("unreachable_row", |lang| {
        let mut desk = named(lang);
        desk.keys("Esc");
        desk
    });
    both("unreachable_settled", |lang| {
        let mut desk = named(lang);
        desk.types("legal").keys("Enter Esc");
        desk
    });
}

#[test]
fn numbers_that_rose_make_a_report_stale() {
    both("stale_number", |lang| {
        let mut desk = under_factor(lang, "c-02");
        let cell = Cell::row(Artefact::Report, Some(Round::Two), &RowId::from("persons"), "count");
        desk.writes(cell, Value::Number(1200));
        // The factor strikes, and then the numbers rise.
        for minute in [150, 1300] {
            let minute = kijo::domain::id::Minute(minute);
            desk.command(Actor::Facilitator, Command::MoveClock { round: Round::Two, minute });
        }
        enter(&mut desk, Step::Report(Round::Two));
        // Below three fields and thirteen items.
        desk.keys("Tab*16 Enter");
        desk
    });
}

#[test]
fn a_fact_that_turned_out_false_flags_what_relies_on_it() {
    both("falsified_fact", |lang| {
        let mut desk = under_factor(lang, "c-05");
        responses(&mut desk, Round::Two);
        let cell = Cell::row(Artefact::ResponseTable, Some(Round::Two), &RowId::from("r1"), "facts");
        desk.writes(cell, several(&["personal-data"]));
        let clock = Command::MoveClock { round: Round::Two, minute: kijo::domain::id::Minute(4000) };
        desk.command(Actor::Facilitator, clock);
        enter(&mut desk, Step::ResponseTable(Round::Two));
        desk.keys("Enter");
        desk
    });
}

#[test]
fn a_scene_arrives_as_a_notice_only() {
    at_sizes("arrival", &[LEAST, COMMON], |lang| {
        let mut desk = facilitated(lang);
        desk.types("標的型");
        let inject = Command::Improvise {
            round: Round::One,
            inject: slug("spot"),
            title: "社長から電話".into(),
            from: "社長室".into(),
            channel: kijo::domain::scenario::Channel::Phone,
            text: "いつ公表するのかと聞かれています。".into(),
            public: false,
        };
        desk.command(Actor::Facilitator, inject);
        desk
    });
}
