//! Fact sheets and stakeholder lists, row by row.

use super::Page;
use crate::domain::fact_sheet::{FactRow, FactSheet, LogFacts};
use crate::domain::stakeholder::{Side, Stakeholder, StakeholderList};
use crate::domain::words::Bilingual;
use crate::export::document::{Inline, Text};
use crate::text::{clock, names, value};

/// Writes an IT environment.
pub(super) fn fact_sheet(page: &mut Page<'_>, sheet: &FactSheet) {
    let lang = page.lang();
    page.document.paragraph(sheet.summary.get(lang));
    let names = vec![
        page.entry("ドメイン", "Domain", &sheet.names.domain),
        page.entry("自称", "Calls itself", sheet.names.us.get(lang)),
        page.entry("敬称", "Is addressed as", sheet.names.you.get(lang)),
    ];
    page.document.definitions(names);
    for section in &sheet.sections {
        page.document.heading(2, section.title.get(lang));
        for row in &section.rows {
            page.document.heading(3, row.name.get(lang));
            let entries = page.fact(row);
            page.document.definitions(entries);
        }
    }
}

/// Writes a list of stakeholders, those inside first.
pub(super) fn stakeholders(page: &mut Page<'_>, list: &StakeholderList) {
    for side in [Side::Inside, Side::Outside] {
        page.document.heading(2, names::side(side).get(page.lang()));
        for one in list.stakeholders.iter().filter(|one| one.side == side) {
            page.document.heading(3, one.name.get(page.lang()));
            let entries = page.person(one);
            page.document.definitions(entries);
        }
    }
}

impl Page<'_> {
    fn fact(&self, row: &FactRow) -> Vec<(Text, Inline)> {
        let lang = self.lang();
        let mut entries = vec![
            self.entry("環境", "Environment", row.environment.get(lang)),
            self.entry("管理状況", "Management", row.management.get(lang)),
        ];
        entries.extend(self.told("更新", "Patching", row.patching.as_ref()));
        if let Some(number) = row.privileged {
            let number = value::number(number.into());
            entries.push(self.entry("特権アカウントの数", "Privileged accounts", &number));
        }
        entries.extend([
            self.entry("インターネット接続", "Internet access", names::known(row.internet).get(lang)),
            self.entry("暗号化", "Encrypted", names::known(row.encrypted).get(lang)),
        ]);
        if let Some(owner) = &row.owner {
            entries.push(self.entry("責任者", "Owner", &self.shelf.stakeholder(owner)));
        }
        entries.push(self.entry("停止の可否", "May be stopped", names::may_stop(row.may_stop).get(lang)));
        entries.extend(self.told("停止する業務", "Business that stops", row.stops.as_ref()));
        match &row.log {
            Some(log) => entries.extend(self.log(log)),
            None => entries.push(self.entry("ログ", "Log", self.say("なし", "None"))),
        }
        entries
    }

    fn log(&self, log: &LogFacts) -> Vec<(Text, Inline)> {
        let lang = self.lang();
        let kinds = value::list(log.kinds.iter().map(|kind| kind.words().get(lang).to_owned()), lang);
        let known = |known| names::known(known).get(lang);
        let mut entries = vec![
            self.entry("ログの種類", "Kinds of log", &kinds),
            self.entry("記録の内容", "What is recorded", log.method.get(lang)),
            self.entry("保存期間", "Kept for", &names::retention(log.retention, lang)),
            self.entry("許可した通信の記録", "Allowed traffic recorded", known(log.allowed)),
            self.entry("すべてが通るか", "Everything passes here", known(log.complete)),
            self.entry("集中管理", "Collected centrally", known(log.central)),
            self.entry("時刻同期", "Clock synchronised", known(log.time_synced)),
        ];
        entries.extend(self.told("分析", "Analysis", log.analysis.as_ref()));
        if let Some(who) = &log.extractor {
            let took = log.minutes.map(|minutes| clock::span(minutes, lang)).unwrap_or_default();
            let who = [self.shelf.stakeholder(who), took].into_iter().filter(|part| !part.is_empty());
            entries.push(self.entry("抽出", "Extracted by", &value::list(who, lang)));
        }
        entries.push(self.entry("時間外の抽出", "Extracted out of hours", known(log.after_hours)));
        entries
    }

    fn person(&self, one: &Stakeholder) -> Vec<(Text, Inline)> {
        let lang = self.lang();
        let mut entries = vec![self.entry("実際の役割", "Real role", one.real_role.get(lang))];
        entries.extend(self.told("備考", "Remarks", one.remarks.as_ref()));
        let nobody = self.say("決まっていない", "Not decided");
        let deputy = one.deputy.as_ref().map_or_else(|| nobody.to_owned(), |id| self.shelf.stakeholder(id));
        if one.side == Side::Inside {
            entries.push(self.entry("代行者", "Stand-in", &deputy));
        }
        let contacts = &one.contacts;
        entries.extend(self.told("連絡先", "Contact", contacts.primary.as_ref()));
        entries.extend(self.told("連絡先（予備）", "Contact if that fails", contacts.alternate.as_ref()));
        entries.extend(self.told("夜間・休日", "Nights and holidays", contacts.after_hours.as_ref()));
        let actors = one.actors.iter().map(|role| names::actor_role(*role).get(lang).to_owned());
        let decides = one.decides.iter().map(|one| names::decision(*one).get(lang).to_owned());
        let (actors, decides) = (value::list(actors, lang), value::list(decides, lang));
        entries.push(self.entry("対応の主体", "Actor", &actors));
        entries.push(self.entry("決められること", "May decide", &decides));
        if one.optional {
            entries.push(self.entry("参加", "Takes part", self.say("任意", "Optional")));
        }
        entries.retain(|(_, text)| text.iter().any(|span| !span.text().as_str().is_empty()));
        entries
    }

    fn told(&self, ja: &'static str, en: &'static str, text: Option<&Bilingual>) -> Option<(Text, Inline)> {
        text.map(|text| self.entry(ja, en, text.get(self.lang())))
    }
}
