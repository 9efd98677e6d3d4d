//! What was picked or answered, turned into commands.

use super::effect::{Effect, OrphanFate};
use super::model::{Model, Over};
use super::{hand_over, listing, options, steps, wishes, writing};
use crate::domain::command::{Command, Overrule};
use crate::domain::environment::words_of;
use crate::domain::event::Place;
use crate::domain::gaps::deputy_field;
use crate::domain::id::{ParticipantId, RowId, Slug};
use crate::domain::scenario::{Channel, ParameterKind};
use crate::domain::sheet::{Artefact, Cell, FieldKind, Value, read};
use crate::domain::words::Words;
use crate::message::Action;
use crate::screens::picker::Picked;
use crate::screens::prompt::Answered;
use crate::screens::{Ask, Pick};
use crate::text::{catalog as t, refusal};

/// An action in a list. Comes back with the action that was chosen from the palette.
pub(super) fn picker(model: &mut Model, action: Action, effects: &mut Vec<Effect>) -> Option<Action> {
    let Some(Over::Picker(list)) = &mut model.over else {
        return None;
    };
    let picked = list.act(action);
    let pick = list.pick.clone();
    match picked {
        Picked::Open => {}
        Picked::Left => {
            model.close_over();
            if pick == Pick::Orphans {
                model.orphans.clear();
            }
        }
        Picked::One(id) => {
            model.close_over();
            if pick == Pick::Palette {
                return Action::named(&id);
            }
            one(model, pick, &id, effects);
        }
        Picked::Several(ids) => {
            model.close_over();
            if let Pick::Cell(cell) = pick {
                let items = ids.iter().filter_map(|id| Slug::new(id)).collect();
                writing::write_value(model, &cell, Value::Several(items), effects);
            }
        }
    }
    None
}

fn one(model: &mut Model, pick: Pick, id: &str, effects: &mut Vec<Effect>) {
    match pick {
        Pick::Cell(cell) => {
            let value = if id.is_empty() { Value::Empty } else { Value::Choice(id.to_owned()) };
            writing::write_value(model, &cell, value, effects);
        }
        Pick::StandIn(cell, _) => stand_in(model, &cell, id, effects),
        Pick::SeatOf(stakeholder) => {
            wishes::do_it(model, Command::Seat { stakeholder, person: person(id) }, effects);
        }
        Pick::Pen => wishes::do_it(model, Command::HandPen { person: person(id) }, effects),
        Pick::LogRow(round) => {
            if let Some(row) = Slug::new(id) {
                wishes::pick(model, Pick::LogKind(round, row));
            }
        }
        Pick::LogKind(round, row) => {
            if let Some(log) = crate::domain::fact_sheet::LogKind::named(id) {
                let request = wishes::entry(model);
                wishes::do_it(model, Command::AskLog { round, request, row, log }, effects);
            }
        }
        Pick::Parameter(scenario, parameter) if id == "other" => {
            wishes::ask(model, &Ask::Number(scenario, parameter));
        }
        Pick::Parameter(scenario, parameter) => {
            if let Some(setting) = options::setting_of(model, &scenario, &parameter, id) {
                model.settings.entry(scenario).or_default().insert(parameter, setting);
            }
        }
        // What is chosen there is an action, not an answer.
        Pick::Palette => {}
        Pick::Step => {
            if let Some(step) = steps::step_of(id) {
                wishes::jump(model, step, effects);
            }
        }
        Pick::Filter => listing::filter(model, id, effects),
        Pick::Order => listing::sort(model, id, effects),
        Pick::Sheet(round) => {
            let found = Artefact::OF_A_ROUND.into_iter().find(|artefact| format!("{artefact:?}") == id);
            if let Some(artefact) = found {
                wishes::open_sheet(model, Place { artefact, round: Some(round) });
            }
        }
        Pick::Version(cell) => {
            if model.unsaved.contains_key(&cell) {
                wishes::save_first(model);
            } else if let Some(value) = options::version_of(model, &cell, id) {
                writing::write_value(model, &cell, value, effects);
            }
        }
        Pick::Conflict(conflict) => settle(model, conflict, id, effects),
        Pick::Orphans => orphans(model, id, effects),
        Pick::Group => {
            if let Some(group) = hand_over::others(model).into_iter().find(|group| group.0.to_string() == id)
            {
                hand_over::to_group(model, group);
            }
        }
    }
}

fn person(id: &str) -> Option<ParticipantId> {
    (!id.is_empty()).then(|| ParticipantId::from(id))
}

/// Who stands in goes into the row's own field, so that it is seen, compared and reported like any other.
fn stand_in(model: &mut Model, cell: &Cell, id: &str, effects: &mut Vec<Effect>) {
    let (Some(row), Some(field), Some(who)) = (&cell.row, deputy_field(cell.artefact), Slug::new(id)) else {
        return;
    };
    let deputy = Cell::row(cell.artefact, cell.round, row, field);
    writing::write_value(model, &deputy, Value::Several(vec![who]), effects);
}

fn settle(model: &mut Model, conflict: crate::domain::id::RevisionId, id: &str, effects: &mut Vec<Effect>) {
    let found = model.view().and_then(|view| {
        let open = view.group.conflicts.iter().find(|open| open.id == conflict)?;
        Some((view.value(&open.cell), open.value.clone(), open.cell.clone()))
    });
    let Some((first, second, cell)) = found else {
        return;
    };
    let value = match id {
        "first" => first,
        "second" => second,
        _ => {
            let lang = model.lang;
            let separator = if is_long(&cell) { "\n" } else { " / " };
            let joined = format!("{}{separator}{}", words_of(first).get(lang), words_of(second).get(lang));
            Value::Text(joined)
        }
    };
    wishes::do_it(model, Command::Settle { conflict, value }, effects);
    wishes::show_cell(model, &cell);
}

fn is_long(cell: &Cell) -> bool {
    cell.definition().is_some_and(|(_, field)| field.kind == FieldKind::Text)
}

fn orphans(model: &mut Model, id: &str, effects: &mut Vec<Effect>) {
    let drafts = std::mem::take(&mut model.orphans);
    match id {
        "take" => {
            let first = drafts.last().map(|(cell, _)| cell.clone());
            writing::take_over(model, drafts, effects);
            effects.push(Effect::Orphans(OrphanFate::TakenOver));
            if let Some(cell) = first {
                wishes::show_cell(model, &cell);
            }
        }
        "discard" => effects.push(Effect::Orphans(OrphanFate::Discarded)),
        _ => {}
    }
}

pub(super) fn prompt(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Some(Over::Prompt(prompt)) = &model.over else {
        return;
    };
    let ask = prompt.ask.clone();
    match prompt.act(action) {
        Answered::Open => {}
        Answered::Left => {
            if let Some(field) = prompt.field.as_ref().filter(|field| field.is_modified()) {
                model.begun.keep(ask, field.text());
            }
            model.close_over();
        }
        Answered::Text(text) => match answered(model, ask.clone(), text.trim().to_owned()) {
            Ok(commands) => {
                model.begun.keep(ask, String::new());
                model.close_over();
                for command in commands {
                    send(model, command, effects);
                }
            }
            Err(problem) => {
                if let Some(Over::Prompt(prompt)) = &mut model.over {
                    prompt.problem = Some(problem);
                }
            }
        },
    }
}

/// Writes that waited for a reason go through the unsaved text again; everything else is simply sent.
fn send(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    match &command {
        Command::Revise { cell, .. } if model.unsaved.contains_key(cell) => {
            let cell = cell.clone();
            writing::submit(model, &cell, effects);
        }
        Command::Revise { cell, value, .. } => {
            let (cell, value) = (cell.clone(), value.clone());
            writing::write_value(model, &cell, value, effects);
        }
        Command::Enter { step } => wishes::go(model, *step, effects),
        _ => wishes::do_it(model, command, effects),
    }
}

/// The commands an answer stands for, or what is wrong with it.
fn answered(model: &mut Model, ask: Ask, text: String) -> Result<Vec<Command>, String> {
    let lang = model.lang;
    let say = |words: Words| words.get(lang).to_owned();
    if text.is_empty() && !matches!(ask, Ask::Sure(_)) {
        return Err(say(t::TEXT_NEEDED));
    }
    match ask {
        Ask::Sure(command) => Ok(vec![command]),
        Ask::Person => Ok(vec![wishes::join(model, text)]),
        Ask::Rename(person) => Ok(vec![Command::Rename { person, name: text }]),
        Ask::GroupName => Ok(vec![Command::NameGroup { name: text }]),
        Ask::Reason(waiting) => {
            let id = wishes::entry(model);
            let mut commands = vec![Command::OpenChangeSet { id, reason: text }];
            commands.extend(waiting);
            Ok(commands)
        }
        Ask::Number(scenario, parameter) => number(model, scenario, parameter, &text),
        Ask::PressQuestion(round) => {
            let row = RowId::random(model.random());
            let asked_by = say(t::FLOOR);
            Ok(vec![Command::AskPress { round, row, text, asked_by, hostility: 2 }])
        }
        Ask::Inject(round) => {
            let (title, body) = text.split_once(['：', ':']).unwrap_or((text.as_str(), text.as_str()));
            let inject = Slug::new(&format!("spot-{:08x}", model.random() & 0xffff_ffff));
            let inject = inject.ok_or_else(|| say(t::TEXT_NEEDED))?;
            Ok(vec![Command::Improvise {
                round,
                inject,
                title: title.trim().to_owned(),
                from: say(t::FACILITATOR),
                channel: Channel::InPerson,
                text: body.trim().to_owned(),
                public: false,
            }])
        }
        Ask::Jot(round) => {
            let row = RowId::random(model.random());
            Ok(vec![Command::Jot { round, row, text }])
        }
        Ask::Note => Ok(vec![Command::TakeNote { id: wishes::entry(model), text }]),
        Ask::Clock(round) => match read(FieldKind::Minute, &text) {
            Ok(Value::Minute(minute)) => Ok(vec![Command::MoveClock { round, minute }]),
            Ok(_) => Err(say(t::TEXT_NEEDED)),
            Err(misread) => Err(refusal::misread(&misread, lang)),
        },
        Ask::Overrule(round, request) => {
            let (text, note) = text.split_once("//").ok_or_else(|| say(t::OVERRULE_HINT))?;
            let overrule = Overrule { text: text.trim().to_owned(), note: note.trim().to_owned() };
            Ok(vec![Command::AnswerLog { round, request, overrule: Some(overrule) }])
        }
    }
}

fn number(model: &mut Model, scenario: Slug, parameter: Slug, text: &str) -> Result<Vec<Command>, String> {
    let number = match read(FieldKind::Number, text) {
        Ok(Value::Number(number)) => number,
        Ok(_) => return Err(t::TEXT_NEEDED.get(model.lang).to_owned()),
        Err(misread) => return Err(refusal::misread(&misread, model.lang)),
    };
    match options::setting_of(model, &scenario, &parameter, &number.to_string()) {
        Some(setting) => {
            model.settings.entry(scenario).or_default().insert(parameter, setting);
            Ok(Vec::new())
        }
        None => Err(range(model, &scenario, &parameter)),
    }
}

fn range(model: &Model, scenario: &Slug, parameter: &Slug) -> String {
    let scenario = model.workshop.library.scenario(scenario.as_str());
    let kind = scenario
        .and_then(|scenario| scenario.parameters.iter().find(|one| one.id == *parameter))
        .map(|parameter| &parameter.kind);
    match kind {
        Some(ParameterKind::Number { least, most, .. }) => t::between(*least, *most, model.lang),
        _ => String::new(),
    }
}
