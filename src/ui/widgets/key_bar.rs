//! The line that says what one can do now.

use super::{Look, Role, put};
use crate::ui::width::{cells, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells between two keys.
const GAP: usize = 2;

/// Draws keys and what they do, as many as fit into the rows of `area`; the most needed come first. Returns how many
/// are shown.
pub fn key_bar<K: AsRef<str>>(keys: &[(K, &str)], look: Look, area: Rect, screen: &mut Buffer) -> usize {
    let area = area.intersection(screen.area);
    screen.set_style(area, look.style(Role::Text));
    let mut rows = area.rows();
    let Some(mut row) = rows.next() else { return 0 };
    for (shown, (key, words)) in keys.iter().enumerate() {
        let key = key.as_ref();
        let needed = width(key) + 1 + width(words);
        if needed > row.width.into() {
            match rows.next() {
                Some(next) if needed <= next.width.into() => row = next,
                _ => return shown,
            }
        }
        let rest = put(key, look.style(Role::Key), row, screen);
        let rest = put(&format!(" {words}"), look.style(Role::Text), rest, screen);
        let gap = cells(GAP).min(rest.width);
        row = Rect { x: rest.x + gap, width: rest.width - gap, ..rest };
    }
    keys.len()
}
