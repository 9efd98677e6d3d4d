//! What a person reads on a drawn screen, as plain text: for tests and for copies of the screen.
//!
//! Colours and attributes are not part of it.

use ratatui::buffer::{Buffer, CellWidth as _};

/// The rows of `buffer` joined by newlines, without the spaces at their ends.
///
/// The cells behind a wide character are skipped: they hold blanks that nobody sees.
pub fn screen_text(buffer: &Buffer) -> String {
    let area = buffer.area;
    let mut text = String::new();
    for y in area.top()..area.bottom() {
        let mut row = String::new();
        let mut x = area.left();
        while x < area.right() {
            let symbol = buffer[(x, y)].symbol();
            row.push_str(symbol);
            x = x.saturating_add(symbol.cell_width().max(1));
        }
        text.push_str(row.trim_end_matches(' '));
        text.push('\n');
    }
    text.pop();
    text
}
