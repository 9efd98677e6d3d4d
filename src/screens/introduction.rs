//! The introduction (W-13): goals, and the rules that make it safe to be wrong.

use super::menu::Entry;
use super::{Desk, Wish};
use crate::domain::guidance::Item;
use crate::text::catalog as t;

/// The entries of the introduction.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let Some(guidance) = desk.view.workshop.guidance() else {
        return Vec::new();
    };
    let read = |items: &[Item]| {
        let lines: Vec<String> = items.iter().map(|item| format!("- {}", item.text.get(lang))).collect();
        lines.join("\n")
    };
    let goals = Entry::new(t::GOALS.get(lang), Wish::Nothing).detail(read(&guidance.goals));
    let rules = read(&guidance.ground_rules);
    let rules = format!("{}\n\n[{}]\n{rules}", t::INTRODUCTION_DETAIL.get(lang), t::GROUND_RULES.get(lang));
    // The rules stand beside what Enter does first, so that nobody begins without having them before their eyes.
    let start = Entry::new(t::START_ROUND_ONE.get(lang), Wish::NextStep).detail(rules);
    vec![start, goals]
}
