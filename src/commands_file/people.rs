//! People of a file of commands, found by their names.

use std::collections::BTreeMap;

use super::Wrong;
use super::symbols::Symbols;
use crate::domain::command::Command;
use crate::domain::event::Actor;
use crate::domain::id::ParticipantId;
use crate::domain::workshop::Workshop;

/// Who takes part at a command's turn.
pub struct Roster {
    names: BTreeMap<ParticipantId, String>,
}

impl Roster {
    /// Who takes part before the first command.
    pub fn of(workshop: &Workshop) -> Self {
        let present = workshop.people.iter().filter(|(_, person)| person.present);
        Self { names: present.map(|(id, person)| (id.clone(), person.name.clone())).collect() }
    }

    /// Finds the people that a command names, and notes who comes and goes by it.
    pub fn see(&mut self, command: &mut Command) {
        match command {
            Command::Rename { person, .. }
            | Command::Leave { person }
            | Command::Seat { person: Some(person), .. }
            | Command::HandPen { person: Some(person) } => self.put(person),
            _ => {}
        }
        match command {
            Command::Join { person, name } | Command::Rename { person, name } => {
                self.names.insert(person.clone(), name.trim().to_owned());
            }
            Command::Leave { person } => {
                self.names.remove(person);
            }
            _ => {}
        }
    }

    /// Who `by` is.
    pub fn actor(&self, by: &str, symbols: &Symbols) -> Result<Actor, Wrong> {
        let by = by.trim();
        if by == "facilitator" {
            return Ok(Actor::Facilitator);
        }
        let known = |id: &&ParticipantId| self.names.contains_key(*id);
        match symbols.person(by).filter(known) {
            Some(id) => Ok(Actor::Participant(id.clone())),
            None => self.find(by).map(Actor::Participant),
        }
    }

    /// A name that is nobody's stays as it is: the workshop says so.
    fn put(&self, person: &mut ParticipantId) {
        if let Ok(found) = self.find(person.as_str()) {
            *person = found;
        }
    }

    fn find(&self, text: &str) -> Result<ParticipantId, Wrong> {
        let id = ParticipantId::from(text);
        if self.names.contains_key(&id) {
            return Ok(id);
        }
        let mut named = self.names.iter().filter(|(_, name)| *name == text);
        match (named.next(), named.next()) {
            (Some((id, _)), None) => Ok(id.clone()),
            (None, _) => Err(Wrong::Nobody(text.to_owned())),
            (Some(_), Some(_)) => Err(Wrong::Several(text.to_owned())),
        }
    }
}
