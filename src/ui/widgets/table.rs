//! A table: columns that give way when the screen is narrow, cells of several lines, one line selected.

use super::{Look, Role, below, first_row, put};
use crate::ui::width::clip;
use crate::ui::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells between two columns.
const GAP: u16 = 2;
/// Columns at the left for the pointer of the selected line and its mark.
const MARGIN: u16 = 3;
/// Rows of the head: titles and a rule.
const HEAD: u16 = 2;

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its name.
    pub title: &'a str,
    /// Cells it needs to be of use.
    pub least: u16,
    /// Its part of the cells left over; 0 keeps it at its least.
    pub share: u16,
    /// Who gives way when there is no room: the greatest first, 0 last.
    pub rank: u8,
}

/// A line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// One text for each column.
    pub cells: &'a [&'a str],
    /// What the line means; its mark stands before it.
    pub role: Role,
}

/// A table in view.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// Columns from left to right.
    pub columns: &'a [Column<'a>],
    /// All lines.
    pub lines: &'a [Line<'a>],
    /// The selected one.
    pub selected: Option<usize>,
    /// The first in view; see [`Table::top_for`].
    pub top: usize,
    /// Rows that one line may take, at least 1; longer texts are clipped.
    pub rows_per_line: u16,
}

impl Table<'_> {
    /// Cells of each column within `total`; 0 for those that gave way.
    pub fn widths(&self, total: u16) -> Vec<u16> {
        let mut widths: Vec<u16> = self.columns.iter().map(|column| column.least).collect();
        while needed(&widths) > total {
            let shown = (0..widths.len()).filter(|&index| widths[index] > 0);
            let Some(least_needed) = shown.max_by_key(|&index| self.columns[index].rank) else {
                break;
            };
            if widths.iter().filter(|&&width| width > 0).count() == 1 {
                widths[least_needed] = total;
            } else {
                widths[least_needed] = 0;
            }
        }
        self.share_out(total.saturating_sub(needed(&widths)), &mut widths);
        widths
    }

    /// The first line in view so that the selected one is seen whole, if it can be, in `area`.
    pub fn top_for(&self, area: Rect) -> usize {
        let Some(selected) = self.selected.filter(|&selected| selected < self.lines.len()) else {
            return self.top.min(self.lines.len().saturating_sub(1));
        };
        let widths = self.widths(area.width.saturating_sub(MARGIN));
        let room = area.height.saturating_sub(HEAD);
        let mut taken = self.height(selected, &widths);
        let mut first = selected;
        while first > self.top.min(selected) {
            taken = taken.saturating_add(self.height(first - 1, &widths));
            if taken > room {
                break;
            }
            first -= 1;
        }
        first
    }

    /// The line drawn at `at` when the table is drawn in `area`.
    pub fn line_at(&self, area: Rect, at: Position) -> Option<usize> {
        self.placed(area)
            .into_iter()
            .find(|(_, rect)| rect.contains(at))
            .map(|(index, _)| index)
    }

    /// Draws the head and the lines in view; `>` stands before the selected one.
    pub fn draw(&self, look: Look, area: Rect, screen: &mut Buffer) {
        let area = area.intersection(screen.area);
        let widths = self.widths(area.width.saturating_sub(MARGIN));
        for (column, rect) in self.columns.iter().zip(split(first_row(area), &widths)) {
            put(column.title, look.style(Role::Label), rect, screen);
        }
        let rule = look.border().horizontal_top.repeat(area.width.into());
        put(&rule, look.style(Role::Frame), first_row(below(area, 1)), screen);
        for (index, rect) in self.placed(area) {
            self.draw_line(index, look, rect, screen);
        }
    }

    fn draw_line(&self, index: usize, look: Look, rect: Rect, screen: &mut Buffer) {
        let line = &self.lines[index];
        let selected = self.selected == Some(index);
        let style = look.style(if selected { Role::Selection } else { line.role });
        screen.set_style(rect, style);
        let pointer = if selected { Role::Selection.mark() } else { "" };
        put(
            &format!("{pointer:1}{:1}", line.role.mark()),
            style,
            Rect {
                width: MARGIN,
                ..first_row(rect)
            },
            screen,
        );
        let widths = self.widths(rect.width.saturating_sub(MARGIN));
        for (text, cell) in line
            .cells
            .iter()
            .zip(split(rect, &widths))
            .filter(|(_, cell)| !cell.is_empty())
        {
            for (row, words) in cell.rows().zip(fitted(text, cell.width, cell.height)) {
                put(&words, style, row, screen);
            }
        }
    }

    /// The lines in view and where each is drawn.
    fn placed(&self, area: Rect) -> Vec<(usize, Rect)> {
        let widths = self.widths(area.width.saturating_sub(MARGIN));
        let mut rest = below(area, HEAD);
        let mut placed = Vec::new();
        for index in self.top..self.lines.len() {
            if rest.is_empty() {
                break;
            }
            let height = self.height(index, &widths).min(rest.height);
            placed.push((index, Rect { height, ..rest }));
            rest = below(rest, height);
        }
        placed
    }

    fn height(&self, index: usize, widths: &[u16]) -> u16 {
        let most = self.rows_per_line.max(1);
        let rows = |text: &str, width: u16| wrap(text, width.into()).len();
        let cells = self.lines[index]
            .cells
            .iter()
            .zip(widths)
            .filter(|(_, width)| **width > 0);
        let tallest = cells.map(|(text, width)| rows(text, *width)).max().unwrap_or(1);
        u16::try_from(tallest).unwrap_or(most).clamp(1, most)
    }

    fn share_out(&self, spare: u16, widths: &mut [u16]) {
        let shares: Vec<u32> = (self.columns.iter().zip(widths.iter()))
            .map(|(column, width)| if *width > 0 { column.share.into() } else { 0 })
            .collect();
        let mut shares_left: u32 = shares.iter().sum();
        let mut left = u32::from(spare);
        for (width, share) in widths.iter_mut().zip(shares).filter(|(_, share)| *share > 0) {
            let part = left * share / shares_left;
            *width += u16::try_from(part).unwrap_or(0);
            left -= part;
            shares_left -= share;
        }
    }
}

/// Cells that columns of these widths take together.
fn needed(widths: &[u16]) -> u16 {
    let shown = widths.iter().filter(|&&width| width > 0);
    shown
        .fold(0_u16, |sum, width| sum.saturating_add(width.saturating_add(GAP)))
        .saturating_sub(GAP)
}

/// The part of `rect` that each column has; empty for those that gave way.
fn split(rect: Rect, widths: &[u16]) -> Vec<Rect> {
    let mut x = rect.x.saturating_add(MARGIN);
    let column = |&width: &u16| {
        let cell = Rect { x, width, ..rect }.intersection(rect);
        x = x.saturating_add(if width > 0 { width + GAP } else { 0 });
        cell
    };
    widths.iter().map(column).collect()
}

/// `text` in at most `height` rows of `width`; the last is clipped where there is more.
fn fitted(text: &str, width: u16, height: u16) -> Vec<String> {
    let rows = wrap(text, width.into());
    let (width, height) = (usize::from(width), usize::from(height));
    let mut shown: Vec<String> = rows.iter().take(height).map(|&row| row.to_owned()).collect();
    if rows.len() > height
        && let Some(last) = shown.last_mut()
    {
        *last = clip(&format!("{last}.."), width);
    }
    shown
}
