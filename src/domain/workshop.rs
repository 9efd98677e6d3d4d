//! The workshop itself: what is known ([`Workshop`]), how events change it (`apply`), and who decides what.
//!
//! Deciding is pure: a command meets the state and becomes events, or is refused with a reason. One module per
//! capability decides; this one only routes.

mod group;
mod sheets;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::command::{Command as C, Context, Refusal};
use super::event::{Actor, Beginning, Event, Facilitation, Record, Round};
use super::fact_sheet::FactSheet;
use super::guidance::Guidance;
use super::id::{EntryId, GroupId, Minute, ParticipantId};
use super::library::Library;
use super::policy::PolicyTopics;
use super::stakeholder::StakeholderList;
use super::{chronology, flow, people, play, press, revision};

pub use group::{ChangeSet, Conflict, ContactFailure, Group, Stage};
pub use sheets::{History, Revision, Row, RowChange, RowChangeKind, Sheets};
pub use view::{GroupView, Snapshot};

/// Everything that is known of a workshop.
#[derive(Clone, Debug, Default)]
pub struct Workshop {
    /// The material, frozen.
    pub library: Arc<Library>,
    /// How it began; `None` before it did.
    pub beginning: Option<Beginning>,
    /// Everybody who takes part or took part.
    pub people: BTreeMap<ParticipantId, Person>,
    /// The groups.
    pub groups: BTreeMap<GroupId, Group>,
    /// Notes of the facilitator.
    pub notes: Vec<Note>,
    /// Whether a real incident broke it off.
    pub broken_off: bool,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Whether they still take part.
    pub present: bool,
}

/// A private note of the facilitator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its name.
    pub id: EntryId,
    /// The text.
    pub text: String,
    /// The group it is about.
    pub group: Option<GroupId>,
    /// Exercise time.
    pub minute: Option<Minute>,
}

/// Decides what comes of a command: events, or a reason why not.
pub fn decide(workshop: &Workshop, command: C, context: &Context) -> Result<Vec<Event>, Refusal> {
    if workshop.beginning.is_none() && !matches!(command, C::Create(_)) {
        return Err(Refusal::NotBegun);
    }
    if workshop.broken_off && !matches!(command, C::Resume) {
        return Err(Refusal::BrokenOff);
    }
    match command {
        C::Create(beginning) => flow::create(workshop, beginning),
        C::NameGroup { .. }
        | C::Join { .. }
        | C::Rename { .. }
        | C::Leave { .. }
        | C::Seat { .. }
        | C::HandPen { .. } => people::decide(workshop, command, context),
        C::Enter { .. } | C::Close { .. } | C::Reopen { .. } | C::ChooseIncident { .. } => {
            flow::decide(workshop, command, context)
        }
        C::AddRow { .. }
        | C::MoveRow { .. }
        | C::RemoveRow { .. }
        | C::RestoreRow { .. }
        | C::Revise { .. }
        | C::Settle { .. }
        | C::OpenChangeSet { .. } => revision::decide(workshop, command, context),
        C::AskPress { round, row, text, asked_by, hostility } => {
            press::ask(workshop, context, round, &row, &text, &asked_by, hostility)
        }
        C::Jot { round, row, text } => chronology::jot(workshop, context, round, &row, &text),
        C::BreakOff => Ok(vec![Event::BrokenOff]),
        C::Resume => Ok(vec![Event::Resumed]),
        C::ReleaseScene { .. }
        | C::MoveClock { .. }
        | C::GiveInject { .. }
        | C::Improvise { .. }
        | C::SkipInject { .. }
        | C::AskLog { .. }
        | C::AnswerLog { .. }
        | C::Tick { .. }
        | C::PutFactor { .. }
        | C::TakeNote { .. } => play::decide(workshop, command, context),
    }
}

impl Workshop {
    /// A workshop that has not begun, with its material.
    pub fn new(library: Arc<Library>) -> Self {
        Self { library, ..Self::default() }
    }

    /// What happened, taken in. Records arrive in the order of the file.
    pub fn apply(&mut self, record: &Record) {
        match &record.event {
            Event::WorkshopCreated(beginning) => self.begin(beginning),
            Event::PersonJoined { person, name } | Event::PersonRenamed { person, name } => {
                self.people.insert(person.clone(), Person { name: name.clone(), present: true });
            }
            Event::PersonLeft { person } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.present = false;
                }
                self.groups.values_mut().for_each(|group| group.bid_farewell(person));
            }
            Event::NoteTaken { id, text, .. } => self.notes.push(Note {
                id: id.clone(),
                text: text.clone(),
                group: record.envelope.group,
                minute: record.envelope.minute,
            }),
            Event::BrokenOff => self.broken_off = true,
            Event::Resumed => self.broken_off = false,
            _ => self.apply_to_groups(record),
        }
    }

    /// An event without a group concerns them all.
    fn apply_to_groups(&mut self, record: &Record) {
        // The groups step out for a moment, so that each can be lent the workshop around them.
        let mut groups = std::mem::take(&mut self.groups);
        let concerned = |id: &GroupId| record.envelope.group.is_none_or(|group| group == *id);
        for (_, group) in groups.iter_mut().filter(|(id, _)| concerned(id)) {
            group.apply(record, self);
        }
        self.groups = groups;
    }

    fn begin(&mut self, beginning: &Beginning) {
        self.beginning = Some(beginning.clone());
        let sheets = Sheets::at_the_beginning(self);
        for number in 1..=beginning.groups {
            self.groups.insert(GroupId(number), Group::new(sheets.clone()));
        }
    }

    /// The envelope's exercise time and round for an event of `group`, as things stand now.
    pub fn reading(&self, group: Option<GroupId>, event: &Event) -> (Option<Round>, Option<Minute>) {
        let Some(group) = group.and_then(|id| self.groups.get(&id)) else {
            return (event.round(), None);
        };
        let round = group.stage.round();
        let minute = match event {
            Event::SceneReleased { minute, .. }
            | Event::ClockMoved { minute, .. }
            | Event::FactorStruck { minute, .. } => Some(*minute),
            _ => round.and_then(|round| group.plays.get(&round)).map(|play| play.minute),
        };
        (event.round().or(round), minute)
    }

    /// One group, looked at together with the material.
    pub fn view(&self, group: GroupId) -> Option<GroupView<'_>> {
        Some(GroupView { workshop: self, group: self.groups.get(&group)?, id: group })
    }

    /// The fact sheet in use, as loaded.
    pub fn fact_sheet(&self) -> Option<&FactSheet> {
        self.library.fact_sheet(self.beginning.as_ref()?.fact_sheet.as_str())
    }

    /// The stakeholder list in use, as loaded.
    pub fn stakeholders(&self) -> Option<&StakeholderList> {
        self.library.stakeholder_list(self.beginning.as_ref()?.stakeholders.as_str())
    }

    /// The policy topics in use.
    pub fn topics(&self) -> Option<&PolicyTopics> {
        self.library.policy_topics(self.beginning.as_ref()?.policies.as_str())
    }

    /// The guidance in use.
    pub fn guidance(&self) -> Option<&Guidance> {
        self.library.guidance(self.beginning.as_ref()?.guidance.as_str())
    }

    /// Whether the program itself gives things out.
    pub fn is_automatic(&self) -> bool {
        self.beginning.as_ref().is_some_and(|begun| begun.facilitation == Facilitation::Automatic)
    }

    /// Whether `actor` may do what is the facilitator's.
    pub(super) fn may_facilitate(&self, actor: &Actor) -> Result<(), Refusal> {
        match actor {
            Actor::Participant(_) if !self.is_automatic() => Err(Refusal::FacilitatorOnly),
            _ => Ok(()),
        }
    }

    /// The group a command concerns.
    pub(super) fn group_of(&self, context: &Context) -> Result<GroupView<'_>, Refusal> {
        let id = context.group.ok_or(Refusal::GroupNeeded)?;
        self.view(id).ok_or(Refusal::NoSuchGroup)
    }
}
