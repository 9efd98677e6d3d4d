//! A table to play at: a session in memory, somebody who acts, and words for what is done often.
//!
//! Everything goes through [`Session`], so events carry the envelopes that a file would hold.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};
use kijo::domain::command::{Command, Context, Refusal};
pub use kijo::domain::event::Round;
use kijo::domain::event::{Actor, Beginning, Event, Facilitation, Place, Record, Step};
use kijo::domain::id::{EntryId, GroupId, ParticipantId, RevisionId, RowId, slug};
use kijo::domain::library::Library;
use kijo::domain::play::Play;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::workshop::GroupView;
use kijo::store::{Base, EventLog, MemoryLog, Order, Session, Time, Unrecorded};

use super::material;

pub const ONE: Round = Round::One;
pub const TWO: Round = Round::Two;

/// A workshop, and who acts in it for which group.
pub struct Table<L = MemoryLog> {
    pub session: Session<L>,
    pub records: Vec<Record>,
    pub actor: Actor,
    pub group: Option<GroupId>,
}

/// A facilitated workshop of one group on the small material; the facilitator acts.
pub fn small() -> Table {
    table(material::small(), Facilitation::Console, 1)
}

/// The same with the first incident of the small material chosen.
pub fn playing() -> Table {
    let mut table = small();
    table.choose(ONE, "leak");
    table
}

/// The same in the second round, the first one played and reviewed.
pub fn in_round_two() -> Table {
    let mut table = playing();
    table.go(Step::Review);
    table.choose(TWO, "leak");
    table
}

/// The second round on some other material.
pub fn in_round_two_on(library: Library) -> Table {
    let mut table = table(library, Facilitation::Console, 1);
    table.choose(ONE, "leak");
    table.go(Step::Review);
    table.choose(TWO, "leak");
    table
}

/// A facilitated workshop on the shipped material.
pub fn shipped() -> Table {
    table(material::shipped().clone(), Facilitation::Console, 1)
}

pub fn table(library: Library, facilitation: Facilitation, groups: u8) -> Table {
    let beginning = beginning(&library, facilitation, groups);
    let mut table = Table::on(Session::begin(MemoryLog::default(), library));
    table.group = None;
    table.when(Command::Create(beginning));
    table.group = Some(GroupId(1));
    table
}

/// A beginning that takes the first of everything.
pub fn beginning(library: &Library, facilitation: Facilitation, groups: u8) -> Beginning {
    let first = "the library has one of each";
    Beginning {
        title: "机上演習".into(),
        facilitation,
        seed: 1,
        material: Vec::new(),
        fact_sheet: library.fact_sheets().next().expect(first).id.clone(),
        stakeholders: library.stakeholder_lists().next().expect(first).id.clone(),
        policies: library.policies().next().expect(first).id.clone(),
        guidance: library.guidances().next().expect(first).id.clone(),
        scenarios: library.scenarios().map(|one| one.id.clone()).collect(),
        groups,
    }
}

pub fn time(minutes: usize) -> Time {
    let start = DateTime::parse_from_rfc3339("2026-11-21T13:00:00+09:00").expect("a time");
    let now: DateTime<FixedOffset> = start + TimeDelta::minutes(i64::try_from(minutes).expect("few"));
    Time { now, stated: None }
}

impl<L: EventLog> Table<L> {
    pub fn on(session: Session<L>) -> Self {
        Self { session, records: Vec::new(), actor: Actor::Facilitator, group: Some(GroupId(1)) }
    }

    pub fn order(&self, command: Command) -> Order {
        Order {
            command,
            base: Base::Named,
            context: Context { actor: self.actor.clone(), group: self.group },
            time: time(self.records.len()),
        }
    }

    pub fn by(&mut self, actor: Actor) -> &mut Self {
        self.actor = actor;
        self
    }

    pub fn in_group(&mut self, group: u8) -> &mut Self {
        self.group = Some(GroupId(group));
        self
    }

    pub fn for_the_room(&mut self) -> &mut Self {
        self.group = None;
        self
    }

    pub fn tried(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let order = self.order(command);
        match self.session.execute(order) {
            Ok(records) => {
                self.records.extend(records.iter().cloned());
                Ok(records.into_iter().map(|record| record.event).collect())
            }
            Err(Unrecorded::Refused(refusal)) => Err(refusal),
            Err(Unrecorded::Failed(error)) => panic!("{error}"),
        }
    }

    /// What comes of a command that is carried out.
    #[track_caller]
    pub fn when(&mut self, command: Command) -> Vec<Event> {
        let told = format!("{command:?}");
        match self.tried(command) {
            Ok(events) => events,
            Err(refusal) => panic!("{told} was refused: {refusal:?}"),
        }
    }

    /// Why a command is refused.
    #[track_caller]
    pub fn refused(&mut self, command: Command) -> Refusal {
        let told = format!("{command:?}");
        match self.tried(command) {
            Err(refusal) => refusal,
            Ok(events) => panic!("{told} was carried out: {events:?}"),
        }
    }

    pub fn view(&self) -> GroupView<'_> {
        let group = self.group.unwrap_or(GroupId(1));
        self.session.workshop().view(group).expect("a group")
    }

    pub fn play(&self, round: Round) -> &Play {
        self.view().play(round).expect("an incident")
    }

    pub fn go(&mut self, step: Step) -> Vec<Event> {
        self.when(Command::Enter { step })
    }

    pub fn choose(&mut self, round: Round, scenario: &str) -> Vec<Event> {
        self.when(choose(round, scenario))
    }

    pub fn add(&mut self, place: Place, section: &str, row: &str) -> Vec<Event> {
        self.when(add(place, section, row))
    }

    /// Writes a cell on whatever stands there.
    #[track_caller]
    pub fn write(&mut self, cell: &Cell, value: Value) -> Vec<Event> {
        let command = self.rewriting(cell, value);
        self.when(command)
    }

    /// The command that writes a cell on whatever stands there.
    pub fn rewriting(&self, cell: &Cell, value: Value) -> Command {
        revise(cell, self.head(cell), value)
    }

    pub fn head(&self, cell: &Cell) -> Option<RevisionId> {
        self.view().revision(cell).map(|head| head.id.clone())
    }

    pub fn value(&self, cell: &Cell) -> Value {
        self.view().value(cell)
    }

    pub fn because(&mut self, reason: &str) -> Vec<Event> {
        let id = EntryId(format!("set-{}", self.records.len()));
        self.when(Command::OpenChangeSet { id, reason: reason.into() })
    }

    pub fn put(&mut self, round: Round, factor: &str) -> Vec<Event> {
        self.when(put(round, factor))
    }

    pub fn until(&mut self, round: Round, minute: u32) -> Vec<Event> {
        let minute = kijo::domain::id::Minute(minute);
        self.when(Command::MoveClock { round, minute })
    }
}

pub fn participant(name: &str) -> Actor {
    Actor::Participant(ParticipantId::from(name))
}

pub fn choose(round: Round, scenario: &str) -> Command {
    Command::ChooseIncident { round, scenario: slug(scenario), settings: BTreeMap::new() }
}

pub fn put(round: Round, factor: &str) -> Command {
    Command::PutFactor { round, factor: slug(factor), draw: None }
}

pub fn at(artefact: Artefact, round: Round) -> Place {
    Place { artefact, round: Some(round) }
}

pub fn of_workshop(artefact: Artefact) -> Place {
    Place { artefact, round: None }
}

pub fn add(place: Place, section: &str, row: &str) -> Command {
    Command::AddRow { place, section: section.into(), row: RowId::from(row), after: None }
}

pub fn revise(cell: &Cell, base: Option<RevisionId>, value: Value) -> Command {
    Command::Revise { cell: cell.clone(), base, value, reason: None }
}

pub fn cell(place: Place, row: &str, field: &str) -> Cell {
    Cell::row(place.artefact, place.round, &RowId::from(row), field)
}

pub fn form(place: Place, field: &str) -> Cell {
    Cell::form(place.artefact, place.round, field)
}

/// A cell of the response table.
pub fn response(round: Round, row: &str, field: &str) -> Cell {
    cell(at(Artefact::ResponseTable, round), row, field)
}

/// A cell of the fact sheet.
pub fn fact(row: &str, field: &str) -> Cell {
    cell(of_workshop(Artefact::FactSheet), row, field)
}

pub fn text(text: &str) -> Value {
    Value::Text(text.into())
}

pub fn choice(id: &str) -> Value {
    Value::Choice(id.into())
}

pub fn several(ids: &[&str]) -> Value {
    Value::Several(ids.iter().map(|id| slug(id)).collect())
}

/// The kinds of some events, in order.
pub fn kinds(events: &[Event]) -> Vec<String> {
    let name = |event: &Event| {
        let debug = format!("{event:?}");
        let end = debug.find(|c: char| !c.is_alphanumeric());
        end.map_or(debug.clone(), |end| debug.chars().take(end).collect())
    };
    events.iter().map(name).collect()
}
