//! The running program as the terminal's loop sees it.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::Frame;

use super::worker::{Reply, Worker};
use super::{Setup, home};
use crate::app::effect::{Effect, OrphanFate};
use crate::app::model::{Model, Notice, Start, Tone};
use crate::app::{hearing, keys, stage, update, view};
use crate::domain::id::{GroupId, RevisionId};
use crate::domain::sheet::Cell;
use crate::message::Message;
use crate::screens::{Pending, Seat, Unsaved};
use crate::store::{DraftFile, Orphan, Session, StoreError, Watch, orphans, watch};
use crate::terminal::{App, Flow, Input, Waker};

/// After this long without a key, typing rests: drafts are synced and an undo step ends.
const REST: Duration = Duration::from_millis(250);

/// The running program.
pub(super) struct Live {
    setup: Setup,
    replies: Waker<Reply>,
    home: home::Home,
    open: Option<Open>,
    rest_at: Option<Instant>,
    size: (u16, u16),
    path: Option<PathBuf>,
}

/// A workshop that is open.
struct Open {
    model: Model,
    worker: Worker,
    drafts: Option<DraftFile>,
    orphans: Vec<Orphan>,
    path: PathBuf,
    /// When it was opened: real time is counted from then.
    since: Instant,
    /// Held for as long as the file is open; dropping it ends the notifications.
    _watch: Option<Watch>,
}

impl Live {
    pub(super) fn new(setup: Setup, replies: Waker<Reply>) -> Self {
        let home = home::Home::new(&setup);
        Self { setup, replies, home, open: None, rest_at: None, size: (80, 24), path: None }
    }

    /// Where the workshop shown last is saved.
    pub(super) fn path(&self) -> Option<PathBuf> {
        self.path.clone()
    }

    /// Shows a workshop.
    pub(super) fn show(&mut self, session: Session) -> Result<(), StoreError> {
        let path = session.path().to_owned();
        let seat = if session.is_writable() { self.setup.seat } else { Seat::Reader };
        let start = Start {
            group: self.setup.group,
            seat,
            lang: self.setup.lang,
            look: self.setup.look,
            keymap: self.setup.keymap.clone(),
            contributions: self.setup.contributions,
            turn_minutes: self.setup.turn_minutes,
            seed: rand::random(),
        };
        let mut model = Model::new(session.workshop().clone(), start);
        model.size = self.size;
        let (drafts, found) = if seat == Seat::Reader {
            (None, Vec::new())
        } else {
            (Some(DraftFile::open(&path, session.origin())?), orphans(&path)?)
        };
        let worker = Worker::start(session, self.replies.clone());
        let watch = match worker.bell() {
            Some(bell) if seat != Seat::Reader => Some(watch(&path, move || bell.ring())?),
            _ => None,
        };
        update::opened(&mut model);
        model.notice = self.setup.notice.take().map(|text| Notice { tone: Tone::Problem, text });
        let mut open = Open {
            model,
            worker,
            drafts,
            orphans: found,
            path: path.clone(),
            since: Instant::now(),
            _watch: watch,
        };
        open.offer_orphans();
        self.path = Some(path);
        self.open = Some(open);
        Ok(())
    }

    fn at_home(&mut self, input: &Input<Reply>) -> Flow {
        match self.home.update(input) {
            home::Went::Nowhere => Flow::Draw,
            home::Went::Away => Flow::Leave,
            home::Went::To(session, seat) => {
                self.setup.seat = seat;
                self.setup.lang = self.home.lang();
                self.setup.look = self.home.look();
                if let Err(error) = self.show(*session) {
                    self.home.say(&error);
                }
                Flow::Draw
            }
        }
    }

    /// When what is shown of real time has to be drawn again.
    fn clock_at(&self) -> Option<Instant> {
        self.open.as_ref().and_then(Open::wake_at)
    }

    fn in_workshop(&mut self, input: Input<Reply>) -> Flow {
        let Some(open) = &mut self.open else {
            return Flow::Wait;
        };
        let group = open.model.group;
        let effects = match input {
            Input::Wake(reply) => open.heard(reply),
            Input::Quit(_) => return self.leave(),
            other => match message(&open.model, &other) {
                Some(message) => update::update(&mut open.model, message),
                None => return Flow::Wait,
            },
        };
        if effects.iter().any(|effect| matches!(effect, Effect::Draft { .. })) {
            self.rest_at = Some(Instant::now() + REST);
        }
        let leaves = open.perform(effects);
        if open.model.group != group {
            open.offer_orphans();
        }
        if leaves { self.leave() } else { Flow::Draw }
    }

    /// Everything typed is sent to the log, and what the log took needs no draft any more.
    pub(super) fn leave(&mut self) -> Flow {
        if let Some(mut open) = self.open.take() {
            let effects = update::leaving(&mut open.model);
            open.perform(effects);
            open.worker.finish();
            open.settle_drafts();
        }
        Flow::Leave
    }
}

impl App for Live {
    type Wake = Reply;

    fn update(&mut self, batch: Vec<Input<Reply>>) -> Flow {
        let rests = self.rest_at.is_some_and(|rest| self.clock_at().is_none_or(|clock| rest <= clock));
        let mut flow = self.open.as_mut().map_or(Flow::Wait, Open::pass_time);
        if batch.is_empty() && !rests {
            return flow;
        }
        if batch.is_empty() {
            self.rest_at = None;
            if let Some(open) = &mut self.open {
                let effects = update::update(&mut open.model, Message::Rest);
                open.perform(effects);
            }
            return flow;
        }
        for input in batch {
            if let Input::Resize(width, height) = input {
                self.size = (width, height);
                self.home.resize(self.size);
            }
            let went = if self.open.is_some() { self.in_workshop(input) } else { self.at_home(&input) };
            match went {
                Flow::Leave => return Flow::Leave,
                Flow::Draw => flow = Flow::Draw,
                Flow::Wait => {}
            }
        }
        flow
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        match &self.open {
            Some(open) => view::draw(&open.model, frame),
            None => self.home.draw(frame),
        }
    }

    fn wake_at(&self) -> Option<Instant> {
        self.rest_at.into_iter().chain(self.clock_at()).min()
    }
}

impl Open {
    /// Tells the screen what time it is; draws only where it shows another one now.
    fn pass_time(&mut self) -> Flow {
        let due = self.wake_at().is_some_and(|at| at <= Instant::now());
        update::update(&mut self.model, Message::Time(self.since.elapsed()));
        if due { Flow::Draw } else { Flow::Wait }
    }

    fn wake_at(&self) -> Option<Instant> {
        let left = stage::wake_in(&self.model)?;
        Some(self.since + self.model.watch.now() + left)
    }

    fn heard(&mut self, reply: Reply) -> Vec<Effect> {
        let lang = self.model.lang;
        match reply {
            Reply::Heard(records) => hearing::heard(&mut self.model, &records),
            Reply::Done(ticket, events) => hearing::done(&mut self.model, ticket, &events),
            Reply::Refused(ticket, refusal) => hearing::refused(&mut self.model, ticket, &refusal),
            Reply::Failed(ticket, error) => hearing::failed(&mut self.model, ticket, error.in_short(lang)),
            Reply::Deaf(error) => {
                self.model.failure = Some(error.in_short(lang));
                Vec::new()
            }
            Reply::Unsafe(error, orphans) => {
                self.orphans.extend(orphans);
                self.model.failure = Some(error.in_short(lang));
                Vec::new()
            }
        }
    }

    /// Carries out effects; says whether to leave.
    fn perform(&mut self, effects: Vec<Effect>) -> bool {
        let mut leave = false;
        for effect in effects {
            match effect {
                Effect::Transact(ticket, command, context) => self.worker.execute(ticket, command, context),
                Effect::Draft { cell, base, text } => {
                    let key = key_of(self.model.group, &cell);
                    let base = base.as_ref().map(RevisionId::as_str);
                    self.draft(|drafts| drafts.record(&key, base, &text));
                }
                Effect::DraftDone(cell) => {
                    let key = key_of(self.model.group, &cell);
                    self.draft(|drafts| drafts.clear(&key));
                }
                Effect::SyncDrafts => self.sync_drafts(Vec::new()),
                Effect::Orphans(fate) => self.settle_orphans(fate),
                Effect::Leave => leave = true,
            }
        }
        leave
    }

    fn draft(&mut self, act: impl FnOnce(&mut DraftFile) -> Result<(), StoreError>) {
        let Some(drafts) = &mut self.drafts else { return };
        if let Err(error) = act(drafts) {
            self.model.failure = Some(error.in_short(self.model.lang));
        }
    }

    /// Whatever the disk takes its time for is the worker's: a key never waits for it.
    fn sync_drafts(&self, taken_over: Vec<Orphan>) {
        if let Some(drafts) = &self.drafts {
            self.worker.settle(drafts.sync(), taken_over);
        }
    }

    /// Offers what a process that is gone left unsaved for the group that is shown.
    fn offer_orphans(&mut self) {
        if self.orphans.is_empty() {
            return;
        }
        let of_group = |orphan| {
            let drafts = left_behind(orphan, self.model.group);
            drafts.into_iter().map(|draft| on_own_head(&self.model, orphan, draft)).collect::<Vec<_>>()
        };
        let left = self.orphans.iter().flat_map(of_group).collect();
        let effects = hearing::found_orphans(&mut self.model, left);
        self.perform(effects);
    }

    /// Orphans go only once their texts stand in this process's own drafts, on disk.
    fn settle_orphans(&mut self, fate: OrphanFate) {
        let group = self.model.group;
        let orphans = std::mem::take(&mut self.orphans);
        let (mine, others): (Vec<Orphan>, Vec<Orphan>) =
            orphans.into_iter().partition(|orphan| left_behind(orphan, group).len() == orphan.drafts.len());
        self.orphans = others;
        match fate {
            OrphanFate::TakenOver => self.sync_drafts(mine),
            OrphanFate::Discarded => self.worker.discard(mine),
        }
    }

    /// At the end: a draft whose text is in the log goes, any other stays for next time.
    fn settle_drafts(&mut self) {
        let Some(mut drafts) = self.drafts.take() else {
            return;
        };
        let Ok(session) = Session::open_read_only(&self.path) else {
            return;
        };
        let workshop = session.workshop();
        for draft in drafts.drafts().to_vec() {
            let saved = cell_of(&draft.cell).is_some_and(|(group, cell)| {
                workshop.view(group).is_some_and(|view| update::is_saved(&view, &cell, &draft.text))
            });
            if saved {
                // It comes back as an orphan if this fails; nothing is lost.
                let _ = drafts.clear(&draft.cell);
            }
        }
        let _ = drafts.finish();
    }
}

/// A key of the terminal as the program's own message.
pub(super) fn message(model: &Model, input: &Input<Reply>) -> Option<Message> {
    match input {
        Input::Typed(text) => Some(Message::Typed(text.clone())),
        Input::Paste(text) => Some(Message::Pasted(text.clone())),
        Input::Key(key) => keys::message(model, key),
        Input::Resize(width, height) => Some(Message::Resized(*width, *height)),
        Input::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Message::Click(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Message::Wheel(mouse.column, mouse.row, 1)),
            MouseEventKind::ScrollUp => Some(Message::Wheel(mouse.column, mouse.row, -1)),
            _ => None,
        },
        Input::Quit(_) | Input::Job(_) | Input::Wake(_) => None,
    }
}

/// A draft's name: the group and the cell.
fn key_of(group: GroupId, cell: &Cell) -> String {
    serde_json::to_string(&(group, cell)).unwrap_or_default()
}

fn cell_of(key: &str) -> Option<(GroupId, Cell)> {
    serde_json::from_str(key).ok()
}

/// The drafts of `group` that an orphan holds.
fn left_behind(orphan: &Orphan, group: GroupId) -> Vec<(Cell, Unsaved)> {
    let drafts = orphan.drafts.iter().filter_map(|draft| {
        let (of, cell) = cell_of(&draft.cell)?;
        let base = draft.base.as_deref().map(RevisionId::from);
        (of == group).then(|| (cell, Unsaved { base, text: draft.text.clone(), state: Pending::Kept }))
    });
    drafts.collect()
}

/// Killed between saving a text and noting that it was saved, a process leaves a draft on the revision before its own.
fn on_own_head(model: &Model, orphan: &Orphan, (cell, unsaved): (Cell, Unsaved)) -> (Cell, Unsaved) {
    let head = model.view().and_then(|view| view.revision(&cell).map(|head| head.id.clone()));
    let own = head.filter(|head| head.is_of(orphan.origin()));
    let base = own.or(unsaved.base);
    (cell, Unsaved { base, ..unsaved })
}

#[cfg(test)]
mod tests;
