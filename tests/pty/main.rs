//! The real program in a real terminal, as the people in the room meet it.

#[path = "../support/pty.rs"]
mod pty;

mod console;
mod endings;
mod hands;
mod kills;
mod rounds;
mod tempo;
mod terminals;
mod together;
mod workshop;
