//! A message changes the model and asks for effects. Here it is only routed; what is over the screen comes first.

use ratatui::layout::Position;

use super::effect::Effect;
use super::model::{Model, Notice, Over, Tone};
use super::{answers, hand_over, lookup, mouse, readings, rows, stage, tour, wishes, writing};
use crate::domain::command::Command;
use crate::message::{Action, Message};
use crate::screens::reading::{Read, Reading, Subject};
use crate::screens::reference::Tab;
use crate::screens::reference::search::Purpose;
use crate::screens::{Ask, Seat, Wish, frame, sheet};
use crate::text::catalog as t;
use crate::ui::text_field::{EditKey, Edited};

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
    match message {
        Message::Resized(width, height) => model.size = (width, height),
        Message::Rest => {
            if let Some(editor) = model.sheet.as_mut().and_then(|sheet| sheet.editor.as_mut()) {
                editor.field.break_undo();
            }
            effects.push(Effect::SyncDrafts);
        }
        Message::Typed(text) => typed(model, &text, Entry::Typed, &mut effects),
        Message::Pasted(text) => typed(model, &text, Entry::Pasted, &mut effects),
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
    arrange(model);
    effects
}

/// How a text came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    Typed,
    Pasted,
}

fn typed(model: &mut Model, text: &str, entry: Entry, effects: &mut Vec<Effect>) {
    match &mut model.over {
        Some(Over::Picker(picker)) => picker.type_text(text),
        Some(Over::Prompt(prompt)) => prompt.type_text(text),
        Some(Over::Search(search)) => search.type_text(text),
        Some(Over::Reading(_) | Over::HandOver(_) | Over::Clock) => {}
        None => type_into_sheet(model, text, entry, effects),
    }
}

fn type_into_sheet(model: &mut Model, text: &str, entry: Entry, effects: &mut Vec<Effect>) {
    let Some(editor) = model.sheet.as_mut().and_then(|sheet| sheet.editor.as_mut()) else {
        return filter_options(model, text);
    };
    let took = match entry {
        Entry::Typed => editor.field.insert(text),
        Entry::Pasted => editor.field.paste(text),
    };
    if let Some(overflow) = took.overflow {
        model.notice = Some(Notice { tone: Tone::Problem, text: t::overflow(overflow.dropped, model.lang) });
    }
    writing::draft(model, effects);
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
    // The last lesson says that Enter ends the practice, whatever field one is in.
    if key == EditKey::Newline && tour::takes(model, Action::Open, effects) {
        return;
    }
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
        Some(Over::Reading(_) | Over::HandOver(_) | Over::Clock) => {
            if let Some(action) = movement(key) {
                act(model, action, effects);
            }
        }
        None => edit_sheet(model, key, effects),
    }
}

fn edit_sheet(model: &mut Model, key: EditKey, effects: &mut Vec<Effect>) {
    let editor = model.sheet.as_mut().and_then(|sheet| sheet.editor.as_mut());
    match editor.map(|editor| editor.field.edit(key)) {
        Some(Edited::Changed) => writing::draft(model, effects),
        Some(Edited::Moved) => {}
        Some(Edited::Nothing) | None => {
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
            model.lang = match model.lang {
                crate::domain::words::Lang::Ja => crate::domain::words::Lang::En,
                crate::domain::words::Lang::En => crate::domain::words::Lang::Ja,
            };
            writing::settle(model);
            lookup::renew(model);
        }
        Action::Theme => {
            model.look.theme = model.look.theme.next();
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
        Action::BreakOff => {
            let (command, words) = if model.workshop.broken_off {
                (Command::Resume, t::RESUME_EXERCISE)
            } else {
                (Command::BreakOff, t::BREAK_OFF)
            };
            let text = words.get(model.lang).to_owned();
            wishes::carry_out(model, Wish::Confirm { text, command }, effects);
        }
        Action::NextScene => wishes::next_scene(model, effects),
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
        Action::Back if model.seat != Seat::Facilitator => wishes::pick(model, Pick::Step),
        _ => {
            let entries = model.entries();
            let wish = model.menu.act(action, &entries);
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
        Action::ConfirmPhase => rows::confirm_phase(model, effects),
        Action::History => {
            writing::leave_field(model, effects);
            wishes::history(model);
        }
        _ => {
            writing::leave_field(model, effects);
            let Some(mut screen) = model.sheet.take() else {
                return;
            };
            let step = model.desk().map(|desk| screen.act(action, &desk));
            model.sheet = Some(screen);
            match step {
                Some(sheet::Step::PickFor(cell)) => wishes::pick(model, crate::screens::Pick::Cell(cell)),
                Some(sheet::Step::AddTo(section)) => rows::add_row_to(model, section, effects),
                Some(sheet::Step::Leave) => wishes::leave_sheet(model),
                _ => {}
            }
        }
    }
}

/// Lays out what has a size: fields and scrolling. Drawing then changes nothing.
pub fn arrange(model: &mut Model) {
    let width = model.size.0;
    stage::see(model);
    tour::go_on(model);
    match &mut model.over {
        Some(Over::Picker(picker)) => picker.arrange(width),
        Some(Over::Prompt(prompt)) => prompt.arrange(width),
        Some(Over::Search(search)) => search.arrange(width),
        _ => {}
    }
    stop_at_the_end(model);
    readings::stop_panel(model);
    let parts = model.parts();
    let Some(mut sheet) = model.sheet.take() else {
        let entries = model.entries();
        return model.menu.arrange(&entries, parts.middle);
    };
    if let Some(row) = &sheet.row {
        model.listing.keep(row);
    }
    if let Some(desk) = model.desk() {
        sheet.arrange(&desk, frame::sheet_area(parts.middle));
    }
    model.sheet = Some(sheet);
}

/// Nobody scrolls past the end of a text.
fn stop_at_the_end(model: &mut Model) {
    let last = match &model.over {
        Some(Over::Reading(reading)) => readings::last_top(model, reading),
        _ => return,
    };
    if let Some(Over::Reading(reading)) = &mut model.over {
        reading.top = reading.top.min(last);
    }
}

/// A workshop was just opened: the sheet of its step is shown.
pub fn opened(model: &mut Model) {
    if model.seat != Seat::Facilitator {
        wishes::show_sheet_of_step(model);
    }
    arrange(model);
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
