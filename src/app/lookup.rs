//! The reference: opened, searched, gone to at a place, and quoted into what is being written.

use super::effect::Effect;
use super::model::{Model, Notice, Over, Tone};
use super::writing;
use crate::domain::sheet::Cell;
use crate::message::Action;
use crate::screens::reading::{Reading, Subject, rows};
use crate::screens::reference::quote::{Target, target};
use crate::screens::reference::search::{Found, Purpose, Search, gather};
use crate::screens::reference::{self, Passage, Quote, Tab};
use crate::screens::{Seat, frame};
use crate::text::{catalog as t, reference as words};

/// Opens the reference at the tab one was at.
pub(super) fn open(model: &mut Model) {
    let tab = model.tab;
    model.show_over(Over::Reading(Reading::new(Subject::Reference(tab))));
    model.marked = model.seen;
    look_at(model, tab);
}

/// A tab is shown: what came in is seen once it stands there to be read. It keeps its mark until the next time.
pub(super) fn look_at(model: &mut Model, tab: Tab) {
    if tab != model.tab {
        model.turn_to(tab);
    }
    if tab == Tab::Known {
        model.seen += model.unseen();
    }
}

/// Opens the search. What is being written stays as it is, with its cursor.
pub(super) fn search(model: &mut Model, purpose: Purpose) {
    if purpose == Purpose::Quote && model.seat == Seat::Reader {
        return writing::read_only(model);
    }
    let Some(desk) = model.desk() else { return };
    let hits = gather(&desk, model.step, model.unseen());
    model.show_over(Over::Search(Search::new(purpose, hits)));
}

/// Something happened, or the language changed: the search looks through what there is now.
pub(super) fn renew(model: &mut Model) {
    if !matches!(model.over, Some(Over::Search(_))) {
        return;
    }
    let hits = model.desk().map(|desk| gather(&desk, model.step, model.unseen())).unwrap_or_default();
    if let Some(Over::Search(search)) = &mut model.over {
        search.renew(hits);
    }
}

/// An action in the search.
pub(super) fn act(model: &mut Model, action: Action, effects: &mut Vec<Effect>) {
    let Some(Over::Search(search)) = &mut model.over else {
        return;
    };
    match search.act(action) {
        Found::Open => {}
        Found::Left => model.close_over(),
        Found::There(tab, key) => go_there(model, tab, key),
        Found::Quote(quote) => insert(model, &quote, effects),
    }
}

/// Opens a tab where an article stands. The article is marked: near the end of a text it is not the first line.
fn go_there(model: &mut Model, tab: Tab, key: String) {
    let Some(desk) = model.desk() else { return };
    let (columns, _) = frame::reading_room(model.area());
    let articles = reference::articles(&desk, model.step, tab, 0);
    let before = articles.into_iter().take_while(|article| article.key != key);
    let before: Vec<Passage> = before.flat_map(|article| article.passages).collect();
    let top = rows(&before, columns);
    let reading = Reading { top, found: Some(key), ..Reading::new(Subject::Reference(tab)) };
    model.over = Some(Over::Reading(reading));
    model.marked = model.seen;
    look_at(model, tab);
}

/// Puts a quote where it belongs, or says why it can't.
fn insert(model: &mut Model, quote: &Quote, effects: &mut Vec<Effect>) {
    if model.seat == Seat::Reader {
        return writing::read_only(model);
    }
    let Some(desk) = model.desk() else { return };
    let name = match quote {
        Quote::Item(source, id) => desk.view.words_for(*source, id.as_str()).get(model.lang).to_owned(),
        Quote::Mention(text) => text.clone(),
        Quote::Nothing => return,
    };
    match target(&desk, model.sheet.as_ref(), quote) {
        Target::Field(cell, value) => {
            model.close_over();
            writing::write_value(model, &cell, value, effects);
            inserted(model, &name, &cell);
        }
        Target::Text(cell) => {
            model.close_over();
            mention(model, &name, effects);
            if model.notice.is_none() {
                inserted(model, &name, &cell);
            }
        }
        Target::NoRow => say(model, words::NO_ROW.get(model.lang).to_owned()),
        Target::NoText => say(model, words::NO_TEXT.get(model.lang).to_owned()),
    }
}

/// Types a mention at the cursor, as if the writer had.
fn mention(model: &mut Model, what: &str, effects: &mut Vec<Effect>) {
    let text = words::mention(what, model.lang);
    let Some(editor) = model.sheet.as_mut().and_then(|sheet| sheet.editor.as_mut()) else {
        return;
    };
    editor.field.break_undo();
    let took = editor.field.insert(&text);
    editor.field.break_undo();
    if let Some(overflow) = took.overflow {
        let text = t::overflow(overflow.dropped, model.lang);
        model.notice = Some(Notice { tone: Tone::Problem, text });
    }
    writing::draft(model, effects);
}

fn inserted(model: &mut Model, what: &str, cell: &Cell) {
    let label = cell.definition().map_or("", |(_, field)| field.label.get(model.lang));
    say(model, words::inserted(what, label, model.lang));
}

fn say(model: &mut Model, text: String) {
    model.notice = Some(Notice { tone: Tone::Info, text });
}
