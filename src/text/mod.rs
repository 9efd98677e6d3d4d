//! Words for the things of the domain, in both languages: names, refusals, gaps, values, times.
//!
//! The domain holds enums and ids; here they become something people can read. Texts that people typed pass
//! through as typed: whoever draws or writes them out keeps control characters away.

pub mod catalog;
pub mod clean;
pub mod cli;
pub mod clock;
pub mod effect;
pub mod emphasis;
pub mod event;
pub mod factors;
pub mod gap;
pub mod help;
pub mod measure;
pub mod names;
pub mod place;
pub mod record;
pub mod reference;
pub mod refusal;
pub mod shelf;
pub mod stage;
pub mod table;
pub mod tour;
pub mod value;

use crate::domain::words::Lang;

/// `ja` or `en`, whichever `lang` asks for: for sentences that are put together from parts.
pub(crate) fn either(lang: Lang, ja: String, en: String) -> String {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}
