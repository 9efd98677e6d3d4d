//! The screens, as people see them: keys in, screen out, in both languages.
//!
//! `snapshots` hold what is seen; everything else asserts what must hold whatever it looks like.

#[path = "../support/desk.rs"]
mod desk;
mod shots;
mod stories;

mod closing;
mod ime;
mod keys;
mod lookup;
mod mouse;
mod never_lost;
mod over;
mod preparing;
mod record;
mod round;
mod secrets;
mod small;
mod stage;
mod table;
mod tour;
mod typing;
mod width;
