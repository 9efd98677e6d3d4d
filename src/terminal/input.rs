//! What happens to the program, as one kind of thing: keys, pastes, sizes, signals, and word from other threads.
//!
//! Translates what crossterm reads and joins bursts. Which key does what is decided by the key map, not here.

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};
use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::os::fd::{AsFd as _, OwnedFd};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use super::Waker;

/// Inputs that are handed on at once, at most: somebody pasting without end must still see the screen move.
const BATCH_LIMIT: usize = 8192;

/// How long to wait for what has come already: crossterm does not even look when there is no time at all.
const MOMENT: Duration = Duration::from_micros(1);

/// Something happened. `W` is what other threads of the program have to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input<W> {
    /// Plain text, by key or input method; a whole burst where it came as one.
    Typed(String),
    /// Any other key.
    Key(KeyEvent),
    /// Text from the clipboard as the terminal sent it: not cleaned, with CR for line ends.
    Paste(String),
    /// Mouse button or wheel.
    Mouse(MouseEvent),
    /// The screen has this many columns and rows now. Also the first input of all, and sent when the screen has to
    /// be drawn again for any other reason.
    Resize(u16, u16),
    /// The program is asked to end. It gets this one chance to bring everything to safety.
    Quit(Quit),
    /// Job control; dealt with by the loop, never seen by the program.
    Job(Job),
    /// Word from another thread.
    Wake(W),
}

/// Why the program has to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quit {
    /// Ctrl-C sent from outside (SIGINT).
    Interrupted,
    /// SIGTERM.
    Terminated,
    /// The terminal is gone: SIGHUP, or nothing can be read from or written to it.
    TerminalGone,
}

/// Stopped and going on again, as by `kill -TSTP`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// About to be stopped.
    Stop,
    /// Goes on after a stop.
    Continue,
}

impl<W> Input<W> {
    /// What `event` means; `None` for what nobody listens to (releases of keys, focus).
    pub fn from_event(event: Event) -> Option<Self> {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => None,
            Event::Key(key) => Some(typed(&key).map_or(Self::Key(key), |c| Self::Typed(c.to_string()))),
            Event::Paste(text) => Some(Self::Paste(text)),
            Event::Mouse(mouse) => Some(Self::Mouse(mouse)),
            Event::Resize(columns, rows) => Some(Self::Resize(columns, rows)),
            Event::FocusGained | Event::FocusLost => None,
        }
    }
}

/// The character that `key` types. ESC and the text of an input method read at once look like Alt+う, so Alt counts
/// for ASCII only.
fn typed(key: &KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else { return None };
    let modifiers = key.modifiers.difference(KeyModifiers::SHIFT);
    (modifiers.is_empty() || (modifiers == KeyModifiers::ALT && !c.is_ascii())).then_some(c)
}

/// From now on no key, no change of the size and no [`Waker`] is missed, nor that the terminal goes.
pub fn listen<W: Send + 'static>(inputs: Waker<W>) -> io::Result<()> {
    event::poll(Duration::ZERO)?;
    let stdin = io::stdin();
    // As crossterm chooses it.
    let keys: OwnedFd = if stdin.is_terminal() {
        stdin.as_fd().try_clone_to_owned()?
    } else {
        File::open("/dev/tty")?.into()
    };
    // Where nothing signals that the terminal is gone, crossterm goes on asking it for keys, without end.
    let wait = move || {
        let mut gone = [PollFd::new(&keys, PollFlags::empty())];
        while poll(&mut gone, None) == Err(Errno::INTR) {}
        // Not every system can wait for every terminal.
        if gone[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
            inputs.send(Input::Quit(Quit::TerminalGone));
        }
    };
    thread::Builder::new().name("hang-up".to_owned()).spawn(wait).map(drop)
}

/// Waits for the next input and takes everything that has come by then, from the terminal and from other threads,
/// bursts joined. Empty once `until` has passed. That the terminal has this `size` is no news.
pub fn next_batch<W>(others: &Receiver<Input<W>>, size: Size, until: Option<Instant>) -> Vec<Input<W>> {
    let known = Event::Resize(size.width, size.height);
    loop {
        let mut inputs = Vec::new();
        let mut next = first(until);
        while let Some(event) = next {
            next = None;
            match event {
                Ok(event) => {
                    inputs.extend(Some(event).filter(|event| *event != known).and_then(Input::from_event));
                    if inputs.len() < BATCH_LIMIT {
                        next = within(MOMENT);
                    }
                }
                Err(_) => inputs.push(Input::Quit(Quit::TerminalGone)),
            }
        }
        inputs.extend(others.try_iter());
        if !inputs.is_empty() || until.is_some_and(|until| until <= Instant::now()) {
            return join(inputs);
        }
    }
}

/// The next event, waited for.
fn first(until: Option<Instant>) -> Option<io::Result<Event>> {
    match until {
        None => Some(event::read()),
        Some(until) => within(until.saturating_duration_since(Instant::now())),
    }
}

fn within(time: Duration) -> Option<io::Result<Event>> {
    event::poll(time).and_then(|come| come.then(event::read).transpose()).transpose()
}

/// Runs of typed text as one, and of several sizes in a row only the last.
pub fn join<W>(inputs: Vec<Input<W>>) -> Vec<Input<W>> {
    let mut batch: Vec<Input<W>> = Vec::new();
    for input in inputs {
        match (batch.last_mut(), input) {
            (Some(Input::Typed(burst)), Input::Typed(text)) => burst.push_str(&text),
            (Some(Input::Resize(columns, rows)), Input::Resize(c, r)) => (*columns, *rows) = (c, r),
            (_, input) => batch.push(input),
        }
    }
    batch
}
