//! Something to read: help, reference, the detail of an arrival. Scrolls; changes nothing.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::reference::{Passage, Tab};
use crate::message::Action;
use crate::ui::theme::Look;
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
    /// Who wrote how much.
    Contributions,
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

/// The first rows of passages, each as a passage of its own.
pub fn beginning(passages: &[Passage], columns: u16, rows: usize) -> Vec<Passage> {
    let columns = usize::from(columns);
    let lines = passages.iter().flat_map(|passage| {
        let lines = wrap(&passage.text, columns).into_iter();
        lines.map(|line| Passage::new(passage.role, line))
    });
    lines.take(rows).collect()
}

/// Draws passages from row `top`; says how many rows there are in all.
pub fn draw(passages: &[Passage], top: usize, area: Rect, frame: &mut Frame<'_>, look: Look) -> usize {
    let all = rows(passages, area.width);
    draw_from(passages, top.min(all.saturating_sub(usize::from(area.height))), area, frame, look);
    all
}

/// Draws passages from a row that is known to be there. Wraps no more than is shown: what everybody was told in a day
/// is long.
pub fn draw_from(passages: &[Passage], top: usize, area: Rect, frame: &mut Frame<'_>, look: Look) {
    let room = usize::from(area.width);
    let rows = passages
        .iter()
        .flat_map(|passage| wrap(&passage.text, room).into_iter().map(|line| (line, passage.role)));
    for ((line, role), y) in rows.skip(top).zip(area.y..area.bottom()) {
        put(line, look.style(role), row_at(area, y), frame.buffer_mut());
    }
}
