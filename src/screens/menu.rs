//! A menu: entries under headings, the chosen one's text beside or below it.
//!
//! Entries are made anew from the workshop whenever something happened; only the place of the cursor is kept.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::Wish;
use crate::message::Action;
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::width::{cells, width};
use crate::ui::wrap::{wrap, wrap_clipped, wrap_first};

/// Rows of the list that a title takes at most.
const TITLE_ROWS: usize = 3;

/// Rows that are kept at most for the text of an entry below the list.
const DETAIL_ROWS: usize = 7;

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
        let laid = Laid::new(entries, area);
        let row = usize::from(at.y.checked_sub(laid.list.y).filter(|_| laid.list.contains(at))?);
        let place = laid.lines.get(laid.top(self.at) + row)?.entry?;
        if place == self.at {
            return Some(Action::Open);
        }
        self.at = place;
        self.detail_top = 0;
        None
    }

    /// Scrolls the text of the chosen entry, if that is what the wheel is over.
    pub fn wheel(&mut self, entries: &[Entry], area: Rect, at: Position, rows: isize) -> bool {
        let over = Laid::new(entries, area).detail.contains(at);
        if over {
            self.detail_top = self.detail_top.saturating_add_signed(rows);
        }
        over
    }

    /// Nobody scrolls past the end of a text.
    pub fn arrange(&mut self, entries: &[Entry], area: Rect) {
        let detail = Laid::new(entries, area).detail;
        let rows =
            entries.get(self.at).map_or(0, |entry| wrap(&entry.detail, usize::from(detail.width)).len());
        self.detail_last = last_top(rows, detail);
        self.detail_top = self.detail_top.min(self.detail_last);
    }

    /// Draws entries and the chosen one's text: side by side where there is room, else one above the other.
    pub fn draw(&self, entries: &[Entry], area: Rect, frame: &mut Frame<'_>, look: Look) {
        let at = self.at.min(entries.len().saturating_sub(1));
        let laid = Laid::new(entries, area);
        let list = laid.list;
        for (line, y) in laid.lines.iter().skip(laid.top(at)).zip(list.y..list.bottom()) {
            let chosen = line.entry == Some(at);
            let mark = match (line.entry, chosen && line.first) {
                (None, _) => "",
                (_, true) => "> ",
                (_, false) => "  ",
            };
            let role = if chosen { Role::Selection } else { line.role };
            put(&format!("{mark}{}", line.text), look.style(role), row_at(list, y), frame.buffer_mut());
        }
        if laid.is_cut() {
            // There is more than is shown: say where one is.
            let place = format!("{}/{}", at + 1, entries.len());
            let below = Rect { y: list.bottom(), height: 1, ..list };
            put_right(&place, look.style(Role::Muted), below, frame.buffer_mut());
        }
        if let Some(entry) = entries.get(at) {
            self.draw_detail(entry, laid.detail, frame, look);
        }
    }

    fn draw_detail(&self, entry: &Entry, area: Rect, frame: &mut Frame<'_>, look: Look) {
        let lines = wrap(&entry.detail, usize::from(area.width));
        let last = last_top(lines.len(), area);
        let top = self.detail_top.min(last);
        let text = Rect { height: area.height - u16::from(last > 0), ..area };
        for (line, y) in lines.iter().skip(top).zip(text.y..text.bottom()) {
            put(line, look.style(Role::Text), row_at(text, y), frame.buffer_mut());
        }
        if top < last {
            let more = "-- PageDown --";
            put_right(more, look.style(Role::Muted), row_at(area, text.bottom()), frame.buffer_mut());
        }
    }
}

/// The last row a text can be scrolled to: where it is longer than the area, the area's last row says so.
fn last_top(rows: usize, area: Rect) -> usize {
    let height = usize::from(area.height);
    if rows > height && height > 0 { rows - (height - 1) } else { 0 }
}

/// The first entry of each part of a list.
fn parts(entries: &[Entry]) -> impl Iterator<Item = usize> {
    entries.iter().enumerate().filter(|(_, entry)| entry.heading.is_some()).map(|(place, _)| place)
}

/// A row of the list.
struct Line {
    /// The entry it belongs to; headings and what parts them belong to none.
    entry: Option<usize>,
    /// Whether it is the first row of its entry.
    first: bool,
    role: Role,
    text: String,
}

/// The list as rows, and where it and the text of the chosen entry are.
struct Laid {
    lines: Vec<Line>,
    list: Rect,
    detail: Rect,
}

impl Laid {
    /// Side by side where there is room: the list gets what its longest line asks for, within bounds. Else one above
    /// the other.
    fn new(entries: &[Entry], area: Rect) -> Self {
        if area.width >= 100 {
            let widest = cells(entries.iter().map(cells_wanted).max().unwrap_or_default());
            let left = widest.clamp(area.width / 3, area.width / 5 * 3);
            let x = area.x + left + 2;
            let list = Rect { width: left, ..area };
            let detail = Rect { x, width: area.width - left - 2, ..area };
            return Self { lines: lines(entries, left.into()), list, detail }.with_place(area);
        }
        let lines = lines(entries, area.width.into());
        let text = cells(detail_rows(entries, area.width.into()));
        let most = area.height.saturating_sub(text + 1).max(3);
        let height = cells(lines.len()).clamp(3, most).min(area.height);
        let y = (area.y + height + 1).min(area.bottom());
        let detail = Rect { y, height: area.bottom() - y, ..area };
        Self { lines, list: Rect { height, ..area }, detail }.with_place(area)
    }

    /// A row less for the list where it has to say, in the last row of the area, that there is more.
    fn with_place(mut self, area: Rect) -> Self {
        self.list.height -= u16::from(self.is_cut() && self.list.bottom() == area.bottom());
        self
    }

    fn is_cut(&self) -> bool {
        self.lines.len() > usize::from(self.list.height)
    }

    /// The first row shown so that the entry is in view.
    fn top(&self, entry: usize) -> usize {
        let here = self.lines.iter().position(|line| line.entry == Some(entry)).unwrap_or(0);
        top_of(here, self.lines.len(), usize::from(self.list.height))
    }
}

/// Rows that are kept for the text of the chosen entry: the same for all, so that the list stays where it is.
fn detail_rows(entries: &[Entry], room: usize) -> usize {
    let rows = |entry: &Entry| wrap_first(&entry.detail, room, DETAIL_ROWS).len();
    let mut most = 1;
    for entry in entries {
        most = most.max(rows(entry));
        if most == DETAIL_ROWS {
            break;
        }
    }
    most
}

/// Cells of an entry and its heading, if nothing is wrapped.
fn cells_wanted(entry: &Entry) -> usize {
    let note = if entry.note.is_empty() { 0 } else { 2 + width(&entry.note) };
    let heading = entry.heading.as_deref().map_or(0, width);
    heading.max(2 + width(&entry.title) + note)
}

/// The rows of a list in `room` cells.
fn lines(entries: &[Entry], room: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let plain = |role, text| Line { entry: None, first: false, role, text };
    for (place, entry) in entries.iter().enumerate() {
        if let Some(heading) = &entry.heading {
            if place > 0 {
                lines.push(plain(Role::Text, String::new()));
            }
            lines.extend(hanging(heading, room).into_iter().map(|text| plain(Role::Label, text)));
        }
        let rows = entry_rows(entry, room.saturating_sub(2)).into_iter().enumerate();
        lines.extend(rows.map(|(row, text)| Line {
            entry: Some(place),
            first: row == 0,
            role: entry.role,
            text,
        }));
    }
    lines
}

/// Title on the left and note on the right, each in the rows it takes.
fn entry_rows(entry: &Entry, room: usize) -> Vec<String> {
    if entry.note.is_empty() {
        return hanging(&entry.title, room);
    }
    // A long note leaves the title at least half of the line.
    let for_note = room.saturating_sub(width(&entry.title).min(room / 2) + 2);
    let for_note = width(&entry.note).min(for_note);
    let titles = hanging(&entry.title, room.saturating_sub(for_note + 2));
    let notes = wrap(&entry.note, for_note);
    let rows = titles.len().max(notes.len());
    let row = |row: usize| {
        let title = titles.get(row).map_or("", String::as_str);
        let note = notes.get(row).copied().unwrap_or_default();
        let gap = room.saturating_sub(width(title) + width(note));
        format!("{title}{}{note}", " ".repeat(gap))
    };
    (0..rows).map(row).collect()
}

/// A title in the rows it takes, those after the first set in so that it is told from the next.
fn hanging(text: &str, room: usize) -> Vec<String> {
    if width(text) <= room && !text.contains('\n') {
        return vec![text.to_owned()];
    }
    let before = text.len() - text.trim_start_matches(' ').len();
    let mut rows = wrap_clipped(text, room.saturating_sub(before + 2), TITLE_ROWS);
    for row in rows.iter_mut().skip(1) {
        row.insert_str(0, &" ".repeat(before + 2));
    }
    rows
}

/// The first line shown so that `here` is in view, with what comes before it.
pub fn top_of(here: usize, count: usize, height: usize) -> usize {
    let most = count.saturating_sub(height);
    here.saturating_sub(height / 2).min(most)
}
