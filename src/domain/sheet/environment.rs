//! Rules, policy sheet, fact sheet and stakeholder list as sheets (W-08…W-12, W-49).

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::words::words;

/// Yes / partly / no / unknown: whether a rule exists.
const EXISTS: &[Choice] = &[
    choice("yes", "ある", "Yes"),
    choice("partly", "一部ある", "Partly"),
    choice("no", "ない", "No"),
    choice("unknown", "不明", "Unknown"),
];

const KNOWN: &[Choice] = &[
    choice("yes", "はい", "Yes"),
    choice("no", "いいえ", "No"),
    choice("unknown", "不明", "Unknown"),
    choice("not-applicable", "該当なし", "Not applicable"),
];

const MAY_STOP: &[Choice] = &[
    choice("freely", "運用者の判断で停止できる", "Operators may stop it"),
    choice("with-approval", "承認があれば停止できる", "With approval"),
    choice("never", "停止できない", "Must not be stopped"),
    choice("undecided", "決まっていない", "Not decided"),
];

const RETENTION: &[Choice] = &[
    choice("days", "日数を定めて保存", "Kept for a number of days"),
    choice("overwritten", "上書き", "Overwritten when full"),
    choice("undefined", "定めなし", "Not defined"),
    choice("not-kept", "保存していない", "Not kept"),
];

const SIDE: &[Choice] = &[choice("inside", "社内", "Inside"), choice("outside", "社外", "Outside")];

const NONE: crate::domain::words::Words = words("", "");

pub(super) static RULES: Sheet = Sheet {
    title: words("インシデント対応規定", "Response rules"),
    sections: &[Section {
        id: "rules",
        title: words("規定と見直し案", "Rules and proposed changes"),
        shape: Shape::Rows,
        fields: &[
            Field::new(
                "document",
                words("文書名", "Document"),
                words("実際の規定・計画・手順の名称", "The real rule, plan or procedure"),
                FieldKind::Line,
            )
            .required(),
            Field::new("clause", words("条項", "Clause"), NONE, FieldKind::Line),
            Field::new("page", words("ページ", "Page"), NONE, FieldKind::Line),
            Field::new(
                "gist",
                words("要旨", "Gist"),
                words("何を定めているか", "What it lays down"),
                FieldKind::Text,
            ),
            Field::new(
                "proposal",
                words("見直し案", "Proposed change"),
                words("どう改めるか", "How it should read"),
                FieldKind::Text,
            ),
        ],
    }],
};

pub(super) static POLICY: Sheet = Sheet {
    title: words("インシデント対応ポリシー", "Policy sheet"),
    sections: &[Section {
        id: "topics",
        title: words("項目", "Topics"),
        shape: Shape::Given,
        fields: &[
            Field::new(
                "exists",
                words("規定の有無", "Rule exists"),
                words("ない・不明も大切な発見です", "No and unknown are findings too"),
                FieldKind::Choice(EXISTS),
            )
            .required(),
            Field::new(
                "document",
                words("文書名", "Document"),
                words("根拠になる文書", "The document it stands in"),
                FieldKind::Line,
            ),
            Field::new("clause", words("条項", "Clause"), NONE, FieldKind::Line),
            Field::new("page", words("ページ", "Page"), NONE, FieldKind::Line),
            Field::new(
                "gist",
                words("要旨", "Gist"),
                words("誰が何をいつまでに", "Who does what by when"),
                FieldKind::Text,
            ),
            Field::new(
                "decision-owner",
                words("判断の責任者", "Decision owner"),
                NONE,
                FieldKind::Several(Source::Stakeholders),
            ),
            Field::new(
                "action-owner",
                words("対応の責任者", "Action owner"),
                NONE,
                FieldKind::Several(Source::Stakeholders),
            ),
            Field::new(
                "deputy",
                words("代行者", "Deputy"),
                words("責任者に連絡がつかないとき", "If the owner can't be reached"),
                FieldKind::Several(Source::Stakeholders),
            ),
            Field::new("deadline", words("期限", "Deadline"), NONE, FieldKind::Line),
            Field::new("contacts", words("連絡先", "Contacts"), NONE, FieldKind::Text),
            Field::new("open-points", words("未解決の点", "Open points"), NONE, FieldKind::Text),
            Field::new("checked-by", words("確認者", "Checked by"), NONE, FieldKind::Line),
            Field::new("checked-on", words("確認日", "Checked on"), NONE, FieldKind::Moment),
        ],
    }],
};

pub(super) static FACT_SHEET: Sheet = Sheet {
    title: words("想定IT環境ファクトシート", "IT-environment fact sheet"),
    sections: &[Section {
        id: "facts",
        title: words("環境", "Environment"),
        shape: Shape::Rows,
        fields: &[
            Field::new("name", words("対象", "What"), NONE, FieldKind::Line).required(),
            Field::new(
                "environment",
                words("環境", "Environment"),
                words("製品・版・OS・台数", "Product, version, OS, number"),
                FieldKind::Text,
            ),
            Field::new("management", words("管理状況", "Management"), NONE, FieldKind::Text),
            Field::new("patching", words("パッチ・更新", "Patching"), NONE, FieldKind::Text),
            Field::new(
                "privileged",
                words("特権アカウント数", "Privileged accounts"),
                NONE,
                FieldKind::Number,
            ),
            Field::new(
                "internet",
                words("インターネット接続", "Reaches the Internet"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
            Field::new("encrypted", words("暗号化", "Encrypted"), NONE, FieldKind::Choice(KNOWN)),
            Field::new("owner", words("責任者", "Owner"), NONE, FieldKind::Given(Source::Stakeholders)),
            Field::new("may-stop", words("停止の可否", "May be stopped"), NONE, FieldKind::Choice(MAY_STOP)),
            Field::new("stops", words("止まる業務", "Business that stops"), NONE, FieldKind::Text),
            Field::new(
                "log-kinds",
                words("ログの種類", "Kinds of log"),
                NONE,
                FieldKind::Several(Source::LogKinds),
            ),
            Field::new(
                "log-method",
                words("記録項目と収集方法", "Items and collection"),
                NONE,
                FieldKind::Text,
            ),
            Field::new("log-retention", words("保存期間", "Retention"), NONE, FieldKind::Choice(RETENTION)),
            Field::new("log-days", words("保存日数", "Days kept"), NONE, FieldKind::Number),
            Field::new(
                "log-allowed",
                words("許可した通信も記録", "Allowed traffic recorded"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
            Field::new(
                "log-complete",
                words("全件が通る", "Everything passes here"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
            Field::new(
                "log-central",
                words("集中管理", "Collected centrally"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
            Field::new(
                "log-time-synced",
                words("時刻同期", "Clock synchronised"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
            Field::new("log-analysis", words("分析の状況", "Analysis"), NONE, FieldKind::Text),
            Field::new(
                "log-extractor",
                words("取り出せる人", "Who can extract it"),
                NONE,
                FieldKind::Given(Source::Stakeholders),
            ),
            Field::new(
                "log-minutes",
                words("取り出しにかかる分", "Minutes to extract"),
                NONE,
                FieldKind::Number,
            ),
            Field::new(
                "log-after-hours",
                words("時間外も可", "Also after hours"),
                NONE,
                FieldKind::Choice(KNOWN),
            ),
        ],
    }],
};

pub(super) static STAKEHOLDERS: Sheet = Sheet {
    title: words("ステークホルダーリスト", "Stakeholder list"),
    sections: &[Section {
        id: "stakeholders",
        title: words("関係者", "Stakeholders"),
        shape: Shape::Rows,
        fields: &[
            Field::new("name", words("名称", "Name"), NONE, FieldKind::Line).required(),
            Field::new("side", words("社内外", "Side"), NONE, FieldKind::Choice(SIDE)),
            Field::new("real-role", words("実務での役割", "Role in real life"), NONE, FieldKind::Text),
            Field::new("remarks", words("備考", "Remarks"), NONE, FieldKind::Text),
            Field::new("deputy", words("代行者", "Deputy"), NONE, FieldKind::Given(Source::Stakeholders)),
            Field::new("primary", words("連絡先", "Contact"), NONE, FieldKind::Line),
            Field::new("alternate", words("予備の連絡先", "Alternate contact"), NONE, FieldKind::Line),
            Field::new("after-hours", words("時間外の連絡先", "After hours"), NONE, FieldKind::Line),
        ],
    }],
};
