//! Whatever a row logs and whatever is asked: there is an answer, its reasons are those that hold, and nobody is worse
//! off for having improved something.
//!
//! Answers are ordered like this: not available, then unknown, then in part, then available. What nobody knows ranks
//! below a weakness that is known: it might turn out to be nothing.

use kijo::domain::fact_sheet::{Known, LogFacts, LogKind, Retention};
use kijo::domain::id::slug;
use kijo::domain::log_request::{Resolution, Shortfall, resolve};
use kijo::domain::scenario::{LogNeed, LogProperty};
use kijo::domain::words::Bilingual;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const PROPERTIES: [LogProperty; 4] =
    [LogProperty::Allowed, LogProperty::Complete, LogProperty::Central, LogProperty::TimeSynced];

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    NotAvailable,
    Unknown,
    Partial,
    Available,
}

fn rank(resolution: &Resolution) -> Rank {
    match resolution {
        Resolution::NotAvailable(_) => Rank::NotAvailable,
        Resolution::Unknown(_) => Rank::Unknown,
        Resolution::Partial(_) => Rank::Partial,
        Resolution::Available => Rank::Available,
    }
}

/// How good an answer may be at most where this reason holds.
fn at_most(reason: Shortfall) -> Rank {
    match reason {
        Shortfall::NoLog
        | Shortfall::KindNotCollected(_)
        | Shortfall::NotKept
        | Shortfall::Lost
        | Shortfall::KeptTooShort { kept: 0, .. } => Rank::NotAvailable,
        Shortfall::RetentionUndefined | Shortfall::PropertyUnknown(_) => Rank::Unknown,
        Shortfall::Overwritten
        | Shortfall::KeptTooShort { .. }
        | Shortfall::OnlyRefused
        | Shortfall::GoesRound
        | Shortfall::NotCentral
        | Shortfall::ClockNotSynced => Rank::Partial,
    }
}

fn property(facts: &mut LogFacts, property: LogProperty) -> &mut Known {
    match property {
        LogProperty::Allowed => &mut facts.allowed,
        LogProperty::Complete => &mut facts.complete,
        LogProperty::Central => &mut facts.central,
        LogProperty::TimeSynced => &mut facts.time_synced,
    }
}

/// What is amiss where a property is wanting.
fn amiss(property: LogProperty) -> Shortfall {
    match property {
        LogProperty::Allowed => Shortfall::OnlyRefused,
        LogProperty::Complete => Shortfall::GoesRound,
        LogProperty::Central => Shortfall::NotCentral,
        LogProperty::TimeSynced => Shortfall::ClockNotSynced,
    }
}

/// Every reason there is, and whether it holds.
fn reasons(need: &LogNeed, facts: &LogFacts) -> Vec<Shortfall> {
    let kept = match facts.retention {
        Retention::Days(days) => days,
        _ => u32::MAX,
    };
    let short = Shortfall::KeptTooShort { kept, needed: need.days };
    let mut all = vec![
        (Shortfall::KindNotCollected(need.kind), !facts.kinds.contains(&need.kind)),
        (Shortfall::NotKept, facts.retention == Retention::NotKept),
        (Shortfall::Overwritten, facts.retention == Retention::Overwritten),
        (Shortfall::RetentionUndefined, facts.retention == Retention::Undefined),
        (short, kept < need.days),
    ];
    for wanted in &need.properties {
        let known = *property(&mut facts.clone(), *wanted);
        all.push((amiss(*wanted), known == Known::No));
        all.push((Shortfall::PropertyUnknown(*wanted), known == Known::Unknown));
    }
    all.into_iter().filter_map(|(reason, holds)| holds.then_some(reason)).collect()
}

fn knowns() -> impl Strategy<Value = Known> {
    select(vec![Known::Yes, Known::No, Known::Unknown, Known::NotApplicable])
}

fn days() -> impl Strategy<Value = u32> {
    prop_oneof![4 => 0..120_u32, 1 => Just(u32::MAX)]
}

fn retentions() -> impl Strategy<Value = Retention> {
    let worded = select(vec![Retention::Overwritten, Retention::Undefined, Retention::NotKept]);
    prop_oneof![1 => worded, 2 => days().prop_map(Retention::Days)]
}

fn kinds() -> Vec<LogKind> {
    LogKind::ALL.iter().map(|(kind, ..)| *kind).collect()
}

fn facts() -> impl Strategy<Value = LogFacts> {
    let known = (knowns(), knowns(), knowns(), knowns());
    // A kind in two is collected, so that the other reasons are met as well.
    (subsequence(kinds(), 7..=14), retentions(), known).prop_map(|(kinds, retention, known)| LogFacts {
        kinds,
        retention,
        allowed: known.0,
        complete: known.1,
        central: known.2,
        time_synced: known.3,
        method: Bilingual::typed("標準設定"),
        analysis: None,
        extractor: None,
        minutes: None,
        after_hours: Known::No,
    })
}

fn needs() -> impl Strategy<Value = LogNeed> {
    (select(kinds()), days(), subsequence(PROPERTIES.to_vec(), 0..=4))
        .prop_map(|(kind, days, properties)| LogNeed { row: slug("proxy"), kind, days, properties })
}

/// The same row with one thing better about it, in every way there is.
fn improved(facts: &LogFacts, need: &LogNeed) -> Vec<LogFacts> {
    let mut better = Vec::new();
    better.extend(
        kinds()
            .into_iter()
            .filter(|kind| !facts.kinds.contains(kind))
            .map(|kind| LogFacts { kinds: [facts.kinds.as_slice(), &[kind]].concat(), ..facts.clone() }),
    );
    for one in PROPERTIES {
        let mut sure = facts.clone();
        *property(&mut sure, one) = Known::Yes;
        better.push(sure);
    }
    let longer = match facts.retention {
        Retention::NotKept => vec![Retention::Undefined, Retention::Overwritten, Retention::Days(1)],
        Retention::Undefined => vec![Retention::Overwritten, Retention::Days(1)],
        Retention::Overwritten => vec![Retention::Days(1), Retention::Days(need.days.max(1))],
        Retention::Days(kept) => {
            vec![Retention::Days(kept.saturating_add(1)), Retention::Days(need.days.max(kept))]
        }
    };
    better.extend(longer.into_iter().map(|retention| LogFacts { retention, ..facts.clone() }));
    better
}

/// The same need with one thing less asked for, in every way there is.
fn relaxed(need: &LogNeed) -> Vec<LogNeed> {
    let without = |wanted: &LogProperty| {
        let properties = need.properties.iter().copied().filter(|one| one != wanted).collect();
        LogNeed { properties, ..need.clone() }
    };
    let sooner = [0, need.days / 2].map(|days| LogNeed { days, ..need.clone() });
    need.properties.iter().map(without).chain(sooner).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_reasons_are_those_that_hold(need in needs(), facts in facts()) {
        let resolution = resolve(&need, Some(&facts));
        let holding = reasons(&need, &facts);
        let expected = holding.iter().map(|reason| at_most(*reason)).min().unwrap_or(Rank::Available);
        prop_assert_eq!(rank(&resolution), expected);
        // Where nothing is left, what is wrong with it no longer matters.
        let told = |reason: &&Shortfall| expected > Rank::NotAvailable || at_most(**reason) == expected;
        let expected: Vec<_> = holding.iter().filter(told).copied().collect();
        prop_assert_eq!(resolution.shortfalls(), expected);
    }

    #[test]
    fn an_improvement_never_makes_an_answer_worse(need in needs(), facts in facts()) {
        let before = rank(&resolve(&need, Some(&facts)));
        prop_assert!(before >= rank(&resolve(&need, None)), "a log at all is better than none");
        for better in improved(&facts, &need) {
            let after = rank(&resolve(&need, Some(&better)));
            prop_assert!(after >= before, "{:?} after {:?}: {:?}", after, before, better);
        }
    }

    #[test]
    fn finding_out_what_nobody_knew_never_makes_an_answer_worse(need in needs(), facts in facts()) {
        let before = rank(&resolve(&need, Some(&facts)));
        for one in PROPERTIES {
            let mut learnt = facts.clone();
            if *property(&mut learnt, one) == Known::Unknown {
                *property(&mut learnt, one) = Known::No;
                prop_assert!(rank(&resolve(&need, Some(&learnt))) >= before, "{:?}", one);
            }
        }
    }

    #[test]
    fn asking_for_less_never_makes_an_answer_worse(need in needs(), facts in facts()) {
        let before = rank(&resolve(&need, Some(&facts)));
        for less in relaxed(&need) {
            prop_assert!(rank(&resolve(&less, Some(&facts))) >= before, "{:?}", less);
        }
    }

    #[test]
    fn every_reason_can_be_told_in_both_languages(need in needs(), facts in facts()) {
        for reason in resolve(&need, Some(&facts)).shortfalls() {
            let words = reason.words();
            prop_assert!(!words.ja.is_empty() && words.en.is_some_and(|en| !en.is_empty()));
        }
    }
}

#[test]
fn everything_in_order_is_available_and_nothing_at_all_is_not() {
    let need =
        LogNeed { row: slug("proxy"), kind: LogKind::Access, days: 90, properties: PROPERTIES.to_vec() };
    assert_eq!(resolve(&need, None), Resolution::NotAvailable(vec![Shortfall::NoLog]));
}
