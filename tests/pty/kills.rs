//! The power fails at random moments while somebody types. `KIJO_KILLS` says how often; a few times by default.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kijo::domain::id::GroupId;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::store::{Reading, Session};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::hands::{BACK_TAB, CTRL_END, TAB};
use crate::pty::{Room, Shown, Terminal, signal};

const SIZE: (u16, u16) = (80, 40);
/// What has been on the screen for this long is safe.
const SEEN: Duration = Duration::from_millis(50);
const FIELDS: [(&str, &str, char); 4] = [
    ("strengths", "良かった点", '甲'),
    ("to-improve", "改善すべき点", '乙'),
    ("questions-answers", "質疑応答", '丙'),
    ("next-steps", "次のステップ", '丁'),
];

/// A workshop whose critique is being written, and what was typed into it.
struct Desk {
    room: Room,
    file: PathBuf,
    random: ChaCha8Rng,
    /// Everything typed into each field that may have arrived.
    typed: [String; 4],
    /// Names for what is typed, each once.
    next: u32,
    /// The first name since the last kill.
    first: u32,
    events: usize,
}

/// What became of the kills.
#[derive(Debug, Default)]
struct Tally {
    kills: u32,
    /// What was looked for, and how much of it had been typed since the kill before.
    seen: usize,
    fresh: usize,
    /// How often drafts were offered.
    offered: u32,
    /// Characters sent that had not been on the screen for long enough.
    lost_unseen: usize,
}

impl Desk {
    fn new(seed: u64) -> Self {
        let room = Room::new();
        let made = room.run(&["new", "--automatic", "day.kijo"]);
        assert!(made.status.success(), "{made:?}");
        let file = room.path("day.kijo");
        let mut desk = Self {
            room,
            file,
            random: ChaCha8Rng::seed_from_u64(seed),
            typed: Default::default(),
            next: 0,
            first: 0,
            events: 0,
        };
        let mut screen = desk.open();
        screen.see("準備を終えて");
        screen.step_to("ラップアップ");
        screen.settled();
        screen.kill();
        desk
    }

    fn open(&mut self) -> Terminal {
        self.room.open(&["open", "day.kijo"], SIZE)
    }

    /// Types until the power fails. What had been on the screen for a while is returned.
    fn type_until_dead(&mut self, mut screen: Terminal) -> Shown {
        let field = self.random.random_range(0..FIELDS.len());
        screen.go_to(FIELDS[field].1);
        screen.press(CTRL_END);
        let id = screen.id();
        self.first = self.next;
        let delay = Duration::from_micros(self.random.random_range(0..400_000));
        let dead = Arc::new(AtomicBool::new(false));
        let over = Arc::clone(&dead);
        let killer = std::thread::spawn(move || {
            std::thread::sleep(delay);
            let moment = Instant::now();
            signal(id, "KILL");
            over.store(true, Ordering::SeqCst);
            moment
        });
        while !dead.load(Ordering::SeqCst) {
            let unit = format!("{}{}。", FIELDS[field].2, self.next);
            self.next += 1;
            self.typed[field].push_str(&unit);
            screen.press_into_the_void(&unit);
            if self.random.random_range(0..6) == 0 {
                // Left and entered again: what is there is recorded.
                screen.press_into_the_void(TAB);
                screen.press_into_the_void(BACK_TAB);
                screen.press_into_the_void(CTRL_END);
            }
            std::thread::sleep(Duration::from_micros(self.random.random_range(0..15_000)));
        }
        let moment = killer.join().expect("the killer is done");
        screen.gone();
        screen.catch_up(moment.checked_sub(SEEN));
        screen.shown()
    }

    /// Opens the file again and takes what is offered.
    fn resume(&mut self, tally: &mut Tally) -> Terminal {
        let mut screen = self.open();
        screen.until("the workshop", |shown| {
            shown.dialog().concat().contains("書きかけ") || shown.chosen().starts_with("講評")
        });
        if screen.shown().dialog().is_empty() {
            screen.choose("講評と次のステップ");
            return screen;
        }
        tally.offered += 1;
        if self.random.random_range(0..8) == 0 {
            // Before anybody could answer, the power fails again.
            screen.kill();
            tally.kills += 1;
            screen = self.open();
            screen.see("書きかけ");
        }
        screen.pick("元の欄", "書きかけを元の欄に戻す");
        screen.until("all of it saved", |shown| shown.dialog().is_empty() && shown.has("保存済み"));
        screen
    }

    /// What the log holds in each field, and how many events.
    fn recorded(&self) -> ([String; 4], usize) {
        let session = Session::open_read_only(&self.file).expect("it opens");
        assert_eq!(*session.reading(), Reading::Complete);
        let view = session.workshop().view(GroupId(1)).expect("the group");
        assert!(view.group.conflicts.is_empty(), "nobody else writes here");
        let text = |key: &str| match view.value(&Cell::form(Artefact::Critique, None, key)) {
            Value::Text(text) => text,
            _ => String::new(),
        };
        let events = events_in(&self.file);
        (FIELDS.map(|(key, ..)| text(key)), events)
    }

    /// Nothing that was seen is missing, nothing was invented, nothing recorded is gone.
    fn assert_kept(&mut self, seen: &Shown, at_once: &[String; 4], tally: &mut Tally) {
        let (kept, events) = self.recorded();
        assert!(events >= self.events, "{events} events of {}", self.events);
        self.events = events;
        let flowing = seen.flowing();
        let saved = flowing.contains("保存済み");
        for (field, (_, label, mark)) in FIELDS.iter().enumerate() {
            let (kept, typed) = (&kept[field], &self.typed[field]);
            assert!(typed.starts_with(kept.as_str()), "{label}: {kept} was never typed; {typed} was");
            for unit in typed.split_inclusive('。').filter(|unit| flowing.contains(unit)) {
                assert!(unit.starts_with(*mark));
                tally.seen += 1;
                let number: String = unit.chars().filter(char::is_ascii_digit).collect();
                tally.fresh += usize::from(number.parse::<u32>().is_ok_and(|number| number >= self.first));
                assert!(kept.contains(unit), "{unit} of {label} was on the screen: {}", seen.text());
                assert!(!saved || at_once[field].contains(unit), "{unit} of {label} was called saved");
            }
            tally.lost_unseen += typed.chars().count() - kept.chars().count();
        }
        self.typed = kept;
    }
}

/// How many events the file holds.
fn events_in(file: &Path) -> usize {
    let opened = kijo::store::SqliteLog::open_read_only(file).expect("it opens");
    opened.entries.len()
}

#[expect(clippy::print_stdout, reason = "the figures of a long run are wanted")]
#[test]
fn nothing_seen_is_lost_when_the_power_fails() {
    let wanted = std::env::var("KIJO_KILLS").ok().and_then(|number| number.parse().ok());
    let wanted: u32 = wanted.unwrap_or(20);
    let seed = std::env::var("KIJO_SEED").ok().and_then(|number| number.parse().ok());
    let mut desk = Desk::new(seed.unwrap_or(1));
    let mut tally = Tally::default();
    let mut screen = desk.resume(&mut tally);
    while tally.kills < wanted {
        let before = desk.type_until_dead(screen);
        tally.kills += 1;
        let (at_once, _) = desk.recorded();
        screen = desk.resume(&mut tally);
        desk.assert_kept(&before, &at_once, &mut tally);
    }
    screen.kill();
    assert!(tally.fresh > 0 && tally.offered > 0, "{tally:?}");
    println!("{tally:?}, {} events", desk.events);
}
