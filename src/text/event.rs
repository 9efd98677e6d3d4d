//! What happened, in words: one line for each event of the log.
//!
//! Who, when and for whom stand in the envelope and are not repeated. Names are those known now: a row that was
//! renamed since is told under its new name.

use crate::domain::event::{Event, Place, Round};
use crate::domain::id::{GroupId, ParticipantId, RowId, Slug};
use crate::domain::scenario::{Scenario, Setting};
use crate::domain::sheet::{Cell, Source, Value};
use crate::domain::words::{Bilingual, Lang};
use crate::domain::workshop::{GroupView, Workshop};
use crate::text::{clock, either, names, place, value};

/// What happened, in one line, as far as the workshop knows it; `group` is the envelope's.
pub fn event(workshop: &Workshop, group: Option<GroupId>, event: &Event, lang: Lang) -> String {
    // What concerns the room reads the same in every group.
    let group = group.or_else(|| workshop.groups.keys().next().copied());
    let Some(view) = group.and_then(|group| workshop.view(group)) else {
        return String::new();
    };
    let telling = Telling { view, lang };
    match event {
        Event::WorkshopCreated(beginning) => either(
            lang,
            format!("ワークショップ「{}」を作成", beginning.title),
            format!("Workshop \"{}\" begins", beginning.title),
        ),
        Event::BrokenOff => either(
            lang,
            "演習を中断（実インシデント対応）".into(),
            "Exercise broken off: a real incident".into(),
        ),
        Event::Resumed => either(lang, "演習を再開".into(), "Exercise goes on".into()),
        _ => telling
            .people(event)
            .or_else(|| telling.steps(event))
            .or_else(|| telling.rows(event))
            .or_else(|| telling.cells(event))
            .or_else(|| telling.disclosures(event))
            .or_else(|| telling.logs(event))
            .unwrap_or_else(|| telling.facilitation(event)),
    }
}

struct Telling<'a> {
    view: GroupView<'a>,
    lang: Lang,
}

impl Telling<'_> {
    /// A sentence about something with a name.
    fn say(&self, ja: &str, en: &str, name: &str) -> String {
        match self.lang {
            Lang::Ja => ja.replace("{}", name),
            Lang::En => en.replace("{}", name),
        }
    }

    fn people(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::GroupNamed { name } => self.say("グループ名を「{}」に", "Group named \"{}\"", name),
            Event::PersonJoined { name, .. } => self.say("参加：{}", "Joins: {}", name),
            Event::PersonRenamed { name, .. } => {
                self.say("参加者名を「{}」に訂正", "Name corrected to \"{}\"", name)
            }
            Event::PersonLeft { person } => self.say("退出：{}", "Leaves: {}", &self.person(Some(person))),
            Event::SeatTaken { stakeholder, person } => {
                let role = names::stakeholder(&self.view, stakeholder, self.lang);
                let person = self.person(person.as_ref());
                names::joined(&self.say("配役：{}", "Role {}", &role), &person, self.lang)
            }
            Event::RecorderChanged { person } => {
                self.say("記入者：{}", "Writes now: {}", &self.person(person.as_ref()))
            }
            _ => return None,
        })
    }

    fn steps(&self, event: &Event) -> Option<String> {
        let (step, ja, en) = match event {
            Event::StepEntered { step } => (step, "工程へ：{}", "Enters: {}"),
            Event::StepClosed { step, gaps: 0 } => (step, "工程を終了：{}", "Closes: {}"),
            Event::StepClosed { step, .. } => (step, "工程を終了（未記入あり）：{}", "Closes, with gaps: {}"),
            Event::StepReopened { step } => (step, "工程を再開：{}", "Reopens: {}"),
            _ => return None,
        };
        Some(self.say(ja, en, &names::step_in_full(*step, self.lang)))
    }

    fn rows(&self, event: &Event) -> Option<String> {
        let (place, row, ja, en) = match event {
            Event::RowAdded { place, row, .. } => (place, row, "行を追加：{}", "Row added: {}"),
            Event::RowMoved { place, row, .. } => (place, row, "行を移動：{}", "Row moved: {}"),
            Event::RowRemoved { place, row } => (place, row, "行を取り除き：{}", "Row taken out: {}"),
            Event::RowRestored { place, row } => (place, row, "行を戻し：{}", "Row put back: {}"),
            _ => return None,
        };
        Some(self.say(ja, en, &self.row(*place, row)))
    }

    fn cells(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::FieldRevised { cell, value, reason, .. } => {
                let written = self.written(cell, value);
                match reason {
                    None => written,
                    Some(reason) => either(
                        self.lang,
                        format!("{written}（理由：{reason}）"),
                        format!("{written} (because: {reason})"),
                    ),
                }
            }
            Event::FieldConflict { cell, value, .. } => {
                self.say("同時に記入：{}", "Written at the same time: {}", &self.written(cell, value))
            }
            Event::ConflictSettled { .. } => self.say("同時の記入を解決", "Conflict settled", ""),
            Event::ChangeSetOpened { reason, .. } => {
                self.say("変更理由：{}", "Reason for changes: {}", reason)
            }
            Event::ContactFailed { stakeholder, .. } => {
                let role = names::stakeholder(&self.view, stakeholder, self.lang);
                self.say("連絡がつきません：{}", "Cannot be reached: {}", &role)
            }
            _ => return None,
        })
    }

    fn disclosures(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::IncidentChosen { round, scenario, settings } => {
                let title = self.incident(scenario);
                let chosen = self.say("インシデントを選択：{}", "Incident chosen: {}", title.get(self.lang));
                let settings = self.settings(*round, settings);
                if settings.is_empty() { chosen } else { format!("{chosen} ({settings})") }
            }
            Event::SceneReleased { round, scene, .. } => {
                let found =
                    self.scenario(*round).and_then(|of| of.scenes.iter().find(|one| one.id == *scene));
                let title =
                    found.map_or_else(|| scene.to_string(), |one| one.title.get(self.lang).to_owned());
                self.say("場面を開示：{}", "Scene released: {}", &title)
            }
            Event::ClockMoved { minute, .. } => {
                self.say("演習時刻：{}", "Exercise time: {}", &clock::minute(*minute, self.lang))
            }
            Event::InjectGiven { title, .. } => {
                self.say("状況付与：{}", "Inject given: {}", title.get(self.lang))
            }
            Event::InjectSkipped { round, inject } => {
                let found =
                    self.scenario(*round).and_then(|of| of.injects.iter().find(|one| one.id == *inject));
                let title =
                    found.map_or_else(|| inject.to_string(), |one| one.title.get(self.lang).to_owned());
                self.say("状況付与を見送り：{}", "Inject skipped: {}", &title)
            }
            Event::FactorPut { factor, .. } => {
                self.say("付加要因を決定：{}", "Factor put in force: {}", &self.factor(factor))
            }
            Event::FactorStruck { factor, .. } => {
                self.say("付加要因が発動：{}", "Factor strikes: {}", &self.factor(factor))
            }
            _ => return None,
        })
    }

    fn logs(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::LogAsked { row, log, .. } => {
                let row = self.view.words_for(Source::Facts, row.as_str());
                let log = log.words().get(self.lang);
                let asked = names::joined(row.get(self.lang), log, self.lang);
                self.say("ログを照会：{}", "Log asked for: {}", &asked)
            }
            Event::LogResolved { resolution, ready, .. } => {
                let by = clock::minute(*ready, self.lang);
                let found = names::resolution(resolution).get(self.lang);
                either(
                    self.lang,
                    format!("照会の判定：{found}（回答できる時刻 {by}）"),
                    format!("Request resolved: {found} (answer ready at {by})"),
                )
            }
            Event::LogAnswered { text, .. } => {
                let text = place::short(text.get(self.lang));
                self.say("照会に回答：{}", "Request answered: {}", &text)
            }
            Event::LogOverruled { note, .. } => {
                self.say("判定と違う回答：{}", "Fact sheet overruled: {}", note)
            }
            _ => return None,
        })
    }

    /// What is the facilitator's alone.
    fn facilitation(&self, event: &Event) -> String {
        match event {
            Event::ActionTicked { round, action, done } => {
                let found =
                    self.scenario(*round).and_then(|of| of.expected.iter().find(|one| one.id == *action));
                let text =
                    found.map_or_else(|| action.to_string(), |one| place::short(one.text.get(self.lang)));
                if *done {
                    self.say("期待する行動を確認：{}", "Expected action seen: {}", &text)
                } else {
                    self.say(
                        "期待する行動の確認を取り消し：{}",
                        "Expected action not seen after all: {}",
                        &text,
                    )
                }
            }
            Event::NoteTaken { text, .. } => self.say("メモ：{}", "Note: {}", &place::short(text)),
            _ => String::new(),
        }
    }

    fn written(&self, cell: &Cell, value: &Value) -> String {
        let at = place::cell(&self.view, cell, self.lang);
        let shown = match cell.definition() {
            Some((_, field)) => place::short(&value::shown(&self.view, field, value, self.lang)),
            None => String::new(),
        };
        if shown.is_empty() {
            return self.say("空に：{}", "Emptied: {}", &at);
        }
        either(self.lang, format!("記入：{at}＝「{shown}」"), format!("Written: {at} = \"{shown}\""))
    }

    fn row(&self, place: Place, row: &RowId) -> String {
        let sheet = place::sheet(place, self.lang);
        let row = place::row(&self.view, place, row, self.lang);
        either(self.lang, format!("{sheet}／{row}"), format!("{sheet} / {row}"))
    }

    fn person(&self, person: Option<&ParticipantId>) -> String {
        match person {
            Some(person) => names::person(self.view.workshop, person, self.lang),
            None => either(self.lang, "なし".into(), "nobody".into()),
        }
    }

    fn incident(&self, id: &Slug) -> Bilingual {
        let found = self.view.workshop.library.scenario(id.as_str());
        found.map_or_else(|| Bilingual::typed(id.as_str()), |one| one.title.clone())
    }

    fn scenario(&self, round: Round) -> Option<&Scenario> {
        self.view.scenario(round)
    }

    fn factor(&self, id: &Slug) -> String {
        let found = self.view.workshop.library.factor(id.as_str());
        found.map_or_else(|| id.to_string(), |one| one.title.get(self.lang).to_owned())
    }

    fn settings(&self, round: Round, settings: &std::collections::BTreeMap<Slug, Setting>) -> String {
        let parameters = self.scenario(round).map(|of| of.parameters.as_slice()).unwrap_or_default();
        let told = parameters.iter().filter_map(|parameter| {
            let set = settings.get(&parameter.id)?;
            let set = names::setting(parameter, set, self.lang);
            Some(names::joined(parameter.label.get(self.lang), &set, self.lang))
        });
        value::list(told, self.lang)
    }
}
