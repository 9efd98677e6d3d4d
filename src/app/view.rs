//! Draws the model. Reads it and changes nothing.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::context;
use super::model::{Model, Over, Tone};
use crate::domain::sheet::Shape;
use crate::keymap::{self, Context};
use crate::message::Action;
use crate::screens::reading::{self, Reading, Subject};
use crate::screens::reference::{self, Passage, Tab};
use crate::screens::{Desk, Pending, Seat, frame};
use crate::text::{catalog as t, gap, names};
use crate::ui::theme::Role;
use crate::ui::widgets::{banner, key_bar, put, put_right, row_at};

/// Draws everything.
pub fn draw(model: &Model, screen: &mut Frame<'_>) {
    let area = screen.area();
    screen.buffer_mut().set_style(area, model.look.style(Role::Text));
    if area.width < frame::SMALLEST.0 || area.height < frame::SMALLEST.1 {
        return centred(t::TOO_SMALL.get(model.lang), model, area, screen);
    }
    if model.blank {
        return centred(t::BLANK.get(model.lang), model, area, screen);
    }
    let Some(desk) = model.desk() else { return };
    let parts = frame::parts(area, model.seat != Seat::Facilitator);
    frame::draw_top(&desk, model.step, parts.top, screen);
    draw_banner(model, Rect { y: area.y + 1, height: 1, ..area }, screen);
    if !parts.rail.is_empty() {
        frame::draw_rail(&desk, model.step, parts.rail, screen);
    }
    if !parts.panel.is_empty() {
        draw_panel(model, &desk, parts.panel, screen);
    }
    let mut cursor = draw_middle(model, &desk, parts.middle, screen);
    draw_status(model, parts.status, screen);
    key_bar(&keys(model), model.look, parts.keys, screen.buffer_mut());
    match &model.over {
        Some(Over::Picker(picker)) => cursor = picker.draw(area, screen, model.look, model.lang),
        Some(Over::Prompt(prompt)) => cursor = prompt.draw(area, screen, model.look),
        Some(Over::Reading(reading)) => {
            draw_reading(model, &desk, reading, area, screen);
            cursor = None;
        }
        None => {}
    }
    if let Some(cursor) = cursor {
        screen.set_cursor_position(cursor);
    }
}

/// The part of the middle where a sheet's fields are: below its title.
pub(super) fn sheet_area(middle: Rect) -> Rect {
    Rect { y: middle.y + 1, height: middle.height.saturating_sub(1), ..middle }
}

fn centred(text: &str, model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let y = area.y + area.height / 2;
    if area.height > 0 {
        put(text, model.look.style(Role::Text), row_at(area, y), screen.buffer_mut());
    }
}

fn draw_banner(model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let lang = model.lang;
    let (text, role) = if model.workshop.broken_off {
        (t::BROKEN_OFF.get(lang).to_owned(), Role::Error)
    } else if let Some(failure) = &model.failure {
        (t::not_saved(failure, lang), Role::Error)
    } else if !model.view().is_none_or(|view| view.group.conflicts.is_empty()) {
        (t::CONFLICT_HERE.get(lang).to_owned(), Role::Warning)
    } else if model.unseen() > 0 {
        (t::arrived(model.unseen(), "F2", lang), Role::Added)
    } else {
        return;
    };
    banner(&text, role, model.look, area, screen.buffer_mut());
}

fn draw_middle(model: &Model, desk: &Desk<'_>, area: Rect, screen: &mut Frame<'_>) -> Option<Position> {
    let Some(sheet) = &model.sheet else {
        model.menu.draw(&model.entries(), area, screen, model.look);
        return None;
    };
    let title = crate::text::place::sheet(sheet.place, model.lang);
    let items = sheet.items(desk).len();
    let place = format!("{}/{items}", (sheet.at + 1).min(items));
    let rest = put_right(&place, model.look.style(Role::Muted), row_at(area, area.y), screen.buffer_mut());
    put(&title, model.look.style(Role::Title), rest, screen.buffer_mut());
    sheet.draw(desk, sheet_area(area), screen)
}

fn draw_panel(model: &Model, desk: &Desk<'_>, area: Rect, screen: &mut Frame<'_>) {
    let title = model.tab.title().get(model.lang);
    put(title, model.look.style(Role::Title), row_at(area, area.y), screen.buffer_mut());
    let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let passages = reference::passages(desk, model.step, model.tab);
    reading::draw(&passages, 0, inside, screen, model.look);
}

fn draw_status(model: &Model, area: Rect, screen: &mut Frame<'_>) {
    let lang = model.lang;
    // Picks and steps too are on their way until the store has answered.
    let saving = !model.waiting.is_empty();
    let typing =
        !model.kept.is_empty() || model.unsaved.values().any(|unsaved| unsaved.state != Pending::Saving);
    let state = match (saving, typing) {
        (true, _) => t::SAVING.get(lang),
        (false, true) => t::DRAFT_KEPT.get(lang),
        (false, false) => t::SAVED.get(lang),
    };
    match &model.notice {
        Some(notice) => {
            let role = if notice.tone == Tone::Problem { Role::Error } else { Role::Muted };
            let text = format!("{} {}", role.mark(), notice.text);
            put(&text, model.look.style(role), area, screen.buffer_mut());
        }
        None => {
            put_right(state, model.look.style(Role::Muted), area, screen.buffer_mut());
        }
    }
}

/// What the key bar says here: what fits this place, from the one key map.
fn keys(model: &Model) -> Vec<(String, &'static str)> {
    let context = context(model);
    let fits = matches!(&model.over, Some(Over::Reading(reading)) if last_top(model, reading) == 0);
    let actions: &[Action] = match (&model.over, context) {
        (Some(Over::Reading(reading)), _) => match reading.subject {
            Subject::Gaps(_) => &[Action::Open, Action::Back, Action::Down],
            Subject::Reference(_) => &[Action::Next, Action::Back, Action::Down],
            Subject::Help | Subject::Text(..) => &[Action::Back, Action::Down],
        },
        (Some(Over::Prompt(_)), _) => &[Action::Open, Action::Back],
        (Some(Over::Picker(_)), _) => &[Action::Open, Action::Back, Action::Up, Action::Down],
        (None, Context::Sheet) => &[
            Action::Help,
            Action::Reference,
            Action::Steps,
            Action::OtherSheet,
            Action::Palette,
            Action::NextStep,
            Action::AddRow,
            Action::AskLog,
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
            Action::Help,
            Action::Reference,
            Action::Steps,
            Action::Palette,
            Action::NextStep,
            Action::Language,
            Action::Quit,
        ],
    };
    actions
        .iter()
        .filter(|action| works(model, **action) && !(fits && **action == Action::Down))
        .filter_map(|action| Some((keymap::key_for(context, *action)?, action.label().get(model.lang))))
        .collect()
}

/// Whether an action makes sense where one is: key bar and help name no others.
fn works(model: &Model, action: Action) -> bool {
    let writes = model.seat != Seat::Reader;
    let sheet = model.sheet.as_ref().map(|sheet| sheet.place.artefact.sheet());
    match action {
        Action::AddRow | Action::RemoveRow | Action::RestoreRow | Action::MoveRowUp | Action::MoveRowDown => {
            writes && sheet.is_some_and(|sheet| sheet.sections.iter().any(|one| one.shape == Shape::Rows))
        }
        Action::AskLog => {
            let round = model.round();
            writes && round.is_some_and(|round| model.view().is_some_and(|view| view.play(round).is_some()))
        }
        Action::HandPen | Action::NewReason => writes,
        Action::Skip | Action::Overrule => super::wishes::is_for_console_entry(model, action),
        _ => true,
    }
}

fn draw_reading(model: &Model, desk: &Desk<'_>, reading: &Reading, area: Rect, screen: &mut Frame<'_>) {
    let passages = passages(model, desk, &reading.subject);
    let title = title(model, &reading.subject);
    let rows = usize::from(area.height);
    let inner = frame::over(area, rows, frame::READING, screen, model.look);
    put(&title, model.look.style(Role::Title), row_at(inner, inner.y), screen.buffer_mut());
    let body = Rect { y: inner.y + 2, height: inner.height.saturating_sub(3), ..inner };
    let rows = reading::draw(&passages, reading.top, body, screen, model.look);
    let hint = match reading.subject {
        Subject::Gaps(_) => t::GAPS_HINT,
        Subject::Reference(_) => t::REFERENCE_HINT,
        _ => t::READING_HINT,
    };
    let more = if rows > usize::from(body.height) { t::MORE.get(model.lang) } else { "" };
    let hint = format!("{}  {more}", hint.get(model.lang));
    let y = inner.bottom().saturating_sub(1);
    put(&hint, model.look.style(Role::Muted), row_at(inner, y), screen.buffer_mut());
}

/// The last row that a text can be scrolled to.
pub(super) fn last_top(model: &Model, reading: &Reading) -> usize {
    let Some(desk) = model.desk() else { return 0 };
    let (columns, rows) = frame::reading_room(Rect::new(0, 0, model.size.0, model.size.1));
    let passages = passages(model, &desk, &reading.subject);
    reading::rows(&passages, columns).saturating_sub(usize::from(rows))
}

fn title(model: &Model, subject: &Subject) -> String {
    let lang = model.lang;
    match subject {
        Subject::Reference(here) => {
            let tab = |tab: &Tab| {
                let name = tab.title().get(lang);
                if tab == here { format!("[{name}]") } else { format!(" {name} ") }
            };
            Tab::ALL.iter().map(tab).collect()
        }
        Subject::Help => t::HELP_TITLE.get(lang).to_owned(),
        Subject::Gaps(step) => names::step_in_full(*step, lang),
        Subject::Text(title, _) => title.clone(),
    }
}

fn passages(model: &Model, desk: &Desk<'_>, subject: &Subject) -> Vec<Passage> {
    let lang = model.lang;
    match subject {
        Subject::Reference(tab) => reference::passages(desk, model.step, *tab),
        Subject::Help => help(model),
        Subject::Gaps(step) => {
            let gaps = desk.view.gaps(*step);
            let title = names::step_in_full(*step, lang);
            let first = Passage::new(Role::Warning, t::closing_with_gaps(&title, gaps.len(), lang));
            let rest = gaps
                .iter()
                .map(|one| Passage::new(Role::Text, format!("- {}", gap::gap(&desk.view, one, lang))));
            [first, Passage::new(Role::Text, "")].into_iter().chain(rest).collect()
        }
        Subject::Text(_, text) => vec![Passage::new(Role::Text, text.clone())],
    }
}

/// Help for where one is: what this step is for, then every key that works here.
fn help(model: &Model) -> Vec<Passage> {
    let lang = model.lang;
    let context = context(model);
    let about = if model.sheet.is_some() { t::HELP_SHEET } else { t::HELP_MENU };
    let mut passages = vec![
        Passage::new(Role::Text, about.get(lang)),
        Passage::new(Role::Text, ""),
        Passage::new(Role::Label, t::KEYS.get(lang)),
    ];
    for action in Action::ALL.iter().filter(|action| works(model, **action)) {
        if let Some(key) = keymap::key_for(context, *action) {
            let text = format!("{key:<12}{}", action.label().get(lang));
            passages.push(Passage::new(Role::Text, text));
        }
    }
    passages
}
