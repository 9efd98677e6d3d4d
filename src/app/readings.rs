//! What a text over the screen says: reference, help, what is missing.

use ratatui::layout::Rect;

use super::able::works;
use super::model::Model;
use super::{context, listing};
use crate::keymap;
use crate::message::Action;
use crate::screens::reading::{self, Reading, Subject};
use crate::screens::reference::{self, Passage, Tab};
use crate::screens::{Desk, frame};
use crate::text::{catalog as t, gap, names, table};
use crate::ui::theme::Role;

/// The last row that a text can be scrolled to.
pub(super) fn last_top(model: &Model, reading: &Reading) -> usize {
    let Some(desk) = model.desk() else { return 0 };
    let (columns, rows) = frame::reading_room(Rect::new(0, 0, model.size.0, model.size.1));
    let passages = passages(model, &desk, &reading.subject);
    reading::rows(&passages, columns).saturating_sub(usize::from(rows))
}

pub(super) fn title(model: &Model, subject: &Subject) -> String {
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

pub(super) fn passages(model: &Model, desk: &Desk<'_>, subject: &Subject) -> Vec<Passage> {
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
    let mut passages = vec![Passage::new(Role::Text, about.get(lang))];
    if listing::place(model).is_some() {
        passages.push(Passage::new(Role::Text, table::HELP.get(lang)));
    }
    passages.extend([Passage::new(Role::Text, ""), Passage::new(Role::Label, t::KEYS.get(lang))]);
    for action in Action::ALL.iter().filter(|action| works(model, **action)) {
        if let Some(key) = keymap::key_for(context, *action) {
            let text = format!("{key:<12}{}", action.label().get(lang));
            passages.push(Passage::new(Role::Text, text));
        }
    }
    passages
}
