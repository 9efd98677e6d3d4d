//! Steps are entered, left open, closed with gaps counted, and reopened; never blocked.

use kijo::domain::command::{Command, Refusal};
use kijo::domain::event::{Event, Step};
use kijo::domain::flow::STEPS;
use kijo::domain::gaps::Gap;
use kijo::domain::sheet::Artefact;
use kijo::domain::workshop::Stage;

use super::given::{ONE, TWO, at, cell, choice, form, kinds, playing, response, several, small, text};

fn close(step: Step) -> Command {
    Command::Close { step }
}

#[test]
fn the_steps_stand_in_one_order() {
    for (place, step) in STEPS.iter().enumerate() {
        let next = STEPS.get(place + 1).unwrap_or(step);
        assert_eq!(step.next(), *next);
        assert_eq!(next.previous(), if next == step { STEPS[place - 1] } else { *step });
    }
    assert_eq!(Step::Preparation.previous(), Step::Preparation);
    assert_eq!(Step::WrapUp.next(), Step::WrapUp);
}

#[test]
fn any_step_may_be_entered_from_any_other() {
    for from in STEPS {
        for to in STEPS {
            let mut table = small();
            table.go(from);
            let events = table.go(to);
            assert_eq!(events.is_empty(), from == to, "{from:?} to {to:?}");
            assert_eq!(table.view().group.step, to);
        }
    }
}

#[test]
fn every_step_may_be_closed_and_reopened_with_nothing_written() {
    for step in STEPS {
        let mut table = small();
        assert_eq!(kinds(&table.when(close(step))), ["StepClosed"]);
        assert_eq!(table.when(close(step)), []);
        let reopened = table.when(Command::Reopen { step });
        assert_eq!(reopened, [Event::StepReopened { step }]);
        assert_eq!(table.when(Command::Reopen { step }), []);
    }
}

#[test]
fn the_part_of_the_workshop_only_goes_forward() {
    let mut table = small();
    table.go(Step::Review);
    table.go(Step::Report(ONE));
    assert_eq!(table.view().group.stage, Stage::Review);
    assert_eq!(table.view().group.step, Step::Report(ONE));
}

#[test]
fn closing_counts_what_is_missing() {
    let mut table = playing();
    let step = Step::Report(ONE);
    let missing = table.view().gaps(step).len();
    let counted = u32::try_from(missing).expect("a small number");
    let expected = Event::StepClosed { step, gaps: counted };
    assert_eq!(table.when(close(step)), [expected]);
    // Three of the head, content and certainty of thirteen items, certainty of three counts, one duty.
    assert_eq!(missing, 3 + 26 + 3 + 1);
    table.write(&cell(at(Artefact::Report, ONE), "cause", "content"), text("調査中"));
    assert_eq!(table.view().gaps(step).len(), missing - 1);
}

#[test]
fn a_round_without_an_incident_misses_just_that() {
    let table = small();
    for step in [Step::Choose(ONE), Step::InitialResponse(ONE), Step::Press(ONE)] {
        assert_eq!(table.view().gaps(step), [Gap::NoIncident(ONE)]);
    }
    assert_eq!(table.view().gaps(Step::Factor), [Gap::NoIncident(TWO)]);
}

#[test]
fn round_two_without_a_factor_says_so() {
    let mut table = playing();
    table.choose(TWO, "leak");
    assert_eq!(table.view().gaps(Step::Factor), [Gap::NoFactor]);
    table.put(TWO, "c-01");
    assert_eq!(table.view().gaps(Step::Factor), []);
}

#[test]
fn a_response_without_a_rule_needs_its_supplement() {
    let mut table = playing();
    let place = at(Artefact::ResponseTable, ONE);
    let rows_missing = [Gap::NoRows(place, "rows")];
    assert_eq!(table.view().gaps_of(place), rows_missing);
    table.add(place, "rows", "row");
    let supplement = ["no-rule-grounds", "no-rule-decides", "no-rule-acts", "no-rule-consider"];
    let missing = |table: &super::given::Table| -> usize {
        let gaps = table.view().gaps(Step::ResponseTable(ONE));
        let of_row = |field: &&str| gaps.contains(&Gap::Empty(response(ONE, "row", field)));
        supplement.iter().filter(|field| of_row(field)).count()
    };
    assert_eq!(missing(&table), 4);
    table.write(&response(ONE, "row", "rule"), several(&["escalation"]));
    assert_eq!(missing(&table), 4, "a topic nobody has looked up is no rule");
    let exists = cell(super::given::of_workshop(Artefact::Policy), "escalation", "exists");
    table.write(&exists, choice("partly"));
    assert_eq!(missing(&table), 4);
    table.write(&exists, choice("yes"));
    assert_eq!(missing(&table), 0);
}

#[test]
fn blanks_fill_nothing() {
    let mut table = playing();
    let name = form(at(Artefact::InitialResponse, ONE), "case-name");
    table.write(&name, text("　"));
    let gaps = table.view().gaps(Step::InitialResponse(ONE));
    assert!(gaps.contains(&Gap::Empty(name)));
}

#[test]
fn a_real_incident_stops_everything_until_it_is_over() {
    let mut table = playing();
    assert_eq!(table.when(Command::BreakOff), [Event::BrokenOff]);
    let refused = [
        Command::Enter { step: Step::Review },
        Command::BreakOff,
        super::given::add(at(Artefact::ResponseTable, ONE), "rows", "row"),
        super::given::choose(TWO, "leak"),
    ];
    for command in refused {
        assert_eq!(table.refused(command), Refusal::BrokenOff);
    }
    assert_eq!(table.when(Command::Resume), [Event::Resumed]);
    assert_eq!(kinds(&table.go(Step::Review)), ["StepEntered"]);
}
