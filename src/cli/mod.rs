//! The command line: one verb, one file. Nothing is decided here; verbs read arguments and say what came of them.
//!
//! Exit status: 0 fine; 1 the answer is no (problems, differences, refused); 2 wrong use or broken input.

mod apply;
mod arguments;
mod check;
mod diff;
mod example;
mod file;
mod help;
mod kind;
mod log;
mod new;
mod new_material;
mod out;
mod report;
mod screen;
mod shell;
mod show;
mod surroundings;
mod usage;
mod workshop;

use std::process::ExitCode;

use clap::FromArgMatches;

use crate::domain::words::Lang;
use crate::material::problem::Problem;
use crate::screens::Seat;
use arguments::{Arguments, Verb};
use out::{Out, Stop, complain};
use surroundings::{Asked, Configured, Surroundings};

/// What a verb has to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// Fine.
    Yes,
    /// Problems, differences.
    No,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let asked = Asked::of(std::env::args_os());
    let config = surroundings::config(asked.config.as_deref());
    let lang = surroundings::lang(asked.lang, config.as_ref().ok().map(|configured| &configured.config));
    let mut out = Out::default();
    let done = run(config, &mut out, lang).and_then(|answer| out.finish().map(|()| answer));
    match done {
        // Whoever reads along and has seen enough (`kijo log FILE | head -1`) needs no word about it.
        Ok(Answer::Yes) | Err(Stop::Gone) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(Stop::Refused(why)) => {
            complain(&format!("{why:#}"));
            ExitCode::from(1)
        }
        Err(Stop::Wrong(why)) => {
            complain(&format!("{why:#}"));
            ExitCode::from(2)
        }
        Err(Stop::Unwritable(error)) => {
            complain(&crate::text::cli::unwritable(&error.to_string(), lang));
            ExitCode::from(2)
        }
    }
}

fn run(config: Result<Configured, Vec<Problem>>, out: &mut Out, lang: Lang) -> Result<Answer, Stop> {
    let read = help::command(lang).try_get_matches_from(std::env::args_os());
    let read = read.and_then(|matches| Arguments::from_arg_matches(&matches));
    match read {
        Ok(arguments) => perform(arguments, config, out, lang),
        Err(error) => usage::told(&error, out, lang),
    }
}

fn perform(
    arguments: Arguments,
    config: Result<Configured, Vec<Problem>>,
    out: &mut Out,
    lang: Lang,
) -> Result<Answer, Stop> {
    let configured = match &arguments.verb {
        // These configure nothing; and what is wrong with the file is what `check` is asked.
        Some(Verb::Check { .. } | Verb::Completions { .. } | Verb::Man { .. }) => Configured::default(),
        _ => config.map_err(|problems| Stop::from(check::told(&problems, lang)))?,
    };
    if !configured.ignored.is_empty() {
        complain(&check::told(&configured.ignored, lang));
    }
    let here = Surroundings::new(&arguments.global, configured, lang);
    let Some(verb) = arguments.verb else {
        return screen::home(&here, out);
    };
    match verb {
        Verb::New(wanted) => new::run(&wanted, &here, out),
        Verb::Open(place) => screen::open(&place, Seat::Participants, &here, out),
        Verb::Console(place) => screen::open(&place, Seat::Facilitator, &here, out),
        Verb::Review(place) => screen::open(&place, Seat::Reader, &here, out),
        Verb::NewMaterial { kind, file } => new_material::run(kind, &file, out, lang),
        Verb::Show(wanted) => show::run(&wanted, &here, out),
        Verb::Check { paths } => check::run(&paths, &here, out),
        Verb::Log { file, json } => log::run(&file, json, out, lang),
        Verb::Apply { file, commands } => apply::run(&file, &commands, out, lang),
        Verb::Report(wanted) => report::run(&wanted, out, lang),
        Verb::Diff(wanted) => diff::run(&wanted, out, lang),
        Verb::Example { out: file } => example::run(file.as_deref(), &here, out),
        Verb::Completions { shell } => shell::completions(shell, out, lang),
        Verb::Man { out: folder } => shell::man(folder.as_deref(), out, lang),
    }
}
