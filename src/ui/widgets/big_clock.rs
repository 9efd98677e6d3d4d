//! Digits that are read from the back of the room.
//!
//! Drawn with `#`, as every terminal has it in one width; block characters and double-height lines do not hold on
//! Japanese terminals and under multiplexers.

use super::{first_row, put};
use crate::ui::width::{cells, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows of a digit.
const ROWS: u16 = 5;

/// Rows of a sign from the top, `#` for a dot. Dots are drawn two cells wide, to be about square.
fn sign(c: char) -> Option<[&'static str; ROWS as usize]> {
    Some(match c {
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
        ':' => [" ", "#", " ", "#", " "],
        '+' => ["   ", " # ", "###", " # ", "   "],
        '-' => ["   ", "   ", "###", "   ", "   "],
        ' ' => [" ", " ", " ", " ", " "],
        _ => return None,
    })
}

/// Draws `time` (digits, `:`, `+`, `-`) as large as `area` allows, in its middle; in plain text where it is too
/// small or other characters are in it.
pub fn big_clock(time: &str, style: Style, area: Rect, screen: &mut Buffer) {
    let area = area.intersection(screen.area);
    let signs: Option<Vec<_>> = time.chars().map(sign).collect();
    let rows: Option<Vec<String>> = signs.map(|signs| {
        let row = |index: usize| signs.iter().map(|sign| sign[index]).collect::<Vec<_>>().join(" ");
        (0..usize::from(ROWS)).map(row).collect()
    });
    let dots = rows
        .as_ref()
        .and_then(|rows| rows.first())
        .map_or(0, |row| cells(row.len()));
    let scale = (area.width / (dots * 2).max(1)).min(area.height / ROWS);
    match rows {
        Some(rows) if scale > 0 && dots > 0 => {
            for (y, row) in
                (0..area.height).zip(rows.iter().flat_map(|row| std::iter::repeat_n(row, scale.into())))
            {
                let wide: String = row
                    .chars()
                    .flat_map(|dot| std::iter::repeat_n(dot, usize::from(scale) * 2))
                    .collect();
                let target = middle(area, dots * 2 * scale, ROWS * scale);
                put(
                    &wide,
                    style,
                    Rect {
                        y: target.y + y,
                        height: 1,
                        ..target
                    },
                    screen,
                );
            }
        }
        _ => {
            let target = middle(area, cells(width(time)), 1);
            put(time, style, first_row(target), screen);
        }
    }
}

fn middle(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
