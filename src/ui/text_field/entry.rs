//! What may enter a field: stripped of what steers terminals, kana voicing marks composed, cut at the room left.
//!
//! Nothing else is normalised: composing whole texts would rewrite names (神, 福 as compatibility ideographs).

use super::Mode;
use crate::ui::clean::strip;
use crate::ui::width::graphemes;
use unicode_normalization::char::compose;

/// A field holds this many characters at most (a thick report; a slip of the clipboard is more).
pub const CAPACITY: usize = 20_000;

/// What became of a text on its way into a field, for the app to say in a clear word.
#[must_use]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Control characters, direction overrides and the like that were taken out.
    pub cleaned: usize,
    /// Set where the field was too full for all of it.
    pub overflow: Option<Overflow>,
}

/// The text was longer than the room left in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// Characters that did not get in.
    pub dropped: usize,
}

/// `text` as it may enter a field of `mode` with room for `room` characters.
pub fn admit(text: &str, mode: Mode, room: usize) -> (String, Entry) {
    let (text, cleaned) = strip(text);
    let mut text = compose_voicing(&text);
    if mode == Mode::Short {
        text = text.replace('\n', " ");
    }
    let overflow = cut(&mut text, room);
    (text, Entry { cleaned, overflow })
}

/// The kana that `base` and a combining voicing mark make together (か + U+3099 → が).
pub fn voiced(base: char, mark: char) -> Option<char> {
    let kana = matches!(base, 'ぁ'..='ゟ' | '゠'..='ヿ');
    (kana && is_voicing(mark)).then(|| compose(base, mark)).flatten()
}

fn is_voicing(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309A}')
}

fn compose_voicing(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    let mut held: Option<char> = None;
    for c in text.chars() {
        let one = held.and_then(|base| voiced(base, c));
        if one.is_none() {
            composed.extend(held);
        }
        held = one.or(Some(c));
    }
    composed.extend(held);
    composed
}

/// Cuts `text` at `room` characters, never within a grapheme.
fn cut(text: &mut String, room: usize) -> Option<Overflow> {
    // Every character has at least one byte, so most texts need no counting.
    if text.len() <= room {
        return None;
    }
    let count = text.chars().count();
    if count <= room {
        return None;
    }
    let mut kept = 0;
    let end = graphemes(text).find(|grapheme| {
        kept += grapheme.text.chars().count();
        kept > room
    });
    text.truncate(end.map_or(0, |grapheme| grapheme.at));
    Some(Overflow { dropped: count - text.chars().count() })
}
