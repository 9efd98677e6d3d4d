//! What is wrong with a file of commands, where, and how to mend it.

use std::path::Path;

use super::{FORMAT, LARGEST};
use crate::domain::words::Lang;
use crate::material::trouble::{Said, Trouble};

/// A place in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Something wrong with a file of commands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Where.
    pub spot: Spot,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    /// More than [`LARGEST`] bytes.
    TooLarge,
    /// What is wrong with any file of RON: its characters, its syntax.
    Text(Trouble),
    /// Not `(format: 1, commands: […])`.
    Form,
    /// Another version of the format.
    Format,
    /// A command that is not written as it should be.
    Value(ron::Error),
    /// Not a time with its zone.
    Time(String),
    /// Nobody of this name.
    Nobody(String),
    /// Several people of this name.
    Several(String),
}

impl Mistake {
    /// This, there.
    pub fn at(spot: Spot, wrong: Wrong) -> Self {
        Self { spot, wrong }
    }

    /// The mistake on one line: `path:line:column: what; remedy`.
    pub fn show(&self, path: &Path, lang: Lang) -> String {
        let Said { what, remedy } = self.wrong.describe(lang);
        let (path, Spot { line, column }) = (path.display(), self.spot);
        match lang {
            Lang::Ja => format!("{path}:{line}:{column}: {what}。{remedy}"),
            Lang::En => format!("{path}:{line}:{column}: {what}; {remedy}"),
        }
    }
}

impl Wrong {
    /// What is wrong and how to mend it.
    pub fn describe(&self, lang: Lang) -> Said {
        let (ja, en) = match self {
            Self::Text(trouble) => return trouble.describe(lang),
            Self::Value(error) => return value(error, lang),
            Self::TooLarge => too_large(),
            Self::Form => said(
                ["命令のファイルの形ではありません", "not a file of commands"],
                [
                    "`(format: 1, commands: [ … ])` の形で書いてください",
                    "write `(format: 1, commands: [ … ])`",
                ],
            ),
            Self::Format => said(
                ["この形式の版は読めません", "this version of the format can't be read"],
                [
                    &format!("`format: {FORMAT}` と書くか、プログラムを更新してください"),
                    &format!("write `format: {FORMAT}`, or update the program"),
                ],
            ),
            Self::Time(found) => said(
                [&format!("`{found}` は日時として読めません"), &format!("`{found}` is not a time")],
                [
                    "`2026-11-21T10:10:00+09:00` のように時差まで書いてください",
                    "write it with its zone, as in `2026-11-21T10:10:00+09:00`",
                ],
            ),
            Self::Nobody(name) => said(
                [
                    &format!("「{name}」という参加者はいません"),
                    &format!("nobody named \"{name}\" takes part"),
                ],
                [
                    "先に Join で加えるか、進行役なら `facilitator` と書いてください",
                    "let them Join first, or write `facilitator`",
                ],
            ),
            Self::Several(name) => said(
                [
                    &format!("「{name}」という参加者が何人もいます"),
                    &format!("several people are named \"{name}\""),
                ],
                ["Join の `person` に付けた名前で書いてください", "write the name given as `person` in Join"],
            ),
        };
        if lang == Lang::Ja { ja } else { en }
    }
}

/// The same in Japanese and in English.
fn said(what: [&str; 2], remedy: [&str; 2]) -> (Said, Said) {
    let one = |lang: usize| Said { what: what[lang].to_owned(), remedy: remedy[lang].to_owned() };
    (one(0), one(1))
}

fn too_large() -> (Said, Said) {
    let most = LARGEST / 1024 / 1024;
    said(
        [&format!("{most} MiB を超えています"), &format!("larger than {most} MiB")],
        ["いくつかのファイルに分けてください", "split it into several files"],
    )
}

/// What the reader of values says, as far as people can do something about it in words of ours.
fn value(error: &ron::Error, lang: Lang) -> Said {
    use ron::Error as E;
    let (ja, en) = match error {
        E::NoSuchEnumVariant { expected, found, .. } => said(
            [&format!("`{found}` という語はここでは使えません"), &format!("`{found}` is not known here")],
            [&format!("使える語：{}", expected.join("、")), &format!("known are: {}", expected.join(", "))],
        ),
        E::NoSuchStructField { expected, found, .. } => said(
            [&format!("`{found}` という項目はありません"), &format!("there is no field `{found}`")],
            [
                &format!("使える項目：{}", expected.join("、")),
                &format!("the fields are: {}", expected.join(", ")),
            ],
        ),
        E::MissingStructField { field, .. } => said(
            [&format!("項目 `{field}` がありません"), &format!("the field `{field}` is missing")],
            ["書き足してください", "add it"],
        ),
        E::DuplicateStructField { field, .. } => said(
            [&format!("項目 `{field}` が二度あります"), &format!("the field `{field}` stands here twice")],
            ["一つにしてください", "keep one of them"],
        ),
        other => kind_of_value(other),
    };
    if lang == Lang::Ja { ja } else { en }
}

fn kind_of_value(error: &ron::Error) -> (Said, Said) {
    use ron::Error as E;
    match error {
        E::ExpectedString => said(
            ["文字列が必要です", "a text is needed"],
            ["`\"…\"` の形で書いてください", "write it as `\"…\"`"],
        ),
        E::ExpectedBoolean => said(
            ["true か false が必要です", "true or false is needed"],
            ["`true` か `false` と書いてください", "write `true` or `false`"],
        ),
        E::ExpectedInteger | E::IntegerOutOfBounds | E::InvalidIntegerDigit { .. } => said(
            ["ここに入る大きさの整数が必要です", "a whole number that fits is needed"],
            ["半角の数字で書いてください", "write it in plain digits"],
        ),
        E::ExpectedArray => said(
            ["リストが必要です", "a list is needed"],
            ["`[ … ]` の形で書いてください", "write it as `[ … ]`"],
        ),
        other => said(
            [&format!("値の形が違います（{other}）"), &format!("the value has the wrong form ({other})")],
            ["項目と括弧を確かめてください", "check its fields and brackets"],
        ),
    }
}
