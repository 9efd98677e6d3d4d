//! A field that is not what it should be.

use super::{Said, perhaps, say};
use crate::domain::words::{Lang, words};
use crate::material::problem::quotable;

/// A field that is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShapeTrouble {
    /// The file does not begin with the name of a kind of material.
    UnknownRoot {
        /// What it begins with, if it has a name at all.
        found: Option<String>,
        /// Names a file may begin with.
        allowed: &'static [&'static str],
    },
    /// The format is not one this program reads.
    Format {
        /// What the file says.
        found: String,
        /// What this program reads.
        known: u32,
    },
    /// A field that does not exist.
    UnknownField {
        /// Its name.
        name: String,
        /// An existing field with a similar name.
        near: Option<String>,
        /// All fields that may stand here.
        allowed: Vec<&'static str>,
    },
    /// A field that has to be there.
    MissingField(&'static str),
    /// A field that stands there twice.
    DuplicateField(String),
    /// A value of another form.
    WrongForm {
        /// What should stand here.
        wanted: Form,
        /// What stands here.
        found: Form,
    },
    /// A number too small or too large.
    OutOfRange {
        /// The number as written.
        found: String,
        /// The smallest allowed.
        least: u64,
        /// The largest allowed.
        most: u64,
    },
    /// A word that is not among the allowed ones.
    UnknownVariant {
        /// The word.
        found: String,
        /// An allowed word like it.
        near: Option<String>,
        /// The allowed ones, as they are written.
        allowed: &'static [&'static str],
    },
    /// An allowed word, with other things in its brackets than it takes.
    VariantForm {
        /// How it is written.
        wanted: &'static str,
    },
    /// Not an id.
    BadId {
        /// What is written.
        found: String,
        /// An id like it.
        near: Option<String>,
    },
}

/// The form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `"…"`
    Text,
    /// `(ja: "…", en: "…")` or `"…"`
    Bilingual,
    /// `12`
    Number,
    /// `true`
    YesNo,
    /// `[…]`
    List,
    /// `(name: …)`
    Record,
    /// `Word` or `Word(…)`
    Word,
    /// `(…, …)`
    Tuple,
    /// `None`
    Nothing,
    /// A map, a character, bytes: nothing that material uses.
    Strange,
}

impl ShapeTrouble {
    pub(super) fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::UnknownRoot { found, allowed } => unknown_root(found.as_deref(), allowed, lang),
            Self::Format { found, known } => format(found, *known, lang),
            Self::BadId { found, near } => bad_id(found, near.as_deref(), lang),
            Self::UnknownField { name, near, allowed } => unknown_field(name, near.as_deref(), allowed, lang),
            Self::MissingField(name) => say!(
                lang,
                ["項目 `{name}` がありません", "`{name}: …` を書き加えてください"],
                ["the field `{name}` is missing", "add `{name}: …`"],
            ),
            Self::DuplicateField(name) => say!(
                lang,
                ["項目 `{name}` が二度書かれています", "一つだけ残してください"],
                ["the field `{name}` is given twice", "keep only one"],
            ),
            Self::WrongForm { wanted, found } => {
                let (wanted, found) = (wanted.name(lang), found.name(lang));
                say!(
                    lang,
                    ["{wanted}が必要なところに{found}があります", "{wanted}に直してください"],
                    ["{found} stands where {wanted} is needed", "write {wanted}"],
                )
            }
            Self::OutOfRange { found, least, most } => {
                let found = quotable(found);
                say!(
                    lang,
                    ["{found} は範囲外です", "{least} から {most} までの整数にしてください"],
                    ["{found} is out of range", "write a whole number from {least} to {most}"],
                )
            }
            Self::UnknownVariant { found, near, allowed } => {
                unknown_variant(found, near.as_deref(), allowed, lang)
            }
            Self::VariantForm { wanted } => say!(
                lang,
                ["括弧の中が合っていません", "`{wanted}` の形で書いてください"],
                ["what stands in the brackets does not fit", "write it as `{wanted}`"],
            ),
        }
    }
}

fn format(found: &str, known: u32, lang: Lang) -> Said {
    let found = quotable(found);
    say!(
        lang,
        [
            "`format: {found}` は、このプログラムでは読めません",
            "`format: {known}` で書くか、新しい版の kijo を使ってください"
        ],
        [
            "`format: {found}` cannot be read by this program",
            "write it as `format: {known}`, or use a newer kijo"
        ],
    )
}

fn bad_id(found: &str, near: Option<&str>, lang: Lang) -> Said {
    let (found, hint) = (quotable(found), perhaps(near, lang));
    say!(
        lang,
        [
            "`{found}` は id になりません",
            "{hint}半角の英小文字・数字・`-` だけを使い（64 文字まで）、`-` で始めたり終えたりしないでください"
        ],
        [
            "`{found}` is not an id",
            "{hint}use only a-z, 0-9 and -, at most 64 of them, with no - at either end"
        ],
    )
}

fn unknown_root(found: Option<&str>, allowed: &[&str], lang: Lang) -> Said {
    let allowed = allowed.join(", ");
    match found.map(quotable) {
        Some(found) => say!(
            lang,
            [
                "`{found}` という種類の素材はありません",
                "ファイルの始まりを次のどれかにしてください: {allowed}"
            ],
            ["there is no kind of material called `{found}`", "begin the file with one of: {allowed}"],
        ),
        None => say!(
            lang,
            [
                "素材の種類が書かれていません",
                "ファイルを `種類(format: 1, …)` の形で始めてください。種類: {allowed}"
            ],
            [
                "the kind of material is not given",
                "begin the file with `Kind(format: 1, …)`; kinds: {allowed}"
            ],
        ),
    }
}

fn unknown_field(name: &str, near: Option<&str>, allowed: &[&str], lang: Lang) -> Said {
    let (name, hint, allowed) = (quotable(name), perhaps(near, lang), allowed.join(", "));
    say!(
        lang,
        ["項目 `{name}` はありません", "{hint}ここに書ける項目: {allowed}"],
        ["there is no field `{name}`", "{hint}fields that may stand here: {allowed}"],
    )
}

fn unknown_variant(found: &str, near: Option<&str>, allowed: &[&str], lang: Lang) -> Said {
    let (found, hint, allowed) = (quotable(found), perhaps(near, lang), allowed.join(", "));
    say!(
        lang,
        ["`{found}` は使えません", "{hint}次のどれかにしてください: {allowed}"],
        ["`{found}` cannot stand here", "{hint}use one of: {allowed}"],
    )
}

impl Form {
    fn name(self, lang: Lang) -> &'static str {
        let name = match self {
            Self::Text => words("文字列（\"…\"）", "a text (\"…\")"),
            Self::Bilingual => {
                words("文（\"…\" か (ja: \"…\", en: \"…\")）", "a text (\"…\" or (ja: \"…\", en: \"…\"))")
            }
            Self::Number => words("整数", "a whole number"),
            Self::YesNo => words("真偽値（true か false）", "true or false"),
            Self::List => words("リスト（[…]）", "a list ([…])"),
            Self::Record => words("項目の並び（(項目名: 値, …)）", "named fields ((name: value, …))"),
            Self::Word => words("決まった語（引用符なし）", "a keyword (without quotes)"),
            Self::Tuple => words("名前のない値の並び（(…, …)）", "values without names ((…, …))"),
            Self::Nothing => words("None", "None"),
            Self::Strange => words("ここでは使わない形の値", "a value of a form that is not used here"),
        };
        name.get(lang)
    }
}
