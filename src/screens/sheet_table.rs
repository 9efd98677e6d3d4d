//! The rows of a section as a table: which columns there is room for, how wide each is, and what stands in a line.
//!
//! What a line leaves out is told in full below the table (`sheet_strip`).

use ratatui::layout::Rect;

use super::Desk;
use super::sheet_field::in_short;
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Field, FieldKind, Section, Shape};
use crate::domain::words::Lang;
use crate::text::{catalog as t, table};
use crate::ui::width::{clip, width};

/// Cells of the column that says what a row still needs.
const NEEDS: usize = 4;

/// A table as it stands on the screen.
pub(super) struct Table {
    place: Place,
    section: &'static Section,
    lang: Lang,
    /// Cells of the column that says what a given row is; 0 where rows have no title.
    title: usize,
    /// Columns, each with its cells.
    pub(super) columns: Vec<(&'static Field, usize)>,
}

impl Table {
    /// The columns that fit: which ones, by importance; in the order of the sheet.
    pub(super) fn new(place: Place, section: &'static Section, lang: Lang, area: Rect) -> Self {
        let title = if section.shape == Shape::Given { usize::from(area.width / 3).clamp(20, 48) } else { 0 };
        let needs = if needs_column(place) { NEEDS + 1 } else { 0 };
        let fixed = 5 + needs + if title > 0 { title + 1 } else { 0 };
        let mut left = usize::from(area.width).saturating_sub(fixed);
        let mut columns = Vec::new();
        for field in by_importance(section) {
            let least = least_width(field.kind, lang, area);
            if left < least + 1 {
                break;
            }
            left -= least + 1;
            columns.push((field, least));
        }
        share(left, &mut columns);
        let order = |field: &Field| section.fields.iter().position(|one| one.key == field.key);
        columns.sort_by_key(|(field, _)| order(field));
        Self { place, section, lang, title, columns }
    }

    /// The heads of the columns.
    pub(super) fn heading(&self) -> String {
        let mut line = format!(" {} ", t::NUMBER.get(self.lang));
        if needs_column(self.place) {
            push(&mut line, table::NEEDS.get(self.lang), NEEDS);
        }
        if self.title > 0 {
            push(&mut line, "", self.title);
        }
        for (field, room) in &self.columns {
            let head = if needs_column(self.place) {
                table::head(field, self.lang)
            } else {
                field.label.get(self.lang)
            };
            push(&mut line, head, *room);
        }
        line
    }

    /// One row, without the mark of the cursor before it.
    pub(super) fn line(&self, desk: &Desk<'_>, row: &RowId) -> String {
        let rows = desk.view.rows(self.place, self.section.id);
        let number = rows.iter().position(|one| one.id == *row).map_or(0, |place| place + 1);
        let mut line = format!("{number:>2} ");
        if needs_column(self.place) {
            push(&mut line, &letters(desk, self.place, row), NEEDS);
        }
        if let Some(found) = desk.view.group.sheets.row(self.place, row).filter(|_| self.title > 0) {
            push(&mut line, desk.view.row_title(self.place, found).get(desk.lang), self.title);
        }
        for (field, room) in &self.columns {
            let cell = Cell::row(self.place.artefact, self.place.round, row, field.key);
            push(&mut line, &in_short(desk, &cell), *room);
        }
        line
    }

    /// Whether a line shows this much of a field: all of it.
    pub(super) fn shows_all(&self, field: &Field, text: &str) -> bool {
        let column = self.columns.iter().find(|(one, _)| one.key == field.key);
        column.is_some_and(|(_, room)| width(text) <= *room && !text.contains('\n'))
    }

    /// Whether a line shows all of a row's title.
    pub(super) fn shows_title(&self, title: &str) -> bool {
        self.title == 0 || width(title) <= self.title
    }
}

/// The response table has a column for what its rows need.
fn needs_column(place: Place) -> bool {
    place.artefact == Artefact::ResponseTable
}

/// What a row needs, a letter for each: another look, a supplement.
fn letters(desk: &Desk<'_>, place: Place, row: &RowId) -> String {
    let check = !desk.view.flags(place, row).is_empty();
    let supplement = !desk.view.missing_supplement(place, row).is_empty();
    let said = [(check, table::CHECK_LETTER), (supplement, table::SUPPLEMENT_LETTER)];
    said.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.get(desk.lang)).collect()
}

/// The fields a table shows, those first that must not be missing on a narrow screen.
fn by_importance(section: &'static Section) -> Vec<&'static Field> {
    let order: &[&str] = match section.id {
        "rows" => {
            &["time", "situation", "action", "decision-owner", "status", "action-owner", "rule", "informed"]
        }
        "axis" => &["axis-slot", "axis-task", "axis-decision-owner", "axis-action-owner", "axis-target"],
        _ => return section.fields.iter().collect(),
    };
    order.iter().filter_map(|key| section.fields.iter().find(|field| field.key == *key)).collect()
}

fn least_width(kind: FieldKind, lang: Lang, area: Rect) -> usize {
    match kind {
        FieldKind::Choice(options) => {
            let widest = options.iter().map(|option| width(option.words.get(lang))).max();
            widest.unwrap_or_default().clamp(8, 11)
        }
        // Millions with their unit.
        FieldKind::Number if lang == Lang::En => 17,
        FieldKind::Number | FieldKind::Given(_) | FieldKind::Several(_) | FieldKind::Line => 12,
        FieldKind::Minute => 13,
        FieldKind::Text if area.width < 100 => 13,
        FieldKind::Moment | FieldKind::Text => 16,
    }
}

/// What is left over goes to the texts.
fn share(left: usize, columns: &mut [(&'static Field, usize)]) {
    let texts = columns.iter().filter(|(field, _)| field.kind == FieldKind::Text).count();
    let takers = if texts > 0 { texts } else { columns.len() };
    for (field, room) in columns.iter_mut() {
        if takers > 0 && (texts == 0 || field.kind == FieldKind::Text) {
            *room += left / takers;
        }
    }
}

/// `text` in exactly `room` cells, and a space.
fn push(line: &mut String, text: &str, room: usize) {
    let shown = clip(text, room);
    let gap = room.saturating_sub(width(&shown)) + 1;
    line.push_str(&shown);
    line.extend(std::iter::repeat_n(' ', gap));
}
