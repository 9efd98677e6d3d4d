//! The screens: one file per step of the workshop, and the few forms they all share.
//!
//! Two shapes carry everything: a [`menu`] (entries to choose from, each with its text) and a [`sheet`] (a form
//! derived from the catalogue). Over them lie a [`picker`], a [`prompt`] or a [`reading`]. Screens read the model
//! and say what they want as a [`Wish`]; they change nothing outside themselves.

pub mod choose;
pub mod console;
pub mod factor;
pub mod frame;
pub mod full;
pub mod home;
pub mod introduction;
pub mod listing;
pub mod menu;
pub mod picker;
pub mod preparation;
pub mod prompt;
pub mod reading;
pub mod reference;
pub mod review;
mod search;
pub mod sheet;
mod sheet_field;
mod sheet_strip;
mod sheet_table;
pub mod sheet_view;
pub mod wrap_up;

use std::collections::BTreeMap;

use crate::domain::command::Command;
use crate::domain::event::{Place, Round, Step};
use crate::domain::id::{EntryId, ParticipantId, RevisionId, Slug};
use crate::domain::scenario::Setting;
use crate::domain::sheet::{Cell, Misread};
use crate::domain::words::Lang;
use crate::domain::workshop::GroupView;
use crate::keymap::{Context, Keymap};
use crate::message::Action;
use crate::ui::theme::Look;

/// Who sits before the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// The group: safe to project.
    Participants,
    /// The facilitator: sees what the group must not.
    Facilitator,
    /// Somebody who looks and writes nothing.
    Reader,
}

/// What a screen may look at.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The group, with the workshop around it.
    pub view: GroupView<'a>,
    /// Who sits here.
    pub seat: Seat,
    /// The language shown.
    pub lang: Lang,
    /// Theme and borders.
    pub look: Look,
    /// What was typed here and is not saved yet.
    pub unsaved: &'a BTreeMap<Cell, Unsaved>,
    /// How the response table is looked at.
    pub listing: &'a listing::Listing,
    /// Which keys do what, for hints that name one.
    pub keymap: &'a Keymap,
}

impl Desk<'_> {
    /// The key that does this on a sheet, as it is written on screen.
    fn key(&self, action: Action) -> Option<String> {
        self.keymap.key_for(Context::Sheet, action)
    }
}

/// Something typed that is not in the log yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// What it was typed on.
    pub base: Option<RevisionId>,
    /// The text.
    pub text: String,
    /// What keeps it from being saved.
    pub state: Pending,
}

/// What keeps a text from being saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pending {
    /// Somebody is still typing.
    Typing,
    /// It is on its way to disk.
    Saving,
    /// It is not what the field takes.
    Misread(Misread),
    /// It was refused, or could not be written. It is kept and tried again.
    Kept,
}

/// What a screen wants.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Nothing.
    Nothing,
    /// Something of the workshop.
    Do(Command),
    /// Something of the workshop, after a look and a yes.
    Confirm {
        /// What will happen.
        text: String,
        /// The command.
        command: Command,
    },
    /// Go to a step.
    Go(Step),
    /// Close this step and go on.
    NextStep,
    /// Open a sheet.
    OpenSheet(Place),
    /// Pick from a list.
    Pick(Pick),
    /// Type something.
    Ask(Ask),
    /// Set a parameter, the second name, of the incident that is named first.
    Set(Slug, Slug, Setting),
    /// Draw a complicating factor.
    Draw(Round),
    /// Of the home screen.
    Home(home::Choice),
}

/// What a list is picked from, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A cell's options.
    Cell(Cell),
    /// Who stands in for somebody who can't be reached.
    StandIn(Cell, Slug),
    /// Who plays a stakeholder.
    SeatOf(Slug),
    /// Who writes.
    Pen,
    /// The row to ask a log of.
    LogRow(Round),
    /// The kind of log to ask for.
    LogKind(Round, Slug),
    /// The value of a parameter.
    Parameter(Slug, Slug),
    /// An action.
    Palette,
    /// A step.
    Step,
    /// Which rows of the response table are shown.
    Filter,
    /// In which order they are.
    Order,
    /// A sheet of a round.
    Sheet(Round),
    /// A version of a cell.
    Version(Cell),
    /// Which text of a conflict stands.
    Conflict(RevisionId),
    /// What to do with drafts left behind.
    Orphans,
    /// The group that takes over.
    Group,
}

/// What is typed, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Another person's name.
    Person,
    /// A correction of a person's name.
    Rename(ParticipantId),
    /// The group's name.
    GroupName,
    /// The reason for what is being changed, and the commands that wait for it.
    Reason(Vec<Command>),
    /// A number for a parameter.
    Number(Slug, Slug),
    /// A question of the press.
    PressQuestion(Round),
    /// An inject written on the spot.
    Inject(Round),
    /// A private note.
    Note,
    /// A line of the chronology.
    Jot(Round),
    /// Minutes to move the clock to.
    Clock(Round),
    /// Another answer to a request.
    Overrule(Round, EntryId),
    /// A yes before a command is carried out.
    Sure(Command),
}
