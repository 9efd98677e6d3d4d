//! Complicating factors of round two (インシデント付加要因, W-51): data over a closed set of effects.

use serde::{Deserialize, Serialize};

use super::id::{Minute, Slug};
use super::words::Bilingual;

/// A circumstance that makes applying the rules take ingenuity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Factor {
    /// Name: `c-01`, …
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// What the group is told when it strikes.
    pub story: Bilingual,
    /// What to watch for. Facilitator only.
    pub observe: Bilingual,
    /// When it strikes.
    pub strikes: Strikes,
    /// What it does.
    pub effects: Vec<FactorEffect>,
}

/// When a factor strikes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strikes {
    /// With the first notice.
    AtStart,
    /// At this exercise time.
    At(Minute),
    /// When the press conference opens.
    AtPress,
}

/// What a factor does. Closed: the program knows how to carry out each one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FactorEffect {
    /// These stakeholders answer nobody; rows that name them stay flagged until a deputy decides.
    Unreachable(Vec<Slug>),
    /// Growing numbers rise to `percent` of what they were, every `every` minutes; reports written before are stale.
    CountsRise {
        /// Exercise minutes between rises.
        every: Minute,
        /// What each rise makes of the number, in percent (150 = half as many again).
        percent: u32,
        /// How often at most.
        times: u32,
    },
    /// Questions left open at the group's earlier press conference come back, and a failed one opens the round.
    ConferenceFailed,
    /// Only questions of at least `hostility`, and `minutes` less time.
    HostilePress {
        /// 1…3.
        hostility: u8,
        /// Real minutes taken from the questions.
        minutes: u32,
    },
    /// What was said to be encrypted in this fact-sheet row is not; whatever relies on it is flagged.
    NotEncrypted(Slug),
}
