//! Everything that can be wrong with a file, as data; the words for it stand beside each group, in both languages.
//!
//! A trouble knows nothing of places: [`super::problem::Problem`] adds path, line and column.

mod file;
mod sense;
mod shape;
mod syntax;
mod text;

pub use file::{EncodingTrouble, FileTrouble, FolderTrouble};
pub use sense::{NumberTrouble, ParameterTrouble, Reference, SenseTrouble};
pub use shape::{Form, ShapeTrouble};
pub use syntax::{Opening, Sign, SyntaxTrouble};
pub use text::{TextTrouble, Tongue};

use crate::domain::words::Lang;

/// What is wrong and how to mend it, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub remedy: String,
}

/// The same, in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// In Japanese.
    pub ja: Said,
    /// In English.
    pub en: Said,
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It cannot be read at all.
    File(FileTrouble),
    /// It is not RON. Only the first such place is told.
    Syntax(SyntaxTrouble),
    /// A field is not what it should be.
    Shape(ShapeTrouble),
    /// A text is not fit to be shown.
    Text(TextTrouble),
    /// Values that don't fit together.
    Sense(SenseTrouble),
    /// What only the reader of another kind of file can know.
    Other(Box<Told>),
}

impl Trouble {
    /// What is wrong and how to mend it, in `lang`.
    pub fn describe(&self, lang: Lang) -> Said {
        match self {
            Self::File(trouble) => trouble.describe(lang),
            Self::Syntax(trouble) => trouble.describe(lang),
            Self::Shape(trouble) => trouble.describe(lang),
            Self::Text(trouble) => trouble.describe(lang),
            Self::Sense(trouble) => trouble.describe(lang),
            Self::Other(told) => match lang {
                Lang::Ja => told.ja.clone(),
                Lang::En => told.en.clone(),
            },
        }
    }
}

macro_rules! group {
    ($variant:ident, $type:ident) => {
        impl From<$type> for Trouble {
            fn from(trouble: $type) -> Self {
                Self::$variant(trouble)
            }
        }
    };
}

group!(File, FileTrouble);
group!(Syntax, SyntaxTrouble);
group!(Shape, ShapeTrouble);
group!(Text, TextTrouble);
group!(Sense, SenseTrouble);

/// What and remedy in Japanese, then in English; both are required, so a missing translation does not compile.
macro_rules! say {
    ($lang:expr, [$ja:literal, $ja_remedy:literal], [$en:literal, $en_remedy:literal $(,)?] $(,)?) => {
        match $lang {
            $crate::domain::words::Lang::Ja => {
                $crate::material::trouble::Said { what: format!($ja), remedy: format!($ja_remedy) }
            }
            $crate::domain::words::Lang::En => {
                $crate::material::trouble::Said { what: format!($en), remedy: format!($en_remedy) }
            }
        }
    };
}
pub(crate) use say;

/// "Did you mean …?", or nothing.
pub(crate) fn perhaps(near: Option<&str>, lang: Lang) -> String {
    match (near, lang) {
        (None, _) => String::new(),
        (Some(near), Lang::Ja) => format!("`{near}` の誤りではありませんか。"),
        (Some(near), Lang::En) => format!("did you mean `{near}`? "),
    }
}
