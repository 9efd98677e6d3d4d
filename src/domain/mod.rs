//! The workshop as pure code: no I/O, no clock, no locale, no terminal.

pub mod event;
pub mod fact_sheet;
pub mod factor;
pub mod guidance;
pub mod id;
pub mod library;
pub mod policy;
pub mod scenario;
pub mod stakeholder;
pub mod words;
