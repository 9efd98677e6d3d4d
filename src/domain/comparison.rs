//! Two snapshots of a group's sheets side by side: what changed, why, by whom, and which gaps were closed.
//!
//! Everything is aligned by name: rows by id, forms by field, response rows of two rounds by what they are about
//! (see `align`). Words and emphasis are for `text`; nothing here judges whether a change is good.

mod align;

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use unicode_normalization::UnicodeNormalization;

use super::environment::words_of;
use super::event::{Actor, Place, Round};
use super::gaps::Gap;
use super::id::{EntryId, Minute, RowId};
use super::sheet::{Artefact, Cell, Field, Section, Shape, Value};
use super::workshop::{Group, GroupView, Revision, RowChange, Snapshot, Stage};

/// Which two snapshots are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pair {
    /// Round one as played against round two as played; the incidents differ.
    Rounds,
    /// Round one as played against the same sheets as reviewed.
    Review,
}

impl Pair {
    /// The two snapshots, earlier first.
    pub fn snapshots(self) -> (Snapshot, Snapshot) {
        match self {
            Self::Rounds => (Snapshot::PlayedOne, Snapshot::PlayedTwo),
            Self::Review => (Snapshot::PlayedOne, Snapshot::Reviewed),
        }
    }

    /// The sheet on either side.
    fn places(self, artefact: Artefact) -> (Place, Place) {
        let at = |round| Place {
            artefact,
            round: artefact.is_of_a_round().then_some(round),
        };
        match self {
            Self::Rounds => (at(Round::One), at(Round::Two)),
            Self::Review => (at(Round::One), at(Round::One)),
        }
    }

    fn artefacts(self) -> impl Iterator<Item = Artefact> {
        let all = Artefact::ALL.into_iter();
        all.filter(move |artefact| match self {
            Self::Rounds => artefact.is_environment() || artefact.is_of_a_round(),
            Self::Review => Artefact::REVISABLE.contains(artefact),
        })
    }
}

/// A comparison, sheet by sheet in the order of the workshop.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What is compared.
    pub pair: Pair,
    /// The sheets; a sheet of a round that was not played is left out.
    pub sheets: Vec<SheetComparison>,
}

/// One sheet on both sides.
#[derive(Clone, Debug)]
pub struct SheetComparison {
    /// The sheet on the earlier side.
    pub before: Place,
    /// The sheet on the later side.
    pub after: Place,
    /// Its sections in order, those without rows too.
    pub sections: Vec<SectionComparison>,
}

/// One section on both sides.
#[derive(Clone, Debug)]
pub struct SectionComparison {
    /// The section.
    pub section: &'static Section,
    /// Its rows: those of the earlier side in order, then those only on the later. A form is one row without ids.
    pub rows: Vec<RowComparison>,
}

/// One row on both sides.
#[derive(Clone, Debug)]
pub struct RowComparison {
    /// The row on the earlier side.
    pub before: Option<RowId>,
    /// The row on the later side.
    pub after: Option<RowId>,
    /// Where it is.
    pub presence: Presence,
    /// Who added it or took it out, and why, when the same sheet is compared with itself.
    pub change: Option<Change>,
    /// Its fields in order.
    pub cells: Vec<CellComparison>,
}

/// On which side a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// On both.
    Both,
    /// Only on the earlier side.
    OnlyBefore,
    /// Only on the later side.
    OnlyAfter,
}

/// One cell on both sides.
#[derive(Clone, Debug)]
pub struct CellComparison {
    /// The field.
    pub field: &'static Field,
    /// What it held.
    pub before: Value,
    /// What it holds.
    pub after: Value,
    /// Whether that differs.
    pub differs: bool,
    /// What became of a gap.
    pub mark: Option<Mark>,
    /// How it came about, oldest first; the last one is what holds. Empty for cells that do not differ.
    pub changes: Vec<Change>,
}

/// What became of a gap: an expected field without content, or a policy topic without a full rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It was open before and is closed now.
    Fixed,
    /// It is open on both sides.
    Repeated,
    /// It is open in a row that is only on the later side.
    New,
    /// It was filled in before and is open now.
    Lost,
}

/// One change: why, who, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The reason of its change set.
    pub set: Option<String>,
    /// Its own reason.
    pub own: Option<String>,
    /// Who made it.
    pub actor: Actor,
    /// Real time.
    pub at: DateTime<FixedOffset>,
    /// Exercise time.
    pub minute: Option<Minute>,
    /// The part of the workshop it was made in.
    pub stage: Stage,
}

impl RowComparison {
    /// Whether anything in it differs.
    pub fn differs(&self) -> bool {
        self.presence != Presence::Both || self.cells.iter().any(|cell| cell.differs)
    }
}

impl Comparison {
    /// How often each mark was given: fixed, repeated, new, lost.
    pub fn marks(&self) -> [(Mark, usize); 4] {
        let sections = self.sheets.iter().flat_map(|sheet| &sheet.sections);
        let cells = sections
            .flat_map(|section| &section.rows)
            .flat_map(|row| &row.cells);
        let given: Vec<Mark> = cells.filter_map(|cell| cell.mark).collect();
        let count = |mark| (mark, given.iter().filter(|one| **one == mark).count());
        [
            count(Mark::Fixed),
            count(Mark::Repeated),
            count(Mark::New),
            count(Mark::Lost),
        ]
    }
}

/// Compares two snapshots of a group.
pub fn compare(view: &GroupView<'_>, pair: Pair) -> Comparison {
    let (earlier, later) = pair.snapshots();
    let before = view.group.as_of(earlier.last_stage());
    let after = view.group.as_of(later.last_stage());
    let sides = Sides {
        pair,
        before: with(view, &before),
        after: with(view, &after),
    };
    let sheets = pair
        .artefacts()
        .filter_map(|artefact| sides.sheet(artefact))
        .collect();
    Comparison { pair, sheets }
}

fn with<'a>(view: &GroupView<'a>, group: &'a Group) -> GroupView<'a> {
    GroupView { group, ..*view }
}

/// Whether two values say the same. Compared on copies: typed text against material, composed against decomposed.
pub fn same(one: &Value, two: &Value) -> bool {
    let text = |value: &Value| -> String { words_of(value.clone()).ja.trim_end().nfc().collect() };
    match (one, two) {
        (Value::Material(one), Value::Material(two)) => one == two,
        (Value::Text(_) | Value::Material(_), Value::Text(_) | Value::Material(_)) => text(one) == text(two),
        (Value::Several(one), Value::Several(two)) => {
            one.iter().all(|id| two.contains(id)) && two.iter().all(|id| one.contains(id))
        }
        _ => one == two || (one.is_empty() && two.is_empty()),
    }
}

/// The group as it stood on either side.
struct Sides<'a> {
    pair: Pair,
    before: GroupView<'a>,
    after: GroupView<'a>,
}

impl Sides<'_> {
    fn sheet(&self, artefact: Artefact) -> Option<SheetComparison> {
        let (before, after) = self.pair.places(artefact);
        let played = |place: Place| place.round.is_none_or(|round| self.after.play(round).is_some());
        if !played(before) || !played(after) {
            return None;
        }
        let gaps = Gaps {
            before: open_cells(&self.before, before),
            after: open_cells(&self.after, after),
        };
        let sections = artefact.sheet().sections.iter().map(|section| SectionComparison {
            section,
            rows: self.rows(section, before, after, &gaps),
        });
        Some(SheetComparison {
            before,
            after,
            sections: sections.collect(),
        })
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
        let cells = section
            .fields
            .iter()
            .map(|field| self.cell(field, &pairing, gaps));
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
        let since = history
            .revisions
            .iter()
            .filter(|revision| revision.stage > earlier);
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
        Self {
            from,
            to,
            one: None,
            two: None,
            presence: Presence::Both,
        }
    }

    fn rows(from: Place, to: Place, one: Option<RowId>, two: Option<RowId>) -> Self {
        let presence = match (&one, &two) {
            (Some(_), None) => Presence::OnlyBefore,
            (None, Some(_)) => Presence::OnlyAfter,
            _ => Presence::Both,
        };
        Self {
            from,
            to,
            one,
            two,
            presence,
        }
    }

    fn before(&self, field: &Field) -> Option<Cell> {
        (self.presence != Presence::OnlyAfter).then(|| cell(self.from, self.one.as_ref(), field))
    }

    fn after(&self, field: &Field) -> Option<Cell> {
        (self.presence != Presence::OnlyBefore).then(|| cell(self.to, self.two.as_ref(), field))
    }
}

fn cell(place: Place, row: Option<&RowId>, field: &Field) -> Cell {
    Cell {
        artefact: place.artefact,
        round: place.round,
        row: row.cloned(),
        field: field.key.to_owned(),
    }
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
