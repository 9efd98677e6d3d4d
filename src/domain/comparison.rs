//! Two snapshots of a group's sheets side by side: what changed, why, by whom, and which gaps were closed.
//!
//! Everything is aligned by name: rows by id, forms by field, response rows of two rounds by what they are about
//! (see `align`). Words and emphasis are for `text`; nothing here judges whether a change is good.

mod align;
mod sides;

use chrono::{DateTime, FixedOffset};
use unicode_normalization::UnicodeNormalization;

use super::environment::words_of;
use super::event::{Actor, Place, Round};
use super::id::{Minute, RowId};
use super::sheet::{Artefact, Field, Section, Value};
use super::workshop::{Group, GroupView, Snapshot, Stage};
use sides::Sides;

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
        let at = |round| Place { artefact, round: artefact.is_of_a_round().then_some(round) };
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
        let cells = sections.flat_map(|section| &section.rows).flat_map(|row| &row.cells);
        let given: Vec<Mark> = cells.filter_map(|cell| cell.mark).collect();
        let count = |mark| (mark, given.iter().filter(|one| **one == mark).count());
        [count(Mark::Fixed), count(Mark::Repeated), count(Mark::New), count(Mark::Lost)]
    }
}

/// Compares two snapshots of a group.
pub fn compare(view: &GroupView<'_>, pair: Pair) -> Comparison {
    let (earlier, later) = pair.snapshots();
    let before = view.group.as_of(earlier.last_stage());
    let after = view.group.as_of(later.last_stage());
    let sides = Sides { pair, before: with(view, &before), after: with(view, &after) };
    let sheets = pair.artefacts().filter_map(|artefact| sides.sheet(artefact)).collect();
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
