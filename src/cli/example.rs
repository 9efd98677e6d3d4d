//! `kijo example`: a finished workshop to look at, or a copy of it.

use std::path::Path;

use super::Answer;
use super::out::{Out, Stop};
use super::screen;
use super::surroundings::Surroundings;
use crate::runtime;
use crate::screens::Seat;
use crate::text::cli as t;

/// Opens the example, or writes it to a new file.
pub fn run(file: Option<&Path>, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    if let Some(path) = file {
        let session = crate::example::create(path, here.lang)?;
        out.line(&t::example_written(
            &session.path().display().to_string(),
            here.lang,
        ))?;
        return Ok(Answer::Yes);
    }
    let path = crate::example::open(&here.folder, here.lang)?.path().to_owned();
    let left = runtime::open(&path, here.setup(Seat::Reader, None));
    screen::say(left.map(|_| None), &path, here.lang, out)
}
