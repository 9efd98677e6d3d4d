//! The head of a report: whose it is, who took part, who sat where.

use super::{Edition, Writing};
use crate::domain::sheet::Source;
use crate::export::document::{Inline, plain};
use crate::text::{names, value};

impl Writing<'_> {
    pub(super) fn opening(&mut self) {
        let (view, lang) = (self.view, self.lang());
        let mut entries = vec![
            self.entry("版", "Edition", self.edition.words().get(lang)),
            self.entry("グループ", "Group", &names::group(&view, lang)),
        ];
        if let Some(sheet) = view.workshop.fact_sheet() {
            entries.push(self.entry("想定する組織", "Organisation", sheet.organisation.get(lang)));
        }
        if let Some(begun) = &view.workshop.beginning {
            let how = names::facilitation(begun.facilitation).get(lang);
            entries.push(self.entry("進め方", "Facilitation", how));
        }
        entries.push(self.entry("現在の段階", "Stage", names::stage(view.group.stage).get(lang)));
        self.document.definitions(entries);
        if view.workshop.broken_off {
            let words = self.say(
                "実インシデント対応のため、演習は中断しています。",
                "A real incident: the exercise is broken off.",
            );
            self.document.paragraph(words);
        }
        if self.edition != Edition::Press {
            self.people();
        }
    }

    fn people(&mut self) {
        let (view, lang) = (self.view, self.lang());
        let heading = self.say("参加者と役割", "People and seats");
        self.document.heading(2, heading);
        let present = view.workshop.people.values().filter(|person| person.present);
        let everybody = value::list(present.map(|person| person.name.clone()), lang);
        let mut entries = Vec::new();
        if !everybody.is_empty() {
            entries.push(self.entry("参加者", "Participants", &everybody));
        }
        if let Some(recorder) = &view.group.recorder {
            let name = names::person(view.workshop, recorder, lang);
            entries.push(self.entry("記入者", "Recorder", &name));
        }
        self.document.definitions(entries);
        let rows = self.seats();
        let head = [self.say("関係者", "Stakeholder"), self.say("担当者", "Played by")];
        self.document.table(&head, rows);
    }

    fn seats(&self) -> Vec<Vec<Inline>> {
        let (view, lang) = (self.view, self.lang());
        let options = view.options(Source::Stakeholders).into_iter();
        let seated = options.map(|(id, name)| {
            let person = view.group.seats.iter().find(|(seat, _)| **seat == *id.as_str());
            let player = match person {
                Some((_, person)) => names::person(view.workshop, person, lang),
                None => self.say("担当者なし", "Nobody").to_owned(),
            };
            vec![plain(name.get(lang)), plain(&player)]
        });
        seated.collect()
    }
}
