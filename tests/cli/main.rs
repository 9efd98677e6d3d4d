//! The command line, called as a program.

mod authoring;
mod calls;
mod files;
mod room;
mod show;
