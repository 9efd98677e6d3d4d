//! What typing costs the terminal and whom it waits for: bytes for a key, nothing for nothing, bursts, disks that hang.

use kijo::domain::id::GroupId;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::store::Session;
use rusqlite::Connection;

use crate::hands::{CTRL_END, ESC, TAB, ctrl};
use crate::pty::{Room, Shown, Terminal};

const SIZE: (u16, u16) = (80, 24);
const FRAME: &[u8] = b"\x1b[?2026h";

/// A critique with the cursor in a long text.
fn writing(room: &Room) -> Terminal {
    let made = room.run(&["new", "--automatic", "day.kijo"]);
    assert!(made.status.success(), "{made:?}");
    let mut screen = room.open(&["open", "day.kijo"], SIZE);
    screen.see("準備を終えて");
    screen.step_to("ラップアップ");
    screen.choose("講評と次のステップ");
    screen.go_to("改善すべき点");
    screen.settled();
    screen
}

fn recorded(room: &Room, field: &str) -> String {
    let session = Session::open_read_only(&room.path("day.kijo")).expect("it opens");
    let view = session.workshop().view(GroupId(1)).expect("the group");
    match view.value(&Cell::form(Artefact::Critique, None, field)) {
        Value::Text(text) => text,
        _ => String::new(),
    }
}

fn frames(printed: &[u8]) -> usize {
    printed.windows(FRAME.len()).filter(|window| *window == FRAME).count()
}

impl Terminal {
    /// Types one character and waits until the cursor stands behind it. Says what that printed.
    fn key(&mut self, letter: char) -> Vec<u8> {
        let (printed, before) = (self.printed.len(), self.shown());
        self.press(&letter.to_string());
        self.until(&format!("{letter} at the cursor"), |shown| {
            shown.cursor != before.cursor && shown.text() != before.text()
        });
        self.printed[printed..].to_vec()
    }
}

#[test]
fn a_key_costs_few_bytes() {
    let room = Room::new();
    let mut screen = writing(&room);
    let text = "検知の遅れは連絡網に夜間の番号がなかったためで、担当者は翌朝まで気づけませんでした。";
    let mut costs: Vec<usize> = text.chars().cycle().take(200).map(|c| screen.key(c).len()).collect();
    costs.sort_unstable();
    assert!(costs[100] <= 60, "{costs:?}");
}

#[test]
fn what_changes_nothing_prints_nothing() {
    let room = Room::new();
    let mut screen = writing(&room);
    screen.key('一');
    let before = screen.printed.len();
    // Nowhere to go, nothing to do; keys of input methods; a click on the cursor's own field.
    for key in ["\x1b[C", "\x1b[F", CTRL_END, "\x1b[3~", "\x1b[17~", "\x1b[20~", "\x1b[21~", "\x1b[I"] {
        screen.press(key);
    }
    for letter in ['j', 'k', 'o', 'p', 't', 'u'] {
        screen.press(&ctrl(letter));
    }
    screen.key('二');
    let printed = &screen.printed[before..];
    assert_eq!(frames(printed), 1, "{:?}", String::from_utf8_lossy(printed));
}

#[test]
fn every_key_is_one_frame() {
    let room = Room::new();
    let mut screen = writing(&room);
    for letter in "記録を残す。".chars() {
        let printed = screen.key(letter);
        assert_eq!(frames(&printed), 1, "{:?}", String::from_utf8_lossy(&printed));
        assert!(printed.ends_with(b"\x1b[?2026l"));
    }
}

#[test]
fn composition_stands_at_the_real_cursor_also_behind_a_full_row() {
    let room = Room::new();
    let mut screen = writing(&room);
    for letter in "漢字かな".chars().cycle().take(60) {
        let (row, column) = screen.shown().cursor;
        screen.key(letter);
        let shown = screen.shown();
        assert_eq!(shown.at(row, column), Some(letter), "{row}, {column}\n{}", shown.text());
    }
}

impl Shown {
    /// The character in a cell.
    fn at(&self, row: u16, column: u16) -> Option<char> {
        let mut left = usize::from(column);
        for grapheme in kijo::ui::width::graphemes(&self.rows[usize::from(row)]) {
            if left == 0 {
                return grapheme.text.chars().next();
            }
            left = left.checked_sub(grapheme.cells)?;
        }
        None
    }
}

#[test]
fn a_burst_of_three_thousand_characters_arrives_whole() {
    let burst = "工場の端末が三台、暗号化された。連絡は早かった。".repeat(125);
    assert_eq!(burst.chars().count(), 3_000);
    for paste in [false, true] {
        let room = Room::new();
        let mut screen = writing(&room);
        let (begin, end) = if paste { ("\x1b[200~", "\x1b[201~") } else { ("", "") };
        screen.press(&format!("{begin}{burst}{end}終わり。"));
        screen.see("終わり。");
        screen.saved();
        assert_eq!(recorded(&room, "to-improve"), format!("{burst}終わり。"));
    }
}

#[test]
fn a_disk_that_hangs_holds_up_no_key() {
    let room = Room::new();
    let mut screen = writing(&room);
    let hanging = Connection::open(room.path("day.kijo")).expect("it opens");
    hanging.execute_batch("BEGIN IMMEDIATE").expect("nobody else writes");
    screen.write("改善すべき点", "判断が遅れた。");
    screen.press(TAB);
    screen.see("保存中");
    for letter in "理由も時刻も残す。".chars() {
        screen.key(letter);
    }
    hanging.execute_batch("ROLLBACK").expect("it was held");
    screen.see_no("保存中");
    screen.press(TAB);
    screen.see("保存済み");
    assert_eq!(recorded(&room, "to-improve"), "判断が遅れた。");
    assert_eq!(recorded(&room, "questions-answers"), "理由も時刻も残す。");
}

#[test]
fn what_a_paste_holds_presses_no_key() {
    let room = Room::new();
    let mut screen = writing(&room);
    screen.press("\x1b[200~前\x11\r\x1b[15~\x1b[B\x0e後\x1b[201~");
    screen.see("後");
    screen.saved();
    assert_eq!(recorded(&room, "to-improve"), "前\n後");
}

#[test]
fn escape_is_heard_at_once_and_costs_no_text() {
    let room = Room::new();
    let mut screen = writing(&room);
    screen.write("改善すべき点", "変換の途中");
    screen.press(ESC);
    screen.until("where one came from", |shown| !shown.chosen().starts_with("改善すべき点"));
    screen.see("保存済み");
    assert_eq!(recorded(&room, "to-improve"), "変換の途中");
}

/// How often any thread of the program has gone to sleep so far, which it does once more whenever it was woken.
#[cfg(target_os = "linux")]
fn sleeps(screen: &Terminal) -> u64 {
    let threads = std::fs::read_dir(format!("/proc/{}/task", screen.id())).expect("it runs");
    let of_thread = |thread: std::io::Result<std::fs::DirEntry>| {
        let status = std::fs::read_to_string(thread.expect("a thread").path().join("status"));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.and_then(|count| count.trim().parse::<u64>().ok()).expect("a count")
    };
    threads.map(of_thread).sum()
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_is_woken_while_nothing_happens() {
    let room = Room::new();
    let screen = &mut writing(&room);
    // What was typed is brought to disk a moment later; then there is nothing left to do.
    screen.key('一');
    let elsewhere = Room::new();
    let undisturbed = (0..10).any(|_| {
        let before = (sleeps(screen), screen.printed.len());
        // Work that has nothing to do with it and takes some seconds: whatever ticks would be woken meanwhile.
        for _ in 0..20 {
            assert!(elsewhere.run(&["show", "scenarios"]).status.success());
        }
        screen.catch_up(None);
        before == (sleeps(screen), screen.printed.len())
    });
    assert!(undisturbed, "it never comes to rest");
}
