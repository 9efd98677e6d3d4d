//! What a group is told when it asks for a log: the scenario's words for how the fact sheet answers, and why.
//!
//! The facilitator is shown the same before giving it out; only overruling says something else.

use super::Play;
use crate::domain::environment::{log_facts, words_of};
use crate::domain::event::Round;
use crate::domain::fact_sheet::LogFacts;
use crate::domain::id::{RowId, Slug};
use crate::domain::log_request::{Resolution, Shortfall};
use crate::domain::scenario::{Request, Scenario};
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::{Bilingual, Lang, span};
use crate::domain::workshop::GroupView;

impl GroupView<'_> {
    /// What the group is told when it asks for a log of a fact-sheet row: the answer, and who had to extract it. Empty
    /// before an incident is chosen.
    pub fn answer(
        &self,
        round: Round,
        row: &Slug,
        meets: Option<&Request>,
        resolution: &Resolution,
    ) -> Bilingual {
        let Some((play, scenario)) = self.play(round).zip(self.scenario(round)) else {
            return Bilingual::default();
        };
        let told = play.answer(scenario, meets, resolution);
        let found = matches!(resolution, Resolution::Available | Resolution::Partial(_));
        match self.extraction(row).filter(|_| found) {
            Some(extraction) => told.and(&extraction, "\n"),
            None => told,
        }
    }

    /// What a row of the fact sheet logs, as the group has it now.
    pub fn log_facts(&self, row: &Slug) -> Option<LogFacts> {
        let row = RowId::from(row);
        log_facts(|field| self.value(&Cell::row(Artefact::FactSheet, None, &row, field)))
    }

    /// Who extracts the log of a row, and how long it takes (W-55).
    fn extraction(&self, row: &Slug) -> Option<Bilingual> {
        let facts = self.log_facts(row)?;
        let who = RowId::from(&facts.extractor?);
        let name = words_of(self.value(&Cell::row(Artefact::Stakeholders, None, &who, "name")));
        let (ja, en) = (name.get(Lang::Ja), name.get(Lang::En));
        Some(match facts.minutes.map(span) {
            Some(took) => Bilingual::new(
                format!("（抽出：{ja}、所要{}）", took.get(Lang::Ja)),
                format!("(Extracted by {en} in {})", took.get(Lang::En)),
            ),
            None => Bilingual::new(format!("（抽出：{ja}）"), format!("(Extracted by {en})")),
        })
    }
}

impl Play {
    /// The answer to a request that meets one of the scenario's, or none of them.
    fn answer(&self, scenario: &Scenario, meets: Option<&Request>, resolution: &Resolution) -> Bilingual {
        let text = match (meets, resolution) {
            (Some(request), Resolution::Available) => request.available.clone(),
            (Some(request), Resolution::Partial(_)) => request.partial.clone(),
            (Some(request), Resolution::NotAvailable(_)) => request.missing.clone(),
            (None, Resolution::NotAvailable(_)) => {
                Bilingual::new("その記録は残っていません。", "There is no such record.")
            }
            (None, Resolution::Available | Resolution::Partial(_)) => Bilingual::new(
                "記録を確認しましたが、本件に関わるものは見つかりませんでした。",
                "The record was looked through; nothing in it concerns this case.",
            ),
            (_, Resolution::Unknown(_)) => Bilingual::new(
                "記録があるかどうか、すぐには分かりません。担当者が確認しています。",
                "Nobody can say at once whether the record exists. It is being checked.",
            ),
        };
        with_reasons(self.filled(scenario, &text), resolution.shortfalls())
    }
}

/// The answer says in words why it falls short, so that the group learns what to change in the fact sheet.
fn with_reasons(told: Bilingual, shortfalls: &[Shortfall]) -> Bilingual {
    if shortfalls.is_empty() {
        return told;
    }
    let list = |reason: &dyn Fn(&Shortfall) -> String, sep: &str| {
        shortfalls.iter().map(reason).collect::<Vec<_>>().join(sep)
    };
    let ja = list(&|one| one.words().ja, "、");
    let en = list(&|one| one.words().en.unwrap_or_default(), "; ");
    Bilingual {
        ja: format!("{}\n（理由：{ja}）", told.ja),
        en: told.en.map(|text| format!("{text}\n(Why: {en})")),
    }
}
