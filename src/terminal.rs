//! The one event loop: waits for input, lets the program take it in, draws when something changed.
//!
//! Nothing wakes it but input, signals, other threads ([`Waker`]) and a time the program names itself. It
//! knows nothing of workshops and screens; which key does what is decided elsewhere.

mod input;
mod screen;
mod session;
mod signals;

use input::next_batch;
pub use input::{Input, Job, Quit, join};
pub use screen::Screen;
pub use session::{Mouse, Session};

use ratatui::Frame;
use ratatui::layout::Size;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Instant;
use thiserror::Error;

/// A program that lives in the terminal.
pub trait App {
    /// What its other threads send.
    type Wake: Send + 'static;

    /// Takes in what happened. An empty batch says that [`App::wake_at`] has come. The size of the screen comes
    /// first of all as [`Input::Resize`].
    fn update(&mut self, batch: Vec<Input<Self::Wake>>) -> Flow;

    /// Draws all of it. Changes nothing; the frame's cursor is the real one.
    fn draw(&self, frame: &mut Frame<'_>);

    /// When it wants to be woken although nothing happened; `None`, and no time costs anything.
    fn wake_at(&self) -> Option<Instant> {
        None
    }
}

/// What the loop does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Nothing to see has changed: an unchanged frame would disturb what is being composed.
    Wait,
    /// Draw.
    Draw,
    /// End.
    Leave,
}

/// Why there is no terminal to work in.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// Output is a pipe or file, or there is no terminal to read keys from.
    #[error("this needs a terminal: input or output is not one")]
    NoTerminal,
    /// `TERM` is unset or `dumb`.
    #[error("this terminal cannot place text on the screen (TERM is unset or \"dumb\")")]
    Dumb,
    /// It was there and is gone.
    #[error("the terminal is gone: {0}")]
    Lost(#[source] io::Error),
    /// The system gave no thread or signal handler.
    #[error("input cannot be read: {0}")]
    Listen(#[source] io::Error),
}

/// The loop's queue.
#[derive(Debug)]
pub struct Queue<W> {
    /// Threads of the program send [`Input::Wake`] into a clone of this end.
    pub sender: Waker<W>,
    /// The loop reads this one.
    pub inputs: Receiver<Input<W>>,
}

/// The end of the loop's queue that other threads hold.
#[derive(Debug)]
pub struct Waker<W>(Sender<Input<W>>);

impl<W> Clone for Waker<W> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<W> Waker<W> {
    /// Hands `input` to the loop and wakes it. Says whether anybody is there to take it.
    pub fn send(&self, input: Input<W>) -> bool {
        let sent = self.0.send(input).is_ok();
        signals::wake_the_loop();
        sent
    }
}

impl<W> Default for Queue<W> {
    fn default() -> Self {
        let (sender, inputs) = mpsc::channel();
        Self { sender: Waker(sender), inputs }
    }
}

/// Runs `app` in the terminal until it leaves or is asked to, and gives the terminal back.
///
/// After [`Input::Quit`] it ends in any case. The threads that wait for signals and for the terminal to go do so until
/// the process ends, so it runs this once.
pub fn run<A: App>(app: &mut A, queue: &Queue<A::Wake>, mouse: Mouse) -> Result<(), TerminalError> {
    let mut session = Session::enter(mouse)?;
    signals::listen(queue.sender.clone()).map_err(TerminalError::Listen)?;
    input::listen(queue.sender.clone()).map_err(TerminalError::Listen)?;
    let ended = turn(app, queue, &mut session);
    if matches!(ended, Err(TerminalError::Lost(_))) {
        // What was typed must be safe even though nobody is there any more.
        app.update(vec![Input::Quit(Quit::TerminalGone)]);
    }
    ended
}

fn turn<A: App>(app: &mut A, queue: &Queue<A::Wake>, session: &mut Session) -> Result<(), TerminalError> {
    let mut size = session.size()?;
    let mut batch = vec![Input::Resize(size.width, size.height)];
    batch.extend(queue.inputs.try_iter());
    loop {
        obey_job_control(&mut batch, session)?;
        for input in &batch {
            if let Input::Resize(width, height) = *input {
                size = Size { width, height };
                session.resized(size);
            }
        }
        let quit = batch.iter().any(|input| matches!(input, Input::Quit(_)));
        match app.update(batch) {
            _ if quit => return Ok(()),
            Flow::Leave => return Ok(()),
            Flow::Draw => session.draw(|frame| app.draw(frame))?,
            Flow::Wait => {}
        }
        batch = next_batch(&queue.inputs, size, app.wake_at());
    }
}

/// Stops and goes on as asked, and puts a size in its place, so that the program draws again.
fn obey_job_control<W>(batch: &mut [Input<W>], session: &mut Session) -> Result<(), TerminalError> {
    for input in batch {
        let Input::Job(job) = input else { continue };
        if *job == Job::Stop {
            session.suspend();
            signals::stop_here().map_err(TerminalError::Listen)?;
        }
        session.resume()?;
        let size = session.size()?;
        *input = Input::Resize(size.width, size.height);
    }
    Ok(())
}
