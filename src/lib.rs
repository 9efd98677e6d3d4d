//! kijo (机上) runs a security-incident tabletop workshop in the terminal.

pub mod app;
pub mod begin;
pub mod cli;
pub mod commands_file;
pub mod domain;
pub mod example;
pub mod export;
pub mod keymap;
pub mod material;
pub mod message;
pub mod runtime;
pub mod screens;
pub mod store;
pub mod terminal;
pub mod text;
pub mod ui;
