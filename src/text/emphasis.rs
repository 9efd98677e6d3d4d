//! What changed between two texts, so that readers find it at a glance: word by word where words are written apart,
//! character by character in Japanese.

use similar::{ChangeTag, TextDiff};

/// Beyond this many characters on both sides together, lines are compared instead of words.
const BY_WORDS: usize = 4_000;

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The same on both sides.
    Kept(String),
    /// Only on this side.
    Changed(String),
}

/// The earlier and the later text, each in pieces.
pub fn compared(before: &str, after: &str) -> (Vec<Piece>, Vec<Piece>) {
    let long = before.chars().count() + after.chars().count() > BY_WORDS;
    let diff =
        if long { TextDiff::from_lines(before, after) } else { TextDiff::from_unicode_words(before, after) };
    let (mut one, mut two) = (Vec::new(), Vec::new());
    for change in diff.iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Equal => {
                push(&mut one, Piece::Kept(text.to_owned()));
                push(&mut two, Piece::Kept(text.to_owned()));
            }
            ChangeTag::Delete => push(&mut one, Piece::Changed(text.to_owned())),
            ChangeTag::Insert => push(&mut two, Piece::Changed(text.to_owned())),
        }
    }
    (joined(one), joined(two))
}

/// A space between two changed words counts as changed: what changed stands in one piece.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Kept(text) if text == " " && !joined.is_empty() && pieces.peek().is_some() => {
                push(&mut joined, Piece::Changed(text));
            }
            piece => push(&mut joined, piece),
        }
    }
    joined
}

/// Adds a piece, joining it to the last one of its sort.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Kept(last)), Piece::Kept(text)) | (Some(Piece::Changed(last)), Piece::Changed(text)) => {
            last.push_str(&text);
        }
        (_, piece) => pieces.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Piece {
        Piece::Kept(text.to_owned())
    }

    fn changed(text: &str) -> Piece {
        Piece::Changed(text.to_owned())
    }

    #[test]
    fn emphasis_falls_on_characters_and_whole_numbers() {
        let (one, two) = compared("保存は30日", "保管は90日");
        assert_eq!(one, [kept("保"), changed("存"), kept("は"), changed("30"), kept("日")]);
        assert_eq!(two, [kept("保"), changed("管"), kept("は"), changed("90"), kept("日")]);
    }

    #[test]
    fn emphasis_falls_on_whole_words_where_they_are_written_apart() {
        let (one, two) = compared("Overwritten when full, no copy", "Kept for 90 days, no copy");
        assert_eq!(one, [changed("Overwritten when full"), kept(", no copy")]);
        assert_eq!(two, [changed("Kept for 90 days"), kept(", no copy")]);
    }
}
