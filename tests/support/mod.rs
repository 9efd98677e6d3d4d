//! A small workshop made in code: a library, and a story told command by command.
//!
//! Not the shipped material: the smallest that shows every effect the tests ask about.

pub mod library;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta};
use kijo::domain::command::{Command, Context};
use kijo::domain::event::{
    Actor, Beginning, Envelope, Event, EventId, Facilitation, Place, Record, Round, Step,
};
use kijo::domain::id::{EntryId, GroupId, ParticipantId, RowId, slug};
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::domain::workshop::{self, GroupView, Workshop};

/// A workshop as it is told.
pub struct Story {
    pub workshop: Workshop,
    actor: Actor,
    events: u64,
}

/// A story whose workshop has begun, with Sato (佐藤) and Suzuki (鈴木); Sato acts.
pub fn begun() -> Story {
    let mut story =
        Story { workshop: Workshop::new(Arc::new(library::library())), actor: Actor::Facilitator, events: 0 };
    story.command(Command::Create(Beginning {
        title: "机上演習".into(),
        facilitation: Facilitation::Console,
        seed: 1,
        material: Vec::new(),
        fact_sheet: slug("facts"),
        stakeholders: slug("people"),
        policies: slug("topics"),
        guidance: slug("guidance"),
        scenarios: vec![slug("leak"), slug("spam")],
        groups: 1,
    }));
    for (id, name) in [("sato", "佐藤"), ("suzuki", "鈴木")] {
        story.command(Command::Join { person: ParticipantId::from(id), name: name.into() });
    }
    story.by("sato");
    story
}

impl Story {
    /// Who acts from now on.
    pub fn by(&mut self, person: &str) -> &mut Self {
        self.actor = match person {
            "facilitator" => Actor::Facilitator,
            id => Actor::Participant(ParticipantId::from(id)),
        };
        self
    }

    /// Decides and applies a command; a refusal is a mistake of the test.
    pub fn command(&mut self, command: Command) -> &mut Self {
        let group = self.workshop.beginning.is_some().then_some(GroupId(1));
        let context = Context { actor: self.actor.clone(), group };
        let told = format!("{command:?}");
        let events = workshop::decide(&self.workshop, command, &context)
            .unwrap_or_else(|refusal| panic!("{told} was refused: {refusal:?}"));
        for event in events {
            self.happened(group, event);
        }
        self
    }

    fn happened(&mut self, group: Option<GroupId>, event: Event) {
        self.events += 1;
        let start = DateTime::parse_from_rfc3339("2026-11-21T13:00:00+09:00").expect("a valid time");
        let at: DateTime<FixedOffset> =
            start + TimeDelta::minutes(i64::try_from(self.events).expect("a small number"));
        let (round, minute) = self.workshop.reading(group, &event);
        let envelope = Envelope {
            id: EventId { origin: "test".into(), n: self.events },
            at,
            stated: None,
            actor: self.actor.clone(),
            audience: event.audience(group),
            group,
            round,
            minute,
        };
        self.workshop.apply(&Record { envelope, event });
    }

    pub fn choose(&mut self, round: Round, scenario: &str) -> &mut Self {
        self.command(Command::Enter { step: Step::Choose(round) });
        self.command(Command::ChooseIncident { round, scenario: slug(scenario), settings: BTreeMap::new() })
    }

    pub fn enter(&mut self, step: Step) -> &mut Self {
        self.command(Command::Enter { step })
    }

    /// Opens a change set of the review.
    pub fn because(&mut self, reason: &str) -> &mut Self {
        let id = EntryId(format!("set-{}", self.events));
        self.command(Command::OpenChangeSet { id, reason: reason.into() })
    }

    pub fn add(&mut self, artefact: Artefact, round: Option<Round>, section: &str, row: &str) -> &mut Self {
        self.command(Command::AddRow {
            place: Place { artefact, round },
            section: section.into(),
            row: RowId::from(row),
            after: None,
        })
    }

    /// Writes a cell on whatever stands there.
    pub fn write(&mut self, cell: Cell, value: Value) -> &mut Self {
        let base = self.view().revision(&cell).map(|head| head.id.clone());
        self.command(Command::Revise { cell, base, value, reason: None })
    }

    /// Adds a response row with the given fields.
    pub fn respond(&mut self, round: Round, row: &str, fields: &[(&str, Value)]) -> &mut Self {
        self.add(Artefact::ResponseTable, Some(round), "rows", row);
        for (field, value) in fields {
            self.write(response(round, row, field), value.clone());
        }
        self
    }

    /// Adds a row to the press record of a round.
    pub fn question(&mut self, round: Round, row: &str, text: &str, outcome: &str) -> &mut Self {
        self.command(Command::AskPress {
            round,
            row: RowId::from(row),
            text: text.into(),
            asked_by: "講師".into(),
            hostility: 2,
        });
        self.write(Cell::row(Artefact::Press, Some(round), &RowId::from(row), "outcome"), choice(outcome))
    }

    pub fn view(&self) -> GroupView<'_> {
        self.workshop.view(GroupId(1)).expect("there is one group")
    }
}

pub fn response(round: Round, row: &str, field: &str) -> Cell {
    Cell::row(Artefact::ResponseTable, Some(round), &RowId::from(row), field)
}

pub fn environment(artefact: Artefact, row: &str, field: &str) -> Cell {
    Cell::row(artefact, None, &RowId::from(row), field)
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
