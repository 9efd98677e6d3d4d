//! Something to read: help, reference, the detail of an arrival. Scrolls; changes nothing.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::reference::{Passage, Tab};
use crate::message::Action;
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, row_at};
use crate::ui::wrap::wrap;

/// What is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Reference, at one of its tabs.
    Reference(Tab),
    /// Help for where one was.
    Help,
    /// What is missing before a step closes; Enter closes it all the same.
    Gaps(crate::domain::event::Step),
    /// Any other text, with its title.
    Text(String, String),
}

/// A text and how far it is scrolled.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What is being read.
    pub subject: Subject,
    /// First row shown.
    pub top: usize,
    /// The article of the reference that was looked for; it is marked.
    pub found: Option<String>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// Still open.
    Open,
    /// Left.
    Left,
    /// Said yes to.
    Agreed,
}

impl Reading {
    /// From the top.
    pub fn new(subject: Subject) -> Self {
        Self { subject, top: 0, found: None }
    }

    /// Scrolls, turns to another tab, or leaves.
    pub fn act(&mut self, action: Action) -> Read {
        match action {
            Action::Down => self.top += 1,
            Action::Up => self.top = self.top.saturating_sub(1),
            Action::PageDown => self.top += 10,
            Action::PageUp => self.top = self.top.saturating_sub(10),
            Action::Next => self.turn(Tab::next),
            Action::Previous => self.turn(Tab::previous),
            Action::Open if matches!(self.subject, Subject::Gaps(_)) => return Read::Agreed,
            Action::Open | Action::Back | Action::Help | Action::Reference => return Read::Left,
            _ => {}
        }
        Read::Open
    }

    fn turn(&mut self, to: impl Fn(Tab) -> Tab) {
        if let Subject::Reference(tab) = &mut self.subject {
            *tab = to(*tab);
            self.top = 0;
            self.found = None;
        }
    }
}

/// How many rows passages take at this width.
pub fn rows(passages: &[Passage], columns: u16) -> usize {
    let rows = passages.iter().map(|passage| wrap(&passage.text, usize::from(columns)).len());
    rows.sum()
}

/// Draws passages from row `top`; says how many rows there are in all.
pub fn draw(passages: &[Passage], top: usize, area: Rect, frame: &mut Frame<'_>, look: Look) -> usize {
    let room = usize::from(area.width);
    let rows: Vec<(&str, Role)> = passages
        .iter()
        .flat_map(|passage| wrap(&passage.text, room).into_iter().map(|line| (line, passage.role)))
        .collect();
    let most = rows.len().saturating_sub(usize::from(area.height));
    for ((line, role), y) in rows.iter().skip(top.min(most)).zip(area.y..area.bottom()) {
        put(line, look.style(*role), row_at(area, y), frame.buffer_mut());
    }
    rows.len()
}
