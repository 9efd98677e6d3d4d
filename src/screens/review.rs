//! The review (W-49, W-50): the eight artefacts, the list of improvements, and every change with its reason.

use super::menu::{Entry, headed};
use super::{Ask, Desk, Wish};
use crate::domain::event::{Place, Round};
use crate::domain::sheet::Artefact;
use crate::domain::workshop::Stage;
use crate::text::{catalog as t, names, place, value};

/// The entries of the review.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let reason = desk.view.group.change_sets.last().map(|set| set.reason.as_str());
    let mut entries = vec![
        Entry::new(t::NEW_REASON.get(lang), Wish::Ask(Ask::Reason(Vec::new())))
            .note(reason.unwrap_or(t::NO_REASON_YET.get(lang)))
            .detail(t::REVIEW_DETAIL.get(lang)),
        Entry::new(
            Artefact::Improvements.sheet().title.get(lang),
            Wish::OpenSheet(Place { artefact: Artefact::Improvements, round: None }),
        )
        .detail(t::IMPROVEMENTS_DETAIL.get(lang)),
    ];
    let artefacts = Artefact::REVISABLE.into_iter().map(|artefact| artefact_entry(desk, artefact)).collect();
    entries.extend(headed(t::ARTEFACTS_TO_REVISE.get(lang), artefacts));
    entries.extend(headed(t::CHANGES_MADE.get(lang), changes(desk)));
    entries.push(Entry::new(t::FINISH_REVIEW.get(lang), Wish::NextStep).under(t::AFTER_REVIEW.get(lang)));
    entries
}

fn artefact_entry(desk: &Desk<'_>, artefact: Artefact) -> Entry {
    let round = artefact.is_of_a_round().then_some(Round::One);
    let place = Place { artefact, round };
    let gaps = desk.view.gaps_of(place);
    let listed: Vec<String> = gaps
        .iter()
        .take(30)
        .map(|gap| format!("- {}", crate::text::gap::gap(&desk.view, gap, desk.lang)))
        .collect();
    Entry::new(artefact.sheet().title.get(desk.lang), Wish::OpenSheet(place))
        .note(t::missing(gaps.len(), desk.lang))
        .detail(listed.join("\n"))
}

/// Changes made in the review, newest first.
fn changes(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let mut made: Vec<_> = desk
        .view
        .group
        .sheets
        .histories()
        .flat_map(|(cell, history)| {
            let pairs = history.revisions.iter().enumerate();
            pairs.map(move |(place, revision)| (cell, history, place, revision))
        })
        .filter(|(cell, _, _, revision)| {
            revision.stage >= Stage::Review
                && Artefact::REVISABLE.contains(&cell.artefact)
                && cell.round != Some(Round::Two)
        })
        .collect();
    made.sort_by_key(|(.., revision)| std::cmp::Reverse(revision.at));
    made.iter()
        .filter_map(|(cell, history, at, revision)| {
            let (_, field) = cell.definition()?;
            let shown = |value: &crate::domain::sheet::Value| value::shown(&desk.view, field, value, lang);
            let before = match at.checked_sub(1).and_then(|before| history.revisions.get(before)) {
                Some(before) => shown(&before.value),
                None => shown(&desk.view.given(cell)),
            };
            let reason = revision.reason.clone().or_else(|| {
                let set = desk
                    .view
                    .group
                    .change_sets
                    .iter()
                    .find(|set| Some(&set.id) == revision.change_set.as_ref());
                set.map(|set| set.reason.clone())
            });
            let who = names::actor(desk.view.workshop, &revision.actor, lang);
            let detail = t::change(&before, &shown(&revision.value), &reason.unwrap_or_default(), &who, lang);
            Some(Entry::new(place::cell(&desk.view, cell, lang), Wish::Nothing).note(who).detail(detail))
        })
        .collect()
}
