//! What a text over the screen says: reference, help, what is missing.

use ratatui::layout::Rect;

use super::able::works;
use super::context;
use super::model::Model;
use crate::keymap;
use crate::message::Action;
use crate::screens::reading::{self, Reading, Subject};
use crate::screens::reference::{self, Passage, Tab};
use crate::screens::{Desk, frame};
use crate::text::{catalog as t, gap, names};
use crate::ui::theme::Role;

/// The last row that a text can be scrolled to.
pub(super) fn last_top(model: &Model, reading: &Reading) -> usize {
    let Some(desk) = model.desk() else { return 0 };
    let (columns, rows) = frame::reading_room(Rect::new(0, 0, model.size.0, model.size.1));
    let passages = passages(model, &desk, reading);
    reading::rows(&passages, columns).saturating_sub(usize::from(rows))
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
        Subject::Help => t::HELP_TITLE.get(lang).to_owned(),
        Subject::Gaps(step) => names::step_in_full(*step, lang),
        Subject::Text(title, _) => title.clone(),
    }
}

pub(super) fn passages(model: &Model, desk: &Desk<'_>, reading: &Reading) -> Vec<Passage> {
    let lang = model.lang;
    match &reading.subject {
        Subject::Reference(tab) => looked_up(model, desk, *tab, reading.found.as_deref()),
        Subject::Help => help(model),
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

/// A tab of the reference, with what was looked for marked.
fn looked_up(model: &Model, desk: &Desk<'_>, tab: Tab, found: Option<&str>) -> Vec<Passage> {
    let mut articles = reference::articles(desk, model.step, tab, model.fresh());
    let wanted = articles.iter_mut().find(|article| Some(article.key.as_str()) == found);
    if let Some(headline) = wanted.and_then(|article| article.passages.first_mut()) {
        *headline = Passage::new(Role::Selection, format!("> {}", headline.text));
    }
    articles.into_iter().flat_map(|article| article.passages).collect()
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
