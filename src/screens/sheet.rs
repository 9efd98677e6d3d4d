//! A sheet as a form: fields to write in, rows to open, rows to add. Derived from the catalogue of sheets.
//!
//! The cursor is on one item. On a field that takes text there is an editor, so printable keys always type.
//! Drawing is in `sheet_view`.

use ratatui::layout::Rect;

use crate::domain::environment::words_of;
use crate::domain::event::Place;
use crate::domain::id::{RevisionId, RowId};
use crate::domain::sheet::{Cell, Expected, Field, FieldKind, Section, Shape, Value};
use crate::domain::words::Lang;
use crate::message::Action;
use crate::screens::sheet_table::Table;
use crate::screens::sheet_view::Laid;
use crate::screens::{Desk, Seat, listing};
use crate::ui::text_field::{Mode, TextField};

/// A sheet on the screen.
#[derive(Clone, Debug)]
pub struct SheetScreen {
    /// Which sheet.
    pub place: Place,
    /// The row whose form is open; `None` on the sheet itself.
    pub row: Option<RowId>,
    /// The chosen item.
    pub at: usize,
    /// First screen row shown.
    pub top: usize,
    /// The field being written, if the chosen item takes text.
    pub editor: Option<Editor>,
    /// Where the cursor was on the sheet while a row is open.
    above: usize,
    /// Whether the wheel has scrolled away from the chosen item.
    pub(super) away: bool,
    /// What the sheet is made of, as it was laid out last.
    pub(super) laid: Vec<Laid>,
    /// Its tables as they were laid out last, and for which area and language.
    pub(super) tables: Vec<Table>,
    pub(super) measured: Option<(Rect, Lang)>,
}

/// A field being written.
#[derive(Clone, Debug)]
pub struct Editor {
    /// The cell.
    pub cell: Cell,
    /// The revision the writer had before them.
    pub base: Option<RevisionId>,
    /// The text.
    pub field: TextField,
}

/// Something the cursor can be on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A field.
    Field(Cell),
    /// A row, to be opened.
    Row(&'static str, RowId),
    /// The place where a row is added.
    Add(&'static str),
}

/// What the sheet wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Stay,
    /// The chosen item changed.
    Moved,
    /// The chosen item is a field whose options are to be shown.
    PickFor(Cell),
    /// A row is to be added to this section.
    AddTo(&'static str),
    /// The sheet is to be left.
    Leave,
}

impl SheetScreen {
    /// The sheet with the cursor on its first item.
    pub fn new(place: Place, desk: &Desk<'_>) -> Self {
        let mut screen = Self {
            place,
            row: None,
            at: 0,
            top: 0,
            editor: None,
            above: 0,
            away: false,
            laid: Vec::new(),
            tables: Vec::new(),
            measured: None,
        };
        screen.settle(desk);
        screen
    }

    /// Everything the cursor can be on, in order.
    pub fn items(&self, desk: &Desk<'_>) -> Vec<Item> {
        if let Some(row) = &self.row {
            return self.row_items(desk, row);
        }
        let mut items = Vec::new();
        for section in self.place.artefact.sheet().sections {
            match section.shape {
                Shape::Form => {
                    let cell = |field: &Field| Cell::form(self.place.artefact, self.place.round, field.key);
                    items.extend(section.fields.iter().map(|field| Item::Field(cell(field))));
                }
                Shape::Rows | Shape::Given => {
                    let rows = listing::rows(desk, self.place, section.id);
                    items.extend(rows.into_iter().map(|row| Item::Row(section.id, row.id.clone())));
                    if section.shape == Shape::Rows && desk.seat != Seat::Reader {
                        items.push(Item::Add(section.id));
                    }
                }
            }
        }
        items
    }

    fn row_items(&self, desk: &Desk<'_>, row: &RowId) -> Vec<Item> {
        let Some(section) = self.section_of(desk, row) else {
            return Vec::new();
        };
        let lacks_rule = desk.view.lacks_rule(self.place, row);
        section
            .fields
            .iter()
            .filter(|field| field.expected != Expected::WithoutRule || lacks_rule)
            .map(|field| Item::Field(Cell::row(self.place.artefact, self.place.round, row, field.key)))
            .collect()
    }

    /// The section an open row is in.
    pub fn section_of(&self, desk: &Desk<'_>, row: &RowId) -> Option<&'static Section> {
        let found = desk.view.group.sheets.row(self.place, row)?;
        self.place.artefact.sheet().section(&found.section)
    }

    /// The chosen item.
    pub fn chosen(&self, desk: &Desk<'_>) -> Option<Item> {
        self.items(desk).into_iter().nth(self.at)
    }

    /// The row the cursor is on or in.
    pub fn chosen_row(&self, desk: &Desk<'_>) -> Option<RowId> {
        self.row.clone().or_else(|| match self.chosen(desk) {
            Some(Item::Row(_, row)) => Some(row),
            _ => None,
        })
    }

    /// Moves the cursor, opens, or goes back.
    pub fn act(&mut self, action: Action, desk: &Desk<'_>) -> Step {
        let items = self.items(desk);
        let last = items.len().saturating_sub(1);
        self.at = self.at.min(last);
        match action {
            Action::Next | Action::Down => self.go(desk, (self.at + 1).min(last)),
            Action::Previous | Action::Up => self.go(desk, self.at.saturating_sub(1)),
            Action::PageDown => self.go(desk, (self.at + 8).min(last)),
            Action::PageUp => self.go(desk, self.at.saturating_sub(8)),
            Action::Open => match items.get(self.at).cloned() {
                Some(Item::Row(_, row)) => self.open(&row, desk),
                Some(Item::Add(section)) => Step::AddTo(section),
                Some(Item::Field(cell)) if self.editor.is_none() => Step::PickFor(cell),
                _ => self.go(desk, (self.at + 1).min(last)),
            },
            Action::Back if self.row.is_some() => {
                let left = self.row.take();
                let items = self.items(desk);
                let is_left = |item: &Item| matches!(item, Item::Row(_, id) if Some(id) == left.as_ref());
                self.go(desk, items.iter().position(is_left).unwrap_or(self.above))
            }
            Action::Back => Step::Leave,
            _ => Step::Stay,
        }
    }

    /// Opens a row's form.
    pub fn open(&mut self, row: &RowId, desk: &Desk<'_>) -> Step {
        let here = self.items(desk).iter().position(|item| matches!(item, Item::Row(_, id) if id == row));
        self.above = here.unwrap_or(self.at);
        self.row = Some(row.clone());
        self.top = 0;
        self.go(desk, 0)
    }

    /// Puts the cursor on a cell, opening its row.
    pub fn go_to(&mut self, cell: &Cell, desk: &Desk<'_>) {
        if let Some(row) = cell.row.as_ref() {
            self.open(row, desk);
        }
        let place = self.items(desk).iter().position(|item| *item == Item::Field(cell.clone()));
        self.go(desk, place.unwrap_or(0));
    }

    /// Keeps the cursor on this item, wherever it is in the sheet now; says whether it is there.
    pub fn stay_on(&mut self, item: &Item, desk: &Desk<'_>) -> bool {
        let place = self.items(desk).iter().position(|one| one == item);
        self.at = place.unwrap_or(self.at);
        place.is_some()
    }

    /// Something was written, here or elsewhere: the tables are to be laid out anew.
    pub fn changed(&mut self) {
        self.measured = None;
    }

    /// Scrolls without moving the cursor.
    pub fn scroll(&mut self, rows: isize) {
        self.away = true;
        self.top = self.top.saturating_add_signed(rows);
    }

    /// The chosen item is to be in view again.
    pub fn come_back(&mut self) {
        self.away = false;
    }

    /// Puts the cursor on an item.
    pub fn go(&mut self, desk: &Desk<'_>, at: usize) -> Step {
        self.at = at;
        self.settle(desk);
        Step::Moved
    }

    /// Makes the editor fit the chosen item; closes a row that is gone. What is being typed is left alone.
    pub fn settle(&mut self, desk: &Desk<'_>) {
        if let Some(row) = &self.row {
            let gone = desk.view.group.sheets.row(self.place, row).is_none_or(|row| row.removed);
            if gone {
                self.row = None;
                self.at = self.above;
            }
        }
        self.at = self.at.min(self.items(desk).len().saturating_sub(1));
        let wanted = match self.chosen(desk) {
            Some(Item::Field(cell)) if desk.seat != Seat::Reader => cell,
            _ => {
                self.editor = None;
                return;
            }
        };
        let Some((_, field)) = wanted.definition().filter(|(_, field)| takes_text(field.kind)) else {
            self.editor = None;
            return;
        };
        let same = self.editor.as_ref().is_some_and(|editor| editor.cell == wanted);
        let typing = desk.unsaved.contains_key(&wanted);
        if same && typing {
            return;
        }
        let base = desk.view.revision(&wanted).map(|head| head.id.clone());
        let current = self.editor.as_ref().filter(|editor| same && editor.base == base);
        if current.is_none() {
            self.editor = Some(Editor::new(wanted, field, base, desk));
        }
    }
}

impl Editor {
    fn new(cell: Cell, field: &Field, base: Option<RevisionId>, desk: &Desk<'_>) -> Self {
        let mode = if field.kind == FieldKind::Text { Mode::Long } else { Mode::Short };
        let (base, text) = match desk.unsaved.get(&cell) {
            Some(unsaved) => (unsaved.base.clone(), unsaved.text.clone()),
            None => (base, editable(&desk.view.value(&cell), desk.lang)),
        };
        Self { cell, base, field: TextField::new(&text, mode) }
    }
}

/// Whether one types into a field of this kind, rather than picking.
pub fn takes_text(kind: FieldKind) -> bool {
    !matches!(kind, FieldKind::Choice(_) | FieldKind::Given(_) | FieldKind::Several(_))
}

/// A value as it is edited: the text as typed, numbers plain.
pub fn editable(value: &Value, lang: Lang) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Material(_) => words_of(value.clone()).get(lang).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Minute(minute) => minute.0.to_string(),
        _ => String::new(),
    }
}
