//! What `kijo show` says.

use crate::domain::words::{Lang, Words, words};
use crate::text::either;

/// Title of the overview.
pub const OVERVIEW: Words = words("手元の教材", "The material at hand");
/// Head of the column of names.
pub const WHAT: Words = words("指定", "Name");
/// Head of the column that says what it is.
pub const CONTENT: Words = words("内容", "What it is");
/// Head of the column of counts.
pub const COUNT: Words = words("数", "Number");
/// Head of the column of ids.
pub const ID: Words = words("id", "id");
/// Head of the column of titles.
pub const TITLE: Words = words("題", "Title");
/// Head of the column of origins.
pub const FROM: Words = words("出どころ", "From");
/// A piece of the program itself.
pub const EMBEDDED: Words = words("付属", "shipped");

/// What a kind of material is.
pub fn kind(name: &str) -> Words {
    match name {
        "scenarios" => words("インシデント", "Incidents"),
        "fact-sheets" => words("想定IT環境ファクトシート", "IT-environment fact sheets"),
        "stakeholders" => words("ステークホルダーリスト", "Stakeholder lists"),
        "factors" => words("付加要因", "Complicating factors"),
        "requests" => words(
            "ログの照会と、各ファクトシートの回答",
            "Requests for logs, and how each fact sheet answers",
        ),
        "policies" => words("インシデント対応ポリシーの項目", "Policy topics"),
        "introduction" => words("目的と進め方の約束", "Goals and ground rules"),
        "phases" => words("フェーズA〜G", "Phases A-G"),
        "processes" => words("対応フローP1〜P4の確認項目", "Processes P1-P4 with their check items"),
        "record-items" => words("検知時に記録する事項", "What to write down at detection"),
        "csirt" => words("CSIRTの機能", "What a CSIRT does"),
        "planning" => words("対応計画で決めておくこと", "What to settle beforehand"),
        "attack-stages" => words("高度な攻撃の段階", "Stages of an advanced attack"),
        "deadlines" => words("報告・通知の期限（参考）", "Deadlines (reference only)"),
        "glossary" => words("用語集", "Glossary"),
        "closing" => {
            words("終わりの確認、振り返りの問い、次に行うこと", "Closing checks, hot wash, next steps")
        }
        _ => words("時間割、時間軸、重要度、優先度", "Timetables, time axis, severity, priority"),
    }
}

/// How to see a piece in full.
pub fn in_full(kind: &str, lang: Lang) -> String {
    either(
        lang,
        format!("全文は `kijo show {kind} ID` で表示できます。"),
        format!("`kijo show {kind} ID` shows one in full."),
    )
}

/// A kind that is always shown as a whole.
pub fn no_ids(kind: &str, lang: Lang) -> String {
    either(
        lang,
        format!("{kind} は全体だけを表示できます。id を付けずに実行してください。"),
        format!("{kind} is shown as a whole: leave the ids out."),
    )
}

/// A scenario has no such parameter.
pub fn no_parameter(name: &str, known: &[&str], lang: Lang) -> String {
    let none = words("なし", "none").get(lang);
    let known = if known.is_empty() { none.to_owned() } else { known.join(", ") };
    either(
        lang,
        format!("--set: 「{name}」というパラメーターはありません。\n使えるもの: {known}"),
        format!("--set: there is no parameter \"{name}\".\nThere is: {known}"),
    )
}

/// A parameter cannot have this value.
pub fn no_value(name: &str, value: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "--set: 「{name}」を「{value}」にはできません。\nはい・いいえは yes か no、選択肢はその id、数は許された範囲の整数で書いてください。"
        ),
        format!(
            "--set: \"{name}\" cannot be \"{value}\".\nWrite yes or no, the id of an option, or a whole number within its bounds."
        ),
    )
}
