//! What has to fit together in complicating factors, policy topics and the guidance.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Checker, Place};
use crate::domain::factor::{Factor, FactorEffect};
use crate::domain::guidance::{Guidance, Item, Phase};
use crate::domain::id::Slug;
use crate::domain::policy::PolicyTopics;
use crate::domain::sheet::report::{REPORT_COUNTS, REPORT_ITEMS};
use crate::material::trouble::{NumberTrouble, Reference, SenseTrouble};

/// Steps that may stand in a time box.
const STEPS: &[&str] = &[
    "introduction",
    "choose",
    "initial-response",
    "response-table",
    "report",
    "press-conference",
    "review",
    "factor",
    "wrap-up",
];

/// Kinds of incident that a check item may be limited to.
const CHECK_KINDS: &[&str] = &["targeted-mail", "ransomware"];

/// Reports everything that does not fit together in a complicating factor.
pub fn factor(factor: &Factor, at: Place<'_>, checker: &mut Checker<'_>) {
    checker.some(at, "effects", &factor.effects);
    let scenarios = &checker.names.scenarios;
    all_known(&factor.fits, at.field("fits"), Reference::Scenario, scenarios, checker);
    for (index, effect) in factor.effects.iter().enumerate() {
        effect_fits(effect, at.field("effects").item(index), checker);
    }
}

/// Beyond a thousandfold no number means anything.
const MOST_PERCENT: u64 = 100_000;

fn effect_fits(effect: &FactorEffect, place: Place<'_>, checker: &mut Checker<'_>) {
    let names = checker.names;
    let most = u64::from(u32::MAX);
    match effect {
        FactorEffect::ConferenceFailed
        | FactorEffect::OutOfHours
        | FactorEffect::NextLogLost
        | FactorEffect::Leaks
        | FactorEffect::Message { .. } => {}
        FactorEffect::Unreachable(who) | FactorEffect::TellOnly(who) | FactorEffect::BringIn(who) => {
            some_of(who, place, checker);
            checker.stakeholders(place.item(0), who);
        }
        FactorEffect::NotEncrypted(row) => checker.row(place.item(0), row),
        FactorEffect::LogsLost(rows) | FactorEffect::Unusable(rows) => {
            some_of(rows, place, checker);
            all_known(rows, place.item(0), Reference::Row, &names.rows, checker);
        }
        FactorEffect::NeedsRule(topic) => {
            checker.refers(place.item(0), topic, Reference::Topic, &names.topics);
        }
        FactorEffect::Recalls(items) => {
            some_of(items, place, checker);
            all_known(items, place.item(0), Reference::CheckItem, &names.check_items, checker);
        }
        FactorEffect::Compromised(channels) => some_of(channels, place, checker),
        FactorEffect::Demands { within, items, .. } => {
            checker.within(place.field("within"), u64::from(within.0), 1, most);
            let rows = REPORT_ITEMS.iter().chain(REPORT_COUNTS).filter_map(|(id, _)| Slug::new(id)).collect();
            all_known(items, place.field("items"), Reference::ReportItem, &rows, checker);
        }
        FactorEffect::HostilePress { hostility, .. } => {
            checker.within(place.field("hostility"), u64::from(*hostility), 1, 3);
        }
        FactorEffect::CountsRise { every, percent, times } => {
            checker.within(place.field("every"), u64::from(every.0), 1, most);
            // At 100 percent nothing would rise.
            checker.within(place.field("percent"), u64::from(*percent), 101, MOST_PERCENT);
            checker.within(place.field("times"), u64::from(*times), 1, most);
        }
        FactorEffect::OtherNumbers { percent, .. } => {
            checker.within(place.field("percent"), u64::from(*percent), 1, MOST_PERCENT);
            if *percent == 100 {
                checker.report(place.field("percent"), SenseTrouble::Number(NumberTrouble::SameNumbers));
            }
        }
    }
}

fn some_of<T>(list: &[T], place: Place<'_>, checker: &mut Checker<'_>) {
    if list.is_empty() {
        checker.report(place.item(0), SenseTrouble::Nothing);
    }
}

fn all_known(
    names: &[Slug],
    list: Place<'_>,
    kind: Reference,
    known: &BTreeSet<Slug>,
    checker: &mut Checker<'_>,
) {
    for (index, name) in names.iter().enumerate() {
        checker.refers(list.item(index), name, kind, known);
    }
    checker.unique(names.iter().enumerate().map(|(index, name)| (list.item(index), name)));
}

/// Reports everything that does not fit together in a set of policy topics.
pub fn policies(policies: &PolicyTopics, at: Place<'_>, checker: &mut Checker<'_>) {
    let list = at.field("topics");
    checker.unique_ids(list, policies.topics.iter().map(|topic| &topic.id));
    for (index, topic) in policies.topics.iter().enumerate() {
        if let Some(item) = &topic.item {
            let known = &checker.names.check_items;
            checker.refers(list.item(index).field("item"), item, Reference::CheckItem, known);
        }
    }
}

/// Reports everything that does not fit together in the guidance.
pub fn guidance(guidance: &Guidance, at: Place<'_>, checker: &mut Checker<'_>) {
    unique_items(guidance, at, checker);
    checker.unique_ids(at.field("slots"), guidance.slots.iter().map(|slot| &slot.id));
    checker.unique_ids(at.field("deadlines"), guidance.deadlines.iter().map(|deadline| &deadline.id));
    let functions = guidance.csirt_functions.iter().map(|function| &function.id);
    checker.unique_ids(at.field("csirt_functions"), functions);
    for (name, list) in
        [("planning_points", &guidance.planning_points), ("attack_stages", &guidance.attack_stages)]
    {
        checker.unique_ids(at.field(name), list.iter().map(|one| &one.id));
    }
    checker.unique_ids(at.field("glossary"), guidance.glossary.iter().map(|term| &term.id));
    checker.unique_ids(at.field("phases"), guidance.phases.iter().map(|phase| &phase.id));
    for (index, phase) in guidance.phases.iter().enumerate() {
        unique_in_phase(phase, at.field("phases").item(index), checker);
    }
    slots(guidance, at.field("slots"), checker);
    timetables(guidance, at.field("timetables"), checker);
    processes(guidance, at.field("processes"), checker);
    for (index, deadline) in guidance.deadlines.iter().enumerate() {
        if let Some(day) = &deadline.checked_on {
            checked_on(day, at.field("deadlines").item(index).field("checked_on"), checker);
        }
    }
}

fn unique_items(guidance: &Guidance, at: Place<'_>, checker: &mut Checker<'_>) {
    let lists: [(&str, &[Item]); 8] = [
        ("goals", &guidance.goals),
        ("ground_rules", &guidance.ground_rules),
        ("severities", &guidance.severities),
        ("priorities", &guidance.priorities),
        ("record_items", &guidance.record_items),
        ("closing_checks", &guidance.closing_checks),
        ("hot_wash", &guidance.hot_wash),
        ("next_steps", &guidance.next_steps),
    ];
    for (name, items) in lists {
        checker.unique_ids(at.field(name), items.iter().map(|item| &item.id));
    }
}

fn unique_in_phase(phase: &Phase, at: Place<'_>, checker: &mut Checker<'_>) {
    let lists: [(&str, &[Item]); 4] = [
        ("actions", &phase.actions),
        ("inputs", &phase.inputs),
        ("outputs", &phase.outputs),
        ("skills", &phase.skills),
    ];
    for (name, items) in lists {
        checker.unique_ids(at.field(name), items.iter().map(|item| &item.id));
    }
}

/// Slots follow each other; those without an end come after closing and are passed over.
fn slots(guidance: &Guidance, list: Place<'_>, checker: &mut Checker<'_>) {
    let ends = guidance.slots.iter().enumerate().filter_map(|(index, slot)| {
        let until = slot.until?;
        Some((list.item(index).field("until"), until.0))
    });
    checker.in_order(ends, 1);
}

fn timetables(guidance: &Guidance, list: Place<'_>, checker: &mut Checker<'_>) {
    checker.unique_ids(list, guidance.timetables.iter().map(|timetable| &timetable.id));
    for (index, timetable) in guidance.timetables.iter().enumerate() {
        checker.some(list.item(index), "boxes", &timetable.boxes);
        for (number, time_box) in timetable.boxes.iter().enumerate() {
            let place = list.item(index).field("boxes").item(number);
            for (at, step) in time_box.steps.iter().enumerate() {
                checker.one_of(place.field("steps").item(at), step, STEPS);
            }
            if let Some(round) = time_box.round {
                checker.within(place.field("round"), u64::from(round), 1, 2);
            }
            checker.within(place.field("minutes"), u64::from(time_box.minutes), 1, 24 * 60);
        }
    }
}

/// Rows are tagged with check items by name alone, so their names are unique over all processes.
fn processes(guidance: &Guidance, list: Place<'_>, checker: &mut Checker<'_>) {
    checker.unique_ids(list, guidance.processes.iter().map(|process| &process.id));
    let items = || {
        guidance.processes.iter().enumerate().flat_map(|(index, process)| {
            let items = list.item(index).field("items");
            process.items.iter().enumerate().map(move |(index, item)| (items.item(index), item))
        })
    };
    checker.unique(items().map(|(place, item)| (place.field("id"), &item.id)));
    for (place, item) in items() {
        if let Some(only) = &item.only {
            checker.one_of(place.field("only"), only, CHECK_KINDS);
        }
    }
}

fn checked_on(day: &str, place: Place<'_>, checker: &mut Checker<'_>) {
    let exact = day.len() == "2026-11-21".len();
    if !exact || NaiveDate::parse_from_str(day, "%Y-%m-%d").is_err() {
        checker.report(place, SenseTrouble::Day(day.to_owned()));
    }
}
