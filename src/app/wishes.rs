//! What screens wish for, carried out: commands sent, lists opened, questions asked, steps entered.

use super::effect::Effect;
use super::model::{Errand, Model, Notice, Over, Tone};
use super::{hand_over, listing, lookup, options, playing, writing};
use crate::domain::command::Command;
use crate::domain::event::{Event, Place, Round, Step};
use crate::domain::gaps::deputy_field;
use crate::domain::id::{EntryId, ParticipantId, RowId, Slug};
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::Words;
use crate::domain::workshop::{GroupView, Stage};
use crate::message::Action;
use crate::screens::home::Choice;
use crate::screens::menu::Menu;
use crate::screens::prompt::Prompt;
use crate::screens::reading::{Reading, Subject};
use crate::screens::reference::Tab;
use crate::screens::sheet::{Item, SheetScreen};
use crate::screens::{Ask, Pick, Seat, Wish};
use crate::text::{catalog as t, factors, help, names, record};

/// Carries out a wish.
pub(super) fn carry_out(model: &mut Model, wish: Wish, effects: &mut Vec<Effect>) {
    match wish {
        Wish::Do(command) => do_it(model, command, effects),
        Wish::Confirm { text, command } => {
            let hint = t::RELEASE_HINT.get(model.lang);
            model.show_over(Over::Prompt(Prompt::yes(Ask::Sure(command), text, hint)));
        }
        Wish::Go(step) => go(model, step, effects),
        Wish::NextStep => next_step(model, effects),
        Wish::OpenSheet(place) => open_sheet(model, place),
        Wish::Pick(what) => pick(model, what),
        Wish::Ask(what) => ask(model, &what),
        Wish::Set(scenario, parameter, setting) => {
            model.settings.entry(scenario).or_default().insert(parameter, setting);
        }
        Wish::Draw(round) => playing::draw(model, round, effects),
        Wish::Home(Choice::Quit) => effects.push(Effect::Leave),
        // Home is a screen of its own; here its other choices mean nothing.
        Wish::Nothing | Wish::Home(_) => {}
    }
}

/// Sends a command that is not the writing of a field.
pub(super) fn do_it(model: &mut Model, command: Command, effects: &mut Vec<Effect>) {
    let errand = match &command {
        Command::AddRow { row, .. } => Errand::NewRow(row.clone(), command.clone()),
        Command::Enter { .. } => Errand::Enter,
        _ => Errand::Other(command.clone()),
    };
    if matches!(command, Command::AskPress { .. }) {
        model.fresh_row = RowId::random(model.random());
    }
    writing::send(model, command, errand, effects);
}

/// Goes to a step, telling the others.
pub(super) fn go(model: &mut Model, step: Step, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    model.step = step;
    model.menu = Menu::default();
    model.sheet = None;
    show_sheet_of_step(model);
    do_it(model, Command::Enter { step }, effects);
}

/// Goes to a step that somebody chose from all of them. Before what is played comes to an end that way, it is asked: from
/// then on every change wants a reason, and there is no way back.
pub(super) fn jump(model: &mut Model, step: Step, effects: &mut Vec<Effect>) {
    if model.seat != Seat::Reader && model.view().is_some_and(|view| ends_what_is_played(&view, step)) {
        let text = help::ends_what_is_played(&names::step_in_full(step, model.lang), model.lang);
        return carry_out(model, Wish::Confirm { text, command: Command::Enter { step } }, effects);
    }
    go(model, step, effects);
}

fn ends_what_is_played(view: &GroupView<'_>, step: Step) -> bool {
    let stage = view.group.stage;
    let played = match Stage::of(step) {
        Stage::Review | Stage::RoundTwo if stage < Stage::Review => Round::One,
        Stage::WrapUp if stage < Stage::WrapUp => Round::Two,
        _ => return false,
    };
    !view.group.closed.contains(&Step::Press(played))
}

/// Steps that are one sheet show it at once.
pub(super) fn show_sheet_of_step(model: &mut Model) {
    if let Some(place) = sheet_of_step(model) {
        open_sheet(model, place);
    }
}

/// The sheet that a step is, once its incident is chosen.
pub(super) fn sheet_of_step(model: &Model) -> Option<Place> {
    let artefact = *model.step.artefacts().first().filter(|artefact| artefact.is_of_a_round())?;
    let round = model.step.round()?;
    model.view()?.play(round)?;
    Some(Place { artefact, round: Some(round) })
}

pub(super) fn open_sheet(model: &mut Model, place: Place) {
    let screen = model.desk().map(|desk| SheetScreen::new(place, &desk));
    model.sheet = screen;
    listing::opened(model);
}

/// Leaves a sheet: back to the menu it was opened from, or to the sheet of the step. There is nothing behind that one.
pub(super) fn leave_sheet(model: &mut Model) {
    let left = model.sheet.as_ref().map(|sheet| sheet.place);
    match sheet_of_step(model).filter(|_| model.seat != Seat::Facilitator) {
        Some(own) if left == Some(own) => nothing_behind(model),
        Some(own) => open_sheet(model, own),
        None => model.sheet = None,
    }
}

/// Going back from here leads nowhere: nothing is lost, and this is how one goes elsewhere.
pub(super) fn nothing_behind(model: &mut Model) {
    let text = elsewhere(model);
    model.notice = Some(Notice { tone: Tone::Info, text });
}

/// How one goes elsewhere.
fn elsewhere(model: &Model) -> String {
    let (steps, quit) = (model.key(Action::Steps), model.key(Action::Quit));
    help::nothing_behind(&steps.unwrap_or_default(), &quit.unwrap_or_default(), model.lang)
}

/// Says something good to know in the status line.
pub(super) fn say(model: &mut Model, words: Words) {
    model.notice = Some(Notice { tone: Tone::Info, text: words.get(model.lang).to_owned() });
}

/// Says that something cannot be done here, and where to find what can.
fn not_now(model: &mut Model) {
    let menu = model.key(Action::Palette).unwrap_or_default();
    model.notice = Some(Notice { tone: Tone::Info, text: help::not_now(&menu, model.lang) });
}

/// The next of the sheets that belong together, round and round; table and report do (W-15).
pub(super) fn other_sheet(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(place) = model.sheet.as_ref().map(|sheet| sheet.place) else {
        return not_now(model);
    };
    writing::leave_field(model, effects);
    let circle: &[Artefact] = match place.artefact {
        Artefact::ResponseTable | Artefact::Report | Artefact::InitialResponse => {
            &[Artefact::InitialResponse, Artefact::ResponseTable, Artefact::Report]
        }
        Artefact::Agenda | Artefact::Press => &[Artefact::Agenda, Artefact::Press],
        Artefact::Critique | Artefact::Improvements => &[Artefact::Critique, Artefact::Improvements],
        Artefact::Chronology | Artefact::DecisionMemo | Artefact::OutgoingTexts => {
            &[Artefact::Chronology, Artefact::DecisionMemo, Artefact::OutgoingTexts]
        }
        Artefact::Policy | Artefact::Rules | Artefact::FactSheet | Artefact::Stakeholders => {
            &[Artefact::Policy, Artefact::Rules, Artefact::FactSheet, Artefact::Stakeholders]
        }
    };
    let here = circle.iter().position(|artefact| *artefact == place.artefact).unwrap_or(0);
    let artefact = circle[(here + 1) % circle.len()];
    open_sheet(model, Place { artefact, round: place.round });
}

/// Closes the step and goes on; what is missing is shown first, and never blocks.
pub(super) fn next_step(model: &mut Model, effects: &mut Vec<Effect>) {
    let step = model.step;
    if model.seat == Seat::Reader {
        return go(model, step.next(), effects);
    }
    let gaps = model.view().map_or(0, |view| view.gaps(step).len());
    if gaps == 0 {
        return close_step(model, step, effects);
    }
    model.show_over(Over::Reading(Reading::new(Subject::Gaps(step))));
}

/// Holds a step to be done and goes to the next.
pub(super) fn close_step(model: &mut Model, step: Step, effects: &mut Vec<Effect>) {
    do_it(model, Command::Close { step }, effects);
    if step.next() == step {
        return the_end(model);
    }
    go(model, step.next(), effects);
}

/// The workshop is over: what to do with it, and how one leaves.
fn the_end(model: &mut Model) {
    let title = t::WORKSHOP_OVER.get(model.lang).to_owned();
    let text = format!("{}\n\n{}", t::FINISHED_DETAIL.get(model.lang), elsewhere(model));
    model.show_over(Over::Reading(Reading::new(Subject::Text(title, text))));
}

/// Opens a list.
pub(super) fn pick(model: &mut Model, what: Pick) {
    let looks = matches!(
        what,
        Pick::Palette | Pick::Step | Pick::Sheet(_) | Pick::Filter | Pick::Order | Pick::Version(_)
    );
    if model.seat == Seat::Reader && !looks {
        return writing::read_only(model);
    }
    if let Some(picker) = options::picker(model, what) {
        model.show_over(Over::Picker(picker));
    }
}

/// Asks a question.
pub(super) fn ask(model: &mut Model, what: &Ask) {
    if model.seat == Seat::Reader {
        return writing::read_only(model);
    }
    let lang = model.lang;
    let (title, hint, text) = match what {
        Ask::Person => (t::NAME_PROMPT.get(lang), t::ADD_PERSON_DETAIL.get(lang), String::new()),
        Ask::Rename(person) => (
            t::NAME_PROMPT.get(lang),
            t::RENAME_DETAIL.get(lang),
            names::person(&model.workshop, person, lang),
        ),
        Ask::GroupName => (t::GROUP_NAME.get(lang), t::GROUP_NAME_DETAIL.get(lang), String::new()),
        Ask::Reason(_) => (t::REASON_TITLE.get(lang), t::REASON_HINT.get(lang), String::new()),
        Ask::Number(..) => (t::NUMBER_PROMPT.get(lang), "", String::new()),
        Ask::PressQuestion(_) => (t::QUESTION_PROMPT.get(lang), "", String::new()),
        Ask::Inject(_) => (t::IMPROVISE.get(lang), t::IMPROVISE_DETAIL.get(lang), String::new()),
        Ask::Jot(_) => (record::JOT.get(lang), record::JOT_HINT.get(lang), String::new()),
        Ask::Note => (t::WRITE_NOTE.get(lang), t::NOTE_DETAIL.get(lang), String::new()),
        Ask::Clock(_) => (t::MOVE_CLOCK.get(lang), t::CLOCK_HINT.get(lang), String::new()),
        Ask::Overrule(..) => (t::OVERRULE.get(lang), t::OVERRULE_HINT.get(lang), String::new()),
        Ask::Sure(_) => return,
    };
    let text = model.begun.of(what).unwrap_or(&text);
    model.show_over(Over::Prompt(Prompt::text(what.clone(), title, hint, text)));
}

/// Asks for the reason that a change of the review needs, and remembers what waits for it.
pub(super) fn ask_reason(model: &mut Model, command: Option<Command>) {
    if let Some(Over::Prompt(prompt)) = &mut model.over
        && let Ask::Reason(waiting) = &mut prompt.ask
    {
        waiting.extend(command);
        return;
    }
    ask(model, &Ask::Reason(command.into_iter().collect()));
}

/// Something that needs a round under way.
pub(super) fn in_round(model: &mut Model, effects: &mut Vec<Effect>, wish: impl Fn(Round) -> Wish) {
    let round = model.round().filter(|round| model.view().is_some_and(|view| view.play(*round).is_some()));
    match round {
        Some(round) => {
            writing::leave_field(model, effects);
            carry_out(model, wish(round), effects);
        }
        None => say(model, t::NOTHING_KNOWN),
    }
}

/// Something that has to wait until what was typed is in the log.
pub(super) fn save_first(model: &mut Model) {
    say(model, t::SAVE_FIRST);
}

/// Every version of the field under the cursor.
pub(super) fn history(model: &mut Model) {
    let chosen = model.desk().and_then(|desk| model.sheet.as_ref().and_then(|sheet| sheet.chosen(&desk)));
    if let Some(Item::Field(cell)) = chosen {
        pick(model, Pick::Version(cell));
    }
}

/// The first conflict nobody has settled.
pub(super) fn show_conflict(model: &mut Model) {
    let first =
        model.view().and_then(|view| view.group.conflicts.first().map(|conflict| conflict.id.clone()));
    match first {
        Some(conflict) => pick(model, Pick::Conflict(conflict)),
        None => say(model, t::NO_CONFLICT),
    }
}

/// 「連絡がつきません」: where a stand-in can be named, who stands in is asked.
fn not_reached(model: &mut Model, cell: &Cell, stakeholder: &Slug) {
    if deputy_field(cell.artefact).is_some() {
        return pick(model, Pick::StandIn(cell.clone(), stakeholder.clone()));
    }
    let name = model.view().map(|view| names::stakeholder(&view, stakeholder, model.lang));
    let text = t::not_reached(&name.unwrap_or_default(), model.lang);
    model.notice = Some(Notice { tone: Tone::Problem, text });
}

/// Skip or overrule what the console's cursor is on.
pub(super) fn on_console_entry(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let place = model.menu.at.min(model.listed.len().saturating_sub(1));
    let Some(wish) = model.listed.get(place).map(|entry| entry.wish.clone()) else {
        return not_now(model);
    };
    match (&wish, action) {
        (Wish::Confirm { command: Command::GiveInject { round, inject, .. }, .. }, Action::Skip) => {
            let command = Command::SkipInject { round: *round, inject: inject.clone() };
            do_it(model, command, effects);
        }
        (Wish::Confirm { command: Command::AnswerLog { round, request, .. }, .. }, Action::Overrule) => {
            ask(model, &Ask::Overrule(*round, request.clone()));
        }
        _ => not_now(model),
    }
}

/// What events ask of the screen: somebody can't be reached, two people wrote at once, an incident was chosen.
pub(super) fn after(model: &mut Model, events: &[Event], effects: &mut Vec<Effect>) {
    for event in events {
        match event {
            Event::ContactFailed { cell, stakeholder } => not_reached(model, cell, stakeholder),
            Event::FieldConflict { .. } => show_conflict(model),
            Event::RecorderChanged { .. } => hand_over::writer_changed(model),
            Event::IncidentChosen { round, .. } => {
                // What the group gets first is read before anything is written.
                model.seen = 0;
                model.turn_to(Tab::Known);
                let next = if *round == Round::Two { Step::Factor } else { Step::InitialResponse(*round) };
                do_it(model, Command::Close { step: Step::Choose(*round) }, effects);
                go(model, next, effects);
                lookup::open(model);
            }
            Event::FactorPut { factor, .. } => {
                // From the factor in force Enter goes on; from where one drew it, it would draw another.
                model.menu = Menu::default();
                let known = model.workshop.library.factor(factor.as_str());
                let told = known.zip(model.view()).and_then(|(factor, view)| {
                    let (play, scenario) = (view.play(Round::Two)?, view.scenario(Round::Two)?);
                    let struck = play.factors.iter().any(|put| put.id == factor.id && put.struck.is_some());
                    let story = if struck {
                        play.story(scenario, factor, &model.workshop.library).get(model.lang).to_owned()
                    } else {
                        factors::told_when(factor.strikes, model.lang)
                    };
                    Some((factor.title.get(model.lang).to_owned(), story))
                });
                if let Some((title, text)) = told {
                    model.show_over(Over::Reading(Reading::new(Subject::Text(title, text))));
                }
            }
            Event::LogAnswered { .. } | Event::SceneReleased { .. } if model.workshop.is_automatic() => {
                model.turn_to(Tab::Known);
            }
            _ => {}
        }
    }
}

/// A new participant's name becomes a command.
pub(super) fn join(model: &mut Model, name: String) -> Command {
    Command::Join { person: ParticipantId::random(model.random()), name }
}

/// A new entry's name.
pub(super) fn entry(model: &mut Model) -> EntryId {
    EntryId::random(model.random())
}

/// Puts the cursor on a cell of the sheet that is shown.
pub(super) fn show_cell(model: &mut Model, cell: &Cell) {
    let place = Place { artefact: cell.artefact, round: cell.round };
    if model.sheet.as_ref().is_none_or(|sheet| sheet.place != place) {
        open_sheet(model, place);
    }
    model.with_sheet(|sheet, desk| sheet.go_to(cell, desk));
}
