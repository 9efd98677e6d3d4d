//! The text of a field with its cursor and its undo history: the only file that knows `ratatui-textarea`.
//!
//! The library keeps lines, edits and history. Its moves and deletes go by `char` and its rows know no kinsoku, so
//! positions here are bytes at grapheme borders, chosen by our own modules. Its screen map stays unused.

use crate::ui::width::cells;
use ratatui_textarea::{CursorMove, TextArea};

/// A place in the text. Ordered as one reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Logical line, from 0.
    pub line: usize,
    /// Byte offset in it, at a grapheme border.
    pub byte: usize,
}

/// What an edit belongs to; edits of one kind in a row are one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Burst {
    /// Characters coming in.
    Typing,
    /// Characters going out.
    Erasing,
    /// A step of its own.
    Single,
}

/// The text being edited.
#[derive(Clone, Debug)]
pub struct TextBuffer {
    area: TextArea<'static>,
    cursor: Spot,
    chars: usize,
    done: Vec<usize>,
    undone: Vec<usize>,
    open: Option<Burst>,
}

impl TextBuffer {
    /// The cursor starts at the end, where one goes on writing.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::from(text.split('\n'));
        // The history lives and dies with the field, and its steps are counted here: none may fall out.
        area.set_max_histories(usize::MAX);
        // With every edit the library measures the whole text for a screen map that is not used here. Of masked text
        // it measures the mask, which takes no time.
        area.set_mask_char('*');
        let mut buffer = Self {
            area,
            cursor: Spot::default(),
            chars: text.chars().count(),
            done: Vec::new(),
            undone: Vec::new(),
            open: None,
        };
        buffer.cursor = buffer.end();
        buffer
    }

    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    pub fn line(&self, line: usize) -> &str {
        self.lines().get(line).map_or("", String::as_str)
    }

    pub fn text(&self) -> String {
        self.lines().join("\n")
    }

    /// Characters in the whole text, newlines among them.
    pub fn chars(&self) -> usize {
        self.chars
    }

    pub fn cursor(&self) -> Spot {
        self.cursor
    }

    /// Whether the library, whose jumps count to 65,535, can be sent to every spot.
    pub fn can_reach_all(&self) -> bool {
        u16::try_from(self.chars).is_ok()
    }

    /// Behind the last character.
    pub fn end(&self) -> Spot {
        let line = self.lines().len() - 1;
        Spot { line, byte: self.line(line).len() }
    }

    /// The character before the cursor in its line.
    pub fn char_before(&self) -> Option<char> {
        self.line(self.cursor.line).get(..self.cursor.byte)?.chars().next_back()
    }

    /// Moves without ending a burst; the caller decides that.
    pub fn place(&mut self, spot: Spot) {
        self.cursor = spot;
    }

    /// The next edit begins a new step of undo.
    pub fn break_burst(&mut self) {
        self.open = None;
    }

    /// Puts `text` in place of what lies between `from` and `to`, in one step of undo with what went before in the
    /// same burst. The cursor ends behind `text`.
    pub fn replace(&mut self, from: Spot, to: Spot, text: &str, burst: Burst) {
        let mut edits = 0;
        let gone = self.chars_between(from, to);
        self.jump(from);
        if gone > 0 {
            edits += usize::from(self.area.delete_str(gone));
        }
        if !text.is_empty() {
            edits += usize::from(self.area.insert_str(text));
        }
        self.chars = self.chars - gone + text.chars().count();
        self.cursor = behind(from, text);
        self.record(burst, edits);
    }

    /// Takes the last step back. False where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(edits) = self.done.pop() else {
            return false;
        };
        (0..edits).for_each(|_| {
            self.area.undo();
        });
        self.undone.push(edits);
        self.after_history();
        true
    }

    /// Does the step again that was taken back last. False where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(edits) = self.undone.pop() else {
            return false;
        };
        (0..edits).for_each(|_| {
            self.area.redo();
        });
        self.done.push(edits);
        self.after_history();
        true
    }

    fn record(&mut self, burst: Burst, edits: usize) {
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if self.open == Some(burst) && burst != Burst::Single => *last += edits,
            _ => self.done.push(edits),
        }
        self.open = Some(burst);
    }

    fn after_history(&mut self) {
        self.open = None;
        let (line, column) = (self.area.cursor().0, self.area.cursor().1);
        let text = self.line(line);
        let byte = text.char_indices().nth(column).map_or(text.len(), |(at, _)| at);
        self.cursor = Spot { line, byte };
        let newlines = self.lines().len() - 1;
        self.chars = newlines + self.lines().iter().map(|line| line.chars().count()).sum::<usize>();
    }

    fn jump(&mut self, spot: Spot) {
        let column = self.line(spot.line).get(..spot.byte).map_or(0, |before| before.chars().count());
        if self.area.cursor() != (spot.line, column) {
            // Exact as long as `can_reach_all`.
            self.area.move_cursor(CursorMove::Jump(cells(spot.line), cells(column)));
        }
    }

    fn chars_between(&self, from: Spot, to: Spot) -> usize {
        let in_line = |line: usize| {
            let start = if line == from.line { from.byte } else { 0 };
            let end = if line == to.line { to.byte } else { self.line(line).len() };
            let newline = usize::from(line < to.line);
            newline + self.line(line).get(start..end).map_or(0, |part| part.chars().count())
        };
        (from.line..=to.line).map(in_line).sum()
    }
}

/// The spot behind `text` once it stands at `from`.
fn behind(from: Spot, text: &str) -> Spot {
    match text.rsplit_once('\n') {
        None => Spot { line: from.line, byte: from.byte + text.len() },
        Some((above, last)) => Spot { line: from.line + above.matches('\n').count() + 1, byte: last.len() },
    }
}
