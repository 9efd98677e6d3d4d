//! Answers that were begun and left. Esc also leaves an input method, so it must not cost anybody a text.

use crate::screens::Ask;

/// What was typed for questions that nobody has answered.
#[derive(Clone, Debug, Default)]
pub struct Begun(Vec<(Ask, String)>);

impl Begun {
    /// What was typed when this was asked before.
    pub fn of(&self, ask: &Ask) -> Option<&str> {
        self.0.iter().find(|(begun, _)| is_same(begun, ask)).map(|(_, text)| text.as_str())
    }

    /// Keeps what was typed so far; nothing, once the question is answered.
    pub fn keep(&mut self, ask: Ask, text: String) {
        self.0.retain(|(begun, _)| !is_same(begun, &ask));
        if !text.is_empty() {
            self.0.push((ask, text));
        }
    }
}

/// A reason is a reason, whatever waits for it.
fn is_same(one: &Ask, other: &Ask) -> bool {
    one == other || matches!((one, other), (Ask::Reason(_), Ask::Reason(_)))
}
