//! The command line, called as a program.

mod calls;
mod files;
mod room;
mod show;
