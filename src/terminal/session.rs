//! The terminal while the program has it: raw mode, second screen, bracketed paste; given back whatever happens.
//!
//! Kitty keyboard flags stay off: with them, several terminals lose what an input method commits.

use super::TerminalError;
use super::screen::Screen;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::style::Print;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::layout::Size;
use ratatui::{Frame, Terminal};
use std::io::{self, IsTerminal as _, Stdout, Write as _};
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
    terminal: Terminal<Screen<Stdout>>,
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

    /// Columns and rows, as the system says.
    pub fn size(&self) -> Result<Size, TerminalError> {
        let (width, height) = crossterm::terminal::size().map_err(TerminalError::Lost)?;
        Ok(Size { width, height })
    }

    /// The terminal has another size now.
    pub fn resized(&mut self, size: Size) {
        self.terminal.backend_mut().resized(size);
    }

    /// Draws one frame. Where it is as the one before, the terminal hears nothing.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> Result<(), TerminalError> {
        self.terminal.draw(view).map(drop).map_err(TerminalError::Lost)
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

fn blank_terminal() -> io::Result<Terminal<Screen<Stdout>>> {
    let size = crossterm::terminal::size()?;
    Terminal::new(Screen::new(io::stdout(), size.into()))
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
