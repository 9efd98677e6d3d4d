//! What shells and `man` read: completions and man pages, from the definition of the command line itself.

use std::path::Path;

use clap_complete::Shell;

use super::Answer;
use super::help;
use super::out::{Out, Stop};
use crate::domain::words::Lang;
use crate::store::{StoreError, Trouble};
use crate::text::cli as t;

/// Prints completions for a shell.
pub fn completions(shell: Shell, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut help::command(lang), "kijo", &mut script);
    out.exact(&String::from_utf8_lossy(&script))?;
    Ok(Answer::Yes)
}

/// Prints the man page, or writes those of all verbs to a folder.
pub fn man(folder: Option<&Path>, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let command = help::command(lang);
    let Some(folder) = folder else {
        let mut page = Vec::new();
        let rendered = clap_mangen::Man::new(command).render(&mut page);
        rendered.map_err(Stop::Unwritable)?;
        out.exact(&String::from_utf8_lossy(&page))?;
        return Ok(Answer::Yes);
    };
    let written = std::fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder));
    written.map_err(|error| StoreError::new(folder, Trouble::from_io(&error)).describe(lang))?;
    out.line(&t::written_to(&folder.display().to_string(), lang))?;
    Ok(Answer::Yes)
}
