//! The strip below a table: what the chosen row says and its line leaves out, so that nothing has to be opened to be
//! read.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Desk;
use super::sheet::{Item, SheetScreen};
use super::sheet_field::shown;
use super::sheet_table::Table;
use crate::domain::id::RowId;
use crate::domain::sheet::{Cell, SeenBy, Shape};
use crate::text::{gap, table};
use crate::ui::theme::Role;
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::width::{cells, clip, width};
use crate::ui::wrap::wrap;

/// Parts the area of a sheet into its list and the strip; there is a strip while the cursor is in a table with rows.
pub(super) fn parted(screen: &SheetScreen, desk: &Desk<'_>, area: Rect) -> (Rect, Option<Rect>) {
    let Some(Item::Row(section, _) | Item::Add(section)) = screen.chosen(desk) else {
        return (area, None);
    };
    if desk.view.rows(screen.place, section).is_empty() {
        return (area, None);
    }
    let height = (area.height / 6).clamp(3, 8) + 1;
    let list = Rect { height: area.height.saturating_sub(height), ..area };
    (list, Some(Rect { y: list.bottom(), height: height.min(area.height), ..area }))
}

/// Draws it: a line with the row's number and needs, then its text.
pub(super) fn draw(screen: &SheetScreen, desk: &Desk<'_>, area: Rect, frame: &mut Frame<'_>) {
    let Some(Item::Row(section, row)) = screen.chosen(desk) else {
        return draw_line("", Role::Frame, desk, area, frame);
    };
    let rows = desk.view.rows(screen.place, section);
    let number = rows.iter().position(|one| one.id == row).map_or(0, |place| place + 1);
    let needs = needs(screen, desk, &row);
    let role = if desk.view.flags(screen.place, &row).is_empty() { Role::Label } else { Role::Warning };
    draw_line(&format!("{number}. {needs}"), role, desk, area, frame);
    let text = text(screen, desk, section, &row, area);
    let lines = wrap(&text, usize::from(area.width).saturating_sub(1));
    let room = usize::from(area.height.saturating_sub(1));
    let style = desk.look.style(Role::Text);
    for (at, line) in lines.iter().take(room).enumerate() {
        let place = row_at(Rect { x: area.x + 1, ..area }, area.y + 1 + cells(at));
        let cut = at + 1 == room && lines.len() > room;
        let line = if cut { clip(&format!("{line}    "), width(line).max(2)) } else { (*line).to_owned() };
        put(&line, style, place, frame.buffer_mut());
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
    let hint = format!(" {} ", table::ENTER_OPENS.get(desk.lang));
    let left = put_right(&hint, desk.look.style(Role::Muted), top, frame.buffer_mut());
    let left = Rect { x: left.x + 1, width: left.width.saturating_sub(2), ..left };
    put(&format!(" {} ", text.trim_end()), desk.look.style(role), left, frame.buffer_mut());
}

/// What the row still needs, in words.
fn needs(screen: &SheetScreen, desk: &Desk<'_>, row: &RowId) -> String {
    let lang = desk.lang;
    let flags = desk.view.flags(screen.place, row);
    let mut said: Vec<String> =
        flags.iter().map(|flag| table::to_check(&gap::flag(&desk.view, flag, lang), lang)).collect();
    let missing = desk.view.missing_supplement(screen.place, row);
    if !missing.is_empty() {
        said.push(table::to_supplement(&missing, lang));
    }
    said.join("  ")
}

/// Everything the row says and its line does not, field by field.
fn text(screen: &SheetScreen, desk: &Desk<'_>, section: &'static str, row: &RowId, area: Rect) -> String {
    let (place, lang) = (screen.place, desk.lang);
    let Some(section) = place.artefact.sheet().section(section) else {
        return String::new();
    };
    let shape = Table::new(place, section, lang, area);
    let mut parts = Vec::new();
    if let Some(found) = desk.view.group.sheets.row(place, row).filter(|_| section.shape == Shape::Given) {
        let title = desk.view.row_title(place, found).get(lang).to_owned();
        parts.extend((!shape.shows_title(&title)).then_some(title));
    }
    // What is internal shows only where somebody opens the row: this screen may be on the projector.
    for field in section.fields.iter().filter(|field| field.seen_by == SeenBy::Everybody) {
        let cell = Cell::row(place.artefact, place.round, row, field.key);
        let text = shown(desk, &cell);
        if !text.is_empty() && !shape.shows_all(field, &text) {
            parts.push(table::told(field.label.get(lang), &text.replace('\n', " "), lang));
        }
    }
    parts.join("  ")
}
