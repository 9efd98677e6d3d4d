//! What the program suggests for a response row. A suggestion is worked out anew each time and never stored: it
//! counts for nothing until somebody confirms it, and then it is a value like any other.

use super::event::Round;
use super::id::{RowId, Slug};
use super::sheet::{Artefact, Cell, Value};
use super::workshop::GroupView;

/// The tags of a response row that are suggested.
pub const SUGGESTED: [&str; 2] = ["phase", "item"];

impl GroupView<'_> {
    /// What a response row's empty tag seems to be; `None` for a tag that is filled in, and for any other cell.
    pub fn suggested(&self, cell: &Cell) -> Option<Slug> {
        let row = cell.row.as_ref().filter(|_| cell.artefact == Artefact::ResponseTable)?;
        let suggest = match cell.field.as_str() {
            "phase" => Self::seeming_phase,
            "item" => Self::seeming_item,
            _ => return None,
        };
        self.value(cell).is_empty().then(|| suggest(self, cell.round?, row)).flatten()
    }

    /// The tag of a response row as far as anybody or anything knows: confirmed, else suggested.
    pub fn likely(&self, cell: &Cell) -> Option<Slug> {
        let confirmed = self.value(cell).items().first().and_then(|id| Slug::new(id));
        confirmed.or_else(|| self.suggested(cell))
    }

    /// The handling phase of the latest inject the group had been given by the row's time, or the first phase while
    /// nothing but the first notice was known. A row without a time has none.
    fn seeming_phase(&self, round: Round, row: &RowId) -> Option<Slug> {
        let Value::Minute(time) = self.value(&response(round, row, "time")) else {
            return None;
        };
        let told = self.play(round)?.disclosed.iter().filter(|told| told.minute <= time);
        let latest = told.filter(|told| told.phase.is_some()).max_by_key(|told| told.minute);
        let first = || self.workshop.guidance()?.phases.first().map(|phase| phase.id.clone());
        latest.and_then(|told| told.phase.clone()).or_else(first)
    }

    /// The check item that the first of the named policy topics is about.
    fn seeming_item(&self, round: Round, row: &RowId) -> Option<Slug> {
        let rule = self.value(&response(round, row, "rule"));
        let topics = &self.workshop.topics()?.topics;
        rule.items().iter().find_map(|named| topics.iter().find(|topic| topic.id == **named)?.item.clone())
    }
}

fn response(round: Round, row: &RowId, field: &'static str) -> Cell {
    Cell::row(Artefact::ResponseTable, Some(round), row, field)
}
