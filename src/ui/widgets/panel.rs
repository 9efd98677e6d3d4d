//! A frame with a title around a part of the screen.

use super::{Look, Role};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget as _};

/// Where the keys go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// Here.
    Here,
    /// To another part of the screen.
    #[default]
    Elsewhere,
}

/// A frame; the panel that has the keys says so with `>` before its title.
#[derive(Clone, Copy, Debug, Default)]
pub struct Panel<'a> {
    /// Upper left.
    pub title: &'a str,
    /// Lower right: a count, "saved", how to get on.
    pub note: &'a str,
    /// Whether it has the keys.
    pub focus: Focus,
}

impl Panel<'_> {
    /// Draws the frame and returns the area within, a blank column away from its sides.
    pub fn draw(&self, look: Look, area: Rect, screen: &mut Buffer) -> Rect {
        let area = area.intersection(screen.area);
        let (frame, title, mark) = match self.focus {
            Focus::Here => (Role::Focus, Role::Focus, ">"),
            Focus::Elsewhere => (Role::Frame, Role::Title, ""),
        };
        let mut block = Block::bordered().border_set(look.border()).border_style(look.style(frame));
        if !self.title.is_empty() {
            block = block.title(Line::styled(format!("{mark} {} ", self.title), look.style(title)));
        }
        if !self.note.is_empty() {
            let note = Line::styled(format!(" {} ", self.note), look.style(Role::Muted));
            block = block.title_bottom(note.right_aligned());
        }
        let inner = block.inner(area).inner(Margin::new(1, 0));
        block.render(area, screen);
        inner
    }
}
