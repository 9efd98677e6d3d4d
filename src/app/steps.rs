//! The list of steps: done, here or still open, and what is missing in each.

use super::model::Model;
use crate::domain::event::Step;
use crate::domain::flow::STEPS;
use crate::screens::picker::{Choice, Picker};
use crate::screens::{Desk, Pick, frame};
use crate::text::{catalog as t, names, reference};

/// All steps, with where each stands and how much is missing in it.
pub(super) fn picker(model: &Model, what: Pick) -> Picker {
    let desk = model.desk();
    let options = STEPS.iter().enumerate().map(|(number, step)| {
        let mark = desk.as_ref().map_or("", |desk| frame::mark_of(desk, *step, model.step));
        let note = desk.as_ref().map_or_else(String::new, |desk| progress(desk, *step, model.step));
        let words = names::step(*step);
        let mut choice =
            Choice::new(number.to_string(), format!("{mark} {}", names::step_in_full(*step, model.lang)))
                .note(note)
                .finds(format!("{} {}", words.ja, words.en));
        choice.marked = *step == model.step;
        choice
    });
    Picker::new(what, t::STEPS_TITLE.get(model.lang), options.collect())
}

/// Where a step stands, in words, and how much is missing in it. Of a round that has not begun nothing is missing yet.
fn progress(desk: &Desk<'_>, step: Step, here: Step) -> String {
    let (view, lang) = (&desk.view, desk.lang);
    let begun = step.round().is_none_or(|round| view.play(round).is_some());
    let gaps = if begun { view.gaps(step).len() } else { 0 };
    let missing = if gaps > 0 { t::missing(gaps, lang) } else { String::new() };
    let stands = match (step == here, view.group.closed.contains(&step)) {
        (true, true) => vec![reference::HERE, reference::DONE],
        (true, false) => vec![reference::HERE],
        (false, true) => vec![reference::DONE],
        (false, false) => vec![reference::OPEN],
    };
    let words = stands.iter().map(|words| words.get(lang)).chain([missing.as_str()]);
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" / ")
}

/// The step an option of the list of steps stands for.
pub(super) fn step_of(id: &str) -> Option<Step> {
    STEPS.get(id.parse::<usize>().ok()?).copied()
}
