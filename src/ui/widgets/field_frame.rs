//! What stands around a field of a form: its name, whether it is required, its hint, how it stands.
//!
//! The field itself is a `TextField` or whatever the form puts into the area returned.

use super::{Focus, Look, Role, below, first_row, paragraph, put, put_right};
use crate::ui::width::cells;
use crate::ui::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of the line at the left of a field, by which an empty one can be seen.
const EDGE: u16 = 2;

/// The surroundings of one field.
#[derive(Clone, Copy, Debug)]
pub struct FieldFrame<'a> {
    /// Its name.
    pub label: &'a str,
    /// The word that says it must be filled in; empty where it need not be.
    pub required: &'a str,
    /// What to write; empty for nothing.
    pub hint: &'a str,
    /// How it stands ("saved"), and what that means.
    pub state: (&'a str, Role),
    /// Whether one is typing in it.
    pub focus: Focus,
}

impl FieldFrame<'_> {
    /// Rows above the field at `width` columns.
    pub fn rows_above(&self, width: u16) -> u16 {
        1 + cells(self.hint_rows(width))
    }

    /// Where the field is drawn in `area`.
    pub fn inner(&self, area: Rect) -> Rect {
        let area = below(area, self.rows_above(area.width));
        let edge = EDGE.min(area.width);
        Rect {
            x: area.x + edge,
            width: area.width - edge,
            ..area
        }
    }

    /// Draws the surroundings and returns the area for the field.
    pub fn draw(&self, look: Look, area: Rect, screen: &mut Buffer) -> Rect {
        let inner = self.inner(area);
        let (pointer, label) = match self.focus {
            Focus::Here => ("> ", Role::Focus),
            Focus::Elsewhere => ("  ", Role::Label),
        };
        let (state, role) = self.state;
        let row = put_right(state, look.style(role), first_row(area), screen);
        let row = put(
            &format!("{pointer}{}", self.label),
            look.style(label),
            row,
            screen,
        );
        if !self.required.is_empty() {
            put(
                &format!(" [{}]", self.required),
                look.style(Role::Required),
                row,
                screen,
            );
        }
        let hint = Rect {
            y: area.y + 1,
            height: inner.y.saturating_sub(area.y + 1),
            ..indented(area)
        };
        if !self.hint.is_empty() {
            paragraph(self.hint, look.style(Role::Muted), hint, screen);
        }
        let edge = look.border().vertical_left;
        for row in (Rect {
            x: area.x,
            width: EDGE.min(area.width),
            ..inner
        })
        .rows()
        {
            put(
                edge,
                look.style(if self.focus == Focus::Here {
                    Role::Focus
                } else {
                    Role::Frame
                }),
                row,
                screen,
            );
        }
        inner
    }

    fn hint_rows(&self, width: u16) -> usize {
        if self.hint.is_empty() {
            0
        } else {
            wrap(self.hint, width.saturating_sub(EDGE).into()).len()
        }
    }
}

fn indented(area: Rect) -> Rect {
    let edge = EDGE.min(area.width);
    Rect {
        x: area.x + edge,
        width: area.width - edge,
        ..area
    }
}
