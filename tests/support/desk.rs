//! A desk to sit at: the whole user interface in this process, on a log in memory, without a terminal.
//!
//! Keys go the way they go in the running program (crossterm event, [`Input`], key map, message, update). Effects are
//! carried out at once, unless the disk is told to be slow or full. Several desks may share one log.

use std::cell::Cell as Shared;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta};
use crossterm::event::{Event as TerminalEvent, KeyCode, KeyEvent, KeyModifiers};
use kijo::app::effect::{Effect, Ticket};
use kijo::app::model::{Model, Start};
use kijo::app::{hearing, keys, update, view};
use kijo::begin;
use kijo::domain::command::{Command, Context, Refusal};
use kijo::domain::event::{Actor, Event, Facilitation};
use kijo::domain::id::{GroupId, RevisionId};
use kijo::domain::library::Library;
use kijo::domain::sheet::{Cell, Value};
use kijo::domain::words::Lang;
use kijo::domain::workshop::GroupView;
use kijo::keymap::Keymap;
use kijo::message::{Action, Message};
use kijo::screens::{Pending, Seat, Unsaved};
use kijo::store::{
    Base, EventLog, Fault, MemoryLog, New, Order, Repeat, Session, StoreError, Stored, Time, Trouble,
    Unrecorded,
};
use kijo::terminal::Input;
use kijo::ui::screen_text;
use kijo::ui::theme::Look;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// A place to sit at.
pub struct Desk {
    pub model: Model,
    pub drafts: BTreeMap<Cell, (Option<RevisionId>, String)>,
    pub left: bool,
    /// What this desk has had recorded.
    pub events: Vec<Event>,
    session: Session<Disk>,
    spare: MemoryLog,
    full: Rc<Shared<bool>>,
    speed: Speed,
    waiting: Vec<(Ticket, Command, Context)>,
    minutes: i64,
}

/// How fast the disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speed {
    /// Commands are done when they are sent.
    AtOnce,
    /// They wait until [`Desk::catch_up`].
    Slow,
}

/// A log in memory that can be full.
struct Disk {
    log: MemoryLog,
    full: Rc<Shared<bool>>,
}

impl EventLog for Disk {
    fn transact<R>(
        &mut self,
        decide: impl FnOnce(&[Stored]) -> Result<Vec<New>, R>,
    ) -> Result<Vec<Stored>, Unrecorded<R>> {
        if self.full.get() {
            self.log.fail(Fault { at: 0, repeat: Repeat::ForGood, trouble: Trouble::DiskFull });
        } else {
            self.log.heal();
        }
        self.log.transact(decide)
    }

    fn follow(&mut self) -> Result<Vec<Stored>, StoreError> {
        self.log.follow()
    }

    fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.log.blob(hash)
    }

    fn checkpoint(&mut self) -> Result<(), StoreError> {
        self.log.checkpoint()
    }

    fn head(&self) -> String {
        self.log.head()
    }

    fn origin(&self) -> &str {
        self.log.origin()
    }
}

/// The embedded material, read once.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(kijo::material::load::embedded)
}

impl Desk {
    /// A new workshop of one group, its preparation on the screen.
    pub fn new(lang: Lang, facilitation: Facilitation) -> Self {
        Self::with_groups(lang, facilitation, 1)
    }

    pub fn with_groups(lang: Lang, facilitation: Facilitation, groups: u8) -> Self {
        let options = begin::Options { facilitation, groups, seed: Some(1), ..begin::Options::default() };
        let beginning = begin::beginning(library(), &options, lang).expect("the embedded material is whole");
        let log = MemoryLog::new(&[]);
        let spare = log.another();
        let full = Rc::new(Shared::new(false));
        let disk = Disk { log, full: Rc::clone(&full) };
        let mut session = Session::begin(disk, library().clone());
        let create = order(Command::Create(beginning), Context { actor: Actor::Facilitator, group: None }, 0);
        session.execute(create).expect("the log takes it");
        Self::at(session, spare, full, Seat::Participants, lang)
    }

    /// Another place on the same log, as another process would have it.
    pub fn beside(&self, seat: Seat) -> Self {
        let log = self.spare.another();
        let full = Rc::clone(&self.full);
        let disk = Disk { log, full: Rc::clone(&full) };
        let mut session = Session::begin(disk, library().clone());
        session.follow().expect("memory can be read");
        let mut other = Self::at(session, self.spare.another(), full, seat, self.model.lang);
        other.minutes = self.minutes + 100;
        other.size(self.model.size.0, self.model.size.1);
        other
    }

    fn at(session: Session<Disk>, spare: MemoryLog, full: Rc<Shared<bool>>, seat: Seat, lang: Lang) -> Self {
        let start = Start {
            group: GroupId(1),
            seat,
            lang,
            look: Look::default(),
            keymap: Keymap::default(),
            contributions: false,
            turn_minutes: None,
            seed: 7,
        };
        let mut model = Model::new(session.workshop().clone(), start);
        update::opened(&mut model);
        Self {
            model,
            drafts: BTreeMap::new(),
            left: false,
            events: Vec::new(),
            session,
            spare,
            full,
            speed: Speed::AtOnce,
            waiting: Vec::new(),
            minutes: 0,
        }
    }

    /// The disk is full from now on, or has room again.
    pub fn disk_full(&mut self, full: bool) -> &mut Self {
        self.full.set(full);
        self
    }

    pub fn is_full(&self) -> bool {
        self.full.get()
    }

    /// Whether this desk may write where it is, without being asked for a reason first.
    pub fn may_write(&self) -> bool {
        let group = self.view().group;
        group.stage != kijo::domain::workshop::Stage::Review || !group.change_sets.is_empty()
    }

    pub fn disk(&mut self, speed: Speed) -> &mut Self {
        self.speed = speed;
        self
    }

    /// What waited for a slow disk is done.
    pub fn catch_up(&mut self) -> &mut Self {
        while !self.waiting.is_empty() {
            let (ticket, command, context) = self.waiting.remove(0);
            self.execute(ticket, command, context);
        }
        self
    }

    pub fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.tell(Message::Resized(width, height))
    }

    /// Types a text in one burst.
    pub fn types(&mut self, text: &str) -> &mut Self {
        self.tell(Message::Typed(text.to_owned()))
    }

    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.tell(Message::Pasted(text.to_owned()))
    }

    /// Presses keys: `"Tab Tab Enter Ctrl+N Shift+Tab F5"`, each perhaps several times: `"Down*3"`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for word in keys.split_whitespace() {
            let (name, times) = word.split_once('*').unwrap_or((word, "1"));
            for _ in 0..times.parse().expect("a number of times") {
                self.press(key(name));
            }
        }
        self
    }

    pub fn press(&mut self, key: KeyEvent) -> &mut Self {
        let message = match Input::<()>::from_event(TerminalEvent::Key(key)) {
            Some(Input::Typed(text)) => Some(Message::Typed(text)),
            Some(Input::Key(key)) => keys::message(&self.model, &key),
            _ => None,
        };
        match message {
            Some(message) => self.tell(message),
            None => self,
        }
    }

    pub fn does(&mut self, action: Action) -> &mut Self {
        self.tell(Message::Act(action))
    }

    pub fn tell(&mut self, message: Message) -> &mut Self {
        let effects = update::update(&mut self.model, message);
        self.perform(effects)
    }

    /// What others wrote since arrives.
    pub fn follow(&mut self) -> &mut Self {
        let records = self.session.follow().expect("memory can be read");
        let effects = hearing::heard(&mut self.model, &records);
        self.perform(effects)
    }

    /// A process that ended before its time left these behind.
    pub fn finds(&mut self, drafts: Vec<(Cell, String)>) -> &mut Self {
        let left = drafts.into_iter().map(|(cell, text)| {
            let unsaved = Unsaved { base: None, text, state: Pending::Kept };
            (cell, unsaved)
        });
        let effects = hearing::found_orphans(&mut self.model, left.collect());
        self.perform(effects)
    }

    /// Somebody's command that needs no keys, to get on with the story.
    pub fn command(&mut self, actor: Actor, command: Command) -> &mut Self {
        let group = Some(self.model.group);
        self.command_of(Context { actor, group }, command)
    }

    /// The same of any group.
    pub fn command_of(&mut self, context: Context, command: Command) -> &mut Self {
        let told = format!("{command:?}");
        self.minutes += 1;
        let records = match self.session.execute(order(command, context, self.minutes)) {
            Ok(records) => records,
            Err(refused) => panic!("{told}: {refused:?}"),
        };
        let effects = hearing::heard(&mut self.model, &records);
        self.perform(effects)
    }

    /// Writes a cell on whatever stands there.
    pub fn writes(&mut self, cell: Cell, value: Value) -> &mut Self {
        let base = self.view().revision(&cell).map(|head| head.id.clone());
        let actor = self.model.context().actor;
        self.command(actor, Command::Revise { cell, base, value, reason: None })
    }

    pub fn view(&self) -> GroupView<'_> {
        self.model.view().expect("the group is there")
    }

    pub fn text_of(&self, cell: &Cell) -> String {
        match self.view().value(cell) {
            Value::Text(text) => text,
            Value::Empty => String::new(),
            other => format!("{other:?}"),
        }
    }

    fn perform(&mut self, effects: Vec<Effect>) -> &mut Self {
        for effect in effects {
            match effect {
                Effect::Transact(ticket, command, context) => match self.speed {
                    Speed::AtOnce => self.execute(ticket, command, context),
                    Speed::Slow => self.waiting.push((ticket, command, context)),
                },
                Effect::Draft { cell, base, text } => {
                    self.drafts.insert(cell, (base, text));
                }
                Effect::DraftDone(cell) => {
                    self.drafts.remove(&cell);
                }
                Effect::SyncDrafts | Effect::Orphans(_) => {}
                Effect::Leave => self.left = true,
            }
        }
        self
    }

    fn execute(&mut self, ticket: Ticket, command: Command, context: Context) {
        self.minutes += 1;
        let effects = match self.answer(command, context) {
            Ok(events) => hearing::done(&mut self.model, ticket, &events),
            Err(Unrecorded::Refused(why)) => hearing::refused(&mut self.model, ticket, &why),
            Err(Unrecorded::Failed(error)) => {
                let why = error.in_short(self.model.lang);
                hearing::failed(&mut self.model, ticket, why)
            }
        };
        self.perform(effects);
    }

    /// A reader's file can't be written, as in the running program.
    fn answer(&mut self, command: Command, context: Context) -> Result<Vec<Event>, Unrecorded<Refusal>> {
        if self.model.seat == Seat::Reader {
            return Err(Unrecorded::Refused(Refusal::ReadOnly));
        }
        let records = self.session.execute(order(command, context, self.minutes))?;
        let own = records.iter().filter(|record| record.envelope.id.origin == self.session.origin());
        let events: Vec<Event> = own.map(|record| record.event.clone()).collect();
        self.events.extend(events.iter().cloned());
        let effects = hearing::heard(&mut self.model, &records);
        self.perform(effects);
        Ok(events)
    }

    /// The screen with its colours.
    pub fn buffer(&self) -> Buffer {
        self.drawn().backend().buffer().clone()
    }

    /// What a person reads on the screen.
    pub fn screen(&self) -> String {
        screen_text(&self.buffer())
    }

    /// Where the real cursor stands, if it is shown: that is where an input method composes.
    pub fn cursor(&self) -> Option<Position> {
        let mut terminal = self.drawn();
        let shown = terminal.backend().cursor_visible();
        shown.then(|| terminal.get_cursor_position().expect("a test backend has one"))
    }

    /// The screen, and where the cursor stands.
    pub fn screen_and_cursor(&self) -> String {
        let cursor = self.cursor().map(|at| format!("cursor {},{}", at.x, at.y));
        format!("{}\n[{}]", self.screen(), cursor.as_deref().unwrap_or("no cursor"))
    }

    fn drawn(&self) -> Terminal<TestBackend> {
        let (width, height) = self.model.size;
        let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("memory is enough");
        terminal.draw(|frame| view::draw(&self.model, frame)).expect("memory is enough");
        terminal
    }
}

fn order(command: Command, context: Context, minutes: i64) -> Order {
    let start = DateTime::parse_from_rfc3339("2026-11-21T13:00:00+09:00").expect("a valid time");
    let now = start + TimeDelta::minutes(minutes);
    Order { command, base: Base::Named, context, time: Time { now, stated: None } }
}

/// A key by the name it has on screen.
pub fn key(name: &str) -> KeyEvent {
    let (held, name) = match name.rsplit_once('+') {
        Some((held, name)) if !name.is_empty() => (held, name),
        _ => ("", name),
    };
    let mut modifiers = KeyModifiers::NONE;
    for one in held.split('+').filter(|one| !one.is_empty()) {
        modifiers |= match one {
            "Ctrl" => KeyModifiers::CONTROL,
            "Alt" => KeyModifiers::ALT,
            "Shift" => KeyModifiers::SHIFT,
            other => panic!("no such key to hold: {other}"),
        };
    }
    let code = match name {
        "Tab" if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PageUp" => KeyCode::PageUp,
        "PageDown" => KeyCode::PageDown,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        name if name.chars().count() == 1 => {
            let c = name.chars().next().expect("one character");
            KeyCode::Char(if modifiers.is_empty() { c } else { c.to_ascii_lowercase() })
        }
        name => {
            let number = name.strip_prefix('F').and_then(|number| number.parse().ok());
            KeyCode::F(number.unwrap_or_else(|| panic!("no such key: {name}")))
        }
    };
    KeyEvent::new(code, modifiers)
}
