//! The environment as the group has it: fact sheet, stakeholders, policy.

use super::{Article, Passage, Quote, Tab, round};
use crate::domain::event::{Place, Step};
use crate::domain::id::{RowId, Slug};
use crate::domain::sheet::{Artefact, Cell, Source};
use crate::domain::words::Words;
use crate::screens::{Desk, Seat};
use crate::text::{catalog as t, reference, value};
use crate::ui::theme::Role;

pub(super) fn facts(desk: &Desk<'_>) -> Vec<Article> {
    rows(desk, Tab::Facts, Artefact::FactSheet, "facts", Source::Facts)
}

/// Stakeholders, with what is known of how they are reached now.
pub(super) fn people(desk: &Desk<'_>, step: Step) -> Vec<Article> {
    let mut articles = rows(desk, Tab::People, Artefact::Stakeholders, "stakeholders", Source::Stakeholders);
    for article in &mut articles {
        let state = Slug::new(&article.key).and_then(|who| reach(desk, step, &who));
        if let Some(words) = state {
            let text = format!("{} {}", Role::Warning.mark(), words.get(desk.lang));
            article.passages.insert(1, Passage::new(Role::Warning, text));
        }
    }
    articles
}

/// Whether somebody can be reached, as far as the group can know: by trying, or by reading its own list. The
/// facilitator is told as it is.
fn reach(desk: &Desk<'_>, step: Step, who: &Slug) -> Option<Words> {
    let round = round(desk, step)?;
    let play = desk.view.play(round)?;
    if !desk.view.is_unreachable(round, who) {
        return None;
    }
    let failures = &desk.view.group.contact_failures;
    let tried = failures.iter().any(|one| one.stakeholder == *who && one.cell.round == Some(round));
    if tried {
        return Some(reference::TRIED);
    }
    if desk.seat == Seat::Facilitator {
        return Some(reference::UNREACHABLE_NOW);
    }
    let contact = Cell::row(Artefact::Stakeholders, None, &RowId::from(who), "after-hours");
    let no_contact = play.is_out_of_hours() && desk.view.value(&contact).is_empty();
    (no_contact && desk.view.is_inside(who)).then_some(reference::NO_AFTER_HOURS)
}

/// The rows of a sheet of the environment, an article each; its first value is its title.
fn rows(
    desk: &Desk<'_>,
    tab: Tab,
    artefact: Artefact,
    section: &'static str,
    source: Source,
) -> Vec<Article> {
    let place = Place { artefact, round: None };
    let fields = artefact.sheet().section(section).map(|section| section.fields).unwrap_or_default();
    let article = |row: &crate::domain::workshop::Row| {
        let mut title = None;
        let mut passages = Vec::new();
        for field in fields {
            let value = desk.view.value(&Cell::row(artefact, None, &row.id, field.key));
            if value.is_empty() || value.items() == ["not-applicable"] {
                continue;
            }
            let shown = value::shown(&desk.view, field, &value, desk.lang);
            if title.is_some() {
                passages.push(Passage::new(Role::Text, format!("{}: {shown}", field.label.get(desk.lang))));
            } else {
                passages.push(Passage::new(Role::Label, shown.clone()));
                title = Some(shown);
            }
        }
        passages.push(Passage::new(Role::Text, ""));
        let article = Article::new(tab, row.id.as_str(), title.unwrap_or_default(), passages);
        match Slug::new(row.id.as_str()) {
            Some(id) => article.quoted(Quote::Item(source, id)),
            None => article,
        }
    };
    desk.view.rows(place, section).into_iter().map(article).collect()
}

pub(super) fn policy(desk: &Desk<'_>) -> Vec<Article> {
    let lang = desk.lang;
    let topics = desk.view.workshop.topics().into_iter().flat_map(|topics| &topics.topics);
    let article = |topic: &crate::domain::policy::PolicyTopic| {
        let read = |field: &str| {
            let cell = Cell::row(Artefact::Policy, None, &RowId::from(&topic.id), field);
            let value = desk.view.value(&cell);
            let field = cell.definition().map(|(_, field)| field);
            field.map(|field| value::shown(&desk.view, field, &value, lang)).unwrap_or_default()
        };
        let exists = read("exists");
        let exists = if exists.is_empty() { t::NOT_ANSWERED.get(lang).to_owned() } else { exists };
        let title = format!("{}  [{exists}]", topic.title.get(lang));
        let mut passages = vec![Passage::new(Role::Label, title.clone())];
        let source = [read("document"), read("clause"), read("page")];
        let source: Vec<&str> = source.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let said = [source.join(" "), read("gist")].into_iter().filter(|text| !text.is_empty());
        passages.extend(said.map(|text| Passage::new(Role::Text, text)));
        let quote = Quote::Item(Source::Topics, topic.id.clone());
        Article::new(Tab::Policy, topic.id.as_str(), title, passages).quoted(quote)
    };
    topics.map(article).collect()
}
