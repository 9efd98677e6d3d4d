//! Rows of a sheet: added, taken out, put back, moved.

use super::effect::Effect;
use super::model::Model;
use super::{listing, wishes, writing};
use crate::domain::command::Command;
use crate::domain::event::{Place, Round};
use crate::domain::id::{RowId, Slug};
use crate::domain::sheet::{Artefact, Cell, Shape, Value};
use crate::domain::suggestion::SUGGESTED;
use crate::message::Action;
use crate::screens::sheet::Item;
use crate::screens::{Ask, Pick, Wish};
use crate::text::table;

/// Adds a row where the cursor is.
pub(super) fn add_row(model: &mut Model, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    let Some(sheet) = &model.sheet else { return };
    let Some(desk) = model.desk() else { return };
    let here = match (&sheet.row, sheet.chosen(&desk)) {
        (Some(row), _) => sheet.section_of(&desk, row).map(|section| section.id),
        (None, Some(Item::Row(section, _) | Item::Add(section))) => Some(section),
        _ => None,
    };
    let rows = sheet.place.artefact.sheet().sections.iter().filter(|section| section.shape == Shape::Rows);
    let section = here
        .filter(|id| rows.clone().any(|section| section.id == *id))
        .or_else(|| rows.clone().next().map(|section| section.id));
    if let Some(section) = section {
        add_row_to(model, section, effects);
    }
}

/// Adds a row at the end of a section, or behind the row the cursor is on.
pub(super) fn add_row_to(model: &mut Model, section: &'static str, effects: &mut Vec<Effect>) {
    let Some(place) = model.sheet.as_ref().map(|sheet| sheet.place) else {
        return;
    };
    let row = RowId::random(model.random());
    let command = Command::AddRow { place, section: section.to_owned(), row, after: None };
    if place.artefact == Artefact::Press && section == "questions" {
        return wishes::carry_out(
            model,
            Wish::Ask(Ask::PressQuestion(place.round.unwrap_or(Round::One))),
            effects,
        );
    }
    wishes::do_it(model, command, effects);
}

/// Takes a row out, puts one back, or moves it.
pub(super) fn change_row(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    let moves = matches!(action, Action::MoveRowUp | Action::MoveRowDown);
    if moves && listing::place(model).is_some() && !model.listing.is_plain() {
        return wishes::say(model, table::CANNOT_MOVE);
    }
    let Some(command) = row_command(model, action) else {
        return;
    };
    wishes::do_it(model, command, effects);
}

/// Opens a list of how the response table is looked at.
pub(super) fn listed(model: &mut Model, what: Pick, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    match listing::place(model) {
        Some(_) => wishes::pick(model, what),
        None => wishes::say(model, table::ONLY_HERE),
    }
}

/// What is suggested becomes the row's own: the tag under the cursor, or all of the row's.
pub(super) fn confirm_suggestion(model: &mut Model, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    let Some(place) = listing::place(model) else {
        return wishes::say(model, table::ONLY_HERE);
    };
    let confirmed = suggestions(model, place);
    if confirmed.is_empty() {
        wishes::say(model, table::NO_SUGGESTION);
    }
    for (cell, id) in confirmed {
        writing::write_value(model, &cell, Value::Choice(id.into()), effects);
    }
}

fn suggestions(model: &Model, place: Place) -> Vec<(Cell, Slug)> {
    let Some((desk, sheet)) = model.desk().zip(model.sheet.as_ref()) else {
        return Vec::new();
    };
    let suggested = |cell: Cell| desk.view.suggested(&cell).map(|id| (cell, id));
    if let Some(Item::Field(cell)) = sheet.chosen(&desk)
        && let Some(here) = suggested(cell)
    {
        return vec![here];
    }
    let row = sheet.chosen_row(&desk);
    let tags =
        row.iter().flat_map(|row| SUGGESTED.map(|tag| Cell::row(place.artefact, place.round, row, tag)));
    tags.filter_map(suggested).collect()
}

fn row_command(model: &Model, action: Action) -> Option<Command> {
    let sheet = model.sheet.as_ref()?;
    let desk = model.desk()?;
    let place = sheet.place;
    let all = desk.view.group.sheets.all_rows(place);
    if action == Action::RestoreRow {
        let row = all.iter().rev().find(|row| row.removed)?.id.clone();
        return Some(Command::RestoreRow { place, row });
    }
    let row = sheet.chosen_row(&desk)?;
    let section = desk.view.group.sheets.row(place, &row)?.section.clone();
    let rows: Vec<RowId> = desk.view.rows(place, &section).iter().map(|row| row.id.clone()).collect();
    let at = rows.iter().position(|id| *id == row)?;
    match action {
        Action::RemoveRow => Some(Command::RemoveRow { place, row }),
        Action::MoveRowUp => {
            let above = at.checked_sub(1)?;
            let after = above.checked_sub(1).map(|place| rows[place].clone());
            Some(Command::MoveRow { place, row, after })
        }
        Action::MoveRowDown => {
            let after = rows.get(at + 1).cloned()?;
            Some(Command::MoveRow { place, row, after: Some(after) })
        }
        _ => None,
    }
}
