//! The introduction (W-13): goals, and the rules that make it safe to be wrong.

use super::menu::{Entry, headed};
use super::{Desk, Wish};
use crate::text::catalog as t;

/// The entries of the introduction.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let Some(guidance) = desk.view.workshop.guidance() else {
        return Vec::new();
    };
    let read = |items: &[crate::domain::guidance::Item]| -> Vec<Entry> {
        let entry = |item: &crate::domain::guidance::Item| {
            let text = item.text.get(lang);
            Entry::new(text, Wish::Nothing).detail(text)
        };
        items.iter().map(entry).collect()
    };
    let mut entries = vec![
        Entry::new(t::START_ROUND_ONE.get(lang), Wish::NextStep)
            .under(t::INTRODUCTION_READY.get(lang))
            .detail(t::INTRODUCTION_DETAIL.get(lang)),
    ];
    entries.extend(headed(t::GOALS.get(lang), read(&guidance.goals)));
    entries.extend(headed(t::GROUND_RULES.get(lang), read(&guidance.ground_rules)));
    entries
}
