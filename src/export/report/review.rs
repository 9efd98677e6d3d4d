//! The review in a report: every change with its reason, who made it and when (W-50), set by set.

use std::cmp::Ordering;

use chrono::{DateTime, FixedOffset};

use super::Writing;
use crate::domain::event::{Actor, Place, Round};
use crate::domain::id::{EntryId, RowId};
use crate::domain::sheet::{Artefact, Cell, Field, Value};
use crate::domain::workshop::{Revision, RowChange, RowChangeKind, Snapshot, Stage};
use crate::export::document::{Inline, change, plain};
use crate::text::{clock, names, place, value};

/// One change made once the review had begun.
struct Made<'a> {
    cell: &'a Cell,
    before: Value,
    revision: &'a Revision,
}

impl Writing<'_> {
    pub(super) fn review(&mut self) {
        if !self.has_review {
            return;
        }
        let heading = self.say("改善点の検討：変更と理由", "Review: changes and reasons");
        self.document.heading(2, heading);
        let sets = &self.view.group.change_sets;
        for set in sets {
            let title = names::joined(self.say("変更理由", "Reason"), &set.reason, self.lang());
            self.document.heading(3, &title);
            self.changes(Some(&set.id));
        }
        if self.made(None).next().is_some() {
            let title = self.say("個別の理由による変更", "Changes with a reason of their own");
            self.document.heading(3, title);
            self.changes(None);
        }
        if sets.is_empty() && self.made(None).next().is_none() {
            let nothing = self.say("変更は記録されていません。", "No change was recorded.");
            self.document.paragraph(nothing);
        }
    }

    fn changes(&mut self, set: Option<&EntryId>) {
        let mut made: Vec<Made<'_>> = self.made(set).collect();
        made.sort_by(in_order);
        let head = [
            self.say("箇所", "Where"),
            self.say("変更前", "Before"),
            self.say("変更後", "After"),
            self.say("個別の理由", "Own reason"),
            self.say("変更者・日時", "Who, when"),
        ];
        let mut rows: Vec<Vec<Inline>> = made.iter().filter_map(|one| self.change(one)).collect();
        rows.extend(self.row_changes(set));
        self.document.table(&head, rows);
    }

    /// Changes of a set; without one, those that have only a reason of their own.
    fn made<'s>(&'s self, set: Option<&'s EntryId>) -> impl Iterator<Item = Made<'s>> {
        let histories = self.view.group.sheets.histories();
        histories.flat_map(move |(cell, history)| {
            let revisions = history.revisions.iter().enumerate();
            let of_set = revisions.filter(move |(_, revision)| {
                let reviewed = revision.stage >= Stage::Review && revision.change_set.as_ref() == set;
                reviewed && (set.is_some() || revision.reason.is_some())
            });
            of_set.map(move |(at, revision)| Made {
                cell,
                before: match at.checked_sub(1).and_then(|at| history.revisions.get(at)) {
                    Some(earlier) => earlier.value.clone(),
                    // The first revision changes what the material said.
                    None => self.view.value_at(cell, Snapshot::PlayedOne),
                },
                revision,
            })
        })
    }

    fn change(&self, made: &Made<'_>) -> Option<Vec<Inline>> {
        let (view, lang) = (self.view, self.lang());
        let (_, field): (_, &Field) = made.cell.definition()?;
        let shown = |value: &Value| value::shown(&view, field, value, lang);
        let (before, after) = change(&shown(&made.before), &shown(&made.revision.value));
        Some(vec![
            plain(&place::cell(&view, made.cell, lang)),
            before,
            after,
            plain(made.revision.reason.as_deref().unwrap_or_default()),
            plain(&self.who_when(&made.revision.actor, made.revision.at)),
        ])
    }

    /// Rows added or taken out under a change set.
    fn row_changes(&self, set: Option<&EntryId>) -> Vec<Vec<Inline>> {
        let mut rows = Vec::new();
        for artefact in Artefact::REVISABLE {
            let place = Place { artefact, round: artefact.is_of_a_round().then_some(Round::One) };
            for row in self.view.group.sheets.all_rows(place) {
                let of_set = row.changes.iter();
                let of_set = of_set.filter(|change| set.is_some() && change.change_set.as_ref() == set);
                rows.extend(of_set.map(|change| self.row_change(place, &row.id, change)));
            }
        }
        rows
    }

    fn row_change(&self, at: Place, row: &RowId, change: &RowChange) -> Vec<Inline> {
        let (view, lang) = (self.view, self.lang());
        let sheet = place::sheet(at, lang);
        let what = match change.kind {
            RowChangeKind::Added => self.say("行を加えた", "Row added"),
            RowChangeKind::Removed => self.say("行を取り除いた", "Row taken out"),
            RowChangeKind::Restored => self.say("行を戻した", "Row put back"),
        };
        vec![
            plain(&names::joined(&sheet, &place::row(&view, at, row, lang), lang)),
            Inline::new(),
            plain(what),
            Inline::new(),
            plain(&self.who_when(&change.actor, change.at)),
        ]
    }

    fn who_when(&self, actor: &Actor, at: DateTime<FixedOffset>) -> String {
        let who = names::actor(self.view.workshop, actor, self.lang());
        format!("{who}\n{}", clock::recorded(at, self.lang()))
    }
}

/// In order of time; what was recorded at once, in the order of the sheets.
fn in_order(one: &Made<'_>, two: &Made<'_>) -> Ordering {
    let key = |made: &Made<'_>| (made.revision.at, made.cell.clone());
    key(one).cmp(&key(two))
}
