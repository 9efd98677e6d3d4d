//! The workshop as pure code: no I/O, no clock, no locale, no terminal.

pub mod command;
pub mod comparison;
pub mod coverage;
pub mod environment;
pub mod event;
pub mod fact_sheet;
pub mod factor;
pub mod flow;
pub mod gaps;
pub mod guidance;
pub mod id;
pub mod library;
pub mod log_request;
pub mod metrics;
pub mod people;
pub mod placeholder;
pub mod play;
pub mod policy;
pub mod press;
pub mod revision;
pub mod scenario;
pub mod sheet;
pub mod stakeholder;
pub mod suggestion;
pub mod words;
pub mod workshop;
