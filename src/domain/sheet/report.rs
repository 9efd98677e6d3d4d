//! The incident report (W-46): every item with its certainty and the facts it stands on.

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::id::RowId;
use crate::domain::words::{Words, words};

const NONE: Words = words("", "");

const EDITION: &[Choice] = &[
    choice("prompt", "速報", "Prompt"),
    choice("follow-up", "続報", "Follow-up"),
    choice("final", "確報", "Final"),
];

/// How sure the group is of an item.
pub(super) const CERTAINTY: &[Choice] = &[
    choice("confirmed", "確定", "Confirmed"),
    choice("estimated", "推定", "Estimated"),
    choice("investigating", "調査中", "Under investigation"),
    choice("unknown", "不明", "Unknown"),
    choice("withheld", "非開示", "Withheld"),
    choice("not-applicable", "該当なし", "Not applicable"),
];

const BOUND: &[Choice] = &[
    choice("exact", "確定値", "Exact"),
    choice("at-most", "最大", "At most"),
    choice("estimate", "推計", "Estimate"),
];

const DUTY: &[Choice] = &[
    choice("notify", "通知・報告する", "Notify"),
    choice("not-needed", "不要と判断", "Not needed"),
    choice("pending", "判断保留", "Pending"),
];

/// The report's items, in order: row id and title.
pub const REPORT_ITEMS: &[(&str, Words)] = &[
    ("summary", words("概要", "Summary")),
    ("data-kinds", words("対象となる情報の種類", "Kinds of data")),
    ("cause", words("原因", "Cause")),
    ("secondary-damage", words("二次被害の有無", "Secondary damage")),
    ("to-persons", words("本人への対応", "Response to the persons")),
    ("publication", words("公表の実施状況", "Publication")),
    ("prevention", words("再発防止策", "Prevention")),
    ("chronology", words("経緯", "Chronology")),
    ("systems", words("影響を受けたシステム", "Affected systems")),
    ("business", words("業務への影響", "Business impact")),
    ("authorities", words("監督官庁・警察等への報告", "Authorities and police")),
    ("contact-desk", words("問い合わせ窓口", "Contact desk")),
    ("other", words("その他", "Other")),
];

/// The report's counts: persons (名) and records (件) are never mixed.
pub const REPORT_COUNTS: &[(&str, Words)] = &[
    ("persons", words("本人の数（名）", "Persons")),
    ("records", words("情報の件数（件）", "Records")),
    ("cards", words("クレジットカード（件）", "Payment cards")),
];

/// What a count of the report counts.
pub fn unit(row: &RowId) -> Option<Words> {
    match row.as_str() {
        "persons" => Some(words("名", "persons")),
        "records" => Some(words("件", "records")),
        "cards" => Some(words("件", "cards")),
        _ => None,
    }
}

pub(super) static REPORT: Sheet = Sheet {
    title: words("インシデント報告書", "Incident report"),
    sections: &[
        Section {
            id: "head",
            title: words("報告", "Report"),
            shape: Shape::Form,
            fields: &[
                Field::new("edition", words("報告の種別", "Edition"), NONE, FieldKind::Choice(EDITION))
                    .required(),
                Field::new(
                    "as-of",
                    words("いつ現在（T＋）", "As of (T+)"),
                    words("分、または 24h", "Minutes, or 24h"),
                    FieldKind::Minute,
                )
                .required(),
                Field::new(
                    "addressee",
                    words("報告先", "Addressed to"),
                    NONE,
                    FieldKind::Several(Source::Stakeholders),
                )
                .required(),
            ],
        },
        Section {
            id: "items",
            title: words("報告事項", "Items"),
            shape: Shape::Given,
            fields: &[
                Field::new("content", words("内容", "Content"), NONE, FieldKind::Text).required(),
                Field::new("certainty", words("確度", "Certainty"), NONE, FieldKind::Choice(CERTAINTY))
                    .required(),
                Field::new(
                    "relies",
                    words("根拠とした環境情報", "Facts relied on"),
                    NONE,
                    FieldKind::Several(Source::Facts),
                ),
            ],
        },
        Section {
            id: "counts",
            title: words("数", "Numbers"),
            shape: Shape::Given,
            fields: &[
                Field::new(
                    "count",
                    words("数", "Number"),
                    words("名と件を混ぜない", "Persons and records are never mixed"),
                    FieldKind::Number,
                ),
                Field::new("bound", words("数の性質", "Kind of number"), NONE, FieldKind::Choice(BOUND)),
                Field::new("count-certainty", words("確度", "Certainty"), NONE, FieldKind::Choice(CERTAINTY))
                    .required(),
                Field::new(
                    "count-relies",
                    words("根拠とした環境情報", "Facts relied on"),
                    NONE,
                    FieldKind::Several(Source::Facts),
                ),
            ],
        },
        Section {
            id: "duties",
            title: words("通知・報告義務の確認", "Duties to check"),
            shape: Shape::Given,
            fields: &[
                Field::new("duty-decision", words("判断", "Decision"), NONE, FieldKind::Choice(DUTY))
                    .required(),
                Field::new("duty-grounds", words("判断の根拠", "Grounds"), NONE, FieldKind::Text),
                Field::new(
                    "duty-owner",
                    words("判断の責任者", "Decision owner"),
                    NONE,
                    FieldKind::Several(Source::Stakeholders),
                ),
            ],
        },
    ],
};
