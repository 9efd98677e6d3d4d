//! A key as the program's own message. The same for the running program and for tests that press keys.

use crossterm::event::KeyEvent;

use super::context;
use super::model::Model;
use crate::message::Message;
use crate::ui::text_field::EditKey;

/// What `key` says here. In a text the arrows and Enter edit; where there is nothing to edit, `update` makes actions
/// of them.
pub fn message(model: &Model, key: &KeyEvent) -> Option<Message> {
    if let Some(edit) = EditKey::from_key(key) {
        return Some(Message::Edit(edit));
    }
    model.keymap.action(context(model), key).map(Message::Act)
}
