//! Text into cells, by our own widths.
//!
//! Does what ratatui's `set_stringn` does, without segmenting plain text anew for every frame.

use super::width::{cells, graphemes};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Writes `text` at the left of the one row `row`, as far as whole graphemes fit; returns the column behind it.
/// What draws nothing on its own is left out.
pub fn paint(text: &str, style: Style, row: Rect, screen: &mut Buffer) -> u16 {
    let row = row.intersection(screen.area);
    if row.is_empty() {
        return row.x;
    }
    let first = screen.index_of(row.x, row.y);
    let target = &mut screen.content[first..first + usize::from(row.width)];
    let mut x = 0;
    for grapheme in graphemes(text) {
        match target.get_mut(x..x + grapheme.cells) {
            None => break,
            Some([]) => {}
            Some([cell, covered @ ..]) => {
                cell.set_symbol(grapheme.text).set_style(style);
                // The cells that a wide character covers hold nothing of their own.
                covered.iter_mut().for_each(Cell::reset);
                x += grapheme.cells;
            }
        }
    }
    row.x + cells(x)
}

/// The ground of a whole frame: what `set_style` does for all of it, without looking each cell up.
pub fn ground(style: Style, screen: &mut Buffer) {
    for cell in &mut screen.content {
        cell.set_style(style);
    }
}
