//! Why something was not done, and what to do about it, in words.

use crate::domain::command::Refusal;
use crate::domain::sheet::{Artefact, Misread};
use crate::domain::words::{Lang, Words, words};
use crate::text::{either, names};

/// Why a command was refused, and the remedy.
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    let plain = || of_people(refusal).unwrap_or_else(|| plain(refusal));
    named(refusal, lang).unwrap_or_else(|| plain().get(lang).to_owned())
}

/// Why typed text was not taken, and what the field takes.
pub fn misread(misread: &Misread, lang: Lang) -> String {
    let plain = match misread {
        Misread::Number => {
            words("数字で記入してください（例 5000、5,000）", "Write a whole number (e.g. 5000 or 5,000)")
        }
        Misread::Minute => words(
            "T0からの時間で記入してください（例 90、2h、1日3時間）",
            "Write the time since T0 (e.g. 90, 2h, 1d 3h)",
        ),
        Misread::Moment => words(
            "日付と時刻で記入してください（例 2026-11-21 16:40）",
            "Write a date and time (e.g. 2026-11-21 16:40)",
        ),
        Misread::Option(typed) => {
            return either(
                lang,
                format!("「{typed}」は選択肢にありません。一覧から選んでください"),
                format!("\"{typed}\" is not one of the options: choose from the list"),
            );
        }
    };
    plain.get(lang).to_owned()
}

/// What was typed is kept, and one field of it can't be read.
pub fn misread_kept(field: &str, lang: Lang) -> String {
    either(
        lang,
        format!("下書き保管中（読み取れない欄：{field}）"),
        format!("draft kept (cannot be read: {field})"),
    )
}

/// Refusals that name something.
fn named(refusal: &Refusal, lang: Lang) -> Option<String> {
    let (ja, en) = match refusal {
        Refusal::Groups(asked) => (
            format!("グループは1から8までです（{asked}が指定されました）。数を選び直してください"),
            format!("There can be 1 to 8 groups, not {asked}: choose another number"),
        ),
        Refusal::NoSuchMaterial(id) => (
            format!("教材「{id}」が見つかりません。教材フォルダーの指定を確かめてください"),
            format!("The material \"{id}\" is not there: check which library folder is used"),
        ),
        Refusal::NoSuchStakeholder(id) => (
            format!("ステークホルダーリストに「{id}」がありません。リストに行を加えてから選んでください"),
            format!("The stakeholder list has no \"{id}\": add a row for it first"),
        ),
        Refusal::NoIncident(round) => {
            let (ja, en) = both(names::round(*round));
            (
                format!("{ja}のインシデントがまだ選ばれていません。先に選択してください"),
                format!("{en}: no incident is chosen yet. Choose one first"),
            )
        }
        Refusal::IncidentUnderWay(round) => {
            let (ja, en) = both(names::round(*round));
            (
                format!("{ja}はすでに始まっています。インシデントは変えられません"),
                format!("{en} is under way: its incident can no longer be changed"),
            )
        }
        Refusal::NotPrepared(id) => (
            format!("「{id}」は用意されたインシデントにありません。一覧から選んでください"),
            format!("\"{id}\" is not among the prepared incidents: choose one of the list"),
        ),
        Refusal::Parameter(id) => (
            format!("設定「{id}」にその値は使えません。示された範囲から選んでください"),
            format!("The parameter \"{id}\" does not take that value: keep to what is offered"),
        ),
        Refusal::NoSuchSection(id) => (
            format!("この用紙に「{id}」の欄はなく、行を加えられません"),
            format!("The sheet has no section \"{id}\" that takes rows"),
        ),
        Refusal::NoSuchField(key) => {
            (format!("この用紙に項目「{key}」はありません"), format!("The sheet has no field \"{key}\""))
        }
        Refusal::WrongKind(key) => {
            let (ja, en) = both(label(key));
            (
                format!(
                    "「{}」に入れられない種類の値です。一覧から選ぶか、示された形で記入してください",
                    shown(ja, key)
                ),
                format!(
                    "\"{}\" does not take this: choose from the list or keep to the form shown",
                    shown(en, key)
                ),
            )
        }
        _ => return named_in_play(refusal, lang),
    };
    Some(either(lang, ja, en))
}

/// Refusals that name something of the material.
fn named_in_play(refusal: &Refusal, lang: Lang) -> Option<String> {
    let (ja, en) = match refusal {
        Refusal::NoSuchScene(id) => (
            format!("場面「{id}」はこのインシデントにありません"),
            format!("This incident has no scene \"{id}\""),
        ),
        Refusal::NoSuchInject(id) => (
            format!("状況付与「{id}」はないか、今の設定では使いません"),
            format!("There is no inject \"{id}\", or it is not in play with these parameters"),
        ),
        Refusal::AlreadyGiven(id) => (
            format!("「{id}」はすでに参加者に開示したか、見送りました"),
            format!("\"{id}\" was given out or skipped already"),
        ),
        Refusal::NoSuchFact(id) => (
            format!("ファクトシートに「{id}」がありません。一覧から選んでください"),
            format!("The fact sheet has no row \"{id}\": choose one of the list"),
        ),
        Refusal::NoSuchAction(id) => (
            format!("期待される行動「{id}」はこのインシデントにありません"),
            format!("This incident has no expected action \"{id}\""),
        ),
        Refusal::FactorDoesNotFit(id) => (
            format!("付加要因「{id}」はこのインシデントに合いません。候補から選んでください"),
            format!("The factor \"{id}\" does not fit this incident: choose one of those offered"),
        ),
        Refusal::FactorInForce(id) => (
            format!("付加要因「{id}」はすでに決まっています"),
            format!("The factor \"{id}\" is in force already"),
        ),
        _ => return None,
    };
    Some(either(lang, ja, en))
}

/// Refusals about the workshop, its groups and its people.
fn of_people(refusal: &Refusal) -> Option<Words> {
    Some(match refusal {
        Refusal::AlreadyBegun => words(
            "このファイルのワークショップはすでに始まっています。別のファイルに作ってください",
            "The workshop in this file has begun already: make the new one in another file",
        ),
        Refusal::NotBegun => words(
            "ワークショップがまだ始まっていません。先に作成してください",
            "No workshop has begun in this file: create one first",
        ),
        Refusal::NoSuchGroup => words(
            "そのグループはありません。グループを選び直してください",
            "There is no such group: choose another one",
        ),
        Refusal::GroupNeeded => words(
            "どのグループのことか決まっていません。グループを選んでください",
            "It is not clear which group this is for: choose one",
        ),
        Refusal::NoSuchPerson => words(
            "その参加者はいません。参加者の一覧に加えてください",
            "That person does not take part: add them to the participants first",
        ),
        Refusal::PersonExists => {
            words("その参加者はすでに登録されています", "That person takes part already")
        }
        Refusal::NameNeeded => words("名前が空です。名前を記入してください", "The name is empty: write one"),
        Refusal::FacilitatorOnly => words(
            "これは進行役が行います。進行役に頼んでください",
            "Only the facilitator does this: ask the facilitator",
        ),
        Refusal::BrokenOff => words(
            "実インシデント対応のため演習は中断中です。再開されるまで書き込めません",
            "A real incident: the exercise is broken off until it is resumed",
        ),
        _ => return None,
    })
}

/// Other refusals that are the same words every time.
fn plain(refusal: &Refusal) -> Words {
    match refusal {
        Refusal::NoSuchRow(_) => words(
            "その行はこの用紙にありません。画面を開き直してください",
            "The sheet has no such row: open the sheet again",
        ),
        Refusal::RowExists(_) => words("その行はすでにあります", "That row is there already"),
        Refusal::GivenRow(_) => words(
            "はじめからある行は取り除けません。使わない行は空のままにしてください",
            "A row that came with the material cannot be taken out: leave it empty",
        ),
        Refusal::ReasonNeeded => words(
            "改善点の検討では、変更に理由が必要です。先に変更理由を記入してください",
            "In the review every change needs a reason: write the reason first",
        ),
        Refusal::EmptyReason => words(
            "変更理由が空です。なぜ変えるかを記入してください",
            "The reason is empty: write why this changes",
        ),
        Refusal::NoSuchConflict => {
            words("その食い違いはすでに解決されています", "That conflict was settled already")
        }
        Refusal::ClockGoesBack => words(
            "演習の時刻は戻せません。今より後の時刻を選んでください",
            "Exercise time never goes back: choose a later time",
        ),
        Refusal::NoSuchRequest => words("その照会はありません", "There is no such request"),
        Refusal::AlreadyAnswered => {
            words("その照会にはすでに回答しました", "That request was answered already")
        }
        Refusal::BadDraw => words(
            "くじの候補が変わりました。もう一度引いてください",
            "What could be drawn has changed: draw again",
        ),
        Refusal::TextNeeded => words("本文が空です。記入してください", "The text is empty: write one"),
        Refusal::ReadOnly => words(
            "このファイルは閲覧専用です。壊れているか、新しい版の kijo で書かれています。写しをとり、新しい版で開いてください。",
            "This file can only be read: it is damaged, or a newer kijo wrote it. Keep a copy and open it with a newer version.",
        ),
        Refusal::TooLong => {
            words("長すぎます。20,000文字までにしてください", "Too long: keep it to 20,000 characters")
        }
        // Listed one by one, so that a new refusal without words does not compile; the others have theirs above.
        Refusal::AlreadyBegun
        | Refusal::NotBegun
        | Refusal::FacilitatorOnly
        | Refusal::BrokenOff
        | Refusal::NoSuchGroup
        | Refusal::GroupNeeded
        | Refusal::NoSuchPerson
        | Refusal::PersonExists
        | Refusal::NameNeeded
        | Refusal::Groups(_)
        | Refusal::NoSuchMaterial(_)
        | Refusal::NoSuchStakeholder(_)
        | Refusal::NoIncident(_)
        | Refusal::IncidentUnderWay(_)
        | Refusal::NotPrepared(_)
        | Refusal::Parameter(_)
        | Refusal::NoSuchSection(_)
        | Refusal::NoSuchField(_)
        | Refusal::WrongKind(_)
        | Refusal::NoSuchScene(_)
        | Refusal::NoSuchInject(_)
        | Refusal::AlreadyGiven(_)
        | Refusal::NoSuchFact(_)
        | Refusal::NoSuchAction(_)
        | Refusal::FactorDoesNotFit(_)
        | Refusal::FactorInForce(_) => words("実行できませんでした", "This could not be done"),
    }
}

fn both(words: Words) -> (&'static str, &'static str) {
    (words.ja, words.en)
}

/// The label of a field anywhere in the catalogue; fields of one name bear one label or nearly so.
fn label(key: &str) -> Words {
    let found = Artefact::ALL.iter().find_map(|artefact| artefact.sheet().field(key));
    found.map_or(words("", ""), |(_, field)| field.label)
}

fn shown<'a>(label: &'a str, key: &'a str) -> &'a str {
    if label.is_empty() { key } else { label }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Round;
    use crate::domain::id::{RowId, slug};
    use crate::domain::revision::LONGEST_TEXT;

    #[test]
    fn a_refusal_says_what_to_do_in_both_languages() {
        let missing = Refusal::NoIncident(Round::Two);
        assert_eq!(
            refusal(&missing, Lang::Ja),
            "第二インシデントのインシデントがまだ選ばれていません。先に選択してください"
        );
        assert_eq!(refusal(&missing, Lang::En), "Round two: no incident is chosen yet. Choose one first");
    }

    #[test]
    fn a_refusal_that_names_something_has_words_of_its_own() {
        let naming = [
            Refusal::Groups(9),
            Refusal::NoSuchMaterial("x".into()),
            Refusal::NoSuchStakeholder(slug("x")),
            Refusal::NoIncident(Round::One),
            Refusal::IncidentUnderWay(Round::One),
            Refusal::NotPrepared(slug("x")),
            Refusal::Parameter(slug("x")),
            Refusal::NoSuchSection("x".into()),
            Refusal::NoSuchField("x".into()),
            Refusal::WrongKind("severity".into()),
            Refusal::NoSuchScene(slug("x")),
            Refusal::NoSuchInject(slug("x")),
            Refusal::AlreadyGiven(slug("x")),
            Refusal::NoSuchFact(slug("x")),
            Refusal::NoSuchAction(slug("x")),
            Refusal::FactorDoesNotFit(slug("x")),
            Refusal::FactorInForce(slug("x")),
        ];
        for one in naming {
            assert!(named(&one, Lang::Ja).is_some(), "{one:?}");
        }
        assert!(named(&Refusal::NoSuchRow(RowId::from("x")), Lang::Ja).is_none());
    }

    #[test]
    fn the_longest_text_is_the_one_the_words_tell() {
        assert_eq!(LONGEST_TEXT, 20_000);
    }
}
