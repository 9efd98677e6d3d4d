//! Words for what the room sees of time and turns: handing over, the big clock, who wrote how much.

use crate::domain::id::Minute;
use crate::domain::words::{Lang, Words, words};
use crate::text::either;

/// What a newcomer does first.
pub const PLAY: Words =
    words("すぐに始める（進行役なし、準備はあとから）", "Start playing now (no facilitator, prepare later)");

/// Title of the page between two writers.
pub const WRITER_CHANGES: Words = words("記入者の交代", "Another recorder takes over");
/// Title of the page between two groups.
pub const GROUP_CHANGES: Words = words("グループの交代", "Another group takes over");
/// Who wrote until now.
pub const UNTIL_NOW: Words = words("これまで", "Until now");
/// Who writes from now on.
pub const FROM_NOW: Words = words("これから", "From now on");
/// Where they go on.
pub const STEP: Words = words("工程", "Step");
/// What is missing there.
pub const MISSING_HERE: Words = words("この工程の抜け", "Missing in this step");
/// Nothing is on its way any more.
pub const ALL_SAVED: Words = words("入力したものはすべて保存されています。", "Everything typed is saved.");
/// Something is on its way.
pub const STILL_SAVING: Words = words("保存しています。", "Saving.");
/// Something cannot be saved as it stands.
pub const NOT_ALL_SAVED: Words = words(
    "保存されていないものがあります。Esc で戻って確かめてください。",
    "Something is not saved yet. Esc goes back to look.",
);
/// How the page between two people is left.
pub const BEGIN_HINT: Words = words("Enter で始めます", "Enter begins");
/// The same, while one may still go back.
pub const BEGIN_OR_BACK: Words = words("Enter で始めます   Esc で戻ります", "Enter begins   Esc goes back");
/// Title of the list of groups.
pub const WHICH_GROUP: Words = words("どのグループに交代しますか", "Which group takes over?");
/// Over the digits of exercise time.
pub const EXERCISE_TIME: Words = words("演習時刻", "Exercise time");
/// Over its time of day.
pub const ON_CALENDAR: Words = words("演習の中の日時", "Date and time in the exercise");
/// Nothing has begun that has a time.
pub const NO_TIME_YET: Words = words(
    "演習時刻はまだ始まっていません。インシデントを選ぶと始まります。",
    "Exercise time has not begun. It begins when an incident is chosen.",
);
/// How the clock is left, and a list that has nothing.
pub const ESC_CLOSES: Words = words("Esc で閉じる", "Esc closes");
/// Title of who wrote how much.
pub const CONTRIBUTIONS: Words = words("記入の内訳", "Who wrote how much");
/// Nobody has written anything.
pub const NOBODY_WROTE: Words = words(
    "まだ誰も記入していません。参加者は準備の画面で登録します。",
    "Nobody has written anything yet. People are added in the preparation.",
);

/// Said when the colours change.
pub const THEME_DARK: Words = words("配色：暗い背景", "Theme: dark");
/// Said when the colours change.
pub const THEME_LIGHT: Words = words("配色：明るい背景", "Theme: light");
/// Said when the colours change.
pub const THEME_HIGH_CONTRAST: Words = words("配色：ハイコントラスト", "Theme: high contrast");
/// Said when the colours change.
pub const THEME_PLAIN: Words = words("配色：色なし", "Theme: no colours");
/// The banner of a broken-off exercise where the facilitator resumes it.
pub const BROKEN_OFF_FOR_NOW: Words = words(
    "実インシデント対応中：進行役が再開するまで、演習は中断しています",
    "REAL INCIDENT: the exercise is broken off until the facilitator resumes it",
);
/// Said to participants of a broken-off exercise that has a facilitator.
pub const FACILITATOR_RESUMES: Words =
    words("演習の再開は進行役が行います。", "The facilitator resumes the exercise.");

/// What comes of it.
pub fn play_detail(folder: &str, lang: Lang) -> String {
    either(
        lang,
        format!(
            "Enter をあと二回押すと、付属の事案の第一報が届きます。参加者と規定の準備は、工程の一覧からいつでもできます。\n\n保存先：{folder}"
        ),
        format!(
            "Two more Enters, and the first notice of an embedded incident is on the screen. People and rules can be prepared at any time, from the list of steps.\n\nSaved in {folder}"
        ),
    )
}

/// How many fields are missing, for whoever goes on there.
pub fn missing_here(count: usize, lang: Lang) -> String {
    match count {
        0 => either(lang, "ありません".into(), "nothing".into()),
        1 => either(lang, "1か所".into(), "1 place".into()),
        _ => either(lang, format!("{count}か所"), format!("{count} places")),
    }
}

/// How far a turn is: minutes since it began, and how many it was meant to take; 0 means no measure.
pub fn turn(minutes: u64, meant: u32, lang: Lang) -> String {
    let count = if meant > 0 { format!("{minutes}/{meant}") } else { minutes.to_string() };
    either(lang, format!("{count}分"), format!("{count} min"))
}

/// Over the digits of a time box.
pub fn left_of(title: &str, minutes: u32, lang: Lang) -> String {
    either(lang, format!("残り時間（{minutes}分のうち）：{title}"), format!("Left of {minutes} min: {title}"))
}

/// The same once it is used up.
pub fn over(title: &str, minutes: u32, lang: Lang) -> String {
    either(lang, format!("超過（{minutes}分のところ）：{title}"), format!("Over {minutes} min by: {title}"))
}

/// What one person wrote.
pub fn wrote(name: &str, fields: usize, rows: usize, lang: Lang) -> String {
    either(
        lang,
        format!("{name}：{fields}欄に記入、{rows}行を追加"),
        format!("{name}: wrote in {fields} fields, added {rows} rows"),
    )
}

/// Exercise time in the few characters that big digits know: `T+2:30`, beyond three days `T+14d06h`.
pub fn digits(minute: Minute) -> String {
    let (hours, rest) = (minute.0 / 60, minute.0 % 60);
    if hours < 72 || minute.0 == 72 * 60 {
        return format!("T+{hours}:{rest:02}");
    }
    match (hours / 24, hours % 24) {
        (days, 0) => format!("T+{days}d"),
        (days, hours) => format!("T+{days}d{hours:02}h"),
    }
}

/// Minutes and seconds of real time that are left: `25:00`; once it is over, how many minutes it is: `-3`.
pub fn countdown(seconds: i64) -> String {
    let whole = seconds.unsigned_abs();
    if seconds < 0 {
        return format!("-{}", whole.div_ceil(60));
    }
    format!("{}:{:02}", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_keep_the_one_form_of_exercise_time() {
        let shown = [0, 150, 72 * 60, 73 * 60, 14 * 24 * 60].map(|n| digits(Minute(n)));
        assert_eq!(shown, ["T+0:00", "T+2:30", "T+72:00", "T+3d01h", "T+14d"]);
    }

    #[test]
    fn a_countdown_goes_on_below_nothing() {
        assert_eq!([1500, 59, 0, -61].map(countdown), ["25:00", "0:59", "0:00", "-2"]);
    }
}
