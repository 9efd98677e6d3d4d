//! The line across the screen that must not be overlooked: drill, broken off, save failed.

use super::{Look, Role, put, row_at};
use crate::ui::wrap::wrap_clipped;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Fills `area` with the style of `role` and writes `text` into it, wrapped, with the role's mark before it.
pub fn banner(text: &str, role: Role, look: Look, area: Rect, screen: &mut Buffer) {
    let area = area.intersection(screen.area);
    let style = look.style(role);
    screen.set_style(area, style);
    let inner = Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(2), ..area };
    let mark = role.mark();
    let marked = if mark.is_empty() { text.to_owned() } else { format!("{mark} {text}") };
    for (line, y) in wrap_clipped(&marked, inner.width.into(), inner.height.into()).iter().zip(inner.y..) {
        put(line, style, row_at(inner, y), screen);
    }
}
