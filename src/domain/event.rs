//! What happened: the events of a workshop and the envelope each one is stored in.
//!
//! Stored for good and versioned. Adding a variant is free; changing one means a new `v` and a lift in `store`.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::fact_sheet::LogKind;
use super::id::{EntryId, GroupId, Minute, ParticipantId, RevisionId, RowId, Slug};
use super::log_request::Resolution;
use super::scenario::{Channel, Setting};
use super::sheet::{Artefact, Cell, Value};
use super::words::Bilingual;

/// Round one or round two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Round {
    /// 第一インシデント
    One,
    /// 第二インシデント
    Two,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Actor {
    /// Somebody who takes part.
    Participant(ParticipantId),
    /// 進行役
    Facilitator,
    /// Read from a file.
    Import,
    /// The program itself.
    System,
}

/// Who may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Audience {
    /// The facilitator only.
    Facilitator,
    /// One group, and the facilitator.
    Group(GroupId),
    /// Everybody.
    Room,
}

/// Name of an event: who wrote the file, and how many events that writer had written before. Unique everywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    /// 128 random bits in hexadecimal; a copy of the file starts a new one.
    pub origin: String,
    /// 1, 2, 3, …
    pub n: u64,
}

/// What is known about every event, whatever it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// Name of the event.
    pub id: EventId,
    /// Real time at which it was recorded.
    pub at: DateTime<FixedOffset>,
    /// Real time it is said to have happened at, when it was written down later.
    pub stated: Option<DateTime<FixedOffset>>,
    /// Who did it.
    pub actor: Actor,
    /// Who may see it.
    pub audience: Audience,
    /// The group it belongs to; `None` for the whole room.
    pub group: Option<GroupId>,
    /// The round it belongs to; `None` outside the rounds.
    pub round: Option<Round>,
    /// Reading of the exercise clock; `None` while none is running.
    pub minute: Option<Minute>,
}

/// A step of the workshop (W-13…W-18). Steps may be left open and returned to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    /// 事前準備
    Preparation,
    /// イントロダクション
    Introduction,
    /// インシデントの選択
    Choose(Round),
    /// 初期対応シート
    InitialResponse(Round),
    /// インシデント対応表
    ResponseTable(Round),
    /// インシデント報告書
    Report(Round),
    /// 記者会見
    Press(Round),
    /// 改善点の検討
    Review,
    /// 付加要因
    Factor,
    /// ラップアップ
    WrapUp,
}

/// Whether a facilitator gives things out, or the program does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Facilitation {
    /// A facilitator sits at the console.
    Console,
    /// A group plays alone: answers and due injects come by themselves, the group moves the scenes.
    Automatic,
}

/// A draw among candidates, recorded so that it can be understood later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// What could have been drawn, in order.
    pub candidates: Vec<Slug>,
    /// Which was drawn, from 0.
    pub drawn: usize,
}

/// Where a sheet's rows are: which sheet, and which round's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The sheet.
    pub artefact: Artefact,
    /// The round, for sheets that each round has.
    pub round: Option<Round>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A workshop began. The material stands frozen in the file under these hashes.
    WorkshopCreated(Beginning),
    /// A group was named.
    GroupNamed {
        /// The name.
        name: String,
    },
    /// Somebody takes part.
    PersonJoined {
        /// Who.
        person: ParticipantId,
        /// By what name.
        name: String,
    },
    /// Somebody's name was corrected.
    PersonRenamed {
        /// Who.
        person: ParticipantId,
        /// The name now.
        name: String,
    },
    /// Somebody does not take part after all.
    PersonLeft {
        /// Who.
        person: ParticipantId,
    },
    /// A stakeholder is played by this person, or by nobody.
    SeatTaken {
        /// The stakeholder.
        stakeholder: Slug,
        /// Who plays it.
        person: Option<ParticipantId>,
    },
    /// Somebody else writes now (記入者の交代).
    RecorderChanged {
        /// Who writes; `None` for the group as such.
        person: Option<ParticipantId>,
    },
    /// The group went to this step.
    StepEntered {
        /// The step.
        step: Step,
    },
    /// The group holds this step to be done, gaps or not.
    StepClosed {
        /// The step.
        step: Step,
        /// How many things were missing.
        gaps: u32,
    },
    /// The group went back on that.
    StepReopened {
        /// The step.
        step: Step,
    },
    /// The incident of a round was chosen, with its parameters.
    IncidentChosen {
        /// The round.
        round: Round,
        /// The incident.
        scenario: Slug,
        /// All parameters.
        settings: BTreeMap<Slug, Setting>,
    },
    /// A row was added.
    RowAdded {
        /// The sheet.
        place: Place,
        /// The section.
        section: String,
        /// The new row.
        row: RowId,
        /// The row it stands behind; `None` for first.
        after: Option<RowId>,
    },
    /// A row was moved.
    RowMoved {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
        /// The row it stands behind now; `None` for first.
        after: Option<RowId>,
    },
    /// A row was taken out. Its text stays in the history.
    RowRemoved {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
    },
    /// A row taken out was put back.
    RowRestored {
        /// The sheet.
        place: Place,
        /// The row.
        row: RowId,
    },
    /// A cell was written.
    FieldRevised {
        /// The cell.
        cell: Cell,
        /// The revision it was written on; `None` for an empty or untouched cell.
        base: Option<RevisionId>,
        /// What it holds now.
        value: Value,
        /// The change set of the review it belongs to.
        change_set: Option<EntryId>,
        /// Its own reason, if it has one besides the change set's.
        reason: Option<String>,
    },
    /// A cell was written by two people at once. Both texts are kept until somebody settles it.
    FieldConflict {
        /// The cell.
        cell: Cell,
        /// What the writer had before them.
        base: Option<RevisionId>,
        /// What the writer wrote.
        value: Value,
        /// What stood there already.
        against: Option<RevisionId>,
    },
    /// Somebody settled a conflict.
    ConflictSettled {
        /// The conflict: the id of its event.
        conflict: RevisionId,
    },
    /// A set of changes of the review, with its one reason (W-50).
    ChangeSetOpened {
        /// Its name.
        id: EntryId,
        /// Why.
        reason: String,
    },
    /// Somebody was picked who cannot be reached: 「連絡がつきません」.
    ContactFailed {
        /// Where they were named.
        cell: Cell,
        /// Who.
        stakeholder: Slug,
    },
    /// The facilitator released a scene; exercise time stands there now.
    SceneReleased {
        /// The round.
        round: Round,
        /// The scene.
        scene: Slug,
        /// Its time.
        minute: Minute,
        /// What the group was told.
        text: Bilingual,
    },
    /// Exercise time moved on between scenes.
    ClockMoved {
        /// The round.
        round: Round,
        /// The time now.
        minute: Minute,
    },
    /// Something was given to the group.
    InjectGiven {
        /// The round.
        round: Round,
        /// The inject of the scenario, or a new name for one written on the spot.
        inject: Slug,
        /// Title.
        title: Bilingual,
        /// Who it comes from.
        from: Bilingual,
        /// How it arrives.
        channel: Channel,
        /// The text as given, parameters filled in.
        text: Bilingual,
        /// Whether the public sees it too.
        public: bool,
    },
    /// The facilitator will not give this one out.
    InjectSkipped {
        /// The round.
        round: Round,
        /// The inject.
        inject: Slug,
    },
    /// The group asked for a log.
    LogAsked {
        /// The round.
        round: Round,
        /// Name of the request.
        request: EntryId,
        /// The fact-sheet row.
        row: Slug,
        /// The kind of log.
        log: LogKind,
    },
    /// What the fact sheet says to that. Facilitator only.
    LogResolved {
        /// The round.
        round: Round,
        /// The request.
        request: EntryId,
        /// The scenario's request it meets, if any.
        meets: Option<Slug>,
        /// Whether the log is there.
        resolution: Resolution,
        /// Exercise time at which the answer can be had.
        ready: Minute,
    },
    /// The group got its answer.
    LogAnswered {
        /// The round.
        round: Round,
        /// The request.
        request: EntryId,
        /// What the group was told about the log.
        resolution: Resolution,
        /// The text as given.
        text: Bilingual,
    },
    /// The facilitator overruled how the fact sheet answers. Facilitator only.
    LogOverruled {
        /// The round.
        round: Round,
        /// The request.
        request: EntryId,
        /// Why.
        note: String,
    },
    /// The facilitator saw (or took back seeing) an expected action. Facilitator only.
    ActionTicked {
        /// The round.
        round: Round,
        /// The action.
        action: Slug,
        /// Whether it is done.
        done: bool,
    },
    /// A complicating factor is in force.
    FactorPut {
        /// The round.
        round: Round,
        /// The factor.
        factor: Slug,
        /// How it was drawn, if it was.
        draw: Option<Draw>,
    },
    /// A complicating factor struck: the group is told.
    FactorStruck {
        /// The round.
        round: Round,
        /// The factor.
        factor: Slug,
        /// Exercise time.
        minute: Minute,
        /// Fact-sheet rows whose logs it destroyed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lost: Vec<Slug>,
    },
    /// A private note of the facilitator.
    NoteTaken {
        /// Its name.
        id: EntryId,
        /// The text.
        text: String,
        /// The step it was taken in.
        step: Step,
    },
    /// A real incident: the exercise is broken off.
    BrokenOff,
    /// The exercise goes on.
    Resumed,
}

/// How a workshop began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beginning {
    /// Title of the workshop.
    pub title: String,
    /// Facilitated, or a group alone.
    pub facilitation: Facilitation,
    /// Seed offered for draws.
    pub seed: u64,
    /// Hashes of the frozen pieces of material, in order.
    pub material: Vec<String>,
    /// The fact sheet in use.
    pub fact_sheet: Slug,
    /// The stakeholder list in use.
    pub stakeholders: Slug,
    /// The policy topics in use.
    pub policies: Slug,
    /// The guidance in use.
    pub guidance: Slug,
    /// Incidents the organiser prepared (W-38).
    pub scenarios: Vec<Slug>,
    /// How many groups play, 1…8.
    pub groups: u8,
}

impl Event {
    /// The round it plays in, if it says so itself.
    pub fn round(&self) -> Option<Round> {
        match self {
            Self::IncidentChosen { round, .. }
            | Self::SceneReleased { round, .. }
            | Self::ClockMoved { round, .. }
            | Self::InjectGiven { round, .. }
            | Self::InjectSkipped { round, .. }
            | Self::LogAsked { round, .. }
            | Self::LogResolved { round, .. }
            | Self::LogAnswered { round, .. }
            | Self::LogOverruled { round, .. }
            | Self::ActionTicked { round, .. }
            | Self::FactorPut { round, .. }
            | Self::FactorStruck { round, .. } => Some(*round),
            Self::RowAdded { place, .. }
            | Self::RowMoved { place, .. }
            | Self::RowRemoved { place, .. }
            | Self::RowRestored { place, .. } => place.round,
            Self::FieldRevised { cell, .. }
            | Self::FieldConflict { cell, .. }
            | Self::ContactFailed { cell, .. } => cell.round,
            _ => None,
        }
    }

    /// Whether it says itself what exercise time it is.
    pub fn moves_clock(&self) -> bool {
        matches!(self, Self::SceneReleased { .. } | Self::ClockMoved { .. } | Self::FactorStruck { .. })
    }

    /// Who may see it when it happened in `group`. Fixed per kind; publishing is a new event.
    pub fn audience(&self, group: Option<GroupId>) -> Audience {
        match self {
            // What is still to come is the facilitator's; the group learns of a factor when it strikes.
            Self::InjectSkipped { .. }
            | Self::LogResolved { .. }
            | Self::LogOverruled { .. }
            | Self::ActionTicked { .. }
            | Self::FactorPut { .. }
            | Self::NoteTaken { .. } => Audience::Facilitator,
            Self::WorkshopCreated(_)
            | Self::PersonJoined { .. }
            | Self::PersonRenamed { .. }
            | Self::PersonLeft { .. }
            | Self::BrokenOff
            | Self::Resumed => Audience::Room,
            _ => group.map_or(Audience::Room, Audience::Group),
        }
    }
}

/// One stored event: what is known about it, and what happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What is known about it.
    pub envelope: Envelope,
    /// What happened.
    pub event: Event,
}
