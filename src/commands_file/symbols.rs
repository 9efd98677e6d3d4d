//! Names that a file gives to what it brings in, replaced by fresh random ones.
//!
//! A file that is applied twice, or to two workshops, so never makes two things of one name.

use std::collections::BTreeMap;

use super::Commands;
use crate::domain::command::Command;
use crate::domain::id::{EntryId, ParticipantId, RowId, Slug};
use crate::domain::sheet::{Cell, FieldKind, Value};

/// The symbols of a file, and what they stand for.
#[derive(Debug, Default)]
pub struct Symbols {
    rows: BTreeMap<RowId, RowId>,
    people: BTreeMap<ParticipantId, ParticipantId>,
    entries: BTreeMap<EntryId, EntryId>,
}

/// What the commands introduce, each with a fresh name.
pub fn of(commands: &Commands) -> Symbols {
    let mut symbols = Symbols::default();
    for entry in &commands.0 {
        match &entry.command {
            Command::AddRow { row, .. } | Command::AskPress { row, .. } | Command::Jot { row, .. } => {
                symbols.rows.entry(row.clone()).or_insert_with(|| RowId::random(rand::random()));
            }
            Command::Join { person, .. } => {
                symbols.people.entry(person.clone()).or_insert_with(|| ParticipantId::random(rand::random()));
            }
            Command::AskLog { request: id, .. }
            | Command::OpenChangeSet { id, .. }
            | Command::TakeNote { id, .. } => {
                symbols.entries.entry(id.clone()).or_insert_with(|| EntryId::random(rand::random()));
            }
            _ => {}
        }
    }
    symbols
}

impl Symbols {
    /// Who a symbol stands for.
    pub fn person(&self, symbol: &str) -> Option<&ParticipantId> {
        self.people.get(&ParticipantId::from(symbol))
    }

    /// Puts the fresh names in place of the symbols.
    pub fn replace(&self, command: &mut Command) {
        match command {
            Command::Join { person, .. } | Command::Rename { person, .. } | Command::Leave { person } => {
                put(&self.people, person);
            }
            Command::HandPen { person } => put_if_any(&self.people, person.as_mut()),
            Command::Seat { stakeholder, person } => {
                self.put_slug(stakeholder);
                put_if_any(&self.people, person.as_mut());
            }
            Command::AddRow { row, after, .. } | Command::MoveRow { row, after, .. } => {
                put(&self.rows, row);
                put_if_any(&self.rows, after.as_mut());
            }
            Command::RemoveRow { row, .. }
            | Command::RestoreRow { row, .. }
            | Command::AskPress { row, .. }
            | Command::Jot { row, .. } => put(&self.rows, row),
            Command::Revise { cell, value, .. } => {
                self.put_value(cell, value);
                put_if_any(&self.rows, cell.row.as_mut());
            }
            Command::AskLog { request, row, .. } => {
                put(&self.entries, request);
                self.put_slug(row);
            }
            Command::AnswerLog { request: id, .. }
            | Command::OpenChangeSet { id, .. }
            | Command::TakeNote { id, .. } => put(&self.entries, id),
            _ => {}
        }
    }

    /// Rows of the stakeholder list and the fact sheet are named in other cells; options of a choice never are rows.
    fn put_value(&self, cell: &Cell, value: &mut Value) {
        let kind = cell.definition().map(|(_, field)| field.kind);
        match (kind, value) {
            (Some(FieldKind::Given(_)), Value::Choice(id)) => {
                if let Some(row) = self.rows.get(&RowId::from(id.as_str())) {
                    id.clone_from(&row.0);
                }
            }
            (Some(FieldKind::Several(_)), Value::Several(ids)) => {
                for id in ids {
                    self.put_slug(id);
                }
            }
            _ => {}
        }
    }

    fn put_slug(&self, id: &mut Slug) {
        let row = self.rows.get(&RowId::from(&*id));
        if let Some(fresh) = row.and_then(|row| Slug::new(row.as_str())) {
            *id = fresh;
        }
    }
}

fn put<T: Ord + Clone>(fresh: &BTreeMap<T, T>, name: &mut T) {
    if let Some(new) = fresh.get(name) {
        name.clone_from(new);
    }
}

fn put_if_any<T: Ord + Clone>(fresh: &BTreeMap<T, T>, name: Option<&mut T>) {
    if let Some(name) = name {
        put(fresh, name);
    }
}
