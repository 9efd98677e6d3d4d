//! Text from strangers made harmless before it is kept or shown: no control characters, escape sequences or
//! direction overrides ever reach the terminal.
//!
//! Emoji families, variation selectors and voicing marks stay as they are. Nothing is normalised. Escaping for HTML
//! or spreadsheets is the business of `export`.

use std::borrow::Cow;
use std::fmt::Write as _;

/// What a character may do to a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Shown as it is.
    Harmless,
    /// Ends a line: CR, NEL, vertical tab, form feed, U+2028 and U+2029.
    LineEnd,
    /// Moves on by a width nobody knows.
    Tab,
    /// Steers the terminal or turns the reading direction, or hides text (tag characters).
    Foreign,
    /// Draws nothing and means nothing here: byte order mark, zero-width space, soft hyphen.
    Invisible,
}

fn kind(c: char) -> Kind {
    match c {
        '\n' => Kind::Harmless,
        '\t' => Kind::Tab,
        '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Kind::LineEnd,
        c if c.is_control() => Kind::Foreign,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' => {
            Kind::Foreign
        }
        '\u{E0000}'..='\u{E00FF}' | '\u{FFF9}'..='\u{FFFB}' => Kind::Foreign,
        '\u{AD}' | '\u{034F}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{FEFF}' => {
            Kind::Invisible
        }
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' | '\u{FFFE}' | '\u{FFFF}' => Kind::Invisible,
        _ => Kind::Harmless,
    }
}

/// `text` fit to be shown: what steers is written out (`<1B>`, `<U+202E>`), line ends become newlines, tabs spaces.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| kind(c) == Kind::Harmless) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in lines_joined(text) {
        match kind(c) {
            Kind::Harmless => shown.push(c),
            Kind::LineEnd => shown.push('\n'),
            Kind::Tab => shown.push(' '),
            Kind::Invisible => {}
            Kind::Foreign => write_out(c, &mut shown),
        }
    }
    Cow::Owned(shown)
}

/// `text` fit to be kept as somebody's answer, and how many characters were taken out or replaced.
///
/// Whole escape sequences go, since their remains (`[31m`) are nobody's words. CR, CR LF and the other line ends
/// become newlines and are not counted, nor are tabs, which become spaces.
pub fn strip(text: &str) -> (Cow<'_, str>, usize) {
    if text.chars().all(|c| kind(c) == Kind::Harmless) {
        return (Cow::Borrowed(text), 0);
    }
    let mut kept = String::with_capacity(text.len());
    let mut taken = 0;
    let mut chars = lines_joined(text);
    while let Some(c) = chars.next() {
        match kind(c) {
            Kind::Harmless => kept.push(c),
            Kind::LineEnd => {
                kept.push('\n');
                taken += usize::from(matches!(c, '\u{2028}' | '\u{2029}'));
            }
            Kind::Tab => kept.push(' '),
            Kind::Invisible => taken += 1,
            Kind::Foreign => {
                let inside = sequence_after(c, chars.clone());
                taken += 1 + inside;
                chars.by_ref().take(inside).for_each(drop);
            }
        }
    }
    (Cow::Owned(kept), taken)
}

/// The characters with each CR LF as one LF.
fn lines_joined(text: &str) -> impl Iterator<Item = char> + Clone {
    let behind = text.chars().skip(1).map(Some).chain([None]);
    text.chars().zip(behind).filter(|&(c, next)| c != '\r' || next != Some('\n')).map(|(c, _)| c)
}

fn write_out(c: char, out: &mut String) {
    let code = u32::from(c);
    let written = if code < 0x100 { write!(out, "<{code:02X}>") } else { write!(out, "<U+{code:04X}>") };
    written.expect("writing to a String cannot fail");
}

/// How many characters of `rest` belong to the escape sequence that `lead` began; 0 where it is no sequence.
///
/// A string sequence (title, clipboard) must be closed on its own line: an open one must not swallow an answer.
fn sequence_after(lead: char, mut rest: impl Iterator<Item = char> + Clone) -> usize {
    let (introducer, counted) = match lead {
        '\u{1B}' => match rest.next() {
            Some(c) => (c, 1),
            None => return 0,
        },
        '\u{90}' => ('P', 0),
        '\u{98}' => ('X', 0),
        '\u{9B}' => ('[', 0),
        '\u{9D}' => (']', 0),
        '\u{9E}' => ('^', 0),
        '\u{9F}' => ('_', 0),
        _ => return 0,
    };
    match introducer {
        '[' => counted + control_sequence(rest),
        ']' | 'P' | 'X' | '^' | '_' => counted + string_sequence(rest),
        ' '..='/' => counted + usize::from(rest.next().is_some_and(|c| matches!(c, '0'..='~'))),
        '0'..='~' => counted,
        _ => 0,
    }
}

fn control_sequence(rest: impl Iterator<Item = char>) -> usize {
    let mut inside = 0;
    for c in rest {
        match c {
            ' '..='?' => inside += 1,
            '@'..='~' => return inside + 1,
            _ => break,
        }
    }
    inside
}

fn string_sequence(rest: impl Iterator<Item = char>) -> usize {
    let mut escaped = false;
    for (index, c) in rest.take_while(|&c| c != '\n').enumerate() {
        match c {
            '\u{07}' | '\u{9C}' => return index + 1,
            '\\' if escaped => return index + 1,
            _ => escaped = c == '\u{1B}',
        }
    }
    0
}
