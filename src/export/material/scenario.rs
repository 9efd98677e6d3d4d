//! An incident as its facilitator reads it before the day: what happened, what comes when, what is asked and answered.

use super::Page;
use crate::domain::fact_sheet::FactSheet;
use crate::domain::placeholder::{Values, fill, holds};
use crate::domain::scenario::{Condition, Inject, ParameterKind, Request, Scenario, Trigger, Weight};
use crate::domain::words::{Bilingual, Lang};
use crate::export::document::{Text, plain};
use crate::text::{clock, names, value};

/// Writes the whole incident. `sheet` is the environment it is read in; without one, requests are told as written.
pub(super) fn write(page: &mut Page<'_>, scenario: &Scenario, values: &Values, sheet: Option<&FactSheet>) {
    let mut writing = Writing { page, scenario, values };
    writing.head(sheet);
    writing.scenes();
    writing.injects();
    writing.asked(sheet);
    writing.press();
    writing.frame();
    writing.people();
    writing.twists();
}

struct Writing<'p, 'a, 's> {
    page: &'p mut Page<'a>,
    scenario: &'s Scenario,
    values: &'s Values,
}

impl Writing<'_, '_, '_> {
    fn filled(&self, text: &Bilingual) -> String {
        let lang = self.page.lang();
        fill(text.get(lang), self.values, lang)
    }

    fn in_play(&self, condition: Option<&Condition>) -> bool {
        condition.is_none_or(|condition| holds(condition, self.values))
    }

    fn heading(&mut self, ja: &'static str, en: &'static str) {
        let words = self.page.say(ja, en);
        self.page.document.heading(2, words);
    }

    fn head(&mut self, sheet: Option<&FactSheet>) {
        let (page, scenario, lang) = (&*self.page, self.scenario, self.page.lang());
        let mut entries = vec![
            page.entry("番号", "Number", &scenario.number.to_string()),
            page.entry("概要", "Summary", &self.filled(&scenario.summary)),
            page.entry("T0", "T0", &clock::moment(&scenario.starts, lang)),
            page.entry("通報元", "Source", &self.filled(&scenario.source)),
            page.entry("受付の経路", "Path", &page.shelf.stakeholders(&scenario.path)),
            page.entry("手段", "Channel", names::channel(scenario.channel).get(lang)),
        ];
        if let Some(sheet) = sheet {
            entries.push(page.entry("想定する組織", "Organisation", sheet.organisation.get(lang)));
        }
        let (core, all) = playing_time(scenario);
        let (core, all) = (clock::span(core, lang), clock::span(all, lang));
        entries.push(page.entry("所要時間（基本のみ）", "Time to play (core)", &core));
        entries.push(page.entry("所要時間（すべて）", "Time to play (all)", &all));
        let parameters = scenario.parameters.iter().map(|parameter| {
            let set = page.setting(parameter, self.values);
            (Text::new(parameter.label.get(lang)), plain(&set))
        });
        entries.extend(parameters);
        self.page.document.definitions(entries);
        self.heading("第一報", "First notice");
        let hook = self.filled(&scenario.hook);
        self.page.document.paragraph(&hook);
        self.heading("真相（進行役だけ）", "What really happened (facilitator only)");
        let truth = self.filled(&scenario.truth);
        self.page.document.paragraph(&truth);
    }

    fn scenes(&mut self) {
        self.heading("場面", "Scenes");
        let lang = self.page.lang();
        let rows = self.scenario.scenes.iter().map(|scene| {
            vec![
                plain(&clock::minute(scene.minute, lang)),
                plain(&self.filled(&scene.title)),
                plain(&self.filled(&scene.text)),
            ]
        });
        let rows = rows.collect();
        let head =
            [self.page.say("時刻", "Time"), self.page.say("場面", "Scene"), self.page.say("内容", "Text")];
        self.page.document.table(&head, rows);
    }

    fn injects(&mut self) {
        self.heading("状況付与", "Injects");
        for inject in &self.scenario.injects {
            if self.in_play(inject.when.as_ref()) {
                self.inject(inject);
            }
        }
    }

    fn inject(&mut self, inject: &Inject) {
        let lang = self.page.lang();
        let title = self.filled(&inject.title);
        let page = &*self.page;
        let prompts = inject.prompts.iter().map(|prompt| {
            let lines: Vec<String> = prompt.lines.iter().map(|line| self.filled(line)).collect();
            names::joined(&page.shelf.stakeholder(&prompt.role), &lines.join(" / "), lang)
        });
        let entries = vec![
            page.entry("いつ", "When", &self.trigger(&inject.trigger)),
            page.entry("発信者", "From", &self.filled(&inject.from)),
            page.entry("宛先", "To", &page.shelf.stakeholders(&inject.to)),
            page.entry("手段", "Channel", names::channel(inject.channel).get(lang)),
            page.entry("内容", "Text", &self.filled(&inject.text)),
            page.entry("期待する行動", "Expected", &self.filled(&inject.expected)),
            page.entry("促しの問い", "Prompts", &prompts.collect::<Vec<_>>().join("\n")),
            page.entry("フェーズ", "Phase", &page.shelf.phase(&inject.phase)),
            page.entry("公開範囲", "Seen by", page.say_public(inject.public)),
            page.entry("所要", "Takes", &page.weighed(inject.weight, inject.takes)),
        ];
        self.page.document.heading(3, &title);
        self.page.document.definitions(entries);
    }

    /// When an inject comes, with actions and requests by their words instead of their ids.
    fn trigger(&self, trigger: &Trigger) -> String {
        let lang = self.page.lang();
        match trigger {
            Trigger::Unless(action, at) => {
                let found = self.scenario.expected.iter().find(|one| one.id == *action);
                let action = found.map_or_else(|| action.to_string(), |one| self.filled(&one.text));
                let at = clock::minute(*at, lang);
                match lang {
                    Lang::Ja => format!("{at}に、次が済んでいなければ：{action}"),
                    Lang::En => format!("At {at}, unless this was done: {action}"),
                }
            }
            Trigger::OnRequest(request) => {
                let found = self.scenario.requests.iter().find(|one| one.id == *request);
                let asked = found.map_or_else(|| request.to_string(), |one| self.page.asked(one));
                match lang {
                    Lang::Ja => format!("照会に回答した後：{asked}"),
                    Lang::En => format!("After this request was answered: {asked}"),
                }
            }
            other => names::trigger(other, lang),
        }
    }

    fn asked(&mut self, sheet: Option<&FactSheet>) {
        self.heading("ログの照会", "Requests for logs");
        if let Some(sheet) = sheet {
            self.page.requests(self.scenario, &[sheet]);
        }
        for request in &self.scenario.requests {
            self.request(request);
        }
    }

    fn request(&mut self, request: &Request) {
        let page = &*self.page;
        let entries = vec![
            page.entry("ある場合", "Available", &self.filled(&request.available)),
            page.entry("一部ある場合", "Partial", &self.filled(&request.partial)),
            page.entry("ない場合", "Not available", &self.filled(&request.missing)),
            page.entry("演習内の時間", "Exercise time", &clock::span(request.cost, page.lang())),
            page.entry("所要", "Takes", &page.weighed(request.weight, request.takes)),
        ];
        let title = page.asked(request);
        self.page.document.heading(3, &title);
        self.page.document.definitions(entries);
    }

    fn press(&mut self) {
        self.heading("記者の質問", "Questions of the press");
        let questions = self.scenario.questions.iter().filter(|one| self.in_play(one.when.as_ref()));
        let rows = questions.map(|question| {
            vec![
                plain(&question.hostility.to_string()),
                plain(&self.filled(&question.text)),
                plain(&self.filled(&question.listen_for)),
            ]
        });
        let rows = rows.collect();
        let page = &*self.page;
        let head = [
            page.say("厳しさ", "Hostility"),
            page.say("質問", "Question"),
            page.say("聞きどころ", "Listen for"),
        ];
        self.page.document.table(&head, rows);
        let reporters = self.scenario.reporters.iter().map(|card| {
            let medium = self.filled(&card.medium);
            (Text::new(&medium), plain(&self.filled(&card.after)))
        });
        let reporters = reporters.collect();
        self.page.document.definitions(reporters);
    }

    fn frame(&mut self) {
        let lang = self.page.lang();
        self.heading("通知・報告義務の確認", "Duties to check");
        let duties = self.scenario.duties.iter().filter(|duty| self.in_play(duty.when.as_ref()));
        let rows = duties.map(|duty| {
            let by = duty.by.map(|by| clock::minute(by, lang)).unwrap_or_default();
            vec![plain(&by), plain(&self.filled(&duty.text))]
        });
        let rows = rows.collect();
        let head = [self.page.say("目安", "By"), self.page.say("確認すること", "What to check")];
        self.page.document.table(&head, rows);
        self.heading("期待する行動", "Expected actions");
        let expected = self.scenario.expected.iter().map(|one| plain(&self.filled(&one.text)));
        let expected = expected.collect();
        self.page.document.list(expected);
        self.heading("学習目標", "Learning goals");
        let goals = self.scenario.goals.iter().map(|goal| plain(&self.filled(&goal.text))).collect();
        self.page.document.list(goals);
        self.heading("ファクトシートの行", "Fact-sheet rows");
        let rows = self.scenario.marks.iter();
        let rows = rows.map(|mark| {
            vec![plain(&self.page.shelf.row(&mark.row)), plain(names::need(Some(mark.need)).get(lang))]
        });
        let rows = rows.collect();
        let head = [self.page.say("行", "Row"), self.page.say("要否", "Needed")];
        self.page.document.table(&head, rows);
    }

    fn people(&mut self) {
        self.heading("役割カード", "Role cards");
        let rows = self.scenario.roles.iter().map(|card| {
            vec![
                plain(&self.page.shelf.stakeholder(&card.role)),
                plain(&self.filled(&card.knows)),
                plain(&self.filled(&card.worries)),
            ]
        });
        let rows = rows.collect();
        let page = &*self.page;
        let head = [
            page.say("役割", "Role"),
            page.say("知っていること", "Knows"),
            page.say("気がかり", "Worries about"),
        ];
        self.page.document.table(&head, rows);
    }

    fn twists(&mut self) {
        self.heading("合う付加要因", "Complicating factors that fit");
        let library = self.page.shelf.library;
        let entries = library.factors().filter(|factor| factor.suits(self.scenario)).map(|factor| {
            let twist = self.scenario.twists.iter().find(|twist| twist.factor == factor.id);
            let story = twist.map(|twist| self.filled(&twist.story)).unwrap_or_default();
            (Text::new(factor.title.get(self.page.lang())), plain(&story))
        });
        let entries = entries.collect();
        self.page.document.definitions(entries);
    }
}

impl Page<'_> {
    fn weighed(&self, weight: Weight, takes: u32) -> String {
        let lang = self.lang();
        names::joined(names::weight(weight).get(lang), &clock::span(takes, lang), lang)
    }

    fn say_public(&self, public: bool) -> &'static str {
        if public {
            self.say("社外にも見える", "The public sees it too")
        } else {
            self.say("社内だけ", "Inside only")
        }
    }

    /// What a parameter is set to, and what else it may be.
    fn setting(&self, parameter: &crate::domain::scenario::Parameter, values: &Values) -> String {
        use crate::domain::placeholder::Value;
        use crate::domain::scenario::Setting;
        let lang = self.lang();
        let set = match values.get(parameter.id.as_str()) {
            Some(Value::Number(number)) => Setting::Number(*number),
            Some(Value::YesNo(yes)) => Setting::YesNo(*yes),
            Some(Value::Choice(id, _)) => Setting::Choice(id.clone()),
            _ => parameter.default_setting(),
        };
        let set = names::setting(parameter, &set, lang);
        let offered = match &parameter.kind {
            ParameterKind::Number { offered, .. } => {
                value::list(offered.iter().map(|number| value::number(*number)), lang)
            }
            ParameterKind::Choice { options, .. } => {
                value::list(options.iter().map(|option| option.label.get(lang).to_owned()), lang)
            }
            ParameterKind::YesNo { .. } => return set,
        };
        match lang {
            Lang::Ja => format!("{set}（選択肢：{offered}）"),
            Lang::En => format!("{set} (offered: {offered})"),
        }
    }
}

/// Real minutes of the core pieces, and of all of them.
fn playing_time(scenario: &Scenario) -> (u32, u32) {
    let injects = scenario.injects.iter().map(|one| (one.weight, one.takes));
    let requests = scenario.requests.iter().map(|one| (one.weight, one.takes));
    injects.chain(requests).fold((0, 0), |(core, all), (weight, takes)| {
        (if weight == Weight::Core { core + takes } else { core }, all + takes)
    })
}
