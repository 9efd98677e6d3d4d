//! What is missing in a step, and what a factor has thrown into doubt. Gaps are findings, never errors.

use super::event::{Place, Round, Step};
use super::id::{Minute, RevisionId, RowId, Slug};
use super::sheet::{Artefact, Cell, Expected, Section, Shape};
use super::workshop::{GroupView, Stage};

/// Something that is missing when a step closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The incident of the round is not chosen.
    NoIncident(Round),
    /// A required field is empty.
    Empty(Cell),
    /// A sheet that lives by its rows has none.
    NoRows(Place, &'static str),
    /// A row is thrown into doubt.
    Flagged(Place, RowId, Flag),
    /// Two texts for one cell, and nobody has settled it.
    Conflict(RevisionId),
    /// No factor is in force in round two.
    NoFactor,
}

/// Why a row needs another look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It names somebody who can't be reached, and nobody stands in.
    Unreachable(Slug),
    /// Its number was written before the numbers rose.
    Stale {
        /// When they rose.
        risen: Minute,
    },
    /// It relies on a fact that has turned out false.
    Falsified(Slug),
    /// The duty was decided before that came out.
    Reopened,
}

/// Owner fields and the field that names who stands in, per sheet.
const OWNERS: [(Artefact, &[&str], &str); 2] = [
    (Artefact::InitialResponse, &["axis-decision-owner", "axis-action-owner"], "axis-deputy"),
    (
        Artefact::ResponseTable,
        &["decision-owner", "action-owner", "no-rule-decides", "no-rule-acts"],
        "deputy",
    ),
];

/// The field that names who stands in for owners on this sheet.
pub fn deputy_field(artefact: Artefact) -> Option<&'static str> {
    OWNERS.iter().find(|(owned, ..)| *owned == artefact).map(|(_, _, deputy)| *deputy)
}

/// Fields that name facts a row relies on, per sheet and section.
const RELIES: [(Artefact, &str, &str); 3] = [
    (Artefact::ResponseTable, "rows", "facts"),
    (Artefact::Report, "items", "relies"),
    (Artefact::Report, "counts", "count-relies"),
];

impl GroupView<'_> {
    /// Everything missing in a step.
    pub fn gaps(&self, step: Step) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let round = step.round();
        if let Some(round) = round.filter(|round| self.play(*round).is_none()) {
            return vec![Gap::NoIncident(round)];
        }
        if step == Step::Factor && self.play(Round::Two).is_some_and(|play| play.factors.is_empty()) {
            gaps.push(Gap::NoFactor);
        }
        for artefact in step.artefacts() {
            let place = Place { artefact: *artefact, round: round.filter(|_| artefact.is_of_a_round()) };
            gaps.extend(self.gaps_of(place));
        }
        gaps
    }

    /// Everything missing in a sheet.
    pub fn gaps_of(&self, place: Place) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for section in place.artefact.sheet().sections {
            match section.shape {
                Shape::Form => gaps.extend(self.empty(place, section, None)),
                Shape::Rows | Shape::Given => {
                    let rows = self.rows(place, section.id);
                    if rows.is_empty() && section.shape == Shape::Rows && lives_by_rows(place.artefact) {
                        gaps.push(Gap::NoRows(place, section.id));
                    }
                    for row in rows {
                        gaps.extend(self.empty(place, section, Some(&row.id)));
                        let flags = self.flags(place, &row.id).into_iter();
                        gaps.extend(flags.map(|flag| Gap::Flagged(place, row.id.clone(), flag)));
                    }
                }
            }
        }
        let here = |cell: &Cell| cell.artefact == place.artefact && cell.round == place.round;
        let open = self.group.conflicts.iter().filter(|conflict| here(&conflict.cell));
        gaps.extend(open.map(|conflict| Gap::Conflict(conflict.id.clone())));
        gaps
    }

    fn empty(&self, place: Place, section: &Section, row: Option<&RowId>) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for field in section.fields {
            let cell = Cell {
                artefact: place.artefact,
                round: place.round,
                row: row.cloned(),
                field: field.key.to_owned(),
            };
            if self.is_expected(field.expected, place, row) && self.value(&cell).is_empty() {
                gaps.push(Gap::Empty(cell));
            }
        }
        gaps
    }

    fn is_expected(&self, expected: Expected, place: Place, row: Option<&RowId>) -> bool {
        match expected {
            Expected::Required => true,
            Expected::Optional => false,
            Expected::WithoutRule => row.is_some_and(|row| self.lacks_rule(place, row)),
        }
    }

    /// Whether a response row has no rule to stand on: none is named, or a named one is partly, no or unknown (W-45).
    pub fn lacks_rule(&self, place: Place, row: &RowId) -> bool {
        let named = self.value(&Cell::row(place.artefact, place.round, row, "rule"));
        let topics = named.items();
        let holds = |topic: &&str| {
            let exists = Cell::row(Artefact::Policy, None, &RowId::from(*topic), "exists");
            self.value(&exists).items() == ["yes"]
        };
        topics.is_empty() || !topics.iter().all(holds)
    }

    /// What a factor has thrown into doubt in a row.
    pub fn flags(&self, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(round) = place.round else {
            return Vec::new();
        };
        let mut flags = self.unreachable_owners(round, place, row);
        flags.extend(self.stale(round, place, row));
        flags.extend(self.falsified(round, place, row));
        flags.extend(self.reopened(round, place, row));
        flags
    }

    /// Whether what stands in a cell wants confirming: a number gone stale, a duty opened again. To write the same once
    /// more is an answer then.
    pub fn is_in_doubt(&self, cell: &Cell) -> bool {
        let place = Place { artefact: cell.artefact, round: cell.round };
        let flags = cell.row.as_ref().map(|row| self.flags(place, row));
        flags.into_iter().flatten().any(|flag| match flag {
            Flag::Stale { .. } => cell.field == "count",
            Flag::Reopened => cell.field == "duty-decision",
            Flag::Unreachable(_) | Flag::Falsified(_) => false,
        })
    }

    fn unreachable_owners(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some((_, owners, deputy)) = OWNERS.iter().find(|(artefact, ..)| *artefact == place.artefact)
        else {
            return Vec::new();
        };
        let named = |field: &str| {
            let value = self.value(&Cell::row(place.artefact, place.round, row, field));
            value.items().into_iter().filter_map(Slug::new).collect::<Vec<_>>()
        };
        let reachable = |id: &Slug| !self.is_unreachable(round, id);
        if named(deputy).iter().any(reachable) {
            return Vec::new();
        }
        let mut silent: Vec<Slug> = owners.iter().flat_map(|field| named(field)).collect();
        silent.retain(|id| !reachable(id));
        silent.sort();
        silent.dedup();
        silent.into_iter().map(Flag::Unreachable).collect()
    }

    fn stale(&self, round: Round, place: Place, row: &RowId) -> Option<Flag> {
        let risen = self.play(round)?.last_rise()?;
        let cell = Cell::row(place.artefact, place.round, row, "count");
        let written = (place.artefact == Artefact::Report).then(|| self.revision(&cell)).flatten()?;
        let before = written.minute.is_some_and(|minute| minute < risen);
        let stands = written.stage <= Stage::of_round(round) && !written.value.is_empty();
        (before && stands).then_some(Flag::Stale { risen })
    }

    fn falsified(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(play) = self.play(round) else {
            return Vec::new();
        };
        let fields = RELIES.iter().filter(|(artefact, ..)| *artefact == place.artefact);
        let cells = fields.map(|(_, _, field)| Cell::row(place.artefact, place.round, row, field));
        let relied = cells
            .flat_map(|cell| self.value(&cell).items().into_iter().filter_map(Slug::new).collect::<Vec<_>>());
        let false_now = relied.filter(|fact| play.not_encrypted_since(fact.as_str()).is_some());
        false_now.map(Flag::Falsified).collect()
    }

    /// Duties decided before it came out that data were not encrypted are open again.
    fn reopened(&self, round: Round, place: Place, row: &RowId) -> Option<Flag> {
        let cell = Cell::row(place.artefact, place.round, row, "duty-decision");
        let decided = (place.artefact == Artefact::Report).then(|| self.revision(&cell)).flatten()?;
        let open = self.play(round)?.is_reopened(&decided.id) && !decided.value.is_empty();
        open.then_some(Flag::Reopened)
    }
}

fn lives_by_rows(artefact: Artefact) -> bool {
    matches!(artefact, Artefact::ResponseTable | Artefact::Agenda | Artefact::Press | Artefact::Improvements)
}
