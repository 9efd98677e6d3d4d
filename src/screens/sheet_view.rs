//! How a sheet looks: labels beside fields, rows as a table, the chosen item in view, the heads of a table too.
//!
//! [`SheetScreen::arrange`] belongs to update: it knows the size, lays out the editor and scrolls. Drawing changes
//! nothing.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::sheet::{Item, SheetScreen};
use super::sheet_field::{Rows, writing_size};
use super::sheet_table::Table;
use super::{Desk, listing, sheet_strip};
use crate::domain::id::RowId;
use crate::domain::sheet::{Section, Shape};
use crate::message::Action;
use crate::text::{catalog as t, gap};
use crate::ui::theme::Role;
use crate::ui::widgets::{clear, put, row_at};
use crate::ui::wrap::wrap;

/// One block of the sheet: something that is drawn together.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading of a section, or a line of words.
    Heading(String, Role),
    /// The heads of a table's columns.
    Heads(&'static str),
    /// An empty row.
    Space,
    /// An item of the sheet, by its place among the items.
    Item(usize, Item),
}

/// A block as it was laid out.
#[derive(Clone, Debug)]
pub(super) struct Laid {
    /// How many rows it takes.
    rows: usize,
    block: Block,
    /// What a field shows.
    field: Rows,
}

impl SheetScreen {
    /// Lays out all of it for this area and scrolls the chosen item into view.
    pub fn arrange(&mut self, desk: &Desk<'_>, area: Rect) {
        self.arrange_editor(area);
        self.measure(desk, area);
        let (area, _) = sheet_strip::parted(self, desk, area);
        let blocks = self.blocks(desk).into_iter();
        self.laid = blocks.map(|block| self.lay(desk, area, block)).collect();
        self.follow(area);
    }

    /// The same after nothing has changed but the field that is being written.
    pub fn arrange_field(&mut self, desk: &Desk<'_>, area: Rect) {
        self.arrange_editor(area);
        let (area, _) = sheet_strip::parted(self, desk, area);
        let chosen = |laid: &Laid| matches!(laid.block, Block::Item(place, _) if place == self.at);
        if let Some(place) = self.laid.iter().position(chosen) {
            self.laid[place] = self.lay(desk, area, self.laid[place].block.clone());
        }
        self.follow(area);
    }

    /// Lays out the tables, unless nothing has changed that they depend on.
    fn measure(&mut self, desk: &Desk<'_>, area: Rect) {
        if self.measured != Some((area, desk.lang)) {
            let (list, _) = sheet_strip::divided(area);
            let sections = self.place.artefact.sheet().sections.iter();
            let tables = sections.filter(|section| section.shape != Shape::Form);
            self.tables = tables.map(|section| Table::new(desk, self.place, section, list)).collect();
            self.measured = Some((area, desk.lang));
        }
    }

    /// The table of a section, as it was laid out last.
    pub(super) fn table(&self, section: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.section.id == section)
    }

    fn arrange_editor(&mut self, area: Rect) {
        if let Some(editor) = &mut self.editor {
            let (width, heights) = writing_size(&editor.cell, area);
            editor.field.fit(width, heights);
        }
    }

    fn follow(&mut self, area: Rect) {
        let (start, height, total) = self.extent();
        let view = usize::from(area.height);
        // The heading above the chosen item stays in view where it can, and a table's heads lie over its first row.
        if !self.away && start.saturating_sub(1) < self.top {
            self.top = start.saturating_sub(2);
        }
        if !self.away && start + height > self.top + view {
            self.top = (start + height).saturating_sub(view);
        }
        self.top = self.top.min(total.saturating_sub(view));
    }

    /// How many items there are, as it was laid out last.
    pub fn count(&self) -> usize {
        self.laid.iter().filter(|laid| matches!(laid.block, Block::Item(..))).count()
    }

    /// First row, height of the chosen item, and rows in all.
    fn extent(&self) -> (usize, usize, usize) {
        let (mut y, mut start, mut height) = (0, 0, 1);
        for laid in &self.laid {
            if matches!(laid.block, Block::Item(place, _) if place == self.at) {
                (start, height) = (y, laid.rows);
            }
            y += laid.rows;
        }
        (start, height, y)
    }

    /// Draws the sheet; gives the real cursor.
    pub fn draw(&self, desk: &Desk<'_>, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
        let (area, strip) = sheet_strip::parted(self, desk, area);
        let mut cursor = None;
        let mut y = 0;
        let mut heads = None;
        for laid in &self.laid {
            let rows = laid.rows;
            if y + rows > self.top && y < self.top + usize::from(area.height) {
                let skipped = self.top.saturating_sub(y);
                let below = u16::try_from(y.saturating_sub(self.top)).unwrap_or(0);
                let left = area.height.saturating_sub(below);
                let shown = u16::try_from(rows - skipped).unwrap_or(u16::MAX).min(left);
                let place = Rect { y: area.y + below, height: shown, ..area };
                cursor = cursor.or(self.draw_block(desk, laid, place, skipped, frame));
                heads = heads.or((y <= self.top).then(|| heads_over(&laid.block)).flatten());
            }
            y += rows;
        }
        // Whoever has scrolled into a table still sees what its columns are.
        if let Some(section) = heads.filter(|section| !desk.view.rows(self.place, section).is_empty()) {
            let role = desk.look.style(Role::Label);
            let top = row_at(area, area.y);
            clear(desk.look, top, frame.buffer_mut());
            put(&self.heads(section), role, top, frame.buffer_mut());
        }
        if let Some(strip) = strip {
            sheet_strip::draw(self, desk, strip, frame);
        }
        cursor
    }

    /// Puts the cursor on what was clicked.
    pub fn click(&mut self, desk: &Desk<'_>, area: Rect, at: Position) {
        let (area, _) = sheet_strip::parted(self, desk, area);
        if !area.contains(at) {
            return;
        }
        let wanted = self.top + usize::from(at.y.saturating_sub(area.y));
        let mut y = 0;
        for Laid { rows, block, .. } in self.laid.clone() {
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

    fn blocks(&self, desk: &Desk<'_>) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(row) = &self.row {
            return self.row_blocks(desk, row);
        }
        let only = self.place.artefact.sheet().sections.len() == 1;
        let mut last: Option<&str> = None;
        let mut part = None;
        for (place, item) in self.items(desk).into_iter().enumerate() {
            let section = section_of(self, &item);
            if let Some(section) = section.filter(|section| last != Some(section.id)) {
                if last.is_some() {
                    blocks.push(Block::Space);
                }
                // The only section of a sheet needs no title beside the sheet's own.
                if !only {
                    blocks.push(Block::Heading(section.title.get(desk.lang).to_owned(), Role::Title));
                }
                if section.shape != Shape::Form && matches!(item, Item::Row(..)) {
                    blocks.push(Block::Heads(section.id));
                }
                blocks.extend(self.nothing_shown(desk));
                last = Some(section.id);
            }
            let group = group_of(desk, &item);
            if group.is_some() && group != part {
                blocks.extend(group.clone().map(|title| Block::Heading(title, Role::Label)));
                part = group;
            }
            blocks.push(Block::Item(place, item));
        }
        if blocks.is_empty() {
            blocks.extend(self.nothing_shown(desk));
        }
        blocks
    }

    /// An open row: its title, its fields, the supplement under a heading of its own.
    fn row_blocks(&self, desk: &Desk<'_>, row: &RowId) -> Vec<Block> {
        let title = self.row_heading(desk, row);
        let mut blocks: Vec<Block> =
            title.into_iter().map(|line| Block::Heading(line, Role::Title)).collect();
        let mut last = None;
        for (place, item) in self.items(desk).into_iter().enumerate() {
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
        blocks
    }

    /// Said where a filter lets no row through.
    fn nothing_shown(&self, desk: &Desk<'_>) -> Vec<Block> {
        let key = desk.key(Action::FilterRows).unwrap_or_default();
        let text = listing::nothing(desk, self.place, &key).unwrap_or_default();
        let lines = wrap(&text, 70).into_iter().filter(|line| !line.is_empty());
        lines.map(|line| Block::Heading(format!(" {line}"), Role::Warning)).collect()
    }

    fn heads(&self, section: &str) -> String {
        self.table(section).map(Table::heading).unwrap_or_default()
    }

    fn row_heading(&self, desk: &Desk<'_>, row: &RowId) -> Vec<String> {
        let sheets = &desk.view.group.sheets;
        let Some(found) = sheets.row(self.place, row) else {
            return Vec::new();
        };
        let rows = desk.view.rows(self.place, &found.section);
        let number = rows.iter().position(|one| one.id == *row).map_or(0, |place| place + 1);
        let title = desk.view.row_title(self.place, found);
        let sections = self.place.artefact.sheet().sections;
        // Of several tables, it says of which.
        let table = sections.iter().find(|section| sections.len() > 1 && section.id == found.section);
        let table = table.map_or(String::new(), |section| format!("{} ", section.title.get(desk.lang)));
        let mut lines = vec![format!("{table}{number}. {}", title.get(desk.lang).replace('\n', " "))];
        let flags = desk.view.flags(self.place, row);
        lines.extend(flags.iter().map(|flag| format!("! {}", gap::flag(&desk.view, flag, desk.lang))));
        lines
    }

    fn lay(&self, desk: &Desk<'_>, area: Rect, block: Block) -> Laid {
        let (rows, field) = match &block {
            Block::Item(place, Item::Field(cell)) => self.field_rows(desk, area, cell, *place == self.at),
            Block::Item(_, Item::Row(section, row)) => {
                let rows = self.table(section).map_or(1, |table| table.height(desk, row));
                (rows, Rows::default())
            }
            _ => (1, Rows::default()),
        };
        Laid { rows, block, field }
    }

    fn draw_block(
        &self,
        desk: &Desk<'_>,
        laid: &Laid,
        area: Rect,
        skipped: usize,
        frame: &mut Frame<'_>,
    ) -> Option<Position> {
        match &laid.block {
            Block::Space => None,
            Block::Heading(text, role) => {
                put(text, desk.look.style(*role), row_at(area, area.y), frame.buffer_mut());
                None
            }
            Block::Heads(section) => {
                let text = self.heads(section);
                put(&text, desk.look.style(Role::Label), row_at(area, area.y), frame.buffer_mut());
                None
            }
            Block::Item(place, Item::Field(cell)) => {
                self.draw_field(desk, (cell, &laid.field), *place == self.at, area, skipped, frame)
            }
            Block::Item(place, Item::Row(section, row)) => {
                let (mark, role) = self.mark_of(desk, row, *place == self.at);
                let lines = self.table(section).map(|table| table.lines(desk, row)).unwrap_or_default();
                for ((at, line), y) in lines.iter().enumerate().skip(skipped).zip(area.y..area.bottom()) {
                    let mark = if at == 0 { mark } else { "" };
                    let line = format!("{mark}{line}");
                    put(&line, desk.look.style(role), row_at(area, y), frame.buffer_mut());
                }
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

    /// What stands before a row of a table, and how the row looks.
    fn mark_of(&self, desk: &Desk<'_>, row: &RowId, chosen: bool) -> (&'static str, Role) {
        match (chosen, !desk.view.flags(self.place, row).is_empty()) {
            (true, _) => (">", Role::Selection),
            (false, true) => ("!", Role::Warning),
            (false, false) => (" ", Role::Text),
        }
    }
}

/// The table whose heads are wanted above a block at the top of the view.
fn heads_over(block: &Block) -> Option<&'static str> {
    match block {
        Block::Item(_, Item::Row(section, _) | Item::Add(section)) => Some(section),
        _ => None,
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
