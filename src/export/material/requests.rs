//! Requests for logs against fact sheets: which answer, which fall short, and why.

use super::Page;
use crate::domain::fact_sheet::FactSheet;
use crate::domain::log_request::Resolution;
use crate::domain::scenario::{Request, Scenario};
use crate::domain::words::Lang;
use crate::export::document::{Inline, plain};
use crate::text::{clock, names, value};

impl Page<'_> {
    /// A table: a request a row, a fact sheet a column.
    pub(super) fn requests(&mut self, scenario: &Scenario, sheets: &[&FactSheet]) {
        let lang = self.lang();
        let mut head = vec![self.say("照会", "Request"), self.say("必要な条件", "What it needs")];
        head.extend(sheets.iter().map(|sheet| sheet.organisation.get(lang)));
        let rows = scenario.requests.iter().map(|request| {
            let mut row = vec![plain(&self.asked(request)), plain(&self.need(request))];
            row.extend(sheets.iter().map(|sheet| self.answered(request, sheet)));
            row
        });
        let rows = rows.collect();
        self.document.table(&head, rows);
    }

    /// What is asked for: row and kind of log.
    pub(super) fn asked(&self, request: &Request) -> String {
        let kind = request.need.kind.words().get(self.lang());
        names::joined(&self.shelf.row(&request.need.row), kind, self.lang())
    }

    fn need(&self, request: &Request) -> String {
        let lang = self.lang();
        let days = match request.need.days {
            0 => None,
            days => Some(match lang {
                Lang::Ja => format!("{days}日前まで"),
                Lang::En if days == 1 => "1 day back".to_owned(),
                Lang::En => format!("{days} days back"),
            }),
        };
        let properties = request.need.properties.iter().map(|one| one.words().get(lang).to_owned());
        value::list(days.into_iter().chain(properties), lang)
    }

    /// The resolution, why, and when the answer can be had.
    fn answered(&self, request: &Request, sheet: &FactSheet) -> Inline {
        let lang = self.lang();
        let facts = sheet.row(request.need.row.as_str()).and_then(|row| row.log.as_ref());
        let resolution = sheet.answers(&request.need);
        let minutes = request.cost.max(facts.and_then(|facts| facts.minutes).unwrap_or(0));
        let mut lines =
            vec![names::joined(names::resolution(&resolution).get(lang), &clock::span(minutes, lang), lang)];
        lines.extend(reasons(&resolution, lang));
        plain(&lines.join("\n"))
    }
}

fn reasons(resolution: &Resolution, lang: Lang) -> impl Iterator<Item = String> {
    resolution.shortfalls().iter().map(move |one| one.words().get(lang).to_owned())
}
