//! Words of the complicating factors of round two.

use crate::domain::factor::Strikes;
use crate::domain::words::{Lang, Words, words};
use crate::text::{clock, either};

/// In a facilitated workshop the group chooses none.
pub const BY_FACILITATOR: Words =
    words("付加要因は進行役が決めます（次の工程へ）", "The facilitator chooses the factor (go on)");

/// When the group will be told, and no more than that.
pub fn told_when(strikes: Strikes, lang: Lang) -> String {
    match strikes {
        Strikes::AtStart => words(
            "発動すると、すぐに内容が伝えられます。",
            "The group is told as soon as it is put in force.",
        )
        .get(lang)
        .into(),
        Strikes::At(at) => {
            let at = clock::minute(at, lang);
            either(
                lang,
                format!("{at}に起こります。内容はその時に伝えられます。"),
                format!("It strikes at {at}. The group is told then."),
            )
        }
        Strikes::AtPress => words(
            "記者会見が始まるときに起こります。内容はその時に伝えられます。",
            "It strikes when the press conference opens. The group is told then.",
        )
        .get(lang)
        .into(),
    }
}
