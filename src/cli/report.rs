//! `kijo report`: a group's whole workshop as a document.

use std::io::Write;
use std::path::Path;

use super::Answer;
use super::arguments::{DocumentFormat, Report};
use super::out::{Out, Stop};
use super::workshop;
use crate::domain::words::Lang;
use crate::export::{markdown, plain, report};
use crate::store::{StoreError, Trouble};
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
            write(path, &text).map_err(|error| error.describe(lang))?;
            out.line(&t::written_to(&path.display().to_string(), lang))?;
        }
    }
    Ok(Answer::Yes)
}

/// Writes a new file, readable by its owner only: all of it, or none.
fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    let fails = |error: &std::io::Error| StoreError::new(path, Trouble::from_io(error));
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| fails(&error))?;
    file.write_all(text.as_bytes()).map_err(|error| fails(&error))?;
    file.as_file().sync_all().map_err(|error| fails(&error))?;
    file.persist_noclobber(path).map_err(|error| fails(&error.error))?;
    Ok(())
}
