//! Somebody who never sat at a terminal plays the whole workshop, in either language: a key is pressed only once the
//! screen has named it beside what it does, and only text is typed.

use kijo::domain::words::{Lang, Words, words};
use kijo::message::Action;
use kijo::text::catalog::{SAVING, add_to};

use crate::hands::{key, picked};
use crate::pty::{Room, Shown, Terminal, flowing};

/// The smallest terminal that must do: the fewest keys have room on it.
const SIZE: (u16, u16) = (80, 24);

const PICK: Words = words("で選択", "to pick");
const CLOSE: Words = words("で閉じる", "closes");
const CARRY_OUT: Words = words("で実行", "to go on");
const ALL_THE_SAME: Words = words("このまま次へ", "go on all the same");
const OPEN_ROW: Words = words("行を開く", "opens the row");
const PLAY_THIS: Words = words("この事案で始める", "Play this incident");

impl Shown {
    /// The key that the screen gives for what it calls `does`: before it, as in `Ctrl+N 次の工程`, or behind it in
    /// brackets. What lies over the screen and the bottom line go before what is behind.
    fn key_for(&self, does: &str) -> Option<String> {
        let over = self.dialog();
        let bottom = self.rows.last().cloned();
        let rows = if over.is_empty() { self.rows.clone() } else { over.into_iter().chain(bottom).collect() };
        rows.iter().find_map(|row| {
            row.match_indices(does).find_map(|(at, _)| {
                let (before, rest) = row.split_at(at);
                let after = rest.strip_prefix(does)?;
                let bracket = |c: char| c.is_whitespace() || matches!(c, '（' | '(');
                let named = before.trim_end().rsplit(bracket).next().and_then(key);
                let behind = || key(after.trim_start().strip_prefix('(')?.strip_suffix(')')?);
                named.filter(|_| ends(after)).or_else(behind)
            })
        })
    }
}

/// Whether what is called something ends before `after`.
fn ends(after: &str) -> bool {
    after.is_empty()
        || after.starts_with("  ")
        || !after.starts_with(|c: char| c.is_alphanumeric() || c.is_whitespace())
}

/// A newcomer before the screen.
struct Newcomer {
    room: Room,
    screen: Terminal,
    lang: Lang,
    /// What was typed.
    typed: Vec<String>,
}

impl Newcomer {
    fn sits_down() -> Self {
        let room = Room::new();
        let screen = room.open(&[], SIZE);
        Self { room, screen, lang: Lang::Ja, typed: Vec::new() }
    }

    /// Presses the key that the screen names for this.
    fn press(&mut self, does: Words) {
        self.press_for(does.get(self.lang));
    }

    fn press_for(&mut self, does: &str) {
        self.screen.until(&format!("a key for {does}"), |shown| shown.key_for(does).is_some());
        let key = self.screen.shown().key_for(does).expect("it was there");
        self.screen.press(&key);
    }

    fn act(&mut self, action: Action) {
        self.press(action.label());
    }

    fn see(&mut self, seen: Words) {
        self.screen.see(seen.get(self.lang));
    }

    /// Waits until nothing lies over the screen and the cursor is on what begins with `name`.
    fn at(&mut self, name: Words) {
        let name = name.get(self.lang);
        self.screen.until(name, |shown| shown.dialog().is_empty() && shown.chosen().starts_with(name));
    }

    /// Goes on to what begins with `name`, down a menu or from field to field.
    fn go_to(&mut self, name: Words) {
        let name = name.get(self.lang);
        while !self.screen.shown().chosen().starts_with(name) {
            self.go_on(name);
        }
    }

    fn go_on(&mut self, towards: &str) {
        let ways = [Action::Next, Action::Down].map(|action| action.label().get(self.lang));
        let way = |shown: &Shown| ways.iter().find_map(|does| shown.key_for(does));
        self.screen.until(&format!("a key towards {towards}"), |shown| way(shown).is_some());
        let key = way(&self.screen.shown()).expect("it was there");
        self.screen.step(&key, towards);
    }

    /// Opens what the cursor is on, which lies over the screen then.
    fn opens(&mut self) {
        self.act(Action::Open);
        self.screen.until("what was opened", |shown| !shown.dialog().is_empty());
    }

    /// Answers a question with a text.
    fn answer(&mut self, text: Words) {
        let text = text.get(self.lang);
        self.screen.press(text);
        self.screen.see(text);
        self.typed.push(text.to_owned());
        self.act(Action::Open);
        let saving = SAVING.get(self.lang);
        self.screen.until("the answer taken", |shown| shown.dialog().is_empty() && !shown.has(saving));
    }

    /// Writes into a field.
    fn write(&mut self, field: Words, text: Words) {
        self.go_to(field);
        let text = text.get(self.lang);
        self.screen.press(text);
        self.screen.see(text);
        self.typed.push(text.to_owned());
    }

    /// Writes a time, which the field shows in its own words later.
    fn write_time(&mut self, field: Words, typed: &str) {
        self.go_to(field);
        self.screen.press(typed);
        self.screen.see(typed);
    }

    /// Finds `name` in the list that is open by typing it, and takes it.
    fn take(&mut self, name: Words) {
        let name = name.get(self.lang);
        self.screen.press(name);
        self.screen.until(name, |shown| picked(shown).contains(&flowing(name)));
        self.act(Action::Open);
    }

    /// Picks what a field holds.
    fn pick(&mut self, field: Words, name: Words) {
        self.go_to(field);
        self.press(PICK);
        self.screen.until("a list", |shown| !shown.dialog().is_empty());
        self.take(name);
        self.screen.until("the list to close", |shown| shown.dialog().is_empty());
        self.see(name);
    }

    /// Adds a row to a table that says how.
    fn add_row(&mut self, table: Words, first: Words) {
        let does = add_to(table.get(self.lang), self.lang);
        while !self.screen.shown().chosen().starts_with(&format!("+ {does}")) {
            self.go_on(&does);
        }
        self.press_for(&does);
        self.at(first);
    }

    /// Goes back to where one came from.
    fn back(&mut self, to: Words) {
        self.act(Action::Back);
        self.at(to);
    }

    /// Carries out something that only the menu lists.
    fn by_menu(&mut self, name: Words) {
        self.act(Action::Palette);
        self.screen.until("the menu", |shown| !shown.dialog().is_empty());
        self.take(name);
    }

    /// Holds the step to be done, with all that is missing, and sees where the next one begins.
    fn next_step(&mut self, first: Words) {
        let (all_the_same, begins) = (ALL_THE_SAME.get(self.lang), first.get(self.lang));
        self.act(Action::NextStep);
        self.screen.until("what is missing, or the next step", |shown| {
            shown.key_for(all_the_same).is_some() || shown.chosen().starts_with(begins)
        });
        if !self.screen.shown().dialog().is_empty() {
            self.press(ALL_THE_SAME);
        }
        self.at(first);
    }

    fn close(&mut self, behind: Words) {
        self.press(CLOSE);
        self.at(behind);
    }
}

const CASE_NAME: Words = words("事案名", "Case name");
const RESPONSES: Words = words("対応", "Responses");
const TIME: Words = words("時刻（T＋）", "Time (T+)");
const SITUATION: Words = words("把握した状況", "Situation");
const ACTION: Words = words("対処・判断の内容", "Action or decision");
const DECISION_OWNER: Words = words("判断の責任者", "Decision owner");
const EDITION: Words = words("報告の種別", "Edition");
const RECIPIENTS: Words = words("式次第の送付先", "Recipients");

fn begin(me: &mut Newcomer) {
    me.go_to(words("新しいワークショップ（進行役なし", "New workshop without a facilitator"));
    me.act(Action::Open);
    me.at(words("準備を終えて", "Finish preparing"));
}

fn prepare(me: &mut Newcomer) {
    me.go_to(words("グループ名", "Name of the group"));
    me.opens();
    me.answer(words("法務の班", "The lawyers"));
    me.go_to(words("インシデント対応ポリシー", "Policy sheet"));
    me.act(Action::Open);
    me.at(words("1 ", "1 "));
    me.press(OPEN_ROW);
    me.at(words("規定の有無", "Rule exists"));
    me.pick(words("規定の有無", "Rule exists"), words("一部ある", "Partly"));
    me.write(words("文書名", "Document"), words("危機管理規程", "Crisis manual"));
    me.back(words("1 ", "1 "));
    me.back(words("インシデント対応ポリシー", "Policy sheet"));
    me.go_to(words("参加者を追加", "Add a participant"));
    me.opens();
    me.answer(words("法務 花子", "Hana Homu"));
    me.see(words("法務 花子", "Hana Homu"));
    me.go_to(words("記入者", "Recorder"));
    me.opens();
    me.take(words("法務 花子", "Hana Homu"));
    me.see(words("記入者 法務 花子", "Recorder Hana Homu"));
    me.next_step(words("第一インシデントへ進む", "Go to round one"));
    me.see(words("約束ごと", "Ground rules"));
    me.next_step(PLAY_THIS);
}

fn read_notice(me: &mut Newcomer, first: Words) {
    me.screen.until("the notice", |shown| !shown.dialog().is_empty());
    me.see(words("第一報", "First notice"));
    me.close(first);
}

fn first_response(me: &mut Newcomer) {
    me.act(Action::Open);
    read_notice(me, CASE_NAME);
    me.write(CASE_NAME, words("不審な通信の件", "Odd traffic"));
    me.write_time(words("受付日時", "Received"), "2026/11/20 16:31");
    me.write(words("通報者・連絡先", "Reporter and contact"), words("外部機関の担当者", "An outside body"));
    me.pick(words("事象の分類", "Kind of event"), words("システムへの侵入", "Intrusion"));
    me.write(words("判断の根拠", "Grounds"), words("業務の回線を含むため。", "A line of business is in it."));
    me.add_row(words("第一報の連絡先", "First contacts"), words("連絡先", "Whom"));
    me.pick(words("連絡先", "Whom"), words("広報", "PR"));
    me.write(words("手段", "How"), words("内線と携帯", "By phone"));
    me.back(words("1 ", "1 "));
    me.next_step(words("+ ", "+ "));
}

fn first_table(me: &mut Newcomer) {
    me.add_row(RESPONSES, TIME);
    me.write_time(TIME, "30");
    me.write(SITUATION, words("端末二台から通信が続く。", "Two machines keep calling out."));
    me.write(ACTION, words("端末を回線から切り離す。", "Take the machines off the net."));
    me.pick(DECISION_OWNER, words("CIO", "CIO"));
    me.pick(words("対応の責任者", "Action owner"), words("CSIRT", "CSIRT"));
    me.pick(words("準拠規定", "Rule"), words("証拠保全", "Evidence preservation"));
    me.back(words("1 ", "1 "));
    me.by_menu(Action::AskLog.label());
    me.see(words("どのシステムのログ", "Whose log"));
    me.take(words("プロキシ", "Proxy"));
    me.see(words("どの種類のログ", "Which kind of log"));
    me.take(words("Web アクセス", "Web access"));
    me.at(words("1 ", "1 "));
    me.see(words("「次の場面へ進める」", "\"Release the next scene\""));
    me.by_menu(Action::NextScene.label());
    me.press(CARRY_OUT);
    me.see(words("新しい情報", "new (F2"));
    me.press(words("で読む", "to read"));
    me.screen.until("what is new", |shown| !shown.dialog().is_empty());
    me.close(words("1 ", "1 "));
    me.add_row(RESPONSES, TIME);
    me.write(SITUATION, words("退社時刻を過ぎた。", "It is after hours."));
    me.back(words("2 ", "2 "));
    me.next_step(EDITION);
}

fn report(me: &mut Newcomer, gist: Words) {
    me.pick(EDITION, words("速報", "Prompt"));
    me.write_time(words("いつ現在（T＋）", "As of (T+)"), "120");
    me.go_to(words("1 ", "1 "));
    me.press(OPEN_ROW);
    me.at(words("内容", "Content"));
    me.write(words("内容", "Content"), gist);
    me.back(words("1 ", "1 "));
    me.next_step(RECIPIENTS);
}

fn press_conference(me: &mut Newcomer, answer: Words, next: Words) {
    me.write(RECIPIENTS, words("記者クラブ", "The press club"));
    me.write(words("会見の名称", "Name"), words("通信に関するご説明", "On the traffic"));
    me.add_row(words("登壇者", "Speakers"), words("役職", "Position"));
    me.write(words("役職", "Position"), words("取締役", "A director"));
    me.act(Action::Back);
    me.screen.until("the agenda", |shown| shown.chosen_row().contains("1 "));
    me.act(Action::OtherSheet);
    me.at(words("1 ", "1 "));
    me.press(OPEN_ROW);
    me.at(words("質問", "Question"));
    me.pick(words("回答者", "Answered by"), words("広報", "PR"));
    me.write(words("回答 ", "Answer "), answer);
    me.pick(words("結果", "Outcome"), words("後日回答", "Deferred"));
    me.back(words("1 ", "1 "));
    me.next_step(next);
}

fn review(me: &mut Newcomer) {
    me.opens();
    me.answer(words("会見で答えに詰まったため", "We were stuck at the conference"));
    me.go_to(words("改善の一覧", "Improvements"));
    me.act(Action::Open);
    me.at(words("+ ", "+ "));
    me.add_row(words("改善", "Improvements"), words("改善すること", "What to improve"));
    me.write(words("改善すること", "What to improve"), words("代行者を規程に書く。", "Name stand-ins."));
    me.write(words("理由", "Reason"), words("誰も止められないから。", "Nobody could stop it."));
    me.back(words("1 ", "1 "));
    me.back(words("改善の一覧", "Improvements"));
    me.go_to(words("インシデント対応ポリシー", "Policy sheet"));
    me.act(Action::Open);
    me.at(words("1 ", "1 "));
    me.go_to(words("14 ", "14 "));
    me.press(OPEN_ROW);
    me.at(words("規定の有無", "Rule exists"));
    me.write(words("要旨", "Gist"), words("財務責任者が決める。", "The CFO decides."));
    me.back(words("14 ", "14 "));
    me.back(words("インシデント対応ポリシー", "Policy sheet"));
    me.next_step(PLAY_THIS);
}

fn second_incident(me: &mut Newcomer) {
    me.act(Action::Open);
    read_notice(me, words("くじで一つ引く", "Draw one by lot"));
    me.go_to(words("社長とCIOに連絡が", "The president and the CIO"));
    me.opens();
    me.press(CARRY_OUT);
    me.see(words("秘書室には伝言を残しました", "the secretaries' office"));
    me.press(CLOSE);
    me.screen.until("the factor in force", |shown| shown.dialog().is_empty());
    me.next_step(CASE_NAME);
    me.write(CASE_NAME, words("メール公開の件", "The leaked mail"));
    me.next_step(words("+ ", "+ "));
    me.add_row(RESPONSES, TIME);
    me.write(SITUATION, words("メールが誰でも読める。", "Anybody can read the mail."));
    me.go_to(DECISION_OWNER);
    me.press(PICK);
    me.screen.until("a list", |shown| !shown.dialog().is_empty());
    me.take(words("CIO", "CIO"));
    me.see(words("誰が代わりに判断しますか", "Who decides in their place"));
    me.take(words("CFO", "CFO"));
    me.at(DECISION_OWNER);
    me.back(words("1 ", "1 "));
    me.next_step(EDITION);
}

fn wrap_up(me: &mut Newcomer) {
    me.act(Action::Open);
    me.at(words("良かった点", "Strengths"));
    me.write(words("良かった点", "Strengths"), words("記録を続けられた。", "We kept the record."));
    me.write(
        words("次のステップ", "Next steps"),
        words("来月に規程を改める。", "Mend the rules by next month."),
    );
    me.back(words("講評と次のステップ", "Critique and next steps"));
    me.act(Action::NextStep);
    me.press(words("このまま終える", "finish all the same"));
    me.see(words("ワークショップを終えました", "The workshop is over"));
    me.close(words("講評と次のステップ", "Critique and next steps"));
}

/// Leaves, and finds the day in what the last words on the terminal say how to print.
fn leave(mut me: Newcomer) {
    me.act(Action::Quit);
    let ended = me.screen.end();
    assert_eq!(ended.code, 0, "{}", ended.printed);
    ended.assert_given_back();
    let [file] = me.room.workshops().try_into().expect("one workshop");
    let file = file.to_str().expect("UTF-8");
    assert!(ended.printed.contains("kijo report"), "{}", ended.printed);
    let printed = |verb: &str| {
        let output = me.room.run(&[verb, file]);
        assert_eq!(output.status.code(), Some(0), "{verb}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let (log, report) = (printed("log"), printed("report"));
    for text in &me.typed {
        assert!(log.contains(text.as_str()), "{text} is missing in the log:\n{log}");
        assert!(flowing(&report).contains(&flowing(text)), "{text} is missing in the report:\n{report}");
    }
    assert!(log.lines().any(|line| line.contains("工程を終了") && line.contains("ラップアップ")), "{log}");
}

fn plays(mut me: Newcomer) {
    let all = &mut me;
    begin(all);
    prepare(all);
    first_response(all);
    first_table(all);
    report(all, words("不審な通信を認めました。", "Odd traffic was seen."));
    press_conference(
        all,
        words("現在調べています。", "We are looking into it."),
        words("変更理由を決める", "Set the reason for changes"),
    );
    review(all);
    second_incident(all);
    report(all, words("メールが公開されました。", "Mail was published."));
    press_conference(
        all,
        words("原因は調査中です。", "The cause is not known yet."),
        words("講評と次のステップ", "Critique and next steps"),
    );
    wrap_up(all);
    leave(me);
}

#[test]
fn a_newcomer_plays_by_the_keys_on_the_screen() {
    let mut me = Newcomer::sits_down();
    me.see(words("すぐに始める", "Start playing now"));
    plays(me);
}

#[test]
fn a_newcomer_plays_in_english_by_the_keys_on_the_screen() {
    let mut me = Newcomer::sits_down();
    me.see(words("すぐに始める", "Start playing now"));
    me.act(Action::Language);
    me.lang = Lang::En;
    me.see(words("すぐに始める", "Start playing now"));
    plays(me);
}
