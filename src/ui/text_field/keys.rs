//! The edits a field knows, and the keys they lie on everywhere.
//!
//! Ctrl with letters that input methods use (H I J K O P T U) does nothing here: SKK sends Ctrl-J all the time.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What one can do in a field besides typing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditKey {
    /// One grapheme back.
    Left,
    /// One grapheme on.
    Right,
    /// One screen row up.
    Up,
    /// One screen row down.
    Down,
    /// Back to the start of a word or run of one script.
    WordLeft,
    /// On to the next word or run of one script.
    WordRight,
    /// Start of the line.
    LineStart,
    /// End of the line.
    LineEnd,
    /// Start of the text.
    Top,
    /// End of the text.
    Bottom,
    /// One view up.
    PageUp,
    /// One view down.
    PageDown,
    /// Erases the grapheme before the cursor.
    Backspace,
    /// Erases the grapheme behind the cursor.
    Delete,
    /// A new line; short fields leave it to the form.
    Newline,
    /// Takes back the last burst.
    Undo,
    /// Does it again.
    Redo,
}

impl EditKey {
    /// The edit on `key`, if it is one. Typed characters arrive as text, never here.
    pub fn from_key(key: &KeyEvent) -> Option<Self> {
        let plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        let control =
            key.modifiers.contains(KeyModifiers::CONTROL) && !key.modifiers.contains(KeyModifiers::ALT);
        Some(match key.code {
            KeyCode::Left if control => Self::WordLeft,
            KeyCode::Right if control => Self::WordRight,
            KeyCode::Home if control => Self::Top,
            KeyCode::End if control => Self::Bottom,
            KeyCode::Char('z') if control => Self::Undo,
            KeyCode::Char('y' | 'Z') if control => Self::Redo,
            _ if !plain => return None,
            KeyCode::Left => Self::Left,
            KeyCode::Right => Self::Right,
            KeyCode::Up => Self::Up,
            KeyCode::Down => Self::Down,
            KeyCode::Home => Self::LineStart,
            KeyCode::End => Self::LineEnd,
            KeyCode::PageUp => Self::PageUp,
            KeyCode::PageDown => Self::PageDown,
            KeyCode::Backspace => Self::Backspace,
            KeyCode::Delete => Self::Delete,
            KeyCode::Enter => Self::Newline,
            _ => return None,
        })
    }
}
