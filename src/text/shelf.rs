//! Names looked up in a library where there is no workshop: of stakeholders, rows, topics, check items, phases.

use crate::domain::fact_sheet::FactSheet;
use crate::domain::id::Slug;
use crate::domain::library::Library;
use crate::domain::words::{Bilingual, Lang};
use crate::text::value;

/// A library, read in one language. What nobody has stands by its id.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// The material at hand.
    pub library: &'a Library,
    /// The environment that is being read, if one is: its names go before those of others.
    pub sheet: Option<&'a FactSheet>,
    /// The language.
    pub lang: Lang,
}

impl Shelf<'_> {
    fn name(&self, id: &Slug, found: Option<&Bilingual>) -> String {
        found.map_or(id.as_str(), |words| words.get(self.lang)).to_owned()
    }

    /// What a stakeholder is called: in the list that goes with the sheet being read, else in the first that has one.
    pub fn stakeholder(&self, id: &Slug) -> String {
        let own =
            self.sheet.and_then(|sheet| self.library.stakeholder_list(sheet.stakeholders.as_ref()?.as_str()));
        let mut all =
            own.into_iter().chain(self.library.stakeholder_lists()).flat_map(|list| &list.stakeholders);
        self.name(id, all.find(|one| one.id == *id).map(|one| &one.name))
    }

    /// Stakeholders, in a row.
    pub fn stakeholders(&self, ids: &[Slug]) -> String {
        value::list(ids.iter().map(|id| self.stakeholder(id)), self.lang)
    }

    /// What a fact-sheet row is called: on the sheet being read, else on the first that has it.
    pub fn row(&self, id: &Slug) -> String {
        let sheets = self.sheet.into_iter().chain(self.library.fact_sheets());
        let mut all = sheets.filter_map(|sheet| sheet.row(id.as_str()));
        self.name(id, all.next().map(|row| &row.name))
    }

    /// Fact-sheet rows, in a row.
    pub fn rows(&self, ids: &[Slug]) -> String {
        value::list(ids.iter().map(|id| self.row(id)), self.lang)
    }

    /// The title of a policy topic.
    pub fn topic(&self, id: &Slug) -> String {
        let mut all = self.library.policies().flat_map(|policies| &policies.topics);
        self.name(id, all.find(|one| one.id == *id).map(|one| &one.title))
    }

    /// Check items, in a row.
    pub fn check_items(&self, ids: &[Slug]) -> String {
        let all = || {
            self.library
                .guidances()
                .flat_map(|guidance| &guidance.processes)
                .flat_map(|process| &process.items)
        };
        let name = |id: &Slug| self.name(id, all().find(|one| one.id == *id).map(|one| &one.text));
        value::list(ids.iter().map(name), self.lang)
    }

    /// The title of a phase.
    pub fn phase(&self, id: &Slug) -> String {
        let mut all = self.library.guidances().flat_map(|guidance| &guidance.phases);
        self.name(id, all.find(|one| one.id == *id).map(|one| &one.title))
    }

    /// The title of a complicating factor.
    pub fn factor(&self, id: &Slug) -> String {
        self.name(id, self.library.factor(id.as_str()).map(|factor| &factor.title))
    }
}
