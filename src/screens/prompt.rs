//! Asking for a text: a name, a reason, a note; or for a yes.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::Ask;
use crate::message::Action;
use crate::ui::text_field::{EditKey, Edited, Mode, TextField};
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, row_at};
use crate::ui::wrap::wrap;

/// A question with a field, or with a yes and no.
#[derive(Clone, Debug)]
pub struct Prompt {
    /// What the answer is for.
    pub ask: Ask,
    /// The question.
    pub title: String,
    /// What to write, or what will happen.
    pub hint: String,
    /// What is wrong with the answer so far.
    pub problem: Option<String>,
    /// The text, unless only a yes is asked for.
    pub field: Option<TextField>,
}

/// What became of a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// This was the answer.
    Text(String),
}

impl Prompt {
    /// A question answered by a text.
    pub fn text(ask: Ask, title: impl Into<String>, hint: impl Into<String>, text: &str) -> Self {
        let field = Some(TextField::new(text, Mode::Short));
        Self { ask, title: title.into(), hint: hint.into(), problem: None, field }
    }

    /// A question answered by yes or no.
    pub fn yes(ask: Ask, title: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { ask, title: title.into(), hint: hint.into(), problem: None, field: None }
    }

    /// Takes typed text.
    pub fn type_text(&mut self, text: &str) {
        if let Some(field) = &mut self.field {
            let _ = field.paste(text);
            self.problem = None;
        }
    }

    /// An edit.
    pub fn edit(&mut self, key: EditKey) -> Edited {
        self.field.as_mut().map_or(Edited::Nothing, |field| field.edit(key))
    }

    /// Answers or leaves.
    pub fn act(&self, action: Action) -> Answered {
        match action {
            Action::Open => Answered::Text(self.field.as_ref().map(TextField::text).unwrap_or_default()),
            Action::Back => Answered::Left,
            _ => Answered::Open,
        }
    }

    /// Sets the layout of the field for a screen of this size.
    pub fn arrange(&mut self, width: u16) {
        if let Some(field) = &mut self.field {
            field.layout(width.saturating_sub(6).min(74), 3);
        }
    }

    /// Draws it; gives the real cursor.
    pub fn draw(&self, area: Rect, frame: &mut Frame<'_>, look: Look) -> Option<Position> {
        let room = usize::from(area.width).saturating_sub(6).min(74);
        let title = wrap(&self.title, room);
        let hint = wrap(self.problem.as_ref().unwrap_or(&self.hint), room);
        let rows = title.len() + hint.len() + if self.field.is_some() { 4 } else { 0 };
        let inner = super::frame::over(area, rows, 78, frame, look);
        let hint_role = if self.problem.is_some() { Role::Error } else { Role::Muted };
        let mut y = inner.y;
        let lines =
            title.iter().map(|line| (line, Role::Title)).chain(hint.iter().map(|line| (line, hint_role)));
        for (line, role) in lines {
            if y < inner.bottom() {
                put(line, look.style(role), row_at(inner, y), frame.buffer_mut());
                y += 1;
            }
        }
        let field = self.field.as_ref()?;
        let area = Rect { y, height: inner.bottom().saturating_sub(y).min(3), ..inner };
        field.draw(area, frame.buffer_mut(), look.theme, true);
        field.cursor(area)
    }
}
