//! What somebody wants of the workshop. `decide` turns it into events, or refuses it with a reason.
//!
//! Random numbers arrive inside the command, so that deciding stays pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::{Actor, Beginning, Draw, Place, Round, Step};
use super::fact_sheet::LogKind;
use super::id::{EntryId, GroupId, Minute, ParticipantId, RevisionId, RowId, Slug};
use super::scenario::{Channel, Setting};
use super::sheet::{Cell, Value};
use super::words::Bilingual;

/// Who wants it, and for which group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// Who wants it.
    pub actor: Actor,
    /// The group it concerns; `None` for the whole room.
    pub group: Option<GroupId>,
}

/// What somebody wants. Written by people in files of commands, so a misspelt field is an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// Begin a workshop.
    Create(Beginning),
    /// Name the group.
    NameGroup {
        /// The name.
        name: String,
    },
    /// Somebody takes part.
    Join {
        /// Who.
        person: ParticipantId,
        /// By what name.
        name: String,
    },
    /// Correct somebody's name.
    Rename {
        /// Who.
        person: ParticipantId,
        /// The name now.
        name: String,
    },
    /// Somebody does not take part after all.
    Leave {
        /// Who.
        person: ParticipantId,
    },
    /// Let a person play a stakeholder, or nobody.
    Seat {
        /// The stakeholder.
        stakeholder: Slug,
        /// Who plays it.
        person: Option<ParticipantId>,
    },
    /// Change who writes.
    HandPen {
        /// Who writes now.
        person: Option<ParticipantId>,
    },
    /// Go to a step.
    Enter {
        /// The step.
        step: Step,
    },
    /// Hold a step to be done.
    Close {
        /// The step.
        step: Step,
    },
    /// Take that back.
    Reopen {
        /// The step.
        step: Step,
    },
    /// Choose the incident of a round. Parameters left out take their defaults.
    ChooseIncident {
        /// The round.
        round: Round,
        /// The incident.
        scenario: Slug,
        /// Parameters.
        #[serde(default)]
        settings: BTreeMap<Slug, Setting>,
    },
    /// Add a row.
    AddRow {
        /// The sheet.
        place: Place,
        /// The section.
        section: String,
        /// The new row.
        row: RowId,
        /// The row it stands behind; `None` for last.
        after: Option<RowId>,
    },
    /// Move a row.
    MoveRow {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
        /// The row it stands behind then; `None` for first.
        after: Option<RowId>,
    },
    /// Take a row out.
    RemoveRow {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
    },
    /// Put a row back.
    RestoreRow {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
    },
    /// Write a cell.
    Revise {
        /// The cell.
        cell: Cell,
        /// The revision the writer had before them.
        base: Option<RevisionId>,
        /// What it shall hold.
        value: Value,
        /// A reason of its own.
        reason: Option<String>,
    },
    /// Settle a conflict: the cell shall hold this.
    Settle {
        /// The conflict.
        conflict: RevisionId,
        /// What the cell shall hold.
        value: Value,
    },
    /// Begin a set of changes of the review with its one reason.
    OpenChangeSet {
        /// Its name.
        id: EntryId,
        /// Why.
        reason: String,
    },
    /// Release a scene.
    ReleaseScene {
        /// The round.
        round: Round,
        /// The scene.
        scene: Slug,
    },
    /// Let exercise time move on to this minute.
    MoveClock {
        /// The round.
        round: Round,
        /// The time then.
        minute: Minute,
    },
    /// Give out an inject of the scenario, as written or edited.
    GiveInject {
        /// The round.
        round: Round,
        /// The inject.
        inject: Slug,
        /// Another text than the scenario's.
        text: Option<Bilingual>,
    },
    /// Give out something written on the spot.
    Improvise {
        /// The round.
        round: Round,
        /// A new name.
        inject: Slug,
        /// Title.
        title: String,
        /// Who it comes from.
        from: String,
        /// How it arrives.
        channel: Channel,
        /// The text.
        text: String,
        /// Whether the public sees it too.
        #[serde(default)]
        public: bool,
    },
    /// Don't give this one out.
    SkipInject {
        /// The round.
        round: Round,
        /// The inject.
        inject: Slug,
    },
    /// Ask for a log.
    AskLog {
        /// The round.
        round: Round,
        /// A new name for the request.
        request: EntryId,
        /// The fact-sheet row.
        row: Slug,
        /// The kind of log.
        log: LogKind,
    },
    /// Answer a request, as the fact sheet has it or otherwise with a note.
    AnswerLog {
        /// The round.
        round: Round,
        /// The request.
        request: EntryId,
        /// Overruling: another text, and why.
        overrule: Option<Overrule>,
    },
    /// Note that an expected action was seen, or was not after all.
    Tick {
        /// The round.
        round: Round,
        /// The action.
        action: Slug,
        /// Whether it is done.
        done: bool,
    },
    /// Put a complicating factor in force.
    PutFactor {
        /// The round.
        round: Round,
        /// The factor.
        factor: Slug,
        /// How it was drawn, if it was.
        draw: Option<Draw>,
    },
    /// Put a question to the press conference.
    AskPress {
        /// The round.
        round: Round,
        /// The new row.
        row: RowId,
        /// The question.
        text: String,
        /// Who asks.
        asked_by: String,
        /// 1…3.
        hostility: u8,
    },
    /// Add a line to the chronology, at the present exercise time.
    Jot {
        /// The round.
        round: Round,
        /// The new row.
        row: RowId,
        /// What happened.
        text: String,
    },
    /// Take a private note.
    TakeNote {
        /// A new name.
        id: EntryId,
        /// The text.
        text: String,
    },
    /// A real incident: break the exercise off.
    BreakOff,
    /// Go on after all.
    Resume,
}

/// The facilitator knows better than the fact sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overrule {
    /// What the group is told instead.
    pub text: String,
    /// Why. Facilitator only.
    pub note: String,
}

/// Why a command was not carried out. Words for it are in `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A workshop is begun once.
    AlreadyBegun,
    /// Nothing has begun.
    NotBegun,
    /// 1…8 groups.
    Groups(u8),
    /// The library has no such piece.
    NoSuchMaterial(String),
    /// There is no such group.
    NoSuchGroup,
    /// Say which group.
    GroupNeeded,
    /// There is no such person.
    NoSuchPerson,
    /// That person takes part already.
    PersonExists,
    /// A name may not be empty.
    NameNeeded,
    /// No such stakeholder.
    NoSuchStakeholder(Slug),
    /// The incident of that round is not chosen yet.
    NoIncident(Round),
    /// The incident was chosen and played on already.
    IncidentUnderWay(Round),
    /// The organiser did not prepare that incident.
    NotPrepared(Slug),
    /// A parameter it does not have, or a value it may not take.
    Parameter(Slug),
    /// The sheet has no such section, or it takes no rows.
    NoSuchSection(String),
    /// The sheet has no such field.
    NoSuchField(String),
    /// There is no such row.
    NoSuchRow(RowId),
    /// That row exists already.
    RowExists(RowId),
    /// A row that the material gives cannot be moved or taken out.
    GivenRow(RowId),
    /// The field does not take this kind of value.
    WrongKind(String),
    /// More than 20,000 characters.
    TooLong,
    /// In the review every change needs a reason (W-50): open a change set first.
    ReasonNeeded,
    /// A reason may not be empty.
    EmptyReason,
    /// That conflict is not there or is settled.
    NoSuchConflict,
    /// Only the facilitator may do this.
    FacilitatorOnly,
    /// The scenario has no such scene.
    NoSuchScene(Slug),
    /// Exercise time never goes back.
    ClockGoesBack,
    /// The scenario has no such inject, or its condition does not hold.
    NoSuchInject(Slug),
    /// It was given out already.
    AlreadyGiven(Slug),
    /// There is no such request.
    NoSuchRequest,
    /// It was answered already.
    AlreadyAnswered,
    /// The fact sheet has no such row.
    NoSuchFact(Slug),
    /// The scenario has no such expected action.
    NoSuchAction(Slug),
    /// The factor does not fit the incident.
    FactorDoesNotFit(Slug),
    /// That factor is in force already.
    FactorInForce(Slug),
    /// The draw does not fit what could be drawn.
    BadDraw,
    /// The text may not be empty.
    TextNeeded,
    /// The exercise is broken off: 実インシデント対応中.
    BrokenOff,
    /// The file can only be read: it is damaged, or a newer program wrote it.
    ReadOnly,
}
