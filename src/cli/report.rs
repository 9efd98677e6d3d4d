//! `kijo report`: a group's whole workshop as a document.

use super::Answer;
use super::arguments::{DocumentFormat, Report};
use super::file;
use super::out::{Out, Stop};
use super::workshop;
use crate::domain::words::Lang;
use crate::export::{markdown, plain, report};
use crate::text::cli as t;

/// Prints the report, or writes it to a new file.
pub fn run(wanted: &Report, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let session = workshop::read(&wanted.place.file, lang)?;
    let view = workshop::group(&session, &wanted.place, lang)?;
    let document = report::build(&view, lang, wanted.edition.into(), &session.head());
    let text = match wanted.format {
        DocumentFormat::Markdown => markdown::write(&document),
        DocumentFormat::Text => plain::write(&document),
    };
    match &wanted.out {
        None => out.exact(&text)?,
        Some(path) => {
            file::write(path, &text).map_err(|error| error.describe(lang))?;
            out.line(&t::written_to(&path.display().to_string(), lang))?;
        }
    }
    Ok(Answer::Yes)
}
