//! Complicating factors, policy topics, and the guidance part by part.

use super::Page;
use crate::domain::factor::{Factor, FactorEffect};
use crate::domain::guidance::{Explained, Guidance, Item, Phase, Process};
use crate::domain::policy::PolicyTopics;
use crate::domain::stakeholder::Side;
use crate::domain::words::{Bilingual, Words, words};
use crate::export::document::{Text, plain};
use crate::text::{clock, effect, names, value};

/// A part of the guidance that is read on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the workshop is for, and its ground rules.
    Introduction,
    /// Phases A–G.
    Phases,
    /// Processes P1–P4 with their check items.
    Processes,
    /// What to write down at detection.
    RecordItems,
    /// What a CSIRT does.
    CsirtFunctions,
    /// What a plan settles beforehand.
    PlanningPoints,
    /// Stages of an advanced attack.
    AttackStages,
    /// Deadlines, for reference only.
    Deadlines,
    /// Terms.
    Glossary,
    /// Closing checks, questions of the hot wash, next steps.
    Closing,
    /// Timetables, slots of the time axis, severity and priority scales.
    Parameters,
}

impl Part {
    /// Its title.
    pub const fn title(self) -> Words {
        match self {
            Self::Introduction => words("目的と進め方", "Goals and ground rules"),
            Self::Phases => words("インシデントハンドリングのフェーズ", "Phases of incident handling"),
            Self::Processes => words("対応フローと確認項目", "Response flow and check items"),
            Self::RecordItems => words("検知時に記録する事項", "What to write down at detection"),
            Self::CsirtFunctions => words("CSIRTの機能", "What a CSIRT does"),
            Self::PlanningPoints => words("対応計画で決めておくこと", "What to settle beforehand"),
            Self::AttackStages => words("高度な攻撃の段階", "Stages of an advanced attack"),
            Self::Deadlines => words("報告・通知の期限", "Deadlines"),
            Self::Glossary => words("用語集", "Glossary"),
            Self::Closing => words("終わりの確認と振り返り", "Closing checks and hot wash"),
            Self::Parameters => words("開催者が変えられる設定", "What the organiser may set"),
        }
    }
}

/// Writes a complicating factor.
pub(super) fn factor(page: &mut Page<'_>, factor: &Factor) {
    let lang = page.lang();
    let mut entries = vec![
        page.entry("発生", "Strikes", &names::strikes(factor.strikes, lang)),
        page.entry("内容", "Story", factor.story.get(lang)),
        page.entry("見どころ（進行役だけ）", "Watch for (facilitator only)", factor.observe.get(lang)),
    ];
    for one in &factor.effects {
        entries.push(page.entry("影響", "Effect", &effect::effect(&page.shelf, one)));
        if let FactorEffect::Message { text, .. } | FactorEffect::OtherNumbers { text, .. } = one {
            entries.push(page.entry("届く文", "Its words", text.get(lang)));
        }
    }
    page.document.definitions(entries);
}

/// Writes the policy topics.
pub(super) fn policies(page: &mut Page<'_>, policies: &PolicyTopics) {
    let lang = page.lang();
    for topic in &policies.topics {
        page.document.heading(2, topic.title.get(lang));
        let mut entries = vec![
            page.entry("問い", "Question", topic.question.get(lang)),
            page.entry("良い規定の内容", "What a good rule contains", topic.good.get(lang)),
        ];
        if let Some(item) = &topic.item {
            entries.push(page.entry(
                "確認項目",
                "Check item",
                &page.shelf.check_items(std::slice::from_ref(item)),
            ));
        }
        page.document.definitions(entries);
    }
}

/// Writes a part of the guidance.
pub(super) fn guidance(page: &mut Page<'_>, guidance: &Guidance, part: Part) {
    match part {
        Part::Introduction => {
            page.items("目的", "Goals", &guidance.goals);
            page.items("進め方の約束", "Ground rules", &guidance.ground_rules);
        }
        Part::Phases => guidance.phases.iter().for_each(|phase| page.phase(phase)),
        Part::Processes => guidance.processes.iter().for_each(|process| page.process(process)),
        Part::RecordItems => page.items("事項", "Items", &guidance.record_items),
        Part::CsirtFunctions => {
            for side in [Side::Inside, Side::Outside] {
                page.document.heading(2, names::side(side).get(page.lang()));
                let functions = guidance.csirt_functions.iter().filter(|one| one.side == side);
                page.named(functions.map(|one| (&one.title, &one.text)));
            }
        }
        Part::PlanningPoints => page.explained(&guidance.planning_points),
        Part::AttackStages => page.explained(&guidance.attack_stages),
        Part::Deadlines => page.deadlines(guidance),
        Part::Glossary => page.named(guidance.glossary.iter().map(|one| (&one.term, &one.meaning))),
        Part::Closing => {
            page.items("終わりの確認", "Closing checks", &guidance.closing_checks);
            page.items("振り返りの問い", "Hot wash", &guidance.hot_wash);
            page.items("次に行うこと", "Next steps", &guidance.next_steps);
        }
        Part::Parameters => page.parameters(guidance),
    }
}

impl Page<'_> {
    fn items(&mut self, ja: &'static str, en: &'static str, items: &[Item]) {
        let heading = self.say(ja, en);
        self.document.heading(2, heading);
        let items = items.iter().map(|item| plain(item.text.get(self.lang()))).collect();
        self.document.list(items);
    }

    fn named<'b>(&mut self, entries: impl Iterator<Item = (&'b Bilingual, &'b Bilingual)>) {
        let lang = self.lang();
        let entries =
            entries.map(|(name, text)| (Text::new(name.get(lang)), plain(text.get(lang)))).collect();
        self.document.definitions(entries);
    }

    fn explained(&mut self, list: &[Explained]) {
        self.named(list.iter().map(|one| (&one.title, &one.text)));
    }

    fn phase(&mut self, phase: &Phase) {
        let lang = self.lang();
        let title = format!("{}. {}", phase.id.as_str().to_uppercase(), phase.title.get(lang));
        self.document.heading(2, &title);
        self.document.paragraph(phase.essence.get(lang));
        let actors = phase.actors.iter().map(|role| names::actor_role(*role).get(lang).to_owned());
        let actors = value::list(actors, lang);
        let entries = vec![self.entry("主体", "Actors", &actors)];
        self.document.definitions(entries);
        let lists = [
            ("行うこと", "Actions", &phase.actions),
            ("入力", "Inputs", &phase.inputs),
            ("成果", "Outputs", &phase.outputs),
            ("必要な技能", "Skills", &phase.skills),
        ];
        for (ja, en, items) in lists {
            let heading = self.say(ja, en);
            self.document.heading(3, heading);
            let items = items.iter().map(|item| plain(item.text.get(lang))).collect();
            self.document.list(items);
        }
    }

    fn process(&mut self, process: &Process) {
        let lang = self.lang();
        let title = format!("{}. {}", process.id.as_str().to_uppercase(), process.title.get(lang));
        self.document.heading(2, &title);
        let items = process.items.iter().map(|item| {
            let only = match item.only.as_ref().map(crate::domain::id::Slug::as_str) {
                Some("targeted-mail") => self.say("（標的型メールの場合）", " (targeted mail only)"),
                Some("ransomware") => self.say("（ランサムウェアの場合）", " (ransomware only)"),
                _ => "",
            };
            plain(&format!("{}{only}", item.text.get(lang)))
        });
        let items = items.collect();
        self.document.list(items);
    }

    fn deadlines(&mut self, guidance: &Guidance) {
        let lang = self.lang();
        let caution = self.say(
            "参考情報であり、法的な助言ではありません。適用の有無と最新の内容は、必ず原典と専門家に確認してください。",
            "For reference only, not legal advice. Check with the source and an expert whether and how it applies.",
        );
        self.document.paragraph(caution);
        for one in &guidance.deadlines {
            self.document.heading(2, one.law.get(lang));
            let limit = one.limit.map(|limit| clock::span(limit.0, lang));
            let limit = limit.unwrap_or_else(|| self.say("数えられない", "Can't be counted").to_owned());
            let unsure = || self.say("未確認", "Not confirmed").to_owned();
            let checked = one.checked_on.clone().unwrap_or_else(unsure);
            let entries = vec![
                self.entry("対象と要件", "Applies to", one.applies.get(lang)),
                self.entry("起算点", "Clock starts", one.clock_starts.get(lang)),
                self.entry("期限", "Limit", &limit),
                self.entry("出典", "Source", one.source.get(lang)),
                self.entry("確認日", "Checked on", &checked),
            ];
            self.document.definitions(entries);
        }
    }

    fn parameters(&mut self, guidance: &Guidance) {
        let lang = self.lang();
        for timetable in &guidance.timetables {
            self.document.heading(2, timetable.title.get(lang));
            let rows = timetable
                .boxes
                .iter()
                .map(|one| vec![plain(one.title.get(lang)), plain(&clock::span(one.minutes, lang))]);
            let rows = rows.collect();
            let head = [self.say("時間枠", "Time box"), self.say("時間", "Time")];
            self.document.table(&head, rows);
        }
        let heading = self.say("時間軸の枠", "Slots of the time axis");
        self.document.heading(2, heading);
        let slots = guidance.slots.iter().map(|slot| plain(slot.label.get(lang))).collect();
        self.document.list(slots);
        self.items("重要度", "Severity", &guidance.severities);
        self.items("優先度", "Priority", &guidance.priorities);
    }
}
