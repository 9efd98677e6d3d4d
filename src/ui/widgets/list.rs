//! A list, one row for each item, one of them selected.

use super::{Look, Role, put, put_right, top_that_shows};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// One row of a [`List`].
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// What it says.
    pub text: &'a str,
    /// At the right: a time, a state in words.
    pub note: &'a str,
    /// What it means; its mark is shown before the text.
    pub role: Role,
}

/// A list in view.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// All items.
    pub items: &'a [Item<'a>],
    /// The selected one.
    pub selected: Option<usize>,
    /// The first in view; see [`List::top_for`].
    pub top: usize,
}

impl List<'_> {
    /// The first item in view so that the selected one is seen in `height` rows.
    pub fn top_for(&self, height: u16) -> usize {
        top_that_shows(self.selected, self.top, self.items.len(), height.into())
    }

    /// The item drawn at `at` when the list is drawn in `area`.
    pub fn item_at(&self, area: Rect, at: Position) -> Option<usize> {
        let index = self.top + usize::from(at.y.checked_sub(area.y)?);
        (area.contains(at) && index < self.items.len()).then_some(index)
    }

    /// Draws the items in view; `>` stands before the selected one.
    pub fn draw(&self, look: Look, area: Rect, screen: &mut Buffer) {
        let area = area.intersection(screen.area);
        for (row, (index, item)) in area.rows().zip(self.items.iter().enumerate().skip(self.top)) {
            let selected = self.selected == Some(index);
            let style = look.style(if selected { Role::Selection } else { item.role });
            screen.set_style(row, style);
            let pointer = if selected { Role::Selection.mark() } else { "" };
            let row = put(&format!("{pointer:1}{:1} ", item.role.mark()), style, row, screen);
            let row = put_right(item.note, style, row, screen);
            put(
                item.text,
                style,
                Rect {
                    width: row.width.saturating_sub(1),
                    ..row
                },
                screen,
            );
        }
    }
}
