//! Words for what is missing and for what a factor has thrown into doubt.

use crate::domain::gaps::{Flag, Gap};
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
            use crate::domain::sheet::Source;
            let fact = view.words_for(Source::Facts, fact.as_str());
            let fact = fact.get(lang);
            either(
                lang,
                format!("{fact}：根拠とした環境情報が事実と違っていました"),
                format!("{fact}: the fact this relies on has turned out false"),
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
