//! The store's own thread: commands are carried out first-in first-out, so that typing never waits for a disk.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use chrono::Local;

use crate::app::effect::Ticket;
use crate::domain::command::{Command, Context, Refusal};
use crate::domain::event::{Event, Record};
use crate::store::{Base, DraftSync, Order, Orphan, Session, StoreError, Time, Unrecorded};
use crate::terminal::{Input, Waker};

/// Word from the store.
#[derive(Debug)]
pub enum Reply {
    /// This happened, here or elsewhere.
    Heard(Vec<Record>),
    /// A command was carried out; these events came of it.
    Done(Ticket, Vec<Event>),
    /// A command was refused.
    Refused(Ticket, Refusal),
    /// A command could not be saved.
    Failed(Ticket, StoreError),
    /// Others' changes could not be read.
    Deaf(StoreError),
    /// Drafts could not be brought to disk, or could not be removed; the orphans that are still to be settled.
    Unsafe(StoreError, Vec<Orphan>),
}

/// Something for the store to do.
#[derive(Debug)]
enum Job {
    Execute(Ticket, Box<Command>, Context),
    Follow,
    /// Bring drafts to disk, and only then remove the orphans whose texts they hold.
    Settle(DraftSync, Vec<Orphan>),
    /// Remove orphans that nobody wants.
    Discard(Vec<Orphan>),
    /// No more comes. Said in so many words, because bells hold the other end of the queue open.
    End,
}

/// The handle of the store's thread.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// Tells the worker that another process has written.
#[derive(Clone, Debug)]
pub(super) struct Bell(Sender<Job>);

impl Bell {
    pub(super) fn ring(&self) {
        // A worker that has ended has nothing to follow any more.
        let _ = self.0.send(Job::Follow);
    }
}

impl Worker {
    pub(super) fn start(mut session: Session, replies: Waker<Reply>) -> Self {
        let (jobs, inbox): (Sender<Job>, Receiver<Job>) = mpsc::channel();
        let thread = thread::spawn(move || {
            while let Ok(job) = inbox.recv() {
                if matches!(job, Job::End) {
                    break;
                }
                for reply in carry_out(&mut session, job) {
                    // A screen that is gone wants no answers; what was asked for is done all the same.
                    replies.send(Input::Wake(reply));
                }
            }
            // Nothing can be told any more; the log is whole even if this fails.
            let _ = session.checkpoint();
        });
        Self { jobs: Some(jobs), thread: Some(thread) }
    }

    pub(super) fn bell(&self) -> Option<Bell> {
        self.jobs.clone().map(Bell)
    }

    pub(super) fn execute(&self, ticket: Ticket, command: Command, context: Context) {
        self.give(Job::Execute(ticket, Box::new(command), context));
    }

    /// Brings drafts to disk, then removes the orphans whose texts they hold.
    pub(super) fn settle(&self, drafts: DraftSync, orphans: Vec<Orphan>) {
        self.give(Job::Settle(drafts, orphans));
    }

    /// Removes orphans that nobody wants.
    pub(super) fn discard(&self, orphans: Vec<Orphan>) {
        self.give(Job::Discard(orphans));
    }

    fn give(&self, job: Job) {
        if let Some(jobs) = &self.jobs {
            // The worker lives until `finish`.
            let _ = jobs.send(job);
        }
    }

    /// Lets it finish what it was given, and waits for that.
    pub(super) fn finish(&mut self) {
        if let Some(jobs) = self.jobs.take() {
            let _ = jobs.send(Job::End);
        }
        if let Some(thread) = self.thread.take() {
            // A panic there was reported by its own hook.
            let _ = thread.join();
        }
    }
}

fn carry_out(session: &mut Session, job: Job) -> Vec<Reply> {
    match job {
        Job::End => Vec::new(),
        Job::Follow => match session.follow() {
            Ok(records) if records.is_empty() => Vec::new(),
            Ok(records) => vec![Reply::Heard(records)],
            Err(error) => vec![Reply::Deaf(error)],
        },
        Job::Settle(drafts, orphans) => match drafts.finish() {
            Ok(()) => discard(orphans),
            Err(error) => vec![Reply::Unsafe(error, orphans)],
        },
        Job::Discard(orphans) => discard(orphans),
        Job::Execute(ticket, command, context) => {
            let time = Time { now: Local::now().fixed_offset(), stated: None };
            let command = on_own_head(session, *command, &context);
            let entered = matches!(command, Command::Enter { .. });
            let order = Order { command, base: Base::Named, context, time };
            match session.execute(order) {
                Ok(records) => {
                    let own = records.iter().filter(|record| record.envelope.id.origin == session.origin());
                    let events = own.map(|record| record.event.clone()).collect();
                    if entered {
                        // What is in the log is safe without it; it only keeps the file beside it small.
                        let _ = session.checkpoint();
                    }
                    vec![Reply::Heard(records), Reply::Done(ticket, events)]
                }
                Err(Unrecorded::Refused(refusal)) => vec![Reply::Refused(ticket, refusal)],
                Err(Unrecorded::Failed(error)) => vec![Reply::Failed(ticket, error)],
            }
        }
    }
}

/// What can't be removed is offered again next time.
fn discard(orphans: Vec<Orphan>) -> Vec<Reply> {
    let failed = orphans.into_iter().filter_map(|orphan| orphan.discard().err());
    failed.map(|error| Reply::Unsafe(error, Vec::new())).collect()
}

/// Somebody who goes back to a field while its first text is still on its way to disk replaces that text knowingly:
/// what this very process wrote last is what the next writing is based on.
fn on_own_head(session: &Session, command: Command, context: &Context) -> Command {
    let Command::Revise { cell, base, value, reason } = command else {
        return command;
    };
    let view = context.group.and_then(|group| session.workshop().view(group));
    let head = view.and_then(|view| view.revision(&cell).map(|head| head.id.clone()));
    let own = head.filter(|head| head.is_of(session.origin()));
    Command::Revise { cell, base: own.or(base), value, reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::begin;
    use crate::domain::event::Actor;
    use crate::domain::id::GroupId;
    use crate::domain::sheet::{Artefact, Cell, Value};
    use crate::domain::words::Lang;

    fn write(text: &str) -> Job {
        let command = Command::Revise {
            cell: Cell::form(Artefact::Critique, None, "strengths"),
            base: None,
            value: Value::Text(text.to_owned()),
            reason: None,
        };
        let context = Context { actor: Actor::Facilitator, group: Some(GroupId(1)) };
        Job::Execute(Ticket(0), Box::new(command), context)
    }

    #[test]
    fn going_back_to_a_field_before_it_is_saved_is_no_conflict_with_oneself() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("day.kijo");
        let library = begin::library(&[], Lang::Ja).expect("the embedded material");
        let begun = begin::create(&path, &library, &begin::Options::default(), Lang::Ja);
        let mut session = begun.expect("a workshop");
        carry_out(&mut session, write("記録を"));
        carry_out(&mut session, write("記録を続けた。"));
        let view = session.workshop().view(GroupId(1)).expect("the group");
        assert!(view.group.conflicts.is_empty());
        // Somebody else's text in between is one.
        let mut other = Session::open(&path).expect("it opens");
        carry_out(&mut other, write("別の人の文。"));
        let view = other.workshop().view(GroupId(1)).expect("the group");
        assert_eq!(view.group.conflicts.len(), 1);
    }
}
