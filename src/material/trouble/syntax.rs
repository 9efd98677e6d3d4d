//! A file that is not RON.

use super::{Said, say};
use crate::domain::words::Lang;
use crate::material::problem::quotable;

/// A file that is not RON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxTrouble {
    /// Nothing but comments and blanks.
    Empty,
    /// A full-width sign where RON wants the plain one.
    FullWidth {
        /// The sign in the file.
        found: char,
        /// What RON wants.
        wanted: char,
    },
    /// Something was opened and never closed.
    Unclosed(Opening),
    /// Something is missing here.
    Missing(Sign),
    /// A backslash sequence that RON does not know.
    Escape,
    /// Brackets within brackets without end.
    TooDeep,
    /// Something after the end of the piece.
    After,
    /// A character that fits nowhere here.
    Unexpected(char),
    /// What the reader of RON says, for what has no words of ours.
    Other(String),
}

/// What was opened and never closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The text that begins here.
    Text,
    /// The comment that begins here.
    Comment,
    /// A bracket further up.
    Bracket {
        /// The bracket.
        open: char,
        /// The line it stands on.
        line: usize,
    },
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A comma before this.
    Comma,
    /// A colon after the name of a field.
    Colon,
    /// The value of a field.
    Value,
    /// A closing bracket, or the comma before more.
    Closing,
}

impl SyntaxTrouble {
    pub(super) fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::Empty => say!(
                lang,
                ["中身がありません", "`Scenario(format: 1, …)` のように書いてください"],
                ["the file is empty", "write something like `Scenario(format: 1, …)`"],
            ),
            Self::FullWidth { found, wanted } => say!(
                lang,
                ["「{found}」はここでは使えません", "半角の「{wanted}」に直してください"],
                ["`{found}` stands where the plain `{wanted}` is needed", "write `{wanted}`"],
            ),
            Self::Unclosed(opening) => opening.describe(lang),
            Self::Missing(sign) => sign.describe(lang),
            Self::Escape => say!(
                lang,
                [
                    "`\\` の使い方が誤っています",
                    "`\\n` か `\\\"` にするか、`\\` そのものは `\\\\` と書いてください"
                ],
                [
                    "a backslash sequence that RON does not know",
                    "use `\\n` or `\\\"`, and write `\\\\` for a backslash"
                ],
            ),
            Self::TooDeep => say!(
                lang,
                ["括弧の入れ子が深すぎます", "この深さは要りません。余分な括弧を取り除いてください"],
                [
                    "brackets are nested too deeply",
                    "nothing here needs this; remove the superfluous brackets"
                ],
            ),
            Self::After => say!(
                lang,
                [
                    "終わりの括弧のあとに余分なものがあります",
                    "取り除いてください。一つのファイルに書けるのは一つだけです"
                ],
                ["something follows the end of the piece", "remove it: a file holds one piece"],
            ),
            Self::Unexpected(found) => unexpected(*found, lang),
            Self::Other(reason) => other(reason, lang),
        }
    }
}

fn unexpected(found: char, lang: Lang) -> Said {
    let found = quotable(&found.to_string());
    say!(
        lang,
        ["ここに `{found}` は置けません", "前の項目の終わりと、引用符・括弧を確かめてください"],
        ["`{found}` cannot stand here", "check the end of the item before, the quotes and the brackets"],
    )
}

fn other(reason: &str, lang: Lang) -> Said {
    let reason = quotable(reason);
    say!(
        lang,
        ["RON として読めません（{reason}）", "前の項目の終わりと、引用符・括弧を確かめてください"],
        ["not RON ({reason})", "check the end of the item before, the quotes and the brackets"],
    )
}

impl Opening {
    fn describe(self, lang: Lang) -> Said {
        match self {
            Self::Text => say!(
                lang,
                [
                    "ここで始まる文字列が閉じていません",
                    "終わりに `\"` を付け、文中の `\"` は `\\\"` と書いてください"
                ],
                [
                    "the text that begins here is not closed",
                    "end it with `\"`, and write `\\\"` for a quote inside it"
                ],
            ),
            Self::Comment => say!(
                lang,
                ["コメント `/*` が閉じていません", "`*/` で閉じてください"],
                ["the comment `/*` is not closed", "close it with `*/`"],
            ),
            Self::Bracket { open, line } => say!(
                lang,
                ["{line} 行目の `{open}` が閉じていません", "対応する閉じ括弧を書いてください"],
                ["the `{open}` of line {line} is not closed", "write its closing bracket"],
            ),
        }
    }
}

impl Sign {
    fn describe(self, lang: Lang) -> Said {
        match self {
            Self::Comma => say!(
                lang,
                ["この前に `,` がありません", "前の項目の終わりに `,` を付けてください"],
                ["a `,` is missing before this", "end the item before it with `,`"],
            ),
            Self::Colon => say!(
                lang,
                ["項目名のあとに `:` がありません", "`項目名: 値` の形で書いてください"],
                ["a `:` is missing after the name of a field", "write `name: value`"],
            ),
            Self::Value => say!(
                lang,
                ["項目に値がありません", "値を書くか、項目ごと消してください"],
                ["a field has no value", "give it one, or remove the field"],
            ),
            Self::Closing => say!(
                lang,
                ["ここに閉じ括弧か `,` が必要です", "前の項目の終わりと括弧の対応を確かめてください"],
                [
                    "a closing bracket or a `,` is needed here",
                    "check the end of the item before and the brackets"
                ],
            ),
        }
    }
}
