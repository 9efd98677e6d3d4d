//! The review, the factor, the wrap-up, and the facilitator's console.

use kijo::domain::event::{Facilitation, Round, Step};
use kijo::domain::words::Lang;
use kijo::screens::Seat;

use crate::desk::Desk;
use crate::shots::{COMMON, LEAST, ROOMY, at_sizes, both, everywhere};
use crate::stories::{alone, because, choose, enter, facilitated, prepared, responses, under_factor};

fn reviewed(lang: Lang) -> Desk {
    let mut desk = alone(lang);
    responses(&mut desk, Round::One);
    enter(&mut desk, Step::Review);
    desk
}

#[test]
fn the_review_begins_without_a_reason() {
    everywhere("review", reviewed);
}

#[test]
fn a_change_of_the_review_needs_a_reason() {
    let asked = |lang| {
        let mut desk = reviewed(lang);
        desk.keys("Down*3 Enter Enter Tab").types("情報セキュリティ基本規程").keys("Tab");
        desk
    };
    everywhere("reason_prompt", asked);
    both("review_changed", |lang| {
        let mut desk = asked(lang);
        desk.types("夜間の連絡先がどこにも書かれていなかったため").keys("Enter Esc Esc");
        desk.keys("Down*20 Up");
        desk
    });
}

#[test]
fn reasons_stand_beside_changes() {
    at_sizes("review_reasons", &[COMMON], |lang| {
        let mut desk = reviewed(lang);
        because(&mut desk, "set-1", "停止の権限が誰にあるか決まっていなかった");
        desk.keys("Down*3 Enter Enter Tab").types("第4条").keys("Esc Esc Down*20 Up");
        desk
    });
}

#[test]
fn factors_are_drawn_or_chosen() {
    everywhere("factor", |lang| {
        let mut desk = alone(lang);
        choose(&mut desk, Round::Two, "web-exposure");
        enter(&mut desk, Step::Factor);
        desk
    });
    both("factor_without_incident", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::Factor);
        desk
    });
    everywhere("factor_asked", |lang| {
        let mut desk = alone(lang);
        choose(&mut desk, Round::Two, "web-exposure");
        enter(&mut desk, Step::Factor);
        desk.keys("Down Enter");
        desk
    });
    everywhere("factor_put", |lang| {
        let mut desk = alone(lang);
        choose(&mut desk, Round::Two, "web-exposure");
        enter(&mut desk, Step::Factor);
        desk.keys("Down Enter Enter");
        desk
    });
}

#[test]
fn wrapping_up() {
    everywhere("wrap_up", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::WrapUp);
        desk
    });
    everywhere("critique", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::WrapUp);
        desk.keys("Enter");
        desk
    });
    both("improvements_empty", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::WrapUp);
        desk.keys("Down Enter");
        desk
    });
}

fn console(lang: Lang) -> Desk {
    let mut desk = facilitated(lang);
    desk.keys("Ctrl+R").types("proxy").keys("Enter Enter");
    desk.beside(Seat::Facilitator)
}

#[test]
fn the_console() {
    both("console_waiting", |lang| prepared(lang, Facilitation::Console).beside(Seat::Facilitator));
    at_sizes("console", &[LEAST, COMMON, ROOMY], console);
    both("console_due", |lang| {
        let mut desk = console(lang);
        desk.keys("Down*2");
        desk
    });
    everywhere("console_confirm", |lang| {
        let mut desk = console(lang);
        desk.keys("Enter");
        desk
    });
    everywhere("console_note", |lang| {
        let mut desk = console(lang);
        desk.keys("Ctrl+E").types("広報が早すぎる公表を止めた");
        desk
    });
}

#[test]
fn the_console_of_round_two_has_the_factors() {
    everywhere("console_round_two", |lang| {
        let desk = under_factor(lang, "c-01");
        let mut console = desk.beside(Seat::Facilitator);
        console.keys("Down*25");
        console
    });
}

#[test]
fn the_end_says_so_and_how_one_leaves() {
    both("the_end", |lang| {
        let mut desk = alone(lang);
        enter(&mut desk, Step::WrapUp);
        desk.keys("Ctrl+N Enter");
        desk
    });
    let mut desk = alone(Lang::Ja);
    enter(&mut desk, Step::WrapUp);
    assert!(!desk.screen().contains("Ctrl+Q 終了"), "there is a step to finish first");
    desk.keys("Ctrl+N Enter Esc");
    assert!(desk.screen().contains("Ctrl+Q 終了"), "{}", desk.screen());
}

#[test]
fn enter_after_a_draw_goes_on_and_draws_no_more() {
    let mut desk = alone(Lang::Ja);
    choose(&mut desk, Round::Two, "web-exposure");
    enter(&mut desk, Step::Factor);
    desk.keys("Enter Enter Enter");
    let put = desk.view().play(Round::Two).map(|play| play.factors.len());
    assert_eq!((put, desk.model.step), (Some(1), Step::InitialResponse(Round::Two)));
}
