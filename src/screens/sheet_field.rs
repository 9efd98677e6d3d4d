//! One field of a form: its label, what stands in it, and under the chosen one what to know about it.

use std::ops::RangeInclusive;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::reference::names_unreachable;
use super::sheet::SheetScreen;
use super::{Desk, Pending, Seat};
use crate::domain::sheet::{Cell, Expected, Field, FieldKind, Misread, SeenBy, Value};
use crate::message::Action;
use crate::text::{catalog as t, clock, names, refusal, table, value};
use crate::ui::theme::Role;
use crate::ui::widgets::{put, row_at};
use crate::ui::width::{cells, width as cells_of};
use crate::ui::wrap::{wrap, wrap_first};

/// Rows a long field takes at least while one writes in it.
const WRITING_ROWS: u16 = 3;

/// Rows a long text shows while one is elsewhere.
const SHOWN_ROWS: usize = 6;

/// Columns of a number that has its unit beside it.
const NUMBER_COLUMNS: u16 = 16;

/// Widths of the label and value columns.
pub(super) struct Columns {
    pub(super) label: u16,
    pub(super) value: u16,
}

impl Columns {
    pub(super) fn of(area: Rect) -> Self {
        let label = (area.width / 3).clamp(20, 28);
        Self { label, value: area.width.saturating_sub(label + 2) }
    }
}

/// Columns and rows of a field one types in.
pub(super) fn writing_size(cell: &Cell, area: Rect) -> (u16, RangeInclusive<u16>) {
    let columns = Columns::of(area);
    let most = area.height.saturating_sub(4).max(WRITING_ROWS);
    let long = matches!(cell.definition(), Some((_, field)) if field.kind == FieldKind::Text);
    let width = if cell.unit().is_some() { columns.value.min(NUMBER_COLUMNS) } else { columns.value };
    (width, if long { WRITING_ROWS } else { 1 }..=most)
}

/// A field as it was laid out: its words row by row.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    label: Vec<String>,
    /// What stands in it; empty where it is being written.
    value: Vec<(String, Role)>,
    /// What to know about it, under the chosen one.
    notes: Vec<(String, Role)>,
}

impl SheetScreen {
    /// Lays a field out; gives also how many rows it takes.
    pub(super) fn field_rows(&self, desk: &Desk<'_>, area: Rect, cell: &Cell, chosen: bool) -> (usize, Rows) {
        let Some((_, field)) = cell.definition() else {
            return (1, Rows::default());
        };
        let columns = Columns::of(area);
        let label = label_lines(desk, cell, field, columns.label);
        let notes = if chosen { self.notes(desk, cell, columns.value) } else { Vec::new() };
        let (taken, value) = if let Some(editor) = self.editor_on(cell, chosen) {
            let (_, heights) = writing_size(cell, area);
            (cells(editor.field.view().1).clamp(1, *heights.end()).into(), Vec::new())
        } else {
            let role = role_of(desk, cell, chosen);
            let text = shown(desk, cell);
            let value: Vec<_> =
                read_rows(&text, columns.value, chosen).iter().map(|row| ((*row).to_owned(), role)).collect();
            (value.len(), value)
        };
        let taken = (taken + notes.len()).max(label.len());
        (taken, Rows { label, value, notes })
    }

    /// The editor, if it is on this cell.
    fn editor_on(&self, cell: &Cell, chosen: bool) -> Option<&super::sheet::Editor> {
        self.editor.as_ref().filter(|editor| chosen && editor.cell == *cell)
    }

    /// Draws a field without its first `skipped` rows; gives the real cursor.
    pub(super) fn draw_field(
        &self,
        desk: &Desk<'_>,
        (cell, rows): (&Cell, &Rows),
        chosen: bool,
        area: Rect,
        skipped: usize,
        frame: &mut Frame<'_>,
    ) -> Option<Position> {
        let columns = Columns::of(area);
        draw_label(desk, &rows.label, chosen, area, skipped, frame);
        let inside = Rect { x: area.x + columns.label + 1, width: columns.value, ..area };
        let mut cursor = None;
        let mut y = inside.y;
        if let Some(editor) = self.editor_on(cell, chosen) {
            let most = inside.height.saturating_sub(cells(rows.notes.len())).max(1).min(inside.height);
            let height = cells(editor.field.view().1.max(1)).min(most);
            let place = Rect { width: writing_size(cell, area).0, height, ..inside };
            editor.field.draw(place, frame.buffer_mut(), desk.look.theme, true);
            if let Some(unit) = cell.unit() {
                let beside =
                    Rect { x: place.right() + 1, width: inside.right() - place.right() - 1, ..inside };
                let style = desk.look.style(Role::Label);
                put(unit.get(desk.lang), style, row_at(beside, beside.y), frame.buffer_mut());
            }
            cursor = editor.field.cursor(place);
            y += height;
        } else {
            for (text, role) in rows.value.iter().skip(skipped) {
                if y < inside.bottom() {
                    put(text, desk.look.style(*role), row_at(inside, y), frame.buffer_mut());
                    y += 1;
                }
            }
        }
        if chosen {
            for (text, role) in &rows.notes {
                if y < inside.bottom() {
                    put(text, desk.look.style(*role), row_at(inside, y), frame.buffer_mut());
                    y += 1;
                }
            }
            // A field that is picked, not typed: the cursor stands at its beginning.
            if cursor.is_none() {
                cursor = Some(Position { x: inside.x, y: inside.y });
            }
        }
        cursor
    }

    /// What stands under the chosen field: what is wrong, what to write, who wrote it last.
    fn notes(&self, desk: &Desk<'_>, cell: &Cell, room: u16) -> Vec<(String, Role)> {
        let lang = desk.lang;
        let Some((_, field)) = cell.definition() else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        if let Some(Pending::Misread(misread)) = desk.unsaved.get(cell).map(|unsaved| &unsaved.state) {
            notes.push((refusal::misread(misread, lang), Role::Error));
        }
        if desk.view.group.conflicts.iter().any(|conflict| conflict.cell == *cell) {
            notes.push((t::CONFLICT_HERE.get(lang).to_owned(), Role::Warning));
        }
        if field.key == "case-name"
            && desk.view.value(cell).is_empty()
            && let Some(name) = cell.round.and_then(|round| desk.view.suggested_case_name(round))
        {
            notes.push((t::for_example(name.get(lang), lang), Role::Muted));
        }
        let hint = field.hint.get(lang);
        if !hint.is_empty() {
            notes.push((hint.to_owned(), Role::Muted));
        }
        notes
            .extend(self.form_of(desk, cell, field).map(|form| (refusal::misread(&form, lang), Role::Muted)));
        let picks = self.editor.as_ref().is_none_or(|editor| editor.cell != *cell);
        if picks && desk.seat != Seat::Reader {
            notes.extend(to_confirm(desk, cell).map(|text| (text, Role::Muted)));
            notes.push((t::ENTER_TO_PICK.get(lang).to_owned(), Role::Muted));
        }
        if field.seen_by == SeenBy::Inside {
            notes.push((t::NOT_FOR_THE_PRESS.get(lang).to_owned(), Role::Private));
        }
        notes.extend(authorship(desk, cell).map(|text| (text, Role::Muted)));
        let wrapped = |(text, role): (String, Role)| {
            let lines: Vec<String> = wrap(&text, usize::from(room)).into_iter().map(str::to_owned).collect();
            lines.into_iter().map(move |line| (line, role))
        };
        notes.into_iter().flat_map(wrapped).collect()
    }

    /// What an empty field reads, before anybody writes what it doesn't; nothing where its hint has an example.
    fn form_of(&self, desk: &Desk<'_>, cell: &Cell, field: &Field) -> Option<Misread> {
        self.editor_on(cell, true)?;
        let example = field.hint.ja.contains(|c: char| c.is_ascii_digit());
        if example || !desk.view.value(cell).is_empty() || desk.unsaved.contains_key(cell) {
            return None;
        }
        match field.kind {
            FieldKind::Moment => Some(Misread::Moment),
            FieldKind::Minute => Some(Misread::Minute),
            FieldKind::Number => Some(Misread::Number),
            _ => None,
        }
    }
}

/// Who wrote a field last, and when: exercise time while a round is played, else by the calendar.
fn authorship(desk: &Desk<'_>, cell: &Cell) -> Option<String> {
    let head = desk.view.revision(cell)?;
    let who = names::actor(desk.view.workshop, &head.actor, desk.lang);
    let when = match head.minute {
        Some(minute) => clock::minute(minute, desk.lang),
        None => clock::recorded(head.at, desk.lang),
    };
    Some(table::written_by(&who, &when, desk.lang))
}

/// How the suggestion in a cell is confirmed, if there is one.
fn to_confirm(desk: &Desk<'_>, cell: &Cell) -> Option<String> {
    desk.view.suggested(cell)?;
    let key = desk.key(Action::ConfirmSuggestion)?;
    Some(table::to_confirm(&key, desk.lang))
}

/// What the program suggests for an empty cell.
fn suggested(desk: &Desk<'_>, cell: &Cell) -> Option<String> {
    let id = desk.view.suggested(cell)?;
    let (_, field) = cell.definition()?;
    let words = value::shown(&desk.view, field, &Value::Choice(id.into()), desk.lang);
    Some(table::suggested(&words, desk.lang))
}

/// A text to be read: what is not chosen shows its beginning; choosing it shows all.
fn read_rows(text: &str, width: u16, chosen: bool) -> Vec<&str> {
    wrap_first(text, width.into(), if chosen { usize::MAX } else { SHOWN_ROWS })
}

fn draw_label(
    desk: &Desk<'_>,
    lines: &[String],
    chosen: bool,
    area: Rect,
    skipped: usize,
    frame: &mut Frame<'_>,
) {
    let role = if chosen { Role::Focus } else { Role::Label };
    for (line, y) in lines.iter().skip(skipped).zip(area.y..area.bottom()) {
        let mark = if chosen && y == area.y { ">" } else { " " };
        put(&format!("{mark}{line}"), desk.look.style(role), row_at(area, y), frame.buffer_mut());
    }
}

fn need(desk: &Desk<'_>, cell: &Cell, field: &Field) -> &'static str {
    let wanted = field.expected != Expected::Optional && desk.view.value(cell).is_empty();
    if wanted && !desk.unsaved.contains_key(cell) { t::REQUIRED_MARK.get(desk.lang) } else { "" }
}

fn role_of(desk: &Desk<'_>, cell: &Cell, chosen: bool) -> Role {
    let value = desk.view.value(cell);
    if names_unreachable(desk, cell, &value) {
        return Role::Warning;
    }
    if desk.view.suggested(cell).is_some() {
        return Role::Muted;
    }
    match (chosen, desk.unsaved.get(cell).map(|unsaved| &unsaved.state)) {
        (_, Some(Pending::Misread(_))) => Role::Error,
        (true, _) => Role::InputFocused,
        _ => Role::Input,
    }
}

/// The same in a table, where there is room for a mark only.
pub(super) fn in_short(desk: &Desk<'_>, cell: &Cell) -> String {
    let unsaved = desk.unsaved.get(cell);
    let held = desk.view.value(cell);
    let mark = match unsaved.map(|unsaved| &unsaved.state) {
        Some(Pending::Misread(_)) => Role::Error.mark(),
        None if names_unreachable(desk, cell, &held) => Role::Warning.mark(),
        _ => "",
    };
    let text = match unsaved {
        Some(unsaved) => unsaved.text.clone(),
        None => in_words(desk, cell, &held),
    };
    let text = text.replace('\n', " ");
    if mark.is_empty() { text } else { format!("{mark} {text}") }
}

/// What a field shows: what is being typed here, else what is saved, else what is suggested.
pub(super) fn shown(desk: &Desk<'_>, cell: &Cell) -> String {
    if let Some(unsaved) = desk.unsaved.get(cell) {
        // No state by colour alone: what is not understood carries a mark.
        return match unsaved.state {
            Pending::Misread(_) => format!("{} {}", Role::Error.mark(), unsaved.text),
            _ => unsaved.text.clone(),
        };
    }
    let held = desk.view.value(cell);
    let text = in_words(desk, cell, &held);
    if names_unreachable(desk, cell, &held) {
        return format!("{text}  ({})", t::UNREACHABLE.get(desk.lang));
    }
    suggested(desk, cell).unwrap_or(text)
}

/// A value in words, a number with its unit.
fn in_words(desk: &Desk<'_>, cell: &Cell, held: &Value) -> String {
    let Some((_, field)) = cell.definition() else {
        return String::new();
    };
    let text = value::shown(&desk.view, field, held, desk.lang);
    match (held, cell.unit()) {
        (Value::Number(_), Some(unit)) => table::counted(&text, unit.get(desk.lang), desk.lang),
        _ => text,
    }
}

/// A label's lines, with room for the mark of the chosen field before them; the word "required" stays in one piece.
fn label_lines(desk: &Desk<'_>, cell: &Cell, field: &Field, width: u16) -> Vec<String> {
    let width = usize::from(width).saturating_sub(1);
    let mut lines: Vec<String> =
        wrap(field.label.get(desk.lang), width).into_iter().map(str::to_owned).collect();
    let need = need(desk, cell, field);
    match lines.last_mut() {
        Some(last) if cells_of(last) + cells_of(need) <= width => last.push_str(need),
        _ => lines.push(need.trim_start().to_owned()),
    }
    lines
}
