//! The state of the user interface and how messages change it.
//!
//! Pure: [`update`] takes a message and returns the effects it wants; [`view`] reads the model and changes nothing.

mod able;
mod answers;
mod arrange;
pub mod begun;
pub mod effect;
pub mod hand_over;
pub mod hearing;
pub mod keys;
mod listing;
mod lookup;
pub mod model;
mod mouse;
mod options;
mod playing;
mod readings;
mod rows;
pub mod stage;
mod steps;
pub mod tour;
pub mod update;
pub mod view;
mod wishes;
mod writing;

use crate::keymap::Context;
use crate::screens::Seat;

/// Where keys are pressed now.
pub fn context(model: &model::Model) -> Context {
    match (&model.sheet, model.seat) {
        (Some(_), _) => Context::Sheet,
        (None, Seat::Facilitator) => Context::Console,
        (None, _) => Context::Everywhere,
    }
}
