//! The whole workshop in Japanese, sheet by sheet, with the program killed in the middle of three of them.

use std::path::PathBuf;

use kijo::domain::event::Round;
use kijo::domain::id::GroupId;
use kijo::domain::words::Lang;
use kijo::store::Session;
use kijo::text::{place, value};

use crate::hands::{CTRL_END, ctrl};
use crate::pty::{Room, Terminal, flowing};
use crate::rounds;

/// The smallest terminal that must do.
const SIZE: (u16, u16) = (80, 24);

/// A group at its table: its screen, and what it has confirmed so far.
pub struct Group {
    pub room: Room,
    pub screen: Terminal,
    said: Vec<(String, String)>,
}

impl Group {
    /// Writes into a field and leaves it.
    pub fn write(&mut self, field: &str, text: &str) {
        self.screen.write(field, text);
        self.said(field, text);
    }

    /// Writes into a field that reads it, and will show it in another form.
    pub fn write_as(&mut self, field: &str, typed: &str, shown: &str) {
        self.screen.write(field, typed);
        self.said(field, shown);
    }

    /// Picks what a field holds.
    pub fn fill(&mut self, field: &str, typed: &str, name: &str) {
        self.screen.fill(field, typed, name);
        self.said(field, name);
    }

    /// Remembers what a field must hold.
    pub fn said(&mut self, field: &str, text: &str) {
        self.said.push((field.trim().to_owned(), text.to_owned()));
    }

    /// Adds a row where the cursor is and sees its first field.
    pub fn row(&mut self, first: &str) {
        self.screen.press(&ctrl('a'));
        self.screen.until(first, |shown| shown.chosen().starts_with(first));
    }

    pub fn file(&self) -> PathBuf {
        let mut files = self.room.workshops();
        assert_eq!(files.len(), 1, "{files:?}");
        files.remove(0)
    }

    /// What the log holds, a line for each cell.
    pub fn recorded(&self) -> String {
        let session = Session::open_read_only(&self.file()).expect("it opens");
        assert_eq!(*session.reading(), kijo::store::Reading::Complete);
        let view = session.workshop().view(GroupId(1)).expect("the group");
        let mut lines = Vec::new();
        for (cell, _) in view.group.sheets.histories() {
            let (_, field) = cell.definition().expect("a field");
            let shown = value::shown(&view, field, &view.value(cell), Lang::Ja);
            lines.push(format!("{}：{shown}", place::cell(&view, cell, Lang::Ja)));
        }
        lines.join("\n")
    }

    /// Everything confirmed so far is in the log.
    pub fn assert_recorded(&self) {
        let recorded = self.recorded();
        for (field, text) in &self.said {
            let found = recorded.lines().any(|line| line.contains(field) && line.ends_with(text));
            assert!(found, "{field}：{text} is missing in\n{recorded}");
        }
    }

    /// The power fails while `half` stands in `field` and nobody has left it; the group goes on where it was.
    pub fn interrupted(&mut self, field: &str, half: &str, rest: &str) {
        self.screen.saved();
        self.screen.write(field, half);
        self.screen.signal("KILL");
        self.screen.gone();
        self.assert_recorded();
        assert!(!self.recorded().contains(half), "nobody has left the field yet");
        let file = self.file();
        self.screen = self.room.open(&["open", file.to_str().expect("UTF-8")], SIZE);
        self.screen.see("書きかけ");
        self.screen.see(half);
        self.screen.pick("元の欄", "書きかけを元の欄に戻す");
        self.screen.until(field, |shown| shown.dialog().is_empty() && shown.chosen().starts_with(field));
        self.screen.see(half);
        self.screen.press(CTRL_END);
        self.screen.press(rest);
        let whole = format!("{half}{rest}");
        self.screen.see(&whole);
        self.said(field, &whole);
    }
}

impl Group {
    /// Leaves by the key.
    fn leaves(&mut self) {
        self.screen.press(&ctrl('q'));
        let away = self.room.open(&["--version"], SIZE);
        let ended = std::mem::replace(&mut self.screen, away).end();
        assert_eq!(ended.code, 0, "{}", ended.printed);
        ended.assert_given_back();
    }

    /// The words of the day stand in what is printed without a screen.
    fn finds_its_words(&self) {
        let file = self.file();
        let file = file.to_str().expect("UTF-8");
        let printed = |arguments: &[&str], code: i32| {
            let output = self.room.run(arguments);
            let words = String::from_utf8(output.stdout).expect("UTF-8");
            assert_eq!(output.status.code(), Some(code), "{arguments:?}: {words}");
            words
        };
        let log = printed(&["log", file], 0);
        let whole = printed(&["log", "--json", file], 0);
        let report = printed(&["report", "--edition", "facilitator", "--format", "text", file], 0);
        for (_, text) in &self.said {
            // A line of the log has the beginning of a long text; what was picked stands in the other log by its id.
            let beginning: String = text.chars().take(20).collect();
            assert!(log.contains(&beginning) || whole.contains(text), "{text} is missing in the log");
            assert!(flowing(&report).contains(&flowing(text)), "{text} is missing in the report");
        }
        // As with diff(1): there are differences.
        let diff = printed(&["diff", file], 1);
        for text in ["端末二台から不審な通信", "会員の一覧が誰でも", "一部ある", "予備の受注端末"]
        {
            assert!(diff.contains(text), "{text} is missing in the comparison");
        }
        printed(&["check", file], 0);
    }
}

#[test]
fn a_group_alone_plays_two_rounds() {
    let room = Room::new();
    let mut screen = room.open(&[], SIZE);
    screen.see("机上");
    screen.choose("新しいワークショップ（進行役なし");
    screen.see("準備を終えて");
    let mut group = Group { room, screen, said: Vec::new() };
    let all = &mut group;
    rounds::preparation(all);
    rounds::introduction(all);
    rounds::first_incident(all);
    rounds::initial_response(all, Round::One);
    rounds::response_table_one(all);
    rounds::report(all, Round::One);
    rounds::press(all, Round::One);
    rounds::review(all);
    rounds::second_incident(all);
    rounds::initial_response(all, Round::Two);
    rounds::response_table_two(all);
    rounds::report(all, Round::Two);
    rounds::press(all, Round::Two);
    rounds::wrap_up(all);
    group.leaves();
    group.assert_recorded();
    group.finds_its_words();
}
