//! The field people type in, by keyboard or through an input method.
//!
//! Moves and erases by grapheme, takes back by bursts, wraps with kinsoku, and always knows the real cell of its
//! cursor, where the terminal shows what is being composed. Text is kept as typed. The field draws no frame or label
//! (`widgets::field_frame`) and saves nothing.
//!
//! Sizes come in through [`TextField::layout`] before drawing, so that drawing changes nothing.

mod buffer;
mod entry;
mod keys;
mod layout;
mod moves;

pub use entry::{CAPACITY, Entry, Overflow};
pub use keys::EditKey;

use super::paint::paint;
use super::theme::{Role, Theme};
use super::width::cells;
use buffer::{Burst, Spot, TextBuffer};
use layout::{Layout, Place};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::RangeInclusive;

/// How much one is expected to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Enter makes a new line.
    #[default]
    Long,
    /// One line: Enter is left to the form, newlines that are pasted become spaces. Still wraps where it is given
    /// several rows, so that all of it can be seen.
    Short,
}

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// The text is another.
    Changed,
    /// Only the cursor moved.
    Moved,
    /// Nothing: there was nowhere to go, or the key means nothing here. The form may use it.
    Nothing,
}

/// A field with its text, cursor, undo history and view.
#[derive(Clone, Debug)]
pub struct TextField {
    mode: Mode,
    buffer: TextBuffer,
    layout: Layout,
    /// Text at the last [`TextField::mark_saved`].
    saved: String,
    /// Column the cursor came from when it began to move by rows.
    goal: Option<usize>,
}

impl TextField {
    /// A field holding `text`, the cursor at its end. `text` counts as saved.
    ///
    /// More than [`CAPACITY`] is shown whole, but takes nothing in; more than three times as much cannot be edited.
    pub fn new(text: &str, mode: Mode) -> Self {
        let buffer = TextBuffer::new(text);
        let layout = Layout::new(buffer.lines());
        Self { mode, buffer, layout, saved: text.to_owned(), goal: None }
    }

    /// How much one is expected to write.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The text as typed.
    pub fn text(&self) -> String {
        self.buffer.text()
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.buffer.chars() == 0
    }

    /// Characters in it, newlines included; at most [`CAPACITY`].
    pub fn chars(&self) -> usize {
        self.buffer.chars()
    }

    /// Whether the text differs from what was saved last.
    pub fn is_modified(&self) -> bool {
        !self.buffer.lines().iter().map(String::as_str).eq(self.saved.split('\n'))
    }

    /// What it holds now is saved.
    pub fn mark_saved(&mut self) {
        self.saved = self.buffer.text();
    }

    /// Puts in what was typed: one key or a whole burst, one step of undo together with what was typed just before.
    pub fn insert(&mut self, text: &str) -> Entry {
        self.put(text, Burst::Typing)
    }

    /// Puts in what was pasted, as a step of undo of its own.
    pub fn paste(&mut self, text: &str) -> Entry {
        self.put(text, Burst::Single)
    }

    /// Ends a burst: what is typed next is another step of undo. Called when typing rests.
    pub fn break_undo(&mut self) {
        self.buffer.break_burst();
    }

    /// Does `key`.
    pub fn edit(&mut self, key: EditKey) -> Edited {
        let from = self.buffer.cursor();
        if !matches!(key, EditKey::Up | EditKey::Down | EditKey::PageUp | EditKey::PageDown) {
            self.goal = None;
        }
        let page = isize::try_from(self.layout.height().saturating_sub(1).max(1)).unwrap_or(isize::MAX);
        match key {
            EditKey::Left => self.go(moves::left(&self.buffer, &self.layout, from)),
            EditKey::Right => self.go(moves::right(&self.buffer, from)),
            EditKey::WordLeft => self.go(moves::run_left(&self.buffer, &self.layout, from)),
            EditKey::WordRight => self.go(moves::run_right(&self.buffer, &self.layout, from)),
            EditKey::LineStart => self.go(Some(Spot { byte: 0, ..from })),
            EditKey::LineEnd => self.go(Some(Spot { byte: self.buffer.line(from.line).len(), ..from })),
            EditKey::Top => self.go(Some(Spot::default())),
            EditKey::Bottom => self.go(Some(self.buffer.end())),
            EditKey::Up => self.by_rows(-1),
            EditKey::Down => self.by_rows(1),
            EditKey::PageUp => self.by_rows(-page),
            EditKey::PageDown => self.by_rows(page),
            EditKey::Backspace => self.erase(moves::left(&self.buffer, &self.layout, from), Some(from)),
            EditKey::Delete => self.erase(Some(from), moves::right(&self.buffer, from)),
            EditKey::Newline => self.newline(),
            EditKey::Undo => self.history(TextBuffer::undo),
            EditKey::Redo => self.history(TextBuffer::redo),
        }
    }

    /// Puts the cursor where `at` was clicked in `area`, the area the field is drawn in.
    pub fn click(&mut self, area: Rect, at: Position) -> Edited {
        if !area.contains(at) {
            return Edited::Nothing;
        }
        self.goal = None;
        let row = self.layout.top() + usize::from(at.y - area.y);
        let place = Place { row, column: usize::from(at.x - area.x) };
        let spot = self.layout.spot(self.buffer.lines(), self.buffer.cursor(), place);
        self.go(Some(spot))
    }

    /// Rolls the view by `rows` without moving the cursor, which may leave the view.
    pub fn scroll(&mut self, rows: isize) {
        self.layout.roll(rows, self.buffer.lines(), self.buffer.cursor());
    }

    /// Takes the size it will be drawn at. Cheap where nothing changed; called from `update`, not while drawing.
    pub fn layout(&mut self, width: u16, height: u16) {
        if self.layout.resize(width.into(), height.into(), self.buffer.lines()) {
            self.layout.follow(self.buffer.lines(), self.buffer.cursor());
        }
    }

    /// The same for a field that grows with its text: as high as the text at `width`, within `heights`.
    pub fn fit(&mut self, width: u16, heights: RangeInclusive<u16>) {
        let (lines, height) = (self.buffer.lines(), self.layout.height());
        let wider = self.layout.resize(width.into(), height, lines);
        let rows =
            cells(self.layout.rows(lines, self.buffer.cursor())).clamp(*heights.start(), *heights.end());
        if self.layout.resize(width.into(), rows.into(), lines) || wider {
            self.layout.follow(lines, self.buffer.cursor());
        }
    }

    /// First row in view and rows in all, for a mark that says there is more.
    pub fn view(&self) -> (usize, usize) {
        (self.layout.top(), self.layout.rows(self.buffer.lines(), self.buffer.cursor()))
    }

    /// Draws it into `area`, which should have the size last given to [`TextField::layout`].
    pub fn draw(&self, area: Rect, screen: &mut Buffer, theme: Theme, focused: bool) {
        let area = area.intersection(screen.area);
        let style = theme.style(if focused { Role::InputFocused } else { Role::Input });
        screen.set_style(area, style);
        let rows = self.layout.drawn(self.buffer.lines(), self.buffer.cursor()).skip(self.layout.top());
        for (target, (line, row)) in area.rows().zip(rows).filter_map(|(target, row)| Some((target, row?))) {
            paint(row.of(self.buffer.line(line)), style, target, screen);
        }
    }

    /// The real cursor: the cell of `area` where the next character will appear. `None` where it is out of view.
    pub fn cursor(&self, area: Rect) -> Option<Position> {
        let place = self.layout.place(self.buffer.lines(), self.buffer.cursor());
        let y = area.y.checked_add(cells(place.row.checked_sub(self.layout.top())?))?;
        let x = area.x.saturating_add(cells(place.column)).min(area.right().saturating_sub(1));
        let position = Position::new(x, y);
        area.contains(position).then_some(position)
    }
}

impl TextField {
    fn put(&mut self, text: &str, burst: Burst) -> Entry {
        self.goal = None;
        let (text, entry) = entry::admit(text, self.mode, CAPACITY.saturating_sub(self.buffer.chars()));
        let cursor = self.buffer.cursor();
        let mut from = cursor;
        let mut text = text;
        // A voicing mark that comes by itself still belongs to the kana typed before it.
        let mut rest = text.chars();
        if let Some((base, mark)) = self.buffer.char_before().zip(rest.next())
            && let Some(one) = entry::voiced(base, mark)
        {
            from.byte -= base.len_utf8();
            text = format!("{one}{}", rest.as_str());
        }
        if !text.is_empty() {
            self.replace(from, cursor, &text, burst);
        }
        entry
    }

    fn newline(&mut self) -> Edited {
        if self.mode == Mode::Short || self.buffer.chars() >= CAPACITY {
            return Edited::Nothing;
        }
        let cursor = self.buffer.cursor();
        self.replace(cursor, cursor, "\n", Burst::Single);
        Edited::Changed
    }

    fn erase(&mut self, from: Option<Spot>, to: Option<Spot>) -> Edited {
        let Some((from, to)) = from.zip(to).filter(|_| self.buffer.can_reach_all()) else {
            return Edited::Nothing;
        };
        self.replace(from, to, "", Burst::Erasing);
        Edited::Changed
    }

    fn replace(&mut self, from: Spot, to: Spot, text: &str, burst: Burst) {
        self.buffer.replace(from, to, text, burst);
        let old = to.line - from.line + 1;
        let new = self.buffer.cursor().line - from.line + 1;
        self.layout.wrap_again(self.buffer.lines(), from.line, old, new);
        self.settle();
    }

    fn history(&mut self, step: fn(&mut TextBuffer) -> bool) -> Edited {
        if !step(&mut self.buffer) {
            return Edited::Nothing;
        }
        self.layout.wrap_all(self.buffer.lines());
        self.settle();
        Edited::Changed
    }

    /// After an edit the cursor may stand within a grapheme that only now came to be, and out of view.
    fn settle(&mut self) {
        let cursor = self.layout.snap(self.buffer.lines(), self.buffer.cursor());
        self.buffer.place(cursor);
        self.layout.follow(self.buffer.lines(), cursor);
    }

    fn go(&mut self, to: Option<Spot>) -> Edited {
        let moved = to.filter(|&to| to != self.buffer.cursor());
        if let Some(to) = moved {
            self.buffer.break_burst();
            self.buffer.place(to);
        }
        self.layout.follow(self.buffer.lines(), self.buffer.cursor());
        if moved.is_some() { Edited::Moved } else { Edited::Nothing }
    }

    /// Moves by screen rows, keeping to the column it came from; beyond the ends, to the start or end of the text.
    fn by_rows(&mut self, rows: isize) -> Edited {
        let (lines, cursor) = (self.buffer.lines(), self.buffer.cursor());
        let place = self.layout.place(lines, cursor);
        let column = *self.goal.get_or_insert(place.column);
        let last = self.layout.rows(lines, cursor) - 1;
        let to = match place.row.checked_add_signed(rows) {
            Some(row) if row <= last => self.layout.spot(lines, cursor, Place { row, column }),
            Some(_) => self.buffer.end(),
            None => Spot::default(),
        };
        self.go(Some(to))
    }
}
