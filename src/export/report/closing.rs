//! The end of a report: comparison and measures, improvements, critique, gaps, and the environment as it stands.

use super::Writing;
use crate::domain::comparison::{self, Pair};
use crate::domain::event::{Place, Round, Step};
use crate::domain::flow::STEPS;
use crate::domain::gaps::Gap;
use crate::domain::id::RowId;
use crate::domain::metrics::{self, Measure};
use crate::domain::sheet::{Artefact, Cell};
use crate::domain::words::Lang;
use crate::domain::workshop::Stage;
use crate::export::diff;
use crate::export::document::{Inline, plain};
use crate::text::{clock, gap, measure, names, place, value};

impl Writing<'_> {
    pub(super) fn closing(&mut self) {
        self.comparison();
        for artefact in [Artefact::Improvements, Artefact::Critique] {
            self.sheet(whole(artefact));
        }
        self.gaps();
        if self.is_for_facilitator() {
            self.notes();
        }
        for artefact in [Artefact::Rules, Artefact::Policy, Artefact::Stakeholders, Artefact::FactSheet] {
            self.sheet(whole(artefact));
        }
    }

    /// Both rounds in numbers, the factors beside them; never one total.
    fn comparison(&mut self) {
        let (view, lang) = (self.view, self.lang());
        if view.play(Round::Two).is_none() {
            return;
        }
        let heading = self.say("第一・第二インシデントの比較", "Round one and round two compared");
        self.document.heading(2, heading);
        let rounds = comparison::compare(&view, Pair::Rounds);
        self.document.paragraph(&diff::marks(&rounds, lang));
        let metrics = metrics::metrics(&view);
        let told = |struck: &Option<_>| struck.is_some() || self.is_for_facilitator();
        let factors = metrics.factors.iter().filter(|(_, _, struck)| told(struck));
        let beside = factors.map(|(round, id, struck)| {
            let factor = view.workshop.library.factor(id.as_str());
            let title = factor.map_or(id.as_str(), |factor| factor.title.get(lang));
            let title = names::joined(names::round(*round).get(lang), title, lang);
            plain(&names::joined(&title, &measure::struck(*struck, lang), lang))
        });
        let beside: Vec<Inline> = beside.collect();
        let head = [
            self.say("指標", "Measure"),
            names::round(Round::One).get(lang),
            names::round(Round::Two).get(lang),
        ];
        let recorded = |measure: &&Measure| measure.one.is_some() || measure.two.is_some();
        let measures = metrics.measures.iter().filter(recorded);
        let rows = measures.map(|measure| self.measure(measure)).collect();
        self.document.table(&head, rows);
        let caution = self.say(
            "インシデントと付加要因が違うため、数だけで優劣は決まりません。",
            "The incidents and factors differ: the numbers alone do not say which round was better.",
        );
        self.document.paragraph(caution);
        self.document.list(beside);
    }

    fn measure(&self, measure: &Measure) -> Vec<Inline> {
        let lang = self.lang();
        let shown = |reading: &Option<metrics::Reading>| {
            plain(&measure::amount(reading.as_ref().map(|reading| reading.amount), lang))
        };
        let name = format!("M{} {}", measure.what.number(), measure::what(measure.what).get(lang));
        let one = if measure.what.is_of_the_workshop() { Inline::new() } else { shown(&measure.one) };
        vec![plain(&name), one, shown(&measure.two)]
    }

    /// What was left open, step by step.
    fn gaps(&mut self) {
        let heading = self.say("残っている不足", "Gaps left open");
        self.document.heading(2, heading);
        let mut none = true;
        for step in STEPS {
            let items = self.gaps_of(step);
            if self.was_reached(step) && !items.is_empty() {
                none = false;
                let title = names::step_in_full(step, self.lang());
                self.document.heading(3, &title);
                self.document.list(items);
            }
        }
        if none {
            let nothing = self.say("不足はありません。", "Nothing is missing.");
            self.document.paragraph(nothing);
        }
    }

    fn was_reached(&self, step: Step) -> bool {
        match step.round() {
            Some(round) => self.view.play(round).is_some(),
            None => Stage::of(step) <= self.view.group.stage,
        }
    }

    /// Empty fields are gathered by row, and rows that lack the same; everything else stands for itself.
    fn gaps_of(&self, step: Step) -> Vec<Inline> {
        let (view, lang) = (self.view, self.lang());
        let mut items: Vec<Inline> = Vec::new();
        let mut gathered: Vec<Gathered> = Vec::new();
        for open in view.gaps(step) {
            match open {
                Gap::Empty(cell) => gather(&mut gathered, &cell, lang),
                open => items.push(plain(&gap::gap(&view, &open, lang))),
            }
        }
        let mut alike: Vec<Alike> = Vec::new();
        for one in gathered {
            let name = match &one.row {
                Some(row) => place::row(&view, one.place, row, lang),
                None => one.place.artefact.sheet().title.get(lang).to_owned(),
            };
            match alike.last_mut() {
                Some(last) if last.labels == one.labels => last.names.push(name),
                _ => alike.push(Alike { names: vec![name], labels: one.labels }),
            }
        }
        items.extend(alike.into_iter().map(|one| plain(&one.told(lang))));
        items
    }

    /// Private notes. Facilitator only.
    fn notes(&mut self) {
        let lang = self.lang();
        let here = self.view.workshop.notes.iter();
        let here = here.filter(|note| note.group.is_none_or(|group| group == self.view.id));
        let notes: Vec<Inline> = here
            .map(|note| match note.minute {
                Some(minute) => plain(&names::joined(&clock::minute(minute, lang), &note.text, lang)),
                None => plain(&note.text),
            })
            .collect();
        if !notes.is_empty() {
            let heading = self.say("進行役のメモ", "Facilitator's notes");
            self.document.heading(2, heading);
            self.document.list(notes);
        }
    }
}

/// The empty fields of one row, or of a form.
struct Gathered {
    place: Place,
    row: Option<RowId>,
    labels: Vec<String>,
}

/// Rows that lack the same fields.
struct Alike {
    names: Vec<String>,
    labels: Vec<String>,
}

impl Alike {
    fn told(self, lang: Lang) -> String {
        let names = value::list(self.names.into_iter(), lang);
        let labels = value::list(self.labels.into_iter(), lang);
        match lang {
            Lang::Ja => format!("{names}：{labels}（未記入）"),
            Lang::En => format!("{names}: {labels} (not filled in)"),
        }
    }
}

fn gather(gathered: &mut Vec<Gathered>, cell: &Cell, lang: Lang) {
    let label =
        cell.definition().map_or_else(|| cell.field.clone(), |(_, field)| field.label.get(lang).to_owned());
    let place = place::place_of(cell);
    match gathered.last_mut() {
        Some(last) if last.place == place && last.row == cell.row => last.labels.push(label),
        _ => gathered.push(Gathered { place, row: cell.row.clone(), labels: vec![label] }),
    }
}

fn whole(artefact: Artefact) -> Place {
    Place { artefact, round: None }
}
