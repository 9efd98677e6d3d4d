//! Words of the reference beside the sheet: what is new, what was found, deadlines that run, where one is.

use crate::domain::deadline::{Awareness, Uncounted};
use crate::domain::id::Minute;
use crate::domain::words::{Lang, Words, words};
use crate::text::{clock, either};

/// Came in since the reference was last opened.
pub const NEW: Words = words("新着", "new");
/// What the list of findings is for: going there.
pub const LOOK_TITLE: Words = words(
    "参照を検索（文字を打つと絞り込み、Enter でその箇所へ）",
    "Search the reference (type to filter, Enter goes there)",
);
/// What the list of findings is for: inserting.
pub const QUOTE_TITLE: Words = words(
    "参照から引用（文字を打つと絞り込み、Enter で引用）",
    "Insert from the reference (type to filter, Enter inserts)",
);
/// Nothing can be inserted: no row is open.
pub const NO_ROW: Words = words(
    "引用先の行が開いていません。表の行を開いてから引用してください。",
    "No row is being written: open a row first, then insert.",
);
/// Nothing can be inserted: the cursor is in no text.
pub const NO_TEXT: Words = words(
    "引用先の文章欄にカーソルがありません。文を書く欄で引用してください。",
    "No text is being written: put the cursor in a text field, then insert.",
);
/// Somebody was tried and did not answer.
pub const TRIED: Words = words("連絡がつきません（試しました）", "Cannot be reached (was tried)");
/// For the facilitator, who knows it anyway.
pub const UNREACHABLE_NOW: Words = words("いま連絡がつかない設定です", "Cannot be reached now");
/// Out of hours, and no contact for such hours is on the list.
pub const NO_AFTER_HOURS: Words = words(
    "いまは時間外です。夜間・休日の連絡先が一覧にありません",
    "It is out of hours, and the list has no contact for such hours",
);
/// Guidance of the other steps.
pub const OTHER_STEPS: Words = words("ほかの工程の手引き", "Guidance for other steps");
/// Which deadlines apply is nobody's to say but the group's.
pub const YOU_DECIDE: Words =
    words("どれが当てはまるかは、みなさんで判断してください。", "Which of them apply is for you to decide.");
/// Deadlines run once there is an incident.
pub const COUNTS_LATER: Words = words(
    "インシデントを選ぶと、ここで残り時間を数えます。",
    "Once an incident is chosen, the time left is counted here.",
);
/// Deadlines that are not counted.
pub const NOT_COUNTED: Words = words("数えられない期限", "Not counted");
/// The question between phases C and D.
pub const SPREADING: Words = words("被害は今も広がっていますか", "Is the damage still spreading?");
/// Done.
pub const DONE: Words = words("済", "done");
/// Here.
pub const HERE: Words = words("今ここ", "here");
/// Still open.
pub const OPEN: Words = words("これから", "open");
/// What the marks before the steps mean, line by line.
pub const LEGEND: [Words; 2] = [words("v 済   > 今ここ", "v done   > here"), words(". これから", ". open")];

/// What each answer to "Is the damage still spreading?" leads to (between C and D).
pub const ANSWERS: [Words; 4] = [
    words(
        "広がっている：C 被害拡大防止を先に。そのあと D 簡易的調査へ",
        "Spreading: C containment first, then D quick investigation",
    ),
    words("止まっている：D 簡易的調査へ", "Stopped: D quick investigation"),
    words("まだ分からない：C を暫定で行いながら、確かめる", "Not known: provisional C while you find out"),
    words("当組織のことではない：記録して終える", "Not ours: record it and close"),
];

/// Where an inserted reference would go.
pub fn goes_to(field: &str, lang: Lang) -> String {
    either(lang, format!("引用先：{field}"), format!("Goes into: {field}"))
}

/// A reference was inserted.
pub fn inserted(what: &str, field: &str, lang: Lang) -> String {
    either(lang, format!("「{field}」に引用しました：{what}"), format!("Inserted into {field}: {what}"))
}

/// A mention of something in a running text: 「［T＋2時間 2通目の通知］」.
pub fn mention(what: &str, lang: Lang) -> String {
    either(lang, format!("［{what}］"), format!("[{what}]"))
}

/// A deadline that runs: by when, and what is left.
pub fn runs(due: Minute, now: Minute, lang: Lang) -> String {
    let (at, left) = (clock::minute(due, lang), clock::left(due, now, lang));
    either(lang, format!("{at}まで　{left}"), format!("until {at}   {left}"))
}

/// Why a deadline is not counted.
pub const fn uncounted(why: Uncounted) -> Words {
    match why {
        Uncounted::NoLimit => {
            words("数えられません：時間や日数の定めがありません。", "Not counted: it names no hours or days.")
        }
        Uncounted::OtherStart => words(
            "数えられません：起算点が認知の時ではありません。",
            "Not counted: its clock does not start with awareness.",
        ),
    }
}

/// What deadlines are counted from.
pub fn counted_from(from: Awareness, lang: Lang) -> String {
    match from {
        Awareness::Start => either(
            lang,
            "認知日時（初期対応シート）が空のため、T0から数えています。".into(),
            "Counted from T0: \"Aware\" on the initial response sheet is empty.".into(),
        ),
        Awareness::Written(minutes) => {
            let span = clock::span(u32::try_from(minutes.unsigned_abs()).unwrap_or(u32::MAX), lang);
            let sign = if minutes < 0 {
                either(lang, "－".into(), "-".into())
            } else {
                either(lang, "＋".into(), "+".into())
            };
            either(
                lang,
                format!("認知日時（初期対応シート）のT{sign}{span}から数えています。"),
                format!("Counted from \"Aware\" on the initial response sheet, T{sign}{span}."),
            )
        }
    }
}
