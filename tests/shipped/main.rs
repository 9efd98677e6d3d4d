//! The shipped material, held to what is promised of it: enough of everything, in two languages, readable and playable
//! in every setting and for every organisation.
//!
//! What `kijo check` finds in anybody's material is tested in `tests/material`; here stands what we ask of our own.

mod day;
mod material;

mod counts;
mod dates;
mod factors;
mod incidents;
mod invented;
mod language;
mod played;
mod reading;
mod requests;
mod resolving;
mod texts;
