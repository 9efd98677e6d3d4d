//! The drawing kit: text fields, wrapping, widths, looks and widgets. Everything here draws plain data.
//!
//! It knows no screen, no key map of the program and no workshop; it keeps no state but the text being edited.

pub mod clean;
mod kinsoku;
mod paint;
mod screen_text;
pub mod text_field;
pub mod theme;
pub mod widgets;
pub mod width;
pub mod wrap;

pub use clean::clean;
pub use screen_text::screen_text;
pub use text_field::TextField;
pub use theme::{Frames, Look, Role, Theme};
