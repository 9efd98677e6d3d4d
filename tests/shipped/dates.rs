//! Weekdays: every date that names one falls on it. A reader of a calendar would notice.

use chrono::{Datelike, NaiveDate, Weekday};

use super::material::scenarios;
use super::texts::{Found, wrong};

const DAYS: [(Weekday, char, &str); 7] = [
    (Weekday::Mon, '月', "Monday"),
    (Weekday::Tue, '火', "Tuesday"),
    (Weekday::Wed, '水', "Wednesday"),
    (Weekday::Thu, '木', "Thursday"),
    (Weekday::Fri, '金', "Friday"),
    (Weekday::Sat, '土', "Saturday"),
    (Weekday::Sun, '日', "Sunday"),
];

/// A date as a text names it, with its weekday.
struct Named {
    year: Option<i32>,
    month: u32,
    day: u32,
    weekday: Weekday,
}

#[test]
fn every_date_falls_on_the_weekday_it_names() {
    let found = wrong(|found| {
        let begins = begins(found);
        let named = japanese(&found.ja).into_iter().chain(english(found.en.as_deref().unwrap_or_default()));
        let mut false_ones =
            named.filter(|named| date(named, begins).is_some_and(|date| date.weekday() != named.weekday));
        false_ones
            .next()
            .map(|named| format!("{:?}-{}-{} is no {}", named.year, named.month, named.day, named.weekday))
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn dates_are_still_found() {
    let named = |text: &str| english(text).len() + japanese(text).len();
    assert_eq!(named("2026年12月8日（火）9:12、12月9日（水）、10日"), 2);
    assert_eq!(named("Tuesday 8 December 2026, 9:12; Wed 9 December; Thursday the 10th"), 2);
    let count: usize = super::texts::all().iter().map(|found| named(&found.ja)).sum();
    assert!(count > 200, "{count} dates");
}

/// When the incident begins to which a text belongs: dates without a year are the nearest ones.
fn begins(found: &Found) -> Option<NaiveDate> {
    let scenario = scenarios().into_iter().find(|one| found.piece() == format!("scenario {}", one.id))?;
    NaiveDate::parse_from_str(scenario.starts.split('T').next()?, "%Y-%m-%d").ok()
}

fn date(named: &Named, begins: Option<NaiveDate>) -> Option<NaiveDate> {
    let of = |year: i32| NaiveDate::from_ymd_opt(year, named.month, named.day);
    if let Some(year) = named.year {
        return of(year);
    }
    let begins = begins?;
    let near = [-1, 0, 1].into_iter().filter_map(|years| of(begins.year() + years));
    // What happened before lies further away than what is still to come.
    let distance = |date: &NaiveDate| match date.signed_duration_since(begins).num_days() {
        days @ ..0 => -days,
        days => days * 2,
    };
    near.min_by_key(distance)
}

/// `2026年12月8日（火）`, the year left out or not.
fn japanese(text: &str) -> Vec<Named> {
    let at = text.match_indices("日（").map(|(at, _)| at);
    let named = |at: usize| {
        let (before, after) = text.split_at_checked(at)?;
        let weekday = DAYS
            .iter()
            .find(|(_, sign, _)| after.strip_prefix("日（").is_some_and(|rest| rest.starts_with(*sign)))?
            .0;
        let (before, day) = number_at_end(before)?;
        let (before, month) = number_at_end(before.strip_suffix('月')?)?;
        let year =
            before.strip_suffix('年').and_then(number_at_end).and_then(|(_, year)| i32::try_from(year).ok());
        Some(Named { year, month, day, weekday })
    };
    at.filter_map(named).collect()
}

fn number_at_end(text: &str) -> Option<(&str, u32)> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((rest, text.strip_prefix(rest)?.parse().ok()?))
}

/// `Tuesday 8 December 2026`, abbreviated or not, the year left out or not.
fn english(text: &str) -> Vec<Named> {
    let words: Vec<&str> =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let named = |at: usize| {
        let word = |offset: usize| words.get(at + offset).copied();
        let begins = |word: &str, name: &str| word.len() >= 3 && name.starts_with(word);
        let weekday = DAYS.iter().find(|(.., name)| begins(words[at], name))?.0;
        let day = word(1)?.parse().ok()?;
        let month =
            word(2).filter(|word| word.len() >= 3).and_then(|word| word.parse::<chrono::Month>().ok())?;
        let year = word(3).filter(|year| year.len() == 4).and_then(|year| year.parse().ok());
        Some(Named { year, month: month.number_from_month(), day, weekday })
    };
    (0..words.len()).filter_map(named).collect()
}
