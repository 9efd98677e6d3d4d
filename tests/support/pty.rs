//! A pseudo-terminal with the real program in it, watched from outside: keys go in, what stands on the screen comes out.
//!
//! Waits are for something on the screen, with a deadline that only what hangs ever meets. Nothing here knows what the
//! program shows.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Longer than anything here takes, on a busy machine too.
pub const DEADLINE: Duration = Duration::from_secs(30);
/// What a frame begins with.
const FRAME_BEGIN: &[u8] = b"\x1b[?2026h";
/// What a frame ends with. Between frames the screen is whole.
const FRAME_END: &[u8] = b"\x1b[?2026l";

/// A home of its own for one test: files, settings and state of others are out of reach.
pub struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    pub fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("kijo-pty-").tempdir();
        Self { folder: folder.expect("a folder for passing files") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The workshop files of this room.
    pub fn workshops(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").filter_map(Result::ok) {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "kijo") {
                    found.push(path);
                }
            }
        }
        found.sort();
        found
    }

    /// The program in a terminal of `columns` × `rows`.
    pub fn open(&self, arguments: &[&str], (columns, rows): (u16, u16)) -> Terminal {
        Terminal::open(self.folder.path(), arguments, (columns, rows), Session::Own)
    }

    /// The same in a terminal that is not its controlling one: no SIGHUP tells when it is gone.
    pub fn open_as_guest(&self, arguments: &[&str], (columns, rows): (u16, u16)) -> Terminal {
        Terminal::open(self.folder.path(), arguments, (columns, rows), Session::Guest)
    }

    /// The program without a terminal, to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kijo"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command.envs(surroundings(self.folder.path()));
        command.output().expect("the program starts")
    }
}

fn surroundings(home: &Path) -> Vec<(&'static str, std::ffi::OsString)> {
    let inside = |name: &str| home.join(name).into_os_string();
    vec![
        ("HOME", home.as_os_str().to_owned()),
        ("XDG_DATA_HOME", inside("data")),
        ("XDG_STATE_HOME", inside("state")),
        ("XDG_CONFIG_HOME", inside("config")),
        ("XDG_CACHE_HOME", inside("cache")),
        ("LANG", "ja_JP.UTF-8".into()),
        ("TERM", "xterm-256color".into()),
        ("PATH", std::env::var_os("PATH").unwrap_or_default()),
    ]
}

/// What the terminal shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The rows, each as text without what is blank at its end.
    pub rows: Vec<String>,
    /// Row and column of the cursor.
    pub cursor: (u16, u16),
}

impl Shown {
    fn of(screen: &vt100::Screen) -> Self {
        let (rows, columns) = screen.size();
        let row = |y: u16| {
            let cells = (0..columns).filter_map(|x| screen.cell(y, x));
            let text: String = cells
                .filter(|cell| !cell.is_wide_continuation())
                .map(|cell| if cell.has_contents() { cell.contents() } else { " " })
                .collect();
            text.trim_end().to_owned()
        };
        Self { rows: (0..rows).map(row).collect(), cursor: screen.cursor_position() }
    }

    /// Everything on the screen, row by row.
    pub fn text(&self) -> String {
        self.rows.join("\n")
    }

    /// The same as one line without blanks and frames, so that what is wrapped can be found.
    pub fn flowing(&self) -> String {
        flowing(&self.text())
    }

    pub fn has(&self, words: &str) -> bool {
        self.rows.iter().any(|row| row.contains(words)) || self.flowing().contains(&flowing(words))
    }
}

/// `text` without blanks and frames.
pub fn flowing(text: &str) -> String {
    let framing = |c: &char| !c.is_whitespace() && !matches!(c, '\u{2500}'..='\u{257F}');
    text.chars().filter(framing).collect()
}

/// The program in its terminal. It is killed when this is dropped.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<(Instant, Vec<u8>)>,
    parser: vt100::Parser,
    /// What has come and is not on the screen yet: the beginning of a frame.
    pending: Vec<u8>,
    /// Everything that was printed.
    pub printed: Vec<u8>,
    modes: String,
}

/// How a program stands to its terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Session {
    /// The terminal controls it.
    Own,
    /// It only reads from it and writes to it.
    Guest,
}

impl Terminal {
    fn open(home: &Path, arguments: &[&str], (columns, rows): (u16, u16), session: Session) -> Self {
        let pair = native_pty_system().openpty(pty_size(columns, rows)).expect("a pseudo-terminal");
        let modes = format!("{:?}", pair.master.get_termios());
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_kijo"));
        command.args(arguments);
        command.set_controlling_tty(session == Session::Own);
        command.cwd(home);
        command.env_clear();
        for (name, value) in surroundings(home) {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("output");
        let keys = pair.master.take_writer().expect("input");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 16384];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        Self {
            master: Some(pair.master),
            keys: Some(keys),
            child,
            output,
            parser: vt100::Parser::new(rows, columns, 0),
            pending: Vec::new(),
            printed: Vec::new(),
            modes,
        }
    }

    /// Sends keys, or text as an input method commits it.
    pub fn press(&mut self, keys: &str) {
        let sent = self.keys.as_mut().expect("open").write_all(keys.as_bytes());
        if let Err(error) = sent {
            panic!("{keys:?}: {error}; on screen:\n{}", self.shown().text());
        }
    }

    /// The same for a program that may be dead by now.
    pub fn press_into_the_void(&mut self, keys: &str) {
        let _ = self.keys.as_mut().expect("open").write_all(keys.as_bytes());
    }

    /// What is on the screen as far as it was looked at.
    pub fn shown(&self) -> Shown {
        Shown::of(self.parser.screen())
    }

    /// Waits until the screen has `words`, be they wrapped.
    pub fn see(&mut self, words: &str) {
        self.until(words, |shown| shown.has(words));
    }

    /// Waits until the screen does not have `words` any more.
    pub fn see_no(&mut self, words: &str) {
        self.until(&format!("no {words}"), |shown| !shown.has(words));
    }

    /// Waits until the screen is as wanted.
    pub fn until(&mut self, what: &str, wanted: impl Fn(&Shown) -> bool) {
        let end = Instant::now() + DEADLINE;
        while !wanted(&self.shown()) {
            match self.output.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok((_, bytes)) => self.take(&bytes),
                Err(error) => panic!(
                    "waiting for {what}: {error}; on screen:\n{}\n{}",
                    self.shown().text(),
                    String::from_utf8_lossy(&self.pending)
                ),
            }
        }
    }

    /// Takes in what was printed by `moment`, or everything there is by now.
    pub fn catch_up(&mut self, moment: Option<Instant>) {
        while let Ok((at, bytes)) = self.output.try_recv() {
            if moment.is_none_or(|moment| at <= moment) {
                self.take(&bytes);
            }
        }
    }

    /// Only whole frames reach the screen.
    fn take(&mut self, bytes: &[u8]) {
        self.printed.extend_from_slice(bytes);
        self.pending.extend_from_slice(bytes);
        let after = |what: &[u8]| {
            let place = self.pending.windows(what.len()).rposition(|window| window == what);
            place.map(|place| place + what.len())
        };
        let whole = match (after(FRAME_BEGIN), after(FRAME_END)) {
            (Some(begun), Some(ended)) if ended > begun => ended,
            (Some(_), Some(ended)) => ended,
            (Some(_), None) => 0,
            (None, _) => self.pending.len(),
        };
        let frames: Vec<u8> = self.pending.drain(..whole).collect();
        self.parser.process(&frames);
    }

    /// Gives the terminal another size. Everything is drawn anew.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.catch_up(None);
        // What was drawn for the size before may still come: the emulator panics on a wide character in one column, and
        // on a wrapped one in one row. Nobody looks at what is on such screens.
        self.parser = vt100::Parser::new(rows.max(2), columns.max(8), 0);
        let resized = self.master.as_ref().expect("open").resize(pty_size(columns, rows));
        resized.expect("the terminal takes another size");
    }

    /// Sends a signal by its name: `KILL`, `TERM`, `HUP`.
    pub fn signal(&self, name: &str) {
        signal(self.id(), name);
    }

    pub fn id(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// Kills the program as a power cut would, and waits until it is gone.
    pub fn kill(mut self) {
        self.signal("KILL");
        self.child.wait().expect("it is gone");
    }

    /// Waits until it is gone.
    pub fn gone(&mut self) {
        self.child.wait().expect("it is gone");
    }

    /// Takes the terminal away, as when its window is closed.
    pub fn close_window(&mut self) {
        // Whoever reads what is printed holds the terminal too, and lets go of it with the next thing that comes: F1
        // changes every screen.
        self.output = channel().1;
        self.press_into_the_void("\x1bOP");
        self.keys = None;
        self.master = None;
    }

    /// Waits for the end.
    pub fn end(mut self) -> Ended {
        let asked = Instant::now();
        let (sender, exit) = channel();
        let gone: Box<dyn Child + Send + Sync> = Box::new(Command::new("true").spawn().expect("true"));
        let mut child = std::mem::replace(&mut self.child, gone);
        std::thread::spawn(move || sender.send(child.wait().map(|status| status.exit_code())));
        let code = match exit.recv_timeout(DEADLINE) {
            Ok(status) => status.expect("a status"),
            Err(error) => panic!("it does not end ({error}); on screen:\n{}", self.shown().text()),
        };
        let took = asked.elapsed();
        let modes = self.master.as_ref().map(|master| format!("{:?}", master.get_termios()));
        while let Ok((_, bytes)) = self.output.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        Ended {
            code,
            took,
            restored: modes.is_none_or(|modes| modes == self.modes),
            printed: String::from_utf8_lossy(&self.printed).into_owned(),
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let (Ok(None), Some(id)) = (self.child.try_wait(), self.child.process_id()) {
            signal(id, "KILL");
            let _ = self.child.wait();
        }
    }
}

/// Sends a signal to the process `id`.
pub fn signal(id: u32, name: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), &id.to_string()]).status();
    assert!(sent.expect("kill").success());
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// How it ended.
pub struct Ended {
    /// Exit status.
    pub code: u32,
    /// How long it took from when it was waited for.
    pub took: Duration,
    /// Whether the terminal reads lines again.
    pub restored: bool,
    /// Everything it printed.
    pub printed: String,
}

impl Ended {
    /// The second screen left, paste and mouse modes off, cursor shown, line mode as before.
    pub fn assert_given_back(&self) {
        assert!(self.restored, "the terminal is still raw");
        let after = self.printed.rsplit_once("\x1b[?2026h").map_or("", |(_, after)| after);
        for sequence in ["\x1b[?1049l", "\x1b[?2004l", "\x1b[?1000l", "\x1b[?25h"] {
            assert!(after.contains(sequence), "{sequence:?} is missing in {after:?}");
        }
    }
}
