//! Every shipped incident played to the end, once as the first and once as the second of a workshop, under complicating
//! factors that fit it. Each day has an organisation of its own.

use std::collections::BTreeSet;

use kijo::domain::event::Round;
use kijo::domain::flow::STEPS;
use kijo::domain::id::Slug;
use kijo::domain::log_request::Resolution;
use kijo::domain::scenario::Trigger;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::words::{Bilingual, Lang};
use kijo::domain::workshop::Stage;
use kijo::export::markdown;
use kijo::export::report::{Edition, build};

use super::day::{Day, forestalled};
use super::material::{Settings, extremes, library, scenarios};

/// A workshop that is played.
struct Plan {
    organisation: &'static str,
    first: &'static str,
    second: &'static str,
    factors: &'static [&'static str],
}

const fn plan(
    organisation: &'static str,
    first: &'static str,
    second: &'static str,
    factors: &'static [&'static str],
) -> Plan {
    Plan { organisation, first, second, factors }
}

const MANUFACTURER: &str = "example-manufacturing";
const OFFICE: &str = "example-public-office";
const RETAILER: &str = "example-retail";

const PLANS: [Plan; 8] = [
    plan(MANUFACTURER, "targeted-attack", "mail-published", &["c-05", "c-07"]),
    plan(OFFICE, "mail-published", "web-exposure", &["c-04", "c-17"]),
    plan(RETAILER, "web-exposure", "unique-address-spam", &["c-02", "c-11"]),
    plan(MANUFACTURER, "unique-address-spam", "card-misuse", &["c-09", "c-14"]),
    plan(OFFICE, "card-misuse", "document-on-board", &["c-03", "c-08"]),
    plan(RETAILER, "document-on-board", "our-address-attacks", &["c-12", "c-16"]),
    plan(MANUFACTURER, "our-address-attacks", "mail-from-our-account", &["c-01", "c-10"]),
    plan(RETAILER, "mail-from-our-account", "targeted-attack", &["c-06", "c-13", "c-15"]),
];

#[test]
fn every_incident_is_played_first_and_second_and_every_factor_strikes() {
    let shipped: BTreeSet<&str> = scenarios().iter().map(|scenario| scenario.id.as_str()).collect();
    assert_eq!(PLANS.iter().map(|plan| plan.first).collect::<BTreeSet<_>>(), shipped);
    assert_eq!(PLANS.iter().map(|plan| plan.second).collect::<BTreeSet<_>>(), shipped);
    let strike: BTreeSet<&str> = PLANS.iter().flat_map(|plan| plan.factors).copied().collect();
    assert_eq!(strike, library().factors().map(|factor| factor.id.as_str()).collect());
}

#[test]
fn the_first_days_are_played_to_the_end() {
    PLANS.iter().take(4).for_each(played);
}

#[test]
fn the_other_days_are_played_to_the_end() {
    PLANS.iter().skip(4).for_each(played);
}

fn played(plan: &Plan) {
    let mut day = Day::at(plan.organisation, [plan.first, plan.second]);
    day.round(Round::One, plan.first, &least(plan.first), &[]);
    let short = fell_short(&day);
    day.review(&short, "調べたいことに、ログが答えなかったため");
    day.round(Round::Two, plan.second, &most(plan.second), plan.factors);
    day.wrap_up();

    it_stands_at_the_end(&day);
    the_review_is_on_record(&day, &short);
    every_factor_struck(&day, plan);
    for round in [Round::One, Round::Two] {
        everything_was_given(&day, round);
        every_request_was_answered(&day, round);
        what_was_told_is_whole(&day, round);
    }
    the_report_names_both_cases(&day);
}

fn least(incident: &str) -> Settings {
    extremes(library().scenario(incident).expect("shipped")).swap_remove(0)
}

fn most(incident: &str) -> Settings {
    extremes(library().scenario(incident).expect("shipped")).pop().expect("a setting")
}

/// The first fact-sheet row that could not answer in round one.
fn fell_short(day: &Day) -> Slug {
    let asked = &day.play(Round::One).requests;
    let short = asked.iter().find(|one| !matches!(one.resolution, Resolution::Available));
    short.expect("no environment answers everything").row.clone()
}

fn it_stands_at_the_end(day: &Day) {
    let view = day.view();
    assert_eq!(view.group.stage, Stage::WrapUp);
    assert_eq!(view.group.conflicts, []);
    for step in STEPS {
        assert!(view.group.closed.contains(&step), "{step:?} is left open");
        if step.round() == Some(Round::One) {
            assert_eq!(view.gaps(step), [], "{step:?}");
        }
    }
}

fn the_review_is_on_record(day: &Day, row: &Slug) {
    let view = day.view();
    let cell = Cell::row(Artefact::FactSheet, None, &row.into(), "log-days");
    assert_eq!(view.value(&cell), Value::Number(400));
    let revision = view.revision(&cell).expect("it was changed");
    assert_eq!((revision.stage, revision.change_set.is_some()), (Stage::Review, true));
}

fn every_factor_struck(day: &Day, plan: &Plan) {
    let struck = day.play(Round::Two).factors.iter().filter(|factor| factor.struck.is_some());
    assert_eq!(struck.map(|factor| factor.id.as_str()).collect::<Vec<_>>(), plan.factors);
}

/// Everything in play was given out, except what the group forestalled.
fn everything_was_given(day: &Day, round: Round) {
    let (play, scenario) = (day.play(round), day.scenario(round));
    let done = forestalled(scenario).expect("something comes unless");
    let mut unless = 0;
    for inject in scenario.injects.iter().filter(|one| play.holds(scenario, one.when.as_ref())) {
        let given = play.settled.contains(&inject.id);
        let spared = matches!(&inject.trigger, Trigger::Unless(action, _) if *action == done);
        unless += u32::from(given && matches!(inject.trigger, Trigger::Unless(..)));
        assert_eq!(given, !spared, "{} {}", scenario.id, inject.id);
    }
    assert!(unless >= 1, "{}: one action at least was left undone", scenario.id);
    assert_eq!(play.scenes.len(), scenario.scenes.len());
}

fn every_request_was_answered(day: &Day, round: Round) {
    let (play, scenario) = (day.play(round), day.scenario(round));
    let met: Vec<_> = play.requests.iter().filter_map(|asked| asked.meets.as_ref()).collect();
    assert_eq!(met, scenario.requests.iter().map(|request| &request.id).collect::<Vec<_>>());
    assert!(play.requests.iter().all(|asked| asked.answer.is_some()));
}

fn what_was_told_is_whole(day: &Day, round: Round) {
    for told in &day.play(round).disclosed {
        let texts: Vec<&Bilingual> = [&told.title, &told.text].into_iter().chain(&told.from).collect();
        for text in texts {
            for words in [text.get(Lang::Ja), text.get(Lang::En)] {
                assert!(!words.trim().is_empty() && !words.contains(['{', '}']), "{told:?}");
            }
        }
    }
}

fn the_report_names_both_cases(day: &Day) {
    let view = day.view();
    let names = [Round::One, Round::Two].map(|round| {
        let name = Cell::form(Artefact::InitialResponse, Some(round), "case-name");
        match view.value(&name) {
            Value::Text(name) => name,
            other => panic!("{other:?} is no name"),
        }
    });
    assert_ne!(names[0], names[1]);
    for (lang, edition) in
        [(Lang::Ja, Edition::Facilitator), (Lang::En, Edition::Participant), (Lang::En, Edition::Press)]
    {
        let report = markdown::write(&build(&view, lang, edition, &day.head()));
        let tells = names.iter().all(|name| report.contains(name));
        // What the group calls a case among itself is not for the press.
        assert_eq!(tells, edition != Edition::Press, "{names:?} in {edition:?}");
        assert!(!report.contains(['{', '}']), "{edition:?}");
    }
}
