//! The initial response sheet (W-39…W-41) and the response table (W-43…W-45).

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::words::{Words, words};

const NONE: Words = words("", "");

const YES_NO: &[Choice] =
    &[choice("yes", "あり", "Yes"), choice("no", "なし", "No"), choice("unknown", "不明", "Not known")];

const KIND: &[Choice] = &[
    choice("leak", "情報漏えい", "Information leak"),
    choice("intrusion", "システムへの侵入", "Intrusion"),
    choice("malware", "マルウェア感染", "Malware"),
    choice("tampering", "改ざん", "Tampering"),
    choice("misuse", "不正利用", "Misuse"),
    choice("spoofing", "なりすまし", "Spoofing"),
    choice("outage", "サービス停止", "Outage"),
    choice("other", "その他", "Other"),
];

const STANDING: &[Choice] =
    &[choice("tentative", "暫定", "Tentative"), choice("confirmed", "確定", "Confirmed")];

const DONE: &[Choice] = &[choice("done", "連絡済み", "Done"), choice("not-yet", "未連絡", "Not yet")];

const STATUS: &[Choice] = &[
    choice("not-started", "未着手", "Not started"),
    choice("in-progress", "対応中", "In progress"),
    choice("done", "完了", "Done"),
    choice("blocked", "保留", "Blocked"),
    choice("undecided", "判断未了", "Undecided"),
];

const PEOPLE: FieldKind = FieldKind::Several(Source::Stakeholders);

pub(super) static INITIAL_RESPONSE: Sheet = Sheet {
    title: words("初期対応シート", "Initial response sheet"),
    sections: &[
        Section {
            id: "case",
            title: words("事案", "Case"),
            shape: Shape::Form,
            fields: &[
                Field::new(
                    "case-name",
                    words("事案名", "Case name"),
                    words("グループ内での呼び名", "The group's own name for it"),
                    FieldKind::Line,
                )
                .required(),
                Field::new(
                    "edition",
                    words("版", "Edition"),
                    words("第1報など", "First notice, second and so on"),
                    FieldKind::Line,
                ),
                Field::new("recorder", words("記入者", "Recorder"), NONE, FieldKind::Line),
            ],
        },
        Section {
            id: "times",
            title: words("日時", "Times"),
            shape: Shape::Form,
            fields: &[
                Field::new(
                    "occurred",
                    words("発生日時（推定）", "Occurred (estimate)"),
                    words("例 2026-11-20 16:40", "e.g. 2026-11-20 16:40"),
                    FieldKind::Moment,
                ),
                Field::new("detected", words("検知日時", "Detected"), NONE, FieldKind::Moment),
                Field::new(
                    "received",
                    words("受付日時", "Received"),
                    words("通報を受けた時", "When the notice came in"),
                    FieldKind::Moment,
                )
                .required(),
                Field::new(
                    "aware",
                    words("認知日時", "Aware"),
                    words(
                        "報告すべき事態と知った時。受付とは別に",
                        "When it was known to be reportable; kept apart from received",
                    ),
                    FieldKind::Moment,
                )
                .required(),
            ],
        },
        Section {
            id: "notice",
            title: words("通報", "Notice"),
            shape: Shape::Form,
            fields: &[
                Field::new(
                    "reporter",
                    words("通報者・連絡先", "Reporter and contact"),
                    NONE,
                    FieldKind::Line,
                )
                .required(),
                Field::new("received-by", words("受付部門・受付者", "Received by"), NONE, FieldKind::Line),
                Field::new(
                    "verbatim",
                    words("通報内容（原文）", "Notice word for word"),
                    NONE,
                    FieldKind::Text,
                ),
                Field::new(
                    "verified",
                    words("通報の真偽確認", "How it was verified"),
                    words("誰が、どの連絡先に、どう確かめるか", "Who checks it, by which contact, how"),
                    FieldKind::Text,
                )
                .required(),
            ],
        },
        Section {
            id: "event",
            title: words("事象", "Event"),
            shape: Shape::Form,
            fields: &[
                Field::new("kind", words("事象の分類", "Kind of event"), NONE, FieldKind::Choice(KIND))
                    .required(),
                Field::new("location", words("発生箇所", "Where"), NONE, FieldKind::Several(Source::Facts)),
                Field::new("business", words("影響業務", "Business affected"), NONE, FieldKind::Text),
                Field::new("damage", words("被害の有無", "Damage"), NONE, FieldKind::Choice(YES_NO))
                    .required(),
                Field::new(
                    "ongoing",
                    words("継続の有無", "Still going on"),
                    words("被害は今も広がっていますか", "Is the damage still spreading?"),
                    FieldKind::Choice(YES_NO),
                )
                .required(),
                Field::new(
                    "personal-data",
                    words("個人データ漏えい等のおそれ", "Possible personal-data breach"),
                    NONE,
                    FieldKind::Choice(YES_NO),
                )
                .required(),
                Field::new(
                    "related",
                    words("関連する対応中の事案", "Related open cases"),
                    NONE,
                    FieldKind::Text,
                ),
            ],
        },
        Section {
            id: "rating",
            title: words("重要度と優先度", "Severity and priority"),
            shape: Shape::Form,
            fields: &[
                Field::new(
                    "severity",
                    words("重要度", "Severity"),
                    NONE,
                    FieldKind::Given(Source::Severities),
                )
                .required(),
                Field::new(
                    "severity-standing",
                    words("重要度の扱い", "Standing"),
                    NONE,
                    FieldKind::Choice(STANDING),
                ),
                Field::new(
                    "priority",
                    words("優先度", "Priority"),
                    NONE,
                    FieldKind::Given(Source::Priorities),
                )
                .required(),
                Field::new(
                    "grounds",
                    words("判断の根拠", "Grounds"),
                    words("なぜその重要度・優先度か", "Why this severity and priority"),
                    FieldKind::Text,
                )
                .required(),
                Field::new("decided-by", words("判断者", "Decided by"), NONE, PEOPLE).required(),
                Field::new(
                    "decided-at",
                    words("判断時刻（T＋）", "Decided at (T+)"),
                    words("分、または 2h", "Minutes, or 2h"),
                    FieldKind::Minute,
                ),
                Field::new(
                    "unknowns",
                    words("未確認事項", "Unknowns"),
                    words("何が分かれば判断が変わるか", "What would change the decision"),
                    FieldKind::Text,
                ),
            ],
        },
        Section {
            id: "contacts",
            title: words("第一報の連絡先", "First contacts"),
            shape: Shape::Rows,
            fields: &[
                Field::new("contact-whom", words("連絡先", "Whom"), NONE, PEOPLE).required(),
                Field::new("contact-how", words("手段", "How"), NONE, FieldKind::Line),
                Field::new("contact-done", words("状況", "State"), NONE, FieldKind::Choice(DONE)),
            ],
        },
        Section {
            id: "axis",
            title: words("時間軸", "Time axis"),
            shape: Shape::Rows,
            fields: &[
                Field::new("axis-slot", words("時間枠", "Slot"), NONE, FieldKind::Line),
                Field::new(
                    "axis-task",
                    words("対処すべき事柄", "What must be dealt with"),
                    NONE,
                    FieldKind::Text,
                ),
                Field::new("axis-decision-owner", words("判断の責任者", "Decision owner"), NONE, PEOPLE),
                Field::new("axis-action-owner", words("対応の責任者", "Action owner"), NONE, PEOPLE),
                Field::new(
                    "axis-deputy",
                    words("代行者", "Stand-in"),
                    words(
                        "連絡がつかないときに判断した人",
                        "Who decided when the owner could not be reached",
                    ),
                    PEOPLE,
                ),
                Field::new("axis-target", words("完了目安", "Target"), NONE, FieldKind::Line),
            ],
        },
    ],
};

/// Fields of a response row that name who judges, acts or stands in.
pub const RESPONSE_OWNERS: [&str; 5] =
    ["decision-owner", "action-owner", "deputy", "no-rule-decides", "no-rule-acts"];

pub(super) static RESPONSE_TABLE: Sheet = Sheet {
    title: words("インシデント対応表", "Response table"),
    sections: &[Section {
        id: "rows",
        title: words("対応", "Responses"),
        shape: Shape::Rows,
        fields: &[
            Field::new(
                "time",
                words("時刻（T＋）", "Time (T+)"),
                words("分、または 2h", "Minutes, or 2h"),
                FieldKind::Minute,
            )
            .required(),
            Field::new("situation", words("把握した状況", "Situation"), NONE, FieldKind::Text).required(),
            Field::new("action", words("対処・判断の内容", "Action or decision"), NONE, FieldKind::Text)
                .required(),
            Field::new("decision-owner", words("判断の責任者", "Decision owner"), NONE, PEOPLE).required(),
            Field::new("action-owner", words("対応の責任者", "Action owner"), NONE, PEOPLE).required(),
            Field::new(
                "deputy",
                words("代行者", "Stand-in"),
                words("連絡がつかないときに判断した人", "Who decided when the owner could not be reached"),
                PEOPLE,
            ),
            Field::new("informed", words("報告・共有先（手段）", "Informed (how)"), NONE, FieldKind::Line),
            Field::new(
                "rule",
                words("準拠規定", "Rule"),
                words("ポリシーの項目。なければ空のまま", "Policy topics; leave empty when there is none"),
                FieldKind::Several(Source::Topics),
            ),
            Field::new("status", words("状況", "Status"), NONE, FieldKind::Choice(STATUS)),
            Field::new(
                "no-rule-grounds",
                words("判断の根拠", "Grounds"),
                words("規定がない・不足する場合", "Where no rule exists or it falls short"),
                FieldKind::Text,
            )
            .without_rule(),
            Field::new(
                "no-rule-decides",
                words("判断の責任者（規定なし）", "Who is responsible for the judgement"),
                NONE,
                PEOPLE,
            )
            .without_rule(),
            Field::new(
                "no-rule-acts",
                words("対応の責任者（規定なし）", "Who is responsible for the action"),
                NONE,
                PEOPLE,
            )
            .without_rule(),
            Field::new(
                "no-rule-consider",
                words("対応上の考慮点", "What to consider"),
                NONE,
                FieldKind::Text,
            )
            .without_rule(),
            Field::new(
                "facts",
                words("使った環境情報", "Facts relied on"),
                words("ファクトシートの行", "Fact-sheet rows"),
                FieldKind::Several(Source::Facts),
            ),
            Field::new("evidence", words("証跡・資料", "Evidence"), NONE, FieldKind::Text),
            Field::new("due", words("期限", "Due"), NONE, FieldKind::Line),
            Field::new("result", words("結果・残課題", "Result, what is left"), NONE, FieldKind::Text),
            Field::new("phase", words("フェーズ", "Phase"), NONE, FieldKind::Given(Source::Phases)),
            Field::new("item", words("確認項目", "Check item"), NONE, FieldKind::Given(Source::CheckItems)),
        ],
    }],
};
