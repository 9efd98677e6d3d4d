//! A need for a log, resolved against the fact sheet as it now stands.
//!
//! This is the loop that makes the program worth more than paper: what the review improves in the fact sheet,
//! round two answers differently.

use serde::{Deserialize, Serialize};

use super::fact_sheet::{Known, LogFacts, LogKind, Retention};
use super::scenario::{LogNeed, LogProperty};
use super::words::Bilingual;

/// Whether a log can answer what was asked of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Resolution {
    /// It is there.
    Available,
    /// Some of it is there.
    Partial(Vec<Shortfall>),
    /// It is not there.
    NotAvailable(Vec<Shortfall>),
    /// Nobody knows yet: being checked. That costs exercise time and is a finding.
    Unknown(Vec<Shortfall>),
}

/// Why a log falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shortfall {
    /// The row logs nothing.
    NoLog,
    /// This kind of log is not collected there.
    KindNotCollected(LogKind),
    /// It is not kept.
    NotKept,
    /// It is overwritten; how far back it reaches is a matter of luck.
    Overwritten,
    /// How long it is kept was never decided.
    RetentionUndefined,
    /// It is kept for fewer days than needed.
    KeptTooShort {
        /// Days kept.
        kept: u32,
        /// Days needed.
        needed: u32,
    },
    /// Only refused traffic is recorded; what was let through is not.
    OnlyRefused,
    /// Not everything passes here.
    GoesRound,
    /// It lies on the machine itself, in reach of whoever broke in.
    NotCentral,
    /// Its clock is not synchronised, so times can't be compared.
    ClockNotSynced,
    /// Whether it has this property is not known.
    PropertyUnknown(LogProperty),
    /// It was there, and was lost during the incident.
    Lost,
}

/// How much a shortfall takes away.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Partial,
    Unknown,
    Gone,
}

impl Shortfall {
    fn weight(self) -> Weight {
        match self {
            Self::Lost
            | Self::NoLog
            | Self::KindNotCollected(_)
            | Self::NotKept
            | Self::KeptTooShort { kept: 0, .. } => Weight::Gone,
            Self::RetentionUndefined | Self::PropertyUnknown(_) => Weight::Unknown,
            Self::Overwritten
            | Self::KeptTooShort { .. }
            | Self::OnlyRefused
            | Self::GoesRound
            | Self::NotCentral
            | Self::ClockNotSynced => Weight::Partial,
        }
    }
}

impl Shortfall {
    /// The reason in words people understand.
    pub fn words(self) -> Bilingual {
        let (ja, en) = match self {
            Self::NoLog => ("記録がありません".into(), "nothing is recorded there".into()),
            Self::KindNotCollected(kind) => {
                let kind = kind.words();
                (
                    format!("{}の記録を取っていません", kind.ja),
                    format!("no record of this kind is kept: {}", kind.en.to_lowercase()),
                )
            }
            Self::NotKept => ("記録を保存していません".into(), "the record is not kept".into()),
            Self::Overwritten => (
                "上書きのため、古い分は残っていません".into(),
                "it is overwritten; older entries are gone".into(),
            ),
            Self::RetentionUndefined => {
                ("保存期間が決まっていません".into(), "how long it is kept was never decided".into())
            }
            Self::KeptTooShort { kept, needed } => (
                format!("保存は{kept}日分で、必要な{needed}日前に届きません"),
                format!("kept for {kept} days, {needed} days are needed"),
            ),
            Self::OnlyRefused => (
                "拒否した通信だけを記録しており、許可した通信が分かりません".into(),
                "only refused traffic is recorded; what was let through is not".into(),
            ),
            Self::GoesRound => {
                ("ここに現れないものがあります".into(), "some of it never shows up here".into())
            }
            Self::NotCentral => (
                "機器本体にしかなく、消された可能性があります".into(),
                "it lies only on the machine itself and may have been altered".into(),
            ),
            Self::ClockNotSynced => (
                "時刻が同期しておらず、前後関係を確かめられません".into(),
                "its clock is not synchronised, so times can't be compared".into(),
            ),
            Self::Lost => {
                ("本件の最中に失われました".into(), "it was lost in the course of this incident".into())
            }
            Self::PropertyUnknown(property) => {
                let property = property.words();
                (
                    format!("{}かどうか分かっていません", property.ja),
                    format!("whether {} is not known", property.en),
                )
            }
        };
        let (ja, en): (String, String) = (ja, en);
        Bilingual::new(ja, en)
    }
}

impl Resolution {
    /// Why it falls short; empty when it does not.
    pub fn shortfalls(&self) -> &[Shortfall] {
        match self {
            Self::Available => &[],
            Self::Partial(why) | Self::NotAvailable(why) | Self::Unknown(why) => why,
        }
    }
}

/// Resolves a need against what a row logs; `None` when the fact sheet has no such row or the row logs nothing.
pub fn resolve(need: &LogNeed, facts: Option<&LogFacts>) -> Resolution {
    let Some(facts) = facts else {
        return Resolution::NotAvailable(vec![Shortfall::NoLog]);
    };
    let mut why: Vec<Shortfall> = Vec::new();
    if !facts.kinds.contains(&need.kind) {
        why.push(Shortfall::KindNotCollected(need.kind));
    }
    why.extend(retention(facts.retention, need.days));
    why.extend(need.properties.iter().filter_map(|property| lacking(*property, facts)));
    match why.iter().map(|shortfall| shortfall.weight()).max() {
        None => Resolution::Available,
        Some(Weight::Partial) => Resolution::Partial(why),
        Some(Weight::Unknown) => Resolution::Unknown(why),
        Some(Weight::Gone) => {
            why.retain(|shortfall| shortfall.weight() == Weight::Gone);
            Resolution::NotAvailable(why)
        }
    }
}

fn retention(retention: Retention, needed: u32) -> Option<Shortfall> {
    match retention {
        Retention::Days(kept) if kept >= needed => None,
        Retention::Days(kept) => Some(Shortfall::KeptTooShort { kept, needed }),
        Retention::Overwritten => Some(Shortfall::Overwritten),
        Retention::Undefined => Some(Shortfall::RetentionUndefined),
        Retention::NotKept => Some(Shortfall::NotKept),
    }
}

fn lacking(property: LogProperty, facts: &LogFacts) -> Option<Shortfall> {
    let (known, shortfall) = match property {
        LogProperty::Allowed => (facts.allowed, Shortfall::OnlyRefused),
        LogProperty::Complete => (facts.complete, Shortfall::GoesRound),
        LogProperty::Central => (facts.central, Shortfall::NotCentral),
        LogProperty::TimeSynced => (facts.time_synced, Shortfall::ClockNotSynced),
    };
    match known {
        Known::Yes | Known::NotApplicable => None,
        Known::No => Some(shortfall),
        Known::Unknown => Some(Shortfall::PropertyUnknown(property)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::slug;

    fn facts() -> LogFacts {
        LogFacts {
            kinds: vec![LogKind::Access],
            retention: Retention::Days(90),
            allowed: Known::Yes,
            complete: Known::Yes,
            central: Known::Yes,
            time_synced: Known::Yes,
            method: crate::domain::words::Bilingual::typed("syslog"),
            analysis: None,
            extractor: None,
            minutes: None,
            after_hours: Known::No,
        }
    }

    fn need(days: u32, properties: &[LogProperty]) -> LogNeed {
        LogNeed { row: slug("proxy"), kind: LogKind::Access, days, properties: properties.to_vec() }
    }

    #[test]
    fn a_log_that_has_everything_is_available() {
        let all =
            [LogProperty::Allowed, LogProperty::Complete, LogProperty::Central, LogProperty::TimeSynced];
        assert_eq!(resolve(&need(90, &all), Some(&facts())), Resolution::Available);
    }

    #[test]
    fn a_proxy_that_some_go_round_answers_in_part() {
        let loose = LogFacts { complete: Known::No, ..facts() };
        let resolution = resolve(&need(30, &[LogProperty::Complete]), Some(&loose));
        assert_eq!(resolution, Resolution::Partial(vec![Shortfall::GoesRound]));
    }

    #[test]
    fn what_is_gone_outweighs_every_other_reason() {
        let bare = LogFacts { kinds: vec![], complete: Known::Unknown, ..facts() };
        let resolution = resolve(&need(30, &[LogProperty::Complete]), Some(&bare));
        assert_eq!(resolution, Resolution::NotAvailable(vec![Shortfall::KindNotCollected(LogKind::Access)]));
        assert_eq!(resolve(&need(1, &[]), None), Resolution::NotAvailable(vec![Shortfall::NoLog]));
    }

    #[test]
    fn a_retention_nobody_decided_has_to_be_looked_into() {
        let undecided = LogFacts { retention: Retention::Undefined, ..facts() };
        let resolution = resolve(&need(30, &[]), Some(&undecided));
        assert_eq!(resolution, Resolution::Unknown(vec![Shortfall::RetentionUndefined]));
    }
}
