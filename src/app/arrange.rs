//! Lays out what has a size, so that drawing changes nothing: after most messages all of it, after a key in a field only
//! that field.

use super::model::{Model, Over};
use super::{readings, stage, tour};
use crate::screens::frame;

/// Lays out what has a size: fields and scrolling. Drawing then changes nothing.
pub(super) fn all(model: &mut Model) {
    stage::see(model);
    over(model);
    stop_at_the_end(model);
    readings::stop_panel(model);
    let parts = model.parts();
    model.panel = readings::panel(model, parts.panel);
    model.listed = if model.sheet.is_none() { model.entries() } else { Vec::new() };
    let Some(sheet) = &model.sheet else {
        return model.menu.arrange(&model.listed, parts.middle);
    };
    if let Some(row) = &sheet.row {
        model.listing.keep(row);
    }
    model.with_sheet(|sheet, desk| sheet.arrange(desk, frame::sheet_area(parts.middle)));
}

/// Lays out what lies over the screen and is typed in.
pub(super) fn over(model: &mut Model) {
    let width = model.size.0;
    tour::go_on(model);
    match &mut model.over {
        Some(Over::Picker(picker)) => picker.arrange(width),
        Some(Over::Prompt(prompt)) => prompt.arrange(width),
        Some(Over::Search(search)) => search.arrange(width),
        _ => {}
    }
}

/// Lays out the field that was written in.
pub(super) fn field(model: &mut Model) {
    tour::go_on(model);
    let middle = model.parts().middle;
    model.with_sheet(|sheet, desk| sheet.arrange_field(desk, frame::sheet_area(middle)));
}

/// Nobody scrolls past the end of a text.
fn stop_at_the_end(model: &mut Model) {
    let last = match &model.over {
        Some(Over::Reading(reading)) => readings::last_top(model, reading),
        _ => return,
    };
    if let Some(Over::Reading(reading)) = &mut model.over {
        reading.top = reading.top.min(last);
    }
}
