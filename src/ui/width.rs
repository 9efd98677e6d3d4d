//! How many cells a text takes, grapheme by grapheme: the one routine that wrapping, cursor, clipping and
//! drawing share, so that they can never disagree.
//!
//! The widths are those ratatui draws with. East Asian Ambiguous characters count as one cell; nothing of ours
//! may depend on them. This module does not break lines (see `wrap`).

use ratatui::buffer::CellWidth as _;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation as _;

/// One user-perceived character: か with its voicing mark, a whole emoji family, a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grapheme<'a> {
    /// Byte offset in the text it was cut from.
    pub at: usize,
    /// The character with everything that belongs to it.
    pub text: &'a str,
    /// Cells it takes on screen; 0 for what draws nothing on its own.
    pub cells: usize,
}

impl Grapheme<'_> {
    /// Byte offset just behind it.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// The graphemes of `text` in order.
pub fn graphemes(text: &str) -> Graphemes<'_> {
    Graphemes { rest: text, at: 0 }
}

/// Cells that `text` takes on one row.
pub fn width(text: &str) -> usize {
    graphemes(text).map(|grapheme| grapheme.cells).sum()
}

/// A count of cells as ratatui wants it; a text longer than any screen saturates.
pub fn cells(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// `text` cut to `max` cells, ending in `..` where something was left out.
///
/// Two full stops instead of `…`, whose width depends on the terminal.
pub fn clip(text: &str, max: usize) -> Cow<'_, str> {
    // No character takes more cells than bytes.
    if text.len() <= max {
        return Cow::Borrowed(text);
    }
    let dots = ".".repeat(max.min(2));
    let (mut taken, mut cut) = (0, None);
    for grapheme in graphemes(text) {
        if cut.is_none() && taken + grapheme.cells > max - dots.len() {
            cut = Some(grapheme.at);
        }
        taken += grapheme.cells;
        // What lies beyond need not be looked at, however long it is.
        if taken > max {
            let kept = text.get(..cut.unwrap_or_default()).unwrap_or_default();
            return Cow::Owned(format!("{kept}{dots}"));
        }
    }
    Cow::Borrowed(text)
}

/// Iterator behind [`graphemes`].
#[derive(Clone, Debug)]
pub struct Graphemes<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Iterator for Graphemes<'a> {
    type Item = Grapheme<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        // Full segmentation costs more than everything else in a long field. Between two characters that never
        // join with anything, there is always a border, and nearly all Japanese and English text is such.
        let lone = plain_cells(first).filter(|_| chars.next().is_none_or(|c| plain_cells(c).is_some()));
        let (length, cells) = if let Some(cells) = lone {
            (first.len_utf8(), cells)
        } else {
            let cluster = self.rest.graphemes(true).next().unwrap_or(self.rest);
            (cluster.len(), cluster_cells(cluster))
        };
        let (text, rest) = self.rest.split_at(length);
        let grapheme = Grapheme { at: self.at, text, cells };
        self.at += length;
        self.rest = rest;
        Some(grapheme)
    }
}

/// Cells of a whole cluster. Control characters draw nothing, as in ratatui.
fn cluster_cells(cluster: &str) -> usize {
    if cluster.contains(char::is_control) { 0 } else { cluster.cell_width().into() }
}

/// Cells of a character that never joins with a plain neighbour; `None` for all others.
fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' | '｡'..='ﾝ' => Some(1),
        '\u{3000}'..='〩' | 'ぁ'..='ゖ' | '゛'..='ヿ' | '一'..='鿿' | '！'..='｠' => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fast_path_agrees_with_full_segmentation_and_ratatui() {
        for c in (0..=0xFFFF).filter_map(char::from_u32) {
            if let Some(cells) = plain_cells(c) {
                let text = c.to_string();
                assert_eq!(cells, cluster_cells(&text), "{c:?}");
                assert_eq!(format!("{c}あ{c}").graphemes(true).count(), 3, "{c:?}");
            }
        }
    }

    #[test]
    fn clusters_stay_whole() {
        for (text, count, cells) in [
            ("👨‍👩‍👧", 1, 2),
            ("か\u{3099}", 1, 2),
            ("葛\u{E0100}", 1, 2),
            ("🇯🇵🇯🇵", 2, 4),
            ("ｶﾞ", 1, 2),
            ("①", 1, 1),
        ] {
            assert_eq!(graphemes(text).count(), count, "{text}");
            assert_eq!(width(text), cells, "{text}");
        }
    }

    #[test]
    fn clip_marks_what_it_left_out_and_never_halves_a_wide_character() {
        assert_eq!(clip("被害状況", 8), "被害状況");
        assert_eq!(clip("被害状況", 7), "被害..");
        assert_eq!(clip("被害状況", 5), "被..");
        assert_eq!(clip("被害", 1), ".");
        assert_eq!(clip("被害", 0), "");
    }
}
