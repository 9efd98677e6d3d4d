//! Soft wrapping: one greedy routine for text that is read and text that is edited, so that a field looks the same
//! in both. Rows are byte ranges of the line; the text itself is never changed.
//!
//! Where a row may break is decided in `kinsoku`.

use super::kinsoku::Class;
use super::width::{clip, graphemes, width as cells_of};

/// One screen row of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Byte offset of its first character in the line.
    pub start: usize,
    /// Byte offset just behind its last character.
    pub end: usize,
    /// Cells it takes: at most the width asked for, and one more where a space hangs over the end.
    pub cells: usize,
}

impl Row {
    /// The row's part of `line`, the line it was made from.
    pub fn of<'a>(&self, line: &'a str) -> &'a str {
        line.get(self.start..self.end).unwrap_or_default()
    }
}

/// The rows of one line (no newline in it) at `width` cells: always at least one, together the whole line.
///
/// One space may hang over the end of a row, so that the next does not begin with it. What has no place to break
/// is cut between two graphemes; a grapheme wider than the row gets a row of its own.
pub fn rows(line: &str, width: usize) -> Vec<Row> {
    rows_up_to(line, width, usize::MAX)
}

/// The same, looking no further than it takes to know the first `most` rows.
fn rows_up_to(line: &str, width: usize, most: usize) -> Vec<Row> {
    let width = width.max(1);
    let mut done = Vec::new();
    let mut open = Open::default();
    let mut before: Option<Class> = None;
    for grapheme in graphemes(line) {
        if done.len() >= most {
            done.truncate(most);
            return done;
        }
        let class = Class::of(&grapheme);
        if before.is_some_and(|before| before.may_break_before(class)) {
            open.chance = Some((grapheme.at, open.cells));
        }
        let hangs = grapheme.text == " " && open.cells == width;
        if !hangs && open.cells + grapheme.cells > width {
            open.close_at_chance(&mut done);
            // What was carried over may leave no room either, or there was no chance at all.
            if open.cells + grapheme.cells > width && open.start < grapheme.at {
                open.close(&mut done, grapheme.at, open.cells);
            }
        }
        open.cells += grapheme.cells;
        before = Some(class);
    }
    open.close(&mut done, line.len(), open.cells);
    done
}

/// `text` as rows to read at `width` cells; newlines begin a new row, spaces at the end of rows are left out.
pub fn wrap(text: &str, width: usize) -> Vec<&str> {
    text.split('\n')
        .flat_map(|line| rows(line, width).into_iter().map(|row| row.of(line).trim_end_matches(' ')))
        .collect()
}

/// The first `most` rows of `text` as [`wrap`] has them, at the cost of those rows: for the beginning of a long text.
pub fn wrap_first(text: &str, width: usize, most: usize) -> Vec<&str> {
    let mut shown = Vec::new();
    for line in text.split('\n') {
        let left = most.saturating_sub(shown.len());
        if left == 0 {
            break;
        }
        let rows = rows_up_to(line, width, left).into_iter().take(left);
        shown.extend(rows.map(|row| row.of(line).trim_end_matches(' ')));
    }
    shown
}

/// `text` in at most `most` rows; the last ends in `..` where something was left out.
///
/// One row alone is filled to its end, as [`clip`] does it.
pub fn wrap_clipped(text: &str, width: usize, most: usize) -> Vec<String> {
    if most <= 1 {
        return vec![clip(text, width).into_owned()];
    }
    let mut shown: Vec<String> = wrap_first(text, width, most + 1).into_iter().map(str::to_owned).collect();
    if shown.len() > most {
        shown.truncate(most);
        if let Some(last) = shown.last_mut() {
            let fits = cells_of(last) + 2 <= width;
            *last = if fits { format!("{last}..") } else { clip(&format!("{last}  "), width).into_owned() };
        }
    }
    shown
}

/// The row being filled, with the last place it may break at and the cells up to there.
#[derive(Default)]
struct Open {
    start: usize,
    cells: usize,
    chance: Option<(usize, usize)>,
}

impl Open {
    fn close_at_chance(&mut self, done: &mut Vec<Row>) {
        if let Some((end, cells)) = self.chance {
            self.close(done, end, cells);
        }
    }

    fn close(&mut self, done: &mut Vec<Row>, end: usize, cells: usize) {
        done.push(Row { start: self.start, end, cells });
        self.start = end;
        self.cells -= cells;
        self.chance = None;
    }
}
