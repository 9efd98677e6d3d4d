//! Writing: cells are revised on a base, rows come and go, conflicts keep both texts, the review wants reasons.

use super::command::{Command, Context, Refusal};
use super::event::{Event, Place, Round};
use super::id::{EntryId, RevisionId, RowId, Slug};
use super::sheet::{Artefact, Cell, Field, FieldKind, Section, Shape, Value, read};
use super::workshop::{GroupView, Stage, Workshop};

/// The longest text a field takes, in characters.
pub const LONGEST_TEXT: usize = 20_000;

pub(super) fn decide(
    workshop: &Workshop,
    command: Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let of_a_group = matches!(command, Command::Settle { .. } | Command::OpenChangeSet { .. });
    if context.group.is_some() || of_a_group {
        return decide_for(&workshop.group_of(context)?, command);
    }
    workshop.may_facilitate(&context.actor)?;
    decide_for_the_room(workshop, &command)
}

/// One event for all groups is only true where it is right for each of them: before round one, where nobody has
/// written anything else there.
fn decide_for_the_room(workshop: &Workshop, command: &Command) -> Result<Vec<Event>, Refusal> {
    let mut groups = workshop.groups.values();
    if groups.any(|group| group.stage != Stage::Preparation) {
        return Err(Refusal::GroupNeeded);
    }
    let views = workshop.groups.keys().filter_map(|id| workshop.view(*id));
    let mut decisions = views.map(|view| decide_for(&view, command.clone()));
    let first = decisions.next().ok_or(Refusal::GroupNeeded)?;
    if decisions.all(|other| other == first) { first } else { Err(Refusal::GroupNeeded) }
}

fn decide_for(view: &GroupView<'_>, command: Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Revise { cell, base, value, reason } => revise(view, cell, base, value, reason),
        Command::Settle { conflict, value } => settle(view, conflict, value),
        Command::OpenChangeSet { id, reason } => open_change_set(id, &reason),
        Command::AddRow { place, section, row, after } => add_row(view, place, section, row, after),
        Command::MoveRow { place, row, after } => move_row(view, place, row, after),
        Command::RemoveRow { place, row } => {
            let events = if movable_row(view, place, &row)?.removed {
                vec![]
            } else {
                vec![Event::RowRemoved { place, row }]
            };
            reasoned(view, place.artefact, place.round).map(|_| events)
        }
        Command::RestoreRow { place, row } => {
            if !known_row(view, place, &row)?.removed {
                return Ok(Vec::new());
            }
            reasoned(view, place.artefact, place.round)?;
            Ok(vec![Event::RowRestored { place, row }])
        }
        _ => Ok(Vec::new()),
    }
}

fn move_row(
    view: &GroupView<'_>,
    place: Place,
    row: RowId,
    after: Option<RowId>,
) -> Result<Vec<Event>, Refusal> {
    movable_row(view, place, &row)?;
    if let Some(after) = &after {
        known_row(view, place, after)?;
    }
    Ok(if after.as_ref() == Some(&row) { Vec::new() } else { vec![Event::RowMoved { place, row, after }] })
}

fn revise(
    view: &GroupView<'_>,
    cell: Cell,
    base: Option<RevisionId>,
    value: Value,
    reason: Option<String>,
) -> Result<Vec<Event>, Refusal> {
    check(view, &cell, &value)?;
    let head = view.group.sheets.history(&cell).and_then(|history| history.head());
    let on_head = head.map(|head| &head.id) == base.as_ref();
    let confirms = on_head && view.is_in_doubt(&cell);
    if value == view.value(&cell) && !confirms {
        return Ok(Vec::new());
    }
    if !on_head {
        let against = head.map(|head| head.id.clone());
        return Ok(vec![Event::FieldConflict { cell, base, value, against }]);
    }
    write(view, &cell, value, reason)
}

/// The events of a write that is known to be on the newest revision.
fn write(
    view: &GroupView<'_>,
    cell: &Cell,
    value: Value,
    reason: Option<String>,
) -> Result<Vec<Event>, Refusal> {
    let change_set = match reason.as_deref().map(str::trim) {
        Some("") => return Err(Refusal::EmptyReason),
        Some(_) => view.group.change_sets.last().map(|set| set.id.clone()),
        None => reasoned(view, cell.artefact, cell.round)?,
    };
    let mut events = Vec::new();
    let place = Place { artefact: cell.artefact, round: cell.round };
    if let Some(row) = cell.row.as_ref().filter(|row| is_removed(view, place, row)) {
        events.push(Event::RowRestored { place, row: row.clone() });
    }
    let failed = newly_unreachable(view, cell, &value);
    let base = view.revision(cell).map(|head| head.id.clone());
    events.push(Event::FieldRevised { cell: cell.clone(), base, value, change_set, reason });
    let failures =
        failed.into_iter().map(|stakeholder| Event::ContactFailed { cell: cell.clone(), stakeholder });
    events.extend(failures);
    Ok(events)
}

fn settle(view: &GroupView<'_>, conflict: RevisionId, value: Value) -> Result<Vec<Event>, Refusal> {
    let open = view.group.conflicts.iter().find(|open| open.id == conflict);
    let cell = open.ok_or(Refusal::NoSuchConflict)?.cell.clone();
    check(view, &cell, &value)?;
    let mut events = Vec::new();
    if value != view.value(&cell) {
        events = write(view, &cell, value, None)?;
    }
    events.push(Event::ConflictSettled { conflict });
    Ok(events)
}

fn open_change_set(id: EntryId, reason: &str) -> Result<Vec<Event>, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::EmptyReason);
    }
    Ok(vec![Event::ChangeSetOpened { id, reason: reason.to_owned() }])
}

fn add_row(
    view: &GroupView<'_>,
    place: Place,
    section: String,
    row: RowId,
    after: Option<RowId>,
) -> Result<Vec<Event>, Refusal> {
    let known = place.artefact.sheet().section(&section);
    if known.is_none_or(|section| section.shape != Shape::Rows) {
        return Err(Refusal::NoSuchSection(section));
    }
    round_chosen(view, place)?;
    if view.group.sheets.row(place, &row).is_some() {
        return Err(Refusal::RowExists(row));
    }
    let after = match after {
        Some(after) => Some(known_row(view, place, &after)?.id.clone()),
        None => view.group.sheets.all_rows(place).last().map(|last| last.id.clone()),
    };
    reasoned(view, place.artefact, place.round)?;
    Ok(vec![Event::RowAdded { place, section, row, after }])
}

/// The open change set where a reason is needed, nothing where none is, a refusal where one is missing (W-50).
fn reasoned(
    view: &GroupView<'_>,
    artefact: Artefact,
    round: Option<Round>,
) -> Result<Option<EntryId>, Refusal> {
    if !needs_reason(view, artefact, round) {
        return Ok(None);
    }
    let open = view.group.change_sets.last();
    open.map(|set| Some(set.id.clone())).ok_or(Refusal::ReasonNeeded)
}

/// Whether a change needs a reason: what round one used or wrote, once the group has reached the review.
pub fn needs_reason(view: &GroupView<'_>, artefact: Artefact, round: Option<Round>) -> bool {
    let revisable = Artefact::REVISABLE.contains(&artefact);
    revisable && view.group.stage >= Stage::Review && round != Some(Round::Two)
}

fn check(view: &GroupView<'_>, cell: &Cell, value: &Value) -> Result<(), Refusal> {
    let Some((section, field)) = cell.definition() else {
        return Err(Refusal::NoSuchField(cell.field.clone()));
    };
    let place = Place { artefact: cell.artefact, round: cell.round };
    round_chosen(view, place)?;
    match (&cell.row, section.shape) {
        (None, Shape::Form) => {}
        (Some(row), Shape::Rows | Shape::Given) => check_row(view, place, row, section)?,
        _ => return Err(Refusal::NoSuchField(cell.field.clone())),
    }
    // A text of the material can't be typed; but what stood here before anybody wrote can be put back.
    if matches!(value, Value::Material(_)) && *value == view.given(cell) {
        return Ok(());
    }
    check_value(view, field, value)
}

fn check_row(view: &GroupView<'_>, place: Place, row: &RowId, section: &Section) -> Result<(), Refusal> {
    let here = known_row(view, place, row)?.section == section.id;
    here.then_some(()).ok_or_else(|| Refusal::NoSuchRow(row.clone()))
}

fn check_value(view: &GroupView<'_>, field: &Field, value: &Value) -> Result<(), Refusal> {
    let wrong = || Err(Refusal::WrongKind(field.key.to_owned()));
    match (field.kind, value) {
        (FieldKind::Line | FieldKind::Text | FieldKind::Moment, Value::Text(text)) => {
            if text.chars().count() > LONGEST_TEXT {
                Err(Refusal::TooLong)
            } else if field.kind == FieldKind::Moment && read(field.kind, text).is_err() {
                wrong()
            } else {
                Ok(())
            }
        }
        (_, Value::Empty) | (FieldKind::Number, Value::Number(_)) | (FieldKind::Minute, Value::Minute(_)) => {
            Ok(())
        }
        (FieldKind::Choice(_), Value::Choice(id)) if field.option(id).is_some() => Ok(()),
        (FieldKind::Given(source), Value::Choice(id)) if view.offers(source, id) => Ok(()),
        (FieldKind::Several(source), Value::Several(ids)) => {
            if ids.iter().all(|id| view.offers(source, id.as_str())) { Ok(()) } else { wrong() }
        }
        _ => wrong(),
    }
}

fn round_chosen(view: &GroupView<'_>, place: Place) -> Result<(), Refusal> {
    match (place.artefact.is_of_a_round(), place.round) {
        (true, Some(round)) => view.play(round).map(|_| ()).ok_or(Refusal::NoIncident(round)),
        (false, None) => Ok(()),
        _ => Err(Refusal::NoSuchSection(format!("{:?}", place.artefact))),
    }
}

fn known_row<'a>(
    view: &'a GroupView<'_>,
    place: Place,
    row: &RowId,
) -> Result<&'a super::workshop::Row, Refusal> {
    view.group.sheets.row(place, row).ok_or_else(|| Refusal::NoSuchRow(row.clone()))
}

/// A row that people may move and take out: their own, and the slots of the time axis (W-41).
fn movable_row<'a>(
    view: &'a GroupView<'_>,
    place: Place,
    row: &RowId,
) -> Result<&'a super::workshop::Row, Refusal> {
    let known = known_row(view, place, row)?;
    if known.given && place.artefact != Artefact::InitialResponse {
        return Err(Refusal::GivenRow(row.clone()));
    }
    Ok(known)
}

fn is_removed(view: &GroupView<'_>, place: Place, row: &RowId) -> bool {
    view.group.sheets.row(place, row).is_some_and(|row| row.removed)
}

/// Who is named here now, was not before, and cannot be reached.
fn newly_unreachable(view: &GroupView<'_>, cell: &Cell, value: &Value) -> Vec<Slug> {
    let Some(round) = cell.round.filter(|_| view.names_people(cell)) else {
        return Vec::new();
    };
    let before = view.value(cell);
    let named = value.items();
    let fresh = named.iter().filter(|id| !before.items().contains(id));
    fresh.filter_map(|id| Slug::new(id)).filter(|id| view.is_unreachable(round, id)).collect()
}
