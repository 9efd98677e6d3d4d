//! The drawing kit's pieces as people see them.

use kijo::ui::widgets::{Focus, Panel, banner, clear, key_bar};
use kijo::ui::{Frames, Look, Role, Theme, screen_text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const BOX: Look = Look { theme: Theme::Dark, frames: Frames::Box };
const ASCII: Look = Look { theme: Theme::Plain, frames: Frames::Ascii };
const KEYS: [(&str, &str); 3] = [("Tab", "次の欄"), ("F1", "ヘルプ"), ("F2", "参照")];

#[test]
fn a_wide_character_cut_by_a_box_does_not_hide_its_frame() {
    let mut screen = Buffer::empty(Rect::new(0, 0, 8, 1));
    screen.set_string(0, 0, "あいうえ", BOX.style(Role::Text));
    clear(BOX, Rect::new(3, 0, 3, 1), &mut screen);
    screen.set_string(3, 0, "|x|", BOX.style(Role::Text));
    assert_eq!(screen_text(&screen), "あ |x|え");
}

#[test]
fn keys_that_do_not_fit_are_left_out_whole() {
    let area = Rect::new(0, 0, 22, 1);
    let mut screen = Buffer::empty(area);
    assert_eq!(key_bar(&KEYS, ASCII, area, &mut screen), 2);
    assert_eq!(screen_text(&screen), "Tab 次の欄  F1 ヘルプ");
}

#[test]
fn ascii_frames_are_ascii() {
    let area = Rect::new(0, 0, 12, 3);
    let mut screen = Buffer::empty(area);
    Panel { title: "x", focus: Focus::Here, ..Panel::default() }.draw(ASCII, area, &mut screen);
    assert!(screen_text(&screen).is_ascii());
}

#[test]
fn no_state_is_told_by_colour_alone() {
    let states = [Role::Added, Role::Removed, Role::Ok, Role::Warning, Role::Error];
    for role in states.into_iter().chain([Role::Selection]) {
        assert!(role.mark().is_ascii() && !role.mark().is_empty(), "{role:?}");
    }
    let marks: std::collections::HashSet<_> = states.map(Role::mark).into();
    assert_eq!(marks.len(), states.len());
}

#[test]
fn without_colour_there_is_none_and_with_it_only_the_sixteen() {
    use ratatui::style::Color;
    for role in Role::ALL {
        let plain = Theme::Plain.style(role);
        assert_eq!((plain.fg, plain.bg), (None, None), "{role:?}");
        for theme in [Theme::Dark, Theme::Light, Theme::HighContrast] {
            let style = theme.style(role);
            for colour in [style.fg, style.bg].into_iter().flatten() {
                assert!(!matches!(colour, Color::Rgb(..) | Color::Indexed(_)), "{role:?}");
            }
            assert_ne!(style.fg, style.bg, "{theme:?} {role:?}");
        }
    }
}

#[test]
fn every_piece_bears_every_size() {
    for (width, height) in (0..30).flat_map(|width| (0..6).map(move |height| (width, height))) {
        let area = Rect::new(0, 0, width, height);
        let mut screen = Buffer::empty(area);
        for target in [area, Rect::new(0, 0, 80, 24)] {
            banner("保存できません", Role::Error, BOX, target, &mut screen);
            let panel = Panel { title: "対応表", note: "保存済み", focus: Focus::Here };
            panel.draw(BOX, target, &mut screen);
            key_bar(&KEYS, BOX, target, &mut screen);
            clear(BOX, target, &mut screen);
        }
    }
}
