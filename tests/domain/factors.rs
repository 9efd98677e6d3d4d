//! Complicating factors (W-51): which fit, when they strike, and what spreading damage and a hostile press do.

use std::collections::BTreeMap;

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Draw, Event, Step};
use kijo::domain::id::{Minute, RowId, slug};
use kijo::domain::play::{DisclosureKind, fitting};
use kijo::domain::scenario::Setting;
use kijo::domain::sheet::Artefact;
use kijo::domain::words::Lang;

use super::given::{ONE, TWO, Table, at, cell, choice, in_round_two, kinds, playing, put, shipped};

fn drawn(candidates: &[&str], drawn: usize, factor: &str) -> Command {
    Command::PutFactor {
        round: TWO,
        factor: slug(factor),
        draw: Some(Draw { candidates: candidates.iter().map(|id| slug(id)).collect(), drawn }),
    }
}

const ALL: [&str; 5] = ["c-01", "c-02", "c-03", "c-04", "c-05"];

fn fit(table: &Table) -> Vec<String> {
    let view = table.view();
    let scenario = view.scenario(TWO).expect("an incident");
    let library = &table.session.workshop().library;
    fitting(library, scenario, table.play(TWO)).map(|factor| factor.id.to_string()).collect()
}

#[test]
fn only_factors_that_fit_the_incident_can_be_put() {
    let mut table = in_round_two();
    assert_eq!(fit(&table), ALL);
    for id in ["c-99", "absent"] {
        let refusal = table.refused(put(TWO, id));
        assert_eq!(refusal, Refusal::FactorDoesNotFit(slug(id)));
    }
    table.put(TWO, "c-01");
    assert_eq!(fit(&table), ["c-02", "c-03", "c-04", "c-05"]);
    assert_eq!(table.refused(put(TWO, "c-01")), Refusal::FactorInForce(slug("c-01")));
}

#[test]
fn a_factor_may_name_the_incidents_it_fits() {
    use kijo::domain::library::Material;
    let mut library = super::material::small();
    for piece in &mut library.pieces {
        if let Material::Factor(factor) = piece
            && factor.id == "c-99"
        {
            factor.fits = vec![slug("leak")];
        }
    }
    let mut table = super::given::in_round_two_on(library);
    table.put(TWO, "c-99");
    assert_eq!(table.play(TWO).factors.len(), 1);
}

#[test]
fn a_draw_is_recorded_with_what_could_have_been_drawn() {
    let mut table = in_round_two();
    table.when(drawn(&ALL, 1, "c-02"));
    let recorded = table.play(TWO).factors[0].draw.clone().expect("a draw");
    assert_eq!(recorded.drawn, 1);
    assert_eq!(recorded.candidates, ALL.map(slug));
    // The next draw is among what is left.
    table.when(drawn(&["c-01", "c-03", "c-04", "c-05"], 0, "c-01"));
}

#[test]
fn a_draw_that_could_not_have_come_out_is_refused() {
    let bad = [
        drawn(&ALL, 0, "c-02"),
        drawn(&ALL, 5, "c-05"),
        drawn(&["c-02"], 0, "c-02"),
        drawn(&["c-05", "c-04", "c-03", "c-02", "c-01"], 3, "c-02"),
        drawn(&[], 0, "c-02"),
    ];
    for command in bad {
        assert_eq!(in_round_two().refused(command), Refusal::BadDraw);
    }
}

#[test]
fn a_factor_is_told_when_it_strikes() {
    let mut table = in_round_two();
    assert_eq!(kinds(&table.put(TWO, "c-01")), ["FactorPut", "FactorStruck"]);
    let told = table.play(TWO).disclosed.last().expect("a story");
    assert_eq!((told.kind, told.title.get(Lang::Ja)), (DisclosureKind::Factor, "c-01"));
    assert_eq!(kinds(&table.put(TWO, "c-02")), ["FactorPut"], "its time has not come");
    assert_eq!(table.play(TWO).factors[1].struck, None);
    table.until(TWO, 99);
    assert_eq!(table.play(TWO).factors[1].struck, None);
    let scene = Command::ReleaseScene { round: TWO, scene: slug("later") };
    assert_eq!(kinds(&table.when(scene)), ["SceneReleased", "FactorStruck"]);
    assert_eq!(table.play(TWO).factors[1].struck, Some(Minute(120)));
}

#[test]
fn one_put_after_its_time_strikes_at_once() {
    let mut table = in_round_two();
    table.until(TWO, 500);
    assert_eq!(kinds(&table.put(TWO, "c-02")), ["FactorPut", "FactorStruck"]);
    assert_eq!(table.play(TWO).factors[0].struck, Some(Minute(500)));
}

#[test]
fn one_that_waits_for_the_press_strikes_when_the_step_is_entered() {
    let mut table = in_round_two();
    table.until(TWO, 30);
    assert_eq!(kinds(&table.put(TWO, "c-04")), ["FactorPut"]);
    assert_eq!(table.play(TWO).least_hostility(), 1);
    assert_eq!(kinds(&table.go(Step::Press(ONE))), ["StepEntered"]);
    assert_eq!(kinds(&table.go(Step::Press(TWO))), ["StepEntered", "FactorStruck"]);
    assert_eq!(table.play(TWO).factors[0].struck, Some(Minute(30)));
    table.go(Step::Report(TWO));
    assert_eq!(kinds(&table.go(Step::Press(TWO))), ["StepEntered"], "it strikes once");
}

#[test]
fn one_put_while_the_press_is_there_strikes_at_once() {
    let mut table = in_round_two();
    table.go(Step::Press(TWO));
    assert_eq!(kinds(&table.put(TWO, "c-04")), ["FactorPut", "FactorStruck"]);
}

#[test]
fn a_hostile_press_asks_only_hostile_questions_in_less_time() {
    let mut table = in_round_two();
    let offered = |table: &Table| -> Vec<u8> {
        let view = table.view();
        let scenario = view.scenario(TWO).expect("an incident");
        table.play(TWO).questions(scenario).map(|one| one.hostility).collect()
    };
    table.put(TWO, "c-04");
    assert_eq!(offered(&table), [1, 2, 3]);
    assert_eq!(table.play(TWO).press_minutes_less(), 0);
    table.go(Step::Press(TWO));
    assert_eq!(offered(&table), [3]);
    assert_eq!(table.play(TWO).press_minutes_less(), 3);
}

/// What the first timed inject says when it is given now.
fn number_told(table: &Table) -> String {
    let view = table.view();
    let scenario = view.scenario(TWO).expect("an incident");
    let play = table.play(TWO);
    play.filled(scenario, &scenario.hook).get(Lang::En).to_owned()
}

#[test]
fn spreading_damage_raises_the_numbers_at_intervals() {
    let mut table = in_round_two();
    table.when(Command::ChooseIncident {
        round: TWO,
        scenario: slug("leak"),
        settings: BTreeMap::from([(slug("records"), Setting::Number(10))]),
    });
    table.put(TWO, "c-02");
    // Struck at 100; rises at 200, 300 and 400 to half as many again, rounded up, and then no more.
    for (minute, expected) in
        [(100, "10"), (199, "10"), (200, "15"), (299, "15"), (300, "23"), (400, "35"), (9_999, "35")]
    {
        table.until(TWO, minute);
        assert_eq!(number_told(&table), format!("{expected} records were found"), "T+{minute}");
    }
    assert_eq!(table.play(TWO).last_rise(), Some(Minute(400)));
    let told = table.when(Command::GiveInject { round: TWO, inject: slug("timed"), text: None });
    assert!(matches!(&told[0], Event::InjectGiven { text, .. } if text.ja == "35件です"));
}

#[test]
fn what_was_told_before_stays_as_it_was_told() {
    let mut table = in_round_two();
    table.put(TWO, "c-02");
    table.when(Command::GiveInject { round: TWO, inject: slug("timed"), text: None });
    table.until(TWO, 100);
    table.until(TWO, 400);
    let told = table.play(TWO).disclosed.iter().find(|one| one.kind == DisclosureKind::Inject);
    assert_eq!(told.map(|one| one.text.get(Lang::Ja)), Some("1,000件です"));
}

/// Round one's conference with one question of each outcome.
fn after_a_conference() -> Table {
    let mut table = playing();
    let place = at(Artefact::Press, ONE);
    for outcome in ["answered", "deferred", "declined", "unanswered", "contradicts"] {
        table.when(Command::AskPress {
            round: ONE,
            row: RowId::from(outcome),
            text: format!("問い：{outcome}"),
            asked_by: "講師".into(),
            hostility: 1,
        });
        table.write(&cell(place, outcome, "outcome"), choice(outcome));
    }
    table.go(Step::Review);
    table.choose(TWO, "leak");
    table
}

fn asked_in_round_two(table: &Table) -> Vec<String> {
    let rows = table.view().rows(at(Artefact::Press, TWO), "questions");
    rows.into_iter().map(|row| row.id.to_string()).collect()
}

#[test]
fn after_a_failed_conference_what_was_left_open_comes_back_once() {
    let mut table = after_a_conference();
    table.put(TWO, "c-03");
    let again = ["again-deferred", "again-unanswered", "again-contradicts"];
    assert_eq!(asked_in_round_two(&table), again);
    let place = at(Artefact::Press, TWO);
    let question = table.value(&cell(place, "again-deferred", "question"));
    assert_eq!(question, super::given::text("問い：deferred"));
    assert_eq!(table.value(&cell(place, "again-deferred", "hostility")), choice("3"));
    table.go(Step::Press(TWO));
    table.until(TWO, 600);
    assert_eq!(asked_in_round_two(&table), again, "once and no more");
}

#[test]
fn a_conference_that_left_nothing_open_brings_nothing_back() {
    let mut table = in_round_two();
    assert_eq!(kinds(&table.put(TWO, "c-03")), ["FactorPut", "FactorStruck"]);
    assert!(asked_in_round_two(&table).is_empty());
}

#[test]
fn two_factors_work_at_once() {
    let mut table = after_a_conference();
    table.put(TWO, "c-03");
    table.put(TWO, "c-04");
    table.put(TWO, "c-02");
    let events = table.until(TWO, 100);
    assert_eq!(kinds(&events), ["ClockMoved", "FactorStruck"]);
    table.go(Step::Press(TWO));
    assert_eq!(table.play(TWO).least_hostility(), 3);
    assert_eq!(asked_in_round_two(&table).len(), 3);
    table.until(TWO, 200);
    assert_eq!(number_told(&table), "1,500 records were found");
}

#[test]
fn all_five_factors_of_the_source_fit_both_shipped_incidents() {
    for incident in ["targeted-attack", "web-exposure"] {
        let mut table = shipped();
        table.choose(TWO, incident);
        for factor in ALL {
            table.put(TWO, factor);
        }
        table.when(Command::MoveClock { round: TWO, minute: Minute(1440) });
        table.go(Step::Press(TWO));
        let struck = table.play(TWO).factors.iter().all(|one| one.struck.is_some());
        assert!(struck, "{incident}");
    }
}

#[test]
fn numbers_grow_no_further_than_their_parameter_may_be() {
    let mut table = in_round_two();
    table.put(TWO, "c-02");
    for (minute, expected) in [(100, "1,000"), (200, "1,500"), (300, "2,000"), (400, "2,000")] {
        table.until(TWO, minute);
        assert_eq!(number_told(&table), format!("{expected} records were found"), "T+{minute}");
    }
}
