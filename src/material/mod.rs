//! Material: RON files in, validated pieces of the domain out.
//!
//! A file passes through four rooms. [`source`] reads it and knows lines and columns; [`tree`] turns its syntax into
//! a small tree in which everything knows its place; [`decode`] and [`shapes`] make domain values of the tree; and
//! [`sense`] asks whether what the values say fits together. Only the syntax stops at the first mistake: from there
//! on everything that is wrong is gathered as [`problem::Problem`]s, each with its place and how to mend it.
//!
//! Nothing with a problem becomes a piece that the program would play. Nothing here writes files or knows a workshop.

pub mod check;
pub(crate) mod decode;
mod embedded;
pub(crate) mod files;
pub mod load;
pub mod problem;
mod reading;
mod sense;
pub(crate) mod shapes;
pub(crate) mod source;
pub(crate) mod syntax;
pub mod template;
pub(crate) mod tree;
pub mod trouble;

/// The version of the file format that this program reads and writes.
pub const FORMAT: u32 = 1;
