//! `kijo diff`: round one against round two, or against its review.

use super::Answer;
use super::arguments::{Diff, DiffFormat, Later};
use super::out::{Out, Stop};
use super::workshop;
use crate::domain::comparison::{Comparison, RowComparison, compare};
use crate::domain::event::Round;
use crate::domain::words::Lang;
use crate::domain::workshop::{GroupView, Stage};
use crate::export::{diff, plain};
use crate::text::cli as t;

/// Prints what differs. The answer is no when something does, as with `diff(1)`.
pub fn run(wanted: &Diff, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let session = workshop::read(&wanted.place.file, lang)?;
    let view = workshop::group(&session, &wanted.place, lang)?;
    if !is_there(&view, wanted.with) {
        let path = wanted.place.file.display().to_string();
        return Err(t::nothing_to_compare(&path, lang).into());
    }
    let comparison = compare(&view, wanted.with.into());
    match wanted.format {
        DiffFormat::Text => out.exact(&plain::write(&diff::document(&view, &comparison, lang)))?,
        DiffFormat::Json => out.json(&diff::json(&view, &comparison, lang))?,
    }
    Ok(if differs(&comparison) { Answer::No } else { Answer::Yes })
}

/// Whether the group got as far as what is to be compared.
fn is_there(view: &GroupView<'_>, later: Later) -> bool {
    match later {
        Later::RoundTwo => view.play(Round::Two).is_some(),
        Later::Review => view.group.stage >= Stage::Review,
    }
}

fn differs(comparison: &Comparison) -> bool {
    let mut sections = comparison.sheets.iter().flat_map(|sheet| &sheet.sections);
    sections.any(|section| section.rows.iter().any(RowComparison::differs))
}
