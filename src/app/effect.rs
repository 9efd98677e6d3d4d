//! What the program has to do outside its own head: save, draft, leave. `update` asks for it, the runtime does it.

use crate::domain::command::{Command, Context};
use crate::domain::id::RevisionId;
use crate::domain::sheet::Cell;

/// Ties an answer to the command it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(pub u64);

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Let the workshop decide on a command and save what comes of it.
    Transact(Ticket, Command, Context),
    /// Keep what is being typed safe.
    Draft {
        /// The cell.
        cell: Cell,
        /// What it was typed on.
        base: Option<RevisionId>,
        /// The text now.
        text: String,
    },
    /// What was typed is saved, or given up: it need not be kept any more.
    DraftDone(Cell),
    /// Drafts found of a process that ended without saving are taken over or discarded.
    Orphans(OrphanFate),
    /// Make sure drafts are on disk.
    SyncDrafts,
    /// End.
    Leave,
}

/// What becomes of drafts somebody left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrphanFate {
    /// Their texts are in this process's hands now.
    TakenOver,
    /// Somebody said they are not wanted.
    Discarded,
}
