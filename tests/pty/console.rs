//! A facilitator on a second screen: what is given out there arrives at the group's, and nothing else does.

use crate::hands::{ENTER, REFERENCE, ctrl};
use crate::pty::{Room, Terminal};

const SIZE: (u16, u16) = (80, 45);
const SECRET: &str = "代行者を誰も言い出さない";

/// Two screens on one file.
struct Exercise {
    room: Room,
    group: Terminal,
    console: Terminal,
}

impl Exercise {
    fn begin() -> Self {
        let room = Room::new();
        let made = room.run(&[
            "new",
            "--scenario",
            "targeted-attack",
            "--second",
            "web-exposure",
            "--title",
            "秋の演習",
            "--seed",
            "7",
            "day.kijo",
        ]);
        assert!(made.status.success(), "{made:?}");
        let mut group = room.open(&["open", "day.kijo"], SIZE);
        let mut console = room.open(&["console", "day.kijo"], SIZE);
        group.see("準備を終えて");
        console.see("インシデントの選択待ち");
        Self { room, group, console }
    }

    /// The facilitator looks at what will happen, and says yes.
    fn yes(&mut self) {
        self.console.see("Enter で実行");
        self.console.press(ENTER);
        self.console.until("it done", |shown| shown.dialog().is_empty());
    }

    /// The group is told of something new, reads it and goes on.
    fn group_reads(&mut self, words: &str) {
        self.group.see("新しい情報");
        self.group.press(REFERENCE);
        self.group.until(words, |shown| {
            crate::pty::flowing(&shown.dialog().concat()).contains(&crate::pty::flowing(words))
        });
        self.group.close();
    }
}

#[test]
fn a_facilitator_gives_out_what_a_group_plays_with() {
    let mut all = Exercise::begin();
    all.group.step_to("第一インシデント：インシデントの選択");
    all.group.choose("この事案で始める");
    all.group.see("第一報");
    all.group.close();
    all.group.see("初期対応シート");
    all.console.see("2時間後、退勤時刻を過ぎて");

    answer(&mut all);
    scene(&mut all);
    inject(&mut all);
    improvised(&mut all);
    note(&mut all);

    all.group.press(&ctrl('q'));
    all.console.press(&ctrl('q'));
    let (group, console) = (all.group.end(), all.console.end());
    assert_eq!((group.code, console.code), (0, 0));
    for hidden in [SECRET, "何が起きていたか", "期待する対応"] {
        assert!(!group.printed.contains(hidden), "{hidden} was on the group's screen");
    }
    let log = String::from_utf8(all.room.run(&["log", "day.kijo"]).stdout).expect("UTF-8");
    for said in ["場面を開示", "状況付与", "照会に回答", SECRET] {
        assert!(log.contains(said), "{said} is missing in\n{log}");
    }
}

/// A log is asked for on one screen and answered on the other.
fn answer(all: &mut Exercise) {
    all.group.press(&ctrl('r'));
    all.group.see("どのシステムのログ");
    all.group.pick("プロキシ", "プロキシ");
    all.group.see("どの種類のログ");
    all.group.pick("アクセス", "Webアクセス");
    all.console.see("回答待ち");
    all.console.choose("プロキシ: Web アクセス");
    all.yes();
    all.console.see("回答済み");
    all.group_reads("照会への回答");
}

/// A scene arrives while somebody types: not a letter is disturbed.
fn scene(all: &mut Exercise) {
    all.group.write("事案名", "不審な");
    all.console.press(&ctrl('s'));
    all.yes();
    all.group.see("新しい情報");
    all.group.press("通信の件");
    all.group.see("不審な通信の件");
    all.group_reads("2時間後、退勤時刻を過ぎて");
    all.group.see("不審な通信の件");
}

/// What is due by then is given out by hand.
fn inject(all: &mut Exercise) {
    all.console.see("付与待ち");
    let shown = all.console.shown();
    let heading = shown.rows.iter().position(|row| row.trim() == "付与待ち");
    let row = shown.rows[heading.expect("a heading") + 1].trim().to_owned();
    let title =
        row.split("  ").next().expect("a title").trim_start_matches("> ").trim_end_matches('.').to_owned();
    all.console.choose(&title);
    all.yes();
    all.group_reads(&title);
}

/// Something nobody had prepared.
fn improvised(all: &mut Exercise) {
    all.console.press(&ctrl('a'));
    all.console.see("件名：本文");
    all.console.press("工場からの電話：検査装置が止まりそうだと現場が言う。\r");
    all.console.until("it done", |shown| shown.dialog().is_empty());
    all.group_reads("検査装置が止まりそうだと現場が言う。");
}

/// What only the facilitator sees.
fn note(all: &mut Exercise) {
    all.console.press(&ctrl('e'));
    all.console.see("グループには見えません");
    all.console.press(&format!("{SECRET}\r"));
    all.console.until("it done", |shown| shown.dialog().is_empty() && shown.has("保存済み"));
    all.group.settled();
}
