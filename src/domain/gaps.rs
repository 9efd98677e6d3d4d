//! What is missing in a step, and what a factor has thrown into doubt. Gaps are findings, never errors.

mod flags;

use super::coverage;
use super::event::{Place, Round, Step};
use super::id::{Minute, RevisionId, RowId, Slug};
use super::sheet::{Artefact, Cell, Expected, Field, Section, Shape, Value};
use super::words::Bilingual;
use super::workshop::GroupView;

pub use flags::{Flag, deputy_field};

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
    /// A factor calls for somebody who is not named on any sheet of the round.
    NotBroughtIn(Slug),
    /// A factor calls for a rule on this policy topic, and no response row names it.
    RuleNeeded(Slug),
    /// A phase of the step, and no response row is tagged with it.
    Untouched(Slug),
    /// Whether the damage is still spreading is not known: the answer says what comes first, C or D.
    SpreadUnknown(Round),
    /// A factor's clock runs, and this row of the report is still empty.
    Demanded {
        /// What is wanted.
        what: Bilingual,
        /// Exercise time by which it is wanted.
        due: Minute,
        /// The row, and whether it is an item or a count.
        row: RowId,
    },
    /// A group alone is about to leave the table with scenes still to come.
    ScenesLeft {
        /// When the next one opens.
        next: Minute,
        /// How many there are.
        left: usize,
    },
}

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
        gaps.extend(self.scenes_left(step));
        for artefact in step.artefacts() {
            let place = Place { artefact: *artefact, round: round.filter(|_| artefact.is_of_a_round()) };
            gaps.extend(self.gaps_of(place));
        }
        gaps.extend(coverage::untouched(self, step).into_iter().map(Gap::Untouched));
        gaps.extend(self.spread_unknown(step));
        gaps
    }

    /// Where nobody facilitates, nobody else would tell that the incident goes on.
    pub fn scenes_left(&self, step: Step) -> Option<Gap> {
        let Step::ResponseTable(round) = step else { return None };
        let (play, scenario) = self.play(round).zip(self.scenario(round))?;
        let next = play.next_scene(scenario).filter(|_| self.workshop.is_automatic())?.minute;
        Some(Gap::ScenesLeft { next, left: scenario.scenes.len().saturating_sub(play.scenes.len()) })
    }

    /// Where it matters, and nobody has said it. An empty field of the initial response sheet is listed there anyway.
    fn spread_unknown(&self, step: Step) -> Option<Gap> {
        let round = step.round().filter(|_| self.asks_for_spread(step))?;
        let answered = !self.spread(round).is_empty();
        let listed = matches!(step, Step::InitialResponse(_)) && !answered;
        (!listed).then_some(Gap::SpreadUnknown(round))
    }

    /// Whether "Is the damage still spreading?" is an open question in this step, between phases C and D.
    pub fn asks_for_spread(&self, step: Step) -> bool {
        let (Step::InitialResponse(round) | Step::ResponseTable(round)) = step else {
            return false;
        };
        self.play(round).is_some() && !matches!(self.spread(round).items()[..], ["yes" | "no"])
    }

    /// What the initial response sheet says about it.
    pub fn spread(&self, round: Round) -> Value {
        self.value(&Cell::form(Artefact::InitialResponse, Some(round), "ongoing"))
    }

    /// Everything missing in a sheet.
    pub fn gaps_of(&self, place: Place) -> Vec<Gap> {
        let mut gaps = match (place.artefact, place.round) {
            (Artefact::ResponseTable, Some(round)) => self.called_for(round),
            (Artefact::Report, Some(round)) => self.demanded(round),
            _ => Vec::new(),
        };
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
}

impl GroupView<'_> {
    /// What a response row without a rule to stand on still has to say (W-45). Empty where it stands on one.
    pub fn missing_supplement(&self, place: Place, row: &RowId) -> Vec<&'static Field> {
        let found = self.group.sheets.row(place, row);
        let section = found.and_then(|found| place.artefact.sheet().section(&found.section));
        let fields = section.map(|section| section.fields).unwrap_or_default();
        if !fields.iter().any(|field| field.expected == Expected::WithoutRule) || !self.lacks_rule(place, row)
        {
            return Vec::new();
        }
        let is_empty =
            |field: &Field| self.value(&Cell::row(place.artefact, place.round, row, field.key)).is_empty();
        let supplement = fields.iter().filter(|field| field.expected == Expected::WithoutRule);
        supplement.filter(|field| is_empty(field)).collect()
    }
}

fn lives_by_rows(artefact: Artefact) -> bool {
    matches!(artefact, Artefact::ResponseTable | Artefact::Agenda | Artefact::Press | Artefact::Improvements)
}
