//! `kijo check`: what is wrong with material, with workshop files and with configurations.

use std::path::{Path, PathBuf};

use super::Answer;
use super::out::{Out, Stop};
use super::surroundings::Surroundings;
use super::workshop::falls_short;
use crate::config;
use crate::domain::words::Lang;
use crate::material::check::check_beside;
use crate::material::problem::Problem;
use crate::store::{Session, StoreError, Trouble, verify};
use crate::text::cli as t;

/// Prints every problem; says so when there is none.
pub fn run(paths: &[PathBuf], here: &Surroundings, out: &mut Out) -> Result<Answer, Stop> {
    let lang = here.lang;
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        return Err(StoreError::new(missing, Trouble::NotFound).describe(lang).into());
    }
    let (workshops, others): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| is_workshop(path));
    let (configs, material): (Vec<PathBuf>, Vec<PathBuf>) =
        others.into_iter().partition(|path| config::is_one(path));
    let mut found = if material.is_empty() { Vec::new() } else { check_beside(&material, &here.library) };
    found.extend(configs.iter().filter_map(|path| config::read(path).err()).flatten());
    let mut problems = found.len();
    for problem in &found {
        out.line(&problem.show(lang).to_string())?;
    }
    for path in &workshops {
        problems += workshop(path, out, lang)?;
    }
    out.line(&t::problems(problems, lang))?;
    Ok(if problems == 0 { Answer::Yes } else { Answer::No })
}

/// Problems of a file that is not used, line by line.
pub fn told(problems: &[Problem], lang: Lang) -> String {
    let lines: Vec<String> = problems.iter().map(|problem| problem.show(lang).to_string()).collect();
    lines.join("\n")
}

fn is_workshop(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("kijo"))
}

/// Prints what is wrong with a workshop file, or what is in it. Returns how many problems there are.
fn workshop(path: &Path, out: &mut Out, lang: Lang) -> Result<usize, Stop> {
    let shown = path.display().to_string();
    let verified = match verify(path) {
        Ok(verified) => verified,
        // Not readable at all is an answer too; that one may not read it is none.
        Err(error) if matches!(error.trouble, Trouble::Damaged(_) | Trouble::NotAWorkshop) => {
            out.line(&error.describe(lang))?;
            return Ok(1);
        }
        Err(error) => return Err(error.describe(lang).into()),
    };
    for damage in &verified.damage {
        out.line(&t::damage(&shown, &damage.describe(lang), lang))?;
    }
    let mut problems = verified.damage.len();
    if problems == 0 {
        let session = Session::open_read_only(path).map_err(|error| error.describe(lang))?;
        if let Some(short) = falls_short(&session, lang) {
            out.line(&short)?;
            problems += 1;
        }
    }
    let (entries, origins) = (verified.entries, verified.origins);
    out.line(&t::intact(&shown, entries, origins, &verified.head, lang))?;
    Ok(problems)
}
