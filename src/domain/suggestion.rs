//! What the program suggests for a response row. A suggestion is worked out anew each time and never stored: it
//! counts for nothing until somebody confirms it, and then it is a value like any other.

use super::event::Place;
use super::id::{RowId, Slug};
use super::sheet::{Artefact, Cell, Value};
use super::workshop::GroupView;

impl GroupView<'_> {
    /// The handling phase a response row without one seems to belong to: that of the latest inject the group had been
    /// given by the row's time, or the first phase while nothing but the first notice was known. `None` for a row that
    /// has a phase, or no time.
    pub fn suggested_phase(&self, place: Place, row: &RowId) -> Option<Slug> {
        let round = place.round.filter(|_| place.artefact == Artefact::ResponseTable)?;
        let cell = |field| Cell::row(place.artefact, place.round, row, field);
        let Value::Minute(time) = self.value(&cell("time")) else {
            return None;
        };
        if !self.value(&cell("phase")).is_empty() {
            return None;
        }
        let told = self.play(round)?.disclosed.iter().filter(|told| told.minute <= time);
        let latest = told.filter(|told| told.phase.is_some()).max_by_key(|told| told.minute);
        let first = || self.workshop.guidance()?.phases.first().map(|phase| phase.id.clone());
        latest.and_then(|told| told.phase.clone()).or_else(first)
    }

    /// The phase of a response row as far as anybody or anything knows: confirmed, else suggested.
    pub fn likely_phase(&self, place: Place, row: &RowId) -> Option<Slug> {
        let confirmed = self.value(&Cell::row(place.artefact, place.round, row, "phase"));
        let confirmed = confirmed.items().first().and_then(|id| Slug::new(id));
        confirmed.or_else(|| self.suggested_phase(place, row))
    }
}
