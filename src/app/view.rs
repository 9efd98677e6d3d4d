//! Draws the model. Reads it and changes nothing.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::able::works;
use super::context;
use super::model::{Model, Over, Tone};
use super::{hand_over, readings, stage, tour};
use crate::domain::sheet::Artefact;
use crate::keymap::Context;
use crate::message::Action;
use crate::screens::full::{Clock, Dial};
use crate::screens::reading::{self, Reading, Subject};
use crate::screens::reference::search::Purpose;
use crate::screens::{Desk, Pending, frame, full, listing};
use crate::text::{catalog as t, clock, gap, refusal, stage as words};
use crate::ui::theme::Role;
use crate::ui::widgets::{banner, ground, key_bar, paragraph, put, put_right, row_at};
use crate::ui::width::width;

/// Draws everything.
pub fn draw(model: &Model, screen: &mut Frame<'_>) {
    let area = screen.area();
    ground(model.look.style(Role::Text), screen.buffer_mut());
    if area.width < frame::SMALLEST.0 || area.height < frame::SMALLEST.1 {
        return centred(t::TOO_SMALL.get(model.lang), model, area, screen);
    }
    if model.blank {
        return centred(t::BLANK.get(model.lang), model, area, screen);
    }
    let Some(desk) = model.desk() else { return };
    let area = draw_lesson(model, area, screen);
    match &model.over {
        Some(Over::HandOver(who)) => {
            full::draw_page(&hand_over::page(model, who), area, screen, model.look, model.lang);
            return draw_banner(alarm(model), model, area, screen);
        }
        Some(Over::Clock) => {
            full::draw_clock(&times(model), area, screen, model.look, model.lang);
            return draw_banner(alarm(model), model, area, screen);
        }
        _ => {}
    }
    let parts = model.parts();
    let turn = stage::turn(model).map(|(minutes, meant)| words::turn(minutes, meant, model.lang));
    frame::draw_top(&desk, model.step, turn.as_deref().unwrap_or_default(), parts.top, screen);
    draw_banner(alarm(model).or_else(|| news(model)), model, area, screen);
    if !parts.rail.is_empty() {
        frame::draw_rail(&desk, model.step, parts.rail, screen);
    }
    if !parts.panel.is_empty() {
        draw_panel(model, parts.panel, screen);
    }
    let mut cursor = draw_middle(model, &desk, parts.middle, screen);
    draw_status(model, parts.status, screen);
    key_bar(&keys(model), model.look, parts.keys, screen.buffer_mut());
    match &model.over {
        Some(Over::Picker(picker)) => cursor = picker.draw(area, screen, model.look, model.lang),
        Some(Over::Prompt(prompt)) => cursor = prompt.draw(area, screen, model.look),
        Some(Over::Search(search)) => cursor = search.draw(&desk, model.sheet.as_ref(), area, screen),
        Some(Over::Reading(reading)) => {
            draw_reading(model, &desk, reading, area, screen);
            cursor = None;
        }
        Some(Over::HandOver(_) | Over::Clock) | None => {}
    }
    if let Some(cursor) = cursor {
        screen.set_cursor_position(cursor);
    }
}

fn centred(text: &str, model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let y = area.y + area.height / 2;
    if area.height > 0 {
        put(text, model.look.style(Role::Text), row_at(area, y), screen.buffer_mut());
    }
}

/// What must not be overlooked, whatever takes the screen.
fn alarm(model: &Model) -> Option<(String, Role)> {
    let lang = model.lang;
    if model.workshop.broken_off {
        let may_resume = works(model, Action::BreakOff);
        let told = if may_resume { t::BROKEN_OFF } else { words::BROKEN_OFF_FOR_NOW };
        return Some((told.get(lang).to_owned(), Role::Error));
    }
    let failure = model.failure.as_ref()?;
    Some((t::not_saved(failure, &key(model, Action::Palette), lang), Role::Error))
}

/// What can wait until somebody looks.
fn news(model: &Model) -> Option<(String, Role)> {
    let lang = model.lang;
    if !model.view().is_none_or(|view| view.group.conflicts.is_empty()) {
        return Some((t::CONFLICT_HERE.get(lang).to_owned(), Role::Warning));
    }
    (model.unseen() > 0)
        .then(|| (t::arrived(model.unseen(), &key(model, Action::Reference), lang), Role::Added))
}

/// The key of an action; its name where it has none.
fn key(model: &Model, action: Action) -> String {
    model.key(action).unwrap_or_else(|| action.label().get(model.lang).to_owned())
}

fn draw_banner(news: Option<(String, Role)>, model: &Model, area: Rect, screen: &mut Frame<'_>) {
    if let Some((text, role)) = news {
        let row = Rect { y: area.y + 1, height: 1, ..area };
        banner(&text, role, model.look, row, screen.buffer_mut());
    }
}

/// What the practice says, in the last rows; gives the rest of the screen.
fn draw_lesson(model: &Model, area: Rect, screen: &mut Frame<'_>) -> Rect {
    let Some(tour) = model.tour else { return area };
    let [heading, way_out, text] = tour::words(model, tour);
    let rest = Rect { height: area.height - tour::ROWS, ..area };
    let row = row_at(area, rest.bottom());
    let style = model.look.style(Role::Banner);
    screen.buffer_mut().set_style(row, style);
    let left = put_right(&way_out, style, row, screen.buffer_mut());
    put(&heading, style, left, screen.buffer_mut());
    let words = Rect { x: area.x + 1, y: row.y + 1, width: area.width - 2, height: tour::ROWS - 1 };
    paragraph(&text, model.look.style(Role::Title), words, screen.buffer_mut());
    rest
}

/// The times that the big clock shows.
fn times(model: &Model) -> Clock {
    let lang = model.lang;
    let round = model.round();
    let play = round.and_then(|round| model.view()?.play(round));
    let exercise = play.map(|play| {
        let label = format!("{}  {}", words::EXERCISE_TIME.get(lang), clock::minute(play.minute, lang));
        Dial { label, digits: words::digits(play.minute) }
    });
    let calendar = play.zip(round).and_then(|(play, round)| {
        let starts = &model.view()?.scenario(round)?.starts;
        let day = clock::on_calendar(starts, play.minute, lang)?;
        Some(Dial { label: day, digits: clock::time_of_day(starts, play.minute)? })
    });
    let left = stage::time_box(model).map(|(one, seconds)| {
        let label = if seconds < 0 { words::over } else { words::left_of };
        Dial { label: label(one.title.get(lang), one.minutes, lang), digits: words::countdown(seconds) }
    });
    Clock { exercise, calendar, left }
}

fn draw_middle(model: &Model, desk: &Desk<'_>, area: Rect, screen: &mut Frame<'_>) -> Option<Position> {
    let Some(sheet) = &model.sheet else {
        model.menu.draw(&model.listed, area, screen, model.look);
        return None;
    };
    let title = crate::text::place::sheet(sheet.place, model.lang);
    let items = sheet.count();
    let place = format!("{}/{items}", (sheet.at + 1).min(items));
    let rest = put_right(&place, model.look.style(Role::Muted), row_at(area, area.y), screen.buffer_mut());
    let rest = put(&title, model.look.style(Role::Title), rest, screen.buffer_mut());
    if let Some(summary) = listing::summary(desk, sheet.place).filter(|_| sheet.row.is_none()) {
        put(&format!("  {summary}"), model.look.style(Role::Focus), rest, screen.buffer_mut());
    }
    sheet.draw(desk, frame::sheet_area(area), screen)
}

fn draw_panel(model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let title = model.tab.title().get(model.lang);
    put(title, model.look.style(Role::Title), row_at(area, area.y), screen.buffer_mut());
    for (line, y) in model.panel.iter().skip(model.panel_top).zip(area.y + 1..area.bottom()) {
        put(&line.text, model.look.style(line.role), row_at(area, y), screen.buffer_mut());
    }
}

fn draw_status(model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let lang = model.lang;
    // Picks and steps too are on their way until the store has answered.
    let saving = !model.waiting.is_empty();
    let typing =
        !model.kept.is_empty() || model.unsaved.values().any(|unsaved| unsaved.state != Pending::Saving);
    let state = match (saving, typing) {
        (true, _) => t::SAVING.get(lang).to_owned(),
        (false, true) => match misread(model) {
            Some(cell) => refusal::misread_kept(&cell, lang),
            None => t::DRAFT_KEPT.get(lang).to_owned(),
        },
        (false, false) => t::SAVED.get(lang).to_owned(),
    };
    if let Some(notice) = &model.notice {
        let role = if notice.tone == Tone::Problem { Role::Error } else { Role::Muted };
        let text = format!("{} {}", role.mark(), notice.text);
        put(&text, model.look.style(role), area, screen.buffer_mut());
        return;
    }
    let style = model.look.style(Role::Muted);
    let left = put_right(&state, style, area, screen.buffer_mut());
    // Only whole: what was saved goes before it.
    if let Some(text) = goes_on(model).filter(|text| width(text) + 2 < left.width.into()) {
        put(&format!(" {text}"), style, left, screen.buffer_mut());
    }
}

/// The first field that holds what can't be read: its sheet and its label.
fn misread(model: &Model) -> Option<String> {
    let unread = |pending: &Pending| matches!(pending, Pending::Misread(_));
    let (cell, _) = model.unsaved.iter().find(|(_, unsaved)| unread(&unsaved.state))?;
    let (_, field) = cell.definition()?;
    let sheet = cell.artefact.sheet().title.get(model.lang);
    Some(format!("{sheet} {}", field.label.get(model.lang)))
}

/// At the table of a group alone: that the incident goes on when the group wants it to.
fn goes_on(model: &Model) -> Option<String> {
    let view = model.view().filter(|_| works(model, Action::NextScene))?;
    Some(gap::gap(&view, &view.scenes_left(model.step)?, model.lang))
}

/// What the key bar says here: what fits this place, from the one key map.
fn keys(model: &Model) -> Vec<(String, &'static str)> {
    let context = context(model);
    let fits = matches!(&model.over, Some(Over::Reading(reading)) if readings::last_top(model, reading) == 0);
    // A press conference has two halves; elsewhere the way through the day goes before the way to another sheet.
    let sheet = model.sheet.as_ref().map(|sheet| sheet.place.artefact);
    let half = matches!(sheet, Some(Artefact::Agenda | Artefact::Press));
    let ways = if half { [Action::OtherSheet, Action::Steps] } else { [Action::Steps, Action::OtherSheet] };
    let actions: &[Action] = match (&model.over, context) {
        (Some(Over::Reading(reading)), _) => match reading.subject {
            Subject::Gaps(_) => &[Action::Open, Action::Back, Action::Down],
            Subject::Reference(_) => &[Action::Next, Action::Back, Action::Down, Action::Search],
            Subject::Help | Subject::Text(..) | Subject::Contributions => &[Action::Back, Action::Down],
        },
        (Some(Over::Search(search)), _) => match search.purpose {
            Purpose::Look => &[Action::Open, Action::Quote, Action::Back, Action::Down],
            Purpose::Quote => &[Action::Open, Action::Back, Action::Down],
        },
        (Some(Over::Picker(_)), _) => &[Action::Open, Action::Back, Action::Up, Action::Down],
        (Some(Over::Prompt(_) | Over::HandOver(_) | Over::Clock), _) => &[Action::Open, Action::Back],
        (None, Context::Sheet) => &[
            Action::Next,
            Action::Back,
            Action::Help,
            Action::Reference,
            Action::Palette,
            Action::NextStep,
            ways[0],
            ways[1],
            Action::AddRow,
            Action::AskLog,
            Action::FilterRows,
            Action::Quit,
        ],
        (None, Context::Console) => &[
            Action::Open,
            Action::NextScene,
            Action::Palette,
            Action::Skip,
            Action::Overrule,
            Action::Improvise,
            Action::Note,
            Action::Help,
            Action::Quit,
        ],
        (None, Context::Everywhere) => &[
            Action::Open,
            Action::Down,
            Action::Help,
            Action::Palette,
            Action::NextStep,
            Action::Steps,
            Action::Quit,
            Action::Reference,
            Action::Language,
        ],
    };
    actions
        .iter()
        .filter(|action| works(model, **action) && !(fits && **action == Action::Down))
        .filter_map(|action| Some((model.key(*action)?, action.label().get(model.lang))))
        .collect()
}

fn draw_reading(model: &Model, desk: &Desk<'_>, reading: &Reading, area: Rect, screen: &mut Frame<'_>) {
    let passages = readings::passages(model, desk, reading);
    let title = readings::title(model, &reading.subject);
    let rows = usize::from(area.height);
    let inner = frame::over(area, rows, frame::READING, screen, model.look);
    put(&title, model.look.style(Role::Title), row_at(inner, inner.y), screen.buffer_mut());
    let body = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
    let rows = reading::draw(&passages, reading.top, body, screen, model.look);
    let hint = match reading.subject {
        Subject::Gaps(step) if step.next() == step => t::GAPS_AT_THE_END,
        Subject::Gaps(_) => t::GAPS_HINT,
        Subject::Reference(_) => t::REFERENCE_HINT,
        _ => t::READING_HINT,
    };
    let more = if rows > usize::from(body.height) { t::MORE.get(model.lang) } else { "" };
    let hint = format!("{}  {more}", hint.get(model.lang));
    let y = inner.bottom().saturating_sub(1);
    put(&hint, model.look.style(Role::Muted), row_at(inner, y), screen.buffer_mut());
}
