//! Everything the user interface knows: the workshop as last heard, the screen, what lies over it, what is unsaved.

use std::collections::{BTreeMap, VecDeque};

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use ratatui::layout::Rect;

use super::begun::Begun;
use super::effect::Ticket;
use super::hand_over::HandOver;
use super::stage::Watch;
use super::tour::{self, Tour};
use crate::domain::command::{Command, Context};
use crate::domain::event::{Actor, Round, Step};
use crate::domain::id::{GroupId, ParticipantId, RowId};
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::Lang;
use crate::domain::workshop::{GroupView, Workshop};
use crate::keymap::Keymap;
use crate::message::Action;
use crate::screens::choose::Settings;
use crate::screens::frame::Beside;
use crate::screens::listing::Listing;
use crate::screens::menu::{Entry, Menu};
use crate::screens::picker::Picker;
use crate::screens::prompt::Prompt;
use crate::screens::reading::{Reading, Subject};
use crate::screens::reference::search::Search;
use crate::screens::reference::{Passage, Tab};
use crate::screens::sheet::SheetScreen;
use crate::screens::{Desk, Seat, Unsaved, frame};
use crate::ui::theme::Look;

/// The state of the user interface of one workshop.
#[derive(Debug)]
pub struct Model {
    /// The workshop as last heard from the store.
    pub workshop: Workshop,
    /// The group shown.
    pub group: GroupId,
    /// Who sits here.
    pub seat: Seat,
    /// The language shown.
    pub lang: Lang,
    /// Theme and borders.
    pub look: Look,
    /// Which key does what.
    pub keymap: Keymap,
    /// Whether it is shown who contributed how much.
    pub contributions: bool,
    /// Minutes after which somebody else should write; `None` when nobody is to be reminded.
    pub turn_minutes: Option<u32>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The step this screen is at; others may be elsewhere.
    pub step: Step,
    /// The menu of the step.
    pub menu: Menu,
    /// The entries of that menu, as they were made last.
    pub listed: Vec<Entry>,
    /// The sheet that is open over the menu, if one is.
    pub sheet: Option<SheetScreen>,
    /// How the response table is looked at.
    pub listing: Listing,
    /// What lies over the screen.
    pub over: Option<Over>,
    /// What the reference panel shows, row by row, as it was laid out last.
    pub panel: Vec<Passage>,
    /// The tab of the reference panel.
    pub tab: Tab,
    /// What was typed and is not in the log yet.
    pub unsaved: BTreeMap<Cell, Unsaved>,
    /// Commands on their way to disk, and what they were for.
    pub waiting: BTreeMap<Ticket, Errand>,
    /// What was picked or answered and could not be saved. Tried again together with the texts.
    pub kept: Vec<Errand>,
    /// Answers that were begun and left.
    pub begun: Begun,
    /// Something to say in the status line.
    pub notice: Option<Notice>,
    /// Why the last save failed; stays until one succeeds.
    pub failure: Option<String>,
    /// Settings made for incidents that are not chosen yet.
    pub settings: Settings,
    /// How many arrivals have been seen.
    pub seen: usize,
    /// How many had been seen before the reference was last opened; those since keep their mark while it is open.
    pub marked: usize,
    /// Drafts of a process that ended without saving.
    pub orphans: Vec<(Cell, Unsaved)>,
    /// Whether the screen is blanked.
    pub blank: bool,
    /// Real time as this screen has seen it.
    pub watch: Watch,
    /// What waits for other groups until they come back to this screen.
    pub left: BTreeMap<GroupId, Left>,
    /// First row of the reference panel that is shown.
    pub panel_top: usize,
    /// How far the practice is, while this is one.
    pub tour: Option<Tour>,
    /// The row a question will get.
    pub fresh_row: RowId,
    /// Pickers and prompts that wait for their turn.
    pub queue: VecDeque<Over>,
    /// The next ticket.
    pub next_ticket: u64,
    /// Draws and new names.
    pub rng: ChaCha8Rng,
}

/// What lies over the screen.
#[derive(Debug)]
pub enum Over {
    /// A list to pick from.
    Picker(Picker),
    /// A question.
    Prompt(Prompt),
    /// Something to read.
    Reading(Reading),
    /// A search across the reference.
    Search(Search),
    /// The page between two writers.
    HandOver(HandOver),
    /// The time for the whole room.
    Clock,
}

/// What a screen keeps for a group while another one has it.
#[derive(Clone, Debug, Default)]
pub struct Left {
    /// How many arrivals it had seen.
    pub seen: usize,
    /// Answers that were begun and left.
    pub begun: Begun,
}

/// What a command was for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Errand {
    /// A cell was written; the text that was sent.
    Write(Cell, String, Command),
    /// A row was added and is to be opened.
    NewRow(RowId, Command),
    /// A step was entered.
    Enter,
    /// Anything else.
    Other(Command),
}

/// Something to say in the status line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub tone: Tone,
    /// The words.
    pub text: String,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Something did not happen.
    Problem,
}

/// What a model begins with.
#[derive(Clone, Debug)]
pub struct Start {
    /// The group shown.
    pub group: GroupId,
    /// Who sits here.
    pub seat: Seat,
    /// The language.
    pub lang: Lang,
    /// Theme and borders.
    pub look: Look,
    /// Which key does what.
    pub keymap: Keymap,
    /// Whether it is shown who contributed how much.
    pub contributions: bool,
    /// Minutes after which somebody else should write; `None` when nobody is to be reminded.
    pub turn_minutes: Option<u32>,
    /// Seed of new names and draws.
    pub seed: u64,
}

impl Model {
    /// The screen of a workshop as it stands.
    pub fn new(workshop: Workshop, start: Start) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(start.seed);
        let step = workshop.groups.get(&start.group).map_or(Step::Preparation, |group| group.step);
        let mut model = Self {
            workshop,
            group: start.group,
            seat: start.seat,
            lang: start.lang,
            look: start.look,
            keymap: start.keymap,
            contributions: start.contributions,
            turn_minutes: start.turn_minutes,
            size: (80, 24),
            step,
            menu: Menu::default(),
            listed: Vec::new(),
            sheet: None,
            listing: Listing::default(),
            over: None,
            panel: Vec::new(),
            tab: Tab::Known,
            unsaved: BTreeMap::new(),
            waiting: BTreeMap::new(),
            kept: Vec::new(),
            begun: Begun::default(),
            notice: None,
            failure: None,
            settings: Settings::new(),
            seen: 0,
            marked: 0,
            orphans: Vec::new(),
            blank: false,
            watch: Watch::default(),
            left: BTreeMap::new(),
            panel_top: 0,
            tour: None,
            fresh_row: RowId::random(rng.random()),
            queue: VecDeque::new(),
            next_ticket: 0,
            rng,
        };
        model.seen = model.desk().map_or(0, |desk| crate::screens::reference::arrivals(&desk));
        model.marked = model.seen;
        model
    }

    /// The group with the workshop around it; `None` when there is no such group.
    pub fn view(&self) -> Option<GroupView<'_>> {
        self.workshop.view(self.group)
    }

    /// The key that does `action` where one is, as it is written on screen.
    pub fn key(&self, action: Action) -> Option<String> {
        self.keymap.key_for(super::context(self), action)
    }

    /// What screens may look at.
    pub fn desk(&self) -> Option<Desk<'_>> {
        let view = self.view()?;
        let (unsaved, listing) = (&self.unsaved, &self.listing);
        let keymap = &self.keymap;
        Some(Desk { view, seat: self.seat, lang: self.lang, look: self.look, unsaved, listing, keymap })
    }

    /// Does something with the sheet that is shown and what it may look at; `None` where there is none.
    pub(super) fn with_sheet<T>(&mut self, act: impl FnOnce(&mut SheetScreen, &Desk<'_>) -> T) -> Option<T> {
        let mut sheet = self.sheet.take()?;
        let done = self.desk().map(|desk| act(&mut sheet, &desk));
        self.sheet = Some(sheet);
        done
    }

    /// The part of the screen that the workshop has: all of it, but for what a lesson takes.
    pub fn area(&self) -> Rect {
        let (width, height) = self.size;
        let lesson = if self.tour.is_some() { tour::ROWS } else { 0 };
        Rect::new(0, 0, width, height.saturating_sub(lesson))
    }

    /// Who writes here, for the log.
    pub fn context(&self) -> Context {
        let actor = match self.seat {
            Seat::Facilitator => Actor::Facilitator,
            Seat::Participants | Seat::Reader => {
                let recorder = self.view().and_then(|view| view.group.recorder.clone());
                Actor::Participant(
                    recorder.unwrap_or_else(|| ParticipantId(format!("group-{}", self.group.0))),
                )
            }
        };
        Context { actor, group: Some(self.group) }
    }

    /// The entries of the menu of this step, made anew. All that is shown or done goes by those that were listed last.
    pub fn entries(&self) -> Vec<Entry> {
        use crate::screens::{choose, console, factor, introduction, preparation, review, wrap_up};
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        if self.seat == Seat::Facilitator {
            return console::entries(&desk, &self.fresh_row);
        }
        match self.step {
            Step::Preparation => preparation::entries(&desk),
            Step::Introduction => introduction::entries(&desk),
            Step::Choose(round) => choose::entries(&desk, round, &self.settings),
            Step::Factor => factor::entries(&desk),
            Step::Review => review::entries(&desk),
            Step::WrapUp => wrap_up::entries(&desk),
            Step::InitialResponse(_) | Step::ResponseTable(_) | Step::Report(_) | Step::Press(_) => {
                choose::waiting(&desk, self.step)
            }
        }
    }

    /// The round this screen is in or was in last.
    pub fn round(&self) -> Option<Round> {
        self.desk().and_then(|desk| crate::screens::reference::round(&desk, self.step))
    }

    /// How many arrivals nobody here has looked at.
    pub fn unseen(&self) -> usize {
        let all = self.desk().map_or(0, |desk| crate::screens::reference::arrivals(&desk));
        all.saturating_sub(self.seen)
    }

    /// The parts of the screen: a table takes room from what stands beside it.
    pub fn parts(&self) -> frame::Parts {
        let table =
            |sheet: &SheetScreen| sheet.row.is_none() && sheet.place.artefact == Artefact::ResponseTable;
        let beside = match (self.seat, &self.sheet) {
            (Seat::Facilitator, _) => Beside::Nothing,
            (_, Some(sheet)) if table(sheet) => Beside::Table,
            _ => Beside::Form,
        };
        frame::parts(self.area(), beside)
    }

    /// How many arrivals carry a mark: those since the reference was last opened.
    pub fn fresh(&self) -> usize {
        let reading = match &self.over {
            Some(Over::Reading(reading)) => Some(&reading.subject),
            _ => None,
        };
        let before = if matches!(reading, Some(Subject::Reference(_))) { self.marked } else { self.seen };
        (self.seen + self.unseen()).saturating_sub(before)
    }

    /// Turns the reference to a tab, at its beginning.
    pub fn turn_to(&mut self, tab: Tab) {
        self.tab = tab;
        self.panel_top = 0;
    }

    /// Shows something over the screen, or queues it behind what is there.
    pub fn show_over(&mut self, over: Over) {
        if self.over.is_some() {
            self.queue.push_back(over);
        } else {
            self.over = Some(over);
        }
    }

    /// Closes what lies over the screen; what waited takes its place.
    pub fn close_over(&mut self) {
        self.over = self.queue.pop_front();
    }

    /// A new random name.
    pub fn random(&mut self) -> u128 {
        self.rng.random()
    }
}
