//! Both languages, everywhere: each in its own script, in the words of the field.

use kijo::domain::placeholder::{Part, parts};
use kijo::domain::scenario::ParameterKind;
use kijo::domain::words::Lang;
use unicode_width::UnicodeWidthChar as _;

use super::material::scenarios;
use super::texts::{Found, all, wrong};

/// Texts that are Latin in Japanese, too: abbreviations, names of what has no other, an address.
const LATIN: [&str; 10] = [
    "CIO",
    "CFO",
    "CSIRT",
    "DNS",
    "EDR",
    "Form 8-K, Item 1.05",
    "JPCERT/CC",
    "OS",
    "WAF",
    "nanakusa-dev@vendor.example.jp",
];

/// Texts that are English in both languages, because the group has to make sense of them.
const ENGLISH_ON_PURPOSE: [&str; 1] = ["scenario our-address-attacks/injects/delisting-form/text"];

/// Papers that the group is handed whole, so that no quotation marks stand round them: a reporter may write 流出.
const WRITTEN_BY_THE_PRESS: [&str; 2] =
    ["scenario mail-published/hook", "scenario mail-published/injects/article-out/text"];

/// Words that stand for something else in our language, and the right ones.
const WORDS: [(&str, &str); 41] = [
    ("漏洩", "漏えい"),
    ("インジェクト", "状況付与"),
    ("ファシリテータ", "進行役"),
    ("モデレータ", "進行役 or 司会"),
    ("レクチャラー", "講師"),
    ("判断責任者", "判断の責任者"),
    ("対応責任者", "対応の責任者"),
    ("変更の理由", "変更理由"),
    ("参加者に公表", "参加者に開示"),
    ("回答拒否", "回答を差し控え"),
    ("ノーコメント", "回答を差し控え"),
    ("判断未定", "判断未了"),
    ("深刻度", "重要度"),
    ("記録者", "記入者"),
    ("総評", "講評"),
    ("ステークホルダリスト", "ステークホルダーリスト"),
    ("利害関係者", "ステークホルダー"),
    ("ファクト・シート", "ファクトシート"),
    ("事実シート", "ファクトシート"),
    ("対応計画書", "インシデント対応規定"),
    ("ユーザ", "利用者"),
    ("ウィルス", "ウイルス"),
    ("マルウエア", "マルウェア"),
    ("ファイヤ", "ファイア"),
    ("セキュリティー", "セキュリティ"),
    ("Ｅメール", "メール"),
    ("eメール", "メール"),
    ("下さい", "ください"),
    ("出来る", "できる"),
    ("頂く", "いただく"),
    ("頂き", "いただき"),
    ("お願い致", "お願いいた"),
    ("ヶ月", "か月"),
    ("カ月", "か月"),
    ("わから", "分から"),
    ("わかり", "分かり"),
    ("わかる", "分かる"),
    ("わかっ", "分かっ"),
    ("申出", "申し出"),
    ("ログイン", "サインイン"),
    ("ブラウザー", "ブラウザ"),
];

/// Loan words that end in a long vowel, written without it. What follows has to be the vowel.
const LONG: [&str; 9] = [
    "サーバ",
    "ベンダ",
    "フォルダ",
    "プリンタ",
    "コンピュータ",
    "ルータ",
    "ステークホルダ",
    "メーカ",
    "セクタ",
];

/// English of another country, and ours.
const SPELLING: [(&str, &str); 10] = [
    ("organization", "organisation"),
    ("organize", "organise"),
    ("recognize", "recognise"),
    ("authorize", "authorise"),
    ("authorization", "authorisation"),
    ("analyze", "analyse"),
    ("color", "colour"),
    ("behavior", "behaviour"),
    ("catalog ", "catalogue"),
    ("defense", "defence"),
];

fn is_kana_or_kanji(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}')
}

fn is_east_asian(c: char) -> bool {
    is_kana_or_kanji(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}')
}

/// A text in Japanese and in English.
pub fn both(found: &Found) -> [&str; 2] {
    [&found.ja, found.en.as_deref().unwrap_or_default()]
}

/// The words round a byte of a text.
fn round(text: &str, at: usize) -> String {
    let before: Vec<char> = text.get(..at).unwrap_or_default().chars().rev().take(15).collect();
    let after = text.get(at..).unwrap_or_default().chars().take(15);
    before.into_iter().rev().chain(after).collect::<String>().replace('\n', " ")
}

/// Says all that was found, if anything was.
#[track_caller]
pub fn none(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn there_is_much_to_look_at() {
    assert!(all().len() > 4_000, "{} texts: are they still found?", all().len());
}

#[test]
fn every_text_has_its_english() {
    none(&wrong(|found| {
        let empty = both(found).iter().any(|text| text.trim().is_empty());
        empty.then(|| found.ja.clone())
    }));
}

#[test]
fn english_has_no_japanese_in_it() {
    none(&wrong(|found| {
        let en = found.en.as_deref()?;
        en.find(is_east_asian).map(|at| round(en, at))
    }));
}

#[test]
fn japanese_is_japanese() {
    let latin = |text: &str| LATIN.contains(&text) || !text.contains(|c: char| c.is_alphabetic());
    none(&wrong(|found| {
        let excused = latin(&found.ja) || ENGLISH_ON_PURPOSE.contains(&found.place.as_str());
        (!excused && !found.ja.contains(is_kana_or_kanji)).then(|| found.ja.clone())
    }));
}

#[test]
fn what_is_english_on_purpose_is_still_there() {
    for place in ENGLISH_ON_PURPOSE {
        let found = all().iter().find(|found| found.place == place).expect(place);
        assert_eq!(Some(&found.ja), found.en.as_ref(), "{place}");
    }
    for words in LATIN {
        assert!(all().iter().any(|found| found.ja == words), "{words}");
    }
}

#[test]
fn no_character_takes_one_cell_here_and_two_there() {
    none(&wrong(|found| {
        let unsteady =
            both(found).into_iter().find_map(|text| text.chars().find(|c| c.width() != c.width_cjk()));
        unsteady.map(|c| format!("`{c}` U+{:04X}", u32::from(c)))
    }));
}

#[test]
fn only_others_speak_of_an_outflow() {
    none(&wrong(|found| {
        let excused = WRITTEN_BY_THE_PRESS.contains(&found.place.as_str());
        let mut said = found.ja.match_indices("流出").map(|(at, _)| at);
        let ours = said.find(|at| !excused && !is_quoted(&found.ja, *at));
        ours.map(|at| round(&found.ja, at))
    }));
}

/// Whether a byte of a text stands between 「 and 」.
fn is_quoted(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    before.matches('「').count() > before.matches('」').count()
}

#[test]
fn quotation_marks_come_in_pairs() {
    let pairs = [('「', '」'), ('『', '』'), ('（', '）'), ('【', '】'), ('(', ')'), ('[', ']')];
    none(&wrong(|found| {
        let odd = both(found).into_iter().find_map(|text| {
            let numbered = |close: char| text.lines().filter(|line| is_numbered(line, close)).count();
            pairs.into_iter().find(|(open, close)| {
                text.matches(*open).count() + numbered(*close) != text.matches(*close).count()
            })
        });
        odd.map(|(open, close)| format!("{open} {close}"))
    }));
}

/// Whether a line begins with `1)`.
fn is_numbered(line: &str, close: char) -> bool {
    let rest = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.trim_start().len() && rest.starts_with(close)
}

#[test]
fn words_are_those_of_the_glossary() {
    none(&wrong(|found| {
        let (word, right) = WORDS.iter().find(|(word, _)| found.ja.contains(word))?;
        Some(format!("{word}: {right}"))
    }));
    none(&wrong(|found| {
        let short = |word: &&&str| {
            found.ja.match_indices(**word).any(|(at, _)| ends_short(&found.ja, at + word.len()))
        };
        LONG.iter().find(short).map(|word| format!("{word}ー"))
    }));
}

/// Whether a loan word that ends at a byte lacks its long vowel.
fn ends_short(text: &str, at: usize) -> bool {
    let next = text.get(at..).and_then(|rest| rest.chars().next());
    next.is_none_or(|c| !matches!(c, 'ー' | 'ァ'..='ヺ'))
}

#[test]
fn english_is_spelt_one_way() {
    none(&wrong(|found| {
        let en = found.en.as_deref()?.to_lowercase();
        SPELLING.iter().find(|(word, _)| en.contains(word)).map(|(word, right)| format!("{word}: {right}"))
    }));
}

#[test]
fn japanese_has_japanese_punctuation() {
    none(&wrong(|found| {
        let chars: Vec<char> = found.ja.chars().collect();
        let latin = chars
            .windows(2)
            .find(|pair| is_kana_or_kanji(pair[0]) && matches!(pair[1], ',' | ';' | '?' | '!' | '.'));
        latin.map(|pair| pair.iter().collect())
    }));
    none(&wrong(|found| {
        let full = found.ja.chars().find(|c| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'));
        full.map(|c| c.to_string())
    }));
}

#[test]
fn numbers_are_followed_by_their_own_unit() {
    for scenario in scenarios() {
        for parameter in &scenario.parameters {
            let ParameterKind::Number { unit, .. } = &parameter.kind else { continue };
            let others: Vec<&str> =
                ["名", "件", "台"].into_iter().filter(|one| *one != unit.get(Lang::Ja)).collect();
            none(&wrong(|found| {
                let here = found.piece() == format!("scenario {}", scenario.id);
                let parts = parts(&found.ja).ok().filter(|_| here)?;
                let after = |pair: &[Part]| {
                    matches!((&pair[0], &pair[1]), (Part::Value(name), Part::Words(words))
                    if *name == parameter.id && others.iter().any(|other| words.starts_with(other)))
                };
                parts
                    .windows(2)
                    .find(|pair| after(pair))
                    .map(|_| format!("{{{}}} in {others:?}", parameter.id))
            }));
        }
    }
}

#[test]
fn what_is_looked_for_is_found() {
    assert!(is_quoted("「流出だ」", 3) && !is_quoted("「はい」流出", 12));
    assert!(ends_short("サーバを", 9) && !ends_short("サーバーを", 9) && !ends_short("サーバント", 9));
    assert!(is_numbered("  2) いつ", ')') && !is_numbered("いつ)", ')'));
}
