//! Text on its way to the screen: wrapping with kinsoku, clipping, cleaning, and reading the screen back.

use kijo::ui::clean::strip;
use kijo::ui::width::{graphemes, width};
use kijo::ui::wrap::{rows, wrap, wrap_clipped};
use kijo::ui::{clean, screen_text};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

#[test]
fn no_closing_mark_begins_a_row() {
    for mark in "、。，．・？！）」』】〕ー々っゃァッ％”".chars() {
        assert_eq!(wrap(&format!("漢字漢字{mark}漢"), 8), ["漢字漢", &format!("字{mark}漢")], "{mark}");
    }
}

#[test]
fn no_opening_mark_ends_a_row() {
    for mark in "（「『【〔〈《".chars() {
        assert_eq!(wrap(&format!("漢字漢{mark}漢"), 8), ["漢字漢", &format!("{mark}漢")], "{mark}");
    }
}

#[test]
fn several_marks_in_a_row_stay_together() {
    assert_eq!(wrap("担当は「中止」。と言う", 14), ["担当は「中", "止」。と言う"]);
}

#[test]
fn a_number_stays_with_its_unit() {
    assert_eq!(wrap("端末約500名分を", 9), ["端末約", "500名分を"]);
    assert_eq!(wrap("工場の１２台が", 10), ["工場の", "１２台が"]);
}

#[test]
fn dashes_and_leaders_in_pairs_are_not_parted() {
    assert_eq!(wrap("しかし……と", 7), ["しかし", "……と"]);
}

#[test]
fn english_words_stay_whole_and_rows_do_not_begin_with_a_space() {
    assert_eq!(wrap("the firewall was off", 12), ["the firewall", "was off"]);
    assert_eq!(wrap("open .env (secret) file", 10), ["open .env", "(secret)", "file"]);
    assert_eq!(wrap("メールserverが停止", 10), ["メール", "serverが停", "止"]);
}

#[test]
fn what_has_no_place_to_break_is_cut_between_graphemes() {
    assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(wrap("。。。。", 4), ["。。", "。。"]);
    assert_eq!(wrap("👨‍👩‍👧👨‍👩‍👧", 1), ["👨‍👩‍👧", "👨‍👩‍👧"]);
}

#[test]
fn empty_lines_are_kept() {
    assert_eq!(wrap("一\n\n二", 4), ["一", "", "二"]);
    assert_eq!(wrap("", 4), [""]);
}

proptest! {
    #[test]
    fn rows_are_the_whole_line_in_order_and_fit(line in "[あ漢、。」「ーっa-c 0-9名.\u{3000}]{0,60}", columns in 1_usize..20) {
        let rows = rows(&line, columns);
        let joined: String = rows.iter().map(|row| row.of(&line)).collect();
        prop_assert_eq!(&joined, &line);
        for row in &rows {
            let text = row.of(&line);
            prop_assert_eq!(row.cells, width(text));
            let shown = width(text.strip_suffix(' ').unwrap_or(text));
            prop_assert!(shown <= columns || graphemes(text).count() == 1, "{:?} in {}", text, columns);
        }
    }
}

/// Everything that steers a terminal, turns the reading direction or hides text, in many shapes.
fn payloads() -> Vec<String> {
    let controls = (0_u32..0x20).chain(0x7F..0xA0).filter(|code| !matches!(code, 0x09 | 0x0A));
    let hidden = [0x061C, 0x200E, 0x200F].into_iter().chain(0x202A..=0x202E).chain(0x2066..=0x206F);
    let tags = (0xE0001..=0xE0001).chain(0xE0020..=0xE007F);
    let separators = [0x2028, 0x2029, 0xFEFF, 0x200B, 0x2060, 0xAD];
    let single = controls.chain(hidden).chain(tags).chain(separators);
    let sequences = [
        "\u{1b}[2J",
        "\u{1b}[31;1m",
        "\u{1b}]52;c;aGFjaw==\u{7}",
        "\u{1b}]0;title\u{1b}\\",
        "\u{1b}]8;;http://example.com\u{1b}\\link\u{1b}]8;;\u{1b}\\",
        "\u{1b}P+q544e\u{1b}\\",
        "\u{1b}_Gf=100;AAAA\u{1b}\\",
        "\u{1b}c",
        "\u{1b}(0",
        "\u{1b}#3",
        "\u{9b}6n",
        "\u{9d}0;t\u{9c}",
        "\u{1b}[200~\u{1b}[201~",
        "\u{1b}\u{1b}[A",
        "\u{1b}[?1049l",
        "\u{1b}[",
        "\u{1b}]0;open",
        "\u{1b}",
    ];
    single.filter_map(char::from_u32).map(String::from).chain(sequences.map(str::to_owned)).collect()
}

fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{206F}')
        || matches!(c, '\u{E0000}'..='\u{E007F}')
}

#[test]
fn nothing_that_steers_passes_cleaning_or_stripping() {
    let payloads = payloads();
    assert!(payloads.len() > 180);
    for payload in payloads {
        let text = format!("前{payload}後");
        for harmless in [clean(&text), strip(&text).0] {
            assert!(!harmless.contains(steers), "{payload:?} in {harmless:?}");
            assert!(
                harmless.starts_with('前') && harmless.ends_with('後'),
                "{payload:?} took words: {harmless:?}"
            );
        }
        assert_eq!(clean(&clean(&text)), clean(&text));
    }
}

#[test]
fn what_a_wrapped_text_leaves_out_is_marked() {
    let text = "被害の有無は確認中 for now";
    assert_eq!(wrap_clipped(text, 10, 9), wrap(text, 10));
    assert_eq!(wrap_clipped(text, 10, 2), ["被害の有無", "は確認中.."]);
    assert_eq!(wrap_clipped(text, 10, 1), ["被害の有.."]);
    assert_eq!(wrap_clipped("one two", 5, 1), ["one.."]);
    // Where there is room behind the last row, nothing of it is given up.
    assert_eq!(wrap_clipped("first second third", 8, 2), ["first", "second.."]);
    for most in 1..4 {
        for cells in 2..12 {
            let shown = wrap_clipped(text, cells, most);
            assert!(shown.len() <= most && shown.iter().all(|row| width(row) <= cells), "{shown:?}");
        }
    }
}

#[test]
fn what_steers_is_made_visible() {
    assert_eq!(clean("a\u{1b}[2Jb\u{202e}c\u{9b}d\u{E0041}"), "a<1B>[2Jb<U+202E>c<9B>d<U+E0041>");
    assert_eq!(clean("一\r\n二\r三\u{2028}四\tx"), "一\n二\n三\n四 x");
}

#[test]
fn whole_sequences_are_stripped_and_counted() {
    assert_eq!(strip("a\u{1b}]52;c;aGFjaw==\u{7}b"), ("ab".into(), 16));
    assert_eq!(strip("a\u{1b}[31mb"), ("ab".into(), 5));
}

#[test]
fn japanese_emoji_and_variants_pass_untouched() {
    let text = "👨‍👩‍👧 か\u{3099} 葛\u{E0100} ☁\u{FE0F} 神\u{FA19} ｶﾞ 🇯🇵 ①※…―\n次";
    assert!(matches!(clean(text), std::borrow::Cow::Borrowed(_)));
    assert_eq!(strip(text), (text.into(), 0));
}

#[test]
fn the_screen_reads_as_people_read_it() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 3));
    buffer.set_string(1, 0, "被害 3台", Style::new());
    buffer.set_string(0, 2, "👨‍👩‍👧ok", Style::new());
    assert_eq!(screen_text(&buffer), " 被害 3台\n\n👨‍👩‍👧ok");
}
