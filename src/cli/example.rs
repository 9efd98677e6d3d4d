//! `kijo example`: a finished workshop to look at, or a copy of it.

use std::path::Path;

use super::Answer;
use super::out::{Out, Stop};
use super::screen;
use super::surroundings::Surroundings;
use crate::example;
use crate::runtime;
use crate::screens::Seat;
use crate::text::cli as t;

/// Opens the example, or writes it to a new file.
pub fn run(file: Option<&Path>, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    match file {
        Some(file) => write(file, here, out),
        None => look(here, out),
    }
}

fn write(file: &Path, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let mut session = example::create(file, here.lang)?;
    session.checkpoint().map_err(|error| error.describe(here.lang))?;
    out.line(&t::example_written(&session.path().display().to_string(), here.lang))?;
    Ok(Answer::Yes)
}

/// It is made anew, in a folder that goes when it was looked at.
fn look(here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let folder = tempfile::tempdir().or_else(|_| tempfile::tempdir_in(&here.folder));
    let folder = folder.map_err(|error| t::unwritable(&error.to_string(), here.lang))?;
    let file = folder.path().join("example.kijo");
    drop(example::create(&file, here.lang)?);
    let left = runtime::open(&file, here.setup(Seat::Reader, None));
    screen::say(left.map(|_| None), &file, here.lang, out)
}
