//! The workshop as pure code: given what happened, when somebody wants something, then this comes of it.

mod audience;
mod beginning;
mod chronology;
mod clock;
mod doubt;
mod effects;
mod factors;
mod given;
mod incident;
mod injects;
mod logs;
mod material;
mod orientation;
mod people;
mod press;
mod properties;
mod review;
mod rows;
mod session;
mod steps;
mod stored;
mod writing;
