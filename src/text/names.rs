//! Names of the domain's closed sets: steps, rounds, stages, channels, resolutions, roles; and of who did it.
//!
//! Titles of sheets, sections and fields stand in the catalogue of sheets (`domain::sheet`), not here.

use crate::domain::event::{Actor, Audience, Facilitation, Round, Step};
use crate::domain::fact_sheet::{Known, MayStop, Retention};
use crate::domain::factor::Strikes;
use crate::domain::id::{GroupId, ParticipantId, Slug};
use crate::domain::log_request::Resolution;
use crate::domain::play::DisclosureKind;
use crate::domain::scenario::{Channel, Need, Parameter, ParameterKind, Setting, Trigger, Weight};
use crate::domain::sheet::Source;
use crate::domain::stakeholder::{ActorRole, Decision, Side};
use crate::domain::words::{Lang, Words, words};
use crate::domain::workshop::{GroupView, Snapshot, Stage, Workshop};
use crate::text::{clock, either, value};

/// The mark on every page and screen of an exercise (domain: Writing).
pub const EXERCISE: Words = words("【訓練】", "EXERCISE");

/// A step, without its round.
pub const fn step(step: Step) -> Words {
    match step {
        Step::Preparation => words("事前準備", "Preparation"),
        Step::Introduction => words("イントロダクション", "Introduction"),
        Step::Choose(_) => words("インシデントの選択", "Choosing the incident"),
        Step::InitialResponse(_) => words("初期対応シート", "Initial response sheet"),
        Step::ResponseTable(_) => words("インシデント対応表", "Response table"),
        Step::Report(_) => words("インシデント報告書", "Incident report"),
        Step::Press(_) => words("記者会見", "Press conference"),
        Step::Review => words("改善点の検討", "Review"),
        Step::Factor => words("付加要因", "Complicating factor"),
        Step::WrapUp => words("ラップアップ", "Wrap-up"),
    }
}

/// A step with its round: 「第一インシデント：初期対応シート」.
pub fn step_in_full(of: Step, lang: Lang) -> String {
    let name = step(of).get(lang);
    match of.round() {
        None => name.to_owned(),
        Some(played) => joined(round(played).get(lang), name, lang),
    }
}

/// Two names, the second part of the first: 「甲：乙」, `A: B`.
pub fn joined(whole: &str, part: &str, lang: Lang) -> String {
    either(lang, format!("{whole}：{part}"), format!("{whole}: {part}"))
}

/// A round.
pub const fn round(round: Round) -> Words {
    match round {
        Round::One => words("第一インシデント", "Round one"),
        Round::Two => words("第二インシデント", "Round two"),
    }
}

/// An incident that the other round plays.
pub fn played_in(title: &str, round: &str, lang: Lang) -> String {
    either(lang, format!("（{round}で選択済み）{title}"), format!("(Chosen for {round}) {title}"))
}

/// A part of the workshop.
pub const fn stage(stage: Stage) -> Words {
    match stage {
        Stage::Preparation => words("事前準備", "Preparation"),
        Stage::RoundOne => words("第一インシデント", "Round one"),
        Stage::Review => words("改善点の検討", "Review"),
        Stage::RoundTwo => words("第二インシデント", "Round two"),
        Stage::WrapUp => words("ラップアップ", "Wrap-up"),
    }
}

/// A snapshot that is compared.
pub const fn snapshot(snapshot: Snapshot) -> Words {
    match snapshot {
        Snapshot::PlayedOne => words("第一インシデント実施時", "Round one as played"),
        Snapshot::Reviewed => words("検討後", "As reviewed"),
        Snapshot::PlayedTwo => words("第二インシデント実施時", "Round two as played"),
    }
}

/// A way a message reaches somebody.
pub const fn channel(channel: Channel) -> Words {
    match channel {
        Channel::Phone => words("電話", "Phone"),
        Channel::Mail => words("メール", "Mail"),
        Channel::Chat => words("社内チャット", "Internal chat"),
        Channel::InPerson => words("口頭", "In person"),
        Channel::WebForm => words("Web の問い合わせフォーム", "Web form"),
        Channel::Letter => words("書面", "Letter"),
        Channel::Social => words("SNS", "Social media"),
        Channel::Press => words("報道", "Press"),
        Channel::Alert => words("監視・検知システム", "Alert"),
    }
}

/// What sort of thing a group was told.
pub const fn disclosure(kind: DisclosureKind) -> Words {
    match kind {
        DisclosureKind::Hook => words("第一報", "First notice"),
        DisclosureKind::Scene => words("場面", "Scene"),
        DisclosureKind::Inject => words("状況付与", "Inject"),
        DisclosureKind::Answer => words("照会への回答", "Answer"),
        DisclosureKind::Factor => words("付加要因", "Complicating factor"),
    }
}

/// Whether a log can answer.
pub const fn resolution(resolution: &Resolution) -> Words {
    match resolution {
        Resolution::Available => words("あり", "Available"),
        Resolution::Partial(_) => words("一部あり", "Partial"),
        Resolution::NotAvailable(_) => words("なし", "Not available"),
        Resolution::Unknown(_) => words("確認中", "Being checked"),
    }
}

/// Yes, no, nobody knows, or it does not apply.
pub const fn known(known: Known) -> Words {
    match known {
        Known::Yes => words("はい", "Yes"),
        Known::No => words("いいえ", "No"),
        Known::Unknown => words("不明", "Unknown"),
        Known::NotApplicable => words("該当なし", "Not applicable"),
    }
}

/// Inside or outside the organisation.
pub const fn side(side: Side) -> Words {
    match side {
        Side::Inside => words("社内", "Inside"),
        Side::Outside => words("社外", "Outside"),
    }
}

/// An actor of the handling phases.
pub const fn actor_role(role: ActorRole) -> Words {
    match role {
        ActorRole::User => words("利用者", "User"),
        ActorRole::LanIt => words("LAN管理・運用者（情報システム部門）", "LAN operators (IT department)"),
        ActorRole::LanBusiness => {
            words("LAN管理・運用者（各事業部門）", "LAN operators (business departments)")
        }
        ActorRole::Ciso => words("情報セキュリティ責任者", "Information security officer"),
        ActorRole::Expert => words("外部専門組織", "Outside experts"),
        ActorRole::Isp => words("ISP", "ISP"),
    }
}

/// Whether a system may be stopped.
pub const fn may_stop(may_stop: MayStop) -> Words {
    match may_stop {
        MayStop::Freely => words("運用者の判断で停止できる", "Operators may stop it"),
        MayStop::WithApproval => words("承認があれば停止できる", "With approval"),
        MayStop::Never => words("停止できない", "Must not be stopped"),
        MayStop::Undecided => words("決まっていない", "Not decided"),
    }
}

/// How long a log is kept.
pub fn retention(retention: Retention, lang: Lang) -> String {
    match retention {
        Retention::Days(days) => either(lang, format!("{days}日"), format!("{days} days")),
        Retention::Overwritten => words("上書き", "Overwritten when full").get(lang).into(),
        Retention::Undefined => words("定めなし", "Not defined").get(lang).into(),
        Retention::NotKept => words("保存していない", "Not kept").get(lang).into(),
    }
}

/// Something that only some roles may decide.
pub const fn decision(decision: Decision) -> Words {
    match decision {
        Decision::StopService => words("サービス・ネットワークの停止", "Stop a service or network"),
        Decision::Publish => words("公表", "Publish"),
        Decision::Pay => words("支出", "Spend money"),
        Decision::Discipline => words("処分", "Discipline"),
        Decision::EngageVendor => words("外部業者の起用", "Engage a vendor"),
        Decision::NotifyAuthority => words("当局への報告", "Notify an authority"),
    }
}

/// Facilitated, or a group alone.
pub const fn facilitation(facilitation: Facilitation) -> Words {
    match facilitation {
        Facilitation::Console => words("進行役が進める", "With a facilitator"),
        Facilitation::Automatic => words("グループだけで進める", "A group alone"),
    }
}

/// How much a fact-sheet row matters (W-29): in words, the symbols have ambiguous width.
pub const fn need(need: Option<Need>) -> Words {
    match need {
        Some(Need::Required) => words("必須", "Required"),
        Some(Need::IfRelevant) => words("必要に応じて", "If relevant"),
        None => words("対象外", "Out of scope"),
    }
}

/// Core or spare.
pub const fn weight(weight: Weight) -> Words {
    match weight {
        Weight::Core => words("基本", "Core"),
        Weight::Spare => words("予備", "Spare"),
    }
}

/// A list that the material gives.
pub const fn source(source: Source) -> Words {
    match source {
        Source::Stakeholders => words("関係者", "Stakeholders"),
        Source::Topics => words("ポリシーの項目", "Policy topics"),
        Source::Facts => words("ファクトシートの行", "Fact-sheet rows"),
        Source::Severities => words("重要度", "Severity"),
        Source::Priorities => words("優先度", "Priority"),
        Source::Phases => words("フェーズ", "Phases"),
        Source::CheckItems => words("確認項目", "Check items"),
        Source::LogKinds => words("ログの種類", "Kinds of log"),
    }
}

/// When an inject becomes due.
pub fn trigger(trigger: &Trigger, lang: Lang) -> String {
    match trigger {
        Trigger::At(at) => clock::minute(*at, lang),
        Trigger::Manual => words("進行役の判断", "When the facilitator wants").get(lang).into(),
        Trigger::OnRequest(request) => either(
            lang,
            format!("照会 {request} に回答した後"),
            format!("After request {request} was answered"),
        ),
        Trigger::Unless(action, at) => {
            let at = clock::minute(*at, lang);
            either(
                lang,
                format!("{at}までに {action} がなければ"),
                format!("At {at}, unless {action} was seen"),
            )
        }
    }
}

/// When a factor strikes.
pub fn strikes(strikes: Strikes, lang: Lang) -> String {
    match strikes {
        Strikes::AtStart => words("第一報と同時", "With the first notice").get(lang).into(),
        Strikes::At(at) => clock::minute(at, lang),
        Strikes::AtPress => words("記者会見の開始時", "When the press conference opens").get(lang).into(),
    }
}

/// What a parameter of an incident is set to, with its unit.
pub fn setting(parameter: &Parameter, setting: &Setting, lang: Lang) -> String {
    match (setting, &parameter.kind) {
        (Setting::Number(number), ParameterKind::Number { unit, .. }) => {
            let (number, unit) = (value::number(*number), unit.get(lang));
            // One of many is named by the label alone: English units stand in the plural.
            let en =
                if number == "1" { number.clone() } else { format!("{number} {unit}").trim().to_owned() };
            either(lang, format!("{number}{unit}"), en)
        }
        (Setting::Number(number), _) => value::number(*number),
        (Setting::Choice(id), _) => {
            parameter.label_of(id).map_or_else(|| id.to_string(), |label| label.get(lang).to_owned())
        }
        (Setting::YesNo(true), _) => words("あり", "Yes").get(lang).into(),
        (Setting::YesNo(false), _) => words("なし", "No").get(lang).into(),
    }
}

/// A group: the name it gave itself, or its number.
pub fn group(view: &GroupView<'_>, lang: Lang) -> String {
    view.group.name.clone().unwrap_or_else(|| group_number(view.id, lang))
}

/// A group by its number.
pub fn group_number(id: GroupId, lang: Lang) -> String {
    either(lang, format!("グループ{}", id.0), format!("Group {}", id.0))
}

/// Who did it.
pub fn actor(workshop: &Workshop, actor: &Actor, lang: Lang) -> String {
    match actor {
        Actor::Participant(id) => person(workshop, id, lang),
        Actor::Facilitator => words("進行役", "Facilitator").get(lang).into(),
        Actor::Import => words("ファイルから", "From a file").get(lang).into(),
        Actor::System => words("プログラム", "The program").get(lang).into(),
    }
}

/// Somebody who takes part or took part.
pub fn person(workshop: &Workshop, id: &ParticipantId, lang: Lang) -> String {
    match workshop.people.get(id) {
        Some(person) => person.name.clone(),
        // Nobody was named: the group writes as such.
        None => words("グループ", "The group").get(lang).into(),
    }
}

/// A stakeholder as the group's list names it; its id when it is gone.
pub fn stakeholder(view: &GroupView<'_>, id: &Slug, lang: Lang) -> String {
    view.words_for(Source::Stakeholders, id.as_str()).get(lang).to_owned()
}

/// Who may see something.
pub fn audience(audience: Audience, lang: Lang) -> String {
    match audience {
        Audience::Facilitator => words("進行役のみ", "Facilitator only").get(lang).into(),
        Audience::Group(id) => group_number(id, lang),
        Audience::Room => words("全員", "Everybody").get(lang).into(),
    }
}
