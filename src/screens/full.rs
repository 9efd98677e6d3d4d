//! What takes the whole screen: the page between two writers, and the big clock. Nothing of the workshop shows behind.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::words::Lang;
use crate::text::{names, stage as t};
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{big, paragraph, put, row_at};
use crate::ui::width::{cells, width};
use crate::ui::wrap::wrap_clipped;

/// A page of a few lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Title.
    pub title: &'static str,
    /// Its lines.
    pub lines: Vec<Line>,
    /// How it is left.
    pub hint: &'static str,
}

/// A line with what it is about before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is about; may be empty.
    pub label: &'static str,
    /// The text.
    pub text: String,
    /// How it looks.
    pub role: Role,
}

/// Times for the whole room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// Exercise time, if it has begun.
    pub exercise: Option<Dial>,
    /// Where that is on the calendar.
    pub calendar: Option<Dial>,
    /// What is left of the time box.
    pub left: Option<Dial>,
}

/// A time in words and in big digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dial {
    /// What it is, in words.
    pub label: String,
    /// The digits.
    pub digits: String,
}

/// That it is an exercise stays in view, whatever takes the screen.
fn draw_mark(area: Rect, frame: &mut Frame<'_>, look: Look, lang: Lang) {
    let style = look.style(Role::Banner);
    let top = row_at(area, area.y);
    frame.buffer_mut().set_style(top, style);
    put(names::EXERCISE.get(lang), style, top, frame.buffer_mut());
}

/// Columns of the labels of a page.
const LABELS: u16 = 24;

/// Draws a page.
pub fn draw_page(page: &Page, area: Rect, frame: &mut Frame<'_>, look: Look, lang: Lang) {
    draw_mark(area, frame, look, lang);
    let rows = cells(page.lines.len() * 2 + 4);
    let column = area.width.saturating_sub(8).min(90);
    let x = area.x + area.width.saturating_sub(column) / 2;
    let y = area.y + area.height.saturating_sub(rows) / 3;
    let mut rest = Rect { x, y, width: column, height: area.bottom().saturating_sub(y + 1) };
    let below = |rest: Rect, rows: u16| Rect {
        y: rest.y + rows.min(rest.height),
        height: rest.height.saturating_sub(rows),
        ..rest
    };
    put(page.title, look.style(Role::Focus), row_at(rest, rest.y), frame.buffer_mut());
    rest = below(rest, 2);
    for line in &page.lines {
        put(line.label, look.style(Role::Text), row_at(rest, rest.y), frame.buffer_mut());
        let indent = if line.label.is_empty() { 0 } else { LABELS.min(rest.width) };
        let text = Rect { x: rest.x + indent, width: rest.width - indent, ..rest };
        let marked = format!("{} {}", line.role.mark(), line.text);
        let left = paragraph(marked.trim_start(), look.style(line.role), text, frame.buffer_mut());
        rest = below(rest, left.y.saturating_sub(rest.y) + 1);
    }
    put(page.hint, look.style(Role::Key), row_at(rest, rest.y), frame.buffer_mut());
}

/// Draws the clock: exercise time above all, below it its time of day and what is left of the time box.
pub fn draw_clock(clock: &Clock, area: Rect, frame: &mut Frame<'_>, look: Look, lang: Lang) {
    draw_mark(area, frame, look, lang);
    let hint = row_at(area, area.bottom().saturating_sub(1));
    put(t::ESC_CLOSES.get(lang), look.style(Role::Key), hint, frame.buffer_mut());
    let room = Rect {
        x: area.x + 1,
        y: area.y + 2,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(4),
    };
    let lower: Vec<&Dial> = clock.calendar.iter().chain(&clock.left).collect();
    let above = if lower.is_empty() { room.height } else { room.height * 3 / 5 };
    let upper = Rect { height: above, ..room };
    if let Some(dial) = &clock.exercise {
        draw_dial(dial, 1, upper, frame, look);
    } else {
        let text = t::NO_TIME_YET.get(lang);
        centred(text, Role::Title, row_at(upper, upper.y + upper.height / 2), frame, look);
    }
    let share = room.width / cells(lower.len().max(1));
    // Words that are too long for one row get two, beside each other on the same rows.
    let rows = if lower.iter().any(|dial| width(&dial.label) > share.into()) { 2 } else { 1 };
    for (place, dial) in (0..).zip(lower) {
        let x = room.x + share * place;
        let part = Rect { x, y: upper.bottom(), width: share, height: room.height - above };
        draw_dial(dial, rows, part, frame, look);
    }
}

/// A time: its words, on the last of `rows` rows or on all of them, and under them the digits.
fn draw_dial(dial: &Dial, rows: u16, area: Rect, frame: &mut Frame<'_>, look: Look) {
    let words = wrap_clipped(&dial.label, area.width.into(), rows.into());
    let first = area.y + rows - cells(words.len());
    for (line, y) in words.iter().zip(first..) {
        centred(line, Role::Title, row_at(area, y), frame, look);
    }
    // A blank row below, and columns at the sides, keep two dials apart.
    let digits = Rect {
        x: area.x + 2,
        y: area.y + rows,
        width: area.width.saturating_sub(4),
        height: area.height.saturating_sub(rows + 1),
    };
    if big(&dial.digits, look, digits, frame.buffer_mut()) == 0 {
        centred(&dial.digits, Role::Title, row_at(area, area.y + rows), frame, look);
    }
}

fn centred(text: &str, role: Role, row: Rect, frame: &mut Frame<'_>, look: Look) {
    let spare = row.width.saturating_sub(cells(width(text)));
    let x = row.x + spare / 2;
    put(text, look.style(role), Rect { x, width: row.width - spare / 2, ..row }, frame.buffer_mut());
}
