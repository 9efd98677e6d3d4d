//! Who wrote how much of a group's sheets: counted from the record, for organisers who want to see it.
//!
//! It counts fields and rows, never letters or minutes, and draws no conclusion from them.

use std::collections::{BTreeMap, BTreeSet};

use super::event::Actor;
use super::id::ParticipantId;
use super::sheet::Cell;
use super::workshop::{GroupView, RowChangeKind};

/// What one person wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// Who.
    pub person: ParticipantId,
    /// Fields they wrote in at least once.
    pub fields: usize,
    /// Rows they added.
    pub rows: usize,
}

/// What everybody who takes part wrote, most fields first. Those who wrote nothing are named, too.
pub fn contributions(view: &GroupView<'_>) -> Vec<Contribution> {
    let present = view.workshop.people.iter().filter(|(_, person)| person.present);
    let mut written: BTreeMap<ParticipantId, (BTreeSet<&Cell>, usize)> =
        present.map(|(id, _)| (id.clone(), Default::default())).collect();
    for (cell, history) in view.group.sheets.histories() {
        for revision in &history.revisions {
            if let Actor::Participant(person) = &revision.actor {
                written.entry(person.clone()).or_default().0.insert(cell);
            }
        }
    }
    for change in view.group.sheets.every_row().flat_map(|row| &row.changes) {
        if let (Actor::Participant(person), RowChangeKind::Added) = (&change.actor, change.kind) {
            written.entry(person.clone()).or_default().1 += 1;
        }
    }
    let counted = written.into_iter().map(|(person, (cells, rows))| {
        let fields = cells.len();
        Contribution { person, fields, rows }
    });
    let mut counted: Vec<Contribution> = counted.collect();
    counted.sort_by_key(|one| std::cmp::Reverse((one.fields, one.rows)));
    counted
}
