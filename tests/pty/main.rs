//! The real program in a real terminal, as the people in the room meet it.

#[path = "../support/pty.rs"]
mod pty;

mod console;
mod endings;
mod first;
mod hands;
mod kills;
mod newcomer;
mod rounds;
mod tempo;
mod terminals;
mod together;
mod workshop;
