//! Which rows of the response table are shown, and in which order.
//!
//! Screen state only: no record and nobody else's screen knows of it. A filter holds for the rows that were there when
//! it was set: a row that is new, or that somebody opened since, stays in view whatever becomes of it.

use std::collections::BTreeSet;

use super::Desk;
use crate::domain::event::Place;
use crate::domain::id::{Minute, RowId, Slug};
use crate::domain::sheet::{Artefact, Cell, RESPONSE_OWNERS, Source, Value};
use crate::domain::workshop::Row;
use crate::text::table;

/// Which rows are let through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those that are not done.
    Open,
    /// Those whose owner or stand-in the recorder plays.
    Mine,
    /// Those where nobody is named to decide, or nobody to act.
    NoOwner,
    /// Those of a phase, confirmed or suggested.
    Phase(Slug),
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As they were entered and moved.
    #[default]
    AsEntered,
    /// By exercise time; rows without a time come last.
    ByTime,
}

/// How the response table is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    filter: Filter,
    order: Order,
    /// The rows that the filter holds for.
    bound: BTreeSet<RowId>,
}

impl Listing {
    /// Sets the filter for the rows that are there now.
    pub fn filter(&mut self, filter: Filter, rows: impl IntoIterator<Item = RowId>) {
        self.filter = filter;
        self.bound = rows.into_iter().collect();
    }

    /// Sets the order.
    pub fn sort(&mut self, order: Order) {
        self.order = order;
    }

    /// A row stays in view, whatever the filter says: somebody opened it.
    pub fn keep(&mut self, row: &RowId) {
        self.bound.remove(row);
    }

    /// The filter that is set.
    pub fn chosen_filter(&self) -> &Filter {
        &self.filter
    }

    /// The order that is set.
    pub fn chosen_order(&self) -> Order {
        self.order
    }

    /// Whether the rows are all there, in their own order: only then can they be moved.
    pub fn is_plain(&self) -> bool {
        self.filter == Filter::All && self.order == Order::AsEntered
    }

    fn shows(&self, desk: &Desk<'_>, place: Place, row: &Row) -> bool {
        !self.bound.contains(&row.id) || self.filter.fits(desk, place, &row.id)
    }
}

impl Filter {
    /// Whether it lets a response row through.
    pub fn fits(&self, desk: &Desk<'_>, place: Place, row: &RowId) -> bool {
        let value = |field: &str| desk.view.value(&Cell::row(place.artefact, place.round, row, field));
        match self {
            Self::All => true,
            Self::Open => value("status").items() != ["done"],
            Self::Mine => {
                RESPONSE_OWNERS.iter().any(|field| value(field).items().iter().any(|id| is_mine(desk, id)))
            }
            Self::NoOwner => ["decision-owner", "action-owner"].iter().any(|field| value(field).is_empty()),
            Self::Phase(phase) => {
                let tag = Cell::row(place.artefact, place.round, row, "phase");
                desk.view.likely(&tag).as_ref() == Some(phase)
            }
        }
    }

    /// Every filter there is: one for each phase the guidance has.
    pub fn every(desk: &Desk<'_>) -> Vec<Self> {
        let phases = desk.view.options(Source::Phases);
        let phases = phases.into_iter().filter_map(|(id, _)| Slug::new(&id)).map(Self::Phase);
        [Self::All, Self::Open, Self::Mine, Self::NoOwner].into_iter().chain(phases).collect()
    }

    /// What it lets through, in words.
    pub fn words(&self, desk: &Desk<'_>) -> String {
        let lang = desk.lang;
        match self {
            Self::All => table::ALL_ROWS.get(lang).to_owned(),
            Self::Open => table::NOT_DONE.get(lang).to_owned(),
            Self::Mine => table::MINE.get(lang).to_owned(),
            Self::NoOwner => table::NO_OWNER.get(lang).to_owned(),
            Self::Phase(phase) => {
                let title = desk.view.words_for(Source::Phases, phase.as_str());
                table::of_phase(&table::phase(phase.as_str(), title.get(lang)), lang)
            }
        }
    }

    /// The same without what stands in brackets.
    fn in_short(&self, desk: &Desk<'_>) -> String {
        let words = self.words(desk);
        let short = words.split(['（', '(']).next().unwrap_or_default().trim_end().to_owned();
        if short.is_empty() { words } else { short }
    }
}

/// Whether the one who writes plays this stakeholder.
fn is_mine(desk: &Desk<'_>, stakeholder: &str) -> bool {
    let group = desk.view.group;
    let player = group.seats.iter().find(|(seat, _)| **seat == *stakeholder).map(|(_, player)| player);
    player.is_some() && player == group.recorder.as_ref()
}

/// Whether rows of this section are filtered and sorted.
pub fn is_listed(place: Place, section: &str) -> bool {
    place.artefact == Artefact::ResponseTable && section == "rows"
}

/// The rows of a section as they are shown.
pub fn rows<'a>(desk: &Desk<'a>, place: Place, section: &str) -> Vec<&'a Row> {
    let mut rows = desk.view.rows(place, section);
    if desk.listing.is_plain() || !is_listed(place, section) {
        return rows;
    }
    rows.retain(|row| desk.listing.shows(desk, place, row));
    if desk.listing.order == Order::ByTime {
        rows.sort_by_key(|row| time(desk, place, row));
    }
    rows
}

fn time(desk: &Desk<'_>, place: Place, row: &Row) -> Minute {
    match desk.view.value(&Cell::row(place.artefact, place.round, &row.id, "time")) {
        Value::Minute(minute) => minute,
        _ => Minute(u32::MAX),
    }
}

/// What is shown of a sheet's table and in which order, for its title; nothing where all of it is, as entered.
pub fn summary(desk: &Desk<'_>, place: Place) -> Option<String> {
    if desk.listing.is_plain() || !is_listed(place, "rows") {
        return None;
    }
    let mut parts = Vec::new();
    if desk.listing.filter != Filter::All {
        let (some, all) = (rows(desk, place, "rows").len(), desk.view.rows(place, "rows").len());
        parts.push(table::shown(some, all, &desk.listing.filter.in_short(desk), desk.lang));
    }
    if desk.listing.order == Order::ByTime {
        let words = table::BY_TIME.get(desk.lang);
        parts.extend(words.split(['（', ':', '(']).next().map(|short| short.trim_end().to_owned()));
    }
    Some(parts.join("  "))
}

/// Said where the filter lets nothing through.
pub fn nothing(desk: &Desk<'_>, place: Place, key: &str) -> Option<String> {
    let all = desk.view.rows(place, "rows").len();
    let hidden = all > 0 && is_listed(place, "rows") && rows(desk, place, "rows").is_empty();
    hidden.then(|| table::none_shown(all, &desk.listing.filter.in_short(desk), key, desk.lang))
}
