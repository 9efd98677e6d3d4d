//! Words of the practice: what each lesson asks for. `{}` stands for a key, filled in from the key map.

use crate::domain::words::{Lang, Words, words};
use crate::text::either;

/// What the home screen calls it.
pub const TITLE: Words = words("操作の練習（2分）", "Practise the keys (2 minutes)");
/// What it is.
pub const DETAIL: Words = words(
    "練習用の表で、実際のキーを一つずつ試します。書いたものは残りません。Esc でいつでもやめられます。",
    "Try the real keys one by one on a sheet for practice. Nothing you write is kept. Esc ends it at any time.",
);
/// How the practice is left.
pub const LEAVE: Words = words("Esc 練習をやめる", "Esc ends the practice");
/// What a list or text over the screen is left by.
pub const CLOSE: Words = words("Esc 閉じる", "Esc closes");
/// An action that the practice has no use for.
pub const LATER: Words = words("練習では使いません。", "Not part of the practice.");

/// Typing.
pub const TYPE: Words = words(
    "文字を打つと、そのまま欄に入ります。「連絡先の一覧を印刷しておく」と打ってみましょう。",
    "What you type goes straight into the field. Type \"Print the contact list\".",
);
/// The next field.
pub const NEXT: Words = words(
    "{} で次の欄へ移ります。欄を離れると、書いたものはひとりでに保存されます。",
    "{} goes to the next field. What you wrote is saved by itself when you leave a field.",
);
/// Picking.
pub const PICK: Words = words(
    "もう一度 {} を押して「きっかけ」の欄へ。ここは一覧から選びます。「会見」と打って {}。",
    "Press {} again, to \"Came from\". Here one picks from a list: type \"press\", then {}.",
);
/// The reference.
pub const LOOK_UP: Words = words(
    "{} で参照（状況・環境・関係者・用語）が開きます。",
    "{} opens the reference: what is known, environment, people, glossary.",
);
/// Closing it.
pub const BACK: Words = words(
    "{} で閉じます。書きかけのものはそのまま残ります。",
    "{} closes it. Whatever you were writing stays.",
);
/// Adding a row.
pub const ROW: Words = words("{} で行が増えます。", "{} adds a row.");
/// The palette.
pub const PALETTE: Words = words(
    "{} を押すと、できることがすべて並びます。「ヘルプ」と打って {}。",
    "{} lists everything one can do. Type \"help\", then {}.",
);
/// The end.
pub const END: Words = words(
    "できました。困ったときはキーの案内（画面の一番下）を見てください。{} で最初の画面に戻ります。",
    "That is all. When in doubt, look at the keys in the last line. {} goes back to the first screen.",
);

/// Which lesson of how many.
pub fn heading(number: usize, of: usize, lang: Lang) -> String {
    either(
        lang,
        format!("操作の練習 {number}/{of}（書いたものは残りません）"),
        format!("Practice {number}/{of} (nothing you write is kept)"),
    )
}

/// A lesson with its keys filled in: `[Tab]`.
pub fn lesson(text: Words, keys: &[String], lang: Lang) -> String {
    keys.iter().fold(text.get(lang).to_owned(), |text, key| text.replacen("{}", &format!("[{key}]"), 1))
}
