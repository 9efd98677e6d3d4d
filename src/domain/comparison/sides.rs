//! Both sides at once: pairs rows and cells, and says what became of each and why.

use std::collections::HashSet;

use super::{
    CellComparison, Change, Mark, Pair, Presence, RowComparison, SectionComparison, SheetComparison, align,
    same,
};
use crate::domain::event::Place;
use crate::domain::gaps::Gap;
use crate::domain::id::{EntryId, RowId};
use crate::domain::sheet::{Artefact, Cell, Field, Section, Shape, Value};
use crate::domain::workshop::{GroupView, Revision, RowChange};

/// The group as it stood on either side.
pub(super) struct Sides<'a> {
    pub(super) pair: Pair,
    pub(super) before: GroupView<'a>,
    pub(super) after: GroupView<'a>,
}

impl Sides<'_> {
    /// A sheet on both sides; `None` when one of the rounds was not played.
    pub(super) fn sheet(&self, artefact: Artefact) -> Option<SheetComparison> {
        let (before, after) = self.pair.places(artefact);
        let played = |place: Place| place.round.is_none_or(|round| self.after.play(round).is_some());
        if !played(before) || !played(after) {
            return None;
        }
        let gaps = Gaps { before: open_cells(&self.before, before), after: open_cells(&self.after, after) };
        let sections = artefact
            .sheet()
            .sections
            .iter()
            .map(|section| SectionComparison { section, rows: self.rows(section, before, after, &gaps) });
        Some(SheetComparison { before, after, sections: sections.collect() })
    }

    fn rows(
        &self,
        section: &'static Section,
        before: Place,
        after: Place,
        gaps: &Gaps,
    ) -> Vec<RowComparison> {
        if section.shape == Shape::Form {
            return vec![self.row(section, Pairing::form(before, after), gaps)];
        }
        let pairs = align::rows(&self.before, before, &self.after, after, section.id);
        pairs
            .into_iter()
            .map(|(one, two)| {
                let pairing = Pairing::rows(before, after, one, two);
                self.row(section, pairing, gaps)
            })
            .collect()
    }

    fn row(&self, section: &'static Section, pairing: Pairing, gaps: &Gaps) -> RowComparison {
        let cells = section.fields.iter().map(|field| self.cell(field, &pairing, gaps));
        RowComparison {
            cells: cells.collect(),
            change: self.row_change(&pairing),
            presence: pairing.presence,
            before: pairing.one,
            after: pairing.two,
        }
    }

    fn cell(&self, field: &'static Field, pairing: &Pairing, gaps: &Gaps) -> CellComparison {
        let (one, two) = (pairing.before(field), pairing.after(field));
        let value = |view: &GroupView<'_>, cell: &Option<Cell>| {
            cell.as_ref().map_or(Value::Empty, |cell| view.value(cell))
        };
        let (before, after) = (value(&self.before, &one), value(&self.after, &two));
        let differs = !same(&before, &after);
        let changes = two.as_ref().filter(|_| differs);
        CellComparison {
            field,
            changes: changes.map_or_else(Vec::new, |cell| self.changes(one.as_ref(), cell)),
            mark: gaps.mark(one.as_ref(), two.as_ref()),
            before,
            after,
            differs,
        }
    }

    /// How a cell came to hold what it does: every revision since, or on another sheet the one that holds.
    fn changes(&self, one: Option<&Cell>, two: &Cell) -> Vec<Change> {
        let Some(history) = self.after.group.sheets.history(two) else {
            return Vec::new();
        };
        let earlier = self.pair.snapshots().0.last_stage();
        let since = history.revisions.iter().filter(|revision| revision.stage > earlier);
        if one == Some(two) || two.round.is_none() {
            since.map(|revision| self.change(revision)).collect()
        } else {
            history.head().map(|head| self.change(head)).into_iter().collect()
        }
    }

    fn change(&self, revision: &Revision) -> Change {
        Change {
            set: self.reason(revision.change_set.as_ref()),
            own: revision.reason.clone(),
            actor: revision.actor.clone(),
            at: revision.at,
            minute: revision.minute,
            stage: revision.stage,
        }
    }

    /// Who added a row of the same sheet or took it out.
    fn row_change(&self, pairing: &Pairing) -> Option<Change> {
        if pairing.from != pairing.to || pairing.presence == Presence::Both {
            return None;
        }
        let id = pairing.two.as_ref().or(pairing.one.as_ref())?;
        let last: &RowChange = self.after.group.sheets.row(pairing.to, id)?.changes.last()?;
        Some(Change {
            set: self.reason(last.change_set.as_ref()),
            own: None,
            actor: last.actor.clone(),
            at: last.at,
            minute: None,
            stage: last.stage,
        })
    }

    fn reason(&self, set: Option<&EntryId>) -> Option<String> {
        let sets = &self.after.group.change_sets;
        let found = sets.iter().find(|one| Some(&one.id) == set);
        found.map(|set| set.reason.clone())
    }
}

/// Which row of one sheet stands against which row of the other.
struct Pairing {
    from: Place,
    to: Place,
    one: Option<RowId>,
    two: Option<RowId>,
    presence: Presence,
}

impl Pairing {
    fn form(from: Place, to: Place) -> Self {
        Self { from, to, one: None, two: None, presence: Presence::Both }
    }

    fn rows(from: Place, to: Place, one: Option<RowId>, two: Option<RowId>) -> Self {
        let presence = match (&one, &two) {
            (Some(_), None) => Presence::OnlyBefore,
            (None, Some(_)) => Presence::OnlyAfter,
            _ => Presence::Both,
        };
        Self { from, to, one, two, presence }
    }

    fn before(&self, field: &Field) -> Option<Cell> {
        (self.presence != Presence::OnlyAfter).then(|| cell(self.from, self.one.as_ref(), field))
    }

    fn after(&self, field: &Field) -> Option<Cell> {
        (self.presence != Presence::OnlyBefore).then(|| cell(self.to, self.two.as_ref(), field))
    }
}

fn cell(place: Place, row: Option<&RowId>, field: &Field) -> Cell {
    Cell { artefact: place.artefact, round: place.round, row: row.cloned(), field: field.key.to_owned() }
}

/// Cells that are gaps, on either side.
struct Gaps {
    before: HashSet<Cell>,
    after: HashSet<Cell>,
}

impl Gaps {
    fn mark(&self, one: Option<&Cell>, two: Option<&Cell>) -> Option<Mark> {
        let was = one.map(|cell| self.before.contains(cell));
        let is = two.map(|cell| self.after.contains(cell));
        match (was, is) {
            (Some(true), Some(false)) => Some(Mark::Fixed),
            (Some(true), Some(true)) => Some(Mark::Repeated),
            (None, Some(true)) => Some(Mark::New),
            (Some(false), Some(true)) => Some(Mark::Lost),
            _ => None,
        }
    }
}

/// Cells of a sheet that are gaps: expected and empty, or a topic without a full rule (W-45).
fn open_cells(view: &GroupView<'_>, place: Place) -> HashSet<Cell> {
    let empty = view.gaps_of(place).into_iter().filter_map(|gap| match gap {
        Gap::Empty(cell) => Some(cell),
        _ => None,
    });
    let topics = view
        .cells(place)
        .into_iter()
        .filter(|cell| cell.artefact == Artefact::Policy && cell.field == "exists")
        .filter(|cell| view.value(cell).items() != ["yes"]);
    empty.chain(topics).collect()
}
