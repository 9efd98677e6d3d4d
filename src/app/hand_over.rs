//! Handing over: to the next writer, or to another group. What lies between them is a page that gives nothing away.
//!
//! Nobody begins before everything typed is in the log: a text belongs to whoever typed it.

use super::effect::Effect;
use super::model::{Left, Model, Over};
use super::{stage, wishes, writing};
use crate::domain::event::Step;
use crate::domain::id::{GroupId, ParticipantId};
use crate::domain::words::Words;
use crate::domain::workshop::GroupView;
use crate::message::Action;
use crate::screens::full::{Line, Page};
use crate::screens::menu::Menu;
use crate::screens::picker::{Choice, Picker};
use crate::screens::reference::{Tab, arrivals};
use crate::screens::{Pending, Pick, Seat};
use crate::text::{catalog, names, stage as t};
use crate::ui::theme::Role;

/// Who takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HandOver {
    /// Another writer of the same group, from this one.
    Writer(ParticipantId),
    /// Another group.
    Group(GroupId),
}

/// The recorder was changed here: the keyboard goes to somebody else, if anybody had it.
pub(super) fn writer_changed(model: &mut Model) {
    if model.seat != Seat::Participants {
        return;
    }
    if let Some(gave) = model.watch.gave() {
        model.show_over(Over::HandOver(HandOver::Writer(gave)));
    }
}

/// Hands over to another group: the only other one, or the one that is picked.
pub(super) fn to_another_group(model: &mut Model, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    let others: Vec<GroupId> = others(model);
    match others.as_slice() {
        [] => {}
        [only] => to_group(model, *only),
        _ => wishes::pick(model, Pick::Group),
    }
}

/// The groups that could take over.
pub(super) fn others(model: &Model) -> Vec<GroupId> {
    model.workshop.groups.keys().filter(|id| **id != model.group).copied().collect()
}

/// The list of them.
pub(super) fn groups(model: &Model, what: Pick) -> Picker {
    let views = others(model).into_iter().filter_map(|id| model.workshop.view(id));
    let choice = |view: GroupView<'_>| Choice::new(view.id.0.to_string(), names::group(&view, model.lang));
    Picker::new(what, t::WHICH_GROUP.get(model.lang), views.map(choice).collect())
}

pub(super) fn to_group(model: &mut Model, group: GroupId) {
    model.show_over(Over::HandOver(HandOver::Group(group)));
}

/// What is done on the page. Nothing but Enter lets anybody in.
pub(super) fn act(model: &mut Model, action: Action) {
    let Some(Over::HandOver(page)) = &model.over else {
        return;
    };
    match (page.clone(), action) {
        (HandOver::Writer(_), Action::Open) | (_, Action::Back) => model.close_over(),
        (HandOver::Group(group), Action::Open) if is_settled(model) => {
            model.close_over();
            // What came up on the way out is for the group that leaves to answer.
            if model.over.is_none() {
                show_group(model, group);
            }
        }
        _ => {}
    }
}

/// Whether everything typed or picked here is in the log.
pub(super) fn is_settled(model: &Model) -> bool {
    model.unsaved.is_empty() && model.waiting.is_empty() && model.kept.is_empty()
}

/// The next group, at the console or for somebody who looks.
pub(super) fn next_group(model: &mut Model, effects: &mut Vec<Effect>) {
    writing::leave_field(model, effects);
    if !is_settled(model) {
        return wishes::save_first(model);
    }
    let after = model.workshop.groups.keys().find(|id| **id > model.group).copied();
    let first = model.workshop.groups.keys().next().copied();
    if let Some(group) = after.or(first) {
        show_group(model, group);
    }
}

/// Shows another group as it was left: its step, and nothing of the one before.
fn show_group(model: &mut Model, group: GroupId) {
    if group == model.group {
        return;
    }
    let begun = std::mem::take(&mut model.begun);
    model.left.insert(model.group, Left { seen: model.seen, begun });
    model.group = group;
    model.step = model.view().map_or(Step::Preparation, |view| view.group.step);
    let all = model.desk().map_or(0, |desk| arrivals(&desk));
    let left = model.left.remove(&group).unwrap_or_else(|| Left { seen: all, ..Left::default() });
    (model.seen, model.begun) = (left.seen, left.begun);
    model.marked = model.seen;
    model.menu = Menu::default();
    model.sheet = None;
    model.turn_to(Tab::Known);
    model.settings.clear();
    if model.seat != Seat::Facilitator {
        wishes::show_sheet_of_step(model);
    }
    stage::see(model);
}

/// What the page says.
pub(super) fn page(model: &Model, who: &HandOver) -> Page {
    let lang = model.lang;
    let label = |words: Words, text: String| Line { label: words.get(lang), text, role: Role::Title };
    let (title, mut lines, hint) = match who {
        HandOver::Writer(gave) => {
            let takes = model.view().and_then(|view| view.group.recorder.clone());
            let nobody = || catalog::PEN_NOBODY.get(lang).to_owned();
            let takes = takes.map_or_else(nobody, |id| names::person(&model.workshop, &id, lang));
            let gaps = model.view().map_or(0, |view| view.gaps(model.step).len());
            let lines = vec![
                label(t::UNTIL_NOW, names::person(&model.workshop, gave, lang)),
                label(t::FROM_NOW, takes),
                label(t::STEP, names::step_in_full(model.step, lang)),
                label(t::MISSING_HERE, t::missing_here(gaps, lang)),
            ];
            (t::WRITER_CHANGES, lines, t::BEGIN_HINT)
        }
        HandOver::Group(takes) => {
            let name = |id: GroupId| {
                let view = model.workshop.view(id);
                view.map_or_else(|| names::group_number(id, lang), |view| names::group(&view, lang))
            };
            let lines = vec![label(t::UNTIL_NOW, name(model.group)), label(t::FROM_NOW, name(*takes))];
            (t::GROUP_CHANGES, lines, t::BEGIN_OR_BACK)
        }
    };
    let (state, role) = state(model);
    lines.push(Line { label: "", text: state.get(lang).to_owned(), role });
    Page { title: title.get(lang), lines, hint: hint.get(lang) }
}

/// Whether everything is saved, as it is while the page is looked at.
fn state(model: &Model) -> (Words, Role) {
    let stuck = !model.kept.is_empty()
        || model.unsaved.values().any(|one| matches!(one.state, Pending::Kept | Pending::Misread(_)));
    match (is_settled(model), stuck) {
        (true, _) => (t::ALL_SAVED, Role::Ok),
        (false, false) => (t::STILL_SAVING, Role::Text),
        (false, true) => (t::NOT_ALL_SAVED, Role::Warning),
    }
}
