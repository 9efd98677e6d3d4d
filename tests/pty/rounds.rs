//! What the group does at each step, from the preparation to the wrap-up, sheet by sheet.

use kijo::domain::event::Round;

use crate::hands::{ENTER, ESC, OTHER_SHEET, ctrl};
use crate::workshop::Group;

/// A step as the screen calls it.
fn of(round: Round, step: &str) -> String {
    match round {
        Round::One => format!("第一インシデント：{step}"),
        Round::Two => format!("第二インシデント：{step}"),
    }
}

pub fn preparation(all: &mut Group) {
    all.screen.choose("グループ名");
    all.screen.see("画面の一番上に出ます");
    all.screen.press("第一班\r");
    all.screen.until("the name", |shown| shown.head().contains("第一班"));
    all.screen.choose("参加者を追加");
    all.screen.see("一人がいくつかの役割");
    all.screen.press("山田 花子\r");
    all.screen.until("her name in the list", |shown| shown.dialog().is_empty() && shown.has("山田 花子"));
    all.screen.press(&ctrl('w'));
    all.screen.see("誰が記入しますか");
    all.screen.pick("山田", "山田");
    all.screen.until("the recorder", |shown| shown.head().contains("記入者 山田 花子"));
    policy(all);
    rules(all);
}

fn policy(all: &mut Group) {
    all.screen.choose("インシデント対応ポリシー");
    all.screen.see("規定の有無");
    all.screen.choose("1 ");
    all.screen.see("文書名");
    all.fill("規定の有無", "ある", "ある");
    all.write("文書名", "危機管理規程");
    all.write("要旨", "重大な事案は一時間以内に社長へ報告する。");
    all.fill("判断の責任者", "しゃちょう", "経営者・事業責任者");
    all.screen.saved();
    all.screen.back();
}

fn rules(all: &mut Group) {
    all.screen.press(OTHER_SHEET);
    all.screen.see("規定と見直し案");
    all.row("文書名");
    all.write("文書名", "情報システム運用規程");
    all.write("条項", "第十二条");
    all.write("要旨", "停止には情報責任者の承認が要る。");
    all.screen.saved();
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("準備を終えて");
}

pub fn introduction(all: &mut Group) {
    all.screen.finish_step("イントロダクション");
    all.screen.see("約束ごと");
    all.screen.finish_step(&of(Round::One, "インシデントの選択"));
}

pub fn first_incident(all: &mut Group) {
    all.screen.choose("この事案で始める");
    all.screen.see("第一報");
    all.screen.close();
}

pub fn initial_response(all: &mut Group, round: Round) {
    let (name, kind, typed) = match round {
        Round::One => ("不審な通信の件", "システムへの侵入", "侵入"),
        Round::Two => ("会員情報の件", "情報漏えい", "漏えい"),
    };
    all.screen.see(&of(round, "初期対応シート"));
    all.write("事案名", name);
    all.write_as("受付日時", "2026/11/20 16:40", "2026年11月20日（金）16:40");
    all.write("通報者・連絡先", "外部機関の担当者（代表番号）");
    all.write("通報の真偽確認", "公開されている番号に折り返して確かめる。");
    all.fill("事象の分類", typed, kind);
    all.fill("継続の有無", "不明", "不明");
    all.fill("重要度", "3", "3：顧客・取引先・個人データに影響する、またはそのおそれがある");
    all.write("判断の根拠", "業務につながる回線の通信が含まれるため。");
    all.fill("判断者", "しーさーと", "CSIRT");
    all.screen.go_to("+ 「第一報の連絡先」");
    all.screen.press(ENTER);
    all.screen.until("a row", |shown| shown.chosen().starts_with("連絡先"));
    all.fill("連絡先", "こうほう", "広報");
    all.write("手段", "内線と携帯");
    all.screen.back();
    all.screen.finish_step(&of(round, "インシデント対応表"));
}

pub fn response_table_one(all: &mut Group) {
    all.row("時刻");
    all.write_as("時刻（T＋）", "３０分", "T＋30分");
    all.write("把握した状況", "端末二台から不審な通信が続いている。");
    all.interrupted("対処・判断の内容", "端末を回線から切り離し、", "電源は落とさず証拠を残す。");
    all.fill("判断の責任者", "しーあいおー", "CIO");
    all.fill("対応の責任者", "うんよう", "当該システムの運用者");
    all.fill("状況", "対応中", "対応中");
    all.fill("準拠規定", "証拠保全", "証拠保全");
    all.screen.saved();
    all.screen.back();
    ask_for_a_log(all);
    all.screen.act("次の場面へ進める");
    all.screen.see("演習時刻は戻せません");
    all.screen.press(ENTER);
    all.screen.see("新しい情報");
    all.row("時刻");
    all.write("把握した状況", "退社時刻を過ぎ、経路は分かっていない。");
    all.write("対応上の考慮点", "連休中の連絡体制を先に決めておく。");
    all.screen.saved();
    all.screen.back();
    all.screen.finish_step(&of(Round::One, "インシデント報告書"));
}

fn ask_for_a_log(all: &mut Group) {
    all.screen.press(&ctrl('r'));
    all.screen.see("どのシステムのログ");
    all.screen.pick("プロキシ", "プロキシ");
    all.screen.see("どの種類のログ");
    all.screen.pick("アクセス", "Webアクセス");
    all.screen.until("the request sent", |shown| shown.dialog().is_empty());
}

pub fn report(all: &mut Group, round: Round) {
    all.fill("報告の種別", "速報", "速報");
    all.write_as("いつ現在（T＋）", "2h", "T＋2時間");
    all.fill("報告先", "かんとくかんちょう", "監督官庁");
    all.screen.open_row("1 概要", "内容");
    match round {
        Round::One => all.interrupted("内容", "社外からの知らせで不審な通信を認め、", "調査を続けています。"),
        Round::Two => all.write("内容", "会員の情報が外から見える状態でした。"),
    }
    all.fill("確度", "調査中", "調査中");
    all.screen.back();
    all.screen.open_row("1 本人の数（名）", "数");
    all.write_as("数", "１，２００", "1,200");
    all.fill("数の性質", "最大", "最大");
    all.screen.back();
    all.screen.finish_step(&of(round, "記者会見"));
}

pub fn press(all: &mut Group, round: Round) {
    all.write("式次第の送付先", "記者クラブと業界紙");
    all.write("会見の名称", "不正な通信に関するご説明");
    all.write("伝えること", "分かっていること、分かっていないこと。");
    all.screen.go_to("+ 「登壇者」");
    all.screen.press(ENTER);
    all.screen.until("a speaker", |shown| shown.chosen().starts_with("役職"));
    all.write("役職", "取締役");
    all.write("氏名", "相模 太郎");
    all.write("会見での役割", "説明の責任者");
    all.screen.back();
    all.screen.press(OTHER_SHEET);
    all.screen.see("質疑の記録");
    all.screen.act("記者の質問を追加");
    all.screen.until("the question", |shown| !shown.dialog().is_empty() && shown.has("質問"));
    all.screen.press("いつ気づいたのですか。\r");
    all.screen.until("the record", |shown| shown.dialog().is_empty() && shown.has("いつ気づいた"));
    match round {
        Round::One => answer(all, "けいえい", "経営者・事業責任者"),
        Round::Two => answer(all, "こうほう", "広報"),
    }
    let next = match round {
        Round::One => "改善点の検討",
        Round::Two => "ラップアップ",
    };
    all.screen.finish_step(next);
}

fn answer(all: &mut Group, typed: &str, speaker: &str) {
    all.screen.open_row("いつ気づいた", "質問");
    all.fill("回答者", typed, speaker);
    all.write("回答 ", "十一月二十日の夕方です。");
    all.fill("結果", "回答", "回答");
    all.screen.back();
}

pub fn review(all: &mut Group) {
    all.screen.choose("変更理由を決める");
    all.screen.see("見直しでの変更には理由が要ります");
    all.screen.press("会見で答えに詰まったため\r");
    all.screen
        .until("the reason", |shown| shown.dialog().is_empty() && shown.has("会見で答えに詰まったため"));
    fact_sheet(all);
    stakeholders(all);
    policy_again(all);
    improvements(all);
    all.screen.finish_step("インシデントの選択");
}

fn fact_sheet(all: &mut Group) {
    all.screen.choose("想定IT環境ファクトシート");
    all.screen.see("対象");
    all.screen.open_row("1 ", "対象");
    all.write("止まる業務", "受注の照会が半日止まる。");
    all.screen.back();
    all.row("対象");
    all.write("対象", "予備の受注端末");
    all.screen.saved();
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("見直す対象");
}

fn stakeholders(all: &mut Group) {
    all.screen.choose("ステークホルダーリスト");
    all.screen.open_row("4 CIO", "名称");
    all.fill("代行者", "しーえふおー", "CFO");
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("見直す対象");
}

fn policy_again(all: &mut Group) {
    all.screen.choose("インシデント対応ポリシー");
    all.screen.go_to("14 不在時の代行");
    all.screen.press(ENTER);
    all.screen.see("代行者");
    all.fill("規定の有無", "一部", "一部ある");
    all.write("要旨", "情報責任者が不在なら財務責任者が決める。");
    all.screen.saved();
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("見直す対象");
}

fn improvements(all: &mut Group) {
    all.screen.choose("改善の一覧");
    all.row("改善すること");
    all.write("改善すること", "代行者を規程に書く。");
    all.interrupted("理由", "責任者に連絡がつかないと、", "誰も止められないから。");
    all.fill("担当", "ほうむ", "法務部門");
    all.write("期限", "年度末");
    all.screen.saved();
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("見直す対象");
}

pub fn second_incident(all: &mut Group) {
    all.screen.go_to("この事案で始める");
    all.screen.press(ENTER);
    all.screen.see("第一報");
    all.screen.close();
    all.screen.choose("社長とCIOに連絡が");
    all.screen.see("発動します");
    all.screen.press(ENTER);
    all.screen.until("the story", |shown| shown.dialog().concat().contains("秘書室には伝言を残しました"));
    all.screen.close();
    all.screen.finish_step(&of(Round::Two, "初期対応シート"));
}

pub fn response_table_two(all: &mut Group) {
    all.row("時刻");
    all.write_as("時刻（T＋）", "60", "T＋1時間");
    all.write("把握した状況", "会員の一覧が誰でも見られる。");
    all.write("対処・判断の内容", "公開を止め、写しの有無を調べる。");
    all.screen.go_to("判断の責任者");
    all.screen.pick("しーあいおー", "CIO");
    all.screen.see("連絡がつきません。誰が代わりに判断しますか");
    all.screen.pick("ざいむ", "CFO");
    all.screen.until("the table", |shown| shown.dialog().is_empty() && shown.has("CFO"));
    all.said("判断の責任者", "CIO");
    all.said("代行者", "CFO");
    all.screen.see("CIO  (連絡がつきません)");
    all.fill("対応の責任者", "かいはつ", "当該システムの開発者");
    all.fill("準拠規定", "不在時", "不在時の代行");
    all.screen.saved();
    all.screen.back();
    all.screen.finish_step(&of(Round::Two, "インシデント報告書"));
}

pub fn wrap_up(all: &mut Group) {
    all.screen.choose("講評と次のステップ");
    all.write("良かった点", "記録を続けながら判断できた。");
    all.write("改善すべき点", "代行者を決めるのに時間がかかった。");
    all.write("次のステップ", "規程の改定案を来月までに総務が出す。");
    all.screen.open_row("1 ", "評価");
    all.fill("評価", "一部", "S 一部に課題");
    all.write("所見", "役割の分担ははっきりした。");
    all.screen.saved();
    all.screen.back();
    all.screen.press(ESC);
    all.screen.see("次のステップの候補");
    all.screen.choose("ワークショップを終え");
    all.screen.see("このまま終える");
    all.screen.press(ENTER);
    all.screen.see("ワークショップを終えました");
    all.screen.close();
}
