//! The event loop in a real pseudo-terminal: what comes in, and what is given back however it ends.
//!
//! The program under test is this very test binary, called again to run [`the_program`] alone.

use kijo::terminal::{App, Flow, Input, Mouse, Queue, Quit, TerminalError, join, run};
use kijo::ui::text_field::{EditKey, Mode};
use kijo::ui::{TextField, Theme};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::Frame;
use std::io::{Read, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Longer than anything here takes; only what hangs meets it.
const WATCHDOG: Duration = Duration::from_secs(60);
/// Set for the program under test: where it writes what it holds when it ends.
const REPORT: &str = "KIJO_TEST_REPORT";

/// One field over the whole screen. Esc leaves, F1 panics, F2 panics in another thread.
struct Notepad {
    field: TextField,
    quit: Option<Quit>,
}

impl App for Notepad {
    type Wake = &'static str;

    fn update(&mut self, batch: Vec<Input<Self::Wake>>) -> Flow {
        use crossterm::event::KeyCode;
        for input in batch {
            match input {
                Input::Typed(text) => {
                    let _ = self.field.insert(&text);
                }
                Input::Paste(text) => {
                    let _ = self.field.paste(&text);
                }
                Input::Resize(width, height) => self.field.layout(width, height),
                Input::Quit(why) => self.quit = Some(why),
                Input::Wake(word) => {
                    let _ = self.field.insert(word);
                }
                Input::Key(key) => match key.code {
                    KeyCode::Esc => return Flow::Leave,
                    KeyCode::F(1) => panic!("torn at the seams"),
                    KeyCode::F(2) => {
                        let other = std::thread::spawn(|| panic!("elsewhere"));
                        other.join().expect_err("it panicked");
                        let _ = self.field.insert("still here");
                    }
                    _ => {
                        EditKey::from_key(&key).map(|key| self.field.edit(key));
                    }
                },
                Input::Mouse(_) | Input::Job(_) => {}
            }
        }
        Flow::Draw
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        let area = frame.area();
        self.field.draw(area, frame.buffer_mut(), Theme::Plain, true);
        if let Some(cursor) = self.field.cursor(area) {
            frame.set_cursor_position(cursor);
        }
    }
}

/// Not a test by itself: what the tests below run in their terminal.
#[test]
fn the_program() {
    let Some(report) = std::env::var_os(REPORT) else {
        return;
    };
    let mut app = Notepad { field: TextField::new("", Mode::Long), quit: None };
    let queue = Queue::default();
    assert!(queue.sender.send(Input::Wake("*")), "the queue is open");
    let ended = run(&mut app, &queue, Mouse::On);
    let words = format!(
        "{}\n{:?}\n{}",
        ended.map_or_else(|error| error.to_string(), |()| "left".into()),
        app.quit,
        app.field.text()
    );
    std::fs::write(report, words).expect("the report can be written");
}

/// A terminal of 40×6 with the program in it.
struct Screen {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    raw: Vec<u8>,
    modes: String,
    report: tempfile::TempDir,
}

impl Screen {
    fn open(term: &str) -> Self {
        let size = PtySize { rows: 6, cols: 40, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let modes = format!("{:?}", pair.master.get_termios());
        let report = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(std::env::current_exe().expect("this binary"));
        command.args(["--exact", "the_program", "--nocapture", "--test-threads=1"]);
        command.env("TERM", term);
        command.env("RUST_BACKTRACE", "0");
        command.env(REPORT, report.path().join("report"));
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("output");
        let keys = pair.master.take_writer().expect("input");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            keys: Some(keys),
            child,
            output,
            parser: vt100::Parser::new(6, 40, 0),
            raw: Vec::new(),
            modes,
            report,
        }
    }

    /// A terminal in which the program has drawn its first frame.
    fn ready() -> Self {
        let mut screen = Self::open("xterm-256color");
        screen.wait_for("*");
        screen
    }

    fn send(&mut self, keys: &str) {
        self.keys.as_mut().expect("open").write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    fn signal(&self, name: &str) {
        let id = self.child.process_id().expect("it runs").to_string();
        assert!(Command::new("kill").args([name, &id]).status().expect("kill").success());
    }

    fn wait_for(&mut self, words: &str) {
        self.wait_until(words, |screen| screen.parser.screen().contents().contains(words));
    }

    fn wait_until(&mut self, what: &str, seen: impl Fn(&Self) -> bool) {
        let end = Instant::now() + WATCHDOG;
        while !seen(self) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(error) => panic!("{what}: {error}; on screen: {:?}", self.parser.screen().contents()),
            }
        }
    }

    /// Lets the stopped program go on. More than once: it may be told before it has come to a stop.
    fn go_on_until(&mut self, words: &str) {
        let end = Instant::now() + WATCHDOG;
        while !self.parser.screen().contents().contains(words) {
            assert!(Instant::now() < end, "it never went on");
            self.signal("-CONT");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
                self.take(&bytes);
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    /// Waits for the end: exit status, report, and everything that was printed.
    fn end(mut self) -> Ended {
        let (sender, exit) = channel();
        let mut child = std::mem::replace(
            &mut self.child,
            Box::new(std::process::Command::new("true").spawn().expect("true")),
        );
        std::thread::spawn(move || sender.send(child.wait().map(|status| status.exit_code())));
        let code = exit.recv_timeout(WATCHDOG).expect("it ends").expect("a status");
        let modes = self.master.as_ref().map(|master| format!("{:?}", master.get_termios()));
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        let report = std::fs::read_to_string(self.report.path().join("report")).unwrap_or_default();
        Ended {
            code,
            report,
            restored: modes.is_none_or(|modes| modes == self.modes),
            printed: String::from_utf8_lossy(&self.raw).into_owned(),
        }
    }
}

struct Ended {
    code: u32,
    report: String,
    restored: bool,
    printed: String,
}

impl Ended {
    /// The second screen left, paste and mouse modes off, cursor shown, line mode as before.
    fn assert_given_back(&self) {
        assert!(self.restored, "the terminal is still raw");
        let after = self.printed.rsplit_once("\x1b[?2026h").map_or("", |(_, after)| after);
        for sequence in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
            assert!(after.contains(sequence), "{sequence:?} is missing in {after:?}");
        }
    }
}

#[test]
fn a_burst_of_japanese_without_bracketed_paste_arrives_whole() {
    let mut screen = Screen::ready();
    let burst = "工場の端末が暗号化された。".repeat(150);
    screen.send(&format!("{burst}\x1b[H終"));
    screen.wait_for("終");
    screen.send("\x1b");
    let ended = screen.end();
    assert_eq!(ended.report, format!("left\nNone\n終*{burst}"));
    ended.assert_given_back();
}

#[test]
fn what_an_input_method_commits_right_behind_an_escape_is_text() {
    let mut screen = Screen::ready();
    screen.send("\x1bうまく");
    screen.wait_for("*うまく");
    assert_eq!(screen.parser.screen().cursor_position(), (0, 7));
    screen.send("\x1b");
    assert_eq!(screen.end().report, "left\nNone\n*うまく");
}

#[test]
fn control_j_of_a_kana_kanji_converter_wipes_nothing() {
    let mut screen = Screen::ready();
    screen.send("かな\x0a\x0aじ");
    screen.wait_for("かなじ");
    screen.send("\x1b");
    assert_eq!(screen.end().report, "left\nNone\n*かなじ");
}

#[test]
fn a_bracketed_paste_is_one_input_with_newlines() {
    let mut screen = Screen::ready();
    screen.send("\x1b[200~一\r二\u{7}\x1b[201~");
    screen.wait_for("二");
    assert_eq!(screen.parser.screen().cursor_position(), (1, 2));
    screen.send("\x1b");
    assert_eq!(screen.end().report, "left\nNone\n*一\n二");
}

#[test]
fn being_terminated_gives_the_terminal_back() {
    for (signal, why) in [("-TERM", "Terminated"), ("-INT", "Interrupted"), ("-HUP", "TerminalGone")] {
        let mut screen = Screen::ready();
        screen.send("書きかけ");
        screen.wait_for("書きかけ");
        screen.signal(signal);
        let ended = screen.end();
        assert_eq!(ended.report, format!("left\nSome({why})\n*書きかけ"));
        ended.assert_given_back();
    }
}

#[test]
fn a_terminal_that_vanishes_ends_the_program() {
    let mut screen = Screen::ready();
    screen.send("書きかけ");
    screen.wait_for("書きかけ");
    // The reader ends with the next output, and with it the last handle on the terminal.
    screen.output = channel().1;
    screen.send("、");
    screen.keys = None;
    screen.master = None;
    let report = screen.end().report;
    assert!(report.contains("Some(TerminalGone)\n*書きかけ"), "{report}");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut screen = Screen::ready();
    screen.send("\x1bOP");
    let ended = screen.end();
    assert_eq!(ended.code, 101);
    ended.assert_given_back();
    let (_, after) = ended.printed.split_once("\x1b[?1049l").expect("the screen was left");
    assert!(after.contains("torn at the seams"), "{after:?}");
}

#[test]
fn a_panic_elsewhere_speaks_only_when_the_screen_is_left() {
    let mut screen = Screen::ready();
    screen.send("\x1bOQ");
    screen.wait_for("still here");
    screen.send("\x1b");
    let ended = screen.end();
    let (before, after) = ended.printed.split_once("\x1b[?1049l").expect("the screen was left");
    assert!(!before.contains("elsewhere") && after.contains("elsewhere"), "{before:?} {after:?}");
}

#[test]
fn stopped_it_gives_the_terminal_back_and_goes_on_where_it_was() {
    let mut screen = Screen::ready();
    screen.send("途中");
    screen.wait_for("途中");
    screen.signal("-TSTP");
    screen.wait_until("the first screen", |screen| !screen.parser.screen().alternate_screen());
    screen.go_on_until("途中");
    screen.send("まで");
    screen.wait_for("途中まで");
    screen.send("\x1b");
    let ended = screen.end();
    assert_eq!(ended.report, "left\nNone\n*途中まで");
    ended.assert_given_back();
}

#[test]
fn every_frame_is_one_synchronized_update() {
    let mut screen = Screen::ready();
    screen.send("あ");
    screen.wait_for("あ");
    screen.send("\x1b");
    let printed = screen.end().printed;
    assert_eq!(printed.matches("\x1b[?2026h").count() + 1, printed.matches("\x1b[?2026l").count());
    assert!(!printed.contains("\x1b[>"), "keyboard flags stay off");
}

#[test]
fn a_dumb_terminal_is_refused_in_words() {
    let report = Screen::open("dumb").end().report;
    assert_eq!(report.lines().next(), Some(TerminalError::Dumb.to_string().as_str()));
}

#[test]
fn without_a_terminal_it_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = folder.path().join("report");
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command.args(["--exact", "the_program"]).env(REPORT, &report);
    command.output().expect("it runs");
    let report = std::fs::read_to_string(report).expect("a report");
    assert_eq!(report.lines().next(), Some(TerminalError::NoTerminal.to_string().as_str()));
}

mod batches {
    use super::*;
    use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn batch(events: Vec<Event>) -> Vec<Input<()>> {
        join(events.into_iter().filter_map(Input::from_event).collect())
    }

    #[test]
    fn typed_characters_join_until_another_key_comes() {
        let plain = |c| key(KeyCode::Char(c), KeyModifiers::NONE);
        let events = vec![
            plain('あ'),
            key(KeyCode::Char('A'), KeyModifiers::SHIFT),
            key(KeyCode::Char('う'), KeyModifiers::ALT),
            key(KeyCode::Enter, KeyModifiers::NONE),
            plain('い'),
        ];
        let enter = Input::Key(KeyEvent::from(KeyCode::Enter));
        assert_eq!(batch(events), [Input::Typed("あAう".into()), enter, Input::Typed("い".into())]);
    }

    #[test]
    fn control_and_alt_with_ascii_are_keys() {
        for modifiers in [KeyModifiers::CONTROL, KeyModifiers::ALT, KeyModifiers::CONTROL | KeyModifiers::ALT]
        {
            let got = batch(vec![key(KeyCode::Char('j'), modifiers)]);
            assert_eq!(got, [Input::Key(KeyEvent::new(KeyCode::Char('j'), modifiers))]);
        }
    }

    #[test]
    fn of_sizes_in_a_row_the_last_counts() {
        assert_eq!(batch(vec![Event::Resize(1, 1), Event::Resize(80, 24)]), [Input::Resize(80, 24)]);
    }
}
