//! `kijo apply`: a file of commands, all of it or nothing.

use std::io::Read;
use std::path::Path;

use super::Answer;
use super::out::{Out, Stop};
use super::workshop::falls_short;
use crate::commands_file::{self, Failure, LARGEST};
use crate::domain::words::Lang;
use crate::material::files;
use crate::store::{Session, StoreError, Trouble};
use crate::text::cli as t;

/// Carries the commands out, and says how many there were.
pub fn run(file: &Path, commands: &Path, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let failed = |failure: Failure| {
        let words = failure.describe(commands, lang);
        match failure {
            Failure::Refused { .. } => Stop::Refused(anyhow::Error::msg(words)),
            Failure::Broken(_) | Failure::Failed(_) => Stop::from(words),
        }
    };
    let bytes = bytes(commands, lang)?;
    let read = commands_file::parse_bytes(bytes).map_err(|mistakes| failed(Failure::Broken(mistakes)))?;
    let mut session = Session::open(file).map_err(|error| error.describe(lang))?;
    if let Some(short) = falls_short(&session, lang) {
        return Err(Stop::from(short));
    }
    let count = commands_file::carry_out(&mut session, read).map_err(failed)?;
    session.checkpoint().map_err(|error| error.describe(lang))?;
    out.line(&t::applied(count, &file.display().to_string(), lang))?;
    Ok(Answer::Yes)
}

/// `-` is standard input.
fn bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, Stop> {
    if path != Path::new("-") {
        return files::read(path).map_err(|problem| problem.show(lang).to_string().into());
    }
    let mut bytes = Vec::new();
    // One byte more than allowed, so that too much is noticed.
    let read = std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|error| StoreError::new(path, Trouble::Io(error.to_string())).describe(lang))?;
    Ok(bytes)
}
