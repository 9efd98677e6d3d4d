//! What the reviewer compares, round one against round two: M1…M13, each with what is behind it.
//!
//! The incidents differ and round two is harder, so the factors stand beside the numbers and there is never one
//! total score. Where nothing is recorded there is no number.

mod response;
mod sheets;

use std::collections::BTreeMap;

use super::event::{Actor, Place, Round};
use super::id::{EntryId, Minute, ParticipantId, RowId, Slug};
use super::sheet::Cell;
use super::stakeholder::ActorRole;
use super::workshop::{GroupView, Stage};

/// What is measured. The number of its metric is [`What::number`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// M1: exercise time of the first escalation to executives.
    FirstEscalation,
    /// M1: scenes released by then.
    ScenesToEscalation,
    /// M2: response rows without a decision owner.
    NoDecisionOwner,
    /// M2: response rows without an action owner.
    NoActionOwner,
    /// M3: rows whose owner cannot be reached while nobody stands in.
    NobodyStandsIn,
    /// M4: phases touched.
    PhasesTouched,
    /// M4: check items touched, of those for every kind of incident.
    CheckItemsTouched,
    /// M4: actors that own a row in some phase, of those that some phase foresees.
    ActorsInvolved,
    /// M5: response rows without a rule to stand on.
    WithoutRule,
    /// M5: of these, those fully supplemented (W-45).
    Supplemented,
    /// M5: policy topics without a full rule.
    PolicyGaps,
    /// M6: requests answered with the log.
    LogsAvailable,
    /// M6: requests answered in part.
    LogsPartial,
    /// M6: requests for logs that do not exist.
    LogsMissing,
    /// M6: requests nobody could answer at once.
    LogsUnknown,
    /// M6: fact-sheet rows changed since round one.
    FactsRevised,
    /// M7: required items of the report that are filled in.
    ReportComplete,
    /// M7: items under investigation or unknown, of those that state a certainty.
    ReportUnsure,
    /// M7: answers that contradict the report or an earlier answer.
    Contradictions,
    /// M8: press questions answered.
    Answered,
    /// M8: press questions deferred.
    Deferred,
    /// M8: press questions declined with a reason.
    Declined,
    /// M8: press questions left without an answer.
    Unanswered,
    /// M9: duties decided.
    DutiesDecided,
    /// M9: smallest margin between a duty's decision and the time it should be decided by.
    DutyMargin,
    /// M10: stakeholders no sheet of the round names.
    NeverContacted,
    /// M11: improvements with reason, owner and due.
    ImprovementsComplete,
    /// M12: closing checks passed.
    ChecksPassed,
}

impl What {
    /// All of them, in order.
    pub const ALL: [Self; 28] = [
        Self::FirstEscalation,
        Self::ScenesToEscalation,
        Self::NoDecisionOwner,
        Self::NoActionOwner,
        Self::NobodyStandsIn,
        Self::PhasesTouched,
        Self::CheckItemsTouched,
        Self::ActorsInvolved,
        Self::WithoutRule,
        Self::Supplemented,
        Self::PolicyGaps,
        Self::LogsAvailable,
        Self::LogsPartial,
        Self::LogsMissing,
        Self::LogsUnknown,
        Self::FactsRevised,
        Self::ReportComplete,
        Self::ReportUnsure,
        Self::Contradictions,
        Self::Answered,
        Self::Deferred,
        Self::Declined,
        Self::Unanswered,
        Self::DutiesDecided,
        Self::DutyMargin,
        Self::NeverContacted,
        Self::ImprovementsComplete,
        Self::ChecksPassed,
    ];

    /// The number of its metric, 1…12. M13 is [`contributions`].
    pub fn number(self) -> u8 {
        match self {
            Self::FirstEscalation | Self::ScenesToEscalation => 1,
            Self::NoDecisionOwner | Self::NoActionOwner => 2,
            Self::NobodyStandsIn => 3,
            Self::PhasesTouched | Self::CheckItemsTouched | Self::ActorsInvolved => 4,
            Self::WithoutRule | Self::Supplemented | Self::PolicyGaps => 5,
            Self::LogsAvailable
            | Self::LogsPartial
            | Self::LogsMissing
            | Self::LogsUnknown
            | Self::FactsRevised => 6,
            Self::ReportComplete | Self::ReportUnsure | Self::Contradictions => 7,
            Self::Answered | Self::Deferred | Self::Declined | Self::Unanswered => 8,
            Self::DutiesDecided | Self::DutyMargin => 9,
            Self::NeverContacted => 10,
            Self::ImprovementsComplete => 11,
            Self::ChecksPassed => 12,
        }
    }

    /// Whether it belongs to the workshop as a whole: then only the later side has a reading.
    pub fn is_of_the_workshop(self) -> bool {
        matches!(self, Self::FactsRevised | Self::ImprovementsComplete | Self::ChecksPassed)
    }
}

/// All measures, and the factors beside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// The measures, in the order of [`What::ALL`].
    pub measures: Vec<Measure>,
    /// The factors of both rounds, and when they struck.
    pub factors: Vec<(Round, Slug, Option<Minute>)>,
}

/// One measure: round one and round two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// What is measured.
    pub what: What,
    /// Round one as played.
    pub one: Option<Reading>,
    /// Round two as played, or the workshop as a whole.
    pub two: Option<Reading>,
}

/// A number, and what is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The number.
    pub amount: Amount,
    /// The places to look at: what a count counts; what is missing from a share, or what makes it up where it is
    /// a share of doubtful things.
    pub behind: Vec<Behind>,
}

/// A number with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many.
    Count(usize),
    /// So many of so many.
    Share {
        /// So many.
        part: usize,
        /// Of so many; never zero.
        whole: usize,
    },
    /// Exercise time.
    At(Minute),
    /// Exercise minutes to spare; below zero when it was too late.
    Margin(i64),
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// A row.
    Row(Place, RowId),
    /// A cell.
    Cell(Cell),
    /// A request for a log.
    Request(Round, EntryId),
    /// A stakeholder.
    Stakeholder(Slug),
    /// A phase.
    Phase(Slug),
    /// A check item.
    Item(Slug),
    /// An actor.
    Actor(ActorRole),
}

impl Reading {
    fn count(behind: Vec<Behind>) -> Self {
        Self { amount: Amount::Count(behind.len()), behind }
    }

    /// The share that is not `missing`; `None` of nothing.
    fn share(whole: usize, missing: Vec<Behind>) -> Option<Self> {
        (whole > 0).then(|| Self {
            amount: Amount::Share { part: whole.saturating_sub(missing.len()), whole },
            behind: missing,
        })
    }
}

/// Measures both rounds of a group as they were played.
pub fn metrics(view: &GroupView<'_>) -> Metrics {
    let round_one = view.group.as_of(Stage::RoundOne);
    let earlier = GroupView { group: &round_one, ..*view };
    let measures = What::ALL.iter().map(|what| Measure {
        what: *what,
        one: reading(*what, &earlier, Round::One).filter(|_| !what.is_of_the_workshop()),
        two: reading(*what, view, Round::Two),
    });
    let factors = view.group.plays.iter().flat_map(|(round, play)| {
        let put = play.factors.iter();
        put.map(move |factor| (*round, factor.id.clone(), factor.struck))
    });
    Metrics { measures: measures.collect(), factors: factors.collect() }
}

fn reading(what: What, view: &GroupView<'_>, round: Round) -> Option<Reading> {
    if !what.is_of_the_workshop() {
        view.play(round)?;
    }
    match what {
        What::FirstEscalation | What::ScenesToEscalation => response::escalation(what, view, round),
        What::NoDecisionOwner => response::without(view, round, "decision-owner"),
        What::NoActionOwner => response::without(view, round, "action-owner"),
        What::NobodyStandsIn => response::nobody_stands_in(view, round),
        What::PhasesTouched => response::phases(view, round),
        What::CheckItemsTouched => response::check_items(view, round),
        What::ActorsInvolved => response::actors(view, round),
        What::WithoutRule => response::without_rule(view, round),
        What::Supplemented => response::supplemented(view, round),
        What::PolicyGaps => sheets::policy_gaps(view),
        What::LogsAvailable | What::LogsPartial | What::LogsMissing | What::LogsUnknown => {
            sheets::logs(what, view, round)
        }
        What::FactsRevised => sheets::facts_revised(view),
        What::ReportComplete => sheets::report_complete(view, round),
        What::ReportUnsure => sheets::report_unsure(view, round),
        What::Contradictions => sheets::press(view, round, "contradicts"),
        What::Answered => sheets::press(view, round, "answered"),
        What::Deferred => sheets::press(view, round, "deferred"),
        What::Declined => sheets::press(view, round, "declined"),
        What::Unanswered => sheets::press(view, round, "unanswered"),
        What::DutiesDecided => sheets::duties_decided(view, round),
        What::DutyMargin => sheets::duty_margin(view, round),
        What::NeverContacted => response::never_contacted(view, round),
        What::ImprovementsComplete => sheets::improvements(view),
        What::ChecksPassed => sheets::checks_passed(view),
    }
}

/// M13: how many cells each participant wrote in a round. Off unless the organiser asks for it: nobody is counted
/// otherwise.
pub fn contributions(view: &GroupView<'_>, round: Round) -> BTreeMap<ParticipantId, usize> {
    let mut counts = BTreeMap::new();
    let written = view.group.sheets.histories().filter(|(cell, _)| cell.round == Some(round));
    let stage = Stage::of_round(round);
    for (_, history) in written {
        let mut writers: Vec<&ParticipantId> = history
            .revisions
            .iter()
            .filter(|revision| revision.stage == stage)
            .filter_map(|revision| match &revision.actor {
                Actor::Participant(person) => Some(person),
                _ => None,
            })
            .collect();
        writers.sort();
        writers.dedup();
        for writer in writers {
            *counts.entry(writer.clone()).or_default() += 1;
        }
    }
    counts
}
