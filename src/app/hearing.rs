//! Word from the store: what happened, and how commands fared.

use super::effect::{Effect, OrphanFate, Ticket};
use super::model::{Errand, Model, Notice, Tone};

use super::{arrange, lookup, wishes, writing};
use crate::domain::command::Refusal;
use crate::domain::event::{Event, Record};
use crate::screens::Seat;
use crate::text::refusal;

/// Records were written, here or elsewhere: what happened is taken in before anybody is told how a command fared.
pub fn heard(model: &mut Model, records: &[Record]) -> Vec<Effect> {
    let held = writing::hold(model);
    for record in records {
        model.workshop.apply(record);
    }
    if let Some(sheet) = &mut model.sheet {
        sheet.changed();
    }
    let mut effects = Vec::new();
    writing::hold_on(model, held, &mut effects);
    if model.seat == Seat::Facilitator {
        // The console looks at the step the group is at; what it gave out itself is no news here.
        model.step = model.view().map_or(model.step, |view| view.group.step);
        model.seen += model.unseen();
    }
    writing::settle(model);
    lookup::renew(model);
    arrange::all(model);
    effects
}

/// A command was carried out.
pub fn done(model: &mut Model, ticket: Ticket, events: &[Event]) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.failure.take().is_some() {
        writing::retry(model, &mut effects);
    }
    let errand = model.waiting.remove(&ticket);
    if let Some(Errand::Write(cell, sent, _)) = &errand {
        writing::written(model, cell, sent, &mut effects);
    }
    if let Some(Errand::NewRow(row, _)) = &errand {
        writing::open_row(model, row);
    }
    wishes::after(model, events, &mut effects);
    writing::settle(model);
    arrange::all(model);
    effects
}

/// A command was refused.
pub fn refused(model: &mut Model, ticket: Ticket, why: &Refusal) -> Vec<Effect> {
    let errand = model.waiting.remove(&ticket);
    if *why == Refusal::ReasonNeeded {
        let command = match errand {
            Some(Errand::Write(cell, _, command)) => {
                writing::keep(model, &cell);
                Some(command)
            }
            Some(Errand::Other(command) | Errand::NewRow(_, command)) => Some(command),
            _ => None,
        };
        wishes::ask_reason(model, command);
        arrange::all(model);
        return Vec::new();
    }
    if let Some(Errand::Write(cell, ..)) = errand {
        writing::keep(model, &cell);
    }
    model.notice = Some(Notice { tone: Tone::Problem, text: refusal::refusal(why, model.lang) });
    arrange::all(model);
    Vec::new()
}

/// A command could not be saved. What was typed or picked stays, the banner stays.
pub fn failed(model: &mut Model, ticket: Ticket, why: String) -> Vec<Effect> {
    match model.waiting.remove(&ticket) {
        Some(Errand::Write(cell, ..)) if model.unsaved.contains_key(&cell) => writing::keep(model, &cell),
        // Where one is, is told again with the next step.
        Some(Errand::Enter) | None => {}
        Some(errand) => model.kept.push(errand),
    }
    model.failure = Some(why);
    arrange::all(model);
    Vec::new()
}

/// Drafts were found that a process left behind.
pub fn found_orphans(
    model: &mut Model,
    orphans: Vec<(crate::domain::sheet::Cell, crate::screens::Unsaved)>,
) -> Vec<Effect> {
    let orphans: Vec<_> =
        orphans.into_iter().filter(|(cell, unsaved)| writing::differs(model, cell, unsaved)).collect();
    if orphans.is_empty() {
        return vec![Effect::Orphans(OrphanFate::Discarded)];
    }
    model.orphans = orphans;
    wishes::pick(model, crate::screens::Pick::Orphans);
    arrange::all(model);
    Vec::new()
}
