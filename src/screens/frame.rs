//! What is round every screen: top line, step rail, key bar, and the box that lies over it all.

use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

use super::Desk;
use crate::domain::event::Step;
use crate::domain::flow::STEPS;
use crate::text::{catalog as t, clock, names, reference};
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{Focus, Panel, clear, put, put_right, row_at};
use crate::ui::width::{cells, clip, width};

/// The smallest screen that can be worked on.
pub const SMALLEST: (u16, u16) = (80, 24);
/// With fewer cells beside the round, the name of a case in the top line goes before the round.
const SHORTEST_CASE: usize = 12;

/// Columns that a text to be read takes at most.
pub const READING: u16 = 110;

/// The parts of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The top line.
    pub top: Rect,
    /// The step rail; empty on narrow screens.
    pub rail: Rect,
    /// The middle.
    pub middle: Rect,
    /// The reference panel; empty on narrow screens.
    pub panel: Rect,
    /// The line above the key bar: what was saved, what went wrong.
    pub status: Rect,
    /// The key bar.
    pub keys: Rect,
}

/// What the reference panel on the right stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// There is none.
    Nothing,
    /// A form or a menu.
    Form,
    /// A table of many columns: it gets the room first.
    Table,
}

/// Divides a screen of this size.
pub fn parts(area: Rect, panel: Beside) -> Parts {
    let line = |y: u16| Rect { y, height: 1, ..area };
    let body = Rect { y: area.y + 2, height: area.height.saturating_sub(4), ..area };
    let rail_width = if area.width >= 110 { 26 } else { 0 };
    let panel_width = match (panel, area.width) {
        (Beside::Form, 170..) => area.width / 3,
        (Beside::Form, 116..) => 32,
        (Beside::Table, 170..) => area.width / 5,
        _ => 0,
    };
    let rail = Rect { width: rail_width, ..body };
    let gap = u16::from(rail_width > 0) + 1;
    let panel_gap = if panel_width > 0 { 2 } else { 1 };
    let x = body.x + rail_width + gap;
    let middle_width = body.width.saturating_sub(rail_width + gap + panel_width + panel_gap);
    let middle = Rect { x, width: middle_width, ..body };
    let panel = Rect { x: middle.right() + panel_gap, width: panel_width.saturating_sub(1), ..body };
    Parts {
        top: line(area.y),
        rail,
        middle,
        panel,
        status: line(area.bottom().saturating_sub(2)),
        keys: line(area.bottom().saturating_sub(1)),
    }
}

/// The top line: exercise mark, case, round and step, group, who writes (and for how long, if `turn` says so),
/// exercise time.
pub fn draw_top(desk: &Desk<'_>, step: Step, turn: &str, area: Rect, frame: &mut Frame<'_>) {
    let lang = desk.lang;
    let view = &desk.view;
    let round = super::reference::round(desk, step);
    let case = round.and_then(|round| {
        let cell = crate::domain::sheet::Cell::form(
            crate::domain::sheet::Artefact::InitialResponse,
            Some(round),
            "case-name",
        );
        let value = view.value(&cell);
        let title = view.scenario(round).map(|scenario| scenario.case_kind.get(lang).to_owned());
        let named = crate::domain::environment::words_of(value).get(lang).to_owned();
        if named.is_empty() { title } else { Some(named) }
    });
    // On the console nobody writes for the group.
    let recorder = view
        .group
        .recorder
        .as_ref()
        .filter(|_| desk.seat != super::Seat::Facilitator)
        .map(|id| names::person(view.workshop, id, lang));
    let writes = recorder.map(|name| t::writes(&name, lang)).unwrap_or_default();
    let time = round.and_then(|round| view.play(round)).map(|play| clock::minute(play.minute, lang));
    let right = [writes, turn.to_owned(), time.unwrap_or_default()];
    let right =
        right.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join("  ");
    let seat = match desk.seat {
        super::Seat::Facilitator => t::CONSOLE.get(lang),
        super::Seat::Reader => t::READ_ONLY.get(lang),
        super::Seat::Participants => "",
    };
    let style = desk.look.style(Role::Banner);
    frame.buffer_mut().set_style(area, style);
    let rest = put_right(&right, style, area, frame.buffer_mut());
    let room = usize::from(rest.width.saturating_sub(2));
    // The step gives way first: its sheet says it again. Then the name of the case; the round is told if it can be.
    let group = names::group(view, lang);
    let round = step.round().map(|round| names::round(round).get(lang).to_owned()).unwrap_or_default();
    let spare = |parts: &[&str]| {
        let taken: usize = parts.iter().filter(|text| !text.is_empty()).map(|text| width(text) + 2).sum();
        room.saturating_sub(taken)
    };
    let exercise = names::EXERCISE.get(lang);
    let third = usize::from(area.width / 3);
    let beside = spare(&[exercise, seat, &group, &round]);
    let most = if beside < SHORTEST_CASE { third } else { beside.min(third) };
    let case = case.unwrap_or_default();
    let case = clip(&case, most);
    let spare = spare(&[exercise, seat, &case, &group]);
    let step = [names::step_in_full(step, lang), round];
    let step = step.into_iter().find(|text| width(text) <= spare).unwrap_or_default();
    let parts = [exercise, seat, &case, &step, &group];
    let left = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ");
    put(&left, style, Rect { width: rest.width.saturating_sub(2), ..rest }, frame.buffer_mut());
}

/// The steps of the workshop: done, here, open.
pub fn draw_rail(desk: &Desk<'_>, here: Step, area: Rect, frame: &mut Frame<'_>) {
    let mut y = area.y;
    let mut round = None;
    for step in STEPS {
        if y >= area.bottom() {
            break;
        }
        if step.round() != round {
            round = step.round();
            if let Some(round) = round {
                let text = names::round(round).get(desk.lang);
                put(text, desk.look.style(Role::Label), row_at(area, y), frame.buffer_mut());
                y += 1;
            }
        }
        let indent = if step.round().is_some() { " " } else { "" };
        let text = format!("{indent}{} {}", mark_of(desk, step, here), names::step(step).get(desk.lang));
        let role = if step == here { Role::Selection } else { Role::Text };
        put(&text, desk.look.style(role), row_at(area, y), frame.buffer_mut());
        y += 1;
    }
    // What the marks mean, where there is room for it.
    let first = area.bottom().saturating_sub(cells(reference::LEGEND.len()));
    for (words, y) in reference::LEGEND.iter().zip(first..area.bottom()).filter(|_| first > y) {
        put(words.get(desk.lang), desk.look.style(Role::Muted), row_at(area, y), frame.buffer_mut());
    }
}

/// Done, here or open, in ASCII: symbols of ambiguous width carry no meaning here.
pub fn mark_of(desk: &Desk<'_>, step: Step, here: Step) -> &'static str {
    match (step == here, desk.view.group.closed.contains(&step)) {
        (true, true) => "v>",
        (true, false) => " >",
        (false, true) => "v ",
        (false, false) => ". ",
    }
}

/// A box over the middle of the screen, for `rows` rows and at most `widest` columns; gives its inside.
pub fn over(area: Rect, rows: usize, widest: u16, frame: &mut Frame<'_>, look: Look) -> Rect {
    let outer = box_over(area, rows, widest);
    // The rows are cleared from edge to edge: what peeps out beside a box only disturbs.
    let rows = Rect { x: area.x, width: area.width, ..outer };
    clear(look, rows, frame.buffer_mut());
    Panel { focus: Focus::Here, ..Panel::default() }.draw(look, outer, frame.buffer_mut())
}

/// The inside of that box.
pub fn inside(area: Rect, rows: usize, widest: u16) -> Rect {
    let outer = box_over(area, rows, widest);
    outer.inner(Margin::new(2, 1))
}

/// Where that box is. The top line stays in view: it says that this is an exercise, and what time it is in it.
fn box_over(area: Rect, rows: usize, widest: u16) -> Rect {
    let width = widest.min(area.width.saturating_sub(2));
    let most = area.height.saturating_sub(3);
    let height = cells(rows + 2).min(most).max(4);
    let x = area.x + (area.width.saturating_sub(width)) / 2;
    let y = area.y + 1 + most.saturating_sub(height) / 3;
    Rect { x, y, width, height }.intersection(area)
}

/// How many rows and columns there are for a text that lies over the whole screen.
pub fn reading_room(area: Rect) -> (u16, u16) {
    let outer = box_over(area, usize::from(area.height), READING);
    (outer.width.saturating_sub(4), outer.height.saturating_sub(5))
}

/// The step drawn in row `y` of the rail.
pub fn step_at(rail: Rect, y: u16) -> Option<Step> {
    let mut row = rail.y;
    let mut round = None;
    for step in STEPS {
        if step.round() != round {
            round = step.round();
            row += u16::from(round.is_some());
        }
        if row == y {
            return Some(step);
        }
        row += 1;
    }
    None
}

/// The part of the middle where a sheet's fields are: below its title.
pub fn sheet_area(middle: Rect) -> Rect {
    Rect { y: middle.y + 1, height: middle.height.saturating_sub(1), ..middle }
}
