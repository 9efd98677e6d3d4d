//! What a frame costs the terminal: bytes only for what changed, none when nothing did.

use kijo::terminal::Screen;
use proptest::prelude::*;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::{Frame, Terminal};
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

const SIZE: Size = Size { width: 20, height: 4 };

/// The line to the terminal: every write by itself.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Wire {
    /// What was written since, one string a write.
    fn sent(&self) -> Vec<String> {
        let writes = std::mem::take(&mut *self.0.borrow_mut());
        writes.into_iter().map(|bytes| String::from_utf8(bytes).expect("UTF-8")).collect()
    }
}

fn screen() -> (Terminal<Screen<Wire>>, Wire) {
    let wire = Wire::default();
    let terminal = Terminal::new(Screen::new(wire.clone(), SIZE)).expect("no terminal can fail here");
    (terminal, wire)
}

/// A row of text with the cursor behind it.
fn row(text: &str) -> impl FnOnce(&mut Frame<'_>) {
    move |frame| {
        let style = Style::new().fg(Color::Indexed(15)).bg(Color::Indexed(4));
        let (x, _) = frame.buffer_mut().set_stringn(0, 1, text, 20, style);
        frame.set_cursor_position((x, 1));
    }
}

fn draw(terminal: &mut Terminal<Screen<Wire>>, view: impl FnOnce(&mut Frame<'_>)) {
    terminal.draw(view).expect("memory takes everything");
}

#[test]
fn a_frame_like_the_one_before_sends_nothing() {
    let (mut terminal, wire) = screen();
    draw(&mut terminal, row("変換"));
    assert_eq!(wire.sent().len(), 1);
    draw(&mut terminal, row("変換"));
    assert_eq!(wire.sent(), [""; 0]);
}

#[test]
fn a_key_sends_its_character_and_the_cursor() {
    let (mut terminal, wire) = screen();
    draw(&mut terminal, row("変"));
    wire.sent();
    draw(&mut terminal, row("変換"));
    let frame = "\x1b[?2026h\x1b[2;3H\x1b[38;5;15;48;5;4m換\x1b[0m\x1b[2;5H\x1b[?2026l";
    assert_eq!(wire.sent(), [frame]);
}

#[test]
fn a_cursor_that_moves_sends_only_where_to() {
    let (mut terminal, wire) = screen();
    let cursor = |at: Position| move |frame: &mut Frame<'_>| frame.set_cursor_position(at);
    draw(&mut terminal, cursor(Position::new(0, 0)));
    wire.sent();
    draw(&mut terminal, cursor(Position::new(4, 2)));
    assert_eq!(wire.sent(), ["\x1b[?2026h\x1b[3;5H\x1b[?2026l"]);
}

#[test]
fn a_cursor_is_hidden_once_and_shown_again() {
    let (mut terminal, wire) = screen();
    draw(&mut terminal, row("変"));
    wire.sent();
    let hidden = |frame: &mut Frame<'_>| frame.buffer_mut().set_string(0, 0, "一覧", Style::new());
    draw(&mut terminal, hidden);
    draw(&mut terminal, hidden);
    let sent = wire.sent();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("\x1b[?25l"), "{sent:?}");
    draw(&mut terminal, row("変"));
    assert!(wire.sent()[0].contains("\x1b[?25h\x1b[2;3H"));
}

#[test]
fn another_size_is_drawn_whole() {
    let (mut terminal, wire) = screen();
    draw(&mut terminal, row("変換"));
    wire.sent();
    terminal.backend_mut().resized(Size { width: 30, height: 5 });
    draw(&mut terminal, row("変換"));
    let sent = wire.sent();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("\x1b[2J") && sent[0].contains('変') && sent[0].contains('換'), "{sent:?}");
}

/// Rows of a screen, each with its style.
fn rows() -> impl Strategy<Value = Vec<(String, Style)>> {
    let style = prop_oneof![
        Just(Style::new()),
        Just(Style::new().fg(Color::Red)),
        Just(Style::new().bg(Color::Indexed(4)).add_modifier(Modifier::BOLD)),
        Just(Style::new().add_modifier(Modifier::REVERSED | Modifier::UNDERLINED)),
    ];
    prop::collection::vec(("[あ漢ｶa 、。-]{0,12}", style), 4)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// However frames follow on one another, a terminal that got only the differences shows the last one.
    #[test]
    fn the_terminal_shows_the_last_frame(frames in prop::collection::vec(rows(), 1..6)) {
        let (mut terminal, wire) = screen();
        let mut seen = vt100::Parser::new(SIZE.height, SIZE.width, 0);
        for rows in frames {
            let mut wanted = None;
            draw(&mut terminal, |frame| {
                for ((text, style), y) in rows.iter().zip(0..) {
                    frame.buffer_mut().set_stringn(0, y, text, 20, *style);
                }
                wanted = Some(frame.buffer_mut().clone());
            });
            wire.sent().iter().for_each(|frame| seen.process(frame.as_bytes()));
            let wanted = wanted.expect("it was drawn");
            for (x, y) in (0..SIZE.width).flat_map(|x| (0..SIZE.height).map(move |y| (x, y))) {
                let cell = seen.screen().cell(y, x).expect("on the screen");
                if cell.is_wide_continuation() {
                    continue;
                }
                let (drawn, shown) = (&wanted[(x, y)], if cell.has_contents() { cell.contents() } else { " " });
                prop_assert_eq!(drawn.symbol(), shown, "{}, {}", x, y);
                // Half of a wide character that was overwritten is blank, in colours that terminals disagree about.
                if shown != " " {
                    prop_assert_eq!(drawn.modifier.contains(Modifier::BOLD), cell.bold());
                    prop_assert_eq!(drawn.modifier.contains(Modifier::REVERSED), cell.inverse());
                    prop_assert_eq!(drawn.fg == Color::Red, cell.fgcolor() == vt100::Color::Idx(1));
                    prop_assert_eq!(drawn.bg == Color::Indexed(4), cell.bgcolor() == vt100::Color::Idx(4));
                }
            }
        }
    }
}
