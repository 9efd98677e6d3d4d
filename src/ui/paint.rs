//! Text into cells, by our own widths.
//!
//! Does what ratatui's `set_stringn` does, without segmenting plain text anew for every frame.

use super::width::{cells, graphemes};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Writes `text` at the left of the one row `row`, as far as whole graphemes fit; returns the column behind it.
/// What draws nothing on its own is left out.
pub fn paint(text: &str, style: Style, row: Rect, screen: &mut Buffer) -> u16 {
    let row = row.intersection(screen.area);
    let mut x = row.x;
    if row.is_empty() {
        return x;
    }
    for grapheme in graphemes(text).filter(|grapheme| grapheme.cells > 0) {
        let end = x.saturating_add(cells(grapheme.cells));
        if end > row.right() {
            break;
        }
        screen[(x, row.y)].set_symbol(grapheme.text).set_style(style);
        // The cells that a wide character covers hold nothing of their own.
        for covered in x + 1..end {
            screen[(covered, row.y)].reset();
        }
        x = end;
    }
    x
}
