//! The wrap-up (W-18, W-53…W-55): critique, closing checks, hot wash, next steps.

use super::menu::{Entry, headed};
use super::{Desk, Wish};
use crate::domain::event::Place;
use crate::domain::sheet::Artefact;
use crate::text::catalog as t;

/// The entries of the wrap-up.
pub fn entries(desk: &Desk<'_>) -> Vec<Entry> {
    let lang = desk.lang;
    let sheet = |artefact: Artefact, detail: &str| {
        Entry::new(artefact.sheet().title.get(lang), Wish::OpenSheet(Place { artefact, round: None }))
            .detail(detail)
    };
    let mut entries = vec![
        sheet(Artefact::Critique, t::CRITIQUE_DETAIL.get(lang)),
        sheet(Artefact::Improvements, t::IMPROVEMENTS_DETAIL.get(lang)),
    ];
    if let Some(guidance) = desk.view.workshop.guidance() {
        let next = guidance.next_steps.iter().map(|item| Entry::new(item.text.get(lang), Wish::Nothing));
        entries.extend(headed(t::NEXT_STEPS.get(lang), next.collect()));
    }
    entries.push(
        Entry::new(t::FINISH_WORKSHOP.get(lang), Wish::NextStep)
            .under(t::AT_THE_END.get(lang))
            .detail(t::FINISHED_DETAIL.get(lang)),
    );
    entries
}
