//! Two processes on one file: each sees what the other does, and two writers never lose a text.

use kijo::domain::id::GroupId;
use kijo::domain::sheet::{Artefact, Cell, Value};
use kijo::store::Session;

use crate::hands::{CTRL_END, ESC, ctrl};
use crate::pty::{Room, Terminal};

const SIZE: (u16, u16) = (80, 30);

/// Two people before the same critique.
struct Two {
    room: Room,
    one: Terminal,
    other: Terminal,
}

fn critique(room: &Room) -> Terminal {
    let mut screen = room.open(&["open", "day.kijo"], SIZE);
    screen.see("準備を終えて");
    screen.step_to("ラップアップ");
    screen.choose("講評と次のステップ");
    screen.until("the critique", |shown| shown.chosen().starts_with("良かった点"));
    screen
}

impl Two {
    fn begin() -> Self {
        let room = Room::new();
        let made = room.run(&["new", "--automatic", "day.kijo"]);
        assert!(made.status.success(), "{made:?}");
        let one = critique(&room);
        one.signal("KILL");
        drop(one);
        let other = reopened(&room);
        let one = reopened(&room);
        Self { room, one, other }
    }

    fn value(&self, key: &str) -> Value {
        let session = Session::open_read_only(&self.room.path("day.kijo")).expect("it opens");
        let view = session.workshop().view(GroupId(1)).expect("the group");
        view.value(&Cell::form(Artefact::Critique, None, key))
    }

    fn conflicts(&self) -> usize {
        let session = Session::open_read_only(&self.room.path("day.kijo")).expect("it opens");
        session.workshop().view(GroupId(1)).expect("the group").group.conflicts.len()
    }
}

/// The critique again: the group is at its step already.
fn reopened(room: &Room) -> Terminal {
    let mut screen = room.open(&["open", "day.kijo"], SIZE);
    screen.until("the wrap-up", |shown| shown.chosen().starts_with("講評"));
    screen.choose("講評と次のステップ");
    screen.until("the critique", |shown| shown.chosen().starts_with("良かった点"));
    screen
}

#[test]
fn each_sees_what_the_other_writes() {
    let mut two = Two::begin();
    for turn in 1..=5 {
        let text = format!("{turn}回目の気づき。");
        two.one.write("良かった点", &text);
        two.one.saved();
        let said = std::time::Instant::now();
        two.other.see(&text);
        assert!(said.elapsed().as_secs() < 5, "a second, and room for a busy machine");
        let text = format!("{turn}回目の課題。");
        two.other.write("改善すべき点", &text);
        two.other.saved();
        two.one.see(&text);
        two.one.go_to("良かった点");
        two.one.press(CTRL_END);
        two.other.go_to("改善すべき点");
        two.other.press(CTRL_END);
    }
    assert_eq!(two.conflicts(), 0);
}

/// Both write on the same text before either has left the field.
fn collide(two: &mut Two, first: &str, second: &str) {
    two.one.go_to("良かった点");
    two.other.go_to("良かった点");
    two.one.press(first);
    two.one.see(first);
    two.other.press(second);
    two.other.see(second);
    two.one.saved();
    two.other.press("\t");
    two.other.see("先に保存されたほう");
    two.other.see(first);
    two.other.see(second);
    two.one.see("別の人も同時に書きました");
}

#[test]
fn two_texts_for_one_field_are_kept_shown_and_settled() {
    let mut two = Two::begin();
    collide(&mut two, "先に書いた文。", "後から書いた文。");
    assert_eq!(two.value("strengths"), Value::Text("先に書いた文。".to_owned()));
    assert_eq!(two.conflicts(), 1);
    two.other.pick("両方", "両方を残す");
    two.other.until("it settled", |shown| shown.dialog().is_empty() && shown.has("後から書いた文。"));
    two.one.see("後から書いた文。");
    two.one.see_no("別の人も同時に書きました");
    assert_eq!(two.conflicts(), 0);
    let both = Value::Text("先に書いた文。\n後から書いた文。".to_owned());
    assert_eq!(two.value("strengths"), both);
}

#[test]
fn a_conflict_put_off_is_settled_on_the_other_screen() {
    let mut two = Two::begin();
    collide(&mut two, "甲の文。", "乙の文。");
    two.other.press(ESC);
    two.other.until("the sheet", |shown| shown.dialog().is_empty());
    two.one.act("同時編集の確認");
    two.one.see("乙の文。");
    two.one.pick("あとから", "あとから書かれたほう");
    two.other.see_no("別の人も同時に書きました");
    two.other.see("乙の文。");
    assert_eq!(two.value("strengths"), Value::Text("乙の文。".to_owned()));
    two.one.press(&ctrl('q'));
    two.other.press(&ctrl('q'));
    assert_eq!((two.one.end().code, two.other.end().code), (0, 0));
}

#[test]
fn very_long_texts_in_conflict_can_be_settled_too() {
    let mut two = Two::begin();
    let (first, second) = ("先の長い文。".repeat(300), "後の長い文。".repeat(300));
    two.one.go_to("良かった点");
    two.other.go_to("良かった点");
    two.one.press(&format!("\x1b[200~{first}\x1b[201~"));
    two.one.see("先の長い文");
    two.other.press(&format!("\x1b[200~{second}\x1b[201~"));
    two.other.see("後の長い文");
    two.one.saved();
    two.other.press("\t");
    two.other.see("先に保存されたほう");
    two.one.see("別の人も同時に書きました");
    two.other.pick("両方", "両方を残す");
    two.other.until("it settled", |shown| shown.dialog().is_empty());
    two.one.see_no("別の人も同時に書きました");
    assert_eq!(two.value("strengths"), Value::Text(format!("{first}\n{second}")));
}
