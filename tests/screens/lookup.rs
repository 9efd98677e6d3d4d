//! The reference: searched, gone to, quoted into what is being written; what is new in it; deadlines that run.

use kijo::domain::command::Command;
use kijo::domain::event::{Actor, Round, Step};
use kijo::domain::id::{RowId, slug};
use kijo::domain::scenario::Channel;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::Lang;
use kijo::screens::Seat;

use crate::desk::{Desk, Speed};
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};
use crate::stories::{enter, facilitated, responses, several, text, under_factor};

fn form(field: &str) -> Cell {
    Cell::form(Artefact::InitialResponse, Some(Round::One), field)
}

fn response(row: &str, field: &str) -> Cell {
    Cell::row(Artefact::ResponseTable, Some(Round::One), &RowId::from(row), field)
}

fn second_notice(desk: &mut Desk) {
    let improvise = Command::Improvise {
        round: Round::One,
        inject: slug("second"),
        title: "2通目の通知".into(),
        from: "JPCERT/CC".into(),
        channel: Channel::Mail,
        text: "通信先がもう一つ見つかりました。".into(),
        public: false,
    };
    desk.command(Actor::Facilitator, improvise);
}

/// A response row is open, the cursor in its situation.
fn in_a_row(lang: Lang) -> Desk {
    let mut desk = facilitated(lang);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Enter Tab");
    desk
}

#[test]
fn one_search_across_everything() {
    at_sizes("search", &[LEAST, COMMON, ROOMY], |lang| {
        let mut desk = in_a_row(lang);
        second_notice(&mut desk);
        desk.keys("Ctrl+F");
        desk
    });
    at_sizes("search_filtered", &[LEAST, COMMON], |lang| {
        let mut desk = in_a_row(lang);
        desk.keys("Ctrl+F").types("proxy");
        desk
    });
    both("search_nothing", |lang| {
        let mut desk = in_a_row(lang);
        desk.keys("Ctrl+F").types("xyzzy");
        desk
    });
}

#[test]
fn everything_of_the_reference_is_found_in_either_language() {
    for (lang, words, first) in [
        (Lang::Ja, "指令の受け渡し", "状況"),
        (Lang::Ja, "ぷろきし", "環境    プロキシ"),
        (Lang::Ja, "こうほう", "関係者"),
        (Lang::Ja, "stop 停止", "規定"),
        (Lang::Ja, "GDPR", "期限    EU：GDPR"),
        (Lang::En, "プロキシ", "Facts      Proxy"),
        (Lang::En, "triage", "Guidance"),
        (Lang::En, "holding statement", "Glossary"),
    ] {
        let mut desk = in_a_row(lang);
        desk.keys("Ctrl+F").types(words);
        let screen = desk.screen();
        assert!(screen.contains(&format!("> {first}")), "{words}: {screen}");
    }
}

#[test]
fn a_line_of_ones_own_in_the_chronology_is_found() {
    let mut desk = in_a_row(Lang::Ja);
    desk.keys("Ctrl+X").types("社長が登庁").keys("Enter Ctrl+F").types("登庁");
    assert!(desk.screen().contains("1/1") && desk.screen().contains("> 経過"), "{}", desk.screen());
}

#[test]
fn enter_goes_to_the_place() {
    everywhere("search_there", |lang| {
        let mut desk = in_a_row(lang);
        desk.keys("Ctrl+F").types("gdpr").keys("Enter");
        desk
    });
    let mut desk = in_a_row(Lang::Ja);
    desk.types("あ").keys("Ctrl+F").types("プロキシ").keys("Enter Esc").types("い");
    let typed = desk.model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref()).map(|one| one.field.text());
    assert!(typed.is_some_and(|text| text.ends_with("あい")), "the cursor is where it was");
}

#[test]
fn the_search_can_be_had_from_the_reference_too() {
    let mut desk = in_a_row(Lang::Ja);
    desk.keys("F2 Ctrl+F").types("GDPR").keys("Enter");
    assert!(desk.screen().contains("> EU：GDPR") || desk.screen().contains("> EU"), "{}", desk.screen());
}

#[test]
fn a_fact_goes_into_the_facts_of_the_row() {
    let mut desk = in_a_row(Lang::Ja);
    desk.keys("Ctrl+C").types("プロキシ");
    assert!(desk.screen().contains("引用先：使った環境情報"), "{}", desk.screen());
    desk.keys("Enter");
    let first = desk.view().value(&response("r1", "facts"));
    assert_eq!(first, several(&["proxy"]));
    assert!(desk.screen().contains("引用しました"), "{}", desk.screen());
    desk.keys("Ctrl+F").types("メールサーバ").keys("Ctrl+C");
    let both = desk.view().value(&response("r1", "facts"));
    assert_eq!(both.items().len(), 2, "it is added to what stands there: {both:?}");
    desk.keys("Ctrl+C").types("プロキシ").keys("Enter");
    assert_eq!(desk.view().value(&response("r1", "facts")), both, "and stands there once");
}

#[test]
fn topics_and_check_items_go_where_they_belong() {
    let mut desk = in_a_row(Lang::En);
    desk.writes(response("r1", "rule"), Value::Empty);
    let topic = desk.view().words_for(kijo::domain::sheet::Source::Topics, "escalation");
    desk.keys("Ctrl+C").types(topic.get(Lang::En)).keys("Enter");
    assert_eq!(desk.view().value(&response("r1", "rule")), several(&["escalation"]));
    let options = desk.view().options(kijo::domain::sheet::Source::CheckItems);
    let (id, words) = options.last().expect("there are check items");
    desk.keys("Ctrl+C").types(words.get(Lang::En)).keys("Enter");
    assert_eq!(desk.view().value(&response("r1", "item")), Value::Choice(id.clone()));
}

#[test]
fn a_report_item_takes_the_fact_it_relies_on() {
    let mut desk = facilitated(Lang::Ja);
    enter(&mut desk, Step::Report(Round::One));
    desk.keys("Tab*3 Enter").keys("Ctrl+C").types("プロキシ").keys("Enter");
    let relies = Cell::row(Artefact::Report, Some(Round::One), &RowId::from("summary"), "relies");
    assert_eq!(desk.view().value(&relies), several(&["proxy"]));
}

#[test]
fn what_was_told_is_mentioned_at_the_cursor() {
    let story = |lang| {
        let mut desk = in_a_row(lang);
        desk.types("。").keys("Home");
        second_notice(&mut desk);
        desk.keys("Ctrl+C Enter");
        desk
    };
    both("quoted", story);
    let mut desk = story(Lang::Ja);
    desk.keys("Tab");
    let written = desk.text_of(&response("r1", "situation"));
    assert!(written.starts_with("［T＋0分 2通目の通知］JPCERT/CCから"), "{written}");
    assert!(written.ends_with('。'));
}

#[test]
fn without_a_row_being_written_it_says_so() {
    both("quote_no_row", |lang| {
        let mut desk = facilitated(lang);
        desk.keys("Ctrl+C").types("proxy").keys("Enter");
        desk
    });
    let mut desk = facilitated(Lang::Ja);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::ResponseTable(Round::One));
    desk.keys("Ctrl+C Enter");
    assert!(desk.screen().contains("文を書く欄"), "{}", desk.screen());
    assert!(desk.view().value(&response("r1", "facts")).is_empty());
    let mut reader = desk.beside(Seat::Reader);
    reader.keys("Ctrl+F Ctrl+C");
    assert!(reader.screen().contains("閲覧のみ"), "{}", reader.screen());
}

#[test]
fn somebody_goes_into_the_people_under_the_cursor() {
    let mut desk = in_a_row(Lang::Ja);
    desk.keys("Tab*2").keys("Ctrl+C").types("広報").keys("Enter");
    let owners = desk.view().value(&response("r1", "decision-owner"));
    assert!(owners.items().contains(&"csirt") && owners.items().len() == 2, "{owners:?}");
}

#[test]
fn arrivals_are_marked_until_the_reference_is_opened_again() {
    at_sizes("reference_new", &[LEAST, COMMON], |lang| {
        let mut desk = facilitated(lang);
        second_notice(&mut desk);
        desk.keys("F2");
        desk
    });
    let mut desk = facilitated(Lang::Ja);
    desk.types("書きかけ");
    second_notice(&mut desk);
    assert!(desk.screen().contains("新しい情報 1 件"), "a mark");
    desk.types("の文");
    let typed = desk.model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref()).map(|one| one.field.text());
    assert_eq!(typed.as_deref(), Some("書きかけの文"), "typing goes on");
    desk.keys("Ctrl+F");
    assert!(desk.screen().contains("+ 新着 "), "{}", desk.screen());
    desk.keys("Esc F2");
    assert!(desk.screen().contains("+ 新着 "), "{}", desk.screen());
    desk.keys("Esc F2");
    assert!(!desk.screen().contains("+ 新着 "), "{}", desk.screen());
}

#[test]
fn news_stays_news_while_another_tab_is_read() {
    let mut desk = facilitated(Lang::Ja);
    desk.keys("F2 Tab*4 Esc");
    second_notice(&mut desk);
    desk.keys("F2");
    assert!(desk.screen().contains("状況+"), "{}", desk.screen());
    desk.keys("Shift+Tab*4");
    assert!(desk.screen().contains("+ 新着 "), "{}", desk.screen());
    desk.keys("Esc");
    assert!(!desk.screen().contains("新しい情報"), "{}", desk.screen());
}

#[test]
fn the_search_hears_what_arrives() {
    let mut desk = facilitated(Lang::Ja);
    desk.keys("Ctrl+F").types("2通目");
    assert!(desk.screen().contains("該当するものがありません"));
    second_notice(&mut desk);
    assert!(desk.screen().contains("2通目の通知"), "{}", desk.screen());
    desk.keys("Ctrl+L");
    assert!(desk.screen().contains("Search the reference"), "{}", desk.screen());
}

#[test]
fn deadlines_run_on_exercise_time() {
    at_sizes("deadlines_running", &[LEAST, COMMON], |lang| {
        let mut desk = facilitated(lang);
        desk.writes(form("aware"), text("2026-11-20 17:10"));
        let clock = Command::MoveClock { round: Round::One, minute: kijo::domain::id::Minute(25 * 60) };
        desk.command(Actor::Facilitator, clock);
        desk.keys("F2 Tab*7");
        desk
    });
    both("deadlines_under_factor", |lang| {
        let mut desk = under_factor(lang, "c-10");
        let clock = Command::MoveClock { round: Round::Two, minute: kijo::domain::id::Minute(25 * 60) };
        desk.command(Actor::Facilitator, clock);
        desk.keys("F2 Tab*7");
        desk
    });
}

#[test]
fn who_was_tried_and_did_not_answer_is_said_in_the_reference() {
    let tried = |lang: Lang| {
        let mut desk = under_factor(lang, "c-01");
        desk.keys("Ctrl+F").types("CIO");
        desk
    };
    let untried = tried(Lang::Ja).screen();
    assert!(!untried.contains("連絡がつきません（試しました）"), "one finds out by trying: {untried}");
    both("search_unreachable", |lang| {
        let mut desk = under_factor(lang, "c-01");
        desk.writes(Cell::form(Artefact::InitialResponse, Some(Round::Two), "decided-by"), several(&["cio"]));
        desk.keys("Ctrl+F").types("CIO").keys("Down");
        desk
    });
}

#[test]
fn the_question_between_containment_and_investigation() {
    let guidance = "F2 Tab*6";
    both("spreading", |lang| {
        let mut desk = in_a_row(lang);
        desk.keys(guidance);
        desk
    });
    at_sizes("spreading_on_closing", &[LEAST, COMMON], |lang| {
        let mut desk = facilitated(lang);
        enter(&mut desk, Step::ResponseTable(Round::One));
        desk.keys("Ctrl+N");
        desk
    });
    let mut desk = in_a_row(Lang::Ja);
    desk.writes(form("ongoing"), Value::Choice("yes".into()));
    desk.keys(guidance);
    assert!(!desk.screen().contains("今も広がっていますか"), "{}", desk.screen());
}

#[test]
fn steps_tell_where_they_stand() {
    at_sizes("steps_on_the_way", &[LEAST, COMMON], |lang| {
        let mut desk = in_a_row(lang);
        let close = Command::Close { step: Step::InitialResponse(Round::One) };
        let actor = desk.model.context().actor;
        desk.command(actor, close);
        desk.keys("F3");
        desk
    });
}

#[test]
fn a_slow_disk_holds_nobody_up() {
    let mut desk = in_a_row(Lang::Ja);
    desk.disk(Speed::Slow).keys("Ctrl+C").types("プロキシ").keys("Enter").types("続き");
    let typed = desk.model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref()).map(|one| one.field.text());
    assert!(typed.is_some_and(|text| text.ends_with("続き")));
    desk.catch_up();
    assert_eq!(desk.view().value(&response("r1", "facts")), several(&["proxy"]));
}
