//! Words for what is missing and for what a factor has thrown into doubt.

use crate::domain::gaps::{Flag, Gap};
use crate::domain::sheet::Source;
use crate::domain::sheet::report::{REPORT_COUNTS, REPORT_ITEMS};
use crate::domain::words::{Lang, words};
use crate::domain::workshop::GroupView;
use crate::text::{clock, either, names, place};

/// What is missing, and where.
pub fn gap(view: &GroupView<'_>, gap: &Gap, lang: Lang) -> String {
    match gap {
        Gap::NoIncident(round) => {
            let round = names::round(*round).get(lang);
            either(
                lang,
                format!("{round}：インシデントが選ばれていません"),
                format!("{round}: no incident is chosen"),
            )
        }
        Gap::Empty(cell) => {
            let field = place::field(view, cell, lang);
            either(lang, format!("{field}：未記入です"), format!("{field}: not filled in"))
        }
        Gap::NoRows(at, section) => {
            let sheet = at.artefact.sheet();
            let title = sheet.section(section).map_or(sheet.title, |section| section.title).get(lang);
            either(lang, format!("{title}：まだ行がありません"), format!("{title}: no rows yet"))
        }
        Gap::Flagged(at, row, flag) => {
            let row = place::row(view, *at, row, lang);
            names::joined(&row, &self::flag(view, flag, lang), lang)
        }
        Gap::Conflict(id) => {
            let open = view.group.conflicts.iter().find(|conflict| conflict.id == *id);
            let field = open.map(|conflict| place::field(view, &conflict.cell, lang)).unwrap_or_default();
            either(
                lang,
                format!("{field}：二つの記述があり、どちらにするか決まっていません"),
                format!("{field}: there are two texts, nobody has settled which one holds"),
            )
        }
        Gap::NotBroughtIn(who) => {
            let who = names::stakeholder(view, who, lang);
            either(
                lang,
                format!("{who}：付加要因により関与が必要ですが、どこにも登場していません"),
                format!("{who}: has to be brought in because of a factor, and is named nowhere yet"),
            )
        }
        Gap::RuleNeeded(topic) => {
            let topic = view.words_for(Source::Topics, topic.as_str());
            let topic = topic.get(lang);
            either(
                lang,
                format!("{topic}：判断の拠りどころが必要です。この項目に準拠した対応がまだありません"),
                format!("{topic}: a decision needs this rule, and no response row names it yet"),
            )
        }
        Gap::Untouched(phase) => {
            let title = view.words_for(Source::Phases, phase.as_str());
            let (letter, title) = (phase.as_str().to_uppercase(), title.get(lang));
            either(
                lang,
                format!("フェーズ{letter}「{title}」：対応の行がまだありません"),
                format!("Phase {letter}, {title}: no response row yet"),
            )
        }
        Gap::SpreadUnknown(_) => words(
            "継続の有無（初期対応シート）：まだ分かっていません",
            "Still going on (initial response sheet): not known yet",
        )
        .get(lang)
        .into(),
        Gap::ScenesLeft { next, left } => {
            let next = clock::minute(*next, lang);
            either(
                lang,
                format!("事案は続きます：残り{left}場面、次は{next}（F5「次の場面へ進める」）"),
                format!("It goes on: {left} scenes left, next at {next} (F5, \"Release the next scene\")"),
            )
        }
        Gap::Demanded { what, due, row } => {
            let (what, due) = (what.get(lang), clock::minute(*due, lang));
            let listed = REPORT_ITEMS.iter().chain(REPORT_COUNTS);
            let title =
                listed.into_iter().find(|(id, _)| *id == row.as_str()).map(|(_, words)| words.get(lang));
            let title = title.unwrap_or(row.as_str());
            either(
                lang,
                format!("{title}：{due}までに求められています（{what}）"),
                format!("{title}: wanted by {due} ({what})"),
            )
        }
        Gap::NoFactor => {
            words("付加要因が決まっていません", "No complicating factor is in force").get(lang).into()
        }
    }
}

/// Why a row needs another look.
pub fn flag(view: &GroupView<'_>, flag: &Flag, lang: Lang) -> String {
    match flag {
        Flag::Unreachable(who) => {
            let who = names::stakeholder(view, who, lang);
            either(
                lang,
                format!("{who}：連絡がつきません。代行者が未定です"),
                format!("{who}: cannot be reached. Nobody stands in yet"),
            )
        }
        Flag::Stale { risen } => {
            let risen = clock::minute(*risen, lang);
            either(
                lang,
                format!("{risen}に数が増えました。その前の数のままです"),
                format!("The numbers rose at {risen}; this one was written before"),
            )
        }
        Flag::Falsified(fact) => {
            let fact = view.words_for(Source::Facts, fact.as_str());
            let fact = fact.get(lang);
            either(
                lang,
                format!("{fact}：根拠とした環境情報が事実と違っていました"),
                format!("{fact}: the fact this relies on has turned out false"),
            )
        }
        Flag::Contradicted { since } => {
            let since = clock::minute(*since, lang);
            either(
                lang,
                format!("{since}の知らせと数が食い違っています。どちらが正しいか確かめてください"),
                format!("A notice at {since} names another number: find out which one holds"),
            )
        }
        Flag::Unusable(fact) => {
            let fact = view.words_for(Source::Facts, fact.as_str());
            let fact = fact.get(lang);
            either(
                lang,
                format!("{fact}：使えなくなりました。この対応は保留です"),
                format!("{fact}: can no longer be used. This row is blocked"),
            )
        }
        Flag::NotToKnow(who) => {
            let who = names::stakeholder(view, who, lang);
            either(
                lang,
                format!("{who}：情報を知らせる範囲に入っていません"),
                format!("{who}: is outside the circle of those who may know"),
            )
        }
        Flag::Compromised(channel) => {
            let channel = names::channel(*channel).get(lang);
            either(
                lang,
                format!("{channel}：第三者に読まれるおそれがあります。別の手段が必要です"),
                format!("{channel}: others may be reading it. Another means is needed"),
            )
        }
        Flag::Reopened => words(
            "前提が変わりました。義務の判断をやり直してください",
            "What it rested on has changed: decide this duty again",
        )
        .get(lang)
        .into(),
    }
}
