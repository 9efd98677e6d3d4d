//! Measures of how a round was handled: escalation, owners, coverage, rules.

use super::{Amount, Behind, Reading, What};
use crate::domain::coverage::{self, ACTORS, StakeholderCoverage};
use crate::domain::event::{Place, Round};
use crate::domain::factor::FactorEffect;
use crate::domain::gaps::Flag;
use crate::domain::id::{Minute, RowId};
use crate::domain::sheet::{Artefact, Cell, Value};
use crate::domain::stakeholder::{Decision, Side};
use crate::domain::workshop::GroupView;

/// The four fields of W-45.
const SUPPLEMENT: [&str; 4] = ["no-rule-grounds", "no-rule-decides", "no-rule-acts", "no-rule-consider"];

fn table(round: Round) -> Place {
    Place { artefact: Artefact::ResponseTable, round: Some(round) }
}

/// Response rows; `None` when there are none, so that an empty table is not taken for a flawless one.
fn rows(view: &GroupView<'_>, round: Round) -> Option<Vec<RowId>> {
    let rows = view.rows(table(round), "rows").into_iter();
    let ids: Vec<RowId> = rows.map(|row| row.id.clone()).collect();
    (!ids.is_empty()).then_some(ids)
}

fn value(view: &GroupView<'_>, place: Place, row: &RowId, field: &str) -> Value {
    view.value(&Cell::row(place.artefact, place.round, row, field))
}

fn in_table(round: Round) -> impl Fn(RowId) -> Behind {
    move |row| Behind::Row(table(round), row)
}

pub(super) fn without(view: &GroupView<'_>, round: Round, field: &str) -> Option<Reading> {
    let empty = |row: &RowId| value(view, table(round), row, field).is_empty();
    let found = rows(view, round)?.into_iter().filter(empty);
    Some(Reading::count(found.map(in_table(round)).collect()))
}

pub(super) fn without_rule(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let lacks = |row: &RowId| view.lacks_rule(table(round), row);
    let found = rows(view, round)?.into_iter().filter(lacks);
    Some(Reading::count(found.map(in_table(round)).collect()))
}

pub(super) fn supplemented(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let lacking: Vec<RowId> =
        rows(view, round)?.into_iter().filter(|row| view.lacks_rule(table(round), row)).collect();
    let open = |row: &RowId| {
        let empty = |field: &&str| value(view, table(round), row, field).is_empty();
        SUPPLEMENT.iter().any(empty)
    };
    let missing = lacking.iter().filter(|row| open(row)).cloned();
    Reading::share(lacking.len(), missing.map(in_table(round)).collect())
}

pub(super) fn nobody_stands_in(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let mut found = Vec::new();
    let mut any = false;
    for (artefact, section) in [(Artefact::InitialResponse, "axis"), (Artefact::ResponseTable, "rows")] {
        let place = Place { artefact, round: Some(round) };
        for row in view.rows(place, section) {
            any = true;
            let flags = view.flags(place, &row.id);
            if flags.iter().any(|flag| matches!(flag, Flag::Unreachable(_))) {
                found.push(Behind::Row(place, row.id.clone()));
            }
        }
    }
    any.then(|| Reading::count(found))
}

pub(super) fn phases(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    rows(view, round)?;
    let phases = coverage::coverage(view, round)?.phases;
    let untouched = phases.iter().filter(|phase| phase.rows.is_empty());
    let missing = untouched.map(|phase| Behind::Phase(phase.phase.clone()));
    Reading::share(phases.len(), missing.collect())
}

pub(super) fn check_items(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    rows(view, round)?;
    let mut items = coverage::coverage(view, round)?.items;
    items.retain(|item| item.only.is_none());
    let untouched = items.iter().filter(|item| item.rows.is_empty());
    let missing = untouched.map(|item| Behind::Item(item.item.clone()));
    Reading::share(items.len(), missing.collect())
}

pub(super) fn actors(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    rows(view, round)?;
    let phases = coverage::coverage(view, round)?.phases;
    let seen = |at: usize| phases.iter().map(move |phase| &phase.actors[at]);
    let foreseen: Vec<usize> = (0..ACTORS.len()).filter(|at| seen(*at).any(|actor| actor.foreseen)).collect();
    let idle = foreseen.iter().filter(|at| seen(**at).all(|actor| actor.rows.is_empty()));
    let missing = idle.map(|at| Behind::Actor(ACTORS[*at]));
    Reading::share(foreseen.len(), missing.collect())
}

pub(super) fn never_contacted(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let optional = |id: &str| {
        let list = view.workshop.stakeholders();
        let found = list.and_then(|list| list.stakeholders.iter().find(|one| one.id == *id));
        found.is_some_and(|one| one.optional)
    };
    let people = coverage::coverage(view, round)?.stakeholders;
    if people.iter().all(StakeholderCoverage::is_never_named) {
        return None;
    }
    let silent = people.into_iter().filter(StakeholderCoverage::is_never_named);
    let missing = silent.map(|one| one.stakeholder).filter(|id| !optional(id.as_str()));
    Some(Reading::count(missing.map(Behind::Stakeholder).collect()))
}

/// The first time somebody who may stop a service, publish or spend was told, decided or acted (M1).
pub(super) fn escalation(what: What, view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let (minute, cell) =
        contacts_with_executives(view, round).into_iter().min_by_key(|(minute, _)| *minute)?;
    let amount = match what {
        What::ScenesToEscalation => {
            let play = view.play(round)?;
            let scenes = &view.scenario(round)?.scenes;
            let released =
                scenes.iter().filter(|scene| play.scenes.contains(&scene.id) && scene.minute <= minute);
            Amount::Count(released.count())
        }
        _ => Amount::At(minute),
    };
    Some(Reading { amount, behind: vec![Behind::Cell(cell)] })
}

fn contacts_with_executives(view: &GroupView<'_>, round: Round) -> Vec<(Minute, Cell)> {
    let at = Some(round);
    let mut found = Vec::new();
    for row in rows(view, round).unwrap_or_default() {
        let cell = |field: &str| Cell::row(Artefact::ResponseTable, at, &row, field);
        for field in ["decision-owner", "action-owner", "deputy"] {
            found.extend(reached(view, round, cell(field), &cell("time")));
        }
    }
    let sheet = Artefact::InitialResponse;
    let contacts = Place { artefact: sheet, round: at };
    for row in view.rows(contacts, "contacts") {
        let cell = |field: &str| Cell::row(sheet, at, &row.id, field);
        if view.value(&cell("contact-done")).items() == ["done"] {
            found.extend(reached(view, round, cell("contact-whom"), &cell("contact-done")));
        }
    }
    let decided = Cell::form(sheet, at, "decided-at");
    found.extend(reached(view, round, Cell::form(sheet, at, "decided-by"), &decided));
    found
}

/// When the executives named in a cell were reached: the time written down in `time`, else when somebody wrote there
/// (that the contact is made, not that it is to be made), else when they were named.
fn reached(view: &GroupView<'_>, round: Round, cell: Cell, time: &Cell) -> Option<(Minute, Cell)> {
    let minute = match view.value(time) {
        Value::Minute(minute) => minute,
        _ => view.revision(time).or_else(|| view.revision(&cell))?.minute?,
    };
    let value = view.value(&cell);
    let answered = |id: &&str| is_executive(view, id) && !is_silent(view, round, id, minute);
    value.items().iter().any(answered).then_some((minute, cell))
}

fn is_executive(view: &GroupView<'_>, id: &str) -> bool {
    let decides = [Decision::StopService, Decision::Publish, Decision::Pay];
    let list = view.workshop.stakeholders();
    let found = list.and_then(|list| list.stakeholders.iter().find(|one| one.id == *id));
    found.is_some_and(|one| {
        one.side == Side::Inside && one.decides.iter().any(|decision| decides.contains(decision))
    })
}

fn is_silent(view: &GroupView<'_>, round: Round, id: &str, minute: Minute) -> bool {
    view.play(round).is_some_and(|play| {
        play.effects().any(|(struck, effect)| match effect {
            FactorEffect::Unreachable(who) => struck <= minute && who.iter().any(|one| one == id),
            _ => false,
        })
    })
}
