//! The press-conference agenda and the record of its questions (W-47, W-48).

use super::{Choice, Field, FieldKind, Section, Shape, Sheet, Source, choice};
use crate::domain::words::{Words, words};

const NONE: Words = words("", "");

const QA_CLASS: &[Choice] = &[
    choice("unasked", "聞かれる前に話す", "Say unasked"),
    choice("if-asked", "聞かれたら話す", "Say if asked"),
    choice("cannot-say", "話せない（理由を添える）", "Cannot say (with the reason)"),
];

const OUTCOME: &[Choice] = &[
    choice("answered", "回答", "Answered"),
    choice("deferred", "後日回答", "Deferred"),
    choice("declined", "回答を差し控え", "Declined with reason"),
    choice("unanswered", "回答なし", "Unanswered"),
    choice("contradicts", "報告・先の回答と矛盾", "Contradicts report or earlier answer"),
];

const HOSTILITY: &[Choice] = &[
    choice("1", "おだやか", "Friendly"),
    choice("2", "踏み込んだ", "Insistent"),
    choice("3", "厳しい", "Hostile"),
];

pub(super) static AGENDA: Sheet = Sheet {
    title: words("記者会見 式次第", "Press-conference agenda"),
    sections: &[
        Section {
            id: "conference",
            title: words("会見", "Conference"),
            shape: Shape::Form,
            fields: &[
                Field::new("recipients", words("式次第の送付先", "Recipients"), NONE, FieldKind::Text)
                    .required(),
                Field::new("conference-name", words("会見の名称", "Name"), NONE, FieldKind::Line).required(),
                Field::new("outline", words("会見の概要", "Outline"), NONE, FieldKind::Text).required(),
                Field::new("when", words("日時", "Date and time"), NONE, FieldKind::Moment),
                Field::new("venue", words("会場", "Venue"), NONE, FieldKind::Line),
                Field::new(
                    "moderator",
                    words("司会", "Moderator"),
                    NONE,
                    FieldKind::Given(Source::Stakeholders),
                ),
                Field::new("materials", words("配布資料", "Materials"), NONE, FieldKind::Text),
                Field::new(
                    "running-order",
                    words("進行", "Running order"),
                    words(
                        "開会・お詫び・経緯・現状・原因・対応・再発防止・質疑・閉会",
                        "Opening, apology, chronology, present state, cause, response, prevention, questions, closing",
                    ),
                    FieldKind::Text,
                ),
                Field::new(
                    "key-messages",
                    words("伝えること", "Key messages"),
                    words("三つまで", "Three at most"),
                    FieldKind::Text,
                )
                .required(),
            ],
        },
        Section {
            id: "speakers",
            title: words("登壇者", "Speakers"),
            shape: Shape::Rows,
            fields: &[
                Field::new("speaker-position", words("役職", "Position"), NONE, FieldKind::Line).required(),
                Field::new("speaker-name", words("氏名", "Name"), NONE, FieldKind::Line).required(),
                Field::new(
                    "speaker-role",
                    words("会見での役割（内部情報）", "Role in the conference (internal)"),
                    NONE,
                    FieldKind::Line,
                )
                .required()
                .inside(),
            ],
        },
        Section {
            id: "qa",
            title: words("想定問答", "Prepared Q&A"),
            shape: Shape::Rows,
            fields: &[
                Field::new("qa-question", words("想定質問", "Question"), NONE, FieldKind::Text)
                    .required()
                    .inside(),
                Field::new("qa-answer", words("回答", "Answer"), NONE, FieldKind::Text).required().inside(),
                Field::new("qa-class", words("扱い", "Handling"), NONE, FieldKind::Choice(QA_CLASS)).inside(),
            ],
        },
    ],
};

pub(super) static PRESS: Sheet = Sheet {
    title: words("質疑の記録", "Questions and answers"),
    sections: &[Section {
        id: "questions",
        title: words("質問", "Questions"),
        shape: Shape::Rows,
        fields: &[
            Field::new("question", words("質問", "Question"), NONE, FieldKind::Text).required(),
            Field::new("asked-by", words("質問者", "Asked by"), NONE, FieldKind::Line),
            Field::new("hostility", words("厳しさ", "Hostility"), NONE, FieldKind::Choice(HOSTILITY)),
            Field::new(
                "answered-by",
                words("回答者", "Answered by"),
                NONE,
                FieldKind::Given(Source::Stakeholders),
            ),
            Field::new("answer", words("回答", "Answer"), NONE, FieldKind::Text).required(),
            Field::new("outcome", words("結果", "Outcome"), NONE, FieldKind::Choice(OUTCOME)).required(),
        ],
    }],
};
