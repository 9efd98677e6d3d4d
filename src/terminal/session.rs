//! The terminal while the program has it: raw mode, second screen, bracketed paste; given back whatever happens.
//!
//! Kitty keyboard flags stay off: with them, several terminals lose what an input method commits.

use super::TerminalError;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use std::io::{self, IsTerminal as _, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

/// Buttons and wheel, in coordinates without limit. Not movement: it would wake the program for nothing.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1000l";

/// Whether the program listens to the mouse. Terminals then select text with Shift only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mouse {
    /// Clicks and wheel come as input.
    #[default]
    On,
    /// The terminal keeps the mouse.
    Off,
}

/// The terminal in the program's hands. Dropping it gives the terminal back.
pub struct Session {
    terminal: Terminal<CrosstermBackend<OneWrite>>,
    mouse: Mouse,
    held: Arc<Held>,
}

/// Whether the terminal is ours now, and what other threads had to say while nothing could be printed.
struct Held {
    by: ThreadId,
    active: AtomicBool,
    unsaid: Mutex<Vec<String>>,
}

impl Session {
    /// Takes the terminal.
    pub fn enter(mouse: Mouse) -> Result<Self, TerminalError> {
        if !io::stdout().is_terminal() {
            return Err(TerminalError::NoTerminal);
        }
        if std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb") {
            return Err(TerminalError::Dumb);
        }
        enable_raw_mode().map_err(|_| TerminalError::NoTerminal)?;
        let held = Arc::new(Held {
            by: thread::current().id(),
            active: AtomicBool::new(true),
            unsaid: Mutex::default(),
        });
        give_back_on_panic(&held);
        let opened = open_screen(mouse).and_then(|()| blank_terminal());
        match opened {
            Ok(terminal) => Ok(Self { terminal, mouse, held }),
            Err(error) => {
                held.give_back();
                Err(TerminalError::Lost(error))
            }
        }
    }

    /// Columns and rows.
    pub fn size(&self) -> Result<Size, TerminalError> {
        self.terminal.size().map_err(TerminalError::Lost)
    }

    /// Draws one frame; the terminal shows it at once or not at all.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> Result<(), TerminalError> {
        self.draw_frame(view).map_err(TerminalError::Lost)
    }

    fn draw_frame(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(view)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Gives the terminal back until [`Session::resume`].
    pub fn suspend(&mut self) {
        self.held.give_back();
    }

    /// Takes the terminal again; the next frame is drawn whole.
    pub fn resume(&mut self) -> Result<(), TerminalError> {
        self.held.active.store(true, Ordering::SeqCst);
        // The shell may have changed the mode meanwhile: crossterm sets it only when it believes it is not set.
        let taken =
            disable_raw_mode().and_then(|()| enable_raw_mode()).and_then(|()| open_screen(self.mouse));
        // A new one and not `clear`, which would ask the terminal for its cursor and wait for the answer.
        self.terminal = taken.and_then(|()| blank_terminal()).map_err(TerminalError::Lost)?;
        Ok(())
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.held.give_back();
        let unsaid = std::mem::take(&mut *self.held.unsaid.lock().unwrap_or_else(PoisonError::into_inner));
        for words in unsaid {
            // Where even that fails, nobody is there to be told.
            let _ = writeln!(io::stderr(), "{words}");
        }
    }
}

impl Held {
    /// Puts everything back once. Errors are of no use: the terminal may be gone.
    fn give_back(&self) {
        if self.active.swap(false, Ordering::SeqCst) {
            let _ = close_screen();
            let _ = disable_raw_mode();
        }
    }
}

fn blank_terminal() -> io::Result<Terminal<CrosstermBackend<OneWrite>>> {
    Terminal::new(CrosstermBackend::new(OneWrite::default()))
}

fn open_screen(mouse: Mouse) -> io::Result<()> {
    let listening = if mouse == Mouse::On { MOUSE_ON } else { "" };
    execute!(
        io::stdout(),
        EnterAlternateScreen,
        Clear(ClearType::All),
        EnableBracketedPaste,
        Print(listening)
    )
}

fn close_screen() -> io::Result<()> {
    execute!(
        io::stdout(),
        EndSynchronizedUpdate,
        Print(MOUSE_OFF),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    )
}

/// A panic of the drawing thread gives the terminal back before it speaks. Others keep their words until the
/// session ends: printed now, they would only tear the screen.
fn give_back_on_panic(held: &Arc<Held>) {
    let held = Arc::clone(held);
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if held.active.load(Ordering::SeqCst) && thread::current().id() != held.by {
            held.unsaid.lock().unwrap_or_else(PoisonError::into_inner).push(panic.to_string());
        } else {
            held.give_back();
            before(panic);
        }
    }));
}

/// The end of a frame, as crossterm writes it.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// Collects a frame and sends it in one write: ratatui flushes in the middle of frames, where nothing whole could
/// be shown.
#[derive(Default)]
struct OneWrite {
    frame: Vec<u8>,
}

impl Write for OneWrite {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.frame.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.frame.ends_with(FRAME_END) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        let sent = out.write_all(&self.frame).and_then(|()| out.flush());
        self.frame.clear();
        sent
    }
}
