//! What a cell holds, and how typed text is read into it.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::FieldKind;
use crate::domain::id::{Minute, Slug};
use crate::domain::words::Bilingual;

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Nothing yet.
    #[default]
    Empty,
    /// What somebody typed, as typed.
    Text(String),
    /// A text of the material, in two languages.
    Material(Bilingual),
    /// One option.
    Choice(String),
    /// Several items of the material.
    Several(Vec<Slug>),
    /// A whole number.
    Number(u64),
    /// Exercise time.
    Minute(Minute),
}

impl Value {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Several(items) => items.is_empty(),
            Self::Material(text) => text.ja.trim().is_empty(),
            _ => false,
        }
    }

    /// The items named, one or several.
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::Choice(item) => vec![item],
            Self::Several(items) => items.iter().map(Slug::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

/// Why typed text is not what the field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Misread {
    /// A whole number was expected.
    Number,
    /// Exercise time was expected: minutes, `2h`, `1d 3h`, `T+90`.
    Minute,
    /// A date and time was expected: `2026-11-21 16:40`.
    Moment,
    /// Not one of the options.
    Option(String),
}

/// Reads what somebody typed. Texts are kept as typed; only numbers and times fold full-width digits.
pub fn read(kind: FieldKind, typed: &str) -> Result<Value, Misread> {
    if typed.trim().is_empty() {
        return Ok(Value::Empty);
    }
    match kind {
        FieldKind::Line | FieldKind::Text => Ok(Value::Text(typed.to_owned())),
        FieldKind::Number => number(&fold(typed)).map(Value::Number).ok_or(Misread::Number),
        FieldKind::Minute => minute(&fold(typed)).map(Value::Minute).ok_or(Misread::Minute),
        FieldKind::Moment => moment(&fold(typed)).map(Value::Text).ok_or(Misread::Moment),
        FieldKind::Choice(options) => {
            let id = typed.trim();
            let known = options.iter().any(|option| option.id == id);
            known.then(|| Value::Choice(id.to_owned())).ok_or_else(|| Misread::Option(id.to_owned()))
        }
        FieldKind::Given(_) => match Slug::new(typed.trim()) {
            Some(id) => Ok(Value::Choice(id.into())),
            None => Err(Misread::Option(typed.trim().to_owned())),
        },
        FieldKind::Several(_) => typed
            .split([',', ' ', '\n'])
            .filter(|part| !part.is_empty())
            .map(|part| Slug::new(part).ok_or_else(|| Misread::Option(part.to_owned())))
            .collect::<Result<_, _>>()
            .map(Value::Several),
    }
}

fn fold(typed: &str) -> String {
    typed.trim().nfkc().collect()
}

/// Digits with optional separators: `5,000,000`.
fn number(typed: &str) -> Option<u64> {
    let digits: String = typed.chars().filter(|c| !matches!(c, ',' | '、' | '_' | ' ')).collect();
    digits.parse().ok()
}

/// `90`, `T+90`, `2h`, `1h30m`, `1d 3h`, `2時間`, `3日`.
fn minute(typed: &str) -> Option<Minute> {
    let lower = typed.to_lowercase();
    let rest = lower.strip_prefix("t+").or_else(|| lower.strip_prefix('t')).unwrap_or(&lower);
    let mut total: u32 = 0;
    let mut digits = String::new();
    if rest.trim().is_empty() {
        return None;
    }
    for c in rest.chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        let factor = match c {
            'd' | '日' => 24 * 60,
            'h' | '時' => 60,
            'm' | '分' => 1,
            '間' | 'i' | 'n' if digits.is_empty() => continue,
            _ => return None,
        };
        total = total.checked_add(digits.parse::<u32>().ok()?.checked_mul(factor)?)?;
        digits.clear();
    }
    if !digits.is_empty() {
        total = total.checked_add(digits.parse().ok()?)?;
    }
    Some(Minute(total))
}

/// `2026-11-21 16:40`, `2026/11/21 16:40`, 「2026年11月21日（土）16:40」 or 「16時40分」, stored as the first; a day alone is
/// enough.
fn moment(typed: &str) -> Option<String> {
    use chrono::{NaiveDate, NaiveDateTime};
    let plain = typed.replace(['/', '.', '年', '月'], "-").replace(['T', '日'], " ");
    let plain = plain.replace("時半", ":30").replace('時', ":").replace('分', "");
    // The weekday that the screen adds is for people.
    let plain = match plain.split_once('(').and_then(|(day, rest)| Some((day, rest.split_once(')')?.1))) {
        Some((day, time)) => format!("{} {}", day.trim(), time.trim()),
        None => plain,
    };
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = if plain.ends_with(':') { plain + "00" } else { plain };
    if let Ok(time) = NaiveDateTime::parse_from_str(&plain, "%Y-%m-%d %H:%M") {
        return Some(time.format("%Y-%m-%d %H:%M").to_string());
    }
    NaiveDate::parse_from_str(&plain, "%Y-%m-%d").ok().map(|day| day.format("%Y-%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fold_full_width_digits_and_separators() {
        assert_eq!(read(FieldKind::Number, "５，０００，０００"), Ok(Value::Number(5_000_000)));
        assert_eq!(read(FieldKind::Number, "約500"), Err(Misread::Number));
    }

    #[test]
    fn exercise_time_is_read_the_way_people_write_it() {
        let minutes = |typed| read(FieldKind::Minute, typed);
        assert_eq!(minutes("90"), Ok(Value::Minute(Minute(90))));
        assert_eq!(minutes("Ｔ＋９０"), Ok(Value::Minute(Minute(90))));
        assert_eq!(minutes("2時間30分"), Ok(Value::Minute(Minute(150))));
        assert_eq!(minutes("1d 3h"), Ok(Value::Minute(Minute(1620))));
        assert_eq!(minutes("2min"), Ok(Value::Minute(Minute(2))));
        assert_eq!(minutes("そのうち"), Err(Misread::Minute));
        assert_eq!(minutes("T+"), Err(Misread::Minute));
    }

    #[test]
    fn texts_are_kept_as_typed() {
        let name = "神\u{FA19}　福\u{FA1B}\n";
        assert_eq!(read(FieldKind::Text, name), Ok(Value::Text(name.to_owned())));
    }

    #[test]
    fn moments_take_slashes_and_full_width() {
        let expected = Ok(Value::Text("2026-11-21 16:40".to_owned()));
        assert_eq!(read(FieldKind::Moment, "２０２６／１１／２１　１６：４０"), expected);
        assert_eq!(read(FieldKind::Moment, "２０２６年１１月２１日（土）１６：４０"), expected);
        assert_eq!(read(FieldKind::Moment, "2026年11月21日 16:40"), expected);
        assert_eq!(read(FieldKind::Moment, "2026年11月21日 16時40分"), expected);
        let hour = |typed| read(FieldKind::Moment, typed);
        assert_eq!(hour("2026/11/21 16時"), Ok(Value::Text("2026-11-21 16:00".to_owned())));
        assert_eq!(hour("2026/11/21 16時半"), Ok(Value::Text("2026-11-21 16:30".to_owned())));
        let day = Ok(Value::Text("2026-11-21".to_owned()));
        assert_eq!(read(FieldKind::Moment, "2026年11月21日（土）"), day);
    }
}
