//! Material as documents: what `kijo show` prints. Everything is shown, the facilitator's secrets too.

mod environment;
mod frame;
mod requests;
mod scenario;

use super::document::{Document, Inline, Text, plain};
use crate::domain::fact_sheet::FactSheet;
use crate::domain::factor::Factor;
use crate::domain::guidance::Guidance;
use crate::domain::library::Library;
use crate::domain::placeholder::Values;
use crate::domain::policy::PolicyTopics;
use crate::domain::scenario::Scenario;
use crate::domain::stakeholder::StakeholderList;
use crate::domain::words::{Lang, words};
use crate::text::shelf::Shelf;

pub use frame::Part;

/// An incident with its parameters filled in, and how a fact sheet answers its requests.
pub fn scenario(
    library: &Library,
    scenario: &Scenario,
    values: &Values,
    sheet: Option<&FactSheet>,
    lang: Lang,
) -> Document {
    let mut page = Page::new(library, scenario.title.get(lang), lang);
    page.shelf.sheet = sheet;
    scenario::write(&mut page, scenario, values, sheet);
    page.document.finished()
}

/// An IT environment.
pub fn fact_sheet(library: &Library, sheet: &FactSheet, lang: Lang) -> Document {
    let mut page = Page::new(library, sheet.organisation.get(lang), lang);
    page.shelf.sheet = Some(sheet);
    environment::fact_sheet(&mut page, sheet);
    page.document.finished()
}

/// A list of stakeholders.
pub fn stakeholders(library: &Library, list: &StakeholderList, lang: Lang) -> Document {
    let mut page = Page::new(library, list.title.get(lang), lang);
    environment::stakeholders(&mut page, list);
    page.document.finished()
}

/// A complicating factor.
pub fn factor(library: &Library, factor: &Factor, lang: Lang) -> Document {
    let mut page = Page::new(library, factor.title.get(lang), lang);
    frame::factor(&mut page, factor);
    page.document.finished()
}

/// Policy topics.
pub fn policies(library: &Library, policies: &PolicyTopics, lang: Lang) -> Document {
    let title = words("インシデント対応ポリシーの項目", "Policy topics").get(lang);
    let mut page = Page::new(library, title, lang);
    frame::policies(&mut page, policies);
    page.document.finished()
}

/// A part of the guidance.
pub fn guidance(library: &Library, guidance: &Guidance, part: Part, lang: Lang) -> Document {
    let mut page = Page::new(library, part.title().get(lang), lang);
    frame::guidance(&mut page, guidance, part);
    page.document.finished()
}

/// How fact sheets answer every request of some incidents.
pub fn requests<'a>(
    library: &Library,
    scenarios: impl Iterator<Item = &'a Scenario>,
    sheets: &[&FactSheet],
    lang: Lang,
) -> Document {
    let title = words("ログの照会への回答", "How requests for logs are answered").get(lang);
    let mut page = Page::new(library, title, lang);
    for scenario in scenarios {
        page.document.heading(2, scenario.title.get(lang));
        page.requests(scenario, sheets);
    }
    page.document.finished()
}

/// A document being written, and the library that gives names.
struct Page<'a> {
    shelf: Shelf<'a>,
    document: Document,
}

impl<'a> Page<'a> {
    fn new(library: &'a Library, title: &str, lang: Lang) -> Self {
        Self { shelf: Shelf { library, sheet: None, lang }, document: Document::new(title, lang) }
    }

    fn lang(&self) -> Lang {
        self.shelf.lang
    }

    fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        words(ja, en).get(self.lang())
    }

    /// An entry of a definition list.
    fn entry(&self, ja: &'static str, en: &'static str, text: &str) -> (Text, Inline) {
        (Text::new(self.say(ja, en)), plain(text))
    }
}
