//! What can be done where one is: key bar, help and palette name no other actions.

use super::model::Model;
use super::{listing, playing, wishes};
use crate::domain::command::Command;
use crate::domain::sheet::Shape;
use crate::message::Action;
use crate::screens::{Seat, Wish};

/// Whether an action makes sense where one is: key bar, help and palette name no others.
pub(super) fn works(model: &Model, action: Action) -> bool {
    let writes = model.seat != Seat::Reader;
    let sheet = model.sheet.as_ref().map(|sheet| sheet.place.artefact.sheet());
    match action {
        Action::AddRow | Action::RemoveRow | Action::RestoreRow | Action::MoveRowUp | Action::MoveRowDown => {
            writes && sheet.is_some_and(|sheet| sheet.sections.iter().any(|one| one.shape == Shape::Rows))
        }
        Action::FilterRows | Action::SortRows => {
            listing::place(model).is_some() && model.sheet.as_ref().is_some_and(|sheet| sheet.row.is_none())
        }
        Action::ConfirmSuggestion => writes && listing::place(model).is_some(),
        Action::AskLog | Action::Jot => writes && plays(model),
        Action::Back => model.over.is_some() || leads_back(model),
        Action::NextStep => !is_over(model),
        Action::NextScene => writes && playing::scene_to_come(model).is_some(),
        Action::AskPress | Action::Sheets | Action::Improvise | Action::MoveClock => plays(model),
        Action::Conflicts => model.view().is_some_and(|view| !view.group.conflicts.is_empty()),
        Action::SaveAgain => model.failure.is_some() || !model.kept.is_empty(),
        Action::HandPen | Action::NewReason => writes,
        // Participants change groups by a page that gives nothing away.
        Action::NextGroup => has_others(model) && model.seat != Seat::Participants,
        Action::HandGroup => has_others(model) && model.seat == Seat::Participants,
        // Anybody may say that it is real; with a facilitator, they say when it is over.
        Action::BreakOff => {
            writes
                && (!model.workshop.broken_off
                    || model.seat == Seat::Facilitator
                    || model.workshop.is_automatic())
        }
        Action::Contributions => model.contributions,
        Action::Quote => writes && sheet.is_some(),
        Action::Skip | Action::Overrule => is_for_console_entry(model, action),
        _ => true,
    }
}

/// Whether something is behind the sheet that is open: its table, a menu, the sheet of the step.
fn leads_back(model: &Model) -> bool {
    let Some(sheet) = &model.sheet else { return false };
    let own = wishes::sheet_of_step(model) == Some(sheet.place);
    sheet.row.is_some() || model.seat == Seat::Facilitator || !own
}

/// Whether the last step was held to be done: there is no next one.
fn is_over(model: &Model) -> bool {
    model.step.next() == model.step
        && model.view().is_some_and(|view| view.group.closed.contains(&model.step))
}

/// Whether there are other groups.
fn has_others(model: &Model) -> bool {
    model.workshop.groups.len() > 1
}

/// Whether an incident is being played.
fn plays(model: &Model) -> bool {
    let round = model.round();
    round.is_some_and(|round| model.view().is_some_and(|view| view.play(round).is_some()))
}

/// Whether skipping or overruling is for what the console's cursor is on.
fn is_for_console_entry(model: &Model, action: Action) -> bool {
    let wish = model.listed.get(model.menu.at).map(|entry| &entry.wish);
    match wish {
        Some(Wish::Confirm { command: Command::GiveInject { .. }, .. }) => action == Action::Skip,
        Some(Wish::Confirm { command: Command::AnswerLog { .. }, .. }) => action == Action::Overrule,
        _ => false,
    }
}
