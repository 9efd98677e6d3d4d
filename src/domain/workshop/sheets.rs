//! A group's sheets: which rows there are, and every revision of every cell.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, FixedOffset};

use super::Workshop;
use super::group::Stage;
use crate::domain::event::{Actor, Place, Round};
use crate::domain::fact_sheet::FactSheet;
use crate::domain::guidance::Guidance;
use crate::domain::id::{EntryId, Minute, RevisionId, RowId};
use crate::domain::scenario::Scenario;
use crate::domain::sheet::record::OUTGOING;
use crate::domain::sheet::report::{REPORT_COUNTS, REPORT_ITEMS};
use crate::domain::sheet::{Artefact, Cell, Value};

/// All sheets of a group.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    rows: BTreeMap<Place, Vec<Row>>,
    cells: HashMap<Cell, History>,
}

/// A row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub id: RowId,
    /// The section it is in.
    pub section: String,
    /// Whether the material gives it.
    pub given: bool,
    /// Whether it was taken out; its text stays.
    pub removed: bool,
    /// When it came and went, oldest first; empty for a row of the material that stayed.
    pub changes: Vec<RowChange>,
}

/// A row came, went, or came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Which of these.
    pub kind: RowChangeKind,
    /// Who did it.
    pub actor: Actor,
    /// Real time.
    pub at: DateTime<FixedOffset>,
    /// The part of the workshop it happened in.
    pub stage: Stage,
    /// The change set of the review it belongs to.
    pub change_set: Option<EntryId>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowChangeKind {
    /// It was added.
    Added,
    /// It was taken out.
    Removed,
    /// It was put back.
    Restored,
}

impl Row {
    /// The row as it stood at the end of `stage`; `None` when it was added later.
    fn as_of(&self, stage: Stage) -> Option<Self> {
        let mut changes = self.changes.clone();
        changes.retain(|change| change.stage <= stage);
        let removed = match changes.last() {
            Some(last) => last.kind == RowChangeKind::Removed,
            None if self.given => false,
            None => return None,
        };
        Some(Self { removed, changes, ..self.clone() })
    }
}

/// Every revision of a cell, oldest first. Never empty.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The revisions.
    pub revisions: Vec<Revision>,
}

/// One revision of a cell.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Its name.
    pub id: RevisionId,
    /// What the cell held from then on.
    pub value: Value,
    /// Who wrote it.
    pub actor: Actor,
    /// Real time.
    pub at: DateTime<FixedOffset>,
    /// Exercise time.
    pub minute: Option<Minute>,
    /// The part of the workshop it was written in.
    pub stage: Stage,
    /// The change set it belongs to.
    pub change_set: Option<EntryId>,
    /// Its own reason.
    pub reason: Option<String>,
}

impl History {
    /// The newest revision.
    pub fn head(&self) -> Option<&Revision> {
        self.revisions.last()
    }

    /// The newest revision written in `stage` or before.
    pub fn as_of(&self, stage: Stage) -> Option<&Revision> {
        self.revisions.iter().rev().find(|revision| revision.stage <= stage)
    }
}

impl Sheets {
    /// The rows that the material gives before any round.
    pub(super) fn at_the_beginning(workshop: &Workshop) -> Self {
        let mut sheets = Self::default();
        let topics = workshop.topics().into_iter().flat_map(|topics| &topics.topics);
        sheets.give(Artefact::Policy, None, "topics", topics.map(|topic| RowId::from(&topic.id)));
        let facts = workshop.fact_sheet().into_iter().flat_map(FactSheet::rows);
        sheets.give(Artefact::FactSheet, None, "facts", facts.map(|row| RowId::from(&row.id)));
        let people = workshop.stakeholders().into_iter().flat_map(|list| &list.stakeholders);
        sheets.give(Artefact::Stakeholders, None, "stakeholders", people.map(|one| RowId::from(&one.id)));
        if let Some(guidance) = workshop.guidance() {
            let ids = |items: &[crate::domain::guidance::Item]| -> Vec<RowId> {
                items.iter().map(|item| RowId::from(&item.id)).collect()
            };
            sheets.give(Artefact::Critique, None, "checks", ids(&guidance.closing_checks));
            sheets.give(Artefact::Critique, None, "hot-wash", ids(&guidance.hot_wash));
        }
        sheets
    }

    /// The rows that an incident brings with it. Choosing another one takes the former's away, except for goals that
    /// `kept`, the other round's incident, has too.
    pub(super) fn begin_round(
        &mut self,
        round: Round,
        scenario: &Scenario,
        kept: Option<&Scenario>,
        guidance: Option<&Guidance>,
    ) {
        let at = Some(round);
        for artefact in Artefact::OF_A_ROUND {
            self.rows.remove(&Place { artefact, round: at });
        }
        let slots = guidance.into_iter().flat_map(|guidance| &guidance.slots);
        self.give(Artefact::InitialResponse, at, "axis", slots.map(|slot| RowId::from(&slot.id)));
        let named = |rows: &[(&str, _)]| rows.iter().map(|(id, _)| RowId::from(*id)).collect::<Vec<_>>();
        self.give(Artefact::Report, at, "items", named(REPORT_ITEMS));
        self.give(Artefact::Report, at, "counts", named(REPORT_COUNTS));
        let duties = scenario.duties.iter().map(|duty| RowId::from(&duty.id));
        self.give(Artefact::Report, at, "duties", duties);
        self.give(Artefact::OutgoingTexts, at, "texts", named(OUTGOING));
        let incidents = kept.into_iter().chain([scenario]);
        let goals: Vec<RowId> = incidents
            .flat_map(|incident| {
                let goals = incident.goals.iter();
                goals.map(|goal| goal_row(incident, goal.id.as_str()))
            })
            .collect();
        let critique = Place { artefact: Artefact::Critique, round: None };
        let rows = self.rows.entry(critique).or_default();
        rows.retain(|row| row.section != "goals" || goals.contains(&row.id));
        self.give(Artefact::Critique, None, "goals", goals);
    }

    fn give(
        &mut self,
        artefact: Artefact,
        round: Option<Round>,
        section: &str,
        ids: impl IntoIterator<Item = RowId>,
    ) {
        let rows = self.rows.entry(Place { artefact, round }).or_default();
        for id in ids {
            if rows.iter().all(|row| row.id != id) {
                rows.push(Row {
                    id,
                    section: section.to_owned(),
                    given: true,
                    removed: false,
                    changes: Vec::new(),
                });
            }
        }
    }

    /// All rows of a sheet, also those taken out, in order.
    pub fn all_rows(&self, place: Place) -> &[Row] {
        self.rows.get(&place).map_or(&[], Vec::as_slice)
    }

    /// The rows of a section that are there, in order.
    pub fn rows<'a>(&'a self, place: Place, section: &'a str) -> impl Iterator<Item = &'a Row> {
        self.all_rows(place).iter().filter(move |row| row.section == section && !row.removed)
    }

    /// A row, there or taken out.
    pub fn row(&self, place: Place, id: &RowId) -> Option<&Row> {
        self.all_rows(place).iter().find(|row| row.id == *id)
    }

    /// Every revision of a cell.
    pub fn history(&self, cell: &Cell) -> Option<&History> {
        self.cells.get(cell)
    }

    /// Every cell that was ever written, in no order.
    pub fn histories(&self) -> impl Iterator<Item = (&Cell, &History)> {
        self.cells.iter()
    }

    pub(super) fn revise(&mut self, cell: &Cell, revision: Revision) {
        self.cells.entry(cell.clone()).or_default().revisions.push(revision);
    }

    pub(super) fn add_row(
        &mut self,
        place: Place,
        section: &str,
        id: &RowId,
        after: Option<&RowId>,
        change: RowChange,
    ) {
        let rows = self.rows.entry(place).or_default();
        let row = Row {
            id: id.clone(),
            section: section.to_owned(),
            given: false,
            removed: false,
            changes: vec![change],
        };
        let at = position_after(rows, after);
        rows.insert(at, row);
    }

    pub(super) fn move_row(&mut self, place: Place, id: &RowId, after: Option<&RowId>) {
        let rows = self.rows.entry(place).or_default();
        if let Some(from) = rows.iter().position(|row| row.id == *id) {
            let row = rows.remove(from);
            let at = position_after(rows, after);
            rows.insert(at, row);
        }
    }

    pub(super) fn change_row(&mut self, place: Place, id: &RowId, change: RowChange) {
        let rows = self.rows.entry(place).or_default();
        if let Some(row) = rows.iter_mut().find(|row| row.id == *id) {
            row.removed = change.kind == RowChangeKind::Removed;
            row.changes.push(change);
        }
    }

    /// The sheets as they stood at the end of `stage`.
    pub(super) fn as_of(&self, stage: Stage) -> Self {
        let rows = self.rows.iter().map(|(place, rows)| {
            let there = rows.iter().filter_map(|row| row.as_of(stage));
            (*place, there.collect())
        });
        let cells = self.cells.iter().filter_map(|(cell, history)| {
            let mut revisions = history.revisions.clone();
            revisions.retain(|revision| revision.stage <= stage);
            (!revisions.is_empty()).then(|| (cell.clone(), History { revisions }))
        });
        Self { rows: rows.collect(), cells: cells.collect() }
    }
}

/// The row of the critique that rates a goal of a scenario.
pub(crate) fn goal_row(scenario: &Scenario, goal: &str) -> RowId {
    RowId(format!("{}.{goal}", scenario.id))
}

fn position_after(rows: &[Row], after: Option<&RowId>) -> usize {
    after.and_then(|id| rows.iter().position(|row| row.id == *id)).map_or(0, |place| place + 1)
}
