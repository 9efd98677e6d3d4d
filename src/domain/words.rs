//! Words in two languages: Japanese is always there, English may fall back to it.
//!
//! The domain holds both languages as data and never chooses between them; whoever shows a text says which [`Lang`].

use serde::{Deserialize, Serialize};

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lang {
    /// 日本語, the default.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// The one that is not spoken now.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }
}

/// Words of the program itself. Both languages are required, so a missing translation does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Japanese.
    pub ja: &'static str,
    /// English.
    pub en: &'static str,
}

/// Shorthand for [`Words`].
pub const fn words(ja: &'static str, en: &'static str) -> Words {
    Words { ja, en }
}

impl Words {
    /// The words in `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ja => self.ja,
            Lang::En => self.en,
        }
    }
}

/// A text of the material: Japanese is required, English is optional and falls back to Japanese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Japanese.
    pub ja: String,
    /// English, if the author gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Bilingual {
    /// A text given in both languages.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: Some(en.into()) }
    }

    /// What a person typed: one text, shown as typed in both languages.
    pub fn typed(text: impl Into<String>) -> Self {
        Self { ja: text.into(), en: None }
    }

    /// This text and then another, language by language.
    #[must_use]
    pub fn and(&self, other: &Self, between: &str) -> Self {
        let join = |lang| format!("{}{between}{}", self.get(lang), other.get(lang));
        Self::new(join(Lang::Ja), join(Lang::En))
    }

    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => self.en.as_deref().unwrap_or(&self.ja),
        }
    }
}

/// A span of minutes: 「2時間30分」, `2 h 30 min`; days and hours beyond 72 hours, the longest the field speaks of in
/// hours.
pub fn span(minutes: u32) -> Bilingual {
    let days = if minutes > 72 * 60 { minutes / (24 * 60) } else { 0 };
    let hours = minutes / 60 - days * 24;
    let parts = [(days, ["日", "d"]), (hours, ["時間", "h"]), (minutes % 60, ["分", "min"])];
    let shown = parts.iter().filter(|(number, _)| *number > 0);
    let in_lang = |lang: usize, space: &str| -> Vec<String> {
        shown.clone().map(|(number, units)| format!("{number}{space}{}", units[lang])).collect()
    };
    let (ja, en) = (in_lang(0, "").concat(), in_lang(1, " ").join(" "));
    if en.is_empty() { Bilingual::new("0分", "0 min") } else { Bilingual::new(ja, en) }
}

impl From<Words> for Bilingual {
    fn from(words: Words) -> Self {
        Self::new(words.ja, words.en)
    }
}
