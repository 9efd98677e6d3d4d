//! Measures read off the other sheets: policy, logs, report, press, duties, improvements, closing checks.

use super::{Amount, Behind, Reading, What};
use crate::domain::comparison::same;
use crate::domain::event::{Place, Round};
use crate::domain::id::RowId;
use crate::domain::log_request::Resolution;
use crate::domain::sheet::{Artefact, Cell, Expected, Value};
use crate::domain::workshop::{GroupView, Snapshot};

fn at(artefact: Artefact, round: Option<Round>) -> Place {
    Place { artefact, round }
}

fn ids(view: &GroupView<'_>, place: Place, section: &str) -> Vec<RowId> {
    let rows = view.rows(place, section).into_iter();
    rows.map(|row| row.id.clone()).collect()
}

fn value(view: &GroupView<'_>, place: Place, row: &RowId, field: &str) -> Value {
    view.value(&Cell::row(place.artefact, place.round, row, field))
}

pub(super) fn policy_gaps(view: &GroupView<'_>) -> Option<Reading> {
    let place = at(Artefact::Policy, None);
    let topics = ids(view, place, "topics");
    let looked_up = |row: &RowId| !value(view, place, row, "exists").is_empty();
    if !topics.iter().any(looked_up) {
        return None;
    }
    let open = topics.into_iter().filter(|row| value(view, place, row, "exists").items() != ["yes"]);
    Some(Reading::count(open.map(|row| Behind::Row(place, row)).collect()))
}

/// Answered requests only: how an open one will be resolved is the facilitator's.
pub(super) fn logs(what: What, view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let requests = &view.play(round)?.requests;
    let answered: Vec<_> = requests.iter().filter(|asked| asked.answer.is_some()).collect();
    if answered.is_empty() {
        return None;
    }
    let fits = |resolution: &Resolution| match resolution {
        Resolution::Available => what == What::LogsAvailable,
        Resolution::Partial(_) => what == What::LogsPartial,
        Resolution::NotAvailable(_) => what == What::LogsMissing,
        Resolution::Unknown(_) => what == What::LogsUnknown,
    };
    let counted = answered.iter().filter(|asked| fits(&asked.resolution));
    let behind = counted.map(|asked| Behind::Request(round, asked.id.clone()));
    Some(Reading::count(behind.collect()))
}

/// Whether a change is an improvement is for people to say; this counts the rows that changed.
pub(super) fn facts_revised(view: &GroupView<'_>) -> Option<Reading> {
    view.play(Round::One)?;
    let place = at(Artefact::FactSheet, None);
    let changed = |row: &RowId| {
        let fields = place.artefact.sheet().sections.iter().flat_map(|s| s.fields);
        fields
            .map(|field| Cell::row(place.artefact, None, row, field.key))
            .any(|cell| !same(&view.value_at(&cell, Snapshot::PlayedOne), &view.value(&cell)))
    };
    let rows = ids(view, place, "facts").into_iter().filter(changed);
    Some(Reading::count(rows.map(|row| Behind::Row(place, row)).collect()))
}

pub(super) fn report_complete(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let cells = view.cells(at(Artefact::Report, Some(round)));
    if cells.iter().all(|cell| view.value(cell).is_empty()) {
        return None;
    }
    let required =
        |cell: &&Cell| cell.definition().is_some_and(|(_, field)| field.expected == Expected::Required);
    let expected: Vec<&Cell> = cells.iter().filter(required).collect();
    let empty = expected.iter().filter(|cell| view.value(cell).is_empty());
    let missing = empty.map(|cell| Behind::Cell((*cell).clone())).collect();
    Reading::share(expected.len(), missing)
}

pub(super) fn report_unsure(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let place = at(Artefact::Report, Some(round));
    let cells = view.cells(place).into_iter();
    let certainties: Vec<Cell> = cells
        .filter(|cell| matches!(cell.field.as_str(), "certainty" | "count-certainty"))
        .filter(|cell| !view.value(cell).is_empty())
        .collect();
    let whole = certainties.len();
    let unsure = |cell: &Cell| {
        let value = view.value(cell);
        let items = value.items();
        items.iter().any(|id| matches!(*id, "investigating" | "unknown"))
    };
    let behind: Vec<Behind> = certainties.into_iter().filter(unsure).map(Behind::Cell).collect();
    let part = behind.len();
    (whole > 0).then_some(Reading { amount: Amount::Share { part, whole }, behind })
}

pub(super) fn press(view: &GroupView<'_>, round: Round, outcome: &str) -> Option<Reading> {
    let place = at(Artefact::Press, Some(round));
    let questions = ids(view, place, "questions");
    if questions.is_empty() {
        return None;
    }
    let ended = |row: &RowId| value(view, place, row, "outcome").items() == [outcome];
    let found = questions.into_iter().filter(ended);
    Some(Reading::count(found.map(|row| Behind::Row(place, row)).collect()))
}

fn is_decided(view: &GroupView<'_>, place: Place, duty: &RowId) -> bool {
    let decision = value(view, place, duty, "duty-decision");
    matches!(decision.items().as_slice(), ["notify" | "not-needed"])
}

pub(super) fn duties_decided(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let place = at(Artefact::Report, Some(round));
    let duties = ids(view, place, "duties");
    let open = duties.iter().filter(|duty| !is_decided(view, place, duty));
    let missing = open.map(|row| Behind::Row(place, row.clone())).collect();
    Reading::share(duties.len(), missing)
}

pub(super) fn duty_margin(view: &GroupView<'_>, round: Round) -> Option<Reading> {
    let place = at(Artefact::Report, Some(round));
    let scenario = view.scenario(round)?;
    let margins = ids(view, place, "duties").into_iter().filter_map(|row| {
        let by = scenario.duties.iter().find(|duty| duty.id == *row.as_str())?.by?;
        let cell = Cell::row(place.artefact, place.round, &row, "duty-decision");
        let decided = view.revision(&cell).filter(|_| is_decided(view, place, &row))?.minute?;
        Some((i64::from(by.0) - i64::from(decided.0), row))
    });
    let (margin, row) = margins.min_by_key(|(margin, _)| *margin)?;
    Some(Reading { amount: Amount::Margin(margin), behind: vec![Behind::Row(place, row)] })
}

pub(super) fn improvements(view: &GroupView<'_>) -> Option<Reading> {
    let place = at(Artefact::Improvements, None);
    let rows = ids(view, place, "improvements");
    let empty = |row: &RowId, field: &str| value(view, place, row, field).is_empty();
    let open = |row: &&RowId| ["reason", "owner", "due"].iter().any(|field| empty(row, field));
    let missing = rows.iter().filter(open);
    let missing = missing.map(|row| Behind::Row(place, row.clone())).collect();
    Reading::share(rows.len(), missing)
}

pub(super) fn checks_passed(view: &GroupView<'_>) -> Option<Reading> {
    let place = at(Artefact::Critique, None);
    let rows = ids(view, place, "checks");
    let checked = |row: &RowId| !value(view, place, row, "check").is_empty();
    if !rows.iter().any(checked) {
        return None;
    }
    let open = rows.iter().filter(|row| value(view, place, row, "check").items() != ["passed"]);
    let missing = open.map(|row| Behind::Row(place, row.clone())).collect();
    Reading::share(rows.len(), missing)
}
