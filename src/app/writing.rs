//! From a key to the log: drafts while typing, a command when the field is left, and what becomes of it.
//!
//! Nothing here throws a text away: an unsaved text goes only when the log holds it or it equals what is saved.

use super::effect::{Effect, Ticket};
use super::model::{Errand, Model, Notice, Tone};
use crate::domain::command::Command;
use crate::domain::id::RowId;
use crate::domain::sheet::{Cell, Value, read};
use crate::screens::sheet::{Item, SheetScreen, editable, takes_text};
use crate::screens::{Pending, Seat, Unsaved};
use crate::text::catalog as t;

/// Keeps what is being typed safe.
pub(super) fn draft(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(editor) = model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref()) else {
        return;
    };
    let (cell, base, text) = (editor.cell.clone(), editor.base.clone(), editor.field.text());
    let unsaved = Unsaved { base: base.clone(), text: text.clone(), state: Pending::Typing };
    model.unsaved.insert(cell.clone(), unsaved);
    effects.push(Effect::Draft { cell, base, text });
}

/// The field is left: what was typed in it becomes a command.
pub(super) fn leave_field(model: &mut Model, effects: &mut Vec<Effect>) {
    let cell = model.sheet.as_ref().and_then(|sheet| sheet.editor.as_ref()).map(|editor| editor.cell.clone());
    if let Some(cell) = cell {
        submit(model, &cell, effects);
    }
}

/// Tries everything that is not saved again.
pub(super) fn save_again(model: &mut Model, effects: &mut Vec<Effect>) {
    retry(model, effects);
    let cells: Vec<Cell> = model.unsaved.keys().cloned().collect();
    for cell in cells {
        submit(model, &cell, effects);
    }
}

/// Tries again what could not be saved when it was sent; what is being typed is left alone.
pub(super) fn retry(model: &mut Model, effects: &mut Vec<Effect>) {
    for errand in std::mem::take(&mut model.kept) {
        if let Errand::Write(_, _, command) | Errand::NewRow(_, command) | Errand::Other(command) = &errand {
            send(model, command.clone(), errand, effects);
        }
    }
    let kept = model.unsaved.iter().filter(|(_, unsaved)| unsaved.state == Pending::Kept);
    let cells: Vec<Cell> = kept.map(|(cell, _)| cell.clone()).collect();
    for cell in cells {
        submit(model, &cell, effects);
    }
}

/// Sends an unsaved text to the log.
pub(super) fn submit(model: &mut Model, cell: &Cell, effects: &mut Vec<Effect>) {
    let Some(unsaved) = model.unsaved.get(cell).filter(|unsaved| unsaved.state != Pending::Saving) else {
        return;
    };
    let Some((_, field)) = cell.definition() else {
        return;
    };
    if !differs(model, cell, unsaved) {
        model.unsaved.remove(cell);
        effects.push(Effect::DraftDone(cell.clone()));
        return;
    }
    let (base, text) = (unsaved.base.clone(), unsaved.text.clone());
    let value = match read(field.kind, &text) {
        Ok(value) => value,
        Err(misread) => return set_state(model, cell, Pending::Misread(misread)),
    };
    set_state(model, cell, Pending::Saving);
    let command = Command::Revise { cell: cell.clone(), base, value, reason: None };
    send(model, command.clone(), Errand::Write(cell.clone(), text, command), effects);
}

/// Whether an unsaved text says something else than what is saved.
pub(super) fn differs(model: &Model, cell: &Cell, unsaved: &Unsaved) -> bool {
    let Some(view) = model.view() else { return true };
    let Some((_, field)) = cell.definition() else {
        return true;
    };
    // Writing the same once more is an answer where what stands there is in doubt.
    if view.is_in_doubt(cell) {
        return true;
    }
    let saved = view.value(cell);
    if takes_text(field.kind) && unsaved.text == editable(&saved, model.lang) {
        return false;
    }
    read(field.kind, &unsaved.text).map_or(true, |value| value != saved)
}

/// Writes a value that was picked rather than typed.
pub(super) fn write_value(model: &mut Model, cell: &Cell, value: Value, effects: &mut Vec<Effect>) {
    let base = model.view().and_then(|view| view.revision(cell).map(|head| head.id.clone()));
    let command = Command::Revise { cell: cell.clone(), base, value, reason: None };
    let text = String::new();
    send(model, command.clone(), Errand::Write(cell.clone(), text, command), effects);
}

/// Somebody who only looks wants something changed.
pub(super) fn read_only(model: &mut Model) {
    model.notice = Some(Notice { tone: Tone::Info, text: t::READ_ONLY_HERE.get(model.lang).to_owned() });
}

/// Sends a command on its way.
pub(super) fn send(model: &mut Model, command: Command, errand: Errand, effects: &mut Vec<Effect>) {
    if model.seat == Seat::Reader {
        // Looking about is no wish to change anything, so it is not refused either.
        if errand != Errand::Enter {
            read_only(model);
        }
        return;
    }
    let ticket = Ticket(model.next_ticket);
    model.next_ticket += 1;
    model.waiting.insert(ticket, errand);
    effects.push(Effect::Transact(ticket, command, model.context()));
}

fn set_state(model: &mut Model, cell: &Cell, state: Pending) {
    if let Some(unsaved) = model.unsaved.get_mut(cell) {
        unsaved.state = state;
    }
}

/// A text did not reach the log. It is kept.
pub(super) fn keep(model: &mut Model, cell: &Cell) {
    set_state(model, cell, Pending::Kept);
}

/// A text reached the log. If more was typed since, that stays unsaved, on the new base.
pub(super) fn written(model: &mut Model, cell: &Cell, sent: &str, effects: &mut Vec<Effect>) {
    let base = model.view().and_then(|view| view.revision(cell).map(|head| head.id.clone()));
    match model.unsaved.get_mut(cell) {
        Some(unsaved) if unsaved.text != *sent => {
            unsaved.base.clone_from(&base);
            let text = unsaved.text.clone();
            effects.push(Effect::Draft { cell: cell.clone(), base: base.clone(), text });
            if let Some(editor) = editor_of(model, cell) {
                editor.base = base;
            }
        }
        Some(_) => {
            model.unsaved.remove(cell);
            effects.push(Effect::DraftDone(cell.clone()));
            if let Some(editor) = editor_of(model, cell) {
                editor.base = base;
            }
        }
        None => {}
    }
}

fn editor_of<'a>(model: &'a mut Model, cell: &Cell) -> Option<&'a mut crate::screens::sheet::Editor> {
    model.sheet.as_mut()?.editor.as_mut().filter(|editor| editor.cell == *cell)
}

/// Opens a row on the sheet that is shown.
pub(super) fn open_row(model: &mut Model, row: &RowId) {
    model.with_sheet(|sheet, desk| {
        if desk.view.group.sheets.row(sheet.place, row).is_some() {
            sheet.open(row, desk);
        }
    });
}

/// What the cursor is on, so that it stays there whatever others add or hide above it.
pub(super) enum Held {
    /// An item of the sheet.
    Item(Item),
    /// An entry of the menu, by its title and how many of that title stand before it.
    Entry(String, usize),
}

/// What the cursor is on now.
pub(super) fn hold(model: &Model) -> Option<Held> {
    let desk = model.desk()?;
    if let Some(sheet) = &model.sheet {
        return sheet.chosen(&desk).map(Held::Item);
    }
    let entries = &model.listed;
    let title = &entries.get(model.menu.at)?.title;
    let before = entries[..model.menu.at].iter().filter(|entry| entry.title == *title).count();
    Some(Held::Entry(title.clone(), before))
}

/// Puts the cursor back on it, if it is still there. What was typed in a field that is gone goes to the log.
pub(super) fn hold_on(model: &mut Model, held: Option<Held>, effects: &mut Vec<Effect>) {
    match held {
        Some(Held::Item(item)) => {
            let there = model.with_sheet(|sheet, desk| sheet.stay_on(&item, desk));
            if let (Item::Field(cell), Some(false)) = (item, there) {
                submit(model, &cell, effects);
            }
        }
        Some(Held::Entry(title, before)) => {
            let entries = model.entries();
            let mut same = entries.iter().enumerate().filter(|(_, entry)| entry.title == title);
            if let Some((place, _)) = same.nth(before) {
                model.menu.at = place;
            }
        }
        None => {}
    }
}

/// Makes the sheet fit the workshop as it stands now.
pub(super) fn settle(model: &mut Model) {
    model.with_sheet(SheetScreen::settle);
}

/// Puts unsaved texts back into their fields: they are tried again, and stay if that fails.
pub(super) fn take_over(model: &mut Model, drafts: Vec<(Cell, Unsaved)>, effects: &mut Vec<Effect>) {
    for (cell, unsaved) in drafts {
        effects.push(Effect::Draft {
            cell: cell.clone(),
            base: unsaved.base.clone(),
            text: unsaved.text.clone(),
        });
        model.unsaved.insert(cell.clone(), unsaved);
        submit(model, &cell, effects);
    }
}
