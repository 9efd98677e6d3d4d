//! The one table of keys: context, key, action. Dispatch, key bar, help and README all come from it.
//!
//! Text first: printable keys always type. Only function keys, Tab, arrows and Ctrl with letters that input methods
//! leave alone are bound; everything is in the palette too, because terminals take F1 and Ctrl+Z.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::domain::words::{Lang, Words, words};
use crate::message::Action;

/// Where a key is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// Wherever one is.
    Everywhere,
    /// On a sheet.
    Sheet,
    /// On the facilitator's console.
    Console,
}

/// One binding.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
}

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

const fn bind(context: Context, key: Key, action: Action) -> Binding {
    Binding { context, key, action }
}

/// Every binding there is.
pub const BINDINGS: &[Binding] = &{
    use Context::{Console, Everywhere, Sheet};
    use Key::{Alt, Ctrl, Plain};
    [
        bind(Everywhere, Plain(KeyCode::F(1)), Action::Help),
        bind(Everywhere, Plain(KeyCode::F(2)), Action::Reference),
        bind(Everywhere, Plain(KeyCode::F(3)), Action::Steps),
        bind(Sheet, Plain(KeyCode::F(4)), Action::OtherSheet),
        bind(Everywhere, Plain(KeyCode::F(12)), Action::Sheets),
        bind(Everywhere, Ctrl('x'), Action::Jot),
        bind(Everywhere, Plain(KeyCode::F(5)), Action::Palette),
        bind(Everywhere, Plain(KeyCode::Tab), Action::Next),
        bind(Everywhere, Plain(KeyCode::BackTab), Action::Previous),
        bind(Everywhere, Plain(KeyCode::Up), Action::Up),
        bind(Everywhere, Plain(KeyCode::Down), Action::Down),
        bind(Everywhere, Plain(KeyCode::PageUp), Action::PageUp),
        bind(Everywhere, Plain(KeyCode::PageDown), Action::PageDown),
        bind(Everywhere, Plain(KeyCode::Enter), Action::Open),
        bind(Everywhere, Plain(KeyCode::Esc), Action::Back),
        bind(Everywhere, Ctrl('n'), Action::NextStep),
        bind(Everywhere, Ctrl('w'), Action::HandPen),
        bind(Everywhere, Ctrl('l'), Action::Language),
        bind(Everywhere, Ctrl('b'), Action::Blank),
        bind(Everywhere, Ctrl('q'), Action::Quit),
        bind(Sheet, Ctrl('r'), Action::AskLog),
        bind(Sheet, Ctrl('a'), Action::AddRow),
        bind(Sheet, Ctrl('d'), Action::RemoveRow),
        bind(Sheet, Alt(KeyCode::Up), Action::MoveRowUp),
        bind(Sheet, Alt(KeyCode::Down), Action::MoveRowDown),
        bind(Sheet, Ctrl('e'), Action::History),
        bind(Sheet, Ctrl('g'), Action::NewReason),
        bind(Sheet, Ctrl('f'), Action::FilterRows),
        bind(Sheet, Ctrl('y'), Action::ConfirmPhase),
        bind(Console, Ctrl('s'), Action::NextScene),
        bind(Console, Ctrl('d'), Action::Skip),
        bind(Console, Ctrl('r'), Action::Overrule),
        bind(Console, Ctrl('a'), Action::Improvise),
        bind(Console, Ctrl('e'), Action::Note),
        bind(Console, Ctrl('g'), Action::NextGroup),
    ]
};

/// What `event` means in `context`.
pub fn action(context: Context, event: &KeyEvent) -> Option<Action> {
    let key = Key::of(event)?;
    let fits = |binding: &&Binding| {
        binding.key == key && (binding.context == context || binding.context == Context::Everywhere)
    };
    BINDINGS.iter().find(fits).map(|binding| binding.action)
}

/// The key that does `action` in `context`, as it is written on screen.
pub fn key_for(context: Context, action: Action) -> Option<String> {
    let fits = |binding: &&Binding| {
        binding.action == action && (binding.context == context || binding.context == Context::Everywhere)
    };
    BINDINGS.iter().find(fits).map(|binding| binding.key.label())
}

/// Every key as a Markdown table, for the README.
pub fn table(lang: Lang) -> String {
    let heads = [words("キー", "key"), words("場所", "where"), words("操作", "does")];
    let [key, place, does] = heads.map(|head| head.get(lang));
    let mut table = format!("| {key} | {place} | {does} |\n| --- | --- | --- |\n");
    for binding in BINDINGS {
        let key = binding.key.label();
        let place = binding.context.label().get(lang);
        let does = binding.action.label().get(lang);
        table.extend(["| ", &key, " | ", place, " | ", does, " |\n"]);
    }
    table
}

impl Context {
    /// The place in words.
    pub const fn label(self) -> Words {
        match self {
            Self::Everywhere => words("どこでも", "everywhere"),
            Self::Sheet => words("表・シート", "on a sheet"),
            Self::Console => words("進行役の画面", "on the console"),
        }
    }
}

impl Key {
    fn of(event: &KeyEvent) -> Option<Self> {
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

    /// The key as it is written on screen.
    pub fn label(self) -> String {
        let name = |code: KeyCode| match code {
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::BackTab => "Shift+Tab".to_owned(),
            KeyCode::PageUp => "PageUp".to_owned(),
            KeyCode::PageDown => "PageDown".to_owned(),
            other => format!("{other:?}"),
        };
        match self {
            Self::Plain(code) => name(code),
            Self::Ctrl(c) => format!("Ctrl+{}", c.to_ascii_uppercase()),
            Self::Alt(code) => format!("Alt+{}", name(code)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for (place, one) in BINDINGS.iter().enumerate() {
            for other in &BINDINGS[place + 1..] {
                let meets = one.context == other.context
                    || one.context == Context::Everywhere
                    || other.context == Context::Everywhere;
                assert!(one.key != other.key || !meets, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn input_methods_keep_their_keys() {
        for binding in BINDINGS {
            if let Key::Ctrl(c) = binding.key {
                assert!(!"uioptkjhm".contains(c), "Ctrl+{c} belongs to input methods or is Enter");
            }
            let taken = matches!(binding.key, Key::Plain(KeyCode::F(6..=10)));
            assert!(!taken, "F6 to F10 convert kana");
        }
    }
}
