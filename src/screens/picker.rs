//! Picking from a list by typing a few letters: owners, options, actions, steps, versions.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::menu::top_of;
use super::{Pick, search};
use crate::domain::words::Lang;
use crate::message::Action;
use crate::ui::text_field::{EditKey, Mode, TextField};
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::wrap::wrap;

/// Columns of the box at most.
const WIDEST: u16 = 76;

/// A list to pick from.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is picked, and what for.
    pub pick: Pick,
    /// Title; for a question, the question.
    pub title: String,
    /// Everything there is.
    pub options: Vec<Choice>,
    /// Whether several may be marked.
    pub several: bool,
    search: Search,
    filter: TextField,
    at: usize,
    marking: Marking,
}

/// How the filter finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Search {
    /// Every word as it stands; the order of the list stays.
    Words,
    /// Letters in their order, perhaps with others between; what fits best comes first.
    Fuzzy,
}

/// Whether somebody has set or taken away a mark here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marking {
    Untouched,
    ByHand,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name.
    pub id: String,
    /// What is shown.
    pub label: String,
    /// A note behind it.
    pub note: String,
    /// What else finds it, one a line: reading, the other language.
    pub finds: String,
    /// Whether it is marked now.
    pub marked: bool,
}

impl Choice {
    /// An option found by its label alone.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { id: id.into(), label: label.into(), note: String::new(), finds: String::new(), marked: false }
    }

    /// The same with a note.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same, found by more.
    #[must_use]
    pub fn finds(mut self, finds: impl Into<String>) -> Self {
        self.finds = finds.into();
        self
    }

    /// All that is known of it.
    fn everything(&self) -> String {
        format!("{} {} {} {}", self.label, self.id, self.finds, self.note)
    }
}

/// What became of a picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// It is still open.
    Open,
    /// It was left.
    Left,
    /// This was picked.
    One(String),
    /// These are marked.
    Several(Vec<String>),
}

impl Picker {
    /// A list with the cursor on the first marked option.
    pub fn new(pick: Pick, title: impl Into<String>, options: Vec<Choice>) -> Self {
        let at = options.iter().position(|option| option.marked).unwrap_or(0);
        let filter = TextField::new("", Mode::Short);
        Self {
            pick,
            title: title.into(),
            options,
            several: false,
            search: Search::Words,
            filter,
            at,
            marking: Marking::Untouched,
        }
    }

    /// The same for several.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// The same, found also by some of the letters of what finds an option.
    #[must_use]
    pub fn fuzzy(mut self) -> Self {
        self.search = Search::Fuzzy;
        self
    }

    /// Takes typed text as filter.
    pub fn type_text(&mut self, text: &str) {
        let _ = self.filter.insert(text);
        self.at = 0;
    }

    /// An edit of the filter.
    pub fn edit(&mut self, key: EditKey) {
        self.filter.edit(key);
        self.at = 0;
    }

    /// Moves, picks, marks or leaves.
    pub fn act(&mut self, action: Action) -> Picked {
        let shown = self.shown();
        let last = shown.len().saturating_sub(1);
        self.at = self.at.min(last);
        match action {
            Action::PageDown => self.at = (self.at + 10).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(10),
            Action::Next if self.several => {
                if let Some(place) = shown.get(self.at).copied() {
                    self.mark(place);
                }
            }
            Action::Next | Action::Down => self.at = (self.at + 1).min(last),
            Action::Previous | Action::Up => self.at = self.at.saturating_sub(1),
            Action::Back => return Picked::Left,
            Action::Open => return self.picked(&shown),
            _ => {}
        }
        Picked::Open
    }

    /// Sets a mark or takes it away. The filter has served: the next name can be typed at once.
    fn mark(&mut self, place: usize) {
        self.options[place].marked ^= true;
        self.marking = Marking::ByHand;
        if !self.filter.is_empty() {
            self.filter = TextField::new("", Mode::Short);
            self.at = place;
        }
    }

    /// Enter picks the option under the cursor, or adds it to the marks; where marks were set by hand, it confirms
    /// them, so that the last one can be taken away too. A filter typed since then names one more.
    fn picked(&mut self, shown: &[usize]) -> Picked {
        let Some(place) = shown.get(self.at).copied() else {
            return Picked::Open;
        };
        if !self.several {
            return Picked::One(self.options[place].id.clone());
        }
        if self.marking == Marking::Untouched || !self.filter.is_empty() {
            self.options[place].marked = true;
        }
        let marked = self.options.iter().filter(|option| option.marked);
        Picked::Several(marked.map(|option| option.id.clone()).collect())
    }

    /// Places of the options that the filter lets through.
    fn shown(&self) -> Vec<usize> {
        let wanted = self.filter.text();
        match self.search {
            Search::Words => search::holding(&wanted, self.options.iter().map(Choice::everything)),
            Search::Fuzzy => search::ranked(&wanted, self.options.iter().map(|option| option.finds.as_str())),
        }
    }

    /// Sets the layout of the filter for a screen of this size.
    pub fn arrange(&mut self, width: u16) {
        self.filter.layout(width.saturating_sub(10).min(60), 1);
    }

    /// Draws it; gives the real cursor.
    pub fn draw(&self, area: Rect, frame: &mut Frame<'_>, look: Look, lang: Lang) -> Option<Position> {
        let shown = self.shown();
        let room = usize::from(area.width.saturating_sub(2).min(WIDEST)).saturating_sub(4);
        let title = wrap(&self.title, room);
        let rows = title.len() + 2 + shown.len().max(1);
        let inner = super::frame::over(area, rows, WIDEST, frame, look);
        let mut y = inner.y;
        // However long the question, the filter and the first options stay in view.
        let most = usize::from(inner.height).saturating_sub(1 + shown.len().clamp(1, 4));
        for line in title.iter().take(most) {
            put(line, look.style(Role::Title), row_at(inner, y), frame.buffer_mut());
            y += 1;
        }
        let field = Rect { x: inner.x + 2, y, width: inner.width.saturating_sub(2), height: 1 };
        put("/", look.style(Role::Muted), row_at(inner, y), frame.buffer_mut());
        self.filter.draw(field, frame.buffer_mut(), look.theme, true);
        let cursor = self.filter.cursor(field);
        let height = usize::from(inner.bottom().saturating_sub(y + 1));
        let at = self.at.min(shown.len().saturating_sub(1));
        if shown.len() > height {
            // There is more than is shown: say where one is.
            let place = format!("{}/{}", at + 1, shown.len());
            put_right(&place, look.style(Role::Muted), row_at(inner, y), frame.buffer_mut());
        }
        y += 1;
        let top = top_of(at, shown.len(), height);
        for ((line, place), y) in shown.iter().enumerate().skip(top).zip(y..inner.bottom()) {
            let option = &self.options[*place];
            let mark = match (self.several, option.marked) {
                (true, true) => "[x] ",
                (true, false) => "[ ] ",
                (false, true) => "* ",
                (false, false) => "  ",
            };
            let text =
                format!("{}{mark}{}  {}", if line == at { ">" } else { " " }, option.label, option.note);
            let role = if line == at { Role::Selection } else { Role::Text };
            put(&text, look.style(role), row_at(inner, y), frame.buffer_mut());
        }
        if shown.is_empty() && y < inner.bottom() {
            let text = crate::text::catalog::NOTHING_FOUND;
            put(text.get(lang), look.style(Role::Muted), row_at(inner, y), frame.buffer_mut());
        }
        cursor
    }
}
