//! What a text over the screen says: reference, help, what is missing.

use super::able::works;
use super::listing;
use super::model::Model;
use crate::domain::contribution;
use crate::domain::words::Words;
use crate::message::Action;
use crate::screens::reading::{self, Reading, Subject};
use crate::screens::reference::{self, Passage, Tab};
use crate::screens::{Desk, Seat, frame};
use crate::text::{catalog as t, gap, help, names, place, stage, table};
use crate::ui::theme::Role;

/// The last row that a text can be scrolled to.
pub(super) fn last_top(model: &Model, reading: &Reading) -> usize {
    let Some(desk) = model.desk() else { return 0 };
    let (columns, rows) = frame::reading_room(model.area());
    let passages = passages(model, &desk, reading);
    reading::rows(&passages, columns).saturating_sub(usize::from(rows))
}

/// What the panel beside a sheet shows of the tab that was read last.
pub(super) fn panel(model: &Model, area: ratatui::layout::Rect) -> Vec<Passage> {
    let Some(desk) = model.desk().filter(|_| !area.is_empty()) else {
        return Vec::new();
    };
    let passages = reference::passages(&desk, model.step, model.tab, model.unseen());
    reading::beginning(&passages, area.width, model.panel_top + usize::from(area.height))
}

pub(super) fn title(model: &Model, subject: &Subject) -> String {
    let lang = model.lang;
    match subject {
        Subject::Reference(here) => {
            let tab = |tab: &Tab| {
                let name = tab.title().get(lang);
                let new = *tab == Tab::Known && model.unseen() > 0;
                let name = format!("{name}{}", if new { Role::Added.mark() } else { "" });
                if tab == here { format!("[{name}]") } else { format!(" {name} ") }
            };
            Tab::ALL.iter().map(tab).collect()
        }
        Subject::Help => format!("{}  {}", t::HELP_TITLE.get(lang), place(model)),
        Subject::Contributions => stage::CONTRIBUTIONS.get(lang).to_owned(),
        Subject::Gaps(step) => names::step_in_full(*step, lang),
        Subject::Text(title, _) => title.clone(),
    }
}

pub(super) fn passages(model: &Model, desk: &Desk<'_>, reading: &Reading) -> Vec<Passage> {
    let lang = model.lang;
    match &reading.subject {
        Subject::Reference(tab) => looked_up(model, desk, *tab, reading.found.as_deref()),
        Subject::Help => help(model),
        Subject::Contributions => contributions(model, desk),
        Subject::Gaps(step) => {
            let gaps = desk.view.gaps(*step);
            let title = names::step_in_full(*step, lang);
            let first = Passage::new(Role::Warning, t::closing_with_gaps(&title, gaps.len(), lang));
            let rest = gaps
                .iter()
                .map(|one| Passage::new(Role::Text, format!("- {}", gap::gap(&desk.view, one, lang))));
            let space = || Passage::new(Role::Text, "");
            let spreading = reference::spreading(desk, *step);
            let spreading = spreading.into_iter().enumerate().flat_map(|(line, passage)| {
                // The question stands apart from what is missing.
                (line == 0).then(space).into_iter().chain([passage])
            });
            [first, space()].into_iter().chain(rest).chain(spreading).collect()
        }
        Subject::Text(_, text) => vec![Passage::new(Role::Text, text.clone())],
    }
}

/// Nobody scrolls the reference panel past its end.
pub(super) fn stop_panel(model: &mut Model) {
    if model.panel_top == 0 {
        return;
    }
    let panel = model.parts().panel;
    let rows = model.desk().map_or(0, |desk| {
        reading::rows(&reference::passages(&desk, model.step, model.tab, model.unseen()), panel.width)
    });
    model.panel_top = model.panel_top.min(rows.saturating_sub(usize::from(panel.height).saturating_sub(1)));
}

fn contributions(model: &Model, desk: &Desk<'_>) -> Vec<Passage> {
    let lang = model.lang;
    let wrote = contribution::contributions(&desk.view).into_iter().map(|one| {
        let known = model.workshop.people.contains_key(&one.person);
        let name = if known {
            names::person(&model.workshop, &one.person, lang)
        } else {
            t::PEN_NOBODY.get(lang).to_owned()
        };
        Passage::new(Role::Text, stage::wrote(&name, one.fields, one.rows, lang))
    });
    let wrote: Vec<Passage> = wrote.collect();
    if wrote.is_empty() {
        return vec![Passage::new(Role::Muted, stage::NOBODY_WROTE.get(lang))];
    }
    wrote
}

/// A tab of the reference, with what was looked for marked.
fn looked_up(model: &Model, desk: &Desk<'_>, tab: Tab, found: Option<&str>) -> Vec<Passage> {
    let mut articles = reference::articles(desk, model.step, tab, model.fresh());
    let wanted = articles.iter_mut().find(|article| Some(article.key.as_str()) == found);
    if let Some(headline) = wanted.and_then(|article| article.passages.first_mut()) {
        *headline = Passage::new(Role::Selection, format!("> {}", headline.text));
    }
    articles.into_iter().flat_map(|article| article.passages).collect()
}

/// Help for where one is: what this place is for, how one works there, then every key that works here. The keys that
/// move are the same everywhere and come last.
fn help(model: &Model) -> Vec<Passage> {
    let lang = model.lang;
    let menu = model.key(Action::Palette).unwrap_or_default();
    let how = match (&model.sheet, model.seat) {
        (Some(_), _) => help::on_sheets(&menu, lang),
        (None, _) => help::in_menus(&menu, lang),
    };
    let reader = (model.seat == Seat::Reader).then(|| help::READER.get(lang).to_owned());
    let table = listing::place(model).map(|_| table::HELP.get(lang).to_owned());
    let about = [Some(purpose(model).get(lang).to_owned()), table, reader, Some(how)].into_iter().flatten();
    let mut passages: Vec<Passage> =
        about.flat_map(|text| [Passage::new(Role::Text, text), Passage::new(Role::Text, "")]).collect();
    passages.push(Passage::new(Role::Label, t::KEYS.get(lang)));
    let (moves, acts): (Vec<Action>, Vec<Action>) =
        Action::ALL.iter().copied().filter(|action| works(model, *action)).partition(|one| one.moves());
    passages.extend(acts.into_iter().chain(moves).filter_map(|action| {
        let key = model.key(action)?;
        Some(Passage::new(Role::Text, format!("{key:<12}{}", action.label().get(lang))))
    }));
    passages
}

/// What the place is for where one is.
fn purpose(model: &Model) -> Words {
    match (&model.sheet, model.seat) {
        (Some(sheet), _) => help::of_sheet(sheet.place.artefact),
        (None, Seat::Facilitator) => help::CONSOLE,
        (None, _) => help::of_step(model.step),
    }
}

/// The name of the place where one is.
fn place(model: &Model) -> String {
    match (&model.sheet, model.seat) {
        (Some(sheet), _) => place::sheet(sheet.place, model.lang),
        (None, Seat::Facilitator) => t::CONSOLE.get(model.lang).to_owned(),
        (None, _) => names::step_in_full(model.step, model.lang),
    }
}
