//! Keys of one's own: how they are written, and the key map that comes of them.
//!
//! `(at: Sheet, key: "Ctrl+X", does: AddRow)` gives an action another key in one place; without `key` it has none
//! there any more, so that another action can have it.

use super::trouble::ConfigTrouble;
use crate::keymap::{Binding, Context, Key, Keymap};
use crate::material::decode::{Decode, Sink, record, variants};
use crate::material::tree::{Node, Value};
use crate::material::trouble::Form;
use crate::message::Action;

variants!(Context, Self::Everywhere; Everywhere, Sheet, Console);
record!(Override; at, key, does);

/// Another key for an action.
pub struct Override {
    at: Context,
    key: Option<Placed<Key>>,
    does: Placed<Action>,
}

/// A value and its first byte, for what can only be judged later.
struct Placed<T> {
    start: usize,
    value: T,
}

impl<T: Decode> Decode for Placed<T> {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        Self { start: node.start, value: T::decode(node, sink) }
    }

    fn stand_in() -> Self {
        Self { start: 0, value: T::stand_in() }
    }
}

impl Decode for Key {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let Value::Text(text) = &node.value else {
            sink.wrong_form(Form::Text, node);
            return Self::stand_in();
        };
        Self::read(&text.value).unwrap_or_else(|flaw| {
            sink.report(node.start, ConfigTrouble::Key { found: text.value.clone(), flaw });
            Self::stand_in()
        })
    }

    fn stand_in() -> Self {
        Self::Ctrl('a')
    }
}

impl Decode for Action {
    fn decode(node: &Node, sink: &mut Sink) -> Self {
        let found = match &node.value {
            Value::Word(name) => name,
            // Quotes round a keyword are the usual slip.
            Value::Text(text) => &text.raw,
            _ => {
                sink.wrong_form(Form::Word, node);
                return Self::stand_in();
            }
        };
        Self::named(found).unwrap_or_else(|| {
            let near = sink.nearest(found.trim_matches('"'), Self::ALL.iter().map(|action| action.name()));
            sink.report(node.start, ConfigTrouble::UnknownAction { found: found.clone(), near });
            Self::stand_in()
        })
    }

    fn stand_in() -> Self {
        Self::Help
    }
}

/// The usual keys with these changes, each of which has nothing wrong in itself.
pub fn keymap(changes: &[Override], sink: &mut Sink) -> Keymap {
    let mut keymap = Keymap::default();
    for (number, change) in changes.iter().enumerate() {
        let (context, action) = (change.at, change.does.value);
        if let Some(trouble) = refused(change, changes.get(..number).unwrap_or_default()) {
            sink.report(change.does.start, trouble);
        } else {
            keymap.rebind(context, action, change.key.as_ref().map(|key| key.value));
        }
    }
    clashes(&keymap, changes, sink);
    keymap
}

/// Why a change is not made.
fn refused(change: &Override, before: &[Override]) -> Option<ConfigTrouble> {
    let (context, action) = (change.at, change.does.value);
    if action.moves() {
        Some(ConfigTrouble::Fixed(action))
    } else if action == Action::Palette && change.key.is_none() {
        Some(ConfigTrouble::MenuNeedsKey)
    } else if before.iter().any(|other| other.at == context && other.does.value == action) {
        Some(ConfigTrouble::GivenTwice { context, action })
    } else {
        None
    }
}

/// Reports keys that would have to do two things in one place: once, where the later of the two is given.
fn clashes(keymap: &Keymap, changes: &[Override], sink: &mut Sink) {
    let mut told = Vec::new();
    for change in changes.iter().rev() {
        let Some(key) = &change.key else { continue };
        let binding = Binding { context: change.at, key: key.value, action: change.does.value };
        if !keymap.bindings().contains(&binding) {
            continue;
        }
        for other in keymap.clashes(&binding).filter(|other| !told.contains(*other)) {
            sink.report(key.start, ConfigTrouble::Clash(*other));
        }
        told.push(binding);
    }
}
