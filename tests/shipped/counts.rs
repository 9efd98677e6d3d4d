//! Enough of everything in every setting: an incident never plays thin because of what the organiser chose.

use std::collections::BTreeSet;

use kijo::domain::factor::FactorEffect;
use kijo::domain::id::{Minute, Slug};
use kijo::domain::placeholder::{Values, holds};
use kijo::domain::scenario::{Condition, Inject, ParameterKind, PressQuestion, Scenario, Trigger, Weight};

use kijo::domain::stakeholder::Side;

use super::material::{Settings, library, scenarios, turning, values};

/// Real minutes of a round that is played in brief.
const BRIEF: u32 = 45;

/// An incident as it is set up.
struct Setup {
    scenario: &'static Scenario,
    settings: Settings,
    values: Values,
}

impl Setup {
    fn in_play(&self, when: Option<&Condition>) -> bool {
        when.is_none_or(|condition| holds(condition, &self.values))
    }

    fn injects(&self) -> impl Iterator<Item = &Inject> {
        self.scenario.injects.iter().filter(|inject| self.in_play(inject.when.as_ref()))
    }

    fn questions(&self) -> impl Iterator<Item = &PressQuestion> {
        self.scenario.questions.iter().filter(|question| self.in_play(question.when.as_ref()))
    }

    /// Core minutes of injects and requests in play.
    fn core(&self) -> u32 {
        let injects = self.injects().map(|inject| (inject.weight, inject.takes));
        let requests = self.scenario.requests.iter().map(|request| (request.weight, request.takes));
        injects.chain(requests).filter(|(weight, _)| *weight == Weight::Core).map(|(_, takes)| takes).sum()
    }
}

/// Every incident in every setting in which something of it changes.
fn setups() -> impl Iterator<Item = Setup> {
    scenarios().into_iter().flat_map(|scenario| {
        turning(scenario).into_iter().map(move |settings| {
            let values = values(scenario, &settings, None);
            Setup { scenario, settings, values }
        })
    })
}

/// Every setup has at least so many of these.
#[track_caller]
fn at_least(least: usize, what: &str, count: impl Fn(&Setup) -> usize) {
    for setup in setups() {
        let found = count(&setup);
        assert!(found >= least, "{} {:?}: {found} {what}", setup.scenario.id, setup.settings);
    }
}

#[test]
fn six_injects_come_by_the_clock_and_two_when_something_was_not_done() {
    at_least(6, "injects at a time", |setup| {
        setup.injects().filter(|inject| matches!(inject.trigger, Trigger::At(_))).count()
    });
    at_least(2, "injects unless something was done", |setup| {
        setup.injects().filter(|inject| matches!(inject.trigger, Trigger::Unless(..))).count()
    });
}

#[test]
fn ten_questions_of_every_hostility_await_the_speakers() {
    at_least(10, "questions", |setup| setup.questions().count());
    for hostility in 1..=3 {
        at_least(2, &format!("questions of hostility {hostility}"), |setup| {
            setup.questions().filter(|question| question.hostility == hostility).count()
        });
    }
    at_least(4, "questions left to a hostile press (C-04)", |setup| {
        setup.questions().filter(|question| question.hostility == 3).count()
    });
}

#[test]
fn four_duties_are_to_be_thought_of() {
    at_least(4, "duties", |setup| {
        setup.scenario.duties.iter().filter(|duty| setup.in_play(duty.when.as_ref())).count()
    });
}

#[test]
fn there_are_requests_goals_cards_and_expected_actions_enough() {
    at_least(6, "requests", |setup| setup.scenario.requests.len());
    at_least(3, "goals", |setup| setup.scenario.goals.len());
    at_least(3, "reporter cards", |setup| setup.scenario.reporters.len());
    at_least(8, "role cards", |setup| setup.scenario.roles.len());
    at_least(6, "expected actions", |setup| setup.scenario.expected.len());
}

#[test]
fn every_inject_prompts_two_roles_or_more_in_rising_directness() {
    for scenario in scenarios() {
        for inject in &scenario.injects {
            let roles: BTreeSet<_> = inject.prompts.iter().map(|prompt| &prompt.role).collect();
            assert!(roles.len() >= 2, "{} {}: {roles:?}", scenario.id, inject.id);
            let rises = |lines: usize| (2..=4).contains(&lines);
            assert!(inject.prompts.iter().all(|one| rises(one.lines.len())), "{} {}", scenario.id, inject.id);
        }
    }
}

#[test]
fn whoever_receives_an_inject_inside_has_a_role_card() {
    for scenario in scenarios() {
        let cards: BTreeSet<_> = scenario.roles.iter().map(|card| &card.role).collect();
        let people = library().stakeholder_list("example-manufacturing-people").expect("shipped");
        let inside =
            |id: &&Slug| people.stakeholders.iter().any(|one| one.id == **id && one.side == Side::Inside);
        let receive = scenario.injects.iter().flat_map(|inject| &inject.to).chain(&scenario.path);
        let without: BTreeSet<_> = receive.filter(inside).filter(|id| !cards.contains(id)).collect();
        assert!(without.is_empty(), "{}: {without:?}", scenario.id);
    }
}

#[test]
fn what_is_core_fits_into_a_brief_round_and_there_is_more_for_a_long_one() {
    for setup in setups() {
        let core = setup.core();
        let (id, settings) = (&setup.scenario.id, &setup.settings);
        assert!((BRIEF / 2..=BRIEF).contains(&core), "{id} {settings:?}: {core} minutes");
        let spare = setup.injects().filter(|inject| inject.weight == Weight::Spare).count();
        assert!(spare >= 2, "{id} {settings:?}: {spare} spare injects");
    }
}

#[test]
fn what_comes_by_the_clock_comes_in_order_and_within_the_scenes() {
    for scenario in scenarios() {
        let last = scenario.scenes.last().expect("scenes").minute;
        assert_eq!(scenario.scenes.first().map(|scene| scene.minute), Some(Minute(0)), "{}", scenario.id);
        assert!(scenario.scenes.is_sorted_by(|one, next| one.minute < next.minute), "{}", scenario.id);
        let timed = |inject: &Inject| match inject.trigger {
            Trigger::At(minute) | Trigger::Unless(_, minute) => Some(minute),
            _ => None,
        };
        let minutes: Vec<_> = scenario.injects.iter().filter_map(timed).collect();
        assert!(minutes.iter().all(|minute| *minute <= last), "{}: {minutes:?}", scenario.id);
        let by_clock = scenario.injects.iter().filter(|one| matches!(one.trigger, Trigger::At(_)));
        assert!(by_clock.filter_map(timed).is_sorted(), "{}: {minutes:?}", scenario.id);
        let duties: Vec<_> = scenario.duties.iter().filter_map(|duty| duty.by).collect();
        assert!(!duties.is_empty(), "{}: no duty has a time", scenario.id);
    }
}

#[test]
fn what_is_said_unless_something_was_done_leaves_time_to_do_it() {
    for scenario in scenarios() {
        for inject in &scenario.injects {
            if let Trigger::Unless(action, at) = &inject.trigger {
                assert!(scenario.expected.iter().any(|one| one.id == *action), "{}: {action}", scenario.id);
                assert!(at.0 >= 60, "{} {}: {at:?}", scenario.id, inject.id);
            }
        }
    }
}

#[test]
fn every_fitting_factor_is_told_in_the_words_of_the_incident() {
    for scenario in scenarios() {
        assert!((10..=17).contains(&scenario.factors.len()), "{}", scenario.id);
        let told: BTreeSet<_> = scenario.twists.iter().map(|twist| &twist.factor).collect();
        assert_eq!(told, scenario.factors.iter().collect(), "{}", scenario.id);
    }
}

#[test]
fn every_factor_fits_some_incident() {
    let fitting: BTreeSet<_> = scenarios().iter().flat_map(|one| &one.factors).collect();
    let none: Vec<_> =
        library().factors().map(|factor| &factor.id).filter(|id| !fitting.contains(id)).collect();
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn what_a_factor_changes_is_there_to_be_changed() {
    for scenario in scenarios() {
        let grows = scenario
            .parameters
            .iter()
            .any(|one| matches!(one.kind, ParameterKind::Number { grows: true, .. }));
        let marks = |row: &Slug| scenario.marks.iter().any(|mark| mark.row == *row);
        for effect in scenario
            .factors
            .iter()
            .filter_map(|id| library().factor(id.as_str()))
            .flat_map(|one| &one.effects)
        {
            let fits = match effect {
                FactorEffect::CountsRise { .. } => grows,
                FactorEffect::NotEncrypted(row) => marks(row),
                _ => true,
            };
            assert!(fits, "{}: {effect:?}", scenario.id);
        }
    }
}

#[test]
fn every_request_asks_for_a_row_that_the_incident_marks() {
    for scenario in scenarios() {
        let marked: BTreeSet<_> = scenario.marks.iter().map(|mark| &mark.row).collect();
        let asked = scenario.requests.iter().map(|request| &request.need.row);
        let unmarked: Vec<_> = asked.filter(|row| !marked.contains(row)).collect();
        assert!(unmarked.is_empty(), "{}: {unmarked:?}", scenario.id);
    }
}
