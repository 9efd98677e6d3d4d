//! Digits to be read from the back of a room: plain characters in blocks, as large as the place allows.

use super::Look;
use crate::ui::paint::paint;
use crate::ui::theme::Role;
use crate::ui::width::cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows of a glyph before it is enlarged.
const ROWS: usize = 5;

/// What a block is made of: where colours show it as solid, this is not seen.
const BLOCK: &str = "#";

/// Draws `text` in the middle of `area`. Knows digits, `T`, `+`, `-`, `:`, `d` and `h`; others are left blank.
/// Returns how many rows it took; 0 where there is no room for it.
pub fn big(text: &str, look: Look, area: Rect, screen: &mut Buffer) -> u16 {
    let area = area.intersection(screen.area);
    let glyphs: Vec<[&str; ROWS]> = text.chars().map(glyph).collect();
    let columns = glyphs.iter().map(|glyph| glyph[0].len() + 1).sum::<usize>().saturating_sub(1);
    let Some((wide, high)) = scale(columns, area) else { return 0 };
    let left = (usize::from(area.width) - columns * wide) / 2;
    let style = solid(look.style(Role::Text));
    for row in 0..ROWS * high {
        let mut x = left;
        for glyph in &glyphs {
            for pixel in glyph[row / high].chars() {
                if pixel != ' ' {
                    let place =
                        Rect { x: area.x + cells(x), y: area.y + cells(row), width: cells(wide), height: 1 };
                    paint(&BLOCK.repeat(wide), style, place, screen);
                }
                x += wide;
            }
            x += wide;
        }
    }
    cells(ROWS * high)
}

/// Columns and rows of one pixel: as large as fits, not much wider than high.
fn scale(columns: usize, area: Rect) -> Option<(usize, usize)> {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let high = height / ROWS;
    let wide = (width / columns.max(1)).min(high * 3);
    (wide > 0 && high > 0).then(|| (wide, high.min(wide.div_ceil(2))))
}

/// The ground in the colour of the text, so that blocks are solid; reversed where there are no colours.
fn solid(style: Style) -> Style {
    match style.fg {
        Some(ink) => Style::new().fg(ink).bg(ink),
        None => Style::new().add_modifier(Modifier::REVERSED),
    }
}

fn glyph(c: char) -> [&'static str; ROWS] {
    match c {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        'T' => ["###", " # ", " # ", " # ", " # "],
        'd' => ["  #", "  #", "###", "# #", "###"],
        'h' => ["#  ", "#  ", "###", "# #", "# #"],
        '+' => ["   ", " # ", "###", " # ", "   "],
        '-' => ["   ", "   ", "###", "   ", "   "],
        ':' => [" ", "#", " ", "#", " "],
        _ => ["  ", "  ", "  ", "  ", "  "],
    }
}
