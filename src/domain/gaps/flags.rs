//! What a factor has thrown into doubt in a row, and what it calls for in a round.

use super::Gap;
use crate::domain::environment::words_of;
use crate::domain::event::{Place, Round};
use crate::domain::id::{Minute, RowId, Slug};
use crate::domain::play::Play;
use crate::domain::scenario::Channel;
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::{Bilingual, Lang};
use crate::domain::workshop::{GroupView, Revision, Stage};

/// Why a row needs another look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// It names somebody who can't be reached, and nobody stands in.
    Unreachable(Slug),
    /// Its number was written before the numbers rose.
    Stale {
        /// When they rose.
        risen: Minute,
    },
    /// It relies on a fact that has turned out false.
    Falsified(Slug),
    /// The duty was decided before that came out.
    Reopened,
    /// Its number was written before a second notice named another.
    Contradicted {
        /// When that came.
        since: Minute,
    },
    /// It relies on something that can't be used now.
    Unusable(Slug),
    /// It names somebody inside who may not know.
    NotToKnow(Slug),
    /// It goes by a channel that others can read or forge.
    Compromised(Channel),
}

/// Owner fields and the field that names who stands in, per sheet.
const OWNERS: [(Artefact, &[&str], &str); 2] = [
    (Artefact::InitialResponse, &["axis-decision-owner", "axis-action-owner"], "axis-deputy"),
    (
        Artefact::ResponseTable,
        &["decision-owner", "action-owner", "no-rule-decides", "no-rule-acts"],
        "deputy",
    ),
];

/// The field that names who stands in for owners on this sheet.
pub fn deputy_field(artefact: Artefact) -> Option<&'static str> {
    OWNERS.iter().find(|(owned, ..)| *owned == artefact).map(|(_, _, deputy)| *deputy)
}

/// Fields that name facts a row relies on, per sheet and section.
const RELIES: [(Artefact, &str, &str); 3] = [
    (Artefact::ResponseTable, "rows", "facts"),
    (Artefact::Report, "items", "relies"),
    (Artefact::Report, "counts", "count-relies"),
];

/// Fields that name who is told, and in free words by which means: per sheet and section.
const TOLD: [(Artefact, &str, &str); 2] =
    [(Artefact::InitialResponse, "contacts", "contact-how"), (Artefact::ResponseTable, "rows", "informed")];

/// The field that names whom a first contact is with.
const CONTACT: (Artefact, &str) = (Artefact::InitialResponse, "contact-whom");

impl GroupView<'_> {
    /// What a factor has thrown into doubt in a row.
    pub fn flags(&self, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(round) = place.round else {
            return Vec::new();
        };
        let mut flags = self.unreachable_owners(round, place, row);
        flags.extend(self.stale(round, place, row));
        flags.extend(self.falsified(round, place, row));
        flags.extend(self.reopened(round, place, row));
        flags.extend(self.contradicted(round, place, row));
        flags.extend(self.unusable(round, place, row));
        flags.extend(self.not_to_know(round, place, row));
        flags.extend(self.compromised(round, place, row));
        flags
    }

    /// Whether what stands in a cell wants confirming: a number gone stale, a duty opened again. To write the same once
    /// more is an answer then.
    pub fn is_in_doubt(&self, cell: &Cell) -> bool {
        let place = Place { artefact: cell.artefact, round: cell.round };
        let flags = cell.row.as_ref().map(|row| self.flags(place, row));
        flags.into_iter().flatten().any(|flag| match flag {
            Flag::Stale { .. } | Flag::Contradicted { .. } => cell.field == "count",
            Flag::Reopened => cell.field == "duty-decision",
            _ => false,
        })
    }

    fn unreachable_owners(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some((_, owners, deputy)) = OWNERS.iter().find(|(artefact, ..)| *artefact == place.artefact)
        else {
            return Vec::new();
        };
        let named = |field: &str| {
            let value = self.value(&Cell::row(place.artefact, place.round, row, field));
            value.items().into_iter().filter_map(Slug::new).collect::<Vec<_>>()
        };
        let reachable = |id: &Slug| !self.is_unreachable(round, id);
        if named(deputy).iter().any(reachable) {
            return Vec::new();
        }
        let mut silent: Vec<Slug> = owners.iter().flat_map(|field| named(field)).collect();
        silent.retain(|id| !reachable(id));
        silent.sort();
        silent.dedup();
        silent.into_iter().map(Flag::Unreachable).collect()
    }

    fn stale(&self, round: Round, place: Place, row: &RowId) -> Option<Flag> {
        let risen = self.play(round)?.last_rise()?;
        let written = self.count_written(place, row)?;
        let before = written.minute.is_some_and(|minute| minute < risen);
        let stands = written.stage <= Stage::of_round(round) && !written.value.is_empty();
        (before && stands).then_some(Flag::Stale { risen })
    }

    /// The newest number in a row of the report.
    fn count_written(&self, place: Place, row: &RowId) -> Option<&Revision> {
        let cell = Cell::row(place.artefact, place.round, row, "count");
        (place.artefact == Artefact::Report).then(|| self.revision(&cell)).flatten()
    }

    fn falsified(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(play) = self.play(round) else {
            return Vec::new();
        };
        let mut false_now = self.relied_on(place, row);
        false_now.retain(|fact| play.not_encrypted_since(fact.as_str()).is_some());
        false_now.into_iter().map(Flag::Falsified).collect()
    }

    /// Fact-sheet rows that a row says it relies on.
    fn relied_on(&self, place: Place, row: &RowId) -> Vec<Slug> {
        let fields = RELIES.iter().filter(|(artefact, ..)| *artefact == place.artefact);
        let cells = fields.map(|(_, _, field)| Cell::row(place.artefact, place.round, row, field));
        cells
            .flat_map(|cell| self.value(&cell).items().into_iter().filter_map(Slug::new).collect::<Vec<_>>())
            .collect()
    }

    /// Duties decided before it came out that data were not encrypted are open again.
    fn reopened(&self, round: Round, place: Place, row: &RowId) -> Option<Flag> {
        let cell = Cell::row(place.artefact, place.round, row, "duty-decision");
        let decided = (place.artefact == Artefact::Report).then(|| self.revision(&cell)).flatten()?;
        let open = self.play(round)?.is_reopened(&decided.id) && !decided.value.is_empty();
        open.then_some(Flag::Reopened)
    }

    /// A number written before a second notice named another (C-14). To write the same again settles it.
    fn contradicted(&self, round: Round, place: Place, row: &RowId) -> Option<Flag> {
        let written = self.count_written(place, row)?;
        let since = self.play(round)?.contradicted_since(&written.id)?;
        (!written.value.is_empty()).then_some(Flag::Contradicted { since })
    }

    fn unusable(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let lost = |fact: &Slug| self.play(round).is_some_and(|play| play.is_unusable(fact));
        self.relied_on(place, row).into_iter().filter(lost).map(Flag::Unusable).collect()
    }

    /// People inside, named here, who may not know (C-08).
    fn not_to_know(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(play) = self.play(round).filter(|play| play.restricts_knowledge()) else {
            return Vec::new();
        };
        let mut named = self.people_named(place, row);
        named.retain(|who| self.is_inside(who) && play.may_not_know(who));
        named.into_iter().map(Flag::NotToKnow).collect()
    }

    /// Channels that others can read or forge, as far as the row's own words name them (C-15).
    fn compromised(&self, round: Round, place: Place, row: &RowId) -> Vec<Flag> {
        let Some(play) = self.play(round) else {
            return Vec::new();
        };
        let told = TOLD.iter().filter(|(artefact, ..)| *artefact == place.artefact);
        let words: Vec<String> = told.map(|(_, _, field)| self.words_at(place, row, field)).collect();
        let used = |channel: &Channel| words.iter().any(|words| channel.is_named_in(words));
        let open = [Channel::Mail, Channel::Chat].into_iter().filter(|channel| play.is_compromised(*channel));
        open.filter(used).map(Flag::Compromised).collect()
    }

    /// What the factors of a round call for on its sheets, and what is not there yet.
    pub(super) fn called_for(&self, round: Round) -> Vec<Gap> {
        let Some(play) = self.play(round) else {
            return Vec::new();
        };
        let mut gaps: Vec<Gap> = Vec::new();
        let wanted = play.wanted_people();
        if !wanted.is_empty() {
            let involved = self.all_rows_with_people(round);
            let missing = wanted.into_iter().filter(|who| !involved.contains(who));
            gaps.extend(missing.cloned().map(Gap::NotBroughtIn));
        }
        let table = Place { artefact: Artefact::ResponseTable, round: Some(round) };
        let names_rule = |topic: &Slug| {
            let rows = self.rows(table, "rows");
            rows.iter().any(|row| {
                let rule = self.value(&Cell::row(table.artefact, table.round, &row.id, "rule"));
                rule.items().contains(&topic.as_str())
            })
        };
        let rules = play.wanted_rules().into_iter().filter(|topic| !names_rule(topic));
        gaps.extend(rules.cloned().map(Gap::RuleNeeded));
        gaps
    }

    /// Rows of the report that a factor's clock runs for, and that are still empty (C-10, C-17).
    pub(super) fn demanded(&self, round: Round) -> Vec<Gap> {
        let demands = self.play(round).map(Play::demands).unwrap_or_default();
        let mut gaps = Vec::new();
        for demand in demands {
            let open = demand.items.iter().map(RowId::from).filter(|row| !self.is_reported(round, row));
            gaps.extend(open.map(|row| Gap::Demanded { what: demand.what.clone(), due: demand.due, row }));
        }
        gaps
    }

    fn is_reported(&self, round: Round, row: &RowId) -> bool {
        let cell = |field: &str| Cell::row(Artefact::Report, Some(round), row, field);
        ["content", "count"].iter().any(|field| !self.value(&cell(field)).is_empty())
    }

    fn all_rows_with_people(&self, round: Round) -> Vec<Slug> {
        let sections = [
            (Artefact::InitialResponse, "contacts"),
            (Artefact::InitialResponse, "axis"),
            (Artefact::ResponseTable, "rows"),
        ];
        let mut people = Vec::new();
        for (artefact, section) in sections {
            let place = Place { artefact, round: Some(round) };
            for row in self.rows(place, section) {
                people.extend(self.people_named(place, &row.id));
            }
        }
        people
    }

    /// Everybody whom a row names: picked as owner, stand-in or contact, or written down as informed. Each once.
    fn people_named(&self, place: Place, row: &RowId) -> Vec<Slug> {
        let mut fields: Vec<&str> = Vec::new();
        for (_, owners, deputy) in OWNERS.iter().filter(|(artefact, ..)| *artefact == place.artefact) {
            fields.extend(owners.iter().chain([deputy]));
        }
        if place.artefact == CONTACT.0 {
            fields.push(CONTACT.1);
        }
        let picked = |field: &&str| {
            let value = self.value(&Cell::row(place.artefact, place.round, row, field));
            value.items().into_iter().filter_map(Slug::new).collect::<Vec<_>>()
        };
        let mut people: Vec<Slug> = fields.iter().flat_map(picked).collect();
        for (_, _, field) in TOLD.iter().filter(|(artefact, ..)| *artefact == place.artefact) {
            people.extend(self.people_in(&self.words_at(place, row, field)));
        }
        people.sort();
        people.dedup();
        people
    }

    /// Stakeholders whose name occurs in free words, in either language.
    fn people_in(&self, words: &str) -> Vec<Slug> {
        let place = Place { artefact: Artefact::Stakeholders, round: None };
        let name = |row: &RowId| words_of(self.value(&Cell::row(place.artefact, None, row, "name")));
        let occurs =
            |name: &Bilingual| [Lang::Ja, Lang::En].iter().any(|lang| mentions(words, name.get(*lang)));
        let rows = self.rows(place, "stakeholders").into_iter();
        rows.filter(|row| occurs(&name(&row.id))).filter_map(|row| Slug::new(row.id.as_str())).collect()
    }

    fn words_at(&self, place: Place, row: &RowId, field: &str) -> String {
        words_of(self.value(&Cell::row(place.artefact, place.round, row, field))).ja
    }
}

/// Whether a name stands in a text as a word of its own: "PR" is not in "PROXY".
fn mentions(text: &str, name: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    !name.is_empty()
        && text.match_indices(name).any(|(at, _)| {
            let (before, rest) = text.split_at_checked(at).unwrap_or_default();
            let after = rest.strip_prefix(name).unwrap_or_default();
            let parted = |outer: Option<char>, inner: Option<char>| !(letter(outer) && letter(inner));
            parted(before.chars().next_back(), name.chars().next())
                && parted(after.chars().next(), name.chars().next_back())
        })
}
