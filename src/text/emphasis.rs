//! What changed between two texts, grapheme by grapheme, so that readers find it at a glance.

use similar::{ChangeTag, TextDiff};

/// Beyond this many characters on both sides together, lines are compared instead of graphemes.
const BY_GRAPHEMES: usize = 4_000;

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
    let long = before.chars().count() + after.chars().count() > BY_GRAPHEMES;
    let diff =
        if long { TextDiff::from_lines(before, after) } else { TextDiff::from_graphemes(before, after) };
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
    (one, two)
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

    #[test]
    fn emphasis_falls_on_graphemes() {
        let (one, two) = compared("保存は30日", "保存は90日");
        let kept = |text: &str| Piece::Kept(text.to_owned());
        let changed = |text: &str| Piece::Changed(text.to_owned());
        assert_eq!(one, [kept("保存は"), changed("3"), kept("0日")]);
        assert_eq!(two, [kept("保存は"), changed("9"), kept("0日")]);
    }
}
