//! What a group is told when it asks for a log: the scenario's words for how the fact sheet answers, and why.
//!
//! The facilitator is shown the same before giving it out; only overruling says something else.

use super::Play;
use crate::domain::log_request::{Resolution, Shortfall};
use crate::domain::scenario::{Request, Scenario};
use crate::domain::words::Bilingual;

impl Play {
    /// The answer to a request that meets one of the scenario's, or none of them.
    pub fn answer(&self, scenario: &Scenario, meets: Option<&Request>, resolution: &Resolution) -> Bilingual {
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
