//! The program running in a terminal: inputs become messages, effects are carried out, word from the store comes back.
//!
//! This is where the pure parts meet the world. It decides nothing itself.

mod home;
mod live;
mod practice;
mod worker;

use std::path::{Path, PathBuf};

use crate::domain::id::GroupId;
use crate::domain::words::Lang;
use crate::keymap::Keymap;
use crate::screens::Seat;
use crate::store::{Session, StoreError};
use crate::terminal::{self, Mouse, Queue, TerminalError};
use crate::ui::theme::Look;

pub use worker::Reply;

/// What the screen is asked to be.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Who sits here.
    pub seat: Seat,
    /// The group shown.
    pub group: GroupId,
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
    /// Where new workshops go and old ones are looked for.
    pub folder: PathBuf,
    /// Material from folders of the user, besides the embedded one.
    pub library: Vec<PathBuf>,
    /// What is said at first.
    pub notice: Option<String>,
}

/// Why the screen ended before its time.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is no terminal to work in.
    #[error(transparent)]
    Terminal(#[from] TerminalError),
    /// The workshop file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file has no such group.
    #[error("no group {0} in this workshop")]
    NoGroup(u8),
}

/// Shows a workshop until somebody leaves. Says where it is saved.
pub fn open(path: &Path, setup: Setup) -> Result<Option<PathBuf>, RunError> {
    let session =
        if setup.seat == Seat::Reader { Session::open_read_only(path)? } else { Session::open(path)? };
    let group = setup.group;
    if session.workshop().view(group).is_none() {
        return Err(RunError::NoGroup(group.0));
    }
    let queue = Queue::default();
    let mut app = live::Live::new(setup, queue.sender.clone());
    app.show(session)?;
    let ran = terminal::run(&mut app, &queue, Mouse::On);
    // Also where there was no terminal: nothing stays behind beside the file.
    app.leave();
    ran?;
    Ok(app.path())
}

/// Shows the home screen, and from there a workshop. Says where that is saved, if one was opened.
pub fn home(setup: Setup) -> Result<Option<PathBuf>, RunError> {
    let queue = Queue::default();
    let mut app = live::Live::new(setup, queue.sender.clone());
    terminal::run(&mut app, &queue, Mouse::On)?;
    Ok(app.path())
}
