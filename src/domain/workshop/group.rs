//! One group: who sits where, which step it is at, its sheets and its rounds.

use std::collections::{BTreeMap, BTreeSet};

use super::Workshop;
use super::sheets::{History, Revision, RowChange, RowChangeKind, Sheets};
use crate::domain::environment::words_of;
use crate::domain::event::{Envelope, Event, Place, Record, Round, Step};
use crate::domain::id::{EntryId, Minute, ParticipantId, RevisionId, RowId, Slug};
use crate::domain::play::Play;
use crate::domain::sheet::{Artefact, Cell, Value};
use crate::domain::words::Bilingual;

/// The parts of a workshop, in order. A group's stage only goes forward, whichever step it looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Before round one.
    #[default]
    Preparation,
    /// Round one.
    RoundOne,
    /// The review.
    Review,
    /// Round two.
    RoundTwo,
    /// The wrap-up.
    WrapUp,
}

impl Stage {
    /// The stage a step belongs to.
    pub fn of(step: Step) -> Self {
        match step {
            Step::Preparation | Step::Introduction => Self::Preparation,
            Step::Choose(round)
            | Step::InitialResponse(round)
            | Step::ResponseTable(round)
            | Step::Report(round)
            | Step::Press(round) => Self::of_round(round),
            Step::Review => Self::Review,
            Step::Factor => Self::RoundTwo,
            Step::WrapUp => Self::WrapUp,
        }
    }

    /// The stage in which a round is played.
    pub fn of_round(round: Round) -> Self {
        match round {
            Round::One => Self::RoundOne,
            Round::Two => Self::RoundTwo,
        }
    }

    /// The round that is played in it.
    pub fn round(self) -> Option<Round> {
        match self {
            Self::RoundOne => Some(Round::One),
            Self::RoundTwo => Some(Round::Two),
            _ => None,
        }
    }
}

/// One group.
#[derive(Clone, Debug)]
pub struct Group {
    /// Its name, if it gave itself one.
    pub name: Option<String>,
    /// Who plays which stakeholder.
    pub seats: BTreeMap<Slug, ParticipantId>,
    /// Who writes.
    pub recorder: Option<ParticipantId>,
    /// The step it is at.
    pub step: Step,
    /// The furthest part it has reached.
    pub stage: Stage,
    /// Steps held to be done.
    pub closed: BTreeSet<Step>,
    /// Its sheets.
    pub sheets: Sheets,
    /// Its rounds.
    pub plays: BTreeMap<Round, Play>,
    /// Change sets of the review, oldest first; the last one is open.
    pub change_sets: Vec<ChangeSet>,
    /// Conflicts that nobody has settled.
    pub conflicts: Vec<Conflict>,
    /// Every time somebody was picked who could not be reached.
    pub contact_failures: Vec<ContactFailure>,
}

/// A set of changes with one reason (W-50).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeSet {
    /// Its name.
    pub id: EntryId,
    /// Why.
    pub reason: String,
}

/// Two texts for one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The id of its event.
    pub id: RevisionId,
    /// The cell.
    pub cell: Cell,
    /// The text that came second. The first one is the cell's value.
    pub value: Value,
    /// Who wrote it.
    pub actor: crate::domain::event::Actor,
}

/// Somebody could not be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactFailure {
    /// Where they were named.
    pub cell: Cell,
    /// Who.
    pub stakeholder: Slug,
    /// Exercise time.
    pub minute: Option<Minute>,
}

impl Group {
    pub(super) fn new(sheets: Sheets) -> Self {
        Self {
            name: None,
            seats: BTreeMap::new(),
            recorder: None,
            step: Step::Preparation,
            stage: Stage::Preparation,
            closed: BTreeSet::new(),
            sheets,
            plays: BTreeMap::new(),
            change_sets: Vec::new(),
            conflicts: Vec::new(),
            contact_failures: Vec::new(),
        }
    }

    /// Nobody who left keeps a seat or the pen (W-10: empty seats are shown).
    pub(super) fn bid_farewell(&mut self, person: &ParticipantId) {
        self.seats.retain(|_, seated| seated != person);
        self.recorder.take_if(|recorder| recorder == person);
    }

    /// What happened, taken in. `around` is the workshop with its material, without its groups.
    pub(super) fn apply(&mut self, record: &Record, around: &Workshop) {
        let envelope = &record.envelope;
        match &record.event {
            Event::GroupNamed { name } => self.name = Some(name.clone()),
            Event::SeatTaken { stakeholder, person: Some(person) } => {
                self.seats.insert(stakeholder.clone(), person.clone());
            }
            Event::SeatTaken { stakeholder, person: None } => {
                self.seats.remove(stakeholder);
            }
            Event::RecorderChanged { person } => self.recorder.clone_from(person),
            Event::StepEntered { step } => {
                self.step = *step;
                self.stage = self.stage.max(Stage::of(*step));
            }
            Event::StepClosed { step, .. } => {
                self.closed.insert(*step);
            }
            Event::StepReopened { step } => {
                self.closed.remove(step);
            }
            Event::IncidentChosen { round, scenario, settings } => {
                let library = &around.library;
                if let Some(scenario) = library.scenario(scenario.as_str()) {
                    let other = self.plays.iter().find(|(played, _)| *played != round);
                    let kept = other.and_then(|(_, play)| library.scenario(play.scenario.as_str()));
                    self.sheets.begin_round(*round, scenario, kept, around.guidance());
                    self.plays.insert(*round, Play::new(scenario, settings.clone(), around.fact_sheet()));
                }
                self.stage = self.stage.max(Stage::of_round(*round));
            }
            Event::ChangeSetOpened { id, reason } => {
                self.change_sets.push(ChangeSet { id: id.clone(), reason: reason.clone() });
            }
            Event::ContactFailed { cell, stakeholder } => self.contact_failures.push(ContactFailure {
                cell: cell.clone(),
                stakeholder: stakeholder.clone(),
                minute: envelope.minute,
            }),
            _ => self.apply_writing(record, around),
        }
    }

    fn apply_writing(&mut self, record: &Record, around: &Workshop) {
        match &record.event {
            Event::RowAdded { place, section, row, after } => {
                let change = self.row_change(&record.envelope, *place, RowChangeKind::Added);
                self.sheets.add_row(*place, section, row, after.as_ref(), change);
            }
            Event::RowMoved { place, row, after } => self.sheets.move_row(*place, row, after.as_ref()),
            Event::RowRemoved { place, row } => {
                let change = self.row_change(&record.envelope, *place, RowChangeKind::Removed);
                self.sheets.change_row(*place, row, change);
            }
            Event::RowRestored { place, row } => {
                let change = self.row_change(&record.envelope, *place, RowChangeKind::Restored);
                self.sheets.change_row(*place, row, change);
            }
            Event::FieldRevised { cell, value, change_set, reason, .. } => {
                let revision = self.revision(&record.envelope, value, change_set.clone(), reason.clone());
                self.sheets.revise(cell, revision);
            }
            Event::FieldConflict { cell, value, .. } => self.conflicts.push(Conflict {
                id: revision_id(&record.envelope),
                cell: cell.clone(),
                value: value.clone(),
                actor: record.envelope.actor.clone(),
            }),
            Event::ConflictSettled { conflict } => self.conflicts.retain(|open| open.id != *conflict),
            event => self.apply_play(event, &record.envelope, around),
        }
    }

    fn apply_play(&mut self, event: &Event, envelope: &Envelope, around: &Workshop) {
        let Some(round) = event.round() else {
            return;
        };
        let stands = self.decided_duties(round);
        let Some(play) = self.plays.get_mut(&round) else {
            return;
        };
        let sheets = &self.sheets;
        play.apply(event, envelope, &around.library, |row| fact_name(sheets, around, row));
        if let Event::FactorStruck { factor, .. } = event {
            play.remember(factor, stands);
        }
    }

    /// The newest decision on each duty of a round.
    fn decided_duties(&self, round: Round) -> Vec<RevisionId> {
        let place = Place { artefact: Artefact::Report, round: Some(round) };
        let cells = self
            .sheets
            .rows(place, "duties")
            .map(|row| Cell::row(place.artefact, place.round, &row.id, "duty-decision"));
        cells.filter_map(|cell| Some(self.sheets.history(&cell)?.head()?.id.clone())).collect()
    }

    fn revision(
        &self,
        envelope: &Envelope,
        value: &Value,
        change_set: Option<EntryId>,
        reason: Option<String>,
    ) -> Revision {
        Revision {
            id: revision_id(envelope),
            value: value.clone(),
            actor: envelope.actor.clone(),
            at: envelope.stated.unwrap_or(envelope.at),
            minute: envelope.minute,
            stage: self.stage,
            change_set,
            reason,
        }
    }

    /// Rows come and go without a change set of their own: the open one holds where a reason is needed.
    fn row_change(&self, envelope: &Envelope, place: Place, kind: RowChangeKind) -> RowChange {
        let reasoned = self.stage >= Stage::Review
            && place.round != Some(Round::Two)
            && Artefact::REVISABLE.contains(&place.artefact);
        RowChange {
            kind,
            actor: envelope.actor.clone(),
            at: envelope.stated.unwrap_or(envelope.at),
            stage: self.stage,
            change_set: self.change_sets.last().filter(|_| reasoned).map(|set| set.id.clone()),
        }
    }

    /// The group with its sheets as they stood at the end of `stage`, to be looked at like any other.
    ///
    /// Rounds are not cut: each is played within its stage and never changes after.
    #[must_use]
    pub fn as_of(&self, stage: Stage) -> Self {
        Self { sheets: self.sheets.as_of(stage), stage: self.stage.min(stage), ..self.clone() }
    }
}

/// What a group calls a row of the fact sheet: its own words, else the material's, else the row's id.
fn fact_name(sheets: &Sheets, around: &Workshop, row: &Slug) -> Bilingual {
    let cell = Cell::row(Artefact::FactSheet, None, &RowId::from(row), "name");
    let written = sheets.history(&cell).and_then(History::head);
    let given = || around.fact_sheet()?.row(row.as_str()).map(|fact| fact.name.clone());
    let named = written.map(|revision| words_of(revision.value.clone())).or_else(given);
    let named = named.filter(|words| !words.ja.trim().is_empty());
    named.unwrap_or_else(|| Bilingual::typed(row.as_str()))
}

/// A revision is named after its event.
fn revision_id(envelope: &Envelope) -> RevisionId {
    RevisionId(format!("{}-{}", envelope.id.origin, envelope.id.n))
}
