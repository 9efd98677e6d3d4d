//! What the complicating factors that have struck do to a round (W-51): one question for each kind of effect.

use super::Play;
use crate::domain::factor::FactorEffect;
use crate::domain::id::{Minute, RevisionId, Slug};
use crate::domain::scenario::Channel;
use crate::domain::words::Bilingual;

/// A clock that a factor started, and what is wanted by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand<'a> {
    /// What is wanted.
    pub what: &'a Bilingual,
    /// Exercise time by which it is wanted.
    pub due: Minute,
    /// Rows of the report: items and counts.
    pub items: &'a [Slug],
}

impl Play {
    /// The number after every rise so far. It never grows past what its parameter may be: that is for the caller.
    pub(super) fn grown(&self, number: u64) -> u64 {
        self.rises()
            .iter()
            .fold(number, |number, (_, percent)| number.saturating_mul(u64::from(*percent)).div_ceil(100))
    }

    /// When growing numbers rose so far, and to how many percent each time.
    fn rises(&self) -> Vec<(Minute, u32)> {
        let mut rises = Vec::new();
        for (struck, effect) in self.effects() {
            if let FactorEffect::CountsRise { every, percent, times } = effect {
                let steps = (self.minute.0.saturating_sub(struck.0)) / every.0.max(1);
                let at = |step: u32| Minute(struck.0 + step * every.0);
                rises.extend((1..=steps.min(*times)).map(|step| (at(step), *percent)));
            }
        }
        rises.sort();
        rises
    }

    /// When numbers last rose.
    pub fn last_rise(&self) -> Option<Minute> {
        self.rises().last().map(|(minute, _)| *minute)
    }

    /// The effects of the factors that have struck, and when they did.
    pub fn effects(&self) -> impl Iterator<Item = (Minute, &FactorEffect)> {
        self.factors
            .iter()
            .filter_map(|factor| Some((factor.struck?, &factor.effects)))
            .flat_map(|(struck, effects)| effects.iter().map(move |effect| (struck, effect)))
    }

    /// Whether a stakeholder answers nobody now.
    pub fn is_unreachable(&self, stakeholder: &str) -> bool {
        self.effects().any(|(_, effect)| {
            matches!(effect, FactorEffect::Unreachable(who) if who.iter().any(|id| id == stakeholder))
        })
    }

    /// When it came out that what this fact-sheet row stores is not encrypted.
    pub fn not_encrypted_since(&self, row: &str) -> Option<Minute> {
        self.effects().find_map(|(struck, effect)| match effect {
            FactorEffect::NotEncrypted(id) if id == row => Some(struck),
            _ => None,
        })
    }

    /// Notes which decisions on duties stand while a factor strikes. Minutes would not tell: the clock may stand still
    /// for an hour of real time.
    pub(in crate::domain) fn remember(&mut self, factor: &Slug, decisions: Vec<RevisionId>) {
        if let Some(put) = self.factors.iter_mut().find(|put| put.id == *factor) {
            put.stood = decisions;
        }
    }

    /// Whether a decision on a duty was made before it came out that data were not encrypted (C-05).
    pub fn is_reopened(&self, decision: &RevisionId) -> bool {
        let reveals = |effect: &FactorEffect| matches!(effect, FactorEffect::NotEncrypted(_));
        let revealing = self.factors.iter().filter(|put| put.effects.iter().any(reveals));
        revealing.into_iter().any(|put| put.stood.contains(decision))
    }

    /// The least hostility that the press shows (C-04).
    pub fn least_hostility(&self) -> u8 {
        let hostile = self.effects().filter_map(|(_, effect)| match effect {
            FactorEffect::HostilePress { hostility, .. } => Some(*hostility),
            _ => None,
        });
        hostile.max().unwrap_or(1)
    }

    /// Real minutes taken from the questions (C-04).
    pub fn press_minutes_less(&self) -> u32 {
        self.effects()
            .map(|(_, effect)| match effect {
                FactorEffect::HostilePress { minutes, .. } => *minutes,
                _ => 0,
            })
            .sum()
    }

    /// Whether roles without a contact for nights and holidays answer nobody (C-06).
    pub fn is_out_of_hours(&self) -> bool {
        self.effects().any(|(_, effect)| *effect == FactorEffect::OutOfHours)
    }

    /// Whether the logs of a fact-sheet row are gone (C-07, C-16).
    pub fn is_log_lost(&self, row: &Slug) -> bool {
        self.factors.iter().any(|put| put.lost.contains(row)) || self.is_unusable(row)
    }

    /// Whether what a fact-sheet row describes can't be used (C-13).
    pub fn is_unusable(&self, row: &Slug) -> bool {
        self.effects().any(|(_, effect)| matches!(effect, FactorEffect::Unusable(rows) if rows.contains(row)))
    }

    /// Whether only some may know (C-08).
    pub fn restricts_knowledge(&self) -> bool {
        self.effects().any(|(_, effect)| matches!(effect, FactorEffect::TellOnly(_)))
    }

    /// Whether somebody inside is outside the circle of those who may know (C-08).
    pub fn may_not_know(&self, stakeholder: &Slug) -> bool {
        self.effects()
            .any(|(_, effect)| matches!(effect, FactorEffect::TellOnly(who) if !who.contains(stakeholder)))
    }

    /// Who has to be brought in (C-08, C-16), each once.
    pub fn wanted_people(&self) -> Vec<&Slug> {
        self.listed(|effect| match effect {
            FactorEffect::BringIn(who) => who.as_slice(),
            _ => &[],
        })
    }

    /// Policy topics that some response row has to name as its rule (C-09, C-16), each once.
    pub fn wanted_rules(&self) -> Vec<&Slug> {
        self.listed(|effect| match effect {
            FactorEffect::NeedsRule(topic) => std::slice::from_ref(topic),
            _ => &[],
        })
    }

    fn listed<'a>(&'a self, list: impl Fn(&'a FactorEffect) -> &'a [Slug]) -> Vec<&'a Slug> {
        let mut found: Vec<&Slug> = self.effects().flat_map(|(_, effect)| list(effect)).collect();
        found.sort();
        found.dedup();
        found
    }

    /// Clocks that factors started, the next one first (C-09, C-10, C-17).
    pub fn demands(&self) -> Vec<Demand<'_>> {
        let demands = self.effects().filter_map(|(struck, effect)| match effect {
            FactorEffect::Demands { what, within, items } => {
                Some(Demand { what, due: Minute(struck.0.saturating_add(within.0)), items })
            }
            _ => None,
        });
        let mut demands: Vec<Demand<'_>> = demands.collect();
        demands.sort_by_key(|demand| demand.due);
        demands
    }

    /// Whether others can read or forge what goes by a channel (C-15).
    pub fn is_compromised(&self, channel: Channel) -> bool {
        let named = |effect: &FactorEffect| matches!(effect, FactorEffect::Compromised(channels) if channels.contains(&channel));
        self.effects().any(|(_, effect)| named(effect))
    }

    /// When a second notice last named other numbers (C-14).
    pub fn other_numbers_since(&self) -> Option<Minute> {
        let told = self.effects().filter_map(|(struck, effect)| match effect {
            FactorEffect::OtherNumbers { .. } => Some(struck),
            _ => None,
        });
        told.max()
    }
}
