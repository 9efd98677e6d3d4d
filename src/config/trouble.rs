//! What can be wrong with a configuration and with nothing else, and the words for it in both languages.

use crate::domain::words::Lang;
use crate::keymap::{BINDINGS, Binding, Context, KeyFlaw};
use crate::material::problem::quotable;
use crate::material::trouble::{Said, Told, Trouble, perhaps, say};
use crate::message::Action;

/// Something wrong with a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigTrouble {
    /// The file begins as something else.
    NotOne,
    /// A key that cannot be bound.
    Key {
        /// What is written.
        found: String,
        /// Why it cannot be bound.
        flaw: KeyFlaw,
    },
    /// No action is called so.
    UnknownAction {
        /// What is written.
        found: String,
        /// An action with a similar name.
        near: Option<String>,
    },
    /// The keys of this action are the same for everybody.
    Fixed(Action),
    /// The menu, in which everything else is found, would have no key.
    MenuNeedsKey,
    /// This action already was given a key in this place.
    GivenTwice {
        /// The place.
        context: Context,
        /// The action.
        action: Action,
    },
    /// The key does something else in the same place.
    Clash(Binding),
}

impl From<ConfigTrouble> for Trouble {
    fn from(trouble: ConfigTrouble) -> Self {
        Self::Other(Box::new(Told { ja: trouble.describe(Lang::Ja), en: trouble.describe(Lang::En) }))
    }
}

impl ConfigTrouble {
    fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::NotOne => say!(
                lang,
                ["設定ファイルではありません", "ファイルを `Config(format: 1, …)` の形で書いてください"],
                ["this is no configuration", "write the file as `Config(format: 1, …)`"],
            ),
            Self::Key { found, flaw } => flawed(&quotable(found), *flaw, lang),
            Self::UnknownAction { found, near } => unknown(&quotable(found), near.as_deref(), lang),
            Self::Fixed(action) => {
                let name = action.name();
                say!(
                    lang,
                    [
                        "`{name}` のキーは変えられません",
                        "取り除いてください。移動・決定・戻るのキーは誰の画面でも同じです"
                    ],
                    [
                        "the keys of `{name}` cannot be changed",
                        "remove this: the keys that move, open and go back are the same for everybody"
                    ],
                )
            }
            Self::MenuNeedsKey => say!(
                lang,
                [
                    "`Palette` にはキーが必要です",
                    "`key: \"…\"` を書き加えてください。ほかの操作はすべてメニューから選べます"
                ],
                ["`Palette` needs a key", "add `key: \"…\"`: everything else is found in the menu"],
            ),
            Self::GivenTwice { context, action } => {
                let (context, name) = (place(*context), action.name());
                say!(
                    lang,
                    ["`{context}` の `{name}` のキーが二度書かれています", "一つだけ残してください"],
                    ["the key of `{name}` at `{context}` is given twice", "keep only one"],
                )
            }
            Self::Clash(other) => clash(other, lang),
        }
    }
}

fn flawed(found: &str, flaw: KeyFlaw, lang: Lang) -> Said {
    match flaw {
        KeyFlaw::Unreadable => say!(
            lang,
            ["`{found}` というキーは使えません", "`Ctrl+A`、`Alt+Up`、`F4`、`Insert` のように書いてください"],
            ["`{found}` is not a key that can be used", "write it like `Ctrl+A`, `Alt+Up`, `F4` or `Insert`"],
        ),
        KeyFlaw::Types => say!(
            lang,
            ["`{found}` は文字を入力するキーです", "`Ctrl+` を付けるか、F1〜F5・F11・F12 を使ってください"],
            ["`{found}` types a character", "put `Ctrl+` before it, or use F1 to F5, F11 or F12"],
        ),
        KeyFlaw::InputMethods => say!(
            lang,
            [
                "`{found}` は日本語入力や端末が使うキーです",
                "F6〜F10 と Ctrl+H・I・J・K・M・O・P・T・U のほかから選んでください"
            ],
            [
                "`{found}` belongs to Japanese input methods or the terminal",
                "choose another than F6 to F10 and Ctrl with H, I, J, K, M, O, P, T or U"
            ],
        ),
        KeyFlaw::Texts => say!(
            lang,
            ["`{found}` は文の編集や移動に使うキーです", "ほかのキーを選んでください"],
            ["`{found}` moves or edits in texts", "choose another key"],
        ),
        KeyFlaw::AltCharacter => say!(
            lang,
            [
                "`{found}` は、Esc に続けて文字を打ったのと区別できません",
                "`Ctrl+` と文字にするか、`Alt+Up` のような名前のあるキーにしてください"
            ],
            [
                "`{found}` cannot be told from Esc and the character after it",
                "use `Ctrl+` with a letter, or Alt with a named key like `Alt+Up`"
            ],
        ),
    }
}

fn unknown(found: &str, near: Option<&str>, lang: Lang) -> Said {
    let hint = perhaps(near, lang);
    if near.is_some() {
        return say!(
            lang,
            ["`{found}` という操作はありません", "{hint}操作の名前は引用符なしで書きます"],
            ["there is no action `{found}`", "{hint}names of actions are written without quotes"],
        );
    }
    let names: Vec<&str> =
        Action::ALL.iter().filter(|action| !action.moves()).map(|one| one.name()).collect();
    let names = names.join(", ");
    say!(
        lang,
        ["`{found}` という操作はありません", "次のどれかにしてください: {names}"],
        ["there is no action `{found}`", "use one of: {names}"],
    )
}

fn clash(other: &Binding, lang: Lang) -> Said {
    let (key, place, name) = (other.key.label(), place(other.context), other.action.name());
    // Only a usual key can be given up: of two of one's own, one has to change.
    if other.action.moves() || !BINDINGS.contains(other) {
        return say!(
            lang,
            ["`{key}` は `{place}` の `{name}` のキーでもあります", "ほかのキーを選んでください"],
            ["`{key}` is also the key of `{name}` at `{place}`", "choose another key"],
        );
    }
    say!(
        lang,
        [
            "`{key}` は `{place}` の `{name}` のキーでもあります",
            "ほかのキーにするか、`(at: {place}, does: {name})` を加えてそちらのキーをなくしてください"
        ],
        [
            "`{key}` is also the key of `{name}` at `{place}`",
            "choose another key, or add `(at: {place}, does: {name})` so that it has none there"
        ],
    )
}

/// The place as a configuration writes it.
fn place(context: Context) -> &'static str {
    match context {
        Context::Everywhere => "Everywhere",
        Context::Sheet => "Sheet",
        Context::Console => "Console",
    }
}
