//! From text to tree. The only step that stops at the first mistake, so its message should be the best one.

use std::collections::BTreeSet;

use ron2::ast::parse_document_lossy;
use ron2::error::ErrorKind;

use super::decode::Sink;
use super::problem::is_harmful;
use super::source::Source;
use super::tree::{Node, Value};
use super::trouble::{Opening, Sign, SyntaxTrouble, TextTrouble};

/// The tree of a file, or the first place that is not RON.
pub fn parse(source: &Source) -> Result<Node, (usize, SyntaxTrouble)> {
    let (document, errors) = parse_document_lossy(&source.text);
    if let Some(error) = errors.first() {
        let at = error.span().start_offset;
        return Err((at, explain(source, at, error.kind())));
    }
    Node::of(&document).ok_or((0, SyntaxTrouble::Empty))
}

/// Characters that are written as escapes, so that the file looks harmless, and may not be in a text.
pub fn escaped_harm(node: &Node, sink: &mut Sink) {
    if let Value::Text(text) = &node.value {
        // What stands in the file as it is was found in the file as a whole.
        let plain: BTreeSet<char> = text.raw.chars().filter(|c| is_harmful(*c)).collect();
        for (at, c) in text.value.char_indices() {
            if is_harmful(c) && !plain.contains(&c) && !sink.is_full() {
                sink.report(node.start + text.written(at), TextTrouble::Harmful(c));
            }
        }
    }
    for inner in node.inner() {
        escaped_harm(inner, sink);
    }
}

fn explain(source: &Source, at: usize, kind: &ErrorKind) -> SyntaxTrouble {
    let rest = source.text.get(at..).unwrap_or_default();
    if rest.starts_with("/*") {
        return SyntaxTrouble::Unclosed(Opening::Comment);
    }
    if let Some((found, wanted)) = rest.chars().next().and_then(|c| Some((c, plain(c)?))) {
        return SyntaxTrouble::FullWidth { found, wanted };
    }
    match kind {
        ErrorKind::ExpectedStringEnd => SyntaxTrouble::Unclosed(Opening::Text),
        ErrorKind::UnclosedBlockComment => SyntaxTrouble::Unclosed(Opening::Comment),
        ErrorKind::Expected { expected, .. } => missing(expected, source, at),
        ErrorKind::InvalidEscape(_) => SyntaxTrouble::Escape,
        ErrorKind::ExceededRecursionLimit => SyntaxTrouble::TooDeep,
        ErrorKind::TrailingCharacters => SyntaxTrouble::After,
        ErrorKind::UnexpectedChar(')' | ']' | '}') => unclosed(source, at),
        ErrorKind::UnexpectedChar(found) => SyntaxTrouble::Unexpected(*found),
        other => SyntaxTrouble::Other(other.to_string()),
    }
}

/// What the parser expected, told by the words of its message: it has no finer kinds.
fn missing(expected: &str, source: &Source, at: usize) -> SyntaxTrouble {
    if expected.starts_with("comma") {
        SyntaxTrouble::Missing(Sign::Comma)
    } else if expected.starts_with("`:`") {
        SyntaxTrouble::Missing(Sign::Colon)
    } else if expected.starts_with("value") {
        SyntaxTrouble::Missing(Sign::Value)
    } else if expected.starts_with("closing") {
        unclosed(source, at)
    } else {
        SyntaxTrouble::Other(format!("expected {expected}"))
    }
}

/// A closing bracket is missing here; the one it belongs to is worth more than the place where it was missed.
fn unclosed(source: &Source, at: usize) -> SyntaxTrouble {
    let (before, rest) = source.text.split_at_checked(at).unwrap_or_default();
    match (innermost_open(before), rest.chars().next()) {
        (Some((_, '(')), Some(found @ ')')) | (Some((_, '[')), Some(found @ ']')) => {
            SyntaxTrouble::Unexpected(found)
        }
        (Some((place, open)), _) => {
            SyntaxTrouble::Unclosed(Opening::Bracket { open, line: source.line(place) })
        }
        (None, _) => SyntaxTrouble::Missing(Sign::Closing),
    }
}

/// The last bracket that is still open at the end of `before`, texts and comments passed over.
fn innermost_open(before: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    let mut rest = before;
    while let Some(next) = rest.chars().next() {
        let skipped = match next {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | 'r' => text_length(rest).unwrap_or(next.len_utf8()),
            _ => next.len_utf8(),
        };
        match next {
            '(' | '[' | '{' => open.push((before.len() - rest.len(), next)),
            ')' | ']' | '}' => drop(open.pop()),
            _ => {}
        }
        rest = rest.get(skipped..).unwrap_or_default();
    }
    open.pop()
}

/// The length of the text that begins here, quotes included; `None` when none begins here.
fn text_length(rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r').map(|after| after.len() - after.trim_start_matches('#').len());
    let opening = hashes.map_or(0, |hashes| hashes + 1);
    let inside = rest.get(opening..)?.strip_prefix('"')?;
    let mut escaped = false;
    let closes = |c: char| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    };
    let length = match hashes {
        Some(hashes) => inside.find(&format!("\"{}", "#".repeat(hashes))).map(|end| end + 1 + hashes),
        None => inside.find(closes).map(|end| end + 1),
    };
    Some(opening + 1 + length.unwrap_or(inside.len()))
}

/// The plain sign that a full-width one was typed for.
fn plain(found: char) -> Option<char> {
    match found {
        '“' | '”' | '„' | '〝' | '〟' | '「' | '」' => Some('"'),
        '、' => Some(','),
        '　' => Some(' '),
        '！'..='～' => char::from_u32(u32::from(found) - 0xfee0),
        _ => None,
    }
}
