//! Reference beside the sheet: what is known so far, environment, people, policy, guidance, deadlines, glossary.
//!
//! A tab is a list of articles; an article is what can be found, gone to and quoted. Nothing here writes.

mod deadlines;
mod environment;
mod guidance;
mod known;
pub mod quote;
pub mod search;

use super::{Desk, Seat};
use crate::domain::event::{Round, Step};
use crate::domain::sheet::{Cell, Value};
use crate::domain::words::{Words, words};
use crate::ui::theme::Role;

pub use guidance::spreading;
pub use quote::Quote;

/// A stretch of text that looks one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How it looks.
    pub role: Role,
    /// The text.
    pub text: String,
}

impl Passage {
    /// A passage.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// One thing to look up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its name among the articles of its tab.
    pub key: String,
    /// The tab it is in.
    pub tab: Tab,
    /// What it is called in a list.
    pub title: String,
    /// What it says, its title included.
    pub passages: Vec<Passage>,
    /// What becomes of it on a sheet.
    pub quote: Quote,
    /// Whether it came in since the reference was last opened.
    pub news: News,
}

/// Whether somebody has seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// It came in since.
    New,
    /// It was there before, or has always been.
    Old,
}

impl Article {
    /// An article that is quoted by a mention of its title.
    fn new(tab: Tab, key: impl Into<String>, title: impl Into<String>, passages: Vec<Passage>) -> Self {
        let title = title.into();
        let quote = Quote::Mention(title.clone());
        Self { key: key.into(), tab, title, passages, quote, news: News::Old }
    }

    /// Words between articles, found by nobody.
    fn between(tab: Tab, passages: Vec<Passage>) -> Self {
        Self { quote: Quote::Nothing, ..Self::new(tab, "", "", passages) }
    }

    /// The same with another way to be quoted.
    fn quoted(self, quote: Quote) -> Self {
        Self { quote, ..self }
    }

    /// Whether it is something to be found, and not only words between.
    pub fn is_findable(&self) -> bool {
        !self.key.is_empty()
    }
}

/// What there is to look up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What is known so far.
    #[default]
    Known,
    /// The chronology.
    Chronology,
    /// The sheet that belongs beside this one: table beside report, report beside table (W-15).
    Beside,
    /// The fact sheet.
    Facts,
    /// The stakeholders.
    People,
    /// The policy sheet.
    Policy,
    /// Guidance for this step.
    Guidance,
    /// Deadlines.
    Deadlines,
    /// The glossary.
    Glossary,
}

impl Tab {
    /// All tabs in order.
    pub const ALL: [Self; 9] = [
        Self::Known,
        Self::Chronology,
        Self::Beside,
        Self::Facts,
        Self::People,
        Self::Policy,
        Self::Guidance,
        Self::Deadlines,
        Self::Glossary,
    ];

    /// Title.
    pub const fn title(self) -> Words {
        match self {
            Self::Known => words("状況", "Known"),
            Self::Chronology => words("経過", "Log"),
            Self::Beside => words("用紙", "Sheets"),
            Self::Facts => words("環境", "Facts"),
            Self::People => words("関係者", "People"),
            Self::Policy => words("規定", "Policy"),
            Self::Guidance => words("手引き", "Guidance"),
            Self::Deadlines => words("期限", "Deadlines"),
            Self::Glossary => words("用語", "Glossary"),
        }
    }

    /// The tab to the right.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }

    /// The tab to the left.
    #[must_use]
    pub fn previous(self) -> Self {
        let place = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[(place + Self::ALL.len() - 1) % Self::ALL.len()]
    }
}

/// What a tab holds at a step, in order. The newest `fresh` arrivals are marked.
pub fn articles(desk: &Desk<'_>, step: Step, tab: Tab, fresh: usize) -> Vec<Article> {
    let guidance = desk.view.workshop.guidance();
    match tab {
        Tab::Known => known::told(desk, step, fresh),
        Tab::Chronology => known::chronology(desk, step),
        Tab::Beside => known::beside(desk, step),
        Tab::Facts => environment::facts(desk),
        Tab::People => environment::people(desk, step),
        Tab::Policy => environment::policy(desk),
        Tab::Guidance => guidance.map(|all| guidance::articles(desk, step, all)).unwrap_or_default(),
        Tab::Deadlines => deadlines::articles(desk, step),
        Tab::Glossary => guidance.map(|all| guidance::glossary(desk, all)).unwrap_or_default(),
    }
}

/// What a tab says at a step.
pub fn passages(desk: &Desk<'_>, step: Step, tab: Tab, fresh: usize) -> Vec<Passage> {
    articles(desk, step, tab, fresh).into_iter().flat_map(|article| article.passages).collect()
}

/// The round one is in or was in last.
pub fn round(desk: &Desk<'_>, step: Step) -> Option<Round> {
    step.round()
        .or_else(|| [Round::Two, Round::One].into_iter().find(|round| desk.view.play(*round).is_some()))
}

/// How many arrivals there are in all: a screen that has seen fewer shows a mark.
pub fn arrivals(desk: &Desk<'_>) -> usize {
    let plays = desk.view.group.plays.values();
    plays.map(|play| play.disclosed.len()).sum()
}

/// Whether a value names somebody who can't be reached now, for the mark beside it.
pub fn names_unreachable(desk: &Desk<'_>, cell: &Cell, value: &Value) -> bool {
    let Some(round) = cell.round.filter(|_| desk.view.names_people(cell) && desk.seat != Seat::Reader) else {
        return false;
    };
    value
        .items()
        .iter()
        .filter_map(|id| crate::domain::id::Slug::new(id))
        .any(|id| desk.view.is_unreachable(round, &id))
}
