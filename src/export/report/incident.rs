//! A round in a report: its incident, what was disclosed when, requests and answers, factors, and its sheets.

use super::{Edition, Writing};
use crate::domain::event::{Place, Round};
use crate::domain::play::{AskedLog, Disclosure, Play};
use crate::domain::scenario::Scenario;
use crate::domain::sheet::{Artefact, Source};
use crate::domain::words::{Bilingual, Lang};
use crate::export::document::{Inline, Text, plain, strong};
use crate::text::{clock, measure, names, record};

impl Writing<'_> {
    pub(super) fn round(&mut self, round: Round) {
        let (view, lang) = (self.view, self.lang());
        let (Some(play), Some(scenario)) = (view.play(round), view.scenario(round)) else {
            return;
        };
        let name = names::round(round).get(lang);
        let heading = match self.edition {
            // The incident's title says more than the public knows.
            Edition::Press => name.to_owned(),
            _ => names::joined(name, scenario.title.get(lang), lang),
        };
        self.document.heading(2, &heading);
        if self.edition != Edition::Press {
            self.parameters(play, scenario);
        }
        self.disclosed(play, scenario);
        if self.edition != Edition::Press {
            self.requests(play);
            self.factors(play, scenario);
        }
        if self.is_for_facilitator() {
            self.ticks(play, scenario);
        }
        if round == Round::One && self.edition != Edition::Press && self.has_review {
            let note = self.say(
                "各用紙は第一インシデント実施時の内容です。検討での変更は次の章に示します。",
                "The sheets are shown as they were played; the changes of the review follow.",
            );
            self.document.paragraph(note);
        }
        if self.edition != Edition::Press {
            self.chronology(round);
        }
        for artefact in Artefact::OF_A_ROUND {
            self.sheet(Place { artefact, round: Some(round) });
        }
    }

    fn parameters(&mut self, play: &Play, scenario: &Scenario) {
        let lang = self.lang();
        let t0 = clock::moment(&scenario.starts.replace('T', " "), lang);
        let mut entries = vec![
            self.entry("T0", "T0", &t0),
            self.entry("演習の時刻", "Exercise time", &clock::minute(play.minute, lang)),
        ];
        for parameter in &scenario.parameters {
            let default = parameter.default_setting();
            let setting = play.settings.get(&parameter.id).unwrap_or(&default);
            let label = Text::new(parameter.label.get(lang));
            entries.push((label, plain(&names::setting(parameter, setting, lang))));
        }
        self.document.definitions(entries);
    }

    /// What the group was told; the press only what the public saw.
    fn disclosed(&mut self, play: &Play, scenario: &Scenario) {
        let heading = self.say("参加者に開示した状況", "What was disclosed");
        let told = |one: &&Disclosure| self.edition != Edition::Press || one.public;
        let mut disclosed: Vec<&Disclosure> = play.disclosed.iter().filter(told).collect();
        // An answer is told at the time it could be had, which may be later than what was told after it.
        disclosed.sort_by_key(|one| one.minute);
        let rows: Vec<Vec<Inline>> =
            disclosed.into_iter().map(|one| self.disclosure(one, scenario)).collect();
        if rows.is_empty() {
            return;
        }
        let head = [
            self.say("時刻（T＋）", "Time (T+)"),
            self.say("日時", "Date and time"),
            self.say("種類", "Kind"),
            self.say("発信元（手段）", "From (channel)"),
            self.say("内容", "Text"),
        ];
        self.document.heading(3, heading);
        self.document.table(&head, rows);
    }

    fn disclosure(&self, one: &Disclosure, scenario: &Scenario) -> Vec<Inline> {
        let lang = self.lang();
        let from = one.from.as_ref().map_or("", |from| from.get(lang));
        let channel = one.channel.map(|channel| names::channel(channel).get(lang));
        let from = match channel {
            Some(channel) if lang == Lang::Ja => format!("{from}（{channel}）"),
            Some(channel) => format!("{from} ({channel})"),
            None => from.to_owned(),
        };
        let title = one.title.get(lang);
        let text = if title.is_empty() {
            one.text.get(lang).to_owned()
        } else {
            format!("{title}\n{}", one.text.get(lang))
        };
        vec![
            plain(&clock::minute(one.minute, lang)),
            plain(&clock::on_calendar(&scenario.starts, one.minute, lang).unwrap_or_default()),
            plain(names::disclosure(one.kind).get(lang)),
            plain(&from),
            plain(&text),
        ]
    }

    /// Requests for logs. How one was resolved is shown once answered; before that only to the facilitator.
    fn requests(&mut self, play: &Play) {
        let rows: Vec<Vec<Inline>> = play.requests.iter().map(|asked| self.request(asked)).collect();
        if rows.is_empty() {
            return;
        }
        let heading = self.say("ログの照会と回答", "Requests and answers");
        self.document.heading(3, heading);
        let mut head = vec![
            self.say("照会（T＋）", "Asked (T+)"),
            self.say("対象", "Where"),
            self.say("ログ", "Log"),
            self.say("結果", "Result"),
            self.say("回答", "Answer"),
        ];
        if self.is_for_facilitator() {
            head.push(self.say("理由（進行役）", "Why (facilitator)"));
        }
        self.document.table(&head, rows);
    }

    fn request(&self, asked: &AskedLog) -> Vec<Inline> {
        let lang = self.lang();
        let open = Bilingual::new("回答待ち", "Waiting for the answer");
        let shows = asked.answer.is_some() || self.is_for_facilitator();
        let result = if shows { names::resolution(&asked.resolution).get(lang) } else { open.get(lang) };
        let mut row = vec![
            plain(&clock::minute(asked.asked, lang)),
            plain(self.view.words_for(Source::Facts, asked.row.as_str()).get(lang)),
            plain(asked.log.words().get(lang)),
            plain(result),
            plain(asked.answer.as_ref().unwrap_or(&open).get(lang)),
        ];
        if self.is_for_facilitator() {
            let why = asked.resolution.shortfalls().iter();
            let reasons = why.map(|one| one.words().get(lang).to_owned());
            let mut text = reasons.collect::<Vec<_>>().join("\n");
            if let Some(note) = &asked.overruled {
                text =
                    format!("{text}\n{}", names::joined(self.say("進行役の判断", "Overruled"), note, lang));
            }
            row.push(plain(text.trim()));
        }
        row
    }

    /// The chronology, filled from what was told and written.
    fn chronology(&mut self, round: Round) {
        let lang = self.lang();
        let rows: Vec<Vec<Inline>> = self
            .view
            .chronology(round)
            .into_iter()
            .map(|line| {
                let at = clock::minute(line.minute, lang);
                vec![plain(&at), plain(record::kind(line.kind).get(lang)), plain(line.words.get(lang))]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let heading = self.say("クロノロジー", "Chronology");
        self.document.heading(3, heading);
        let head = [self.say("時刻", "Time"), self.say("種別", "Kind"), self.say("出来事", "What happened")];
        self.document.table(&head, rows);
    }

    /// Factors. One that has not struck is still the facilitator's.
    fn factors(&mut self, play: &Play, scenario: &Scenario) {
        let lang = self.lang();
        let library = &self.view.workshop.library;
        let told = play.factors.iter().filter(|put| put.struck.is_some() || self.is_for_facilitator());
        let rows: Vec<Vec<Inline>> = told
            .filter_map(|put| {
                let factor = library.factor(put.id.as_str())?;
                Some(vec![
                    plain(factor.title.get(lang)),
                    plain(&measure::struck(put.struck, lang)),
                    plain(play.story(scenario, factor, library).get(lang)),
                ])
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let heading = self.say("付加要因", "Complicating factors");
        self.document.heading(3, heading);
        let head = [
            self.say("付加要因", "Factor"),
            self.say("発生（T＋）", "Struck (T+)"),
            self.say("内容", "Story"),
        ];
        self.document.table(&head, rows);
    }

    /// Expected actions, seen or not. Facilitator only.
    fn ticks(&mut self, play: &Play, scenario: &Scenario) {
        let lang = self.lang();
        let rows: Vec<Vec<Inline>> = scenario
            .expected
            .iter()
            .map(|action| {
                let seen = if play.ticked.contains(&action.id) {
                    strong(self.say("確認した", "Seen"))
                } else {
                    plain(self.say("確認していない", "Not seen"))
                };
                vec![plain(action.text.get(lang)), seen]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        let heading = self.say("期待される行動（進行役のみ）", "Expected actions (facilitator only)");
        self.document.heading(3, heading);
        let head = [self.say("行動", "Action"), self.say("確認", "Seen")];
        self.document.table(&head, rows);
    }
}
