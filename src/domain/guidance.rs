//! What the field knows: phases A–G, processes P1–P4, and the frame of the workshop itself.
//!
//! Reference beside the sheets and tags for the rows; it never judges what a group wrote.

use serde::{Deserialize, Serialize};

use super::id::{Minute, Slug};
use super::stakeholder::{ActorRole, Side};
use super::words::Bilingual;

/// All guidance and the frame of the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guidance {
    /// Name; never changes.
    pub id: Slug,
    /// Goals shown in the introduction (W-01).
    pub goals: Vec<Item>,
    /// Ground rules shown in the introduction: no fault, nobody contacts a real outside party, a real incident ends it.
    pub ground_rules: Vec<Item>,
    /// Slots of the time axis (W-41).
    pub slots: Vec<Slot>,
    /// The severity scale, gravest first (W-39).
    pub severities: Vec<Item>,
    /// The priority scale, most urgent first.
    pub priorities: Vec<Item>,
    /// Ways to divide the day.
    #[serde(default)]
    pub timetables: Vec<Timetable>,
    /// Phases A–G.
    pub phases: Vec<Phase>,
    /// Processes P1–P4.
    pub processes: Vec<Process>,
    /// What to write down at detection.
    pub record_items: Vec<Item>,
    /// What a CSIRT does for the organisation, and towards others.
    #[serde(default)]
    pub csirt_functions: Vec<CsirtFunction>,
    /// What a plan for incident response has to settle beforehand.
    #[serde(default)]
    pub planning_points: Vec<Explained>,
    /// Stages of an advanced attack, in order.
    #[serde(default)]
    pub attack_stages: Vec<Explained>,
    /// The seven closing checks (W-55).
    pub closing_checks: Vec<Item>,
    /// Questions of the hot wash.
    pub hot_wash: Vec<Item>,
    /// Next steps to offer (W-54).
    pub next_steps: Vec<Item>,
    /// Deadlines for reference only.
    pub deadlines: Vec<Deadline>,
    /// Terms.
    pub glossary: Vec<Term>,
}

/// A text with a name that rows can be tagged with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Name.
    pub id: Slug,
    /// The text.
    pub text: Bilingual,
}

/// A slot of the time axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Name; also the row of the initial response sheet.
    pub id: Slug,
    /// Label, for example 1時間以内.
    pub label: Bilingual,
    /// Exercise time at which it ends; `None` after closing.
    pub until: Option<Minute>,
}

/// A text with a name and a title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explained {
    /// Name.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// The text.
    pub text: Bilingual,
}

/// Something a CSIRT does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsirtFunction {
    /// Name.
    pub id: Slug,
    /// For its own organisation, or towards others.
    pub side: Side,
    /// Title.
    pub title: Bilingual,
    /// What it means in practice.
    pub text: Bilingual,
}

/// A way to divide the day: three hours, half a day, a full day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timetable {
    /// Name.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// Its time boxes, in order.
    pub boxes: Vec<TimeBox>,
}

impl Timetable {
    /// Real minutes of the whole day.
    pub fn minutes(&self) -> u32 {
        self.boxes.iter().map(|one| one.minutes).sum()
    }
}

/// A stretch of real time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeBox {
    /// What it is for.
    pub title: Bilingual,
    /// Steps that are worked on in it: introduction, choose, initial-response, response-table, report,
    /// press-conference, review, factor, wrap-up. None in a break.
    pub steps: Vec<Slug>,
    /// The round, where only one is meant.
    pub round: Option<u32>,
    /// Real minutes.
    pub minutes: u32,
}

/// A phase of incident handling (A–G).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Name: `a` … `g`.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// What it is about.
    pub essence: Bilingual,
    /// Who acts in it.
    pub actors: Vec<ActorRole>,
    /// What is done.
    pub actions: Vec<Item>,
    /// What comes in.
    pub inputs: Vec<Item>,
    /// What comes out.
    pub outputs: Vec<Item>,
    /// Skills it takes.
    pub skills: Vec<Item>,
}

/// A process of the standard response flow (P1–P4); not strictly ordered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Name: `p1` … `p4`.
    pub id: Slug,
    /// Title.
    pub title: Bilingual,
    /// What to check.
    pub items: Vec<CheckItem>,
}

/// One thing to check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckItem {
    /// Name.
    pub id: Slug,
    /// The text.
    pub text: Bilingual,
    /// Only for this kind of incident: `targeted-mail` or `ransomware`.
    pub only: Option<Slug>,
}

/// A deadline for reference only; not legal advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// Name.
    pub id: Slug,
    /// Law or contract, and stage.
    pub law: Bilingual,
    /// Who it applies to and what triggers it.
    pub applies: Bilingual,
    /// What starts the clock.
    pub clock_starts: Bilingual,
    /// Minutes from the start of the clock, if it can be counted.
    pub limit: Option<Minute>,
    /// What the program counts from; what that means in this law stands in `clock_starts`.
    #[serde(default)]
    pub counts_from: ClockStart,
    /// Where this comes from.
    pub source: Bilingual,
    /// When that was checked, `2026-11-21`; `None` when it could not be confirmed.
    pub checked_on: Option<String>,
}

/// What starts the clock of a deadline, as far as the program knows that moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockStart {
    /// The organisation became aware.
    Awareness,
    /// Something that no sheet has a field for: a classification, a notice handed in, a remedy at hand.
    #[default]
    Other,
}

/// A term of the glossary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Name.
    pub id: Slug,
    /// The term.
    pub term: Bilingual,
    /// What it means here.
    pub meaning: Bilingual,
}
