//! The strip below a table: what the chosen row says and its line leaves out, so that nothing has to be opened to be
//! read.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Desk;
use super::sheet::{Item, SheetScreen};
use super::sheet_field::shown;
use crate::domain::id::RowId;
use crate::domain::sheet::{Cell, SeenBy, Shape};
use crate::text::{gap, table};
use crate::ui::theme::Role;
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::width::width;
use crate::ui::wrap::wrap_clipped;

/// Parts the area of a sheet into its list and the strip; there is a strip while the cursor is in a table with rows.
pub(super) fn parted(screen: &SheetScreen, desk: &Desk<'_>, area: Rect) -> (Rect, Option<Rect>) {
    // Whoever writes is in a field.
    if screen.editor.is_some() {
        return (area, None);
    }
    let Some(Item::Row(section, _) | Item::Add(section)) = screen.chosen(desk) else {
        return (area, None);
    };
    if desk.view.rows(screen.place, section).is_empty() {
        return (area, None);
    }
    let (list, strip) = divided(area);
    (list, Some(strip))
}

/// The two parts.
pub(super) fn divided(area: Rect) -> (Rect, Rect) {
    let height = (area.height / 6).clamp(3, 8) + 1;
    let list = Rect { height: area.height.saturating_sub(height), ..area };
    (list, Rect { y: list.bottom(), height: height.min(area.height), ..area })
}

/// Draws it: a line with the row's number and needs, then its text.
pub(super) fn draw(screen: &SheetScreen, desk: &Desk<'_>, area: Rect, frame: &mut Frame<'_>) {
    let Some(Item::Row(section, row)) = screen.chosen(desk) else {
        return draw_line("", Role::Frame, desk, area, frame);
    };
    let rows = desk.view.rows(screen.place, section);
    let number = rows.iter().position(|one| one.id == row).map_or(0, |place| place + 1);
    let mut needs = needs(screen, desk, &row);
    let role = if desk.view.flags(screen.place, &row).is_empty() { Role::Label } else { Role::Warning };
    // What has no room in the line goes before the text.
    let room = usize::from(area.width).saturating_sub(width(&hint(desk)) + 6);
    let mut taken = 0;
    let fits = |need: &&String| {
        taken += width(need) + 2;
        taken <= room
    };
    let mut rest = needs.split_off(needs.iter().take_while(fits).count());
    draw_line(&format!("{number}. {}", needs.join("  ")), role, desk, area, frame);
    rest.extend(told(screen, desk, section, &row));
    let text =
        Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(1), height: area.height - 1 };
    let lines = wrap_clipped(&rest.join("  "), text.width.into(), text.height.into());
    for (line, y) in lines.iter().zip(text.y..text.bottom()) {
        put(line, desk.look.style(Role::Text), row_at(text, y), frame.buffer_mut());
    }
}

/// The line that parts it from the table.
fn draw_line(text: &str, role: Role, desk: &Desk<'_>, area: Rect, frame: &mut Frame<'_>) {
    let top = row_at(area, area.y);
    let line = desk.look.border().horizontal_top.repeat(usize::from(area.width));
    put(&line, desk.look.style(Role::Frame), top, frame.buffer_mut());
    if text.is_empty() {
        return;
    }
    let left = put_right(&hint(desk), desk.look.style(Role::Muted), top, frame.buffer_mut());
    let left = Rect { x: left.x + 1, width: left.width.saturating_sub(2), ..left };
    put(&format!(" {} ", text.trim_end()), desk.look.style(role), left, frame.buffer_mut());
}

fn hint(desk: &Desk<'_>) -> String {
    format!(" {} ", table::ENTER_OPENS.get(desk.lang))
}

/// What the row still needs, in words.
fn needs(screen: &SheetScreen, desk: &Desk<'_>, row: &RowId) -> Vec<String> {
    let lang = desk.lang;
    let flags = desk.view.flags(screen.place, row);
    let mut said: Vec<String> =
        flags.iter().map(|flag| table::to_check(&gap::flag(&desk.view, flag, lang), lang)).collect();
    let missing = desk.view.missing_supplement(screen.place, row);
    if !missing.is_empty() {
        said.push(table::to_supplement(&missing, lang));
    }
    said
}

/// Everything the row says and its line does not, field by field.
fn told(screen: &SheetScreen, desk: &Desk<'_>, section: &str, row: &RowId) -> Vec<String> {
    let (place, lang) = (screen.place, desk.lang);
    let Some(table) = screen.table(section) else {
        return Vec::new();
    };
    let section = table.section;
    let mut parts = Vec::new();
    if let Some(found) = desk.view.group.sheets.row(place, row).filter(|_| section.shape == Shape::Given) {
        let title = desk.view.row_title(place, found).get(lang).to_owned();
        parts.extend((!table.shows_title(&title)).then_some(title));
    }
    // What is internal shows only where somebody opens the row: this screen may be on the projector.
    for field in section.fields.iter().filter(|field| field.seen_by == SeenBy::Everybody) {
        let cell = Cell::row(place.artefact, place.round, row, field.key);
        let text = shown(desk, &cell);
        if !text.is_empty() && !table.shows_all(field, &text) {
            parts.push(table::told(field.label.get(lang), &text.replace('\n', " "), lang));
        }
    }
    parts
}
