//! The state of the user interface and how messages change it.
//!
//! Pure: `update` takes a message and returns the effects it wants; drawing reads the model and changes nothing.

pub mod effect;
pub mod model;
pub mod update;
