//! The practice at work: the real screens on a workshop in memory, which goes with it.

use chrono::Local;
use ratatui::Frame;

use super::{Reply, live};
use crate::app::effect::Effect;
use crate::app::model::{Model, Start};
use crate::app::{hearing, tour, update, view};
use crate::begin;
use crate::domain::command::{Command, Context};
use crate::domain::event::{Actor, Facilitation};
use crate::domain::id::{GroupId, RowId};
use crate::domain::words::Lang;
use crate::keymap::Keymap;
use crate::screens::Seat;
use crate::store::{Base, MemoryLog, Order, Session, Time, Unrecorded};
use crate::terminal::Input;
use crate::text::refusal;
use crate::ui::theme::Look;

/// A practice that has begun.
pub(super) struct Practice {
    model: Model,
    session: Session<MemoryLog>,
}

/// Whether it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Going {
    On,
    Over,
}

impl Practice {
    /// A workshop of the embedded material with one row to write in.
    pub(super) fn begin(lang: Lang, look: Look, keymap: Keymap, size: (u16, u16)) -> Result<Self, String> {
        let library = begin::library(&[], lang)?;
        let options = begin::Options { facilitation: Facilitation::Automatic, ..begin::Options::default() };
        let beginning = begin::beginning(&library, &options, lang)?;
        let row = RowId::random(rand::random());
        let place = tour::SHEET;
        let add = Command::AddRow { place, section: tour::SECTION.to_owned(), row: row.clone(), after: None };
        let mut session = Session::begin(MemoryLog::default(), library);
        for command in [Command::Create(beginning), add] {
            let context = Context { actor: Actor::Facilitator, group: group_of(&command) };
            session.execute(order(command, context)).map_err(|failed| said(&failed, lang))?;
        }
        let start = Start {
            group: GroupId(1),
            seat: Seat::Participants,
            lang,
            look,
            keymap,
            contributions: false,
            turn_minutes: None,
            seed: rand::random(),
        };
        let mut model = Model::new(session.workshop().clone(), start);
        model.size = size;
        update::opened(&mut model);
        update::practised(&mut model, &row);
        Ok(Self { model, session })
    }

    /// Takes in what was pressed.
    pub(super) fn update(&mut self, input: &Input<Reply>) -> Going {
        let Some(message) = live::message(&self.model, input) else {
            return Going::On;
        };
        let effects = update::update(&mut self.model, message);
        self.perform(effects)
    }

    /// The language as it was left.
    pub(super) fn lang(&self) -> Lang {
        self.model.lang
    }

    pub(super) fn draw(&self, frame: &mut Frame<'_>) {
        view::draw(&self.model, frame);
    }

    /// Commands are carried out at once; there is nothing to keep safe.
    fn perform(&mut self, effects: Vec<Effect>) -> Going {
        let mut going = Going::On;
        for effect in effects {
            match effect {
                Effect::Transact(ticket, command, context) => {
                    let more = match self.session.execute(order(command, context)) {
                        Ok(records) => {
                            let mut more = hearing::heard(&mut self.model, &records);
                            let events: Vec<_> = records.into_iter().map(|record| record.event).collect();
                            more.extend(hearing::done(&mut self.model, ticket, &events));
                            more
                        }
                        Err(Unrecorded::Refused(why)) => hearing::refused(&mut self.model, ticket, &why),
                        Err(Unrecorded::Failed(error)) => {
                            let why = error.in_short(self.model.lang);
                            hearing::failed(&mut self.model, ticket, why)
                        }
                    };
                    self.perform(more);
                }
                Effect::Leave => going = Going::Over,
                Effect::Draft { .. } | Effect::DraftDone(_) | Effect::Orphans(_) | Effect::SyncDrafts => {}
            }
        }
        going
    }
}

fn group_of(command: &Command) -> Option<GroupId> {
    (!matches!(command, Command::Create(_))).then_some(GroupId(1))
}

fn order(command: Command, context: Context) -> Order {
    let time = Time { now: Local::now().fixed_offset(), stated: None };
    Order { command, base: Base::Named, context, time }
}

fn said(failed: &Unrecorded<crate::domain::command::Refusal>, lang: Lang) -> String {
    match failed {
        Unrecorded::Refused(why) => refusal::refusal(why, lang),
        Unrecorded::Failed(error) => error.describe(lang),
    }
}
