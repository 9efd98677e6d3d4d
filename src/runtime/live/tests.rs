//! Typing while the disk hangs, and what the loop waits for. The disk hangs because somebody else holds the file.

use std::sync::mpsc::Receiver;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rusqlite::Connection;

use super::*;
use crate::begin;
use crate::domain::event::Facilitation;
use crate::domain::words::Lang;
use crate::keymap::Keymap;
use crate::terminal::Queue;
use crate::ui::screen_text;
use crate::ui::theme::Look;

/// Longer than anything here takes, on a busy machine too.
const DEADLINE: Duration = Duration::from_secs(30);

/// The running program with the critique open, its cursor in the first field.
struct Desk {
    live: Live,
    replies: Receiver<Input<Reply>>,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("day.kijo");
        let library = begin::library(&[], Lang::Ja).expect("the embedded material");
        let options = begin::Options { facilitation: Facilitation::Automatic, ..begin::Options::default() };
        let session = begin::create(&path, &library, &options, Lang::Ja).expect("a workshop");
        let setup = Setup {
            seat: Seat::Participants,
            group: GroupId(1),
            lang: Lang::Ja,
            look: Look::default(),
            folder: folder.path().to_owned(),
            library: Vec::new(),
            notice: None,
            keymap: Keymap::default(),
            contributions: false,
            turn_minutes: None,
        };
        let queue = Queue::default();
        let mut live = Live::new(setup, queue.sender.clone());
        live.show(session).expect("it can be drafted beside it");
        let mut desk = Self { live, replies: queue.inputs, path, _folder: folder };
        desk.tell(Input::Resize(80, 24));
        desk.keys(&[KeyCode::F(3)]);
        desk.tell(Input::Typed("ラップアップ".to_owned()));
        desk.keys(&[KeyCode::Enter, KeyCode::Enter]);
        desk.answered(|screen| screen.contains("保存済み"));
        desk.keys(&[KeyCode::Enter]);
        assert!(desk.screen().contains("良かった点"), "{}", desk.screen());
        desk
    }

    fn tell(&mut self, input: Input<Reply>) -> Flow {
        self.live.update(vec![input])
    }

    fn types(&mut self, text: &str) {
        assert_eq!(self.tell(Input::Typed(text.to_owned())), Flow::Draw);
        assert!(self.screen().contains(text), "{}", self.screen());
    }

    fn keys(&mut self, keys: &[KeyCode]) {
        for key in keys {
            self.tell(Input::Key(KeyEvent::from(*key)));
        }
    }

    /// What the loop does once typing rests.
    fn rest(&mut self) -> Flow {
        self.live.update(Vec::new())
    }

    /// Takes in what the store has to say until the screen is as wanted.
    fn answered(&mut self, wanted: impl Fn(&str) -> bool) {
        while !wanted(&self.screen()) {
            let reply = self.replies.recv_timeout(DEADLINE).expect("the worker answers");
            self.tell(reply);
        }
    }

    fn open(&self) -> &Open {
        self.live.open.as_ref().expect("a workshop is open")
    }

    fn drafts(&self) -> &DraftFile {
        self.open().drafts.as_ref().expect("somebody writes here")
    }

    fn drafted(&self) -> Vec<&str> {
        self.drafts().drafts().iter().map(|draft| draft.text.as_str()).collect()
    }

    fn screen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("memory is enough");
        terminal.draw(|frame| self.live.draw(frame)).expect("memory is enough");
        screen_text(terminal.backend().buffer())
    }

    /// From now on nothing can be saved, until what is returned is dropped.
    fn hang(&self) -> Connection {
        let other = Connection::open(&self.path).expect("it opens");
        other.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
        other
    }
}

#[test]
fn no_key_waits_for_a_disk_that_hangs() {
    // Given a disk that hangs in the middle of a save,
    let mut desk = Desk::new();
    let hanging = desk.hang();
    desk.types("連絡は早かった。");
    desk.keys(&[KeyCode::Tab]);
    assert!(desk.screen().contains("保存中"), "{}", desk.screen());

    // when one types on, everything shows, is drafted, and what has to be synced waits elsewhere,
    desk.types("判断が遅れた。");
    desk.rest();
    assert!(desk.drafts().is_being_synced());
    desk.types("理由を残す。");
    desk.keys(&[KeyCode::Backspace]);

    // and a draft goes only after its text is recorded.
    assert_eq!(desk.drafted(), ["連絡は早かった。", "判断が遅れた。理由を残す"]);
    drop(hanging);
    desk.answered(|screen| !screen.contains("保存中"));
    assert_eq!(desk.drafted(), ["判断が遅れた。理由を残す"]);
    desk.keys(&[KeyCode::Tab]);
    desk.answered(|screen| screen.contains("保存済み"));
    assert!(desk.drafted().is_empty());
}

#[test]
fn leaving_waits_until_everything_is_recorded() {
    let mut desk = Desk::new();
    let hanging = desk.hang();
    desk.types("最後の文。");
    desk.rest();
    drop(hanging);
    assert_eq!(desk.live.leave(), Flow::Leave);
    let session = Session::open_read_only(&desk.path).expect("it opens");
    let cell = Cell::form(crate::domain::sheet::Artefact::Critique, None, "strengths");
    let value = session.workshop().view(GroupId(1)).expect("the group").value(&cell);
    assert_eq!(value, crate::domain::sheet::Value::Text("最後の文。".to_owned()));
    assert!(orphans(&desk.path).expect("a folder").is_empty());
}

#[test]
fn what_a_dead_process_typed_goes_only_after_it_is_on_disk_again() {
    // Given somebody who died while typing,
    let mut desk = Desk::new();
    desk.types("残された文。");
    let cell = desk.drafts().drafts()[0].cell.clone();
    let mut dead = DraftFile::open(&desk.path, "dead").expect("a draft file");
    dead.record(&cell, None, "別の人の文。").expect("recorded");
    drop(dead);
    desk.keys(&[KeyCode::Tab]);
    desk.answered(|screen| screen.contains("保存済み"));
    let mut found = orphans(&desk.path).expect("a folder");
    let open = desk.live.open.as_mut().expect("open");
    open.orphans.append(&mut found);

    // when their text is taken over while the disk hangs, it is kept twice until it is safe.
    let hanging = desk.hang();
    desk.types("先に届く文。");
    desk.keys(&[KeyCode::Tab]);
    let open = desk.live.open.as_mut().expect("open");
    open.perform(vec![Effect::Orphans(OrphanFate::TakenOver)]);
    let left = PathBuf::from(format!("{}.draft-dead", desk.path.display()));
    assert!(left.exists());
    drop(hanging);
    desk.answered(|screen| screen.contains("保存済み"));
    desk.live.leave();
    assert!(!left.exists());
}

#[test]
fn nothing_wakes_the_program_but_typing_that_comes_to_rest() {
    let mut desk = Desk::new();
    assert_eq!(desk.live.wake_at(), None);
    desk.keys(&[KeyCode::Down, KeyCode::Up, KeyCode::F(5), KeyCode::Esc]);
    assert_eq!(desk.live.wake_at(), None);
    desk.types("記録");
    assert!(desk.live.wake_at().is_some());
    // Then nothing is drawn, and nothing is waited for any more.
    assert_eq!(desk.rest(), Flow::Wait);
    assert_eq!(desk.live.wake_at(), None);
}

#[test]
fn a_key_that_means_nothing_draws_nothing() {
    let mut desk = Desk::new();
    desk.types("記録");
    for key in [KeyCode::F(6), KeyCode::F(10), KeyCode::Insert, KeyCode::CapsLock] {
        assert_eq!(desk.tell(Input::Key(KeyEvent::from(key))), Flow::Wait, "{key:?}");
    }
}
