//! The field people type in: every trap of Japanese input that was met, by name.

use kijo::ui::text_field::{CAPACITY, EditKey, Edited, Mode};
use kijo::ui::{TextField, Theme, screen_text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// A field of `width` columns and `height` rows with `text` in it, the cursor at its end.
fn field(text: &str, width: u16, height: u16) -> TextField {
    let mut field = TextField::new(text, Mode::Long);
    field.layout(width, height);
    field
}

fn shown(field: &TextField, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    field.draw(area, &mut buffer, Theme::Plain, true);
    screen_text(&buffer)
}

fn cursor(field: &TextField, width: u16, height: u16) -> (u16, u16) {
    let position = field.cursor(Rect::new(0, 0, width, height)).expect("the cursor is in view");
    (position.x, position.y)
}

fn press(field: &mut TextField, keys: &[EditKey]) {
    for key in keys {
        field.edit(*key);
    }
}

fn typed(field: &mut TextField, text: &str) {
    let entry = field.insert(text);
    assert_eq!(entry.overflow, None);
}

#[test]
fn backspace_takes_whole_graphemes() {
    for grapheme in ["👨‍👩‍👧", "か\u{3099}", "葛\u{E0100}", "🇯🇵", "e\u{301}", "ｶﾞ", "👍🏽"]
    {
        let mut field = field(&format!("前{grapheme}"), 20, 1);
        assert_eq!(field.edit(EditKey::Backspace), Edited::Changed);
        assert_eq!(field.text(), "前", "{grapheme}");
    }
}

#[test]
fn delete_takes_whole_graphemes() {
    for grapheme in ["👨‍👩‍👧", "か\u{3099}", "葛\u{E0100}", "🇯🇵"] {
        let mut field = field(&format!("{grapheme}後"), 20, 1);
        press(&mut field, &[EditKey::Top, EditKey::Delete]);
        assert_eq!(field.text(), "後", "{grapheme}");
    }
}

#[test]
fn arrows_step_over_whole_graphemes() {
    let mut field = field("あ👨‍👩‍👧🇯🇵葛\u{E0100}b", 20, 1);
    let mut columns = vec![cursor(&field, 20, 1).0];
    while field.edit(EditKey::Left) == Edited::Moved {
        columns.push(cursor(&field, 20, 1).0);
    }
    assert_eq!(columns, [9, 8, 6, 4, 2, 0]);
}

#[test]
fn half_a_flag_typed_before_another_never_leaves_the_cursor_inside_one() {
    let mut field = field("🇯🇵", 20, 1);
    field.edit(EditKey::Top);
    typed(&mut field, "🇺");
    assert_eq!(cursor(&field, 20, 1), (2, 0));
}

#[test]
fn a_burst_is_one_step_of_undo() {
    let mut field = field("", 20, 3);
    typed(&mut field, "工場の三台で");
    field.break_undo();
    typed(&mut field, "電子メールの添付を");
    typed(&mut field, "開いた");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "工場の三台で");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "");
    assert_eq!(field.edit(EditKey::Undo), Edited::Nothing);
    press(&mut field, &[EditKey::Redo, EditKey::Redo]);
    assert_eq!(field.text(), "工場の三台で電子メールの添付を開いた");
}

#[test]
fn moving_and_erasing_end_a_burst() {
    let mut field = field("", 40, 1);
    typed(&mut field, "あいう");
    press(&mut field, &[EditKey::Left]);
    typed(&mut field, "え");
    press(&mut field, &[EditKey::Backspace, EditKey::Backspace]);
    assert_eq!(field.text(), "あう");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "あいえう");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "あいう");
}

#[test]
fn a_new_edit_forgets_what_could_be_redone() {
    let mut field = field("", 40, 1);
    typed(&mut field, "一");
    field.edit(EditKey::Undo);
    typed(&mut field, "二");
    assert_eq!(field.edit(EditKey::Redo), Edited::Nothing);
    assert_eq!(field.text(), "二");
}

#[test]
fn pasted_carriage_returns_become_newlines() {
    let mut field = field("", 20, 5);
    assert_eq!(field.paste("一\r二\r\n三\n四").cleaned, 0);
    assert_eq!(field.text(), "一\n二\n三\n四");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "");
}

#[test]
fn short_fields_turn_pasted_newlines_into_spaces_and_leave_enter_to_the_form() {
    let mut field = TextField::new("", Mode::Short);
    let _ = field.paste("一行目\r\n二行目");
    assert_eq!(field.text(), "一行目 二行目");
    assert_eq!(field.edit(EditKey::Newline), Edited::Nothing);
}

#[test]
fn pasted_controls_escapes_and_overrides_are_taken_out_and_counted() {
    let mut field = field("", 40, 2);
    let entry = field.paste("\u{1b}[31m赤\u{1b}[0m\u{202e}逆\u{7}\u{2028}次");
    assert_eq!(field.text(), "赤逆\n次");
    assert_eq!(entry.cleaned, 5 + 4 + 1 + 1 + 1);
}

#[test]
fn an_open_escape_string_does_not_swallow_the_answer() {
    let mut field = field("", 40, 2);
    let _ = field.paste("\u{1b}]0;題名と本文はここ");
    assert_eq!(field.text(), "0;題名と本文はここ");
}

#[test]
fn voicing_marks_are_composed_also_across_two_inputs() {
    let mut field = field("", 40, 1);
    typed(&mut field, "か\u{3099}は\u{309A}テ\u{3099}ータ");
    assert_eq!(field.text(), "がぱデータ");
    typed(&mut field, "へ");
    typed(&mut field, "\u{3099}た");
    assert_eq!(field.text(), "がぱデータべた");
    field.edit(EditKey::Undo);
    assert_eq!(field.text(), "");
}

#[test]
fn names_in_compatibility_ideographs_stay_as_typed() {
    let names = "神\u{FA19}福\u{FA1B}葛\u{E0100}城e\u{301}";
    let mut field = field("", 40, 1);
    let _ = field.paste(names);
    assert_eq!(field.text(), names);
}

#[test]
fn the_field_is_capped_and_says_how_much_was_dropped() {
    let mut field = field("", 40, 3);
    let entry = field.paste(&"あ".repeat(CAPACITY + 7));
    assert_eq!(entry.overflow.map(|overflow| overflow.dropped), Some(7));
    assert_eq!(field.chars(), CAPACITY);
    let entry = field.insert("い");
    assert_eq!(entry.overflow.map(|overflow| overflow.dropped), Some(1));
    assert_eq!(field.edit(EditKey::Newline), Edited::Nothing);
    field.edit(EditKey::Backspace);
    typed(&mut field, "う");
    assert_eq!(field.chars(), CAPACITY);
}

#[test]
fn the_cap_never_halves_a_grapheme() {
    let mut field = field("", 40, 1);
    let _ = field.paste(&"あ".repeat(CAPACITY - 2));
    let entry = field.insert("👨‍👩‍👧");
    assert_eq!(entry.overflow.map(|overflow| overflow.dropped), Some(5));
    assert_eq!(field.chars(), CAPACITY - 2);
}

#[test]
fn a_stored_text_beyond_all_measure_is_shown_and_left_alone() {
    let text = "あ".repeat(70_000);
    let mut field = field(&text, 40, 3);
    assert_eq!(field.edit(EditKey::Backspace), Edited::Nothing);
    assert_eq!(field.insert("い").overflow.map(|overflow| overflow.dropped), Some(1));
    assert_eq!(field.text(), text);
}

#[test]
fn behind_a_full_row_the_cursor_stands_at_the_head_of_the_next() {
    // The last column is no room for a wide character, however many are left.
    assert_eq!(cursor(&self::field("あいう", 8, 3), 8, 3), (0, 1));
    let mut field = field("あいう", 7, 3);
    assert_eq!(cursor(&field, 7, 3), (0, 1));
    typed(&mut field, "え");
    assert_eq!(shown(&field, 7, 3), "あいう\nえ\n");
    assert_eq!(cursor(&field, 7, 3), (2, 1));
}

#[test]
fn behind_a_full_last_row_the_field_rolls_for_the_cursor() {
    let field = field("あいう", 7, 1);
    assert_eq!(shown(&field, 7, 1), "");
    assert_eq!(cursor(&field, 7, 1), (0, 0));
}

#[test]
fn a_narrow_letter_at_the_right_edge_keeps_the_cursor_beside_it() {
    let field = field("abcdef", 7, 2);
    assert_eq!(cursor(&field, 7, 2), (6, 0));
}

#[test]
fn the_row_kept_for_the_cursor_does_not_catch_it() {
    let mut field = field("あいう\n次", 7, 4);
    press(&mut field, &[EditKey::Top, EditKey::LineEnd]);
    assert_eq!(cursor(&field, 7, 4), (0, 1));
    assert_eq!(shown(&field, 7, 4), "あいう\n\n次\n");
    press(&mut field, &[EditKey::Down]);
    assert_eq!(shown(&field, 7, 4), "あいう\n次\n\n");
    press(&mut field, &[EditKey::Up, EditKey::Up]);
    assert_eq!(cursor(&field, 7, 4), (0, 0));
}

#[test]
fn up_and_down_go_by_screen_rows_and_keep_the_column() {
    let mut field = field("あいうえおか\nき\nくけこさしす", 9, 6);
    assert_eq!(shown(&field, 9, 6), "あいうえ\nおか\nき\nくけこさ\nしす\n");
    press(&mut field, &[EditKey::Up, EditKey::Right]);
    let mut seen = vec![cursor(&field, 9, 6)];
    while field.edit(EditKey::Up) == Edited::Moved {
        seen.push(cursor(&field, 9, 6));
    }
    assert_eq!(seen, [(6, 3), (2, 2), (4, 1), (6, 0), (0, 0)]);
}

#[test]
fn a_column_within_a_wide_character_lands_on_it() {
    let mut field = field("abc\nあい", 20, 2);
    press(&mut field, &[EditKey::Top, EditKey::Right, EditKey::Right, EditKey::Right, EditKey::Down]);
    assert_eq!(cursor(&field, 20, 2), (2, 1));
}

#[test]
fn kinsoku_holds_while_typing() {
    let mut field = field("被害は三台", 11, 3);
    typed(&mut field, "。");
    assert_eq!(shown(&field, 11, 3), "被害は三\n台。\n");
    assert_eq!(cursor(&field, 11, 3), (4, 1));
}

#[test]
fn words_move_by_runs_of_one_script() {
    let mut field = field("顧客データは example.com に流出", 60, 1);
    let mut stops = vec![];
    while field.edit(EditKey::WordLeft) == Edited::Moved {
        stops.push(cursor(&field, 60, 1).0);
    }
    assert_eq!(stops, [27, 25, 21, 20, 13, 10, 4, 0]);
    field.edit(EditKey::WordRight);
    assert_eq!(cursor(&field, 60, 1).0, 4);
}

#[test]
fn a_click_puts_the_cursor_on_the_character_under_it() {
    let mut field = field("あいうえおか\nき", 9, 3);
    let area = Rect::new(5, 5, 9, 3);
    for (at, expected) in [((8, 5), (7, 5)), ((13, 6), (9, 6)), ((6, 7), (5, 7)), ((13, 7), (7, 7))] {
        field.click(area, Position::from(at));
        assert_eq!(field.cursor(area), Some(Position::from(expected)), "{at:?}");
    }
    assert_eq!(field.click(area, Position::new(0, 0)), Edited::Nothing);
}

#[test]
fn rolling_the_view_leaves_the_cursor_and_typing_brings_it_back() {
    let text = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
    let mut field = field(&text, 10, 3);
    assert_eq!(shown(&field, 10, 3), "18\n19\n20");
    field.scroll(-30);
    assert_eq!(shown(&field, 10, 3), "1\n2\n3");
    assert_eq!(field.cursor(Rect::new(0, 0, 10, 3)), None);
    typed(&mut field, "!");
    assert_eq!(shown(&field, 10, 3), "18\n19\n20!");
    press(&mut field, &[EditKey::PageUp]);
    assert_eq!(cursor(&field, 10, 3), (2, 0));
}

#[test]
fn modified_means_other_than_saved() {
    let mut field = field("一\n二", 10, 3);
    typed(&mut field, "x");
    assert!(field.is_modified());
    field.edit(EditKey::Backspace);
    assert!(!field.is_modified());
    typed(&mut field, "三");
    field.mark_saved();
    assert!(!field.is_modified());
}

#[test]
fn a_field_grows_with_its_text_within_bounds() {
    for (text, rows) in [("", 1), ("あいう", 2), ("あ\nい", 2), ("一\n二\n三\n四\n五", 3)] {
        let mut field = TextField::new(text, Mode::Long);
        field.fit(7, 1..=3);
        let shown = cursor_row(&field);
        assert_eq!(shown, rows - 1, "{text:?}");
    }
}

/// The row of the view that the cursor stands in.
fn cursor_row(field: &TextField) -> u16 {
    field.cursor(Rect::new(0, 0, 7, 9)).expect("the cursor is in view").y
}

#[test]
fn tiny_sizes_do_no_harm() {
    for (width, height) in (0..4).flat_map(|width| (0..3).map(move |height| (width, height))) {
        let mut field = field("あ👨‍👩‍👧 b\n。", width, height);
        press(&mut field, &[EditKey::Up, EditKey::PageUp, EditKey::Left, EditKey::Down, EditKey::Delete]);
        typed(&mut field, "い");
        shown(&field, width, height);
        field.cursor(Rect::new(0, 0, width, height));
    }
}

mod keys {
    use super::*;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    #[test]
    fn control_j_and_the_letters_of_input_methods_do_nothing() {
        for letter in "hijkoptu".chars() {
            let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
            assert_eq!(EditKey::from_key(&key), None, "Ctrl-{letter}");
        }
    }

    #[test]
    fn function_keys_escape_and_tab_are_left_to_the_program() {
        for code in [KeyCode::Esc, KeyCode::Tab, KeyCode::BackTab, KeyCode::F(6), KeyCode::F(10)] {
            assert_eq!(EditKey::from_key(&KeyEvent::from(code)), None);
        }
    }
}

mod properties {
    use super::*;
    use kijo::ui::width::graphemes;
    use proptest::prelude::*;
    use proptest::sample::select;

    /// What makes lines hard: wide, narrow, kinsoku marks, spaces, clusters, newlines.
    const PIECES: [&str; 26] = [
        "あ",
        "漢",
        "、",
        "。",
        "」",
        "「",
        "ー",
        "っ",
        "a",
        "word",
        " ",
        "  ",
        "5",
        "名",
        "👨‍👩‍👧",
        "🇯🇵",
        "か\u{3099}",
        "葛\u{E0100}",
        "ｶﾞ",
        "\u{3000}",
        "…",
        "\n",
        "①",
        "\u{301}",
        "-",
        "https://example.com/a",
    ];

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec(select(&PIECES[..]), 0..40).prop_map(|pieces| pieces.concat())
    }

    fn steps() -> impl Strategy<Value = Vec<EditKey>> {
        use EditKey::*;
        const KEYS: [EditKey; 17] = [
            Left, Right, Up, Down, WordLeft, WordRight, LineStart, LineEnd, Top, Bottom, PageUp, PageDown,
            Backspace, Delete, Newline, Undo, Redo,
        ];
        proptest::collection::vec(select(&KEYS[..]), 0..25)
    }

    proptest! {
        /// Walking through the text, the cursor's cell always holds the grapheme that is drawn behind it.
        #[test]
        fn wrap_and_cursor_agree(text in text(), width in 2_u16..24) {
            let area = Rect::new(0, 0, width, 200);
            let mut field = field(&text, width, 200);
            field.edit(EditKey::Top);
            for line in text.split('\n') {
                for grapheme in graphemes(line) {
                    let mut buffer = Buffer::empty(area);
                    field.draw(area, &mut buffer, Theme::Plain, true);
                    let at = field.cursor(area).expect("in view");
                    // Nothing is to be seen of what takes no cell or more than the whole row.
                    if (1..usize::from(width)).contains(&grapheme.cells) {
                        prop_assert_eq!(buffer[at].symbol(), grapheme.text);
                    }
                    field.edit(EditKey::Right);
                }
                field.edit(EditKey::Right);
            }
        }

        /// What is edited lies on screen as if the text had been there from the start.
        #[test]
        fn edits_leave_the_layout_a_fresh_field_would_have(
            text in text(), more in text(), keys in steps(), width in 2_u16..24,
        ) {
            let mut edited = field(&text, width, 100);
            press(&mut edited, &keys);
            let _ = edited.insert(&more);
            press(&mut edited, &keys);
            prop_assert_eq!(edited.chars(), edited.text().chars().count());
            let mut fresh = field(&edited.text(), width, 100);
            press(&mut edited, &[EditKey::Top, EditKey::Bottom]);
            press(&mut fresh, &[EditKey::Top, EditKey::Bottom]);
            prop_assert_eq!(shown(&edited, width, 100), shown(&fresh, width, 100));
            prop_assert_eq!(cursor(&edited, width, 100), cursor(&fresh, width, 100));
        }

        /// Undoing everything gives the first text back, redoing everything the last.
        #[test]
        fn undo_and_redo_lose_nothing(text in text(), more in text(), keys in steps()) {
            let mut edited = field(&text, 20, 10);
            press(&mut edited, &keys);
            let _ = edited.insert(&more);
            let last = edited.text();
            while edited.edit(EditKey::Undo) == Edited::Changed {}
            prop_assert_eq!(edited.text(), text);
            while edited.edit(EditKey::Redo) == Edited::Changed {}
            if !more.is_empty() {
                prop_assert_eq!(edited.text(), last);
            }
        }
    }
}
