//! Reports what does not fit, unless the place is known to be unreadable, and asks the questions that recur.

use std::collections::BTreeSet;

use super::{Names, Place};
use crate::domain::id::Slug;
use crate::material::decode::Sink;
use crate::material::tree::{Node, Text};
use crate::material::trouble::{NumberTrouble, Reference, SenseTrouble, ShapeTrouble, Trouble};

/// Gathers problems of meaning for one file.
pub struct Checker<'a> {
    /// Names of other pieces.
    pub names: &'a Names,
    sink: &'a mut Sink,
    /// Where decoding found something wrong.
    damage: BTreeSet<usize>,
}

impl<'a> Checker<'a> {
    /// A checker for what was decoded into `sink`.
    pub fn new(names: &'a Names, sink: &'a mut Sink) -> Self {
        let damage = sink.places();
        Self { names, sink, damage }
    }

    /// Reports a problem, unless it is about something that could not be read.
    pub fn report(&mut self, place: Place<'_>, trouble: impl Into<Trouble>) {
        let readable = match place.node() {
            Some(node) => self.is_intact(node),
            // The field is missing, and that was reported if it may not be.
            None => !self.damage.contains(&place.start()),
        };
        if readable {
            self.sink.report(place.start(), trouble);
        }
    }

    /// Reports a problem at a byte of the file.
    pub fn report_at(&mut self, at: usize, trouble: impl Into<Trouble>) {
        self.sink.report(at, trouble);
    }

    /// Reports a problem at a byte of a text, which begins at a byte of the file.
    pub fn report_in(&mut self, (start, text): &(usize, Text), at: usize, trouble: impl Into<Trouble>) {
        if !self.sink.is_full() {
            self.sink.report(start + text.written(at), trouble);
        }
    }

    /// The word among `known` that `word` was probably meant to be.
    pub fn nearest<'k>(&self, word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
        self.sink.nearest(word, known)
    }

    /// Whether everything at this place could be read, so that what is not there is truly missing.
    pub fn is_whole(&self, place: Place<'_>) -> bool {
        place.node().is_none_or(|node| self.is_intact(node))
    }

    fn is_intact(&self, node: &Node) -> bool {
        self.damage.range(node.start..node.end.max(node.start + 1)).next().is_none()
    }

    /// Every name stands only once.
    pub fn unique<'n, 'd>(&mut self, named: impl IntoIterator<Item = (Place<'n>, &'d Slug)>) {
        let mut seen = BTreeSet::new();
        for (place, name) in named {
            if !seen.insert(name) {
                self.report(place, SenseTrouble::Twice(name.to_string()));
            }
        }
    }

    /// Every item of a list has its own `id`.
    pub fn unique_ids<'d>(&mut self, list: Place<'_>, ids: impl IntoIterator<Item = &'d Slug>) {
        self.unique(ids.into_iter().enumerate().map(|(index, id)| (list.item(index).field("id"), id)));
    }

    /// The name is one of those known.
    pub fn refers(&mut self, place: Place<'_>, name: &Slug, kind: Reference, known: &BTreeSet<Slug>) {
        if !known.contains(name) {
            let near = self.sink.nearest(name.as_str(), known.iter().map(Slug::as_str));
            self.report(place, SenseTrouble::Unknown { kind, name: name.to_string(), near });
        }
    }

    /// The name is one of a closed set.
    pub fn one_of(&mut self, place: Place<'_>, name: &Slug, allowed: &'static [&'static str]) {
        if !allowed.contains(&name.as_str()) {
            let near = self.sink.nearest(name.as_str(), allowed.iter().copied());
            self.report(place, ShapeTrouble::UnknownVariant { found: name.to_string(), near, allowed });
        }
    }

    /// The name is that of a stakeholder.
    pub fn stakeholder(&mut self, place: Place<'_>, name: &Slug) {
        let known = &self.names.stakeholders;
        self.refers(place, name, Reference::Stakeholder, known);
    }

    /// Each item of the list is the name of another stakeholder.
    pub fn stakeholders(&mut self, list: Place<'_>, names: &[Slug]) {
        for (index, name) in names.iter().enumerate() {
            self.stakeholder(list.item(index), name);
        }
        self.unique(names.iter().enumerate().map(|(index, name)| (list.item(index), name)));
    }

    /// The name is that of a row of a fact sheet.
    pub fn row(&mut self, place: Place<'_>, name: &Slug) {
        let known = &self.names.rows;
        self.refers(place, name, Reference::Row, known);
    }

    /// The list has something in it.
    pub fn some<T>(&mut self, place: Place<'_>, name: &'static str, list: &[T]) {
        let list_place = place.field(name);
        if !list.is_empty() {
            return;
        }
        match list_place.node() {
            Some(_) => self.report(list_place, SenseTrouble::Nothing),
            None if place.is_record() => self.report_at(place.start(), ShapeTrouble::MissingField(name)),
            None => {}
        }
    }

    /// The number lies within bounds.
    pub fn within(&mut self, place: Place<'_>, found: u64, least: u64, most: u64) {
        if !(least..=most).contains(&found) {
            self.report(place, SenseTrouble::Number(NumberTrouble::Bounds { found, least, most }));
        }
    }

    /// Each minute is at least `least_gap` after all those above it.
    pub fn in_order<'n>(&mut self, minutes: impl IntoIterator<Item = (Place<'n>, u32)>, least_gap: u32) {
        let mut above: Option<u32> = None;
        for (place, minute) in minutes {
            if let Some(after) = above.filter(|after| minute < after.saturating_add(least_gap)) {
                self.report(place, SenseTrouble::Number(NumberTrouble::Order { minute, after }));
            }
            above = Some(above.map_or(minute, |above| above.max(minute)));
        }
    }
}
