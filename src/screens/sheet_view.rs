//! How a sheet looks: labels beside fields, rows as a table, the chosen item in view.
//!
//! [`SheetScreen::arrange`] belongs to update: it knows the size, lays out the editor and scrolls. Drawing changes
//! nothing.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::reference::names_unreachable;
use super::sheet::{Item, SheetScreen};
use super::sheet_table::{padded, table_columns, table_heading, title_width};
use super::{Desk, Pending, Seat};
use crate::domain::id::RowId;
use crate::domain::sheet::{Cell, Expected, Field, FieldKind, Section, Shape};
use crate::text::{catalog as t, gap, refusal, value};
use crate::ui::theme::Role;
use crate::ui::widgets::{put, row_at};
use crate::ui::width::cells;
use crate::ui::wrap::wrap;

/// Rows a long field takes at least while one writes in it.
const WRITING_ROWS: usize = 3;

/// Rows a long text shows while one is elsewhere.
const SHOWN_ROWS: usize = 6;

/// One block of the sheet: something that is drawn together.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading of a section, or of a table's columns.
    Heading(String, Role),
    /// An empty row.
    Space,
    /// An item of the sheet, by its place among the items.
    Item(usize, Item),
}

impl SheetScreen {
    /// Lays out the editor for this area and scrolls the chosen item into view.
    pub fn arrange(&mut self, desk: &Desk<'_>, area: Rect) {
        let columns = Columns::of(area);
        if let Some(editor) = &mut self.editor {
            let rows = usize::from(editor.field.rows_at(columns.value)).clamp(1, writing_rows(area));
            let long = matches!(editor.cell.definition(), Some((_, field)) if field.kind == FieldKind::Text);
            let rows = if long { rows.max(WRITING_ROWS) } else { rows };
            editor.field.layout(columns.value, u16::try_from(rows).unwrap_or(1));
        }
        let blocks = self.blocks(desk, area).into_iter();
        self.laid = blocks.map(|block| (self.height(desk, area, &block), block)).collect();
        let (start, height, total) = self.extent();
        let view = usize::from(area.height);
        // The heading above the chosen item stays in view where it can.
        if !self.away && start.saturating_sub(1) < self.top {
            self.top = start.saturating_sub(2);
        }
        if !self.away && start + height > self.top + view {
            self.top = (start + height).saturating_sub(view);
        }
        self.top = self.top.min(total.saturating_sub(view));
    }

    /// First row, height of the chosen item, and rows in all.
    fn extent(&self) -> (usize, usize, usize) {
        let (mut y, mut start, mut height) = (0, 0, 1);
        for &(rows, ref block) in &self.laid {
            if matches!(block, Block::Item(place, _) if *place == self.at) {
                (start, height) = (y, rows);
            }
            y += rows;
        }
        (start, height, y)
    }

    /// Draws the sheet; gives the real cursor.
    pub fn draw(&self, desk: &Desk<'_>, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
        let mut cursor = None;
        let mut y = 0;
        for &(rows, ref block) in &self.laid {
            if y + rows > self.top && y < self.top + usize::from(area.height) {
                let skipped = self.top.saturating_sub(y);
                let below = u16::try_from(y.saturating_sub(self.top)).unwrap_or(0);
                let left = area.height.saturating_sub(below);
                let shown = u16::try_from(rows - skipped).unwrap_or(u16::MAX).min(left);
                let place = Rect { y: area.y + below, height: shown, ..area };
                cursor = cursor.or(self.draw_block(desk, block, place, skipped, frame));
            }
            y += rows;
        }
        cursor
    }

    /// Puts the cursor on what was clicked.
    pub fn click(&mut self, desk: &Desk<'_>, area: Rect, at: Position) {
        let wanted = self.top + usize::from(at.y.saturating_sub(area.y));
        let mut y = 0;
        for (rows, block) in self.laid.clone() {
            if let Block::Item(place, item) = &block
                && (y..y + rows).contains(&wanted)
            {
                match item {
                    Item::Row(_, row) if *place == self.at => self.open(row, desk),
                    _ => self.go(desk, *place),
                };
                return;
            }
            y += rows;
        }
    }

    fn blocks(&self, desk: &Desk<'_>, area: Rect) -> Vec<Block> {
        let mut blocks = Vec::new();
        let items = self.items(desk).into_iter().enumerate();
        if let Some(row) = &self.row {
            let title = self.row_heading(desk, row);
            blocks.extend(title.into_iter().map(|line| Block::Heading(line, Role::Title)));
            let mut last = None;
            for (place, item) in items {
                let supplement = matches!(&item, Item::Field(cell) if cell.field.starts_with("no-rule"));
                if supplement && last == Some(false) {
                    blocks.push(Block::Heading(t::NO_RULE.get(desk.lang).to_owned(), Role::Label));
                }
                if !supplement && last == Some(true) {
                    blocks.push(Block::Space);
                }
                last = Some(supplement);
                blocks.push(Block::Item(place, item));
            }
            return blocks;
        }
        let mut last: Option<&str> = None;
        let mut part = None;
        for (place, item) in items {
            let section = section_of(self, &item);
            if let Some(section) = section.filter(|section| last != Some(section.id)) {
                if last.is_some() {
                    blocks.push(Block::Space);
                }
                blocks.push(Block::Heading(section.title.get(desk.lang).to_owned(), Role::Title));
                if section.shape != Shape::Form && matches!(item, Item::Row(..)) {
                    blocks.push(Block::Heading(table_heading(section, desk, area), Role::Label));
                }
                last = Some(section.id);
            }
            let group = group_of(desk, &item);
            if group.is_some() && group != part {
                blocks.extend(group.clone().map(|title| Block::Heading(title, Role::Label)));
                part = group;
            }
            blocks.push(Block::Item(place, item));
        }
        blocks
    }

    fn row_heading(&self, desk: &Desk<'_>, row: &RowId) -> Vec<String> {
        let sheets = &desk.view.group.sheets;
        let Some(found) = sheets.row(self.place, row) else {
            return Vec::new();
        };
        let rows = desk.view.rows(self.place, &found.section);
        let number = rows.iter().position(|one| one.id == *row).map_or(0, |place| place + 1);
        let title = desk.view.row_title(self.place, found);
        let mut lines = vec![format!("{number}. {}", title.get(desk.lang).replace('\n', " "))];
        let flags = desk.view.flags(self.place, row);
        lines.extend(flags.iter().map(|flag| format!("! {}", gap::flag(&desk.view, flag, desk.lang))));
        lines
    }

    fn height(&self, desk: &Desk<'_>, area: Rect, block: &Block) -> usize {
        let Block::Item(place, Item::Field(cell)) = block else {
            return 1;
        };
        let columns = Columns::of(area);
        let chosen = *place == self.at;
        let notes = if chosen { self.notes(desk, cell, columns.value).len() } else { 0 };
        let rows = if let Some(editor) = self.editor_on(cell, chosen) {
            editor.field.view().1.clamp(1, writing_rows(area))
        } else {
            // What is not chosen shows its beginning; choosing it shows all.
            let most = if chosen { usize::MAX } else { SHOWN_ROWS };
            wrap(&shown(desk, cell), usize::from(columns.value)).len().min(most)
        };
        let label = cell
            .definition()
            .map_or(1, |(_, field)| label_lines(&label_of(desk, cell, field), columns.label).len());
        (rows + notes).max(label)
    }

    /// The editor, if it is on this cell.
    fn editor_on(&self, cell: &Cell, chosen: bool) -> Option<&super::sheet::Editor> {
        self.editor.as_ref().filter(|editor| chosen && editor.cell == *cell)
    }

    fn draw_block(
        &self,
        desk: &Desk<'_>,
        block: &Block,
        area: Rect,
        skipped: usize,
        frame: &mut Frame<'_>,
    ) -> Option<Position> {
        match block {
            Block::Space => None,
            Block::Heading(text, role) => {
                put(text, desk.look.style(*role), row_at(area, area.y), frame.buffer_mut());
                None
            }
            Block::Item(place, Item::Field(cell)) => {
                self.draw_field(desk, cell, *place == self.at, area, skipped, frame)
            }
            Block::Item(place, Item::Row(section, row)) => {
                let chosen = *place == self.at;
                let text = self.row_line(desk, section, row, area);
                let flagged = !desk.view.flags(self.place, row).is_empty();
                let role = match (chosen, flagged) {
                    (true, _) => Role::Selection,
                    (false, true) => Role::Warning,
                    _ => Role::Text,
                };
                let mark = if chosen {
                    ">"
                } else if flagged {
                    "!"
                } else {
                    " "
                };
                let line = &format!("{mark}{text}");
                put(line, desk.look.style(role), row_at(area, area.y), frame.buffer_mut());
                None
            }
            Block::Item(place, Item::Add(section)) => {
                let chosen = *place == self.at;
                let title = self.place.artefact.sheet().section(section).map(|one| one.title.get(desk.lang));
                let mut text = t::add_to(title.unwrap_or_default(), desk.lang);
                if chosen {
                    // An empty table says what to do.
                    text.push_str("  (Enter)");
                }
                let mark = if chosen { ">" } else { " " };
                let role = if chosen { Role::Selection } else { Role::Muted };
                let line = &format!("{mark} + {text}");
                put(line, desk.look.style(role), row_at(area, area.y), frame.buffer_mut());
                None
            }
        }
    }

    fn draw_field(
        &self,
        desk: &Desk<'_>,
        cell: &Cell,
        chosen: bool,
        area: Rect,
        skipped: usize,
        frame: &mut Frame<'_>,
    ) -> Option<Position> {
        let (_, field) = cell.definition()?;
        let columns = Columns::of(area);
        let role = if chosen { Role::Focus } else { Role::Label };
        let label = label_of(desk, cell, field);
        let lines = label_lines(&label, columns.label);
        for (line, y) in lines.iter().skip(skipped).zip(area.y..area.bottom()) {
            let mark = if chosen && y == area.y { ">" } else { " " };
            put(&format!("{mark}{line}"), desk.look.style(role), row_at(area, y), frame.buffer_mut());
        }
        let inside = Rect { x: area.x + columns.label + 1, width: columns.value, ..area };
        let mut y = inside.y;
        let mut cursor = None;
        if let Some(editor) = self.editor_on(cell, chosen) {
            let notes = self.notes(desk, cell, columns.value).len();
            let most = inside.height.saturating_sub(cells(notes)).max(1).min(inside.height);
            let rows = cells(editor.field.view().1.max(1)).min(most);
            let place = Rect { height: rows, ..inside };
            editor.field.draw(place, frame.buffer_mut(), desk.look.theme, true);
            cursor = editor.field.cursor(place);
            y += rows;
        } else {
            let role = role_of(desk, cell, chosen);
            let most = if chosen { usize::MAX } else { SHOWN_ROWS };
            for line in wrap(&shown(desk, cell), usize::from(columns.value)).iter().take(most).skip(skipped) {
                if y < inside.bottom() {
                    put(line, desk.look.style(role), row_at(inside, y), frame.buffer_mut());
                    y += 1;
                }
            }
        }
        if chosen {
            for (text, role) in self.notes(desk, cell, columns.value) {
                if y < inside.bottom() {
                    put(&text, desk.look.style(role), row_at(inside, y), frame.buffer_mut());
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

    /// What stands under the chosen field: what is wrong, who else wrote, what to write.
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
        let picks = self.editor.as_ref().is_none_or(|editor| editor.cell != *cell);
        if picks && desk.seat != Seat::Reader {
            notes.push((t::ENTER_TO_PICK.get(lang).to_owned(), Role::Muted));
        }
        if field.seen_by == crate::domain::sheet::SeenBy::Inside {
            notes.push((t::NOT_FOR_THE_PRESS.get(lang).to_owned(), Role::Private));
        }
        let wrapped = |(text, role): (String, Role)| {
            let lines: Vec<String> = wrap(&text, usize::from(room)).into_iter().map(str::to_owned).collect();
            lines.into_iter().map(move |line| (line, role))
        };
        notes.into_iter().flat_map(wrapped).collect()
    }

    fn row_line(&self, desk: &Desk<'_>, section: &str, row: &RowId, area: Rect) -> String {
        let Some(section) = self.place.artefact.sheet().section(section) else {
            return String::new();
        };
        let rows = desk.view.rows(self.place, section.id);
        let number = rows.iter().position(|one| one.id == *row).map_or(0, |place| place + 1);
        let mut line = format!("{number:>2} ");
        if section.shape == Shape::Given
            && let Some(found) = desk.view.group.sheets.row(self.place, row)
        {
            line.push_str(&padded(desk.view.row_title(self.place, found).get(desk.lang), title_width(area)));
            line.push(' ');
        }
        for (field, room) in table_columns(section, area) {
            let cell = Cell::row(self.place.artefact, self.place.round, row, field.key);
            line.push_str(&padded(&in_short(desk, &cell), room));
            line.push(' ');
        }
        line
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
    match (chosen, desk.unsaved.get(cell).map(|unsaved| &unsaved.state)) {
        (_, Some(Pending::Misread(_))) => Role::Error,
        (true, _) => Role::InputFocused,
        _ => Role::Input,
    }
}

/// The same in a table, where there is room for a mark only.
fn in_short(desk: &Desk<'_>, cell: &Cell) -> String {
    let unsaved = desk.unsaved.get(cell);
    let held = desk.view.value(cell);
    let mark = match unsaved.map(|unsaved| &unsaved.state) {
        Some(Pending::Misread(_)) => Role::Error.mark(),
        None if names_unreachable(desk, cell, &held) => Role::Warning.mark(),
        _ => "",
    };
    let text = match (unsaved, cell.definition()) {
        (Some(unsaved), _) => unsaved.text.clone(),
        (None, Some((_, field))) => value::shown(&desk.view, field, &held, desk.lang),
        (None, None) => String::new(),
    };
    let text = text.replace('\n', " ");
    if mark.is_empty() { text } else { format!("{mark} {text}") }
}

/// What a field shows: what is being typed here, else what is saved.
fn shown(desk: &Desk<'_>, cell: &Cell) -> String {
    if let Some(unsaved) = desk.unsaved.get(cell) {
        // No state by colour alone: what is not understood carries a mark.
        return match unsaved.state {
            Pending::Misread(_) => format!("{} {}", Role::Error.mark(), unsaved.text),
            _ => unsaved.text.clone(),
        };
    }
    let Some((_, field)) = cell.definition() else {
        return String::new();
    };
    let held = desk.view.value(cell);
    let text = value::shown(&desk.view, field, &held, desk.lang);
    if names_unreachable(desk, cell, &held) {
        return format!("{text}  ({})", t::UNREACHABLE.get(desk.lang));
    }
    text
}

fn label_of(desk: &Desk<'_>, cell: &Cell, field: &Field) -> String {
    format!("{}{}", field.label.get(desk.lang), need(desk, cell, field))
}

/// A label's lines, with room for the mark of the chosen field before them.
fn label_lines(label: &str, width: u16) -> Vec<&str> {
    wrap(label, usize::from(width).saturating_sub(1))
}

/// Widths of the label and value columns.
struct Columns {
    label: u16,
    value: u16,
}

impl Columns {
    fn of(area: Rect) -> Self {
        let label = (area.width / 3).clamp(20, 28);
        Self { label, value: area.width.saturating_sub(label + 2) }
    }
}

fn section_of(screen: &SheetScreen, item: &Item) -> Option<&'static Section> {
    let sheet = screen.place.artefact.sheet();
    match item {
        Item::Field(cell) => cell.definition().map(|(section, _)| section),
        Item::Row(section, _) | Item::Add(section) => sheet.section(section),
    }
}

/// The part of the fact sheet a row belongs to: client PCs, network, …
fn group_of(desk: &Desk<'_>, item: &Item) -> Option<String> {
    let Item::Row("facts", row) = item else {
        return None;
    };
    let sections = &desk.view.workshop.fact_sheet()?.sections;
    let mut holding =
        sections.iter().filter(|section| section.rows.iter().any(|one| one.id == *row.as_str()));
    holding.next().map(|section| format!("[{}]", section.title.get(desk.lang)))
}

/// Rows of a field that is being written, at most: its label and what stands under it stay in view.
fn writing_rows(area: Rect) -> usize {
    usize::from(area.height).saturating_sub(4).max(WRITING_ROWS)
}
