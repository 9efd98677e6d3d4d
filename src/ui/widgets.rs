//! Stateless pieces that screens are made of: plain data in, cells out.
//!
//! Texts must have gone through `clean` where they entered the program. Where something stands can be asked by the
//! same rules that draw it (`row_at`, `choice_at`), for clicks. Nothing here knows what it shows.

mod banner;
mod big;
mod key_bar;
mod panel;

pub use super::paint::ground;
pub use banner::banner;
pub use big::big;
pub use key_bar::key_bar;
pub use panel::{Focus, Panel};

use super::paint::paint;
use super::theme::{Look, Role};
use super::width::{cells, clip, width};
use super::wrap::wrap;
use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The ground of a whole screen or of what lies over it: blank, in the style of running text.
///
/// A wide character that would reach into `area` from the left is blanked as well; drawn, it would hide the first
/// column.
pub fn clear(look: Look, area: Rect, screen: &mut Buffer) {
    let area = area.intersection(screen.area);
    for y in area.top()..area.bottom() {
        if let Some(cell) = area.x.checked_sub(1).and_then(|x| screen.cell_mut((x, y)))
            && cell.symbol().cell_width() > 1
        {
            cell.set_symbol(" ");
        }
        for x in area.left()..area.right() {
            screen[(x, y)].reset();
        }
    }
    screen.set_style(area, look.style(Role::Text));
}

/// Running text in `area`, wrapped; returns the rows left below it.
pub fn paragraph(text: &str, style: Style, area: Rect, screen: &mut Buffer) -> Rect {
    let mut rest = area.intersection(screen.area);
    for line in wrap(text, area.width.into()) {
        let row = first_row(rest);
        put(line, style, row, screen);
        rest = below(rest, row.height);
    }
    rest
}

/// Writes `text` at the left of the one row `row`, clipped to it; returns what is left of the row.
pub fn put(text: &str, style: Style, row: Rect, screen: &mut Buffer) -> Rect {
    let row = row.intersection(screen.area);
    if row.is_empty() {
        return row;
    }
    let end = paint(&clip(text, row.width.into()), style, row, screen);
    Rect { x: end, width: row.right().saturating_sub(end), height: 1, ..row }
}

/// Writes `text` at the right of the one row `row`; returns what is left of the row before it.
pub fn put_right(text: &str, style: Style, row: Rect, screen: &mut Buffer) -> Rect {
    let taken = cells(width(text)).min(row.width);
    let left = Rect { width: row.width - taken, ..row };
    put(text, style, Rect { x: left.right(), width: taken, ..row }, screen);
    left
}

/// The row `y` of `area`; empty where `area` does not reach that far.
pub fn row_at(area: Rect, y: u16) -> Rect {
    Rect { y, height: 1, ..area }.intersection(area)
}

/// The uppermost row of `area`.
fn first_row(area: Rect) -> Rect {
    row_at(area, area.y)
}

/// `area` without its upper `rows`.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
