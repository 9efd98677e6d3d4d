//! What happened: the events of a workshop and the envelope each one is stored in.
//!
//! Stored for good and versioned. Adding a variant is free; changing one means a new `v` and a lift in `store`.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::id::{GroupId, Minute, ParticipantId};

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
