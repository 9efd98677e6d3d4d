//! A message changes the model and asks for effects. Here it is only routed; what is over the screen comes first.

use ratatui::layout::Position;

use super::effect::Effect;
use super::model::{Model, Notice, Over, Tone};
use super::{able, answers, arrange, hand_over, lookup, mouse, playing, rows, stage, tour, wishes, writing};
use crate::domain::command::Command;
use crate::domain::id::RowId;
use crate::message::{Action, Message};
use crate::screens::reading::{Read, Reading, Subject};
use crate::screens::reference::Tab;
use crate::screens::reference::search::Purpose;
use crate::screens::{Ask, Seat, Wish, sheet};
use crate::text::catalog as t;
use crate::text::stage as words;
use crate::ui::text_field::{EditKey, Edited};
use crate::ui::theme::Theme;

/// Takes in a message.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    let mut effects = Vec::new();
    if model.blank && !matches!(message, Message::Resized(..) | Message::Rest | Message::Time(_)) {
        model.blank = false;
        return effects;
    }
    if !matches!(message, Message::Resized(..) | Message::Rest | Message::Time(_) | Message::Wheel(..))
        && let Some(sheet) = &mut model.sheet
    {
        sheet.come_back();
    }
    // The last lesson says that Enter ends the practice, whatever field one is in.
    if message == Message::Edit(EditKey::Newline) && tour::takes(model, Action::Open, &mut effects) {
        return effects;
    }
    if let Some(effects) = write(model, &message) {
        return effects;
    }
    match message {
        Message::Resized(width, height) => model.size = (width, height),
        Message::Rest => {
            if let Some(editor) = model.sheet.as_mut().and_then(|sheet| sheet.editor.as_mut()) {
                editor.field.break_undo();
            }
            effects.push(Effect::SyncDrafts);
        }
        Message::Typed(text) | Message::Pasted(text) => {
            typed(model, &text);
            arrange::over(model);
            return effects;
        }
        Message::Edit(key) => edit(model, key, &mut effects),
        Message::Act(action) => act(model, action, &mut effects),
        Message::Click(x, y) => {
            if let Some(action) = mouse::click(model, Position { x, y }, &mut effects) {
                act(model, action, &mut effects);
            }
        }
        Message::Wheel(x, y, rows) => {
            if let Some(action) = mouse::wheel(model, Position { x, y }, rows) {
                act(model, action, &mut effects);
            }
        }
        // Time changes nothing that has a place on the screen.
        Message::Time(now) => {
            stage::pass(model, now);
            return effects;
        }
    }
    arrange::all(model);
    effects
}

/// Writes in the field that is open; `None` where that is not what the message does. Nothing but the field changes, so
/// nothing else is laid out anew: this is what happens with every key.
fn write(model: &mut Model, message: &Message) -> Option<Vec<Effect>> {
    let editor = model.sheet.as_mut().filter(|_| model.over.is_none())?.editor.as_mut()?;
    let overflow = match message {
        Message::Typed(text) => editor.field.insert(text).overflow,
        Message::Pasted(text) => editor.field.paste(text).overflow,
        Message::Edit(key) => match editor.field.edit(*key) {
            Edited::Changed => None,
            Edited::Moved => {
                arrange::field(model);
                return Some(Vec::new());
            }
            Edited::Nothing => return None,
        },
        _ => return None,
    };
    if let Some(overflow) = overflow {
        model.notice = Some(Notice { tone: Tone::Problem, text: t::overflow(overflow.dropped, model.lang) });
    }
    let mut effects = Vec::new();
    writing::draft(model, &mut effects);
    arrange::field(model);
    Some(effects)
}

fn typed(model: &mut Model, text: &str) {
    match &mut model.over {
        Some(Over::Picker(picker)) => picker.type_text(text),
        Some(Over::Prompt(prompt)) => prompt.type_text(text),
        Some(Over::Search(search)) => search.type_text(text),
        Some(Over::Reading(_) | Over::HandOver(_) | Over::Clock) => {}
        None => filter_options(model, text),
    }
}

/// Typing on a field that is picked opens its list, filtered.
fn filter_options(model: &mut Model, text: &str) {
    let Some(desk) = model.desk() else { return };
    let chosen = model.sheet.as_ref().and_then(|sheet| sheet.chosen(&desk));
    if let Some(sheet::Item::Field(cell)) = chosen {
        wishes::pick(model, crate::screens::Pick::Cell(cell));
        if let Some(Over::Picker(picker)) = &mut model.over {
            picker.type_text(text);
        }
    }
}

fn edit(model: &mut Model, key: EditKey, effects: &mut Vec<Effect>) {
    match &mut model.over {
        Some(Over::Picker(picker)) => match movement(key) {
            Some(action) => act(model, action, effects),
            None => picker.edit(key),
        },
        Some(Over::Prompt(prompt)) => {
            if prompt.edit(key) == Edited::Nothing
                && let Some(action) = movement(key)
            {
                act(model, action, effects);
            }
        }
        Some(Over::Search(search)) => match movement(key) {
            Some(action) => act(model, action, effects),
            None => search.edit(key),
        },
        Some(Over::Reading(_) | Over::HandOver(_) | Over::Clock) | None => {
            if let Some(action) = movement(key) {
                act(model, action, effects);
            }
        }
    }
}

/// What an edit key means where there is nothing to edit, or nowhere further to go.
fn movement(key: EditKey) -> Option<Action> {
    match key {
        EditKey::Up => Some(Action::Up),
        EditKey::Down => Some(Action::Down),
        EditKey::PageUp => Some(Action::PageUp),
        EditKey::PageDown => Some(Action::PageDown),
        EditKey::Newline => Some(Action::Open),
        _ => None,
    }
}

/// Carries out an action where one is.
fn act(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    model.notice = None;
    if tour::takes(model, action, effects) || anywhere(model, action, effects) {
        return;
    }
    match &model.over {
        Some(Over::Picker(_)) => {
            if let Some(chosen) = answers::picker(model, action, effects) {
                act(model, chosen, effects);
            }
        }
        Some(Over::Prompt(_)) => answers::prompt(model, action, effects),
        Some(Over::Reading(_)) => reading(model, action, effects),
        Some(Over::HandOver(_)) => hand_over::act(model, action),
        Some(Over::Clock) => {
            if matches!(action, Action::Back | Action::Open | Action::BigClock) {
                model.close_over();
            }
        }
        Some(Over::Search(_)) => lookup::act(model, action, effects),
        None => on_screen(model, action, effects),
    }
}

/// Actions that mean the same everywhere.
fn anywhere(model: &mut Model, action: Action, effects: &mut Vec<Effect>) -> bool {
    match action {
        Action::Quit => {
            writing::leave_field(model, effects);
            effects.push(Effect::Leave);
        }
        Action::Language => {
            model.lang = model.lang.other();
            writing::settle(model);
            lookup::renew(model);
        }
        Action::Theme => {
            model.look.theme = model.look.theme.next();
            let name = match model.look.theme {
                Theme::Dark => words::THEME_DARK,
                Theme::Light => words::THEME_LIGHT,
                Theme::HighContrast => words::THEME_HIGH_CONTRAST,
                Theme::Plain => words::THEME_PLAIN,
            };
            wishes::say(model, name);
        }
        Action::Blank => model.blank = true,
        _ => return false,
    }
    true
}

fn reading(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Some(Over::Reading(reading)) = &mut model.over else {
        return;
    };
    let before = reading.subject.clone();
    let read = reading.act(action);
    let subject = reading.subject.clone();
    if let Subject::Reference(tab) = subject {
        if action == Action::Search {
            model.close_over();
            return lookup::search(model, Purpose::Look);
        }
        if subject != before {
            lookup::look_at(model, tab);
        }
    }
    match read {
        Read::Open => {}
        Read::Left => model.close_over(),
        Read::Agreed => {
            model.close_over();
            if let Subject::Gaps(step) = subject {
                wishes::close_step(model, step, effects);
            }
        }
    }
}

fn on_screen(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    use crate::screens::Pick;
    match action {
        Action::Help => model.show_over(Over::Reading(Reading::new(Subject::Help))),
        Action::Reference => lookup::open(model),
        Action::Search => lookup::search(model, Purpose::Look),
        Action::Quote => lookup::search(model, Purpose::Quote),
        Action::Palette => wishes::pick(model, Pick::Palette),
        Action::Chronology => {
            model.turn_to(Tab::Chronology);
            lookup::open(model);
        }
        Action::Jot => wishes::in_round(model, effects, |round| Wish::Ask(Ask::Jot(round))),
        Action::Sheets => wishes::in_round(model, effects, |round| Wish::Pick(Pick::Sheet(round))),
        Action::Steps => wishes::pick(model, Pick::Step),
        Action::HandPen => {
            writing::leave_field(model, effects);
            wishes::pick(model, Pick::Pen);
        }
        Action::NextStep => {
            writing::leave_field(model, effects);
            wishes::next_step(model, effects);
        }
        Action::NewReason => {
            wishes::carry_out(model, Wish::Ask(Ask::Reason(Vec::new())), effects);
        }
        Action::Conflicts => wishes::show_conflict(model),
        Action::SaveAgain => writing::save_again(model, effects),
        Action::BreakOff if !able::works(model, action) => wishes::say(model, words::FACILITATOR_RESUMES),
        Action::BreakOff => {
            let (command, words) = if model.workshop.broken_off {
                (Command::Resume, t::RESUME_EXERCISE)
            } else {
                (Command::BreakOff, t::BREAK_OFF)
            };
            let text = words.get(model.lang).to_owned();
            wishes::carry_out(model, Wish::Confirm { text, command }, effects);
        }
        Action::NextScene => playing::next_scene(model, effects),
        Action::AskPress => {
            wishes::in_round(model, effects, |round| Wish::Ask(Ask::PressQuestion(round)));
        }
        Action::AskLog => wishes::in_round(model, effects, |round| Wish::Pick(Pick::LogRow(round))),
        Action::Improvise => {
            wishes::in_round(model, effects, |round| Wish::Ask(Ask::Inject(round)));
        }
        Action::MoveClock => {
            wishes::in_round(model, effects, |round| Wish::Ask(Ask::Clock(round)));
        }
        Action::Note => wishes::carry_out(model, Wish::Ask(Ask::Note), effects),
        Action::Skip | Action::Overrule => wishes::on_console_entry(model, action, effects),
        Action::NextGroup => hand_over::next_group(model, effects),
        Action::HandGroup => hand_over::to_another_group(model, effects),
        Action::BigClock => model.show_over(Over::Clock),
        Action::Contributions => model.show_over(Over::Reading(Reading::new(Subject::Contributions))),
        Action::OtherSheet => wishes::other_sheet(model, effects),
        _ if model.sheet.is_some() => on_sheet(model, action, effects),
        Action::Back if model.seat != Seat::Facilitator => wishes::nothing_behind(model),
        _ => {
            let wish = model.menu.act(action, &model.listed);
            wishes::carry_out(model, wish, effects);
        }
    }
}

fn on_sheet(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    match action {
        Action::AddRow => rows::add_row(model, effects),
        Action::RemoveRow | Action::RestoreRow | Action::MoveRowUp | Action::MoveRowDown => {
            rows::change_row(model, action, effects);
        }
        Action::FilterRows => rows::listed(model, crate::screens::Pick::Filter, effects),
        Action::SortRows => rows::listed(model, crate::screens::Pick::Order, effects),
        Action::ConfirmSuggestion => rows::confirm_suggestion(model, effects),
        Action::History => {
            writing::leave_field(model, effects);
            wishes::history(model);
        }
        _ => {
            writing::leave_field(model, effects);
            match model.with_sheet(|sheet, desk| sheet.act(action, desk)) {
                Some(sheet::Step::PickFor(cell)) => wishes::pick(model, crate::screens::Pick::Cell(cell)),
                Some(sheet::Step::AddTo(section)) => rows::add_row_to(model, section, effects),
                Some(sheet::Step::Leave) => wishes::leave_sheet(model),
                _ => {}
            }
        }
    }
}

/// The practice begins in a row of its sheet.
pub fn practised(model: &mut Model, row: &RowId) {
    tour::begin(model, row);
    arrange::all(model);
}

/// A workshop was just opened: the sheet of its step is shown.
pub fn opened(model: &mut Model) {
    if model.seat != Seat::Facilitator {
        wishes::show_sheet_of_step(model);
    }
    arrange::all(model);
}

/// The program ends: what is being typed goes to the log.
pub fn leaving(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    writing::leave_field(model, &mut effects);
    effects.push(Effect::SyncDrafts);
    effects
}

/// Whether a draft's text is what the log holds.
pub fn is_saved(
    view: &crate::domain::workshop::GroupView<'_>,
    cell: &crate::domain::sheet::Cell,
    text: &str,
) -> bool {
    let Some((_, field)) = cell.definition() else {
        return false;
    };
    crate::domain::sheet::read(field.kind, text).is_ok_and(|value| value == view.value(cell))
}
