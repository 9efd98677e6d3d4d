//! The mouse: what a click is on, and what the wheel scrolls. It does what keys do, and nothing more.

use ratatui::layout::Position;

use super::effect::Effect;
use super::model::{Model, Over};
use super::{wishes, writing};
use crate::message::Action;
use crate::screens::frame;

/// Puts the cursor on what was clicked. Comes back with the action that the click stands for there.
pub(super) fn click(model: &mut Model, at: Position, effects: &mut Vec<Effect>) -> Option<Action> {
    let area = model.area();
    match &mut model.over {
        Some(Over::Picker(picker)) => picker.click(area, at),
        Some(Over::Search(search)) => search.click(area, at).then_some(Action::Open),
        Some(Over::Clock) => Some(Action::Back),
        Some(Over::Prompt(_) | Over::Reading(_) | Over::HandOver(_)) => None,
        None => on_screen(model, at, effects),
    }
}

fn on_screen(model: &mut Model, at: Position, effects: &mut Vec<Effect>) -> Option<Action> {
    let parts = model.parts();
    if parts.keys.contains(at) {
        return Some(Action::Palette);
    }
    if parts.panel.contains(at) {
        return Some(Action::Reference);
    }
    if parts.rail.contains(at) {
        if let Some(step) = frame::step_at(parts.rail, at.y).filter(|_| model.tour.is_none()) {
            wishes::jump(model, step, effects);
        }
        return None;
    }
    if !parts.middle.contains(at) {
        return None;
    }
    if model.sheet.is_none() {
        return model.menu.click(&model.listed, parts.middle, at);
    }
    writing::leave_field(model, effects);
    model.with_sheet(|sheet, desk| sheet.click(desk, frame::sheet_area(parts.middle), at));
    None
}

/// The wheel over a place of the screen: scrolls what is there. Comes back with an action where that does it.
pub(super) fn wheel(model: &mut Model, at: Position, rows: i16) -> Option<Action> {
    let move_by = if rows < 0 { Action::Up } else { Action::Down };
    if model.over.is_some() {
        return Some(move_by);
    }
    let parts = model.parts();
    if parts.panel.contains(at) {
        model.panel_top = model.panel_top.saturating_add_signed(rows.into());
        return None;
    }
    if !parts.middle.contains(at) {
        return None;
    }
    if let Some(sheet) = &mut model.sheet {
        sheet.scroll(rows.into());
        return None;
    }
    let scrolled = model.menu.wheel(&model.listed, parts.middle, at, rows.into());
    (!scrolled).then_some(move_by)
}
