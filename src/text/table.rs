//! Words of the response table: short heads, what a row still needs, filters and orders.

use crate::domain::sheet::{Artefact, Expected, Field};
use crate::domain::words::{Lang, Words, words};
use crate::text::{either, value};

/// Head of the column that says what a row needs.
pub const NEEDS: Words = words("要", "Need");
/// A factor has thrown the row into doubt: one letter for the column.
pub const CHECK_LETTER: Words = words("確", "C");
/// The supplement of a row without a rule is missing.
pub const SUPPLEMENT_LETTER: Words = words("補", "S");
/// What the letters mean, and how rows are found.
pub const HELP: Words = words(
    "表の「要」の列は、確＝付加要因などで確かめ直しが必要、補＝規定がなく補足が必要、の印です。選んだ行の全文は表の下に出ます。行が多いときは、絞り込みと並べ替えが使えます。",
    "Letters in the column \"Need\": C check again (a factor has put the row in doubt), S supplement wanted (no rule). The chosen row is told in full below the table. Long tables can be filtered and sorted.",
);
/// Nothing is filtered out.
pub const ALL_ROWS: Words = words("すべて", "All");
/// Rows that are not done.
pub const NOT_DONE: Words = words("未完了（状況が「完了」以外）", "Open (status is not Done)");
/// Rows whose owner or stand-in the recorder plays.
pub const MINE: Words = words("自分の担当（記入者の役割）", "Mine (roles of the recorder)");
/// Rows where somebody who judges or acts is not named.
pub const NO_OWNER: Words = words("責任者なし（判断か対応が空）", "No owner (decision or action)");
/// The order rows were entered and moved in.
pub const AS_ENTERED: Words = words("記入順（No. 順）", "As entered (by No.)");
/// By exercise time.
pub const BY_TIME: Words = words("時刻順（時刻なしは最後）", "By time (without a time: last)");
/// Title of the list of filters.
pub const FILTER_TITLE: Words = words("どの行を表示しますか", "Which rows shall be shown?");
/// Title of the list of orders.
pub const SORT_TITLE: Words = words("どの順に並べますか", "In which order?");
/// Why a row can't be moved now.
pub const CANNOT_MOVE: Words = words(
    "絞り込み・並べ替え中は行を移動できません（「すべて」「記入順」に戻すと可）",
    "Rows stay put while filtered or sorted: show all rows, as entered, to move.",
);
/// Nothing is suggested.
pub const NO_SUGGESTION: Words = words(
    "確定できる推定がありません（時刻からフェーズを、準拠規定から確認項目を推定します）。",
    "No suggestion to confirm (a time suggests a phase, a rule a check item).",
);
/// Only the response table has this.
pub const ONLY_HERE: Words =
    words("インシデント対応表の行でだけ使えます。", "This is for the rows of the response table.");
/// Said beside an option that is suggested.
pub const SUGGESTED_NOTE: Words = words("推定", "suggested");
/// Enter opens the row.
pub const ENTER_OPENS: Words = words("Enter 行を開く", "Enter opens the row");

/// The head of a column, short enough for a table.
pub fn head(field: &Field, lang: Lang) -> &'static str {
    let short = match field.key {
        "time" => words("時刻", "Time"),
        "action" => words("対処・判断", "Action"),
        "decision-owner" => words("判断の責任者", "Decides"),
        "action-owner" => words("対応の責任者", "Acts"),
        "informed" => words("報告・共有先", "Informed"),
        _ => field.label,
    };
    short.get(lang)
}

/// A phase by its letter and name: 「B 初動対処の可否判断」.
pub fn phase(id: &str, title: &str) -> String {
    format!("{} {title}", id.to_uppercase())
}

/// The filter for one phase.
pub fn of_phase(phase: &str, lang: Lang) -> String {
    either(lang, format!("フェーズ {phase}（推定を含む）"), format!("Phase {phase} (or suggested)"))
}

/// A value nobody has confirmed.
pub fn suggested(value: &str, lang: Lang) -> String {
    either(lang, format!("（推定）{value}"), format!("(suggested) {value}"))
}

/// How a suggestion is confirmed.
pub fn to_confirm(key: &str, lang: Lang) -> String {
    either(lang, format!("{key} で推定のまま確定"), format!("{key} confirms the suggestion"))
}

/// How many rows an option would show.
pub fn rows(count: usize, lang: Lang) -> String {
    either(lang, format!("{count}行"), if count == 1 { "1 row".into() } else { format!("{count} rows") })
}

/// What of a table is shown: 「12/60行 未完了」.
pub fn shown(some: usize, all: usize, what: &str, lang: Lang) -> String {
    either(lang, format!("{some}/{all}行 {what}"), format!("{some}/{all} rows: {what}"))
}

/// No row is let through by the filter.
pub fn none_shown(all: usize, what: &str, key: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "「{what}」に当てはまる行はありません（全{all}行）。{key} で「すべて」を選ぶと、すべての行に戻ります。"
        ),
        format!("None of the {all} rows fits \"{what}\". {key} and \"All\" shows every row again."),
    )
}

/// What a row needs, in full: a factor has thrown it into doubt.
pub fn to_check(why: &str, lang: Lang) -> String {
    either(lang, format!("要確認：{why}"), format!("Check: {why}"))
}

/// What a row needs, in full: its supplement, as far as it is missing.
pub fn to_supplement(missing: &[&Field], lang: Lang) -> String {
    let fields = Artefact::ResponseTable.sheet().sections.iter().flat_map(|section| section.fields);
    if missing.len() == fields.filter(|field| field.expected == Expected::WithoutRule).count() {
        let all =
            words("要補足：整った規定がなく、補足が未記入", "Supplement: no full rule, nothing written yet");
        return all.get(lang).to_owned();
    }
    let label = |field: &&Field| field.label.get(lang).split('（').next().unwrap_or_default().to_owned();
    let fields = value::list(missing.iter().map(label), lang);
    either(lang, format!("要補足（規定なし）：{fields}"), format!("Supplement (no rule): {fields}"))
}

/// A field and what stands in it, in running text.
pub fn told(label: &str, value: &str, lang: Lang) -> String {
    either(lang, format!("{label}：{value}"), format!("{label}: {value}"))
}

/// Who wrote a field last, and when.
pub fn written_by(who: &str, when: &str, lang: Lang) -> String {
    either(lang, format!("最終記入：{who}（{when}）"), format!("Last written by {who} ({when})"))
}

/// A number with what it counts: 「1,200名」, `1,200 persons`.
pub fn counted(number: &str, unit: &str, lang: Lang) -> String {
    either(lang, format!("{number}{unit}"), format!("{number} {unit}"))
}
