//! One search across the whole reference: a list filtered while typing, and what the chosen finding says.
//!
//! It keeps the texts as they stood when they were gathered; whoever hears news gathers them anew ([`Search::renew`]).

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::quote::{Target, target};
use super::{Article, News, Quote, Tab, articles};
use crate::domain::event::Step;
use crate::domain::words::Lang;
use crate::message::Action;
use crate::screens::menu::top_of;
use crate::screens::search::folded;
use crate::screens::sheet::SheetScreen;
use crate::screens::{Desk, Seat, frame, reading};
use crate::text::{catalog as t, reference};
use crate::ui::text_field::{EditKey, Mode, TextField};
use crate::ui::theme::{Look, Role};
use crate::ui::widgets::{put, put_right, row_at};
use crate::ui::width::width;

/// What Enter does with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Goes there.
    Look,
    /// Inserts it.
    Quote,
}

/// The search, its filter and where the cursor is.
#[derive(Clone, Debug)]
pub struct Search {
    /// What Enter does.
    pub purpose: Purpose,
    hits: Vec<Hit>,
    /// Places of the hits that the filter lets through, best first.
    shown: Vec<usize>,
    filter: TextField,
    at: usize,
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Hit {
    article: Article,
    /// Title in both languages, folded for the search.
    title: String,
    /// Everything it says in both languages, folded.
    all: String,
}

/// What became of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It goes on.
    Open,
    /// It was left.
    Left,
    /// This tab is to be opened at the article of this name.
    There(Tab, String),
    /// This is to be inserted.
    Quote(Quote),
}

/// Everything that can be found at a step, in the order of the tabs.
pub fn gather(desk: &Desk<'_>, step: Step, fresh: usize) -> Vec<Hit> {
    let other = Desk { lang: desk.lang.other(), ..*desk };
    let mut hits = Vec::new();
    for tab in Tab::ALL {
        // The same articles in the other language: people remember a thing in either.
        let pairs = articles(desk, step, tab, fresh).into_iter().zip(articles(&other, step, tab, fresh));
        hits.extend(pairs.filter(|(article, _)| article.is_findable()).map(|(article, again)| Hit {
            title: folded(&format!("{} {} {}", article.title, again.title, reading_of(desk, &article))),
            all: folded(&format!("{} {}", whole(&article), whole(&again))),
            article,
        }));
    }
    hits
}

/// The list, and what the chosen finding says: below the title and the filter.
fn split(inner: Rect) -> (Rect, Rect) {
    let rest = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    let rows = (rest.height / 2).max(3);
    let below = Rect { y: rest.y + rows + 1, height: rest.height.saturating_sub(rows + 1), ..rest };
    (Rect { height: rows, ..rest }, below)
}

/// How the name of a stakeholder is read: it is found by kana too.
fn reading_of<'a>(desk: &Desk<'a>, article: &Article) -> &'a str {
    let people = desk.view.workshop.stakeholders().filter(|_| article.tab == Tab::People);
    let mut people = people.into_iter().flat_map(|list| &list.stakeholders);
    people.find(|one| one.id == *article.key.as_str()).map_or("", |one| one.reading.as_str())
}

fn whole(article: &Article) -> String {
    let texts: Vec<&str> = article.passages.iter().map(|passage| passage.text.as_str()).collect();
    texts.join(" ")
}

/// Whether a word begins somewhere in a text: "cio" does not in "suspicious". Japanese has no such beginnings.
fn begins_in(text: &str, word: &str) -> bool {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let inside = latin(word.chars().next());
    text.match_indices(word).any(|(at, _)| {
        let before = text.split_at_checked(at).and_then(|(before, _)| before.chars().next_back());
        !(inside && latin(before))
    })
}

impl Search {
    /// Everything, unfiltered.
    pub fn new(purpose: Purpose, hits: Vec<Hit>) -> Self {
        let filter = TextField::new("", Mode::Short);
        let shown = (0..hits.len()).collect();
        Self { purpose, hits, shown, filter, at: 0 }
    }

    /// Takes what was gathered anew; the cursor stays on what it was on.
    pub fn renew(&mut self, hits: Vec<Hit>) {
        let here = self.chosen().map(|article| (article.tab, article.key.clone()));
        self.hits = hits;
        self.find();
        let same = |place: &usize| {
            let article = &self.hits[*place].article;
            here.as_ref().is_some_and(|(tab, key)| article.tab == *tab && article.key == *key)
        };
        self.at = self.shown.iter().position(same).unwrap_or(0);
    }

    /// The finding under the cursor.
    pub fn chosen(&self) -> Option<&Article> {
        self.shown.get(self.at).map(|place| &self.hits[*place].article)
    }

    /// Takes typed text as filter.
    pub fn type_text(&mut self, text: &str) {
        let _ = self.filter.insert(text);
        self.find();
    }

    /// An edit of the filter.
    pub fn edit(&mut self, key: EditKey) {
        let before = self.filter.text();
        self.filter.edit(key);
        if self.filter.text() != before {
            self.find();
        }
    }

    /// What the filter lets through, best first: found by the beginning of words before found anywhere, and what is
    /// called so before what only speaks of it.
    fn find(&mut self) {
        let wanted = folded(&self.filter.text());
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let rank = |hit: &Hit| {
            let begins = |text: &str| words.iter().all(|word| begins_in(text, word));
            let within = |text: &str| words.iter().all(|word| text.contains(word));
            let ways = [begins(&hit.title), begins(&hit.all), within(&hit.title), within(&hit.all)];
            ways.iter().position(|fits| *fits)
        };
        let all = self.hits.iter().enumerate();
        let mut found: Vec<(usize, usize)> =
            all.filter_map(|(place, hit)| Some((rank(hit)?, place))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        self.shown = found.into_iter().map(|(_, place)| place).collect();
        self.at = 0;
    }

    /// Moves, goes there, inserts or leaves.
    pub fn act(&mut self, action: Action) -> Found {
        let last = self.shown.len().saturating_sub(1);
        match action {
            Action::PageDown => self.at = (self.at + 10).min(last),
            Action::PageUp => self.at = self.at.saturating_sub(10),
            Action::Next | Action::Down => self.at = (self.at + 1).min(last),
            Action::Previous | Action::Up => self.at = self.at.saturating_sub(1),
            Action::Back => return Found::Left,
            Action::Open => return self.found(self.purpose),
            Action::Search => return self.found(Purpose::Look),
            Action::Quote => return self.found(Purpose::Quote),
            _ => {}
        }
        Found::Open
    }

    fn found(&self, purpose: Purpose) -> Found {
        match (self.chosen(), purpose) {
            (None, _) => Found::Open,
            (Some(article), Purpose::Look) => Found::There(article.tab, article.key.clone()),
            (Some(article), Purpose::Quote) => Found::Quote(article.quote.clone()),
        }
    }

    /// Sets the layout of the filter for a screen of this size.
    pub fn arrange(&mut self, width: u16) {
        self.filter.layout(width.saturating_sub(24).min(60), 1);
    }

    /// Draws list and finding; gives the real cursor.
    pub fn draw(
        &self,
        desk: &Desk<'_>,
        sheet: Option<&SheetScreen>,
        area: Rect,
        screen: &mut Frame<'_>,
    ) -> Option<Position> {
        let (look, lang) = (desk.look, desk.lang);
        let inner = frame::over(area, usize::from(area.height), frame::READING, screen, look);
        let title = match self.purpose {
            Purpose::Look => reference::LOOK_TITLE,
            Purpose::Quote => reference::QUOTE_TITLE,
        };
        put(title.get(lang), look.style(Role::Title), row_at(inner, inner.y), screen.buffer_mut());
        let y = inner.y + 1;
        put("/", look.style(Role::Muted), row_at(inner, y), screen.buffer_mut());
        let number = if self.shown.is_empty() { 0 } else { self.at + 1 };
        let place = format!("{number}/{}", self.shown.len());
        put_right(&place, look.style(Role::Muted), row_at(inner, y), screen.buffer_mut());
        let field = Rect { x: inner.x + 2, y, width: inner.width.saturating_sub(14), height: 1 };
        self.filter.draw(field, screen.buffer_mut(), look.theme, true);
        let cursor = self.filter.cursor(field);
        let (list, below) = split(inner);
        self.draw_list(list, screen, look, lang);
        self.draw_chosen(desk, sheet, below, screen);
        cursor
    }

    /// Puts the cursor on the finding at `at` of the screen; says whether it was on it already.
    pub fn click(&mut self, area: Rect, at: Position) -> bool {
        let inner = frame::inside(area, usize::from(area.height), frame::READING);
        let (list, _) = split(inner);
        let top = top_of(self.at, self.shown.len(), usize::from(list.height));
        let line = top + usize::from(at.y.saturating_sub(list.y));
        let before = self.at;
        if list.contains(at) && line < self.shown.len() {
            self.at = line;
            return line == before;
        }
        false
    }

    fn draw_list(&self, area: Rect, screen: &mut Frame<'_>, look: Look, lang: Lang) {
        if self.shown.is_empty() {
            put(
                t::NOTHING_FOUND.get(lang),
                look.style(Role::Muted),
                row_at(area, area.y),
                screen.buffer_mut(),
            );
        }
        let column = Tab::ALL.iter().map(|tab| width(tab.title().get(lang))).max().unwrap_or(0);
        let top = top_of(self.at, self.shown.len(), usize::from(area.height));
        for ((line, place), y) in self.shown.iter().enumerate().skip(top).zip(area.y..area.bottom()) {
            let article = &self.hits[*place].article;
            let tab = article.tab.title().get(lang);
            let space = " ".repeat(column.saturating_sub(width(tab)));
            let new = match article.news {
                News::New => format!("{} {} ", Role::Added.mark(), reference::NEW.get(lang)),
                News::Old => String::new(),
            };
            let mark = if line == self.at { ">" } else { " " };
            let text = format!("{mark} {tab}{space}  {new}{}", article.title);
            let role = match (line == self.at, article.news) {
                (true, _) => Role::Selection,
                (false, News::New) => Role::Added,
                (false, News::Old) => Role::Text,
            };
            put(&text, look.style(role), row_at(area, y), screen.buffer_mut());
        }
    }

    /// The finding in full, as far as there is room; below it, where it would go.
    fn draw_chosen(&self, desk: &Desk<'_>, sheet: Option<&SheetScreen>, area: Rect, screen: &mut Frame<'_>) {
        let Some(article) = self.chosen() else { return };
        let body = Rect { height: area.height.saturating_sub(1), ..area };
        reading::draw(&article.passages, 0, body, screen, desk.look);
        if desk.seat == Seat::Reader || sheet.is_none() || area.height == 0 {
            return;
        }
        let cell = match target(desk, sheet, &article.quote) {
            Target::Field(cell, _) | Target::Text(cell) => cell,
            Target::NoRow | Target::NoText => return,
        };
        let label = cell.definition().map_or("", |(_, field)| field.label.get(desk.lang));
        let text = reference::goes_to(label, desk.lang);
        put(&text, desk.look.style(Role::Muted), row_at(area, area.bottom() - 1), screen.buffer_mut());
    }
}
