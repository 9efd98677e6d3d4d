//! The rows of a section as a table: which columns there is room for, how wide each is, and what stands in a row.
//!
//! Which columns there are depends on the screen alone, so that none goes while one writes. How wide they are depends
//! on what they hold: none takes more than its longest text, as long as another is short of room. Where the whole table
//! has room on the screen, its rows are wrapped. What a row leaves out is told in full below the table (`sheet_strip`).

use ratatui::layout::Rect;

use super::Desk;
use super::sheet_field::in_short;
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Field, FieldKind, Section, Shape};
use crate::domain::words::Lang;
use crate::domain::workshop::Row;
use crate::text::{catalog as t, table};
use crate::ui::width::{clip, width};
use crate::ui::wrap::{rows, wrap_clipped};

/// Cells of the column that says what a row still needs.
const NEEDS: usize = 4;

/// A table as it stands on the screen.
#[derive(Clone, Debug)]
pub(super) struct Table {
    place: Place,
    /// The section whose rows it shows.
    pub(super) section: &'static Section,
    lang: Lang,
    columns: Vec<Column>,
    /// Rows of the screen that one of its rows takes at most.
    most: usize,
}

/// A column, with the cells it has.
#[derive(Clone, Debug)]
struct Column {
    /// What stands in it; `None` for what a given row is.
    field: Option<&'static Field>,
    room: usize,
}

impl Table {
    /// The columns that fit, by importance and in the order of the sheet, and the room of each.
    pub(super) fn new(desk: &Desk<'_>, place: Place, section: &'static Section, area: Rect) -> Self {
        let mut table = Self { place, section, lang: desk.lang, columns: Vec::new(), most: 1 };
        let mut left = usize::from(area.width).saturating_sub(table.before());
        for field in by_importance(section) {
            let room = least_width(section, field, desk.lang, area);
            if left < room + 1 {
                break;
            }
            left -= room + 1;
            table.columns.push(Column { field, room });
        }
        let order = |field: &Field| section.fields.iter().position(|one| one.key == field.key);
        table.columns.sort_by_key(|column| column.field.and_then(order));
        let shown = desk.view.rows(place, section.id);
        let texts: Vec<Vec<String>> = shown.iter().map(|row| table.texts(desk, row).collect()).collect();
        table.share(left, &texts, usize::from(area.width / 3));
        table.most = table.most_rows(&texts, area);
        table
    }

    /// What is left goes where a text is short of room: up to `called` first to what a row is called, then evenly.
    /// What is left then goes to the long texts.
    fn share(&mut self, mut left: usize, texts: &[Vec<String>], called: usize) {
        let wanted = |(at, column): (usize, &Column)| {
            let longest = texts.iter().map(|row| width(&row[at])).max().unwrap_or_default();
            // What nobody has written yet, or may pick, keeps its place.
            let picked = column.field.is_some_and(|field| matches!(field.kind, FieldKind::Choice(_)));
            let kept = if picked || longest == 0 { column.room } else { 0 };
            width(self.head(column)).max(longest).max(kept)
        };
        let wanted: Vec<usize> = self.columns.iter().enumerate().map(wanted).collect();
        for (column, wanted) in self.columns.iter_mut().zip(&wanted) {
            left += column.room.saturating_sub(*wanted);
            column.room = column.room.min(*wanted);
        }
        for (column, wanted) in self.columns.iter_mut().zip(&wanted).take(1) {
            if column.field.is_none_or(|field| is_name(self.section, field)) {
                let more = wanted.min(&called).saturating_sub(column.room).min(left);
                column.room += more;
                left -= more;
            }
        }
        let mut short: Vec<usize> = (0..self.columns.len()).collect();
        short.sort_by_key(|at| wanted[*at] - self.columns[*at].room);
        for (done, at) in short.iter().enumerate() {
            let more = (wanted[*at] - self.columns[*at].room).min(left / (short.len() - done));
            self.columns[*at].room += more;
            left -= more;
        }
        let text = |column: &Column| column.field.is_some_and(|field| field.kind == FieldKind::Text);
        let texts = self.columns.iter().filter(|column| text(column)).count();
        let takers = if texts > 0 { texts } else { self.columns.len() };
        for column in self.columns.iter_mut().filter(|column| texts == 0 || text(column)) {
            column.room += left / takers;
        }
    }

    /// The most rows of the screen that each row may take so that the table still has room on it.
    fn most_rows(&self, texts: &[Vec<String>], area: Rect) -> usize {
        // Above it a title and its heads, below it the place to add to it.
        let titled = self.place.artefact.sheet().sections.len() > 1;
        let around = 1 + usize::from(titled) + usize::from(self.section.shape == Shape::Rows);
        let room = usize::from(area.height).saturating_sub(around);
        if texts.len() >= room {
            return 1;
        }
        let height = |row: &Vec<String>| {
            let cells = row.iter().zip(&self.columns);
            cells.map(|(text, column)| rows(text, column.room).len()).max().unwrap_or(1)
        };
        let heights: Vec<usize> = texts.iter().map(height).collect();
        let taken = |most: usize| heights.iter().map(|height| most.min(*height)).sum::<usize>();
        let highest = heights.iter().copied().max().unwrap_or(1);
        (1..=highest).rev().find(|most| taken(*most) <= room).unwrap_or(1)
    }

    /// Cells before the first column: the mark of the cursor, the number, what a row needs.
    fn before(&self) -> usize {
        4 + if needs_column(self.place) { NEEDS + 1 } else { 0 }
    }

    fn head(&self, column: &Column) -> &'static str {
        match column.field {
            Some(field) if needs_column(self.place) => table::head(field, self.lang),
            Some(field) => field.label.get(self.lang),
            None => "",
        }
    }

    /// What stands in a column of a row.
    fn text(&self, desk: &Desk<'_>, row: &Row, column: &Column) -> String {
        match column.field {
            Some(field) => {
                let cell = Cell::row(self.place.artefact, self.place.round, &row.id, field.key);
                in_short(desk, &cell)
            }
            None => desk.view.row_title(self.place, row).get(desk.lang).replace('\n', " "),
        }
    }

    fn texts<'a>(&'a self, desk: &'a Desk<'_>, row: &'a Row) -> impl Iterator<Item = String> + 'a {
        self.columns.iter().map(move |column| self.text(desk, row, column))
    }

    /// The heads of the columns.
    pub(super) fn heading(&self) -> String {
        let mut line = format!(" {} ", t::NUMBER.get(self.lang));
        if needs_column(self.place) {
            push(&mut line, table::NEEDS.get(self.lang), NEEDS);
        }
        for column in &self.columns {
            push(&mut line, &clip(self.head(column), column.room), column.room);
        }
        line
    }

    /// One row as rows of the screen, the first without the mark of the cursor before it.
    pub(super) fn lines(&self, desk: &Desk<'_>, row: &RowId) -> Vec<String> {
        let rows = desk.view.rows(self.place, self.section.id);
        let Some(number) = rows.iter().position(|one| one.id == *row) else {
            return Vec::new();
        };
        let mut first = format!("{:>2} ", number + 1);
        if needs_column(self.place) {
            push(&mut first, &letters(desk, self.place, row), NEEDS);
        }
        let texts = self.texts(desk, rows[number]).zip(&self.columns);
        if self.most == 1 {
            texts.for_each(|(text, column)| push(&mut first, &clip(&text, column.room), column.room));
            return vec![first];
        }
        let cells: Vec<Vec<String>> =
            texts.map(|(text, column)| wrap_clipped(&text, column.room, self.most)).collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(1);
        let mut lines = vec![" ".repeat(self.before()); height];
        lines[0] = first;
        for (at, line) in lines.iter_mut().enumerate() {
            for (cell, column) in cells.iter().zip(&self.columns) {
                push(line, cell.get(at).map_or("", String::as_str), column.room);
            }
        }
        lines
    }

    /// Rows of the screen that a row takes.
    pub(super) fn height(&self, desk: &Desk<'_>, row: &RowId) -> usize {
        if self.most == 1 { 1 } else { self.lines(desk, row).len() }
    }

    /// Whether a row shows this much of a field: all of it.
    pub(super) fn shows_all(&self, field: &Field, text: &str) -> bool {
        let column = self.columns.iter().find(|column| column.field.is_some_and(|one| one.key == field.key));
        column.is_some_and(|column| self.has_room(column, text))
    }

    /// Whether a row shows all of its title.
    pub(super) fn shows_title(&self, title: &str) -> bool {
        self.columns.iter().all(|column| column.field.is_some() || self.has_room(column, title))
    }

    fn has_room(&self, column: &Column, text: &str) -> bool {
        !text.contains('\n') && rows(text, column.room).len() <= self.most
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

/// What a table shows, that first that must not be missing on a narrow screen: what a given row is, then its fields.
fn by_importance(section: &'static Section) -> Vec<Option<&'static Field>> {
    let order: &[&str] = match section.id {
        "rows" => {
            &["time", "situation", "action", "decision-owner", "status", "action-owner", "rule", "informed"]
        }
        "axis" => &["axis-slot", "axis-task", "axis-decision-owner", "axis-action-owner", "axis-target"],
        _ => {
            let title = (section.shape == Shape::Given).then_some(None);
            return title.into_iter().chain(section.fields.iter().map(Some)).collect();
        }
    };
    order.iter().map(|key| section.fields.iter().find(|field| field.key == *key)).collect()
}

/// Whether a field is what a row is called.
fn is_name(section: &Section, field: &Field) -> bool {
    field.kind == FieldKind::Line && section.fields[0].key == field.key
}

/// The cells that a column asks for, whatever it holds.
fn least_width(section: &Section, field: Option<&Field>, lang: Lang, area: Rect) -> usize {
    let Some(field) = field else {
        return usize::from(area.width / 3).clamp(20, 48);
    };
    let narrow = area.width < 100;
    match field.kind {
        FieldKind::Choice(options) => {
            let widest = options.iter().map(|option| width(option.words.get(lang))).max();
            widest.unwrap_or_default().clamp(8, 11)
        }
        // Millions with their unit.
        FieldKind::Number if lang == Lang::En => 17,
        FieldKind::Line if !narrow && is_name(section, field) => 20,
        FieldKind::Number | FieldKind::Given(_) | FieldKind::Several(_) | FieldKind::Line => 12,
        FieldKind::Minute => 13,
        FieldKind::Text if narrow => 13,
        FieldKind::Text => 20,
        FieldKind::Moment => 16,
    }
}

/// `text`, which has room in `room` cells, in exactly these, and a space.
fn push(line: &mut String, text: &str, room: usize) {
    let gap = room.saturating_sub(width(text)) + 1;
    line.push_str(text);
    line.extend(std::iter::repeat_n(' ', gap));
}
