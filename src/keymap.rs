//! The one table of keys: context, key, action. Dispatch, key bar, help, palette and README all come from it.
//!
//! Text first: printable keys always type. Only function keys, Tab, arrows and Ctrl with letters that input methods
//! leave alone are bound; everything is in the palette too, because terminals take F1 and Ctrl+Z. Who wants other keys
//! gets a [`Keymap`] of their own; where its changes are written is `config`'s business.

mod key;

pub use key::{Key, KeyFlaw};

use crossterm::event::{KeyCode, KeyEvent};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The key.
    pub key: Key,
    /// What it does.
    pub action: Action,
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
        bind(Everywhere, Ctrl('f'), Action::Search),
        bind(Sheet, Ctrl('c'), Action::Quote),
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
        bind(Sheet, Alt(KeyCode::Left), Action::FilterRows),
        bind(Sheet, Alt(KeyCode::Right), Action::ConfirmSuggestion),
        bind(Console, Ctrl('s'), Action::NextScene),
        bind(Console, Ctrl('d'), Action::Skip),
        bind(Console, Ctrl('r'), Action::Overrule),
        bind(Console, Ctrl('a'), Action::Improvise),
        bind(Console, Ctrl('e'), Action::Note),
        bind(Console, Ctrl('g'), Action::NextGroup),
    ]
};

/// Which key does what: the table above, perhaps with a few keys of somebody's own.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self { bindings: BINDINGS.to_vec() }
    }
}

impl Keymap {
    /// Every binding there is.
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// What `event` means in `context`.
    pub fn action(&self, context: Context, event: &KeyEvent) -> Option<Action> {
        let key = Key::of(event)?;
        self.find(context, |binding| binding.key == key).map(|binding| binding.action)
    }

    /// The key that does `action` in `context`, as it is written on screen.
    pub fn key_for(&self, context: Context, action: Action) -> Option<String> {
        self.find(context, |binding| binding.action == action).map(|binding| binding.key.label())
    }

    /// What is bound in this place itself goes before what is bound everywhere.
    fn find(&self, context: Context, fits: impl Fn(&Binding) -> bool) -> Option<&Binding> {
        let bound = |place| self.bindings.iter().find(|binding| binding.context == place && fits(binding));
        bound(context).or_else(|| bound(Context::Everywhere))
    }

    /// Gives `action` another key in `context`, or none.
    pub fn rebind(&mut self, context: Context, action: Action, key: Option<Key>) {
        let is_it = |binding: &Binding| binding.context == context && binding.action == action;
        let place = self.bindings.iter().position(is_it).unwrap_or(self.bindings.len());
        self.bindings.retain(|binding| !is_it(binding));
        if let Some(key) = key {
            self.bindings.insert(place, bind(context, key, action));
        }
    }

    /// What else `binding`'s key does where it holds.
    pub fn clashes<'a>(&'a self, binding: &'a Binding) -> impl Iterator<Item = &'a Binding> {
        let clashes = |other: &&Binding| {
            other.key == binding.key && other.action != binding.action && other.context.meets(binding.context)
        };
        self.bindings.iter().filter(clashes)
    }
}

/// Every action with its key and its name as a Markdown table, for the README.
pub fn table(lang: Lang) -> String {
    let heads = [
        words("キー", "key"),
        words("場所", "where"),
        words("操作", "does"),
        words("設定での名前", "name in `config.ron`"),
    ];
    let [key, place, does, name] = heads.map(|head| head.get(lang));
    let mut table = format!("| {key} | {place} | {does} | {name} |\n| --- | --- | --- | --- |\n");
    let mut line = |key: &str, place: Words, action: Action| {
        let (place, does, name) = (place.get(lang), action.label().get(lang), action.name());
        table.extend(["| ", key, " | ", place, " | ", does, " | `", name, "` |\n"]);
    };
    for binding in BINDINGS {
        line(&binding.key.label(), binding.context.label(), binding.action);
    }
    let bound = |action: &Action| BINDINGS.iter().any(|binding| binding.action == *action);
    for action in Action::ALL.iter().filter(|action| !bound(action)) {
        line("", words("メニュー", "menu"), *action);
    }
    table
}

impl Context {
    /// Whether a key pressed in one of the two can be one pressed in the other.
    fn meets(self, other: Self) -> bool {
        self == other || self == Self::Everywhere || other == Self::Everywhere
    }

    /// The place in words.
    pub const fn label(self) -> Words {
        match self {
            Self::Everywhere => words("どこでも", "everywhere"),
            Self::Sheet => words("表・シート", "on a sheet"),
            Self::Console => words("進行役の画面", "on the console"),
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
                assert!(one.key != other.key || !one.context.meets(other.context), "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn input_methods_and_fields_keep_their_keys() {
        for binding in BINDINGS.iter().filter(|binding| !binding.action.moves()) {
            assert_eq!(Key::read(&binding.key.label()), Ok(binding.key), "{binding:?}");
        }
    }
}
