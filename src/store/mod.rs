//! The durable store of a workshop: one file that many processes append to, and drafts beside it.
//!
//! The log holds [`Entry`]s: an envelope, a kind and a JSON body, and never looks inside. A [`Session`] reads them as
//! events of the domain. The store decides nothing, knows no clock, and has no network: several processes of *one*
//! machine share a file, and a file on a network drive is refused in words.
//!
//! ```text
//! Session   ── a workshop on its log: commands in, records out
//! SqliteLog ── the workshop file: append-only, synced at every commit, one hash chain per writer
//! MemoryLog ── the same promises in memory, able to fail on request
//! DraftFile ── typing that is not recorded yet, one sidecar file per process
//! watch     ── tells when another process has written
//! verify    ── reads everything and says what is damaged
//! ```

mod build;
mod chain;
mod codec;
mod connect;
mod damage;
mod delta;
mod draft;
mod entry;
mod error;
mod memory;
mod network;
mod orphan;
mod place;
mod read;
mod row;
mod schema;
mod session;
mod sqlite;
mod verify;
mod watch;

pub use chain::Hash;
pub use codec::decode;
pub use damage::{Damage, Harm};
pub use draft::{Draft, DraftFile, DraftSync};
pub use entry::{Blob, Entry, New, Stored};
pub use error::{StoreError, Trouble, Unrecorded};
pub use memory::{Fault, MemoryLog, Repeat};
pub use orphan::{Orphan, orphans};
pub use schema::FORMAT_VERSION;
pub use session::{Base, Order, Reading, Session, Time};
pub use sqlite::{Access, Opened, SqliteLog};
pub use verify::{Verification, verify};
pub use watch::{Watch, watch};

/// A log that several may append to, each on the fresh state.
pub trait EventLog {
    /// Shows `decide` what others appended since the last call that returned entries, and appends what it wants.
    ///
    /// Nobody else can append between the two. Returns, in order, what is new to the caller: the entries `decide` was
    /// shown, then its own. They are on disk by then.
    ///
    /// When it fails or `decide` refuses, nothing is written and nothing counts as seen: the same entries are shown
    /// again by the next call. So `decide` works on a copy when it is shown any, and keeps nothing of it.
    ///
    /// Success is never reported too early. Failure may be, in one case: when only the sync failed and the process ends
    /// before it appends again, the next to open the file may find the entries there.
    fn transact<R>(
        &mut self,
        decide: impl FnOnce(&[Stored]) -> Result<Vec<New>, R>,
    ) -> Result<Vec<Stored>, Unrecorded<R>>;

    /// What others appended since the last call that returned entries. Cheap when there is nothing.
    fn follow(&mut self) -> Result<Vec<Stored>, StoreError>;

    /// The frozen bytes named by `hash`; `None` when the file has none of that name.
    fn blob(&self, hash: &str) -> Result<Option<Vec<u8>>, StoreError>;

    /// Moves what was appended into the main file, so that little is left beside it.
    fn checkpoint(&mut self) -> Result<(), StoreError>;

    /// The head of the chains as far as entries were returned: 64 hexadecimal digits, the same for the same entries.
    fn head(&self) -> String;

    /// The origin that entries appended here get: 128 random bits in hexadecimal, new for every opening.
    fn origin(&self) -> &str;
}
