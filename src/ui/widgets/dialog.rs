//! A box in the middle of the screen that asks or tells something.

use super::{Focus, Look, Panel, Role, below, clear, paragraph, put};
use crate::ui::width::{cells, width};
use crate::ui::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};

/// The widest a box gets: longer rows are hard to read.
const WIDEST: u16 = 72;
/// Frame and one blank column at both sides.
const SIDES: u16 = 4;

/// One answer.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The key it lies on; empty for none.
    pub key: &'a str,
    /// What it does.
    pub words: &'a str,
}

/// A question with its answers.
#[derive(Clone, Copy, Debug)]
pub struct Dialog<'a> {
    /// What it is about.
    pub title: &'a str,
    /// What it asks or tells.
    pub text: &'a str,
    /// The answers, one to a row.
    pub choices: &'a [Choice<'a>],
    /// The answer that Enter gives.
    pub selected: usize,
}

impl Dialog<'_> {
    /// The box on a screen of this size.
    pub fn area(&self, screen: Rect) -> Rect {
        let text = self.text.split('\n').map(width).max().unwrap_or(0);
        let choices = self
            .choices
            .iter()
            .map(|choice| width(&words(choice)) + 2)
            .max()
            .unwrap_or(0);
        let widest = text.max(choices).max(width(self.title) + usize::from(SIDES));
        let columns = cells(widest).saturating_add(SIDES).min(WIDEST).min(screen.width);
        let text_rows = cells(wrap(self.text, columns.saturating_sub(SIDES).into()).len());
        // Frame above and below, a blank row between text and answers.
        let gap = if self.choices.is_empty() { 2 } else { 3 };
        let rows = text_rows
            .saturating_add(cells(self.choices.len()))
            .saturating_add(gap)
            .min(screen.height);
        Rect {
            x: screen.x + (screen.width - columns) / 2,
            y: screen.y + (screen.height - rows) / 2,
            width: columns,
            height: rows,
        }
    }

    /// The answer at `at` on a screen of this size.
    pub fn choice_at(&self, screen: Rect, at: Position) -> Option<usize> {
        let mut rows = self.choices_area(self.area(screen)).rows();
        rows.position(|row| row.contains(at))
            .filter(|&index| index < self.choices.len())
    }

    /// Draws the box over what is on the screen; `>` stands before the answer that Enter gives.
    pub fn draw(&self, look: Look, area: Rect, screen: &mut Buffer) {
        let area = self.area(area.intersection(screen.area));
        clear(look, area, screen);
        let inner = Panel {
            title: self.title,
            note: "",
            focus: Focus::Here,
        }
        .draw(look, area, screen);
        let choices = self.choices_area(area);
        let text = Rect {
            height: choices.y.saturating_sub(inner.y),
            ..inner
        };
        paragraph(self.text, look.style(Role::Text), text, screen);
        for (index, (row, choice)) in choices.rows().zip(self.choices).enumerate() {
            let (mark, role) = if index == self.selected {
                ("> ", Role::Selection)
            } else {
                ("  ", Role::Text)
            };
            screen.set_style(row, look.style(role));
            put(&format!("{mark}{}", words(choice)), look.style(role), row, screen);
        }
    }

    /// The answers stand at the bottom: they stay in view where the text is too long.
    fn choices_area(&self, area: Rect) -> Rect {
        let inner = area.inner(Margin::new(2, 1));
        let rows = cells(self.choices.len()).min(inner.height);
        below(inner, inner.height - rows)
    }
}

fn words(choice: &Choice<'_>) -> String {
    if choice.key.is_empty() {
        choice.words.to_owned()
    } else {
        format!("{}: {}", choice.key, choice.words)
    }
}
