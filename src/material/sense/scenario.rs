//! What has to fit together in a scenario: names, times, triggers and numbers. Its parameters have their own module.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::parameters::Parameters;
use super::{Checker, Place, texts};
use crate::domain::id::{Minute, Slug};
use crate::domain::scenario::{Inject, LogNeed, PressQuestion, Request, Scenario, Scene, Trigger};
use crate::material::decode::Written;
use crate::material::trouble::{NumberTrouble, Reference, SenseTrouble};

/// Reports everything that does not fit together in a scenario.
pub fn check(scenario: &Scenario, at: Place<'_>, texts: &[Written], checker: &mut Checker<'_>) {
    moment(&scenario.starts, at.field("starts"), checker);
    checker.within(at.field("number"), u64::from(scenario.number), 1, u64::from(u32::MAX));
    checker.some(at, "path", &scenario.path);
    checker.stakeholders(at.field("path"), &scenario.path);
    unique_names(scenario, at, checker);
    scenes(&scenario.scenes, at, checker);
    let mut parameters = Parameters::of(scenario, at, checker);
    marks(scenario, at, checker);
    injects(scenario, at, &mut parameters, checker);
    requests(&scenario.requests, at.field("requests"), checker);
    questions(&scenario.questions, at.field("questions"), &mut parameters, checker);
    for (index, duty) in scenario.duties.iter().enumerate() {
        parameters.condition(duty.when.as_ref(), at.field("duties").item(index).field("when"), checker);
    }
    for (index, card) in scenario.roles.iter().enumerate() {
        checker.stakeholder(at.field("roles").item(index).field("role"), &card.role);
    }
    factors(scenario, at.field("factors"), checker);
    twists(scenario, at, checker);
    texts::filled(texts, &mut parameters, checker);
    parameters.all_used(checker);
}

fn unique_names(scenario: &Scenario, at: Place<'_>, checker: &mut Checker<'_>) {
    checker.unique_ids(at.field("scenes"), scenario.scenes.iter().map(|scene| &scene.id));
    checker.unique_ids(at.field("injects"), scenario.injects.iter().map(|inject| &inject.id));
    checker.unique_ids(at.field("requests"), scenario.requests.iter().map(|request| &request.id));
    checker.unique_ids(at.field("expected"), scenario.expected.iter().map(|action| &action.id));
    checker.unique_ids(at.field("questions"), scenario.questions.iter().map(|question| &question.id));
    checker.unique_ids(at.field("duties"), scenario.duties.iter().map(|duty| &duty.id));
    checker.unique_ids(at.field("goals"), scenario.goals.iter().map(|goal| &goal.id));
    checker.unique_ids(at.field("reporters"), scenario.reporters.iter().map(|reporter| &reporter.id));
    let roles = scenario.roles.iter().map(|card| &card.role).enumerate();
    checker.unique(roles.map(|(index, role)| (at.field("roles").item(index).field("role"), role)));
}

/// T0 is a wall-clock time of the organisation, to the minute and without offset.
fn moment(starts: &str, place: Place<'_>, checker: &mut Checker<'_>) {
    let exact = starts.len() == "2026-11-20T16:40".len();
    if !exact || NaiveDateTime::parse_from_str(starts, "%Y-%m-%dT%H:%M").is_err() {
        checker.report(place, SenseTrouble::Moment(starts.to_owned()));
    }
}

fn scenes(scenes: &[Scene], at: Place<'_>, checker: &mut Checker<'_>) {
    checker.some(at, "scenes", scenes);
    let place = |index| at.field("scenes").item(index).field("minute");
    if let Some(first) = scenes.first().filter(|scene| scene.minute.0 != 0) {
        checker.report(place(0), SenseTrouble::Number(NumberTrouble::FirstScene(first.minute.0)));
    }
    checker.in_order(scenes.iter().enumerate().map(|(index, scene)| (place(index), scene.minute.0)), 1);
}

fn marks(scenario: &Scenario, at: Place<'_>, checker: &mut Checker<'_>) {
    let place = |index| at.field("marks").item(index).field("row");
    let rows = || scenario.marks.iter().map(|mark| &mark.row).enumerate();
    for (index, row) in rows() {
        checker.row(place(index), row);
    }
    checker.unique(rows().map(|(index, row)| (place(index), row)));
}

fn injects(scenario: &Scenario, at: Place<'_>, parameters: &mut Parameters<'_>, checker: &mut Checker<'_>) {
    let list = at.field("injects");
    let known = Known::of(scenario, at, checker);
    for (index, inject) in scenario.injects.iter().enumerate() {
        let place = list.item(index);
        parameters.condition(inject.when.as_ref(), place.field("when"), checker);
        trigger(&inject.trigger, place.field("trigger"), &known, checker);
        receivers(inject, place, checker);
    }
    let timed = scenario.injects.iter().enumerate().filter_map(|(index, inject)| match inject.trigger {
        Trigger::At(Minute(minute)) => Some((list.item(index).field("trigger"), minute)),
        _ => None,
    });
    checker.in_order(timed, 0);
}

fn receivers(inject: &Inject, place: Place<'_>, checker: &mut Checker<'_>) {
    checker.some(place, "to", &inject.to);
    checker.stakeholders(place.field("to"), &inject.to);
    let phases = &checker.names.phases;
    checker.refers(place.field("phase"), &inject.phase, Reference::Phase, phases);
    for (index, prompt) in inject.prompts.iter().enumerate() {
        let prompt_place = place.field("prompts").item(index);
        checker.stakeholder(prompt_place.field("role"), &prompt.role);
        checker.some(prompt_place, "lines", &prompt.lines);
    }
}

/// Names that triggers refer to; `None` when the list could not be read completely.
struct Known {
    expected: Option<BTreeSet<Slug>>,
    requests: Option<BTreeSet<Slug>>,
}

impl Known {
    fn of(scenario: &Scenario, at: Place<'_>, checker: &Checker<'_>) -> Self {
        let expected = || scenario.expected.iter().map(|action| action.id.clone()).collect();
        let requests = || scenario.requests.iter().map(|request| request.id.clone()).collect();
        Self {
            expected: checker.is_whole(at.field("expected")).then(expected),
            requests: checker.is_whole(at.field("requests")).then(requests),
        }
    }
}

fn trigger(trigger: &Trigger, place: Place<'_>, known: &Known, checker: &mut Checker<'_>) {
    let (name, kind, known) = match trigger {
        Trigger::At(_) | Trigger::Manual => return,
        Trigger::OnRequest(request) => (request, Reference::Request, &known.requests),
        Trigger::Unless(action, _) => (action, Reference::Expected, &known.expected),
    };
    if let Some(known) = known {
        checker.refers(place.item(0), name, kind, known);
    }
}

fn requests(requests: &[Request], list: Place<'_>, checker: &mut Checker<'_>) {
    for (index, request) in requests.iter().enumerate() {
        checker.row(list.item(index).field("need").field("row"), &request.need.row);
    }
    // A group asks by row and kind: a second request of the same pair would never be met.
    let mut met = BTreeSet::new();
    for (index, request) in requests.iter().enumerate() {
        let LogNeed { row, kind, .. } = &request.need;
        if !met.insert((row, *kind)) {
            let place = list.item(index).field("need");
            checker.report(place, SenseTrouble::Twice(format!("{row}, {}", kind.name())));
        }
    }
}

fn questions(
    questions: &[PressQuestion],
    list: Place<'_>,
    parameters: &mut Parameters<'_>,
    checker: &mut Checker<'_>,
) {
    for (index, question) in questions.iter().enumerate() {
        let place = list.item(index);
        parameters.condition(question.when.as_ref(), place.field("when"), checker);
        checker.within(place.field("hostility"), u64::from(question.hostility), 1, 3);
    }
}

fn factors(scenario: &Scenario, list: Place<'_>, checker: &mut Checker<'_>) {
    let known = &checker.names.factors;
    for (index, factor) in scenario.factors.iter().enumerate() {
        checker.refers(list.item(index), factor, Reference::Factor, known);
    }
    checker.unique(scenario.factors.iter().enumerate().map(|(index, factor)| (list.item(index), factor)));
}

/// A twist belongs to a factor that fits the scenario: any other would never be told.
fn twists(scenario: &Scenario, at: Place<'_>, checker: &mut Checker<'_>) {
    let place = |index| at.field("twists").item(index).field("factor");
    let told = || scenario.twists.iter().map(|twist| &twist.factor).enumerate();
    if checker.is_whole(at.field("factors")) {
        let fitting = scenario.factors.iter().cloned().collect();
        for (index, factor) in told() {
            checker.refers(place(index), factor, Reference::FittingFactor, &fitting);
        }
    }
    checker.unique(told().map(|(index, factor)| (place(index), factor)));
}
