//! Where the cursor goes: by graphemes, by runs of one script, by screen rows.
//!
//! Finds spots only; the field decides what to do with them.

use super::buffer::{Spot, TextBuffer};
use super::layout::Layout;
use crate::ui::width::graphemes;

/// One grapheme back, over the line's start to the end of the line above.
pub fn left(buffer: &TextBuffer, layout: &Layout, from: Spot) -> Option<Spot> {
    if from.byte == 0 {
        let line = from.line.checked_sub(1)?;
        return Some(Spot { line, byte: buffer.line(line).len() });
    }
    let line = buffer.line(from.line);
    // Rows begin at grapheme borders, so the row before the cursor is all that has to be looked through.
    let row = layout.of(from.line).iter().rev().find(|row| row.start < from.byte)?;
    let before = line.get(row.start..from.byte)?;
    let last = graphemes(before).last()?;
    Some(Spot { byte: row.start + last.at, ..from })
}

/// One grapheme on, over the line's end to the start of the line below.
pub fn right(buffer: &TextBuffer, from: Spot) -> Option<Spot> {
    let rest = buffer.line(from.line).get(from.byte..)?;
    match graphemes(rest).next() {
        Some(grapheme) => Some(Spot { byte: from.byte + grapheme.end(), ..from }),
        None => below(buffer, from),
    }
}

/// Back to the start of a run of one script (kanji, hiragana, katakana, letters…).
pub fn run_left(buffer: &TextBuffer, layout: &Layout, from: Spot) -> Option<Spot> {
    let before = buffer.line(from.line).get(..from.byte)?;
    let trimmed = before.trim_end();
    let Some(last) = trimmed.chars().next_back().map(Script::of) else {
        return if from.byte == 0 { left(buffer, layout, from) } else { Some(Spot { byte: 0, ..from }) };
    };
    let start = trimmed.trim_end_matches(|c| Script::of(c).joins(last)).len();
    Some(layout.snap(buffer.lines(), Spot { byte: start, ..from }))
}

/// On to the start of the next run of one script.
pub fn run_right(buffer: &TextBuffer, layout: &Layout, from: Spot) -> Option<Spot> {
    let line = buffer.line(from.line);
    let rest = line.get(from.byte..)?;
    let Some(first) = rest.chars().next().map(Script::of) else {
        return below(buffer, from);
    };
    let next = rest.trim_start_matches(|c| Script::of(c).joins(first)).trim_start();
    Some(layout.snap(buffer.lines(), Spot { byte: line.len() - next.len(), ..from }))
}

fn below(buffer: &TextBuffer, from: Spot) -> Option<Spot> {
    let line = from.line + 1;
    (line < buffer.lines().len()).then_some(Spot { line, byte: 0 })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Space,
    Hiragana,
    Katakana,
    Kanji,
    Mark,
    Word,
    /// Belongs to whatever stands before it.
    Joining,
}

impl Script {
    fn of(c: char) -> Self {
        match c {
            c if c.is_whitespace() => Self::Space,
            'ー'
            | '\u{3099}'
            | '\u{309A}'
            | '\u{200D}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0100}'..='\u{E01EF}' => Self::Joining,
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' | 'ㇰ'..='ㇿ' | 'ｦ'..='ﾟ' => Self::Katakana,
            '々' | '〆' | '一'..='鿿' | '㐀'..='䶿' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
                Self::Kanji
            }
            '_' => Self::Word,
            c if c.is_alphanumeric() => Self::Word,
            _ => Self::Mark,
        }
    }

    fn joins(self, run: Self) -> bool {
        self == run || self == Self::Joining || run == Self::Joining
    }
}
