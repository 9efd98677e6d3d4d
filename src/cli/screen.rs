//! Verbs that open the screen.

use std::path::{Path, PathBuf};

use super::Answer;
use super::arguments::Place;
use super::out::{Out, Stop};
use super::surroundings::Surroundings;
use crate::domain::id::GroupId;
use crate::domain::words::Lang;
use crate::runtime::{self, RunError};
use crate::screens::Seat;
use crate::text::cli as t;

/// The home screen.
pub fn home(here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let left = runtime::home(here.setup(Seat::Participants, None));
    say(left, &here.folder, here.lang, out)
}

/// A workshop, as somebody in this seat sees it.
pub fn open(place: &Place, seat: Seat, here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let left = runtime::open(&place.file, here.setup(seat, Some(place)));
    // Who only looked has saved nothing.
    let left = left.map(|path| path.filter(|_| seat != Seat::Reader));
    say(left, &place.file, here.lang, out)
}

/// Says where the work is saved, or why there was no screen.
pub fn say(
    left: Result<Option<PathBuf>, RunError>,
    file: &Path,
    lang: Lang,
    out: &mut Out,
) -> Result<Answer, Stop> {
    match left {
        Ok(None) => Ok(Answer::Yes),
        Ok(Some(path)) => {
            out.line(&t::saved_in(&path.display().to_string(), lang))?;
            Ok(Answer::Yes)
        }
        Err(RunError::Store(error)) => Err(error.describe(lang).into()),
        Err(RunError::NoGroup(number)) => {
            Err(t::no_group(&file.display().to_string(), GroupId(number), lang).into())
        }
        Err(RunError::Terminal(error)) => Err(t::no_terminal(&error.to_string(), kind(&error), lang).into()),
    }
}

fn kind(error: &crate::terminal::TerminalError) -> t::NoTerminal {
    use crate::terminal::TerminalError as E;
    match error {
        E::NoTerminal => t::NoTerminal::Missing,
        E::Dumb => t::NoTerminal::Dumb,
        E::Lost(_) => t::NoTerminal::Lost,
        E::Listen(_) => t::NoTerminal::Deaf,
    }
}
