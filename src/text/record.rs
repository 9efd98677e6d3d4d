//! Words of the chronology and of the list of sheets.

use crate::domain::chronology::LineKind;
use crate::domain::words::{Words, words};

/// Asks for a line of the chronology.
pub const JOT: Words = words("クロノロジーに書く一行", "A line for the chronology");
/// What becomes of it.
pub const JOT_HINT: Words = words("今の演習時刻で記録します。", "It is noted at the present exercise time.");
/// Title of the list of sheets.
pub const SHEETS: Words = words("どの用紙を開きますか", "Which sheet?");
/// Nothing in the chronology yet.
pub const NO_LINES: Words = words(
    "まだ何もありません。事案を選ぶと、届いた知らせ、照会、対応表の行、発信した文が時刻の順に並びます。",
    "Nothing yet. Once an incident is chosen, what comes in, requests, rows of the table and texts sent stand here in order of time.",
);
/// How lines of one's own are added.
pub const ADD_LINE: Words = words(
    "対応表や発信した文から自動でできます。Ctrl+X で一行書き足せます。",
    "It fills itself from the table and the texts sent. Ctrl+X adds a line.",
);

/// What sort of thing a line tells.
pub const fn kind(kind: LineKind) -> Words {
    match kind {
        LineKind::Happened => words("発生", "Happened"),
        LineKind::Received => words("受付", "Received"),
        LineKind::Asked => words("照会", "Asked"),
        LineKind::Judged => words("判断", "Judged"),
        LineKind::Ordered => words("指示", "Ordered"),
        LineKind::Sent => words("発信", "Sent"),
    }
}
