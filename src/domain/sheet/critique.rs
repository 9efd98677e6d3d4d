//! What comes after: improvements with reason, owner and date (W-50), and the critique (W-53…W-55).

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::words::{Words, words};

const NONE: Words = words("", "");

const ORIGIN: &[Choice] = &[
    choice("finding", "演習での気づき", "Finding"),
    choice("press", "会見の質問", "Press question"),
    choice("critique", "講評", "Critique"),
];

const WHERE: &[Choice] = &[
    choice("workshop", "ワークショップ内で反映", "Done in the workshop"),
    choice("reality", "実務で実施", "To do in reality"),
];

const STATUS: &[Choice] = &[
    choice("open", "未着手", "Open"),
    choice("doing", "対応中", "In progress"),
    choice("done", "完了", "Done"),
];

/// Performed without challenges, with some, with major ones, unable.
const RATING: &[Choice] = &[
    choice("p", "P 支障なくできた", "P performed without challenges"),
    choice("s", "S 一部に課題", "S some challenges"),
    choice("m", "M 大きな課題", "M major challenges"),
    choice("u", "U できなかった", "U unable to perform"),
];

const CHECK: &[Choice] = &[
    choice("passed", "確認できた", "Confirmed"),
    choice("partly", "一部", "Partly"),
    choice("failed", "できていない", "Not in place"),
];

pub(super) static IMPROVEMENTS: Sheet = Sheet {
    title: words("改善の一覧", "Improvements"),
    sections: &[Section {
        id: "improvements",
        title: words("改善", "Improvements"),
        shape: Shape::Rows,
        fields: &[
            Field::new("what", words("改善すること", "What to improve"), NONE, FieldKind::Text).required(),
            Field::new("reason", words("理由", "Reason"), NONE, FieldKind::Text).required(),
            Field::new("origin", words("きっかけ", "Came from"), NONE, FieldKind::Choice(ORIGIN)),
            Field::new("owner", words("担当", "Owner"), NONE, FieldKind::Several(Source::Stakeholders))
                .required(),
            Field::new("due", words("期限", "Due"), NONE, FieldKind::Line).required(),
            Field::new("where", words("反映先", "Where"), NONE, FieldKind::Choice(WHERE)),
            Field::new("status", words("状況", "Status"), NONE, FieldKind::Choice(STATUS)),
        ],
    }],
};

pub(super) static CRITIQUE: Sheet = Sheet {
    title: words("講評と次のステップ", "Critique and next steps"),
    sections: &[
        Section {
            id: "overall",
            title: words("講評", "Critique"),
            shape: Shape::Form,
            fields: &[
                Field::new("strengths", words("良かった点", "Strengths"), NONE, FieldKind::Text).required(),
                Field::new("to-improve", words("改善すべき点", "Points to improve"), NONE, FieldKind::Text)
                    .required(),
                Field::new(
                    "questions-answers",
                    words("質疑応答", "Questions and answers"),
                    NONE,
                    FieldKind::Text,
                ),
                Field::new(
                    "next-steps",
                    words("次のステップ", "Next steps"),
                    words("誰が、いつまでに", "Who, by when"),
                    FieldKind::Text,
                )
                .required(),
            ],
        },
        Section {
            id: "goals",
            title: words("学習目標の達成度", "Goals"),
            shape: Shape::Given,
            fields: &[
                Field::new("rating", words("評価", "Rating"), NONE, FieldKind::Choice(RATING)).required(),
                Field::new("rating-note", words("所見", "Remark"), NONE, FieldKind::Text),
            ],
        },
        Section {
            id: "checks",
            title: words("締めくくりの確認", "Closing checks"),
            shape: Shape::Given,
            fields: &[
                Field::new("check", words("確認", "Check"), NONE, FieldKind::Choice(CHECK)).required(),
                Field::new("check-note", words("所見", "Remark"), NONE, FieldKind::Text),
            ],
        },
        Section {
            id: "hot-wash",
            title: words("振り返りの問い", "Hot wash"),
            shape: Shape::Given,
            fields: &[Field::new("reply", words("答え", "Answer"), NONE, FieldKind::Text)],
        },
    ],
};
