//! A text that is not fit to be shown.

use super::{Said, say};
use crate::domain::placeholder::Flaw;
use crate::domain::words::{Lang, words};
use crate::material::problem::quotable;

/// A text that is not fit to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextTrouble {
    /// Nothing but blanks.
    Empty(Tongue),
    /// A character that steers terminals, hides, or turns the order of reading.
    Harmful(char),
    /// A placeholder that is not written as one.
    Placeholder(Flaw),
    /// A placeholder in a text that is shown as it is.
    NoPlaceholderHere(String),
    /// Placeholders that only one of the two languages has.
    LanguagesDiffer {
        /// Only the Japanese text has these.
        ja: Vec<String>,
        /// Only the English text has these.
        en: Vec<String>,
    },
    /// `{name?same|same}`
    SidesEqual(String),
    /// The mark of a template: nobody has written here yet.
    Unfilled(&'static str),
}

/// Which text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// The Japanese one, which is always needed.
    Ja,
    /// The English one, which may be left out.
    En,
    /// One that has no language.
    None,
}

impl TextTrouble {
    pub(super) fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::Empty(tongue) => tongue.empty(lang),
            Self::Harmful(found) => {
                let (found, name) = (format!("U+{:04X}", u32::from(*found)), harm(*found).get(lang));
                say!(
                    lang,
                    ["使えない文字があります（{found}、{name}）", "取り除いてください。改行とタブは使えます"],
                    [
                        "a character that may not be used ({found}, {name})",
                        "remove it; line breaks and tabs are fine"
                    ],
                )
            }
            Self::Placeholder(flaw) => describe_flaw(flaw, lang),
            Self::NoPlaceholderHere(name) => say!(
                lang,
                [
                    "この文では `{{{name}}}` を置き換えられません",
                    "言葉で書いてください。この文は書いたとおりに表示されます"
                ],
                [
                    "`{{{name}}}` is not replaced in this text",
                    "write it in words: this text is shown as it is"
                ],
            ),
            Self::LanguagesDiffer { ja, en } => {
                let (ja, en) = (listed(ja, lang), listed(en, lang));
                say!(
                    lang,
                    [
                        "日本語と英語でパラメーターが違います（日本語だけ: {ja}、英語だけ: {en}）",
                        "両方の文で同じパラメーターを使ってください"
                    ],
                    [
                        "the two languages use different parameters (only Japanese: {ja}; only English: {en})",
                        "use the same ones in both texts"
                    ],
                )
            }
            Self::Unfilled(mark) => say!(
                lang,
                ["まだ記入されていません（`{mark}`）", "自分の言葉に書き換えてください"],
                ["still to be filled in (`{mark}`)", "write your own words in its place"],
            ),
            Self::SidesEqual(name) => say!(
                lang,
                [
                    "`{{{name}?…|…}}` の両側が同じで、何も変わりません",
                    "片方を変えるか、ふつうの文にしてください"
                ],
                [
                    "both sides of `{{{name}?…|…}}` are the same, so nothing changes",
                    "change one of them, or write plain text"
                ],
            ),
        }
    }
}

impl Tongue {
    fn empty(self, lang: Lang) -> Said {
        match self {
            Self::Ja => say!(
                lang,
                ["日本語の文が空です", "文を書いてください。日本語は必須です"],
                ["the Japanese text is empty", "write it: Japanese is required"],
            ),
            Self::En => say!(
                lang,
                ["英語の文が空です", "文を書くか、`en` ごと消してください（日本語が代わりに表示されます）"],
                ["the English text is empty", "write it, or leave `en` out (Japanese is shown instead)"],
            ),
            Self::None => say!(
                lang,
                ["文字列が空です", "文字を書いてください"],
                ["the text is empty", "write something"]
            ),
        }
    }
}

fn describe_flaw(flaw: &Flaw, lang: Lang) -> Said {
    match flaw {
        Flaw::Unclosed => say!(
            lang,
            ["`{{` が閉じていません", "`}}` で閉じてください。`{{` そのものは `{{{{` と書きます"],
            ["`{{` is not closed", "close it with `}}`; a brace itself is written `{{{{`"],
        ),
        Flaw::Stray => say!(
            lang,
            ["`}}` の前に `{{` がありません", "取り除いてください。`}}` そのものは `}}}}` と書きます"],
            ["`}}` without a `{{` before it", "remove it; a brace itself is written `}}}}`"],
        ),
        Flaw::Nested => say!(
            lang,
            ["`{{…}}` の中に `{{` があります", "入れ子にせず、文を分けて書いてください"],
            ["a `{{` inside `{{…}}`", "don't nest them: write separate texts"],
        ),
        Flaw::Name(name) => {
            let name = quotable(name);
            say!(
                lang,
                [
                    "`{{{name}}}` はパラメーターの書き方ではありません",
                    "`{{id}}` か `{{id?はいの文|いいえの文}}` と書いてください。`{{` そのものは `{{{{` と書きます"
                ],
                [
                    "`{{{name}}}` is not how a parameter is written",
                    "write `{{id}}` or `{{id?text if yes|text if no}}`; a brace itself is written `{{{{`"
                ],
            )
        }
        Flaw::Sides(name) => say!(
            lang,
            [
                "`{{{name}?…}}` の中の `|` が一つではありません",
                "`{{{name}?はいの文|いいえの文}}` と書いてください（片方は空でも構いません）"
            ],
            [
                "`{{{name}?…}}` needs exactly one `|`",
                "write `{{{name}?text if yes|text if no}}` (either side may be empty)"
            ],
        ),
    }
}

fn harm(c: char) -> crate::domain::words::Words {
    match c {
        '\u{1b}' => words("エスケープ文字", "escape"),
        '\u{2028}' | '\u{2029}' => words("行・段落区切り", "line or paragraph separator"),
        '\u{feff}' => words("BOM", "byte order mark"),
        c if c.is_control() => words("制御文字", "control character"),
        _ => words("文字の方向の制御", "direction control"),
    }
}

fn listed(names: &[String], lang: Lang) -> String {
    match (names, lang) {
        ([], Lang::Ja) => "なし".to_owned(),
        ([], Lang::En) => "none".to_owned(),
        (names, _) => names.join(", "),
    }
}
