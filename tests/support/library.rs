//! The smallest library in which a whole workshop can be played.

use kijo::domain::fact_sheet::{
    FactRow, FactSection, FactSheet, Known, LogFacts, LogKind, MayStop, OrganisationNames, Retention,
};
use kijo::domain::factor::{Factor, FactorEffect, Strikes};
use kijo::domain::guidance::{CheckItem, Guidance, Item, Phase, Process, Slot};
use kijo::domain::id::{Minute, slug};
use kijo::domain::library::{Library, Material};
use kijo::domain::policy::{PolicyTopic, PolicyTopics};
use kijo::domain::scenario::{
    Channel, Duty, ExpectedAction, Goal, Inject, LogNeed, LogProperty, Parameter, ParameterKind, Request,
    Scenario, Scene, Trigger, Weight,
};
use kijo::domain::stakeholder::{ActorRole, Contacts, Decision, Side, Stakeholder, StakeholderList};
use kijo::domain::words::Bilingual;

pub fn library() -> Library {
    Library {
        pieces: vec![
            Material::Scenario(scenario("leak", 1, "情報漏えい")),
            Material::Scenario(scenario("spam", 4, "迷惑メール")),
            Material::FactSheet(facts()),
            Material::Stakeholders(people()),
            Material::Policies(topics()),
            Material::Guidance(guidance()),
            Material::Factor(factor()),
        ],
    }
}

fn both(ja: &str, en: &str) -> Bilingual {
    Bilingual::new(ja, en)
}

fn item(id: &str, ja: &str, en: &str) -> Item {
    Item { id: slug(id), text: both(ja, en) }
}

fn scenario(id: &str, number: u32, title: &str) -> Scenario {
    Scenario {
        id: slug(id),
        number,
        title: both(title, id),
        case_kind: both(title, id),
        summary: both("概要", "summary"),
        starts: "2026-11-20T16:40".into(),
        source: both("顧客", "a customer"),
        path: vec![slug("csirt")],
        channel: Channel::Phone,
        hook: both("{records}件の情報が見つかりました", "{records} records were found"),
        truth: both("真相：内部者", "truth: an insider"),
        parameters: vec![Parameter {
            id: slug("records"),
            label: both("件数", "Records"),
            kind: ParameterKind::Number {
                offered: vec![500],
                default: 5_000,
                least: 1,
                most: 5_000_000,
                unit: both("件", "records"),
                grows: false,
            },
        }],
        marks: Vec::new(),
        scenes: vec![scene("start", 0), scene("later", 120)],
        injects: vec![inject("trend", true), inject("call", false)],
        requests: vec![request()],
        expected: vec![ExpectedAction {
            id: slug("preserve"),
            text: both("証拠を保全する", "evidence is preserved"),
        }],
        questions: Vec::new(),
        duties: vec![Duty {
            id: slug("authority"),
            when: None,
            text: both("委員会への報告の要否", "Check whether to report"),
            by: Some(Minute(180)),
        }],
        goals: vec![Goal {
            id: slug("logs"), text: both("ログの価値を知る", "know the worth of logs")
        }],
        factors: vec![slug("c-01")],
        roles: Vec::new(),
        reporters: Vec::new(),
        twists: Vec::new(),
    }
}

fn scene(id: &str, minute: u32) -> Scene {
    Scene {
        id: slug(id),
        minute: Minute(minute),
        title: both(id, id),
        text: both("場面が始まります", "a scene opens"),
    }
}

fn inject(id: &str, public: bool) -> Inject {
    Inject {
        id: slug(id),
        title: both(id, id),
        trigger: Trigger::Manual,
        when: None,
        from: both("利用者", "a user"),
        to: vec![slug("csirt")],
        channel: Channel::Social,
        text: both("拡散しています", "it is spreading"),
        expected: both("期待：監視する", "expected: watch"),
        prompts: Vec::new(),
        phase: slug("a"),
        public,
        weight: Weight::Core,
        takes: 3,
    }
}

fn request() -> Request {
    Request {
        id: slug("proxy-log"),
        need: LogNeed {
            row: slug("proxy"),
            kind: LogKind::Access,
            days: 60,
            properties: vec![LogProperty::Complete],
        },
        available: both("接続が見つかりました", "a connection was found"),
        partial: both("一部だけ分かりました", "part of it is known"),
        missing: both("分かりません", "not known"),
        cost: 30,
        weight: Weight::Core,
        takes: 3,
    }
}

fn facts() -> FactSheet {
    let row = |id: &str, name: &str, log: Option<LogFacts>| FactRow {
        id: slug(id),
        name: both(name, id),
        environment: both("一台", "one"),
        management: both("管理なし", "not managed"),
        patching: None,
        privileged: Some(2),
        internet: Known::Yes,
        encrypted: Known::Yes,
        owner: Some(slug("csirt")),
        may_stop: MayStop::Undecided,
        stops: None,
        log,
    };
    let log = LogFacts {
        kinds: vec![LogKind::Access],
        method: both("標準設定", "defaults"),
        retention: Retention::Days(30),
        allowed: Known::Yes,
        complete: Known::No,
        central: Known::Yes,
        time_synced: Known::Yes,
        analysis: None,
        extractor: None,
        minutes: None,
        after_hours: Known::No,
    };
    FactSheet {
        id: slug("facts"),
        organisation: both("架空工業", "Fictional Works"),
        names: OrganisationNames::default(),
        stakeholders: None,
        summary: both("製造業", "a manufacturer"),
        sections: vec![FactSection {
            id: slug("network"),
            title: both("ネットワーク", "Network"),
            rows: vec![row("proxy", "プロキシ", Some(log)), row("file-server", "ファイルサーバ", None)],
        }],
    }
}

fn people() -> StakeholderList {
    let one = |id: &str, name: &str, actors: &[ActorRole], decides: &[Decision]| Stakeholder {
        id: slug(id),
        side: Side::Inside,
        name: both(name, id),
        reading: String::new(),
        real_role: both("役割", "role"),
        remarks: None,
        actors: actors.to_vec(),
        deputy: None,
        contacts: Contacts::default(),
        decides: decides.to_vec(),
        optional: false,
    };
    StakeholderList {
        id: slug("people"),
        title: both("関係者", "People"),
        stakeholders: vec![
            one("csirt", "CSIRT", &[ActorRole::LanIt], &[]),
            one("pr", "広報", &[], &[]),
            one("executive", "経営者", &[], &[Decision::Publish, Decision::StopService]),
        ],
    }
}

fn topics() -> PolicyTopics {
    let topic = |id: &str, title: &str, item: Option<&str>| PolicyTopic {
        id: slug(id),
        title: both(title, id),
        question: both("問い", "question"),
        good: both("良い例", "good"),
        item: item.map(slug),
    };
    PolicyTopics {
        id: slug("topics"),
        topics: vec![
            topic("escalation", "エスカレーション", None),
            topic("publication", "公表", Some("p2-fact-check")),
        ],
    }
}

fn guidance() -> Guidance {
    let phase = |id: &str, title: &str| Phase {
        id: slug(id),
        title: both(title, id),
        essence: both("要点", "essence"),
        actors: vec![ActorRole::LanIt, ActorRole::Ciso],
        actions: Vec::new(),
        inputs: Vec::new(),
        outputs: Vec::new(),
        skills: Vec::new(),
    };
    let check =
        |id: &str, only: Option<&str>| CheckItem { id: slug(id), text: both(id, id), only: only.map(slug) };
    Guidance {
        id: slug("guidance"),
        goals: Vec::new(),
        ground_rules: Vec::new(),
        slots: vec![Slot {
            id: slug("axis-1h"),
            label: both("1時間以内", "within 1 h"),
            until: Some(Minute(60)),
        }],
        severities: vec![item("s3", "3 大", "3 grave")],
        priorities: vec![item("urgent", "至急", "urgent")],
        timetables: Vec::new(),
        csirt_functions: Vec::new(),
        planning_points: Vec::new(),
        attack_stages: Vec::new(),
        phases: vec![phase("a", "発見"), phase("c", "拡大防止")],
        processes: vec![Process {
            id: slug("p2"),
            title: both("トリアージ", "Triage"),
            items: vec![check("p2-fact-check", None), check("p2-mail", Some("targeted-mail"))],
        }],
        record_items: Vec::new(),
        closing_checks: vec![item("stop", "停止判断", "stop decision")],
        hot_wash: vec![item("surprised", "驚いたこと", "what surprised you")],
        next_steps: Vec::new(),
        deadlines: Vec::new(),
        glossary: Vec::new(),
    }
}

fn factor() -> Factor {
    Factor {
        id: slug("c-01"),
        title: both("経営者不在", "The executive is away"),
        story: both("経営者に連絡がつきません", "the executive cannot be reached"),
        observe: both("観察：代行者を決めるか", "observe: a deputy"),
        strikes: Strikes::At(Minute(60)),
        effects: vec![FactorEffect::Unreachable(vec![slug("executive")])],
        fits: Vec::new(),
    }
}
