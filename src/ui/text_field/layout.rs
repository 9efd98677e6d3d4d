//! The field's text as screen rows: which spot stands in which cell, and which rows are in view.
//!
//! Rows are kept per logical line, so that an edit wraps only the lines it touched. One column is kept free at the
//! right for a hanging space and the cursor.

use super::buffer::Spot;
use crate::ui::width::graphemes;
use crate::ui::wrap::{Row, rows};

/// A cell of the laid out text: row from the first row of the text, column from the left edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// Rows of every line at the size last given.
#[derive(Clone, Debug)]
pub struct Layout {
    width: usize,
    height: usize,
    lines: Vec<Vec<Row>>,
    /// First row in view.
    top: usize,
}

impl Layout {
    pub fn new(lines: &[String]) -> Self {
        let mut layout = Self { width: 80, height: 1, lines: Vec::new(), top: 0 };
        layout.wrap_all(lines);
        layout
    }

    pub fn height(&self) -> usize {
        self.height
    }

    pub fn top(&self) -> usize {
        self.top
    }

    /// Takes a new size. True where it differed, and everything was wrapped anew if the width did.
    pub fn resize(&mut self, width: usize, height: usize, lines: &[String]) -> bool {
        let (width, height) = (width.max(1), height.max(1));
        let same = (self.width, self.height) == (width, height);
        let wrap = self.width != width;
        (self.width, self.height) = (width, height);
        if wrap {
            self.wrap_all(lines);
        }
        !same
    }

    pub fn wrap_all(&mut self, lines: &[String]) {
        self.lines = lines.iter().map(|line| rows(line, text_width(self.width))).collect();
    }

    /// `old` lines from `first` on became `new` lines: wraps those, keeps all others.
    pub fn wrap_again(&mut self, lines: &[String], first: usize, old: usize, new: usize) {
        let width = text_width(self.width);
        let fresh = lines.iter().skip(first).take(new).map(|line| rows(line, width));
        self.lines.splice(first..first + old, fresh);
    }

    /// Rows of the whole text, with the empty one that the cursor may need behind a full last row.
    pub fn rows(&self, lines: &[String], cursor: Spot) -> usize {
        self.lines.iter().map(Vec::len).sum::<usize>() + usize::from(self.overhangs(lines, cursor))
    }

    /// Rows of one line.
    pub fn of(&self, line: usize) -> &[Row] {
        self.lines.get(line).map_or(&[], Vec::as_slice)
    }

    /// Index in [`Layout::of`] of the row in which the character behind `spot` is drawn.
    pub fn row_of(&self, spot: Spot) -> usize {
        self.of(spot.line).partition_point(|row| row.start <= spot.byte).saturating_sub(1)
    }

    /// The cell of `spot`: where the character behind it is drawn, or where the next one would be.
    pub fn place(&self, lines: &[String], spot: Spot) -> Place {
        let above: usize = self.lines.iter().take(spot.line).map(Vec::len).sum();
        let index = self.row_of(spot);
        if self.overhangs(lines, spot) {
            return Place { row: above + index + 1, column: 0 };
        }
        let start = self.of(spot.line).get(index).map_or(0, |row| row.start);
        let before = lines.get(spot.line).and_then(|line| line.get(start..spot.byte)).unwrap_or_default();
        Place { row: above + index, column: graphemes(before).map(|g| g.cells).sum() }
    }

    /// What is drawn, row by row: a line and a row of it, or nothing where the row only holds the cursor.
    pub fn drawn(&self, lines: &[String], cursor: Spot) -> impl Iterator<Item = Option<(usize, Row)>> {
        let empty_behind = self.overhangs(lines, cursor).then_some(cursor.line);
        self.lines.iter().enumerate().flat_map(move |(line, rows)| {
            let empty = (empty_behind == Some(line)).then_some(None);
            rows.iter().map(move |row| Some((line, *row))).chain(empty)
        })
    }

    /// The spot drawn at, or nearest to, `place`, while the cursor is at `cursor`.
    pub fn spot(&self, lines: &[String], cursor: Spot, place: Place) -> Spot {
        match self.drawn(lines, cursor).nth(place.row) {
            Some(Some((line, row))) => Spot { line, byte: self.byte_at(lines, line, row, place.column) },
            Some(None) => cursor,
            None => {
                let line = lines.len().saturating_sub(1);
                Spot { line, byte: lines.get(line).map_or(0, String::len) }
            }
        }
    }

    /// The grapheme border at or next behind `spot`.
    pub fn snap(&self, lines: &[String], spot: Spot) -> Spot {
        let Some(line) = lines.get(spot.line) else {
            return spot;
        };
        let Some(row) = self.of(spot.line).get(self.row_of(spot)) else {
            return spot;
        };
        let inside = graphemes(row.of(line)).map(|g| row.start + g.end()).find(|&end| end >= spot.byte);
        let byte = if spot.byte == row.start { spot.byte } else { inside.unwrap_or(row.end) };
        Spot { byte, ..spot }
    }

    /// Rolls so that `cursor` is in view and no more rows are left empty below than must be.
    pub fn follow(&mut self, lines: &[String], cursor: Spot) {
        let row = self.place(lines, cursor).row;
        self.top = self.top.clamp((row + 1).saturating_sub(self.height), row);
        self.roll(0, lines, cursor);
    }

    /// Rolls the view by `by` rows, staying within the text.
    pub fn roll(&mut self, by: isize, lines: &[String], cursor: Spot) {
        let most = self.rows(lines, cursor).saturating_sub(self.height);
        self.top = self.top.saturating_add_signed(by).min(most);
    }

    /// Whether the cursor stands behind a row with no room for one more grapheme like the last. It is shown at the
    /// head of the row below then, where an input method can show what is being composed.
    fn overhangs(&self, lines: &[String], spot: Spot) -> bool {
        let Some((line, row)) = lines.get(spot.line).zip(self.of(spot.line).last()) else {
            return false;
        };
        if spot.byte < line.len() || row.cells == 0 {
            return false;
        }
        let last = graphemes(row.of(line)).last().map_or(1, |g| g.cells.max(1));
        // The free column takes no wide character in, but a narrow one may be amid a word, which moves as a whole.
        let room = if last > 1 { text_width(self.width) } else { self.width };
        row.cells + last > room
    }

    fn byte_at(&self, lines: &[String], line: usize, row: Row, column: usize) -> usize {
        let text = lines.get(line).map_or("", String::as_str);
        let mut at = 0;
        let mut start_of_last = row.start;
        for grapheme in graphemes(row.of(text)) {
            start_of_last = row.start + grapheme.at;
            if column < at + grapheme.cells {
                return start_of_last;
            }
            at += grapheme.cells;
        }
        // The end of a row is drawn at the head of the next, unless it is the end of the line and has room.
        let end = Spot { line, byte: row.end };
        if row.end == text.len() && !self.overhangs(lines, end) { row.end } else { start_of_last }
    }
}

fn text_width(width: usize) -> usize {
    width.saturating_sub(1).max(1)
}
