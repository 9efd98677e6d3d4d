//! The words of the example in English. The commands stay in one file, so that the two languages cannot drift apart.

use std::borrow::Cow;
use std::collections::HashMap;

/// What each Japanese text of the commands is in English: `(Japanese, English)`.
const ENGLISH: &str = include_str!("../../example/english.ron");

/// The commands with English in place of every Japanese text; or what has no English.
pub fn of(commands: &str) -> Result<String, String> {
    let pairs: Vec<(String, String)> = ron::from_str(ENGLISH).map_err(|error| error.to_string())?;
    let english: HashMap<String, String> = pairs.into_iter().collect();
    let mut told = String::with_capacity(commands.len());
    let mut rest = commands;
    while let Some(at) = rest.find(['"', '/']) {
        let (before, from) = rest.split_at(at);
        let (piece, after) = from.split_at(length(from));
        told += before;
        told += &in_english(piece, &english)?;
        rest = after;
    }
    Ok(told + rest)
}

/// How long the literal or the comment is that the text begins with. The commands have neither raw strings nor comments
/// over several lines.
fn length(text: &str) -> usize {
    let is_literal = text.starts_with('"');
    let mut escaped = false;
    let mut ends = |(at, sign): (usize, char)| {
        let ends = at > 0 && !escaped && sign == if is_literal { '"' } else { '\n' };
        escaped = sign == '\\' && !escaped;
        ends.then_some(at + 1)
    };
    text.char_indices().find_map(&mut ends).unwrap_or(text.len())
}

/// A literal with its text in English. Comments, and what is the same in both languages, stay.
fn in_english<'a>(piece: &'a str, english: &HashMap<String, String>) -> Result<Cow<'a, str>, String> {
    if piece.is_ascii() || !piece.starts_with('"') {
        return Ok(Cow::Borrowed(piece));
    }
    let text: String = ron::from_str(piece).map_err(|error| error.to_string())?;
    let text = english.get(&text).ok_or(text)?;
    ron::to_string(text).map(Cow::Owned).map_err(|error| error.to_string())
}
