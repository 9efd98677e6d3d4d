//! Finding in a list what somebody types the beginning, the middle or a few letters of, in either script.
//!
//! Copies are folded for searching: width, case and kana. What is shown stays as it is.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use unicode_normalization::UnicodeNormalization;

/// Places of the texts that hold every word of `wanted`, in their order.
pub fn holding(wanted: &str, texts: impl Iterator<Item = String>) -> Vec<usize> {
    let wanted = folded(wanted);
    let holds = |text: &str| wanted.split_whitespace().all(|word| text.contains(word));
    texts.enumerate().filter(|(_, text)| holds(&folded(text))).map(|(place, _)| place).collect()
}

/// Places of the texts of which some line has the letters of every word of `wanted` in their order; starts of words
/// and letters side by side count more, and what fits best comes first.
pub fn ranked<'a>(wanted: &str, texts: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let wanted = Pattern::new(&folded(wanted), CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<(u32, usize)> = texts
        .enumerate()
        .filter_map(|(place, text)| Some((score(&wanted, &folded(text), &mut matcher)?, place)))
        .collect();
    // Of equally good ones the order stays.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, place)| place).collect()
}

/// How well a text fits: each word counts where it fits best, so that words of both languages may be mixed.
fn score(wanted: &Pattern, text: &str, matcher: &mut Matcher) -> Option<u32> {
    let mut letters = Vec::new();
    let mut best = |word: &Atom| {
        let lines = text.lines().filter_map(|line| word.score(Utf32Str::new(line, &mut letters), matcher));
        lines.max().map(u32::from)
    };
    wanted.atoms.iter().map(&mut best).sum()
}

/// A copy of a text for searching.
pub fn folded(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(c as u32 - 0x60).unwrap_or(c),
        _ => c,
    };
    text.nfkc().flat_map(char::to_lowercase).map(hiragana).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [&str; 4] = [
        "行を追加\nぎょうをついか\nAdd a row",
        "行を上へ移動\nぎょうをうえへいどう\nMove row up",
        "演習時刻を進める\nえんしゅうじこくをすすめる\nMove the clock",
        "配色を変える\nはいしょくをかえる\nChange theme",
    ];

    fn found(wanted: &str) -> Vec<usize> {
        ranked(wanted, TEXTS.into_iter())
    }

    #[test]
    fn a_few_letters_in_their_order_are_enough() {
        assert_eq!(found("adrw"), [0]);
        assert_eq!(found("行動"), [1]);
        assert_eq!(found("じこく"), [2]);
        assert_eq!(found("ジコク"), [2], "katakana is folded");
        assert_eq!(found("ＭＯＶＥ"), [1, 2], "so is width");
        assert_eq!(found("row 追加"), [0], "both languages at once");
        assert_eq!(found("xyz"), [] as [usize; 0]);
        assert_eq!(found(""), [0, 1, 2, 3]);
        assert_eq!(found("追加a"), [] as [usize; 0], "no word runs on from one language into the other");
    }

    #[test]
    fn starts_of_words_and_runs_come_first() {
        assert_eq!(found("th").first(), Some(&2), "`the` and `theme` start a word: the first stays first");
        let better = ranked("cl", ["cool", "move the clock"].into_iter());
        assert_eq!(better, [1, 0]);
    }
}
