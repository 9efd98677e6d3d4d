//! Which row stands against which.
//!
//! By id wherever ids mean the same thing on both sides. Response rows of two rounds: by policy topic, phase and
//! check item, one to one. Likeness of words counts only when both rounds played the same incident; words about
//! different incidents are never taken for each other.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::domain::environment::words_of;
use crate::domain::event::Place;
use crate::domain::id::RowId;
use crate::domain::sheet::{Artefact, Cell, Shape};
use crate::domain::workshop::GroupView;

/// Rows at least this alike (0…1) are taken for the same, between rounds of one incident.
const ALIKE: f64 = 0.5;

/// How the id of a question that is asked again begins (C-03).
const AGAIN: &str = "again-";

type Pairs = Vec<(Option<RowId>, Option<RowId>)>;

/// The rows of a section, paired: those of the earlier side in order, then the rest of the later side.
pub(super) fn rows(one: &GroupView<'_>, from: Place, two: &GroupView<'_>, to: Place, section: &str) -> Pairs {
    let ids = |view: &GroupView<'_>, place| -> Vec<RowId> {
        let rows = view.rows(place, section);
        rows.into_iter().map(|row| row.id.clone()).collect()
    };
    let (before, after) = (ids(one, from), ids(two, to));
    let mut pairing =
        Pairing { partner: vec![None; before.len()], free: after.iter().map(|_| true).collect() };
    let stripped = |id: &RowId| id.0.strip_prefix(AGAIN).unwrap_or(id.as_str()).to_owned();
    pairing.pair(&before, &after, |a, b| stripped(a) == stripped(b));
    if from.round != to.round {
        if from.artefact == Artefact::ResponseTable {
            let keys = |view: &GroupView<'_>, place, rows: &[RowId]| -> Vec<Option<Topic>> {
                rows.iter().map(|row| about(view, place, row)).collect()
            };
            let (of_one, of_two) = (keys(one, from, &before), keys(two, to, &after));
            pairing.pair(&of_one, &of_two, |a, b| a.is_some() && a == b);
        }
        let by_words =
            from.artefact.sheet().section(section).is_some_and(|section| section.shape == Shape::Rows);
        if by_words && same_incident(one, from, two, to) {
            pairing.pair_alike(&words(one, from, &before), &words(two, to, &after));
        }
    }
    pairing.into_pairs(&before, &after)
}

/// Who stands against whom so far: for each row before, its partner; for each row after, whether it is free.
struct Pairing {
    partner: Vec<Option<usize>>,
    free: Vec<bool>,
}

impl Pairing {
    /// Pairs rows that agree, one to one, in order.
    fn pair<T>(&mut self, before: &[T], after: &[T], agree: impl Fn(&T, &T) -> bool) {
        for (at, row) in before.iter().enumerate() {
            if self.partner[at].is_none() {
                let found = (0..after.len()).find(|other| self.free[*other] && agree(row, &after[*other]));
                self.join(at, found);
            }
        }
    }

    /// Pairs rows by likeness, the most alike first.
    fn pair_alike(&mut self, before: &[Bigrams], after: &[Bigrams]) {
        let mut candidates = Vec::new();
        for (at, one) in before.iter().enumerate() {
            for (other, two) in after.iter().enumerate() {
                let alike = one.likeness(two);
                if alike >= ALIKE {
                    candidates.push((alike, at, other));
                }
            }
        }
        candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, at, other) in candidates {
            if self.partner[at].is_none() && self.free[other] {
                self.join(at, Some(other));
            }
        }
    }

    fn join(&mut self, at: usize, found: Option<usize>) {
        if let Some(other) = found {
            self.partner[at] = Some(other);
            self.free[other] = false;
        }
    }

    fn into_pairs(self, before: &[RowId], after: &[RowId]) -> Pairs {
        let both = before.iter().zip(self.partner).map(|(row, partner)| {
            let partner = partner.map(|other| after[other].clone());
            (Some(row.clone()), partner)
        });
        let rest = after.iter().zip(self.free).filter(|(_, free)| *free);
        both.chain(rest.map(|(row, _)| (None, Some(row.clone())))).collect()
    }
}

/// What a response row is about: its policy topics, phase and check item.
#[derive(PartialEq, Eq)]
struct Topic {
    rules: BTreeSet<String>,
    phase: Option<String>,
    item: Option<String>,
}

/// `None` for a row that names none of the three.
fn about(view: &GroupView<'_>, place: Place, row: &RowId) -> Option<Topic> {
    let items = |field: &str| -> Vec<String> {
        let value = view.value(&Cell::row(place.artefact, place.round, row, field));
        value.items().into_iter().map(str::to_owned).collect()
    };
    let topic = Topic {
        rules: items("rule").into_iter().collect(),
        phase: items("phase").pop(),
        item: items("item").pop(),
    };
    let says = !topic.rules.is_empty() || topic.phase.is_some() || topic.item.is_some();
    says.then_some(topic)
}

fn same_incident(one: &GroupView<'_>, from: Place, two: &GroupView<'_>, to: Place) -> bool {
    let incident = |view: &GroupView<'_>, place: Place| {
        let play = place.round.and_then(|round| view.group.plays.get(&round));
        play.map(|play| play.scenario.clone())
    };
    incident(one, from).is_some() && incident(one, from) == incident(two, to)
}

fn words(view: &GroupView<'_>, place: Place, rows: &[RowId]) -> Vec<Bigrams> {
    let fields = || place.artefact.sheet().sections.iter().flat_map(|section| section.fields);
    let row_words = |row: &RowId| {
        let values =
            fields().map(|field| view.value(&Cell::row(place.artefact, place.round, row, field.key)));
        let texts: Vec<String> = values.map(|value| words_of(value).ja).collect();
        Bigrams::of(&texts.concat())
    };
    rows.iter().map(row_words).collect()
}

/// Neighbouring characters of a text: enough to tell how alike two texts are, in any language.
struct Bigrams(BTreeSet<(char, char)>);

impl Bigrams {
    fn of(text: &str) -> Self {
        let letters: Vec<char> = text.nfkc().filter(|c| !c.is_whitespace()).collect();
        Self(letters.windows(2).map(|pair| (pair[0], pair[1])).collect())
    }

    /// The share of neighbours they have in common (Dice), 0…1.
    fn likeness(&self, other: &Self) -> f64 {
        let whole = self.0.len() + other.0.len();
        if whole == 0 {
            return 0.0;
        }
        let common = self.0.intersection(&other.0).count();
        let float = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        2.0 * float(common) / float(whole)
    }
}
