//! Complicating factors of round two (インシデント付加要因, W-51): data over a closed set of effects.

use serde::{Deserialize, Serialize};

use super::id::{Minute, Slug};
use super::scenario::{Channel, Scenario};
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
    /// Incidents that it fits besides those that list it, so that a factor of one's own needs no other file.
    #[serde(default)]
    pub fits: Vec<Slug>,
}

impl Factor {
    /// Whether it may be put in force in this incident.
    pub fn suits(&self, scenario: &Scenario) -> bool {
        scenario.factors.contains(&self.id) || self.fits.contains(&scenario.id)
    }
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
    /// Night or a holiday: inside roles without a contact for such hours answer nobody, and logs that nobody can
    /// extract then wait for the morning.
    OutOfHours,
    /// The logs of these fact-sheet rows are gone.
    LogsLost(Vec<Slug>),
    /// The log that matters most among those not yet asked for is gone: that of the first core request.
    NextLogLost,
    /// What these fact-sheet rows describe can't be used: rows that rely on it are blocked, their logs are gone.
    Unusable(Vec<Slug>),
    /// Inside, only these stakeholders may know; rows that name others are flagged.
    TellOnly(Vec<Slug>),
    /// These stakeholders have to be brought in.
    BringIn(Vec<Slug>),
    /// Some response row has to name this policy topic as its rule.
    NeedsRule(Slug),
    /// Check items of the guidance that are shown below the story.
    Recalls(Vec<Slug>),
    /// A clock of its own, and items of the report that are wanted by then.
    Demands {
        /// What is wanted.
        what: Bilingual,
        /// Exercise minutes from when it strikes.
        within: Minute,
        /// Rows of the report: items and counts. None where only the clock runs.
        items: Vec<Slug>,
    },
    /// What the group wrote in the last row of its response table becomes public.
    Leaks,
    /// Others can read or forge what goes by these channels; rows that use them are flagged.
    Compromised(Vec<Channel>),
    /// A message comes with it.
    Message {
        /// Who it comes from, in words.
        from: Bilingual,
        /// How it arrives.
        channel: Channel,
        /// The text.
        text: Bilingual,
        /// Whether the public sees it too.
        public: bool,
    },
    /// A second notice names other numbers: those in the report want confirming.
    OtherNumbers {
        /// What it makes of each number, in percent.
        percent: u32,
        /// Who it comes from, in words.
        from: Bilingual,
        /// How it arrives.
        channel: Channel,
        /// The text above the numbers.
        text: Bilingual,
    },
}
