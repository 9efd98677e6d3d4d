//! Who takes part, who plays whom, who writes. A person is neither a seat nor a group.

use super::command::{Command, Context, Refusal};
use super::event::Event;
use super::id::{ParticipantId, Slug};
use super::workshop::Workshop;

pub(super) fn decide(
    workshop: &Workshop,
    command: Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::NameGroup { name } => {
            workshop.group_of(context)?;
            Ok(vec![Event::GroupNamed { name: named(&name)? }])
        }
        Command::Join { person, .. } if known(workshop, &person).is_ok() => Err(Refusal::PersonExists),
        Command::Join { person, name } => Ok(vec![Event::PersonJoined { person, name: named(&name)? }]),
        Command::Rename { person, name } => {
            known(workshop, &person)?;
            Ok(vec![Event::PersonRenamed { person, name: named(&name)? }])
        }
        Command::Leave { person } => {
            known(workshop, &person)?;
            Ok(vec![Event::PersonLeft { person }])
        }
        Command::Seat { stakeholder, person } => seat(workshop, context, stakeholder, person),
        Command::HandPen { person } => {
            let view = workshop.group_of(context)?;
            if let Some(person) = &person {
                known(workshop, person)?;
            }
            let same = view.group.recorder == person;
            Ok(if same { Vec::new() } else { vec![Event::RecorderChanged { person }] })
        }
        _ => Ok(Vec::new()),
    }
}

fn seat(
    workshop: &Workshop,
    context: &Context,
    stakeholder: Slug,
    person: Option<ParticipantId>,
) -> Result<Vec<Event>, Refusal> {
    let view = workshop.group_of(context)?;
    if !view.has_stakeholder(&stakeholder) {
        return Err(Refusal::NoSuchStakeholder(stakeholder));
    }
    if let Some(person) = &person {
        known(workshop, person)?;
    }
    let same = view.group.seats.get(&stakeholder) == person.as_ref();
    Ok(if same { Vec::new() } else { vec![Event::SeatTaken { stakeholder, person }] })
}

fn known(workshop: &Workshop, person: &ParticipantId) -> Result<(), Refusal> {
    let present = workshop.people.get(person).is_some_and(|person| person.present);
    present.then_some(()).ok_or(Refusal::NoSuchPerson)
}

fn named(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    if name.is_empty() { Err(Refusal::NameNeeded) } else { Ok(name.to_owned()) }
}
