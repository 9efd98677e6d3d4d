//! What is broken in a workshop file, in words.
//!
//! It finds nothing itself; `read` and `verify` do.

use crate::domain::words::{Lang, words};

/// One damaged place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// Position of the first entry that can't be trusted; `None` when no entry is meant.
    pub seq: Option<u64>,
    /// Which event it says it is, if that can be read.
    pub kind: Option<String>,
    /// What is wrong.
    pub harm: Harm,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Harm {
    /// The entry is not what was written.
    Altered,
    /// Entries before this one are missing.
    Missing,
    /// This many entries are missing at the end.
    EndMissing(u64),
    /// It can't be read at all; the reason as the database tells it.
    Unreadable(String),
    /// The tables are not the ones of a workshop.
    Tables,
    /// Frozen material with this hash is not what was written.
    Blob(String),
}

impl Damage {
    /// Damage that no entry is named for.
    pub fn of_file(harm: Harm) -> Self {
        Self { seq: None, kind: None, harm }
    }

    /// The damage as a sentence in `lang`.
    pub fn describe(&self, lang: Lang) -> String {
        let (place, sentence) = (self.place(lang), self.harm.sentence(lang));
        if place.is_empty() {
            return sentence;
        }
        match lang {
            Lang::Ja => format!("{place}：{sentence}"),
            Lang::En => format!("{place}: {sentence}"),
        }
    }

    fn place(&self, lang: Lang) -> String {
        let Some(seq) = self.seq else {
            return String::new();
        };
        let kind = self.kind.as_deref().unwrap_or_default();
        match (lang, kind) {
            (Lang::Ja, "") => format!("{seq} 番目の記録"),
            (Lang::Ja, kind) => format!("{seq} 番目の記録（{kind}）"),
            (Lang::En, "") => format!("entry {seq}"),
            (Lang::En, kind) => format!("entry {seq} ({kind})"),
        }
    }
}

impl Harm {
    fn sentence(&self, lang: Lang) -> String {
        let template = match self {
            Self::Altered => words("内容が、書き込まれたときと違います。", "it is not what was written."),
            Self::Missing => words("この前にあるはずの記録がありません。", "entries before it are missing."),
            Self::EndMissing(_) => {
                words("最後の {} 件の記録がありません。", "the last {} entries are missing.")
            }
            Self::Unreadable(_) => words("読み取れません（{}）。", "it can't be read ({})."),
            Self::Tables => words(
                "ファイルの構造が、この形式のものではありません。",
                "the structure of the file is not that of a workshop.",
            ),
            Self::Blob(_) => words(
                "保存されている素材 {} の内容が、書き込まれたときと違います。",
                "the stored material {} is not what was written.",
            ),
        };
        let detail = match self {
            Self::EndMissing(count) => count.to_string(),
            Self::Unreadable(text) | Self::Blob(text) => text.clone(),
            Self::Altered | Self::Missing | Self::Tables => String::new(),
        };
        template.get(lang).replace("{}", &detail)
    }
}
