//! `kijo new`: a workshop file out of options, without a terminal.

use super::Answer;
use super::arguments::New;
use super::out::{Out, Stop};
use super::surroundings::Surroundings;
use crate::begin::{self, Options};
use crate::domain::event::Facilitation;
use crate::domain::id::Slug;
use crate::domain::library::Library;
use crate::domain::words::Lang;
use crate::text::cli as t;
use crate::ui::clean::strip;

/// Makes the file, and says where it is and what to do next.
pub fn run(wanted: &New, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let lang = here.lang;
    let library = begin::library(&here.library, lang)?;
    let options = options(wanted);
    check(&options, &library, lang)?;
    let mut session = begin::create(&wanted.file, &library, &options, lang)?;
    session.checkpoint().map_err(|error| error.describe(lang))?;
    let path = session.path().display().to_string();
    out.line(&t::created(&path, options.facilitation, lang))?;
    Ok(Answer::Yes)
}

fn options(wanted: &New) -> Options {
    let mut scenarios: Vec<String> = Vec::new();
    for id in wanted.scenario.iter().chain(&wanted.second) {
        if !scenarios.contains(id) {
            scenarios.push(id.clone());
        }
    }
    Options {
        title: wanted.title.as_deref().map(|title| strip(title).0.into_owned()),
        facilitation: if wanted.automatic { Facilitation::Automatic } else { Facilitation::Console },
        scenarios,
        fact_sheet: wanted.fact_sheet.clone(),
        stakeholders: wanted.stakeholders.clone(),
        groups: wanted.groups,
        seed: wanted.seed,
    }
}

/// Whether the library has what is named; if not, what it has.
fn check(options: &Options, library: &Library, lang: Lang) -> Result<(), Stop> {
    let incidents: Vec<&Slug> = library.scenarios().map(|piece| &piece.id).collect();
    for id in &options.scenarios {
        known("--scenario", id, &incidents, lang)?;
    }
    if let Some(id) = &options.fact_sheet {
        let sheets: Vec<&Slug> = library.fact_sheets().map(|piece| &piece.id).collect();
        known("--fact-sheet", id, &sheets, lang)?;
    }
    if let Some(id) = &options.stakeholders {
        let lists: Vec<&Slug> = library.stakeholder_lists().map(|piece| &piece.id).collect();
        known("--stakeholders", id, &lists, lang)?;
    }
    Ok(())
}

fn known(option: &str, id: &str, all: &[&Slug], lang: Lang) -> Result<(), Stop> {
    if all.iter().any(|known| known.as_str() == id) {
        return Ok(());
    }
    let all: Vec<&str> = all.iter().map(|known| known.as_str()).collect();
    Err(t::not_in_library(option, id, &all, lang).into())
}
