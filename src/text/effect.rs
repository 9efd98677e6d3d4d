//! What a complicating factor does, in words for whoever chooses it. Names of stakeholders, rows and topics are looked
//! up in a library: there may be no workshop yet.

use crate::domain::factor::FactorEffect as E;
use crate::domain::words::{Lang, words};
use crate::text::shelf::Shelf;
use crate::text::{clock, either, names, value};

/// One effect.
pub fn effect(shelf: &Shelf<'_>, effect: &E) -> String {
    let lang = shelf.lang;
    match effect {
        E::Unreachable(who) => {
            let who = shelf.stakeholders(who);
            either(lang, format!("連絡がつかない：{who}"), format!("Cannot be reached: {who}"))
        }
        E::BringIn(who) => {
            let who = shelf.stakeholders(who);
            either(lang, format!("関与が必要：{who}"), format!("Have to be brought in: {who}"))
        }
        E::TellOnly(who) => {
            let who = shelf.stakeholders(who);
            either(lang, format!("社内で知ってよい人：{who}"), format!("Inside, only these may know: {who}"))
        }
        E::LogsLost(rows) => {
            let rows = shelf.rows(rows);
            either(lang, format!("ログが失われる：{rows}"), format!("Logs are lost: {rows}"))
        }
        E::Unusable(rows) => {
            let rows = shelf.rows(rows);
            either(lang, format!("使えなくなる：{rows}"), format!("Can't be used any more: {rows}"))
        }
        E::NotEncrypted(row) => {
            let row = shelf.row(row);
            either(lang, format!("暗号化されていなかった：{row}"), format!("Not encrypted after all: {row}"))
        }
        E::NeedsRule(topic) => {
            let topic = shelf.topic(topic);
            either(
                lang,
                format!("規定に基づく判断が必要：{topic}"),
                format!("Needs a decision by rule: {topic}"),
            )
        }
        E::Recalls(items) => {
            let items = shelf.check_items(items);
            either(lang, format!("示される確認項目：{items}"), format!("Check items shown: {items}"))
        }
        E::Demands { what, within, .. } => {
            let (what, within) = (what.get(lang), clock::span(within.0, lang));
            either(lang, format!("{what}：期限は{within}"), format!("{what}: due within {within}"))
        }
        E::Compromised(channels) => {
            let channels = channels.iter().map(|one| names::channel(*one).get(lang).to_owned());
            let channels = value::list(channels, lang);
            either(
                lang,
                format!("読まれるおそれのある手段：{channels}"),
                format!("Others may read: {channels}"),
            )
        }
        E::Message { from, channel, .. } => {
            let (from, channel) = (from.get(lang), names::channel(*channel).get(lang));
            either(
                lang,
                format!("知らせが届く：{from}（{channel}）"),
                format!("A message arrives: {from} ({channel})"),
            )
        }
        other => measured(other, lang),
    }
}

/// Effects that name nothing of the library.
fn measured(effect: &E, lang: Lang) -> String {
    match effect {
        E::CountsRise { every, percent, times } => {
            let every = clock::span(every.0, lang);
            either(
                lang,
                format!("数が{every}ごとに{percent}%になる（最大{times}回）"),
                format!("Numbers rise to {percent}% every {every}, {times} times at most"),
            )
        }
        E::OtherNumbers { percent, from, .. } => {
            let from = from.get(lang);
            either(
                lang,
                format!("数が{percent}%の別の知らせ：{from}"),
                format!("A second notice with {percent}% of each number: {from}"),
            )
        }
        E::HostilePress { hostility, minutes } => either(
            lang,
            format!("質問は厳しさ{hostility}以上、質疑は{minutes}分短縮"),
            format!("Only questions of hostility {hostility} and above, {minutes} minutes less"),
        ),
        E::ConferenceFailed => words(
            "先の会見で答えの出なかった質問の再質問",
            "Questions left open at the earlier conference come back",
        )
        .get(lang)
        .into(),
        E::OutOfHours => words(
            "夜間・休日の連絡先がある人だけが応答",
            "Only those with a contact for nights and holidays answer",
        )
        .get(lang)
        .into(),
        E::NextLogLost => words(
            "まだ照会していない最も重要なログの消失",
            "The most important log not yet asked for is lost",
        )
        .get(lang)
        .into(),
        E::Leaks => words("対応表の最新の記述の流布", "The newest words of the response table become public")
            .get(lang)
            .into(),
        _ => String::new(),
    }
}
