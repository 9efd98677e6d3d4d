//! Signals as input: a thread of its own waits for them, so that they are heard while everything else is busy.

use super::Waker;
use super::input::{Input, Job, Quit};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::thread;

/// The file size limit (`ulimit -f`): a failed write is an error to report, not the end of the program.
const SIGXFSZ: i32 = 25;

/// From now on, signals arrive as input.
pub fn listen<W: Send + 'static>(inputs: Waker<W>) -> io::Result<()> {
    // A handler that only notes it is as good as ignoring it.
    signal_hook::flag::register(SIGXFSZ, std::sync::Arc::default())?;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            let input = match signal {
                SIGHUP => Input::Quit(Quit::TerminalGone),
                SIGINT => Input::Quit(Quit::Interrupted),
                SIGTSTP => Input::Job(Job::Stop),
                SIGCONT => Input::Job(Job::Continue),
                _ => Input::Quit(Quit::Terminated),
            };
            if !inputs.send(input) {
                return;
            }
        }
    })?;
    Ok(())
}

/// Ends the loop's wait for the terminal: it hears of a size that it knows already. Nothing else ends that wait, and a
/// thread that read the keys for the loop would cost every key a change of threads.
pub fn wake_the_loop() {
    // It fails for numbers that are no signals. Where no loop listens yet, the signal is ignored.
    let _ = signal_hook::low_level::raise(SIGWINCH);
}

/// Stops the process as SIGTSTP would have; returns when it goes on.
pub fn stop_here() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(SIGTSTP)
}
