//! A key with what is held down with it: how it comes from the terminal, how it is written, which ones may be bound.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::ui::text_field::EditKey;

/// A key with what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The key alone.
    Plain(KeyCode),
    /// With Ctrl.
    Ctrl(char),
    /// With Alt.
    Alt(KeyCode),
}

/// Why a key cannot be bound to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFlaw {
    /// This is not how a key is written.
    Unreadable,
    /// It types a character.
    Types,
    /// Input methods need it, or the terminal sends Enter, Tab or Backspace for it.
    InputMethods,
    /// It moves or edits in a text field.
    Texts,
    /// Alt with a character arrives like Esc and the character typed after it.
    AltCharacter,
}

/// Keys with a name that is no character, as they are written.
const NAMED: &[(&str, KeyCode)] = &[
    ("Tab", KeyCode::Tab),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Space", KeyCode::Char(' ')),
];

impl Key {
    /// The key that was pressed, if it is one that can be bound.
    pub(super) fn of(event: &KeyEvent) -> Option<Self> {
        let held = event.modifiers.difference(KeyModifiers::SHIFT);
        match event.code {
            KeyCode::Char(c) if held == KeyModifiers::CONTROL => Some(Self::Ctrl(c.to_ascii_lowercase())),
            KeyCode::Char(_) => None,
            KeyCode::Tab if event.modifiers.contains(KeyModifiers::SHIFT) => {
                Some(Self::Plain(KeyCode::BackTab))
            }
            code if held == KeyModifiers::ALT => Some(Self::Alt(code)),
            code if held.is_empty() => Some(Self::Plain(code)),
            _ => None,
        }
    }

    /// The key that is written so, whatever its case: `Ctrl+A`, `Alt+Up`, `F4`.
    pub fn read(written: &str) -> Result<Self, KeyFlaw> {
        let (held, name) = match written.rsplit_once('+') {
            Some((held, name)) if !held.is_empty() => (held.to_ascii_lowercase(), name),
            _ => (String::new(), written),
        };
        let code = code(name).ok_or(KeyFlaw::Unreadable)?;
        let key = match (held.as_str(), code) {
            ("ctrl", KeyCode::Char(c)) if c.is_ascii_alphabetic() => Self::Ctrl(c.to_ascii_lowercase()),
            ("alt", KeyCode::Char(_)) => return Err(KeyFlaw::AltCharacter),
            ("" | "shift", KeyCode::Char(_)) => return Err(KeyFlaw::Types),
            ("shift", KeyCode::Tab) => Self::Plain(KeyCode::BackTab),
            ("alt", code) => Self::Alt(code),
            ("", code) => Self::Plain(code),
            _ => return Err(KeyFlaw::Unreadable),
        };
        key.flaw().map_or(Ok(key), Err)
    }

    /// Why the key may not be bound; `None` when it may.
    fn flaw(self) -> Option<KeyFlaw> {
        let for_input_methods = match self {
            Self::Ctrl(c) => "uioptkjhm".contains(c),
            Self::Plain(code) => matches!(code, KeyCode::F(6..=10)),
            Self::Alt(_) => false,
        };
        if for_input_methods {
            return Some(KeyFlaw::InputMethods);
        }
        EditKey::from_key(&self.event()).map(|_| KeyFlaw::Texts)
    }

    /// The key as a terminal sends it.
    fn event(self) -> KeyEvent {
        match self {
            Self::Plain(code) => KeyEvent::new(code, KeyModifiers::NONE),
            Self::Ctrl(c) => KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL),
            Self::Alt(code) => KeyEvent::new(code, KeyModifiers::ALT),
        }
    }

    /// The key as it is written on screen.
    pub fn label(self) -> String {
        match self {
            Self::Plain(KeyCode::BackTab) => "Shift+Tab".to_owned(),
            Self::Plain(code) => name(code),
            Self::Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
            Self::Alt(code) => format!("Alt+{}", name(code)),
        }
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(KeyCode::Char(c));
    }
    let named = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, code)| *code);
    let number = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok());
    named.or(number.filter(|number| (1..=12).contains(number)).map(KeyCode::F))
}

fn name(code: KeyCode) -> String {
    let named = NAMED.iter().find(|(_, known)| *known == code).map(|(name, _)| (*name).to_owned());
    named.unwrap_or_else(|| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_whatever_its_case() {
        for written in ["Ctrl+A", "Alt+Up", "Shift+Tab", "Tab", "Esc", "F1", "F12", "Insert", "Alt+F4"] {
            let read = |text: &str| Key::read(text).map(Key::label);
            assert_eq!(read(written).as_deref(), Ok(written));
            assert_eq!(read(&written.to_lowercase()).as_deref(), Ok(written));
        }
    }

    #[test]
    fn keys_that_others_need_are_refused() {
        let flaws = [
            ("a", KeyFlaw::Types),
            ("あ", KeyFlaw::Types),
            ("+", KeyFlaw::Types),
            ("Shift+A", KeyFlaw::Types),
            ("Space", KeyFlaw::Types),
            ("Ctrl+J", KeyFlaw::InputMethods),
            ("F7", KeyFlaw::InputMethods),
            ("Ctrl+Z", KeyFlaw::Texts),
            ("Up", KeyFlaw::Texts),
            ("Backspace", KeyFlaw::Texts),
            ("Alt+X", KeyFlaw::AltCharacter),
            ("Ctrl+1", KeyFlaw::Unreadable),
            ("Ctrl+Up", KeyFlaw::Unreadable),
            ("Ctrl+Alt+A", KeyFlaw::Unreadable),
            ("F13", KeyFlaw::Unreadable),
            ("F1x", KeyFlaw::Unreadable),
            ("Ctrl+", KeyFlaw::Unreadable),
            ("", KeyFlaw::Unreadable),
        ];
        for (written, flaw) in flaws {
            assert_eq!(Key::read(written), Err(flaw), "{written}");
        }
    }
}
