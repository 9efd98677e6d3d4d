//! What is kept beside the table: the chronology, the decision memo, and texts that go out.

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::words::{Words, words};

const NONE: Words = words("", "");

const KIND: &[Choice] = &[
    choice("happened", "発生", "Happened"),
    choice("received", "受付", "Received"),
    choice("judged", "判断", "Judged"),
    choice("ordered", "指示", "Ordered"),
    choice("sent", "発信", "Sent"),
];

const STATUS: &[Choice] = &[
    choice("draft", "下書き", "Draft"),
    choice("approved", "承認済み", "Approved"),
    choice("sent", "発信済み", "Sent"),
];

const PEOPLE: FieldKind = FieldKind::Several(Source::Stakeholders);

/// Texts that go out, in order: row id and title.
pub const OUTGOING: &[(&str, Words)] = &[
    ("first-statement", words("第一報（公表文）", "First public statement")),
    ("to-persons", words("本人への通知", "Notice to individuals")),
    ("to-partners", words("取引先への連絡", "Notice to partners")),
    ("to-staff", words("内部への周知", "Notice to staff")),
    ("support-lines", words("問い合わせ窓口の応答文", "Lines for the support desk")),
];

pub(super) static CHRONOLOGY: Sheet = Sheet {
    title: words("クロノロジー（追記）", "Chronology (own lines)"),
    sections: &[Section {
        id: "lines",
        title: words("書き加えた行", "Lines added"),
        shape: Shape::Rows,
        fields: &[
            Field::new(
                "chron-time",
                words("時刻（T＋）", "Time (T+)"),
                words("分、または 2h", "Minutes, or 2h"),
                FieldKind::Minute,
            )
            .required(),
            Field::new("chron-text", words("出来事", "What happened"), NONE, FieldKind::Line).required(),
            Field::new("chron-kind", words("種別", "Kind"), NONE, FieldKind::Choice(KIND)),
        ],
    }],
};

pub(super) static DECISION_MEMO: Sheet = Sheet {
    title: words("経営判断メモ", "Decision memo"),
    sections: &[Section {
        id: "memos",
        title: words("経営に諮る事項", "Matters for the executives"),
        shape: Shape::Rows,
        fields: &[
            Field::new(
                "memo-matter",
                words("判断を求める事項", "Matter"),
                words("経営者だけが決められること", "What only executives can decide"),
                FieldKind::Line,
            )
            .required(),
            Field::new("memo-options", words("選択肢", "Options"), NONE, FieldKind::Text).required(),
            Field::new(
                "memo-effects",
                words("それぞれの影響", "Effects of each"),
                words("業務・法務・顧客・費用", "Business, legal, customers, cost"),
                FieldKind::Text,
            ),
            Field::new("memo-recommendation", words("推奨案", "Recommendation"), NONE, FieldKind::Text),
            Field::new("memo-by", words("判断の期限", "By when"), NONE, FieldKind::Line),
            Field::new("memo-owner", words("判断の責任者", "Decision owner"), NONE, PEOPLE).required(),
            Field::new("memo-decision", words("決定", "Decision"), NONE, FieldKind::Text),
        ],
    }],
};

pub(super) static OUTGOING_TEXTS: Sheet = Sheet {
    title: words("対外・内部への文", "Outgoing texts"),
    sections: &[Section {
        id: "texts",
        title: words("文", "Texts"),
        shape: Shape::Given,
        fields: &[
            Field::new("out-text", words("本文", "Text"), NONE, FieldKind::Text),
            Field::new("out-approver", words("承認者", "Approved by"), NONE, PEOPLE),
            Field::new("out-channel", words("手段・宛先", "How, to whom"), NONE, FieldKind::Line),
            Field::new("out-status", words("状態", "State"), NONE, FieldKind::Choice(STATUS)),
            Field::new(
                "out-sent",
                words("発信時刻（T＋）", "Sent at (T+)"),
                words("分、または 2h", "Minutes, or 2h"),
                FieldKind::Minute,
            ),
        ],
    }],
};
