//! A menu: entries under headings, the chosen one's text beside or below it.
//!
//! Entries are made anew from the workshop whenever something happened; only the place of the cursor is kept.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::Wish;
use crate::message::Action;
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::width::{clip, width};
use crate::ui::wrap::wrap;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The heading it is the first under.
    pub heading: Option<String>,
    /// How it looks.
    pub role: Role,
    /// Title.
    pub title: String,
    /// A short note behind the title.
    pub note: String,
    /// What is shown when it is chosen.
    pub detail: String,
    /// What Enter does.
    pub wish: Wish,
}

impl Entry {
    /// An entry that does something.
    pub fn new(title: impl Into<String>, wish: Wish) -> Self {
        Self {
            heading: None,
            role: Role::Text,
            title: title.into(),
            note: String::new(),
            detail: String::new(),
            wish,
        }
    }

    /// The same with a heading before it.
    #[must_use]
    pub fn under(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }

    /// The same with a note behind the title.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The same with a text.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// The same in another role.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }
}

/// Puts `heading` before the first of `entries`.
pub fn headed(heading: &str, mut entries: Vec<Entry>) -> Vec<Entry> {
    if let Some(first) = entries.first_mut() {
        first.heading = Some(heading.to_owned());
    }
    entries
}

/// Where the cursor of a menu is.
#[derive(Clone, Debug, Default)]
pub struct Menu {
    /// The chosen entry.
    pub at: usize,
    /// First row of the detail that is shown.
    pub detail_top: usize,
    /// The last row it can be scrolled to.
    detail_last: usize,
}

impl Menu {
    /// Moves, or says what the chosen entry wants.
    pub fn act(&mut self, action: Action, entries: &[Entry]) -> Wish {
        let last = entries.len().saturating_sub(1);
        self.at = self.at.min(last);
        let before = self.at;
        match action {
            Action::Next | Action::Down => self.at = (self.at + 1).min(last),
            Action::Previous | Action::Up => self.at = self.at.saturating_sub(1),
            Action::PageDown if self.detail_top < self.detail_last => self.detail_top += 5,
            Action::PageUp if self.detail_top > 0 => self.detail_top = self.detail_top.saturating_sub(5),
            // Where there is nothing more to read, from part to part of the list.
            Action::PageDown => self.at = parts(entries).find(|place| *place > self.at).unwrap_or(last),
            Action::PageUp => self.at = parts(entries).filter(|place| *place < self.at).last().unwrap_or(0),
            // Something only to be read: Enter goes on to the next, so that nobody is stuck on it.
            Action::Open if entries.get(self.at).is_some_and(|entry| entry.wish == Wish::Nothing) => {
                self.at = if self.at < last { self.at + 1 } else { 0 };
            }
            Action::Open => {
                return entries.get(self.at).map_or(Wish::Nothing, |entry| entry.wish.clone());
            }
            _ => {}
        }
        if before != self.at {
            self.detail_top = 0;
        }
        Wish::Nothing
    }

    /// Puts the cursor on the entry at `at`; a click on the chosen one opens it.
    pub fn click(&mut self, entries: &[Entry], area: Rect, at: Position) -> Option<Action> {
        let list = list_area(entries, area);
        let row = usize::from(at.y.checked_sub(list.y).filter(|_| list.contains(at))?);
        let (lines, top) = self.shown(entries, list);
        let Some(Line::Entry(place)) = lines.get(top + row) else {
            return None;
        };
        if *place == self.at {
            return Some(Action::Open);
        }
        self.at = *place;
        self.detail_top = 0;
        None
    }

    /// Scrolls the text of the chosen entry, if that is what the wheel is over.
    pub fn wheel(&mut self, entries: &[Entry], area: Rect, at: Position, rows: isize) -> bool {
        let (_, detail) = split(area, entries);
        let over = detail.contains(at);
        if over {
            self.detail_top = self.detail_top.saturating_add_signed(rows);
        }
        over
    }

    /// The lines of the list, and the first one that is in view.
    fn shown(&self, entries: &[Entry], list: Rect) -> (Vec<Line>, usize) {
        let lines = lines(entries);
        let here = lines.iter().position(|line| *line == Line::Entry(self.at)).unwrap_or(0);
        let top = top_of(here, lines.len(), usize::from(list.height));
        (lines, top)
    }

    /// Nobody scrolls past the end of a text.
    pub fn arrange(&mut self, entries: &[Entry], area: Rect) {
        let (_, detail) = split(area, entries);
        let rows =
            entries.get(self.at).map_or(0, |entry| wrap(&entry.detail, usize::from(detail.width)).len());
        self.detail_last = rows.saturating_sub(usize::from(detail.height));
        self.detail_top = self.detail_top.min(self.detail_last);
    }

    /// Draws entries and the chosen one's text: side by side where there is room, else one above the other.
    pub fn draw(&self, entries: &[Entry], area: Rect, frame: &mut Frame<'_>, look: Look) {
        let at = self.at.min(entries.len().saturating_sub(1));
        let (mut list, detail) = split(area, entries);
        if lines(entries).len() > usize::from(list.height) {
            // There is more than is shown: say where one is.
            list.height -= u16::from(list.bottom() == area.bottom());
            let place = format!("{}/{}", at + 1, entries.len());
            put_right(
                &place,
                look.style(Role::Muted),
                Rect { y: list.bottom(), height: 1, ..list },
                frame.buffer_mut(),
            );
        }
        draw_list(entries, at, list, frame, look);
        if let Some(entry) = entries.get(at) {
            self.draw_detail(entry, detail, frame, look);
        }
    }

    fn draw_detail(&self, entry: &Entry, area: Rect, frame: &mut Frame<'_>, look: Look) {
        let lines = wrap(&entry.detail, usize::from(area.width));
        let most = lines.len().saturating_sub(usize::from(area.height));
        let top = self.detail_top.min(most);
        let more = top < most && area.height > 0;
        for (line, y) in lines.iter().skip(top).zip(area.y..area.bottom() - u16::from(more)) {
            put(line, look.style(Role::Text), row_at(area, y), frame.buffer_mut());
        }
        if more {
            let more = "-- PageDown --";
            put_right(more, look.style(Role::Muted), row_at(area, area.bottom() - 1), frame.buffer_mut());
        }
    }
}

/// The first entry of each part of a list.
fn parts(entries: &[Entry]) -> impl Iterator<Item = usize> {
    entries.iter().enumerate().filter(|(_, entry)| entry.heading.is_some()).map(|(place, _)| place)
}

/// Where the list is: a row less where it says that there is more than is shown.
fn list_area(entries: &[Entry], area: Rect) -> Rect {
    let (list, _) = split(area, entries);
    let cut = lines(entries).len() > usize::from(list.height) && list.bottom() == area.bottom();
    Rect { height: list.height - u16::from(cut), ..list }
}

fn draw_list(entries: &[Entry], at: usize, area: Rect, frame: &mut Frame<'_>, look: Look) {
    let lines = lines(entries);
    let here = lines.iter().position(|line| *line == Line::Entry(at)).unwrap_or(0);
    let height = usize::from(area.height);
    let top = top_of(here, lines.len(), height);
    let room = usize::from(area.width);
    for (line, y) in lines.iter().skip(top).zip(area.y..area.bottom()) {
        let (text, role) = match line {
            Line::Heading(entry) => (entries[*entry].heading.clone().unwrap_or_default(), Role::Label),
            Line::Space => continue,
            Line::Entry(entry) => {
                let marked = if *entry == at { "> " } else { "  " };
                let role = if *entry == at { Role::Selection } else { entries[*entry].role };
                (entry_line(marked, &entries[*entry], room), role)
            }
        };
        put(&text, look.style(role), row_at(area, y), frame.buffer_mut());
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Space,
    Heading(usize),
    Entry(usize),
}

fn lines(entries: &[Entry]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (place, entry) in entries.iter().enumerate() {
        if entry.heading.is_some() {
            if place > 0 {
                lines.push(Line::Space);
            }
            lines.push(Line::Heading(place));
        }
        lines.push(Line::Entry(place));
    }
    lines
}

fn entry_line(marked: &str, entry: &Entry, room: usize) -> String {
    let room = room.saturating_sub(width(marked));
    // A long note leaves the title at least half of the line.
    let for_note = room.saturating_sub(width(&entry.title).min(room / 2) + 2);
    let note =
        if entry.note.is_empty() { String::new() } else { format!("  {}", clip(&entry.note, for_note)) };
    let title = clip(&entry.title, room.saturating_sub(width(&note)));
    let gap = room.saturating_sub(width(&title) + width(&note));
    format!("{marked}{title}{}{note}", " ".repeat(gap))
}

/// The first line shown so that `here` is in view, with what comes before it.
pub fn top_of(here: usize, count: usize, height: usize) -> usize {
    let most = count.saturating_sub(height);
    here.saturating_sub(height / 2).min(most)
}

fn split(area: Rect, entries: &[Entry]) -> (Rect, Rect) {
    if area.width >= 100 {
        let left = (area.width / 2).min(76);
        let list = Rect { width: left, ..area };
        let detail = Rect { x: area.x + left + 2, width: area.width - left - 2, ..area };
        return (list, detail);
    }
    let wanted = u16::try_from(lines(entries).len()).unwrap_or(u16::MAX);
    let height = wanted.clamp(3, area.height.saturating_sub(8).max(3)).min(area.height);
    let list = Rect { height, ..area };
    let y = (area.y + height + 1).min(area.bottom());
    (list, Rect { y, height: area.bottom() - y, ..area })
}
