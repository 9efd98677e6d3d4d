//! Times in words: exercise time from T0, spans of minutes, calendar dates. Real and exercise time never mix.
//!
//! Exercise time has one form everywhere: hours and minutes up to 72 hours (the deadlines of the field are spoken
//! of in hours that far), days and hours beyond.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Weekday};

use crate::domain::id::Minute;
use crate::domain::words::{self, Lang};

/// Exercise time: 「T＋2時間30分」, `T+2 h 30 min`.
pub fn minute(minute: Minute, lang: Lang) -> String {
    let span = span(minute.0, lang);
    match lang {
        Lang::Ja => format!("T＋{span}"),
        Lang::En => format!("T+{span}"),
    }
}

/// A span of minutes: 「2時間30分」, `2 h 30 min`.
pub fn span(minutes: u32, lang: Lang) -> String {
    words::span(minutes).get(lang).to_owned()
}

/// What is left until a moment of exercise time: 「あと1時間30分」, or that it has passed.
pub fn left(due: Minute, now: Minute, lang: Lang) -> String {
    match (due.0.checked_sub(now.0), lang) {
        (Some(left), Lang::Ja) => format!("あと{}", span(left, lang)),
        (Some(left), Lang::En) => format!("{} left", span(left, lang)),
        (None, Lang::Ja) => "過ぎました".to_owned(),
        (None, Lang::En) => "passed".to_owned(),
    }
}

/// When something was recorded, with its zone: 「2026年11月21日（土）16:40 JST」.
pub fn recorded(at: DateTime<FixedOffset>, lang: Lang) -> String {
    let zone = if at.offset().local_minus_utc() == 9 * 3600 {
        "JST".to_owned()
    } else {
        format!("UTC{}", at.offset())
    };
    format!("{} {zone}", date_time(at.naive_local(), lang))
}

/// A date and time of day: 「2026年11月21日（土）16:40」, `2026-11-21 16:40 (Sat)`.
pub fn date_time(at: NaiveDateTime, lang: Lang) -> String {
    let (hour, minute) = (at.hour(), at.minute());
    match lang {
        Lang::Ja => format!("{}{hour:02}:{minute:02}", date(at.date(), lang)),
        Lang::En => {
            let day = at.format("%Y-%m-%d");
            format!("{day} {hour:02}:{minute:02} ({})", weekday(at.weekday(), lang))
        }
    }
}

/// A date: 「2026年11月21日（土）」, `2026-11-21 (Sat)`.
pub fn date(day: NaiveDate, lang: Lang) -> String {
    let name = weekday(day.weekday(), lang);
    match lang {
        Lang::Ja => format!("{}年{}月{}日（{name}）", day.year(), day.month(), day.day()),
        Lang::En => format!("{} ({name})", day.format("%Y-%m-%d")),
    }
}

/// A moment as a cell stores it, `2026-11-21 16:40` or a day alone; anything else stays as typed.
pub fn moment(stored: &str, lang: Lang) -> String {
    if let Some(at) = parsed(stored) {
        return date_time(at, lang);
    }
    NaiveDate::parse_from_str(stored.trim(), "%Y-%m-%d")
        .map_or_else(|_| stored.to_owned(), |day| date(day, lang))
}

/// Where exercise time stands on the calendar, given T0 as the scenario has it (`2026-11-20T16:40`).
pub fn on_calendar(starts: &str, minute: Minute, lang: Lang) -> Option<String> {
    let at = parsed(starts)?.checked_add_signed(TimeDelta::minutes(minute.0.into()))?;
    Some(date_time(at, lang))
}

fn parsed(text: &str) -> Option<NaiveDateTime> {
    let plain = text.trim().replace('T', " ");
    let with = |format| NaiveDateTime::parse_from_str(&plain, format).ok();
    with("%Y-%m-%d %H:%M").or_else(|| with("%Y-%m-%d %H:%M:%S"))
}

fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let (ja, en) = match day {
        Weekday::Mon => ("月", "Mon"),
        Weekday::Tue => ("火", "Tue"),
        Weekday::Wed => ("水", "Wed"),
        Weekday::Thu => ("木", "Thu"),
        Weekday::Fri => ("金", "Fri"),
        Weekday::Sat => ("土", "Sat"),
        Weekday::Sun => ("日", "Sun"),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exercise_time_has_one_form() {
        let both = |n| (minute(Minute(n), Lang::Ja), minute(Minute(n), Lang::En));
        assert_eq!(both(0), ("T＋0分".into(), "T+0 min".into()));
        assert_eq!(both(150), ("T＋2時間30分".into(), "T+2 h 30 min".into()));
        assert_eq!(both(72 * 60), ("T＋72時間".into(), "T+72 h".into()));
        assert_eq!(both(14 * 24 * 60), ("T＋14日".into(), "T+14 d".into()));
    }

    #[test]
    fn moments_are_shown_with_their_weekday_and_odd_ones_as_typed() {
        assert_eq!(moment("2026-11-21 16:40", Lang::Ja), "2026年11月21日（土）16:40");
        assert_eq!(moment("2026-11-21 16:40", Lang::En), "2026-11-21 16:40 (Sat)");
        assert_eq!(moment("2026-11-21", Lang::Ja), "2026年11月21日（土）");
        assert_eq!(moment("夕方", Lang::En), "夕方");
    }

    #[test]
    fn exercise_time_falls_on_a_day() {
        let shown = on_calendar("2026-11-20T16:40", Minute(24 * 60), Lang::Ja);
        assert_eq!(shown.as_deref(), Some("2026年11月21日（土）16:40"));
    }
}
