//! Questions at the press conference (W-48): asked by the lecturer or by other groups, answered by the speakers.

use super::command::{Context, Refusal};
use super::event::{Event, Place, Round};
use super::id::RowId;
use super::revision::LONGEST_TEXT;
use super::sheet::{Artefact, Cell, Value};
use super::workshop::Workshop;

/// Outcomes that come back when the conference is held to have failed (C-03).
pub const LEFT_OPEN: [&str; 3] = ["deferred", "unanswered", "contradicts"];

/// Puts a question: a row of the record with the question, who asks, and how hostile it is.
pub(super) fn ask(
    workshop: &Workshop,
    context: &Context,
    round: Round,
    row: &RowId,
    text: &str,
    asked_by: &str,
    hostility: u8,
) -> Result<Vec<Event>, Refusal> {
    let view = workshop.group_of(context)?;
    view.play(round).ok_or(Refusal::NoIncident(round))?;
    if text.trim().is_empty() {
        return Err(Refusal::TextNeeded);
    }
    if [text, asked_by].iter().any(|words| words.chars().count() > LONGEST_TEXT) {
        return Err(Refusal::TooLong);
    }
    let place = Place { artefact: Artefact::Press, round: Some(round) };
    if view.group.sheets.row(place, row).is_some() {
        return Err(Refusal::RowExists(row.clone()));
    }
    let after = view.group.sheets.all_rows(place).last().map(|last| last.id.clone());
    let hostility = hostility.clamp(1, 3);
    Ok(question(round, row, after, Value::Text(text.to_owned()), Value::Text(asked_by.to_owned()), hostility))
}

/// The events that put a question into the record.
pub(super) fn question(
    round: Round,
    row: &RowId,
    after: Option<RowId>,
    text: Value,
    asked_by: Value,
    hostility: u8,
) -> Vec<Event> {
    let place = Place { artefact: Artefact::Press, round: Some(round) };
    let write = |field: &str, value: Value| Event::FieldRevised {
        cell: Cell::row(Artefact::Press, Some(round), row, field),
        base: None,
        value,
        change_set: None,
        reason: None,
    };
    vec![
        Event::RowAdded { place, section: "questions".to_owned(), row: row.clone(), after },
        write("question", text),
        write("asked-by", asked_by),
        write("hostility", Value::Choice(hostility.to_string())),
    ]
}
